//! All files of one import: each told apart, read row by row, its faults collected.

use std::io::{self, Read};

use csv::StringRecord;

use super::blocks::Blocks;
use super::encoding::Encoding;
use super::headings::Headings;
use super::kind::Shape;
use super::layout::{Layout, Place as Found, names_of_groups};
use super::line::{Line, Spoilt};
use super::look::look;
use super::looked::{Body, Look, bad_line};
use super::merged;
use super::names::Names;
use super::positions::Positions;
use super::row::{Row, Rules};
use super::source::File;
use super::tree::Tree;
use super::wishes::Wishes;
use super::{assignments, attendance, cadres, decisions, feedback, meetings, seats, units, vacancies};
use crate::model::Text;
use crate::model::day::Day;
use crate::model::finding::{Finding, Severity};
use crate::model::list::{Column, Kind};
use crate::model::place::Place;
use crate::model::policy::Policy;
use crate::model::pool::Pool;
use crate::model::rows::{Listed, Lists, Reference, Source};
use crate::text::fold::tidy;
use crate::text::levels::LevelNames;

/// The most findings of one file that are kept; what comes after is counted.
const MOST_FINDINGS: usize = 100_000;

/// Rows of a piece.
const PIECE: usize = 8 << 10;

/// Reads files into typed rows. Nothing stops at the first fault: every fault of every file is
/// among the findings, and no row with an error is among the rows.
#[derive(Debug)]
pub struct Reading {
    rules: Rules,
    headings: Headings,
    levels: LevelNames,
    /// The number of the list that comes first among [`Self::lists`].
    first: u16,
    /// The rows read so far.
    pub lists: Lists,
    /// What was found so far.
    pub findings: Vec<Finding>,
}

/// A list under way.
struct List {
    source: Source,
    shape: Shape,
    positions: Positions,
    layout: Layout,
    tree: Tree,
    tally: Tally,
    /// Findings that were there before it.
    before: usize,
}

impl List {
    /// Rows above the first of data.
    fn above(&self) -> usize {
        self.shape.above + self.shape.header_rows()
    }
}

impl Reading {
    /// Begins an import under `policy` as of `day`, with what the user says about the files.
    pub fn new(policy: &Policy, day: Day, wishes: Wishes) -> Self {
        let mut headings = Headings::of(policy);
        wishes.headings.iter().for_each(|(heading, column)| headings.say(heading, *column));
        let rules = Rules { names: Names::of(policy), day, wishes, pool: Pool::default() };
        let levels = LevelNames::of(policy);
        Reading { rules, headings, levels, first: 0, lists: Lists::default(), findings: Vec::new() }
    }

    /// Reads one file.
    pub fn file(&mut self, file: &File) {
        let looked = look(file, &self.headings, &self.rules.wishes);
        self.findings.extend(looked.findings);
        for mut look in looked.lists {
            let Some(mut list) = self.begin(file, &mut look) else { continue };
            for line in look.lines().skip(list.above()) {
                self.line(&mut list, line);
            }
            self.close(list);
        }
    }

    /// Which list a text in UTF-8 is, under which headings, by its beginning; none where that is no list, or no such text.
    pub fn source_of(&self, beginning: &File) -> Option<Source> {
        let look = self.look_of(beginning)?;
        Some(self.source(beginning, &look))
    }

