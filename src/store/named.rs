//! The part of the book that lists name by code: what they may change, and what they point to.

use anyhow::Result;
use rusqlite::Connection;

use super::keys::{Keys, pointed_to, pointing};
use super::part::{Part, with_above};
use super::tops::is_reformed;
use super::{load, outside};
use crate::model::book::{Book, LastRows, Outside};
use crate::model::day::Day;
use crate::model::policy::Policy;
use crate::model::reach::Reach;
use crate::text::zeros::with_zeros;

/// Up to so many rows are always looked up one by one.
const FEW: usize = 1_000;
/// Where more than one of so many rows is named, all are read at once.
const SHARE: usize = 8;

/// The last keys of the tables.
pub fn last_rows(connection: &Connection) -> Result<LastRows> {
    let last = |table: &str| -> Result<u32> {
        let query = format!("SELECT coalesce(max(id), 0) FROM {table}");
        Ok(connection.prepare_cached(&query)?.query_row((), |row| row.get(0))?)
    };
    Ok(LastRows {
        units: last("unit")?,
        cadres: last("cadre")?,
        assignments: last("assignment")?,
        vacancies: last("vacancy")?,
        seats: last("seat")?,
        meetings: last("meeting")?,
        attendance: last("attendance")?,
        feedback: last("feedback")?,
    })
}

/// The most rows of lists that are better looked up one by one than all read at once.
pub fn most(connection: &Connection) -> Result<usize> {
    last_rows(connection).map(|last| most_of(&last))
}

fn most_of(last: &LastRows) -> usize {
    let rows = [last.units, last.cadres, last.assignments].iter().map(|last| *last as usize).sum::<usize>();
    FEW.max(rows / SHARE)
}

/// What lists name and what that points to, to be seen on a day; `None` where the whole is better read.
pub fn book(connection: &Connection, policy: Policy, reach: &Reach, day: Day) -> Result<Option<Book>> {
    let last_rows = last_rows(connection)?;
    let Some(part) = named(connection, &policy, reach, &last_rows)? else { return Ok(None) };
    let outside = outside::outside(connection, &policy, day, (&[], day))?;
    let outside = Some(Outside { last_rows, ..outside });
    Ok(Some(Book { outside, ..load::part(connection, policy, &part)? }))
}

/// The rows that lists name; `None` where reading all of them is better: many are named, or units took the place of
/// others, so that a code is not all that tells who is at home where.
fn named(connection: &Connection, policy: &Policy, reach: &Reach, last: &LastRows) -> Result<Option<Part>> {
    if is_reformed(connection, policy)? || reach.len() > most_of(last) {
        return Ok(None);
    }
    let of = |table, column, keys: &Keys| pointing(connection, table, column, keys);
    let to = |table, column, rows: &Keys| pointed_to(connection, table, column, ("id", rows), &Keys::default());
    let own = of_codes(connection, "unit", reach.units.iter().map(|code| code.as_str()))?;
    let cadres = of_codes(connection, "cadre", reach.cadres.iter().map(|code| code.as_str()))?;
    let homes = to("cadre", "home_id", &cadres)?;
    let units = with_above(connection, own.clone().and(homes))?;
    let assignments = held(connection, reach)?;
    let vacancies = of("vacancy", "unit_id", &own)?;
    let seats = of("seat", "unit_id", &own)?;
    let meetings = of("meeting", "unit_id", &own)?;
    let part = Part { units, cadres, assignments, vacancies, seats, meetings, ..Part::default() };
    if !reach.has_records {
        return Ok(Some(part));
    }
    // Who holds what there tells who has to come; whoever is told of has to be known.
    let held_there = of("assignment", "unit_id", &own)?;
    let attendance = of("attendance", "unit_id", &own)?;
    let feedback = of("feedback", "unit_id", &own)?;
    let assignments = part.assignments.clone().and(held_there);
    let holders = to("assignment", "cadre_id", &assignments)?;
    let told = to("attendance", "cadre_id", &attendance)?;
    let cadres = part.cadres.clone().and(holders).and(told);
    let homes = to("cadre", "home_id", &cadres)?;
    let units = with_above(connection, own.and(homes))?;
    Ok(Some(Part { units, cadres, assignments, attendance, feedback, ..part }))
}

/// The rows of codes; where nothing has a code, those of what it may have been before it lost zeros.
fn of_codes<'c>(connection: &Connection, table: &str, codes: impl Iterator<Item = &'c str>) -> Result<Keys> {
    let mut reading = connection.prepare_cached(&format!("SELECT id FROM {table} WHERE code = ?1"))?;
    let mut keys: Vec<u32> = Vec::new();
    for code in codes {
        let before = keys.len();
        for code in std::iter::once(code.to_owned()).chain(with_zeros(code)) {
            let mut rows = reading.query([code])?;
            while let Some(row) = rows.next()? {
                keys.push(row.get(0)?);
            }
            if keys.len() > before {
                break;
            }
        }
    }
    Ok(Keys::of(keys))
}

/// What the named cadres hold, or held, in the units that are named with them.
fn held(connection: &Connection, reach: &Reach) -> Result<Keys> {
    let query = "SELECT assignment.id FROM unit JOIN assignment ON unit_id = unit.id JOIN cadre ON cadre.id = cadre_id
        WHERE unit.code = ?2 AND cadre.code = ?1";
    let mut reading = connection.prepare_cached(query)?;
    let mut keys: Vec<u32> = Vec::new();
    for (cadre, unit) in &reach.held {
        let mut rows = reading.query([cadre.as_str(), unit.as_str()])?;
        while let Some(row) = rows.next()? {
            keys.push(row.get(0)?);
        }
    }
    Ok(Keys::of(keys))
}
