//! Service (thực tế phụ trách): the days on which somebody really held a seat, and those on which nobody did.

use super::assignment::Assignment;
use super::book::Book;
use super::cadre::{Cadre, Status};
use super::day::{Day, Period, day_after};
use super::id::{AssignmentId, CadreId, DutyId, UnitId};

/// What ended a spell of service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The assignment was over.
    Assignment,
    /// The unit was no more.
    Unit,
    /// The cadre was no longer at work.
    Status(Status),
}

/// Days on end on which a cadre held a seat: assigned and at work, in a unit that was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spell {
    /// Who.
    pub cadre: CadreId,
    /// Where.
    pub unit: UnitId,
    /// What for.
    pub duty: DutyId,
    /// The assignments that it stands on, by their first days; more than one where they overlap.
    pub assignments: Vec<AssignmentId>,
    /// The days.
    pub period: Period,
    /// What ended it; `None` while its last day is open or cut off.
    pub end: Option<End>,
}

impl Spell {
    /// The first day without it, where it ends.
    pub fn over(&self) -> Option<Day> {
        self.period.to.map(day_after)
    }
}

/// Spells that stand on the assignments that are `wanted`, by their first days. Assignments of one cadre to one seat
/// that share a day are one spell: nobody serves a day twice.
pub fn spells(book: &Book, wanted: impl Fn(&Assignment) -> bool) -> Vec<Spell> {
    let all = book.assignments.iter().enumerate().filter(|(_, assignment)| wanted(assignment));
    let mut spells: Vec<Spell> =
        all.flat_map(|(at, assignment)| spells_of(book, AssignmentId::at(at), assignment)).collect();
    spells.sort_by_key(|spell| (spell.unit, spell.duty, spell.cadre, spell.period.from));
    let mut joined: Vec<Spell> = Vec::with_capacity(spells.len());
    for spell in spells {
        match joined.last_mut() {
            Some(last) if is_same_seat(last, &spell) && last.period.overlaps(&spell.period) => join(last, spell),
            _ => joined.push(spell),
        }
    }
    joined.sort_by_key(|spell| (spell.period.from, spell.unit, spell.duty, spell.cadre));
    joined
}

/// The part of each spell that lies in a stretch of days. One that goes on after the stretch has no end there.
pub fn within(spells: &[Spell], stretch: Period) -> Vec<Spell> {
    let part = |spell: &Spell| {
        let period = spell.period.shared(&stretch)?;
        let end = spell.end.filter(|_| period.to == spell.period.to);
        Some(Spell { period, end, ..spell.clone() })
    };
    let mut parts: Vec<Spell> = spells.iter().filter_map(part).collect();
    parts.sort_by_key(|spell| (spell.period.from, spell.unit, spell.duty, spell.cadre));
    parts
}

/// The days of a stretch on which the unit was there and nobody held the seat, by the spells of that seat in their
/// order. Where nothing says since when the unit is there, nothing is said of the days before its first spell.
pub fn unserved(book: &Book, unit: UnitId, spells: &[Spell], stretch: Period) -> Vec<Period> {
    let Some(whole) = book.unit(unit).period.shared(&stretch) else { return Vec::new() };
    let mut free = Vec::new();
    let mut next = whole.from.or_else(|| spells.first().and_then(|spell| spell.period.from));
    for spell in spells {
        let before = spell.period.from.and_then(|from| from.yesterday().ok());
        let gap = before.and_then(|before| whole.shared(&Period { from: next, to: Some(before) }));
        free.extend(gap);
        let Some(after) = spell.period.to.and_then(|to| to.tomorrow().ok()) else { return free };
        next = next.max(Some(after));
    }
    free.extend(whole.shared(&Period { from: next, to: None }));
    free
}

fn is_same_seat(one: &Spell, other: &Spell) -> bool {
    (one.cadre, one.unit, one.duty) == (other.cadre, other.unit, other.duty)
}

fn join(spell: &mut Spell, other: Spell) {
    let lasts_longer = spell.period.to.is_some_and(|to| other.period.to.is_none_or(|end| end > to));
    spell.assignments.extend(other.assignments);
    if lasts_longer {
        spell.period.to = other.period.to;
        spell.end = other.end;
    }
}

/// The spells of one assignment, however long other assignments make them.
fn spells_of(book: &Book, id: AssignmentId, assignment: &Assignment) -> Vec<Spell> {
    let unit = book.unit(assignment.unit).period;
    let Some(assigned) = assignment.period.shared(&unit) else { return Vec::new() };
    let spell = |(work, status): (Period, Option<Status>)| {
        let period = assigned.shared(&work)?;
        let is_last = |to: Option<Day>| to.is_some() && to == period.to;
        let end = match status {
            Some(status) if is_last(work.to) => Some(End::Status(status)),
            _ if is_last(unit.to) => Some(End::Unit),
            _ => period.to.map(|_| End::Assignment),
        };
        let Assignment { cadre, unit, duty, .. } = *assignment;
        Some(Spell { cadre, unit, duty, assignments: vec![id], period, end })
    };
    at_work(book.cadre(assignment.cadre)).into_iter().filter_map(spell).collect()
}

