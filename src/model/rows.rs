//! Rows as an office's lists give them: typed, but with codes that nobody has looked up yet.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Time;

use super::attendance::Presence;
use super::cadre::{Status, StatusSpell};
use super::day::{Day, Period};
use super::id::{DutyId, LevelId};
use super::list::{Column, Kind};
use super::meeting::Rule;
use super::place::Place;
use super::seat::SeatLimits;
use super::stamp::Stamp;
use super::{Shared, Text};

/// One list that was read: which file, which columns it has, under which headings.
#[derive(Clone, Debug)]
pub struct Source {
    /// Name of the file, without its folder.
    pub file: Arc<str>,
    /// Name of the sheet, for workbooks.
    pub sheet: Option<Arc<str>>,
    /// Which of the lists it is.
    pub kind: Kind,
    /// The columns it has, with their headings as written.
    pub columns: Vec<(Column, Text)>,
    /// What it was when it was exported, where it is one of our workbooks.
    pub stamp: Option<Arc<Stamp>>,
}

impl Source {
    /// Whether the file has the column; what a file does not have, an import leaves as it was.
    pub fn has(&self, column: Column) -> bool {
        self.columns.iter().any(|(have, _)| *have == column)
    }

    /// The place of a cell.
    pub fn place(&self, row: u32, column: Column) -> Place {
        let heading = self.columns.iter().find(|(have, _)| *have == column).map(|(_, heading)| heading.as_str());
        self.row(row).in_column(heading.unwrap_or_else(|| column.name()))
    }

    /// The place of a row.
    pub fn row(&self, row: u32) -> Place {
        Place { sheet: self.sheet.clone(), ..Place::file(&self.file).at_row(row) }
    }
}

/// A typed row with the place it came from.
#[derive(Clone, Debug)]
pub struct Listed<T> {
    /// Position in [`Lists::sources`].
    pub source: u16,
    /// Row in the file, as seen in Excel.
    pub at: u32,
    /// The row itself.
    pub row: T,
}

impl<T> Listed<T> {
    /// Its file and row.
    pub fn named(&self) -> Named {
        Named { source: self.source, at: self.at }
    }
}

/// The row of a file that names a row of the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Named {
    /// Position in [`Lists::sources`].
    pub source: u16,
    /// Row in the file.
    pub at: u32,
}

/// What a row says beside its codes, or in their place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// `full_name`
    pub full_name: Text,
    /// Year of birth, beside the name of a cadre.
    pub birth_year: Option<u16>,
    /// Organization, beside the name of a cadre.
    pub organization: Text,
    /// `unit_name`
    pub unit_name: Text,
    /// `unit_path`
    pub unit_path: Text,
    /// Names of units from the columns of levels and from the group that the row stands in, lowest first.
    pub within: Vec<Text>,
}

impl Context {
    /// The names that say which unit is meant, as far as the row gives any: the unit's own, then those above.
    pub fn path(&self) -> Vec<&str> {
        let parts = [&self.unit_path, &self.unit_name].into_iter().find(|text| !text.is_empty());
        let parts = parts.into_iter().flat_map(|text| text.split([',', ';', '>', '/'])).map(str::trim);
        let mut path: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        path.extend(self.within.iter().map(Text::as_str).filter(|name| !name.is_empty()));
        path
    }
}

/// A row of units.csv.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of DESIGN, under their own names")]
pub struct UnitRow {
    pub code: Text,
    pub name: Text,
    pub level: LevelId,
    pub parent_code: Text,
    pub rank: Shared,
    pub group_code: Shared,
    pub households: Option<u32>,
    pub period: Period,
    pub note: Shared,
    /// In a list without codes, what it stands under.
    pub context: Option<Box<Context>>,
    /// Whether the row only names a unit above another one: then it changes nothing that is known.
    pub is_derived: bool,
}

/// A row of cadres.csv.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of DESIGN, under their own names")]
pub struct CadreRow {
    pub code: Text,
    pub full_name: Text,
    pub birth_year: Option<u16>,
    pub position: Shared,
    pub organization: Shared,
    /// `None` is the level of the home unit.
    pub level: Option<LevelId>,
    pub home_unit_code: Text,
    pub phone: Text,
    pub status: Status,
    pub status_from: Option<Day>,
    pub earlier: Vec<StatusSpell>,
    pub note: Shared,
    pub context: Option<Box<Context>>,
}

/// A row of assignments.csv.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of DESIGN, under their own names")]
pub struct AssignmentRow {
    pub cadre_code: Text,
    pub unit_code: Text,
    pub duty: DutyId,
    pub from: Day,
    pub to: Option<Day>,
    pub decision_no: Shared,
    pub note: Shared,
    /// Whose place the cadre takes: a code, or the name of somebody who holds the seat.
    pub replaces: Shared,
    pub context: Option<Box<Context>>,
}

/// A row of vacancies.csv.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of DESIGN, under their own names")]
pub struct VacancyRow {
    pub unit_code: Text,
    pub duty: DutyId,
    pub since: Day,
    pub until: Option<Day>,
    pub reason: Text,
    pub context: Option<Box<Context>>,
}

