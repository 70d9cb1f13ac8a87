//! The stamp that a workbook of ours carries in a hidden sheet.

use super::grid::Grid;
use crate::model::stamp::{SHEET, Stamp};

/// The stamp in a sheet; none where the sheet is another one, or holds no whole stamp.
pub fn stamp(grid: &Grid) -> Option<Stamp> {
    if &*grid.name != SHEET {
        return None;
    }
    let lines = grid.lines.iter().map(|line| line.cells.as_ref().ok().map(|cells| cells.iter().collect::<Vec<_>>()));
    Stamp::of_lines(lines.map(Option::unwrap_or_default))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::list::{Column, Kind};
    use crate::read::line::{BadLine, Line, Spoilt};

    fn grid(name: &str, rows: &[&[&str]]) -> Grid {
        let line = |(at, row): (u32, &&[&str])| Line { at, cells: Ok(row.to_vec().into()), marks: Vec::new() };
        Grid { name: name.into(), is_visible: false, lines: (1..).zip(rows).map(line).collect(), merged: Vec::new() }
    }

    const ROWS: &[&[&str]] = &[
        &["phancong", "1"],
        &["list", "cadres"],
        &["database", "18f-2a"],
        &["change", "12"],
        &["as_of", "2022-05-31"],
        &["columns", "code", "full_name"],
        &["row", "0000000100000002", "CB001"],
    ];

    #[test]
    fn the_hidden_sheet_is_a_stamp() {
        let read = stamp(&grid("_phancong", ROWS)).expect("a stamp");
        assert_eq!((read.kind, read.origin.change), (Kind::Cadres, 12));
        assert_eq!(read.columns, [Column::Code, Column::FullName]);
        assert_eq!((&*read.origin.database, &*read.rows[0].key[0]), ("18f-2a", "CB001"));
    }

    #[test]
    fn another_sheet_or_a_spoilt_one_is_none() {
        assert_eq!(stamp(&grid("Cán bộ", ROWS)), None);
        assert_eq!(stamp(&grid("_phancong", &[])), None);
        let mut spoilt = grid("_phancong", ROWS);
        let why = BadLine::CellTooLong(1);
        spoilt.lines[6].cells = Err(Spoilt { why, cells: Vec::<&str>::new().into() });
        assert_eq!(stamp(&spoilt), None);
    }
}
