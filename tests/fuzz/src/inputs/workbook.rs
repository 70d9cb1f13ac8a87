//! A workbook. The first byte tells what the rest is: a whole file; one part of an otherwise sound xlsx or ods; the records
//! of an xls; or damage to an xls that another program wrote.

use phancong::read::workbook::{is_workbook, open};

use super::held::{IMPORT, file, goes_out_and_comes_back, looked_at, take_in};
use crate::compound::compound;
use crate::memory::small::office;
use crate::memory::{DAY, Office};
use crate::parcel::stored;

/// The parts of an xlsx with a list of cadres, and a sheet that is hidden.
const XLSX: [(&str, &str); 7] = [
    ("xl/worksheets/sheet1.xml", SHEET),
    ("xl/sharedStrings.xml", STRINGS),
    ("xl/styles.xml", STYLES),
    (
        "xl/workbook.xml",
        "<workbook xmlns:r='r'><workbookPr date1904='0'/><sheets><sheet name='DS' sheetId='1' r:id='s'/><sheet name='x' sheetId='2' state='hidden' r:id='h'/></sheets></workbook>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='s' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/>\
         <Relationship Id='h' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet2.xml'/>\
         <Relationship Id='t' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings' Target='sharedStrings.xml'/>\
         <Relationship Id='y' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles' Target='styles.xml'/></Relationships>",
    ),
    ("xl/worksheets/sheet2.xml", "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"),
    (
        "_rels/.rels",
        "<Relationships><Relationship Id='w' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>",
    ),
];
const SHEET: &str = "<worksheet><dimension ref='A1:E3'/><sheetData>\
    <row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c><c r='D1' t='inlineStr'><is><t>Mã đơn vị</t></is></c><c r='E1' t='str'><v>Ghi chú</v></c></row>\
    <row r='2'><c r='A2' t='str'><v>C7</v></c><c r='B2' t='s'><v>3</v></c><c r='C2' t='s'><v>4</v></c><c r='D2' s='2'><v>1</v></c><c r='E2' s='1'><v>44562</v></c></row>\
    <row r='3'><c r='A3' t='str'><f>A2</f><v>C8</v></c><c r='B3' t='s'><v>3</v></c><c r='C3' t='s'><v>4</v></c><c r='D3' t='str'><v>T</v></c><c r='E3' t='b'><v>1</v></c></row>\
    </sheetData><mergeCells count='1'><mergeCell ref='C2:C3'/></mergeCells></worksheet>";
const STRINGS: &str = "<sst count='5' uniqueCount='5'><si><t>Mã CB</t></si><si><t xml:space='preserve'>Họ và tên </t></si><si><t>Cấp</t></si>\
    <si><r><rPr><rFont val='VNI-Times'/></rPr><t>Lê </t></r><r><t>An_x000D_</t></r><rPh><t>x</t></rPh></si><si><t>tỉnh</t></si></sst>";
const STYLES: &str = "<styleSheet><numFmts count='1'><numFmt numFmtId='164' formatCode='000'/></numFmts><fonts count='2'><font><name val='Arial'/></font><font><name val='.VnTime'/></font></fonts>\
    <cellXfs count='4'><xf numFmtId='0' fontId='0'/><xf numFmtId='14' fontId='0'/><xf numFmtId='164' fontId='0'/><xf numFmtId='0' fontId='1'/></cellXfs></styleSheet>";

const MIMETYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
const XLS: &[u8] = include_bytes!("../../../workbooks/list.xls");
/// The most bytes of records: a file by hand has room for no more.
const MOST_RECORDS: usize = 60_000;

thread_local! {
    static BEFORE: Office = office();
}

/// Runs an input.
pub fn run(mut bytes: &[u8]) {
    let bytes = match super::first(&mut bytes) % 10 {
        part @ 0..5 => with_part(part, bytes),
        5 => ods(bytes),
        6 => compound("Workbook", &bytes[..bytes.len().min(MOST_RECORDS)]),
        7 => damaged(bytes),
        _ => bytes.to_vec(),
    };
    read(&bytes);
}

/// The xlsx with one of its parts replaced.
fn with_part(part: usize, bytes: &[u8]) -> Vec<u8> {
    let parts =
        XLSX.iter().enumerate().map(|(at, (name, own))| (*name, if at == part { bytes } else { own.as_bytes() }));
    stored(&parts.collect::<Vec<_>>())
}

fn ods(content: &[u8]) -> Vec<u8> {
    let manifest = b"<manifest:manifest/>";
    stored(&[("mimetype", MIMETYPE), ("META-INF/manifest.xml", manifest), ("content.xml", content)])
}

/// The xls with bytes replaced: each two bytes of place and one of what stands there.
fn damaged(mut bytes: &[u8]) -> Vec<u8> {
    let mut file = XLS.to_vec();
    while bytes.len() >= 3 {
        let at = super::number(&mut bytes) % file.len();
        file[at] = super::first(&mut bytes) as u8;
    }
    file
}

/// Reads what is hidden, then takes in what is a list.
fn read(bytes: &[u8]) {
    if is_workbook(bytes) {
        let Ok(workbook) = open(bytes) else { return };
        let hidden = (0..workbook.sheets().len()).filter(|at| !workbook.sheets()[*at].is_visible);
        hidden.for_each(|at| drop(workbook.grid(at)));
    }
    let mut office = BEFORE.with(Office::clone);
    if take_in(&mut office, &[file("list.xlsx", bytes)], IMPORT) {
        looked_at(&office.book, DAY);
        goes_out_and_comes_back(&office, DAY, false);
    }
}
