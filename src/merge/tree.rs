//! Who stands under whom: parents and groups looked up, levels in order, no circles.

use super::Merging;
use super::codes::{Codes, day_of, unknown_unit};
use super::units::Placed;
use crate::model::Text;
use crate::model::day::Day;
use crate::model::finding::{Finding, Severity};
use crate::model::id::UnitId;
use crate::model::list::Column;

/// A unit above, as a cell names it.
struct Above<'w> {
    column: Column,
    code: &'w Text,
    unknown: &'static str,
    day: Day,
}

impl Merging<'_> {
    /// Looks up the parent and the group of every unit of the lists.
    pub fn link_units(&mut self, placed: &[Placed], codes: &Codes) {
        for unit in placed {
            let row = &unit.listed.row;
            let day = day_of(self.book.unit(unit.id).period, self.how.day);
            let above = Above { column: Column::ParentCode, code: &row.parent_code, unknown: "parent-unknown", day };
            self.book.units[unit.id.index()].parent = self.find_above(unit, &above, codes);
            if self.lists.source(unit.listed).has(Column::GroupCode) {
                let above = Above { column: Column::GroupCode, code: &row.group_code, unknown: "group-unknown", day };
                self.book.units[unit.id.index()].group = self.find_above(unit, &above, codes);
            }
        }
    }

    fn find_above(&mut self, unit: &Placed, above: &Above, codes: &Codes) -> Option<UnitId> {
        if above.code.is_empty() {
            return None;
        }
        let found = codes.unit_on(&self.book, above.code, above.day);
        if found.is_none() && !self.lists.refused.units.contains(above.code) {
            let finding = unknown_unit(above.unknown, above.code, above.day, codes);
            self.report(unit, above.column, finding);
        }
        found
    }

    /// Reports circles, levels out of order and missing parents among the units of the lists.
    pub fn check_tree(&mut self, placed: &[Placed]) {
        let mut has_units = vec![false; self.book.policy.levels.len()];
        for unit in &self.book.units {
            has_units[unit.level.index()] = true;
        }
        for unit in placed {
            match self.book.unit(unit.id).parent {
                Some(parent) if self.is_above(unit.id, parent) => self.report_circle(unit),
                Some(parent) => self.check_level(unit, parent),
                None => self.check_top(unit, &has_units),
            }
            if let Some(group) = self.book.unit(unit.id).group {
                self.check_group(unit, group);
            }
        }
    }

    /// Whether `unit` stands above (or is) `other`.
    fn is_above(&self, unit: UnitId, other: UnitId) -> bool {
        self.book.chain(other).any(|at| at == unit)
    }

    fn report_circle(&mut self, unit: &Placed) {
        let row = &unit.listed.row;
        let chain = self.book.chain(unit.id).skip(1).take_while(|at| *at != unit.id);
        let mut circle = vec![row.code.as_str()];
        circle.extend(chain.map(|at| self.book.unit(at).code.as_str()));
        circle.push(&row.code);
        let finding = Finding::new("parent-circle", Severity::Error).value(&row.parent_code);
        let finding = finding.arg("circle", circle.join(" → "));
        self.report(unit, Column::ParentCode, finding);
    }

    /// The parent must stand on the level that the policy puts above.
    fn check_level(&mut self, unit: &Placed, parent: UnitId) {
        let row = &unit.listed.row;
        let (stands_on, expected) = (self.book.unit(parent).level, self.book.policy.level(row.level).parent);
        if Some(stands_on) == expected {
            return;
        }
        let finding = Finding::new("level-out-of-order", Severity::Error).value(&row.parent_code);
        let finding = match expected {
            Some(expected) => finding.arg("expected", expected),
            None => finding.arg("expected", "none"),
        };
        self.report(unit, Column::ParentCode, finding.arg("level", row.level).arg("parent", stands_on));
    }

    /// An empty parent is right at the top, or where the office's lists begin below the top.
    fn check_top(&mut self, unit: &Placed, has_units: &[bool]) {
        let row = &unit.listed.row;
        let above = self.book.policy.level(row.level).parent;
        if let Some(above) = above.filter(|above| row.parent_code.is_empty() && has_units[above.index()]) {
            let finding = Finding::new("parent-missing", Severity::Error);
            self.report(unit, Column::ParentCode, finding.arg("level", row.level).arg("parent", above));
        }
    }

    /// The group must stand on the overlay level that the policy names.
    fn check_group(&mut self, unit: &Placed, group: UnitId) {
        let row = &unit.listed.row;
        let stands_on = self.book.unit(group).level;
        if self.book.policy.level(row.level).grouped_by != Some(stands_on) {
            let finding = Finding::new("group-wrong-level", Severity::Error).value(&row.group_code);
            self.report(unit, Column::GroupCode, finding.arg("level", row.level).arg("group", stands_on));
        }
    }

    fn report(&mut self, unit: &Placed, column: Column, finding: Finding) {
        let place = self.lists.source(unit.listed).place(unit.listed.at, column);
        self.findings.push(finding.unit(&unit.listed.row.code).place(place));
    }
}
