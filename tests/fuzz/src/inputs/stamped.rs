//! A workbook that the program wrote for editing, damaged, over what has changed since. The first byte tells which list and
//! how it is damaged; the second, which of its parts. The rest is the part itself, or what becomes of single bytes of it.

use phancong::model::list::Kind;
use phancong::read::source::File;

use super::held::{IMPORT, file, goes_out_and_comes_back, looked_at, take_in};
use crate::memory::small::office;
use crate::memory::{DAY, Office};
use crate::parcel::{parts, stored};

/// What somebody else changed meanwhile.
const MEANWHILE: [(&str, &str); 3] = [
    ("cadres.csv", "code,full_name,level,home_unit_code,phone\nC1,Lê Văn An,province,T,0999\n"),
    ("assignments.csv", "cadre_code,unit_code,duty,from,decision_no\nC1,001,lead,2022-01-01,6-QĐ\n"),
    ("seats.csv", "unit_code,duty,min\n002,lead,3\n"),
];

/// The parts of a workbook with their names.
type Parts = Vec<(String, Vec<u8>)>;

thread_local! {
    static BEFORE: (Office, Vec<Parts>) = {
        let mut office = office();
        let workbooks = Kind::ALL.iter().map(|kind| shortened(parts(&office.workbook(*kind)))).collect();
        let files: Vec<File> = MEANWHILE.iter().map(|(name, text)| file(name, text.as_bytes())).collect();
        assert!(take_in(&mut office, &files, IMPORT), "the change in between is refused");
        (office, workbooks)
    };
}

/// The parts without the rows that are ready for more, five hundred in each sheet.
fn shortened(mut parts: Parts) -> Parts {
    for (name, bytes) in parts.iter_mut().filter(|(name, _)| name.starts_with("xl/worksheets/")) {
        let text = String::from_utf8(std::mem::take(bytes)).expect("XML");
        let end = text.rfind("</sheetData>").unwrap_or_else(|| panic!("{name} has no rows"));
        let mut rows = text[..end].split_inclusive("</row>");
        let short: String = rows.by_ref().filter(|row| row.contains("<v>") || !row.ends_with("</row>")).collect();
        *bytes = (short + &text[end..]).into_bytes();
    }
    parts
}

/// Runs an input.
pub fn run(mut bytes: &[u8]) {
    let choice = super::first(&mut bytes);
    let (mut office, mut parts) =
        BEFORE.with(|(office, workbooks)| (office.clone(), workbooks[choice % workbooks.len()].clone()));
    let is_whole = (choice / Kind::ALL.len()).is_multiple_of(2);
    let at = super::first(&mut bytes) % parts.len();
    let part = &mut parts[at].1;
    if is_whole {
        *part = bytes.to_vec();
    } else {
        damage(part, bytes);
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    if take_in(&mut office, &[file("list.xlsx", &stored(&parts))], IMPORT) {
        looked_at(&office.book, DAY);
        goes_out_and_comes_back(&office, DAY, false);
    }
}

/// Replaces, inserts and takes out bytes: each edit is what to do, two bytes of place, and the byte.
fn damage(part: &mut Vec<u8>, mut edits: &[u8]) {
    while edits.len() >= 4 && !part.is_empty() {
        let deed = super::first(&mut edits) % 3;
        let at = super::number(&mut edits) % part.len();
        let byte = super::first(&mut edits) as u8;
        match deed {
            0 => part[at] = byte,
            1 => part.insert(at, byte),
            _ => drop(part.drain(at..(at + usize::from(byte)).min(part.len()))),
        }
    }
}
