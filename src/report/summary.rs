//! Summary: coverage in numbers, of the whole and of each unit that gets a roster of its own, beside the month before.

use super::paper::Paper;
use super::table::{Cell, Table};
use crate::model::comparison::{Compared, Comparison};
use crate::model::day::Day;
use crate::model::id::{DutyId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;

const COLUMNS: &[(&str, u16)] = &[
    ("area_code", 12),
    ("area_name", 22),
    ("duty", 18),
    ("duty_name", 34),
    ("cadres", 9),
    ("units", 9),
    ("seats", 9),
    ("filled", 9),
    ("gaps", 9),
    ("accepted", 11),
    ("cadres_before", 9),
    ("cadres_difference", 9),
    ("seats_before", 9),
    ("seats_difference", 9),
    ("filled_before", 9),
    ("filled_difference", 9),
    ("gaps_before", 9),
    ("gaps_difference", 9),
    ("assignments_begun", 9),
    ("assignments_ended", 9),
];

/// First one row per duty for the whole, then one per (area, duty); each beside the day `before`.
pub fn summary(snapshot: &Snapshot, paper: &Paper, before: Day, comparison: &Comparison) -> Table {
    let mut table = paper.table("summary", snapshot.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "title-summary");
    table.heading.subtitle = vec![
        say!(paper.words, "as-of", day = written::day(snapshot.day, paper.lang())),
        say!(paper.words, "compared-with", day = written::day(before, paper.lang())),
    ];
    for ((area, duty), compared) in comparison {
        table.push(row(snapshot, paper, *area, *duty, compared));
    }
    table
}

fn row(snapshot: &Snapshot, paper: &Paper, area: Option<UnitId>, duty: DutyId, compared: &Compared) -> Vec<Cell> {
    let duty = snapshot.policy().duty(duty);
    let area = area.map(|area| snapshot.book.unit(area));
    let whole = say!(paper.words, "whole-office");
    let (now, before) = (compared.now, compared.before);
    let mut cells = vec![
        area.map(|area| area.code.as_str()).into(),
        Cell::from(area.map_or(whole.as_str(), |area| area.name.as_str())),
        Cell::from(duty.code.as_str()),
        Cell::from(duty.name.in_lang(paper.lang())),
    ];
    cells.extend([now.cadres, now.units, now.seats, now.filled(), now.gaps, now.accepted].map(Cell::from));
    for (now, before) in [
        (now.cadres, before.cadres),
        (now.seats, before.seats),
        (now.filled(), before.filled()),
        (now.gaps, before.gaps),
    ] {
        cells.extend([before.into(), difference(now, before).into()]);
    }
    cells.extend([compared.begun, compared.ended].map(Cell::from));
    cells
}

/// How much a number has grown.
pub fn difference(now: u64, before: u64) -> i64 {
    now.cast_signed() - before.cast_signed()
}
