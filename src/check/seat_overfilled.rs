//! seat-overfilled: a unit has more holders of a duty than are allowed.

use super::{Check, View};
use crate::model::coverage::Coverage;
use crate::model::finding::{Finding, Severity};

/// No unit has more holders at work under a duty than its seats allow (max).
pub const CHECK: Check = Check { id: "seat-overfilled", severity: Severity::Error, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let overfilled = view.seats.amiss.iter().filter(|found| found.surplus() > 0);
    overfilled.map(|found| finding(view, found)).for_each(take);
}

fn finding(view: &View, found: &Coverage) -> Finding {
    let finding = CHECK.on_seat(view, found.unit, found.duty);
    finding.arg("held", found.held()).arg("surplus", found.surplus()).arg("holders", holders(view, found))
}

/// The holders by code and name; those beyond a line's length go unnamed.
fn holders(view: &View, found: &Coverage) -> String {
    const MOST_NAMED: usize = 8;
    let book = view.snapshot.book;
    let holders = found.holders.iter().map(|id| book.cadre(book.assignment(*id).cadre));
    let named: Vec<String> =
        holders.take(MOST_NAMED).map(|cadre| format!("{} {}", cadre.code, cadre.full_name)).collect();
    let rest = if found.holders.len() > MOST_NAMED { ", …" } else { "" };
    named.join(", ") + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{AN, BINH, DAY, FOLLOWS, NORTH_1, SOUTH_1, assign, district, found, said};
    use crate::model::lang::Lang;
    use crate::model::seat::{SeatLimits, SeatRule};

    #[test]
    fn two_holders_of_one_seat_are_reported_by_name() {
        let mut book = district();
        assign(&mut book, BINH, NORTH_1);
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 1);
        assert!(said(&book, Lang::En, &findings[0]).contains("CB1 Lê Văn An, CB2 Trần Thị Bình"));
    }

    #[test]
    fn the_same_cadre_twice_fills_one_seat() {
        let mut book = district();
        assign(&mut book, AN, NORTH_1);
        assert_eq!(found(&CHECK, &book), []);
    }

    #[test]
    fn a_handover_and_a_unit_that_allows_more_are_not_reported() {
        let mut book = district();
        assign(&mut book, BINH, NORTH_1).period.from = DAY.tomorrow().ok();
        assign(&mut book, AN, SOUTH_1);
        let limits = SeatLimits { min: 1, max: Some(2) };
        book.seats.push(SeatRule { row: 0, unit: SOUTH_1, duty: FOLLOWS, limits });
        assert_eq!(found(&CHECK, &book), []);
    }
}
