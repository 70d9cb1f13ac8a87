//! Workbooks of LibreOffice (ods), through calamine, after what they repeat is counted: it writes out every repetition.

use std::cell::RefCell;
use std::io::Cursor;
use std::ops::ControlFlow;

use calamine::Reader;
use quick_xml::events::{BytesStart, Event};

use super::fault::Fault;
use super::package::Package;
use super::rows::{MOST_PLACES, MOST_ROWS};
use super::spans::Spans;
use super::spread::lines;
use super::typed::{Epoch, Look};
use super::xml::count;
use super::{Read, Sheet, sheets};

/// The most bytes of a part when inflated.
const MOST_OF_PART: u64 = 256 << 20;
/// The most bytes that the sheets may take in calamine.
const MOST_LAID_OUT: u64 = 256 << 20;
/// What a cell takes there while its row is read, value and formula; and once more in the rectangle.
const CELL_BYTES: u64 = 48;
/// What a text takes besides its letters.
const TEXT_BYTES: u64 = 32;

/// An opened ods.
pub struct Ods<'b> {
    book: RefCell<Book<'b>>,
    spans: Spans,
}

type Book<'b> = calamine::Ods<Cursor<&'b [u8]>>;

impl<'b> Ods<'b> {
    /// Reads all.
    pub fn open(package: &Package<'b>) -> Result<(Self, Vec<Sheet>), Fault> {
        if is_encrypted(package)? {
            return Err(Fault::Encrypted);
        }
        let (mut layout, mut spans) = (Layout::default(), Spans::default());
        package.read("content.xml", MOST_OF_PART, |event| {
            layout.take(&event)?;
            spans.take(&event)?;
            Ok(ControlFlow::Continue(()))
        })?;
        let book = Book::new(Cursor::new(package.bytes))?;
        let sheets = sheets(book.sheets_metadata());
        Ok((Ods { book: RefCell::new(book), spans }, sheets))
    }

    /// Gives a sheet.
    pub fn read(&self, name: &str) -> Result<Read, Fault> {
        let mut book = self.book.borrow_mut();
        let (values, formulas) = (book.worksheet_range(name)?, book.worksheet_formula(name)?);
        // Of two sheets of one name calamine gives the last.
        let sheet = book.sheets_metadata().iter().rposition(|sheet| sheet.name == name);
        let areas = sheet.map_or(Vec::new(), |sheet| self.spans.of(sheet).to_vec());
        Ok((lines(&values, &formulas, Epoch::Since1900, |_| Look::default())?, areas))
    }
}

