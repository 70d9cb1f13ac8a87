//! Load: how many units each cadre holds under each duty, beside the limit; who holds none.

use std::ops::Range;

use super::paper::{Paper, cells};
use super::table::{Cell, Table};
use crate::model::id::{CadreId, DutyId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;

const COLUMNS: &[(&str, u16)] = &[
    ("cadre_code", 12),
    ("full_name", 26),
    ("position", 26),
    ("organization", 26),
    ("level", 12),
    ("home_unit_code", 14),
    ("duty", 18),
    ("units", 8),
    ("limit", 8),
    ("unit_codes", 30),
];

/// One row per active cadre and duty, and one per active cadre without any; in the order of the book.
/// With `top`, only cadres who are at home or hold a unit there.
pub fn load(snapshot: &Snapshot, paper: &Paper, top: Option<UnitId>) -> Table {
    load_of(snapshot, paper, top, 0..snapshot.book.cadres.len())
}

/// The same of a run of cadres, by their positions in the book.
pub fn load_of(snapshot: &Snapshot, paper: &Paper, top: Option<UnitId>, cadres: Range<usize>) -> Table {
    let mut table = paper.table("load", snapshot.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "title-load");
    table.heading.subtitle = vec![say!(paper.words, "as-of", day = written::day(snapshot.day, paper.lang()))];
    for cadre in cadres.map(CadreId::at) {
        if !snapshot.is_active(cadre) {
            continue;
        }
        let held = snapshot.held_by(cadre);
        let is_there = |(_, unit): &(DutyId, UnitId)| snapshot.is_in(*unit, top);
        if !snapshot.is_in(snapshot.book.cadre(cadre).home, top) && !held.iter().any(is_there) {
            continue;
        }
        if held.is_empty() {
            let row = row(snapshot, &table, cadre, &[]);
            table.push(row);
        }
        for units in held.chunk_by(|(one, _), (other, _)| one == other) {
            let row = row(snapshot, &table, cadre, units);
            table.push(row);
        }
    }
    table
}

/// What a cadre holds under one duty, or nothing at all.
fn row(snapshot: &Snapshot, table: &Table, cadre: CadreId, held: &[(DutyId, UnitId)]) -> Vec<Cell> {
    let (book, policy) = (snapshot.book, snapshot.policy());
    let cadre = book.cadre(cadre);
    let codes: Vec<&str> = held.iter().map(|(_, unit)| book.unit(*unit).code.as_str()).collect();
    let duty = held.first().map(|(duty, _)| policy.duty(*duty));
    cells(
        table,
        [
            ("cadre_code", Cell::from(&cadre.code)),
            ("full_name", Cell::from(&cadre.full_name)),
            ("position", Cell::from(&cadre.position)),
            ("organization", Cell::from(&cadre.organization)),
            ("level", Cell::from(policy.level(cadre.level).code.as_str())),
            ("home_unit_code", Cell::from(&book.unit(cadre.home).code)),
            ("duty", duty.map(|duty| duty.code.as_str()).into()),
            ("units", Cell::from(codes.len())),
            ("limit", duty.and_then(|duty| duty.limit).into()),
            ("unit_codes", Cell::from(codes.join(" "))),
        ],
    )
}