/// A row of seats.csv.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of DESIGN, under their own names")]
pub struct SeatRow {
    pub unit_code: Text,
    pub duty: DutyId,
    pub limits: SeatLimits,
    pub context: Option<Box<Context>>,
}

/// A row of decisions.csv.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of DESIGN, under their own names")]
pub struct DecisionRow {
    pub number: Text,
    pub day: Day,
    pub issuer: Text,
    pub signer: Text,
    pub effective: Option<Day>,
    pub replaces: Text,
    pub note: Text,
}

/// A row of meetings.csv.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the list, under their own names")]
pub struct MeetingRow {
    pub unit_code: Text,
    pub name: Text,
    pub rule: Rule,
    pub hour: Option<Time>,
    pub place: Text,
    pub note: Text,
    pub context: Option<Box<Context>>,
}

/// A row of attendance.csv.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the list, under their own names")]
pub struct AttendanceRow {
    pub unit_code: Text,
    /// Empty where the unit has one meeting only.
    pub meeting: Text,
    pub day: Day,
    /// Empty where the row tells of the meeting itself.
    pub cadre_code: Text,
    pub presence: Presence,
    pub reason: Text,
    pub invited: Option<u32>,
    pub came: Option<u32>,
    pub note: Text,
    pub context: Option<Box<Context>>,
}

/// A row of feedback.csv.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the list, under their own names")]
pub struct FeedbackRow {
    pub unit_code: Text,
    pub day: Day,
    pub raised_by: Text,
    pub matter: Text,
    pub sent_to: Text,
    pub due: Option<Day>,
    pub answered: Option<Day>,
    pub answer: Text,
    pub note: Text,
    pub context: Option<Box<Context>>,
}

/// All rows of all files of one import.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "one vector per list, under its name")]
pub struct Lists {
    pub sources: Vec<Source>,
    pub units: Vec<Listed<UnitRow>>,
    pub cadres: Vec<Listed<CadreRow>>,
    pub assignments: Vec<Listed<AssignmentRow>>,
    pub vacancies: Vec<Listed<VacancyRow>>,
    pub seats: Vec<Listed<SeatRow>>,
    pub decisions: Vec<Listed<DecisionRow>>,
    pub meetings: Vec<Listed<MeetingRow>>,
    pub attendance: Vec<Listed<AttendanceRow>>,
    pub feedback: Vec<Listed<FeedbackRow>>,
    /// What names mean where they do not tell it themselves: the code, by the name as asked for.
    pub answers: HashMap<String, Text>,
    /// Keys of rows that were refused for another fault: named here so that a row which only
    /// refers to them is not reported as well.
    pub refused: Refused,
}

/// What refused rows say besides their fault.
#[derive(Clone, Debug, Default)]
pub struct Refused {
    /// Codes of the units that refused rows are about.
    pub units: HashSet<Text>,
    /// Codes of the cadres that refused rows are about.
    pub cadres: HashSet<Text>,
    /// How many rows of each list were refused.
    pub rows: HashMap<Kind, usize>,
    /// Codes that refused rows point to: looked up all the same, so that one run reports every fault.
    pub references: Vec<Listed<Reference>>,
}

/// A code that points to a unit or a cadre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The column it stands in; it says what it points to.
    pub column: Column,
    /// The code.
    pub code: Text,
}

impl Lists {
    /// Whether there are rows of a list that is read only where it is asked for.
    pub fn has_records(&self) -> bool {
        self.sources.iter().any(|source| Kind::RECORDS.contains(&source.kind))
    }

    /// Adds the lists of the files that come next.
    pub fn append(&mut self, next: Lists) {
        let before = u16::try_from(self.sources.len()).unwrap_or(u16::MAX);
        self.sources.extend(next.sources);
        append(&mut self.units, next.units, before);
        append(&mut self.cadres, next.cadres, before);
        append(&mut self.assignments, next.assignments, before);
        append(&mut self.vacancies, next.vacancies, before);
        append(&mut self.seats, next.seats, before);
        append(&mut self.decisions, next.decisions, before);
        append(&mut self.meetings, next.meetings, before);
        append(&mut self.attendance, next.attendance, before);
        append(&mut self.feedback, next.feedback, before);
        self.answers.extend(next.answers);
        let Refused { units, cadres, rows, references } = next.refused;
        self.refused.units.extend(units);
        self.refused.cadres.extend(cadres);
        rows.into_iter().for_each(|(kind, count)| *self.refused.rows.entry(kind).or_default() += count);
        append(&mut self.refused.references, references, before);
    }

    /// The list that a row came from.
    pub fn source<T>(&self, listed: &Listed<T>) -> &Source {
        &self.sources[listed.source as usize]
    }
}

/// Adds rows of sources that are numbered from `before` on.
fn append<T>(rows: &mut Vec<Listed<T>>, mut next: Vec<Listed<T>>, before: u16) {
    if before > 0 {
        next.iter_mut().for_each(|listed| listed.source = listed.source.saturating_add(before));
    }
    if rows.is_empty() {
        *rows = next;
    } else {
        rows.append(&mut next);
    }
}
