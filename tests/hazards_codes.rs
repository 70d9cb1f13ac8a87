//! Hazards of what stands in the cells: codes, days, numbers, formulas, and the way out and back. Every name below
//! begins with the number of its hazard.

mod office;
mod parcel;
mod reading;

use std::fs;
use std::process::Output;

use office::{DAY, Office, screen};
use parcel::xlsx;
use phancong::model::finding::{Arg, Finding};
use phancong::model::list::Kind;
use phancong::read::wishes::Wishes;
use reading::{Read, read, read_as, workbook};
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

const CADRES: &str = "Mã CB,Họ và tên,Năm sinh,Cấp,Mã đơn vị\r\n";
const ASSIGNMENTS: &str = "Mã CB,Mã đơn vị,Nhiệm vụ,Từ ngày,Đến ngày\r\n";

/// A list of one cadre.
fn cadre(code: &str, year: &str) -> Read {
    read(format!("{CADRES}{code},Lê An,{year},commune,90101\r\n").as_bytes())
}

/// A list of one assignment that begins on a day as it is written.
fn from(day: &str) -> Read {
    read(format!("{ASSIGNMENTS}CB01,90101,province-commune,{day},\r\n").as_bytes())
}

/// The days that a list's assignments begin on.
fn days(read: &Read) -> Vec<String> {
    read.lists.assignments.iter().map(|listed| listed.row.from.to_string()).collect()
}

fn arg<'f>(finding: &'f Finding, name: &str) -> &'f Arg {
    &finding.args.iter().find(|(key, _)| *key == name).expect("the argument").1
}

/// Imports a file into an office that knows `00123` and an officer of twelve digits.
fn import(name: &str, bytes: &[u8], more: &[&str]) -> (Office, Output) {
    let office = Office::new();
    let known = format!("{CADRES}00123,Lê An,1980,commune,90101\r\n001080012345,Võ Cam,1980,commune,90101\r\n");
    fs::write(office.path("known.csv"), known).expect("a list");
    office.succeed(&["import", "known.csv", "--as-of", DAY]);
    fs::write(office.path(name), bytes).expect("a list");
    let output = office.run(&[&["--lang", "en", "import", name, "--as-of", DAY], more].concat());
    (office, output)
}

#[test]
fn h05_codes_are_text_on_the_way_in_and_out() {
    let codes = ["00123", "001080012345", "1E5", "3-2022", "+1"];
    let rows: String = codes.iter().map(|code| format!("{code},Lê An,,commune,90101\r\n")).collect();
    let (office, _) = import("more.csv", format!("{CADRES}{rows}").as_bytes(), &[]);
    for more in [&[][..], &["--excel"]] {
        let out = office.succeed(&[&["export", "cadres", "--format", "csv"], more].concat()).stdout;
        let back = read(&out);
        let written: Vec<&str> = back.cadres().into_iter().map(|(_, code, _)| code).collect();
        assert!(codes.iter().all(|code| written.contains(code)), "{written:?}");
        assert_eq!(back.errors(), []);
    }
}

#[test]
fn h06_a_code_without_its_zeros_is_asked_about_and_padded_when_told() {
    let text = format!("{CADRES}123,Lê An,1980,commune,90101\r\n");
    let (office, output) = import("more.csv", text.as_bytes(), &[]);
    let said = screen(&output);
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("code-lost-zeros") && said.contains("00123") && said.contains("--pad-codes 5"), "{said}");
    let before = office.database();
    let output = office.run(&["import", "more.csv", "--as-of", DAY, "--pad-codes", "5"]);
    assert_eq!((output.status.code(), office.database() == before), (Some(0), true), "{}", screen(&output));
    let padded = read_as(text.as_bytes(), Wishes { code_digits: Some(5), ..Wishes::default() });
    assert_eq!(padded.cadres(), [(2, "00123", "Lê An")]);
    // A code that is no other one without its zeros is itself.
    let (_, output) = import("more.csv", text.replace("123", "777").as_bytes(), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", screen(&output));
}

/// A list of one cadre whose code is written by `put` into A2.
fn coded(put: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    workbook(|sheet| {
        sheet.write_row(0, 0, ["Mã CB", "Họ và tên", "Cấp", "Mã đơn vị"])?;
        sheet.write_row(1, 1, ["Võ Cam", "commune", "90101"])?;
        put(sheet)
    })
}

