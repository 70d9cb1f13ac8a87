//! The table itself, row by row: the header on each page, groups over the whole width, gaps marked.

use docx_rs::{
    BorderType, Shading, ShdType, Table as Grid, TableAlignmentType, TableBorder, TableBorderPosition, TableCell,
    TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::super::terminal::written_cell;
use super::super::xlsx::page::Page;
use super::text::{Align, Set, paragraph};
use crate::report::table::{Cell, Column, Row, RowKind, Table};
use crate::text::clean::clean;

const HEADER_FILL: &str = "E2EFDA";
const GROUP_FILL: &str = "F2F2F2";
const GAP_FILL: &str = "F9D5CF";
const LINE: &str = "404040";
/// Thickness of lines, in eighths of a point.
const THIN: usize = 4;
/// A column of at most this width in characters has its texts in the middle.
const NARROW: u16 = 13;

/// The rows below their header.
pub fn table(table: &Table, page: &Page, widths: &[usize]) -> Grid {
    let set = Set { size: page.size, ..Set::default() };
    let mut rows = vec![header(table, set, widths)];
    let is_signed = table.signature.is_some();
    for (at, row) in table.rows.iter().enumerate() {
        let is_end = is_signed && at + 2 >= table.rows.len();
        let set = Set { keeps_next: is_end || row.kind == RowKind::Group, ..set };
        rows.push(match row.kind {
            RowKind::Group | RowKind::Total => line(table, row, set, widths),
            RowKind::Data | RowKind::Gap => cells(table, row, set, widths),
        });
    }
    let total = widths.iter().sum();
    let grid = Grid::new(rows).set_grid(widths.to_vec()).layout(TableLayoutType::Fixed).width(total, WidthType::Dxa);
    let grid = grid.align(TableAlignmentType::Center).margins(TableCellMargins::new().margin(20, 45, 20, 45));
    SIDES.into_iter().fold(grid, |grid, side| {
        grid.set_border(TableBorder::new(side).border_type(BorderType::Single).size(THIN).color(LINE))
    })
}

const SIDES: [TableBorderPosition; 6] = [
    TableBorderPosition::Left,
    TableBorderPosition::Right,
    TableBorderPosition::Top,
    TableBorderPosition::Bottom,
    TableBorderPosition::InsideH,
    TableBorderPosition::InsideV,
];

fn header(table: &Table, set: Set, widths: &[usize]) -> TableRow {
    let set = Set { is_bold: true, align: Align::Middle, keeps_next: true, ..set };
    let titles = table.columns.iter().zip(widths);
    let cells = titles.map(|(column, width)| filled(cell(&clean(&column.title), set, *width), HEADER_FILL));
    TableRow::new(cells.collect()).cant_split()
}

/// A row of one text over the whole width.
fn line(table: &Table, row: &Row, set: Set, widths: &[usize]) -> TableRow {
    let text = row.cells.iter().find(|cell| **cell != Cell::Empty).unwrap_or(&Cell::Empty);
    let whole = cell(&written_cell(text, table.lang), Set { is_bold: true, ..set }, widths.iter().sum());
    let whole = if widths.len() > 1 { whole.grid_span(widths.len()) } else { whole };
    let whole = if row.kind == RowKind::Group { filled(whole, GROUP_FILL) } else { whole };
    TableRow::new(vec![whole]).cant_split()
}

fn cells(table: &Table, row: &Row, set: Set, widths: &[usize]) -> TableRow {
    let is_gap = row.kind == RowKind::Gap;
    let columns = table.columns.iter().zip(widths).enumerate();
    let cells = columns.map(|(at, (column, width))| {
        let value = row.cells.get(at).unwrap_or(&Cell::Empty);
        // Italics tell a gap apart where the colour is not printed.
        let set = Set { is_italic: is_gap, align: align(column, value), ..set };
        let cell = cell(&written_cell(value, table.lang), set, *width);
        if is_gap { filled(cell, GAP_FILL) } else { cell }
    });
    TableRow::new(cells.collect()).cant_split()
}

fn align(column: &Column, value: &Cell) -> Align {
    match value {
        Cell::Number(_) if column.key == "stt" => Align::Middle,
        Cell::Number(_) => Align::Right,
        Cell::Year(_) | Cell::Day(_) => Align::Middle,
        Cell::Text(_) if column.width <= NARROW => Align::Middle,
        Cell::Text(_) | Cell::Empty => Align::Left,
    }
}

fn cell(text: &str, set: Set, width: usize) -> TableCell {
    let cell = TableCell::new().width(width, WidthType::Dxa).vertical_align(VAlignType::Center);
    cell.add_paragraph(paragraph(text, set))
}

fn filled(cell: TableCell, fill: &str) -> TableCell {
    cell.shading(Shading::new().shd_type(ShdType::Clear).color("auto").fill(fill))
}
