//! All files of one import: each told apart, read row by row, its faults collected.

use std::path::Path;

use csv::StringRecord;

use super::csv::{BadLine, body, lines};
use super::kind::{Shape, shape};
use super::names::Names;
use super::row::{Positions, Row, Rules};
use super::source::{File, MOST_BYTES};
use super::{assignments, cadres, seats, units, vacancies};
use crate::model::day::Day;
use crate::model::finding::{Finding, Severity};
use crate::model::list::{Column, Kind};
use crate::model::place::Place;
use crate::model::policy::Policy;
use crate::model::rows::{Listed, Lists, Reference, Source};
use crate::text::fold::tidy;
use crate::text::guard::unguard;

/// The most findings of one file that are kept; what comes after is counted.
const MOST_FINDINGS: usize = 100_000;

/// Reads files into typed rows. Nothing stops at the first fault: every fault of every file is
/// among the findings, and no row with an error is among the rows.
#[derive(Debug)]
pub struct Reading {
    rules: Rules,
    kind: Option<Kind>,
    /// The rows read so far.
    pub lists: Lists,
    /// What was found so far.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// Begins an import under `policy` as of `day`; `kind` where the user says which list it is.
    pub fn new(policy: &Policy, day: Day, kind: Option<Kind>) -> Self {
        let rules = Rules { names: Names::of(policy), day };
        Reading { rules, kind, lists: Lists::default(), findings: Vec::new() }
    }

    /// Reads one file.
    pub fn file(&mut self, file: &File) {
        let place = Place::file(&file.name);
        if file.size > MOST_BYTES {
            let finding = Finding::new("file-too-large", Severity::Error).arg("most", MOST_BYTES.to_string());
            return self.findings.push(finding.place(place));
        }
        let text = body(&file.bytes);
        if let Some(wrong) = not_text(text) {
            return self.findings.push(Finding::new(wrong, Severity::Error).place(place));
        }
        let stem = Path::new(&*file.name).file_stem().unwrap_or_default().to_string_lossy();
        match shape(text, &stem, self.kind) {
            None => self.findings.push(Finding::new("file-empty", Severity::Error).place(place)),
            Some(Err(kinds)) => {
                let kinds: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
                let finding = Finding::new("list-unknown", Severity::Error).arg("lists", kinds.join(", "));
                self.findings.push(finding.place(place));
            }
            Some(Ok(shape)) => self.list(file, text, &shape),
        }
    }

    /// Reads the rows of a file whose shape is known.
    fn list(&mut self, file: &File, text: &[u8], shape: &Shape) {
        let columns = shape.header.columns.iter().map(|(column, _, written)| (*column, written.clone()));
        let source = Source { file: file.name.clone(), sheet: None, kind: shape.kind, columns: columns.collect() };
        if !self.header(&source, shape) {
            self.lists.sources.push(source);
            return;
        }
        let (before, mut tally) = (self.findings.len(), Tally::default());
        let positions = Positions::of(shape.header.columns.iter().map(|(column, at, _)| (*column, *at)));
        for line in lines(text, shape.delimiter).skip(1) {
            match &line.cells {
                Ok(cells) if cells.iter().all(|cell| cell.trim().is_empty()) => tally.empty += 1,
                Ok(cells) => {
                    tally.rows += 1;
                    self.row(&source, line.at, cells, &positions, shape.header.width);
                }
                Err(bad) => {
                    tally.rows += 1;
                    self.bad_line(&source, line.at, *bad, shape);
                }
            }
            tally.left_out += self.cap(before);
        }
        self.close(&source, &tally);
        self.lists.sources.push(source);
    }

    /// Checks the header; false when rows cannot be read under it.
    fn header(&mut self, source: &Source, shape: &Shape) -> bool {
        let (header, place) = (&shape.header, source.row(shape.header_row));
        let missing = header.missing(shape.kind);
        let unknown: Vec<&str> = header.unknown.iter().map(|(written, _)| written.as_str()).collect();
        if !missing.is_empty() {
            let names: Vec<&str> = missing.iter().map(|column| column.name()).collect();
            let finding = Finding::new("column-missing", Severity::Error).value(&names.join(", "));
            let unknown = if unknown.is_empty() { "none".to_owned() } else { unknown.join(", ") };
            let finding = finding.arg("count", names.len()).arg("list", shape.kind.name()).arg("unknown", unknown);
            self.findings.push(finding.place(place.clone()));
        }
        for (column, written) in &header.repeated {
            let finding = Finding::new("column-repeated", Severity::Error).value(written).arg("name", column.name());
            self.findings.push(finding.place(place.clone().in_column(written)));
        }
        for (written, near) in &header.unknown {
            let finding = Finding::new("column-unknown", Severity::Warning).value(written);
            let finding = finding.nearest(near.map(str::to_owned));
            self.findings.push(finding.place(place.clone().in_column(written)));
        }
        for written in &header.sensitive {
            let finding = Finding::new("column-sensitive", Severity::Warning).value(written);
            self.findings.push(finding.place(place.clone().in_column(written)));
        }
        missing.is_empty() && header.repeated.is_empty()
    }

