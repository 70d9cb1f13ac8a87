//! Workbooks made to harm, and damaged ones: read or refused in words, in little time and memory, never a panic.

mod biff;
mod compound;
mod parcel;
mod sheet;

use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use biff::{numbers, records};
use compound::compound;
use parcel::{parcel, xlsx};
use phancong::read::workbook::{is_workbook, open};
use proptest::prelude::*;
use proptest::sample::Index;
use rust_xlsxwriter::{Format, Workbook};
use sheet::{grid, rows};

/// Catches what never ends, on a busy machine and in an unoptimized build too; it is no measure of speed.
const MOST_TIME: Duration = Duration::from_secs(120);
const MOST_KB: u64 = 512 << 10;

/// Whether our own code panicked: `open` would make a finding of it, as it does where a library does.
static PANICKED: AtomicBool = AtomicBool::new(false);

fn watch_for_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let is_own = info.location().is_some_and(|place| place.file().starts_with("src"));
            PANICKED.fetch_or(is_own, Ordering::Relaxed);
            usual(info);
        }));
    });
}

/// The id of what is wrong, or of the first row that is; "read" when nothing is.
fn verdict(bytes: &[u8]) -> &'static str {
    watch_for_panics();
    let before = Instant::now();
    let verdict = match grid(bytes) {
        Err(check) => check,
        Ok(grid) => grid.lines.iter().find_map(|line| line.cells.as_ref().err()).map_or("read", |bad| bad.why.check()),
    };
    assert!(!PANICKED.load(Ordering::Relaxed), "{verdict} after a panic");
    assert!(before.elapsed() < MOST_TIME, "{verdict} after {:?}", before.elapsed());
    if let Some(peak) = peak() {
        assert!(peak < MOST_KB, "{verdict} with {peak} KB");
    }
    verdict
}

/// The most memory that this process had at once, in KB, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// An xlsx of a sheet with these cells in its first row.
fn cells(cells: &str) -> Vec<u8> {
    xlsx(&format!("<sheetData><row>{cells}</row></sheetData>"), &[])
}

#[test]
fn counts_and_places_that_are_not_true_cost_nothing() {
    let strings = |count| format!("<sst count='4294967295' uniqueCount='{count}'><si><t>x</t></si></sst>");
    let text = "<dimension ref='A1:XFD1048576'/><sheetData><row><c t='s'><v>0</v></c></row></sheetData>";
    for (count, place, right) in
        [("1", "0", "read"), ("1", "1", "workbook-damaged"), ("4294967295", "0", "workbook-hostile")]
    {
        let shared = [("xl/sharedStrings.xml", &*strings(count))];
        assert_eq!(verdict(&xlsx(&text.replace(">0<", &format!(">{place}<")), &shared)), right);
    }
    for (text, right) in [
        ("<c r='A1'><v>1</v></c><c r='XFD1048576'><v>1</v></c>", "row-too-wide"),
        ("<c r='A1048576'><v>1</v></c>", "read"),
        ("<c r='A1048577'><v>1</v></c>", "workbook-damaged"),
        ("<c r='ZZZZZZZ99999999999'><v>1</v></c>", "workbook-damaged"),
        ("<c r='A5'><v>1</v></c><c r='A4'><v>1</v></c>", "workbook-damaged"),
        ("<c t='s'><v>99999999999999999999</v></c>", "workbook-damaged"),
        ("<c s='99999999999999999999'><v>1e999</v></c>", "read"),
        ("<c t='what'><v>1</v></c>", "workbook-damaged"),
        ("<c><v>nan</v></c><c><v>-</v></c>", "read"),
        ("<c><f t='shared' si='99999999999' ref='A1:B9'>A2</f></c><c><f t='shared' si='99999999999'/></c>", "read"),
    ] {
        assert_eq!(verdict(&cells(text)), right, "{text}");
    }
}

#[test]
fn entities_of_its_own_are_refused() {
    let bomb = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><sst><si><t>&b;</t></si></sst>";
    assert_eq!(verdict(&xlsx("<sheetData/>", &[("xl/sharedStrings.xml", bomb)])), "workbook-hostile");
    let file = "<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><workbook>&a;</workbook>";
    assert_eq!(verdict(&xlsx("", &[("xl/workbook.xml", file)])), "workbook-hostile");
    assert_eq!(verdict(&cells("<c t='str'><v>&a;</v></c>")), "workbook-damaged");
}

