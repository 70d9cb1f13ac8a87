//! One row being read: cells by column, typed; what does not fit becomes a finding with its place.

use std::borrow::Cow;

use csv::StringRecord;

use super::cell::{self, NoNumber};
use super::day::{NoDay, day, serial_day};
use super::fault::{fault, is_plain};
use super::header::Header;
use super::line::{Mark, Was};
use super::names::Names;
use super::positions::Positions;
use super::wishes::Wishes;
use crate::model::Text;
use crate::model::attendance::Presence;
use crate::model::cadre::{Status, StatusSpell};
use crate::model::day::{Day, Month, Period};
use crate::model::finding::{Arg, Finding, Severity};
use crate::model::id::{DutyId, LevelId};
use crate::model::list::{Column, Use};
use crate::model::place::Place;
use crate::model::pool::Pool;
use crate::model::rows::Source;
use crate::model::spells;
use crate::model::unit::MOST_HOUSEHOLDS;
use crate::text::fold::tidied;
use crate::text::guard::unguard;

/// What every row of an import is read by.
#[derive(Debug)]
pub struct Rules {
    /// Names of levels, duties and statuses.
    pub names: Names,
    /// The import's day.
    pub day: Day,
    /// What the user says about the files.
    pub wishes: Wishes,
    /// Texts that the rows of a list share.
    pub pool: Pool,
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
    /// What cells were besides their text.
    pub marks: &'r [Mark],
    /// Where its columns are.
    pub positions: &'r Positions,
    /// The header it stands under.
    pub header: &'r Header,
    /// Names of the units that the groups around it name, the innermost first.
    pub groups: &'r [Text],
    /// What was found.
    pub findings: &'r mut Vec<Finding>,
    /// How many cells of the file had letters or spaces put right.
    pub put_right: &'r mut usize,
    /// Whether no error was found in it so far.
    pub is_sound: bool,
}

