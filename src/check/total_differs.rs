//! total-differs: the lists do not add up to the total that the policy asserts.

use super::{Check, View};
use crate::model::coverage::{DutyTotal, duty_totals};
use crate::model::finding::{Finding, Severity};
use crate::model::policy::Total;

/// The totals that the leader quotes (cadres who hold a duty, units that are held) are those of the lists.
pub const CHECK: Check = Check { id: "total-differs", severity: Severity::Error, find };

fn find(view: &View) -> Vec<Finding> {
    let policy = view.snapshot.policy();
    if policy.totals.is_empty() {
        return Vec::new();
    }
    let found = duty_totals(view.snapshot, view.coverage);
    let pairs = policy.totals.iter().filter_map(|total| Some((total, found.get(total.duty.index())?)));
    pairs.flat_map(|(total, found)| differences(view, total, found)).collect()
}

fn differences(view: &View, total: &Total, found: &DutyTotal) -> Vec<Finding> {
    let numbers = [("cadres", total.cadres, found.cadres), ("units", total.units, found.units_held)];
    let differ = numbers.into_iter().filter_map(|(what, expected, found)| Some((what, expected?, found)));
    differ
        .filter(|(_, expected, found)| expected != found)
        .map(|(what, expected, found)| {
            let finding = CHECK.on_duty(view, total.duty).arg("what", what);
            finding.arg("expected", expected).arg("found", found)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{FOLLOWS, district, found, said};
    use crate::model::book::Book;
    use crate::model::lang::Lang;

    fn asserting(cadres: Option<u32>, units: Option<u32>) -> Book {
        let mut book = district();
        book.policy.totals.push(Total { duty: FOLLOWS, cadres, units });
        book
    }

    #[test]
    fn each_number_that_differs_is_reported_with_both() {
        let book = asserting(Some(1091), Some(1702));
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 2);
        let vi = "«Theo dõi, hỗ trợ ấp»: danh sách có 2 cán bộ phụ trách, số liệu tổng là 1.091";
        assert!(said(&book, Lang::Vi, &findings[0]).starts_with(vi));
    }

    #[test]
    fn a_unit_without_a_holder_does_not_count() {
        let mut book = asserting(Some(2), Some(3));
        book.assignments.remove(0);
        assert_eq!(found(&CHECK, &book).len(), 1);
    }

    #[test]
    fn numbers_that_agree_or_are_not_asserted_are_not_reported() {
        assert_eq!(found(&CHECK, &asserting(Some(2), Some(3))), []);
        assert_eq!(found(&CHECK, &asserting(None, Some(3))), []);
        assert_eq!(found(&CHECK, &asserting(None, None)), []);
    }
}
