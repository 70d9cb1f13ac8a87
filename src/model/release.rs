//! Releases (thôi phân công): who leaves a seat by a decision, told from the assignments that cite it.

use std::collections::{BTreeSet, HashSet};

use super::assignment::Assignment;
use super::book::Book;
use super::day::{Day, Period};
use super::handover::turns;
use super::id::{AssignmentId, DutyId, UnitId};
use super::service::{Spell, spells};

/// Whoever was over on the first day of an assignment in `citing`, or on the day of the decision: in a unit and duty
/// that it fills, or by an assignment that `is_ended` says the decision ends. Who goes on in the same seat leaves nothing.
pub fn released(
    book: &Book,
    citing: &[AssignmentId],
    effective: Option<Day>,
    is_ended: impl Fn(&Assignment) -> bool,
) -> Vec<Spell> {
    let filled: HashSet<(UnitId, DutyId)> =
        citing.iter().map(|id| book.assignment(*id)).map(|one| (one.unit, one.duty)).collect();
    let first = citing.iter().filter_map(|id| book.assignment(*id).period.from);
    let days: BTreeSet<Day> = first.chain(effective).collect();
    let spells = spells(book, |_| true);
    let mut released = Vec::new();
    for day in days {
        for turn in turns(book, &spells, Period::of_day(day)) {
            let Some(old) = turn.old else { continue };
            let new = turn.new.map(|new| (new.unit, new.duty));
            let is_ended = || old.assignments.iter().any(|id| is_ended(book.assignment(*id)));
            let is_filled = filled.contains(&(old.unit, old.duty)) || new.is_some_and(|new| filled.contains(&new));
            if is_filled || is_ended() {
                released.push(old.clone());
            }
        }
    }
    released
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::{AN, BINH, CUC, NORTH, SOUTH, assign, book, june};

    #[test]
    fn who_was_replaced_and_whom_the_decision_ends_are_released_and_nobody_else() {
        let mut book = book();
        assign(&mut book, AN, NORTH, -9, 14);
        assign(&mut book, BINH, NORTH, 15, 0);
        assign(&mut book, CUC, SOUTH, -9, 14);
        let citing = [AssignmentId::at(1)];
        let who = |book: &Book| {
            let found = released(book, &citing, Some(june(15)), |one| one.note.contains("45"));
            found.iter().map(|spell| spell.cadre).collect::<Vec<_>>()
        };
        assert_eq!(who(&book), [AN]);
        book.assignments[2].note = "thôi theo 45".into();
        assert_eq!(who(&book).len(), 2);
        book.assignments[0].period.to = Some(june(10));
        assert_eq!(who(&book), [CUC]);
    }
}
