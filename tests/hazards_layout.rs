//! Hazards of the shape of a list: marks, delimiters, titles, headers, blank and ragged rows, merged cells, sheets.
//! Every name below begins with the number of its hazard.

mod reading;

use phancong::model::finding::{Arg, Finding, Severity};
use phancong::model::list::Column;
use phancong::read::wishes::Wishes;
use reading::{read, read_as, workbook};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

const HEADER: &str = "Mã CB,Họ và tên,Cấp,Mã đơn vị\r\n";
const AN: &str = "00123,Lê An,commune,90101\r\n";
const BUOI: &str = "00124,Đỗ Bưởi,commune,90101\r\n";

fn list(rows: &[&str]) -> String {
    HEADER.to_owned() + &rows.concat()
}

/// The value of an argument of a finding.
fn arg<'f>(finding: &'f Finding, name: &str) -> &'f Arg {
    &finding.args.iter().find(|(key, _)| *key == name).expect("the argument").1
}

#[test]
fn h01_a_byte_order_mark_is_no_part_of_the_first_heading() {
    let marked = read(format!("\u{FEFF}{}", list(&[AN])).as_bytes());
    assert_eq!((marked.cadres(), marked.told()), (vec![(2, "00123", "Lê An")], vec![]));
    let headings = &marked.lists.sources[0].columns;
    assert_eq!(headings[0], (Column::Code, "Mã CB".into()));
    // Anywhere else it is an invisible character, which is said.
    let inside = read(list(&["00123,Lê \u{FEFF}An,commune,90101\r\n"]).as_bytes());
    assert_eq!((inside.cadres(), inside.told()), (vec![(2, "00123", "Lê An")], vec![("text-put-right", None, None)]));
}

#[test]
fn h02_the_delimiter_is_told_by_the_headings() {
    for delimiter in [",", ";", "\t", "|"] {
        let found = read(list(&[AN]).replace(',', delimiter).as_bytes());
        assert_eq!((found.cadres(), found.told()), (vec![(2, "00123", "Lê An")], vec![]), "{delimiter:?}");
    }
    // A delimiter that stands more often, but inside the cells.
    let found = read("Mã CB;Họ và tên;Cấp;Mã đơn vị\r\n00123;a,b,c,d,e,f,g;commune;90101\r\n".as_bytes());
    assert_eq!((found.cadres(), found.told()), (vec![(2, "00123", "a,b,c,d,e,f,g")], vec![]));
}

#[test]
fn h18_empty_columns_and_rows_at_the_end_are_counted_and_ignored() {
    let text = list(&[AN]).replace("\r\n", ",,\r\n") + &",,,,,\r\n".repeat(5);
    let found = read(text.as_bytes());
    assert_eq!((found.cadres(), found.told()), (vec![(2, "00123", "Lê An")], vec![("rows-empty", None, None)]));
    assert_eq!((found.findings[0].severity, arg(&found.findings[0], "count")), (Severity::Info, &Arg::Number(5)));
    // One filled cell there makes all the difference.
    let found = read(text.replacen("90101,,", "90101,x,", 1).as_bytes());
    assert_eq!((found.cadres(), found.errors()), (vec![], vec![("row-too-long", Some(2), None)]));
}

#[test]
fn h20_blank_lines_are_skipped_and_counted_as_excel_counts_them() {
    let found = read(list(&["\r\n", AN, "\r\n", "\r\n", "00124,Đỗ B??i,commune,90101\r\n"]).as_bytes());
    assert_eq!(found.cadres(), [(3, "00123", "Lê An")]);
    assert_eq!(found.errors(), [("text-lost-letters", Some(6), Some("Họ và tên"))]);
}

#[test]
fn h21_a_line_break_in_a_name_becomes_a_space_and_is_said() {
    let found = read(list(&["00123,\"Lê\r\nAn\",commune,90101\r\n", BUOI]).as_bytes());
    assert_eq!(found.cadres(), [(2, "00123", "Lê An"), (3, "00124", "Đỗ Bưởi")]);
    assert_eq!(found.told(), [("cell-with-line-break", Some(2), Some("Họ và tên"))]);
    assert_eq!(found.findings[0].severity, Severity::Warning);
}

#[test]
fn h23_a_quote_left_open_is_told_where_it_opens_and_nothing_behind_it_is_taken() {
    let found = read(list(&[AN, "00124,\"Đỗ Bưởi,commune,90101\r\n", "00125,Võ Chanh,commune,90101\r\n"]).as_bytes());
    assert_eq!(found.errors(), [("quote-unclosed", Some(3), Some("Họ và tên"))]);
    assert_eq!(found.cadres(), [(2, "00123", "Lê An")]);
    let closed = read(list(&["00124,\"Đỗ \"\"Bưởi\"\"\",commune,90101\r\n"]).as_bytes());
    assert_eq!((closed.cadres(), closed.told()), (vec![(2, "00124", "Đỗ \"Bưởi\"")], vec![]));
}

