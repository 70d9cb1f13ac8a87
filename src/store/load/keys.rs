//! Integer keys of the database, and the positions and ids that stand for them in a book.

use std::cell::Cell;

use anyhow::{Result, bail};
use foldhash::HashMap;
use rusqlite::Connection;

use super::cells::broken;
use crate::model::id::{CadreId, DutyId, LevelId, UnitId};
use crate::model::policy::Policy;

/// Integer keys of the database and what they stand for.
pub struct Lookup {
    pub levels: HashMap<i64, (String, Option<LevelId>)>,
    pub duties: HashMap<i64, (String, Option<DutyId>)>,
    pub units: Positions,
    pub cadres: Positions,
    pub lacking: Vec<String>,
}

/// Positions of rows by their keys. Keys follow one another in runs, in one where no row was ever taken out.
#[derive(Default)]
pub struct Positions {
    rows: Vec<u32>,
    /// How far keys are ahead of positions in the run that was looked into last.
    ahead: Cell<u32>,
}

impl Positions {
    pub fn of(rows: impl Iterator<Item = u32>) -> Self {
        Positions { rows: rows.collect(), ahead: Cell::default() }
    }

    pub fn find(&self, row: u32) -> Option<usize> {
        let beside = row.wrapping_sub(self.ahead.get()) as usize;
        if self.rows.get(beside) == Some(&row) {
            return Some(beside);
        }
        let found = self.rows.binary_search(&row).ok()?;
        self.ahead.set(row.wrapping_sub(u32::try_from(found).ok()?));
        Some(found)
    }
}

impl Lookup {
    pub fn of(connection: &Connection, policy: &Policy) -> Result<Self> {
        let pairs = |table: &str| -> Result<Vec<(i64, String)>> {
            let mut reading = connection.prepare_cached(&format!("SELECT id, code FROM {table}"))?;
            let rows = reading.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        };
        let levels = pairs("level")?.into_iter().map(|(id, code)| (id, (code.clone(), policy.level_of_code(&code))));
        let levels = levels.collect();
        let duties = pairs("duty")?.into_iter().map(|(id, code)| (id, (code.clone(), policy.duty_of_code(&code))));
        let duties = duties.collect();
        Ok(Lookup { levels, duties, units: Positions::default(), cadres: Positions::default(), lacking: Vec::new() })
    }

    /// The policy's level; where the policy lacks it, takes note and goes on with any.
    pub fn level(&mut self, id: i64) -> Result<LevelId> {
        let Some((code, level)) = self.levels.get(&id) else { bail!(broken("level")) };
        if level.is_none() && !self.lacking.contains(code) {
            self.lacking.push(code.clone());
        }
        Ok(level.unwrap_or(LevelId(0)))
    }

    pub fn duty(&mut self, id: i64) -> Result<DutyId> {
        let Some((code, duty)) = self.duties.get(&id) else { bail!(broken("duty")) };
        if duty.is_none() && !self.lacking.contains(code) {
            self.lacking.push(code.clone());
        }
        Ok(duty.unwrap_or(DutyId(0)))
    }

    pub fn unit(&self, row: u32) -> Result<UnitId> {
        self.units.find(row).map(UnitId::at).ok_or_else(|| broken("unit"))
    }

    pub fn cadre(&self, row: u32) -> Result<CadreId> {
        self.cadres.find(row).map(CadreId::at).ok_or_else(|| broken("cadre"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_wherever_runs_begin() {
        let rows = [3, 4, 5, 9, 10, 4_000_000_000];
        let positions = Positions::of(rows.into_iter());
        for asked in (0..12).chain([4_000_000_000, u32::MAX, 0, 9, 3, 10]) {
            assert_eq!(positions.find(asked), rows.iter().position(|row| *row == asked), "{asked}");
        }
        assert_eq!(Positions::default().find(0), None);
    }
}
