//! A change to rows: statements prepared once, indexes of an empty table made after the load; what was there before is
//! kept for the log.

use rusqlite::{Connection, Result, params};

use super::cells::{Cell, Cells};
use super::indexes;
use super::repeated::Repeated;
use super::schema::VERSION;
use super::seal::Added;
use super::table::{
    ASSIGNMENT, ATTENDANCE, CADRE, CLOSING, DECISION, FEEDBACK, MEETING, POLICY, SEAT, SUCCESSION, Table, UNIT, VACANCY,
};
use crate::model::book::Book;
use crate::model::change::{Change, TableChange};
use crate::model::day::Month;
use crate::model::policy::Policy;

/// Kibibytes of the file that are kept in memory while rows are written that may lie anywhere in it.
pub const WRITING_CACHE: i64 = 64 << 10;
/// The same, where all rows are new: they are written one after the other.
pub const FILLING_CACHE: i64 = 16 << 10;
/// Kibibytes in which an index is sorted: in more than a processor has beside it, rows in no order take twice as long.
const SORTING_CACHE: i64 = 4 << 10;

/// From this many new rows on, an empty table is loaded without its indexes; few where tests run.
const BULK: usize = if cfg!(debug_assertions) { 8 } else { 2_000 };

/// Keeps the policy, and the codes of its levels and duties; what the number of a change is given for is logged.
pub fn policy(connection: &Connection, policy: &Policy, change: Option<i64>) -> Result<()> {
    if let Some(change) = change {
        connection.execute(&POLICY.keep_image(), params![change, 1, EDITED])?;
    }
    let keep = "INSERT INTO policy (id, toml) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET toml = excluded.toml";
    connection.execute(keep, [&policy.source])?;
    for level in &policy.levels {
        connection.execute("INSERT INTO level (code) VALUES (?1) ON CONFLICT DO NOTHING", [&level.code])?;
    }
    for duty in &policy.duties {
        connection.execute("INSERT INTO duty (code) VALUES (?1) ON CONFLICT DO NOTHING", [&duty.code])?;
    }
    Ok(())
}

/// What a change does to a row that is there, as the log has it.
pub const EDITED: &str = "edited";
/// The same, of a row that is gone after it.
pub const REMOVED: &str = "removed";

/// Saves the rows of `book` that `change` names, as the change of this number; `added` takes what the new ones come to.
pub fn change(connection: &Connection, book: &Book, change: &Change, number: i64, added: &mut Added) -> Result<()> {
    let cells = &Cells::of(connection, book)?;
    let is_whole = book.outside.is_none();
    let mut saving = Saving { connection, number, is_whole, added };
    saving.remove(&SEAT, change.seats.removed.iter().map(|row| row.row))?;
    saving.remove(&DECISION, change.decisions.removed.iter().map(|row| row.row))?;
    saving.remove(&VACANCY, change.vacancies.removed.iter().map(|row| row.row))?;
    saving.table(&UNIT, &book.units, &change.units, |row| row.row, |row| cells.unit(row))?;
    saving.table(&CADRE, &book.cadres, &change.cadres, |row| row.row, |row| cells.cadre(row))?;
    saving.table(&ASSIGNMENT, &book.assignments, &change.assignments, |row| row.row, |row| cells.assignment(row))?;
    saving.table(&VACANCY, &book.vacancies, &change.vacancies, |row| row.row, |row| cells.vacancy(row))?;
    saving.table(&SEAT, &book.seats, &change.seats, |row| row.row, |row| cells.seat(row))?;
    saving.table(&SUCCESSION, &book.successions, &change.successions, |row| row.row, |row| cells.succession(row))?;
    saving.remove(&MEETING, change.meetings.removed.iter().map(|row| row.row))?;
    saving.table(&MEETING, &book.meetings, &change.meetings, |row| row.row, |row| cells.meeting(row))?;
    saving.remove(&ATTENDANCE, change.attendance.removed.iter().map(|row| row.row))?;
    saving.table(&ATTENDANCE, &book.attendance, &change.attendance, |row| row.row, |row| cells.attendance(row))?;
    saving.remove(&FEEDBACK, change.feedback.removed.iter().map(|row| row.row))?;
    saving.table(&FEEDBACK, &book.feedback, &change.feedback, |row| row.row, |row| cells.feedback(row))?;
    saving.table(&DECISION, &book.decisions, &change.decisions, |row| row.row, |row| cells.decision(row))
}

