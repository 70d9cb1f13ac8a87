//! Undo: every row that a change touched is again as it was before, unless later changes stand on it.
//!
//! An undo is a change like any other and may be taken back as well. A later change and the undo of it cancel one
//! another out: together they touch nothing.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use anyhow::Result;
use rusqlite::{Connection, ErrorCode, params};

use super::failure::Failure;
use super::save::{EDITED, REMOVED, keep_added};
use super::table::{ALL, Table};
use crate::model::list::Kind;

/// Pairs of a column and the table that it points to, for each table.
const POINTERS: &[(&str, &str, &str)] = &[
    ("unit", "parent_id", "unit"),
    ("unit", "group_id", "unit"),
    ("cadre", "home_id", "unit"),
    ("assignment", "cadre_id", "cadre"),
    ("assignment", "unit_id", "unit"),
    ("vacancy", "unit_id", "unit"),
    ("seat", "unit_id", "unit"),
    ("meeting", "unit_id", "unit"),
    ("attendance", "unit_id", "unit"),
    ("attendance", "cadre_id", "cadre"),
    ("feedback", "unit_id", "unit"),
    ("succession", "old_id", "unit"),
    ("succession", "new_id", "unit"),
];

/// Takes back the change `undone`, as the change `number`.
pub fn undo(connection: &Connection, path: &Path, undone: i64, number: i64) -> Result<()> {
    let wrap = |err| Failure::wrap(err, path);
    let changes = Changes::of(connection).map_err(wrap)?;
    changes.check(undone, path)?;
    let by = blocking(connection, &changes, undone).map_err(wrap)?;
    if !by.is_empty() {
        return Err(Failure::UndoBlocked { change: undone, by }.into());
    }
    let is_clash = |err: &rusqlite::Error| err.sqlite_error_code() == Some(ErrorCode::ConstraintViolation);
    match restore(connection, undone, number) {
        // A row that would come back is there again, made anew.
        Err(err) if is_clash(&err) => {
            return Err(Failure::UndoBlocked { change: undone, by: changes.standing_after(undone) }.into());
        }
        restored => restored.map_err(wrap)?,
    }
    if POINTERS.iter().any(|(table, _, _)| is_broken(connection, table).unwrap_or(true)) {
        // A row that would come back points to one that is gone.
        return Err(Failure::UndoBlocked { change: undone, by: changes.standing_after(undone) }.into());
    }
    Ok(())
}

/// Whether a row of a table points to one that is not there.
fn is_broken(connection: &Connection, table: &str) -> rusqlite::Result<bool> {
    connection.prepare(&format!("PRAGMA foreign_key_check({table})"))?.exists(())
}

/// Numbers of the changes that touched a row, oldest first.
pub fn changes_of(connection: &Connection, list: Kind, row: u32) -> Result<Vec<i64>> {
    let query = "SELECT change_id FROM change_before WHERE list = ?1 AND row = ?2
        UNION SELECT change_id FROM change_added WHERE list = ?1 AND ?2 BETWEEN first_row AND last_row ORDER BY 1";
    let mut reading = connection.prepare_cached(query)?;
    let changes = reading.query_map(params![Table::of(list).name, row], |row| row.get(0))?;
    Ok(changes.collect::<rusqlite::Result<_>>()?)
}

/// All changes: which takes back which, and which keep the rows of before.
struct Changes {
    undoes: Vec<(i64, Option<i64>)>,
    kept: HashMap<i64, bool>,
}

impl Changes {
    fn of(connection: &Connection) -> rusqlite::Result<Self> {
        let mut reading = connection.prepare("SELECT id, undoes, keeps_rows FROM change ORDER BY id DESC")?;
        let mut rows = reading.query(())?;
        let mut changes = Changes { undoes: Vec::new(), kept: HashMap::new() };
        while let Some(row) = rows.next()? {
            changes.undoes.push((row.get(0)?, row.get(1)?));
            changes.kept.insert(row.get(0)?, row.get(2)?);
        }
        Ok(changes)
    }

    /// Makes sure that a change is there, keeps its rows and is not taken back already.
    fn check(&self, change: i64, path: &Path) -> Result<(), Failure> {
        match self.kept.get(&change) {
            None => return Err(Failure::NoChange { path: path.to_owned(), change }),
            Some(false) => return Err(Failure::ChangeTooOld(change)),
            Some(true) => {}
        }
        // Newest first: an undo that was itself taken back does not count.
        let mut void: BTreeSet<i64> = BTreeSet::new();
        for (id, undoes) in &self.undoes {
            if let Some(undoes) = undoes.filter(|_| !void.contains(id)) {
                if undoes == change {
                    return Err(Failure::UndoneAlready { change, by: *id });
                }
                void.insert(undoes);
            }
        }
        Ok(())
    }

    /// The later changes that are in effect, newest first.
    fn standing_after(&self, change: i64) -> Vec<i64> {
        let mut void: BTreeSet<i64> = BTreeSet::new();
        for (id, undoes) in self.undoes.iter().filter(|(id, _)| *id > change) {
            if let Some(undoes) = undoes.filter(|undoes| *undoes > change && !void.contains(id)) {
                void.extend([*id, undoes]);
            }
        }
        self.undoes.iter().map(|(id, _)| *id).filter(|id| *id > change && !void.contains(id)).collect()
    }
}

