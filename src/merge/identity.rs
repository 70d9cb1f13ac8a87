//! Which unit a row of a list means. A code means a unit only together with a day: official codes are used again.

use super::Merging;
use crate::model::finding::{Finding, Severity};
use crate::model::id::UnitId;
use crate::model::list::Column;
use crate::model::rows::{Listed, Source, UnitRow};
use crate::model::unit::Unit;
use crate::text::fold::key;

/// The unit that a row of a list became.
pub struct Placed<'m> {
    /// The row.
    pub listed: &'m Listed<UnitRow>,
    /// Its unit in the book.
    pub id: UnitId,
    /// The unit as it was, where it was known.
    pub before: Option<Box<Unit>>,
}

/// Codes that were used more often than this are none; each further row would cost a walk through all of them.
const MOST_USES: usize = 64;

/// What a row of a unit list means.
pub enum Meant {
    /// A unit that is known.
    Known(UnitId),
    /// A unit that is not known yet.
    New,
    /// Nothing that could be told: the finding says why.
    Unclear(Box<Finding>),
}

impl Merging<'_> {
    /// Whether a row says on which days its unit exists.
    pub fn is_dated(source: &Source, row: &UnitRow) -> bool {
        let says = |column, is_some: bool| source.has(column) && is_some;
        says(Column::From, row.period.from.is_some()) || says(Column::To, row.period.to.is_some())
    }

    /// Whether a row means a known unit beyond doubt: the one of its code that begins on the very same day.
    pub fn is_exact(&self, source: &Source, row: &UnitRow) -> bool {
        Self::is_dated(source, row)
            && self.codes.units(&self.book.units, &row.code).any(|id| self.book.unit(id).period.from == row.period.from)
    }

    /// The unit that a row means. Without days, the one of its code that exists on the import's day; with days, the one
    /// that begins on the same day, else the one of the same name that exists on some of these days.
    pub fn meant(&self, source: &Source, row: &UnitRow) -> Meant {
        let mut all = self.codes.units(&self.book.units, &row.code);
        let Some(first) = all.next() else { return Meant::New };
        let all: Vec<UnitId> = std::iter::once(first).chain(all).take(MOST_USES + 1).collect();
        if all.len() > MOST_USES {
            return Meant::Unclear(Box::new(Finding::new("code-used-too-often", Severity::Error).value(&row.code)));
        }
        let unit = |id: &UnitId| self.book.unit(*id);
        if !Self::is_dated(source, row) {
            return match all.iter().find(|id| unit(id).period.contains(self.how.day)) {
                Some(id) => Meant::Known(*id),
                None => self.not_now(row, first),
            };
        }
        let same_day = all.iter().find(|id| unit(id).period.from == row.period.from);
        let same_name = || {
            let overlapping = |id: &&UnitId| unit(id).period.overlaps(&row.period);
            all.iter().filter(overlapping).find(|id| key(&unit(id).name) == key(&row.name))
        };
        same_day.or_else(same_name).map_or(Meant::New, |id| Meant::Known(*id))
    }

    /// A code whose unit does not exist on the import's day, in a row that says no days.
    fn not_now(&self, row: &UnitRow, id: UnitId) -> Meant {
        let unit = self.book.unit(id);
        let finding = Finding::new("unit-code-of-another-day", Severity::Error).value(&row.code).unit(&row.code);
        Meant::Unclear(Box::new(finding.arg("name", &unit.name).arg("day", self.how.day)))
    }

    /// Reports units of the lists that share a code with another one on some day.
    pub fn report_shared_codes(&mut self, placed: &[Placed]) {
        let mut findings = Vec::new();
        for unit in placed.iter().filter(|unit| self.codes.is_reused(&unit.listed.row.code)) {
            let own = self.book.unit(unit.id);
            let other = self
                .codes
                .units(&self.book.units, &own.code)
                .find(|id| *id != unit.id && self.book.unit(*id).period.overlaps(&own.period));
            if let Some(other) = other.map(|id| self.book.unit(id)) {
                let finding = Finding::new("unit-code-in-use", Severity::Error).value(&own.code).unit(&own.code);
                findings.push(self.at_code(unit.listed, finding.arg("name", &other.name)));
            }
        }
        self.findings.append(&mut findings);
    }

    /// A finding at the code of a row.
    pub fn at_code(&self, listed: &Listed<UnitRow>, finding: Finding) -> Finding {
        finding.place(self.lists.source(listed).place(listed.at, Column::Code))
    }
}
