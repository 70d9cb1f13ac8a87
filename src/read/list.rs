//! A list under way: its rows taken one by one, each into its list, or refused with what is wrong with it.

use csv::StringRecord;

use super::kind::Shape;
use super::layout::{Layout, Place as Found};
use super::line::{Line, Spoilt};
use super::lists::Reading;
use super::looked::bad_line;
use super::positions::Positions;
use super::row::Row;
use super::tree::Tree;
use super::{assignments, attendance, cadres, decisions, feedback, meetings, seats, units, vacancies};
use crate::model::finding::{Finding, Severity};
use crate::model::list::{Column, Kind};
use crate::model::place::Place;
use crate::model::rows::{Listed, Reference, Source};
use crate::text::fold::tidy;

/// The most findings of one file that are kept; what comes after is counted.
pub const MOST_FINDINGS: usize = 100_000;

/// A list under way.
pub struct List {
    pub(super) source: Source,
    pub(super) shape: Shape,
    pub(super) positions: Positions,
    pub(super) layout: Layout,
    pub(super) tree: Tree,
    pub(super) tally: Tally,
    /// Findings that were there before it.
    pub(super) before: usize,
}

impl List {
    /// Rows above the first of data.
    pub(super) fn above(&self) -> usize {
        self.shape.above + self.shape.header_rows()
    }
}

impl Reading {
    /// Takes a line for what it is; rows that may be a signature wait until another row of data comes.
    /// Gives it back where it is done with.
    pub(super) fn line(&mut self, list: &mut List, line: Line) -> Option<Line> {
        let mut done = None;
        match list.layout.place(line, &list.shape.header, &self.levels) {
            Found::Empty => list.tally.empty += 1,
            Found::Side | Found::Waiting => {}
            Found::Data(waited, line) => {
                waited.iter().chain([&line]).for_each(|line| self.data(list, line));
                done = Some(line);
            }
        }
        self.cap(list.before, &mut list.tally);
        done
    }

    fn data(&mut self, list: &mut List, line: &Line) {
        list.tally.rows += 1;
        match &line.cells {
            Ok(cells) => self.row(list, line, cells),
            Err(spoilt) => self.spoilt(list, line.at, spoilt),
        }
    }

    /// Reads one row into its list, or notes whose row it was.
    fn row(&mut self, list: &mut List, line: &Line, cells: &StringRecord) {
        let (header, source, at) = (&list.shape.header, &list.source, line.at);
        let width = header.width;
        let beyond = cells.iter().skip(width).any(|cell| !cell.trim().is_empty());
        let is_sheet = source.sheet.is_some();
        if (cells.len() < width && !is_sheet) || beyond {
            let check = if beyond { "row-too-long" } else { "row-too-short" };
            let finding = Finding::new(check, Severity::Error).arg("cells", cells.len()).arg("columns", width);
            self.findings.push(finding.place(source.row(at)));
            return self.refuse(list, cells);
        }
        let unheaded = header.unheaded.iter().filter_map(|at| Some((*at, cells.get(*at)?.trim())));
        let unheaded: Vec<(usize, &str)> = unheaded.filter(|(_, cell)| !cell.is_empty()).collect();
        let number = self.number();
        let findings = &mut self.findings;
        for (position, cell) in &unheaded {
            let finding = Finding::new("cell-without-heading", Severity::Error).value(cell);
            findings.push(finding.arg("position", position + 1).place(source.row(at)));
        }
        let is_sound = unheaded.is_empty();
        let (positions, groups, marks) = (&list.positions, list.layout.groups(), &line.marks[..]);
        let (rules, put_right) = (&self.rules, &mut list.tally.put_right);
        let mut row = Row { rules, source, at, cells, marks, positions, header, groups, findings, put_right, is_sound };
        let is_read = match source.kind {
            Kind::Units if header.is_tree() => {
                let (units, is_sound) = list.tree.units(&mut row);
                self.lists.units.extend(units.into_iter().map(|row| Listed { source: number, at, row }));
                is_sound
            }
            Kind::Units => keep(&mut self.lists.units, number, at, units::unit(&mut row)),
            Kind::Cadres => keep(&mut self.lists.cadres, number, at, cadres::cadre(&mut row)),
            Kind::Assignments => keep(&mut self.lists.assignments, number, at, assignments::assignment(&mut row)),
            Kind::Vacancies => keep(&mut self.lists.vacancies, number, at, vacancies::vacancy(&mut row)),
            Kind::Seats => keep(&mut self.lists.seats, number, at, seats::seat(&mut row)),
            Kind::Decisions => keep(&mut self.lists.decisions, number, at, decisions::decision(&mut row)),
            Kind::Meetings => keep(&mut self.lists.meetings, number, at, meetings::meeting(&mut row)),
            Kind::Attendance => match attendance::attendance(&mut row) {
                Some(None) => {
                    list.tally.unfilled += 1;
                    true
                }
                read => keep(&mut self.lists.attendance, number, at, read.flatten()),
            },
            Kind::Feedback => keep(&mut self.lists.feedback, number, at, feedback::feedback(&mut row)),
        };
        if !is_read {
            self.refuse(list, cells);
            self.point(list, at, cells);
        }
    }

