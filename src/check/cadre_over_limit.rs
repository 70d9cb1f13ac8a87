//! cadre-over-limit: a cadre holds more units under a duty than one person may.

use super::{Check, View};
use crate::model::finding::{Finding, Severity};
use crate::model::id::{CadreId, DutyId};

/// A cadre at work holds no more units under a duty than its limit; a unit that has ended, or
/// that is assigned twice, adds nothing.
pub const CHECK: Check = Check { id: "cadre-over-limit", severity: Severity::Error, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let policy = view.snapshot.policy();
    let Some(least) = policy.duty_ids().filter_map(|duty| policy.duty(duty).limit).min() else { return };
    // Nearly everybody holds no more than the least of all limits.
    let may_be_over = |cadre: &CadreId| view.snapshot.of_cadre(*cadre).nth(least as usize).is_some();
    let cadres = (0..view.snapshot.book.cadres.len()).map(CadreId::at).filter(may_be_over);
    cadres.filter(|cadre| view.snapshot.is_active(*cadre)).flat_map(|cadre| over_limit(view, cadre)).for_each(take);
}

fn over_limit(view: &View, cadre: CadreId) -> Vec<Finding> {
    let units = view.snapshot.held_by(cadre);
    let duties = units.chunk_by(|(one, _), (other, _)| one == other);
    duties.filter_map(|units| finding(view, cadre, units.first()?.0, units.len())).collect()
}

fn finding(view: &View, cadre: CadreId, duty: DutyId, held: usize) -> Option<Finding> {
    let most = view.snapshot.policy().duty(duty).limit?;
    let is_over = u32::try_from(held).is_ok_and(|held| held > most);
    is_over.then(|| CHECK.on_load(view, cadre, duty).arg("held", held).arg("most", most))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{AN, DAY, NORTH_1, SOUTH_1, assign, district, found};
    use crate::model::book::Book;
    use crate::model::cadre::Status;
    use crate::model::day::day_before;

    fn with_a_third_unit() -> Book {
        let mut book = district();
        assign(&mut book, AN, SOUTH_1);
        book
    }

    #[test]
    fn a_third_unit_is_reported_where_two_are_allowed() {
        let findings = found(&CHECK, &with_a_third_unit());
        assert_eq!(findings.len(), 1);
        assert_eq!((findings[0].cadre.as_deref(), findings[0].duty.as_deref()), (Some("CB1"), Some("commune-hamlet")));
    }

    #[test]
    fn the_same_unit_twice_and_a_unit_that_has_ended_are_not_reported() {
        let mut book = with_a_third_unit();
        assign(&mut book, AN, NORTH_1);
        book.units[SOUTH_1.index()].period.to = Some(day_before(DAY));
        assert_eq!(found(&CHECK, &book), []);
    }

    #[test]
    fn a_duty_without_a_limit_and_a_cadre_who_left_are_not_reported() {
        let mut book = with_a_third_unit();
        book.policy.duties[0].limit = None;
        assert_eq!(found(&CHECK, &book), []);
        let mut book = with_a_third_unit();
        book.cadres[AN.index()].status = Status::Leave;
        assert_eq!(found(&CHECK, &book), []);
    }
}
