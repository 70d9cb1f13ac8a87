//! Reading parts of the book, each of which stands for itself, and what they have to know of the rest.

use anyhow::Result;

use super::part::Part;
use super::{Store, load, named, outside, tops};
use crate::model::book::{Book, LastRows, Outside};
use crate::model::day::Day;
use crate::model::id::LevelId;
use crate::model::policy::Policy;
use crate::model::reach::Reach;

impl Store {
    /// The book's part around the unit of a row, as it is: what stands there, who is at home or holds something there,
    /// and what else these hold. Units beyond are there for their names alone. To be read while the database is held: see
    /// [`Self::hold`], [`Self::again`].
    ///
    /// # Errors
    /// As [`Self::book`].
    pub fn part(&self, policy: Policy, top: u32, outside: &Outside) -> Result<Book> {
        self.read(policy, &Part::under(&self.connection, top)?, outside)
    }

    /// The part about the units of a run of rows: what is held there, by whom, and where that is. As [`Self::part`].
    ///
    /// # Errors
    /// As [`Self::book`].
    pub fn part_of_units(&self, policy: Policy, run: (u32, u32), outside: &Outside) -> Result<Book> {
        self.read(policy, &Part::of_units(&self.connection, run)?, outside)
    }

    /// The part about the cadres of a run of rows: what they hold, and where that is. As [`Self::part`].
    ///
    /// # Errors
    /// As [`Self::book`].
    pub fn part_of_cadres(&self, policy: Policy, run: (u32, u32), outside: &Outside) -> Result<Book> {
        self.read(policy, &Part::of_cadres(&self.connection, run)?, outside)
    }

    fn read(&self, policy: Policy, part: &Part, outside: &Outside) -> Result<Book> {
        let book = load::part(&self.connection, policy, part)?;
        Ok(Book { outside: Some(outside.clone()), ..book })
    }

    /// What a part that is read for a day has to know of the rest; of some levels, whether anybody is at work on a
    /// day.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn outside(&self, policy: &Policy, day: Day, staff: (&[LevelId], Day)) -> Result<Outside> {
        outside::outside(&self.connection, policy, day, staff)
    }

    /// The rows of the units of a level, in the order of their codes: all, or those above or below the unit of a row;
    /// `None` where units were reformed, so that no part stands for itself.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn tops(&self, policy: &Policy, level: LevelId, under: Option<u32>) -> Result<Option<Vec<u32>>> {
        tops::tops(&self.connection, policy, level, under)
    }

    /// The rows of the units that stand below nothing, in the order of their codes; `None` where units were reformed or
    /// decisions are listed, so that no part stands for itself.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn roots(&self, policy: &Policy) -> Result<Option<Vec<u32>>> {
        tops::roots(&self.connection, policy)
    }

    /// The row of the only unit of a code, where it exists on a day; `None` where it does not, or there is any doubt.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn unit_of_code(&self, policy: &Policy, code: &str, day: Day) -> Result<Option<u32>> {
        tops::unit_of_code(&self.connection, policy, code, day)
    }

    /// Whether any unit has a number of seats of its own.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn has_own_seats(&self) -> Result<bool> {
        Ok(self.connection.prepare("SELECT 1 FROM seat LIMIT 1")?.exists(())?)
    }

    /// Whether units took the place of others, or the policy that of another one: then no part stands for itself.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn is_reformed(&self, policy: &Policy) -> Result<bool> {
        tops::is_reformed(&self.connection, policy)
    }

    /// The last keys of the tables.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn last_rows(&self) -> Result<LastRows> {
        named::last_rows(&self.connection)
    }

    /// The most rows of lists of which [`Self::named`] gives what they name.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn most_named(&self) -> Result<usize> {
        named::most(&self.connection)
    }

    /// What lists name of the book and what that points to, to be seen on a day; `None` where the whole is better read. To be
    /// read while the database is held: see [`Self::hold`].
    ///
    /// # Errors
    /// As [`Self::book`].
    pub fn named(&self, policy: Policy, reach: &Reach, day: Day) -> Result<Option<Book>> {
        named::book(&self.connection, policy, reach, day)
    }
}
