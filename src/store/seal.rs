//! The seal: what everything in the database comes to, kept in it and renewed with every change. SQLite keeps no checksums; by
//! the seal, a file is told of which a single letter changed by a fault of the disk or by another program's hand.
//!
//! It is the sum of the hashes of all rows, whatever their order, so that a change costs what it touches. It guards
//! against accidents, not against somebody who makes a seal of his own.

use std::collections::BTreeMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Params, Result};
use sha2::{Digest, Sha256};
use twox_hash::XxHash3_128;

use super::cells::Cell;
use super::table::{ALL, CODES, LOG, Table};

/// What rows come to: the sum, modulo 2^128, of the hash of each.
type Sum = u128;

/// What makes the hash of a row.
type Hash = fn(&[u8]) -> Sum;

/// How a version seals.
struct Kind {
    hash: Hash,
    /// The column that keeps the seal. It has another name for each kind: a program that knows of the other one alone
    /// cannot renew what it does not understand.
    column: &'static str,
}

/// XXH3, in an eighth of the time of what it was before.
const OURS: Kind = Kind { hash: XxHash3_128::oneshot, column: "xxh3" };
/// The first half of SHA-256, up to the last version that had it.
const FORMER: (i64, Kind) = (5, Kind { hash: sha, column: "sum" });

impl Kind {
    fn of(version: i64) -> Self {
        let (last, former) = FORMER;
        if version <= last { former } else { OURS }
    }
}

/// The first half of SHA-256.
pub fn sha(bytes: &[u8]) -> Sum {
    let hash: [u8; 32] = Sha256::digest(bytes).into();
    let mut half = [0; 16];
    half.copy_from_slice(&hash[..16]);
    Sum::from_le_bytes(half)
}

/// The seal as a writing found it.
pub struct Found {
    sum: Sum,
    /// The part of it that is the codes of levels and duties, of which no change tells what it adds.
    codes: Sum,
}

impl Found {
    /// The seal that a writing begins with.
    pub fn read(connection: &Connection) -> Result<Self> {
        Ok(Found {
            sum: kept(connection, OURS.column)?.unwrap_or_default(),
            codes: sum_of(connection, CODES, OURS.hash)?,
        })
    }

    /// Renews the seal after all rows of the change of this number, and of its log, are written; `told` is what added
    /// rows come to by what was written of them.
    pub fn renew(&self, connection: &Connection, number: i64, told: &Added) -> Result<()> {
        let mut sum = self.sum.wrapping_sub(self.codes).wrapping_add(sum_of(connection, CODES, OURS.hash)?);
        let touched = touched(connection, number)?;
        for table in ALL.iter().filter(|table| touched.iter().any(|name| name == table.name)) {
            let [before, now] = edited(connection, table, number)?;
            let added = told.sums.get(table.name).map_or_else(|| added(connection, table, number), |sum| Ok(*sum))?;
            sum = sum.wrapping_sub(before).wrapping_add(now).wrapping_add(added);
        }
        for table in LOG {
            let key = table.columns[0];
            let query = format!("SELECT {} FROM {} WHERE {key} = ?1", table.selected(), table.name);
            sum = sum.wrapping_add(sum_in(connection, table, &query, [number], OURS.hash)?);
        }
        keep(connection, sum, OURS.column)
    }
}

/// What the rows that a writing adds come to, by their table: hashed as they are written, and not read once more. What
/// an undo puts back and a closing adds is read; no writing does both to one table.
#[derive(Default)]
pub struct Added {
    sums: BTreeMap<&'static str, Sum>,
    buffer: Vec<u8>,
}

impl Added {
    /// Begins rows of a table.
    pub fn adding(&mut self, table: &'static Table) -> Adding<'_> {
        Adding { table, sum: self.sums.entry(table.name).or_default(), buffer: &mut self.buffer }
    }
}

/// Rows of a table while they are added.
pub struct Adding<'a> {
    table: &'static Table,
    sum: &'a mut Sum,
    buffer: &'a mut Vec<u8>,
}

impl Adding<'_> {
    /// Adds a row.
    pub fn add(&mut self, cells: &[Cell]) {
        begin(self.table, self.buffer);
        cells.iter().for_each(|cell| push(cell.value(), self.buffer));
        *self.sum = self.sum.wrapping_add((OURS.hash)(self.buffer));
    }
}

/// Seals what is in a database of a version.
pub fn seal(connection: &Connection, version: i64) -> Result<()> {
    let Kind { hash, column } = Kind::of(version);
    keep(connection, whole(connection, hash)?, column)
}

/// Whether everything in a database of a version is as the last change left it. To be asked within one transaction.
pub fn is_whole(connection: &Connection, version: i64) -> Result<bool> {
    let Kind { hash, column } = Kind::of(version);
    Ok(kept(connection, column)? == Some(whole(connection, hash)?))
}

