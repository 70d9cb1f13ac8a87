//! One row per lowest unit with a column per level, read as a tree: each unit above is given once.

use std::collections::HashSet;

use super::header::LevelColumn;
use super::row::Row;
use crate::model::id::LevelId;
use crate::model::list::Column;
use crate::model::rows::{Context, UnitRow};
use crate::model::{Shared, Text};
use crate::text::fold::key;

/// The units above that were given already.
#[derive(Debug, Default)]
pub struct Tree {
    seen: HashSet<Vec<String>>,
}

/// A unit as a row names it.
struct Named {
    level: LevelId,
    code: Text,
    name: Text,
}

impl Tree {
    /// The units that a row names for the first time, the highest first, and whether the row is sound. The row's other
    /// columns are about the lowest unit.
    pub fn units(&mut self, row: &mut Row) -> (Vec<UnitRow>, bool) {
        let levels = &row.header.levels;
        let named: Vec<Named> = levels.iter().filter_map(|column| named(row, column)).collect();
        let (rank, households) = (row.shared(Column::Type), row.households());
        let (period, note) = (row.period(Column::From, Column::To), row.shared(Column::Note));
        let mut units = Vec::new();
        let mut path: Vec<String> = Vec::new();
        for (at, unit) in named.iter().enumerate() {
            path.push(format!("{} {}", unit.code, key(&unit.name)));
            let is_lowest = at + 1 == named.len();
            if !self.seen.insert(path.clone()) && !is_lowest {
                continue;
            }
            let above = &named[..at];
            units.push(UnitRow {
                code: unit.code.clone(),
                name: unit.name.clone(),
                level: unit.level,
                parent_code: above.last().map(|parent| parent.code.clone()).unwrap_or_default(),
                rank: if is_lowest { rank.clone() } else { Shared::new() },
                group_code: Shared::new(),
                households: households.filter(|_| is_lowest),
                period: if is_lowest { period } else { Default::default() },
                note: if is_lowest { note.clone() } else { Shared::new() },
                context: Some(Box::new(above_of(above))),
                is_derived: !is_lowest,
            });
        }
        if row.is_sound { (units, true) } else { (Vec::new(), false) }
    }
}

fn above_of(above: &[Named]) -> Context {
    Context { within: above.iter().rev().map(|unit| unit.name.clone()).collect(), ..Context::default() }
}

/// The unit of a level column; none where both its cells are empty.
fn named(row: &mut Row, column: &LevelColumn) -> Option<Named> {
    let [code, name] = [column.code, column.name].map(|at| row.level_text(at, &column.written));
    let code = row.padded(code);
    (!code.is_empty() || !name.is_empty()).then_some(Named { level: column.level, code, name })
}
