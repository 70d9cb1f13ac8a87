//! What the workbook's own records say: its sheets, strings, fonts and formats.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::super::line::OldFont;
use super::super::Sheet;
use super::super::fault::Fault;
use super::super::font::Run;
use super::super::format::{Shape, built_in, shape};
use super::super::typed::Epoch;
use super::letters::Letters;
use super::records::{Data, Record, kind, records};
use super::strings::Strings;

/// Sheets with cells are of this kind; others are charts and macros.
const WORKSHEET: u8 = 0;
const BIFF8: u16 = 0x0600;
/// The code page of Unicode.
const UNICODE: u16 = 1200;

/// What the workbook's own records say.
pub struct Globals {
    /// Its sheets with cells, each with where its records begin.
    pub sheets: Vec<(Sheet, usize)>,
    /// The strings that cells share.
    pub strings: Strings,
    /// How other strings are written.
    pub letters: Letters,
    /// The day it counts from.
    pub epoch: Epoch,
    styles: Vec<(u16, u16)>,
    fonts: Vec<Option<OldFont>>,
    formats: HashMap<u16, Shape>,
}

impl Globals {
    /// What a style makes of a number, and the font it gives a text.
    pub fn look(&self, style: u16) -> (Shape, Option<OldFont>) {
        let Some((font, format)) = self.styles.get(usize::from(style)) else { return (Shape::Number, None) };
        let shape = self.formats.get(format).copied().unwrap_or_else(|| built_in(*format));
        (shape, font_of(&self.fonts, *font))
    }

    /// The kind of a font.
    pub fn run(&self, font: u16) -> Run {
        run_of(&self.fonts, font)
    }
}

/// There is no font 4: the fifth font has the number 5.
fn font_of(fonts: &[Option<OldFont>], number: u16) -> Option<OldFont> {
    let place = usize::from(number) - usize::from(number > 4);
    fonts.get(place).copied().flatten()
}

fn run_of(fonts: &[Option<OldFont>], number: u16) -> Run {
    font_of(fonts, number).map_or(Run::New, Run::Old)
}

/// Reads the workbook's own records.
pub fn globals(stream: &[u8]) -> Result<Globals, Fault> {
    let mut found = Globals {
        sheets: Vec::new(),
        strings: Strings::default(),
        letters: Letters::of_code_page(1252),
        epoch: Epoch::Since1900,
        styles: Vec::new(),
        fonts: Vec::new(),
        formats: HashMap::new(),
    };
    let (mut strings, mut is_last_strings): (Vec<&[u8]>, bool) = (Vec::new(), false);
    let mut is_first = true;
    for record in records(stream, 0) {
        let record = record?;
        if std::mem::take(&mut is_first) != (record.kind == kind::BEGIN) {
            return Err(Fault::Damaged);
        }
        is_last_strings = record.kind == kind::STRINGS || record.kind == kind::CONTINUE && is_last_strings;
        if is_last_strings {
            strings.push(record.data.0);
        }
        if record.kind == kind::END {
            break;
        }
        found.take(record)?;
    }
    if !strings.is_empty() {
        found.strings = Strings::read(&strings, |font| run_of(&found.fonts, font))?;
    }
    Ok(found)
}

impl Globals {
    fn take(&mut self, Record { kind, data, .. }: Record<'_>) -> Result<(), Fault> {
        match kind {
            kind::BEGIN if data.u16(0)? == BIFF8 => self.letters = Letters::Unicode,
            kind::PASSWORD => return Err(Fault::Encrypted),
            kind::CODE_PAGE => self.code_page(data.u16(0)?),
            kind::EPOCH if data.u16(0)? == 1 => self.epoch = Epoch::Since1904,
            kind::FONT => {
                let name = self.letters.string(data, 14, 1)?;
                self.fonts.push(OldFont::named(&name));
            }
            kind::FORMAT => self.format(data)?,
            kind::STYLE => self.styles.push((data.u16(0)?, data.u16(2)?)),
            kind::SHEET => self.sheet(data)?,
            _ => {}
        }
        Ok(())
    }

    fn code_page(&mut self, number: u16) {
        if matches!(self.letters, Letters::Bytes(_)) && number != UNICODE {
            self.letters = Letters::of_code_page(number);
        }
    }

    fn format(&mut self, data: Data<'_>) -> Result<(), Fault> {
        let bytes_of_length = match self.letters {
            Letters::Unicode => 2,
            Letters::Bytes(_) => 1,
        };
        let code = self.letters.string(data, 2, bytes_of_length)?;
        self.formats.insert(data.u16(0)?, shape(&code));
        Ok(())
    }

    fn sheet(&mut self, data: Data<'_>) -> Result<(), Fault> {
        let at = usize::try_from(data.u32(0)?).map_err(|_| Fault::Damaged)?;
        if data.u8(5)? == WORKSHEET {
            let name = self.letters.string(data, 6, 1)?.replace('\0', "");
            let is_visible = data.u8(4)? & 3 == 0;
            self.sheets.push((Sheet { name: Arc::from(name), is_visible }, at));
        }
        Ok(())
    }
}
