//! Workbooks of Excel 5 to 2003 (xls), through calamine, after their records are weighed; styles come from `looks`.

use std::cell::RefCell;
use std::io::{Cursor, Write};

use calamine::Reader;
use cfb::{CompoundFile, Version};

use super::fault::Fault;
use super::looks::Looks;
use super::spread::lines;
use super::typed::Epoch;
use super::{Read, Sheet, merged, sheets, weight};

/// An opened xls.
pub struct Xls {
    book: RefCell<calamine::Xls<Cursor<Vec<u8>>>>,
    looks: Looks,
}

impl Xls {
    /// Reads all, from the stream of records alone.
    pub fn open(mut stream: Vec<u8>) -> Result<(Self, Vec<Sheet>), Fault> {
        weight::check(&mut stream)?;
        let looks = Looks::of(&stream);
        let book = calamine::Xls::new(Cursor::new(wrapped(&stream)?))?;
        let sheets = sheets(book.sheets_metadata());
        Ok((Xls { book: RefCell::new(book), looks }, sheets))
    }

    /// Gives a sheet.
    pub fn read(&self, name: &str) -> Result<Read, Fault> {
        let mut book = self.book.borrow_mut();
        let epoch = Epoch::of(book.has_1904_epoch());
        let (values, formulas) = (book.worksheet_range(name)?, book.worksheet_formula(name)?);
        let areas = book.merge_cells_by_sheet_name(name)?;
        // Of two sheets of one name calamine gives the last.
        let sheet = book.sheets_metadata().iter().rposition(|sheet| sheet.name == name);
        let look = |place| sheet.map(|sheet| self.looks.look(sheet, place)).unwrap_or_default();
        Ok((lines(&values, &formulas, epoch, look)?, areas.iter().filter_map(merged).collect()))
    }
}

/// The stream in a compound file of its own: calamine follows chains of sectors that run in a circle without end.
fn wrapped(stream: &[u8]) -> Result<Vec<u8>, Fault> {
    let file = CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new()));
    let mut file = file.map_err(|err| Fault::from(&err))?;
    let mut into = file.create_stream("Workbook").map_err(|err| Fault::from(&err))?;
    into.write_all(stream).and_then(|()| into.flush()).map_err(|err| Fault::from(&err))?;
    drop(into);
    Ok(file.into_inner().into_inner())
}
