//! A change (thay đổi): one command's effect on the store, before it is saved.

use super::assignment::Assignment;
use super::attendance::Attendance;
use super::cadre::Cadre;
use super::decision::Decision;
use super::feedback::Feedback;
use super::meeting::Meeting;
use super::runs::Runs;
use super::seat::SeatRule;
use super::succession::Succession;
use super::unit::Unit;
use super::vacancy::Vacancy;

/// What an edit did to a row that was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Some cells differ now.
    Changed,
    /// It is over: a last day was set.
    Ended,
}

/// A row that was there and is different now.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit<T> {
    /// Position of the row in its list of the new book.
    pub at: usize,
    /// The row as it was.
    pub before: T,
    /// What happened to it.
    pub deed: Deed,
}

/// The effect on one list. The rows as they are now stand in the new book.
#[derive(Clone, Debug, PartialEq)]
pub struct TableChange<T> {
    /// Rows that the files gave.
    pub rows: usize,
    /// Positions of the new rows.
    pub added: Runs,
    /// Rows that are different now.
    pub edited: Vec<Edit<T>>,
    /// Rows that are gone; few ever are: seat rules and decisions, which have no end, and vacancies that are closed before
    /// they begin.
    pub removed: Vec<T>,
    /// Rows that were the same.
    pub unchanged: usize,
}

impl<T> Default for TableChange<T> {
    fn default() -> Self {
        TableChange { rows: 0, added: Runs::default(), edited: Vec::new(), removed: Vec::new(), unchanged: 0 }
    }
}

impl<T> TableChange<T> {
    /// Number of rows with cells that differ.
    pub fn changed(&self) -> usize {
        self.edited.iter().filter(|edit| edit.deed == Deed::Changed).count()
    }

    /// Number of rows that are over.
    pub fn ended(&self) -> usize {
        self.edited.len() - self.changed() + self.removed.len()
    }

    /// Whether nothing is different.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.edited.is_empty() && self.removed.is_empty()
    }
}

/// The effect on all lists.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "one effect per list, under its name")]
pub struct Change {
    pub units: TableChange<Unit>,
    pub cadres: TableChange<Cadre>,
    pub assignments: TableChange<Assignment>,
    pub vacancies: TableChange<Vacancy>,
    pub seats: TableChange<SeatRule>,
    pub successions: TableChange<Succession>,
    pub decisions: TableChange<Decision>,
    pub meetings: TableChange<Meeting>,
    pub attendance: TableChange<Attendance>,
    pub feedback: TableChange<Feedback>,
}

impl Change {
    /// Whether nothing is different.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
            && self.cadres.is_empty()
            && self.assignments.is_empty()
            && self.vacancies.is_empty()
            && self.seats.is_empty()
            && self.successions.is_empty()
            && self.decisions.is_empty()
            && self.meetings.is_empty()
            && self.attendance.is_empty()
            && self.feedback.is_empty()
    }
}
