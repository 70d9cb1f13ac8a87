//! Hazards of text: encodings, letters of before Unicode, line ends. What comes in is exactly what was meant, or is
//! refused with its row and column; every name below begins with the number of its hazard.

mod letters;

use letters::{LETTERS, tcvn3, vni, windows_1258};
use phancong::model::finding::{Finding, Severity, has_error};
use phancong::read::encoding::{Encoding, decode};
use phancong::read::lists::Reading;
use phancong::read::policy::{built_in, policy};
use phancong::read::source::File;
use phancong::read::wishes::Wishes;
use phancong::text::legacy;
use phancong::text::legacy::one_byte::char_of;

const HEADER: &str = "Mã CB,Họ và tên,Chức vụ,Cấp,Mã đơn vị\r\n";
const NAMES: [&str; 3] = ["Nguyễn Thị Huệ", "Trần Quốc Hường", "Lý Văn Đặng"];

/// A list of cadres of these names.
fn cadres(names: &[&str]) -> String {
    let rows = names.iter().enumerate().map(|(at, name)| format!("CB{at},{name},Công chức,commune,90101\r\n"));
    HEADER.to_owned() + &rows.collect::<String>()
}

fn as_utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// Reads a file called `can bo.csv` as a list of cadres: their names, and the findings.
fn read(bytes: &[u8], encoding: Option<Encoding>) -> (Vec<String>, Vec<Finding>) {
    let policy = policy(built_in("three-tier").expect("a policy"), "policy").expect("a sound policy");
    let mut reading = Reading::new(&policy, jiff::civil::date(2022, 5, 31), Wishes { encoding, ..Wishes::default() });
    let (name, size) = ("can bo.csv".into(), bytes.len() as u64);
    reading.file(&File { path: "can bo.csv".into(), name, bytes: bytes.to_vec(), size });
    let names = reading.lists.cadres.iter().map(|cadre| cadre.row.full_name.to_string()).collect();
    (names, reading.findings)
}

fn checks(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.check).collect()
}

/// The names of a file that is taken in; what was found beside.
fn taken(bytes: &[u8], encoding: Option<Encoding>) -> (Vec<String>, Vec<Finding>) {
    let (names, findings) = read(bytes, encoding);
    assert!(!has_error(&findings), "{findings:?}");
    (names, findings)
}

/// The one error of a file that is refused.
fn refused(bytes: &[u8]) -> Finding {
    let (_, findings) = read(bytes, None);
    let mut errors = findings.into_iter().filter(|finding| finding.severity == Severity::Error);
    let error = errors.next().expect("an error");
    assert_eq!(errors.next(), None);
    error
}

/// A cell of a name in row 3 that must be refused.
fn refused_cell(name: &str) -> Finding {
    let error = refused(cadres(&["Lê An", name, "Đỗ Bưởi"]).as_bytes());
    assert_eq!((error.place.row, error.place.column.as_deref()), (Some(3), Some("Họ và tên")), "{name}");
    assert_eq!(error.value.as_deref(), Some(name));
    error
}

#[test]
fn h03_a_line_that_names_the_delimiter_is_obeyed_and_dropped() {
    let text = format!("sep=;\r\n{}", cadres(&["Lê An", "Nguy?n"]).replace(',', ";"));
    let (names, findings) = read(text.as_bytes(), None);
    assert_eq!((names, checks(&findings)), (vec!["Lê An".to_owned()], vec!["text-lost-letters"]));
    assert_eq!(findings[0].place.row, Some(4));
    let (names, _) = taken(format!("\u{FEFF}sep=\t\n{}", cadres(&["Lê An"]).replace(',', "\t")).as_bytes(), None);
    assert_eq!(names, ["Lê An"]);
}

#[test]
fn h04_utf_16_of_excel_is_read() {
    let text = format!("\u{FEFF}{}", cadres(&NAMES).replace(',', "\t"));
    for bytes in [as_utf16(&text, u16::to_le_bytes), as_utf16(&text, u16::to_be_bytes)] {
        let (names, findings) = taken(&bytes, None);
        assert_eq!((names, checks(&findings)), (NAMES.map(str::to_owned).to_vec(), vec!["encoding-taken"]));
    }
}

#[test]
fn h04_half_a_character_of_utf_16_is_refused() {
    let mut bytes = as_utf16(&format!("\u{FEFF}{}", cadres(&["Lê An"])), u16::to_le_bytes);
    let at = bytes.windows(2).position(|pair| pair == [b'L', 0]).expect("the name");
    bytes[at..at + 2].copy_from_slice(&[0x00, 0xD8]);
    let error = refused(&bytes);
    assert_eq!((error.check, error.place.row), ("text-damaged", Some(2)));
}

#[test]
fn h22_every_line_end_gives_the_same_rows() {
    let right = taken(cadres(&NAMES).as_bytes(), None);
    for text in [
        cadres(&NAMES).replace("\r\n", "\n"),
        cadres(&NAMES).replace("\r\n", "\r"),
        cadres(&NAMES).trim_end().to_owned(),
        cadres(&NAMES) + "\u{1A}",
        format!("\u{FEFF}{}\u{1A}", cadres(&NAMES).trim_end()),
    ] {
        assert_eq!(taken(text.as_bytes(), None), right, "{text:?}");
    }
}

