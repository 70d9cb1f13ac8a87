//! Two units of one name under one parent: allowed, but worth a look before it is saved.

use foldhash::{HashMap, HashMapExt};

use super::Merging;
use super::identity::Placed;
use super::table::first_at;
use crate::model::finding::{Finding, Severity};
use crate::model::id::{LevelId, UnitId};
use crate::model::list::Column;
use crate::text::fold::key;

impl Merging<'_> {
    /// Reports units of the lists that share parent, level and name with an earlier row.
    pub fn report_repeated_names(&mut self, placed: &[Placed]) {
        let mut first: HashMap<(Option<UnitId>, LevelId, String), &Placed> = HashMap::with_capacity(placed.len());
        let mut findings = Vec::new();
        for unit in placed {
            let row = &unit.listed.row;
            let place = (self.book.unit(unit.id).parent, row.level, key(&row.name));
            match first.get(&place) {
                Some(other) if self.book.unit(other.id).period.overlaps(&self.book.unit(unit.id).period) => {
                    let finding = Finding::new("name-repeated", Severity::Warning).value(&row.name).unit(&row.code);
                    let finding = finding.arg("other", &other.listed.row.code);
                    let finding = first_at(finding, self.lists, unit.listed.named(), other.listed.named());
                    let place = self.lists.source(unit.listed).place(unit.listed.at, Column::Name);
                    findings.push(finding.place(place));
                }
                Some(_) => {}
                None => {
                    first.insert(place, unit);
                }
            }
        }
        self.findings.append(&mut findings);
    }
}
