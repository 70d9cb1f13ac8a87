//! The sheet of attendance of a month, to be filled in and imported: a row for everybody who has to come to a meeting, with
//! what is told already.

use std::collections::BTreeMap;

use crate::model::Text;
use crate::model::attendance::{Attendance, Presence};
use crate::model::book::Book;
use crate::model::day::{Month, Period};
use crate::model::id::{CadreId, UnitId};
use crate::model::list::Column;
use crate::model::sitting::Sitting;
use crate::model::snapshot::Snapshot;
use crate::model::turnout::{Met, met};
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

/// The rows of the month's meetings of some units, by day and unit; those who have to come in the order of the meeting.
pub fn lines<'b>(
    snapshot: &Snapshot<'b>,
    month: Month,
    sittings: &[&Sitting],
    is_wanted: &dyn Fn(UnitId) -> bool,
) -> Vec<Line<'b>> {
    let stretch = Period { from: Some(month.first()), to: Some(month.last()) };
    let mut told: BTreeMap<(UnitId, String), Vec<Met>> = BTreeMap::new();
    for met in met(snapshot.book, stretch).into_iter().filter(|met| is_wanted(met.unit)) {
        told.entry((met.unit, key(met.meeting))).or_default().push(met);
    }
    let mut sittings: Vec<&&Sitting> = sittings.iter().filter(|sitting| is_wanted(sitting.unit)).collect();
    sittings.sort_by_key(|sitting| (sitting.day.is_none(), sitting.day, sitting.hour, sitting.unit));
    let mut lines = Vec::new();
    for sitting in sittings {
        let met = told.remove(&(sitting.unit, key(&sitting.name))).unwrap_or_default();
        of_sitting(sitting, month, &met, &mut lines);
    }
    // Meetings that the month's calendar does not have.
    lines.extend(told.into_values().flatten().flat_map(|met| met.rows).map(Line::Told));
    lines
}

/// The rows of one meeting: all that is told, and whoever had to come and is not told of.
fn of_sitting<'b>(sitting: &Sitting, month: Month, met: &[Met<'b>], lines: &mut Vec<Line<'b>>) {
    lines.extend(met.iter().flat_map(|met| met.rows.iter().copied()).map(Line::Told));
    if met.iter().any(|met| !met.is_held) {
        return;
    }
    let is_told = |cadre: Option<CadreId>| met.iter().any(|met| met.rows.iter().any(|row| row.cadre == cadre));
    let day = met.first().map(|met| met.day).or(sitting.day);
    let open = |cadre: Option<CadreId>| {
        let (reason, invited, came, note) = <(Text, _, _, Text)>::default();
        let (row, unit, meeting, presence) = (0, sitting.unit, sitting.name.clone(), Presence::Held);
        let attendance = Attendance {
            row,
            unit,
            meeting,
            day: day.unwrap_or(month.first()),
            cadre,
            presence,
            reason,
            invited,
            came,
            note,
        };
        Line::Open(Unfilled { attendance, has_day: day.is_some() })
    };
    let due = sitting.cadres.iter().map(|cadre| Some(*cadre)).filter(|cadre| !is_told(*cadre));
    lines.extend(due.map(open));
    if sitting.cadres.is_empty() && met.is_empty() {
        lines.push(open(None));
    }
}
