//! What a file is before its rows are read: no text, no list, or which list under which headings.

use std::path::Path;

use csv::StringRecord;

use super::csv::lines;
use super::encoding::{Decoded, Encoding, decode};
use super::fault::fault;
use super::kind::{NoShape, Shape, shape};
use super::line::{BadLine, MOST_COLUMNS};
use super::source::{File, MOST_BYTES};
use crate::model::finding::{Finding, Severity};
use crate::model::list::Kind;
use crate::model::place::Place;
use crate::text::guard::unguard;

/// A row as it stands in its file: its number in Excel and its cells.
pub type RawRow = (u32, Vec<String>);

/// What the user says of files; the rest is told by looking.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told {
    /// Which list they are.
    pub kind: Option<Kind>,
    /// The encoding of those that are not UTF-8.
    pub encoding: Option<Encoding>,
}

impl Told {
    /// Whether the user says that letters are as they should be, however they look.
    pub fn is_unicode(self) -> bool {
        self.encoding == Some(Encoding::Utf8)
    }
}

/// A list, with its text and its header.
#[derive(Debug)]
pub struct Seen<'f> {
    /// Its text in UTF-8.
    pub text: Decoded<'f>,
    /// Which list it is, under which headings.
    pub shape: Shape,
    /// What was found on the way: the encoding, where it is not UTF-8.
    pub findings: Vec<Finding>,
}

/// The rows of a list as they are, the header first; what is no text is replaced by U+FFFD, which no
/// import takes in. None where the file is no list, or its header is at fault.
pub fn raw_rows(file: &File, told: Told) -> Vec<RawRow> {
    // Two columns are added to them, and the result must be a list again.
    const MOST: usize = MOST_COLUMNS - 2;
    let Ok(Seen { text, shape, .. }) = look(file, told) else { return Vec::new() };
    if !shape.header.missing(shape.kind).is_empty() || !shape.header.repeated.is_empty() {
        return Vec::new();
    }
    let cells = |cells: StringRecord| cells.iter().take(MOST).map(|cell| unguard(cell).to_owned()).collect();
    let rows = lines(&text.bytes, shape.delimiter);
    rows.map(|line| (line.at, cells(line.cells.unwrap_or_else(|spoilt| spoilt.cells)))).collect()
}

/// What a file is: which list, under which headings.
///
/// # Errors
/// With a finding when it is no list.
pub fn look(file: &File, told: Told) -> Result<Seen<'_>, Box<Finding>> {
    let place = Place::file(&file.name);
    let whole = |finding: Finding| Box::new(finding.place(place.clone()));
    let error = |check| Finding::new(check, Severity::Error);
    if file.size > MOST_BYTES {
        return Err(whole(error("file-too-large").arg("most", (MOST_BYTES >> 30).to_string())));
    }
    if is_workbook(&file.bytes) {
        return Err(whole(error("file-is-workbook")));
    }
    let text = decode(&file.bytes, told.encoding);
    if let Some(finding) = unclear(&text) {
        return Err(whole(finding));
    }
    let stem = Path::new(&*file.name).file_stem().unwrap_or_default().to_string_lossy();
    let shape = shape(&text.bytes, &stem, told.kind).map_err(|wrong| no_shape(wrong, &place, told))?;
    if let Some(finding) = faulty_header(&shape, told) {
        return Err(Box::new(finding.place(place.at_row(shape.header_row))));
    }
    let findings = taken(&text).into_iter().map(|finding| finding.place(place.clone())).collect();
    Ok(Seen { text, shape, findings })
}

fn no_shape(wrong: NoShape, place: &Place, told: Told) -> Box<Finding> {
    let at = |row, finding: Finding| Box::new(finding.place(place.clone().at_row(row)));
    match wrong {
        NoShape::Empty => Box::new(Finding::new("file-empty", Severity::Error).place(place.clone())),
        NoShape::Spoilt { row, why } => at(row, bad_line(why)),
        NoShape::Unknown { row, headings, kinds } => {
            let headings = headings.join(", ");
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
            let lists = if kinds.is_empty() { "none".to_owned() } else { kinds.join(", ") };
            let unknown = || Finding::new("list-unknown", Severity::Error).value(&headings).arg("lists", lists);
            at(row, fault(&headings, told.is_unicode()).unwrap_or_else(unknown))
        }
    }
}

/// Why columns are missing, where it is the letters of the header.
fn faulty_header(shape: &Shape, told: Told) -> Option<Finding> {
    let unknown: Vec<&str> = shape.header.unknown.iter().map(|(written, _)| written.as_str()).collect();
    if shape.header.missing(shape.kind).is_empty() { None } else { fault(&unknown.join(", "), told.is_unicode()) }
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
