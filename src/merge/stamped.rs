//! Three ways: a row as it was when it was exported, as it comes back, and as it is known now. What a clerk did not
//! touch changes nothing, whatever happened to it since; what both changed is a conflict.

use std::collections::HashMap;

use super::Merging;
use crate::model::Text;
use crate::model::book::Book;
use crate::model::finding::{Finding, Severity};
use crate::model::list::{Column, Kind};
use crate::model::rows::{Listed, Lists, Named, Source};
use crate::model::stamp::{Digest, Stamp, key};
use crate::model::value::{Entry, Value};

/// The stamps of the lists that came from this database.
pub struct Stamps<'m> {
    /// One for each source.
    pub sources: Vec<Option<Known<'m>>>,
    /// The row of its stamp that a row of a list comes from.
    row_of: HashMap<Named, usize>,
}

/// A stamp, and which of its rows came back.
pub struct Known<'m> {
    /// The stamp.
    pub stamp: &'m Stamp,
    by_key: HashMap<&'m [Text], Vec<usize>>,
    /// How many rows of the list come from each of its rows.
    pub named: Vec<u32>,
}

/// What becomes of a row of a stamped list.
pub enum Verdict {
    /// It is laid over what is known.
    Lay,
    /// What is known stays.
    Keep,
    /// Two people changed it.
    Conflict(Vec<Finding>),
}

impl<'m> Stamps<'m> {
    /// The stamps of `lists`, with what was found about them; rows of the long lists are told of by [`Self::name`].
    pub fn of(book: &Book, lists: &'m Lists) -> (Self, Vec<Finding>) {
        let mut findings = Vec::new();
        let sources = lists.sources.iter().map(|source| known(source, book, &mut findings)).collect();
        let mut stamps = Stamps { sources, row_of: HashMap::new() };
        stamps.name(book, &lists.vacancies);
        stamps.name(book, &lists.seats);
        stamps.name(book, &lists.decisions);
        stamps.name(book, &lists.meetings);
        stamps.name(book, &lists.attendance);
        stamps.name(book, &lists.feedback);
        (stamps, findings)
    }

    /// Whether a list of `kind` is stamped: then what is missing in it is told by the stamp.
    pub fn has(&self, kind: Kind) -> bool {
        self.sources.iter().flatten().any(|known| known.stamp.kind == kind)
    }

    fn known(&self, source: u16) -> Option<&Known<'m>> {
        self.sources.get(usize::from(source)).and_then(Option::as_ref)
    }

    /// Finds the stamped row of each row. Where a unit's code stands for several, the first day tells which; where
    /// the clerk changed that, what is left over.
    pub fn name<R: Entry>(&mut self, book: &Book, rows: &[Listed<R>]) {
        let mut open = Vec::new();
        for listed in rows {
            let Some(known) = self.sources.get_mut(usize::from(listed.source)).and_then(Option::as_mut) else {
                continue;
            };
            let fitting = known.fitting(book, &listed.row);
            match fitting[..] {
                [] => {}
                [only] => self.note(listed.named(), only),
                _ => open.push((listed.named(), fitting)),
            }
        }
        for (named, fitting) in open {
            let Some(known) = self.known(named.source) else { continue };
            let mut free = fitting.into_iter().filter(|at| known.named[*at] == 0);
            if let (Some(only), None) = (free.next(), free.next()) {
                self.note(named, only);
            }
        }
    }

    fn note(&mut self, named: Named, row: usize) {
        if let Some(Some(known)) = self.sources.get_mut(usize::from(named.source)) {
            known.named[row] += 1;
            self.row_of.insert(named, row);
        }
    }
}

/// The stamp of a source, if it is one of this database.
fn known<'m>(source: &'m Source, book: &Book, findings: &mut Vec<Finding>) -> Option<Known<'m>> {
    let stamp = source.stamp.as_deref().filter(|stamp| stamp.kind == source.kind)?;
    if stamp.origin.database != book.origin.database || book.origin.database.is_empty() {
        let place = crate::model::place::Place { row: None, ..source.row(1) };
        findings.push(Finding::new("stamp-of-another-database", Severity::Warning).place(place));
        return None;
    }
    Some(Known { stamp, by_key: stamp.by_key(), named: vec![0; stamp.rows.len()] })
}

