//! All files of one import: each told apart, read row by row, its faults collected.

use csv::StringRecord;

use super::csv::lines;
use super::kind::Shape;
use super::line::Spoilt;
use super::look::{Told, bad_line, look};
use super::names::Names;
use super::row::{Positions, Row, Rules};
use super::source::File;
use super::{assignments, cadres, seats, units, vacancies};
use crate::model::day::Day;
use crate::model::finding::{Finding, Severity};
use crate::model::list::{Column, Kind};
use crate::model::place::Place;
use crate::model::policy::Policy;
use crate::model::rows::{Listed, Lists, Reference, Source};
use crate::text::fold::tidy;

/// The most findings of one file that are kept; what comes after is counted.
const MOST_FINDINGS: usize = 100_000;

/// Reads files into typed rows. Nothing stops at the first fault: every fault of every file is
/// among the findings, and no row with an error is among the rows.
#[derive(Debug)]
pub struct Reading {
    rules: Rules,
    told: Told,
    /// The rows read so far.
    pub lists: Lists,
    /// What was found so far.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// Begins an import under `policy` as of `day`; `told` is what the user says of its files.
    pub fn new(policy: &Policy, day: Day, told: Told) -> Self {
        let rules = Rules { names: Names::of(policy), day, is_unicode: told.is_unicode() };
        Reading { rules, told, lists: Lists::default(), findings: Vec::new() }
    }

    /// Reads one file.
    pub fn file(&mut self, file: &File) {
        match look(file, self.told) {
            Ok(seen) => {
                self.findings.extend(seen.findings);
                self.list(file, &seen.text.bytes, &seen.shape);
            }
            Err(finding) => self.findings.push(*finding),
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
                    tally.put_right += self.row(&source, line.at, cells, &positions, shape);
                }
                Err(spoilt) => {
                    tally.rows += 1;
                    self.spoilt(&source, line.at, spoilt, &positions, shape);
                }
            }
            self.cap(before, &mut tally);
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

    /// Reads one row into its list, or notes whose row it was. Gives the number of cells that were put right.
    fn row(&mut self, source: &Source, at: u32, cells: &StringRecord, positions: &Positions, shape: &Shape) -> usize {
        let header = &shape.header;
        let width = header.width;
        let beyond = cells.iter().skip(width).any(|cell| !cell.trim().is_empty());
        if cells.len() < width || beyond {
            let check = if beyond { "row-too-long" } else { "row-too-short" };
            let finding = Finding::new(check, Severity::Error).arg("cells", cells.len()).arg("columns", width);
            self.findings.push(finding.place(source.row(at)));
            self.refuse(source, cells, positions);
            return 0;
        }
        let unheaded = header.unheaded.iter().filter_map(|at| Some((*at, cells.get(*at)?.trim())));
        let unheaded: Vec<(usize, &str)> = unheaded.filter(|(_, cell)| !cell.is_empty()).collect();
        let findings = &mut self.findings;
        for (position, cell) in &unheaded {
            let finding = Finding::new("cell-without-heading", Severity::Error).value(cell);
            findings.push(finding.arg("position", position + 1).place(source.row(at)));
        }
        let is_sound = unheaded.is_empty();
        let mut put_right = 0;
        let mut row =
            Row { rules: &self.rules, source, at, cells, positions, findings, put_right: &mut put_right, is_sound };
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
        put_right
    }

    /// Remembers the codes that a refused row points to: they may be wrong as well.
    fn point(&mut self, source: &Source, at: u32, cells: &StringRecord, positions: &Positions) {
        let number = u16::try_from(self.lists.sources.len()).unwrap_or(u16::MAX);
        let pointing = source.columns.iter().map(|(column, _)| *column).filter(|column| source.kind.points(*column));
        let references = pointing.map(|column| Reference { column, code: tidy(positions.cell(cells, column)).into() });
        let given = references.filter(|reference| !reference.code.is_empty());
        self.lists.refused.references.extend(given.map(|row| Listed { source: number, at, row }));
    }

    /// Counts a refused row, and remembers the code of a unit or cadre, so that rows naming it are not reported too.
    fn refuse(&mut self, source: &Source, cells: &StringRecord, positions: &Positions) {
        *self.lists.refused.rows.entry(source.kind).or_default() += 1;
        let refused = match source.kind {
            Kind::Units => &mut self.lists.refused.units,
            Kind::Cadres => &mut self.lists.refused.cadres,
            Kind::Assignments | Kind::Vacancies | Kind::Seats => return,
        };
        refused.insert(tidy(positions.cell(cells, Column::Code)).into());
    }

    /// Reports a row that cannot be read.
    fn spoilt(&mut self, source: &Source, at: u32, spoilt: &Spoilt, positions: &Positions, shape: &Shape) {
        let mut place = source.row(at);
        let heading = shape.header.columns.iter().find(|(_, position, _)| Some(*position) == spoilt.why.cell());
        if let Some((_, _, written)) = heading {
            place = place.in_column(written);
        }
        self.findings.push(bad_line(spoilt.why).place(place));
        self.refuse(source, &spoilt.cells, positions);
    }

    /// Keeps a file's findings within bounds; what is left out is counted.
    fn cap(&mut self, before: usize, tally: &mut Tally) {
        let excess = self.findings.drain((before + MOST_FINDINGS).min(self.findings.len())..);
        for finding in excess {
            tally.left_out += 1;
            tally.worst = tally.worst.max(Some(finding.severity));
        }
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
        if tally.put_right > 0 {
            let finding = Finding::new("text-put-right", Severity::Info).arg("count", tally.put_right);
            self.findings.push(finding.place(place.clone()));
        }
        if let Some(worst) = tally.worst {
            let finding = Finding::new("findings-left-out", worst).arg("count", tally.left_out);
            self.findings.push(finding.place(place));
        }
    }
}

/// Counts of one file.
#[derive(Default)]
struct Tally {
    rows: usize,
    empty: usize,
    put_right: usize,
    left_out: usize,
    /// The worst severity of what was left out.
    worst: Option<Severity>,
}

fn keep<T>(list: &mut Vec<Listed<T>>, source: u16, at: u32, row: Option<T>) -> bool {
    let is_read = row.is_some();
    list.extend(row.map(|row| Listed { source, at, row }));
    is_read
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::read::policy::{built_in, policy};
    use jiff::civil::date;

    fn findings(text: String) -> Vec<Finding> {
        let policy = policy(built_in("three-tier").expect("a policy"), "policy").expect("a sound policy");
        let (name, size) = (Arc::from("units.csv"), text.len() as u64);
        let mut reading = Reading::new(&policy, date(2022, 5, 31), Told::default());
        reading.file(&File { path: "units.csv".into(), name, bytes: text.into_bytes(), size });
        reading.findings
    }

    #[test]
    fn what_is_left_out_is_as_bad_as_the_worst_of_it() {
        let broken = "A,\"Ấp\nMới\",hamlet,1\n".repeat(MOST_FINDINGS);
        for (last, worst) in [("A,\"Ấp\nMới\",hamlet,1\n", Severity::Warning), ("A,,hamlet,1\n", Severity::Error)] {
            let found = findings(format!("code,name,level,parent_code\n{broken}{last}"));
            assert_eq!(found.len(), MOST_FINDINGS + 1);
            let left_out = found.last().map(|finding| (finding.check, finding.severity));
            assert_eq!(left_out, Some(("findings-left-out", worst)));
        }
    }
}
