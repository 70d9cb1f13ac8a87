//! When meetings may be held: hours, weekends and holidays, as a policy says it.

use jiff::civil::{Time, Weekday};

use super::day::{Day, Period};

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
