//! What a file is before its rows are read: no text, no list, or which list under which headings.

use std::path::Path;

use csv::StringRecord;

use super::csv::{body, lines};
use super::kind::{NoShape, Shape, shape};
use super::line::{BadLine, MOST_COLUMNS};
use super::source::{File, MOST_BYTES};
use crate::model::finding::{Finding, Severity};
use crate::model::list::Kind;
use crate::model::place::Place;
use crate::text::guard::unguard;

/// A row as it stands in its file: its number in Excel and its cells.
pub type RawRow = (u32, Vec<String>);

/// The rows of a list as they are, the header first; what is no text is replaced by U+FFFD, which no
/// import takes in. None where the file is no list, or its header is at fault.
pub fn raw_rows(file: &File, kind: Option<Kind>) -> Vec<RawRow> {
    // Two columns are added to them, and the result must be a list again.
    const MOST: usize = MOST_COLUMNS - 2;
    let Ok(shape) = look(file, kind) else { return Vec::new() };
    if !shape.header.missing(shape.kind).is_empty() || !shape.header.repeated.is_empty() {
        return Vec::new();
    }
    let cells = |cells: StringRecord| cells.iter().take(MOST).map(|cell| unguard(cell).to_owned()).collect();
    let rows = lines(body(&file.bytes), shape.delimiter);
    rows.map(|line| (line.at, cells(line.cells.unwrap_or_else(|spoilt| spoilt.cells)))).collect()
}

/// What a file is: which list, under which headings.
///
/// # Errors
/// With a finding when it is no list.
pub fn look(file: &File, kind: Option<Kind>) -> Result<Shape, Box<Finding>> {
    let place = Place::file(&file.name);
    let whole = |check| Box::new(Finding::new(check, Severity::Error).place(place.clone()));
    if file.size > MOST_BYTES {
        return Err(Box::new(whole("file-too-large").arg("most", (MOST_BYTES >> 30).to_string())));
    }
    let text = body(&file.bytes);
    if let Some(wrong) = not_text(text) {
        return Err(whole(wrong));
    }
    let stem = Path::new(&*file.name).file_stem().unwrap_or_default().to_string_lossy();
    shape(text, &stem, kind).map_err(|wrong| match wrong {
        NoShape::Empty => whole("file-empty"),
        NoShape::Spoilt { row, why } => Box::new(bad_line(why).place(place.clone().at_row(row))),
        NoShape::Unknown { row, headings, kinds } => {
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
            let lists = if kinds.is_empty() { "none".to_owned() } else { kinds.join(", ") };
            let finding = Finding::new("list-unknown", Severity::Error).value(&headings.join(", "));
            Box::new(finding.arg("lists", lists).place(place.clone().at_row(row)))
        }
    })
}

/// The finding of a row that cannot be read.
pub fn bad_line(why: BadLine) -> Finding {
    Finding::new(why.check(), Severity::Error)
}

/// What a file is that is no comma-separated text, told by its first bytes.
fn not_text(bytes: &[u8]) -> Option<&'static str> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const OLE: &[u8] = b"\xD0\xCF\x11\xE0";
    match bytes {
        _ if bytes.starts_with(ZIP) || bytes.starts_with(OLE) => Some("file-is-workbook"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some("file-is-utf16"),
        _ if is_utf16(bytes) => Some("file-is-utf16"),
        _ => None,
    }
}

/// Whether text is UTF-16 without a mark: in a header, every second byte of many letters is zero.
fn is_utf16(bytes: &[u8]) -> bool {
    let pairs = &bytes[..bytes.len().min(64)];
    let zeros = |parity| pairs.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    even.min(odd) == 0 && even.max(odd) * 4 > pairs.len() / 2 && pairs.len() > 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_16_is_told_with_and_without_its_mark() {
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        assert_eq!(not_text(&utf16("\u{FEFF}Mã,Tên")), Some("file-is-utf16"));
        assert_eq!(not_text(&utf16("Mã cán bộ,Họ và tên,Cấp")), Some("file-is-utf16"));
        for text in ["Mã cán bộ,Họ và tên,Cấp", "code,na\0me\0,level", "", "a\0"] {
            assert_eq!(not_text(text.as_bytes()), None, "{text:?}");
        }
    }
}
