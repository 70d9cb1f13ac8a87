//! A small book for the tests of the model: two units of one level, three cadres at work, one duty.

#![cfg(test)]

use jiff::civil::date;

use super::assignment::Assignment;
use super::book::Book;
use super::cadre::{Cadre, Status};
use super::day::{Day, Period};
use super::id::{AssignmentId, CadreId, DutyId, LevelId, UnitId};
use super::unit::Unit;

/// A unit without days.
pub const NORTH: UnitId = UnitId(0);
/// A unit without days.
pub const SOUTH: UnitId = UnitId(1);
/// A cadre at work.
pub const AN: CadreId = CadreId(0);
/// A cadre at work.
pub const BINH: CadreId = CadreId(1);
/// A cadre at work.
pub const CUC: CadreId = CadreId(2);
/// The only duty.
pub const FOLLOWS: DutyId = DutyId(0);

/// The book, without an assignment.
pub fn book() -> Book {
    let mut book = Book::default();
    add_unit(&mut book, "N", "Ấp Bắc");
    add_unit(&mut book, "S", "Ấp Nam");
    for code in ["CB1", "CB2", "CB3"] {
        book.cadres.push(Cadre {
            row: 0,
            code: code.into(),
            full_name: code.into(),
            birth_year: None,
            position: "".into(),
            organization: "".into(),
            level: LevelId(0),
            home: NORTH,
            phone: "".into(),
            status: Status::Active,
            status_from: None,
            note: "".into(),
            earlier: Vec::new(),
        });
    }
    book
}

/// Adds a unit without days.
pub fn add_unit(book: &mut Book, code: &str, name: &str) -> UnitId {
    book.units.push(Unit {
        row: 0,
        code: code.into(),
        name: name.into(),
        level: LevelId(0),
        parent: None,
        group: None,
        rank: "".into(),
        households: None,
        period: Period::default(),
        note: "".into(),
    });
    UnitId::at(book.units.len() - 1)
}

/// A day of June, or the one so many days after its beginning.
pub fn june(day: i16) -> Day {
    date(2022, 6, 1).saturating_add(jiff::Span::new().days(day - 1))
}

/// A stretch of days of June; 0 is an open end.
pub fn stretch(from: i16, to: i16) -> Period {
    let end = |day: i16| (day > 0).then(|| june(day));
    Period { from: end(from), to: end(to) }
}

/// Adds an assignment for days of June; 0 is an open end.
pub fn assign(book: &mut Book, cadre: CadreId, unit: UnitId, from: i16, to: i16) -> AssignmentId {
    let decision_no = format!("{}-QĐ/HU", book.assignments.len() + 1).into();
    let period = stretch(from, to);
    book.assignments.push(Assignment { row: 0, cadre, unit, duty: FOLLOWS, period, decision_no, note: "".into() });
    AssignmentId::at(book.assignments.len() - 1)
}

/// Gives a cadre another status from a day of June on.
pub fn leaves(book: &mut Book, cadre: CadreId, status: Status, from: i16) {
    let cadre = &mut book.cadres[cadre.index()];
    (cadre.status, cadre.status_from) = (status, Some(june(from)));
}
