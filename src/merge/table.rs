//! One list's rows laid over what is known: added, changed, ended or the same.

use super::Mode;
use crate::model::change::{Deed, Edit, TableChange};
use crate::model::finding::{Finding, Severity};
use crate::model::rows::Source;

/// The rows of one list while a merge goes on, and which of them the files have named so far.
pub struct Table<'t, T> {
    rows: &'t mut Vec<T>,
    change: &'t mut TableChange<T>,
    /// For each row, the row of a file that named it; 0 for none.
    pub named_at: Vec<u32>,
}

impl<'t, T: Clone + PartialEq> Table<'t, T> {
    /// Begins with the known rows.
    pub fn new(rows: &'t mut Vec<T>, change: &'t mut TableChange<T>) -> Self {
        let named_at = vec![0; rows.len()];
        Table { rows, change, named_at }
    }

    /// The row at `position`.
    pub fn row(&self, position: usize) -> &T {
        &self.rows[position]
    }

    /// The last row.
    pub fn last(&self) -> Option<&T> {
        self.rows.last()
    }

    /// The position that the next new row gets.
    pub fn next(&self) -> usize {
        self.rows.len()
    }

    /// The row of a file that named the row at `position` before, if one did.
    pub fn first_named(&self, position: usize) -> Option<u32> {
        Some(self.named_at[position]).filter(|at| *at > 0)
    }

    /// Adds a new row that stands at `at` in its file.
    pub fn add(&mut self, row: T, at: u32) {
        self.change.added.push(self.rows.len());
        self.rows.push(row);
        self.named_at.push(at);
    }

    /// Lays `row` over the known row at `position`; gives a finding when mode `add` meets a row that would change.
    pub fn lay(&mut self, position: usize, row: T, at: u32, mode: Mode, deed: Deed) -> Option<Finding> {
        self.named_at[position] = at;
        if self.rows[position] == row {
            self.change.unchanged += 1;
        } else if mode == Mode::Add {
            return Some(Finding::new("row-known", Severity::Error));
        } else {
            let before = std::mem::replace(&mut self.rows[position], row);
            self.change.edited.push(Edit { at: position, before, deed });
        }
        None
    }
}

/// A key that stands in the files twice.
pub fn repeated(source: &Source, at: u32, first: u32, key: &str) -> Finding {
    let finding = Finding::new("key-repeated", Severity::Error).value(key).arg("first", first.to_string());
    finding.place(source.place(at, source.kind.key()[0]))
}

/// What setting a last day means: a row that was open and has an end now is over.
pub fn deed<D>(before: Option<D>, after: Option<D>) -> Deed {
    if before.is_none() && after.is_some() { Deed::Ended } else { Deed::Changed }
}
