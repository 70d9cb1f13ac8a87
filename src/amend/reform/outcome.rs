//! What a reform comes to: which seats double up, which fall empty, who holds nothing any more, what is to be decided.

use std::collections::{HashMap, HashSet};

use super::Plan;
use super::fate::Fate;
use crate::model::book::Book;
use crate::model::coverage::{Coverage, coverage};
use crate::model::finding::{Finding, Severity};
use crate::model::id::{AssignmentId, CadreId, DutyId, UnitId};
use crate::model::reform::{Asked, Issue, Outcome, SeatAfter, Verdict};
use crate::model::snapshot::Snapshot;

impl Plan<'_> {
    /// Rows of the decided list that are about nothing here.
    pub(super) fn report_unused(&mut self) {
        let mut unused: Vec<_> =
            self.decided.values().filter(|(_, is_used)| !is_used).map(|(row, _)| (*row).clone()).collect();
        unused.sort_by_key(|row| row.place.row);
        for row in unused {
            let finding = Finding::new("reform-decision-unused", Severity::Error).value(&row.unit_code);
            self.amending.refuse(finding.place(row.place));
        }
    }

    /// Holds what was on the last day against what is on the first.
    pub(super) fn weigh(&self, before: &Book, outcome: &mut Outcome) {
        let (old, new) = (Snapshot::new(before, self.last()), Snapshot::new(self.book(), self.reform.day));
        let (covered_before, covered) = (coverage(&old), coverage(&new));
        outcome.followed = self.followed;
        outcome.carried = self.carried.len();
        outcome.ended = self.ended();
        outcome.absent = self.absent;
        let held_before: HashMap<(UnitId, DutyId), &Coverage> =
            covered_before.iter().map(|found| ((found.unit, found.duty), found)).collect();
        let (olds, had) = (self.olds(), self.book().policy.on(self.last()));
        let mut unheld: HashMap<DutyId, usize> = HashMap::new();
        for found in &covered {
            let olds = olds.get(&found.unit).map(Vec::as_slice).unwrap_or(std::slice::from_ref(&found.unit));
            let known: Vec<&Coverage> =
                olds.iter().filter_map(|old| held_before.get(&(*old, found.duty)).copied()).collect();
            let seat = |count| SeatAfter { unit: found.unit, duty: found.duty, count };
            if found.surplus() > known.iter().map(|known| known.surplus()).max().unwrap_or(0) {
                outcome.doubled.push(seat(found.surplus()));
            }
            if found.is_open() && !had.has_duty(found.duty) {
                *unheld.entry(found.duty).or_default() += found.gap() as usize;
            } else if found.is_open() && known.iter().any(|known| known.gap() == 0) {
                outcome.emptied.push(seat(found.gap()));
            }
        }
        outcome.unheld = unheld.into_iter().collect();
        outcome.unheld.sort_unstable();
        outcome.idle = idle(&old, &new);
        outcome.asked.extend(self.asked_of_seats(&new, &outcome.doubled));
    }

    /// The units of before by the one that each became a part of.
    fn olds(&self) -> HashMap<UnitId, Vec<UnitId>> {
        let mut olds: HashMap<UnitId, Vec<UnitId>> = HashMap::new();
        for row in self.amending.change.successions.added.iter().map(|at| &self.book().successions[at]) {
            if let Some(new) = row.new {
                olds.entry(new).or_default().push(row.old);
            }
        }
        for (unit, olds) in &mut olds {
            if self.fates.get(unit) == Some(&Fate::Stays) {
                olds.push(*unit);
            }
        }
        olds
    }

    /// Assignments that ended for good, by duty.
    fn ended(&self) -> Vec<(DutyId, usize)> {
        let mut ended: HashMap<DutyId, usize> = HashMap::new();
        let edits = self.amending.change.assignments.edited.iter().map(|edit| edit.at);
        let edits = edits.filter(|at| self.book().assignments[*at].period.to == Some(self.last()));
        for at in edits.filter(|at| !self.carried.contains_key(&AssignmentId::at(*at))) {
            *ended.entry(self.book().assignments[at].duty).or_default() += 1;
        }
        let mut ended: Vec<_> = ended.into_iter().collect();
        ended.sort_unstable();
        ended
    }

    /// Assignments that the office may decide on: those of seats that double up, and those whose unit is gone while
    /// their duty is not; and those that it decided on already.
    fn asked_of_seats(&self, new: &Snapshot, doubled: &[SeatAfter]) -> Vec<Asked> {
        let came: HashMap<AssignmentId, Vec<AssignmentId>> =
            self.carried.iter().fold(HashMap::new(), |mut all, pair| {
                all.entry(*pair.1).or_insert_with(Vec::new).push(*pair.0);
                all
            });
        let mut asked: Vec<Asked> = Vec::new();
        for seat in doubled {
            for holder in new.holders(seat.unit, seat.duty) {
                let mut olds = came.get(&holder).cloned().unwrap_or_else(|| vec![holder]);
                olds.sort_unstable();
                asked.extend(olds.into_iter().map(|old| self.ask(Issue::Doubled, old, Some(seat.unit), Verdict::Keep)));
            }
        }
        let told: HashSet<AssignmentId> = asked.iter().filter_map(|asked| asked.assignment).collect();
        for edit in &self.amending.change.assignments.edited {
            let (id, row) = (AssignmentId::at(edit.at), &self.book().assignments[edit.at]);
            let is_gone = !matches!(self.fates.get(&row.unit), Some(Fate::Stays | Fate::Whole(_)));
            let is_decided = self.verdicts.contains_key(&id);
            if told.contains(&id) || !(is_decided || is_gone && self.book().policy.has_duty(row.duty)) {
                continue;
            }
            let heir = match self.fates.get(&row.unit) {
                Some(Fate::Whole(new)) => Some(*new),
                _ => None,
            };
            let issue = if is_gone { Issue::PlaceGone } else { Issue::Doubled };
            let proposed = if is_gone { Verdict::End } else { Verdict::Keep };
            asked.push(self.ask(issue, id, heir, proposed));
        }
        asked
    }

    fn ask(&self, issue: Issue, id: AssignmentId, new: Option<UnitId>, proposed: Verdict) -> Asked {
        let decided = self.verdicts.get(&id).and_then(|row| Some((row.verdict?, row.to.clone())));
        let unit = self.book().assignment(id).unit;
        Asked { issue, unit, new, assignment: Some(id), proposed: Some(proposed), decided }
    }
}

/// Cadres at work who held something on the last day and hold nothing on the first.
fn idle(old: &Snapshot, new: &Snapshot) -> Vec<CadreId> {
    let all = (0..new.book.cadres.len()).map(CadreId::at);
    let held = |cadre: &CadreId| old.of_cadre(*cadre).next().is_some();
    all.filter(|cadre| held(cadre) && new.is_active(*cadre) && new.of_cadre(*cadre).next().is_none()).collect()
}
