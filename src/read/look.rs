//! What a file is before its rows are read: no list, or which lists under which headings.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use csv::StringRecord;

use super::csv::lines;
use super::encoding::Encoding;
use super::fault::fault;
use super::grid::Grid;
use super::headings::Headings;
use super::kind::{Looking, NoShape, Shape};
use super::line::{BadLine, Line, MOST_COLUMNS};
use super::reports::is_report;
use super::source::{File, MOST_BYTES};
use super::wishes::Wishes;
use super::{sheets, texts, workbook};
use crate::model::finding::{Arg, Finding, Severity};
use crate::model::list::{Column, Kind};
use crate::model::place::Place;
use crate::model::stamp::Stamp;
use crate::text::guard::unguard;

/// What a file holds.
#[derive(Debug, Default)]
pub struct Looked<'f> {
    /// Its lists; a text holds one, a workbook one in each of its sheets.
    pub lists: Vec<Look<'f>>,
    /// What was found on the way.
    pub findings: Vec<Finding>,
}

/// A list in a file: where it begins, and its rows.
#[derive(Debug)]
pub struct Look<'f> {
    /// Where it begins, which list it is, under which headings.
    pub shape: Shape,
    /// Its rows.
    pub body: Body<'f>,
    /// What its rows were when it was exported for editing.
    pub stamp: Option<Arc<Stamp>>,
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
    /// The sheet of a workbook that it stands in.
    pub fn sheet(&self) -> Option<&Arc<str>> {
        match &self.body {
            Body::Text { .. } => None,
            Body::Sheet(grid) => Some(&grid.name),
        }
    }

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

/// The rows of each list of a file as they are, the header first, with the sheet that it stands in; what is no text is
/// replaced by U+FFFD, which no import takes in. A list whose header is at fault is left out.
pub fn raw_rows(file: &File, headings: &Headings, wishes: &Wishes) -> Vec<(Option<Arc<str>>, Vec<RawRow>)> {
    let given: Vec<Column> = wishes.values.keys().copied().collect();
    let is_sound =
        |shape: &Shape| shape.header.missing(shape.kind, &given).is_empty() && shape.header.repeated.is_empty();
    let lists = look(file, headings, wishes).lists.into_iter().filter(|look| is_sound(&look.shape));
    lists.map(|look| (look.sheet().cloned(), rows(look))).collect()
}

fn rows(mut look: Look) -> Vec<RawRow> {
    // Two columns are added to them, and the result must be a list again.
    const MOST: usize = MOST_COLUMNS - 2;
    let is_text = look.sheet().is_none();
    let plain = |cell: &str| if is_text { unguard(cell).to_owned() } else { cell.to_owned() };
    let cells = |cells: StringRecord| cells.iter().take(MOST).map(plain).collect();
    let above = look.shape.above;
    look.lines().skip(above).map(|line| (line.at, cells(line.cells.unwrap_or_else(|spoilt| spoilt.cells)))).collect()
}

/// What a file is: which lists, under which headings. What it is is told by its content, whatever its name ends in; a
/// name such as `units` tells the list.
pub fn look<'f>(file: &'f File, headings: &Headings, wishes: &Wishes) -> Looked<'f> {
    let place = Place::file(&file.name);
    if file.size > MOST_BYTES {
        let finding = Finding::new("file-too-large", Severity::Error).arg("most", (MOST_BYTES >> 20).to_string());
        return Looked { lists: Vec::new(), findings: vec![finding.place(place)] };
    }
    let stem = Path::new(&*file.name).file_stem().unwrap_or_default().to_string_lossy();
    let given: Vec<Column> = wishes.values.keys().copied().collect();
    let looking = Looking { headings, kind: wishes.kind.or(kind_named(&stem)), given: &given };
    let mut looked = match workbook::is_workbook(&file.bytes) {
        true => sheets::lists(&file.bytes, &looking, wishes, &place),
        false => texts::lists(&file.bytes, &looking, wishes, &place),
    };
    for report in looked.lists.extract_if(.., |look| is_report(&look.shape.header)) {
        let place = Place { sheet: report.sheet().cloned(), ..place.clone().at_row(report.shape.header_row) };
        looked.findings.push(Finding::new("file-is-report", Severity::Error).place(place));
    }
    looked
}

/// The list of this name.
pub fn kind_named(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| name.trim().eq_ignore_ascii_case(kind.name()))
}

/// Why there is no list.
pub fn no_list(wrong: NoShape, place: Place, wishes: &Wishes) -> Box<Finding> {
    Box::new(match wrong {
        NoShape::Empty => Finding::new("file-empty", Severity::Error).place(place),
        NoShape::Spoilt { row, why } => bad_line(why).place(place.at_row(row)),
        NoShape::Unknown { row, headings, kinds, near } => {
            let headings = headings.join(", ");
            let unknown = || list_unknown(&headings, kinds, near);
            fault(&headings, wishes.is_unicode()).unwrap_or_else(unknown).place(place.at_row(row))
        }
    })
}

/// The finding of a header that fits several lists, or none.
fn list_unknown(headings: &str, kinds: Vec<Kind>, near: Option<(Kind, Vec<Column>)>) -> Finding {
    let finding = Finding::new("list-unknown", Severity::Error).value(headings).arg("lists", Arg::Lists(kinds));
    let (near, missing) = near.map_or((Vec::new(), Vec::new()), |(kind, missing)| (vec![kind], missing));
    let missing: Vec<&str> = missing.iter().map(|column| column.name()).collect();
    finding.arg("near", Arg::Lists(near)).arg("missing", missing.join(", "))
}

/// The finding of a row that cannot be read.
pub fn bad_line(why: BadLine) -> Finding {
    Finding::new(why.check(), Severity::Error)
}
