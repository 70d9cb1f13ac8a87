//! assignment-without-decision: an assignment is in force and cites no decision.

use super::{Check, View};
use crate::model::assignment::Assignment;
use crate::model::finding::{Arg, Finding, Severity};

/// Every assignment in force stands on a numbered decision.
pub const CHECK: Check = Check { id: "assignment-without-decision", severity: Severity::Warning, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let uncited = view.assignments().filter(|assignment| assignment.decision_no.trim().is_empty());
    uncited.map(|assignment| finding(view, assignment)).for_each(take);
}

fn finding(view: &View, assignment: &Assignment) -> Finding {
    let from = assignment.period.from.map_or(Arg::from("…"), Arg::from);
    CHECK.on_assignment(view, assignment).arg("from", from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{DAY, district, found};
    use crate::model::day::day_before;

    #[test]
    fn an_assignment_without_a_number_is_reported() {
        let mut book = district();
        book.assignments[1].decision_no = " ".into();
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 1);
        assert_eq!((findings[0].unit.as_deref(), findings[0].cadre.as_deref()), (Some("N.2"), Some("CB1")));
    }

    #[test]
    fn an_assignment_that_is_over_is_not_reported() {
        let mut book = district();
        book.assignments[1].decision_no = "".into();
        book.assignments[1].period.to = Some(day_before(DAY));
        assert_eq!(found(&CHECK, &book), []);
    }
}
