//! A document of several sections: a page, a document for Word, a workbook or plain text; pictures where there is room
//! for them.

mod page;
mod picture;
mod text;

use anyhow::Result;

use super::{Format, Look, docx, render, xlsx};
use crate::report::review::Document;
use crate::report::table::Table;

/// The bytes of a document in a format; `facts` are its figures one by one, for other programs.
///
/// # Errors
/// When the format cannot hold it.
pub fn review(document: &Document, facts: &Table, format: Format, look: &Look) -> Result<Vec<u8>> {
    match format {
        Format::Csv | Format::Json => render(facts, format, look),
        Format::Table => Ok(text::screen(document, look).into_bytes()),
        Format::Md => Ok(text::markdown(document).into_bytes()),
        Format::Html => Ok(page::page(document).into_bytes()),
        Format::Docx => docx::sections::document(document, look),
        Format::Xlsx => xlsx::sections::workbook(document, look),
    }
}
