//! Small random offices of two policies, a few units, cadres and assignments, all within some weeks.

use jiff::ToSpan;
use phancong::model::assignment::Assignment;
use phancong::model::book::Book;
use phancong::model::cadre::{Cadre, Status};
use phancong::model::day::{Day, Period};
use phancong::model::id::{CadreId, DutyId, LevelId, UnitId};
use phancong::model::lang::Words;
use phancong::model::policy::{Duty, Level, Policy};
use phancong::model::seat::{SeatLimits, SeatRule};
use phancong::model::succession::Succession;
use phancong::model::unit::Unit;
use phancong::model::vacancy::Vacancy;
use phancong::model::versions::Earlier;
use proptest::prelude::*;

/// Days that anything happens on.
pub const DAYS: i64 = 50;
/// Units, and cadres.
pub const MANY: usize = 4;

/// A day by its number; the days lie on both sides of a turn of the year.
pub fn day(number: i64) -> Day {
    jiff::civil::date(2021, 12, 5).saturating_add(number.days())
}

fn words(text: &str) -> Words {
    Words { vi: text.to_owned(), en: text.to_owned() }
}

fn policy(duties: &[(&str, u32)]) -> Policy {
    let level = |code: &str, parent| Level {
        code: code.to_owned(),
        name: words(code),
        parent,
        grouped_by: None,
        overlay: false,
    };
    let duty = |(code, min): &(&str, u32)| Duty {
        code: (*code).to_owned(),
        name: words(code),
        unit: LevelId::at(1),
        cadre: vec![LevelId::at(1)],
        seats: SeatLimits { min: *min, max: None },
        limit: None,
        within: None,
    };
    Policy {
        levels: vec![level("commune", None), level("hamlet", Some(LevelId::at(0)))],
        duties: duties.iter().map(duty).collect(),
        ..Policy::default()
    }
}

fn unit(at: usize, name: &str, period: Period) -> Unit {
    Unit {
        row: at as u32,
        code: name.into(),
        name: name.into(),
        level: LevelId::at(1),
        parent: None,
        group: None,
        rank: "".into(),
        households: None,
        period,
        note: "".into(),
    }
}

fn cadre(at: usize, turns: &[(bool, i64)]) -> Cadre {
    let mut cadre = Cadre {
        row: at as u32,
        code: format!("CB{at}").into(),
        full_name: format!("CB{at}").into(),
        birth_year: None,
        position: "".into(),
        organization: "".into(),
        level: LevelId::at(1),
        home: UnitId::at(0),
        phone: "".into(),
        status: Status::Active,
        status_from: None,
        note: "".into(),
        earlier: Vec::new(),
    };
    let mut turns = turns.to_vec();
    turns.sort_by_key(|(_, day)| *day);
    for (is_active, number) in turns {
        cadre.turn(if is_active { Status::Active } else { Status::Leave }, Some(day(number)));
    }
    cadre
}

fn period(from: Option<i64>, length: Option<i64>) -> Period {
    let to = length.map(|length| day(from.unwrap_or(0) + length));
    Period { from: from.map(day), to }
}

/// Where, who or which duty, from when, how long.
type Row = (usize, usize, usize, i64, Option<i64>);

fn rows(most: usize) -> impl Strategy<Value = Vec<Row>> {
    let length = prop::option::of(0..20i64);
    prop::collection::vec((0..MANY, 0..MANY, 0..3usize, 0..DAYS, length), 0..most)
}

/// Any small office. Some units have codes of others where `repeats`.
pub fn office(repeats: bool) -> impl Strategy<Value = Book> {
    let units = prop::collection::vec((prop::option::of(0..DAYS), prop::option::of(0..DAYS), 0..2usize), MANY);
    let cadres = prop::collection::vec(prop::collection::vec((any::<bool>(), 0..DAYS), 0..3), MANY);
    (units, cadres, rows(14), rows(3), rows(3), prop::option::of(5..DAYS)).prop_map(
        move |(units, cadres, assigned, vacant, own, change)| {
            let now = policy(&[("lead", 2), ("follow", 1)]);
            let old = policy(&[("head", 1), ("lead", 1)]);
            let until = change.map(day);
            let mut book = Book::new(match until {
                Some(until) => now.after(vec![Earlier { until, policy: old }]),
                None => policy(&[("head", 1), ("lead", 1), ("follow", 2)]),
            });
            for (at, (from, length, name)) in units.into_iter().enumerate() {
                let name = if repeats { format!("U{name}") } else { format!("U{at}") };
                book.units.push(unit(at, &name, period(from, length)));
            }
            book.cadres = cadres.iter().enumerate().map(|(at, turns)| cadre(at, turns)).collect();
            fill(&mut book, &assigned, &vacant, &own);
            book
        },
    )
}

/// An office with a unit that goes on as another one from day 21; who held its first duty left it on day 6.
pub fn renewed() -> Book {
    let mut book = Book::new(policy(&[("head", 1)]));
    book.units = vec![unit(0, "U0", period(None, Some(20))), unit(1, "U1", period(Some(21), None))];
    book.cadres = vec![cadre(0, &[])];
    fill(&mut book, &[(0, 0, 0, 0, Some(5))], &[], &[]);
    let (old, new) = (UnitId::at(0), Some(UnitId::at(1)));
    book.successions.push(Succession { row: 0, old, new, day: day(21), is_whole: true, decision_no: "".into() });
    book
}

fn fill(book: &mut Book, assigned: &[Row], vacant: &[Row], own: &[Row]) {
    for (unit, cadre, duty, from, length) in assigned {
        let (unit, cadre, duty) = (UnitId::at(*unit), CadreId::at(*cadre), DutyId::at(*duty));
        let period = period(Some(*from), *length);
        let row = Assignment { row: 0, cadre, unit, duty, period, decision_no: "".into(), note: "".into() };
        book.assignments.push(row);
    }
    for (unit, _, duty, since, length) in vacant {
        let (unit, duty) = (UnitId::at(*unit), DutyId::at(*duty));
        let Period { from, to } = period(Some(*since), *length);
        let since = from.unwrap_or(Day::MIN);
        book.vacancies.push(Vacancy { row: 0, unit, duty, since, until: to, reason: "".into() });
    }
    for (unit, min, duty, ..) in own {
        let (unit, duty) = (UnitId::at(*unit), DutyId::at(*duty));
        if !book.seats.iter().any(|rule| (rule.unit, rule.duty) == (unit, duty)) {
            book.seats.push(SeatRule { row: 0, unit, duty, limits: SeatLimits { min: *min as u32, max: None } });
        }
    }
}
