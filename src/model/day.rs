//! Days, periods of days and months. A period holds both its first and its last day.

use std::fmt;

/// A civil day, without a time or a zone.
pub type Day = jiff::civil::Date;

/// A stretch of days: both ends are included, a missing end is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Period {
    /// First day; `None` is "since ever".
    pub from: Option<Day>,
    /// Last day; `None` is "until further notice".
    pub to: Option<Day>,
}

impl Period {
    /// A single day.
    pub fn of_day(day: Day) -> Self {
        Period { from: Some(day), to: Some(day) }
    }

    /// Whether `day` lies within.
    pub fn contains(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether the two share a day.
    pub fn overlaps(&self, other: &Period) -> bool {
        let before = |end: Option<Day>, start: Option<Day>| matches!((end, start), (Some(e), Some(s)) if e < s);
        !before(self.to, other.from) && !before(other.to, self.from)
    }

    /// The days that both hold; `None` where there is none.
    pub fn shared(&self, other: &Period) -> Option<Period> {
        let to = [self.to, other.to].into_iter().flatten().min();
        let shared = Period { from: self.from.max(other.from), to };
        (!shared.is_reversed()).then_some(shared)
    }

    /// The number of its days, where both ends are known.
    pub fn days(&self) -> Option<i64> {
        Some(days_between(self.from?, self.to?) + 1)
    }

    /// Whether its last day comes before its first.
    pub fn is_reversed(&self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if to < from)
    }
}

/// Days in a row, both ends included and known; there is at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
}

impl Span {
    /// The days from one to another; `None` where there is none.
    pub fn of(first: Day, last: Day) -> Option<Self> {
        (first <= last).then_some(Span { first, last })
    }

    /// Its days that a period holds; `None` where there is none.
    pub fn shared(self, period: &Period) -> Option<Self> {
        let last = period.to.map_or(self.last, |last| last.min(self.last));
        Span::of(period.from.map_or(self.first, |first| first.max(self.first)), last)
    }

    /// Whether it holds a day.
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// The number of its days.
    pub fn count(self) -> u32 {
        u32::try_from(days_between(self.first, self.last) + 1).unwrap_or(0)
    }

    /// Its days, one after the other.
    pub fn days(self) -> impl Iterator<Item = Day> {
        self.first.series(jiff::ToSpan::day(1)).take_while(move |day| *day <= self.last)
    }

    /// The same days as a period.
    pub fn period(self) -> Period {
        Period { from: Some(self.first), to: Some(self.last) }
    }
}

/// The day before, or the same day at the beginning of the calendar.
pub fn day_before(day: Day) -> Day {
    day.yesterday().unwrap_or(day)
}

/// The day after, or the same day at the end of the calendar.
pub fn day_after(day: Day) -> Day {
    day.tomorrow().unwrap_or(day)
}

/// The number of days from `earlier` to `later`; negative when they are the other way round.
pub fn days_between(earlier: Day, later: Day) -> i64 {
    earlier.duration_until(later).as_hours() / 24
}

/// A calendar month, written `2022-05`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    first: Day,
}

impl Month {
    /// Its days.
    pub fn period(self) -> Period {
        Period { from: Some(self.first()), to: Some(self.last()) }
    }

    /// The month that holds `day`.
    pub fn of(day: Day) -> Self {
        Month { first: day.first_of_month() }
    }

    /// Reads `2022-05` or `05/2022`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = match text.split_once('-') {
            Some(parts) => parts,
            None => text.split_once('/').map(|(month, year)| (year, month))?,
        };
        if year.len() != 4 || month.is_empty() || month.len() > 2 {
            return None;
        }
        if !year.bytes().chain(month.bytes()).all(|b| b.is_ascii_digit()) {
            return None;
        }
        let first = Day::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
        (first.year() >= 1).then_some(Month { first })
    }

    /// Its first day.
    pub fn first(self) -> Day {
        self.first
    }

    /// Its last day: what `--month` means as a day.
    pub fn last(self) -> Day {
        self.first.last_of_month()
    }

    /// The month before, or the same month at the beginning of the calendar.
    pub fn before(self) -> Self {
        Month::of(day_before(self.first))
    }

    /// Its day of a number from 1, or its last where it has no such day.
    pub fn day(self, number: u8) -> Day {
        let last = self.last();
        let number = i8::try_from(number).unwrap_or(i8::MAX).min(last.day());
        Day::new(last.year(), last.month(), number).unwrap_or(last)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.first.year(), self.first.month())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn period(from: Option<Day>, to: Option<Day>) -> Period {
        Period { from, to }
    }

    #[test]
    fn both_ends_are_included() {
        let may = period(Some(date(2022, 5, 1)), Some(date(2022, 5, 31)));
        assert!(may.contains(date(2022, 5, 1)) && may.contains(date(2022, 5, 31)));
        assert!(!may.contains(date(2022, 4, 30)) && !may.contains(date(2022, 6, 1)));
    }

    #[test]
    fn periods_that_touch_on_one_day_overlap() {
        let until = period(None, Some(date(2022, 5, 31)));
        assert!(until.overlaps(&period(Some(date(2022, 5, 31)), None)));
        assert!(!until.overlaps(&period(Some(date(2022, 6, 1)), None)));
        assert!(period(None, None).overlaps(&until));
    }

    #[test]
    fn two_stretches_share_what_lies_in_both() {
        let (may, since) =
            (period(Some(date(2022, 5, 1)), Some(date(2022, 5, 31))), period(Some(date(2022, 5, 20)), None));
        assert_eq!(may.shared(&since), Some(period(Some(date(2022, 5, 20)), Some(date(2022, 5, 31)))));
        assert_eq!(may.shared(&period(None, None)), Some(may));
        assert_eq!(may.shared(&period(None, Some(date(2022, 4, 30)))), None);
        assert_eq!((may.days(), since.days()), (Some(31), None));
    }

    #[test]
    fn months_are_read_both_ways_and_nothing_else() {
        let may = Month::parse("2022-05").expect("a month");
        assert_eq!(Month::parse("05/2022"), Some(may));
        assert_eq!((may.first(), may.last()), (date(2022, 5, 1), date(2022, 5, 31)));
        assert_eq!(may.to_string(), "2022-05");
        assert_eq!([2, 31, 255].map(|number| may.day(number).day()), [2, 31, 31]);
        assert_eq!(Month::parse("2024-02").map(|month| month.day(30)), Some(date(2024, 2, 29)));
        for wrong in ["2022-13", "22-05", "2022", "2022-05-01", "", "2022-", "+022-05", "0000-01", "2022-+5"] {
            assert_eq!(Month::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_are_counted() {
        assert_eq!(days_between(date(2022, 5, 31), date(2022, 6, 10)), 10);
        assert_eq!(days_between(date(2022, 6, 10), date(2022, 5, 31)), -10);
    }
}
