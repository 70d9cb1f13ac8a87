//! The month's meetings as they stand: a list by day and hour, and the month on one sheet.

use super::paper::{Paper, person};
use super::table::{Cell, Table};
use crate::model::day::{Day, Month};
use crate::model::meeting::written_hour;
use crate::model::sitting::Sitting;
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;

const COLUMNS: &[(&str, u16)] = &[
    ("day", 12),
    ("hour", 8),
    ("meeting", 30),
    ("unit_code", 14),
    ("unit_name", 24),
    ("parent_path", 36),
    ("place", 26),
    ("attending", 44),
    ("proposed", 10),
];

/// The columns of a week.
const WEEK: &[(&str, u16)] = &[
    ("monday", 24),
    ("tuesday", 24),
    ("wednesday", 24),
    ("thursday", 24),
    ("friday", 24),
    ("saturday", 24),
    ("sunday", 24),
];

/// One row per meeting, by day, hour and unit; what is only proposed is marked. `fixed` tells of each whether the office has
/// fixed it.
pub fn meetings(snapshot: &Snapshot, paper: &Paper, month: Month, sittings: &[Sitting], fixed: &[bool]) -> Table {
    let mut table = headed(snapshot, paper, month, "meetings", COLUMNS);
    let mut order: Vec<usize> = (0..sittings.len()).collect();
    let code = |at: &usize| snapshot.book.unit(sittings[*at].unit).code.clone();
    order.sort_by_key(|at| (sittings[*at].day.is_none(), sittings[*at].day, sittings[*at].hour, code(at)));
    for at in order {
        let sitting = &sittings[at];
        let unit = snapshot.book.unit(sitting.unit);
        let people = sitting.cadres.iter().map(|cadre| person(snapshot.book.cadre(*cadre)));
        table.push(vec![
            sitting.day.into(),
            sitting.hour.map(written_hour).into(),
            Cell::from(&sitting.name),
            Cell::from(&unit.code),
            Cell::from(&unit.name),
            snapshot.surroundings(sitting.unit).into(),
            Cell::from(&sitting.place),
            people.collect::<Vec<_>>().join("; ").into(),
            Cell::from(if fixed[at] || sitting.day.is_none() { "" } else { "x" }),
        ]);
    }
    table
}

/// The month on one sheet: a row for each week, its meetings under their days.
pub fn grid(snapshot: &Snapshot, paper: &Paper, month: Month, sittings: &[&Sitting]) -> Table {
    let mut table = headed(snapshot, paper, month, "grid", WEEK);
    let (first, last) = (month.first(), month.last());
    let mut week = vec![Cell::Empty; WEEK.len()];
    for day in first.series(jiff::ToSpan::day(1)).take_while(|day| *day <= last) {
        let column = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default();
        week[column] = Cell::from(told(snapshot, day, sittings));
        if column + 1 == WEEK.len() || day == last {
            table.push(std::mem::replace(&mut week, vec![Cell::Empty; WEEK.len()]));
        }
    }
    table
}

/// A day's number and its meetings.
fn told(snapshot: &Snapshot, day: Day, sittings: &[&Sitting]) -> String {
    let mut own: Vec<&&Sitting> = sittings.iter().filter(|sitting| sitting.day == Some(day)).collect();
    own.sort_by_key(|sitting| (sitting.hour, snapshot.book.unit(sitting.unit).code.clone()));
    let line = |sitting: &&&Sitting| {
        let hour = sitting.hour.map(|hour| format!("{} ", written_hour(hour))).unwrap_or_default();
        format!("{hour}{}, {}", sitting.name, snapshot.book.unit(sitting.unit).name)
    };
    let lines = own.iter().map(line).collect::<Vec<_>>().join("; ");
    if lines.is_empty() { day.day().to_string() } else { format!("{}: {lines}", day.day()) }
}

fn headed(snapshot: &Snapshot, paper: &Paper, month: Month, name: &str, columns: &[(&'static str, u16)]) -> Table {
    let mut table = paper.table(name, snapshot.policy(), columns);
    table.heading.title = say!(paper.words, "title-calendar");
    table.heading.subtitle = vec![say!(paper.words, "month", month = written::month(month, paper.lang()))];
    table
}