fn is_encrypted(package: &Package<'_>) -> Result<bool, Fault> {
    let mut is_encrypted = package.holds("encrypted-package");
    package.read("META-INF/manifest.xml", MOST_OF_PART, |event| {
        is_encrypted |= matches!(&event, Event::Start(tag) if tag.name().0 == "manifest:encryption-data");
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(is_encrypted)
}

/// How large calamine will make the sheets.
#[derive(Debug, Default)]
struct Layout {
    /// Of all rows so far, and of the sheet's rectangle.
    bytes: u64,
    rectangle: u64,
    /// Rows so far, and those from the first to the last with anything in them.
    rows: u64,
    filled: u64,
    empty: u64,
    width: u64,
    row: Row,
    cell: Option<Cell>,
}

/// The row that is read.
#[derive(Debug, Default)]
struct Row {
    times: u64,
    /// Cells up to the last with anything in it, and after that.
    filled: u64,
    empty: u64,
    text: u64,
}

/// The cell that is read.
#[derive(Debug, Default)]
struct Cell {
    times: u64,
    is_filled: bool,
    text: u64,
}

impl Layout {
    /// Takes the next event.
    fn take(&mut self, event: &Event<'_>) -> Result<(), Fault> {
        match event {
            Event::Start(tag) => match tag.name().0 {
                "table:table" => *self = Layout { bytes: self.bytes + self.rectangle, ..Layout::default() },
                "table:table-row" => self.row = Row { times: rows_of(tag)?, ..Row::default() },
                "table:table-cell" | "table:covered-table-cell" => self.cell = Some(cell(tag)?),
                "text:s" => self.text(count(tag, "text:c")?),
                _ => {}
            },
            Event::Text(text) => self.text(length(text)),
            Event::CData(text) => self.text(length(text)),
            Event::GeneralRef(text) => self.text(length(text)),
            Event::End(tag) => match tag.name().0 {
                "table:table-cell" | "table:covered-table-cell" => self.end_cell(),
                "table:table-row" => self.end_row()?,
                _ => {}
            },
            _ => {}
        }
        let laid_out = self.bytes.saturating_add(self.rectangle);
        let open = self.cell.as_ref().map_or(0, |cell| cell.text);
        if laid_out.saturating_add(open) > MOST_LAID_OUT { Err(Fault::TooLarge) } else { Ok(()) }
    }

    fn text(&mut self, letters: u64) {
        if let Some(cell) = &mut self.cell {
            cell.text = cell.text.saturating_add(letters);
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let times = cell.times.min(MOST_PLACES.into());
        if cell.is_filled {
            self.row.filled = (self.row.filled + self.row.empty + times).min(MOST_PLACES.into());
            self.row.empty = 0;
            self.row.text = self.row.text.saturating_add(cell.text.saturating_add(TEXT_BYTES).saturating_mul(times));
        } else {
            self.row.empty = (self.row.empty + times).min(MOST_PLACES.into());
        }
    }

    /// Empty rows count where others follow.
    fn end_row(&mut self) -> Result<(), Fault> {
        let row = std::mem::take(&mut self.row);
        self.rows = self.rows.saturating_add(row.times);
        if row.filled == 0 {
            self.empty = self.empty.saturating_add(row.times);
            return Ok(());
        }
        if self.rows > MOST_ROWS.into() {
            return Err(Fault::Damaged);
        }
        self.filled += row.times + if self.filled == 0 { 0 } else { self.empty };
        self.empty = 0;
        self.width = self.width.max(row.filled);
        self.rectangle = self.filled.saturating_mul(self.width).saturating_mul(CELL_BYTES);
        let texts = row.text.saturating_mul(row.times.saturating_add(1));
        self.bytes = self.bytes.saturating_add(row.filled * CELL_BYTES).saturating_add(texts);
        Ok(())
    }
}

fn rows_of(tag: &BytesStart<'_>) -> Result<u64, Fault> {
    count(tag, "table:number-rows-repeated")
}

/// A cell with an attribute of its value, or a formula, is one for calamine.
fn cell(tag: &BytesStart<'_>) -> Result<Cell, Fault> {
    let mut is_filled = false;
    for attribute in tag.attributes().with_checks(false) {
        let name = attribute?.key.0;
        is_filled |= name.starts_with("office:") || name.starts_with("calcext:") || name == "table:formula";
    }
    Ok(Cell { times: count(tag, "table:number-columns-repeated")?, is_filled, text: length(tag) })
}

fn length(text: &str) -> u64 {
    u64::try_from(text.len()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::xml;
    use super::*;

    fn laid_out(text: &str) -> Result<u64, Fault> {
        let mut layout = Layout::default();
        xml::read(text.as_bytes(), MOST_OF_PART, |event| {
            layout.take(&event)?;
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(layout.rectangle / CELL_BYTES)
    }

    #[test]
    fn only_what_lies_before_a_value_is_laid_out() {
        let row = |times: u32, cells: &str| {
            format!("<table:table-row table:number-rows-repeated='{times}'>{cells}</table:table-row>")
        };
        let empty = "<table:table-cell table:number-columns-repeated='16380'/>";
        let value = "<table:table-cell office:value='1'/>";
        for (rows, right) in [
            (row(1_048_576, empty), Ok(0)),
            (row(9, empty) + &row(2, value) + &row(3, empty), Ok(2)),
            (row(1, value) + &row(3, empty) + &row(1, &(value.repeat(3) + empty)), Ok(15)),
            (row(1, &(empty.to_owned() + value)), Ok(16_381)),
            (row(1_048_576, value) + &row(1, value), Err(Fault::Damaged)),
            (row(1_000_000, &value.repeat(9)), Err(Fault::TooLarge)),
            (row(1, &(empty.to_owned() + value)).repeat(300), Err(Fault::TooLarge)),
        ] {
            assert_eq!(laid_out(&format!("<table:table>{rows}</table:table>")), right, "{}", &rows[..60]);
        }
    }
}
