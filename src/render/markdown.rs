//! Markdown: title, then one pipe table; headings of groups and sums in bold.

use crate::model::lang::Lang;
use crate::report::table::{Cell, RowKind, Table};
use crate::text::clean::clean;
use crate::text::written;

/// The whole table as text.
pub fn text(table: &Table) -> String {
    let mut text = String::new();
    if !table.heading.title.is_empty() {
        text.push_str(&format!("# {}\n\n", escaped(&table.heading.title)));
    }
    for line in &table.heading.subtitle {
        text.push_str(&format!("{}\n\n", escaped(line)));
    }
    text.push_str(&pipes(table));
    text
}

/// The table without what stands over it.
pub fn pipes(table: &Table) -> String {
    let mut text = String::new();
    push_line(&mut text, table.columns.iter().map(|column| escaped(&column.title)));
    let marks = (0..table.columns.len()).map(|at| if is_number(table, at) { "---:" } else { "---" }.to_owned());
    push_line(&mut text, marks);
    for row in &table.rows {
        let is_bold = matches!(row.kind, RowKind::Group | RowKind::Total);
        push_line(&mut text, row.cells.iter().map(|cell| shown(cell, is_bold, table.lang)));
    }
    text
}

fn push_line(text: &mut String, cells: impl Iterator<Item = String>) {
    text.push('|');
    for cell in cells {
        text.push_str(&format!(" {cell} |"));
    }
    text.push('\n');
}

/// Whether a column holds numbers, told by its first filled cell.
fn is_number(table: &Table, at: usize) -> bool {
    let mut filled = table.data().filter_map(|row| row.cells.get(at)).filter(|cell| **cell != Cell::Empty);
    matches!(filled.next(), Some(Cell::Number(_)))
}

fn shown(cell: &Cell, is_bold: bool, lang: Lang) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) if is_bold => format!("**{}**", escaped(text)),
        Cell::Text(text) => escaped(text),
        Cell::Number(number) => written::number(*number, lang),
        Cell::Year(year) => year.to_string(),
        Cell::Day(day) => written::day(*day, lang),
    }
}

/// The text with every character that Markdown would take for markup set apart.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in clean(text).chars() {
        if matches!(c, '|' | '\\' | '*' | '_' | '`' | '<' | '[' | ']' | '#') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::Column;

    #[test]
    fn cells_cannot_break_out_of_the_table() {
        let column = |key: &'static str| Column { key: key.into(), title: key.to_owned(), width: 9 };
        let mut table = Table { columns: vec![column("name"), column("n")], ..Table::default() };
        table.push(vec![Cell::from("a|b\n<script>"), Cell::Number(2)]);
        assert_eq!(text(&table), "| name | n |\n| --- | ---: |\n| a\\|b \\<script> | 2 |\n");
    }
}
