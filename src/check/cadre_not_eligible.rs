//! cadre-not-eligible: a cadre holds a duty that cadres of their level may not hold.

use super::{Check, View};
use crate::model::assignment::Assignment;
use crate::model::finding::{Finding, Severity};

/// The holders of a duty come from the levels that the policy names for it (cadre).
pub const CHECK: Check = Check { id: "cadre-not-eligible", severity: Severity::Error, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let wrong = view.assignments().filter(|assignment| !is_eligible(view, assignment));
    wrong.map(|assignment| finding(view, assignment)).for_each(take);
}

fn is_eligible(view: &View, assignment: &Assignment) -> bool {
    let level = view.snapshot.book.cadre(assignment.cadre).level;
    view.snapshot.policy().duty(assignment.duty).cadre.contains(&level)
}

fn finding(view: &View, assignment: &Assignment) -> Finding {
    let level = view.snapshot.book.cadre(assignment.cadre).level;
    CHECK.on_assignment(view, assignment).arg("level", level)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{AN, BINH, DAY, DISTRICT, HAMLET, district, found};
    use crate::model::day::day_before;

    #[test]
    fn a_holder_from_another_level_is_reported_for_each_assignment() {
        let mut book = district();
        book.cadres[AN.index()].level = DISTRICT;
        let findings = found(&CHECK, &book);
        let units: Vec<_> = findings.iter().map(|finding| finding.unit.as_deref()).collect();
        assert_eq!(units, [Some("N.1"), Some("N.2")]);
    }

    #[test]
    fn a_level_that_the_duty_names_and_an_assignment_that_is_over_are_not_reported() {
        let mut book = district();
        book.cadres[AN.index()].level = HAMLET;
        book.policy.duties[0].cadre.push(HAMLET);
        book.cadres[BINH.index()].level = DISTRICT;
        book.assignments[2].period.to = Some(day_before(DAY));
        assert_eq!(found(&CHECK, &book), []);
    }
}