#[test]
fn h07_h08_the_zeros_of_a_number_come_from_its_format_or_are_asked_about() {
    let number = |format: &str| {
        let format = Format::new().set_num_format(format);
        coded(|sheet| sheet.write_with_format(1, 0, 1_080_012_345.0, &format).map(drop))
    };
    assert_eq!(read(&number("000000000000")).cadres(), [(2, "001080012345", "Võ Cam")]);
    let (_, output) = import("more.xlsx", &number("General"), &[]);
    let said = screen(&output);
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("code-lost-zeros") && said.contains("001080012345"), "{said}");
}

#[test]
fn h09_a_code_in_exponents_is_refused_and_no_digit_guessed() {
    for code in ["1.08001E+09", "\"1,08001E+09\""] {
        let found = cadre(code, "1980");
        assert_eq!((found.cadres(), found.errors()), (vec![], vec![("code-in-exponent", Some(2), Some("Mã CB"))]));
        assert_eq!(found.findings[0].nearest, None);
    }
    let found = read(&coded(|sheet| sheet.write_string(1, 0, "1.08001E+09").map(drop)));
    assert_eq!(found.errors(), [("code-in-exponent", Some(2), Some("Mã CB"))]);
    assert_eq!(cadre("1E5", "1980").cadres(), [(2, "1E5", "Lê An")]);
}

#[test]
fn h10_a_number_of_more_than_15_digits_is_no_code() {
    let number = |value: f64| {
        let format = Format::new().set_num_format("0");
        read(&coded(|sheet| sheet.write_with_format(1, 0, value, &format).map(drop)))
    };
    assert_eq!(number(1_234_567_890_123_450.0).errors(), [("number-imprecise", Some(2), Some("Mã CB"))]);
    assert_eq!(number(123_456_789_012_345.0).cadres(), [(2, "123456789012345", "Võ Cam")]);
}

#[test]
fn h11_h13_a_day_means_the_same_whatever_stands_around_it() {
    for day in ["05/03/1980", "1980-03-05", "5/3/1980", "05-03-1980", "05.03.1980"] {
        assert_eq!((days(&from(day)), from(day).told()), (vec!["1980-03-05".to_owned()], vec![]), "{day}");
    }
    // A neighbour that only makes sense the other way round changes nothing.
    let row = |day| format!("CB01,90101,province-commune,{day},\r\n");
    let found = read(format!("{ASSIGNMENTS}{}{}", row("12/31/1975"), row("05/03/1980")).as_bytes());
    assert_eq!(days(&found), ["1980-03-05"]);
}

#[test]
fn h12_a_month_beyond_12_is_asked_about_and_never_swapped() {
    let found = from("12/31/1975");
    assert_eq!((days(&found), found.errors()), (vec![], vec![("date-swapped", Some(2), Some("Từ ngày"))]));
    assert_eq!(arg(&found.findings[0], "meant"), &Arg::Day(jiff::civil::date(1975, 12, 31)));
}

#[test]
fn h14_h15_a_short_year_and_a_day_that_is_none_are_refused() {
    for (day, id) in [
        ("05/03/80", "date-short-year"),
        ("29/02/2025", "date-impossible"),
        ("31/04/2026", "date-impossible"),
        ("mai", "date-unreadable"),
    ] {
        let found = from(day);
        assert_eq!((days(&found), found.errors()), (vec![], vec![(id, Some(2), Some("Từ ngày"))]));
        assert_eq!(found.findings[0].value.as_deref(), Some(day));
    }
    assert_eq!(days(&from("29/02/2024")), ["2024-02-29"]);
}

#[test]
fn h16_a_year_alone_is_a_year_of_birth_and_no_day() {
    let year = |text: &str| cadre("CB9", text).lists.cadres.first().map(|cadre| cadre.row.birth_year);
    assert_eq!((year("1980"), year("05/03/1980"), year("")), (Some(Some(1980)), Some(Some(1980)), Some(None)));
    assert_eq!(cadre("CB9", "80").errors(), [("birth-year-impossible", Some(2), Some("Năm sinh"))]);
    assert_eq!(from("1980").errors(), [("date-unreadable", Some(2), Some("Từ ngày"))]);
}

