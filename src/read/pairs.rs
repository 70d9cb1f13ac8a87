//! Tables with headings of their own, in any file that an import can read: each row with its place, its cells by column.

use super::cell::is_exponent;
use super::csv::{has_endless_line, lines, told_delimiter};
use super::encoding::decode;
use super::fault::fault;
use super::line::{Line, Was};
use super::looked::bad_line;
use super::old_letters::put_right;
use super::source::{File, MOST_BYTES};
use super::wishes::Wishes;
use super::workbook;
use crate::model::Text;
use crate::model::finding::{Finding, Severity};
use crate::model::place::Place;
use crate::text::fold::{plain, tidy};
use crate::text::guard::unguard;

/// So many rows are looked at for the header.
const MOST_HEAD_ROWS: usize = 40;
/// What may stand between the cells of a text.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A column: its name, what may stand over it besides, whether the table needs it.
#[derive(Debug)]
pub struct Wanted {
    /// Its name.
    pub name: &'static str,
    /// Headings that mean it, compared without diacritics and case.
    pub aliases: &'static [&'static str],
    /// Whether there is no table without it.
    pub is_needed: bool,
}

/// A row of the table.
#[derive(Debug)]
pub struct Cells {
    /// File, sheet and row.
    pub place: Place,
    /// A cell for each column that is wanted, as it is stored; empty where there is none.
    pub cells: Vec<Text>,
    headings: Vec<Option<Text>>,
}

impl Cells {
    /// The place of a cell.
    pub fn at(&self, column: usize, wanted: &[Wanted]) -> Place {
        let heading = self.headings.get(column).and_then(Option::as_deref);
        self.place.clone().in_column(heading.unwrap_or(wanted[column].name))
    }
}

/// The rows of the table in a file, and what was found on the way; none where there is an error in the file itself.
pub fn rows(file: &File, wanted: &[Wanted]) -> (Vec<Cells>, Vec<Finding>) {
    let place = Place::file(&file.name);
    let mut findings = Vec::new();
    if file.size > MOST_BYTES {
        let finding = Finding::new("file-too-large", Severity::Error).arg("most", (MOST_BYTES >> 20).to_string());
        return (Vec::new(), vec![finding.place(place)]);
    }
    let candidates = if workbook::is_workbook(&file.bytes) {
        sheets(file, &place, &mut findings)
    } else {
        texts(file, &place, &mut findings)
    };
    let is_empty = candidates.iter().all(|(_, lines)| lines.is_empty());
    let found = candidates.into_iter().filter_map(|(place, lines)| Some((header(&lines, wanted)?, place, lines)));
    // Of several that fit alike, the first.
    let best = found.reduce(|best, next| if next.0.known() > best.0.known() { next } else { best });
    match best {
        Some((header, place, lines)) => (header.rows(&place, lines, wanted, &mut findings), findings),
        None => {
            if !findings.iter().any(|finding| finding.severity == Severity::Error) {
                findings.push(no_table(is_empty, wanted).place(place));
            }
            (Vec::new(), findings)
        }
    }
}

fn no_table(is_empty: bool, wanted: &[Wanted]) -> Finding {
    if is_empty {
        return Finding::new("file-empty", Severity::Error);
    }
    let needed: Vec<&str> = wanted.iter().filter(|column| column.is_needed).map(|column| column.name).collect();
    Finding::new("table-unknown", Severity::Error).value(&needed.join(", "))
}

type Candidate = (Place, Vec<Line>);

fn sheets(file: &File, place: &Place, findings: &mut Vec<Finding>) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut read = || -> Result<(), Box<Finding>> {
        let workbook = workbook::open(&file.bytes)?;
        let visible = workbook.sheets().iter().enumerate().filter(|(_, sheet)| sheet.is_visible);
        for at in visible.map(|(at, _)| at).collect::<Vec<_>>() {
            let mut grid = workbook.grid(at)?;
            let place = Place { sheet: Some(grid.name.clone()), ..place.clone() };
            let converted = put_right(&mut grid, &Wishes::default());
            findings.extend(converted.into_iter().map(|finding| finding.place(place.clone())));
            candidates.push((place, grid.lines));
        }
        Ok(())
    };
    if let Err(finding) = read() {
        findings.push(finding.place(place.clone()));
    }
    candidates
}

fn texts(file: &File, place: &Place, findings: &mut Vec<Finding>) -> Vec<Candidate> {
    let text = decode(&file.bytes, None);
    if text.ambiguity.is_some() {
        findings.push(Finding::new("table-not-utf8", Severity::Error).place(place.clone()));
        return Vec::new();
    }
    if has_endless_line(&text.bytes) {
        findings.push(Finding::new("line-endless", Severity::Error).place(place.clone()));
        return Vec::new();
    }
    let told = told_delimiter(&text.bytes).map(|(delimiter, _)| delimiter);
    let delimiters = told.map_or(DELIMITERS.to_vec(), |told| vec![told]);
    let read = |delimiter| lines(&text.bytes, delimiter).map(without_guards).collect();
    delimiters.into_iter().map(|delimiter| (place.clone(), read(delimiter))).collect()
}