    /// The one list of a text in UTF-8.
    fn look_of<'f>(&self, beginning: &'f File) -> Option<Look<'f>> {
        let looked = look(beginning, &self.headings, &self.rules.wishes);
        let look = looked.lists.into_iter().next()?;
        let is_proved = self.rules.wishes.encoding.is_none() && looked.findings.is_empty();
        (is_proved && matches!(look.body, Body::Text { encoding: Encoding::Utf8, .. })).then_some(look)
    }

    /// Reads a text whose beginning was looked at, and whose list has a number. Gives its rows piece by piece, the list itself
    /// with the last of them, until `give` wants no more; whether it wanted all.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn pieces<R: Read>(
        &mut self,
        (beginning, text): (&File, &mut Blocks<R>),
        number: u16,
        mut give: impl FnMut(Lists) -> bool,
    ) -> io::Result<bool> {
        self.first = number;
        let Some(mut look) = self.look_of(beginning) else { return Ok(false) };
        let Body::Text { delimiter, .. } = look.body else { return Ok(false) };
        let Some(mut list) = self.begin(beginning, &mut look) else { return Ok(false) };
        let (mut above, mut is_wanted) = (list.above(), true);
        text.each_line(delimiter, |line| {
            if above > 0 {
                above -= 1;
                return true;
            }
            self.line(&mut list, line);
            if list.tally.rows % PIECE == 0 {
                is_wanted = give(std::mem::take(&mut self.lists));
            }
            is_wanted
        })?;
        self.close(list);
        Ok(is_wanted && give(std::mem::take(&mut self.lists)))
    }

    /// Begins a list whose shape is known; none where its rows cannot be read.
    fn begin(&mut self, file: &File, look: &mut Look) -> Option<List> {
        self.rules.pool = Pool::default();
        let (source, shape, before) = (self.source(file, look), look.shape.clone(), self.findings.len());
        let given = names_of_groups(look, &self.levels);
        if !self.header(&source, &shape, given) {
            self.lists.sources.push(source);
            return None;
        }
        if let Body::Sheet(grid) = &mut look.body {
            self.findings.extend(merged::fill(grid, &source, &shape, self.rules.wishes.fills_merged));
        }
        let columns = shape.header.columns.iter().map(|(column, at, _)| (*column, *at));
        let beside = shape.kind.beside().filter(|column| source.has(*column));
        let positions = Positions::of(columns, shape.header.paired.iter().copied(), beside);
        let (layout, tree, tally) = (Layout::of(&shape), Tree::default(), Tally::default());
        Some(List { source, shape, positions, layout, tree, tally, before })
    }

    /// A list's file and columns; a column with a value for all rows counts as one that is there.
    fn source(&self, file: &File, look: &Look) -> Source {
        let kind = look.shape.kind;
        let mut columns: Vec<(Column, Text)> =
            look.shape.header.columns.iter().map(|(column, _, written)| (*column, written.clone())).collect();
        for (column, _) in kind.columns() {
            if self.rules.wishes.values.contains_key(column) && !columns.iter().any(|(have, _)| have == column) {
                columns.push((*column, column.name().into()));
            }
        }
        Source { file: file.name.clone(), sheet: look.sheet().cloned(), kind, columns, stamp: look.stamp.clone() }
    }

    /// Checks the header; false when rows cannot be read under it.
    fn header(&mut self, source: &Source, shape: &Shape, given: &[Column]) -> bool {
        let (header, place) = (&shape.header, source.row(shape.header_row));
        let given: Vec<Column> = self.rules.wishes.values.keys().chain(given).copied().collect();
        let missing = header.missing(shape.kind, &given);
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

    /// Takes a line for what it is; rows that may be a signature wait until another row of data comes.
    fn line(&mut self, list: &mut List, line: Line) {
        match list.layout.place(line, &list.shape.header, &self.levels) {
            Found::Empty => list.tally.empty += 1,
            Found::Side | Found::Waiting => {}
            Found::Data(waited, line) => waited.iter().chain([&line]).for_each(|line| self.data(list, line)),
        }
        self.cap(list.before, &mut list.tally);
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

    fn close(&mut self, list: List) {
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
struct Tally {
    rows: usize,
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::read::policy::{built_in, policy};
    use jiff::civil::date;

    fn findings(text: String) -> Vec<Finding> {
        let policy = policy(built_in("three-tier").expect("a policy"), "policy").expect("a sound policy");
        let (name, size) = (Arc::from("units.csv"), text.len() as u64);
        let mut reading = Reading::new(&policy, date(2022, 5, 31), Wishes::default());
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
