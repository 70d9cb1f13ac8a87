//! What spreadsheet programs do to a list, case by case: what is read out of the workbook.

mod compound;
mod parcel;
mod sheet;

use compound::compound;
use parcel::{parcel, xlsx};
use phancong::read::line::{OldFont, Was};
use phancong::read::workbook::{is_workbook, open};
use rust_xlsxwriter::{Chart, ChartType, ExcelDateTime, Format, FormatAlign, Formula, Workbook};
use sheet::{grid, rows};

/// A workbook of one sheet.
fn made(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet) -> Result<(), rust_xlsxwriter::XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet()).expect("a sheet");
    workbook.save_to_buffer().expect("a workbook")
}

/// The cell A1 and what it was.
fn first(bytes: &[u8]) -> (String, Option<Was>) {
    let rows = rows(bytes).expect("a sound sheet");
    let (_, cells, marks) = rows.first().expect("a row");
    (cells[0].clone(), marks.first().map(|(_, was)| *was))
}

fn number(value: f64, format: &str) -> (String, Option<Was>) {
    first(&made(|sheet| sheet.write_with_format(0, 0, value, &Format::new().set_num_format(format)).map(drop)))
}

fn id(bytes: &[u8]) -> &'static str {
    open(bytes).map(|_| "read").unwrap_or_else(|finding| finding.check)
}

#[test]
fn h05_codes_that_are_text_stay_text() {
    for code in ["00123", "001080012345", "1E5", "=1+1", "05/03/1980", " x "] {
        assert_eq!(first(&made(|sheet| sheet.write_string(0, 0, code).map(drop))), (code.to_owned(), None));
    }
}

#[test]
fn h07_a_format_of_zeros_puts_them_back() {
    assert_eq!(number(123.0, "00000"), ("00123".to_owned(), Some(Was::Padded)));
    assert_eq!(number(1_080_012_345.0, "000000000000"), ("001080012345".to_owned(), Some(Was::Padded)));
    assert_eq!(number(123.0, "General"), ("123".to_owned(), Some(Was::Number)));
    assert_eq!(number(1234.0, "#,##0"), ("1234".to_owned(), Some(Was::Number)));
}

#[test]
fn h08_h09_a_number_has_no_exponent_and_no_idle_decimals() {
    assert_eq!(number(1_080_012_345.0, "0.00E+00"), ("1080012345".to_owned(), Some(Was::Number)));
    assert_eq!(number(1975.0, "0.00"), ("1975".to_owned(), Some(Was::Number)));
    let stored = xlsx("<sheetData><row><c><v>1.08001E+09</v></c></row></sheetData>", &[]);
    assert_eq!(first(&stored), ("1080010000".to_owned(), Some(Was::Number)));
}

#[test]
fn h10_a_number_of_more_than_15_digits_is_told() {
    assert_eq!(number(123_456_789_012_345.0, "0"), ("123456789012345".to_owned(), Some(Was::Number)));
    assert_eq!(number(1_234_567_890_123_450.0, "0"), ("1234567890123450".to_owned(), Some(Was::Imprecise)));
}

#[test]
fn h17_a_day_is_a_day_in_both_systems() {
    let right = ("1980-03-05".to_owned(), Some(Was::Day));
    for format in ["dd/mm/yyyy", "d-mmm-yy", "[$-42A]dd\\ mmmm\\ yyyy;@", "mm/yyyy"] {
        assert_eq!(number(29_285.0, format), right, "{format}");
    }
    let day = ExcelDateTime::from_ymd(1980, 3, 5).expect("a day");
    let format = Format::new().set_num_format("dd/mm/yyyy");
    assert_eq!(first(&made(|sheet| sheet.write_with_format(0, 0, &day, &format).map(drop))), right);
    assert_eq!(number(29285.3125, "dd/mm/yyyy hh:mm").0, "1980-03-05 07:30");
    assert_eq!(number(60.0, "dd/mm/yyyy").0, "1900-02-29");
    let styles = "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>";
    let workbook = "<workbook><workbookPr date1904='1'/><sheets><sheet name='DS' r:id='s'/></sheets></workbook>";
    let others = [("xl/styles.xml", styles), ("xl/workbook.xml", workbook)];
    let cells = "<sheetData><row><c s='1'><v>27823</v></c><c t='d'><v>1980-03-05T00:00:00</v></c></row></sheetData>";
    let right = [(1, vec!["1980-03-05".to_owned(); 2], vec![(0, Was::Day), (1, Was::Day)])];
    assert_eq!(rows(&xlsx(cells, &others)).as_deref(), Ok(&right[..]));
}

