//! vacancy-expired: a gap was accepted until a day that has passed, and it is still there.

use std::collections::HashMap;

use super::{Check, View};
use crate::model::day::Day;
use crate::model::finding::{Finding, Severity};
use crate::model::id::{DutyId, UnitId};

/// A gap that was accepted until a day is closed by then, or accepted anew.
pub const CHECK: Check = Check { id: "vacancy-expired", severity: Severity::Warning, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let expired = last_days(view);
    let still_empty = view.seats.amiss.iter().filter(|found| found.is_open());
    still_empty
        .filter_map(|found| {
            let until = expired.get(&(found.unit, found.duty))?;
            Some(CHECK.on_seat(view, found.unit, found.duty).arg("until", *until))
        })
        .for_each(take);
}

/// The latest day, before the view's, until which a gap was accepted.
fn last_days(view: &View) -> HashMap<(UnitId, DutyId), Day> {
    let mut last = HashMap::new();
    for vacancy in &view.snapshot.book.vacancies {
        if let Some(until) = vacancy.until.filter(|until| *until < view.snapshot.day) {
            let latest = last.entry((vacancy.unit, vacancy.duty)).or_insert(until);
            *latest = until.max(*latest);
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{BEGIN, DAY, SOUTH_1, accept, district, found, said};
    use crate::model::day::day_before;
    use crate::model::lang::Lang;

    #[test]
    fn a_gap_accepted_until_yesterday_is_reported_once_with_its_latest_day() {
        let mut book = district();
        book.assignments.pop();
        accept(&mut book, SOUTH_1, Some(day_before(DAY)));
        accept(&mut book, SOUTH_1, Some(BEGIN));
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 1);
        assert!(said(&book, Lang::En, &findings[0]).contains("2022-06-29"));
    }

    #[test]
    fn a_gap_that_is_accepted_anew_is_not_reported() {
        let mut book = district();
        book.assignments.pop();
        accept(&mut book, SOUTH_1, Some(BEGIN));
        accept(&mut book, SOUTH_1, Some(DAY));
        assert_eq!(found(&CHECK, &book), []);
    }

    #[test]
    fn an_expired_vacancy_of_a_seat_that_is_held_is_not_reported() {
        let mut book = district();
        accept(&mut book, SOUTH_1, Some(BEGIN));
        assert_eq!(found(&CHECK, &book), []);
    }
}
