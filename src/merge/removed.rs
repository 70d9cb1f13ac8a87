//! Rows that a clerk took out of a stamped list. Nothing is forgotten: what was in force ends the day before the
//! import's day, what is over stays as history; people do not end, and what has not begun cannot.

use foldhash::{HashMap, HashMapExt};

use super::sync::{take, too_many_ended};
use super::{Merging, Mode};
use crate::model::Text;
use crate::model::book::Book;
use crate::model::change::{Change, Deed, Edit, TableChange};
use crate::model::day::{Period, day_before};
use crate::model::finding::{Finding, Severity};
use crate::model::list::{Column, Kind};
use crate::model::place::Place;
use crate::model::rows::Named;
use crate::model::stamp::key;
use crate::model::value::{Entry, Value};

/// A known row that is missing in a stamped list.
struct Missing {
    /// Its position among the known rows.
    position: usize,
    /// The list, and the row of its stamp.
    source: usize,
    at: usize,
}

/// What becomes of the rows that are missing.
struct Removed {
    /// Positions of those that end.
    ends: Vec<usize>,
    findings: Vec<Finding>,
}

impl Merging<'_> {
    /// Ends the units that were taken out.
    pub fn remove_units(&mut self, named_at: &[Option<Named>]) {
        let last = day_before(self.how.day);
        let removed = self.removed(Kind::Units, &self.book.units, named_at, |unit| unit.period);
        self.findings.extend(removed.findings);
        end(&mut self.book.units, &mut self.change.units, &removed.ends, |unit| unit.period.to = Some(last));
    }

    /// Refuses to end cadres: a person retires or moves, and the list says so.
    pub fn remove_cadres(&mut self, named_at: &[Option<Named>]) {
        let day = self.how.day;
        let over = Period { from: None, to: Some(day_before(day)) };
        let at_work =
            |cadre: &crate::model::cadre::Cadre| if cadre.is_active_on(day) { Period::default() } else { over };
        let removed = self.removed(Kind::Cadres, &self.book.cadres, named_at, at_work);
        let refused = removed.ends.iter().map(|at| {
            let cadre = &self.book.cadres[*at];
            let finding = Finding::new("cadre-row-missing", Severity::Error).value(&cadre.code).cadre(&cadre.code);
            finding.arg("name", &cadre.full_name).place(self.list_of(Kind::Cadres))
        });
        let refused: Vec<Finding> = refused.collect();
        let is_told = |finding: &Finding| refused.is_empty() || finding.check != "too-many-ended";
        self.findings.extend(removed.findings.into_iter().filter(is_told));
        self.findings.extend(refused);
    }

    /// Ends the assignments that were taken out.
    pub fn remove_assignments(&mut self, named_at: &[Option<Named>]) {
        let last = day_before(self.how.day);
        let removed = self.removed(Kind::Assignments, &self.book.assignments, named_at, |row| row.period);
        self.findings.extend(removed.findings);
        let (rows, change) = (&mut self.book.assignments, &mut self.change.assignments);
        end(rows, change, &removed.ends, |row| row.period.to = Some(last));
    }

    /// Closes the vacancies that were taken out.
    pub fn remove_vacancies(&mut self, named_at: &[Option<Named>]) {
        let last = day_before(self.how.day);
        let removed = self.removed(Kind::Vacancies, &self.book.vacancies, named_at, |row| row.period());
        self.findings.extend(removed.findings);
        end(&mut self.book.vacancies, &mut self.change.vacancies, &removed.ends, |row| row.until = Some(last));
    }

    /// Takes away the seat rules that were taken out.
    pub fn remove_seats(&mut self, named_at: &[Option<Named>]) {
        self.take_out(Kind::Seats, named_at, |book| &mut book.seats, |change| &mut change.seats);
    }

    /// Takes away the meetings that were taken out: they are held no more.
    pub fn remove_meetings(&mut self, named_at: &[Option<Named>]) {
        self.take_out(Kind::Meetings, named_at, |book| &mut book.meetings, |change| &mut change.meetings);
    }

    /// Takes away what was told of a meeting by mistake.
    pub fn remove_attendance(&mut self, named_at: &[Option<Named>]) {
        self.take_out(Kind::Attendance, named_at, |book| &mut book.attendance, |change| &mut change.attendance);
    }

    /// Takes away feedback that was noted by mistake.
    pub fn remove_feedback(&mut self, named_at: &[Option<Named>]) {
        self.take_out(Kind::Feedback, named_at, |book| &mut book.feedback, |change| &mut change.feedback);
    }

    /// Takes away the decisions that were taken out: what was written by mistake. Assignments go on citing the number.
    pub fn remove_decisions(&mut self, named_at: &[Option<Named>]) {
        self.take_out(Kind::Decisions, named_at, |book| &mut book.decisions, |change| &mut change.decisions);
    }

    /// Takes away the missing rows of a list that have no days.
    fn take_out<T: Entry>(
        &mut self,
        kind: Kind,
        named_at: &[Option<Named>],
        list: fn(&mut Book) -> &mut Vec<T>,
        change: fn(&mut Change) -> &mut TableChange<T>,
    ) {
        let mut rows = std::mem::take(list(&mut self.book));
        let removed = self.removed(kind, &rows, named_at, |_| Period::default());
        self.findings.extend(removed.findings);
        take(&mut rows, change(&mut self.change), |at| removed.ends.binary_search(&at).is_ok());
        *list(&mut self.book) = rows;
    }

    /// Weighs the rows that are missing; `period` gives the days of a row.
    fn removed<T: Entry>(
        &self,
        kind: Kind,
        rows: &[T],
        named_at: &[Option<Named>],
        period: impl Fn(&T) -> Period,
    ) -> Removed {
        let day = self.how.day;
        let mut removed = Removed { ends: Vec::new(), findings: Vec::new() };
        let mut over: HashMap<usize, usize> = HashMap::new();
        for missing in self.missing(kind, rows, named_at) {
            let row = &rows[missing.position];
            let Period { from, to } = period(row);
            let is_over = to.is_some_and(|to| to < day);
            let moved = self.moved(&missing, row, is_over);
            if !moved.is_empty() {
                removed.findings.extend(moved);
            } else if is_over {
                *over.entry(missing.source).or_default() += 1;
            } else if let Some(from) = from.filter(|from| *from >= day) {
                let named: Vec<String> = key(&self.book, kind, row).iter().map(Text::to_string).collect();
                let finding = Finding::new("future-row-missing", Severity::Error).value(&named.join(", "));
                removed.findings.push(finding.arg("from", from).place(self.whole(missing.source)));
            } else {
                removed.ends.push(missing.position);
            }
        }
        removed.findings.extend(over.into_iter().map(|(source, count)| {
            let finding = Finding::new("history-row-missing", Severity::Info).arg("count", count);
            finding.place(self.whole(source))
        }));
        // One row less is no short file.
        if removed.ends.len() > 1 {
            let open = rows.iter().filter(|row| period(row).contains(day)).count();
            let finding = too_many_ended(kind, removed.ends.len(), open, self.how.max_end);
            removed.findings.extend(finding.map(|finding| finding.place(self.list_of(kind))));
        }
        removed
    }

    /// The known rows that stand in the stamp of a list, and in no list. Where rows were refused, any of them may be
    /// the one that is missing.
    fn missing<T: Entry>(&self, kind: Kind, rows: &[T], named_at: &[Option<Named>]) -> Vec<Missing> {
        let is_whole = self.refused.get(&kind).is_none_or(|refused| *refused == 0);
        let is_of_kind = |stamp: &crate::model::stamp::Stamp| stamp.kind == kind;
        let known = self.stamps.sources.iter().enumerate().filter_map(|(at, known)| Some((at, known.as_ref()?)));
        let lacking = known.filter(|(_, known)| is_of_kind(known.stamp) && known.named.contains(&0));
        let lacking: Vec<_> = lacking.filter(|_| is_whole && self.how.mode != Mode::Add).collect();
        if lacking.is_empty() {
            return Vec::new();
        }
        let is_named = |position: usize| named_at.get(position).is_some_and(Option::is_some);
        let unnamed = rows.iter().enumerate().filter(|(position, _)| !is_named(*position));
        let found = unnamed.filter_map(|(position, row)| {
            lacking.iter().find_map(|(source, known)| match known.fitting(&self.book, row)[..] {
                [at] if known.named[at] == 0 && known.is_same(&self.book, at, row) => {
                    Some(Missing { position, source: *source, at })
                }
                _ => None,
            })
        });
        found.collect()
    }

    /// A conflict for each cell that has changed in the database since. What is over by now has ended on both sides.
    fn moved(&self, missing: &Missing, row: &dyn Entry, is_over: bool) -> Vec<Finding> {
        let Some(Some(known)) = self.stamps.sources.get(missing.source) else { return Vec::new() };
        let kind = known.stamp.kind;
        let moved = kind.stored().filter(|column| known.differs(&self.book, missing.at, *column, row) == Some(true));
        let moved = moved.filter(|column| !(is_over && matches!(column, Column::To | Column::Until)));
        let conflict = |column: Column| {
            let values = [Value::Empty, row.value(&self.book, column)];
            let place = self.whole(missing.source).in_column(column.name());
            self.conflict("removed", kind, row, column, values).place(place)
        };
        moved.map(conflict).collect()
    }

    fn whole(&self, source: usize) -> Place {
        self.lists.sources.get(source).map_or_else(Place::default, |source| Place { row: None, ..source.row(1) })
    }

    /// The first stamped list of a kind.
    fn list_of(&self, kind: Kind) -> Place {
        let is_of_kind =
            |known: &Option<super::stamped::Known>| known.as_ref().is_some_and(|known| known.stamp.kind == kind);
        self.whole(self.stamps.sources.iter().position(is_of_kind).unwrap_or(usize::MAX))
    }
}

fn end<T: Clone>(rows: &mut [T], change: &mut TableChange<T>, ends: &[usize], end: impl Fn(&mut T)) {
    for at in ends {
        let before = rows[*at].clone();
        end(&mut rows[*at]);
        change.edited.push(Edit { at: *at, before, deed: Deed::Ended });
    }
}