    /// Reads one row into its list, or notes whose row it was.
    fn row(&mut self, source: &Source, at: u32, cells: &StringRecord, positions: &Positions, width: usize) {
        let beyond = cells.iter().skip(width).any(|cell| !cell.trim().is_empty());
        if cells.len() < width || beyond {
            let check = if beyond { "row-too-long" } else { "row-too-short" };
            let finding = Finding::new(check, Severity::Error).arg("cells", cells.len()).arg("columns", width);
            self.findings.push(finding.place(source.row(at)));
            return self.refuse(source, cells, positions);
        }
        let findings = &mut self.findings;
        let mut row = Row { rules: &self.rules, source, at, cells, positions, findings, is_sound: true };
        let number = u16::try_from(self.lists.sources.len()).unwrap_or(u16::MAX);
        let is_read = match source.kind {
            Kind::Units => keep(&mut self.lists.units, number, at, units::unit(&mut row)),
            Kind::Cadres => keep(&mut self.lists.cadres, number, at, cadres::cadre(&mut row)),
            Kind::Assignments => keep(&mut self.lists.assignments, number, at, assignments::assignment(&mut row)),
            Kind::Vacancies => keep(&mut self.lists.vacancies, number, at, vacancies::vacancy(&mut row)),
            Kind::Seats => keep(&mut self.lists.seats, number, at, seats::seat(&mut row)),
        };
        if !is_read {
            self.refuse(source, cells, positions);
            self.point(source, at, cells, positions);
        }
    }

    /// Remembers the codes that a refused row points to: they may be wrong as well.
    fn point(&mut self, source: &Source, at: u32, cells: &StringRecord, positions: &Positions) {
        let mut unread = Vec::new();
        let row = Row { rules: &self.rules, source, at, cells, positions, findings: &mut unread, is_sound: true };
        let number = u16::try_from(self.lists.sources.len()).unwrap_or(u16::MAX);
        let pointing = source.columns.iter().map(|(column, _)| *column).filter(|column| source.kind.points(*column));
        let references = pointing.map(|column| Reference { column, code: tidy(row.raw(column)).into() });
        let given = references.filter(|reference| !reference.code.is_empty());
        self.lists.refused.references.extend(given.map(|row| Listed { source: number, at, row }));
    }

    /// Remembers the code of a refused unit or cadre, so that rows naming it are not reported too.
    fn refuse(&mut self, source: &Source, cells: &StringRecord, positions: &Positions) {
        let refused = match source.kind {
            Kind::Units => &mut self.lists.refused.units,
            Kind::Cadres => &mut self.lists.refused.cadres,
            Kind::Assignments | Kind::Vacancies | Kind::Seats => return,
        };
        let mut unread = Vec::new();
        let row = Row { rules: &self.rules, source, at: 0, cells, positions, findings: &mut unread, is_sound: true };
        refused.insert(tidy(row.raw(Column::Code)).into());
    }

    fn bad_line(&mut self, source: &Source, at: u32, bad: BadLine, shape: &Shape) {
        let mut place = source.row(at);
        let heading = shape.header.columns.iter().find(|(_, position, _)| Some(*position) == bad.cell());
        if let Some((_, _, written)) = heading {
            place = place.in_column(written);
        }
        self.findings.push(Finding::new(bad.check(), Severity::Error).place(place));
    }

    /// Keeps a file's findings within bounds; says how many were left out.
    fn cap(&mut self, before: usize) -> usize {
        let excess = self.findings.len().saturating_sub(before + MOST_FINDINGS);
        self.findings.truncate(before + MOST_FINDINGS);
        excess
    }

    fn close(&mut self, source: &Source, tally: &Tally) {
        let place = Place { row: None, ..source.row(1) };
        if tally.rows == 0 {
            self.findings.push(Finding::new("list-without-rows", Severity::Warning).place(place.clone()));
        }
        if tally.empty > 0 {
            let finding = Finding::new("rows-empty", Severity::Info).arg("count", tally.empty);
            self.findings.push(finding.place(place.clone()));
        }
        if tally.left_out > 0 {
            let finding = Finding::new("findings-left-out", Severity::Error).arg("count", tally.left_out);
            self.findings.push(finding.place(place));
        }
    }
}

/// A row as it stands in its file: its number in Excel and its cells.
pub type RawRow = (u32, Vec<String>);

/// The rows of a file as they are, the header first; rows that are no text at all are left out.
pub fn raw_rows(file: &File, kind: Option<Kind>) -> Vec<RawRow> {
    let text = body(&file.bytes);
    let stem = Path::new(&*file.name).file_stem().unwrap_or_default().to_string_lossy();
    let delimiter = match shape(text, &stem, kind) {
        Some(Ok(shape)) => shape.delimiter,
        _ => b',',
    };
    let rows = lines(text, delimiter).filter_map(|line| Some((line.at, line.cells.ok()?)));
    rows.map(|(at, cells)| (at, cells.iter().map(|cell| unguard(cell).to_owned()).collect())).collect()
}

/// Counts of one file.
#[derive(Default)]
struct Tally {
    rows: usize,
    empty: usize,
    left_out: usize,
}

fn keep<T>(list: &mut Vec<Listed<T>>, source: u16, at: u32, row: Option<T>) -> bool {
    let is_read = row.is_some();
    list.extend(row.map(|row| Listed { source, at, row }));
    is_read
}

/// What a file is that is no comma-separated text, told by its first bytes.
pub fn not_text(bytes: &[u8]) -> Option<&'static str> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const OLE: &[u8] = b"\xD0\xCF\x11\xE0";
    match bytes {
        _ if bytes.starts_with(ZIP) || bytes.starts_with(OLE) => Some("file-is-workbook"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some("file-is-utf16"),
        _ => None,
    }
}
