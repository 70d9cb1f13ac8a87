//! Units: all rows by their codes first, then who stands under whom (`tree`), then what has changed.

use super::codes::{lost_zeros, together};
use super::identity::{Meant, Placed};
use super::stamped::Verdict;
use super::table::{NamedAt, deed, repeated};
use super::{Merging, Mode};
use crate::model::Shared;
use crate::model::change::Edit;
use crate::model::day::Period;
use crate::model::finding::{Finding, Severity};
use crate::model::id::UnitId;
use crate::model::list::{Column, Kind};
use crate::model::rows::{Listed, Source, UnitRow};
use crate::model::unit::Unit;
use crate::model::value::Entry;

impl Merging<'_> {
    /// Merges the rows of all unit lists.
    pub fn units(&mut self, listed: &[Listed<UnitRow>]) {
        self.codes.reserve_units(listed.len());
        self.change.units.rows = listed.len();
        let mut named_at: NamedAt = vec![None; self.book.units.len()];
        let mut placed = self.place_units(listed, &mut named_at);
        placed.sort_by_key(|unit| (unit.listed.source, unit.listed.at, unit.id));
        self.report_shared_codes(&placed);
        self.change.units.unchanged += listed.iter().filter(|listed| self.is_untouched(listed)).count();
        self.link_units(&placed);
        self.check_tree(&placed);
        self.check_below(&placed);
        self.report_repeated_names(&placed);
        for unit in placed {
            self.settle_unit(unit);
        }
        if self.stamps.has(Kind::Units) {
            self.remove_units(&named_at);
        } else if self.how.mode == Mode::Sync && !listed.is_empty() {
            self.sync_units(&named_at);
        }
    }

    /// Finds or makes the unit of each row.
    fn place_units<'l>(&mut self, listed: &'l [Listed<UnitRow>], named_at: &mut NamedAt) -> Vec<Placed<'l>> {
        let lists = self.lists;
        // Rows that mean a known unit beyond doubt come first: they may end it, so that its code is free again.
        let is_exact = |listed: &&Listed<UnitRow>| self.is_exact(lists.source(listed), &listed.row);
        let (mut rows, mut others): (Vec<_>, Vec<_>) = listed.iter().partition(is_exact);
        rows.append(&mut others);
        let mut placed = Vec::with_capacity(rows.len());
        for (at, listed) in rows.iter().enumerate() {
            if let Some(next) = together(&rows, at) {
                self.codes.fetch_units(&self.book.units, next.iter().map(|listed| &listed.row.code));
            }
            placed.extend(self.place_unit(listed, named_at));
        }
        placed
    }

    /// Finds or makes the unit of a row; parent and group are still those of before.
    fn place_unit<'l>(&mut self, listed: &'l Listed<UnitRow>, named_at: &mut NamedAt) -> Option<Placed<'l>> {
        if self.is_untouched(listed) {
            return None;
        }
        let source = self.lists.source(listed);
        let found = match self.meant(source, &listed.row) {
            Meant::Known(id) => Some(id),
            Meant::New => None,
            Meant::Unclear(finding) => {
                self.leave_out(Kind::Units);
                self.findings.push(self.at_code(listed, *finding));
                return None;
            }
        };
        if let Some(meant) = self.codes.unit_with_zeros(&self.book.units, &listed.row.code)
            && self.codes.units(&self.book.units, &listed.row.code).next().is_none()
        {
            self.leave_out(Kind::Units);
            self.findings.push(self.at_code(listed, lost_zeros(&listed.row.code, &meant)));
            return None;
        }
        if let Some(first) = found.and_then(|id| named_at[id.index()]) {
            self.findings.push(repeated(self.lists, listed, first, &listed.row.code));
            return None;
        }
        let id = found.unwrap_or_else(|| UnitId::at(self.book.units.len()));
        let before = found.map(|id| Box::new(self.book.unit(id).clone()));
        let free = self.book.units.last().map_or(0, |last| last.row).max(self.book.last_rows().units) + 1;
        let unit = unit_of(source, &listed.row, before.as_deref(), free);
        if found.is_some() {
            self.book.units[id.index()] = unit;
        } else {
            self.book.units.push(unit);
            named_at.push(None);
            self.codes.add_unit(&self.book.units, id);
        }
        named_at[id.index()] = Some(listed.named());
        Some(Placed { listed, id, before })
    }

    /// Works out what happened to a unit, now that it is linked.
    fn settle_unit(&mut self, placed: Placed) {
        let at = placed.id.index();
        let before = placed.before;
        let now = &self.book.units[at];
        let verdict = self.verdict(placed.listed, before.as_deref().map(|unit| unit as &dyn Entry), now);
        let before = match (verdict, before) {
            (Verdict::Lay, Some(before)) => before,
            (Verdict::Lay, None) => return self.change.units.added.push(at),
            (Verdict::Keep, Some(before)) => {
                self.book.units[at] = *before;
                return self.change.units.unchanged += 1;
            }
            // Only a row that stands there twice, which is reported, says nothing of a unit that is not known.
            (Verdict::Keep, None) => return self.change.units.added.push(at),
            (Verdict::Conflict(findings), _) => return self.findings.extend(findings),
        };
        let now = &self.book.units[at];
        if *before == *now {
            self.change.units.unchanged += 1;
        } else if self.how.mode == Mode::Add {
            let (source, code) = (self.lists.source(placed.listed), &placed.listed.row.code);
            let finding = Finding::new("row-known", Severity::Error).value(code).unit(code);
            self.findings.push(finding.place(source.place(placed.listed.at, Column::Code)));
        } else {
            let deed = deed(before.period.to, now.period.to);
            self.change.units.edited.push(Edit { at, before: *before, deed });
        }
    }
}

/// The unit as the row says; what the file has no column for stays as it was.
fn unit_of(source: &Source, row: &UnitRow, before: Option<&Unit>, free: u32) -> Unit {
    let mut unit = match before {
        Some(before) => Unit { code: row.code.clone(), name: row.name.clone(), level: row.level, ..before.clone() },
        None => blank(row, free),
    };
    if source.has(Column::Type) {
        unit.rank = row.rank.clone();
    }
    if source.has(Column::Households) {
        unit.households = row.households;
    }
    if source.has(Column::From) {
        unit.period.from = row.period.from;
    }
    if source.has(Column::To) {
        unit.period.to = row.period.to;
    }
    if source.has(Column::Note) {
        unit.note = row.note.clone();
    }
    unit
}

fn blank(row: &UnitRow, free: u32) -> Unit {
    Unit {
        row: free,
        code: row.code.clone(),
        name: row.name.clone(),
        level: row.level,
        parent: None,
        group: None,
        rank: Shared::new(),
        households: None,
        period: Period::default(),
        note: Shared::new(),
    }
}
