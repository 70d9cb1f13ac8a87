//! Days as offices type them: ISO, or day, month and year with `/`, `-` or `.`.

use crate::model::day::Day;

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDay {
    /// It does not look like a day at all.
    Unreadable,
    /// It looks like one, but the calendar has no such day.
    Impossible,
    /// Day and month seem swapped; the day that was probably meant.
    Swapped(Day),
    /// A year of two digits.
    ShortYear,
}

impl NoDay {
    /// The id of the finding that reports it.
    pub fn check(self) -> &'static str {
        match self {
            NoDay::Unreadable => "date-unreadable",
            NoDay::Impossible => "date-impossible",
            NoDay::Swapped(_) => "date-swapped",
            NoDay::ShortYear => "date-short-year",
        }
    }
}

/// Reads a day. The same text means the same day whatever other rows hold.
///
/// # Errors
/// With the reason when it is none; day and month are never swapped, a century never guessed.
pub fn day(text: &str) -> Result<Day, NoDay> {
    let mut parts = text.split(['-', '/', '.']);
    let (Some(first), Some(second), Some(third), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(NoDay::Unreadable);
    };
    let all_digits = [first, second, third].iter().all(|part| !part.is_empty() && part.len() <= 4 && is_digits(part));
    if !all_digits || second.len() > 2 {
        return Err(NoDay::Unreadable);
    }
    match (first.len(), third.len()) {
        (4, 1 | 2) => civil(first, second, third),
        (1 | 2, 4) => civil(third, second, first),
        (1 | 2, 1 | 2) => Err(NoDay::ShortYear),
        _ => Err(NoDay::Unreadable),
    }
}

/// The day that a number in a column of days probably is, by the calendar of spreadsheets.
pub fn serial_day(text: &str) -> Option<Day> {
    let days: i64 = text.parse().ok().filter(|days| (1..100_000).contains(days))?;
    Day::constant(1899, 12, 30).checked_add(jiff::Span::new().days(days)).ok()
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn civil(year: &str, month: &str, day: &str) -> Result<Day, NoDay> {
    let (Ok(year), Ok(month), Ok(day)) = (year.parse::<i16>(), month.parse::<i8>(), day.parse::<i8>()) else {
        return Err(NoDay::Unreadable);
    };
    if year < 1000 {
        return Err(NoDay::Impossible);
    }
    Day::new(year, month, day).map_err(|_| match Day::new(year, day, month) {
        Ok(meant) if month > 12 => NoDay::Swapped(meant),
        _ => NoDay::Impossible,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_common_spelling_is_read() {
        let right = Ok(date(1980, 3, 5));
        for text in ["1980-03-05", "05/03/1980", "5/3/1980", "05-03-1980", "05.03.1980", "1980/3/5"] {
            assert_eq!(day(text), right, "{text}");
        }
    }

    #[test]
    fn days_that_are_none_are_told_apart() {
        assert_eq!(day("2023-02-29"), Err(NoDay::Impossible));
        assert_eq!(day("31/04/2026"), Err(NoDay::Impossible));
        assert_eq!(day("12/31/1975"), Err(NoDay::Swapped(date(1975, 12, 31))));
        assert_eq!(day("05/03/80"), Err(NoDay::ShortYear));
        assert_eq!(day("0080-03-05"), Err(NoDay::Impossible));
        for text in
            ["", "13/2026", "mai", "2022-05-", "+2022-05-01", "2022-05-01T00:00", "1/2/3/4", "٣/٣/٢٠٢٢", "202-05-01"]
        {
            assert_eq!(day(text), Err(NoDay::Unreadable), "{text}");
        }
    }
}
