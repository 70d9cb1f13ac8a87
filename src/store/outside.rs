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
        let above = std::iter::successors(policy.level(level).parent, |at| policy.level(*at).parent);
        let above: Vec<i64> = above.filter_map(key).collect();
        let found = units(connection, own, &above, day)?;
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

/// How many units of a level there are on a day; two stand for all beyond one. They are looked for from the top down, below
/// units of the levels `above`: all rows would have to be read of a level that has none.
fn units(connection: &Connection, level: i64, above: &[i64], day: Day) -> Result<u32> {
    let query = "SELECT id, level_id, (from_day IS NULL OR from_day <= ?2) AND (to_day IS NULL OR to_day >= ?2)
        FROM unit WHERE parent_id IS ?1";
    let mut reading = connection.prepare_cached(query)?;
    let (mut found, mut next) = (0, vec![None]);
    while let Some(parent) = next.pop() {
        let mut rows = reading.query((parent, day.to_string()))?;
        while let Some(row) = rows.next()? {
            let own: i64 = row.get(1)?;
            if above.contains(&own) {
                next.push(Some(row.get::<_, i64>(0)?));
            } else if own == level && row.get(2)? {
                found += 1;
            }
            if found == 2 {
                return Ok(found);
            }
        }
    }
    Ok(found)
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;
    use proptest::sample::Index;

    use super::*;

    /// Keys of levels, from the top down.
    const LEVELS: [i64; 4] = [3, 1, 4, 2];

    #[derive(Clone, Debug)]
    struct Unit {
        parent: Option<i64>,
        level: usize,
        ends: bool,
    }

    /// Units, each of the level below that of the one it stands under, or of any where it stands under none.
    fn tree() -> impl Strategy<Value = Vec<Unit>> {
        let wish = (prop::option::weighted(0.9, any::<Index>()), 0..LEVELS.len(), any::<bool>());
        prop::collection::vec(wish, 0..20).prop_map(|wishes| {
            let mut units: Vec<Unit> = Vec::new();
            for (at, level, ends) in wishes {
                let parents: Vec<usize> = (0..units.len()).filter(|at| units[*at].level + 1 < LEVELS.len()).collect();
                let parent = at.filter(|_| !parents.is_empty()).map(|at| *at.get(&parents));
                let level = parent.map_or(level, |parent| units[parent].level + 1);
                units.push(Unit { parent: parent.map(|at| at as i64 + 1), level, ends });
            }
            units
        })
    }

    proptest! {
        #[test]
        fn units_are_found_from_the_top_down_as_among_all(all in tree()) {
            let connection = Connection::open_in_memory().expect("a database");
            let table = "CREATE TABLE unit (id INTEGER PRIMARY KEY, level_id, parent_id, from_day, to_day)";
            connection.execute(table, ()).expect("a table");
            for Unit { parent, level, ends } in &all {
                let row = (LEVELS[*level], parent, ends.then_some("2025-06-30"));
                connection.execute("INSERT INTO unit VALUES (NULL, ?1, ?2, NULL, ?3)", row).expect("a row");
            }
            for (day, is_after) in [(date(2025, 6, 30), false), (date(2025, 7, 1), true)] {
                for (at, level) in LEVELS.iter().enumerate() {
                    let count = all.iter().filter(|unit| unit.level == at && !(is_after && unit.ends)).count();
                    let found = units(&connection, *level, &LEVELS[..at], day).expect("a count");
                    prop_assert_eq!(found as usize, count.min(2));
                }
            }
        }
    }
}