#[test]
fn h29_odd_spaces_and_invisible_characters_are_put_right_and_counted() {
    let (names, findings) = taken(cadres(&["Lê \u{A0} An\u{200B}", "Đỗ\u{FEFF} Bưởi ", " Võ Chanh "]).as_bytes(), None);
    assert_eq!(names, ["Lê An", "Đỗ Bưởi", "Võ Chanh"]);
    assert_eq!(checks(&findings), ["text-put-right"]);
    assert_eq!(findings[0].args, [("count", 2u32.into())]);
}

#[test]
fn h29_what_was_put_right_in_one_row_is_looked_at_in_the_next_all_the_same() {
    // In the first row an invisible character stands between letters that mean something else without it.
    let of_positions = |positions: [&str; 2]| {
        let rows = positions.iter().enumerate();
        let rows = rows.map(|(at, position)| format!("CB{at},Lê An,{position},commune,90101\r\n"));
        read((HEADER.to_owned() + &rows.collect::<String>()).as_bytes(), None).1
    };
    for positions in [["NguyÔn HuÖ\u{200B}", "NguyÔn HuÖ"], ["NguyÔn HuÖ", "NguyÔn HuÖ\u{200B}"]] {
        assert!(checks(&of_positions(positions)).contains(&"text-legacy-font"), "{positions:?}");
    }
    for positions in [["Pha\u{200B}\u{301}p", "Pha\u{301}p"], ["Pha\u{301}p", "Pha\u{301}p"]] {
        let found = of_positions(positions);
        assert_eq!(checks(&found), ["text-put-right"]);
        assert_eq!(found[0].args, [("count", 2u32.into())]);
    }
    for position in ["Nguy?n", "Nguyá»…n Huá»‡", "CB\u{7}"] {
        let found = of_positions([position; 2]);
        assert_eq!(found.iter().map(|finding| finding.place.row).collect::<Vec<_>>(), [Some(2), Some(3)]);
    }
}

#[test]
fn h30_letters_apart_from_their_tones_are_stored_together() {
    use unicode_normalization::UnicodeNormalization;
    let apart: String = cadres(&NAMES).nfd().collect();
    let (names, findings) = taken(apart.as_bytes(), None);
    assert_eq!((names, checks(&findings)), (NAMES.map(str::to_owned).to_vec(), vec!["text-put-right"]));
}

#[test]
fn h31_look_alikes_are_stored_as_the_right_letter() {
    let (names, findings) = taken(cadres(&["\u{D0}ặng An", "\u{189}ặng An", "Lê \u{F0}a"]).as_bytes(), None);
    assert_eq!(
        (names, checks(&findings)),
        (["Đặng An", "Đặng An", "Lê đa"].map(str::to_owned).to_vec(), vec!["text-put-right"])
    );
    assert_eq!(taken(cadres(&["Đặng An"]).as_bytes(), None).1, []);
}

#[test]
fn h32_where_the_tone_stands_is_kept_as_written_and_told_to_be_the_same() {
    use phancong::text::fold::key;
    let (names, findings) = taken(cadres(&["Hoà Bình", "Hòa Bình", "Thuỷ", "Thủy"]).as_bytes(), None);
    assert_eq!((names, findings), (["Hoà Bình", "Hòa Bình", "Thuỷ", "Thủy"].map(str::to_owned).to_vec(), vec![]));
    assert!(key("Hoà Bình") == key("Hòa Bình") && key("Thuỷ") == key("Thủy") && key("Thành") != key("Thạnh"));
}

#[test]
fn h33_windows_1258_is_guessed_and_said() {
    let (names, findings) = taken(&windows_1258(&cadres(&NAMES)), None);
    assert_eq!((names, checks(&findings)), (NAMES.map(str::to_owned).to_vec(), vec!["encoding-taken"]));
    assert!(findings[0].args.contains(&("code", "windows-1258".into())));
    assert!(findings[0].args.contains(&("guess", "yes".into())));
}

#[test]
fn h34_tcvn3_is_recognised_and_taken_when_confirmed() {
    let bytes = tcvn3(&cadres(&NAMES));
    let error = refused(&bytes);
    assert_eq!(error.check, "encoding-guessed");
    assert!(
        error.args.contains(&("code", "tcvn3".into())) && error.value.is_some_and(|value| value.contains("Họ và tên"))
    );
    let (names, findings) = taken(&bytes, Some(Encoding::Tcvn3));
    assert_eq!((names, checks(&findings)), (NAMES.map(str::to_owned).to_vec(), vec!["encoding-taken"]));
    assert_eq!(decode(b"\x4E\x67\x75\x79\xD4\x6E", Some(Encoding::Tcvn3)).bytes, "Nguyễn".as_bytes());
}

