//! What a file is before its rows are read: no list, or which lists under which headings.

use std::path::Path;
use std::sync::Arc;

use csv::StringRecord;

use super::headings::Headings;
use super::kind::{Looking, Shape};
use super::line::MOST_COLUMNS;
use super::looked::{Look, Looked, kind_named};
use super::reports::is_report;
use super::source::{File, MOST_BYTES};
use super::wishes::Wishes;
use super::{sheets, texts, workbook};
use crate::model::finding::{Finding, Severity};
use crate::model::list::Column;
use crate::model::place::Place;
use crate::text::guard::unguard;

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
    let kind = wishes.kind.or(kind_named(&stem));
    let looking = Looking { headings, kind, given: &given, header_row: wishes.header_row };
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
