//! A stored number to what its cell shows: a number, a code with its zeros, a day, a time.

use std::fmt::Write;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::super::line::Was;
use super::format::Shape;
use super::number::{number, padded};

const SECONDS: u32 = 86_400;

/// The day that a workbook counts from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Epoch {
    /// Day 1 is 1 January 1900.
    #[default]
    Since1900,
    /// Day 0 is 1 January 1904, as on old Macintoshes.
    Since1904,
}

/// Writes what a cell of this shape shows for the stored number, and says what it was.
pub fn typed(value: f64, shape: Shape, epoch: Epoch, into: &mut String) -> Option<Was> {
    let written = match shape {
        Shape::Number => None,
        Shape::Zeros(digits) => return Some(padded(value, digits, into)),
        Shape::Time if (0.0..1.0).contains(&value) => elapsed(value, into).then_some(None),
        Shape::Elapsed => elapsed(value, into).then_some(None),
        Shape::Day | Shape::Time => moment(value, epoch, into).then_some(Some(Was::Day)),
    };
    written.unwrap_or_else(|| Some(number(value, into)))
}

/// Writes the day of a stored number, and the time where it is not midnight; nothing when there is no such day.
fn moment(value: f64, epoch: Epoch, into: &mut String) -> bool {
    let Some((day, seconds)) = parts(value) else { return false };
    // Excel believes in 29 February 1900; what is stored so is reported as no day, with its row and column.
    let written = match (epoch, day) {
        (Epoch::Since1900, 0) => write!(into, "1900-01-{:02}", 0),
        (Epoch::Since1900, 60) => write!(into, "1900-02-{:02}", 29),
        _ => match civil(day, epoch) {
            Some(day) => write!(into, "{day}"),
            None => return false,
        },
    };
    if seconds > 0 {
        into.push(' ');
        clock(seconds, into);
    }
    written.is_ok()
}

/// Whole days and the seconds of the last; nothing when that many days are none.
fn parts(value: f64) -> Option<(i32, u32)> {
    let seconds = (value * f64::from(SECONDS)).round();
    // Far beyond any calendar, and within what the numbers below hold.
    if !(0.0..1e12).contains(&seconds) {
        return None;
    }
    let day = (seconds / f64::from(SECONDS)).floor();
    Some((day as i32, (seconds - day * f64::from(SECONDS)) as u32))
}

fn civil(day: i32, epoch: Epoch) -> Option<Date> {
    let first = match epoch {
        Epoch::Since1900 if day < 60 => date(1899, 12, 31),
        Epoch::Since1900 => date(1899, 12, 30),
        Epoch::Since1904 => date(1904, 1, 1),
    };
    first.checked_add(day.days()).ok()
}

/// Writes hours, minutes and seconds; nothing when they are none.
fn elapsed(value: f64, into: &mut String) -> bool {
    let Some((days, seconds)) = parts(value).filter(|(days, _)| *days < 10_000) else { return false };
    clock(days.unsigned_abs() * SECONDS + seconds, into);
    true
}

fn clock(seconds: u32, into: &mut String) {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    // Writing to a string cannot fail.
    let _ = write!(into, "{hours:02}:{minutes:02}");
    if rest > 0 {
        let _ = write!(into, ":{rest:02}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: f64, shape: Shape, epoch: Epoch) -> (String, Option<Was>) {
        let mut text = String::new();
        let was = typed(value, shape, epoch, &mut text);
        (text, was)
    }

    #[test]
    fn days_are_iso_in_both_systems() {
        for (value, epoch, right) in [
            (29_285.0, Epoch::Since1900, "1980-03-05"),
            (27_823.0, Epoch::Since1904, "1980-03-05"),
            (1.0, Epoch::Since1900, "1900-01-01"),
            (59.0, Epoch::Since1900, "1900-02-28"),
            (60.0, Epoch::Since1900, "1900-02-29"),
            (61.0, Epoch::Since1900, "1900-03-01"),
            (0.0, Epoch::Since1904, "1904-01-01"),
            (29285.3125, Epoch::Since1900, "1980-03-05 07:30"),
            (29285.9999999, Epoch::Since1900, "1980-03-06"),
            (2_958_465.0, Epoch::Since1900, "9999-12-31"),
        ] {
            assert_eq!(text(value, Shape::Day, epoch), (right.to_owned(), Some(Was::Day)), "{value}");
        }
    }

    #[test]
    fn what_is_no_day_is_the_number() {
        for (value, right) in [(-1.0, "-1"), (2_958_466.0, "2958466"), (1e14, "100000000000000")] {
            let right = (right.to_owned(), Some(Was::Number));
            assert_eq!(text(value, Shape::Day, Epoch::Since1900), right);
        }
        assert_eq!(text(f64::NAN, Shape::Day, Epoch::Since1900).1, Some(Was::Broken));
    }

    #[test]
    fn times_are_times() {
        assert_eq!(text(0.3125, Shape::Time, Epoch::Since1900), ("07:30".to_owned(), None));
        assert_eq!(text(1.5, Shape::Elapsed, Epoch::Since1900), ("36:00".to_owned(), None));
        assert_eq!(text(1.0 / 86_400.0, Shape::Time, Epoch::Since1900), ("00:00:01".to_owned(), None));
        let right = ("1980-03-05 12:00".to_owned(), Some(Was::Day));
        assert_eq!(text(29_285.5, Shape::Time, Epoch::Since1900), right);
    }
}
