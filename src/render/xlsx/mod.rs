//! Workbooks that print as they are: a sheet per table, the same bytes whenever they are made.

mod breaks;
mod editing;
pub(super) mod formats;
mod heading;
mod measure;
mod names;
pub(super) mod page;
pub(super) mod sections;
mod sheet;
mod text;
mod widths;

use std::borrow::{Borrow, Cow};

use anyhow::Result;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

use self::formats::Formats;
use self::page::Page;
use self::sheet::Sheet;
use super::Look;
use crate::report::table::Table;
use crate::work::caught::caught;

/// A workbook with a sheet per table; a list for editing has its own.
///
/// # Errors
/// When a sheet cannot hold its table.
pub fn workbook(tables: &[&Table], look: &Look) -> Result<Vec<u8>> {
    check_sizes(tables)?;
    let borrowed = || tables.iter().map(|table| Cow::Borrowed(*table)).collect();
    let is_any_large = tables.iter().any(|table| is_large(table));
    let spared = if is_any_large { sparing(borrowed(), look) } else { None };
    spared.map_or_else(|| filled(begun(), borrowed(), look, false), Ok)
}

/// A workbook of the table that `make` gives; where it has many rows, each is given up once it is written.
///
/// # Errors
/// As [`workbook`].
pub fn workbook_of(make: impl Fn() -> Table, look: &Look) -> Result<Vec<u8>> {
    let table = make();
    if !is_large(&table) {
        return workbook(&[&table], look);
    }
    check_sizes(&[&table])?;
    sparing(vec![Cow::Owned(table)], look).map_or_else(|| filled(begun(), vec![Cow::Owned(make())], look, false), Ok)
}

fn sheet_names<'t>(tables: impl Iterator<Item = &'t Table>) -> Vec<String> {
    names::sheet_names(tables.map(|table| table.name.as_str()))
}

/// Refuses tables of which one is larger than a sheet; a list for editing, whose sheet has another name, is looked at when it
/// is written.
fn check_sizes(tables: &[&Table]) -> Result<()> {
    let sheets = tables.iter().zip(sheet_names(tables.iter().copied()));
    let mut plain = sheets.filter(|(table, _)| table.editing.is_none());
    plain.try_for_each(|(table, name)| sheet::check_size(table, &name))
}

/// The bytes of a workbook whose large sheets are written row by row into a temporary file; nothing where that fails: the
/// library panics where there is no room for its file.
fn sparing(tables: Vec<Cow<Table>>, look: &Look) -> Option<Vec<u8>> {
    caught(|| filled(begun(), tables, look, true))?.ok()
}

/// How hard the parts of a workbook are pressed: as Excel does it. The library presses harder (6): files a fifteenth smaller
/// for a sixth more time.
const PRESSED: u8 = 3;

/// A workbook of no sheet yet.
fn begun() -> Workbook {
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(PRESSED);
    workbook
}

/// The bytes of a workbook; where it `spares` memory, its large sheets are written row by row into a temporary file. The rows
/// of a table that is its own are given up one by one.
fn filled(mut workbook: Workbook, tables: Vec<Cow<Table>>, look: &Look, spares: bool) -> Result<Vec<u8>> {
    // Widths are counted in digits of the default font, so that is the font of the documents: 8 pixels a digit.
    workbook.set_default_format(&formats::plain(formats::BODY), 21, 72)?;
    workbook.set_properties(&properties(tables.iter().map(Borrow::borrow), look)?);
    if let [table] = &tables[..]
        && let Some(editing) = &table.editing
    {
        editing::fill(&mut workbook, table, editing, spares)?;
        return Ok(workbook.save_to_buffer()?);
    }
    let names = sheet_names(tables.iter().map(Borrow::borrow));
    for (mut table, name) in tables.into_iter().zip(names) {
        let (page, is_large) = (Page::of(&table), is_large(&table));
        let worksheet = added(&mut workbook, &table, spares)?.set_name(name)?;
        let formats = Formats::new(table.lang, &page);
        let own = match &mut table {
            Cow::Owned(table) => std::mem::take(&mut table.rows),
            Cow::Borrowed(_) => Vec::new(),
        };
        let sheet = Sheet::new(worksheet, &table, &formats, &page);
        let rows = if own.is_empty() { &table.rows } else { &own };
        let mut sheet = if is_large { sheet.with_usual_height(rows) } else { sheet };
        if own.is_empty() { sheet.fill(table.rows.iter()) } else { sheet.fill(own.into_iter()) }?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// From so many rows on, a sheet is large.
const MANY: usize = 10_000;

fn is_large(table: &Table) -> bool {
    table.rows.len() >= MANY
}

/// A new sheet for a table.
fn added<'w>(workbook: &'w mut Workbook, table: &Table, spares: bool) -> Result<&'w mut Worksheet> {
    Ok(if spares && is_large(table) { workbook.add_worksheet_with_low_memory()? } else { workbook.add_worksheet() })
}

