//! Sync: known rows in force that the lists do not name are ended the day before the import's day.
//! A short file must not wipe the roster: more than the allowed share is refused.

use super::Merging;
use crate::model::cadre::Status;
use crate::model::change::{Deed, Edit, TableChange};
use crate::model::day::{Day, day_before};
use crate::model::finding::{Finding, Severity};
use crate::model::id::UnitId;
use crate::model::list::Kind;
use crate::model::rows::Named;

impl Merging<'_> {
    /// Ends units; `named_at` says which rows the lists named.
    pub fn sync_units(&mut self, named_at: &[Option<Named>]) {
        let day = self.how.day;
        let last = day_before(day);
        let sync = self.syncing(Kind::Units, named_at);
        let is_open =
            |unit: &crate::model::unit::Unit| unit.period.contains(day) && begins_before(unit.period.from, day);
        let finding =
            sync.end(&mut self.book.units, &mut self.change.units, is_open, |unit| unit.period.to = Some(last));
        self.findings.extend(finding);
    }

    /// Marks cadres as transferred.
    pub fn sync_cadres(&mut self, named_at: &[Option<Named>]) {
        let day = self.how.day;
        let sync = self.syncing(Kind::Cadres, named_at);
        let is_open =
            |cadre: &crate::model::cadre::Cadre| cadre.is_active_on(day) && cadre.is_active_on(day_before(day));
        let finding = sync.end(&mut self.book.cadres, &mut self.change.cadres, is_open, |cadre| {
            cadre.status = Status::Transferred;
            cadre.status_from = Some(day);
        });
        self.findings.extend(finding);
    }

    /// Ends assignments.
    pub fn sync_assignments(&mut self, named_at: &[Option<Named>]) {
        let day = self.how.day;
        let last = day_before(day);
        let sync = self.syncing(Kind::Assignments, named_at);
        let is_open =
            |a: &crate::model::assignment::Assignment| a.period.contains(day) && begins_before(a.period.from, day);
        let finding = sync.end(&mut self.book.assignments, &mut self.change.assignments, is_open, |a| {
            a.period.to = Some(last);
        });
        self.findings.extend(finding);
    }

    /// Closes vacancies.
    pub fn sync_vacancies(&mut self, named_at: &[Option<Named>]) {
        let day = self.how.day;
        let last = day_before(day);
        let sync = self.syncing(Kind::Vacancies, named_at);
        let is_open = |v: &crate::model::vacancy::Vacancy| v.period().contains(day) && v.since < day;
        let finding = sync.end(&mut self.book.vacancies, &mut self.change.vacancies, is_open, |v| v.until = Some(last));
        self.findings.extend(finding);
    }

    fn syncing<'n>(&self, kind: Kind, named_at: &'n [Option<Named>]) -> Sync<'n> {
        let refused = self.refused.get(&kind).copied().unwrap_or_default();
        Sync { kind, refused, max_end: self.how.max_end, named_at }
    }

    /// Takes seat rules away: they have no days. Rules of units of other days stay.
    pub fn sync_seats(&mut self, named_at: &[Option<Named>]) {
        let goes = self.unnamed(named_at, self.book.seats.iter().map(|rule| rule.unit));
        let known = named_at.len() - self.change.seats.added.len();
        let finding = self.syncing(Kind::Seats, named_at).too_many_ended(goes.len(), known);
        self.findings.extend(finding);
        take(&mut self.book.seats, &mut self.change.seats, |at| goes.binary_search(&at).is_ok());
    }

    /// Takes meetings away, as [`Self::sync_seats`] does.
    pub fn sync_meetings(&mut self, named_at: &[Option<Named>]) {
        let goes = self.unnamed(named_at, self.book.meetings.iter().map(|meeting| meeting.unit));
        let known = named_at.len() - self.change.meetings.added.len();
        let finding = self.syncing(Kind::Meetings, named_at).too_many_ended(goes.len(), known);
        self.findings.extend(finding);
        take(&mut self.book.meetings, &mut self.change.meetings, |at| goes.binary_search(&at).is_ok());
    }

    /// Positions of the rows of units in force that nobody named, of rows without days; `units` gives the unit of each.
    fn unnamed(&self, named_at: &[Option<Named>], units: impl Iterator<Item = UnitId>) -> Vec<usize> {
        let rows = units.zip(named_at).enumerate();
        let unnamed =
            rows.filter(|(_, (unit, named))| named.is_none() && self.book.unit(*unit).period.contains(self.how.day));
        unnamed.map(|(at, _)| at).collect()
    }
}

/// Takes away the rows at some positions.
pub fn take<T>(rows: &mut Vec<T>, change: &mut TableChange<T>, goes: impl Fn(usize) -> bool) {
    if !(0..rows.len()).any(&goes) {
        return;
    }
    let old = std::mem::take(rows);
    let mut moved = Vec::with_capacity(old.len());
    for (at, row) in old.into_iter().enumerate() {
        moved.push(rows.len());
        if goes(at) {
            change.removed.push(row);
        } else {
            rows.push(row);
        }
    }
    change.added = change.added.iter().map(|at| moved[at]).collect();
    change.edited.iter_mut().for_each(|edit| edit.at = moved[edit.at]);
}

struct Sync<'n> {
    kind: Kind,
    /// Rows of the lists that were refused: each may name a row.
    refused: usize,
    max_end: u32,
    named_at: &'n [Option<Named>],
}

impl Sync<'_> {
    /// Ends the open rows that nobody named; gives a finding when these are too many.
    fn end<T: Clone>(
        &self,
        rows: &mut [T],
        change: &mut TableChange<T>,
        is_open: impl Fn(&T) -> bool,
        end: impl Fn(&mut T),
    ) -> Option<Finding> {
        let mut open = 0;
        let before = change.edited.len();
        for (at, row) in rows.iter_mut().enumerate() {
            let is_new = change.added.contains(at);
            if is_new || !is_open(row) {
                continue;
            }
            open += 1;
            if self.named_at.get(at).is_none_or(Option::is_none) {
                let before = row.clone();
                end(row);
                change.edited.push(Edit { at, before, deed: Deed::Ended });
            }
        }
        self.too_many_ended(change.edited.len() - before, open)
    }

    /// Refuses to end more than the allowed share. Refused rows count as if each named one of the
    /// missing: a faulty list is not a short one.
    fn too_many_ended(&self, missing: usize, open: usize) -> Option<Finding> {
        too_many_ended(self.kind, missing.saturating_sub(self.refused), open, self.max_end)
    }
}

/// Refuses to end more than the allowed share of the rows that are open.
pub fn too_many_ended(kind: Kind, ended: usize, open: usize, most: u32) -> Option<Finding> {
    let is_too_many = ended * 100 > open * most as usize;
    is_too_many.then(|| {
        let finding = Finding::new("too-many-ended", Severity::Error).value(kind.name()).arg("list", kind);
        let needed = (ended * 100).div_ceil(open.max(1));
        finding.arg("ended", ended).arg("rows", open).arg("most", most).arg("needed", needed)
    })
}

fn begins_before(from: Option<Day>, day: Day) -> bool {
    from.is_none_or(|from| from < day)
}
