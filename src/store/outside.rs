//! What a part of the book has to know of the rest, asked of the whole database.

use std::collections::HashMap;

use anyhow::Result;
use rusqlite::Connection;

use super::load;
use crate::model::book::Outside;
use crate::model::day::Day;
use crate::model::id::LevelId;
use crate::model::policy::Policy;

/// Asked once, for all parts that are read for a day; whether anybody is at work is asked of some levels only.
pub fn outside(connection: &Connection, policy: &Policy, day: Day, staff: &[LevelId]) -> Result<Outside> {
    let mut outside = Outside::default();
    let mut reading = connection.prepare("SELECT id, code FROM level")?;
    let levels = reading.query_map((), |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    let keys: HashMap<String, i64> =
        levels.map(|level| level.map(|(key, code)| (code, key))).collect::<rusqlite::Result<_>>()?;
    let key = |level: LevelId| keys.get(&policy.level(level).code).copied();
    let mut lone: HashMap<LevelId, u32> = HashMap::new();
    // Levels stand from the top down, so that the one above is known.
    for level in policy.level_ids() {
        let Some(own) = key(level) else { continue };
        let above = policy.level(level).parent.and_then(|above| lone.get(&above)).copied();
        let found = units(connection, own, day, above)?;
        if !found.is_empty() {
            outside.used_levels.push(level);
        }
        if let [only] = found[..] {
            lone.insert(level, only);
            outside.lone_levels.push(level);
        }
    }
    for level in staff {
        if let Some(own) = key(*level)
            && load::is_anybody_at_work(connection, own, day)?
        {
            outside.staffed_levels.push(*level);
        }
    }
    Ok(outside)
}

/// Keys of the units of a level on a day, two at most; where the level above has one unit only, all stand right below
/// that, or below nothing.
fn units(connection: &Connection, level: i64, day: Day, above: Option<u32>) -> Result<Vec<u32>> {
    let place = match above {
        Some(_) => "(parent_id = ?3 OR parent_id IS NULL)",
        None => "?3 IS NULL",
    };
    let query = format!(
        "SELECT id FROM unit WHERE level_id = ?1 AND {place}
        AND (from_day IS NULL OR from_day <= ?2) AND (to_day IS NULL OR to_day >= ?2) LIMIT 2"
    );
    let mut reading = connection.prepare_cached(&query)?;
    let keys = reading.query_map((level, day.to_string(), above), |row| row.get(0))?;
    Ok(keys.collect::<rusqlite::Result<_>>()?)
}
