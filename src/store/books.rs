//! The book of an open database, whole or as far as lists name it.

use std::path::Path;

use anyhow::Result;
use rusqlite::Connection;

use super::open::check_to_write;
use super::{load, named, outside};
use crate::model::book::{Book, Outside};
use crate::model::day::Day;
use crate::model::policy::Policy;
use crate::model::reach::Reach;

/// What is read is as of one moment for as long as the database is held, or written to.
#[derive(Clone, Copy, Debug)]
pub struct Books<'c> {
    pub(super) connection: &'c Connection,
    /// The file, where it is being written to.
    pub(super) written: Option<&'c Path>,
}

impl Books<'_> {
    /// Everything that is there. A file that is being written to, and was too large to be looked through when it was
    /// opened, is looked through now: what all is read of may change anywhere.
    ///
    /// # Errors
    /// As [`super::Store::book`].
    pub fn whole(&self, policy: Policy) -> Result<Book> {
        if let Some(path) = self.written {
            check_to_write(self.connection, path)?;
        }
        load::book(self.connection, policy, None)
    }

    /// What lists name and what that points to, to be seen on a day; `None` where the whole is better read.
    ///
    /// # Errors
    /// As [`super::Store::book`].
    pub fn named(&self, policy: Policy, reach: &Reach, day: Day) -> Result<Option<Book>> {
        let last_rows = named::last_rows(self.connection)?;
        let Some(part) = named::named(self.connection, reach, &last_rows)? else { return Ok(None) };
        let outside = outside::outside(self.connection, &policy, day, (&[], day))?;
        let outside = Some(Outside { last_rows, ..outside });
        Ok(Some(Book { outside, ..load::part(self.connection, policy, &part)? }))
    }
}