#[test]
fn h24_rows_of_too_few_or_too_many_cells_are_refused_one_by_one() {
    let found = read(list(&["00121,Lê An\r\n", BUOI, "00122,Lê,An,commune,90101\r\n"]).as_bytes());
    assert_eq!(found.errors(), [("row-too-short", Some(2), None), ("row-too-long", Some(4), None)]);
    assert_eq!(found.cadres(), [(3, "00124", "Đỗ Bưởi")]);
    let found = read(list(&["00124,Đỗ Bưởi,commune,90101,, \r\n"]).as_bytes());
    assert_eq!((found.cadres(), found.told()), (vec![(2, "00124", "Đỗ Bưởi")], vec![]));
}

/// A title over all columns, a blank row, then the header.
fn titled(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.merge_range(0, 0, 0, 3, "DANH SÁCH CÁN BỘ", &Format::new())?;
    sheet.write(1, 0, "Tháng 5 năm 2022")?;
    sheet.write_row(3, 0, ["Mã CB", "Họ và tên", "Cấp", "Mã đơn vị"])?;
    sheet.write_row(4, 0, ["00123", "Lê An", "commune", "90101"]).map(drop)
}

#[test]
fn h25_the_header_below_titles_is_found_and_said() {
    let text = format!("DANH SÁCH CÁN BỘ,,,\r\nTháng 5 năm 2022,,,\r\n\r\n{}", list(&[AN]));
    for bytes in [text.into_bytes(), workbook(titled)] {
        let found = read(&bytes);
        assert_eq!(found.cadres(), [(5, "00123", "Lê An")]);
        assert_eq!(found.told(), [("rows-above-header", Some(4), None)]);
        assert_eq!(arg(&found.findings[0], "count"), &Arg::Number(2));
    }
    // Titles alone are no list.
    let found = read("DANH SÁCH CÁN BỘ,,,\r\nTháng 5 năm 2022,,,\r\n".as_bytes());
    assert_eq!((found.cadres(), found.errors()), (vec![], vec![("list-unknown", Some(1), None)]));
}

#[test]
fn h25_the_row_of_the_header_may_be_said() {
    let text = format!("Mã CB,Họ và tên,Cấp,Mã đơn vị\r\n(bỏ),(bỏ),(bỏ),(bỏ)\r\n{}", list(&[AN]));
    let said = |row| read_as(text.as_bytes(), Wishes { header_row: Some(row), ..Wishes::default() });
    assert_eq!((said(3).cadres(), said(3).errors()), (vec![(4, "00123", "Lê An")], vec![]));
    assert!(said(1).errors().iter().any(|(check, row, _)| (*check, *row) == ("level-unknown", Some(2))));
    assert_eq!(said(9).errors(), [("header-row-empty", Some(9), None)]);
}

#[test]
fn h26_a_column_that_stands_twice_is_refused() {
    let found = read("Mã CB,Họ và tên,HỌ TÊN,Cấp,Mã đơn vị\r\n00123,Lê An,Lê Anh,commune,90101\r\n".as_bytes());
    assert_eq!((found.cadres(), found.errors()), (vec![], vec![("column-repeated", Some(1), Some("HỌ TÊN"))]));
}

#[test]
fn h27_headings_are_told_however_they_are_written() {
    for [code, name] in [
        ["Mã CB ", "Họ\u{A0}và tên"],
        ["MÃ CB", "HỌ VÀ TÊN"],
        ["Ma CB", "Ho va ten"],
        ["Ma\u{303} CB", "Ho\u{323} va\u{300} te\u{302}n"],
        ["\u{200B}Mã CB", "\"Họ\r\nvà tên\""],
        ["Mã CB", "Họ, tên"],
    ] {
        let name = if name.contains(',') { format!("\"{name}\"") } else { name.to_owned() };
        let found = read(format!("{code},{name},Cấp,Mã đơn vị\r\n{AN}").as_bytes());
        let cadres: Vec<_> = found.cadres().into_iter().map(|(_, code, name)| (code, name)).collect();
        assert_eq!((cadres, found.errors()), (vec![("00123", "Lê An")], vec![]), "{code} {name}");
    }
}

#[test]
fn h28_missing_and_unknown_columns_are_told_in_one_message() {
    let found = read("Mã CB,Họ và tên,Chức vụ,Cap bac,Đơn vj\r\n00123,Lê An,x,commune,90101\r\n".as_bytes());
    assert_eq!((found.cadres(), found.errors()), (vec![], vec![("column-missing", Some(1), None)]));
    let missing = found.finding("column-missing");
    assert_eq!(missing.value.as_deref(), Some("level, home_unit_code"));
    assert_eq!(arg(missing, "unknown"), &Arg::Text("Cap bac, Đơn vj".into()));
    let found = read(format!("Mã CB,Họ và tên,Cấp,Mã đơn vị,phonee\r\n{}", AN.replace("\r\n", ",\r\n")).as_bytes());
    assert_eq!((found.cadres().len(), found.told()), (1, vec![("column-unknown", Some(1), Some("phonee"))]));
    assert_eq!(found.findings[0].nearest.as_deref(), Some("phone"));
}

