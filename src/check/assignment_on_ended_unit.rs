//! assignment-on-ended-unit: an assignment is in force for a unit that does not exist on the day.

use super::{Check, View};
use crate::model::assignment::Assignment;
use crate::model::finding::{Finding, Severity};

/// An assignment lies within the days on which its unit exists.
pub const CHECK: Check = Check { id: "assignment-on-ended-unit", severity: Severity::Error, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let stray = view.assignments().filter(|assignment| !view.snapshot.exists(assignment.unit));
    stray.map(|assignment| finding(view, assignment)).for_each(take);
}

fn finding(view: &View, assignment: &Assignment) -> Finding {
    let finding = CHECK.on_assignment(view, assignment);
    let period = view.snapshot.book.unit(assignment.unit).period;
    match (period.to, period.from) {
        (Some(to), _) if to < view.snapshot.day => finding.arg("known", "ended").arg("day", to),
        (_, Some(from)) => finding.arg("known", "not-yet").arg("day", from),
        _ => finding.arg("known", "nothing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{DAY, SOUTH_1, district, found, said};
    use crate::model::day::{day_after, day_before};
    use crate::model::lang::Lang;

    #[test]
    fn a_unit_that_ended_yesterday_is_reported_with_its_last_day() {
        let mut book = district();
        book.units[SOUTH_1.index()].period.to = Some(day_before(DAY));
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 1);
        assert!(said(&book, Lang::Vi, &findings[0]).contains("29/06/2022"));
    }

    #[test]
    fn a_unit_that_begins_tomorrow_is_reported() {
        let mut book = district();
        book.units[SOUTH_1.index()].period.from = Some(day_after(DAY));
        assert_eq!(found(&CHECK, &book).len(), 1);
    }

    #[test]
    fn a_unit_on_its_last_day_and_an_assignment_that_ended_with_its_unit_are_not_reported() {
        let mut book = district();
        book.units[SOUTH_1.index()].period.to = Some(DAY);
        assert_eq!(found(&CHECK, &book), []);
        book.units[SOUTH_1.index()].period.to = Some(day_before(DAY));
        book.assignments[2].period.to = Some(day_before(DAY));
        assert_eq!(found(&CHECK, &book), []);
    }
}
