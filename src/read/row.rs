//! One row being read: cells by column, typed; what does not fit becomes a finding with its place.

use csv::StringRecord;

use super::cell::{self, NoNumber};
use super::day::{NoDay, day};
use super::fault::fault;
use super::names::Names;
use crate::model::Text;
use crate::model::cadre::Status;
use crate::model::day::{Day, Period};
use crate::model::finding::{Arg, Finding, Severity};
use crate::model::id::{DutyId, LevelId};
use crate::model::list::{Column, Kind, Use};
use crate::model::rows::{Context, Source};
use crate::text::fold::tidied;
use crate::text::guard::unguard;

/// What every row of an import is read by.
#[derive(Debug)]
pub struct Rules {
    /// Names of levels, duties and statuses.
    pub names: Names,
    /// The import's day.
    pub day: Day,
    /// Whether the user says that all letters are as they should be.
    pub is_unicode: bool,
}

/// Where the columns of a list stand in one file, by the number of the column.
#[derive(Clone, Debug)]
pub struct Positions([Option<u16>; Column::ALL.len()]);

impl Positions {
    /// Takes note of (column, position) pairs.
    pub fn of(columns: impl IntoIterator<Item = (Column, usize)>) -> Self {
        let mut positions = [None; Column::ALL.len()];
        for (column, at) in columns {
            positions[column as usize] = u16::try_from(at).ok();
        }
        Positions(positions)
    }

    /// The cell of a column as written, without what an export put before it to keep it from running as a formula.
    pub fn cell<'c>(&self, cells: &'c StringRecord, column: Column) -> &'c str {
        let at = self.0[column as usize];
        unguard(at.and_then(|at| cells.get(at.into())).unwrap_or(""))
    }
}

/// A row with its place, collecting findings.
#[derive(Debug)]
pub struct Row<'r> {
    /// How to read it.
    pub rules: &'r Rules,
    /// The list it belongs to.
    pub source: &'r Source,
    /// Its number in Excel.
    pub at: u32,
    /// Its cells.
    pub cells: &'r StringRecord,
    /// Where its columns are.
    pub positions: &'r Positions,
    /// What was found.
    pub findings: &'r mut Vec<Finding>,
    /// How many cells of the file had letters or spaces put right.
    pub put_right: &'r mut usize,
    /// Whether no error was found in it so far.
    pub is_sound: bool,
}