#[test]
fn h46_merged_cells_stand_for_their_rows_only_where_the_user_says_so() {
    let bytes = workbook(|sheet| {
        sheet.write_row(0, 0, ["Mã CB", "Họ và tên", "Cấp", "Mã đơn vị"])?;
        for (row, code) in (1..).zip(["1", "2", "3", "4"]) {
            sheet.write_row(row, 0, [code, "Lê An", "commune", "90199"])?;
        }
        sheet.merge_range(1, 3, 3, 3, "90101", &Format::new()).map(drop)
    });
    let found = read(&bytes);
    assert_eq!(found.errors()[0], ("cell-merged", Some(2), Some("Mã đơn vị")));
    assert_eq!(arg(&found.findings[0], "last"), &Arg::Text("4".into()));
    let found = read_as(&bytes, Wishes { fills_merged: true, ..Wishes::default() });
    let homes: Vec<&str> = found.lists.cadres.iter().map(|cadre| cadre.row.home_unit_code.as_str()).collect();
    assert_eq!((homes, found.told()), (vec!["90101", "90101", "90101", "90199"], vec![]));
}

/// A workbook of several sheets with one cadre each, or a remark where there is no code; hidden where told so.
fn sheets(sheets: &[(&str, &str, bool)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, code, is_hidden) in sheets {
        let sheet = workbook.add_worksheet().set_name(*name).expect("a name").set_hidden(*is_hidden);
        if code.is_empty() {
            sheet.write(0, 0, "Chưa có số điện thoại").expect("a remark");
            continue;
        }
        sheet.write_row(0, 0, ["Mã CB", "Họ và tên", "Cấp", "Mã đơn vị"]).expect("a header");
        sheet.write_row(1, 0, [code, "Lê An", "commune", "90101"]).expect("a row");
    }
    workbook.save_to_buffer().expect("a workbook")
}

#[test]
fn h47_the_one_visible_list_is_taken_and_of_several_none_is_guessed() {
    let found = read(&sheets(&[("Ghi chú", "", false), ("Tháng 5", "00123", false), ("Tháng 4", "00999", true)]));
    assert_eq!((found.cadres(), found.errors()), (vec![(2, "00123", "Lê An")], vec![]));
    assert_eq!(found.finding("sheets-passed-over").value.as_deref(), Some("«Ghi chú»"));
    assert_eq!(found.lists.sources[0].sheet.as_deref(), Some("Tháng 5"));
    let both = sheets(&[("Tháng 4", "00999", false), ("Tháng 5", "00123", false)]);
    let found = read(&both);
    assert_eq!((found.cadres(), found.errors()), (vec![], vec![("sheet-ambiguous", None, None)]));
    assert_eq!(found.findings[0].value.as_deref(), Some("«Tháng 4», «Tháng 5»"));
    let asked = |name: &str| read_as(&both, Wishes { sheets: vec![name.to_owned()], ..Wishes::default() });
    assert_eq!(asked("tháng 5").cadres(), [(2, "00123", "Lê An")]);
    assert_eq!(asked("Tháng 6").errors(), [("sheet-unknown", None, None)]);
}

#[test]
fn h50_an_empty_file_is_an_error_and_a_header_alone_a_list_of_no_rows() {
    for text in ["", "\u{FEFF}", "\r\n\r\n"] {
        assert_eq!(read(text.as_bytes()).errors(), [("file-empty", None, None)], "{text:?}");
    }
    let found = read(HEADER.as_bytes());
    assert_eq!(
        (found.told(), found.findings[0].severity),
        (vec![("list-without-rows", None, None)], Severity::Warning)
    );
}

#[test]
fn h56_the_columns_of_an_earlier_answer_are_passed_over() {
    let text = "Mã CB,Họ và tên,Cấp,Mã đơn vị,import_status,import_message\r\n\
                00123,Lê An,commune,90101,bị từ chối,Mã đơn vị: không có\r\n";
    let found = read(text.as_bytes());
    assert_eq!((found.cadres(), found.told()), (vec![(2, "00123", "Lê An")], vec![]));
    // "Trạng thái" is the office's own: whether somebody is at work.
    let found = read("Mã CB,Họ và tên,Cấp,Mã đơn vị,Trạng thái\r\n00123,Lê An,commune,90101,bị từ chối\r\n".as_bytes());
    assert_eq!(found.errors(), [("status-unknown", Some(2), Some("Trạng thái"))]);
}
