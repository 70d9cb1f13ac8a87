//! Assignments: by cadre, unit, duty and first day.

use super::codes::{day_of, lost_zeros, together};
use super::index::Index;
use super::replaced::Taken;
use super::table::{NamedAt, Table, deed, repeated};
use super::{Merging, Mode};
use crate::model::assignment::Assignment;
use crate::model::day::{Day, Period};
use crate::model::finding::{Finding, Severity};
use crate::model::id::{AssignmentId, CadreId, DutyId, UnitId};
use crate::model::list::{Column, Kind};
use crate::model::rows::{AssignmentRow, Listed, Source};
use crate::model::{Shared, Text};

type Key = (CadreId, UnitId, DutyId, Option<Day>);

/// What is known of assignments while their lists are merged.
#[derive(Default)]
pub struct Held {
    /// Where each stands, by its key.
    keys: Index,
    named_at: NamedAt,
    /// The rows that take somebody's place.
    taken: Vec<Taken>,
}

impl Held {
    /// Takes note of where an assignment stands.
    fn add(&mut self, rows: &[Assignment], id: AssignmentId) {
        let own = key(&rows[id.index()]);
        self.keys.add(&own, id.0, |at| key(&rows[at]) == own);
    }

    /// Where the assignment of a key stands.
    fn position(&self, rows: &[Assignment], wanted: &Key) -> Option<usize> {
        self.keys.get_near(wanted, |at| rows.get(at).is_some_and(|row| key(row) == *wanted))
    }
}

/// A unit that a row needs: by its code, for a duty, on some days.
pub struct Wanted<'w> {
    /// The code.
    pub code: &'w Text,
    /// The duty.
    pub duty: DutyId,
    /// The days.
    pub period: Period,
}

