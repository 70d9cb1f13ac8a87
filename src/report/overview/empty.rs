//! What is empty, the longest first: where, since when, who left, whether it is accepted.

use crate::model::coverage::Coverage;
use crate::model::gap::Openings;
use crate::model::snapshot::Snapshot;
use crate::report::gaps::Gaps;
use crate::report::paper::Paper;
use crate::report::table::{Cell, RowKind, Table};

use super::MOST_ROWS;
use super::numbers::Numbers;

/// Empty seats.
#[derive(Clone, Debug, Default)]
pub struct Empty {
    /// All of them, in numbers.
    pub numbers: Numbers,
    /// The longest open first, those that are accepted last; at most [`MOST_ROWS`].
    pub table: Table,
    /// How many rows stand in the file alone.
    pub left_out: usize,
}

/// The empty seats among some coverage.
pub fn empty(snapshot: &Snapshot, paper: &Paper, coverage: &[Coverage], openings: &Openings) -> Empty {
    let gaps = Gaps::of(snapshot, paper, coverage, openings);
    let mut table = gaps.into_table(snapshot.policy(), paper, snapshot.day);
    table.rows.retain(|row| row.kind != RowKind::Total);
    let days = table.columns.iter().position(|column| column.key == "days");
    let age = |cells: &[Cell]| match days.and_then(|days| cells.get(days)) {
        Some(Cell::Number(days)) => *days,
        _ => i64::MAX,
    };
    table.rows.sort_by_key(|row| (row.kind != RowKind::Gap, std::cmp::Reverse(age(&row.cells))));
    table.leave_out(&["unit_code", "duty", "seats", "held", "last_cadre_code"]);
    let left_out = table.rows.len().saturating_sub(MOST_ROWS);
    table.rows.truncate(MOST_ROWS);
    Empty { numbers: Numbers::of(coverage.iter()), table, left_out }
}