/// The title, and a date of making that the month gives: neither a clock nor a user's name.
fn properties<'t>(tables: impl Iterator<Item = &'t Table>, look: &Look) -> Result<DocProperties> {
    let title = tables.map(|table| &table.heading.title).find(|title| !title.is_empty());
    let first = look.month.and_then(|month| text::date(month.first()));
    let made = first.map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
    let title = text::fitted(title.map_or("", String::as_str));
    Ok(DocProperties::new().set_title(title).set_creation_datetime(&made))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::day::Month;
    use crate::model::lang::Lang;
    use crate::render::TooLarge;
    use crate::report::table::{Cell, Column, Heading, RowKind, Signature};
    use calamine::{Data, DataType, Reader, Xlsx};
    use jiff::civil::date;
    use std::io::Cursor;

    fn table(name: &str, titles: &[&str]) -> Table {
        let column = |title: &&str| Column { key: (*title).to_owned().into(), title: (*title).to_owned(), width: 12 };
        Table { name: name.to_owned(), columns: titles.iter().map(column).collect(), ..Table::default() }
    }

    fn document(lang: Lang) -> Table {
        let mut table = table("roster", &["stt", "full_name", "since", "count"]);
        table.lang = lang;
        table.heading = Heading {
            superior: "Huyện ủy Châu Thành".to_owned(),
            office: "Ban Tổ chức".to_owned(),
            title: "Danh sách phân công".to_owned(),
            subtitle: vec!["Tháng 05/2022".to_owned()],
        };
        table.signature = Some(Signature {
            place_and_day: "…, ngày …… tháng …… năm 2022".to_owned(),
            left: "NGƯỜI LẬP BIỂU".to_owned(),
            right: "TRƯỞNG BAN".to_owned(),
        });
        table.push_line(RowKind::Group, "I. Trưởng cụm vùng".to_owned());
        table.push(vec![1u32.into(), Cell::from("Lê Thị Ánh"), date(2022, 5, 31).into(), 1702u32.into()]);
        table.push_kind(RowKind::Gap, vec![Cell::Empty, Cell::from("(còn trống)"), Cell::Empty, Cell::Empty]);
        table.push_line(RowKind::Total, "Cộng: 1 người".to_owned());
        table
    }

    fn bytes(tables: &[&Table]) -> Vec<u8> {
        workbook(tables, &Look::default()).expect("a workbook")
    }

    fn opened(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
        Xlsx::new(Cursor::new(bytes)).expect("a readable workbook")
    }

    fn rows(tables: &[&Table], at: usize) -> Vec<Vec<Data>> {
        let mut book = opened(bytes(tables));
        let name = book.sheet_names()[at].clone();
        book.worksheet_range(&name).expect("a sheet").rows().map(<[Data]>::to_vec).collect()
    }

    fn texts(rows: &[Vec<Data>]) -> Vec<String> {
        rows.iter().flatten().filter_map(|cell| cell.get_string().map(str::to_owned)).collect()
    }

    #[test]
    fn text_is_text_and_nothing_runs() {
        let mut list = table("units", &["code", "name"]);
        let hostile = ["=1+1", "+84", "@SUM(A1)", "http://example.com/", "007", "1e5", "TRUE", "{=1}", "31/05/2022"];
        for text in hostile {
            list.push(vec![Cell::from("00123"), Cell::from(text)]);
        }
        let rows = rows(&[&list], 0);
        for (row, text) in rows[1..].iter().zip(hostile) {
            assert_eq!(row, &[Data::String("00123".to_owned()), Data::String(text.to_owned())]);
        }
        let mut book = opened(bytes(&[&list]));
        assert!(book.worksheet_formula("units").expect("formulas").is_empty());
    }

    #[test]
    fn numbers_and_days_are_what_they_are_where_excel_can_hold_them() {
        let mut list = table("units", &["day", "count"]);
        list.push(vec![date(2022, 5, 31).into(), 1702u32.into()]);
        list.push(vec![date(1899, 12, 31).into(), Cell::Number(i64::MAX)]);
        let rows = rows(&[&list], 0);
        let serial = rows[1][0].get_datetime().map(|day| day.as_f64());
        assert_eq!((serial, &rows[1][1]), (Some(44_712.0), &Data::Float(1702.0)));
        assert_eq!(texts(&rows[2..]), ["31/12/1899", "9.223.372.036.854.775.807"]);
    }

    #[test]
    fn the_same_bytes_every_time() {
        let table = document(Lang::Vi);
        let may = Look { month: Month::parse("2022-05"), ..Look::default() };
        let made = |look: &Look| workbook(&[&table], look).expect("a workbook");
        assert_eq!(made(&may), made(&may));
        assert_ne!(made(&may), made(&Look::default()));
        let early = Look { month: Month::parse("0001-05"), ..Look::default() };
        assert_eq!(made(&early), made(&Look::default()));
    }

    #[test]
    fn a_document_is_headed_and_signed() {
        let all = texts(&rows(&[&document(Lang::Vi)], 0));
        let expected = ["HUYỆN ỦY CHÂU THÀNH", "ĐẢNG CỘNG SẢN VIỆT NAM", "BAN TỔ CHỨC", "*", "DANH SÁCH PHÂN CÔNG"];
        assert_eq!(all[..5], expected);
        let signed = ["Cộng: 1 người", "\nNGƯỜI LẬP BIỂU", "…, ngày …… tháng …… năm 2022\nTRƯỞNG BAN"];
        assert_eq!(all[all.len() - 3..], signed);
        assert!(!texts(&rows(&[&document(Lang::En)], 0)).contains(&"*".to_owned()));
        let unsigned = Table { signature: None, ..document(Lang::Vi) };
        assert!(!texts(&rows(&[&unsigned], 0)).contains(&"ĐẢNG CỘNG SẢN VIỆT NAM".to_owned()));
    }

    #[test]
    fn documents_of_any_width_are_written() {
        for columns in 0..=40 {
            let mut table = Table { columns: table("x", &vec!["Cột"; columns]).columns, ..document(Lang::Vi) };
            table.rows.clear();
            table.push(vec![Cell::from("Tổ NDTQ số 1"); columns]);
            table.push_line(RowKind::Total, "Cộng".to_owned());
            assert_eq!(texts(&rows(&[&table], 0)).is_empty(), columns == 0, "{columns}");
        }
    }

    #[test]
    fn control_characters_do_not_break_the_file() {
        let hostile = "a\u{0}\u{1}\u{b}\u{1b}\u{7f}\u{FFFE}\u{FFFF}\u{202E}_x0041_<&>\"\r\nb";
        let mut table = Table { name: hostile.to_owned(), ..document(Lang::Vi) };
        table.heading = Heading { title: hostile.to_owned(), ..table.heading };
        table.columns[0].title = hostile.to_owned();
        table.push(vec![Cell::from(hostile), Cell::from("x".repeat(40_000)), Cell::Empty, Cell::Empty]);
        let all = texts(&rows(&[&table], 0));
        assert!(all.iter().any(|text| text.starts_with("a\u{FFFD}") && text.ends_with("_x0041_<&>\"\nb")), "{all:?}");
        assert!(all.iter().any(|text| text.ends_with('…') && text.len() > 32_000));
    }

    #[test]
    fn a_large_sheet_holds_the_same_whether_memory_is_spared_or_not() {
        let mut large = document(Lang::Vi);
        for number in 0..MANY {
            large.push(vec![Cell::from(number), Cell::from(format!("Tổ {number}")), Cell::Empty, 7u32.into()]);
        }
        let cells = |spares| {
            let bytes = filled(begun(), vec![Cow::Borrowed(&large)], &Look::default(), spares).expect("a workbook");
            let mut book = opened(bytes);
            book.worksheet_range_at(0)
                .expect("a sheet")
                .expect("cells")
                .rows()
                .map(<[Data]>::to_vec)
                .collect::<Vec<_>>()
        };
        assert_eq!(cells(true), cells(false));
        let mut nowhere = begun();
        nowhere.set_tempdir(std::env::temp_dir()).expect("a folder");
        let filled = filled(nowhere, vec![Cow::Borrowed(&large)], &Look::default(), true).expect("a workbook");
        assert!(bytes(&[&large]) == filled);
        // Rows that are given up one by one are written as those that stay.
        assert!(workbook_of(|| large.clone(), &Look::default()).expect("a workbook") == filled);
    }

    #[test]
    fn a_row_of_a_large_sheet_is_as_tall_as_it_is_in_a_small_one() {
        let lines = [1, 2, 2, 3, 2];
        let heights = |count: usize| {
            let mut table = document(Lang::Vi);
            for at in 0..count {
                let text = "chữ\n".repeat(lines[at % lines.len()]);
                table.push(vec![1u32.into(), Cell::from(text.trim_end()), Cell::Empty, Cell::Empty]);
            }
            let mut parts = zip::ZipArchive::new(Cursor::new(bytes(&[&table]))).expect("parts");
            let mut sheet = String::new();
            let part = parts.by_name("xl/worksheets/sheet1.xml");
            std::io::Read::read_to_string(&mut part.expect("a sheet"), &mut sheet).expect("text");
            assert_eq!(sheet.contains("customHeight=\"1\"/><cols>"), count >= MANY);
            let heights = sheet.split("<row ").skip(1).map(|row| {
                let tags = row.split('>').next().unwrap_or_default();
                tags.split("ht=\"").nth(1).and_then(|height| height.split('"').next()).unwrap_or("15.75").to_owned()
            });
            heights.collect::<Vec<_>>()
        };
        let (small, large) = (heights(1_000), heights(MANY));
        let (first, count) = (small.len() - 1_002, 1_000);
        assert!(small[first..first + count].iter().collect::<std::collections::BTreeSet<_>>().len() == 3, "{small:?}");
        assert_eq!(small[..first + count], large[..first + count]);
    }

    #[test]
    fn each_table_has_its_sheet_even_an_empty_one() {
        let (one, other) = (table("danh sách", &["a"]), table("DANH SÁCH", &[]));
        let book = opened(bytes(&[&one, &other, &one]));
        assert_eq!(book.sheet_names(), ["danh sách", "DANH SÁCH (2)", "danh sách (3)"]);
        assert_eq!(rows(&[&one], 0), [[Data::String("a".to_owned())]]);
        assert_eq!(opened(bytes(&[])).sheet_names().len(), 1);
    }

    #[test]
    fn a_table_larger_than_a_sheet_is_refused() {
        let mut list = table("units", &["code"]);
        list.rows.resize(1_048_577, Default::default());
        let refused = |list: &Table| {
            let err = workbook(&[list], &Look::default()).expect_err("too large");
            let TooLarge { name, size, .. } = err.downcast().expect("for its size");
            (name, size)
        };
        assert_eq!(refused(&list), ("units".to_owned(), (1_048_577, 1)));
        assert_eq!(refused(&table("units", &vec!["c"; 16_385])), ("units".to_owned(), (0, 16_385)));
        assert!(workbook_of(|| list.clone(), &Look::default()).is_err());
    }
}
