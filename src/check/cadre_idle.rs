//! cadre-idle: a cadre at work could hold something and holds nothing.

use std::collections::HashSet;

use super::{Check, View};
use crate::model::finding::{Finding, Severity};
use crate::model::id::{CadreId, LevelId};

/// Worth knowing: who is at work, of a level that some duty takes its holders from, and holds nothing.
pub const CHECK: Check = Check { id: "cadre-idle", severity: Severity::Info, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let policy = view.snapshot.policy();
    let eligible: HashSet<LevelId> = policy.duty_ids().flat_map(|duty| policy.duty(duty).cadre.clone()).collect();
    let could_hold = |cadre: &CadreId| eligible.contains(&view.snapshot.book.cadre(*cadre).level);
    let cadres = (0..view.snapshot.book.cadres.len()).map(CadreId::at).filter(could_hold);
    cadres.filter(|cadre| is_idle(view, *cadre)).map(|cadre| finding(view, cadre)).for_each(take);
}

fn is_idle(view: &View, cadre: CadreId) -> bool {
    view.snapshot.is_active(cadre) && view.snapshot.of_cadre(cadre).next().is_none()
}

fn finding(view: &View, cadre: CadreId) -> Finding {
    let home = view.snapshot.book.cadre(cadre).home;
    CHECK.on_cadre(view, cadre).arg("home", view.snapshot.whereabouts(home))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{DAY, DISTRICT, SOUTH, add_cadre, district, found};
    use crate::model::cadre::Status;
    use crate::model::day::day_after;

    #[test]
    fn somebody_who_could_hold_a_duty_and_holds_nothing_is_reported() {
        let mut book = district();
        add_cadre(&mut book, "CB3", "Ngô Văn Cảnh", SOUTH);
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].cadre.as_deref(), Some("CB3"));
    }

    #[test]
    fn somebody_whose_assignment_begins_tomorrow_is_reported() {
        let mut book = district();
        book.assignments[2].period.from = Some(day_after(DAY));
        assert_eq!(found(&CHECK, &book).len(), 1);
    }

    #[test]
    fn somebody_who_left_or_whom_no_duty_takes_is_not_reported() {
        let mut book = district();
        add_cadre(&mut book, "CB3", "Ngô Văn Cảnh", SOUTH).status = Status::Retired;
        add_cadre(&mut book, "CB4", "Đỗ Thị Dung", SOUTH).level = DISTRICT;
        assert_eq!(found(&CHECK, &book), []);
    }
}
