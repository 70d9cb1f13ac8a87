//! One table on one sheet, row by row.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use anyhow::{Result, ensure};
use rust_xlsxwriter::{Format, IgnoreError, Worksheet};

use super::breaks::{Placed, breaks};
use super::formats::{Cells, Formats};
use super::measure::{Letters, USUAL};
use super::page::Page;
use super::text;
use crate::render::TooLarge;
use crate::report::table::{Cell, Column, Row, RowKind, Table};

/// Most rows and columns of a sheet.
const MOST: (usize, usize) = (1_048_576, 16_384);
/// Rows for what stands over and under a table, besides the lines below the title.
const AROUND: usize = 10;
/// Numbers of these columns name things and count nothing.
const ORDINALS: [&str; 3] = ["stt", "row", "change"];
/// Longest text that every version of Excel shows in a cell kept as text.
const LONGEST_KEPT: usize = 255;
/// The most rows that are looked at to tell how tall most are.
const MOST_MEASURED: usize = 1_000;
/// A column of at most this width in characters has its texts centred in a document.
const NARROW: u16 = 13;

/// Refuses a table that is larger than a sheet.
///
/// # Errors
/// When it has too many rows or columns.
pub fn check_size(table: &Table, name: &str) -> Result<()> {
    let size = (table.rows.len(), table.columns.len());
    let most = (MOST.0 - AROUND - table.heading.subtitle.len(), MOST.1);
    let is_held = size.0 <= most.0 && size.1 <= most.1;
    ensure!(is_held, TooLarge { key: "sheet-full", name: name.to_owned(), size, most });
    Ok(())
}

/// A sheet being written.
pub struct Sheet<'s> {
    pub(super) worksheet: &'s mut Worksheet,
    /// The table, with or without its rows.
    pub(super) table: &'s Table,
    pub(super) formats: &'s Formats,
    pub(super) page: &'s Page,
    /// Height of a row that nothing is said about, in pixels.
    usual: u32,
    /// The row that is written next.
    pub(super) row: u32,
    /// The rows of the table so far, and what stands under it.
    pub(super) placed: Vec<Placed>,
    /// Heights of what stands under the table, in pixels.
    pub(super) rooms: Vec<u32>,
    /// The rows that are kept free for it.
    pub(super) pictures: Vec<u32>,
}

impl<'s> Sheet<'s> {
    /// An empty sheet for a table.
    pub fn new(worksheet: &'s mut Worksheet, table: &'s Table, formats: &'s Formats, page: &'s Page) -> Self {
        let (placed, rooms, pictures) = (Vec::new(), Vec::new(), Vec::new());
        Sheet { worksheet, table, formats, page, usual: USUAL, row: 0, placed, rooms, pictures }
    }

    /// Says the height of most rows once for the whole sheet: the library keeps two hundred bytes for each row that has
    /// another one.
    pub fn with_usual_height(mut self, rows: &[Row]) -> Self {
        self.usual = self.most_usual(rows);
        self.worksheet.set_default_row_height_pixels(self.usual);
        self
    }

    /// The height of most rows, as some of them tell.
    fn most_usual(&self, rows: &[Row]) -> u32 {
        let rows = rows.iter().step_by(rows.len() / MOST_MEASURED + 1);
        let mut heights: BTreeMap<u32, usize> = BTreeMap::new();
        for row in rows.filter(|row| matches!(row.kind, RowKind::Data | RowKind::Gap)) {
            *heights.entry(self.height(self.lines(row))).or_default() += 1;
        }
        heights.into_iter().max_by_key(|(_, count)| *count).map_or(USUAL, |(height, _)| height)
    }

    /// Writes the rows of the table one by one, and what stands over and under them.
    ///
    /// # Errors
    /// When the library refuses something.
    pub fn fill(&mut self, rows: impl ExactSizeIterator<Item = impl Borrow<Row>>) -> Result<()> {
        self.page.set_up(self.worksheet, self.table)?;
        if self.table.columns.is_empty() {
            return Ok(());
        }
        if self.page.is_document {
            self.worksheet.set_screen_gridlines(false);
            self.write_heading()?;
        }
        let (header, above) = (self.row, self.placed.iter().map(|placed| placed.height).sum::<u32>());
        self.write_header()?;
        self.placed.drain(..self.placed.len() - 1);
        let is_signed = self.page.is_document && self.table.signature.is_some();
        let (count, mut is_list) = (rows.len(), true);
        for (at, row) in rows.enumerate() {
            let row = row.borrow();
            let is_end = is_signed && at + 2 >= count;
            is_list &= matches!(row.kind, RowKind::Data | RowKind::Gap);
            self.write_row(row, is_end || row.kind == RowKind::Group)?;
        }
        self.frame(header, is_list)?;
        for room in std::mem::take(&mut self.rooms) {
            self.end_row(USUAL, true)?;
            self.pictures.push(self.row);
            self.end_row(room, false)?;
        }
        if let Some(signature) = self.table.signature.as_ref().filter(|_| is_signed) {
            self.write_signature(signature)?;
        }
        self.break_pages(above)
    }

    /// Ends pages where rows stay together; `above` is the height of what stands over the table on the first page.
    fn break_pages(&mut self, above: u32) -> Result<()> {
        let [header, rows @ ..] = self.placed.as_slice() else { return Ok(()) };
        let room = self.page.height().saturating_sub(header.height);
        self.worksheet.set_page_breaks(&breaks(rows, room.saturating_sub(above), room))?;
        Ok(())
    }

    /// The last column.
    pub(super) fn last(&self) -> usize {
        self.table.columns.len().saturating_sub(1)
    }

