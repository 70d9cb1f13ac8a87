//! What can still be read of a broken database, in a new one.

use std::path::Path;

use anyhow::{Context, Result};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};
use tempfile::Builder;

use super::backup::{folder_of, put};
use super::failure::Failure;
use super::log::{self, Entry};
use super::open::{connect, size_of};
use super::schema::{APPLICATION_ID, VERSION, statements};
use super::seal;
use super::table::{ALL, CODES, LOG, POLICY, Table};
use super::write::token;

/// Rows that were read of a table, and how many of them had to be left because what they point to is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salvaged {
    /// The table.
    pub table: &'static str,
    /// Rows that are in the new database.
    pub kept: i64,
    /// Rows that could be read but not be kept.
    pub left: i64,
    /// Whether rows could not be read.
    pub has_lost: bool,
}

/// Makes a new database at `target` of what can be read of the one at `path`, which is left as it is.
///
/// # Errors
/// When the target exists or cannot be written, or not even the policy can be read.
pub fn salvage(path: &Path, target: &Path, entry: &Entry) -> Result<Vec<Salvaged>> {
    size_of(path)?;
    if target.exists() {
        return Err(Failure::Exists(target.to_owned()).into());
    }
    let folder = folder_of(target);
    let shown = || target.display().to_string();
    let draft = Builder::new().prefix(".phancong-").suffix(".tmp").tempfile_in(folder).with_context(shown)?;
    let (from, to) = (connect(path)?, connect(draft.path())?);
    let salvaged = fill(&from, &to, entry).map_err(|err| Failure::wrap(err, target))?;
    if salvaged.iter().any(|table| table.table == POLICY.name && table.kept == 0) {
        return Err(Failure::Damaged { path: path.to_owned(), detail: POLICY.name.to_owned() }.into());
    }
    to.close().map_err(|(_, err)| Failure::wrap(err, target))?;
    put(draft, target)?;
    Ok(salvaged)
}

fn fill(from: &Connection, to: &Connection, entry: &Entry) -> rusqlite::Result<Vec<Salvaged>> {
    to.pragma_update(None, "page_size", 8192)?;
    to.pragma_update(None, "foreign_keys", false)?;
    let filling = to.unchecked_transaction()?;
    filling.pragma_update(None, "application_id", APPLICATION_ID)?;
    filling.pragma_update(None, "user_version", VERSION)?;
    for statement in statements(0) {
        filling.execute(statement, ())?;
    }
    let tables = || [CODES, LOG, ALL].into_iter().flatten();
    let mut has_lost = Vec::new();
    for table in tables() {
        has_lost.push(take_over(from, &filling, table)?);
    }
    let read: Vec<i64> = tables().map(|table| count(&filling, table)).collect::<rusqlite::Result<_>>()?;
    let_go(&filling)?;
    let mut salvaged = Vec::new();
    for ((table, has_lost), read) in tables().zip(has_lost).zip(read) {
        let kept = count(&filling, table)?;
        salvaged.push(Salvaged { table: table.name, kept, left: read - kept, has_lost });
    }
    log::record(&filling, entry, log::next(&filling)?, &token())?;
    seal::seal(&filling)?;
    filling.commit()?;
    Ok(salvaged)
}

fn count(connection: &Connection, table: &Table) -> rusqlite::Result<i64> {
    connection.query_row(&format!("SELECT count(*) FROM {}", table.name), (), |row| row.get(0))
}

