//! The cells of a sheet of an xls to rows and merged areas.

use super::super::super::grid::Merged;
use super::super::super::line::Was;
use super::super::Read;
use super::super::fault::Fault;
use super::super::font::Run;
use super::super::position::merged;
use super::super::rows::Rows;
use super::super::typed::typed;
use super::globals::Globals;
use super::letters::Letters;
use super::records::{Data, Record, kind, records};

/// Where a cell stands, and where its record begins.
struct Place {
    row: u16,
    column: u16,
    at: usize,
}

/// The cells of a sheet so far.
pub struct Cells<'x> {
    globals: &'x Globals,
    rows: Rows,
    merged: Vec<Merged>,
    written: String,
}

impl<'x> Cells<'x> {
    pub fn new(globals: &'x Globals) -> Self {
        Cells { globals, rows: Rows::default(), merged: Vec::new(), written: String::new() }
    }

    /// Reads the sheet whose records begin at `at`. Some programs do not write the cells in order, so they are
    /// found and sorted first.
    pub fn read(mut self, stream: &[u8], at: usize) -> Result<Read, Fault> {
        let mut places = self.places(stream, at)?;
        places.sort_by_key(|place| place.row);
        for place in places {
            let mut following = records(stream, place.at);
            let record = following.next().unwrap_or(Err(Fault::Damaged))?;
            // A text that a formula gave stands in the record after it; between them may be the formula itself.
            let is_formula = |record: &Record<'_>| kind::FORMULAS.contains(&record.kind);
            let result = || following.map_while(Result::ok).find(|record| !is_formula(record));
            match record.kind {
                kind::NUMBERS => self.numbers(place, record.data)?,
                kind::FORMULA => self.formula(place, record.data, result)?,
                _ => self.cell(place, record)?,
            }
        }
        Ok((self.rows.finish()?, self.merged))
    }

    fn places(&mut self, stream: &[u8], at: usize) -> Result<Vec<Place>, Fault> {
        let (mut places, mut depth) = (Vec::new(), 0u32);
        for record in records(stream, at) {
            let Record { at, kind, data } = record?;
            match kind {
                kind::BEGIN => depth += 1,
                kind::END if depth <= 1 => return Ok(places),
                kind::END => depth -= 1,
                // What lies deeper is a chart, with cells of its own.
                _ if depth > 1 => {}
                kind::NUMBER | kind::TEXT | kind::RICH_TEXT | kind::TRUTH | kind::SHORT_NUMBER => {
                    places.push(Place { row: data.u16(0)?, column: data.u16(2)?, at });
                }
                kind::NUMBERS | kind::FORMULA | kind::SHARED_TEXT => {
                    places.push(Place { row: data.u16(0)?, column: data.u16(2)?, at });
                }
                kind::MERGED => self.areas(data)?,
                _ => {}
            }
        }
        Err(Fault::Damaged)
    }

    fn areas(&mut self, data: Data<'_>) -> Result<(), Fault> {
        for at in 0..usize::from(data.u16(0)?) {
            let [first, last, left, right] = [0, 2, 4, 6].map(|offset| data.u16(2 + 8 * at + offset).map(u32::from));
            self.merged.extend(merged((first?, left?), (last?, right?)));
        }
        Ok(())
    }

    fn cell(&mut self, place: Place, Record { kind, data, .. }: Record<'_>) -> Result<(), Fault> {
        let style = data.u16(4)?;
        match kind {
            kind::NUMBER => self.number(&place, style, data.f64(6)?),
            kind::SHORT_NUMBER => self.number(&place, style, data.short_number(6)?),
            kind::TRUTH if data.u8(7)? == 0 => self.put(&place, truth(data.u8(6)?), None),
            kind::TRUTH => self.put(&place, error(data.u8(6)?), Some(Was::Broken)),
            kind::SHARED_TEXT => {
                let globals = self.globals;
                let number = usize::try_from(data.u32(6)?).map_err(|_| Fault::Damaged)?;
                let (text, run) = globals.strings.get(number).ok_or(Fault::Damaged)?;
                self.text(&place, style, text, run)
            }
            _ => {
                let text = self.globals.letters.string(data, 6, 2)?;
                let run = if kind == kind::RICH_TEXT { self.runs(data) } else { Run::Cell };
                self.text(&place, style, &text, run)
            }
        }
    }

    /// The fonts of a text that stands in its cell (Excel 5): a byte for the letter and one for the font.
    fn runs(&self, data: Data<'_>) -> Run {
        let runs = || {
            let after = 8 + usize::from(data.u16(6)?);
            let fonts = (0..usize::from(data.u8(after)?)).map(|at| data.u8(after + 2 + 2 * at));
            let fonts = fonts.map_while(Result::ok);
            Ok::<_, Fault>(fonts.fold(Run::Cell, |run, font| run.with(self.globals.run(font.into()))))
        };
        match self.globals.letters {
            Letters::Bytes(_) => runs().unwrap_or_default(),
            Letters::Unicode => Run::Cell,
        }
    }

    fn numbers(&mut self, mut place: Place, data: Data<'_>) -> Result<(), Fault> {
        // Style and number of each cell; the last column stands at the end.
        let count = data.0.len().saturating_sub(6) / 6;
        for at in 0..count {
            self.number(&place, data.u16(4 + 6 * at)?, data.short_number(6 + 6 * at)?)?;
            place.column = place.column.checked_add(1).ok_or(Fault::Damaged)?;
        }
        Ok(())
    }

    fn formula<'s>(
        &mut self,
        place: Place,
        data: Data<'s>,
        result: impl FnOnce() -> Option<Record<'s>>,
    ) -> Result<(), Fault> {
        const NO_NUMBER: u16 = 0xFFFF;
        let style = data.u16(4)?;
        if data.u16(12)? != NO_NUMBER {
            return self.number(&place, style, data.f64(6)?);
        }
        match data.u8(6)? {
            0 => match result().filter(|record| record.kind == kind::RESULT) {
                Some(record) => {
                    let text = self.globals.letters.string(record.data, 0, 2)?;
                    self.text(&place, style, &text, Run::Cell)
                }
                None => self.put(&place, "", Some(Was::Uncalculated)),
            },
            1 => self.put(&place, truth(data.u8(8)?), None),
            2 => self.put(&place, error(data.u8(8)?), Some(Was::Broken)),
            _ => Ok(()),
        }
    }

    fn number(&mut self, place: &Place, style: u16, value: f64) -> Result<(), Fault> {
        let (shape, _) = self.globals.look(style);
        self.written.clear();
        let was = typed(value, shape, self.globals.epoch, &mut self.written);
        self.rows.put(place.row.into(), place.column.into(), &self.written, was)
    }

    fn text(&mut self, place: &Place, style: u16, text: &str, run: Run) -> Result<(), Fault> {
        let (_, font) = self.globals.look(style);
        self.put(place, text, run.was(text, font))
    }

    fn put(&mut self, place: &Place, text: &str, was: Option<Was>) -> Result<(), Fault> {
        self.rows.put(place.row.into(), place.column.into(), text, was)
    }
}

fn truth(value: u8) -> &'static str {
    if value == 0 { "FALSE" } else { "TRUE" }
}

fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}
