//! The units that parts of the book stand under.

use anyhow::Result;
use rusqlite::Connection;

use super::keys::{Keys, all, pointing};
use crate::model::day::Day;
use crate::model::id::LevelId;
use crate::model::policy::Policy;

/// The most units that stand below nothing that are looked at one by one.
const MOST_ROOTS: usize = 500;

/// Keys of the units that stand below nothing, by code; none where what is checked below one may depend on others.
pub fn roots(connection: &Connection, policy: &Policy) -> Result<Option<Vec<u32>>> {
    let has_decisions = connection.prepare("SELECT 1 FROM decision LIMIT 1")?.exists(())?;
    if has_decisions || is_reformed(connection, policy)? {
        return Ok(None);
    }
    let mut reading = connection.prepare("SELECT id FROM unit WHERE parent_id IS NULL ORDER BY code, id")?;
    let keys: Vec<u32> = reading.query_map((), |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    // Each part has the names of all units beside its own.
    Ok(Some(keys).filter(|keys| keys.len() <= MOST_ROOTS))
}

/// Keys of the units of a level, by code: all of them, or those above or below one unit; nothing where lists begin below
/// that level somewhere, so that these units are not all.
pub fn tops(connection: &Connection, policy: &Policy, level: LevelId, under: Option<u32>) -> Result<Option<Vec<u32>>> {
    if is_reformed(connection, policy)? || !stand_above(connection, policy, level)? {
        return Ok(None);
    }
    let first = match under {
        Some(unit) => match above(connection, policy, level, unit)? {
            Some(top) => return Ok(Some(vec![top])),
            None => Keys::of(vec![unit]),
        },
        None => all(&mut connection.prepare_cached("SELECT id FROM unit WHERE parent_id IS NULL")?, ())?,
    };
    below(connection, policy, level, first).map(Some)
}

/// Whether whatever stands below nothing is of a level or of one above it; groups may stand anywhere.
fn stand_above(connection: &Connection, policy: &Policy, level: LevelId) -> Result<bool> {
    let above: Vec<LevelId> = std::iter::successors(Some(level), |at| policy.level(*at).parent).collect();
    let query = "SELECT DISTINCT level.code FROM unit JOIN level ON level.id = level_id WHERE parent_id IS NULL";
    let mut reading = connection.prepare_cached(query)?;
    let levels: Vec<String> = reading.query_map((), |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let fits = |code: &String| {
        let own = policy.level_of_code(code);
        own.is_some_and(|own| above.contains(&own) || policy.level(own).overlay)
    };
    Ok(levels.iter().all(fits))
}

/// The unit of a level that a unit stands below, or the unit itself.
fn above(connection: &Connection, policy: &Policy, level: LevelId, unit: u32) -> Result<Option<u32>> {
    let query = "SELECT level.code, unit.parent_id FROM unit JOIN level ON level.id = level_id WHERE unit.id = ?1";
    let mut reading = connection.prepare_cached(query)?;
    let mut at = Some(unit);
    for _ in 0..policy.levels.len() {
        let Some(unit) = at else { break };
        let (code, parent): (String, Option<u32>) = reading.query_row([unit], |row| Ok((row.get(0)?, row.get(1)?)))?;
        if policy.level_of_code(&code) == Some(level) {
            return Ok(at);
        }
        at = parent;
    }
    Ok(None)
}

/// The units of a level among some and below them, found level by level.
fn below(connection: &Connection, policy: &Policy, level: LevelId, first: Keys) -> Result<Vec<u32>> {
    let above: Vec<LevelId> =
        std::iter::successors(policy.level(level).parent, |at| policy.level(*at).parent).collect();
    let query = "SELECT unit.id, unit.code, level.code FROM unit JOIN level ON level.id = level_id
        WHERE unit.id BETWEEN ?1 AND ?2";
    let mut reading = connection.prepare_cached(query)?;
    let mut tops: Vec<(String, u32)> = Vec::new();
    let mut next = first;
    while !next.is_empty() {
        let mut passed = Vec::new();
        for run in next.runs() {
            let mut rows = reading.query(run)?;
            while let Some(row) = rows.next()? {
                match policy.level_of_code(row.get_ref(2)?.as_str()?) {
                    Some(own) if own == level => tops.push((row.get(1)?, row.get(0)?)),
                    Some(own) if above.contains(&own) => passed.push(row.get(0)?),
                    _ => {}
                }
            }
        }
        next = pointing(connection, "unit", "parent_id", &Keys::of(passed))?;
    }
    tops.sort();
    Ok(tops.into_iter().map(|(_, key)| key).collect())
}

/// Whether units took the place of others, or the policy that of another one: then what stands under a unit is not all
/// that belongs to it.
pub fn is_reformed(connection: &Connection, policy: &Policy) -> Result<bool> {
    Ok(!policy.earlier.is_empty() || connection.prepare_cached("SELECT 1 FROM succession LIMIT 1")?.exists(())?)
}

/// The key of the only unit of a code, where it exists on a day; none for a group, whose members stand anywhere.
pub fn unit_of_code(connection: &Connection, policy: &Policy, code: &str, day: Day) -> Result<Option<u32>> {
    if is_reformed(connection, policy)? {
        return Ok(None);
    }
    let query = "SELECT unit.id, level.code,
            (from_day IS NULL OR from_day <= ?2) AND (to_day IS NULL OR to_day >= ?2) AS is_there
        FROM unit JOIN level ON level.id = level_id WHERE unit.code = ?1 LIMIT 2";
    let mut reading = connection.prepare_cached(query)?;
    let found = reading.query_map((code, day.to_string()), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let found: Vec<(u32, String, bool)> = found.collect::<rusqlite::Result<_>>()?;
    let is_group = |level: &str| policy.level_of_code(level).is_none_or(|level| policy.level(level).overlay);
    Ok(match &found[..] {
        [(key, level, true)] if !is_group(level) => Some(*key),
        _ => None,
    })
}