#[test]
fn h18_h19_rows_that_only_have_a_format_are_nothing() {
    let filled = Format::new().set_background_color("#FFFF00");
    let bytes = made(|sheet| {
        sheet.write(0, 0, "Mã CB")?;
        for row in 1..2000 {
            sheet.set_row_format(row, &filled)?;
            sheet.write_blank(row, 7, &filled)?;
        }
        sheet.write_string(2000, 0, "").map(drop)
    });
    assert_eq!(rows(&bytes).map(|rows| rows.len()), Ok(1));
}

#[test]
fn h19_rows_by_the_hundred_thousand_that_only_have_a_format_cost_nothing() {
    let row = |number| format!("<row r='{number}' s='1' customFormat='1'><c r='A{number}' s='1'/></row>");
    let data: String = (1..=100_000).map(row).collect();
    let bytes = xlsx(&format!("<sheetData>{data}</sheetData>"), &[]);
    assert_eq!(rows(&bytes), Ok(Vec::new()));
}

#[test]
fn h20_h21_rows_are_numbered_as_in_excel() {
    let bytes = made(|sheet| {
        sheet.write(0, 0, "Họ và tên")?;
        sheet.write(3, 0, "Nguyễn\nThị Huệ")?;
        sheet.write(9, 2, "Lê An").map(drop)
    });
    let read: Vec<_> = rows(&bytes).expect("sound").into_iter().map(|(at, cells, _)| (at, cells.concat())).collect();
    let right = [(1, "Họ và tên"), (4, "Nguyễn\nThị Huệ"), (10, "Lê An")];
    assert_eq!(read, right.map(|(at, text)| (at, text.to_owned())));
}

#[test]
fn h36_the_font_of_a_text_is_told() {
    let old = Format::new().set_font_name(".VnTime");
    let bytes = made(|sheet| {
        sheet.write_with_format(0, 0, "NguyÔn ThÞ HuÖ", &old)?;
        sheet.write_with_format(0, 1, "Le An", &old)?;
        sheet.write_with_format(0, 2, 1975, &old)?;
        let capital = Format::new().set_font_name(".VnTimeH");
        // The font of a piece of a text is not known, only its cell's.
        sheet.write_rich_string(0, 3, &[(&Format::new(), "1. "), (&capital, "lª an")])?;
        sheet.write_with_format(0, 4, "Hueä", &Format::new().set_font_name("VNI-Times"))?;
        sheet.write_with_format(0, 5, "lª an", &capital).map(drop)
    });
    let marks = rows(&bytes).expect("sound").remove(0).2;
    let right = [
        (0, Was::InOldFont(OldFont::Tcvn3)),
        (2, Was::Number),
        (4, Was::InOldFont(OldFont::Vni)),
        (5, Was::InOldFont(OldFont::Tcvn3Capital)),
    ];
    assert_eq!(marks, right);
}

#[test]
fn h44_a_formula_that_was_never_calculated_is_told() {
    let cells = "<sheetData><row><c><f>A2</f></c><c><f>A2</f><v></v></c><c><f>A2</f><v/></c><c t='str'><f>A2</f></c>\
                 <c t='str'><f>A2</f><v></v></c><c><f>A2</f><v>7</v></c></row></sheetData>";
    let (_, cells, marks) = rows(&xlsx(cells, &[])).expect("sound").remove(0);
    assert_eq!(cells, ["", "", "", "", "", "7"]);
    let never = (0..4).map(|cell| (cell, Was::Uncalculated));
    assert_eq!(marks, never.chain([(5, Was::Number)]).collect::<Vec<_>>());
    let calculated = made(|sheet| sheet.write_formula(0, 0, Formula::new("=1+1").set_result("2")).map(drop));
    assert_eq!(first(&calculated).0, "2");
}

