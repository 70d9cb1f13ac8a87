//! Workbooks of Excel since 2007 (xlsx, xlsm), through calamine's reader of cells, which never lays out a whole sheet.

use std::cell::RefCell;
use std::io::Cursor;

use calamine::{DataRef, Reader, Style};

use super::super::line::OldFont;
use super::fault::Fault;
use super::package::Package;
use super::parts::{Seen, preflight};
use super::rows::{MOST_PLACES, MOST_ROWS, Rows};
use super::typed::{Epoch, Look, said, zeros};
use super::{Read, Sheet, merged, sheets};

/// An opened xlsx. Its sheets are read by going on in the archive, hence the cell.
pub struct Xlsx<'b> {
    book: RefCell<Book<'b>>,
    seen: Seen,
}

type Book<'b> = calamine::Xlsx<Cursor<&'b [u8]>>;
/// Row and column of a cell, both from 0.
type Place = (u32, u32);

impl<'b> Xlsx<'b> {
    /// Reads all but the sheets.
    pub fn open(package: &Package<'b>) -> Result<(Self, Vec<Sheet>), Fault> {
        let seen = preflight(package)?;
        let book = Book::new(Cursor::new(package.bytes))?;
        let sheets = sheets(book.sheets_metadata());
        Ok((Xlsx { book: RefCell::new(book), seen }, sheets))
    }

    /// Reads a sheet.
    pub fn read(&self, name: &str) -> Result<Read, Fault> {
        let book = &mut *self.book.borrow_mut();
        let areas = if self.seen.merged { book.merge_cells_by_sheet_name(name)? } else { Vec::new() };
        let never = if self.seen.formulas { uncalculated(book, name)? } else { Vec::new() };
        let mut never = never.into_iter().peekable();
        let epoch = Epoch::of(book.has_1904_epoch());
        let mut cells = book.worksheet_cells_reader(name)?;
        let looks: Vec<Look> = cells.styles().iter().map(look).collect();
        let (mut rows, mut written) = (Rows::default(), String::new());
        while let Some((cell, style)) = cells.next_cell_with_style_id()? {
            let (row, column) = cell.get_position();
            if row >= MOST_ROWS || column >= MOST_PLACES {
                return Err(Fault::Damaged);
            }
            let is_calculated = never.next_if_eq(&(row, column)).is_none();
            let look = looks.get(style).copied().unwrap_or_default();
            let (text, was) = said(cell.get_value(), is_calculated, look, epoch, &mut written);
            rows.put(row, column, text, was)?;
        }
        Ok((rows.finish(), areas.iter().filter_map(merged).collect()))
    }
}

/// The cells with a formula and no value, in the order of the file.
fn uncalculated(book: &mut Book<'_>, name: &str) -> Result<Vec<Place>, Fault> {
    let (mut cells, mut places) = (book.worksheet_cells_reader(name)?, Vec::new());
    while let Some(cell) = cells.next_cell_with_formula_metadata()? {
        places.extend((cell.formula.is_some() && cell.value == DataRef::Empty).then_some(cell.pos));
    }
    Ok(places)
}

fn look(style: &Style) -> Look {
    let format = style.number_format.as_ref();
    Look {
        zeros: format.and_then(|format| zeros(&format.format_code)),
        font: style.font.as_ref().and_then(|own| OldFont::named(own.name.as_ref()?)),
    }
}
