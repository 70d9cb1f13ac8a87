//! An office's table row by row: what is data, what is a heading of a group, a sum, a remark or a signature.

use csv::StringRecord;

use super::csv::lines;
use super::header::Header;
use super::kind::Shape;
use super::line::Line;
use super::looked::{Body, Look};
use super::side::{Depth, Side, side};
use crate::model::Text;
use crate::model::finding::{Finding, Severity};
use crate::model::list::Column;
use crate::model::rows::Source;
use crate::text::levels::LevelNames;

/// The most rows that are named one by one among those passed over.
const MOST_NAMED: usize = 5;

/// What a row is.
#[derive(Debug)]
pub enum Place {
    /// Nothing at all.
    Empty,
    /// No data.
    Side,
    /// Too little to be data: a signature, if no data follows.
    Waiting,
    /// Data, after the rows that waited for it.
    Data(Vec<Line>, Line),
}

/// A table under way.
#[derive(Debug)]
pub struct Layout {
    /// Whether rows that are no data are expected at all; in plain lists every row is data.
    is_table: bool,
    groups: Vec<(Depth, Text)>,
    names: Vec<Text>,
    waiting: Vec<Line>,
    passed: Vec<(u32, String)>,
    sums: usize,
}

impl Layout {
    /// Begins below the header.
    pub fn of(shape: &Shape) -> Self {
        let is_table = shape.is_table();
        Layout { is_table, groups: Vec::new(), names: Vec::new(), waiting: Vec::new(), passed: Vec::new(), sums: 0 }
    }

    /// Names of the units that the groups around the next row name, the innermost first.
    pub fn groups(&self) -> &[Text] {
        &self.names
    }

    /// What a line is; in a plain list data, unless it is empty.
    pub fn place(&mut self, line: Line, header: &Header, levels: &LevelNames) -> Place {
        let Ok(cells) = &line.cells else { return self.data(line) };
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return Place::Empty;
        }
        if !self.is_table {
            return self.data(line);
        }
        match side(cells, header, levels) {
            Some(found) => {
                self.pass(line.at, cells, found);
                Place::Side
            }
            None if is_thin(cells, header) => {
                self.waiting.push(line);
                Place::Waiting
            }
            None => self.data(line),
        }
    }

    fn data(&mut self, line: Line) -> Place {
        Place::Data(std::mem::take(&mut self.waiting), line)
    }

    fn pass(&mut self, at: u32, cells: &StringRecord, side: Side) {
        match side {
            Side::Unit(name, depth) => {
                self.groups.retain(|(outer, _)| *outer < depth);
                self.groups.push((depth, name.into()));
                self.names = self.groups.iter().rev().map(|(_, name)| name.clone()).collect();
            }
            Side::Total => self.sums += 1,
            Side::Nothing => {}
            Side::Group => self.passed.push((at, text_of(cells))),
        }
    }

    /// Says what was passed over, and why: rows above the header, headings, sums, and what waited at the end.
    pub fn skipped(&self, source: &Source, shape: &Shape) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut say = |check, count: usize| {
            if count > 0 {
                findings
                    .push(Finding::new(check, Severity::Info).arg("count", count).place(source.row(shape.header_row)));
            }
        };
        say("rows-above-header", shape.above);
        say("rows-of-sums", self.sums);
        let below: Vec<(u32, String)> = self.waiting.iter().map(|line| (line.at, written(line))).collect();
        for (check, rows) in [("rows-of-groups", &self.passed), ("rows-below-list", &below)] {
            if let Some((first, _)) = rows.first() {
                let texts: Vec<&str> = rows.iter().take(MOST_NAMED).map(|(_, text)| text.as_str()).collect();
                let finding = Finding::new(check, Severity::Info).value(&texts.join(" | ")).arg("count", rows.len());
                findings.push(finding.place(source.row(*first)));
            }
        }
        findings
    }
}

/// The columns that the groups of a list stand in for, where it has no column for its units.
pub fn names_of_groups(look: &Look, levels: &LevelNames) -> &'static [Column] {
    let header = &look.shape.header;
    let missing = header.missing(look.shape.kind, &[]);
    if ![Column::UnitCode, Column::HomeUnitCode].iter().any(|column| missing.contains(column)) {
        return &[];
    }
    let is_unit = |line: &Line| {
        let cells = line.cells.as_ref().ok();
        cells.is_some_and(|cells| matches!(side(cells, header, levels), Some(Side::Unit(..))))
    };
    let has_units = match &look.body {
        Body::Text { text, delimiter, .. } => lines(text, *delimiter).any(|line| is_unit(&line)),
        Body::Sheet(grid) => grid.lines.iter().any(is_unit),
    };
    if has_units { &[Column::UnitCode, Column::HomeUnitCode, Column::UnitName] } else { &[] }
}

/// Whether a row says too little to be data: no running number where the table has them, and at most two cells.
fn is_thin(cells: &StringRecord, header: &Header) -> bool {
    let has_number = header.number.and_then(|at| cells.get(at)).is_some_and(|number| !number.trim().is_empty());
    let mut filled = cells.iter().filter(|cell| !cell.trim().is_empty());
    !has_number && header.known() > 2 && filled.nth(2).is_none()
}

fn written(line: &Line) -> String {
    line.cells.as_ref().map(text_of).unwrap_or_default()
}

fn text_of(cells: &StringRecord) -> String {
    let filled: Vec<&str> = cells.iter().map(str::trim).filter(|cell| !cell.is_empty()).collect();
    filled.join(" ")
}
