//! Gaps: seats that nobody covers on the day, how long already, and which of them are accepted.

use super::paper::Paper;
use super::table::{Cell, RowKind, Table};
use crate::model::coverage::{Coverage, empty_since};
use crate::model::day::days_between;
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
    ("gaps", 8),
    ("since", 12),
    ("days", 8),
    ("accepted_until", 12),
    ("reason", 26),
];

/// One row per (unit, duty) with a gap.
pub fn gaps(snapshot: &Snapshot, paper: &Paper, coverage: &[Coverage]) -> Table {
    let mut table = paper.table("gaps", snapshot.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "title-gaps");
    table.heading.subtitle = vec![say!(paper.words, "as-of", day = written::day(snapshot.day, paper.lang()))];
    let since = empty_since(snapshot, coverage);
    let mut gaps = 0;
    for found in coverage.iter().filter(|found| found.gap() > 0) {
        gaps += found.gap();
        let since = since.get(&(found.unit, found.duty)).copied();
        let kind = if found.accepted { RowKind::Data } else { RowKind::Gap };
        table.push_kind(kind, cells(snapshot, paper, found, since));
    }
    table.push_line(RowKind::Total, say!(paper.words, "total-gaps", count = gaps));
    table
}

fn cells(snapshot: &Snapshot, paper: &Paper, found: &Coverage, since: Option<crate::model::day::Day>) -> Vec<Cell> {
    let (unit, duty) = (snapshot.book.unit(found.unit), snapshot.policy().duty(found.duty));
    let above = unit.parent.map(|parent| snapshot.book.path(parent));
    let vacancy = snapshot.vacancy(found.unit, found.duty).filter(|_| found.accepted);
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
        vacancy.and_then(|vacancy| vacancy.until).into(),
        vacancy.map(|vacancy| vacancy.reason.as_str()).into(),
    ]
}
