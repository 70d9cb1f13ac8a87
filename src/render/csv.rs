//! Canonical csv: UTF-8, commas, a header row, ISO days, LF; for Excel with a byte order mark and CRLF, semicolons
//! where its Vietnamese settings want them, and codes that it does not take for numbers.

use std::borrow::Cow;

use anyhow::Result;
use csv::{Terminator, Writer, WriterBuilder};

use super::{Delimiter, Look};
use crate::model::lang::Lang;
use crate::report::table::{Cell, Table};
use crate::text::guard::{guard, guard_for_excel};

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// The rows with data; headings and sums stay out.
pub fn csv(table: &Table, look: &Look) -> Result<Vec<u8>> {
    let mut bytes = head(table, look)?;
    bytes.append(&mut rows(table, look)?);
    Ok(bytes)
}

/// What stands before the rows.
pub fn head(table: &Table, look: &Look) -> Result<Vec<u8>> {
    let bytes = if look.excel { BOM.to_vec() } else { Vec::new() };
    let mut writer = writer(table, look, bytes);
    writer.write_record(table.columns.iter().map(|column| guard(&column.key).into_owned()))?;
    finished(writer)
}

/// The rows alone.
pub fn rows(table: &Table, look: &Look) -> Result<Vec<u8>> {
    let mut writer = writer(table, look, Vec::new());
    for row in table.data() {
        for cell in &row.cells {
            writer.write_field(written(cell, look.excel).as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    finished(writer)
}

fn writer(table: &Table, look: &Look, bytes: Vec<u8>) -> Writer<Vec<u8>> {
    let terminator = if look.excel { Terminator::CRLF } else { Terminator::Any(b'\n') };
    WriterBuilder::new().terminator(terminator).delimiter(delimiter(table, look)).from_writer(bytes)
}

fn finished(writer: Writer<Vec<u8>>) -> Result<Vec<u8>> {
    writer.into_inner().map_err(|err| err.into_error().into())
}

fn delimiter(table: &Table, look: &Look) -> u8 {
    match (look.delimiter, table.lang) {
        (Some(Delimiter::Semicolon), _) => b';',
        (Some(Delimiter::Tab), _) => b'\t',
        (None, Lang::Vi) if look.excel => b';',
        (Some(Delimiter::Comma) | None, _) => b',',
    }
}

fn written(cell: &Cell, is_for_excel: bool) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) if is_for_excel => guard_for_excel(text),
        Cell::Text(text) => guard(text),
        Cell::Number(number) => number.to_string().into(),
        Cell::Year(year) => year.to_string().into(),
        Cell::Day(day) => day.to_string().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::{Column, RowKind};
    use jiff::civil::date;

    fn table() -> Table {
        let column = |key: &'static str| Column { key: key.into(), title: key.to_uppercase(), width: 9 };
        let mut table = Table { columns: vec![column("code"), column("day"), column("n")], ..Table::default() };
        table.push_line(RowKind::Group, "I. Xã".to_owned());
        table.push(vec![Cell::from("00123"), date(2022, 5, 31).into(), Cell::Number(-5)]);
        table.push(vec![Cell::from("=1+1, \"x\""), Cell::Empty, Cell::Empty]);
        table.push_line(RowKind::Total, "Cộng".to_owned());
        table
    }

    #[test]
    fn data_is_written_and_nothing_runs() {
        let bytes = csv(&table(), &Look::default()).expect("written");
        let right = "code,day,n\n00123,2022-05-31,-5\n\"'=1+1, \"\"x\"\"\",,\n";
        assert_eq!(String::from_utf8_lossy(&bytes), right);
    }

    #[test]
    fn for_excel_it_starts_with_a_mark_and_lines_end_as_on_windows() {
        let bytes = csv(&table(), &Look { excel: true, ..Look::default() }).expect("written");
        let right = "\u{FEFF}code;day;n\r\n\"=\"\"00123\"\"\";2022-05-31;-5\r\n\"'=1+1, \"\"x\"\"\";;\r\n";
        assert_eq!(String::from_utf8_lossy(&bytes), right);
        let written = |delimiter, excel| {
            let look = Look { excel, delimiter, ..Look::default() };
            csv(&Table { lang: Lang::En, ..table() }, &look).expect("written")
        };
        assert!(written(None, true).starts_with(b"\xEF\xBB\xBFcode,day"));
        assert!(written(Some(Delimiter::Tab), false).starts_with(b"code\tday"));
        assert!(written(Some(Delimiter::Semicolon), false).starts_with(b"code;day"));
    }
}
