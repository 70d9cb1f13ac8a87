//! Changes of the month: how many of each kind, and the first of them one by one.

use super::MOST_ROWS;
use crate::model::day::Period;
use crate::model::id::UnitId;
use crate::model::snapshot::Snapshot;
use crate::report::changes as report;
use crate::report::paper::Paper;
use crate::report::table::{Cell, Table};

/// Changes of a stretch of days.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// What happened, and how often; the most frequent first.
    pub counts: Vec<(String, usize)>,
    /// By day; at most [`MOST_ROWS`].
    pub table: Table,
    /// How many rows stand in the file alone.
    pub left_out: usize,
}

/// What changed on some days; with `top`, there.
pub fn changes(snapshot: &Snapshot, paper: &Paper, period: Period, top: Option<UnitId>) -> Changes {
    let mut table = report::changes(snapshot, paper, period, top);
    let event = table.columns.iter().position(|column| column.key == "event");
    let mut counts: Vec<(String, usize)> = Vec::new();
    for row in &table.rows {
        let Some(Cell::Text(name)) = event.and_then(|at| row.cells.get(at)) else { continue };
        match counts.iter_mut().find(|(counted, _)| *counted == **name) {
            Some((_, count)) => *count += 1,
            None => counts.push((name.to_string(), 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let left_out = table.rows.len().saturating_sub(MOST_ROWS);
    table.rows.truncate(MOST_ROWS);
    table.leave_out(&["duty", "unit_code", "cadre_code", "note"]);
    Changes { counts, table, left_out }
}
