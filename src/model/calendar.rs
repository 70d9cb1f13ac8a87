//! The month's meetings: which units meet, in which window of the policy, on which day and hour, and who must come.

use jiff::civil::{Time, Weekday};

use super::Text;
use super::day::{Day, Month, Period};
use super::id::{CadreId, LevelId, UnitId};
use super::snapshot::Snapshot;

/// When meetings may be held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Hours at which a meeting without an hour of its own may begin.
    pub hours: Vec<Time>,
    /// How long a meeting keeps its people, in minutes, the way there included.
    pub minutes: u16,
    /// Whether meetings may be proposed on Saturdays and Sundays.
    pub has_weekends: bool,
    /// Days on which none is proposed.
    pub holidays: Vec<Holiday>,
}

impl Default for Calendar {
    fn default() -> Self {
        let hours = [(7, 30), (13, 30), (19, 0)].map(|(hour, minute)| Time::constant(hour, minute, 0, 0));
        Calendar { hours: hours.to_vec(), minutes: 120, has_weekends: true, holidays: Vec::new() }
    }
}

/// A holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// Of every year: month and day.
    Yearly(i8, i8),
    /// Some days.
    Days(Period),
}

impl Holiday {
    fn contains(&self, day: Day) -> bool {
        match self {
            Holiday::Yearly(month, number) => (day.month(), day.day()) == (*month, *number),
            Holiday::Days(period) => period.contains(day),
        }
    }
}

impl Calendar {
    /// Whether a meeting may be proposed on a day.
    pub fn is_open(&self, day: Day) -> bool {
        let is_weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        (self.has_weekends || !is_weekend) && !self.holidays.iter().any(|holiday| holiday.contains(day))
    }

    /// Whether somebody at a meeting that begins at one hour is kept from another of the same day.
    pub fn overlaps(&self, one: Time, other: Time) -> bool {
        let minute = |time: Time| i32::from(time.hour()) * 60 + i32::from(time.minute());
        (minute(one) - minute(other)).abs() < i32::from(self.minutes)
    }
}

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
/// the name of a meeting means at a unit of a level.
pub fn sittings(
    snapshot: &Snapshot,
    month: Month,
    lang_name: &dyn Fn(usize) -> Text,
    window_of: &dyn Fn(&str, LevelId) -> Option<usize>,
) -> Vec<Sitting> {
    let (book, policy) = (snapshot.book, snapshot.policy());
    let is_there = |unit: UnitId| book.unit(unit).period.contains(snapshot.day);
    let known = book.meetings.iter().filter(|meeting| is_there(meeting.unit));
    let of_meeting = |meeting: &super::meeting::Meeting, window| Sitting {
        unit: meeting.unit,
        window,
        name: meeting.name.clone(),
        day: Some(meeting.rule.day_in(month)),
        hour: meeting.hour,
        place: meeting.place.clone(),
        cadres: attending(snapshot, meeting.unit),
    };
    let (mut told, mut others) = (std::collections::HashMap::new(), Vec::new());
    for meeting in known {
        match window_of(&meeting.name, book.unit(meeting.unit).level) {
            Some(window) => drop(told.insert((window, meeting.unit), of_meeting(meeting, Some(window)))),
            None => others.push(of_meeting(meeting, None)),
        }
    }
    let mut sittings = Vec::new();
    for (at, window) in policy.windows.iter().enumerate() {
        for (unit, _) in snapshot.units_of(window.unit) {
            sittings.push(told.remove(&(at, unit)).unwrap_or_else(|| Sitting {
                unit,
                window: Some(at),
                name: lang_name(at),
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

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn holidays_and_weekends_are_as_the_policy_says() {
        let tet = Period { from: Some(date(2026, 2, 16)), to: Some(date(2026, 2, 20)) };
        let holidays = vec![Holiday::Yearly(4, 30), Holiday::Days(tet)];
        let calendar = Calendar { holidays, has_weekends: false, ..Calendar::default() };
        for closed in [date(2026, 2, 17), date(2027, 4, 30), date(2026, 3, 7), date(2026, 3, 8)] {
            assert!(!calendar.is_open(closed), "{closed}");
        }
        for open in [date(2027, 2, 17), date(2026, 3, 9)] {
            assert!(calendar.is_open(open), "{open}");
        }
        assert!(Calendar::default().is_open(date(2026, 3, 8)));
    }

    #[test]
    fn two_hours_keep_one_from_what_begins_in_them() {
        let at = |hour, minute| Time::constant(hour, minute, 0, 0);
        let calendar = Calendar::default();
        assert!(calendar.overlaps(at(7, 30), at(9, 0)) && calendar.overlaps(at(9, 0), at(7, 30)));
        assert!(!calendar.overlaps(at(7, 30), at(9, 30)));
    }
}
