//! What was found when a file was looked at: its lists, where they begin, or why there is none.

use std::borrow::Cow;
use std::sync::Arc;

use super::csv::lines;
use super::encoding::Encoding;
use super::fault::fault;
use super::grid::Grid;
use super::kind::{NoShape, Shape};
use super::line::{BadLine, Line};
use super::wishes::Wishes;
use crate::model::finding::{Arg, Finding, Severity};
use crate::model::list::{Column, Kind};
use crate::model::place::Place;
use crate::model::stamp::Stamp;

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

/// The list of this name.
pub fn kind_named(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| name.trim().eq_ignore_ascii_case(kind.name()))
}

/// Why there is no list.
pub fn no_list(wrong: NoShape, place: Place, wishes: &Wishes) -> Box<Finding> {
    Box::new(match wrong {
        NoShape::Empty => Finding::new("file-empty", Severity::Error).place(place),
        NoShape::NoRow(row) => Finding::new("header-row-empty", Severity::Error).place(place.at_row(row)),
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
