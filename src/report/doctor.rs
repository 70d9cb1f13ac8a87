//! What is wrong with a database, and what was saved of one, as tables. The rows come as they are: this room knows no
//! database.

use super::paper::Paper;
use super::table::{Cell, Table};
use super::verdict::found;
use crate::model::finding::Finding;
use crate::model::policy::Policy;

/// One row per finding about the file itself.
pub fn ills(policy: &Policy, paper: &Paper, findings: &[Finding]) -> Table {
    let columns = [("severity", 10), ("check", 24), ("value", 30), ("message", 60), ("hint", 50)];
    let mut table = paper.table("ills", policy, &columns);
    for finding in findings {
        let found = found(policy, paper, finding);
        table.push(vec![
            found.severity.into(),
            found.check.into(),
            found.value.into(),
            found.message.into(),
            found.hint.into(),
        ]);
    }
    table
}

/// What was saved of one table.
pub struct Saved {
    /// Its name.
    pub table: &'static str,
    /// Rows that are in the new database.
    pub kept: i64,
    /// Rows that were read but not kept.
    pub left: i64,
    /// Whether others could not be read.
    pub has_lost: bool,
}

/// One row per table of the database.
pub fn saved(policy: &Policy, paper: &Paper, tables: &[Saved]) -> Table {
    let columns = [("table", 18), ("rows_kept", 12), ("rows_left", 12), ("unreadable", 12)];
    let mut table = paper.table("saved", policy, &columns);
    for Saved { table: name, kept, left, has_lost } in tables {
        let unreadable = if *has_lost { "x" } else { "" };
        table.push(vec![Cell::from(*name), Cell::Number(*kept), Cell::Number(*left), unreadable.into()]);
    }
    table
}
