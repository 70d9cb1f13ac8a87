//! The log of changes, as a table. The rows come as they are: this room knows no database.

use super::differences::Difference;
use super::paper::Paper;
use super::table::{Cell, Table};
use crate::model::day::Month;
use crate::model::policy::Policy;

/// A change, as the log has it.
pub struct Line {
    /// Its number.
    pub id: i64,
    /// When, in UTC.
    pub at: String,
    /// Which command.
    pub command: String,
    /// Who, on which machine.
    pub who: String,
    /// What it is about.
    pub about: String,
    /// The change that it takes back.
    pub undoes: Option<i64>,
    /// From which files.
    pub files: String,
    /// Rows added, changed, ended.
    pub rows: [i64; 3],
}

/// Names as one text.
pub fn names<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

/// A closed month.
pub struct Closed {
    /// The month.
    pub month: Month,
    /// Number of the change that closed it.
    pub change: i64,
    /// When, in UTC.
    pub at: String,
    /// Who, on which machine.
    pub who: String,
    /// How many of its rows are different now.
    pub adjusted: usize,
}

/// One row per closed month, as given.
pub fn closed(policy: &Policy, paper: &Paper, months: &[Closed]) -> Table {
    let columns = [("month", 10), ("change", 8), ("at", 20), ("who", 20), ("adjusted", 12)];
    let mut table = paper.table("closed", policy, &columns);
    for Closed { month, change, at, who, adjusted } in months {
        let month = Cell::from(month.to_string());
        table.push(vec![month, Cell::Number(*change), at.as_str().into(), who.as_str().into(), (*adjusted).into()]);
    }
    table
}

/// One row per row that a change touched, or per change where its rows are not kept.
pub fn history<'h>(
    policy: &Policy,
    paper: &Paper,
    changes: impl Iterator<Item = (&'h Line, &'h Vec<Difference>)>,
) -> Table {
    let columns = [
        ("change", 8),
        ("at", 20),
        ("command", 12),
        ("who", 20),
        ("files", 30),
        ("deed", 10),
        ("list", 14),
        ("subject", 50),
        ("cells", 50),
    ];
    let mut table = paper.table("history", policy, &columns);
    for (line, told) in changes {
        let own = || {
            let Line { id, at, command, who, files, .. } = line;
            let texts = [at, command, who, files].map(|text| Cell::from(text.as_str()));
            [Cell::Number(*id)].into_iter().chain(texts).collect::<Vec<_>>()
        };
        for Difference { deed, list, subject, cells, .. } in told {
            let texts = [deed.clone(), paper.list(*list), subject.clone(), cells.join("; ")];
            table.push(own().into_iter().chain(texts.map(Cell::from)).collect());
        }
        if told.is_empty() {
            table.push(own().into_iter().chain([const { Cell::Empty }; 4]).collect());
        }
    }
    table
}

/// One row per change, as given.
pub fn log(policy: &Policy, paper: &Paper, lines: &[Line]) -> Table {
    let columns = [
        ("change", 8),
        ("at", 20),
        ("command", 12),
        ("who", 20),
        ("about", 40),
        ("undoes", 8),
        ("files", 40),
        ("added", 10),
        ("changed", 10),
        ("ended", 10),
    ];
    let mut table = paper.table("log", policy, &columns);
    for line in lines {
        let mut cells = vec![
            Cell::Number(line.id),
            line.at.as_str().into(),
            line.command.as_str().into(),
            line.who.clone().into(),
            line.about.as_str().into(),
            line.undoes.map_or(Cell::Empty, Cell::Number),
            line.files.clone().into(),
        ];
        cells.extend(line.rows.map(Cell::Number));
        table.push(cells);
    }
    table
}
