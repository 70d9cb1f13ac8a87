//! meeting-outside-window: a unit's meeting is on a day that the policy keeps for others.

use super::{Check, View};
use crate::model::day::Month;
use crate::model::finding::{Finding, Severity};
use crate::model::sitting::days_of;

/// Each meeting of a window is held on one of its days in the month.
pub const CHECK: Check = Check { id: "meeting-outside-window", severity: Severity::Warning, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let month = Month::of(view.snapshot.day);
    for sitting in view.sittings() {
        let (Some(window), Some(day)) = (sitting.window, sitting.day) else { continue };
        let [first, last] = days_of(view.snapshot.policy().windows[window].days, month);
        if !(first..=last).contains(&day) {
            let finding = CHECK.on_unit(view, sitting.unit).arg("meeting", &sitting.name).arg("day", day);
            take(finding.arg("first", first).arg("last", last));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{CELL, NORTH_1, district, found, meet};

    #[test]
    fn a_meeting_outside_its_days_is_reported() {
        let mut book = district();
        meet(&mut book, NORTH_1, CELL, "16", None);
        let findings = found(&CHECK, &book);
        assert_eq!((findings.len(), findings[0].unit.as_deref()), (1, Some("N.1")));
    }

    #[test]
    fn meetings_in_their_days_and_other_meetings_are_not_reported() {
        let mut book = district();
        meet(&mut book, NORTH_1, CELL, "15", None);
        meet(&mut book, NORTH_1, "Họp khác", "28", None);
        assert_eq!(found(&CHECK, &book), []);
    }
}