#[test]
fn what_grows_when_it_is_read_is_refused() {
    let long = format!("<c t='str'><v>{}</v></c>", "x".repeat(32 << 20));
    assert_eq!(verdict(&cells(&long)), "workbook-hostile");
    // A text of 4 KB, shown by each of 100,000 rows.
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(4096));
    let rows = "<row><c t='s'><v>0</v></c></row>".repeat(100_000);
    let bytes = xlsx(&format!("<sheetData>{rows}</sheetData>"), &[("xl/sharedStrings.xml", &strings)]);
    assert_eq!(verdict(&bytes), "workbook-too-large");
    // Rows of one cell at the far end.
    let rows = "<row><c r='IV1'><v>1</v></c></row>";
    let rows: String = (1..=200_000).map(|at| rows.replace("IV1", &format!("IV{at}"))).collect();
    assert_eq!(verdict(&xlsx(&format!("<sheetData>{rows}</sheetData>"), &[])), "workbook-too-large");
    // A font of a long name for each of many styles.
    let styles = format!(
        "<styleSheet><fonts><font><name val='{}'/></font></fonts><cellXfs>{}</cellXfs></styleSheet>",
        "x".repeat(1 << 20),
        "<xf fontId='0'/>".repeat(100_000)
    );
    assert_eq!(verdict(&xlsx("<sheetData/>", &[("xl/styles.xml", &styles)])), "workbook-hostile");
    // One cell again and again.
    let again = "<c r='A1' t='s'><v>0</v></c>".repeat(100_000);
    let bytes = xlsx(&format!("<sheetData><row>{again}</row></sheetData>"), &[("xl/sharedStrings.xml", &strings)]);
    assert_eq!(verdict(&bytes), "workbook-too-large");
    // A tag that is as large as the part.
    let tag = format!("<sheetData><row><c r='{}'/></row></sheetData>", format!("<{}>", "x".repeat(1 << 20)).repeat(40));
    assert_eq!(verdict(&xlsx(&tag, &[])), "workbook-damaged");
    let text = format!(
        "<sheetData><row><c t='inlineStr'><is><t><![CDATA[{}]]></t></is></c></row></sheetData>",
        "<>".repeat(9 << 20)
    );
    assert_eq!(verdict(&xlsx(&text, &[])), "workbook-hostile");
}

