//! Cells of rows, typed.

use anyhow::Result;
use jiff::civil::Date;
use rusqlite::Row;
use rusqlite::types::{FromSql, ValueRef};

use crate::model::cadre::{Status, StatusSpell};
use crate::model::day::Day;
use crate::model::pool::Pool;
use crate::model::spells;
use crate::model::{Shared, Text};

/// What a row points to, and is not there.
pub fn broken(what: &str) -> anyhow::Error {
    anyhow::anyhow!("a row points to a {what} that is not there")
}

/// A day as the database keeps it.
pub struct Stored(pub Day);

impl FromSql for Stored {
    fn column_result(value: ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        let text = value.as_str()?;
        text.parse::<Date>().map(Stored).map_err(|err| rusqlite::types::FromSqlError::Other(Box::new(err)))
    }
}

/// A day, where there is one.
pub fn day(row: &Row, at: usize) -> rusqlite::Result<Option<Day>> {
    Ok(row.get::<_, Option<Stored>>(at)?.map(|stored| stored.0))
}

/// A text.
pub fn text(row: &Row, at: usize) -> rusqlite::Result<Text> {
    Ok(Text::from(row.get_ref(at)?.as_str()?))
}

/// A text of which rows may have the same.
pub fn shared(row: &Row, at: usize, pool: &Pool) -> rusqlite::Result<Shared> {
    Ok(pool.shared(row.get_ref(at)?.as_str()?))
}

/// A status by its code.
pub fn status(row: &Row, at: usize) -> Result<Status> {
    Status::of_code(row.get_ref(at)?.as_str()?).ok_or_else(|| broken("status"))
}

/// Earlier statuses.
pub fn spells(row: &Row, at: usize) -> Result<Vec<StatusSpell>> {
    spells::read(row.get_ref(at)?.as_str()?).ok_or_else(|| broken("status"))
}