#[test]
fn h17_days_that_are_days_and_days_that_are_text_are_the_same_in_one_column() {
    let found = read(&workbook(|sheet| {
        sheet.write_row(0, 0, ["Mã CB", "Mã đơn vị", "Nhiệm vụ", "Từ ngày"])?;
        for row in 1..4 {
            sheet.write_row(row, 0, ["CB01", "90101", "province-commune"])?;
        }
        let format = Format::new().set_num_format("dd/mm/yyyy");
        sheet.write_with_format(1, 3, &ExcelDateTime::from_ymd(1980, 3, 5)?, &format)?;
        sheet.write_string(2, 3, "05/03/1980")?;
        sheet.write_number(3, 3, 29_285).map(drop)
    }));
    assert_eq!(days(&found), ["1980-03-05", "1980-03-05"]);
    // A number that nothing says to be a day is asked about.
    assert_eq!(found.errors(), [("date-unreadable", Some(4), Some("Từ ngày"))]);
    assert_eq!(found.findings[0].nearest.as_deref(), Some("1980-03-05"));
}

#[test]
fn h42_what_a_spreadsheet_would_run_goes_out_with_a_mark_and_comes_back_without() {
    let texts = [
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("-2+3", "'-2+3"),
        ("'=1", "''=1"),
        ("+84 912 345 678", "+84 912 345 678"),
        ("-5", "-5"),
        ("'tên", "'tên"),
    ];
    let rows: String = texts.iter().map(|(_, cell)| format!("X,{cell},,commune,90101\r\n")).collect();
    let found = read(format!("{CADRES}{rows}").as_bytes());
    let names: Vec<&str> = found.cadres().into_iter().map(|(_, _, name)| name).collect();
    assert_eq!(names, texts.map(|(text, _)| text));
    let rows = texts.iter().enumerate().map(|(at, (_, cell))| format!("X{at},{cell},,commune,90101\r\n"));
    let (office, _) = import("more.csv", format!("{CADRES}{}", rows.collect::<String>()).as_bytes(), &[]);
    let before = office.database();
    let out = office.succeed(&["export", "cadres", "--format", "csv"]).stdout;
    let text = String::from_utf8(out.clone()).expect("UTF-8");
    texts.iter().for_each(|(_, cell)| assert!(text.contains(&format!(",{cell},")), "{cell} in {text}"));
    fs::write(office.path("back.csv"), &out).expect("a list");
    office.succeed(&["import", "back.csv", "--as-of", DAY]);
    assert!(office.database() == before);
}

#[test]
fn h43_in_a_workbook_it_is_text_without_a_mark() {
    let text = format!("{CADRES}X1,'=1+1,,commune,90101\r\nX2,+84 912,,commune,90101\r\n");
    let (office, _) = import("more.csv", text.as_bytes(), &[]);
    office.succeed(&["export", "cadres", "-o", "out.xlsx"]);
    let found = read(&fs::read(office.path("out.xlsx")).expect("a workbook"));
    let names: Vec<&str> = found.cadres().into_iter().map(|(_, _, name)| name).collect();
    assert!(names.contains(&"=1+1") && names.contains(&"+84 912"), "{names:?}");
    assert_eq!(found.errors(), []);
}

#[test]
fn h44_h45_a_formula_without_a_value_and_an_error_are_named_with_their_cell() {
    let row = |cells: &[&str]| {
        let text = |text: &&str| format!("<c t='inlineStr'><is><t>{text}</t></is></c>");
        cells.iter().map(text).collect::<String>()
    };
    let sheet = |header: &[&str], cells: &str| {
        let rows = format!("<sheetData><row>{}</row><row>{cells}</row></sheetData>", row(header));
        read(&xlsx(&rows, &[]))
    };
    for heading in ["Năm sinh", "Chức vụ", "Điện thoại", "Ghi chú"] {
        let told = row(&["CB7", "Võ Cam", "commune", "90101"]);
        let found = |cell: &str| sheet(&["Mã CB", "Họ và tên", "Cấp", "Mã đơn vị", heading], &format!("{told}{cell}"));
        assert_eq!(found("<c><f>A9</f></c>").errors(), [("formula-uncalculated", Some(2), Some(heading))]);
        assert_eq!(found("<c/>").errors(), []);
    }
    let rest = row(&["Võ Cam", "commune", "90101"]);
    let found = |cell: &str| sheet(&["Mã CB", "Họ và tên", "Cấp", "Mã đơn vị"], &format!("{cell}{rest}"));
    assert_eq!(found("<c><f>A9</f></c>").errors(), [("formula-uncalculated", Some(2), Some("Mã CB"))]);
    assert_eq!(found("<c t='e'><f>A9</f><v>#N/A</v></c>").errors(), [("cell-broken", Some(2), Some("Mã CB"))]);
    let calculated = found("<c t='str'><f>A9</f><v>CB7</v></c>");
    assert_eq!((calculated.cadres(), calculated.told()), (vec![(2, "CB7", "Võ Cam")], vec![]));
}

