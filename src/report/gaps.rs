//! Gaps: seats that nobody covers on the day, how long already, and which of them are accepted.

use super::paper::Paper;
use super::table::{Cell, RowKind, Table};
use crate::model::coverage::Coverage;
use crate::model::day::days_between;
use crate::model::gap::{Opening, Openings};
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;

const COLUMNS: &[(&str, u16)] = &[
    ("unit_code", 14),
    ("unit_name", 22),
    ("parent_path", 40),
    ("duty", 18),
    ("duty_name", 28),
    ("seats", 8),
    ("held", 8),
    ("empty", 8),
    ("since", 12),
    ("days", 8),
    ("last_cadre_code", 12),
    ("last_holder", 24),
    ("accepted_until", 16),
    ("reason", 26),
];

/// One row per (unit, duty) with a gap.
pub fn gaps(snapshot: &Snapshot, paper: &Paper, coverage: &[Coverage], openings: &Openings) -> Table {
    let mut table = paper.table("gaps", snapshot.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "title-gaps");
    table.heading.subtitle = vec![say!(paper.words, "as-of", day = written::day(snapshot.day, paper.lang()))];
    table.signature = paper.signature(snapshot.day);
    let mut missing = 0;
    for found in coverage.iter().filter(|found| found.gap() > 0) {
        missing += found.gap();
        let opening = openings.get(&(found.unit, found.duty));
        let kind = if found.is_open() { RowKind::Gap } else { RowKind::Data };
        table.push_kind(kind, cells(snapshot, paper, found, opening));
    }
    table.push_line(RowKind::Total, say!(paper.words, "total-gaps", count = missing));
    table
}

fn cells(snapshot: &Snapshot, paper: &Paper, found: &Coverage, opening: Option<&Opening>) -> Vec<Cell> {
    let (unit, duty) = (snapshot.book.unit(found.unit), snapshot.policy().duty(found.duty));
    let above = snapshot.surroundings(found.unit);
    let vacancy = snapshot.vacancy(found.unit, found.duty).filter(|_| found.accepted);
    let left = opening.map(|opening| snapshot.book.cadre(opening.left));
    // Where nobody is known to have left, the seats have been empty as long as the unit is known to be there.
    let since = opening.map(|opening| opening.day).or(unit.period.from);
    vec![
        Cell::from(&unit.code),
        Cell::from(&unit.name),
        above.into(),
        Cell::from(duty.code.as_str()),
        Cell::from(duty.name.in_lang(paper.lang())),
        found.limits.min.into(),
        found.held().into(),
        found.gap().into(),
        since.into(),
        since.map(|since| days_between(since, snapshot.day) + 1).into(),
        left.map(|cadre| cadre.code.as_str()).into(),
        left.map(|cadre| cadre.full_name.as_str()).into(),
        vacancy.and_then(|vacancy| vacancy.until).into(),
        vacancy.map(|vacancy| vacancy.reason.as_str()).into(),
    ]
}
