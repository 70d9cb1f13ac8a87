//! Widths of columns: none too narrow for its numbers, its days, its codes and the words of its heading.

use super::measure::Letters;
use super::text;
use crate::report::table::{Cell, Table};

/// The widest column that Excel has, in pixels of our font.
const WIDEST: u32 = 2000;
/// Columns wider than this in characters have room for any word.
const ROOMY: u16 = 20;
/// Longest word that a column is widened for, in letters.
const LONGEST_WORD: usize = 20;
/// What a column that has room keeps of its width when others take from it.
const KEPT: f64 = 0.6;

/// Width of each column as the table asks for it, in pixels, in letters of the usual size.
pub fn wanted(table: &Table) -> Vec<u32> {
    table.columns.iter().map(|column| u32::from(column.width) * 7 + 5).collect()
}

/// Widths scaled by a factor; what the narrow columns lack, the others give in proportion.
pub fn fitted(table: &Table, factor: f64, letters: Letters) -> Vec<u32> {
    let scaled: Vec<f64> = wanted(table).into_iter().map(|width| f64::from(width) * factor).collect();
    let needed: Vec<f64> = (0..scaled.len()).map(|at| f64::from(needed(table, at, letters))).collect();
    let lacks = |(width, needed): (&f64, &f64)| (needed - width).max(0.0);
    let spares = |(width, needed): (&f64, &f64)| (width - needed.max(width * KEPT)).max(0.0);
    let pairs = || scaled.iter().zip(&needed);
    let (lacking, spare): (f64, f64) = (pairs().map(lacks).sum(), pairs().map(spares).sum());
    let share = if spare > 0.0 { (lacking / spare).min(1.0) } else { 0.0 };
    pairs().map(|pair| ((pair.0 + lacks(pair) - spares(pair) * share) as u32).min(WIDEST)).collect()
}

/// The width in pixels below which a column breaks a word, or shows ### for a number or a day.
fn needed(table: &Table, at: usize, letters: Letters) -> u32 {
    let column = &table.columns[at];
    let bold = Letters { is_bold: true, ..letters };
    let heading = widest_word(&column.title, bold);
    let cells = table.data().filter_map(|row| row.cells.get(at));
    let widest = cells.map(|cell| match cell {
        Cell::Empty => 0,
        Cell::Text(text) if column.width <= ROOMY => widest_word(text, letters),
        Cell::Text(_) => 0,
        number_or_day => letters.width(&text::shown(number_or_day, table.lang)),
    });
    widest.fold(heading, u32::max)
}

fn widest_word(text: &str, letters: Letters) -> u32 {
    let words = text.split_whitespace().filter(|word| word.chars().count() <= LONGEST_WORD);
    words.map(|word| letters.width(word)).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::Column;

    const LETTERS: Letters = Letters { size: 9.0, is_bold: false };

    fn table(columns: &[(&str, u16)], cells: Vec<Cell>) -> Table {
        let column =
            |(title, width): &(&str, u16)| Column { key: "x".into(), title: (*title).to_owned(), width: *width };
        let mut table = Table { columns: columns.iter().map(column).collect(), ..Table::default() };
        table.push(cells);
        table
    }

    #[test]
    fn a_day_takes_what_it_needs_from_the_others() {
        let day = Cell::Day(jiff::civil::date(2022, 5, 31));
        let table = table(&[("Từ", 6), ("Tên", 60)], vec![day, Cell::from("An")]);
        let widths = fitted(&table, 0.8, LETTERS);
        assert!(widths[0] >= LETTERS.width("31/05/2022"), "{widths:?}");
        let (sum, all) = (widths.iter().sum::<u32>(), (f64::from(6 * 7 + 5 + 60 * 7 + 5) * 0.8) as u32);
        assert!(sum.abs_diff(all) <= 2, "{sum} {all}");
    }

    #[test]
    fn nothing_wider_than_excel_has() {
        let table = table(&[("Tên", u16::MAX)], vec![Cell::from("x".repeat(9999))]);
        assert_eq!(fitted(&table, 1.0, LETTERS), [WIDEST]);
    }
}
