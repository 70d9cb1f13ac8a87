//! Summary: coverage in numbers, of the whole and of each unit that gets a roster of its own.

use std::collections::{BTreeMap, HashSet};

use super::paper::Paper;
use super::table::{Cell, Table};
use crate::model::coverage::{Coverage, DutyTotal};
use crate::model::id::{CadreId, DutyId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;

const COLUMNS: &[(&str, u16)] = &[
    ("area_code", 12),
    ("area_name", 26),
    ("duty", 18),
    ("duty_name", 40),
    ("cadres", 9),
    ("units", 9),
    ("seats", 9),
    ("filled", 9),
    ("gaps", 9),
    ("accepted", 12),
];

/// Numbers of one duty in one area.
#[derive(Default)]
struct Numbers {
    units: u32,
    seats: u64,
    gaps: u64,
    accepted: u64,
    cadres: HashSet<CadreId>,
}

/// First one row per duty for the whole, then one per (area, duty).
pub fn summary(snapshot: &Snapshot, paper: &Paper, coverage: &[Coverage], totals: &[DutyTotal]) -> Table {
    let mut table = paper.table("summary", snapshot.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "title-summary");
    table.heading.subtitle = vec![say!(paper.words, "as-of", day = written::day(snapshot.day, paper.lang()))];
    for total in totals {
        let numbers = [total.cadres.into(), total.units.into(), total.seats, total.filled, total.gaps, total.accepted];
        table.push(row(snapshot, paper, None, total.duty, numbers));
    }
    for ((area, duty), found) in by_area(snapshot, coverage) {
        let numbers = [
            found.cadres.len() as u64,
            found.units.into(),
            found.seats,
            found.seats - found.gaps,
            found.gaps,
            found.accepted,
        ];
        table.push(row(snapshot, paper, Some(area), duty, numbers));
    }
    table
}

fn by_area(snapshot: &Snapshot, coverage: &[Coverage]) -> BTreeMap<(UnitId, DutyId), Numbers> {
    let mut areas: BTreeMap<(UnitId, DutyId), Numbers> = BTreeMap::new();
    let Some(level) = snapshot.policy().roster_level() else { return areas };
    for found in coverage {
        let Some(area) = snapshot.book.ancestor(found.unit, level) else { continue };
        let numbers = areas.entry((area, found.duty)).or_default();
        numbers.units += 1;
        numbers.seats += u64::from(found.limits.min);
        numbers.gaps += u64::from(found.gap());
        numbers.accepted += u64::from(found.accepted_gap());
        numbers.cadres.extend(found.holders.iter().map(|id| snapshot.book.assignment(*id).cadre));
    }
    areas
}

fn row(snapshot: &Snapshot, paper: &Paper, area: Option<UnitId>, duty: DutyId, numbers: [u64; 6]) -> Vec<Cell> {
    let duty = snapshot.policy().duty(duty);
    let area = area.map(|area| snapshot.book.unit(area));
    let whole = say!(paper.words, "whole-office");
    let mut cells = vec![
        area.map(|area| area.code.as_str()).into(),
        Cell::from(area.map_or(whole.as_str(), |area| area.name.as_str())),
        Cell::from(duty.code.as_str()),
        Cell::from(duty.name.in_lang(paper.lang())),
    ];
    cells.extend(numbers.map(Cell::from));
    cells
}