/// Closes a month with the change of this number.
pub fn closing(connection: &Connection, month: Month, number: i64) -> Result<()> {
    let free: u32 = connection.query_row("SELECT coalesce(max(id), 0) + 1 FROM closing", (), |row| row.get(0))?;
    connection.execute(&CLOSING.insert(), params![free, month.to_string(), number])?;
    keep_added(connection, number, &CLOSING, [free, free])
}

/// Keeps the keys of new rows, from the first to the last.
pub fn keep_added(connection: &Connection, number: i64, table: &Table, [first, last]: [u32; 2]) -> Result<()> {
    let keep = "INSERT INTO change_added (change_id, list, first_row, last_row) VALUES (?1, ?2, ?3, ?4)";
    connection.prepare_cached(keep)?.execute(params![number, table.name, first, last])?;
    Ok(())
}

struct Saving<'s> {
    connection: &'s Connection,
    /// The number of the change.
    number: i64,
    /// Whether the book has all rows, and not a part of them.
    is_whole: bool,
    added: &'s mut Added,
}

impl Saving<'_> {
    /// Writes the rows of one table; `key` gives the key of a row, and `cells` its cells.
    fn table<'c, T, C: AsRef<[Cell<'c>]>>(
        &mut self,
        table: &'static Table,
        rows: &'c [T],
        change: &TableChange<T>,
        key: impl Fn(&T) -> u32,
        cells: impl Fn(&'c T) -> C,
    ) -> Result<()> {
        if change.added.is_empty() && change.edited.is_empty() {
            return Ok(());
        }
        let is_bulk = self.is_whole && change.added.len() >= BULK && change.added.len() == rows.len();
        let own = || indexes::on_table(table.name, VERSION).filter(|_| is_bulk);
        for index in own() {
            self.connection.execute(&format!("DROP INDEX {}", index.name), ())?;
        }
        let runs = runs(change.added.iter().map(|at| key(&rows[at])));
        let mut insert = Repeated::new(self.connection.prepare(&table.insert())?, 0);
        let mut append = Repeated::new(self.connection.prepare(&table.append())?, 1);
        // Keys that follow one another in an empty table SQLite counts itself, and need not look whether each is free.
        let is_counted = is_bulk && runs.len() == 1 && self.is_empty(table)?;
        let mut adding = self.added.adding(table);
        for (nth, at) in change.added.iter().enumerate() {
            let cells = cells(&rows[at]);
            adding.add(cells.as_ref());
            if is_counted && nth > 0 { append.execute(cells)? } else { insert.execute(cells)? }
        }
        for run in runs {
            keep_added(self.connection, self.number, table, run)?;
        }
        let mut keep = self.connection.prepare(&table.keep_image())?;
        let mut update = Repeated::new(self.connection.prepare(&table.update())?, 0);
        for edit in &change.edited {
            keep.execute(params![self.number, key(&rows[edit.at]), EDITED])?;
            update.execute(cells(&rows[edit.at]))?;
        }
        if is_bulk {
            let cache: i64 = self.connection.pragma_query_value(None, "cache_size", |row| row.get(0))?;
            self.connection.pragma_update(None, "cache_size", -SORTING_CACHE)?;
            own().try_for_each(|index| self.connection.execute(index.statement, ()).map(drop))?;
            self.connection.pragma_update(None, "cache_size", cache)?;
        }
        Ok(())
    }

    fn is_empty(&self, table: &Table) -> Result<bool> {
        Ok(!self.connection.prepare(&format!("SELECT 1 FROM {}", table.name))?.exists(())?)
    }

    /// Takes rows out; the log keeps them.
    fn remove(&self, table: &Table, keys: impl Iterator<Item = u32>) -> Result<()> {
        let mut keep = self.connection.prepare_cached(&table.keep_image())?;
        let mut delete = self.connection.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", table.name))?;
        for key in keys {
            keep.execute(params![self.number, key, REMOVED])?;
            delete.execute([key])?;
        }
        Ok(())
    }
}

/// The runs of numbers that follow on one another, each by its first and last.
pub fn runs(keys: impl Iterator<Item = u32>) -> Vec<[u32; 2]> {
    let mut runs: Vec<[u32; 2]> = Vec::new();
    for key in keys {
        match runs.last_mut() {
            Some([_, last]) if key.checked_sub(1) == Some(*last) => *last = key,
            _ => runs.push([key, key]),
        }
    }
    runs
}
