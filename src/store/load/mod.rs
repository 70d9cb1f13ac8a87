//! Rows to a book: integer keys become positions, codes of levels and duties become the policy's.

mod cells;
mod keys;
mod lists;
mod records;

use anyhow::{Result, bail};
use rusqlite::{Connection, Row, Rows};
use thiserror::Error;

use super::failure::Failure;
use super::part::Part;
use super::table::{CLOSING, POLICY, Table};
use crate::model::book::{Book, Origin};
use crate::model::day::Month;
use crate::model::policy::Policy;
use cells::broken;
use keys::Lookup;
use lists::{assignments, cadres, decisions, meetings, seats, successions, units, vacancies};

pub use cells::{day, spells, status};

/// The text of the policy, as it is or as it was after a change.
pub fn policy_text(connection: &Connection, after: Option<i64>) -> Result<String> {
    Ok(connection.query_row(&POLICY.rows(after), (), |row| row.get(1))?)
}

/// Everything but attendance and feedback, in the order of the rows, as it is or as it was after a change.
pub fn book(connection: &Connection, policy: Policy, after: Option<i64>) -> Result<Book> {
    gathered(Source { after, ..Source::of(connection) }, policy)
}

/// Everything, attendance and feedback as well; as [`book`].
pub fn whole(connection: &Connection, policy: Policy, after: Option<i64>) -> Result<Book> {
    gathered(Source { after, has_records: true, ..Source::of(connection) }, policy)
}

/// A part of everything, in the order of the rows.
pub fn part(connection: &Connection, policy: Policy, part: &Part) -> Result<Book> {
    gathered(Source { part: Some(part), ..Source::of(connection) }, policy)
}

fn gathered(from: Source, policy: Policy) -> Result<Book> {
    let mut keys = Lookup::of(from.connection, &policy)?;
    let units = units(from, &mut keys)?;
    let cadres = cadres(from, &mut keys)?;
    let assignments = assignments(from, &mut keys)?;
    let vacancies = vacancies(from, &mut keys)?;
    let seats = seats(from, &mut keys)?;
    let successions = successions(from, &keys)?;
    let decisions = decisions(from)?;
    let meetings = meetings(from, &keys)?;
    let attendance = records::attendance(from, &keys)?;
    let feedback = records::feedback(from, &keys)?;
    if !keys.lacking.is_empty() {
        keys.lacking.sort();
        bail!(Failure::PolicyLacks(keys.lacking.join(", ")));
    }
    let origin = origin(from.connection)?;
    let lists = Book { units, cadres, assignments, vacancies, seats, successions, decisions, ..Book::default() };
    Ok(Book { origin, policy, meetings, attendance, feedback, ..lists })
}

/// Months that are closed, each with the number of the change that closed it.
pub fn closings(connection: &Connection) -> Result<Vec<(Month, i64)>> {
    closed(Source::of(connection))
}

fn closed(from: Source) -> Result<Vec<(Month, i64)>> {
    rows(from, &CLOSING, |row| {
        let Some(month) = Month::parse(row.get_ref(1)?.as_str()?) else { bail!(broken("month")) };
        Ok((month, row.get(2)?))
    })
}

/// Where rows come from: a database as it is, or as it was after a change; or a part of it as it is.
#[derive(Clone, Copy)]
struct Source<'s> {
    connection: &'s Connection,
    after: Option<i64>,
    part: Option<&'s Part>,
    /// Whether attendance and feedback are wanted of the whole; a part says it by its keys.
    has_records: bool,
    /// Whether rows that cannot be told are gathered, and not the first of them the end.
    gathers: bool,
}

impl<'s> Source<'s> {
    fn of(connection: &'s Connection) -> Self {
        Source { connection, after: None, part: None, has_records: false, gathers: false }
    }

    fn wants_records(&self) -> bool {
        self.has_records || self.part.is_some()
    }
}

/// Rows of one table that cannot be told: a day that is none, a status that nobody knows.
#[derive(Debug, Error)]
#[error("rows of {table} cannot be told")]
pub struct Untold {
    /// The table.
    pub table: &'static str,
    /// The keys of the rows.
    pub rows: Vec<i64>,
}

/// The first rows that cannot be told, all those of their table, whatever the policy.
pub fn untold(connection: &Connection) -> Option<Untold> {
    let from = Source { has_records: true, gathers: true, ..Source::of(connection) };
    let looked = gathered(from, Policy::default()).map(drop);
    let lacks = |err: &anyhow::Error| matches!(err.downcast_ref(), Some(Failure::PolicyLacks(_)));
    let looked = if looked.as_ref().is_err_and(lacks) { Ok(()) } else { looked };
    looked.and_then(|()| closed(from).map(drop)).err()?.downcast().ok()
}

/// What tells the database from every other one: the token of its first change, of which no two are alike.
pub fn origin(connection: &Connection) -> Result<Origin> {
    let query = "SELECT (SELECT token FROM change ORDER BY id LIMIT 1), (SELECT max(id) FROM change)";
    let read = |row: &Row| {
        let database = row.get::<_, Option<String>>(0)?.unwrap_or_default();
        Ok(Origin { database: database.into(), change: row.get::<_, Option<i64>>(1)?.unwrap_or_default() })
    };
    Ok(connection.query_row(query, (), read)?)
}

/// Reads the rows of a table through `read`.
fn rows<T>(from: Source, table: &Table, mut read: impl FnMut(&Row) -> Result<T>) -> Result<Vec<T>> {
    let (mut found, mut untold) = (Vec::new(), Vec::new());
    let mut push = |mut rows: Rows| -> Result<()> {
        while let Some(row) = rows.next()? {
            match read(row) {
                Err(_) if from.gathers => untold.push(row.get(0)?),
                read => found.push(read?),
            }
        }
        Ok(())
    };
    match from.part.and_then(|part| part.runs(table)) {
        Some(runs) => {
            let mut reading = from.connection.prepare_cached(&table.rows_between())?;
            for run in runs {
                push(reading.query(run)?)?;
            }
        }
        None => push(from.connection.prepare_cached(&table.rows(from.after))?.query(())?)?,
    }
    if !untold.is_empty() {
        bail!(Untold { table: table.name, rows: untold });
    }
    Ok(found)
}
