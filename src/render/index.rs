//! The page that opens a folder of documents: coverage in numbers, gaps, and a link to every file.

use maud::{Markup, html};

use super::html::{heading, page, rows};
use crate::report::paper::Paper;
use crate::report::table::Table;
use crate::say;
use crate::text::clean::clean;

/// The page over `tables`, the first of which heads it, with links to `files` of the same folder.
pub fn page_of(paper: &Paper, tables: &[Table], files: &[String]) -> Vec<u8> {
    let title = tables.first().map(|table| table.heading.title.as_str()).unwrap_or_default();
    let content = html! {
        @for (at, table) in tables.iter().map(Table::for_people).enumerate() {
            @if at == 0 { (heading(&table)) } @else { h2 { (clean(&table.heading.title)) } }
            (rows(&table))
        }
        h2 { (say!(paper.words, "index-documents")) }
        ul { @for file in files { li { (link(file)) } } }
    };
    page(paper.lang(), title, &content).into_bytes()
}

/// File names are plain letters, digits, hyphens and dots: they need no escaping in an address.
fn link(file: &str) -> Markup {
    html! { a href=(file) { (file) } }
}
