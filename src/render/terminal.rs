//! A table for the eye: box-drawing lines, numbers to the right, groups under headings of their own.

use comfy_table::{
    Attribute, Cell as Shown, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width,
};

use textwrap::{Options, WordSeparator, WordSplitter};

use super::Look;
use super::cards::cards;
use crate::model::lang::Lang;
use crate::report::table::{Cell, Row, RowKind, Table};
use crate::text::clean::clean;
use crate::text::written;

/// One line under the headings and none between rows: as many rows on a screen as can be.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// Width in characters of the terminal that stdout is, where it is one.
pub fn width() -> Option<u16> {
    told(comfy_table::Table::new().width())
}

/// Width in characters of the terminal that stderr is, where it is one.
pub fn width_of_errors() -> Option<u16> {
    let mut table = comfy_table::Table::new();
    table.use_stderr();
    told(table.width())
}

/// A width that can be meant: some terminals say that they have no columns at all.
fn told(width: Option<u16>) -> Option<u16> {
    const NARROWEST: u16 = 10;
    width.filter(|width| *width >= NARROWEST)
}

/// A text broken at words to the width of the terminal, where there is one; words are never broken.
pub fn wrapped(text: &str, first: &str, others: &str, look: &Look) -> String {
    let Some(width) = look.width else { return format!("{first}{text}") };
    let options = Options::new(width.into()).initial_indent(first).subsequent_indent(others).break_words(false);
    let options = options.word_separator(WordSeparator::AsciiSpace).word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(text, options)
}

/// The whole table as text, a line end at the end.
pub fn text(table: &Table, look: &Look) -> String {
    let mut text = String::new();
    let mut from = 0;
    for (at, row) in table.rows.iter().enumerate() {
        if matches!(row.kind, RowKind::Group | RowKind::Total) {
            push_rows(&mut text, table, &table.rows[from..at], look);
            text.push_str(&bold(&line_of(row), look));
            text.push('\n');
            from = at + 1;
        }
    }
    if from < table.rows.len() || table.rows.is_empty() {
        push_rows(&mut text, table, &table.rows[from..], look);
    }
    text
}

/// The first filled cell of a row that runs over the whole width.
fn line_of(row: &Row) -> String {
    let filled = row.cells.iter().find_map(|cell| if let Cell::Text(text) = cell { Some(text) } else { None });
    filled.map(|text| clean(text).into_owned()).unwrap_or_default()
}

fn push_rows(text: &mut String, table: &Table, rows: &[Row], look: &Look) {
    if rows.is_empty() && !table.rows.is_empty() {
        return;
    }
    let shown = columns_shown(table);
    let least: usize = shown.iter().map(|at| usize::from(least_width(table, *at)) + 1).sum();
    if look.width.is_some_and(|width| least > usize::from(width) + 1) {
        text.push_str(&cards(table, rows, &shown, look));
        return;
    }
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(STYLE);
    match look.width {
        Some(width) => drawn.set_content_arrangement(ContentArrangement::Dynamic).set_width(width),
        None => drawn.set_content_arrangement(ContentArrangement::Disabled),
    };
    if look.colour {
        drawn.enforce_styling();
    } else {
        drawn.force_no_tty();
    }
    let bold = |cell: Shown| if look.colour { cell.add_attribute(Attribute::Bold) } else { cell };
    drawn.set_header(shown.iter().map(|at| bold(Shown::new(clean(&table.columns[*at].title)))));
    for row in rows {
        drawn.add_row(shown.iter().map(|at| self::shown(&row.cells[*at], row.kind, table.lang, look)));
    }
    for (column, at) in drawn.column_iter_mut().zip(&shown).filter(|_| look.width.is_some()) {
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least_width(table, *at))));
    }
    text.push_str(&drawn.trim_fmt());
    text.push('\n');
}

/// Columns with anything in them; all of them where there are no rows.
fn columns_shown(table: &Table) -> Vec<usize> {
    let is_filled = |at: usize| table.data().any(|row| row.cells[at] != Cell::Empty);
    let all = 0..table.columns.len();
    if table.data().next().is_none() { all.collect() } else { all.filter(|at| is_filled(*at)).collect() }
}

