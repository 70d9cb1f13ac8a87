//! One table as a page: one file, no network, prints on A4.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::terminal::written_cell;
use crate::model::lang::Lang;
use crate::report::table::{Cell, Heading, Row, RowKind, Table};
use crate::text::clean::clean;

/// What pages look like, on a screen and on paper.
pub const STYLE: &str = "
:root { color-scheme: light dark; font-family: 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; line-height: 1.45 }
body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem }
h1 { font-size: 1.5rem; margin: .5rem 0 } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem }
.office { font-weight: 600 } .subtitle { margin: .1rem 0; opacity: .8 }
table { border-collapse: collapse; width: 100%; font-size: .9rem }
th, td { border: 1px solid #8888; padding: .3rem .5rem; text-align: left; vertical-align: top }
th { background: #8882 } td.number { text-align: right; font-variant-numeric: tabular-nums } td.day { white-space: nowrap }
tr.group td, tr.total td { font-weight: 600; background: #8881 }
tr.gap td { background: #fbb4; font-weight: 600 }
.scroll { overflow-x: auto }
@media print { body { margin: 0; max-width: none } tr { break-inside: avoid } thead { display: table-header-group } a { color: inherit; text-decoration: none } @page { size: A4 landscape; margin: 15mm } }
";

/// A page around `content`, of a look.
pub fn page_in(style: &str, lang: Lang, title: &str, content: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (clean(title)) }
                style { (PreEscaped(style)) }
            }
            body { (content) }
        }
    };
    page.into_string()
}

/// A table as a page of its own.
pub fn document(table: &Table) -> String {
    let content = html! { (heading(&table.heading)) (rows(table)) };
    page_in(STYLE, table.lang, &table.heading.title, &content)
}

/// The lines over a table.
pub fn heading(heading: &Heading) -> Markup {
    html! {
        header {
            p.office { (clean(&heading.office)) }
            h1 { (clean(&heading.title)) }
            @for line in &heading.subtitle { p.subtitle { (clean(line)) } }
        }
    }
}

/// The table itself.
pub fn rows(table: &Table) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(clean(&table.heading.title)) {
            table {
                thead { tr { @for column in &table.columns { th scope="col" { (clean(&column.title)) } } } }
                tbody { @for row in &table.rows { (self::row(row, table.lang)) } }
            }
        }
    }
}

fn row(row: &Row, lang: Lang) -> Markup {
    let class = match row.kind {
        RowKind::Data => None,
        RowKind::Group => Some("group"),
        RowKind::Gap => Some("gap"),
        RowKind::Total => Some("total"),
    };
    if matches!(row.kind, RowKind::Group | RowKind::Total) {
        let filled = row.cells.iter().find(|cell| **cell != Cell::Empty).unwrap_or(&Cell::Empty);
        return html! { tr class=[class] { td colspan=(row.cells.len()) { (written_cell(filled, lang)) } } };
    }
    html! {
        tr class=[class] {
            @for cell in &row.cells {
                td.number[matches!(cell, Cell::Number(_))].day[matches!(cell, Cell::Day(_))] { (written_cell(cell, lang)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::Column;

    #[test]
    fn a_cell_is_text_and_never_markup() {
        let column = Column { key: "name".into(), title: "<b>".to_owned(), width: 9 };
        let mut table = Table { columns: vec![column], ..Table::default() };
        table.push(vec![Cell::from("<script>alert(1)</script>\u{202E}")]);
        let page = document(&table);
        assert!(!page.contains("<script>") && !page.contains("<b>") && !page.contains('\u{202E}'), "{page}");
        assert!(page.contains("lang=\"vi\"") && page.contains("&lt;script&gt;"));
    }
}
