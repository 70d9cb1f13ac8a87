//! Rows as cards, one below the other: for a terminal too narrow for their columns side by side.

use super::Look;
use super::terminal::{bold, red, wrapped, written_cell};
use crate::report::table::{Cell, Row, RowKind, Table};
use crate::text::clean::clean;

/// One card per row: heading and value of each filled column; an empty line after each.
pub fn cards(table: &Table, rows: &[Row], shown: &[usize], look: &Look) -> String {
    let width = |title: &str| textwrap::core::display_width(title);
    let titles: Vec<String> = shown.iter().map(|at| format!("{}:", clean(&table.columns[*at].title))).collect();
    let widest = titles.iter().map(|title| width(title)).max().unwrap_or(0);
    let mut text = String::new();
    for row in rows {
        for (title, at) in titles.iter().zip(shown).filter(|(_, at)| row.cells[**at] != Cell::Empty) {
            let heading = format!(" {title}{} ", " ".repeat(widest - width(title)));
            let value = wrapped(&written_cell(&row.cells[*at], table.lang), &heading, &" ".repeat(widest + 2), look);
            text.push_str(&match row.kind {
                RowKind::Gap => red(&value, look),
                _ if *at == shown[0] => bold(&value, look),
                _ => value,
            });
            text.push('\n');
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::Column;

    #[test]
    fn a_card_names_what_it_holds_and_breaks_at_words() {
        let column = |title: &str| Column { key: title.to_owned().into(), title: title.to_owned(), width: 9 };
        let columns = vec![column("Mã"), column("Ghi chú"), column("Đơn vị")];
        let mut table = Table { columns, ..Table::default() };
        table.push(vec![Cell::from("CB1"), Cell::Empty, Cell::from("Hội Liên hiệp Phụ nữ xã An Hiệp")]);
        let look = Look { width: Some(28), ..Look::default() };
        let right = " Mã:      CB1\n Đơn vị:  Hội Liên hiệp Phụ\n          nữ xã An Hiệp\n\n";
        assert_eq!(cards(&table, &table.rows, &[0, 1, 2], &look), right);
    }
}