impl Known<'_> {
    /// The rows of the stamp that a row may come from: those of its key and, of several, the one of its first day.
    pub fn fitting(&self, book: &Book, row: &dyn Entry) -> Vec<usize> {
        let key = key(book, self.stamp.kind, row);
        let Some(rows) = self.by_key.get(key.as_slice()) else { return Vec::new() };
        let first = Digest::of(Column::From, &row.value(book, Column::From));
        let exact = rows.iter().copied().find(|at| self.stamp.digest(*at, Column::From) == Some(first));
        match exact {
            Some(exact) if rows.len() > 1 => vec![exact],
            _ => rows.clone(),
        }
    }

    /// Whether a row of the book is the one that was stamped: of the units of one code, the one of that first day.
    pub fn is_same(&self, book: &Book, at: usize, row: &dyn Entry) -> bool {
        let is_reused =
            |at: usize| self.by_key.get(self.stamp.rows[at].key.as_slice()).is_some_and(|rows| rows.len() > 1);
        self.stamp.kind != Kind::Units || is_reused(at) || self.differs(book, at, Column::From, row) != Some(true)
    }

    /// Whether a column of a row is not as it was; none where the column was not written.
    pub fn differs(&self, book: &Book, at: usize, column: Column, row: &dyn Entry) -> Option<bool> {
        let was = self.stamp.digest(at, column)?;
        Some(was != Digest::of(column, &row.value(book, column)))
    }
}

/// A cell of a row, weighed.
struct Weighed {
    column: Column,
    /// Whether what is known would change.
    would_change: bool,
    /// Whether the clerk changed it; none where the stamp does not say.
    is_edited: Option<bool>,
    /// Whether it has changed in the database; none where the stamp does not say.
    has_moved: Option<bool>,
}

impl Weighed {
    fn is_edited(&self) -> bool {
        self.is_edited.unwrap_or(self.would_change)
    }

    fn is_at_odds(&self) -> bool {
        self.would_change && (self.is_edited() || self.has_moved == Some(true))
    }

    /// Who changed it.
    fn who(&self) -> &'static str {
        match (self.is_edited(), self.has_moved) {
            (true, Some(true)) => "both",
            (true, _) => "file",
            (false, _) => "database",
        }
    }
}

impl Merging<'_> {
    /// Whether a row came back as it went out. A row that stands there twice did not: one of the two was copied.
    pub fn is_untouched<R: Entry>(&self, listed: &Listed<R>) -> bool {
        let Some(known) = self.stamps.known(listed.source) else { return false };
        let Some(at) = self.stamps.row_of.get(&listed.named()).copied() else { return false };
        let source = self.lists.source(listed);
        let is_as_it_was = |column: &Column| match known.stamp.digest(at, *column) {
            Some(was) => was == Digest::of(*column, &listed.row.value(&self.book, *column)),
            None => listed.row.value(&self.book, *column) == Value::Empty,
        };
        known.named[at] == 1 && source.columns.iter().all(|(column, _)| is_as_it_was(column))
    }

    /// Whether what a row says beside its codes is what it said when it was exported: it may be out of date by now.
    pub fn says_what_it_said<R: Entry>(&self, listed: &Listed<R>) -> bool {
        let row = self.stamps.known(listed.source).zip(self.stamps.row_of.get(&listed.named()));
        let context = [Column::FullName, Column::UnitName, Column::UnitPath];
        row.is_some_and(|(known, at)| {
            context.iter().all(|column| known.differs(&self.book, *at, *column, &listed.row) != Some(true))
        })
    }

    /// What becomes of a row that would be `now`, where `before` is known.
    pub fn verdict<R: Entry>(&self, listed: &Listed<R>, before: Option<&dyn Entry>, now: &dyn Entry) -> Verdict {
        let Some(known) = self.stamps.known(listed.source) else { return Verdict::Lay };
        let at = self.stamps.row_of.get(&listed.named()).copied();
        let source = self.lists.source(listed);
        let weigh = |column| Weighed {
            column,
            would_change: self.value(before, column) != now.value(&self.book, column),
            is_edited: at.and_then(|at| known.differs(&self.book, at, column, &listed.row)),
            has_moved: at.zip(before).and_then(|(at, before)| known.differs(&self.book, at, column, before)),
        };
        let cells: Vec<Weighed> = source.kind.stored().filter(|column| source.has(*column)).map(weigh).collect();
        let is_new_or_gone = at.is_none() || before.is_none();
        let has_moved = || source.kind.stored().any(|column| weigh(column).has_moved == Some(true));
        if at.is_none() && before.is_none() {
            return Verdict::Lay;
        }
        if !cells.iter().any(Weighed::is_edited) || cells.iter().all(|cell| !cell.would_change) {
            return Verdict::Keep;
        }
        if !is_new_or_gone && !has_moved() {
            return Verdict::Lay;
        }
        let findings = cells.iter().filter(|cell| cell.is_at_odds()).map(|cell| {
            let who = match (at, before) {
                (None, _) => "added",
                (_, None) => "gone",
                _ => cell.who(),
            };
            let values = [now.value(&self.book, cell.column), self.value(before, cell.column)];
            self.conflict(who, source.kind, now, cell.column, values).place(source.place(listed.at, cell.column))
        });
        Verdict::Conflict(findings.collect())
    }

    fn value<'e>(&'e self, row: Option<&'e dyn Entry>, column: Column) -> Value<'e> {
        row.map_or(Value::Empty, |row| row.value(&self.book, column))
    }
}
