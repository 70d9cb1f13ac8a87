//! The book of an open database, whole or as far as lists name it.

use anyhow::Result;
use rusqlite::Connection;

use super::{load, named, outside};
use crate::model::book::{Book, Outside};
use crate::model::day::Day;
use crate::model::policy::Policy;
use crate::model::reach::Reach;

/// What is read is as of one moment for as long as the database is held, or written to.
#[derive(Clone, Copy, Debug)]
pub struct Books<'c>(pub(super) &'c Connection);

impl Books<'_> {
    /// Everything that is there.
    ///
    /// # Errors
    /// As [`super::Store::book`].
    pub fn whole(&self, policy: Policy) -> Result<Book> {
        load::book(self.0, policy, None)
    }

    /// What lists name and what that points to, to be seen on a day; `None` where the whole is better read.
    ///
    /// # Errors
    /// As [`super::Store::book`].
    pub fn named(&self, policy: Policy, reach: &Reach, day: Day) -> Result<Option<Book>> {
        let last_rows = named::last_rows(self.0)?;
        let Some(part) = named::named(self.0, reach, &last_rows)? else { return Ok(None) };
        let outside = outside::outside(self.0, &policy, day, (&[], day))?;
        let outside = Some(Outside { last_rows, ..outside });
        Ok(Some(Book { outside, ..load::part(self.0, policy, &part)? }))
    }
}
