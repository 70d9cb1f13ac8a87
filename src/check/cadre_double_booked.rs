//! cadre-double-booked: somebody has to be at two meetings at a time.

use std::collections::BTreeMap;

use super::{Check, View};
use crate::model::finding::{Finding, Severity};
use crate::model::id::CadreId;
use crate::model::meeting::written_hour;
use crate::model::sitting::Sitting;

/// Who holds duties of several units can come to the meetings of all of them.
pub const CHECK: Check = Check { id: "cadre-double-booked", severity: Severity::Error, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let sittings = view.sittings();
    let mut of_cadre: BTreeMap<CadreId, Vec<&Sitting>> = BTreeMap::new();
    for sitting in &sittings {
        sitting.cadres.iter().for_each(|cadre| of_cadre.entry(*cadre).or_default().push(sitting));
    }
    for (cadre, own) in of_cadre {
        for (at, one) in own.iter().enumerate() {
            let others = own[at + 1..].iter().filter(|other| is_at_once(view, one, other));
            others.map(|other| finding(view, cadre, [one, other])).for_each(&mut *take);
        }
    }
}

fn is_at_once(view: &View, one: &Sitting, other: &Sitting) -> bool {
    let (Some(hour), Some(then)) = (one.hour, other.hour) else { return false };
    one.day.is_some() && one.day == other.day && view.snapshot.policy().calendar.overlaps(hour, then)
}

fn finding(view: &View, cadre: CadreId, [one, other]: [&Sitting; 2]) -> Finding {
    let told = |sitting: &Sitting| {
        let hour = sitting.hour.map(written_hour).unwrap_or_default();
        format!("{}, {}, {hour}", sitting.name, view.snapshot.whereabouts(sitting.unit))
    };
    let finding = CHECK.on_cadre(view, cadre).arg("one", told(one)).arg("other", told(other));
    finding.arg("day", one.day.unwrap_or(view.snapshot.day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{CELL, NORTH_1, NORTH_2, SOUTH_1, district, found, meet};

    #[test]
    fn two_meetings_at_a_time_of_one_cadre_are_reported() {
        let mut book = district();
        meet(&mut book, NORTH_1, CELL, "12", Some("19:00"));
        meet(&mut book, NORTH_2, CELL, "12", Some("20:00"));
        let findings = found(&CHECK, &book);
        assert_eq!((findings.len(), findings[0].cadre.as_deref()), (1, Some("CB1")));
    }

    #[test]
    fn meetings_one_after_the_other_of_others_or_without_an_hour_are_not_reported() {
        let mut book = district();
        meet(&mut book, NORTH_1, CELL, "12", Some("19:00"));
        meet(&mut book, NORTH_2, CELL, "12", Some("07:30"));
        meet(&mut book, SOUTH_1, CELL, "12", Some("19:00"));
        assert_eq!(found(&CHECK, &book), []);
        book.meetings[1].hour = None;
        assert_eq!(found(&CHECK, &book), []);
    }
}
