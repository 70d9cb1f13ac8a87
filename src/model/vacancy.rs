//! A vacancy (khuyết): a gap that is known and accepted until a day, with a reason.

use super::Text;
use super::day::{Day, Period};
use super::id::{DutyId, UnitId};

/// A gap that the office knows of and accepts for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vacancy {
    /// Its row in the database.
    pub row: u32,
    /// Where.
    pub unit: UnitId,
    /// Which duty nobody holds.
    pub duty: DutyId,
    /// First day of the acceptance.
    pub since: Day,
    /// Last day of the acceptance; `None` is "until further notice".
    pub until: Option<Day>,
    /// Why it is accepted.
    pub reason: Text,
}

impl Vacancy {
    /// The days on which the gap is accepted.
    pub fn period(&self) -> Period {
        Period { from: Some(self.since), to: self.until }
    }
}
