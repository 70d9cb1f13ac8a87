//! total-differs: the lists do not add up to the total that the policy asserts.

use std::collections::HashSet;

use super::{Check, View};
use crate::model::coverage::{Coverage, duty_coverage};
use crate::model::finding::{Finding, Severity};
use crate::model::id::CadreId;
use crate::model::policy::Total;

/// The totals that the leader quotes (cadres who hold a duty, units that are held) are those of the lists.
pub const CHECK: Check = Check { id: "total-differs", severity: Severity::Error, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    view.snapshot.policy().totals.iter().flat_map(|total| differences(view, total)).for_each(take);
}

fn differences(view: &View, total: &Total) -> Vec<Finding> {
    let (cadres, units) = held(view, total);
    let numbers = [("cadres", total.cadres, cadres), ("units", total.units, units)];
    let asserted = numbers.into_iter().filter_map(|(what, expected, found)| Some((what, expected?, found)));
    let differ = asserted.filter(|(_, expected, found)| *expected as usize != *found);
    differ
        .map(|(what, expected, found)| finding(view, total, what).arg("expected", expected).arg("found", found))
        .collect()
}

/// How many cadres hold the total's duty, and how many units they hold; only those of its level where it names one.
fn held(view: &View, total: &Total) -> (usize, usize) {
    let (mut cadres, mut units) = (HashSet::new(), 0);
    for found in duty_coverage(view.snapshot, total.duty) {
        let own: Vec<CadreId> = cadres_of(view, &found, total).collect();
        units += usize::from(!own.is_empty());
        cadres.extend(own);
    }
    (cadres.len(), units)
}

fn cadres_of(view: &View, found: &Coverage, total: &Total) -> impl Iterator<Item = CadreId> {
    let book = view.snapshot.book;
    let holders = found.holders.iter().map(|holder| book.assignment(*holder).cadre);
    holders.filter(move |cadre| total.level.is_none_or(|level| book.cadre(*cadre).level == level))
}

fn finding(view: &View, total: &Total, what: &'static str) -> Finding {
    let finding = CHECK.on_duty(view, total.duty).arg("what", what);
    match total.level {
        Some(level) => finding.arg("of", "level").arg("level", level),
        None => finding.arg("of", "all"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{FOLLOWS, district, found, said};
    use crate::model::book::Book;
    use crate::model::lang::Lang;

    fn asserting(cadres: Option<u32>, units: Option<u32>) -> Book {
        let mut book = district();
        book.policy.totals.push(Total { duty: FOLLOWS, level: None, cadres, units });
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
    fn a_total_may_count_the_cadres_of_one_level_only() {
        let mut book = asserting(Some(2), None);
        let other = book.policy.level_ids().find(|level| book.cadres.iter().all(|cadre| cadre.level != *level));
        book.policy.totals[0].level = other;
        assert_eq!(found(&CHECK, &book).len(), 1);
        book.policy.totals[0].level = Some(book.cadres[0].level);
        let own = book.cadres.iter().filter(|cadre| cadre.level == book.cadres[0].level).count();
        book.policy.totals[0].cadres = u32::try_from(own).ok();
        assert_eq!(found(&CHECK, &book), []);
    }

    #[test]
    fn numbers_that_agree_or_are_not_asserted_are_not_reported() {
        assert_eq!(found(&CHECK, &asserting(Some(2), Some(3))), []);
        assert_eq!(found(&CHECK, &asserting(None, Some(3))), []);
        assert_eq!(found(&CHECK, &asserting(None, None)), []);
    }
}
