//! Adjustments (điều chỉnh): what a change makes different in a month that is over and closed.

use super::assignment::Assignment;
use super::book::Book;
use super::cadre::Cadre;
use super::change::{Change, Edit, TableChange};
use super::day::{Month, Period};
use super::runs::Runs;
use super::unit::Unit;
use super::vacancy::Vacancy;

/// The part of a change that makes a month different; `book` is the one that the change leads to. What only differs
/// after the month, or before it, is no part of it.
pub fn within(change: Change, book: &Book, month: Month) -> Change {
    let days = month.period();
    Change {
        units: table(change.units, &book.units, |unit| seen_unit(unit, &days)),
        cadres: table(change.cadres, &book.cadres, |cadre| seen_cadre(cadre, &days)),
        assignments: table(change.assignments, &book.assignments, |row| seen_assignment(row, &days)),
        vacancies: table(change.vacancies, &book.vacancies, |row| seen_vacancy(row, &days)),
        // Numbers of seats have no days: they count for every month in which their unit is there.
        seats: table(change.seats, &book.seats, |rule| {
            let is_there = book.unit(rule.unit).period.overlaps(&days);
            is_there.then_some((rule.unit, rule.duty, rule.limits))
        }),
        // What a decision says is no part of a month.
        decisions: TableChange::default(),
        // Nor do meetings tell anything about who was responsible.
        meetings: TableChange::default(),
        attendance: TableChange::default(),
        feedback: TableChange::default(),
        successions: TableChange::default(),
    }
}

/// Keeps the rows of which the month sees something else than before; `seen` is what it sees of a row, if anything.
fn table<T, S: PartialEq>(change: TableChange<T>, rows: &[T], seen: impl Fn(&T) -> Option<S>) -> TableChange<T> {
    let added: Runs = change.added.iter().filter(|at| seen(&rows[*at]).is_some()).collect();
    let differs = |edit: &Edit<T>| seen(&edit.before) != seen(&rows[edit.at]);
    let edited: Vec<Edit<T>> = change.edited.into_iter().filter(differs).collect();
    let removed: Vec<T> = change.removed.into_iter().filter(|row| seen(row).is_some()).collect();
    let rows = added.len() + edited.len() + removed.len();
    TableChange { rows, added, edited, removed, unchanged: 0 }
}

fn seen_unit(unit: &Unit, days: &Period) -> Option<impl PartialEq + use<>> {
    let Unit { code, name, level, parent, group, rank, .. } = unit.clone();
    unit.period.shared(days).map(|shared| (shared, code, name, level, parent, group, rank))
}

fn seen_cadre(cadre: &Cadre, days: &Period) -> Option<impl PartialEq + use<>> {
    let at_work: Vec<Period> = cadre.active_periods().iter().filter_map(|period| period.shared(days)).collect();
    Some((at_work, cadre.code.clone(), cadre.full_name.clone(), cadre.birth_year))
}

fn seen_assignment(row: &Assignment, days: &Period) -> Option<impl PartialEq + use<>> {
    row.period.shared(days).map(|shared| (shared, row.cadre, row.unit, row.duty, row.decision_no.clone()))
}

fn seen_vacancy(row: &Vacancy, days: &Period) -> Option<impl PartialEq + use<>> {
    row.period().shared(days).map(|shared| (shared, row.unit, row.duty))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Shared;
    use crate::model::change::Deed;
    use crate::model::day::Day;
    use crate::model::id::{CadreId, DutyId, UnitId};
    use jiff::civil::date;

    fn held(from: Day, to: Option<Day>) -> Assignment {
        Assignment {
            row: 1,
            cadre: CadreId(0),
            unit: UnitId(0),
            duty: DutyId(0),
            period: Period { from: Some(from), to },
            decision_no: Shared::new(),
            note: Shared::new(),
        }
    }

    /// How many rows of May a change of one assignment makes different.
    fn adjusted(before: Option<Assignment>, now: Assignment) -> usize {
        let book = Book { assignments: vec![now], ..Book::default() };
        let mut change = Change::default();
        match before {
            Some(before) => change.assignments.edited.push(Edit { at: 0, before, deed: Deed::Ended }),
            None => change.assignments.added.push(0),
        }
        within(change, &book, Month::of(date(2022, 5, 1))).assignments.rows
    }

    #[test]
    fn what_ends_after_the_month_leaves_it_as_it_was() {
        let before = || Some(held(date(2022, 1, 1), None));
        assert_eq!(adjusted(before(), held(date(2022, 1, 1), Some(date(2022, 6, 9)))), 0);
        assert_eq!(adjusted(before(), held(date(2022, 1, 1), Some(date(2022, 5, 31)))), 0);
        assert_eq!(adjusted(before(), held(date(2022, 1, 1), Some(date(2022, 5, 30)))), 1);
    }

    #[test]
    fn what_begins_in_the_month_or_before_it_is_an_adjustment() {
        assert_eq!(adjusted(None, held(date(2022, 6, 1), None)), 0);
        assert_eq!(adjusted(None, held(date(2022, 5, 31), None)), 1);
        assert_eq!(adjusted(None, held(date(2022, 1, 1), Some(date(2022, 4, 30)))), 0);
    }

    #[test]
    fn another_decision_number_is_an_adjustment_and_a_note_is_none() {
        let now = |decision_no: &str, note: &str| Assignment {
            decision_no: decision_no.into(),
            note: note.into(),
            ..held(date(2022, 1, 1), None)
        };
        assert_eq!(adjusted(Some(now("1", "")), now("2", "")), 1);
        assert_eq!(adjusted(Some(now("1", "")), now("1", "nghỉ hưu")), 0);
    }
}