#[test]
fn h35_vni_is_recognised_and_taken_when_confirmed() {
    let bytes = vni(&cadres(&NAMES));
    assert_eq!(refused(&bytes).check, "encoding-guessed");
    let (names, _) = taken(&bytes, Some(Encoding::Vni));
    assert_eq!(names, NAMES);
}

#[test]
fn h36_the_font_of_a_cell_tells_its_letters() {
    let put_right = |text, font| legacy::put_right(text, Some(font)).map(|(_, right)| right);
    assert_eq!(put_right("NguyÔn ThÞ HuÖ", ".VnTime").as_deref(), Some("Nguyễn Thị Huệ"));
    assert_eq!(put_right("NguyÔn ThÞ HuÖ", ".VnTimeH").as_deref(), Some("NGUYỄN THỊ HUỆ"));
    assert_eq!(put_right("Nguyeãn Thò Hueä", "VNI-Times").as_deref(), Some("Nguyễn Thị Huệ"));
    assert_eq!(put_right("Nguyễn Thị Huệ", ".VnTime"), None);
}

#[test]
fn h37_old_letters_inside_utf_8_are_refused_with_the_right_text() {
    for name in ["NguyÔn", "NguyÔn ThÞ HuÖ", "Nguyeãn Thò Hueä"] {
        let error = refused_cell(name);
        assert_eq!(error.check, "text-legacy-font");
        assert!(error.nearest.is_some_and(|right| right.starts_with("Nguyễn")));
    }
    assert_eq!(taken(cadres(&["NguyÔn"]).as_bytes(), Some(Encoding::Utf8)).0, ["NguyÔn"]);
    let seen: String = tcvn3(&cadres(&NAMES)).into_iter().map(char_of).collect();
    assert_eq!(refused(seen.as_bytes()).check, "text-legacy-font");
    assert_eq!(taken(seen.as_bytes(), Some(Encoding::Tcvn3)).0, NAMES);
}

#[test]
fn h38_text_read_in_a_wrong_encoding_is_refused_with_the_right_text() {
    let seen: String = "Nguyễn Huệ".bytes().map(char_of).collect();
    let twice: String = seen.bytes().map(char_of).collect();
    for name in [seen, twice] {
        let error = refused_cell(&name);
        assert_eq!((error.check, error.nearest.as_deref()), ("text-mojibake", Some("Nguyễn Huệ")));
    }
}

#[test]
fn h39_lost_letters_are_refused_and_not_guessed() {
    for name in ["Nguy?n Th? Hu?", "??ng Ng?c Ánh", "Đ?ng An"] {
        let error = refused_cell(name);
        assert_eq!((error.check, error.nearest), ("text-lost-letters", None));
    }
    let (names, findings) = taken(cadres(&["Lê An", "An (Huệ?)"]).as_bytes(), None);
    assert_eq!((names.len(), findings.len()), (2, 0));
}

#[test]
fn h39_lost_letters_are_told_from_a_file_in_western_bytes() {
    let error = refused(b"code,full_name,level,home_unit_code\r\nCB1,??ng Ng?c \xC1nh,commune,90101\r\n");
    assert_eq!((error.check, error.place.row), ("text-lost-letters", Some(2)));
}

#[test]
fn h40_a_broken_letter_is_told_with_its_row() {
    let mut bytes = cadres(&["Lê An", "Trần Huệ", "Đỗ Bưởi"]).into_bytes();
    let at = bytes.windows(4).position(|four| four == &"Huệ".as_bytes()[..4]).expect("the name");
    bytes[at + 3] = b'X';
    let error = refused(&bytes);
    assert_eq!(
        (error.check, error.place.row, error.place.column.as_deref()),
        ("text-not-utf8", Some(3), Some("Họ và tên"))
    );
}

#[test]
fn h41_a_nul_character_is_told_with_its_row() {
    let error = refused(cadres(&["Lê An", "Trần\0Huệ", "Đỗ Bưởi"]).as_bytes());
    assert_eq!((error.check, error.place.row), ("text-with-nul", Some(3)));
}

#[test]
fn every_letter_of_the_old_fonts_is_read() {
    for (small, byte, seen, capital, drawn, seen_capital) in LETTERS {
        let [small, capital] = [small, capital].map(String::from);
        assert_eq!(legacy::tcvn3::tcvn3(&char_of(byte).to_string(), false), small);
        assert_eq!(legacy::tcvn3::tcvn3(&char_of(drawn).to_string(), true), capital);
        assert_eq!([seen, seen_capital].map(legacy::vni::vni), [small, capital]);
    }
    assert_eq!(legacy::vni::vni("ÑÖÔØNG Traø Vinh, YÛ YÕ yû yõ"), "ĐƯỜNG Trà Vinh, Ỷ Ỹ ỷ ỹ");
}

#[test]
fn h39_names_in_columns_of_levels_are_looked_at_too() {
    let text = "Tỉnh,Mã tỉnh,Huyện,Mã huyện,Xã,Mã xã\r\nTỉnh A,90,Huyện B,901,Xã Qu?nh Ph?,90101\r\n";
    let error = refused(text.as_bytes());
    assert_eq!((error.check, error.place.column.as_deref()), ("text-lost-letters", Some("Xã")));
}
