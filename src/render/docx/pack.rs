//! The file itself: its parts pressed, with neither a clock nor a counter in it, and the row of headings marked to
//! stand on each page.

use std::io::{Cursor, Read, Write};
use std::ops::Range;

use anyhow::Result;
use docx_rs::Docx;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::chart;
use crate::model::lang::Lang;
use crate::report::review::section::Picture;

/// The part that lists what the document is related to, and the one that lists kinds of parts.
const RELATIONS: &str = "word/_rels/document.xml.rels";
const KINDS: &str = "[Content_Types].xml";
const TABLE: &str = "<w:tbl>";
const ROW: &str = "<w:trPr>";
const HEADER: &str = "<w:trPr><w:tblHeader />";

/// What stands before and after the number of a paragraph, which its thread counts on from document to document.
const NUMBER: [&str; 2] = ["<w:p w14:paraId=\"", "\""];

/// The bytes of a document whose `headed` tables, counted from the first, have a row of headings. The library marks no
/// row of headings, numbers paragraphs anew each time, and leaves the parts as large as they are.
///
/// # Errors
/// When it cannot be packed.
pub fn packed(docx: Docx, headed: Range<usize>, pictures: &[&Picture], lang: Lang) -> Result<Vec<u8>> {
    let mut parts = docx.build();
    let document = with_headers(without_numbers(&String::from_utf8(parts.document)?), headed);
    parts.document = chart::placed(document, pictures).into_bytes();
    for footer in &mut parts.footers {
        *footer = without_numbers(std::str::from_utf8(footer)?).into_bytes();
    }
    let mut loose = Cursor::new(Vec::new());
    parts.pack(&mut loose)?;
    let charts = (1..).zip(pictures).map(|(number, picture)| chart::part(picture, number, lang)).collect();
    pressed(loose, charts)
}

/// The text of a document in which the first row of each of these tables is repeated on each page.
fn with_headers(document: String, headed: Range<usize>) -> String {
    let mut pieces = document.split(TABLE);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for (at, piece) in pieces.enumerate() {
        text.push_str(TABLE);
        match piece.split_once(ROW).filter(|_| headed.contains(&at)) {
            Some((before, after)) => text.extend([before, HEADER, after]),
            None => text.push_str(piece),
        }
    }
    text
}

/// The text of a part whose paragraphs have no numbers: nothing refers to them.
fn without_numbers(part: &str) -> String {
    let [before, after] = NUMBER;
    let mut pieces = part.split(before);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        text.push_str("<w:p");
        text.push_str(piece.split_once(after).map_or(piece, |(_, rest)| rest));
    }
    text
}

/// The parts pressed, with charts among them.
fn pressed(loose: Cursor<Vec<u8>>, charts: Vec<(String, String)>) -> Result<Vec<u8>> {
    let mut parts = ZipArchive::new(loose)?;
    let mut pressed = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    let options = options.compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::default());
    for at in 0..parts.len() {
        let mut part = parts.by_index(at)?;
        if part.is_dir() {
            continue;
        }
        let name = part.name()?.into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes)?;
        let lines = |line: fn(usize) -> String| (1..=charts.len()).map(line).collect::<String>();
        let told = match name.as_str() {
            RELATIONS => Some((lines(chart::relation), "</Relationships>")),
            KINDS => Some((lines(chart::kind), "</Types>")),
            _ => None,
        };
        if let Some((lines, end)) = told {
            bytes = String::from_utf8(bytes)?.replacen(end, &(lines + end), 1).into_bytes();
        }
        pressed.start_file(name, options)?;
        pressed.write_all(&bytes)?;
    }
    for (name, chart) in charts {
        pressed.start_file(name, options)?;
        pressed.write_all(chart.as_bytes())?;
    }
    Ok(pressed.finish()?.into_inner())
}
