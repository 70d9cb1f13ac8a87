//! What the records of an xls will take in calamine, which believes what they say; those no list needs are struck out.

use super::fault::Fault;
use super::records::{Record, kind};
use super::strings::lengths;

/// The most bytes that the sheets may take.
const MOST_LAID_OUT: u64 = 160 << 20;
/// What a record takes, a cell, a place in the rectangle of cells that calamine lays out, and a formula; formulas have a
/// rectangle of their own.
const RECORD_BYTES: u64 = 4;
const CELL_BYTES: u64 = 48;
const PLACE_BYTES: u64 = 24;
const FORMULA_BYTES: u64 = 256;

/// Weighs the records, and strikes out the names, the formulas' own text and the sizes, which calamine takes on trust.
///
/// # Errors
/// When they are too heavy, damaged or encrypted.
pub fn check(stream: &mut [u8]) -> Result<(), Fault> {
    struck(stream)?;
    // Sheets that lie across one another could turn what is struck out of one into something else in the other.
    if struck(stream)? { Err(Fault::Hostile) } else { Ok(()) }
}

/// Goes through the whole once; says whether anything was struck out.
fn struck(stream: &mut [u8]) -> Result<bool, Fault> {
    let (mut at, mut is_struck, mut sheets, mut pieces) = (0, false, Vec::new(), Vec::new());
    let mut is_strings = false;
    while let Some(record) = Record::at(stream, at) {
        is_strings = record.kind == kind::STRINGS || is_strings && record.kind == kind::CONTINUE;
        match record.kind {
            kind::END => break,
            kind::PASSWORD => return Err(Fault::Encrypted),
            kind::NAME | kind::EXTERNAL => is_struck |= record.strike(stream),
            kind::SHEET => sheets.push(usize::try_from(record.u32(stream, 0)?).map_err(|_| Fault::Damaged)?),
            kind::STRINGS if !pieces.is_empty() => return Err(Fault::Damaged),
            _ if is_strings => pieces.push(record.body),
            _ => {}
        }
        at = record.next();
    }
    let strings = lengths(&pieces.iter().map(|[from, to]| &stream[*from..*to]).collect::<Vec<_>>())?;
    let mut weight = 0;
    for at in sheets {
        is_struck |=
            Weigher { strings: &strings, weight: &mut weight, area: None, formula: [0; 2], has_formula: false }
                .sheet(stream, at)?;
    }
    Ok(is_struck)
}

/// Weighs a sheet.
struct Weigher<'w> {
    strings: &'w [u64],
    weight: &'w mut u64,
    /// First and last row and column of the cells.
    area: Option<[[u16; 2]; 2]>,
    /// Row and column of the last formula.
    formula: [u16; 2],
    has_formula: bool,
}

impl Weigher<'_> {
    fn sheet(mut self, stream: &mut [u8], mut at: usize) -> Result<bool, Fault> {
        let (mut depth, mut is_struck) = (0u32, false);
        while let Some(record) = Record::at(stream, at) {
            self.add(RECORD_BYTES)?;
            match record.kind {
                kind::BEGIN => depth += 1,
                kind::END if depth <= 1 => break,
                kind::END => depth -= 1,
                // What lies deeper is a chart.
                _ if depth > 1 => {}
                kind::SIZE => is_struck |= record.strike(stream),
                kind::FORMULA => is_struck |= self.formula(stream, record)?,
                _ => self.record(stream, record)?,
            }
            at = record.next();
        }
        let Some([rows, columns]) = self.area else { return Ok(is_struck) };
        let [height, width] = [rows, columns].map(|[first, last]| u64::from(last - first) + 1);
        self.add(height * width * PLACE_BYTES * if self.has_formula { 2 } else { 1 })?;
        Ok(is_struck)
    }

    fn record(&mut self, stream: &[u8], record: Record) -> Result<(), Fault> {
        match record.kind {
            kind::NUMBER | kind::SHORT_NUMBER | kind::TRUTH => self.cells(stream, record, 1),
            kind::NUMBERS => {
                let count = (record.body[1] - record.body[0]).saturating_sub(6) / 6;
                self.cells(stream, record, u16::try_from(count).unwrap_or(u16::MAX))
            }
            kind::SHARED_TEXT => {
                let number = usize::try_from(record.u32(stream, 6)?).map_err(|_| Fault::Damaged)?;
                self.add(*self.strings.get(number).ok_or(Fault::Damaged)?)?;
                self.cells(stream, record, 1)
            }
            // Room is made for as many letters as it says.
            kind::TEXT | kind::RICH_TEXT => {
                self.add(3 * u64::from(record.u16(stream, 6)?))?;
                self.cells(stream, record, 1)
            }
            // It stands where the formula before it does, or in the first cell when there is none.
            kind::RESULT => {
                self.add(3 * u64::from(record.u16(stream, 0)?))?;
                self.area(self.formula, 1)
            }
            _ => Ok(()),
        }
    }

    /// Strikes out the text of a formula; that there is one stays.
    fn formula(&mut self, stream: &mut [u8], record: Record) -> Result<bool, Fault> {
        const LENGTH: usize = 20;
        self.add(FORMULA_BYTES)?;
        self.has_formula = true;
        self.formula = [record.u16(stream, 0)?, record.u16(stream, 2)?];
        self.area(self.formula, 1)?;
        let is_long = record.u16(stream, LENGTH)? != 0;
        let at = record.body[0] + LENGTH;
        stream[at..at + 2].fill(0);
        Ok(is_long)
    }

    fn cells(&mut self, stream: &[u8], record: Record, count: u16) -> Result<(), Fault> {
        self.area([record.u16(stream, 0)?, record.u16(stream, 2)?], count)
    }

    fn area(&mut self, [row, column]: [u16; 2], count: u16) -> Result<(), Fault> {
        let last = column.saturating_add(count.saturating_sub(1));
        let wider = |[first, last]: [u16; 2], [from, to]: [u16; 2]| [first.min(from), last.max(to)];
        let [rows, columns] = self.area.unwrap_or([[row; 2], [column; 2]]);
        self.area = Some([wider(rows, [row; 2]), wider(columns, [column, last])]);
        self.add(CELL_BYTES * u64::from(count))
    }

    fn add(&mut self, bytes: u64) -> Result<(), Fault> {
        *self.weight = self.weight.saturating_add(bytes);
        if *self.weight > MOST_LAID_OUT { Err(Fault::TooLarge) } else { Ok(()) }
    }
}
