//! Workbooks as offices and other programs make them, for the gallery.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, Worksheet};

use crate::compound::compound;
use crate::parcel::{parcel, xlsx};

/// The findings that only such a workbook brings.
pub const CASES: [&str; 17] = [
    "cell-broken",
    "cell-merged",
    "file-is-no-list",
    "formula-uncalculated",
    "letters-converted",
    "number-imprecise",
    "sheet-ambiguous",
    "sheet-unknown",
    "sheets-passed-over",
    "workbook-damaged",
    "workbook-encrypted",
    "workbook-hostile",
    "workbook-is-html",
    "workbook-is-xlsb",
    "workbook-too-large",
    "workbook-with-new-error",
    "workbook-without-sheets",
];

const HEADER: [&str; 5] = ["Mã CB", "Họ và tên", "Năm sinh", "Cấp", "Mã đơn vị"];
const ROWS: [[&str; 5]; 2] =
    [["CB07", "Đỗ Thị Bưởi", "1990", "commune", "90101"], ["CB08", "Hồ Văn Xoài", "1988", "commune", "90101"]];

/// Makes the workbook of a case where the next import finds it.
pub fn workbook(id: &str, lists: &Path) {
    let path = lists.join("Danh sach can bo.xlsx");
    if id == "workbook-too-large" {
        let mut file = File::create(&path).expect("a file");
        file.write_all(b"PK\x03\x04").and_then(|()| file.set_len((128 << 20) + 1)).expect("a sparse file");
        return;
    }
    fs::write(path, bytes(id)).expect("a workbook");
}

fn bytes(id: &str) -> Vec<u8> {
    match id {
        "cell-broken" => one_cell("<c r='B2' t='e'><v>#REF!</v></c>"),
        "workbook-with-new-error" => one_cell("<c r='B2' t='e'><v>#SPILL!</v></c>"),
        "formula-uncalculated" => one_cell("<c r='B2'><f>A1&amp;\"B\"</f></c>"),
        "number-imprecise" => one_cell("<c r='B2'><v>1234567890123456</v></c>"),
        "file-is-no-list" => b"%PDF-1.7\n".to_vec(),
        "workbook-damaged" => sound()[..900].to_vec(),
        "workbook-encrypted" => compound("EncryptedPackage", &[]),
        "workbook-hostile" => xlsx("<!DOCTYPE x [<!ENTITY a 'a'>]><sheetData/>", &[]),
        "workbook-is-html" => "<html><body><table><tr><td>Mã CB</td></tr></table></body></html>".into(),
        "workbook-is-xlsb" => parcel(&[("xl/workbook.bin", b"")]),
        "workbook-without-sheets" => xlsx("", &[("xl/workbook.xml", "<workbook><sheets/></workbook>")]),
        "sheet-ambiguous" => sheets(&[("Tháng 4", list), ("Tháng 5", list)]),
        "sheets-passed-over" => sheets(&[("Danh sách", list), ("Ghi chú", remark)]),
        "cell-merged" => sheets(&[("Danh sách", merged)]),
        "letters-converted" => sheets(&[("Danh sách", old)]),
        _ => sound(),
    }
}

fn sound() -> Vec<u8> {
    sheets(&[("Danh sách", list)])
}

/// A sheet's name, and what fills it.
type Made<'m> = (&'m str, fn(&mut Worksheet));

fn sheets(sheets: &[Made]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, fill) in sheets {
        fill(workbook.add_worksheet().set_name(*name).expect("a name"));
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn list(sheet: &mut Worksheet) {
    sheet.write_row(0, 0, HEADER).expect("a header");
    sheet.write_row_matrix(1, 0, ROWS).expect("rows");
}

fn remark(sheet: &mut Worksheet) {
    sheet.write(0, 0, "Chưa có số điện thoại").expect("a remark");
}

fn merged(sheet: &mut Worksheet) {
    list(sheet);
    sheet.merge_range(1, 4, 2, 4, "90101", &Format::new()).expect("a merged cell");
}

/// A name in a font of before Unicode.
fn old(sheet: &mut Worksheet) {
    list(sheet);
    sheet.write_with_format(1, 1, "§ç ThÞ B\u{ad}ëi", &Format::new().set_font_name(".VnTime")).expect("a name");
}

/// A list whose one name is this cell.
fn one_cell(cell: &str) -> Vec<u8> {
    let text = |at: &str, text: &str| format!("<c r='{at}' t='inlineStr'><is><t>{text}</t></is></c>");
    let header: String = ["A1", "B1", "C1", "D1", "E1"].iter().zip(HEADER).map(|(at, name)| text(at, name)).collect();
    let [code, _, year, level, home] = ROWS[0];
    let rest = [text("C2", year), text("D2", level), text("E2", home)].concat();
    let row = format!("{}{cell}{rest}", text("A2", code));
    xlsx(&format!("<sheetData><row r='1'>{header}</row><row r='2'>{row}</row></sheetData>"), &[])
}
