//! Who stands under whom: parents and groups looked up, levels in order, no circles.

use super::Merging;
use super::codes::{day_of, together, unknown_unit};
use super::identity::Placed;
use crate::model::day::Day;
use crate::model::finding::{Finding, Severity};
use crate::model::id::{LevelId, UnitId};
use crate::model::list::Column;
use crate::model::policy::Policy;
use crate::model::rows::UnitRow;
use crate::model::unit::Unit;

/// A unit above, as a cell names it.
struct Above<'w> {
    column: Column,
    code: &'w str,
    unknown: &'static str,
    day: Day,
    /// The unit that it had above so far: it stays while its code does, also when the code was used again since.
    known: Option<UnitId>,
}

impl Merging<'_> {
    /// Looks up the parent and the group of every unit of the lists.
    pub fn link_units(&mut self, placed: &[Placed]) {
        for (at, unit) in placed.iter().enumerate() {
            if let Some(next) = together(placed, at) {
                self.codes.fetch_units(&self.book.units, next.iter().map(|unit| &unit.listed.row.parent_code));
            }
            let row = &unit.listed.row;
            let day = day_of(self.book.unit(unit.id).period, self.how.day);
            let known = unit.before.as_ref().and_then(|before| before.parent);
            let above =
                Above { column: Column::ParentCode, code: &row.parent_code, unknown: "parent-unknown", day, known };
            self.book.units[unit.id.index()].parent = self.find_above(unit, &above);
            if self.lists.source(unit.listed).has(Column::GroupCode) {
                let known = unit.before.as_ref().and_then(|before| before.group);
                let above =
                    Above { column: Column::GroupCode, code: &row.group_code, unknown: "group-unknown", day, known };
                self.book.units[unit.id.index()].group = self.find_above(unit, &above);
            }
        }
    }

    fn find_above(&mut self, unit: &Placed, above: &Above) -> Option<UnitId> {
        if above.code.is_empty() {
            return None;
        }
        let kept = above.known.filter(|id| self.book.unit(*id).code == *above.code);
        if kept.is_some_and(|id| self.book.unit(id).period.overlaps(&self.book.unit(unit.id).period)) {
            return kept;
        }
        let found = self.codes.unit_on(&self.book.units, above.code, above.day);
        if found.is_none() && !self.lists.refused.units.contains(above.code) {
            let finding = unknown_unit(above.unknown, above.code, above.day, (&self.codes, &self.book.units));
            self.report(unit, above.column, finding);
        }
        found
    }

    /// Reports circles, levels out of order and missing parents among the units of the lists.
    pub fn check_tree(&mut self, placed: &[Placed]) {
        // One beside the other: lists in no order look them up all over.
        let levels: Vec<LevelId> = self.book.units.iter().map(|unit| unit.level).collect();
        let mut has_units = vec![false; self.book.policy.levels.len()];
        levels.iter().for_each(|level| has_units[level.index()] = true);
        let may_have_circles = self.may_have_circles(&levels);
        for unit in placed {
            match self.book.unit(unit.id).parent {
                Some(parent) if may_have_circles && self.is_above(unit.id, parent) => self.report_circle(unit),
                Some(parent) => self.check_level(unit, levels[parent.index()]),
                None => self.check_top(unit, &has_units),
            }
            if let Some(group) = self.book.unit(unit.id).group {
                self.check_group(unit, group);
            }
        }
    }

    /// Whether units may stand in a circle: not where every one stands below a unit of a level before its own.
    fn may_have_circles(&self, levels: &[LevelId]) -> bool {
        let is_below = |unit: &Unit| unit.parent.is_none_or(|parent| levels[parent.index()] < unit.level);
        !self.book.units.iter().all(is_below)
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

    /// The policy that a unit is judged by: that of its own days.
    fn policy_of(&self, row: &UnitRow) -> &Policy {
        self.book.policy.on(day_of(row.period, self.how.day))
    }

    /// The parent, which stands on a level, must stand on the one that the policy puts above.
    fn check_level(&mut self, unit: &Placed, stands_on: LevelId) {
        let row = &unit.listed.row;
        let expected = self.policy_of(row).level(row.level).parent;
        if Some(stands_on) == expected {
            return;
        }
        self.misplaced.insert(unit.id);
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
        let above = self.policy_of(row).level(row.level).parent;
        if let Some(above) = above.filter(|above| row.parent_code.is_empty() && has_units[above.index()]) {
            let finding = Finding::new("parent-missing", Severity::Error);
            self.report(unit, Column::ParentCode, finding.arg("level", row.level).arg("parent", above));
        }
    }

    /// The group must stand on the overlay level that the policy names.
    fn check_group(&mut self, unit: &Placed, group: UnitId) {
        let row = &unit.listed.row;
        let stands_on = self.book.unit(group).level;
        if self.policy_of(row).level(row.level).grouped_by != Some(stands_on) {
            let finding = Finding::new("group-wrong-level", Severity::Error).value(&self.book.unit(group).code);
            self.report(unit, Column::GroupCode, finding.arg("level", row.level).arg("group", stands_on));
        }
    }

    /// Units whose level changes must not leave units below, or assignments, that no longer fit.
    pub fn check_below(&mut self, placed: &[Placed]) {
        let moved = |unit: &&Placed| unit.before.as_ref().is_some_and(|before| before.level != unit.listed.row.level);
        for unit in placed.iter().filter(moved) {
            let level = unit.listed.row.level;
            let is_below = |below: &&Unit| {
                below.parent == Some(unit.id) && self.book.policy.level(below.level).parent != Some(level)
            };
            let below = self.book.units.iter().filter(is_below).count();
            let is_held = |held: &&crate::model::assignment::Assignment| {
                held.unit == unit.id && self.book.policy.duty(held.duty).unit != level
            };
            let held = self.book.assignments.iter().filter(is_held).count();
            if below + held > 0 {
                let finding = Finding::new("level-change-breaks", Severity::Error).value(&unit.listed.row.code);
                self.report(unit, Column::Level, finding.arg("below", below).arg("held", held).arg("level", level));
            }
        }
    }

    fn report(&mut self, unit: &Placed, column: Column, finding: Finding) {
        let place = self.lists.source(unit.listed).place(unit.listed.at, column);
        self.findings.push(finding.unit(&unit.listed.row.code).place(place));
    }
}