impl Row<'_> {
    /// The cell as written; see [`Positions::cell`].
    pub fn raw(&self, column: Column) -> &str {
        self.positions.cell(self.cells, column)
    }

    /// The cell as text, tidied; empty where there is none.
    pub fn text(&mut self, column: Column) -> Text {
        let raw = self.positions.cell(self.cells, column);
        let (text, is_put_right) = tidied(raw);
        let text = Text::from(text);
        if let Some(finding) = fault(raw, self.rules.is_unicode) {
            self.note(finding, column);
        } else if raw.contains(['\n', '\r', '\t']) {
            let finding = Finding::new("cell-with-line-break", Severity::Warning).value(raw).arg("text", &text);
            self.note(finding, column);
        } else {
            *self.put_right += usize::from(is_put_right);
        }
        if text.is_empty() && self.must_be_filled(column) {
            self.note(Finding::new("cell-empty", Severity::Error).arg("name", column.name()), column);
        }
        text
    }

    /// The cell as text to be understood further; none where it is empty or at fault already.
    fn content(&mut self, column: Column) -> Option<Text> {
        let was_sound = std::mem::replace(&mut self.is_sound, true);
        let text = self.text(column);
        let is_sound = std::mem::replace(&mut self.is_sound, was_sound);
        self.is_sound &= is_sound;
        Some(text).filter(|text| is_sound && !text.is_empty())
    }

    /// A day, if the cell has one.
    pub fn day(&mut self, column: Column) -> Option<Day> {
        let text = self.content(column)?;
        match day(&text) {
            Ok(day) => Some(day),
            Err(wrong) => {
                let mut finding = Finding::new(wrong.check(), Severity::Error).value(&text);
                if let NoDay::Swapped(meant) = wrong {
                    finding = finding.arg("meant", meant);
                }
                self.note(finding, column);
                None
            }
        }
    }

    /// The days from one column to another; the last must not come before the first.
    pub fn period(&mut self, from: Column, to: Column) -> Period {
        let period = Period { from: self.day(from), to: self.day(to) };
        if let (true, Some(first), Some(last)) = (period.is_reversed(), period.from, period.to) {
            let value = self.raw(to).to_owned();
            let finding = Finding::new("period-reversed", Severity::Error).value(&value);
            self.note(finding.arg("from", first).arg("to", last), to);
        }
        period
    }

    /// A whole number up to `most`, if the cell has one.
    pub fn number(&mut self, column: Column, most: u32) -> Option<u32> {
        let text = self.content(column)?;
        cell::whole_number(&text, most)
            .map_err(|wrong| match wrong {
                NoNumber::Unreadable => self.fault("number-unreadable", column, &text),
                NoNumber::OutOfRange => {
                    let finding = Finding::new("number-out-of-range", Severity::Error).value(&text);
                    self.note(finding.arg("least", 0u32).arg("most", most), column);
                }
            })
            .ok()
    }

    /// A year of birth, if the cell has one; it lies before the import's day.
    pub fn birth_year(&mut self, column: Column) -> Option<u16> {
        let text = self.content(column)?;
        let latest = self.rules.day.year();
        cell::birth_year(&text, latest)
            .map_err(|_| {
                let finding = Finding::new("birth-year-impossible", Severity::Error).value(&text);
                self.note(finding.arg("latest", Arg::Text(latest.to_string())), column);
            })
            .ok()
    }

    /// A level, by code or name.
    pub fn level(&mut self, column: Column) -> Option<LevelId> {
        self.named(column, ("level-unknown", Some(("levels", Arg::Levels))), |names, text| names.level(text))
    }

    /// A duty, by code or name.
    pub fn duty(&mut self, column: Column) -> Option<DutyId> {
        self.named(column, ("duty-unknown", Some(("duties", Arg::Duties))), |names, text| names.duty(text))
    }

    /// A status, by code or name.
    pub fn status(&mut self, column: Column) -> Option<Status> {
        self.named(column, ("status-unknown", None), |names, text| names.status(text))
    }

    /// What the file says beside its codes, for the reader's sake.
    pub fn context(&mut self, kind: Kind) -> Option<Box<Context>> {
        let mut context = Context::default();
        let mut any = false;
        for (column, _) in
            kind.columns().iter().filter(|(column, role)| *role == Use::Context && self.source.has(*column))
        {
            let text = self.text(*column);
            any |= !text.is_empty();
            match column {
                Column::FullName => context.full_name = text,
                Column::UnitName => context.unit_name = text,
                _ => context.unit_path = text,
            }
        }
        any.then(|| Box::new(context))
    }

    /// Reports a fault of a cell that quotes its value.
    pub fn fault(&mut self, check: &'static str, column: Column, value: &str) {
        self.note(Finding::new(check, Severity::Error).value(value), column);
    }

    /// Reports a finding at a cell.
    pub fn note(&mut self, finding: Finding, column: Column) {
        self.is_sound &= finding.severity != Severity::Error;
        self.findings.push(finding.place(self.source.place(self.at, column)));
    }

    fn named<T>(
        &mut self,
        column: Column,
        (check, arg): (&'static str, Option<(&'static str, Arg)>),
        find: impl Fn(&Names, &str) -> Result<T, Option<String>>,
    ) -> Option<T> {
        let text = self.content(column)?;
        match find(&self.rules.names, &text) {
            Ok(found) => Some(found),
            Err(near) => {
                let mut finding = Finding::new(check, Severity::Error).value(&text).nearest(near);
                finding.args.extend(arg);
                self.note(finding, column);
                None
            }
        }
    }

    fn must_be_filled(&self, column: Column) -> bool {
        self.source.kind.columns().contains(&(column, Use::Filled))
    }
}
