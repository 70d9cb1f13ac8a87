//! assignment-before-decision: an assignment begins before the decision that it cites takes effect.

use std::collections::HashMap;

use super::{Check, View};
use crate::model::assignment::Assignment;
use crate::model::decision::{Decision, cited};
use crate::model::finding::{Finding, Severity};
use crate::text::fold::key;

/// An assignment in force begins on a day on which its decision is in effect; of several, the first.
pub const CHECK: Check = Check { id: "assignment-before-decision", severity: Severity::Info, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let decisions = &view.snapshot.book.decisions;
    if decisions.is_empty() {
        return;
    }
    let listed: HashMap<String, &Decision> =
        decisions.iter().map(|decision| (key(&decision.number), decision)).collect();
    let mut known: HashMap<&str, Option<&Decision>> = HashMap::new();
    let mut decision_of = |text| *known.entry(text).or_insert_with(|| first_in_effect(text, &listed));
    let early = view.assignments().filter_map(|assignment| {
        let decision = decision_of(assignment.decision_no.as_str())?;
        is_before(assignment, decision).then(|| finding(view, assignment, decision))
    });
    early.for_each(take);
}

/// Of the decisions that a text cites, the one that takes effect first; none where one of them is not known.
fn first_in_effect<'b>(text: &str, listed: &HashMap<String, &'b Decision>) -> Option<&'b Decision> {
    let decisions: Option<Vec<&Decision>> = cited(text).map(|number| listed.get(&key(number)).copied()).collect();
    decisions?.into_iter().min_by_key(|decision| decision.in_effect_from())
}

fn is_before(assignment: &Assignment, decision: &Decision) -> bool {
    assignment.period.from.is_some_and(|from| from < decision.in_effect_from())
}

fn finding(view: &View, assignment: &Assignment, decision: &Decision) -> Finding {
    let finding = CHECK.on_assignment(view, assignment).arg("number", &decision.number);
    let finding = finding.arg("effective", decision.in_effect_from());
    assignment.period.from.into_iter().fold(finding, |finding, from| finding.arg("from", from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{BEGIN, decide, district, found, said};
    use crate::model::day::{day_after, day_before};
    use crate::model::lang::Lang;

    #[test]
    fn a_first_day_before_the_decision_takes_effect_is_reported() {
        let mut book = district();
        decide(&mut book, "1-QĐ/HU").effective = Some(day_after(BEGIN));
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 3);
        assert!(said(&book, Lang::Vi, &findings[0]).contains("02/01/2022"));
        book.decisions[0].effective = None;
        book.decisions[0].day = day_after(BEGIN);
        assert_eq!(found(&CHECK, &book).len(), 3, "without a day of its own it takes effect when it is signed");
    }

    #[test]
    fn the_day_itself_and_a_decision_that_takes_effect_before_it_is_signed_are_not_reported() {
        let mut book = district();
        decide(&mut book, "1-QĐ/HU");
        assert_eq!(found(&CHECK, &book), []);
        book.decisions[0].day = day_after(BEGIN);
        book.decisions[0].effective = Some(day_before(BEGIN));
        assert_eq!(found(&CHECK, &book), []);
    }

    #[test]
    fn of_several_decisions_the_first_counts_and_nothing_is_said_of_what_is_not_known() {
        let mut book = district();
        decide(&mut book, "1-QĐ/HU");
        decide(&mut book, "2-QĐ/HU").day = day_after(BEGIN);
        for assignment in &mut book.assignments {
            assignment.decision_no = "2-QĐ/HU; 1-QĐ/HU".into();
        }
        assert_eq!(found(&CHECK, &book), []);
        book.assignments[0].decision_no = "2-QĐ/HU; 9-QĐ/HU".into();
        assert_eq!(found(&CHECK, &book), []);
        book.assignments[0].decision_no = "2-QĐ/HU".into();
        assert_eq!(found(&CHECK, &book).len(), 1);
    }
}
