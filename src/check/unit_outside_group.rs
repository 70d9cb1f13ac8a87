//! unit-outside-group: a unit belongs to no group where its like are grouped.

use super::{Check, View};
use crate::model::finding::{Finding, Severity};
use crate::model::unit::Unit;

/// Where the policy groups the units of a level, and the office keeps groups on the day, each of
/// those units belongs to one.
pub const CHECK: Check = Check { id: "unit-outside-group", severity: Severity::Warning, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let kept = view.snapshot.used_levels();
    let grouping =
        |unit: &Unit| view.snapshot.policy().level(unit.level).grouped_by.filter(|group| kept.contains(group));
    let groupable = view.snapshot.units().filter_map(|(id, unit)| Some((id, unit, grouping(unit)?)));
    let outside = groupable.filter(|(_, unit, _)| !has_group(view, unit));
    outside.map(|(id, _, group)| CHECK.on_unit(view, id).arg("group", group)).for_each(take);
}

fn has_group(view: &View, unit: &Unit) -> bool {
    unit.group.is_some_and(|group| view.snapshot.exists(group))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{CLUSTER, COMMUNE, DAY, GROUP, SOUTH, WHOLE, add_unit, district, found};
    use crate::model::day::day_before;

    #[test]
    fn a_commune_in_no_cluster_is_reported() {
        let mut book = district();
        book.units[SOUTH.index()].group = None;
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].unit.as_deref(), Some("S"));
    }

    #[test]
    fn communes_of_a_cluster_that_has_ended_are_reported() {
        let mut book = district();
        book.units[GROUP.index()].period.to = Some(day_before(DAY));
        add_unit(&mut book, "CV2", "Cụm vùng 2", CLUSTER, Some(WHOLE));
        assert_eq!(found(&CHECK, &book).len(), 2);
    }

    #[test]
    fn communes_of_an_office_without_clusters_are_not_reported() {
        let mut book = district();
        book.units[GROUP.index()].period.to = Some(day_before(DAY));
        assert_eq!(found(&CHECK, &book), []);
    }

    #[test]
    fn communes_that_the_policy_does_not_group_are_not_reported() {
        let mut book = district();
        book.units[SOUTH.index()].group = None;
        book.policy.levels[COMMUNE.index()].grouped_by = None;
        assert_eq!(found(&CHECK, &book), []);
    }
}
