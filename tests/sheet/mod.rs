//! What is read out of a sheet, in a form that a test can write down.

use phancong::read::grid::Grid;
use phancong::read::line::{Line, Was};
use phancong::read::workbook::open;

/// A row: its number in Excel, its cells (or the id of what is wrong), and what its cells were.
pub type Row = (u32, Vec<String>, Vec<(u16, Was)>);

/// The rows of a workbook's first sheet; the id of what is wrong where it cannot be read.
pub fn rows(bytes: &[u8]) -> Result<Vec<Row>, &'static str> {
    grid(bytes).map(|grid| grid.lines.iter().map(row).collect())
}

/// A workbook's first sheet; the id of what is wrong where it cannot be read.
pub fn grid(bytes: &[u8]) -> Result<Grid, &'static str> {
    open(bytes).and_then(|workbook| workbook.grid(0)).map_err(|finding| finding.check)
}

fn row(line: &Line) -> Row {
    let cells = match &line.cells {
        Ok(cells) => cells.iter().map(str::to_owned).collect(),
        Err(spoilt) => vec![spoilt.why.check().to_owned()],
    };
    (line.at, cells, line.marks.iter().map(|mark| (mark.cell, mark.was)).collect())
}
