//! Rows to a book: integer keys become positions, codes of levels and duties become the policy's.

use std::collections::HashMap;

use anyhow::{Result, bail};
use jiff::civil::Date;
use rusqlite::types::{FromSql, ValueRef};
use rusqlite::{Connection, Row};

use super::failure::Failure;
use crate::model::Text;
use crate::model::assignment::Assignment;
use crate::model::book::{Book, Origin};
use crate::model::cadre::{Cadre, Status};
use crate::model::day::{Day, Period};
use crate::model::id::{CadreId, DutyId, LevelId, UnitId};
use crate::model::policy::Policy;
use crate::model::seat::{SeatLimits, SeatRule};
use crate::model::unit::Unit;
use crate::model::vacancy::Vacancy;

/// The text of the policy.
pub fn policy_text(connection: &Connection) -> Result<String> {
    Ok(connection.query_row("SELECT toml FROM policy", (), |row| row.get(0))?)
}

/// Everything, in the order of the rows.
pub fn book(connection: &Connection, policy: Policy) -> Result<Book> {
    let mut keys = Keys::of(connection, &policy)?;
    let units = units(connection, &mut keys)?;
    let cadres = cadres(connection, &mut keys)?;
    let assignments = assignments(connection, &mut keys)?;
    let vacancies = vacancies(connection, &mut keys)?;
    let seats = seats(connection, &mut keys)?;
    if !keys.lacking.is_empty() {
        keys.lacking.sort();
        bail!(Failure::PolicyLacks(keys.lacking.join(", ")));
    }
    Ok(Book { origin: origin(connection)?, policy, units, cadres, assignments, vacancies, seats })
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

/// Integer keys of the database and what they stand for.
struct Keys {
    levels: HashMap<i64, (String, Option<LevelId>)>,
    duties: HashMap<i64, (String, Option<DutyId>)>,
    units: Positions,
    cadres: Positions,
    lacking: Vec<String>,
}

/// Positions of rows by their keys. Keys are dense as long as no row is taken out.
#[derive(Default)]
struct Positions {
    rows: Vec<u32>,
}

impl Positions {
    fn of(rows: impl Iterator<Item = u32>) -> Self {
        Positions { rows: rows.collect() }
    }

    fn find(&self, row: u32) -> Option<usize> {
        let dense = (row as usize).wrapping_sub(1);
        if self.rows.get(dense) == Some(&row) {
            return Some(dense);
        }
        self.rows.binary_search(&row).ok()
    }
}

impl Keys {
    fn of(connection: &Connection, policy: &Policy) -> Result<Self> {
        let pairs = |table: &str| -> Result<Vec<(i64, String)>> {
            let mut reading = connection.prepare(&format!("SELECT id, code FROM {table}"))?;
            let rows = reading.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        };
        let levels = pairs("level")?.into_iter().map(|(id, code)| (id, (code.clone(), policy.level_of_code(&code))));
        let levels = levels.collect();
        let duties = pairs("duty")?.into_iter().map(|(id, code)| (id, (code.clone(), policy.duty_of_code(&code))));
        let duties = duties.collect();
        Ok(Keys { levels, duties, units: Positions::default(), cadres: Positions::default(), lacking: Vec::new() })
    }

    /// The policy's level; where the policy lacks it, takes note and goes on with any.
    fn level(&mut self, id: i64) -> Result<LevelId> {
        let Some((code, level)) = self.levels.get(&id) else { bail!(broken("level")) };
        if level.is_none() && !self.lacking.contains(code) {
            self.lacking.push(code.clone());
        }
        Ok(level.unwrap_or(LevelId(0)))
    }

    fn duty(&mut self, id: i64) -> Result<DutyId> {
        let Some((code, duty)) = self.duties.get(&id) else { bail!(broken("duty")) };
        if duty.is_none() && !self.lacking.contains(code) {
            self.lacking.push(code.clone());
        }
        Ok(duty.unwrap_or(DutyId(0)))
    }

    fn unit(&self, row: u32) -> Result<UnitId> {
        self.units.find(row).map(UnitId::at).ok_or_else(|| broken("unit"))
    }

    fn cadre(&self, row: u32) -> Result<CadreId> {
        self.cadres.find(row).map(CadreId::at).ok_or_else(|| broken("cadre"))
    }
}

fn broken(what: &str) -> anyhow::Error {
    anyhow::anyhow!("a row points to a {what} that is not there")
}

/// A day as the database keeps it.
struct Stored(Day);

impl FromSql for Stored {
    fn column_result(value: ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        let text = value.as_str()?;
        text.parse::<Date>().map(Stored).map_err(|err| rusqlite::types::FromSqlError::Other(Box::new(err)))
    }
}

fn day(row: &Row, at: usize) -> rusqlite::Result<Option<Day>> {
    Ok(row.get::<_, Option<Stored>>(at)?.map(|stored| stored.0))
}

fn text(row: &Row, at: usize) -> rusqlite::Result<Text> {
    Ok(Text::from(row.get_ref(at)?.as_str()?))
}

/// Reads all rows of a query through `read`.
fn rows<T>(connection: &Connection, query: &str, mut read: impl FnMut(&Row) -> Result<T>) -> Result<Vec<T>> {
    let mut reading = connection.prepare(query)?;
    let mut rows = reading.query(())?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

fn units(connection: &Connection, keys: &mut Keys) -> Result<Vec<Unit>> {
    let query = "SELECT id, code, name, level_id, parent_id, group_id, type, households, from_day, to_day, note
        FROM unit ORDER BY id";
    let mut above: Vec<[Option<u32>; 2]> = Vec::new();
    let mut units = rows(connection, query, |row| {
        above.push([row.get(4)?, row.get(5)?]);
        Ok(Unit {
            row: row.get(0)?,
            code: text(row, 1)?,
            name: text(row, 2)?,
            level: keys.level(row.get(3)?)?,
            parent: None,
            group: None,
            rank: text(row, 6)?,
            households: row.get(7)?,
            period: Period { from: day(row, 8)?, to: day(row, 9)? },
            note: text(row, 10)?,
        })
    })?;
    keys.units = Positions::of(units.iter().map(|unit| unit.row));
    for (unit, [parent, group]) in units.iter_mut().zip(above) {
        unit.parent = parent.map(|row| keys.unit(row)).transpose()?;
        unit.group = group.map(|row| keys.unit(row)).transpose()?;
    }
    Ok(units)
}

fn cadres(connection: &Connection, keys: &mut Keys) -> Result<Vec<Cadre>> {
    let query = "SELECT id, code, full_name, birth_year, position, organization, level_id, home_id, phone, status,
        status_from, note FROM cadre ORDER BY id";
    let cadres = rows(connection, query, |row| {
        let Some(status) = Status::of_code(row.get_ref(9)?.as_str()?) else { bail!(broken("status")) };
        Ok(Cadre {
            row: row.get(0)?,
            code: text(row, 1)?,
            full_name: text(row, 2)?,
            birth_year: row.get(3)?,
            position: text(row, 4)?,
            organization: text(row, 5)?,
            level: keys.level(row.get(6)?)?,
            home: keys.unit(row.get(7)?)?,
            phone: text(row, 8)?,
            status,
            status_from: day(row, 10)?,
            note: text(row, 11)?,
        })
    })?;
    keys.cadres = Positions::of(cadres.iter().map(|cadre| cadre.row));
    Ok(cadres)
}

fn assignments(connection: &Connection, keys: &mut Keys) -> Result<Vec<Assignment>> {
    let query =
        "SELECT id, cadre_id, unit_id, duty_id, from_day, to_day, decision_no, note FROM assignment ORDER BY id";
    rows(connection, query, |row| {
        Ok(Assignment {
            row: row.get(0)?,
            cadre: keys.cadre(row.get(1)?)?,
            unit: keys.unit(row.get(2)?)?,
            duty: keys.duty(row.get(3)?)?,
            period: Period { from: day(row, 4)?, to: day(row, 5)? },
            decision_no: text(row, 6)?,
            note: text(row, 7)?,
        })
    })
}

fn vacancies(connection: &Connection, keys: &mut Keys) -> Result<Vec<Vacancy>> {
    let query = "SELECT id, unit_id, duty_id, since_day, until_day, reason FROM vacancy ORDER BY id";
    rows(connection, query, |row| {
        Ok(Vacancy {
            row: row.get(0)?,
            unit: keys.unit(row.get(1)?)?,
            duty: keys.duty(row.get(2)?)?,
            since: row.get::<_, Stored>(3)?.0,
            until: day(row, 4)?,
            reason: text(row, 5)?,
        })
    })
}

fn seats(connection: &Connection, keys: &mut Keys) -> Result<Vec<SeatRule>> {
    let query = "SELECT id, unit_id, duty_id, min, max FROM seat ORDER BY id";
    rows(connection, query, |row| {
        Ok(SeatRule {
            row: row.get(0)?,
            unit: keys.unit(row.get(1)?)?,
            duty: keys.duty(row.get(2)?)?,
            limits: SeatLimits { min: row.get(3)?, max: row.get(4)? },
        })
    })
}
