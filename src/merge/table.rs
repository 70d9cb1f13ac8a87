//! One list's rows laid over what is known: added, changed, ended or the same.

use super::stamped::Verdict;
use super::{Merging, Mode};
use crate::model::change::{Deed, Edit, TableChange};
use crate::model::finding::{Finding, Severity};
use crate::model::rows::{Listed, Lists, Named};
use crate::model::value::Entry;

/// For each row that is known, the row of a file that named it.
pub type NamedAt = Vec<Option<Named>>;

/// The rows of one list while a merge goes on, and which of them the files have named so far.
pub struct Table<'t, T> {
    rows: &'t mut Vec<T>,
    change: &'t mut TableChange<T>,
    /// For each row, the row of a file that named it.
    pub named_at: NamedAt,
    /// The last key in the whole database, where the rows are a part.
    last_row: u32,
}

impl<'t, T: Clone + PartialEq> Table<'t, T> {
    /// Begins with the known rows.
    pub fn new(rows: &'t mut Vec<T>, change: &'t mut TableChange<T>, last_row: u32) -> Self {
        Table::after(NamedAt::new(), rows, change, last_row)
    }

    /// Goes on after rows of files that named some.
    pub fn after(mut named_at: NamedAt, rows: &'t mut Vec<T>, change: &'t mut TableChange<T>, last_row: u32) -> Self {
        named_at.resize(rows.len(), None);
        Table { rows, change, named_at, last_row }
    }

    /// All rows.
    pub fn rows(&self) -> &[T] {
        self.rows
    }

    /// The row at `position`.
    pub fn row(&self, position: usize) -> &T {
        &self.rows[position]
    }

    /// The key that the next new row gets.
    pub fn free(&self, key: impl Fn(&T) -> u32) -> u32 {
        self.rows.last().map_or(0, key).max(self.last_row).saturating_add(1)
    }

    /// The position that the next new row gets.
    pub fn next(&self) -> usize {
        self.rows.len()
    }

    /// The row of a file that named the row at `position` before, if one did.
    pub fn first_named(&self, position: usize) -> Option<Named> {
        self.named_at[position]
    }

    /// Leaves the row at `position` as it is, though a file names it at `at`.
    pub fn keep(&mut self, position: usize, at: Named) {
        self.named_at[position] = Some(at);
        self.change.unchanged += 1;
    }

    /// Passes over a row of a file that says nothing new.
    pub fn pass_over(&mut self) {
        self.change.unchanged += 1;
    }

    /// Adds a new row that a file names at `at`.
    pub fn add(&mut self, row: T, at: Named) {
        self.change.added.push(self.rows.len());
        self.rows.push(row);
        self.named_at.push(Some(at));
    }

    /// Puts another row in the place of a known one, without a word from the file about its cells; the first edit of a
    /// row tells how it was.
    pub fn replace(&mut self, position: usize, row: T, at: Named, edit: Edit<T>) {
        self.rows[position] = row;
        self.named_at[position].get_or_insert(at);
        let is_known = self.change.edited.iter().any(|known| known.at == position);
        if !is_known && !self.change.added.contains(position) {
            self.change.edited.push(edit);
        }
    }

    /// Lays `row` over the known row at `position`.
    ///
    /// # Errors
    /// With a finding, when mode `add` meets a row that would change.
    pub fn lay(&mut self, position: usize, row: T, at: Named, mode: Mode, deed: Deed) -> Result<(), Box<Finding>> {
        self.named_at[position] = Some(at);
        if self.rows[position] == row {
            self.change.unchanged += 1;
        } else if mode == Mode::Add {
            return Err(Box::new(Finding::new("row-known", Severity::Error)));
        } else {
            let before = std::mem::replace(&mut self.rows[position], row);
            self.change.edited.push(Edit { at: position, before, deed });
        }
        Ok(())
    }
}

impl Merging<'_> {
    /// Adds a row that nobody knows yet, unless its stamp says that somebody did.
    ///
    /// # Errors
    /// With findings, when the row was changed by a clerk and is no longer known.
    pub fn add<R: Entry, T: Entry + Clone + PartialEq>(
        &self,
        table: &mut Table<T>,
        listed: &Listed<R>,
        row: T,
    ) -> Result<(), Vec<Finding>> {
        match self.verdict(listed, None, &row) {
            Verdict::Lay => table.add(row, listed.named()),
            Verdict::Keep => table.pass_over(),
            Verdict::Conflict(findings) => return Err(findings),
        }
        Ok(())
    }

    /// Lays a row over the known row at `position`, unless its stamp says otherwise; `known` words the finding of a
    /// row that must not change.
    ///
    /// # Errors
    /// With findings, when the row must not change, or two changed it.
    pub fn lay<R: Entry, T: Entry + Clone + PartialEq>(
        &self,
        table: &mut Table<T>,
        listed: &Listed<R>,
        (position, row, deed): (usize, T, Deed),
        known: impl Fn(Finding) -> Finding,
    ) -> Result<(), Vec<Finding>> {
        match self.verdict(listed, Some(table.row(position)), &row) {
            Verdict::Lay => {
                let laid = table.lay(position, row, listed.named(), self.how.mode, deed);
                return laid.map_err(|finding| vec![known(*finding)]);
            }
            Verdict::Keep => table.keep(position, listed.named()),
            Verdict::Conflict(findings) => return Err(findings),
        }
        Ok(())
    }
}

/// A key that stands in the files twice.
pub fn repeated<T>(lists: &Lists, listed: &Listed<T>, first: Named, key: &str) -> Finding {
    let source = lists.source(listed);
    let finding = Finding::new("key-repeated", Severity::Error).value(key);
    let place = source.place(listed.at, source.kind.key()[0]);
    first_at(finding, lists, listed.named(), first).place(place)
}

/// The finding with the row where the first of two stands, and its file where it is another one.
pub fn first_at(finding: Finding, lists: &Lists, second: Named, first: Named) -> Finding {
    let is_same = first.source == second.source;
    let file = if is_same { "same" } else { &lists.sources[usize::from(first.source)].file };
    finding.arg("first", first.at.to_string()).arg("file", file)
}

/// What setting a last day means: a row that was open and has an end now is over.
pub fn deed<D>(before: Option<D>, after: Option<D>) -> Deed {
    if before.is_none() && after.is_some() { Deed::Ended } else { Deed::Changed }
}
