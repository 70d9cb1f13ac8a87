//! The log of changes, as a table. The rows come as they are: this room knows no database.

use super::paper::Paper;
use super::table::{Cell, Table};
use crate::model::policy::Policy;

/// A change, as the log has it.
pub struct Line<'l> {
    /// Its number.
    pub id: i64,
    /// When, in UTC.
    pub at: &'l str,
    /// Which command.
    pub command: &'l str,
    /// Who, on which machine.
    pub who: String,
    /// From which files.
    pub files: &'l str,
    /// Rows added, changed, ended.
    pub rows: [i64; 3],
}

/// One row per change, as given.
pub fn log(policy: &Policy, paper: &Paper, lines: &[Line]) -> Table {
    let columns = [
        ("change", 8),
        ("at", 20),
        ("command", 12),
        ("who", 20),
        ("files", 40),
        ("added", 10),
        ("changed", 10),
        ("ended", 10),
    ];
    let mut table = paper.table("log", policy, &columns);
    for line in lines {
        let mut cells = vec![
            Cell::Number(line.id),
            line.at.into(),
            line.command.into(),
            line.who.clone().into(),
            line.files.into(),
        ];
        cells.extend(line.rows.map(Cell::Number));
        table.push(cells);
    }
    table
}
