//! The page that opens the folder: whose pages there are, and the month's briefings.

use maud::{Markup, html};

use super::{Briefing, frame};
use crate::render::terminal::written_cell;
use crate::report::paper::Paper;
use crate::report::table::{Cell, Heading, Row, RowKind, Table};
use crate::say;
use crate::text::clean::clean;

/// What the page has of the list on which receipt is signed: the rest is for the pen.
const SHOWN: [&str; 5] = ["stt", "full_name", "position", "organization", "area"];

/// The page as bytes: a line for each row of the list, which leads to the cadre's page; `pages` are in their order.
/// `receipts` is the file of the list itself.
pub fn index_of(
    (paper, title): (&Paper, &str),
    list: &Table,
    pages: &[String],
    briefings: &[Briefing],
    receipts: &str,
) -> Vec<u8> {
    let words = paper.words;
    let heading = Heading { title: title.to_owned(), ..list.heading.clone() };
    let shown: Vec<usize> =
        SHOWN.iter().filter_map(|key| list.columns.iter().position(|own| own.key == *key)).collect();
    let mut pages = pages.iter();
    let body = html! {
        (frame::top(paper, &heading))
        main {
            @if !briefings.is_empty() {
                h2 { (say!(words, "packet-briefings")) }
                ol { @for briefing in briefings { li { a href=(briefing.file) { (clean(&briefing.name)) } } } }
            }
            p { a href=(receipts) { (clean(&list.heading.title)) } }
            div.scroll tabindex="0" role="region" aria-label=(title) {
                table {
                    thead { tr { @for at in &shown { th scope="col" { (clean(&list.columns[*at].title)) } } } }
                    tbody {
                        @for row in &list.rows {
                            @if row.kind == RowKind::Data { (person(paper, list, row, &shown, pages.next())) }
                            @else { (line(paper, row, shown.len())) }
                        }
                    }
                }
            }
        }
    };
    frame::page(paper.lang(), title, &body)
}

fn person(paper: &Paper, list: &Table, row: &Row, shown: &[usize], page: Option<&String>) -> Markup {
    let written = |at: usize| written_cell(&row.cells[at], paper.lang());
    html! {
        tr {
            @for at in shown {
                td class=[matches!(row.cells[*at], Cell::Number(_)).then_some("number")] {
                    @match page.filter(|_| list.columns[*at].key == "full_name") {
                        Some(page) => a href=(page) { (written(*at)) },
                        None => (written(*at)),
                    }
                }
            }
        }
    }
}

/// A heading or a sum over the whole width.
fn line(paper: &Paper, row: &Row, width: usize) -> Markup {
    let class = if row.kind == RowKind::Group { "group" } else { "total" };
    let filled = row.cells.iter().find(|cell| **cell != Cell::Empty).unwrap_or(&Cell::Empty);
    html! { tr class=(class) { td colspan=(width) { (written_cell(filled, paper.lang())) } } }
}
