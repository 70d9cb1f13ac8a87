//! Coverage by day: which seats lacked somebody on any day of the month, on how many, on which, and who left and came.

use super::paper::{Paper, person};
use super::table::{Cell, RowKind, Table};
use crate::model::coverage_days::{self, CoverageDays, Stretch};
use crate::model::day::Day;
use crate::model::id::{CadreId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;

const COLUMNS: &[(&str, u16)] = &[
    ("unit_code", 14),
    ("unit_name", 22),
    ("parent_path", 34),
    ("duty", 18),
    ("duty_name", 28),
    ("seats", 8),
    ("days_in_month", 9),
    ("days_covered", 9),
    ("days_uncovered", 9),
    ("days_accepted", 11),
    ("stretches", 16),
    ("left", 28),
    ("came", 28),
];

/// One row per (unit, duty) that lacked holders on any day from `from` to the snapshot's; those that still do on the
/// last day, and nobody accepted it, are marked. With `top`, only what is there.
pub fn coverage_days(snapshot: &Snapshot, paper: &Paper, from: Day, top: Option<UnitId>) -> Table {
    let mut table = paper.table("coverage", snapshot.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "title-coverage");
    let (first, last) = (written::day(from, paper.lang()), written::day(snapshot.day, paper.lang()));
    table.heading.subtitle = vec![say!(paper.words, "from-to", from = first, to = last)];
    table.signature = paper.signature(snapshot.day);
    let mut found = coverage_days::coverage_days(snapshot, from);
    found.retain(|found| snapshot.is_in(found.unit, top));
    for found in &found {
        let is_short = found.stretches.last().is_some_and(|stretch| stretch.to == snapshot.day);
        let is_open = is_short && snapshot.vacancy(found.unit, found.duty).is_none();
        table.push_kind(if is_open { RowKind::Gap } else { RowKind::Data }, cells(snapshot, paper, found));
    }
    let sum = |days: fn(&CoverageDays) -> u32| found.iter().map(|found| u64::from(days(found))).sum::<u64>();
    let (uncovered, accepted) = (sum(|found| found.uncovered), sum(|found| found.accepted));
    let total = say!(paper.words, "total-coverage", count = found.len(), days = uncovered, accepted = accepted);
    table.push_line(RowKind::Total, total);
    table
}

fn cells(snapshot: &Snapshot, paper: &Paper, found: &CoverageDays) -> Vec<Cell> {
    let (unit, duty) = (snapshot.book.unit(found.unit), snapshot.policy().duty(found.duty));
    let days = |stretch: &Stretch| written::days(stretch.from, stretch.to, paper.lang());
    let stretches: Vec<String> = found.stretches.iter().map(days).collect();
    vec![
        Cell::from(&unit.code),
        Cell::from(&unit.name),
        snapshot.surroundings(found.unit).into(),
        Cell::from(duty.code.as_str()),
        Cell::from(duty.name.in_lang(paper.lang())),
        found.seats.into(),
        found.days.into(),
        found.covered().into(),
        found.uncovered.into(),
        found.accepted.into(),
        stretches.join("; ").into(),
        people(snapshot, found.stretches.iter().flat_map(|stretch| &stretch.left)).into(),
        people(snapshot, found.stretches.iter().flat_map(|stretch| &stretch.came)).into(),
    ]
}

/// People with their codes, each once.
fn people<'s>(snapshot: &Snapshot, cadres: impl Iterator<Item = &'s CadreId>) -> String {
    let mut seen: Vec<CadreId> = Vec::new();
    for cadre in cadres {
        if !seen.contains(cadre) {
            seen.push(*cadre);
        }
    }
    seen.into_iter().map(|cadre| person(snapshot.book.cadre(cadre))).collect::<Vec<_>>().join("; ")
}
