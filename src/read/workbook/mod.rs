//! Workbooks (xlsx, xls, ods) to sheets of rows, in bounded memory: what they are is told by their content.
//!
//! The formats are read by calamine. It trusts the counts and repetitions of a file (2 KB can make it ask for 100 GB,
//! and a failed allocation cannot be caught), so every file is gone through before it sees one: see `parts`, `weight`
//! and `ods`. What it does not say of styles and merged cells is found beside it: the fonts and number formats of the
//! cells of an xls by `looks`, the merged cells of an ods by `spans`. Still not told: fonts and number formats in ods
//! (there "00123" that is a number is 123), and in all formats the fonts of pieces of a text. A sheet of xlsx with an
//! error that has none of the seven old names is refused as a whole.

mod fault;
mod font;
mod iso;
mod looks;
mod number;
mod ods;
mod package;
mod parts;
mod records;
mod rows;
mod scan;
mod sniff;
mod spans;
mod spread;
mod strings;
mod typed;
mod weight;
mod xls;
mod xlsx;
mod xml;

use std::sync::Arc;

use super::grid::{Grid, Merged};
use super::line::Line;
use crate::model::finding::Finding;
use crate::work::caught::caught;
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
        let (inside, sheets) = match sniff::kind(bytes)? {
            Kind::Xlsx(package) => Xlsx::open(&package).map(|(xlsx, sheets)| (Inside::Xlsx(xlsx), sheets))?,
            Kind::Ods(package) => Ods::open(&package).map(|(ods, sheets)| (Inside::Ods(ods), sheets))?,
            Kind::Xls(stream) => Xls::open(stream).map(|(xls, sheets)| (Inside::Xls(xls), sheets))?,
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
                Inside::Xlsx(xlsx) => xlsx.read(&sheet.name)?,
                Inside::Ods(ods) => ods.read(&sheet.name)?,
                Inside::Xls(xls) => xls.read(&sheet.name)?,
            };
            Ok(Grid { name: Arc::clone(&sheet.name), is_visible: sheet.is_visible, lines, merged })
        })
    }
}

/// Reads, and makes a finding of what goes wrong.
///
/// calamine indexes into a damaged file without looking how long it is, and panics; that must not end an import of
/// many files. What it holds after a panic is dropped or asked again, never half changed.
fn guarded<T>(read: impl FnOnce() -> Result<T, Fault>) -> Result<T, Box<Finding>> {
    caught(read).unwrap_or(Err(Fault::Damaged)).map_err(|fault| Box::new(fault.finding()))
}

/// The sheets with cells; charts, dialogues and macros have none.
fn sheets(all: &[calamine::Sheet]) -> Vec<Sheet> {
    let sheets = all.iter().filter(|sheet| sheet.typ == calamine::SheetType::WorkSheet);
    let is_visible = |sheet: &calamine::Sheet| sheet.visible == calamine::SheetVisible::Visible;
    sheets.map(|sheet| Sheet { name: Arc::from(&*sheet.name), is_visible: is_visible(sheet) }).collect()
}

/// An area as calamine has it; nothing when it is a single cell, or outside of any sheet.
fn merged(area: &calamine::Dimensions) -> Option<Merged> {
    let [(top, left), (bottom, right)] = [area.start, area.end];
    let is_area = area.start != area.end && top <= bottom && left <= right && bottom < rows::MOST_ROWS;
    let cell = |column| u16::try_from(column).ok();
    Some(Merged { rows: [top + 1, bottom + 1], cells: [cell(left)?, cell(right)?] }).filter(|_| is_area)
}
