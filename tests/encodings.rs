//! Encodings by chance and in real files: any bytes become text or are refused, names come back from every encoding.

mod letters;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, open_workbook_auto};
use letters::{tcvn3, vni, windows_1258};
use phancong::read::encoding::{Encoding, decode};
use phancong::text::legacy::Charset;
use phancong::text::legacy::one_byte::is_of_bytes;
use phancong::text::syllable::Share;
use proptest::prelude::*;
use proptest::sample::select;

const FAMILIES: &[&str] = &["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Đặng", "Võ", "Bùi", "Đỗ", "Dương", "Lý"];
const MIDDLES: &[&str] = &["Văn", "Thị", "Hữu", "Quốc", "Ngọc", "Thuỳ", "Đức", "Mỹ", "Kim", "Xuân", "Tuyết"];
const GIVEN: &[&str] = &["Huệ", "Hường", "Khuê", "Nghĩa", "Quý", "Thủy", "Hoà", "Phước", "Giàu", "Yến", "Lợi", "Nam"];

fn name() -> impl Strategy<Value = String> {
    (select(FAMILIES), select(MIDDLES), select(GIVEN)).prop_map(|(one, two, three)| format!("{one} {two} {three}"))
}

fn any_encoding() -> impl Strategy<Value = Option<Encoding>> {
    prop::option::of(select(Encoding::ALL.as_slice()))
}

/// A text in an encoding; TCVN3 takes no capitals with tones, and the names have none.
fn written(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Windows1258 => windows_1258(text),
        Encoding::Tcvn3 => tcvn3(text),
        Encoding::Vni => vni(text),
        Encoding::Utf8 | Encoding::Windows1252 => text.as_bytes().to_vec(),
    }
}

proptest! {
    #[test]
    fn any_bytes_become_text_or_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), told in any_encoding()) {
        let decoded = decode(&bytes, told);
        let is_text = std::str::from_utf8(&decoded.bytes).is_ok();
        prop_assert!(is_text || decoded.encoding == Encoding::Utf8);
    }

    #[test]
    fn any_text_of_one_byte_a_letter_is_read(text in "[ -~\u{80}-\u{FF}]{0,80}") {
        for charset in Charset::ALL {
            let share = charset.share(&text);
            prop_assert!(share.possible <= share.counted);
            prop_assert!(!text.is_ascii() || charset.read(&text) == text);
        }
    }

    #[test]
    fn names_come_back_when_told(names in prop::collection::vec(name(), 1..6), encoding in select(Encoding::ALL.as_slice())) {
        let text = format!("code,full_name\n{}\n", names.join("\n"));
        let bytes = written(&text, encoding);
        let decoded = decode(&bytes, Some(encoding));
        prop_assert_eq!(String::from_utf8_lossy(&decoded.bytes), text);
        prop_assert!(!decoded.is_guess);
    }

    #[test]
    fn names_come_back_when_guessed(names in prop::collection::vec(name(), 4..12)) {
        for encoding in [Encoding::Windows1258, Encoding::Tcvn3, Encoding::Vni] {
            let text = format!("code,full_name\n{}\n", names.join("\n"));
            let bytes = written(&text, encoding);
            let decoded = decode(&bytes, None);
            prop_assert_eq!((decoded.encoding, decoded.is_guess), (encoding, true));
            prop_assert_eq!(String::from_utf8_lossy(&decoded.bytes), text);
        }
    }
}

const REAL: [(&str, Charset); 3] =
    [("tcvn3_farms_2007", Charset::Tcvn3), ("vni_2008", Charset::Vni), ("vni_budget_form", Charset::Vni)];

/// Real workbooks in old fonts with their transcripts, where they are at hand.
fn real_files() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/messy");
    if !folder.is_dir() {
        println!("SKIPPED: {} is not here", folder.display());
        return None;
    }
    Some(folder)
}

/// The words of a text, in small letters.
fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The cells of all sheets that hold text.
fn cells(path: &Path) -> Vec<String> {
    let mut workbook = open_workbook_auto(path).expect("a workbook");
    let sheets =
        workbook.worksheets().into_iter().flat_map(|(_, sheet)| sheet.rows().flatten().cloned().collect::<Vec<_>>());
    sheets.filter_map(|cell| if let Data::String(text) = cell { Some(text) } else { None }).collect()
}

#[test]
fn real_workbooks_read_as_their_transcripts() {
    let Some(folder) = real_files() else { return };
    for (name, charset) in REAL {
        let transcript = std::fs::read_to_string(folder.join(name).with_extension("txt")).expect("a transcript");
        assert!(Share::of(&transcript.to_lowercase()).percent() >= 95, "{name}: {:?}", Share::of(&transcript));
        let cells = cells(&folder.join(name).with_extension("xls"));
        let right: Vec<String> =
            cells.iter().map(|cell| if is_of_bytes(cell) { charset.read(cell) } else { cell.clone() }).collect();
        let (read, meant) = (words(&right.join(" ")), words(&transcript));
        let missing: Vec<&String> = meant.difference(&read).collect();
        assert!(missing.len() * 50 <= meant.len(), "{name}: {} of {}: {missing:?}", missing.len(), meant.len());
    }
}

#[test]
fn real_cells_are_told_without_their_fonts() {
    let Some(folder) = real_files() else { return };
    for (name, charset) in REAL {
        let cells = cells(&folder.join(name).with_extension("xls"));
        let seen = cells.into_iter().filter(|cell| is_of_bytes(cell)).collect::<Vec<_>>();
        let told = seen.iter().filter_map(|cell| phancong::text::legacy::put_right(cell, None)).collect::<Vec<_>>();
        println!("{name}: {} of {} cells told without their font", told.len(), seen.len());
        assert!(told.iter().all(|(found, _)| *found == charset), "{name}");
        assert!(told.len() * 10 >= seen.len() * 8, "{name}: {} of {}", told.len(), seen.len());
    }
}
