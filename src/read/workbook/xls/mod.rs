//! Workbooks of Excel 5 to 2003 (xls): a stream of records, first the workbook's own, then each sheet's.

mod cells;
mod globals;
mod letters;
mod strings;

pub mod ole;
mod records;

use super::fault::Fault;
use super::{Read, Sheet};
use cells::Cells;
use globals::{Globals, globals};

/// An opened xls: its records, and what the workbook's own say.
pub struct Xls {
    stream: Vec<u8>,
    globals: Globals,
}

impl Xls {
    /// Reads all but the sheets.
    pub fn open(stream: Vec<u8>) -> Result<Self, Fault> {
        let globals = globals(&stream)?;
        Ok(Xls { stream, globals })
    }

    /// The sheets with cells.
    pub fn sheets(&self) -> Vec<Sheet> {
        self.globals.sheets.iter().map(|(sheet, _)| sheet.clone()).collect()
    }

    /// Reads a sheet.
    pub fn read(&self, index: usize) -> Result<Read, Fault> {
        let (_, at) = self.globals.sheets.get(index).ok_or(Fault::NoSheets)?;
        Cells::new(&self.globals).read(&self.stream, *at)
    }
}
