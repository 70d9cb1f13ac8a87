//! What an import changes: numbers per list, and cell by cell what was and what is.

use super::lists::Row;
use super::paper::Paper;
use super::table::{Cell, Table};
use crate::model::book::Book;
use crate::model::change::{Change, Deed, TableChange};
use crate::model::list::{Column, Kind};
use crate::model::policy::Policy;
use crate::say;
use crate::text::written;

/// Rows read, added, changed, ended and unchanged, per list.
pub fn counts(policy: &Policy, paper: &Paper, counts: impl Iterator<Item = (Kind, [usize; 5])>) -> Table {
    let columns = [("list", 14), ("rows", 10), ("added", 10), ("changed", 10), ("ended", 10), ("unchanged", 10)];
    let mut table = paper.table("import", policy, &columns);
    for (kind, counts) in counts {
        let mut cells = vec![Cell::from(kind.name())];
        cells.extend(counts.map(Cell::from));
        table.push(cells);
    }
    table
}

/// One line per row that was there before and is different now: its key, then each cell that differs.
pub fn lines(book: &Book, change: &Change, paper: &Paper) -> Vec<String> {
    let mut lines = Vec::new();
    add(&mut lines, book, paper, Kind::Units, &book.units, &change.units, Row::Unit);
    add(&mut lines, book, paper, Kind::Cadres, &book.cadres, &change.cadres, Row::Cadre);
    add(&mut lines, book, paper, Kind::Assignments, &book.assignments, &change.assignments, Row::Assignment);
    add(&mut lines, book, paper, Kind::Vacancies, &book.vacancies, &change.vacancies, Row::Vacancy);
    add(&mut lines, book, paper, Kind::Seats, &book.seats, &change.seats, Row::Seat);
    lines
}

fn add<'b, T>(
    lines: &mut Vec<String>,
    book: &'b Book,
    paper: &Paper,
    kind: Kind,
    rows: &'b [T],
    change: &'b TableChange<T>,
    row: impl Fn(&'b T) -> Row<'b>,
) {
    for edit in &change.edited {
        let (before, now) = (row(&edit.before), row(&rows[edit.at]));
        let differing = kind.stored().filter(|column| before.cell(book, *column) != now.cell(book, *column));
        let cells: Vec<String> = differing
            .map(|column| {
                let (was, is) =
                    (written_cell(paper, before.cell(book, column)), written_cell(paper, now.cell(book, column)));
                format!("{} {was} → {is}", paper.column(column.name(), 0).title)
            })
            .collect();
        let word = match edit.deed {
            Deed::Changed => say!(paper.words, "deed-changed"),
            Deed::Ended => say!(paper.words, "deed-ended"),
        };
        lines.push(format!("{word} {} {}: {}", kind.name(), key(book, paper, kind, &now), cells.join("; ")));
    }
    for removed in &change.removed {
        let row = row(removed);
        lines.push(format!("{} {} {}", say!(paper.words, "deed-removed"), kind.name(), key(book, paper, kind, &row)));
    }
}

fn key(book: &Book, paper: &Paper, kind: Kind, row: &Row) -> String {
    let cells = kind.key().iter().map(|column: &Column| written_cell(paper, row.cell(book, *column)));
    cells.collect::<Vec<_>>().join(" · ")
}

fn written_cell(paper: &Paper, cell: Cell) -> String {
    match cell {
        Cell::Empty => say!(paper.words, "empty-cell"),
        Cell::Text(text) => format!("«{text}»"),
        Cell::Number(number) => written::number(number, paper.lang()),
        Cell::Year(year) => year.to_string(),
        Cell::Day(day) => written::day(day, paper.lang()),
    }
}
