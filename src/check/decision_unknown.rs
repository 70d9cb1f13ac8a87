//! decision-unknown: an assignment in force cites a decision that is not in the office's list of decisions.

use std::collections::{HashMap, HashSet};

use super::{Check, View};
use crate::model::assignment::Assignment;
use crate::model::decision::cited;
use crate::model::finding::{Finding, Severity};
use crate::text::fold::key;
use crate::text::nearest::{nearest, several};

/// An office that keeps a list of its decisions has all of them there. One finding per number.
pub const CHECK: Check = Check { id: "decision-unknown", severity: Severity::Info, find };

/// A number that differs from a listed one by so many letters is probably meant to be that.
const MOST_SLIPS: usize = 1;

/// A number, the first assignment that cites it, and how many do.
struct Cited<'b> {
    number: &'b str,
    first: &'b Assignment,
    count: usize,
}

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let decisions = &view.snapshot.book.decisions;
    if decisions.is_empty() {
        return;
    }
    let listed: HashSet<String> = decisions.iter().map(|decision| key(&decision.number)).collect();
    let unknown = numbers(view).into_iter().filter(|cited| !listed.contains(&key(cited.number)));
    unknown.map(|cited| finding(view, &cited)).for_each(take);
}

/// The numbers that assignments in force cite, in the order of the book.
fn numbers<'b>(view: &View<'_, 'b>) -> Vec<Cited<'b>> {
    let mut numbers: Vec<Cited> = Vec::new();
    let mut position: HashMap<&str, usize> = HashMap::new();
    for first in view.assignments() {
        for number in cited(&first.decision_no) {
            match position.get(number) {
                Some(at) => numbers[*at].count += 1,
                None => {
                    position.insert(number, numbers.len());
                    numbers.push(Cited { number, first, count: 1 });
                }
            }
        }
    }
    numbers
}

fn finding(view: &View, cited: &Cited) -> Finding {
    let listed = view.snapshot.book.decisions.iter().map(|decision| decision.number.as_str());
    let near = nearest(cited.number, several(cited.number, listed, MOST_SLIPS)).map(str::to_owned);
    CHECK.on_assignment(view, cited.first).value(cited.number).arg("count", cited.count).nearest(near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{DAY, decide, district, found};
    use crate::model::day::day_before;

    #[test]
    fn a_number_that_is_not_in_the_list_is_reported_once_with_the_nearest() {
        let mut book = district();
        decide(&mut book, "1-QĐ/HU");
        book.assignments[0].decision_no = "1-QĐ/HV".into();
        book.assignments[1].decision_no = "1-QĐ/HU; 1-QĐ/HV".into();
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 1);
        assert_eq!((findings[0].value.as_deref(), findings[0].nearest.as_deref()), (Some("1-QĐ/HV"), Some("1-QĐ/HU")));
        assert_eq!((findings[0].unit.as_deref(), findings[0].cadre.as_deref()), (Some("N.1"), Some("CB1")));
    }

    #[test]
    fn the_nearest_is_a_slip_away_and_no_other_is_as_near() {
        let near = |cited: &str| {
            let mut book = district();
            for number in ["24-QĐ/HU", "25-QĐ/HU"] {
                decide(&mut book, number);
            }
            book.assignments.truncate(1);
            book.assignments[0].decision_no = cited.into();
            found(&CHECK, &book)[0].nearest.clone()
        };
        assert_eq!(near("24-QD/HU").as_deref(), Some("24-QĐ/HU"));
        assert_eq!(near("24-QĐ/ĐU").as_deref(), Some("24-QĐ/HU"));
        assert_eq!((near("26-QĐ/HU"), near("241-QĐ/TU")), (None, None));
    }

    #[test]
    fn a_listed_number_in_any_case_and_an_assignment_that_is_over_are_not_reported() {
        let mut book = district();
        decide(&mut book, "1-QĐ/HU");
        book.assignments[0].decision_no = "1-qđ/hu".into();
        book.assignments[1].decision_no = "9".into();
        book.assignments[1].period.to = Some(day_before(DAY));
        assert_eq!(found(&CHECK, &book), []);
    }

    #[test]
    fn nothing_is_reported_where_the_office_keeps_no_list() {
        assert!(district().decisions.is_empty());
        assert_eq!(found(&CHECK, &district()), []);
    }
}
