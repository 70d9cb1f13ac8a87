//! assignment-overlapping: the same cadre, unit and duty stand twice for the same days.

use super::{Check, View};
use crate::model::assignment::Assignment;
use crate::model::book::Book;
use crate::model::finding::{Arg, Finding, Severity};
use crate::model::id::{AssignmentId, CadreId, DutyId, UnitId};

/// No two assignments of one cadre, unit and duty share a day. A pair is reported while one of the
/// two is in force.
pub const CHECK: Check = Check { id: "assignment-overlapping", severity: Severity::Error, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let book = view.snapshot.book;
    let mut ids = beside_others(book);
    ids.sort_by_key(|id| (key(book.assignment(*id)), book.assignment(*id).period.from));
    let same = ids.chunk_by(|one, other| key(book.assignment(*one)) == key(book.assignment(*other)));
    let mut pairs: Vec<[AssignmentId; 2]> = same.flat_map(|own| overlapping(view, own)).collect();
    pairs.retain(|pair| pair.iter().any(|id| is_in_force(view, *id)));
    pairs.sort_unstable_by_key(|[earlier, later]| (earlier.max(later).0, earlier.min(later).0));
    pairs.iter().map(|pair| finding(view, pair.map(|id| book.assignment(id)))).for_each(take);
}

/// The assignments to units that have several, of whatever duty and day: most units have one.
fn beside_others(book: &Book) -> Vec<AssignmentId> {
    let mut counts = vec![0u8; book.units.len()];
    for assignment in &book.assignments {
        let count = &mut counts[assignment.unit.index()];
        *count = count.saturating_add(1);
    }
    let is_beside = |id: &AssignmentId| counts[book.assignment(*id).unit.index()] > 1;
    (0..book.assignments.len()).map(AssignmentId::at).filter(is_beside).collect()
}

fn key(assignment: &Assignment) -> (CadreId, UnitId, DutyId) {
    (assignment.cadre, assignment.unit, assignment.duty)
}

/// Each of `own` (sorted by first day) that overlaps an earlier one, with the earlier one that
/// lasts longest: as many pairs as needed to name every overlap once, however many rows there are.
fn overlapping(view: &View, own: &[AssignmentId]) -> Vec<[AssignmentId; 2]> {
    let period = |id: AssignmentId| view.snapshot.book.assignment(id).period;
    let lasts_longer = |one, other| period(other).to.is_some_and(|end| period(one).to.is_none_or(|to| to > end));
    let mut pairs = Vec::new();
    let Some((mut longest, rest)) = own.split_first() else { return pairs };
    for id in rest {
        if period(*longest).overlaps(&period(*id)) {
            pairs.push([*longest, *id]);
        }
        if lasts_longer(*id, *longest) {
            longest = id;
        }
    }
    pairs
}

fn is_in_force(view: &View, id: AssignmentId) -> bool {
    view.snapshot.book.assignment(id).period.contains(view.snapshot.day)
}

fn finding(view: &View, [earlier, later]: [&Assignment; 2]) -> Finding {
    let from = |assignment: &Assignment| assignment.period.from.map_or(Arg::from("…"), Arg::from);
    CHECK.on_assignment(view, later).arg("from", from(earlier)).arg("again", from(later))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{AN, BEGIN, DAY, NORTH_1, SOUTH_1, assign, district, found, said};
    use crate::model::day::{Period, day_after, day_before};
    use crate::model::lang::Lang;

    #[test]
    fn two_open_assignments_of_one_seat_by_one_cadre_are_reported() {
        let mut book = district();
        assign(&mut book, AN, NORTH_1).period.from = Some(DAY);
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 1);
        assert!(said(&book, Lang::En, &findings[0]).contains("from 2022-01-01 and again from 2022-06-30"));
    }

    #[test]
    fn a_future_assignment_inside_one_in_force_is_reported() {
        let mut book = district();
        assign(&mut book, AN, NORTH_1).period.from = Some(day_after(DAY));
        assert_eq!(found(&CHECK, &book).len(), 1);
    }

    #[test]
    fn many_copies_of_one_row_are_reported_once_each() {
        let mut book = district();
        for _ in 0..50 {
            assign(&mut book, AN, NORTH_1);
        }
        assert_eq!(found(&CHECK, &book).len(), 50);
    }

    #[test]
    fn every_assignment_in_force_that_overlaps_is_named() {
        let mut book = district();
        assign(&mut book, AN, SOUTH_1).period = Period { from: Some(BEGIN), to: Some(BEGIN) };
        assign(&mut book, AN, SOUTH_1).period = Period { from: Some(BEGIN), to: Some(DAY) };
        assign(&mut book, AN, SOUTH_1).period = Period { from: Some(DAY), to: None };
        assert_eq!(found(&CHECK, &book).len(), 2);
    }

    #[test]
    fn a_term_that_begins_the_day_after_another_ended_is_not_reported() {
        let mut book = district();
        book.assignments[0].period.to = Some(day_before(DAY));
        assign(&mut book, AN, NORTH_1).period.from = Some(DAY);
        assign(&mut book, AN, SOUTH_1);
        assert_eq!(found(&CHECK, &book), []);
    }

    #[test]
    fn an_overlap_of_rows_that_are_over_is_not_reported() {
        let mut book = district();
        for _ in 0..2 {
            assign(&mut book, AN, SOUTH_1).period.to = Some(day_before(DAY));
        }
        assert_eq!(found(&CHECK, &book), []);
    }
}
