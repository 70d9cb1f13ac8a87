//! Rows to a book: integer keys become positions, codes of levels and duties become the policy's.

use std::collections::HashMap;

use anyhow::{Result, bail};
use jiff::civil::Date;
use rusqlite::types::{FromSql, ValueRef};
use rusqlite::{Connection, Row, Rows};
use thiserror::Error;

use super::failure::Failure;
use super::part::Part;
use super::table::{
    ASSIGNMENT, ATTENDANCE, CADRE, CLOSING, DECISION, FEEDBACK, MEETING, POLICY, SEAT, SUCCESSION, Table, UNIT, VACANCY,
};
use crate::model::Text;
use crate::model::assignment::Assignment;
use crate::model::attendance::{Attendance, Presence};
use crate::model::book::{Book, Origin};
use crate::model::cadre::{Cadre, Status, StatusSpell};
use crate::model::day::{Day, Month, Period};
use crate::model::decision::Decision;
use crate::model::feedback::Feedback;
use crate::model::id::{CadreId, DutyId, LevelId, UnitId};
use crate::model::meeting::{Meeting, Rule, hour};
use crate::model::policy::Policy;
use crate::model::seat::{SeatLimits, SeatRule};
use crate::model::spells;
use crate::model::succession::Succession;
use crate::model::unit::Unit;
use crate::model::vacancy::Vacancy;

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
    let mut keys = Keys::of(from.connection, &policy)?;
    let units = units(from, &mut keys)?;
    let cadres = cadres(from, &mut keys)?;
    let assignments = assignments(from, &mut keys)?;
    let vacancies = vacancies(from, &mut keys)?;
    let seats = seats(from, &mut keys)?;
    let successions = successions(from, &keys)?;
    let decisions = decisions(from)?;
    let meetings = meetings(from, &keys)?;
    let attendance = attendance(from, &keys)?;
    let feedback = feedback(from, &keys)?;
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
        let dense = (row as usize).wrapping_sub(*self.rows.first()? as usize);
        if self.rows.get(dense) == Some(&row) {
            return Some(dense);
        }
        self.rows.binary_search(&row).ok()
    }
}

impl Keys {
    fn of(connection: &Connection, policy: &Policy) -> Result<Self> {
        let pairs = |table: &str| -> Result<Vec<(i64, String)>> {
            let mut reading = connection.prepare_cached(&format!("SELECT id, code FROM {table}"))?;
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

/// A day, where there is one.
pub fn day(row: &Row, at: usize) -> rusqlite::Result<Option<Day>> {
    Ok(row.get::<_, Option<Stored>>(at)?.map(|stored| stored.0))
}

fn text(row: &Row, at: usize) -> rusqlite::Result<Text> {
    Ok(Text::from(row.get_ref(at)?.as_str()?))
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

fn units(from: Source, keys: &mut Keys) -> Result<Vec<Unit>> {
    let mut above: Vec<[Option<u32>; 2]> = Vec::new();
    let mut units = rows(from, &UNIT, |row| {
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

/// A status by its code.
pub fn status(row: &Row, at: usize) -> Result<Status> {
    Status::of_code(row.get_ref(at)?.as_str()?).ok_or_else(|| broken("status"))
}

/// Earlier statuses.
pub fn spells(row: &Row, at: usize) -> Result<Vec<StatusSpell>> {
    spells::read(row.get_ref(at)?.as_str()?).ok_or_else(|| broken("status"))
}

fn cadres(from: Source, keys: &mut Keys) -> Result<Vec<Cadre>> {
    let cadres = rows(from, &CADRE, |row| {
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
            status: status(row, 9)?,
            status_from: day(row, 10)?,
            note: text(row, 11)?,
            earlier: spells(row, 12)?,
        })
    })?;
    keys.cadres = Positions::of(cadres.iter().map(|cadre| cadre.row));
    Ok(cadres)
}

fn assignments(from: Source, keys: &mut Keys) -> Result<Vec<Assignment>> {
    rows(from, &ASSIGNMENT, |row| {
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

fn vacancies(from: Source, keys: &mut Keys) -> Result<Vec<Vacancy>> {
    rows(from, &VACANCY, |row| {
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

fn seats(from: Source, keys: &mut Keys) -> Result<Vec<SeatRule>> {
    rows(from, &SEAT, |row| {
        Ok(SeatRule {
            row: row.get(0)?,
            unit: keys.unit(row.get(1)?)?,
            duty: keys.duty(row.get(2)?)?,
            limits: SeatLimits { min: row.get(3)?, max: row.get(4)? },
        })
    })
}

fn successions(from: Source, keys: &Keys) -> Result<Vec<Succession>> {
    rows(from, &SUCCESSION, |row| {
        Ok(Succession {
            row: row.get(0)?,
            old: keys.unit(row.get(1)?)?,
            new: row.get::<_, Option<u32>>(2)?.map(|row| keys.unit(row)).transpose()?,
            day: row.get::<_, Stored>(3)?.0,
            is_whole: row.get(4)?,
            decision_no: text(row, 5)?,
        })
    })
}

fn meetings(from: Source, keys: &Keys) -> Result<Vec<Meeting>> {
    rows(from, &MEETING, |row| {
        let Some(rule) = Rule::parse(row.get_ref(3)?.as_str()?) else { bail!(broken("rule")) };
        let written = row.get::<_, Option<String>>(4)?;
        let hour = written.map(|written| hour(&written).ok_or_else(|| broken("hour"))).transpose()?;
        let (unit, name) = (keys.unit(row.get(1)?)?, text(row, 2)?);
        Ok(Meeting { row: row.get(0)?, unit, name, rule, hour, place: text(row, 5)?, note: text(row, 6)? })
    })
}

fn attendance(from: Source, keys: &Keys) -> Result<Vec<Attendance>> {
    if !from.has_records && from.part.is_none() {
        return Ok(Vec::new());
    }
    rows(from, &ATTENDANCE, |row| {
        let Some(presence) = Presence::of_code(row.get_ref(5)?.as_str()?) else { bail!(broken("presence")) };
        Ok(Attendance {
            row: row.get(0)?,
            unit: keys.unit(row.get(1)?)?,
            meeting: text(row, 2)?,
            day: row.get::<_, Stored>(3)?.0,
            cadre: row.get::<_, Option<u32>>(4)?.map(|row| keys.cadre(row)).transpose()?,
            presence,
            reason: text(row, 6)?,
            invited: row.get(7)?,
            came: row.get(8)?,
            note: text(row, 9)?,
        })
    })
}

fn feedback(from: Source, keys: &Keys) -> Result<Vec<Feedback>> {
    if !from.has_records && from.part.is_none() {
        return Ok(Vec::new());
    }
    rows(from, &FEEDBACK, |row| {
        Ok(Feedback {
            row: row.get(0)?,
            unit: keys.unit(row.get(1)?)?,
            day: row.get::<_, Stored>(2)?.0,
            raised_by: text(row, 3)?,
            matter: text(row, 4)?,
            sent_to: text(row, 5)?,
            due: day(row, 6)?,
            answered: day(row, 7)?,
            answer: text(row, 8)?,
            note: text(row, 9)?,
        })
    })
}

fn decisions(from: Source) -> Result<Vec<Decision>> {
    rows(from, &DECISION, |row| {
        Ok(Decision {
            row: row.get(0)?,
            number: text(row, 1)?,
            day: row.get::<_, Stored>(2)?.0,
            issuer: text(row, 3)?,
            signer: text(row, 4)?,
            effective: day(row, 5)?,
            replaces: text(row, 6)?,
            note: text(row, 7)?,
        })
    })
}
