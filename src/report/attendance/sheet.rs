//! The sheet of attendance of a month, to be filled in and imported: a row for everybody who has to come to a meeting, with
//! what is told already.

use std::collections::HashMap;

use crate::model::Text;
use crate::model::assignment::Assignment;
use crate::model::attendance::{Attendance, Presence};
use crate::model::book::Book;
use crate::model::day::{Day, Month};
use crate::model::id::{CadreId, UnitId};
use crate::model::list::Column;
use crate::model::sitting::Sitting;
use crate::model::snapshot::Snapshot;
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

/// The rows of the month's meetings of some units, by day and unit; those who have to come in the order of the meeting.
pub fn lines<'b>(
    snapshot: &Snapshot<'b>,
    month: Month,
    sittings: &[&Sitting],
    is_wanted: &dyn Fn(UnitId) -> bool,
) -> Vec<Line<'b>> {
    let mut told = super::of_month(snapshot.book, month);
    told.retain(|(unit, _), _| is_wanted(*unit));
    let mut sittings: Vec<&&Sitting> = sittings.iter().filter(|sitting| is_wanted(sitting.unit)).collect();
    sittings.sort_by_key(|sitting| (sitting.day.is_none(), sitting.day, sitting.hour, sitting.unit));
    let holders = Holders::of(snapshot);
    let mut lines = Vec::new();
    for sitting in sittings {
        match told.remove(&(sitting.unit, key(&sitting.name))) {
            Some(all) => all.iter().for_each(|met| holders.of_met(met, &mut lines)),
            None => holders.of_sitting(sitting, month, &mut lines),
        }
    }
    // Meetings that the month's calendar does not have.
    told.values().flatten().for_each(|met| holders.of_met(met, &mut lines));
    lines
}

/// Who holds or held a duty of each unit.
struct Holders<'s, 'b> {
    snapshot: &'s Snapshot<'b>,
    by_unit: HashMap<UnitId, Vec<&'b Assignment>>,
}

impl<'s, 'b> Holders<'s, 'b> {
    fn of(snapshot: &'s Snapshot<'b>) -> Self {
        let mut by_unit: HashMap<UnitId, Vec<&Assignment>> = HashMap::new();
        for row in &snapshot.book.assignments {
            by_unit.entry(row.unit).or_default().push(row);
        }
        Holders { snapshot, by_unit }
    }

    /// Who has to come to a meeting of a unit on a day: whoever is at work and holds a duty of it then, each once, in the
    /// order of the duties.
    fn on(&self, unit: UnitId, day: Day) -> Vec<CadreId> {
        let book = self.snapshot.book;
        let is_due = |row: &&&Assignment| row.period.contains(day) && book.cadre(row.cadre).is_active_on(day);
        let mut due: Vec<&&Assignment> = self.by_unit.get(&unit).into_iter().flatten().filter(is_due).collect();
        due.sort_by_key(|row| row.duty);
        let mut cadres = Vec::new();
        for row in due {
            if !cadres.contains(&row.cadre) {
                cadres.push(row.cadre);
            }
        }
        cadres
    }

    /// The rows of a meeting of which something is told: all of that, and whoever had to come and is not told of.
    fn of_met(&self, met: &Met<'b>, lines: &mut Vec<Line<'b>>) {
        lines.extend(met.rows.iter().copied().map(Line::Told));
        let is_told = |cadre: &CadreId| met.rows.iter().any(|row| row.cadre == Some(*cadre));
        let due = self.on(met.unit, met.day).into_iter().filter(|cadre| met.is_held && !is_told(cadre));
        let meeting = (met.unit, met.meeting.clone(), met.day);
        lines.extend(due.map(|cadre| Line::Open(Unfilled::of(meeting.clone(), Some(cadre), true))));
    }

    /// The rows of a meeting of which nothing is told yet; one without anybody where nobody has to come.
    fn of_sitting(&self, sitting: &Sitting, month: Month, lines: &mut Vec<Line<'b>>) {
        let cadres = sitting.day.map_or_else(|| sitting.cadres.clone(), |day| self.on(sitting.unit, day));
        let meeting = (sitting.unit, sitting.name.clone(), sitting.day.unwrap_or(month.first()));
        let open = |cadre| Line::Open(Unfilled::of(meeting.clone(), cadre, sitting.day.is_some()));
        if cadres.is_empty() {
            lines.push(open(None));
        }
        lines.extend(cadres.into_iter().map(|cadre| open(Some(cadre))));
    }
}

impl Unfilled {
    fn of(meeting: (UnitId, Text, Day), cadre: Option<CadreId>, has_day: bool) -> Self {
        Unfilled { attendance: Attendance::plain(0, meeting, cadre, Presence::Held), has_day }
    }
}
