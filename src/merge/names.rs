//! Two units of one name under one parent: allowed, but worth a look before it is saved.

use foldhash::{HashMap, HashMapExt};

use super::Merging;
use super::identity::Placed;
use super::table::first_at;
use crate::model::finding::{Finding, Severity};
use crate::model::id::{LevelId, UnitId};
use crate::model::list::Column;
use crate::text::spellings::Spellings;

impl Merging<'_> {
    /// Reports units of the lists that share parent, level and name with an earlier row.
    pub fn report_repeated_names(&mut self, placed: &[Placed]) {
        let names = numbers(placed);
        let mut beside: HashMap<(Option<UnitId>, LevelId), Vec<usize>> = HashMap::new();
        for (at, unit) in placed.iter().enumerate() {
            beside.entry((self.book.unit(unit.id).parent, unit.listed.row.level)).or_default().push(at);
        }
        let (mut first, mut findings): (HashMap<u32, usize>, _) = (HashMap::new(), Vec::new());
        for units in beside.into_values().filter(|units| units.len() > 1) {
            first.clear();
            for at in units {
                let earlier = *first.entry(names[at]).or_insert(at);
                if earlier == at {
                    continue;
                }
                let (unit, other) = (&placed[at], &placed[earlier]);
                let period = |unit: &Placed| self.book.unit(unit.id).period;
                if other.listed.named() != unit.listed.named() && period(other).overlaps(&period(unit)) {
                    let named = unit.listed.named();
                    findings.push(((named.source, named.at), self.name_repeated(unit, other)));
                }
            }
        }
        findings.sort_by_key(|(named, _)| *named);
        self.findings.extend(findings.into_iter().map(|(_, finding)| finding));
    }

    fn name_repeated(&self, unit: &Placed, other: &Placed) -> Finding {
        let row = &unit.listed.row;
        let finding = Finding::new("name-repeated", Severity::Warning).value(&row.name).unit(&row.code);
        let finding = finding.arg("other", &other.listed.row.code);
        let finding = first_at(finding, self.lists, unit.listed.named(), other.listed.named());
        finding.place(self.lists.source(unit.listed).place(unit.listed.at, Column::Name))
    }
}

/// The numbers of the names of units, looked up in the order of the rows, and not sibling by sibling: siblings may lie far
/// apart in memory.
fn numbers(placed: &[Placed]) -> Vec<u32> {
    let mut spellings = Spellings::default();
    placed.iter().map(|unit| spellings.number(&unit.listed.row.name)).collect()
}
