//! Days and times that a file writes as ISO 8601 text, to what a clerk would have typed.

use std::fmt::Write;

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime};

use super::super::line::Was;
use super::typed::clock;

/// The length of a day alone: year, month and day with a hyphen between them.
const DAY: usize = 10;

/// Writes a day, with its time where that is not midnight; the text as it stands where it is none.
pub fn moment(text: &str, into: &mut String) -> Option<Was> {
    let text = text.trim_end_matches('Z');
    let day = text.parse::<Date>().ok().filter(|_| text.len() == DAY);
    let Some(moment) = day.map(DateTime::from).or_else(|| text.parse().ok()) else {
        into.push_str(text);
        return None;
    };
    // Writing to a string cannot fail.
    let _ = write!(into, "{}", moment.date());
    let [hour, minute, second] =
        [moment.hour(), moment.minute(), moment.second()].map(|part| u32::from(part.unsigned_abs()));
    if (hour, minute, second) != (0, 0, 0) {
        into.push(' ');
        clock(hour, minute, second, into);
    }
    Some(Was::Day)
}

/// Writes a time of the day or a span of hours: "PT07H30M00S" is 07:30; the text as it stands where it is none.
pub fn time(text: &str, into: &mut String) {
    match text.parse::<SignedDuration>().map(|span| u32::try_from(span.as_secs())) {
        Ok(Ok(seconds)) => clock(seconds / 3600, seconds / 60 % 60, seconds % 60, into),
        _ => into.push_str(text),
    }
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
            let mut written = String::new();
            assert_eq!((moment(text, &mut written), written.as_str()), (Some(Was::Day), right));
        }
        for text in ["", "05/03/1980", "1980-02-30", "-1", "1980-03"] {
            let mut written = String::new();
            assert_eq!((moment(text, &mut written), written.as_str()), (None, text));
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
            let mut written = String::new();
            time(text, &mut written);
            assert_eq!(written, right);
        }
    }
}
