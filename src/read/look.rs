//! What a file is before its rows are read: no text, no list, or which list under which headings.

use std::borrow::Cow;
use std::path::Path;

use csv::StringRecord;

use super::csv::{has_endless_line, lines, told_delimiter};
use super::encoding::{Decoded, Encoding, decode};
use super::fault::fault;
use super::grid::Grid;
use super::headings::Headings;
use super::kind::{Looking, MOST_HEAD_ROWS, NoShape, Shape};
use super::line::{BadLine, Line, MOST_COLUMNS};
use super::source::{File, MOST_BYTES};
use super::wishes::Wishes;
use crate::model::finding::{Finding, Severity};
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
    /// What was found on the way: the encoding, where it is not UTF-8.
    pub findings: Vec<Finding>,
}

/// The rows of a list.
#[derive(Debug)]
pub enum Body<'f> {
    /// Of a text file.
    Text {
        /// The text, in UTF-8.
        text: Cow<'f, [u8]>,
        /// What it was in.
        encoding: Encoding,
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
            Body::Text { text, delimiter, .. } => Box::new(lines(text, *delimiter)),
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
    if is_workbook(&file.bytes) {
        return Err(whole("file-is-workbook"));
    }
    let text = decode(&file.bytes, wishes.encoding);
    if let Some(finding) = unclear(&text) {
        return Err(Box::new(finding.place(place)));
    }
    if has_endless_line(&text.bytes) {
        return Err(whole("line-endless"));
    }
    let stem = Path::new(&*file.name).file_stem().unwrap_or_default().to_string_lossy();
    let named = Kind::ALL.into_iter().find(|kind| stem.eq_ignore_ascii_case(kind.name()));
    let given: Vec<Column> = wishes.values.keys().copied().collect();
    let looking = Looking { headings, kind: wishes.kind.or(named), given: &given };
    let (shape, delimiter) =
        look_at_text(&text.bytes, &looking).map_err(|wrong| no_list(wrong, place.clone(), wishes))?;
    if let Some(finding) = faulty_header(&shape, &given, wishes) {
        return Err(Box::new(finding.place(place.at_row(shape.header_row))));
    }
    let findings = taken(&text).into_iter().map(|finding| finding.place(place.clone())).collect();
    Ok(Look { shape, body: Body::Text { text: text.bytes, encoding: text.encoding, delimiter }, findings })
}

/// The shape of a text under the delimiter that fits best; none fits better than the one before it by chance. A line
/// `sep=;` leaves no choice.
fn look_at_text(text: &[u8], looking: &Looking) -> Result<(Shape, u8), NoShape> {
    let mut best: Option<(Shape, u8)> = None;
    let mut wrong = None;
    let told = told_delimiter(text).map(|(delimiter, _)| delimiter);
    for delimiter in told.map_or(DELIMITERS.to_vec(), |told| vec![told]) {
        let head: Vec<Line> = lines(text, delimiter).take(MOST_HEAD_ROWS).collect();
        match looking.shape(&head, &[]) {
            Ok(shape) if best.as_ref().is_none_or(|(best, _)| looking.fit(&shape) > looking.fit(best)) => {
                let is_whole = looking.fit(&shape).0 && shape.above == 0;
                best = Some((shape, delimiter));
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

fn no_list(wrong: NoShape, place: Place, wishes: &Wishes) -> Box<Finding> {
    Box::new(match wrong {
        NoShape::Empty => Finding::new("file-empty", Severity::Error).place(place),
        NoShape::Spoilt { row, why } => bad_line(why).place(place.at_row(row)),
        NoShape::Unknown { row, headings, kinds } => {
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
            let lists = if kinds.is_empty() { "none".to_owned() } else { kinds.join(", ") };
            let headings = headings.join(", ");
            let unknown = || Finding::new("list-unknown", Severity::Error).value(&headings).arg("lists", lists);
            fault(&headings, wishes.is_unicode()).unwrap_or_else(unknown).place(place.at_row(row))
        }
    })
}

/// Why columns are missing, where it is the letters of the header.
fn faulty_header(shape: &Shape, given: &[Column], wishes: &Wishes) -> Option<Finding> {
    let unknown: Vec<&str> = shape.header.unknown.iter().map(|(written, _)| written.as_str()).collect();
    let is_whole = shape.header.missing(shape.kind, given).is_empty();
    if is_whole { None } else { fault(&unknown.join(", "), wishes.is_unicode()) }
}

/// Says what was considered where no encoding is clearly the right one.
fn unclear(text: &Decoded) -> Option<Finding> {
    let scores = text.ambiguity.as_ref()?;
    let considered = scores.iter().map(|score| format!("{} ({} %)", score.encoding.code(), score.share.percent()));
    let considered = considered.collect::<Vec<_>>().join(", ");
    Some(Finding::new("encoding-unclear", Severity::Error).arg("considered", considered))
}

/// Says which encoding was taken, if not UTF-8. Letters of before Unicode may be guessed, but the user has to confirm
/// them: the sets share their bytes, and nobody would see a wrong name among thousands.
fn taken(text: &Decoded) -> Option<Finding> {
    let encoding = text.encoding;
    if encoding == Encoding::Utf8 {
        return None;
    }
    let id = if text.is_guess && encoding.charset().is_some() { "encoding-guessed" } else { "encoding-taken" };
    let severity = if id == "encoding-guessed" { Severity::Error } else { Severity::Info };
    let is_guess = if text.is_guess { "yes" } else { "no" };
    let finding = Finding::new(id, severity).arg("encoding", encoding.name()).arg("code", encoding.code());
    Some(finding.arg("guess", is_guess).value(&first_words(&text.bytes)))
}

/// The first line with letters beyond ASCII.
fn first_words(bytes: &[u8]) -> String {
    let line = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).find(|line| !line.is_ascii());
    String::from_utf8_lossy(line.unwrap_or_default()).trim().replace('\t', ", ")
}

/// The finding of a row that cannot be read.
pub fn bad_line(why: BadLine) -> Finding {
    Finding::new(why.check(), Severity::Error)
}

/// Whether a file is a workbook, told by its first bytes.
fn is_workbook(bytes: &[u8]) -> bool {
    const ZIP: &[u8] = b"PK\x03\x04";
    const OLE: &[u8] = b"\xD0\xCF\x11\xE0";
    bytes.starts_with(ZIP) || bytes.starts_with(OLE)
}