/// The stretches of days on which a cadre is at work, each with the status that ends it.
fn at_work(cadre: &Cadre) -> Vec<(Period, Option<Status>)> {
    let next = |work: &Period| work.to.and_then(|to| cadre.status_on(day_after(to)));
    cadre.active_periods().into_iter().map(|work| (work, next(&work))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::{AN, BINH, NORTH, SOUTH, assign, book, june, leaves, stretch};

    /// Who served from when to when in the north, in days of June.
    fn served(book: &Book) -> Vec<(CadreId, Period, Option<End>)> {
        let spells = spells(book, |assignment| assignment.unit == NORTH);
        spells.into_iter().map(|spell| (spell.cadre, spell.period, spell.end)).collect()
    }

    fn free(book: &Book, stretch: Period) -> Vec<Period> {
        unserved(book, NORTH, &within(&spells(book, |_| true), stretch), stretch)
    }

    #[test]
    fn handing_over_leaves_no_day_without_a_holder_and_none_with_two() {
        let mut book = book();
        assign(&mut book, AN, NORTH, 1, 14);
        assign(&mut book, BINH, NORTH, 15, 0);
        let right = [(AN, stretch(1, 14), Some(End::Assignment)), (BINH, stretch(15, 0), None)];
        assert_eq!(served(&book), right);
        assert!(free(&book, stretch(1, 30)).is_empty());
    }

    #[test]
    fn who_retires_in_the_middle_serves_until_the_day_before() {
        let mut book = book();
        assign(&mut book, AN, NORTH, 1, 30);
        leaves(&mut book, AN, Status::Retired, 16);
        assert_eq!(served(&book), [(AN, stretch(1, 15), Some(End::Status(Status::Retired)))]);
        assert_eq!(free(&book, stretch(1, 30)), [stretch(16, 30)]);
    }

    #[test]
    fn an_assignment_that_ends_with_the_work_was_ended_by_the_status() {
        let mut book = book();
        assign(&mut book, AN, NORTH, 1, 15);
        leaves(&mut book, AN, Status::Died, 16);
        assert_eq!(served(&book), [(AN, stretch(1, 15), Some(End::Status(Status::Died)))]);
    }

    #[test]
    fn a_newcomer_serves_from_the_first_day_at_work_and_who_never_was_at_work_not_at_all() {
        let mut book = book();
        assign(&mut book, AN, NORTH, 1, 0);
        leaves(&mut book, AN, Status::Active, 10);
        assert_eq!(served(&book), [(AN, stretch(10, 0), None)]);
        (book.cadres[0].status, book.cadres[0].status_from) = (Status::Leave, None);
        assert!(served(&book).is_empty());
    }

    #[test]
    fn overlapping_assignments_of_one_cadre_are_one_spell() {
        let mut book = book();
        let ids = [assign(&mut book, AN, NORTH, 1, 20), assign(&mut book, AN, NORTH, 10, 15)];
        assign(&mut book, AN, NORTH, 21, 25);
        let all = spells(&book, |_| true);
        let days: Vec<Option<i64>> = all.iter().map(|spell| spell.period.days()).collect();
        assert_eq!((all[0].assignments.as_slice(), days), (&ids[..], vec![Some(20), Some(5)]));
        book.assignments[1].period.to = None;
        assert_eq!(served(&book), [(AN, stretch(1, 0), None)]);
    }

    #[test]
    fn overlapping_assignments_of_two_cadres_are_two_spells() {
        let mut book = book();
        assign(&mut book, AN, NORTH, 1, 20);
        assign(&mut book, BINH, NORTH, 10, 25);
        assert_eq!(served(&book).len(), 2);
        assert_eq!(free(&book, stretch(1, 30)), [stretch(26, 30)]);
    }

    #[test]
    fn a_stretch_cuts_spells_and_what_is_cut_has_no_end_there() {
        let mut book = book();
        assign(&mut book, AN, NORTH, 0, 14);
        assign(&mut book, AN, SOUTH, 20, 0);
        let parts = |stretch| within(&spells(&book, |_| true), stretch);
        let first = &parts(stretch(5, 14))[0];
        assert_eq!((first.period, first.end), (stretch(5, 14), Some(End::Assignment)));
        assert_eq!((parts(stretch(5, 13))[0].end, parts(stretch(15, 19)).len()), (None, 0));
        assert_eq!(parts(Period::default())[1].period, stretch(20, 0));
    }

    #[test]
    fn a_unit_that_ends_ends_the_service_there_and_nobody_is_missed_after_it() {
        let mut book = book();
        assign(&mut book, AN, NORTH, 5, 0);
        book.units[NORTH.index()].period = stretch(3, 20);
        assert_eq!(served(&book), [(AN, stretch(5, 20), Some(End::Unit))]);
        assert_eq!(free(&book, Period::default()), [stretch(3, 4)]);
    }

    #[test]
    fn nothing_is_said_of_the_days_before_the_first_holder_that_is_known() {
        let mut book = book();
        assert_eq!(free(&book, Period::default()), [Period::default()]);
        assign(&mut book, AN, NORTH, 5, 9);
        assert_eq!(free(&book, Period::default()), [stretch(10, 0)]);
        assert_eq!(free(&book, stretch(1, 0)), [stretch(1, 4), stretch(10, 0)]);
        book.assignments[0].period.to = Some(Day::MAX);
        assert!(free(&book, Period::default()).is_empty());
    }

    #[test]
    fn who_comes_back_from_leave_serves_twice() {
        let mut book = book();
        assign(&mut book, AN, NORTH, 1, 0);
        book.cadres[AN.index()].turn(Status::Leave, Some(june(10)));
        book.cadres[AN.index()].turn(Status::Active, Some(june(20)));
        let right = [(AN, stretch(1, 9), Some(End::Status(Status::Leave))), (AN, stretch(20, 0), None)];
        assert_eq!(served(&book), right);
        assert_eq!(free(&book, stretch(1, 30)), [stretch(10, 19)]);
    }
}
