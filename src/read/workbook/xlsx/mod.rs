//! Workbooks of Excel since 2007 (xlsx, xlsm): which parts hold what.

mod cells;
mod directory;
mod strings;
mod styles;

use std::ops::ControlFlow;

use super::Read;
use super::fault::Fault;
use super::package::Package;
use super::typed::Epoch;
use super::{Sheet, position};
use cells::Cells;
use directory::{Directory, directory, main_part};
use strings::Strings;
use styles::Styles;

/// An opened xlsx.
pub struct Xlsx<'b> {
    package: Package<'b>,
    directory: Directory,
    shared: Shared,
}

/// What the cells of all sheets refer to.
#[derive(Default)]
struct Shared {
    strings: Strings,
    styles: Styles,
    epoch: Epoch,
}

impl<'b> Xlsx<'b> {
    /// Reads all but the sheets.
    pub fn open(package: Package<'b>) -> Result<Self, Fault> {
        let directory = directory(&package, &main_part(&package)?)?;
        let mut shared = Shared { epoch: directory.epoch, ..Shared::default() };
        if let Some(part) = &directory.styles {
            package.read(part, |event| shared.styles.take(&event))?;
        }
        if let Some(part) = &directory.strings {
            package.read(part, |event| shared.strings.take(&event))?;
        }
        Ok(Xlsx { package, directory, shared })
    }

    /// The sheets with cells.
    pub fn sheets(&self) -> Vec<Sheet> {
        self.directory.sheets.iter().map(|(sheet, _)| sheet.clone()).collect()
    }

    /// Reads a sheet.
    pub fn read(&self, index: usize) -> Result<Read, Fault> {
        let (_, part) = self.directory.sheets.get(index).ok_or(Fault::NoSheets)?;
        let mut cells = Cells::new(&self.shared);
        let is_there = self.package.read(part, |event| {
            cells.take(&event)?;
            Ok(ControlFlow::Continue(()))
        })?;
        if is_there { cells.finish() } else { Err(Fault::Damaged) }
    }
}
