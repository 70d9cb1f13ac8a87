//! What can still be read of a broken database, in a new one.

use std::path::Path;

use anyhow::Result;
use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, params_from_iter};

use super::backup::beside;
use super::failure::Failure;
use super::log::{self, Entry};
use super::objects::objects;
use super::open::{connect, size_of, version_of};
use super::schema::{APPLICATION_ID, VERSION, statements};
use super::table::{ALL, CODES, LOG, POLICY, Table, UNIT};
use super::write::token;
use super::{load, seal};

/// What became of the rows of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Salvaged {
    /// The table.
    pub table: &'static str,
    /// Rows that are in the new database.
    pub kept: i64,
    /// Rows that could be read but not be kept: a cell cannot be told, or what they point to is lost.
    pub left: i64,
    /// Whether there are rows that could not be read.
    pub has_lost: bool,
}

/// Makes a new database at `target` of what can be read of the one at `path`, which is left as it is.
///
/// # Errors
/// When the target exists or cannot be written, a newer program made the old one, or not even a policy can be read.
pub fn salvage(path: &Path, target: &Path, entry: &Entry) -> Result<Vec<Salvaged>> {
    size_of(path)?;
    let from = connect(path)?;
    let version = match version_of(&from, path) {
        Err(err) if matches!(err.downcast_ref(), Some(Failure::Newer { .. })) => return Err(err),
        version => version.unwrap_or(VERSION),
    };
    // Others may write meanwhile; all of it is to be of one moment.
    let reading = from.unchecked_transaction().map_err(|err| Failure::wrap(err, path))?;
    let mut salvaged = Vec::new();
    beside(target, |draft| {
        let to = connect(draft)?;
        salvaged = fill(&reading, &to, version, entry).map_err(|err| Failure::wrap(err, target))?;
        if salvaged.iter().any(|table| table.table == POLICY.name && table.kept == 0) {
            return Err(Failure::Damaged { path: path.to_owned(), detail: POLICY.name.to_owned() }.into());
        }
        Ok(())
    })?;
    Ok(salvaged)
}

fn fill(from: &Connection, to: &Connection, version: i64, entry: &Entry) -> rusqlite::Result<Vec<Salvaged>> {
    to.pragma_update(None, "page_size", 8192)?;
    to.pragma_update(None, "foreign_keys", false)?;
    let filling = to.unchecked_transaction()?;
    filling.pragma_update(None, "application_id", APPLICATION_ID)?;
    filling.pragma_update(None, "user_version", VERSION)?;
    for statement in statements(0) {
        filling.execute(statement, ())?;
    }
    let had: Vec<String> = objects(version)?.into_iter().map(|(name, _)| name).collect();
    let mut salvaged = Vec::new();
    for table in [CODES, LOG, ALL].into_iter().flatten() {
        let Taken { left, has_lost } = match had.iter().any(|name| name == table.name) {
            true => take_over(from, &filling, table)?,
            false => Taken::default(),
        };
        salvaged.push(Salvaged { table: table.name, kept: 0, left, has_lost });
    }
    // The log may still have the policy of before.
    let last = "INSERT OR IGNORE INTO policy (id, toml) SELECT 1, json_extract(image, '$[1]') FROM change_before
        WHERE list = 'policy' ORDER BY change_id DESC LIMIT 1";
    filling.execute(last, ())?;
    stand_in(&filling)?;
    let before = counts(&filling, &salvaged)?;
    let_go(&filling)?;
    while let Some(untold) = load::untold(&filling) {
        let delete = format!("DELETE FROM {} WHERE id = ?1", untold.table);
        for row in &untold.rows {
            filling.execute(&delete, [row])?;
        }
        // A unit that is lost has another row in its place after this, and is to be counted all the same.
        let stood_in = stand_in(&filling)?;
        let unit = salvaged.iter_mut().filter(|one| one.table == UNIT.name);
        unit.for_each(|unit| unit.left += i64::try_from(stood_in).unwrap_or_default());
        let_go(&filling)?;
    }
    let after = counts(&filling, &salvaged)?;
    for (one, (before, after)) in salvaged.iter_mut().zip(before.into_iter().zip(after)) {
        one.kept = after;
        one.left += before - after;
    }
    log::record(&filling, entry, log::next(&filling)?, &token())?;
    seal::seal(&filling, VERSION)?;
    filling.commit()?;
    Ok(salvaged)
}

fn counts(connection: &Connection, tables: &[Salvaged]) -> rusqlite::Result<Vec<i64>> {
    let count =
        |table: &Salvaged| connection.query_row(&format!("SELECT count(*) FROM {}", table.table), (), |row| row.get(0));
    tables.iter().map(count).collect()
}

/// How taking a table over went.
#[derive(Clone, Copy, Default)]
struct Taken {
    left: i64,
    has_lost: bool,
}

/// Copies the rows that can be read.
fn take_over(from: &Connection, to: &Connection, table: &Table) -> rusqlite::Result<Taken> {
    let Some(columns) = columns_there(from, table) else { return Ok(Taken { left: 0, has_lost: true }) };
    let listed = columns.join(", ");
    let places = vec!["?"; columns.len()].join(", ");
    let mut insert = to.prepare(&format!("INSERT OR IGNORE INTO {} ({listed}) VALUES ({places})", table.name))?;
    let mut left = 0;
    let mut put = |row: &Row, is_first: bool| -> rusqlite::Result<()> {
        let cells = (1..=columns.len()).map(|at| row.get::<_, Value>(at)).collect::<rusqlite::Result<Vec<_>>>();
        let kept = match cells.map(|cells| insert.execute(params_from_iter(cells))) {
            Ok(Err(err)) if err.sqlite_error_code() != Some(ErrorCode::ConstraintViolation) => return Err(err),
            kept => kept.is_ok_and(|kept| kept == Ok(1)),
        };
        left += i64::from(is_first && !kept);
        Ok(())
    };
    let reading = Reading { from, table, listed: &listed };
    let is_whole = match table.name {
        "change_added" | "change_before" => reading.by_key(&mut put)?,
        "level" | "duty" => reading.by_number(&mut put)? || reading.by_code(&mut put)?,
        _ => reading.by_number(&mut put)?,
    };
    Ok(Taken { left, has_lost: !is_whole })
}