impl Merging<'_> {
    /// Merges rows of assignment lists.
    pub fn assignments(&mut self, all: &[Listed<AssignmentRow>]) {
        let lists = self.lists;
        let mut rows = std::mem::take(&mut self.book.assignments);
        let mut change = std::mem::take(&mut self.change.assignments);
        let mut held = std::mem::take(&mut self.held);
        if held.keys.is_empty() {
            held.keys.reserve(rows.len() + all.len());
            (0..rows.len()).for_each(|at| held.add(&rows, AssignmentId::at(at)));
        }
        change.rows += all.len();
        let named_at = std::mem::take(&mut held.named_at);
        let mut table = Table::after(named_at, &mut rows, &mut change, self.book.last_rows().assignments);
        for (at, listed) in all.iter().enumerate() {
            if let Some(next) = together(all, at) {
                self.codes.fetch_cadres(&self.book.cadres, next.iter().map(|listed| &listed.row.cadre_code));
                self.codes.fetch_units(&self.book.units, next.iter().map(|listed| &listed.row.unit_code));
            }
            if self.is_untouched(listed) {
                table.pass_over();
                continue;
            }
            let source = lists.source(listed);
            let is_known = |key: &Key| held.position(table.rows(), key).is_some();
            let Some((cadre, unit)) = self.ends_of(source, listed, is_known) else {
                self.leave_out(Kind::Assignments);
                continue;
            };
            self.compare(listed, listed.row.context.as_deref(), unit, Some(cadre));
            let key = (cadre, unit, listed.row.duty, Some(listed.row.from));
            let next = table.next();
            let result = match held.position(table.rows(), &key) {
                Some(position) => self.lay_assignment(&mut table, listed, position),
                None => self.add_assignment(&mut table, listed, key),
            };
            if table.next() > next {
                held.add(table.rows(), AssignmentId::at(next));
            }
            self.findings.extend(result.err().into_iter().flatten());
            if !listed.row.replaces.is_empty() {
                held.taken.push(Taken { listed: listed.clone(), cadre, unit });
            }
        }
        held.named_at = std::mem::take(&mut table.named_at);
        (self.book.assignments, self.change.assignments, self.held) = (rows, change, held);
    }

    /// Ends those whose place others take, and those that no list named, as far as that is asked for.
    pub fn end_assignments(&mut self) {
        let mut rows = std::mem::take(&mut self.book.assignments);
        let mut change = std::mem::take(&mut self.change.assignments);
        let Held { named_at, taken, .. } = std::mem::take(&mut self.held);
        let mut table = Table::after(named_at, &mut rows, &mut change, self.book.last_rows().assignments);
        self.end_replaced(&mut table, &taken);
        let named_at = std::mem::take(&mut table.named_at);
        (self.book.assignments, self.change.assignments) = (rows, change);
        if self.stamps.has(Kind::Assignments) {
            self.remove_assignments(&named_at);
        } else if self.how.mode == Mode::Sync && self.change.assignments.rows > 0 {
            self.sync_assignments(&named_at);
        }
    }

    fn add_assignment(
        &self,
        table: &mut Table<Assignment>,
        listed: &Listed<AssignmentRow>,
        key: Key,
    ) -> Result<(), Vec<Finding>> {
        let free = table.free(|row| row.row);
        self.add(table, listed, assignment_of(self.lists.source(listed), &listed.row, blank(key, free)))
    }

    fn lay_assignment(
        &self,
        table: &mut Table<Assignment>,
        listed: &Listed<AssignmentRow>,
        position: usize,
    ) -> Result<(), Vec<Finding>> {
        let (source, row) = (self.lists.source(listed), &listed.row);
        let written = || format!("{}, {}, {}", row.cadre_code, row.unit_code, row.from);
        if let Some(first) = table.first_named(position) {
            return Err(vec![repeated(self.lists, listed, first, &written())]);
        }
        let before = table.row(position);
        let assignment = assignment_of(source, row, before.clone());
        let deed = deed(before.period.to, assignment.period.to);
        let place = || source.place(listed.at, Column::CadreCode);
        self.lay(table, listed, (position, assignment, deed), |known| known.value(&written()).place(place()))
    }

    /// The cadre and the unit of a row; each is reported when there is none.
    fn ends_of(
        &mut self,
        source: &Source,
        listed: &Listed<AssignmentRow>,
        is_known: impl Fn(&Key) -> bool,
    ) -> Option<(CadreId, UnitId)> {
        let row = &listed.row;
        let cadre = self.codes.cadre(&self.book.cadres, &row.cadre_code);
        if cadre.is_none() && !self.is_refused_cadre(&row.cadre_code) {
            let finding = self.unknown_cadre(&row.cadre_code);
            self.findings.push(finding.place(source.place(listed.at, Column::CadreCode)));
        }
        let period = Period { from: Some(row.from), to: row.to };
        let wanted = Wanted { code: &row.unit_code, duty: row.duty, period };
        let is_known = |unit| cadre.is_some_and(|cadre| is_known(&(cadre, unit, row.duty, Some(row.from))));
        let unit = self.needing((source, listed.at), &wanted, is_known);
        Some((cadre?, unit?))
    }

    /// A code that no cadre has.
    pub fn unknown_cadre(&self, code: &Text) -> Finding {
        match self.codes.cadre_with_zeros(&self.book.cadres, code) {
            Some(meant) => lost_zeros(code, &meant),
            None => Finding::new("cadre-unknown", Severity::Error)
                .value(code)
                .nearest(self.codes.nearest_cadre(&self.book.cadres, code)),
        }
    }

    /// The unit of a code on the days of a row, which must stand on the level that the duty is for. Where the code
    /// was used again since the row's first day, the one for which `is_known` says that the row is there already.
    pub fn needing(
        &mut self,
        (source, at): (&Source, u32),
        wanted: &Wanted,
        is_known: impl Fn(UnitId) -> bool,
    ) -> Option<UnitId> {
        let Wanted { code, duty, period } = *wanted;
        let day = day_of(period, self.how.day);
        // Only a code that was used again may mean another unit then.
        let then = period.from.filter(|_| self.codes.is_reused(code)).and_then(|from| {
            self.codes.units(&self.book.units, code).find(|id| self.book.unit(*id).period.contains(from))
        });
        let unit = match (then, self.codes.unit_on(&self.book.units, code, day)) {
            (_, None) => {
                self.report_unknown_unit(source, at, (Column::UnitCode, code), day);
                return None;
            }
            (Some(then), Some(now)) if then != now => match [then, now].into_iter().find(|unit| is_known(*unit)) {
                Some(known) => known,
                None => {
                    let finding = Finding::new("unit-code-ambiguous", Severity::Error).value(code).unit(code);
                    let finding = finding.arg("then", self.book.path(then)).arg("now", self.book.path(now));
                    self.findings.push(finding.place(source.place(at, Column::UnitCode)));
                    return None;
                }
            },
            (_, Some(now)) => now,
        };
        let policy = self.book.policy.on(period.from.unwrap_or(day));
        if !policy.has_duty(duty) {
            let finding = Finding::new("duty-not-in-force", Severity::Error).value(&policy.duty(duty).code);
            let finding = finding.arg("duty", duty).arg("day", period.from.unwrap_or(day));
            self.findings.push(finding.place(source.place(at, Column::Duty)));
            return None;
        }
        let (level, expected) = (self.book.unit(unit).level, policy.duty(duty).unit);
        if level != expected && self.misplaced.contains(&unit) {
            return None;
        }
        if level != expected {
            let finding = Finding::new("duty-wrong-level", Severity::Error).value(code).unit(code);
            let finding = finding.arg("duty", duty).arg("level", level).arg("expected", expected);
            self.findings.push(finding.place(source.place(at, Column::UnitCode)));
            return None;
        }
        Some(unit)
    }
}

fn key(row: &Assignment) -> Key {
    (row.cadre, row.unit, row.duty, row.period.from)
}

/// The assignment as the row says; what the file has no column for stays as it was.
fn assignment_of(source: &Source, row: &AssignmentRow, before: Assignment) -> Assignment {
    let mut assignment = before;
    if source.has(Column::To) {
        assignment.period.to = row.to;
    }
    if source.has(Column::DecisionNo) {
        assignment.decision_no = row.decision_no.clone();
    }
    if source.has(Column::Note) {
        assignment.note = row.note.clone();
    }
    assignment
}

fn blank((cadre, unit, duty, from): Key, free: u32) -> Assignment {
    let period = Period { from, to: None };
    Assignment { row: free, cadre, unit, duty, period, decision_no: Shared::new(), note: Shared::new() }
}
