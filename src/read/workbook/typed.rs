//! A stored value to what its cell shows: a text, a number, a code with its zeros, a day, a time.

use std::fmt::Write;

use calamine::{DataType, ExcelDateTime, ExcelDateTimeType};

use super::super::line::{OldFont, Was};
use super::iso;
use super::number::{number, padded};

const SECONDS: f64 = 86_400.0;

/// What a style makes of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The digits that a number has at least.
    pub zeros: Option<u8>,
    /// The font of a text, where it is one of before Unicode.
    pub font: Option<OldFont>,
}

/// The day that a workbook counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Epoch {
    /// Day 1 is 1 January 1900.
    Since1900,
    /// Day 0 is 1 January 1904, as on old Macintoshes.
    Since1904,
}

impl Epoch {
    pub fn of(is_1904: bool) -> Self {
        if is_1904 { Epoch::Since1904 } else { Epoch::Since1900 }
    }

    /// The first number that is no day any more: 1 January 10000.
    fn end(self) -> f64 {
        match self {
            Epoch::Since1900 => 2_958_466.0,
            Epoch::Since1904 => 2_957_004.0,
        }
    }
}

/// What a cell says, and what it was; `written` is room for what is not stored as text.
pub fn said<'t>(
    value: &'t impl DataType,
    is_calculated: bool,
    look: Look,
    epoch: Epoch,
    written: &'t mut String,
) -> (&'t str, Option<Was>) {
    if let Some(text) = value.get_string() {
        // Plain letters are the same in every font.
        return (text, look.font.filter(|_| !text.is_ascii()).map(Was::InOldFont));
    }
    written.clear();
    let was = if let Some(value) = value.get_float().or(value.get_int().map(|whole| whole as f64)) {
        Some(padded(value, look.zeros.unwrap_or_default(), written))
    } else if let Some(moment) = value.get_datetime() {
        stamp(moment, epoch, written)
    } else if let Some(text) = value.get_datetime_iso() {
        iso::moment(text, written)
    } else if let Some(text) = value.get_duration_iso() {
        iso::time(text, written);
        None
    } else if let Some(truth) = value.get_bool() {
        written.push_str(if truth { "TRUE" } else { "FALSE" });
        None
    } else if let Some(error) = value.get_error() {
        // Writing to a string cannot fail.
        let _ = write!(written, "{error}");
        Some(Was::Broken)
    } else {
        (!is_calculated).then_some(Was::Uncalculated)
    };
    (written, was)
}

/// Writes a day or a time that is stored as a number; the number where it is none.
fn stamp(moment: ExcelDateTime, epoch: Epoch, into: &mut String) -> Option<Was> {
    let seconds = (moment.as_f64() * SECONDS).round();
    let is_time = moment.is_duration() || seconds < SECONDS;
    if !(0.0..epoch.end() * SECONDS).contains(&seconds) || is_time && seconds > 1e9 {
        return Some(number(moment.as_f64(), into));
    }
    if is_time {
        let seconds = seconds as u32;
        clock(seconds / 3600, seconds / 60 % 60, seconds % 60, into);
        return None;
    }
    let is_1904 = epoch == Epoch::Since1904;
    let whole = ExcelDateTime::new(seconds / SECONDS, ExcelDateTimeType::DateTime, is_1904);
    let (year, month, day, hour, minute, second, _) = whole.to_ymd_hms_milli();
    let _ = write!(into, "{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) != (0, 0, 0) {
        into.push(' ');
        clock(hour.into(), minute.into(), second.into(), into);
    }
    Some(Was::Day)
}

/// Writes a time of the day, or a span of hours.
pub fn clock(hours: u32, minutes: u32, seconds: u32, into: &mut String) {
    let _ = write!(into, "{hours:02}:{minutes:02}");
    if seconds > 0 {
        let _ = write!(into, ":{seconds:02}");
    }
}

/// The number of digits that a format of nothing but zeros asks for; of several sections the first counts, which is
/// for positive numbers.
pub fn zeros(code: &str) -> Option<u8> {
    let section = code.split(';').next().unwrap_or_default();
    let is_zeros = section.len() > 1 && section.bytes().all(|byte| byte == b'0');
    u8::try_from(section.len()).ok().filter(|_| is_zeros)
}

#[cfg(test)]
mod tests {
    use calamine::Data;

    use super::*;

    fn text(value: f64, kind: ExcelDateTimeType, epoch: Epoch) -> (String, Option<Was>) {
        let value = Data::DateTime(ExcelDateTime::new(value, kind, epoch == Epoch::Since1904));
        let mut written = String::from("before");
        let (text, was) = said(&value, true, Look::default(), epoch, &mut written);
        (text.to_owned(), was)
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
            (29285.3125, Epoch::Since1900, "1980-03-05 07:30"),
            (29285.0 + 7.0 / 24.0 + 20.0 / 1440.0, Epoch::Since1900, "1980-03-05 07:20"),
            (29285.9999999, Epoch::Since1900, "1980-03-06"),
            (2_958_465.0, Epoch::Since1900, "9999-12-31"),
        ] {
            assert_eq!(text(value, ExcelDateTimeType::DateTime, epoch), (right.to_owned(), Some(Was::Day)), "{value}");
        }
    }

    #[test]
    fn what_is_no_day_is_the_number() {
        for (value, right) in [(-1.0, "-1"), (2_958_466.0, "2958466"), (1e14, "100000000000000")] {
            let right = (right.to_owned(), Some(Was::Number));
            assert_eq!(text(value, ExcelDateTimeType::DateTime, Epoch::Since1900), right);
        }
        assert_eq!(text(f64::NAN, ExcelDateTimeType::TimeDelta, Epoch::Since1900).1, Some(Was::Broken));
    }

    #[test]
    fn times_are_times() {
        for (value, kind, right) in [
            (0.3125, ExcelDateTimeType::DateTime, "07:30"),
            (1.5, ExcelDateTimeType::TimeDelta, "36:00"),
            (1.0 / 86_400.0, ExcelDateTimeType::DateTime, "00:00:01"),
        ] {
            assert_eq!(text(value, kind, Epoch::Since1900), (right.to_owned(), None));
        }
        let right = ("1980-03-05 12:00".to_owned(), Some(Was::Day));
        assert_eq!(text(29_285.5, ExcelDateTimeType::DateTime, Epoch::Since1900), right);
    }

    #[test]
    fn a_format_of_zeros_is_told() {
        for (code, right) in
            [("00000", Some(5)), ("000000000000;@", Some(12)), ("0", None), ("000-000", None), ("General", None)]
        {
            assert_eq!(zeros(code), right, "{code}");
        }
    }
}