fn kept(connection: &Connection, column: &str) -> Result<Option<Sum>> {
    let query = format!("SELECT {column} FROM seal");
    let sum = connection.query_row(&query, (), |row| row.get::<_, String>(0)).optional()?;
    Ok(sum.and_then(|sum| Sum::from_str_radix(&sum, 16).ok()))
}

fn keep(connection: &Connection, sum: Sum, column: &str) -> Result<()> {
    let keep = format!("INSERT OR REPLACE INTO seal (id, {column}) VALUES (1, ?1)");
    connection.execute(&keep, [format!("{sum:032x}")])?;
    Ok(())
}

fn whole(connection: &Connection, hash: Hash) -> Result<Sum> {
    let sums = [ALL, LOG, CODES].map(|tables| sum_of(connection, tables, hash));
    sums.into_iter().try_fold(0, |sum: Sum, one| Ok(sum.wrapping_add(one?)))
}

fn sum_of(connection: &Connection, tables: &[&Table], hash: Hash) -> Result<Sum> {
    tables.iter().try_fold(0, |sum: Sum, table| {
        // A database of an earlier version has fewer tables.
        if !connection.table_exists(None, table.name)? {
            return Ok(sum);
        }
        let query = format!("SELECT {} FROM {}", table.selected(), table.name);
        Ok(sum.wrapping_add(sum_in(connection, table, &query, (), hash)?))
    })
}

/// Names of the tables that a change touched.
fn touched(connection: &Connection, number: i64) -> Result<Vec<String>> {
    let query =
        "SELECT list FROM change_before WHERE change_id = ?1 UNION SELECT list FROM change_added WHERE change_id = ?1";
    let mut reading = connection.prepare_cached(query)?;
    let names = reading.query_map([number], |row| row.get(0))?;
    names.collect()
}

/// What the rows that a change edited or took out came to before it, and what those still there come to now.
fn edited(connection: &Connection, table: &Table, number: i64) -> Result<[Sum; 2]> {
    let touched = format!("change_before WHERE change_id = ?1 AND list = '{}'", table.name);
    let before = format!("SELECT {} FROM {touched}", table.columns_of_image());
    let now = format!("SELECT {} FROM {} WHERE id IN (SELECT row FROM {touched})", table.selected(), table.name);
    Ok([
        sum_in(connection, table, &before, [number], OURS.hash)?,
        sum_in(connection, table, &now, [number], OURS.hash)?,
    ])
}

/// What the rows that a change added come to.
fn added(connection: &Connection, table: &Table, number: i64) -> Result<Sum> {
    let mut runs =
        connection.prepare_cached("SELECT first_row, last_row FROM change_added WHERE change_id = ?1 AND list = ?2")?;
    let runs = runs.query_map((number, table.name), |row| Ok([row.get::<_, u32>(0)?, row.get(1)?]))?;
    let query = table.rows_between();
    runs.collect::<Result<Vec<_>>>()?
        .into_iter()
        .try_fold(0, |sum: Sum, run| Ok(sum.wrapping_add(sum_in(connection, table, &query, run, OURS.hash)?)))
}

/// What the rows of a query for all columns of a table come to.
fn sum_in(connection: &Connection, table: &Table, query: &str, params: impl Params, hash: Hash) -> Result<Sum> {
    let mut reading = connection.prepare_cached(query)?;
    let mut rows = reading.query(params)?;
    let (mut sum, mut buffer): (Sum, _) = (0, Vec::new());
    while let Some(row) = rows.next()? {
        begin(table, &mut buffer);
        for at in 0..table.columns.len() {
            push(row.get_ref(at)?, &mut buffer);
        }
        sum = sum.wrapping_add(hash(&buffer));
    }
    Ok(sum)
}

/// Begins a row: the hash is of the table's name and of each cell, with its type and length before it.
fn begin(table: &Table, buffer: &mut Vec<u8>) {
    buffer.clear();
    buffer.extend_from_slice(table.name.as_bytes());
}

fn push(value: ValueRef, buffer: &mut Vec<u8>) {
    let mut cell = |kind: u8, bytes: &[u8]| {
        buffer.push(kind);
        buffer.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        buffer.extend_from_slice(bytes);
    };
    match value {
        ValueRef::Null => cell(0, &[]),
        ValueRef::Integer(number) => cell(1, &number.to_le_bytes()),
        ValueRef::Real(number) => cell(2, &number.to_bits().to_le_bytes()),
        ValueRef::Text(text) => cell(3, text),
        ValueRef::Blob(bytes) => cell(4, bytes),
    }
}
