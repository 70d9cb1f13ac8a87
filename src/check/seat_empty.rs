//! seat-empty: a unit lacks a holder of a duty, and nobody accepted the gap.

use super::{Check, View};
use crate::model::coverage::Coverage;
use crate::model::finding::{Finding, Severity};
use crate::model::gap::Opening;

/// Every seat that is needed (min) has a holder at work, or a vacancy that accepts the gap.
pub const CHECK: Check = Check { id: "seat-empty", severity: Severity::Error, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let empty = view.seats.amiss.iter().filter(|found| found.is_open());
    empty.map(|found| finding(view, found, view.seats.openings.get(&(found.unit, found.duty)))).for_each(take);
}

fn finding(view: &View, found: &Coverage, opening: Option<&Opening>) -> Finding {
    let finding = CHECK.on_seat(view, found.unit, found.duty).arg("missing", found.gap());
    match opening {
        Some(opening) => {
            let holder = view.snapshot.book.cadre(opening.left);
            let finding = finding.arg("known", "holder").arg("since", opening.day);
            finding.arg("holder", &holder.full_name).arg("holder_code", &holder.code)
        }
        None if found.held() == 0 => finding.arg("known", "nobody"),
        None => finding.arg("known", "nothing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{AN, BEGIN, DAY, FOLLOWS, NORTH_1, SOUTH_1, accept, assign, district, found, said};
    use crate::model::cadre::Status;
    use crate::model::lang::Lang;
    use crate::model::seat::{SeatLimits, SeatRule};

    #[test]
    fn a_seat_is_empty_from_the_day_after_its_holder_left() {
        let mut book = district();
        book.assignments[0].period.to = Some(jiff::civil::date(2022, 6, 15));
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 1);
        assert_eq!((findings[0].unit.as_deref(), findings[0].duty.as_deref()), (Some("N.1"), Some("commune-hamlet")));
        let vi = "Ấp 1, Xã Bắc (N.1): còn trống 1 vị trí «Theo dõi, hỗ trợ ấp» từ 16/06/2022, \
                  trước đó do Lê Văn An (CB1) phụ trách";
        assert!(said(&book, Lang::Vi, &findings[0]).starts_with(vi));
        let en = "Ấp 1, Xã Bắc (N.1): one seat of \"Follows a hamlet\" is empty since 2022-06-16; \
                  before: Lê Văn An (CB1)";
        assert!(said(&book, Lang::En, &findings[0]).starts_with(en));
    }

    #[test]
    fn the_open_assignment_of_somebody_who_retired_covers_nothing() {
        let mut book = district();
        book.cadres[AN.index()].status = Status::Retired;
        book.cadres[AN.index()].status_from = Some(DAY);
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 2);
        assert!(said(&book, Lang::En, &findings[1]).contains("since 2022-06-30; before: Lê Văn An (CB1)"));
    }

    #[test]
    fn a_seat_that_nobody_is_known_to_have_held_is_empty() {
        let mut book = district();
        book.assignments.pop();
        let findings = found(&CHECK, &book);
        assert!(said(&book, Lang::En, &findings[0]).contains("is empty; no earlier holder is known"));
    }

    #[test]
    fn the_unit_s_own_number_of_seats_counts() {
        let mut book = district();
        let limits = SeatLimits { min: 3, max: None };
        book.seats.push(SeatRule { row: 0, unit: NORTH_1, duty: FOLLOWS, limits });
        let findings = found(&CHECK, &book);
        assert!(said(&book, Lang::En, &findings[0]).contains("2 seats of \"Follows a hamlet\" are empty →"));
    }

    #[test]
    fn an_accepted_gap_is_not_reported() {
        let mut book = district();
        book.assignments.pop();
        accept(&mut book, SOUTH_1, Some(DAY));
        assert_eq!(found(&CHECK, &book), []);
    }

    #[test]
    fn a_seat_whose_holder_was_replaced_is_not_reported() {
        let mut book = district();
        book.assignments[0].period.to = Some(BEGIN);
        assign(&mut book, AN, NORTH_1).period.from = Some(DAY);
        assert_eq!(found(&CHECK, &book), []);
    }
}
