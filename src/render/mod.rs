//! A table in, bytes out: one file per format. Writes no file, knows no report.

pub mod bar;
pub mod ics;
pub mod index;
pub mod json;
pub mod packet;
pub mod review;
pub mod template;
pub mod terminal;
pub mod xlsx;

mod cards;
mod csv;
mod docx;
mod html;
mod markdown;

use std::path::Path;

use anyhow::Result;
use thiserror::Error;

use crate::model::day::Month;
use crate::report::review::Document;
use crate::report::review::section::Section;
use crate::report::table::Table;
use crate::text::written;

/// A format that results come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table for the eye, on a terminal.
    Table,
    /// Comma-separated text, the exchange format.
    Csv,
    /// JSON: `{"rows": [...]}`.
    Json,
    /// A workbook.
    Xlsx,
    /// A document for Word.
    Docx,
    /// Markdown.
    Md,
    /// A page.
    Html,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 7] =
        [Format::Table, Format::Csv, Format::Json, Format::Xlsx, Format::Docx, Format::Md, Format::Html];

    /// The endings of files that tell a format.
    pub const ENDINGS: &[&str] = &["csv", "json", "xlsx", "docx", "md", "html", "htm", "txt"];

    /// The word used on the command line; for files, the ending of their name.
    pub fn name(self) -> &'static str {
        match self {
            Format::Table => "table",
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Xlsx => "xlsx",
            Format::Docx => "docx",
            Format::Md => "md",
            Format::Html => "html",
        }
    }

    /// Whether it is a document to be read as it stands, not rows for the screen or for another program.
    pub fn is_document(self) -> bool {
        matches!(self, Format::Xlsx | Format::Docx | Format::Md | Format::Html)
    }

    /// The format that the ending of a file's name asks for; a text file gets the table as it is shown.
    pub fn of_extension(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "txt" => Some(Format::Table),
            "htm" => Some(Format::Html),
            _ => Format::ALL.into_iter().skip(1).find(|format| format.name() == ending),
        }
    }
}

/// A table that is larger than any file of its format can be.
#[derive(Debug, Error)]
#[error("{name}: {} rows and {} columns, where there is room for {} and {}", size.0, size.1, most.0, most.1)]
pub struct TooLarge {
    /// The key of what is said of it.
    pub key: &'static str,
    /// The name of its sheet.
    pub name: String,
    /// How many rows and columns it has.
    pub size: (usize, usize),
    /// The most rows and columns that there is room for.
    pub most: (usize, usize),
}

/// What stands between the cells of a csv.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`, as Excel expects it where the comma is for decimals, Vietnam among them.
    Semicolon,
    /// A tab.
    Tab,
}

impl Delimiter {
    /// Every delimiter.
    pub const ALL: [Delimiter; 3] = [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab];

    /// The word used on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Delimiter::Comma => "comma",
            Delimiter::Semicolon => "semicolon",
            Delimiter::Tab => "tab",
        }
    }
}

/// How a result looks, beyond its format.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// Width of the terminal in characters, where there is one.
    pub width: Option<u16>,
    /// Whether colours are shown.
    pub colour: bool,
    /// Whether a csv is made for Excel: byte order mark, CRLF, codes kept as they are.
    pub excel: bool,
    /// What stands between the cells of a csv; `None` is a comma, and for Excel what it expects.
    pub delimiter: Option<Delimiter>,
    /// The month a document is made for; a workbook's date of making is its first day, whenever it is made.
    pub month: Option<Month>,
}

/// The bytes of a table in a format.
///
/// # Errors
/// When the format cannot hold the table.
pub fn render(table: &Table, format: Format, look: &Look) -> Result<Vec<u8>> {
    match format {
        Format::Table => Ok(terminal::text(table, look).into_bytes()),
        Format::Csv => csv::csv(table, look),
        Format::Json => json::rows(table),
        Format::Xlsx => xlsx::workbook(&[&table.for_people()], look),
        Format::Docx => docx::document(&table.for_people(), look),
        Format::Md => Ok(markdown::text(table).into_bytes()),
        Format::Html => Ok(html::document(&table.for_people()).into_bytes()),
    }
}

/// The bytes, in a format, of the table that `make` gives: one that was made for this alone may be given up row by row.
///
/// # Errors
/// As [`render`].
pub fn render_made(make: impl Fn() -> Table, format: Format, look: &Look) -> Result<Vec<u8>> {
    match format {
        Format::Xlsx => xlsx::workbook_of(|| make().into_people(), look),
        _ => render(&make(), format, look),
    }
}

/// What stands before the rows of a csv, and the rows: for a table that comes piece by piece.
///
/// # Errors
/// When a row cannot be written.
pub fn csv_pieces(table: &Table, look: &Look) -> Result<(Vec<u8>, Vec<u8>)> {
    Ok((csv::head(table, look)?, csv::rows(table, look)?))
}

/// The sections of a document with their titles, numbered as in an office's report.
fn numbered(document: &Document) -> impl Iterator<Item = (String, &Section)> {
    let sections = document.sections.iter().enumerate();
    sections.map(|(at, section)| (format!("{}. {}", written::roman(at + 1), section.title), section))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_of_a_name_tells_the_format() {
        let told = |name: &str| Format::of_extension(Path::new(name));
        assert_eq!(told("gaps.csv"), Some(Format::Csv));
        assert_eq!(told("GAPS.XLSX"), Some(Format::Xlsx));
        assert_eq!(told("x.docx"), Some(Format::Docx));
        assert_eq!(told("x.htm"), Some(Format::Html));
        assert_eq!(told("x.txt"), Some(Format::Table));
        assert!(Format::ENDINGS.iter().all(|ending| told(&format!("x.{ending}")).is_some()));
        assert_eq!((told("x.table"), told("x.pdf"), told("x")), (None, None, None));
    }
}
