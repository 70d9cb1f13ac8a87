//! Cells to values: numbers, years, phones. Typed, never guessed.

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoNumber {
    /// It does not look like one.
    Unreadable,
    /// It is outside what makes sense.
    OutOfRange,
}

/// A whole number from 0 to `most`. Thousands may be set apart by `.`, `,` or a space, in groups of three.
///
/// # Errors
/// When it is none, or larger.
pub fn whole_number(text: &str, most: u32) -> Result<u32, NoNumber> {
    if is_digits(text) {
        return in_range(text, most);
    }
    let mut marks = text.chars().filter(|c| matches!(c, '.' | ',' | ' '));
    let first = marks.next();
    if marks.any(|mark| Some(mark) != first) {
        return Err(NoNumber::Unreadable);
    }
    let digits: String = match text.split(['.', ',', ' ']).collect::<Vec<_>>()[..] {
        [only] => only.to_owned(),
        [first, ref rest @ ..] if (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3) => {
            format!("{first}{}", rest.concat())
        }
        _ => return Err(NoNumber::Unreadable),
    };
    if is_digits(&digits) { in_range(&digits, most) } else { Err(NoNumber::Unreadable) }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn in_range(digits: &str, most: u32) -> Result<u32, NoNumber> {
    digits.parse().ok().filter(|number| *number <= most).ok_or(NoNumber::OutOfRange)
}

/// Whether a code was turned into a number with an exponent ("1.08001E+09"): its digits are lost.
pub fn is_exponent(text: &str) -> bool {
    let Some((number, exponent)) = text.split_once(['E', 'e']) else { return false };
    let is_number = number.contains(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    is_number
        && exponent
            .strip_prefix('+')
            .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A year of birth, or the year of a day of birth, from 1900 to `latest`.
///
/// # Errors
/// When it is none.
pub fn birth_year(text: &str, latest: i16) -> Result<u16, NoNumber> {
    let text = text.strip_prefix('\'').unwrap_or(text);
    let year = match super::day::day(text) {
        Ok(day) => u16::try_from(day.year()).map_err(|_| NoNumber::Unreadable)?,
        Err(_) if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            text.parse().map_err(|_| NoNumber::Unreadable)?
        }
        Err(_) => return Err(NoNumber::Unreadable),
    };
    let latest = u16::try_from(latest).unwrap_or(0);
    (1900..=latest).contains(&year).then_some(year).ok_or(NoNumber::OutOfRange)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_understood_and_nothing_else() {
        for (text, number) in
            [("0", 0), ("1702", 1702), ("1.702", 1702), ("1,702", 1702), ("1 702", 1702), ("1.300.000", 1_300_000)]
        {
            assert_eq!(whole_number(text, 10_000_000), Ok(number), "{text}");
        }
        for text in ["", "-3", "ba mươi", "1e9", "1,5", "1.5", "+3", "12.34.567", ".123", "٣", "1.234,567"] {
            assert_eq!(whole_number(text, 10_000_000), Err(NoNumber::Unreadable), "{text}");
        }
        assert_eq!(whole_number("99999999999", 100), Err(NoNumber::OutOfRange));
        assert_eq!(whole_number("101", 100), Err(NoNumber::OutOfRange));
    }

    #[test]
    fn digits_lost_to_an_exponent_are_seen() {
        for text in ["1.08001E+09", "1,08001E+09", "1E+5", "12e+3"] {
            assert!(is_exponent(text), "{text}");
        }
        for text in ["CB01", "E+5", "1E5", "28855.01", "Xã E+3", ""] {
            assert!(!is_exponent(text), "{text}");
        }
    }

    #[test]
    fn a_year_of_birth_is_plausible() {
        assert_eq!(birth_year("1980", 2022), Ok(1980));
        assert_eq!((birth_year("'1975", 2022), birth_year("05/03/1980", 2022)), (Ok(1975), Ok(1980)));
        for text in ["198", "80", "x", "1980.0", "05/03/80"] {
            assert_eq!(birth_year(text, 2022), Err(NoNumber::Unreadable), "{text}");
        }
        assert_eq!(birth_year("2099", 2022), Err(NoNumber::OutOfRange));
        assert_eq!(birth_year("1899", 2022), Err(NoNumber::OutOfRange));
    }
}