    fn write_header(&mut self) -> Result<()> {
        let mut lines = 1;
        for (at, column) in (0..).zip(&self.table.columns) {
            let title = text::fitted(&column.title);
            self.worksheet.write_string_with_format(self.row, at, title, &self.formats.header)?;
            lines = lines.max(self.letters(true).lines(&column.title, self.page.widths[usize::from(at)]));
        }
        self.end_row(self.letters(true).height(lines), true)
    }

    fn letters(&self, is_bold: bool) -> Letters {
        Letters { size: self.page.size, is_bold }
    }

    /// What holds for the table as a whole: the header on each page, no warnings; for a list, where no row is merged, a filter.
    fn frame(&mut self, header: u32, is_list: bool) -> Result<()> {
        let (last_row, last) = (self.row - 1, self.last() as u16);
        self.worksheet.set_repeat_rows(header, header)?;
        self.worksheet.ignore_error_range(header, 0, last_row, last, IgnoreError::NumberStoredAsText)?;
        if is_list {
            self.worksheet.set_freeze_panes(header + 1, 0)?;
            self.worksheet.autofilter(header, 0, last_row, last)?;
        }
        Ok(())
    }

    fn write_row(&mut self, row: &Row, keeps_next: bool) -> Result<()> {
        match row.kind {
            RowKind::Group => self.write_line(row, &self.formats.group, keeps_next),
            RowKind::Total => self.write_line(row, &self.formats.total, keeps_next),
            RowKind::Data => self.write_cells(row, &self.formats.data, keeps_next),
            RowKind::Gap => self.write_cells(row, &self.formats.gap, keeps_next),
        }
    }

    fn write_line(&mut self, row: &Row, format: &Format, keeps_next: bool) -> Result<()> {
        let filled = row.cells.iter().find(|cell| **cell != Cell::Empty).unwrap_or(&Cell::Empty);
        let line = text::shown(filled, self.table.lang);
        self.write_band(0..=self.last(), &line, format)?;
        let lines = self.letters(true).lines(&line, self.page.width(0..=self.last()));
        self.end_row(self.letters(true).height(lines), keeps_next)
    }

    fn write_cells(&mut self, row: &Row, formats: &Cells, keeps_next: bool) -> Result<()> {
        for (at, column) in self.table.columns.iter().enumerate() {
            let cell = row.cells.get(at).unwrap_or(&Cell::Empty);
            self.write_cell(at as u16, column, cell, formats)?;
        }
        let height = self.height(self.lines(row));
        if height != self.usual {
            return self.end_row(height, keeps_next);
        }
        // Where one line is usual, such a row is left to the program, which fits it when it is edited.
        self.placed.push(Placed { row: self.row, height, keeps_next });
        self.row += 1;
        Ok(())
    }

    /// The lines that a row of cells takes.
    fn lines(&self, row: &Row) -> usize {
        // A name is not signed on one line.
        let is_signed = self.table.columns.iter().any(|column| column.key == "receipt");
        let letters = self.letters(false);
        let lines = row.cells.iter().zip(&self.page.widths).map(|(cell, width)| match cell {
            Cell::Text(text) => letters.lines(text, *width),
            _ => 1,
        });
        lines.fold(if is_signed { 2 } else { 1 }, usize::max)
    }

    /// The height of a row of so many lines, in pixels.
    fn height(&self, lines: usize) -> u32 {
        if lines > 1 { self.letters(false).height(lines) } else { USUAL }
    }

    fn write_cell(&mut self, at: u16, column: &Column, cell: &Cell, formats: &Cells) -> Result<()> {
        let (row, lang) = (self.row, self.table.lang);
        match cell {
            Cell::Number(number) if let Some(number) = text::exact(*number) => {
                let is_ordinal = ORDINALS.contains(&&*column.key);
                let format = if is_ordinal { &formats.ordinal } else { &formats.count };
                self.worksheet.write_number_with_format(row, at, number, format)?;
            }
            Cell::Year(year) => {
                self.worksheet.write_number_with_format(row, at, *year, &formats.ordinal)?;
            }
            Cell::Day(day) if let Some(date) = text::date(*day) => {
                self.worksheet.write_datetime_with_format(row, at, &date, &formats.day)?;
            }
            Cell::Empty => {
                self.worksheet.write_blank(row, at, &formats.text)?;
            }
            other => {
                let text = text::shown(other, lang);
                let format = if text.len() > LONGEST_KEPT && text.chars().count() > LONGEST_KEPT {
                    &formats.long
                } else if self.page.is_document && column.width <= NARROW {
                    &formats.centred
                } else {
                    &formats.text
                };
                self.worksheet.write_string_with_format(row, at, text, format)?;
            }
        }
        Ok(())
    }

    /// Writes a text over some columns of the row.
    pub(super) fn write_band(&mut self, columns: RangeInclusive<usize>, line: &str, format: &Format) -> Result<()> {
        let (row, first, last) = (self.row, *columns.start() as u16, *columns.end() as u16);
        let line = text::fitted(line);
        if first == last {
            self.worksheet.write_string_with_format(row, first, line, format)?;
        } else {
            self.worksheet.merge_range(row, first, row, last, &line, format)?;
        }
        Ok(())
    }

    /// Ends a row of some height in pixels.
    pub(super) fn end_row(&mut self, height: u32, keeps_next: bool) -> Result<()> {
        self.worksheet.set_row_height_pixels(self.row, height)?;
        self.placed.push(Placed { row: self.row, height, keeps_next });
        self.row += 1;
        Ok(())
    }
}
