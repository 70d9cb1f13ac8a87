//! The month's meetings: which units meet, in which window of the policy, on which day and hour, and who must come.

use std::collections::{HashMap, HashSet};

use jiff::civil::Time;

use super::Text;
use super::assignment::Assignment;
use super::book::Book;
use super::day::{Day, Month};
use super::id::{CadreId, LevelId, UnitId};
use super::meeting::Meeting;
use super::snapshot::Snapshot;

/// One meeting of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// Whose it is.
    pub unit: UnitId,
    /// Which of the policy's windows it belongs to; none where it is another meeting.
    pub window: Option<usize>,
    /// What meets.
    pub name: Text,
    /// Its day, where the office has one for it.
    pub day: Option<Day>,
    /// Its hour, where the office has one for it.
    pub hour: Option<Time>,
    /// Where.
    pub place: Text,
    /// Who must come: those who hold a duty of the unit, in the order of the duties.
    pub cadres: Vec<CadreId>,
}

/// Days of a window in a month, the first and the last.
pub fn days_of(window: [u8; 2], month: Month) -> [Day; 2] {
    window.map(|number| month.day(number))
}

/// The window that the name of a meeting means at a unit of a level.
pub type WindowOf<'w> = &'w dyn Fn(&str, LevelId) -> Option<usize>;

/// The meetings of a month that the office has told of, in the order of their list.
pub fn told(snapshot: &Snapshot, month: Month, window_of: WindowOf) -> Vec<Sitting> {
    let book = snapshot.book;
    let known = book.meetings.iter().filter(|meeting| snapshot.exists(meeting.unit));
    let mut taken = HashSet::new();
    let sitting = |meeting: &Meeting| Sitting {
        unit: meeting.unit,
        // Of two names of one window at a unit, the second is another meeting.
        window: window_of(&meeting.name, book.unit(meeting.unit).level)
            .filter(|window| taken.insert((*window, meeting.unit))),
        name: meeting.name.clone(),
        day: Some(meeting.rule.day_in(month)),
        hour: meeting.hour,
        place: meeting.place.clone(),
        cadres: attending(snapshot, meeting.unit),
    };
    known.map(sitting).collect()
}

/// All meetings of a month: window by window, those of every unit of its level; then the others. `name_of` tells what a window's
/// meetings are called.
pub fn sittings(
    snapshot: &Snapshot,
    month: Month,
    name_of: &dyn Fn(usize) -> Text,
    window_of: WindowOf,
) -> Vec<Sitting> {
    let mut known = HashMap::new();
    let mut others = Vec::new();
    for sitting in told(snapshot, month, window_of) {
        match sitting.window {
            Some(window) => drop(known.insert((window, sitting.unit), sitting)),
            None => others.push(sitting),
        }
    }
    let mut sittings = Vec::new();
    for (at, window) in snapshot.policy().windows.iter().enumerate() {
        for (unit, _) in snapshot.units_of(window.unit) {
            sittings.push(known.remove(&(at, unit)).unwrap_or_else(|| Sitting {
                unit,
                window: Some(at),
                name: name_of(at),
                day: None,
                hour: None,
                place: Text::default(),
                cadres: attending(snapshot, unit),
            }));
        }
    }
    sittings.extend(others);
    sittings
}

/// Who must come to the meetings of a unit, each once.
fn attending(snapshot: &Snapshot, unit: UnitId) -> Vec<CadreId> {
    let level = snapshot.book.unit(unit).level;
    let duties = snapshot.policy().duty_ids().filter(|duty| snapshot.policy().duty(*duty).unit == level);
    let mut cadres = Vec::new();
    for holder in duties.flat_map(|duty| snapshot.holders(unit, duty)) {
        let cadre = snapshot.book.assignment(holder).cadre;
        if !cadres.contains(&cadre) {
            cadres.push(cadre);
        }
    }
    cadres
}

/// Who has to come to meetings of any day. Of its own day a snapshot tells it by what it has looked up already.
pub struct Due<'b> {
    book: &'b Book,
    /// Who holds or held something in each unit.
    by_unit: HashMap<UnitId, Vec<&'b Assignment>>,
}

impl<'b> Due<'b> {
    /// Those of a book.
    pub fn of(book: &'b Book) -> Self {
        let mut by_unit: HashMap<UnitId, Vec<&Assignment>> = HashMap::new();
        for row in &book.assignments {
            by_unit.entry(row.unit).or_default().push(row);
        }
        Due { book, by_unit }
    }

    /// Who has to come to a meeting of a unit on a day: whoever is at work and holds a duty of it then, each once, in
    /// the order of the duties.
    pub fn on(&self, unit: UnitId, day: Day) -> Vec<CadreId> {
        let is_due = |row: &&&Assignment| row.period.contains(day) && self.book.cadre(row.cadre).is_active_on(day);
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
}
