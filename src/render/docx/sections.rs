//! A document of several sections for Word: their charts and tables one under the other, on one kind of paper.

use anyhow::Result;
use docx_rs::Docx;

use super::super::xlsx::formats::BODY;
use super::super::xlsx::page::Page;
use super::super::{Look, numbered};
use super::text::Set;
use super::{chart, check_size, heading, pack, paper, rows, twips, widths};
use crate::report::review::Document;
use crate::report::table::Table;

const PLAIN: Set = Set {
    size: BODY,
    is_bold: false,
    is_italic: false,
    is_underlined: false,
    align: super::text::Align::Left,
    keeps_next: true,
};

/// The document, headed and signed as a whole.
///
/// # Errors
/// When Word could not open it, or it cannot be packed.
pub fn document(document: &Document, look: &Look) -> Result<Vec<u8>> {
    let tables = || document.sections.iter().map(|section| &section.table);
    tables().try_for_each(|table| check_size(table.rows.len(), table.columns.len()))?;
    let is_across = tables().any(|table| Page::filled(table).is_across);
    let cover = Table {
        heading: document.heading.clone(),
        signature: document.signature.clone(),
        lang: document.lang,
        ..Table::default()
    };
    let page = Page::laid(&cover, is_across);
    let ([width, _], [left, right, ..]) = page.paper();
    let whole = [twips(width - left - right)];
    let mut docx = paper(&page, look).footer(heading::page_numbers(document.lang));
    let above = heading::push_heading(&mut docx, &cover, &whole);
    push_lines(&mut docx, &document.notes, Set { is_italic: true, keeps_next: false, ..PLAIN });
    let mut pictures = Vec::new();
    for (title, section) in numbered(document) {
        heading::push(&mut docx, "", Set { size: BODY / 2.0, keeps_next: false, ..PLAIN });
        heading::push(&mut docx, &title, Set { is_bold: true, ..PLAIN });
        push_lines(&mut docx, &section.notes, Set { is_italic: true, ..PLAIN });
        for picture in &section.pictures {
            pictures.push(picture);
            docx = docx.add_paragraph(chart::place(pictures.len()));
        }
        let page = Page::laid(&section.table, is_across);
        docx = docx.add_table(rows::table(&section.table, &page, &widths(&page)));
    }
    if let Some(signature) = &document.signature {
        heading::push_signature(&mut docx, signature, &whole);
    }
    pack::packed(docx, above..above + document.sections.len(), &pictures, document.lang)
}

fn push_lines(docx: &mut Docx, lines: &[String], set: Set) {
    lines.iter().for_each(|line| heading::push(docx, line, set));
}
