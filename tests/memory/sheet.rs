//! A workbook opened: the list that a clerk sees, to be changed, and the stamp that is hidden.

use std::io::Cursor;

use calamine::{Data, Reader, SheetVisible, open_workbook_auto_from_rs};
use jiff::ToSpan;
use jiff::civil::date;
use phancong::model::stamp::{SHEET, Stamp};
use phancong::read::grid::Grid;
use phancong::read::line::Line;
use phancong::read::stamp::stamp;
use phancong::text::guard::guard;

/// A list with its stamp.
#[derive(Clone)]
pub struct Sheet {
    pub csv: Vec<u8>,
    pub stamp: Option<Stamp>,
}

/// Opens a workbook, has its rows changed, and gives the list as it then stands.
pub fn edited(workbook: Vec<u8>, edit: impl FnOnce(&mut Vec<Vec<String>>)) -> Sheet {
    let mut book = open_workbook_auto_from_rs(Cursor::new(workbook)).expect("a readable workbook");
    let sheets = book.sheets_metadata().to_vec();
    let visible = sheets.iter().find(|sheet| sheet.visible == SheetVisible::Visible).expect("a sheet to see");
    let mut rows = rows(&book.worksheet_range(&visible.name).expect("a sheet"));
    edit(&mut rows);
    let hidden = sheets.iter().find(|sheet| sheet.name == SHEET);
    let stamp = hidden.and_then(|sheet| {
        let lines = (1..).zip(self::rows(&book.worksheet_range(&sheet.name).ok()?));
        let lines = lines.map(|(at, cells)| Line { at, cells: Ok(cells.into()), marks: Vec::new() });
        let is_visible = sheet.visible == SheetVisible::Visible;
        stamp(&Grid { name: SHEET.into(), is_visible, lines: lines.collect(), merged: Vec::new() })
    });
    Sheet { csv: csv(&rows), stamp }
}

/// A workbook that nobody changed.
pub fn opened(workbook: Vec<u8>) -> Sheet {
    edited(workbook, |_| {})
}

/// The position of a column under one of its headings.
pub fn column(rows: &[Vec<String>], heading: &str) -> usize {
    rows[0].iter().position(|cell| cell == heading).unwrap_or_else(|| panic!("{heading} is not in {:?}", rows[0]))
}

/// The position of the row that begins with a code.
pub fn row(rows: &[Vec<String>], code: &str) -> usize {
    rows.iter().position(|row| row[0] == code).unwrap_or_else(|| panic!("{code} is not there"))
}

fn rows(range: &calamine::Range<Data>) -> Vec<Vec<String>> {
    range.rows().map(|row| row.iter().map(written).collect()).collect()
}

fn written(cell: &Data) -> String {
    match cell {
        Data::DateTime(serial) => (date(1899, 12, 30) + (serial.as_f64() as i64).days()).to_string(),
        other => other.to_string(),
    }
}

fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())) {
        writer.write_record(row.iter().map(|cell| guard(cell).into_owned())).expect("a row");
    }
    writer.into_inner().expect("bytes")
}
