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

/// How many units of a level there are on a day; two stand for all beyond one. Most levels have two not far below the top,
/// which are found without the rows between them; only where a level has not, all rows are read.
fn units(connection: &Connection, level: i64, day: Day) -> Result<u32> {
    let day = day.to_string();
    if has_two_near_top(connection, level, &day)? {
        return Ok(2);
    }
    let query = "SELECT count(*) FROM (SELECT 1 FROM unit WHERE level_id = ?1
        AND (from_day IS NULL OR from_day <= ?2) AND (to_day IS NULL OR to_day >= ?2) LIMIT 2)";
    Ok(connection.prepare_cached(query)?.query_row((level, day), |row| row.get(0))?)
}

/// Whether two units of a level are found within a few steps down from those that stand below nothing.
fn has_two_near_top(connection: &Connection, level: i64, day: &str) -> Result<bool> {
    const MOST_STEPS: usize = if cfg!(debug_assertions) { 4 } else { 100 };
    let query = "SELECT id, level_id = ?2 AND (from_day IS NULL OR from_day <= ?3) AND (to_day IS NULL OR to_day >= ?3)
        FROM unit WHERE parent_id IS ?1";
    let mut reading = connection.prepare_cached(query)?;
    let (mut found, mut next): (_, Vec<Option<i64>>) = (0, vec![None]);
    for _ in 0..MOST_STEPS {
        let Some(parent) = next.pop() else { break };
        let mut rows = reading.query((parent, level, day))?;
        while let Some(row) = rows.next()? {
            next.push(row.get(0)?);
            found += u32::from(row.get::<_, bool>(1)?);
            if found == 2 {
                return Ok(true);
            }
        }
    }
    Ok(false)
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

    #[derive(Clone, Debug)]
    struct Unit {
        parent: Option<usize>,
        level: i64,
        ends: bool,
    }

    /// Units, each below nothing or any other; some may stand in a circle.
    fn units_of_any_order() -> impl Strategy<Value = Vec<Unit>> {
        let wish = (prop::option::weighted(0.9, any::<Index>()), 1..4i64, any::<bool>());
        prop::collection::vec(wish, 0..20).prop_map(|wishes| {
            let count = wishes.len();
            let unit = |(parent, level, ends): (Option<Index>, i64, bool)| {
                let parent = parent.map(|parent| parent.index(count) + 1);
                Unit { parent, level, ends }
            };
            wishes.into_iter().map(unit).collect()
        })
    }

    proptest! {
        #[test]
        fn units_are_counted_wherever_they_stand(all in units_of_any_order()) {
            let connection = Connection::open_in_memory().expect("a database");
            let table = "CREATE TABLE unit (id INTEGER PRIMARY KEY, level_id, parent_id, from_day, to_day)";
            connection.execute(table, ()).expect("a table");
            for Unit { parent, level, ends } in &all {
                let row = (level, parent.map(|at| at as i64), ends.then_some("2025-06-30"));
                connection.execute("INSERT INTO unit VALUES (NULL, ?1, ?2, NULL, ?3)", row).expect("a row");
            }
            for (day, is_after) in [(date(2025, 6, 30), false), (date(2025, 7, 1), true)] {
                for level in 1..4 {
                    let count = all.iter().filter(|unit| unit.level == level && !(is_after && unit.ends)).count();
                    prop_assert_eq!(units(&connection, level, day).expect("a count") as usize, count.min(2));
                }
            }
        }
    }
}
