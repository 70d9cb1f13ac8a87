//! Days and times that a file writes as ISO 8601 text, to what a clerk would have typed.

use std::fmt::Write;

use jiff::civil::{Date, DateTime};

use super::super::line::Was;

/// The length of a day alone: year, month and day with a hyphen between them.
const DAY: usize = 10;

/// A day, with its time where that is not midnight; the text as it stands where it is none.
pub fn moment(text: &str) -> (String, Option<Was>) {
    let text = text.trim_end_matches('Z');
    if let Ok(day) = text.parse::<Date>()
        && text.len() == DAY
    {
        return (day.to_string(), Some(Was::Day));
    }
    let Ok(moment) = text.parse::<DateTime>() else { return (text.to_owned(), None) };
    let (day, time) = (moment.date(), moment.time());
    let mut written = day.to_string();
    // Writing to a string cannot fail.
    let _ = match (time.hour(), time.minute(), time.second()) {
        (0, 0, 0) => Ok(()),
        (hour, minute, 0) => write!(written, " {hour:02}:{minute:02}"),
        (hour, minute, second) => write!(written, " {hour:02}:{minute:02}:{second:02}"),
    };
    (written, Some(Was::Day))
}

/// A time of the day or a span of hours: "PT07H30M00S" is 07:30; the text as it stands where it is none.
pub fn time(text: &str) -> String {
    let mut parts = [0u32; 3];
    let mut number = String::new();
    for c in text.strip_prefix("PT").unwrap_or_default().chars() {
        match "HMS".find(c) {
            Some(place) => parts[place] = whole(&std::mem::take(&mut number)),
            None => number.push(c),
        }
    }
    let [hours, minutes, seconds] = parts;
    match (text.starts_with("PT") && number.is_empty(), seconds) {
        (false, _) => text.to_owned(),
        (true, 0) => format!("{hours:02}:{minutes:02}"),
        (true, seconds) => format!("{hours:02}:{minutes:02}:{seconds:02}"),
    }
}

/// Seconds may have a fraction, which no cell of a list shows.
fn whole(number: &str) -> u32 {
    number.split(['.', ',']).next().and_then(|whole| whole.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_lose_only_midnight() {
        for (text, right) in [
            ("1980-03-05", "1980-03-05"),
            ("1980-03-05T00:00:00", "1980-03-05"),
            ("1980-03-05T07:30:00.000", "1980-03-05 07:30"),
            ("1980-03-05T07:30:15Z", "1980-03-05 07:30:15"),
        ] {
            assert_eq!(moment(text), (right.to_owned(), Some(Was::Day)));
        }
        for text in ["", "05/03/1980", "1980-02-30", "-1", "1980-03"] {
            assert_eq!(moment(text), (text.to_owned(), None));
        }
    }

    #[test]
    fn times_are_read() {
        for (text, right) in [
            ("PT07H30M00S", "07:30"),
            ("PT36H00M05.500000S", "36:00:05"),
            ("PT0S", "00:00"),
            ("P1DT2H", "P1DT2H"),
            ("PT1", "PT1"),
        ] {
            assert_eq!(time(text), right);
        }
    }
}
