//! What hangs on units goes with them: assignments, accepted vacancies, numbers of seats, meetings.

use std::collections::{HashMap, HashSet};

use super::Plan;
use super::fate::Fate;
use crate::amend::Grounds;
use crate::model::Text;
use crate::model::assignment::Assignment;
use crate::model::change::{Deed, Edit};
use crate::model::day::{Day, Period, day_before};
use crate::model::finding::{Finding, Severity};
use crate::model::id::{AssignmentId, CadreId, DutyId, UnitId};
use crate::model::meeting::Meeting;
use crate::model::reform::{Decided, Verdict};
use crate::model::seat::SeatRule;
use crate::model::vacancy::Vacancy;

type Seat = (CadreId, UnitId, DutyId);

/// The assignments of each seat and cadre, so that nobody is given one twice.
type Taken = HashMap<Seat, Vec<usize>>;

impl Plan<'_> {
    /// Carries over what hangs on the units that are over, as far as something took their place.
    pub(super) fn carry(&mut self) {
        let mut taken = Taken::new();
        for (at, row) in self.book().assignments.iter().enumerate() {
            taken.entry((row.cadre, row.unit, row.duty)).or_default().push(at);
        }
        let on = self.reform.day;
        for at in 0..self.book().assignments.len() {
            let row = self.book().assignments[at].clone();
            if row.period.to.is_none_or(|to| to >= on) && self.fates.contains_key(&row.unit) {
                self.carry_assignment(at, &row, &mut taken);
            }
        }
        self.amending.change.assignments.edited.sort_by_key(|edit| edit.at);
        self.carry_vacancies();
        self.carry_seats();
        self.carry_meetings();
    }

    fn carry_assignment(&mut self, at: usize, row: &Assignment, taken: &mut Taken) {
        let id = AssignmentId::at(at);
        let codes = [
            self.book().unit(row.unit).code.clone(),
            self.book().cadre(row.cadre).code.clone(),
            self.book().policy.duty(row.duty).code.clone().into(),
        ];
        let decided = self.decision(codes.each_ref().map(Text::as_str));
        if let Some(decided) = decided {
            self.verdicts.insert(id, decided.clone());
        }
        let goes = self.place(row, decided);
        if goes == Some(row.unit) {
            return;
        }
        let on = self.reform.day;
        match (goes, row.period.from.is_some_and(|from| from >= on)) {
            (Some(to), true) => self.move_later(at, row, to, taken),
            (None, true) => self.report_later(row),
            (to, false) => {
                let goes_on = to.filter(|_| self.book().cadre(row.cadre).is_active_on(on));
                self.absent += usize::from(to.is_some() && goes_on.is_none());
                let grounds = Grounds { decision_no: self.reform.decision_no.clone(), reason: Text::default() };
                let grounds = if goes_on.is_some() { Grounds::default() } else { grounds };
                self.amending.end(id, day_before(on), &grounds);
                if let Some(to) = goes_on {
                    self.go_on(id, row, to, taken);
                }
            }
        }
    }

    /// The unit in which an assignment goes on.
    fn place(&mut self, row: &Assignment, decided: Option<&Decided>) -> Option<UnitId> {
        let takes = |plan: &Self, unit: UnitId| {
            let policy = &plan.book().policy;
            policy.has_duty(row.duty) && policy.duty(row.duty).unit == plan.book().unit(unit).level
        };
        let own = match &self.fates[&row.unit] {
            Fate::Stays => Some(row.unit),
            Fate::Whole(new) => Some(*new),
            _ => None,
        };
        let own = own.filter(|unit| takes(self, *unit));
        let Some(decided) = decided else { return own };
        let to = match decided.verdict {
            Some(Verdict::End) => return None,
            Some(Verdict::Move) => self.unit_after(&decided.to).filter(|unit| takes(self, *unit)),
            _ => own,
        };
        if to.is_none() {
            let (name, value) =
                (self.book().cadre(row.cadre).full_name.clone(), self.book().unit(row.unit).code.clone());
            let check =
                if decided.verdict == Some(Verdict::Move) { "reform-move-nowhere" } else { "reform-keep-nowhere" };
            let value = if decided.to.is_empty() { &value } else { &decided.to };
            let finding = Finding::new(check, Severity::Error).value(value).arg("name", &name).arg("duty", row.duty);
            self.amending.refuse(finding.place(decided.place.clone()));
        }
        to
    }

    /// Begins an assignment in the new unit; somebody who held a seat in several that were merged holds it once.
    fn go_on(&mut self, id: AssignmentId, row: &Assignment, to: UnitId, taken: &mut Taken) {
        let on = self.reform.day;
        let known = taken.entry((row.cadre, to, row.duty)).or_default();
        let assignments = &mut self.amending.book.assignments;
        if let Some(same) = known.iter().copied().find(|at| assignments[*at].period.contains(on)) {
            let is_new = self.amending.change.assignments.added.contains(same);
            if is_new && assignments[same].period.to.is_some_and(|to| row.period.to.is_none_or(|own| own > to)) {
                assignments[same].period.to = row.period.to;
            }
            self.carried.insert(id, AssignmentId::at(same));
            return;
        }
        let next: Option<Day> =
            known.iter().filter_map(|at| assignments[*at].period.from).filter(|from| *from > on).min();
        let last = [row.period.to, next.map(day_before)].into_iter().flatten().min();
        known.push(assignments.len());
        self.carried.insert(id, AssignmentId::at(assignments.len()));
        let decision_no = match self.reform.decision_no.is_empty() {
            true => row.decision_no.clone(),
            false => self.reform.decision_no.as_str().into(),
        };
        let period = Period { from: Some(on), to: last };
        self.amending.add(Assignment { unit: to, period, decision_no, ..row.clone() });
    }

    /// Moves an assignment that begins only after the reform.
    fn move_later(&mut self, at: usize, row: &Assignment, to: UnitId, taken: &mut Taken) {
        let known = taken.entry((row.cadre, to, row.duty)).or_default();
        if known.iter().any(|at| self.amending.book.assignments[*at].period.overlaps(&row.period)) {
            return self.report_later(row);
        }
        known.push(at);
        self.amending.book.assignments[at].unit = to;
        self.amending.change.assignments.rows += 1;
        let edit = Edit { at, before: row.clone(), deed: Deed::Changed };
        self.amending.change.assignments.edited.push(edit);
    }

    fn report_later(&mut self, row: &Assignment) {
        let finding = self.amending.about(Finding::new("reform-left-behind", Severity::Warning), row);
        self.amending.refuse(finding.arg("from", row.period.from.unwrap_or(self.reform.day)));
    }

    /// The unit that a unit went over to as a whole, where a duty is still one of its level.
    fn heir(&self, unit: UnitId, duty: DutyId) -> Option<UnitId> {
        let Some(Fate::Whole(new)) = self.fates.get(&unit) else { return None };
        let policy = &self.book().policy;
        let takes = policy.has_duty(duty) && policy.duty(duty).unit == self.book().unit(*new).level;
        takes.then_some(*new)
    }

    fn is_over(&self, unit: UnitId) -> bool {
        self.fates.get(&unit).is_some_and(|fate| *fate != Fate::Stays)
    }

    fn carry_vacancies(&mut self) {
        let on = self.reform.day;
        for at in 0..self.book().vacancies.len() {
            let row = self.book().vacancies[at].clone();
            if row.until.is_some_and(|until| until < on) || !self.is_over(row.unit) {
                continue;
            }
            let to = self.heir(row.unit, row.duty);
            let clashes = to.is_some_and(|to| {
                let period = Period { from: Some(row.since.max(on)), to: row.until };
                let same = |known: &&Vacancy| known.unit == to && known.duty == row.duty;
                self.book().vacancies.iter().filter(same).any(|known| known.period().overlaps(&period))
            });
            let now = &mut self.amending.book.vacancies[at];
            match to.filter(|_| !clashes) {
                Some(to) if row.since >= on => now.unit = to,
                _ if row.since >= on => continue,
                _ => now.until = Some(day_before(on)),
            }
            let deed = if row.since >= on { Deed::Changed } else { Deed::Ended };
            self.amending.change.vacancies.rows += 1;
            self.amending.change.vacancies.edited.push(Edit { at, before: row.clone(), deed });
            if let Some(to) = to.filter(|_| !clashes && row.since < on) {
                self.amending.add_vacancy((to, row.duty), on, row.until, row.reason);
            }
        }
    }

    /// A unit's own number of seats goes with it; of several, that of the first.
    fn carry_seats(&mut self) {
        for at in 0..self.book().seats.len() {
            let rule = self.book().seats[at].clone();
            let Some(to) = self.heir(rule.unit, rule.duty) else { continue };
            if self.book().seats.iter().any(|known| (known.unit, known.duty) == (to, rule.duty)) {
                continue;
            }
            let row = self.book().seats.last().map_or(0, |last| last.row) + 1;
            self.amending.change.seats.rows += 1;
            self.amending.change.seats.added.push(self.book().seats.len());
            self.amending.book.seats.push(SeatRule { row, unit: to, ..rule });
        }
    }

    /// A unit's meetings go with it as a whole, where it stays on its level; of several of one name, the first.
    fn carry_meetings(&mut self) {
        let mut known: HashSet<(UnitId, Text)> =
            self.book().meetings.iter().map(|meeting| (meeting.unit, meeting.name.clone())).collect();
        for at in 0..self.book().meetings.len() {
            let meeting = self.book().meetings[at].clone();
            let Some(Fate::Whole(to)) = self.fates.get(&meeting.unit).cloned() else { continue };
            let is_of_level = self.book().unit(to).level == self.book().unit(meeting.unit).level;
            if !is_of_level || !known.insert((to, meeting.name.clone())) {
                continue;
            }
            let row = self.book().meetings.last().map_or(0, |last| last.row) + 1;
            self.amending.change.meetings.rows += 1;
            self.amending.change.meetings.added.push(self.book().meetings.len());
            self.amending.book.meetings.push(Meeting { row, unit: to, ..meeting });
        }
    }
}
