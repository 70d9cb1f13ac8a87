//! What a part of the book has to know of the rest, asked of the whole database.

use std::collections::HashMap;

use anyhow::Result;
use rusqlite::Connection;

use super::load;
use crate::model::book::Outside;
use crate::model::cadre::{StatusSpell, is_active_on};
use crate::model::day::Day;
use crate::model::id::LevelId;
use crate::model::policy::Policy;

/// Asked once, for all parts that are read for a day; whether anybody is at work is asked of some levels only, and of a
/// day of its own.
pub fn outside(
    connection: &Connection,
    policy: &Policy,
    day: Day,
    (staff, from): (&[LevelId], Day),
) -> Result<Outside> {
    let mut outside = Outside::default();
    let mut reading = connection.prepare("SELECT id, code FROM level")?;
    let levels = reading.query_map((), |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    let keys: HashMap<String, i64> =
        levels.map(|level| level.map(|(key, code)| (code, key))).collect::<rusqlite::Result<_>>()?;
    let key = |level: LevelId| keys.get(&policy.level(level).code).copied();
    for level in policy.level_ids() {
        let Some(own) = key(level) else { continue };
        let found = units(connection, own, day)?;
        if found > 0 {
            outside.used_levels.push(level);
        }
        if found == 1 {
            outside.lone_levels.push(level);
        }
    }
    for level in staff {
        if let Some(own) = key(*level)
            && is_anybody_at_work(connection, own, from)?
        {
            outside.staffed_levels.push(*level);
        }
    }
    Ok(outside)
}

/// How many units of a level there are on a day; two stand for all beyond one.
fn units(connection: &Connection, level: i64, day: Day) -> Result<u32> {
    let query = "SELECT count(*) FROM (SELECT 1 FROM unit WHERE level_id = ?1
        AND (from_day IS NULL OR from_day <= ?2) AND (to_day IS NULL OR to_day >= ?2) LIMIT 2)";
    Ok(connection.prepare_cached(query)?.query_row((level, day.to_string()), |row| row.get(0))?)
}

/// Whether a cadre of a level, known by its key, is at work on a day.
fn is_anybody_at_work(connection: &Connection, level: i64, day: Day) -> Result<bool> {
    let query = "SELECT status, status_from, status_before FROM cadre WHERE level_id = ?1";
    let mut reading = connection.prepare_cached(query)?;
    let mut rows = reading.query([level])?;
    while let Some(row) = rows.next()? {
        let now = StatusSpell { status: load::status(row, 0)?, from: load::day(row, 1)? };
        if is_active_on(load::spells(row, 2)?.into_iter().chain([now]), day) {
            return Ok(true);
        }
    }
    Ok(false)
}