/// The room that a column needs so that no word of its heading and no code, number or day breaks in two, and no text
/// runs down the screen word by word.
fn least_width(table: &Table, at: usize) -> u16 {
    const MOST: usize = 16;
    const PADDING: usize = 2;
    const READABLE: usize = 14;
    let words = table.columns[at].title.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
    let cells = table.data().filter_map(|row| match &row.cells[at] {
        Cell::Text(text) => {
            let longest = text.split(' ').map(|word| word.chars().count()).max();
            longest.map(|longest| longest.max(text.chars().count().min(READABLE)))
        }
        Cell::Number(number) => Some(written::number(*number, table.lang).len()),
        Cell::Year(_) => Some("2022".len()),
        Cell::Day(_) => Some("31/12/2022".len()),
        Cell::Empty => None,
    });
    let least = cells.max().unwrap_or(0).max(words).min(MOST) + PADDING;
    u16::try_from(least).unwrap_or(u16::MAX)
}

fn shown(cell: &Cell, kind: RowKind, lang: Lang, look: &Look) -> Shown {
    let shown = Shown::new(written_cell(cell, lang));
    let is_count = matches!(cell, Cell::Number(_));
    let shown = if is_count { shown.set_alignment(CellAlignment::Right) } else { shown };
    if kind == RowKind::Gap && look.colour { shown.fg(Color::Red) } else { shown }
}

/// What a cell holds, as a person reads it.
pub fn written_cell(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => clean(text).into_owned(),
        Cell::Number(number) => written::number(*number, lang),
        Cell::Year(year) => year.to_string(),
        Cell::Day(day) => written::day(*day, lang),
    }
}

/// The text in bold, where colours are shown.
pub fn bold(text: &str, look: &Look) -> String {
    painted(text, "1", look)
}

/// The text in red, where colours are shown.
pub fn red(text: &str, look: &Look) -> String {
    painted(text, "31", look)
}

/// The text in the colour of an escape code, where colours are shown.
pub fn painted(text: &str, code: &str, look: &Look) -> String {
    if look.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::Column;

    fn table() -> Table {
        let column = |key: &'static str| Column { key: key.into(), title: key.to_owned(), width: 9 };
        let mut table = Table { columns: vec![column("name"), column("n")], lang: Lang::Vi, ..Table::default() };
        table.push(vec![Cell::from("Lê\u{1b}[31m An"), Cell::Number(1702)]);
        table
    }

    #[test]
    fn a_terminal_of_no_columns_has_no_width() {
        assert_eq!([Some(0), Some(80), None].map(told), [None, Some(80), None]);
    }

    #[test]
    fn no_escape_of_a_cell_reaches_the_terminal() {
        let text = text(&table(), &Look::default());
        assert!(!text.contains('\u{1b}') && text.contains("1.702"), "{text}");
    }

    #[test]
    fn groups_stand_between_their_rows() {
        let mut table = table();
        table.rows.insert(0, Row { kind: RowKind::Group, cells: vec!["I. Nhóm".into(), Cell::Empty] });
        table.push_line(RowKind::Total, "Cộng: 1".to_owned());
        let text = text(&table, &Look::default());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!((lines[0], lines[lines.len() - 1]), ("I. Nhóm", "Cộng: 1"));
    }

    #[test]
    fn a_year_is_no_count() {
        let mut table = table();
        table.push(vec![Cell::from("Lê Văn An"), Cell::Year(1964)]);
        let text = text(&table, &Look::default());
        assert!(text.contains("1964") && !text.contains("1.964"), "{text}");
    }

    #[test]
    fn a_table_that_a_terminal_is_too_narrow_for_becomes_cards() {
        let mut table = table();
        table.push(vec![Cell::from("Nguyễn Thị Huệ"), Cell::Number(2)]);
        let of = |width| text(&table, &Look { width: Some(width), ..Look::default() });
        assert!(of(30).contains('─') && !of(30).contains("name:"), "{}", of(30));
        assert!(!of(9).contains('─') && of(9).contains("n:    2"), "{}", of(9));
    }

    #[test]
    fn prose_breaks_at_words_and_hangs() {
        let look = Look { width: Some(24), ..Look::default() };
        let text = wrapped("còn trống 1 vị trí 28855.02.03", "  ", "    ", &look);
        assert_eq!(text, "  còn trống 1 vị trí\n    28855.02.03");
        assert_eq!(wrapped("một hai", "  ", "    ", &Look::default()), "  một hai");
    }

    #[test]
    fn an_empty_table_still_shows_its_columns() {
        let mut table = table();
        table.rows.clear();
        assert!(text(&table, &Look::default()).contains("name"));
    }
}
