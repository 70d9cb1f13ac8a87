//! What the grass roots report (ý kiến, kiến nghị của cơ sở): raised on a day, sent to somebody, answered or not yet.

use super::Text;
use super::day::Day;
use super::id::UnitId;

/// A matter that was raised in a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// Its row in the database.
    pub row: u32,
    /// Where it was raised.
    pub unit: UnitId,
    /// When.
    pub day: Day,
    /// By whom.
    pub raised_by: Text,
    /// What it is about.
    pub matter: Text,
    /// Who is to answer: a level, a unit, or another body; empty is the unit where it was raised.
    pub sent_to: Text,
    /// The day by which it is to be answered.
    pub due: Option<Day>,
    /// The day on which it was answered; `None` is open.
    pub answered: Option<Day>,
    /// The answer.
    pub answer: Text,
    /// Free text.
    pub note: Text,
}

impl Feedback {
    /// A matter of which no more is told.
    pub fn plain(row: u32, unit: UnitId, day: Day, matter: Text) -> Self {
        let (raised_by, sent_to, answer, note) = Default::default();
        Feedback { row, unit, day, raised_by, matter, sent_to, due: None, answered: None, answer, note }
    }

    /// Whether it was raised by a day and not yet answered on it.
    pub fn is_open_on(&self, day: Day) -> bool {
        self.day <= day && self.answered.is_none_or(|answered| answered > day)
    }

    /// Whether it is open on a day and should have been answered before it.
    pub fn is_late_on(&self, day: Day) -> bool {
        self.is_open_on(day) && self.due.is_some_and(|due| due < day)
    }
}