#[test]
fn archives_of_many_parts_or_half_an_archive_are_refused() {
    let names: Vec<String> = (0..12_000).map(|number| format!("{number}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert_eq!(verdict(&parcel(&parts)), "workbook-hostile");
    let whole = cells("<c><v>1</v></c>");
    for at in (4..whole.len()).step_by(7) {
        assert_ne!(verdict(&whole[..at]), "read", "the first {at} bytes");
    }
    assert_eq!(verdict(&xlsx("<sheetData><row><c>", &[])), "workbook-damaged");
    let lost = [("xl/_rels/workbook.xml.rels", "<Relationships/>")];
    assert_eq!(verdict(&xlsx("<sheetData/>", &lost)), "workbook-damaged");
}

const MIMETYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
const MANIFEST: (&str, &[u8]) = ("META-INF/manifest.xml", b"<manifest:manifest/>");

/// An ods of a sheet with this inside.
fn ods(table: &str) -> Vec<u8> {
    let table = format!("<office:body><table:table table:name='DS'>{table}</table:table></office:body>");
    parcel(&[("mimetype", MIMETYPE), MANIFEST, ("content.xml", table.as_bytes())])
}

#[test]
fn repetitions_of_an_ods_are_counted_before_they_are_written_out() {
    let row = |rows: u32, cells: u32, cell: &str| {
        format!(
            "<table:table-row table:number-rows-repeated='{rows}'>\
             <table:table-cell table:number-columns-repeated='{cells}' {cell}/></table:table-row>"
        )
    };
    let value = "office:value-type='float' office:value='1'";
    for (table, right) in [
        (row(1_048_576, 16_384, ""), "read"),
        (row(u32::MAX, u32::MAX, "").repeat(3), "read"),
        (row(1_048_576, 200, value), "workbook-too-large"),
        (row(1, 16_384, value), "row-too-wide"),
        (row(2_000_000, 1, value), "workbook-damaged"),
        (row(u32::MAX, 1, "") + &row(1, 1, value), "workbook-damaged"),
        (row(1, 16_384, value).repeat(2000), "workbook-too-large"),
        ("</table:table></table:table>".to_owned(), "workbook-damaged"),
        ("<table:table-row>".to_owned(), "workbook-damaged"),
    ] {
        assert_eq!(verdict(&ods(&table)), right, "{}", &table[..table.len().min(200)]);
    }
    let spaces = "<table:table-row><table:table-cell office:value-type='string'>\
                  <text:p>x<text:s text:c='4294967295'/></text:p></table:table-cell></table:table-row>";
    assert_eq!(verdict(&ods(spaces)), "workbook-too-large");
    assert_eq!(verdict(&ods(&spaces.replace("4294967295", "5000"))), "cell-too-long");
    let half = parcel(&[("mimetype", MIMETYPE), MANIFEST, ("content.xml", b"<table:table><table:table-row>")]);
    assert_eq!(verdict(&half), "workbook-damaged");
}

/// An xls of a sheet with these records.
fn xls(sheet: &[(u16, Vec<u8>)], others: &[(u16, Vec<u8>)]) -> Vec<u8> {
    const BIFF8: u16 = 0x0600;
    let begin = |of| (0x0809, numbers(&[BIFF8, of]));
    let end = || (0x000A, Vec::new());
    let globals = |at: u32| {
        let name = (0x0085, [&at.to_le_bytes()[..], &[0, 0, 2, 0, b'D', b'S']].concat());
        records(&[&[begin(5)], others, &[name, end()]].concat())
    };
    let at = u32::try_from(globals(0).len()).expect("short");
    let sheet = records(&[&[begin(16)], sheet, &[end()]].concat());
    compound("Workbook", &[globals(at), sheet].concat())
}

#[test]
fn an_xls_is_followed_no_further_than_it_reaches() {
    let number = |row, column| (0x0203, [numbers(&[row, column, 0]), 1f64.to_le_bytes().to_vec()].concat());
    assert_eq!(verdict(&xls(&[number(0, 0), number(65_535, 0), number(0, 255)], &[])), "workbook-too-large");
    assert_eq!(verdict(&xls(&[number(0, 0), number(65_535, 20)], &[])), "read");
    assert_eq!(verdict(&xls(&[number(0, 256), number(0, 0)], &[])), "row-too-wide");
    assert_eq!(verdict(&xls(&[number(65_535, 65_535), number(0, 0)], &[])), "workbook-too-large");
    assert_eq!(verdict(&xls(&[(0x0203, vec![0; 9])], &[])), "workbook-damaged");
    assert_eq!(verdict(&xls(&[(0x00E5, numbers(&[u16::MAX]))], &[])), "workbook-damaged");
    assert_eq!(verdict(&xls(&[(0x00FD, numbers(&[0, 0, 0, 7, 0]))], &[])), "workbook-damaged");
    assert_eq!(verdict(&xls(&[], &[(0x00FC, vec![0xFF; 8])])), "read");
    assert_eq!(verdict(&xls(&[], &[(0x00FC, vec![0xFF; 20])])), "workbook-damaged");
    assert_eq!(verdict(&xls(&[], &[(0x002F, vec![1, 0])])), "workbook-encrypted");
    let size = |rows: [u32; 2]| [rows[0].to_le_bytes(), rows[1].to_le_bytes(), [0; 4], [0; 4]].concat();
    for rows in [[0, u32::MAX], [u32::MAX, 1], [5, 1]] {
        assert_eq!(verdict(&xls(&[(0x0200, size(rows)[..14].to_vec()), number(0, 0)], &[])), "read");
    }
    let mut circle = xls(&[number(0, 0)], &[]);
    // The directory's chain, then the stream's, runs in a circle.
    circle[512 + 4..512 + 8].copy_from_slice(&1u32.to_le_bytes());
    assert_eq!(verdict(&circle), "workbook-damaged");
    let mut circle = xls(&[number(0, 0)], &[]);
    circle[512 + 12..512 + 16].copy_from_slice(&2u32.to_le_bytes());
    assert!(open(&circle).is_ok() || verdict(&circle) == "workbook-damaged");
}

#[test]
fn what_an_xls_repeats_is_weighed_before_it_is_copied() {
    let shared = |row| (0x00FD, numbers(&[row, 0, 0, 0, 0]));
    let strings = [&[0; 8][..], &28_000u16.to_le_bytes(), &[0], &[b'x'; 8000]].concat();
    let goes_on = (0x003C, [vec![0], vec![b'x'; 20_000]].concat());
    let rows: Vec<_> = (0..2400).map(shared).collect();
    assert_eq!(verdict(&xls(&rows[..9], &[(0x00FC, strings.clone()), goes_on.clone()])), "cell-too-long");
    assert_eq!(verdict(&xls(&rows, &[(0x00FC, strings), goes_on])), "workbook-too-large");
    // The result of no formula stands in the first cell, and all between it and the others is laid out.
    let result = (0x0207, numbers(&[1, 0, 0]));
    assert_eq!(
        verdict(&xls(&[result, (0x0203, numbers(&[60_000, 42_000, 0, 0, 0, 0, 0]))], &[])),
        "workbook-too-large"
    );
    // A text that says it is longer than its record.
    let rows: Vec<_> = (0..1000).map(|row| (0x0204, numbers(&[row, 0, 0, u16::MAX, 0]))).collect();
    assert_eq!(verdict(&xls(&rows, &[])), "workbook-too-large");
    // Many sheets that are one and the same.
    let rows: Vec<_> = (0..400).map(|row| (0x0203, numbers(&[row, 200 * (row % 2), 0, 0, 0, 0, 0]))).collect();
    let mut bytes = xls(&rows, &vec![(0x0085, [&[0; 4][..], &[0, 0, 1, 0, b'a']].concat()); 900]);
    let stream = 512 * 3;
    let begins = bytes[stream..].windows(4).position(|bytes| bytes == [0x03, 0x02, 14, 0]).expect("a cell") - 8;
    for at in (0..900).map(|sheet| stream + 8 + 13 * sheet + 4) {
        bytes[at..at + 4].copy_from_slice(&u32::try_from(begins).expect("short").to_le_bytes());
    }
    assert_eq!(verdict(&bytes), "workbook-too-large");
}

#[test]
fn cells_out_of_order_are_put_in_order() {
    let number = |row, column| (0x0203, [numbers(&[row, column, 0]), f64::from(row).to_le_bytes().to_vec()].concat());
    let bytes = xls(&[number(4, 0), number(1, 1), number(4, 1), number(1, 0)], &[]);
    let read: Vec<_> = rows(&bytes).expect("sound").into_iter().map(|(at, cells, _)| (at, cells.join(" "))).collect();
    assert_eq!(read, [(2, "1 1".to_owned()), (5, "4 4".to_owned())]);
}

/// A sound workbook of every kind.
fn sound() -> Vec<Vec<u8>> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "Mã CB").and_then(|sheet| sheet.write(1, 0, 123)).expect("room");
    sheet.write_with_format(1, 1, 29_285, &Format::new().set_num_format("dd/mm/yyyy")).expect("room");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks");
    let own = ["list.xls", "list.ods"].map(|name| std::fs::read(folder.join(name)).expect("a file"));
    let table = "<table:table-row><table:table-cell office:value-type='string'><text:p>x</text:p></table:table-cell>\
                 </table:table-row>";
    let [xls, zipped] = own;
    vec![
        workbook.save_to_buffer().expect("a workbook"),
        cells("<c t='str'><f>A1</f><v>x</v></c>"),
        xls,
        zipped,
        ods(table),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn damaged_workbooks_are_read_or_refused(
        which in 0usize..5,
        edits in prop::collection::vec((any::<Index>(), any::<u8>(), 0u8..3), 1..12),
    ) {
        let mut bytes = sound().swap_remove(which);
        for (at, byte, deed) in edits {
            let at = at.index(bytes.len());
            match deed {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        verdict(&bytes);
    }

    #[test]
    fn damaged_parts_are_read_or_refused(
        text in "(<(row|c|v|f|is|t|si|r|mergeCell|/row|/c|/v|/f|/t) ?(r='[A-Z]{0,4}[0-9]{0,8}'|s='[0-9]'|t='(s|str|b|e|d|n)'|ref='A1:B9')?/?>|[0-9.eE-]{1,5}|&amp;|_x000D_|x){0,30}",
    ) {
        verdict(&xlsx(&format!("<sheetData>{text}</sheetData>"), &[("xl/sharedStrings.xml", &format!("<sst>{text}</sst>"))]));
        verdict(&ods(&text));
    }

    #[test]
    fn damaged_records_are_read_or_refused(
        sheet in prop::collection::vec((prop::sample::select(&KINDS[..]), prop::collection::vec(any::<u8>(), 0..24)), 0..12),
        others in prop::collection::vec((prop::sample::select(&KINDS[..]), prop::collection::vec(any::<u8>(), 0..24)), 0..12),
    ) {
        verdict(&xls(&sheet, &others));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600), begin in 0usize..3) {
        let begin: &[u8] = [b"PK\x03\x04".as_slice(), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b""][begin];
        let bytes = [begin, &bytes].concat();
        prop_assert!(begin.is_empty() || is_workbook(&bytes));
        verdict(&bytes);
    }
}

/// Kinds of records that are read.
const KINDS: [u16; 20] = [
    0x0006, 0x000A, 0x0022, 0x0031, 0x003C, 0x0042, 0x0085, 0x00BD, 0x00D6, 0x00E0, 0x00E5, 0x00FC, 0x00FD, 0x0203,
    0x0204, 0x0205, 0x0207, 0x027E, 0x041E, 0x0809,
];
