//! unit-without-children: a unit has nothing below it where its like have, or a group has no members.

use std::collections::HashSet;

use super::{Check, View};
use crate::model::finding::{Finding, Severity};
use crate::model::id::{LevelId, UnitId};

/// A unit has units of a level below, if the office keeps any of that level on the day; a group
/// has members.
pub const CHECK: Check = Check { id: "unit-without-children", severity: Severity::Warning, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let below = levels_below(view);
    let grouped: HashSet<UnitId> = view.snapshot.units().filter_map(|(_, unit)| unit.group).collect();
    let units = view.snapshot.units().filter_map(|(id, unit)| Some((id, below.get(unit.level.index())?.as_slice())));
    let childless = units.filter(|(id, below)| !below.is_empty() && !has_any(view, *id, below, &grouped));
    childless.filter_map(|(id, below)| Some(CHECK.on_unit(view, id).arg("below", *below.first()?))).for_each(take);
}

/// For each level, the levels whose units stand right below it, or are its members, and of which
/// there are units on the day.
fn levels_below(view: &View) -> Vec<Vec<LevelId>> {
    let policy = view.snapshot.policy();
    let kept = view.snapshot.used_levels();
    let mut below = vec![Vec::new(); policy.levels.len()];
    for id in policy.level_ids().filter(|id| kept.contains(id)) {
        let level = policy.level(id);
        let holding = level.parent.filter(|_| !level.overlay);
        let grouping = level.grouped_by.filter(|group| policy.level(*group).overlay);
        for upper in holding.into_iter().chain(grouping) {
            below[upper.index()].push(id);
        }
    }
    below
}

fn has_any(view: &View, unit: UnitId, below: &[LevelId], grouped: &HashSet<UnitId>) -> bool {
    let is_below = |child: UnitId| below.contains(&view.snapshot.book.unit(child).level);
    grouped.contains(&unit) || view.snapshot.children(unit).any(is_below)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{
        CLUSTER, COMMUNE, DAY, DISTRICT, HAMLET, SOUTH_1, WHOLE, add_unit, district, found, said,
    };
    use crate::model::day::day_before;
    use crate::model::lang::Lang;

    #[test]
    fn a_commune_without_hamlets_is_reported() {
        let mut book = district();
        add_unit(&mut book, "E", "Xã Đông", COMMUNE, Some(WHOLE));
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].unit.as_deref(), Some("E"));
    }

    #[test]
    fn a_commune_whose_only_hamlet_has_ended_is_reported() {
        let mut book = district();
        book.units[SOUTH_1.index()].period.to = Some(day_before(DAY));
        let findings = found(&CHECK, &book);
        assert!(said(&book, Lang::Vi, &findings[0]).starts_with("Xã Nam (S): chưa có ấp nào"));
    }

    #[test]
    fn a_group_without_members_is_reported() {
        let mut book = district();
        add_unit(&mut book, "CV2", "Cụm vùng 2", CLUSTER, Some(WHOLE));
        assert_eq!(found(&CHECK, &book).len(), 1);
    }

    #[test]
    fn a_district_with_nothing_but_clusters_is_reported() {
        let mut book = district();
        add_unit(&mut book, "E", "Huyện E", DISTRICT, None);
        let other = UnitId::at(book.units.len() - 1);
        add_unit(&mut book, "CV9", "Cụm vùng 9", CLUSTER, Some(other));
        let findings = found(&CHECK, &book);
        let units: Vec<_> = findings.iter().filter_map(|finding| finding.unit.as_deref()).collect();
        assert_eq!(units, ["E", "CV9"]);
    }

    #[test]
    fn communes_of_an_office_that_keeps_no_hamlets_are_not_reported() {
        let mut book = district();
        book.units.retain(|unit| unit.level != HAMLET);
        book.assignments.clear();
        assert_eq!(found(&CHECK, &book), []);
    }
}
