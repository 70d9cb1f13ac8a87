//! What is told row by row: empty seats with their age, changes of the month, tables as they are.

use maud::{Markup, html};

use super::Sheet;
use crate::render::html::rows;
use crate::report::table::{Row, RowKind, Table};
use crate::say;
use crate::text::clean::clean;

/// Empty seats, the longest empty first.
pub fn empty(sheet: &Sheet) -> Markup {
    let (words, empty) = (sheet.paper.words, &sheet.overview.empty);
    html! {
        @if empty.table.rows.is_empty() { p.fine { span.sign aria-hidden="true" { "✓" } " " (say!(words, "page-nothing-empty")) } }
        @else { (table(&empty.table)) (left_out(sheet, empty.left_out, "gaps")) }
    }
}

/// Changes: how many of each kind, then one by one.
pub fn changes(sheet: &Sheet) -> Markup {
    let (words, changes) = (sheet.paper.words, &sheet.overview.changes);
    html! {
        @if changes.counts.is_empty() { p.fine { (say!(words, "page-no-changes")) } }
        @else {
            ul.counts { @for (name, count) in &changes.counts { li { b { (say!(words, "page-count", count = *count)) } " " (clean(name)) } } }
            details.more { summary { (say!(words, "page-one-by-one")) } (table(&changes.table)) }
            (left_out(sheet, changes.left_out, "changes"))
        }
    }
}

/// A table with as many rows as a page takes; the last row, where it is a sum, stays.
pub fn table(table: &Table) -> Markup {
    const MOST: usize = 2 * crate::report::overview::MOST_ROWS;
    if table.rows.len() <= MOST {
        return rows(table);
    }
    let sum = table.rows.last().filter(|row| row.kind == RowKind::Total).cloned();
    let first: Vec<Row> = table.rows[..MOST].iter().cloned().chain(sum).collect();
    rows(&Table { rows: first, ..table.clone() })
}

fn left_out(sheet: &Sheet, count: usize, stem: &str) -> Markup {
    let file = if sheet.overview.is_part { None } else { sheet.file(stem) };
    html! {
        @if count > 0 {
            p.note {
                (say!(sheet.paper.words, "page-left-out", count = count))
                @if let Some(file) = file { " " a href=(file) { (file) } }
            }
        }
    }
}
