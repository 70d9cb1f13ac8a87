//! A number to the text that a clerk would have typed: no exponent, no more digits than a workbook keeps.

use std::fmt::Write;

use super::super::line::Was;

/// Whole numbers from here on have more digits than a workbook keeps (15).
const IMPRECISE: f64 = 1e15;
/// The digits that a workbook keeps.
const DIGITS: usize = 15;

/// Writes a number and says what it was.
pub fn number(value: f64, into: &mut String) -> Was {
    if value.abs() >= IMPRECISE || !value.is_finite() {
        write(into, value);
        return if value.is_finite() { Was::Imprecise } else { Was::Broken };
    }
    if value.fract() == 0.0 {
        // A whole number is faster to write, and zero has no sign in a cell.
        let _ = write!(into, "{}", value as i64);
        return Was::Number;
    }
    let from = into.len();
    write(into, value);
    let digits = into[from..].trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
    if digits > DIGITS {
        into.truncate(from);
        // 0.1 + 0.2 is 0.3 in a cell, not 0.30000000000000004.
        write(into, format!("{value:.*e}", DIGITS - 1).parse().unwrap_or(value));
    }
    Was::Number
}

/// Writes a number whose format asks for so many digits.
pub fn padded(value: f64, digits: u8, into: &mut String) -> Was {
    let from = into.len();
    let was = number(value, into);
    let is_whole = was == Was::Number && into[from..].bytes().all(|byte| byte.is_ascii_digit());
    let lacking = usize::from(digits).saturating_sub(into.len() - from);
    if !is_whole || lacking == 0 {
        return was;
    }
    into.insert_str(from, &"0".repeat(lacking));
    Was::Padded
}

fn write(into: &mut String, value: f64) {
    // Writing to a string cannot fail.
    let _ = write!(into, "{value}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: f64) -> (String, Was) {
        let mut text = String::from("…");
        let was = number(value, &mut text);
        (text.split_off("…".len()), was)
    }

    #[test]
    fn numbers_are_written_as_typed() {
        for (value, right) in [
            (1975.0, "1975"),
            (-0.0, "0"),
            (-12.5, "-12.5"),
            (1.08001e9, "1080010000"),
            (0.1 + 0.2, "0.3"),
            (1.0 / 3.0, "0.333333333333333"),
            (2.0 / 3.0, "0.666666666666667"),
            (1e-7, "0.0000001"),
            (123_456_789_012_345.0, "123456789012345"),
            (1234.567890123456, "1234.56789012346"),
        ] {
            assert_eq!(text(value), (right.to_owned(), Was::Number));
        }
    }

    #[test]
    fn what_has_lost_digits_is_told() {
        assert_eq!(text(1_234_567_890_123_456.0), ("1234567890123456".to_owned(), Was::Imprecise));
        assert_eq!(text(1e20), ("100000000000000000000".to_owned(), Was::Imprecise));
        assert_eq!(text(f64::INFINITY).1, Was::Broken);
    }

    #[test]
    fn zeros_are_put_back() {
        for (value, digits, right) in [
            (123.0, 5, ("00123", Was::Padded)),
            (0.0, 3, ("000", Was::Padded)),
            (12_345.0, 5, ("12345", Was::Number)),
            (-1.0, 5, ("-1", Was::Number)),
            (1.5, 5, ("1.5", Was::Number)),
        ] {
            let mut text = String::new();
            let was = padded(value, digits, &mut text);
            assert_eq!((text.as_str(), was), right);
        }
    }
}
