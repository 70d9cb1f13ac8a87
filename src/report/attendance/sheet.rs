//! The sheet of attendance of a month, to be filled in and imported: a row for everybody who has to come to a meeting,
//! with what is told already.

use std::collections::{BTreeMap, HashSet};

use crate::model::Text;
use crate::model::attendance::{Attendance, Presence};
use crate::model::book::Book;
use crate::model::day::{Day, Month};
use crate::model::id::{CadreId, UnitId};
use crate::model::list::Column;
use crate::model::sitting::{Due, Sitting};
use crate::model::turnout::Met;
use crate::model::value::{Entry, Value};
use crate::text::fold::key;

/// A row of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line<'b> {
    /// What is told already.
    Told(&'b Attendance),
    /// What is to be filled in.
    Open(Unfilled),
}

/// A row that says nothing yet; its day is the one on which the meeting is to be, where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfilled {
    attendance: Attendance,
    has_day: bool,
}

impl Entry for Unfilled {
    fn value<'e>(&'e self, book: &'e Book, column: Column) -> Value<'e> {
        match column {
            Column::Presence => Value::Empty,
            Column::Day if !self.has_day => Value::Empty,
            _ => self.attendance.value(book, column),
        }
    }
}

impl Line<'_> {
    /// The row, whichever it is.
    pub fn entry(&self) -> &dyn Entry {
        match self {
            Line::Told(row) => *row,
            Line::Open(row) => row,
        }
    }
}

/// What the sheets of a month are made of, looked up once.
pub struct Sheets<'s, 'b> {
    month: Month,
    /// The meetings of the month, by day and unit.
    sittings: Vec<&'s Sitting>,
    told: BTreeMap<(UnitId, String), Vec<Met<'b>>>,
    due: Due<'b>,
}

impl<'s, 'b> Sheets<'s, 'b> {
    /// Looks it up.
    pub fn of(book: &'b Book, month: Month, sittings: &'s [Sitting]) -> Self {
        let mut sittings: Vec<&Sitting> = sittings.iter().collect();
        sittings.sort_by_key(|sitting| (sitting.day.is_none(), sitting.day, sitting.hour, sitting.unit));
        Sheets { month, sittings, told: super::of_month(book, month), due: Due::of(book) }
    }

    /// The rows of the meetings of some units; those who have to come in the order of the meeting.
    pub fn lines(&self, is_wanted: &dyn Fn(UnitId) -> bool) -> Vec<Line<'b>> {
        let mut sheet = Sheet { due: &self.due, lines: Vec::new() };
        let mut planned = HashSet::new();
        for sitting in self.sittings.iter().filter(|sitting| is_wanted(sitting.unit)) {
            let meeting = (sitting.unit, key(&sitting.name));
            match self.told.get(&meeting) {
                Some(all) if planned.insert(meeting.clone()) => all.iter().for_each(|met| sheet.of_met(met)),
                Some(_) => {}
                None => sheet.of_sitting(sitting, self.month),
            }
        }
        // Meetings that the month's calendar does not have.
        let others = self.told.iter().filter(|(meeting, _)| is_wanted(meeting.0) && !planned.contains(*meeting));
        others.flat_map(|(_, all)| all).for_each(|met| sheet.of_met(met));
        sheet.lines
    }
}

/// The rows of meetings, one meeting after the other.
struct Sheet<'s, 'b> {
    due: &'s Due<'b>,
    lines: Vec<Line<'b>>,
}

impl<'b> Sheet<'_, 'b> {
    /// The rows of a meeting of which something is told: all of that, and whoever had to come and is not told of.
    fn of_met(&mut self, met: &Met<'b>) {
        self.lines.extend(met.rows.iter().copied().map(Line::Told));
        let is_told = |cadre: &CadreId| met.rows.iter().any(|row| row.cadre == Some(*cadre));
        let due = self.due.on(met.unit, met.day).into_iter().filter(|cadre| met.is_held && !is_told(cadre));
        let meeting = (met.unit, met.meeting.clone(), met.day);
        self.lines.extend(due.map(|cadre| Line::Open(Unfilled::of(meeting.clone(), Some(cadre), true))));
    }

    /// The rows of a meeting of which nothing is told yet; one without anybody where nobody has to come.
    fn of_sitting(&mut self, sitting: &Sitting, month: Month) {
        let cadres = sitting.day.map_or_else(|| sitting.cadres.clone(), |day| self.due.on(sitting.unit, day));
        let meeting = (sitting.unit, sitting.name.clone(), sitting.day.unwrap_or(month.first()));
        let open = |cadre| Line::Open(Unfilled::of(meeting.clone(), cadre, sitting.day.is_some()));
        if cadres.is_empty() {
            self.lines.push(open(None));
        }
        self.lines.extend(cadres.into_iter().map(|cadre| open(Some(cadre))));
    }
}

impl Unfilled {
    fn of(meeting: (UnitId, Text, Day), cadre: Option<CadreId>, has_day: bool) -> Self {
        Unfilled { attendance: Attendance::plain(0, meeting, cadre, Presence::Held), has_day }
    }
}
