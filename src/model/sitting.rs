//! The month's meetings: which units meet, in which window of the policy, on which day and hour, and who must come.

use std::collections::HashMap;

use jiff::civil::Time;

use super::Text;
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
    window.map(|number| {
        let number = i8::try_from(number).unwrap_or(i8::MAX).min(month.last().day());
        Day::new(month.first().year(), month.first().month(), number).unwrap_or(month.last())
    })
}

/// All meetings of a month: window by window, those of every unit of its level; then the others. `window_of` tells the window that
/// the name of a meeting means at a unit of a level, `name_of` what a window's meetings are called.
pub fn sittings(
    snapshot: &Snapshot,
    month: Month,
    name_of: &dyn Fn(usize) -> Text,
    window_of: &dyn Fn(&str, LevelId) -> Option<usize>,
) -> Vec<Sitting> {
    let (book, policy) = (snapshot.book, snapshot.policy());
    let is_there = |unit: UnitId| book.unit(unit).period.contains(snapshot.day);
    let known = book.meetings.iter().filter(|meeting| is_there(meeting.unit));
    let of_meeting = |meeting: &Meeting, window| Sitting {
        unit: meeting.unit,
        window,
        name: meeting.name.clone(),
        day: Some(meeting.rule.day_in(month)),
        hour: meeting.hour,
        place: meeting.place.clone(),
        cadres: attending(snapshot, meeting.unit),
    };
    let (mut told, mut others) = (HashMap::new(), Vec::new());
    for meeting in known {
        match window_of(&meeting.name, book.unit(meeting.unit).level) {
            // Of two names of one window at a unit, the second is another meeting.
            Some(window) if !told.contains_key(&(window, meeting.unit)) => {
                told.insert((window, meeting.unit), of_meeting(meeting, Some(window)));
            }
            Some(_) => others.push(of_meeting(meeting, None)),
            None => others.push(of_meeting(meeting, None)),
        }
    }
    let mut sittings = Vec::new();
    for (at, window) in policy.windows.iter().enumerate() {
        for (unit, _) in snapshot.units_of(window.unit) {
            sittings.push(told.remove(&(at, unit)).unwrap_or_else(|| Sitting {
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