impl<'r> Row<'r> {
    /// The cell as written, without what an export put before it to keep it from running as a formula.
    pub fn raw(&self, column: Column) -> &'r str {
        let cell = self.position(column).and_then(|at| self.cells.get(at)).unwrap_or("");
        if cell.is_empty()
            && let Some(value) = self.rules.wishes.values.get(&column)
        {
            return value;
        }
        if self.source.sheet.is_some() { cell } else { unguard(cell) }
    }

    /// Where the cell of a column stands: of several, the one that is filled.
    fn position(&self, column: Column) -> Option<usize> {
        let first = self.positions.first[column as usize].map(usize::from)?;
        if self.positions.paired.is_empty() {
            return Some(first);
        }
        let is_empty = |at: usize| self.cells.get(at).is_none_or(|cell| cell.trim().is_empty());
        let mut other = self.positions.paired.iter().filter(|(of, at)| *of == column && !is_empty(*at));
        if is_empty(first) { other.next().map_or(Some(first), |(_, at)| Some(*at)) } else { Some(first) }
    }

    /// What the cell of a column was besides its text.
    fn was(&self, column: Column) -> Option<Was> {
        if self.marks.is_empty() {
            return None;
        }
        let at = self.position(column)?;
        self.marks.iter().find(|mark| usize::from(mark.cell) == at).map(|mark| mark.was)
    }

    /// The cell as text, tidied; empty where there is none.
    pub fn text(&mut self, column: Column) -> Text {
        let raw = self.raw(column);
        if let Some(check) = self.was(column).and_then(Was::check) {
            let value = raw.to_owned();
            self.fault(check, column, &value);
            return Text::default();
        }
        let text = self.letters(raw, |source, at| source.place(at, column));
        if text.is_empty() && self.must_be_filled(column) {
            self.note(Finding::new("cell-empty", Severity::Error).arg("name", column.name()), column);
        }
        text
    }

    /// The text of a cell, tidied. Faults of its letters are reported at its place.
    pub(super) fn letters(&mut self, raw: &str, place: impl Fn(&Source, u32) -> Place) -> Text {
        if is_plain(raw) {
            return raw.into();
        }
        let (text, is_put_right) = tidied(raw);
        let is_as_written = matches!(text, Cow::Borrowed(_));
        let text = Text::from(text);
        if let Some(finding) = fault(raw, self.rules.wishes.is_unicode()) {
            self.is_sound = false;
            self.findings.push(finding.place(place(self.source, self.at)));
        } else if !is_as_written && raw.contains(['\n', '\r', '\t']) {
            let finding = Finding::new("cell-with-line-break", Severity::Warning).value(raw).arg("text", &text);
            self.findings.push(finding.place(place(self.source, self.at)));
        } else {
            *self.put_right += usize::from(is_put_right);
        }
        text
    }

    /// Whether a cell is empty and may be; of most columns that a list may have, it has none.
    pub(super) fn is_blank(&self, column: Column) -> bool {
        self.marks.is_empty() && self.raw(column).is_empty() && !self.must_be_filled(column)
    }

    /// The cell as text to be understood further; none where it is empty or at fault already.
    fn content(&mut self, column: Column) -> Option<Text> {
        if self.is_blank(column) {
            return None;
        }
        let was_sound = std::mem::replace(&mut self.is_sound, true);
        let text = self.text(column);
        let is_sound = std::mem::replace(&mut self.is_sound, was_sound);
        self.is_sound &= is_sound;
        Some(text).filter(|text| is_sound && !text.is_empty())
    }

    /// The code of a unit or cadre: text, never a number; with the zeros that a spreadsheet took, as far as the
    /// user says how long codes are.
    pub fn code(&mut self, column: Column) -> Text {
        let code = self.text(column);
        if cell::is_exponent(&code) {
            self.fault("code-in-exponent", column, &code);
        }
        self.padded(code)
    }

    /// A code of digits, filled up with zeros to the length that the user says codes have.
    pub fn padded(&self, code: Text) -> Text {
        match self.rules.wishes.code_digits {
            Some(digits)
                if code.len() < digits && !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit()) =>
            {
                format!("{code:0>digits$}").into()
            }
            _ => code,
        }
    }

    /// A day, if the cell has one; of a month its first.
    pub fn day(&mut self, column: Column) -> Option<Day> {
        self.first_or_last(column, Month::first)
    }

    fn first_or_last(&mut self, column: Column, of_month: fn(Month) -> Day) -> Option<Day> {
        let text = self.content(column)?;
        let serial = self.was(column) == Some(Was::Number);
        match day(&text).or_else(|wrong| Month::parse(&text).map(of_month).ok_or(wrong)) {
            Ok(day) => {
                self.notice_far(day, &text, column);
                Some(day)
            }
            Err(wrong) => {
                let mut finding = Finding::new(wrong.check(), Severity::Error).value(&text);
                if let NoDay::Swapped(meant) = wrong {
                    finding = finding.arg("meant", meant);
                }
                let meant = serial.then(|| serial_day(&text)).flatten();
                self.note(finding.nearest(meant.map(|day| day.to_string())), column);
                None
            }
        }
    }

    /// Warns of a day that lies so far off that a digit of its year may be wrong.
    fn notice_far(&mut self, day: Day, text: &str, column: Column) {
        const EARLIEST: i16 = 1930;
        const YEARS_AHEAD: i16 = 20;
        let latest = self.rules.day.year().saturating_add(YEARS_AHEAD);
        if !(EARLIEST..=latest).contains(&day.year()) {
            self.note(Finding::new("date-far", Severity::Warning).value(text), column);
        }
    }

    /// The days from one column to another; the last must not come before the first.
    pub fn period(&mut self, from: Column, to: Column) -> Period {
        let period = Period { from: self.day(from), to: self.first_or_last(to, Month::last) };
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
                self.note(finding.arg("latest", Arg::Text(latest.to_string().into())), column);
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

    /// Whether somebody came, by word.
    pub fn presence(&mut self, column: Column) -> Option<Presence> {
        self.named(column, ("presence-unknown", None), |names, text| names.presence(text))
    }

    /// Earlier statuses, as an export writes them.
    pub fn spells(&mut self, column: Column) -> Vec<StatusSpell> {
        let Some(text) = self.content(column) else { return Vec::new() };
        spells::read(&text).unwrap_or_else(|| {
            self.fault("status-before-unreadable", column, &text);
            Vec::new()
        })
    }

    /// The number of households, if the cell has one.
    pub fn households(&mut self) -> Option<u32> {
        self.number(Column::Households, MOST_HOUSEHOLDS)
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
        self.source.kind.columns().contains(&(column, Use::Filled)) && self.source.has(column)
    }
}
