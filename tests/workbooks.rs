//! Workbooks as programs write them: LibreOffice, Excel 5 to 2003; held against what calamine lays out of the same.

mod biff;
mod compound;
mod sheet;

use std::io::Cursor;
use std::path::{Path, PathBuf};

use biff::{numbers, records};
use calamine::{Data, Reader, Sheets, open_workbook_auto_from_rs};
use compound::compound;
use phancong::read::grid::{Grid, Merged};
use phancong::read::line::{OldFont, Was};
use phancong::read::workbook::{Workbook, open};
use sheet::{Row, rows};

/// A row that is expected.
fn expected(at: u32, cells: &[&str], marks: &[(u16, Was)]) -> Row {
    (at, cells.iter().map(|cell| (*cell).to_owned()).collect(), marks.to_vec())
}

fn own(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks").join(name);
    std::fs::read(&path).unwrap_or_else(|err| panic!("{}: {err}", path.display()))
}

/// A file of the real data, which is not part of the project.
fn real(name: &str) -> Option<Vec<u8>> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        println!("SKIPPED: no real data at {}", path.display());
    }
    bytes
}

fn grids(workbook: &Workbook<'_>) -> Vec<Grid> {
    (0..workbook.sheets().len()).map(|index| workbook.grid(index).expect("a sound sheet")).collect()
}

#[test]
fn the_same_is_read_out_of_xlsx_xls_and_ods() {
    let mut right = [
        expected(1, &["DANH SÁCH\nCÁN BỘ"], &[]),
        expected(
            5,
            &["00123", "Nguyễn Thị Huệ", "1975", "1980-03-05"],
            &[(0, Was::Padded), (2, Was::Number), (3, Was::Day)],
        ),
        expected(
            6,
            &["00123", "NguyÔn ThÞ HuÖ", "0.1", "1980-03-05 07:30"],
            &[(1, Was::InOldFont(OldFont::Tcvn3)), (2, Was::Number), (3, Was::Day)],
        ),
        expected(7, &["123456789012345000", "TRUE", "#N/A", "07:30"], &[(0, Was::Imprecise), (2, Was::Broken)]),
        expected(11, &["", "Lê An", "1976", "hết"], &[(2, Was::Number)]),
        expected(12, &["như trên"], &[]),
        expected(13, &["như trên"], &[]),
        expected(14, &["như trên"], &[]),
    ];
    for name in ["list.xlsx", "list.xls", "list.ods"] {
        let bytes = own(name);
        if name == "list.ods" {
            // Neither formats nor fonts are known of it.
            right[1] = expected(
                5,
                &["123", "Nguyễn Thị Huệ", "1975", "1980-03-05"],
                &[(0, Was::Number), (2, Was::Number), (3, Was::Day)],
            );
            right[2].2.retain(|(cell, _)| *cell != 1);
        }
        assert_eq!(rows(&bytes).as_deref(), Ok(&right[..]), "{name}");
        let workbook = open(&bytes).expect("a workbook");
        let sheets: Vec<_> = workbook.sheets().iter().map(|sheet| (&*sheet.name, sheet.is_visible)).collect();
        assert_eq!(sheets, [("Cán bộ", true), ("Ẩn", false)], "{name}");
        let merged = workbook.grid(0).expect("sound").merged;
        assert_eq!(merged, [Merged { rows: [1, 2], cells: [0, 3] }], "{name}");
        assert!(workbook.grid(2).is_err(), "{name}");
    }
}

#[test]
fn calamine_reads_the_same() {
    for name in ["list.xlsx", "list.xls", "list.ods"] {
        agree(name, &own(name));
    }
    for name in
        ["gso_ben_tre_2022.xls", "messy/tcvn3_farms_2007.xls", "messy/vni_2008.xls", "messy/vni_budget_form.xls"]
    {
        real(name).iter().for_each(|bytes| agree(name, bytes));
    }
}

/// Holds every cell against calamine's.
fn agree(name: &str, bytes: &[u8]) {
    let workbook = open(bytes).expect("a workbook");
    let mut theirs: Sheets<_> = open_workbook_auto_from_rs(Cursor::new(bytes)).expect("a workbook");
    for grid in grids(&workbook) {
        let range = theirs.worksheet_range(&grid.name).expect("a sheet");
        let start = range.start().unwrap_or_default();
        let filled = range.used_cells().filter(|(.., cell)| !is_blank(cell)).count();
        let mut ours = 0;
        for line in &grid.lines {
            let cells = line.cells.as_ref().expect("a sound row");
            for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
                let at = (line.at - 1, u32::try_from(column).expect("few columns"));
                let their = range.get_value(at).unwrap_or(&Data::Empty);
                assert!(is_same(their, text), "{name}, {} {at:?}: {text:?}, calamine {their:?}", grid.name);
                ours += 1;
            }
        }
        assert_eq!(ours, filled, "{name}, {}, from {start:?}", grid.name);
    }
}

fn is_blank(cell: &Data) -> bool {
    matches!(cell, Data::String(text) if text.trim().is_empty())
}