    /// The number of the list that is read.
    fn number(&self) -> u16 {
        self.first.saturating_add(u16::try_from(self.lists.sources.len()).unwrap_or(u16::MAX))
    }

    /// A row to ask for single cells, whatever is wrong with them.
    fn ask<T>(&self, list: &List, cells: &StringRecord, ask: impl FnOnce(&Row) -> T) -> T {
        let (source, positions, header) = (&list.source, &list.positions, &list.shape.header);
        let (mut findings, groups) = (Vec::new(), list.layout.groups());
        let findings = &mut findings;
        let (rules, marks, put_right, is_sound) = (&self.rules, &[][..], &mut 0, true);
        ask(&Row { rules, source, at: 0, cells, marks, positions, header, groups, findings, put_right, is_sound })
    }

    /// Remembers the codes that a refused row points to: they may be wrong as well.
    fn point(&mut self, list: &List, at: u32, cells: &StringRecord) {
        let number = self.number();
        let source = &list.source;
        let pointing = source.columns.iter().map(|(column, _)| *column).filter(|column| source.kind.points(*column));
        let references: Vec<Reference> = self.ask(list, cells, |row| {
            pointing.map(|column| Reference { column, code: tidy(row.raw(column)).into() }).collect()
        });
        let given = references.into_iter().filter(|reference| !reference.code.is_empty());
        self.lists.refused.references.extend(given.map(|row| Listed { source: number, at, row }));
    }

    /// Counts a refused row, and remembers the code of a unit or cadre, so that rows naming it are not reported too.
    fn refuse(&mut self, list: &List, cells: &StringRecord) {
        let kind = list.source.kind;
        *self.lists.refused.rows.entry(kind).or_default() += 1;
        let code = self.ask(list, cells, |row| tidy(row.raw(Column::Code)).into());
        match kind {
            Kind::Units => self.lists.refused.units.insert(code),
            Kind::Cadres => self.lists.refused.cadres.insert(code),
            _ => return,
        };
    }

    /// Reports a row that cannot be read.
    fn spoilt(&mut self, list: &mut List, at: u32, spoilt: &Spoilt) {
        let mut place = list.source.row(at);
        let heading = list.shape.header.columns.iter().find(|(_, position, _)| Some(*position) == spoilt.why.cell());
        if let Some((_, _, written)) = heading {
            place = place.in_column(written);
        }
        self.findings.push(bad_line(spoilt.why).place(place));
        self.refuse(list, &spoilt.cells);
    }

    /// Keeps a file's findings within bounds; what is left out is counted.
    fn cap(&mut self, before: usize, tally: &mut Tally) {
        let excess = self.findings.drain((before + MOST_FINDINGS).min(self.findings.len())..);
        for finding in excess {
            tally.left_out += 1;
            tally.worst = tally.worst.max(Some(finding.severity));
        }
    }

    /// Says what was counted, and gives the list away.
    pub(super) fn close(&mut self, list: List) {
        let (source, tally) = (&list.source, &list.tally);
        let place = Place { row: None, ..source.row(1) };
        if tally.rows == 0 {
            self.findings.push(Finding::new("list-without-rows", Severity::Warning).place(place.clone()));
        }
        if tally.empty > 0 {
            let finding = Finding::new("rows-empty", Severity::Info).arg("count", tally.empty);
            self.findings.push(finding.place(place.clone()));
        }
        if tally.unfilled > 0 {
            let finding = Finding::new("rows-unfilled", Severity::Info).arg("count", tally.unfilled);
            self.findings.push(finding.place(place.clone()));
        }
        if tally.put_right > 0 {
            let finding = Finding::new("text-put-right", Severity::Info).arg("count", tally.put_right);
            self.findings.push(finding.place(place.clone()));
        }
        self.findings.extend(list.layout.skipped(source, &list.shape));
        if let Some(worst) = tally.worst {
            let finding = Finding::new("findings-left-out", worst).arg("count", tally.left_out);
            self.findings.push(finding.place(place));
        }
        self.lists.sources.push(list.source);
    }
}

/// Counts of one file.
#[derive(Default)]
pub struct Tally {
    pub(super) rows: usize,
    empty: usize,
    /// Rows of a sheet of attendance that nobody has filled in yet.
    unfilled: usize,
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