/// What an export put before cells to keep them from running as formulas is taken away.
fn without_guards(line: Line) -> Line {
    Line { cells: line.cells.map(|cells| cells.iter().map(|cell| unguard(cell).to_owned()).collect()), ..line }
}

/// Where the columns stand.
struct Header {
    /// Position in the rows.
    at: usize,
    /// For each column that is wanted, where it stands and what is written over it.
    columns: Vec<Option<(usize, Text)>>,
    /// Headings that nobody knows.
    unknown: Vec<Text>,
    /// Headings that stand there twice.
    repeated: Vec<(Text, &'static str)>,
}

/// The first row that has all columns that are needed.
fn header(lines: &[Line], wanted: &[Wanted]) -> Option<Header> {
    let known: Vec<Vec<String>> = wanted
        .iter()
        .map(|column| [column.name].iter().chain(column.aliases).map(|name| plain(name)).collect())
        .collect();
    lines.iter().take(MOST_HEAD_ROWS).enumerate().find_map(|(at, line)| {
        let cells = line.cells.as_ref().ok()?;
        let mut header = Header { at, columns: vec![None; wanted.len()], unknown: Vec::new(), repeated: Vec::new() };
        for (position, cell) in cells.iter().enumerate() {
            let (written, folded) = (Text::from(tidy(cell)), plain(cell));
            match known.iter().position(|names| names.contains(&folded)) {
                _ if folded.is_empty() => {}
                Some(column) if header.columns[column].is_some() => {
                    header.repeated.push((written, wanted[column].name))
                }
                Some(column) => header.columns[column] = Some((position, written)),
                None => header.unknown.push(written),
            }
        }
        let is_whole = wanted.iter().zip(&header.columns).all(|(wanted, column)| column.is_some() || !wanted.is_needed);
        is_whole.then_some(header)
    })
}

impl Header {
    fn known(&self) -> usize {
        self.columns.iter().flatten().count()
    }

    fn rows(self, place: &Place, lines: Vec<Line>, wanted: &[Wanted], findings: &mut Vec<Finding>) -> Vec<Cells> {
        let head = lines.get(self.at).map_or(1, |line| line.at);
        let of_head = |heading: &Text| place.clone().at_row(head).in_column(heading);
        for heading in &self.unknown {
            let finding = Finding::new("column-unknown", Severity::Warning).value(heading);
            findings.push(finding.place(of_head(heading)));
        }
        for (heading, name) in &self.repeated {
            let finding = Finding::new("column-repeated", Severity::Error).value(heading).arg("name", *name);
            findings.push(finding.place(of_head(heading)));
        }
        let headings: Vec<Option<Text>> =
            self.columns.iter().map(|column| column.as_ref().map(|(_, written)| written.clone())).collect();
        let mut rows = Vec::new();
        for line in lines.into_iter().skip(self.at + 1) {
            let place = place.clone().at_row(line.at);
            match &line.cells {
                Err(spoilt) => findings.push(bad_line(spoilt.why).place(place)),
                Ok(cells) if cells.iter().all(|cell| cell.trim().is_empty()) => {}
                Ok(_) => {
                    let mut row = Cells { place, cells: Vec::new(), headings: headings.clone() };
                    let cells = (0..wanted.len()).map(|column| self.cell(&line, column, &row, wanted, findings));
                    row.cells = cells.collect();
                    rows.push(row);
                }
            }
        }
        rows
    }

    /// A cell as it is stored; faults of its letters are reported.
    fn cell(&self, line: &Line, column: usize, row: &Cells, wanted: &[Wanted], findings: &mut Vec<Finding>) -> Text {
        let Some((at, _)) = &self.columns[column] else { return Text::default() };
        let cell = line.cells.as_ref().ok().and_then(|cells| cells.get(*at)).unwrap_or("");
        let was = line.marks.iter().find(|mark| usize::from(mark.cell) == *at).and_then(|mark| Was::check(mark.was));
        let exponent = (wanted[column].name.ends_with("code") && is_exponent(cell)).then_some("code-in-exponent");
        let wrong = was.or(exponent).map(|check| Finding::new(check, Severity::Error).value(cell));
        if let Some(finding) = wrong.or_else(|| fault(cell, false)) {
            findings.push(finding.place(row.at(column, wanted)));
        }
        tidy(cell).into()
    }
}