#[test]
fn h45_an_error_cell_is_told() {
    let cell = |error| xlsx(&format!("<sheetData><row><c t='e'><f>A2</f><v>{error}</v></c></row></sheetData>"), &[]);
    for error in ["#N/A", "#REF!", "#DIV/0!"] {
        assert_eq!(first(&cell(error)), (error.to_owned(), Some(Was::Broken)));
    }
    // The newer errors are saved as "#VALUE!"; a file that has them otherwise is not read.
    assert_eq!(rows(&cell("#SPILL!")), Err("workbook-with-new-error"));
}

#[test]
fn h46_merged_cells_are_told() {
    let bytes = made(|sheet| {
        sheet.merge_range(1, 0, 3, 0, "Xã An Khánh", &Format::new().set_align(FormatAlign::Center))?;
        sheet.write(3, 1, "Ấp 1").map(drop)
    });
    let grid = grid(&bytes).expect("sound");
    assert_eq!(grid.merged.iter().map(|area| (area.rows, area.cells)).collect::<Vec<_>>(), [([2, 4], [0, 0])]);
    assert_eq!(grid.lines.iter().map(|line| line.at).collect::<Vec<_>>(), [2, 4]);
}

#[test]
fn h47_every_sheet_is_named_and_hidden_ones_are_told() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Cán bộ & <khác>").expect("a name");
    workbook.add_worksheet().set_name("Ẩn").expect("a name").set_hidden(true);
    let mut chart = Chart::new(ChartType::Bar);
    chart.add_series().set_values(("Ẩn", 0, 0, 1, 0));
    workbook.add_chartsheet().insert_chart(0, 0, &chart).expect("a chart");
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let workbook = open(&bytes).expect("a workbook");
    let sheets: Vec<_> = workbook.sheets().iter().map(|sheet| (&*sheet.name, sheet.is_visible)).collect();
    assert_eq!(sheets, [("Cán bộ & <khác>", true), ("Ẩn", false)]);
}

#[test]
fn h48_a_file_is_what_its_content_says() {
    let ole = |name| compound(name, b"x");
    let zip = |name| parcel(&[(name, b"x")]);
    let odt = parcel(&[("mimetype", b"application/vnd.oasis.opendocument.text")]);
    let locked = parcel(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"),
    ]);
    let cases: [(&[u8], &str); 19] = [
        (&xlsx("<sheetData/>", &[]), "read"),
        (&ole("EncryptedPackage"), "workbook-encrypted"),
        (&locked, "workbook-encrypted"),
        (&ole("WordDocument"), "file-is-no-list"),
        (&ole("PowerPoint Document"), "file-is-no-list"),
        (&ole("Something"), "file-is-no-list"),
        (&zip("xl/workbook.bin"), "workbook-is-xlsb"),
        (&zip("word/document.xml"), "file-is-no-list"),
        (&zip("ppt/presentation.xml"), "file-is-no-list"),
        (&zip("a.csv"), "file-is-no-list"),
        (&odt, "file-is-no-list"),
        (b"\x89PNG\r\n\x1A\n", "file-is-no-list"),
        (b"\xFF\xD8\xFF\xE0", "file-is-no-list"),
        (b"GIF89a", "file-is-no-list"),
        (b"%PDF-1.7", "file-is-no-list"),
        (b"SQLite format 3\0", "file-is-no-list"),
        (b"\r\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>", "workbook-is-html"),
        (b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook>", "workbook-is-html"),
        (&xlsx("", &[("xl/workbook.xml", "<workbook><sheets/></workbook>")]), "workbook-without-sheets"),
    ];
    for (at, (bytes, right)) in cases.into_iter().enumerate() {
        assert_eq!((is_workbook(bytes), id(bytes)), (true, right), "case {at}");
    }
    for text in ["Mã CB,Họ và tên\n", "\u{FEFF}Mã CB;Họ và tên\n", "sep=;\n", ""] {
        assert!(!is_workbook(text.as_bytes()), "{text:?}");
    }
}
