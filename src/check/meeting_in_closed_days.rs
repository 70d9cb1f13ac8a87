//! meeting-in-closed-days: another meeting is on days that the policy keeps free for its own.

use super::{Check, View};
use crate::model::day::Month;
use crate::model::finding::{Arg, Finding, Severity};
use crate::model::sitting::days_of;

/// The days of the policy's windows are kept for their meetings: others are held on other days, so that people can come.
pub const CHECK: Check = Check { id: "meeting-in-closed-days", severity: Severity::Warning, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let (month, windows) = (Month::of(view.snapshot.day), &view.snapshot.policy().windows);
    for sitting in view.sittings().into_iter().filter(|sitting| sitting.window.is_none()) {
        let Some(day) = sitting.day else { continue };
        let kept = windows.iter().position(|window| {
            let [first, last] = days_of(window.days, month);
            (first..=last).contains(&day)
        });
        if let Some(window) = kept {
            let finding = CHECK.on_unit(view, sitting.unit).arg("meeting", &sitting.name).arg("day", day);
            take(finding.arg("window", Arg::Window(window)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{CELL, NORTH_1, district, found, meet};

    #[test]
    fn another_meeting_in_the_days_of_a_window_is_reported() {
        let mut book = district();
        meet(&mut book, NORTH_1, "Họp khác", "12", None);
        let found = found(&CHECK, &book);
        assert_eq!(found.len(), 1);
        // By its place, so that each screen names it in its own language.
        assert!(found[0].args.contains(&("window", Arg::Window(0))), "{:?}", found[0].args);
    }

    #[test]
    fn the_window_s_own_meeting_and_those_of_other_days_are_not_reported() {
        let mut book = district();
        meet(&mut book, NORTH_1, CELL, "12", None);
        meet(&mut book, NORTH_1, "Họp khác", "20", None);
        assert_eq!(found(&CHECK, &book), []);
    }
}
