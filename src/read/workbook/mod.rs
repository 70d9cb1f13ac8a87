//! Workbooks (xlsx, xls, ods) to sheets of rows, in bounded memory: what they are is told by their content.
//!
//! The formats are read here and not by calamine, which the tests hold beside it: calamine trusts counts and
//! repetitions of a file when it opens it (2 KB make it ask for 100 GB, and a failed allocation cannot be caught),
//! and it hands out neither the fonts and formats of xls nor the merged cells of ods.

mod fault;
mod font;
mod format;
mod iso;
mod number;
mod ods;
mod package;
mod position;
mod rows;
mod sniff;
mod text;
mod typed;
mod xls;
mod xlsx;
mod xml;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use super::grid::{Grid, Merged};
use super::line::Line;
use crate::model::finding::Finding;
use fault::Fault;
use ods::Ods;
use sniff::Kind;
use xls::Xls;
use xlsx::Xlsx;

pub use sniff::is_workbook;

/// The largest workbook that is read, in bytes. An xlsx of 200,000 rows has about 20 MB.
pub const MOST_BYTES: usize = 128 << 20;

/// An opened workbook; its sheets are read one by one.
pub struct Workbook<'b> {
    sheets: Vec<Sheet>,
    inside: Inside<'b>,
}

/// A sheet of a workbook, not read yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: Arc<str>,
    /// Whether a clerk sees it.
    pub is_visible: bool,
}

enum Inside<'b> {
    Xlsx(Xlsx<'b>),
    Xls(Xls),
    Ods(Ods<'b>),
}

/// What a reader of a format makes of a sheet.
type Read = (Vec<Line>, Vec<Merged>);

/// Opens a workbook: what it is, and which sheets it has.
///
/// # Errors
/// With a finding when it is no workbook, or one that is not read: encrypted, damaged, too large, hostile, or of
/// another format. The finding has no place; the caller knows the file's name.
pub fn open(bytes: &[u8]) -> Result<Workbook<'_>, Box<Finding>> {
    guarded(|| {
        if bytes.len() > MOST_BYTES {
            return Err(Fault::TooLarge);
        }
        let inside = match sniff::kind(bytes)? {
            Kind::Xlsx(package) => Inside::Xlsx(Xlsx::open(package)?),
            Kind::Ods(package) => Inside::Ods(Ods::open(package)?),
            Kind::Xls(stream) => Inside::Xls(Xls::open(stream)?),
        };
        let sheets = match &inside {
            Inside::Xlsx(xlsx) => xlsx.sheets(),
            Inside::Ods(ods) => ods.sheets(),
            Inside::Xls(xls) => xls.sheets(),
        };
        if sheets.is_empty() { Err(Fault::NoSheets) } else { Ok(Workbook { sheets, inside }) }
    })
}

impl Workbook<'_> {
    /// Its sheets with cells, in the order of their tabs.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// Reads the sheet at the position `index` in [`Self::sheets`].
    ///
    /// # Errors
    /// With a finding when the sheet is damaged or too large, or when there is none at this position.
    pub fn grid(&self, index: usize) -> Result<Grid, Box<Finding>> {
        guarded(|| {
            let sheet = self.sheets.get(index).ok_or(Fault::NoSheets)?;
            let (lines, merged) = match &self.inside {
                Inside::Xlsx(xlsx) => xlsx.read(index)?,
                Inside::Ods(ods) => ods.read(index)?,
                Inside::Xls(xls) => xls.read(index)?,
            };
            Ok(Grid { name: Arc::clone(&sheet.name), is_visible: sheet.is_visible, lines, merged })
        })
    }
}

/// Reads, and makes a finding of what goes wrong. A panic in the libraries that inflate and take apart a hostile
/// file must not end an import of many files; none is known.
fn guarded<T>(read: impl FnOnce() -> Result<T, Fault>) -> Result<T, Box<Finding>> {
    let read = catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Fault::Damaged));
    read.map_err(|fault| Box::new(fault.finding()))
}
