//! A meeting (cuộc họp, buổi sinh hoạt) that a unit holds every month: on which day, at which hour, where.

use jiff::civil::{Time, Weekday};

use super::Text;
use super::day::{Day, Month};
use super::id::UnitId;

/// A unit's meeting of every month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Its row in the database.
    pub row: u32,
    /// Whose it is.
    pub unit: UnitId,
    /// What meets: the name of one of the policy's windows, or of another meeting.
    pub name: Text,
    /// On which day of each month.
    pub rule: Rule,
    /// At which hour; `None` is not fixed yet.
    pub hour: Option<Time>,
    /// Where.
    pub place: Text,
    /// Free text.
    pub note: Text,
}

/// A day of every month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The day of a number, from 1; the last day of months that are shorter.
    Day(u8),
    /// The first to fourth of a weekday, or, with 5, its last.
    Weekday(u8, Weekday),
}

/// The number that stands for the last of a weekday.
pub const LAST: u8 = 5;

/// Weekdays as rules name them, Monday first.
pub const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
];

/// How rules count weekdays, from 1.
pub const COUNTS: [&str; 5] = ["first", "second", "third", "fourth", "last"];

impl Rule {
    /// Its day in a month.
    pub fn day_in(self, month: Month) -> Day {
        match self {
            Rule::Day(number) => month.day(number),
            Rule::Weekday(count, weekday) => {
                let nth = if count >= LAST { -1 } else { i8::try_from(count).unwrap_or(1) };
                month.first().nth_weekday_of_month(nth, weekday).unwrap_or(month.last())
            }
        }
    }

    /// The one way to write it: `8`, `second Saturday`.
    pub fn written(self) -> String {
        match self {
            Rule::Day(number) => number.to_string(),
            Rule::Weekday(count, weekday) => {
                let count = COUNTS.get(usize::from(count.saturating_sub(1))).copied().unwrap_or(COUNTS[4]);
                let named = WEEKDAYS.iter().find(|(_, day)| *day == weekday).map_or("", |(name, _)| *name);
                format!("{count} {named}")
            }
        }
    }

    /// The rule of a text as [`Self::written`] has it.
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(number) = text.parse::<u8>() {
            return (1..=31).contains(&number).then_some(Rule::Day(number));
        }
        let (count, weekday) = text.split_once(' ')?;
        let count = COUNTS.iter().position(|word| *word == count)?;
        let (_, weekday) = WEEKDAYS.iter().find(|(name, _)| *name == weekday)?;
        Some(Rule::Weekday(u8::try_from(count + 1).ok()?, *weekday))
    }
}

/// An hour as lists have it: `19:30`.
pub fn written_hour(hour: Time) -> String {
    format!("{:02}:{:02}", hour.hour(), hour.minute())
}

/// The hour of a text as [`written_hour`] has it.
pub fn hour(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_rule_has_its_day_in_every_month() {
        let of = |rule: &str, month: &str| {
            Rule::parse(rule).and_then(|rule| Some(rule.day_in(Month::parse(month)?))).expect("a day")
        };
        assert_eq!(of("8", "2026-03"), date(2026, 3, 8));
        assert_eq!(of("31", "2026-02"), date(2026, 2, 28));
        assert_eq!(of("second Saturday", "2026-03"), date(2026, 3, 14));
        assert_eq!(of("last Sunday", "2026-03"), date(2026, 3, 29));
        for rule in ["8", "first Monday", "last Sunday"] {
            assert_eq!(Rule::parse(rule).expect("a rule").written(), rule);
        }
        for text in ["0", "32", "fifth Monday", "Monday", "second Someday", ""] {
            assert_eq!(Rule::parse(text), None, "{text}");
        }
    }

    #[test]
    fn an_hour_is_written_as_it_is_read() {
        assert_eq!(hour("07:30").map(written_hour).as_deref(), Some("07:30"));
        assert_eq!((hour("24:00"), hour("7"), hour("07:61")), (None, None, None));
    }
}
