//! What stands over and under a document: the office, the Party, the title; the fields for signatures.

use std::ops::RangeInclusive;

use anyhow::Result;
use rust_xlsxwriter::Format;

use super::formats::{BODY, TITLE};
use super::measure::Letters;
use super::sheet::Sheet;
use super::text;
use crate::report::table::Signature;
use crate::say;
use crate::text::catalogue::Catalogue;

/// Lines kept free to sign in.
const LINES_TO_SIGN: usize = 5;
/// Pixels between the parts of a document.
const SPACE: u32 = 12;

/// A text and how it is set.
type Line<'l> = (&'l str, &'l Format);

impl Sheet<'_> {
    /// Writes the heading, down to the row above the table.
    pub(super) fn write_heading(&mut self) -> Result<()> {
        let (table, formats) = (self.table, self.formats);
        let party =
            table.signature.as_ref().map(|_| say!(Catalogue::new(table.lang), "party-heading")).unwrap_or_default();
        self.write_office(&party)?;
        self.write_across((&table.heading.title.to_uppercase(), &formats.title), TITLE)?;
        for line in &table.heading.subtitle {
            self.write_across((line, &formats.subtitle), BODY)?;
        }
        self.end_row(SPACE, true)
    }

    /// The office at the left; the Party at the right of a document to sign, where the language names it.
    fn write_office(&mut self, party: &str) -> Result<()> {
        let (heading, formats) = (&self.table.heading, self.formats);
        let is_party = !party.is_empty();
        let (superior, office) = (heading.superior.to_uppercase(), heading.office.to_uppercase());
        // Party offices set a star under their name (Hướng dẫn 36-HD/VPTW), others a line.
        let name: Line = (&office, if is_party { &formats.office } else { &formats.underlined });
        let star: Line = (if is_party && !office.is_empty() { "*" } else { "" }, &formats.superior);
        let right: Line = (party, &formats.underlined);
        let mut lines: Vec<Line> = vec![(&superior, &formats.superior), name, star];
        lines.retain(|(line, _)| !line.is_empty());
        if lines.is_empty() && !is_party {
            return Ok(());
        }
        let Some(last) = self.page.half() else {
            for line in Some(right).filter(|_| is_party).into_iter().chain(lines) {
                self.write_across(line, BODY)?;
            }
            return self.end_row(SPACE, true);
        };
        let mut right = Some(right).filter(|_| is_party);
        for at in 0..lines.len().max(1) {
            self.write_halves(last, lines.get(at).copied(), right.take())?;
        }
        self.end_row(SPACE, true)
    }

    fn write_across(&mut self, (line, format): Line, size: f64) -> Result<()> {
        let letters = Letters::bold(size);
        self.write_band(0..=self.last(), line, format)?;
        self.end_row(letters.height(letters.lines(line, self.page.width(0..=self.last()))), true)
    }

    fn write_halves(&mut self, last: usize, left: Option<Line>, right: Option<Line>) -> Result<()> {
        let letters = Letters::bold(BODY);
        let mut lines = 1;
        for (columns, half) in [(0..=last, left), (last + 1..=self.last(), right)] {
            if let Some((line, format)) = half {
                lines = lines.max(letters.lines(line, self.page.width(columns.clone())));
                self.write_band(columns, line, format)?;
            }
        }
        self.end_row(letters.height(lines), true)
    }

    /// Writes the fields for signatures, in rows that no page break can split.
    pub(super) fn write_signature(&mut self, signature: &Signature) -> Result<()> {
        let Signature { place_and_day, left, right } = signature;
        self.end_row(SPACE, true)?;
        let Some(last) = self.page.half() else {
            self.write_signer(0..=self.last(), "", left)?;
            self.end_signing(left, 0..=self.last())?;
            self.write_signer(0..=self.last(), place_and_day, right)?;
            return self.end_signing(&format!("{place_and_day}\n{right}"), 0..=self.last());
        };
        let right_half = last + 1..=self.last();
        // As many lines above the left title as above the right one.
        let lines = Letters::bold(BODY).lines(place_and_day, self.page.width(right_half.clone()));
        let above = if place_and_day.is_empty() { 0 } else { lines };
        self.write_signer(0..=last, "", &format!("{}{left}", "\n".repeat(above)))?;
        self.write_signer(right_half.clone(), place_and_day, right)?;
        self.end_signing(&format!("{place_and_day}\n{right}"), right_half)
    }

    fn end_signing(&mut self, written: &str, columns: RangeInclusive<usize>) -> Result<()> {
        let letters = Letters::bold(BODY);
        let lines = letters.lines(written, self.page.width(columns));
        self.end_row(letters.height(lines + LINES_TO_SIGN), true)
    }

    /// Place and day in italics, below them who signs in bold.
    fn write_signer(&mut self, columns: RangeInclusive<usize>, place_and_day: &str, signer: &str) -> Result<()> {
        let (row, first, formats) = (self.row, *columns.start() as u16, self.formats);
        self.write_band(columns, signer, &formats.signature)?;
        if place_and_day.is_empty() {
            return Ok(());
        }
        let (place, signer) = (text::fitted(place_and_day), format!("\n{}", text::fitted(signer)));
        let parts = [(&formats.place_and_day, &*place), (&formats.signature, signer.as_str())];
        self.worksheet.write_rich_string_with_format(row, first, &parts, &formats.signature)?;
        Ok(())
    }
}
