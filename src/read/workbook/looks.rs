//! The fonts and number formats of the cells of an xls, which calamine does not tell: cells are found, not read.
//!
//! Damaged records are no fault here, only styles that are not known; whether the file is read, others decide. The
//! records were weighed before, so that there are only so many cells.

use super::super::line::OldFont;
use super::fault::Fault;
use super::records::{Record, kind};
use super::typed::{Look, zeros};

const BIFF8: u16 = 0x0600;

/// The cells whose style makes something else of them, sheet by sheet.
#[derive(Debug, Default)]
pub struct Looks {
    sheets: Vec<Vec<Cell>>,
}

/// Row and column of a cell, and what its style makes of it.
type Cell = ([u16; 2], Look);

impl Looks {
    /// Goes through the records once.
    pub fn of(stream: &[u8]) -> Self {
        let (mut styles, mut sheets, mut at) = (Styles::default(), Vec::new(), 0);
        while let Some(record) = Record::at(stream, at).filter(|record| record.kind != kind::END) {
            if record.kind == kind::SHEET {
                sheets.push(record.u32(stream, 0).ok().and_then(|at| usize::try_from(at).ok()));
            } else if styles.take(stream, record).is_err() {
                // The numbers of all after it would be others.
                return Looks::default();
            }
            at = record.next();
        }
        let looks = styles.looks();
        if looks.iter().all(|look| *look == Look::default()) {
            return Looks::default();
        }
        Looks { sheets: sheets.into_iter().map(|at| at.map_or(Vec::new(), |at| cells(stream, at, &looks))).collect() }
    }

    /// What the style of a cell makes of it.
    pub fn look(&self, sheet: usize, (row, column): (u32, u32)) -> Look {
        let (Ok(row), Ok(column)) = (u16::try_from(row), u16::try_from(column)) else { return Look::default() };
        let cells = self.sheets.get(sheet).map_or(&[][..], Vec::as_slice);
        let found = cells.binary_search_by_key(&[row, column], |(place, _)| *place);
        found.ok().and_then(|at| cells.get(at)).map(|(_, look)| *look).unwrap_or_default()
    }
}

/// The fonts, formats and styles of the workbook, as they are numbered.
#[derive(Debug, Default)]
struct Styles {
    is_biff8: bool,
    fonts: Vec<Option<OldFont>>,
    /// Those of zeros, each with its number.
    formats: Vec<(u16, u8)>,
    /// Font and format of each.
    styles: Vec<[u16; 2]>,
}

impl Styles {
    fn take(&mut self, stream: &[u8], record: Record) -> Result<(), Fault> {
        match record.kind {
            kind::BEGIN => self.is_biff8 = record.u16(stream, 0)? == BIFF8,
            kind::FONT => self.fonts.push(OldFont::named(&self.text(stream, record, 14, 1)?)),
            kind::FORMAT => {
                let code = self.text(stream, record, 2, if self.is_biff8 { 2 } else { 1 })?;
                self.formats.extend(zeros(&code).map(|digits| (record.u16(stream, 0).unwrap_or_default(), digits)));
            }
            kind::STYLE => self.styles.push([record.u16(stream, 0)?, record.u16(stream, 2)?]),
            _ => {}
        }
        Ok(())
    }

    /// A short text, after its length of one byte or two.
    fn text(&self, stream: &[u8], record: Record, at: usize, bytes_of_length: usize) -> Result<String, Fault> {
        let bytes = stream.get(record.body[0] + at..record.body[1]).ok_or(Fault::Damaged)?;
        let (length, mut bytes) = bytes.split_at_checked(bytes_of_length).ok_or(Fault::Damaged)?;
        let length = length.iter().rev().fold(0, |length, byte| length << 8 | usize::from(*byte));
        let mut is_wide = false;
        if self.is_biff8 && length > 0 {
            let (flags, letters) = bytes.split_first().ok_or(Fault::Damaged)?;
            (is_wide, bytes) = (flags & 1 != 0, letters);
        }
        // The names that matter are of plain letters, the same in every code page.
        if is_wide {
            let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            return Ok(char::decode_utf16(units.take(length)).map(|letter| letter.unwrap_or('\u{FFFD}')).collect());
        }
        Ok(bytes.iter().take(length).map(|byte| char::from(*byte)).collect())
    }

    fn looks(mut self) -> Vec<Look> {
        // Of two formats of one number the last counts.
        self.formats.reverse();
        self.formats.sort_by_key(|(number, _)| *number);
        self.formats.dedup_by_key(|(number, _)| *number);
        let look = |[font, format]: &[u16; 2]| {
            // There is no font 4: the fifth font has the number 5.
            let font = usize::from(*font) - usize::from(*font > 3);
            let format = self.formats.binary_search_by_key(format, |(number, _)| *number).ok();
            Look {
                zeros: format.and_then(|at| self.formats.get(at)).map(|(_, digits)| *digits),
                font: self.fonts.get(font).copied().flatten(),
            }
        };
        self.styles.iter().map(look).collect()
    }
}

