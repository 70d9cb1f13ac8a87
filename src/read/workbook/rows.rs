//! Cells, as they come out of a file, to rows: what only has a format costs nothing, and no sheet fills the memory.

use csv::StringRecord;

use super::super::line::{BadLine, Line, MOST_CELL_BYTES, MOST_COLUMNS, Mark, Spoilt, Was};
use super::fault::Fault;

/// The most rows of a sheet.
pub const MOST_ROWS: u32 = 1 << 20;
/// The most columns of a sheet, which is more than a list may have.
pub const MOST_PLACES: u32 = 1 << 14;
/// The most bytes that the rows of a sheet may take. 200,000 rows of 12 columns take about 100 MiB.
const MOST_BYTES: usize = 160 << 20;
/// What a row and a cell take besides their text.
const ROW_BYTES: usize = 256;
const CELL_BYTES: usize = size_of::<usize>();

/// The rows of a sheet so far, and the row that is being put together.
#[derive(Debug, Default)]
pub struct Rows {
    lines: Vec<Line>,
    bytes: usize,
    row: Row,
}

/// A row that is being put together.
#[derive(Debug, Default)]
struct Row {
    /// Its number, from 0.
    number: u32,
    text: String,
    /// Where the text of each cell begins and ends.
    cells: Vec<[usize; 2]>,
    marks: Vec<Mark>,
    why: Option<BadLine>,
}

impl Rows {
    /// Puts a text into a cell; row and column count from 0. Rows come in order, the cells of a row in any.
    ///
    /// # Errors
    /// When a row comes too late, or the rows take too much memory.
    pub fn put(&mut self, row: u32, column: u32, text: &str, was: Option<Was>) -> Result<(), Fault> {
        if text.is_empty() && was.is_none() {
            return Ok(());
        }
        if row != self.row.number {
            if row < self.row.number {
                return Err(Fault::Damaged);
            }
            self.end_row();
            self.row.number = row;
        }
        self.row.put(column, text, was);
        self.check()
    }

    /// All rows with anything in them.
    pub fn finish(mut self) -> Vec<Line> {
        self.end_row();
        self.lines
    }

    fn end_row(&mut self) {
        if !self.row.is_empty() {
            self.bytes += self.row.bytes();
            self.lines.push(self.row.line());
            self.row.clear();
        }
    }

    /// A row may be as large as all: its cells may come again and again.
    fn check(&self) -> Result<(), Fault> {
        if self.bytes + self.row.bytes() > MOST_BYTES { Err(Fault::TooLarge) } else { Ok(()) }
    }
}

impl Row {
    fn put(&mut self, column: u32, text: &str, was: Option<Was>) {
        let place = usize::try_from(column).unwrap_or(usize::MAX);
        let cell = u16::try_from(place).ok().filter(|_| place < MOST_COLUMNS);
        let Some(cell) = cell else {
            // A stray space far to the right is no reason to refuse a row.
            if was.is_some() || !text.trim().is_empty() {
                self.why.get_or_insert(BadLine::TooManyCells);
            }
            return;
        };
        let from = self.text.len();
        let fits = &text[..text.floor_char_boundary(MOST_CELL_BYTES)];
        if fits.len() < text.len() {
            self.why.get_or_insert(BadLine::CellTooLong(place));
        }
        if fits.as_bytes().contains(&0) {
            self.why.get_or_insert(BadLine::Nul(place));
            self.text.push_str(&fits.replace('\0', "\u{FFFD}"));
        } else {
            self.text.push_str(fits);
        }
        if self.cells.len() <= place {
            self.cells.resize(place + 1, [0, 0]);
        }
        self.cells[place] = [from, self.text.len()];
        self.marks.extend(was.map(|was| Mark { cell, was }));
    }

    fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.why.is_none()
    }

    /// What the row will take as a line.
    fn bytes(&self) -> usize {
        ROW_BYTES + self.text.len() + CELL_BYTES * self.cells.len() + size_of::<Mark>() * self.marks.len()
    }

    fn line(&self) -> Line {
        let mut cells = StringRecord::with_capacity(self.text.len(), self.cells.len());
        for [from, to] in &self.cells {
            cells.push_field(&self.text[*from..*to]);
        }
        let cells = match self.why {
            Some(why) => Err(Spoilt { why, cells }),
            None => Ok(cells),
        };
        Line { at: self.number + 1, cells, marks: self.marks.clone() }
    }

    fn clear(&mut self) {
        self.text.clear();
        self.cells.clear();
        self.marks.clear();
        self.why = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(line: &Line) -> Vec<&str> {
        line.cells.as_ref().map(|cells| cells.iter().collect()).unwrap_or_else(|bad| vec![bad.why.check()])
    }

    #[test]
    fn rows_keep_their_numbers_and_cells_their_places() {
        let mut rows = Rows::default();
        rows.put(0, 2, "c", None).expect("room");
        rows.put(0, 0, "a", Some(Was::Number)).expect("room");
        rows.put(1, 5, "", None).expect("room");
        rows.put(4, 1, "", Some(Was::Uncalculated)).expect("room");
        let lines = rows.finish();
        assert_eq!(lines.iter().map(|line| line.at).collect::<Vec<_>>(), [1, 5]);
        assert_eq!((cells(&lines[0]), cells(&lines[1])), (vec!["a", "", "c"], vec!["", ""]));
        assert_eq!(lines[0].marks, [Mark { cell: 0, was: Was::Number }]);
        assert_eq!(lines[1].marks, [Mark { cell: 1, was: Was::Uncalculated }]);
    }

    #[test]
    fn what_a_list_cannot_hold_spoils_its_row_only() {
        let mut rows = Rows::default();
        rows.put(0, 16_383, " ", None).expect("room");
        rows.put(1, 256, "x", None).expect("room");
        rows.put(2, 0, &"ệ".repeat(MOST_CELL_BYTES), None).expect("room");
        rows.put(3, 0, "a\0b", None).expect("room");
        rows.put(4, 255, "x", None).expect("room");
        let lines = rows.finish();
        let read: Vec<_> = lines.iter().map(|line| (line.at, cells(line)[0])).collect();
        assert_eq!(read, [(2, "row-too-wide"), (3, "cell-too-long"), (4, "text-with-nul"), (5, "")]);
    }

    #[test]
    fn a_row_that_comes_late_is_damage() {
        let mut rows = Rows::default();
        rows.put(3, 0, "x", None).expect("room");
        assert_eq!(rows.put(2, 0, "y", None), Err(Fault::Damaged));
    }
}