/// Copies the rows that can be read; tells whether there are others.
fn take_over(from: &Connection, to: &Connection, table: &Table) -> rusqlite::Result<bool> {
    let Some(columns) = columns_there(from, table) else { return Ok(true) };
    let listed = columns.join(", ");
    let is_by_number = !matches!(table.name, "change_added" | "change_before");
    let key = if is_by_number { "rowid" } else { "0" };
    let places = vec!["?"; columns.len()].join(", ");
    let mut insert = to.prepare(&format!("INSERT OR IGNORE INTO {} ({listed}) VALUES ({places})", table.name))?;
    let mut put = |row: &Row| -> rusqlite::Result<()> {
        let cells = (1..=columns.len()).map(|at| row.get::<_, Value>(at));
        insert.execute(params_from_iter(cells.collect::<rusqlite::Result<Vec<_>>>()?)).map(drop)
    };
    if !is_by_number {
        // Rows before the first broken page, then those after the last; what is read twice is kept once.
        let order = |way: &str| format!("ORDER BY 2 {way}, 3 {way}, 4 {way}");
        let query = |way| format!("SELECT 0, {listed} FROM {} {}", table.name, order(way));
        let (_, is_whole) = read(from, &query("ASC"), 0, &mut put)?;
        return if is_whole { Ok(false) } else { read(from, &query("DESC"), 0, &mut put).map(|_| true) };
    }
    let query = format!("SELECT {key}, {listed} FROM {} NOT INDEXED WHERE rowid > ?1 ORDER BY rowid", table.name);
    let (mut from_row, mut step, mut has_lost) = (0, 1, false);
    while step < 1 << 32 {
        let (last, is_whole) = read(from, &query, from_row, &mut put)?;
        if is_whole {
            return Ok(has_lost);
        }
        // A broken page: on to what stands behind it, in growing steps.
        has_lost = true;
        step = if last > from_row { 1 } else { step * 2 };
        from_row = last.max(from_row) + step;
    }
    Ok(true)
}

/// Reads rows until there is none or one cannot be read; gives the last key, and whether it came to the end. Errors are those of
/// what is done with a row.
fn read(
    from: &Connection,
    query: &str,
    after: i64,
    put: &mut impl FnMut(&Row) -> rusqlite::Result<()>,
) -> rusqlite::Result<(i64, bool)> {
    let Ok(mut reading) = from.prepare(query) else { return Ok((after, false)) };
    let count = reading.parameter_count();
    let Ok(mut rows) = reading.query(params_from_iter([after].into_iter().take(count))) else {
        return Ok((after, false));
    };
    let mut last = after;
    loop {
        match rows.next() {
            Ok(None) => return Ok((last, true)),
            Err(_) => return Ok((last, false)),
            Ok(Some(row)) => {
                last = row.get(0).unwrap_or(last);
                // A cell that cannot be told is lost with its row.
                match put(row) {
                    Err(rusqlite::Error::Utf8Error(..) | rusqlite::Error::FromSqlConversionFailure(..)) | Ok(()) => {}
                    Err(err) => return Err(err),
                }
            }
        }
    }
}

/// The columns of a table that the old database has as well; nothing where it has no such table.
fn columns_there(from: &Connection, table: &Table) -> Option<Vec<&'static str>> {
    let mut asking = from.prepare("SELECT name FROM pragma_table_info(?1)").ok()?;
    let names: Vec<String> = asking.query_map([table.name], |row| row.get(0)).ok()?.filter_map(Result::ok).collect();
    let there = table.columns.iter().copied().filter(|column| names.iter().any(|name| name == column));
    Some(there.collect::<Vec<_>>()).filter(|columns| !columns.is_empty())
}

/// Lets go of what points to rows that are lost: the pointer where a row can be without it, else the row.
fn let_go(connection: &Connection) -> rusqlite::Result<()> {
    for table in LOG.iter().filter(|table| table.name != "change") {
        let query = format!("DELETE FROM {} WHERE change_id NOT IN (SELECT id FROM change)", table.name);
        connection.execute(&query, ())?;
    }
    loop {
        let query = "SELECT c.\"table\", c.rowid, f.\"from\", i.\"notnull\" FROM pragma_foreign_key_check c
            JOIN pragma_foreign_key_list(c.\"table\") f ON f.id = c.fkid
            JOIN pragma_table_info(c.\"table\") i ON i.name = f.\"from\" WHERE c.rowid IS NOT NULL";
        let mut reading = connection.prepare(query)?;
        let found = reading.query_map((), |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?, row.get::<_, bool>(3)?))
        })?;
        let found = found.collect::<rusqlite::Result<Vec<_>>>()?;
        if found.is_empty() {
            return Ok(());
        }
        for (table, row, column, is_needed) in found {
            let deed = match is_needed {
                true => format!("DELETE FROM {table} WHERE rowid = ?1"),
                false => format!("UPDATE {table} SET {column} = NULL WHERE rowid = ?1"),
            };
            connection.execute(&deed, [row])?;
        }
    }
}
