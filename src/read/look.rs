//! What a file is before its rows are read: no text, no list, or which list under which headings.

use std::path::Path;

use csv::StringRecord;

use super::csv::{body, has_endless_line, lines};
use super::grid::Grid;
use super::headings::Headings;
use super::kind::{Looking, MOST_HEAD_ROWS, NoShape, Shape};
use super::line::{BadLine, Line, MOST_COLUMNS};
use super::source::{File, MOST_BYTES};
use super::wishes::Wishes;
use crate::model::finding::{Arg, Finding, Severity};
use crate::model::list::{Column, Kind};
use crate::model::place::Place;
use crate::text::guard::unguard;

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A list in a file: where it begins, and its rows.
#[derive(Debug)]
pub struct Look<'f> {
    /// Where it begins, which list it is, under which headings.
    pub shape: Shape,
    /// Its rows.
    pub body: Body<'f>,
}

/// The rows of a list.
#[derive(Debug)]
pub enum Body<'f> {
    /// Of a text file.
    Text {
        /// The text.
        text: &'f [u8],
        /// The character between cells.
        delimiter: u8,
    },
    /// Of a sheet of a workbook.
    Sheet(Grid),
}

impl Look<'_> {
    /// All rows, those above the header included; a sheet's are handed out once.
    pub fn lines(&mut self) -> Box<dyn Iterator<Item = Line> + '_> {
        match &mut self.body {
            Body::Text { text, delimiter } => Box::new(lines(text, *delimiter)),
            Body::Sheet(grid) => Box::new(std::mem::take(&mut grid.lines).into_iter()),
        }
    }
}

/// A row as it stands in its file: its number in Excel and its cells.
pub type RawRow = (u32, Vec<String>);

/// The rows of a list as they are, the header first; what is no text is replaced by U+FFFD, which no
/// import takes in. None where the file is no list, or its header is at fault.
pub fn raw_rows(file: &File, headings: &Headings, wishes: &Wishes) -> Vec<RawRow> {
    // Two columns are added to them, and the result must be a list again.
    const MOST: usize = MOST_COLUMNS - 2;
    let Ok(mut look) = look(file, headings, wishes) else { return Vec::new() };
    let given: Vec<Column> = wishes.values.keys().copied().collect();
    if !look.shape.header.missing(look.shape.kind, &given).is_empty() || !look.shape.header.repeated.is_empty() {
        return Vec::new();
    }
    let cells = |cells: StringRecord| cells.iter().take(MOST).map(|cell| unguard(cell).to_owned()).collect();
    let above = look.shape.above;
    look.lines().skip(above).map(|line| (line.at, cells(line.cells.unwrap_or_else(|spoilt| spoilt.cells)))).collect()
}

/// What a file is: which list, under which headings.
///
/// # Errors
/// With a finding when it is no list.
pub fn look<'f>(file: &'f File, headings: &Headings, wishes: &Wishes) -> Result<Look<'f>, Box<Finding>> {
    let place = Place::file(&file.name);
    let whole = |check| Box::new(Finding::new(check, Severity::Error).place(place.clone()));
    if file.size > MOST_BYTES {
        return Err(Box::new(whole("file-too-large").arg("most", (MOST_BYTES >> 20).to_string())));
    }
    let text = body(&file.bytes);
    if let Some(wrong) = not_text(text) {
        return Err(whole(wrong));
    }
    if has_endless_line(text) {
        return Err(whole("line-endless"));
    }
    let stem = Path::new(&*file.name).file_stem().unwrap_or_default().to_string_lossy();
    let named = Kind::ALL.into_iter().find(|kind| stem.eq_ignore_ascii_case(kind.name()));
    let given: Vec<Column> = wishes.values.keys().copied().collect();
    let looking = Looking { headings, kind: wishes.kind.or(named), given: &given };
    look_at_text(text, &looking).map_err(|wrong| no_list(wrong, place))
}

/// A text under the delimiter that fits best; none fits better than the one before it by chance.
fn look_at_text<'f>(text: &'f [u8], looking: &Looking) -> Result<Look<'f>, NoShape> {
    let mut best: Option<Look> = None;
    let mut wrong = None;
    for delimiter in DELIMITERS {
        let head: Vec<Line> = lines(text, delimiter).take(MOST_HEAD_ROWS).collect();
        match looking.shape(&head, &[]) {
            Ok(shape) if best.as_ref().is_none_or(|best| looking.fit(&shape) > looking.fit(&best.shape)) => {
                let is_whole = looking.fit(&shape).0 && shape.above == 0;
                best = Some(Look { shape, body: Body::Text { text, delimiter } });
                if is_whole {
                    break;
                }
            }
            Ok(_) => {}
            Err(why) => wrong = worse(wrong, why),
        }
    }
    best.ok_or(wrong.unwrap_or(NoShape::Empty))
}

/// Of two reasons the one that says more: lists that fit alike above none, and none above no text.
fn worse(one: Option<NoShape>, other: NoShape) -> Option<NoShape> {
    let says = |wrong: &NoShape| match wrong {
        NoShape::Unknown { kinds, .. } => 1 + kinds.len(),
        NoShape::Empty | NoShape::Spoilt { .. } => 0,
    };
    match one {
        Some(one) if says(&one) >= says(&other) => Some(one),
        _ => Some(other),
    }
}

fn no_list(wrong: NoShape, place: Place) -> Box<Finding> {
    Box::new(match wrong {
        NoShape::Empty => Finding::new("file-empty", Severity::Error).place(place),
        NoShape::Spoilt { row, why } => bad_line(why).place(place.at_row(row)),
        NoShape::Unknown { row, headings, kinds } => {
            let finding = Finding::new("list-unknown", Severity::Error).value(&headings.join(", "));
            finding.arg("lists", Arg::Lists(kinds)).place(place.at_row(row))
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