/// The later changes that stand on `undone`: they touched one of its rows, or made one that points to a row it added.
fn blocking(connection: &Connection, changes: &Changes, undone: i64) -> rusqlite::Result<Vec<i64>> {
    let standing: BTreeSet<i64> = changes.standing_after(undone).into_iter().collect();
    if standing.is_empty() {
        return Ok(Vec::new());
    }
    let mut touching: BTreeSet<i64> = BTreeSet::new();
    for query in [SAME_BEFORE_BEFORE, SAME_BEFORE_ADDED, SAME_ADDED_BEFORE, SAME_ADDED_ADDED] {
        let mut reading = connection.prepare(query)?;
        touching
            .extend(reading.query_map([undone], |row| row.get::<_, i64>(0))?.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    for (table, column, to) in POINTERS {
        let query = format!(
            "SELECT max(c) FROM (SELECT t.id AS id FROM {table} t JOIN change_added a ON a.list = '{to}'
                AND a.change_id = ?1 AND t.{column} BETWEEN a.first_row AND a.last_row) pointing
            JOIN (SELECT list, row AS first_row, row AS last_row, change_id AS c FROM change_before
                UNION ALL SELECT list, first_row, last_row, change_id FROM change_added) touch
            ON touch.list = '{table}' AND pointing.id BETWEEN touch.first_row AND touch.last_row AND c > ?1
            GROUP BY pointing.id"
        );
        let mut reading = connection.prepare(&query)?;
        touching
            .extend(reading.query_map([undone], |row| row.get::<_, i64>(0))?.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    Ok(touching.intersection(&standing).copied().collect())
}

const SAME_BEFORE_BEFORE: &str = "SELECT DISTINCT later.change_id FROM change_before b
    JOIN change_before later ON later.list = b.list AND later.row = b.row AND later.change_id > b.change_id
    WHERE b.change_id = ?1";
const SAME_BEFORE_ADDED: &str = "SELECT DISTINCT later.change_id FROM change_before b
    JOIN change_added later ON later.list = b.list AND b.row BETWEEN later.first_row AND later.last_row
    AND later.change_id > b.change_id WHERE b.change_id = ?1";
const SAME_ADDED_BEFORE: &str = "SELECT DISTINCT later.change_id FROM change_added a
    JOIN change_before later ON later.list = a.list AND later.row BETWEEN a.first_row AND a.last_row
    AND later.change_id > a.change_id WHERE a.change_id = ?1";
const SAME_ADDED_ADDED: &str = "SELECT DISTINCT later.change_id FROM change_added a
    JOIN change_added later ON later.list = a.list AND later.first_row <= a.last_row AND a.first_row <= later.last_row
    AND later.change_id > a.change_id WHERE a.change_id = ?1";

/// Brings the rows back, and keeps how they were until now.
fn restore(connection: &Connection, undone: i64, number: i64) -> rusqlite::Result<()> {
    connection.pragma_update(None, "defer_foreign_keys", true)?;
    for table in ALL.iter().rev() {
        take_out(connection, table, undone, number)?;
    }
    for table in ALL {
        change_back(connection, table, undone, number)?;
        put_back(connection, table, undone, number)?;
    }
    Ok(())
}

/// Takes out the rows that the change added.
fn take_out(connection: &Connection, table: &Table, undone: i64, number: i64) -> rusqlite::Result<()> {
    let (name, image) = (table.name, table.image());
    let added = format!(
        "EXISTS (SELECT 1 FROM change_added a WHERE a.change_id = ?1 AND a.list = '{name}'
        AND {name}.id BETWEEN a.first_row AND a.last_row)"
    );
    let keep = format!(
        "INSERT INTO change_before (change_id, list, row, deed, image)
        SELECT ?2, '{name}', id, '{REMOVED}', {image} FROM {name} WHERE {added}"
    );
    connection.execute(&keep, [undone, number])?;
    connection.execute(&format!("DELETE FROM {name} WHERE {added}"), [undone])?;
    Ok(())
}

/// Gives the rows that the change edited their cells of before.
fn change_back(connection: &Connection, table: &Table, undone: i64, number: i64) -> rusqlite::Result<()> {
    let (name, image) = (table.name, table.image());
    let edited =
        format!("id IN (SELECT row FROM change_before WHERE change_id = ?1 AND list = '{name}' AND deed = '{EDITED}')");
    let keep = format!(
        "INSERT INTO change_before (change_id, list, row, deed, image)
        SELECT ?2, '{name}', id, '{EDITED}', {image} FROM {name} WHERE {edited}"
    );
    connection.execute(&keep, [undone, number])?;
    let (columns, values) = (table.selected(), table.columns_of_image());
    let change = format!(
        "UPDATE {name} SET ({columns}) = (SELECT {values} FROM change_before
        WHERE change_id = ?1 AND list = '{name}' AND row = {name}.id) WHERE {edited}"
    );
    connection.execute(&change, [undone])?;
    Ok(())
}

/// Puts back the rows that the change took out.
fn put_back(connection: &Connection, table: &Table, undone: i64, number: i64) -> rusqlite::Result<()> {
    let (name, columns, values) = (table.name, table.selected(), table.columns_of_image());
    let removed = format!("FROM change_before WHERE change_id = ?1 AND list = '{name}' AND deed = '{REMOVED}'");
    connection.execute(&format!("INSERT INTO {name} ({columns}) SELECT {values} {removed}"), [undone])?;
    let mut reading = connection.prepare(&format!("SELECT row {removed} ORDER BY row"))?;
    let rows = reading.query_map([undone], |row| row.get(0))?.collect::<rusqlite::Result<Vec<u32>>>()?;
    for run in super::save::runs(rows.into_iter()) {
        keep_added(connection, number, table, run)?;
    }
    Ok(())
}