/// The cells of the sheet whose records begin at `at`, in order.
fn cells(stream: &[u8], mut at: usize, looks: &[Look]) -> Vec<Cell> {
    let (mut cells, mut depth) = (Vec::new(), 0u32);
    while let Some(record) = Record::at(stream, at) {
        match record.kind {
            kind::BEGIN => depth += 1,
            kind::END if depth <= 1 => break,
            kind::END => depth -= 1,
            // What lies deeper is a chart.
            _ if depth > 1 => {}
            kind::SHARED_TEXT | kind::TEXT | kind::RICH_TEXT | kind::NUMBER | kind::SHORT_NUMBER | kind::FORMULA => {
                cells.extend(cell(stream, record, 0, looks));
            }
            kind::NUMBERS => {
                // Style and number of each; the last column stands at the end.
                let count = (record.body[1] - record.body[0]).saturating_sub(6) / 6;
                cells.extend((0..count).filter_map(|number| cell(stream, record, number, looks)));
            }
            _ => {}
        }
        at = record.next();
    }
    // Of two cells in one place the last counts.
    cells.reverse();
    cells.sort_by_key(|(place, _)| *place);
    cells.dedup_by_key(|(place, _)| *place);
    cells
}

/// The cell of this number in a record, when its style makes something else of it.
fn cell(stream: &[u8], record: Record, number: usize, looks: &[Look]) -> Option<Cell> {
    let [row, column, style] = [0, 2, 4 + 6 * number].map(|offset| record.u16(stream, offset).ok());
    let look = looks.get(usize::from(style?)).filter(|look| **look != Look::default())?;
    Some(([row?, column?.checked_add(u16::try_from(number).ok()?)?], *look))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, numbers: &[u16], rest: &[u8]) -> Vec<u8> {
        let body: Vec<u8> =
            numbers.iter().flat_map(|number| number.to_le_bytes()).chain(rest.iter().copied()).collect();
        [&kind.to_le_bytes()[..], &u16::try_from(body.len()).expect("short").to_le_bytes(), &body].concat()
    }

    fn font(name: &str) -> Vec<u8> {
        let letters = name.encode_utf16().flat_map(u16::to_le_bytes);
        let name: Vec<u8> = [u8::try_from(name.len()).expect("short"), 1].into_iter().chain(letters).collect();
        record(kind::FONT, &[0; 7], &name)
    }

    /// A workbook of Excel 97 with these records of its own, and a sheet of these.
    fn looks(own: &[Vec<u8>], sheet: &[Vec<u8>]) -> Looks {
        let begin = record(kind::BEGIN, &[BIFF8, 5], &[]);
        let length = begin.len() + own.concat().len() + 12 + 4;
        let at = u32::try_from(length).expect("short").to_le_bytes();
        let own = [begin.clone(), own.concat(), record(kind::SHEET, &[], &[&at[..], &[0; 4]].concat())].concat();
        let end = record(kind::END, &[], &[]);
        Looks::of(&[own, end.clone(), begin, sheet.concat(), end].concat())
    }

    fn styled() -> Vec<Vec<u8>> {
        let mut own = ["Arial", "Arial", "Arial", "Arial", ".VnTime"].map(font).to_vec();
        own.push(record(kind::FORMAT, &[164, 3], b"\x000.0"));
        own.push(record(kind::FORMAT, &[165, 5], b"\x0000000"));
        own.extend([[0, 0], [5, 164], [3, 165]].map(|style| record(kind::STYLE, &style, &[])));
        own
    }

    #[test]
    fn styles_are_found_by_the_places_of_their_cells() {
        let sheet = [
            record(kind::NUMBERS, &[7, 2, 2, 0, 0, 0, 0, 0, 1, 0, 0, 4], &[]),
            record(kind::SHARED_TEXT, &[3, 1, 1, 0, 0], &[]),
            record(kind::NUMBER, &[3, 2, 9, 0, 0, 0, 0], &[]),
        ];
        let looks = looks(&styled(), &sheet);
        let (old, zeros) = (Some(OldFont::Tcvn3), Some(5));
        for (place, right) in [
            ((3, 1), Look { font: old, zeros: None }),
            ((7, 2), Look { font: None, zeros }),
            ((7, 3), Look::default()),
            ((7, 4), Look { font: old, zeros: None }),
            ((3, 2), Look::default()),
            ((65_539, 1), Look::default()),
        ] {
            assert_eq!(looks.look(0, place), right, "{place:?}");
        }
        assert_eq!(looks.look(1, (3, 1)), Look::default());
    }

    #[test]
    fn of_damaged_records_no_style_is_known() {
        let cell = [record(kind::SHARED_TEXT, &[3, 1, 1, 0, 0], &[])];
        for broken in
            [record(kind::FONT, &[0; 3], &[]), record(kind::STYLE, &[1], &[]), record(kind::FORMAT, &[1, 9], &[])]
        {
            let own = [vec![broken], styled()].concat();
            assert_eq!(looks(&own, &cell).look(0, (3, 1)), Look::default());
        }
        let wild = record(kind::STYLE, &[u16::MAX, u16::MAX], &[]);
        let cells =
            [record(kind::TEXT, &[0, 0, 3], &[]), record(kind::TEXT, &[1], &[]), record(kind::NUMBERS, &[9], &[])];
        let looks = looks(&[styled(), vec![wild]].concat(), &cells);
        assert_eq!(looks.look(0, (0, 0)), Look::default());
    }
}