/// Rows of a table on their way; each way of reading tells whether it came to all of them.
struct Reading<'r> {
    from: &'r Connection,
    table: &'r Table,
    listed: &'r str,
}

/// Takes a row, and whether it comes for the first time.
type Put<'p> = &'p mut dyn FnMut(&Row, bool) -> rusqlite::Result<()>;

impl Reading<'_> {
    /// As the rows stand, up to a broken page; then by their numbers what stands behind it, found in growing steps. In
    /// a broken tree numbers may come out of order: what was passed is not gone back to.
    fn by_number(&self, put: Put) -> rusqlite::Result<bool> {
        let (to, came_to_end) = self.read("rowid", "1", true, put)?;
        if came_to_end {
            return Ok(true);
        }
        let mut last = to.unwrap_or_default();
        while let Some(next) = self.behind(last).filter(|next| *next > last + 1) {
            // The step went too far: back to the broken page.
            self.read("rowid", &format!("rowid > {last} AND rowid < {next} ORDER BY rowid DESC"), true, put)?;
            let (to, came_to_end) = self.read("rowid", &format!("rowid >= {next} ORDER BY rowid"), true, put)?;
            if came_to_end {
                break;
            }
            last = to.unwrap_or(next - 1).max(next - 1);
        }
        Ok(false)
    }

    /// The number of a row behind a broken page; the largest number where only rows of before a step are left.
    fn behind(&self, last: i64) -> Option<i64> {
        let steps = std::iter::successors(Some(1i64), |step| step.checked_mul(2)).take_while(|step| *step < 1 << 33);
        let query = |after: i64| {
            format!("SELECT rowid FROM {} NOT INDEXED WHERE rowid > {after} ORDER BY rowid LIMIT 1", self.table.name)
        };
        for step in steps {
            let found = self.from.query_row(&query(last.saturating_add(step)), (), |row| row.get(0)).optional();
            match found {
                Ok(Some(next)) => return Some(next),
                Ok(None) => return Some(i64::MAX),
                Err(_) => {}
            }
        }
        None
    }

    /// By the key of the log's tables: rows before the first broken page, then those after the last.
    fn by_key(&self, put: Put) -> rusqlite::Result<bool> {
        let order = |way: &str| format!("1 ORDER BY 2 {way}, 3 {way}, 4 {way}");
        let (_, is_whole) = self.read("0", &order("ASC"), true, put)?;
        if !is_whole {
            self.read("0", &order("DESC"), false, put)?;
        }
        Ok(is_whole)
    }

    /// By the index of codes, which holds all of such a table.
    fn by_code(&self, put: Put) -> rusqlite::Result<bool> {
        let (listed, name) = (self.listed, self.table.name);
        let query = format!("SELECT 0, {listed} FROM {name} INDEXED BY sqlite_autoindex_{name}_1 ORDER BY code");
        Ok(self.read_all(&query, false, put)?.1)
    }

    fn read(&self, key: &str, rows: &str, is_first: bool, put: Put) -> rusqlite::Result<(Option<i64>, bool)> {
        let query = format!("SELECT {key}, {} FROM {} NOT INDEXED WHERE {rows}", self.listed, self.table.name);
        self.read_all(&query, is_first, put)
    }

    /// Reads rows until there is none or one cannot be read; gives the last number, and whether it came to the end.
    ///
    /// # Errors
    /// Those of what is done with a row.
    fn read_all(&self, query: &str, is_first: bool, put: Put) -> rusqlite::Result<(Option<i64>, bool)> {
        let Ok(mut reading) = self.from.prepare(query) else { return Ok((None, false)) };
        let Ok(mut rows) = reading.query(()) else { return Ok((None, false)) };
        let mut last = None;
        loop {
            match rows.next() {
                Ok(None) => return Ok((last, true)),
                Err(_) => return Ok((last, false)),
                Ok(Some(row)) => {
                    last = row.get(0).ok().or(last);
                    put(row, is_first)?;
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

/// Puts a unit without a name in the place of each that is lost, so that people, and what they hold, are not lost with it.
/// Gives their number. A pointer that is no key of a unit points to none: it is let go of.
fn stand_in(connection: &Connection) -> rusqlite::Result<usize> {
    let lost = "INSERT INTO unit (id, code, name, level_id, type, note)
        SELECT lost, '?' || lost, '?', (SELECT min(id) FROM level), '', '' FROM (
            SELECT home_id AS lost FROM cadre UNION SELECT unit_id FROM assignment UNION SELECT unit_id FROM vacancy
            UNION SELECT unit_id FROM seat UNION SELECT unit_id FROM meeting UNION SELECT unit_id FROM attendance
            UNION SELECT unit_id FROM feedback UNION SELECT parent_id FROM unit UNION SELECT group_id FROM unit)
        WHERE lost BETWEEN 1 AND 4294967295 AND lost NOT IN (SELECT id FROM unit) AND EXISTS (SELECT 1 FROM level)";
    connection.execute(lost, ())
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
