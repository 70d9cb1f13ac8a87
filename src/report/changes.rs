//! Changes of a stretch of days: assignments that began or ended, people who came or left, vacancies, units.

use super::paper::{Paper, cells};
use super::table::{Cell, Table};
use crate::model::assignment::Assignment;
use crate::model::cadre::{Cadre, Status};
use crate::model::day::{Day, Period, day_after};
use crate::model::id::{CadreId, DutyId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::say;

const COLUMNS: &[(&str, u16)] = &[
    ("day", 12),
    ("event", 24),
    ("duty", 18),
    ("duty_name", 28),
    ("unit_code", 14),
    ("unit_name", 22),
    ("parent_path", 36),
    ("cadre_code", 12),
    ("full_name", 26),
    ("decision_no", 14),
    ("note", 30),
];

/// Something that happened on a day.
#[derive(Default)]
struct Event<'e> {
    /// Key of its name in the catalogue.
    name: &'static str,
    unit: Option<UnitId>,
    duty: Option<DutyId>,
    cadre: Option<CadreId>,
    decision_no: &'e str,
    note: &'e str,
}

/// One row per event from `period`'s first day to its last, by day, then in the order of the book.
/// What ends is listed on the first day without it, so that both sides of a handover stand together.
/// With `top`, only what happened to units there, and to cadres who are at home there.
pub fn changes(snapshot: &Snapshot, paper: &Paper, period: Period, top: Option<UnitId>) -> Table {
    let mut table = paper.table("changes", snapshot.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "title-changes");
    table.heading.subtitle.extend(paper.stretch(period));
    let mut events = events(snapshot, period);
    let place = |event: &Event| event.unit.or_else(|| Some(snapshot.book.cadre(event.cadre?).home));
    events.retain(|(_, event)| place(event).is_none_or(|unit| snapshot.is_in(unit, top)));
    events.sort_by_key(|(day, _)| *day);
    for (day, event) in events {
        let row = row(snapshot, paper, &table, day, &event);
        table.push(row);
    }
    table
}

fn events<'b>(snapshot: &Snapshot<'b>, period: Period) -> Vec<(Day, Event<'b>)> {
    let book = snapshot.book;
    let mut found = Vec::new();
    // Most of what is in a book happened on other days.
    let mut push =
        |day: Option<Day>, event| found.extend(day.filter(|day| period.contains(*day)).map(|day| (day, event)));
    for (at, unit) in book.units.iter().enumerate() {
        let event = |name| Event { name, unit: Some(UnitId::at(at)), note: &unit.note, ..Event::default() };
        push(unit.period.from, event("event-unit-begins"));
        push(unit.period.to.map(day_after), event("event-unit-ends"));
    }
    for (at, cadre) in book.cadres.iter().enumerate() {
        let event =
            Event { name: status_event(cadre), cadre: Some(CadreId::at(at)), note: &cadre.note, ..Event::default() };
        push(cadre.status_from, event);
    }
    for assignment in &book.assignments {
        push(assignment.period.to.map(day_after), assignment_event("event-assignment-ends", assignment));
        push(assignment.period.from, assignment_event("event-assignment-begins", assignment));
    }
    for vacancy in &book.vacancies {
        let event = |name| Event {
            name,
            unit: Some(vacancy.unit),
            duty: Some(vacancy.duty),
            note: &vacancy.reason,
            ..Event::default()
        };
        push(Some(vacancy.since), event("event-vacancy-begins"));
        push(vacancy.until.map(day_after), event("event-vacancy-ends"));
    }
    found
}

fn status_event(cadre: &Cadre) -> &'static str {
    match cadre.status {
        Status::Active => "event-cadre-begins",
        Status::Retired => "event-cadre-retires",
        Status::Transferred => "event-cadre-transfers",
        Status::Leave => "event-cadre-leave",
        Status::Died => "event-cadre-dies",
    }
}

fn assignment_event<'e>(name: &'static str, assignment: &'e Assignment) -> Event<'e> {
    Event {
        name,
        unit: Some(assignment.unit),
        duty: Some(assignment.duty),
        cadre: Some(assignment.cadre),
        decision_no: &assignment.decision_no,
        note: &assignment.note,
    }
}

fn row(snapshot: &Snapshot, paper: &Paper, table: &Table, day: Day, event: &Event) -> Vec<Cell> {
    let book = snapshot.book;
    let unit = event.unit.map(|unit| book.unit(unit));
    let cadre = event.cadre.map(|cadre| book.cadre(cadre));
    let above = event.unit.map(|unit| snapshot.surroundings(unit));
    cells(
        table,
        [
            ("day", day.into()),
            ("event", paper.words.say(event.name, &[]).into()),
            ("duty", event.duty.map(|duty| snapshot.policy().duty(duty).code.as_str()).into()),
            ("duty_name", event.duty.map(|duty| snapshot.policy().duty(duty).name.in_lang(paper.lang())).into()),
            ("unit_code", unit.map(|unit| unit.code.as_str()).into()),
            ("unit_name", unit.map(|unit| unit.name.as_str()).into()),
            ("parent_path", above.into()),
            ("cadre_code", cadre.map(|cadre| cadre.code.as_str()).into()),
            ("full_name", cadre.map(|cadre| cadre.full_name.as_str()).into()),
            ("decision_no", Cell::from(event.decision_no)),
            ("note", Cell::from(event.note)),
        ],
    )
}
