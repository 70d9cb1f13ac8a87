//! The file itself: its parts pressed, with neither a clock nor a counter in it, and the row of headings marked to
//! stand on each page.

use std::io::{Cursor, Read, Write};
use std::ops::Range;

use anyhow::Result;
use docx_rs::Docx;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

const TABLE: &str = "<w:tbl>";
const ROW: &str = "<w:trPr>";
const HEADER: &str = "<w:trPr><w:tblHeader />";

/// What stands before and after the number of a paragraph, which its thread counts on from document to document.
const NUMBER: [&str; 2] = ["<w:p w14:paraId=\"", "\""];

/// The bytes of a document whose `headed` tables, counted from the first, have a row of headings. The library marks no row of headings, numbers
/// paragraphs anew each time, and leaves the parts as large as they are.
///
/// # Errors
/// When it cannot be packed.
pub fn packed(docx: Docx, headed: Range<usize>) -> Result<Vec<u8>> {
    let mut parts = docx.build();
    parts.document = with_headers(without_numbers(&String::from_utf8(parts.document)?), headed).into_bytes();
    for footer in &mut parts.footers {
        *footer = without_numbers(std::str::from_utf8(footer)?).into_bytes();
    }
    let mut loose = Cursor::new(Vec::new());
    parts.pack(&mut loose)?;
    pressed(loose)
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

fn pressed(loose: Cursor<Vec<u8>>) -> Result<Vec<u8>> {
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
        pressed.start_file(name, options)?;
        pressed.write_all(&bytes)?;
    }
    Ok(pressed.finish()?.into_inner())
}