fn is_same(their: &Data, text: &str) -> bool {
    match their {
        Data::String(their) => their == text,
        Data::Int(number) => text.parse() == Ok(*number),
        Data::Float(number) => text.parse::<f64>().is_ok_and(|ours| (ours - number).abs() <= number.abs() * 1e-14),
        Data::Bool(truth) => text == if *truth { "TRUE" } else { "FALSE" },
        Data::DateTimeIso(their) => their.replace('T', " ").starts_with(text),
        Data::DateTime(_) | Data::DurationIso(_) => text.contains(['-', ':']),
        Data::Error(error) => error.to_string() == text,
        Data::Empty => false,
    }
}

#[test]
fn the_list_of_the_statistics_office_is_read_whole() {
    let Some(bytes) = real("gso_ben_tre_2022.xls") else { return };
    let rows = rows(&bytes).expect("sound");
    assert!(rows.len() > 150 && rows.iter().all(|(_, cells, _)| cells.len() <= 8));
    // Codes are text there, and stay as they are.
    let commune = rows.iter().find(|(_, cells, _)| cells.contains(&"28810".to_owned())).expect("An Khánh");
    assert!(commune.1.contains(&"83".to_owned()) && commune.1.contains(&"831".to_owned()), "{commune:?}");
    assert!(commune.2.is_empty());
}

#[test]
fn old_government_workbooks_are_read_whole() {
    for (name, font) in
        [("tcvn3_farms_2007", OldFont::Tcvn3), ("vni_2008", OldFont::Vni), ("vni_budget_form", OldFont::Vni)]
    {
        let Some(bytes) = real(&format!("messy/{name}.xls")) else { return };
        let transcript = real(&format!("messy/{name}.txt")).expect("a transcript beside the workbook");
        let transcript = String::from_utf8(transcript).expect("text");
        let lines = grids(&open(&bytes).expect("a workbook")).into_iter().flat_map(|grid| grid.lines);
        let lines: Vec<_> = lines.collect();
        let counts = |cells: &mut dyn Iterator<Item = &str>| cells.filter(|cell| !cell.trim().is_empty()).count();
        let ours = lines.iter().map(|line| counts(&mut line.cells.as_ref().expect("sound").iter()));
        let ours: Vec<usize> = ours.filter(|count| *count > 0).collect();
        let theirs = transcript.lines().map(|line| counts(&mut line.split('\t')));
        let theirs: Vec<usize> = theirs.filter(|count| *count > 0).collect();
        assert_eq!(ours, theirs, "{name}: cells in each row");
        let marks = lines.iter().flat_map(|line| &line.marks);
        assert!(marks.filter(|mark| mark.was == Was::InOldFont(font)).count() > 20, "{name}");
    }
}

#[test]
fn a_workbook_of_excel_5_is_read() {
    const BIFF5: u16 = 0x0500;
    let font = |name: &[u8]| [&[0; 14][..], &[name.len() as u8], name].concat();
    let text =
        |row, column, style, text: &[u8]| [numbers(&[row, column, style, text.len() as u16]), text.to_vec()].concat();
    let sheet = records(&[
        (0x0809, numbers(&[BIFF5, 0x0010])),
        (0x0204, text(3, 1, 1, b"Nguy\xD4n")),
        (0x0204, text(0, 0, 0, b"M\xE3 CB")),
        (0x0203, [numbers(&[1, 0, 2]), 123f64.to_le_bytes().to_vec()].concat()),
        (
            0x00BD,
            [numbers(&[2, 0, 0]), (1975u32 << 2 | 2).to_le_bytes().to_vec(), numbers(&[0, 0, 0xBFF0, 1])].concat(),
        ),
        (0x000A, Vec::new()),
    ]);
    let globals = |at: u32| {
        records(&[
            (0x0809, numbers(&[BIFF5, 0x0005])),
            (0x0042, numbers(&[1252])),
            (0x0031, font(b"Arial")),
            (0x0031, font(b"VNI-Times")),
            (0x041E, [numbers(&[164]), b"\x0500000".to_vec()].concat()),
            (0x00E0, numbers(&[0, 0])),
            (0x00E0, numbers(&[1, 0])),
            (0x00E0, numbers(&[0, 164])),
            (0x0085, [&at.to_le_bytes()[..], &[0, 0, 2, b'D', b'S']].concat()),
            (0x000A, Vec::new()),
        ])
    };
    let at = u32::try_from(globals(0).len()).expect("short");
    let bytes = compound("Book", &[globals(at), sheet].concat());
    let right = [
        expected(1, &["Mã CB"], &[]),
        expected(2, &["00123"], &[(0, Was::Padded)]),
        expected(3, &["1975", "-1"], &[(0, Was::Number), (1, Was::Number)]),
        expected(4, &["", "NguyÔn"], &[(1, Was::InOldFont(OldFont::Vni))]),
    ];
    assert_eq!(rows(&bytes).as_deref(), Ok(&right[..]));
}