#[test]
fn h49_thousands_are_read_in_columns_of_numbers_only() {
    let units = |households: &str| {
        read(format!("Mã đơn vị,Tên,Cấp,Mã cấp trên,Số hộ\r\n1.234,Xã A,commune,901,{households}\r\n").as_bytes())
    };
    for (text, number) in [("1234", 1234), ("1.234", 1234), ("\"1,234\"", 1234), ("1 234", 1234)] {
        let found = units(text);
        let row = &found.lists.units[0].row;
        assert_eq!((row.households, row.code.as_str(), found.errors()), (Some(number), "1.234", vec![]), "{text}");
    }
    for text in ["\"1,5\"", "1.5", "12.34", "\"1.234,5\""] {
        assert_eq!(units(text).errors(), [("number-unreadable", Some(2), Some("Số hộ"))], "{text}");
    }
}

#[test]
fn h50_a_list_without_rows_deletes_nothing() {
    let (office, output) = import("more.csv", CADRES.as_bytes(), &["--mode", "upsert"]);
    let before = office.database();
    assert_eq!(output.status.code(), Some(0), "{}", screen(&output));
    let output = office.run(&["--lang", "en", "import", "more.csv", "--as-of", DAY, "--mode", "sync"]);
    assert!(office.database() == before, "{}", screen(&output));
    assert_eq!(output.status.code(), Some(0), "{}", screen(&output));
    fs::write(office.path("more.csv"), "").expect("a list");
    let output = office.run(&["--lang", "en", "import", "more.csv", "--as-of", DAY]);
    assert_eq!(output.status.code(), Some(3), "{}", screen(&output));
    assert!(screen(&output).contains("file-empty"));
}

#[test]
fn h51_what_was_exported_is_nothing_new() {
    let office = Office::new();
    let before = office.database();
    for kind in Kind::ALL.map(Kind::name) {
        for file in [format!("{kind}.csv"), format!("{kind}.xlsx")] {
            office.succeed(&["export", kind, "-o", &file, "--as-of", DAY]);
            office.succeed(&["import", &file, "--as-of", DAY]);
            assert!(office.database() == before, "{file}");
        }
    }
}

#[test]
fn h52_an_export_that_excel_saved_again_is_flagged_cell_by_cell() {
    let damaged = "Mã CB;Họ và tên;Năm sinh;Cấp;Mã đơn vị\r\n\
                   123;Lê An;1980;commune;90101\r\n1.08001E+09;Võ Cam;1980;commune;90101\r\n";
    let (_, output) = import("more.csv", damaged.as_bytes(), &[]);
    let said = screen(&output);
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("row 2") && said.contains("code-lost-zeros"), "{said}");
    assert!(said.contains("row 3") && said.contains("code-in-exponent"), "{said}");
    let found = read(
        "Mã CB;Mã đơn vị;Nhiệm vụ;Từ ngày;Đến ngày\r\nCB01;90101;province-commune;6/9/2021;12/31/2021\r\n".as_bytes(),
    );
    assert_eq!(found.errors(), [("date-swapped", Some(2), Some("Đến ngày"))]);
}

#[test]
fn h55_a_pipe_gets_utf_8_without_a_mark_and_without_colour() {
    let office = Office::new();
    let out = office.succeed(&["export", "cadres", "--format", "csv"]).stdout;
    assert!(out.starts_with(b"code,") && !out.contains(&0x1B) && !out.contains(&b'\r'));
    assert!(String::from_utf8(out).expect("UTF-8").contains("Lê Thị Lụa"));
    let marked = office.succeed(&["export", "cadres", "--format", "csv", "--excel"]).stdout;
    assert!(marked.starts_with(b"\xEF\xBB\xBF"));
    for readme in ["README.md", "README.vi.md"] {
        let text = fs::read_to_string(readme).expect("the README");
        assert!(text.lines().any(|line| line.contains("PowerShell") && line.contains("-o")), "{readme}");
    }
}
