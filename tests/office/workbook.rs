//! A workbook changed as a clerk would: the first sheet typed over, the hidden ones left as they are.

use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use jiff::ToSpan;
use jiff::civil::date;
use rust_xlsxwriter::Workbook;

/// Changes the rows of the first sheet of a workbook.
pub fn change(path: &Path, edit: impl FnOnce(&mut Vec<Vec<String>>)) {
    let mut before: Xlsx<_> = open_workbook(path).expect("a readable workbook");
    let mut sheets = before.worksheets();
    sheets.retain(|(name, _)| !name.starts_with("_lists"));
    let mut edit = Some(edit);
    let mut after = Workbook::new();
    for (name, range) in sheets {
        let mut rows: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(written).collect()).collect();
        if let Some(edit) = edit.take() {
            edit(&mut rows);
        }
        let sheet = after.add_worksheet().set_name(&name).expect("a name");
        sheet.set_hidden(name.starts_with('_'));
        for (row, cells) in (0..).zip(&rows) {
            for (at, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(row, at, cell).expect("a cell");
            }
        }
    }
    after.save(path).expect("a workbook");
}

fn written(cell: &Data) -> String {
    match cell {
        Data::DateTime(serial) => (date(1899, 12, 30) + (serial.as_f64() as i64).days()).to_string(),
        other => other.to_string(),
    }
}
