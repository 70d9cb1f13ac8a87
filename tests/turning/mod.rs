//! Small offices in which everything turns over within weeks: a province, its communes, two duties of them.
#![allow(dead_code, reason = "each test uses a part of it")]

use jiff::civil::{Date, date};
use phancong::model::assignment::Assignment;
use phancong::model::book::Book;
use phancong::model::cadre::{Cadre, Status};
use phancong::model::day::Period;
use phancong::model::id::{CadreId, DutyId, LevelId, UnitId};
use phancong::model::seat::{SeatLimits, SeatRule};
use phancong::model::unit::Unit;
use phancong::model::vacancy::Vacancy;
use phancong::read::policy::policy;
use proptest::prelude::*;

/// The first day of the month that it turns around.
pub const FIRST: Date = date(2022, 5, 1);

/// Two duties of communes, of which the second needs two.
const POLICY: &str = r#"
name = "Quy định"
office = "Ban Tổ chức"
[documents]
by = "commune"
[[level]]
code = "province"
name = { vi = "tỉnh", en = "province" }
[[level]]
code = "commune"
name = { vi = "xã", en = "commune" }
parent = "province"
[[duty]]
code = "lead"
name = { vi = "Phụ trách", en = "Leads" }
unit = "commune"
cadre = ["province"]
[[duty]]
code = "help"
name = { vi = "Giúp việc", en = "Helps" }
unit = "commune"
cadre = ["province"]
seats = { min = 2, max = 3 }
"#;

/// A province without communes and people.
pub fn book() -> Book {
    let mut book = Book::new(policy(POLICY, "policy.toml").expect("a sound policy"));
    unit(&mut book, 0, Period::default());
    book
}

/// Adds a unit of a level, below the province.
pub fn unit(book: &mut Book, level: u16, period: Period) {
    book.units.push(Unit {
        row: 0,
        code: format!("U{}", book.units.len()).into(),
        name: "".into(),
        level: LevelId(level),
        parent: (level > 0).then_some(UnitId(0)),
        group: None,
        rank: "".into(),
        households: None,
        period,
        note: "".into(),
    });
}

/// Adds a cadre of the province.
pub fn cadre(book: &mut Book, status: Status, status_from: Option<Date>) {
    book.cadres.push(Cadre {
        row: 0,
        code: format!("C{}", book.cadres.len()).into(),
        full_name: "".into(),
        birth_year: None,
        position: "".into(),
        organization: "".into(),
        level: LevelId(0),
        home: UnitId(0),
        phone: "".into(),
        status,
        status_from,
        note: "".into(),
        earlier: Vec::new(),
    });
}

/// Assigns a cadre to a commune under a duty.
pub fn assign(book: &mut Book, who: u32, at: u32, duty: u16, from: Date, to: Option<Date>) {
    book.assignments.push(Assignment {
        row: 0,
        cadre: CadreId(who),
        unit: UnitId(at),
        duty: DutyId(duty),
        period: Period { from: Some(from), to },
        decision_no: "".into(),
        note: "".into(),
    });
}

/// Accepts a gap of a commune.
pub fn accept(book: &mut Book, at: u32, duty: u16, since: Date, until: Option<Date>) {
    let (unit, duty) = (UnitId(at), DutyId(duty));
    book.vacancies.push(Vacancy { row: 0, unit, duty, since, until, reason: "".into() });
}

/// Gives a commune a number of seats of its own.
pub fn need(book: &mut Book, at: u32, duty: u16, min: u32) {
    let limits = SeatLimits { min, max: None };
    book.seats.push(SeatRule { row: 0, unit: UnitId(at), duty: DutyId(duty), limits });
}

/// A day of April, May or June.
pub fn day() -> impl Strategy<Value = Date> {
    (-12i64..43).prop_map(|days| FIRST.saturating_add(jiff::Span::new().days(days)))
}

/// One of these, or none.
pub fn some_day() -> impl Strategy<Value = Option<Date>> {
    prop::option::of(day())
}

prop_compose! {
    /// Small books in which everything turns over within weeks.
    pub fn books()(
        units in prop::collection::vec((some_day(), some_day()), 1..4),
        cadres in prop::collection::vec(prop::collection::vec((0usize..7, some_day()), 1..4), 1..5),
        assignments in prop::collection::vec((0u32..9, 0u32..9, 0u16..2, day(), some_day()), 0..14),
        vacancies in prop::collection::vec((0u32..9, 0u16..2, day(), some_day()), 0..4),
        seats in prop::collection::btree_map((0u32..9, 0u16..2), 0u32..4, 0..3),
    ) -> Book {
        let mut book = book();
        units.iter().for_each(|(from, to)| unit(&mut book, 1, Period { from: *from, to: *to }));
        for turns in &cadres {
            let mut turns = turns.iter().map(|(status, from)| (Status::ALL[status.saturating_sub(2)], *from));
            turns.next().into_iter().for_each(|(status, from)| cadre(&mut book, status, from));
            let cadre = book.cadres.last_mut().expect("just pushed");
            turns.for_each(|(status, from)| cadre.turn(status, from));
        }
        let (units, cadres) = (units.len() as u32, cadres.len() as u32);
        for (who, at, duty, from, to) in assignments {
            assign(&mut book, who % cadres, 1 + at % units, duty, from, to);
        }
        vacancies.iter().for_each(|(at, duty, since, until)| accept(&mut book, 1 + at % units, *duty, *since, *until));
        seats.iter().for_each(|((at, duty), min)| need(&mut book, 1 + at % units, *duty, *min));
        book
    }
}
