//! What a part of the book has to know of the rest, asked of the whole database.

use anyhow::Result;
use rusqlite::Connection;

use super::load;
use crate::model::book::Outside;
use crate::model::day::Day;
use crate::model::policy::Policy;

/// Asked once, for all parts that are read for a day.
pub fn outside(connection: &Connection, policy: &Policy, day: Day) -> Result<Outside> {
    let mut outside = Outside::default();
    let mut reading = connection.prepare("SELECT id, code FROM level")?;
    let levels = reading.query_map((), |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    for level in levels {
        let (key, code) = level?;
        let Some(level) = policy.level_of_code(&code) else { continue };
        if units(connection, key, day)? == 1 {
            outside.lone_levels.push(level);
        }
        if load::is_anybody_at_work(connection, key, day)? {
            outside.staffed_levels.push(level);
        }
    }
    Ok(outside)
}

/// How many units of a level there are on a day; two stand for all beyond one.
fn units(connection: &Connection, level: i64, day: Day) -> Result<u32> {
    let query = "SELECT count(*) FROM (SELECT 1 FROM unit WHERE level_id = ?1
        AND (from_day IS NULL OR from_day <= ?2) AND (to_day IS NULL OR to_day >= ?2) LIMIT 2)";
    Ok(connection.query_row(query, (level, day.to_string()), |row| row.get(0))?)
}
