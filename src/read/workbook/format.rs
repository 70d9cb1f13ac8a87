//! Number formats: what a format code makes of a number, as far as a list cares.

/// What a format makes of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// A number.
    #[default]
    Number,
    /// A number of at least so many digits: "00000".
    Zeros(u8),
    /// A day, with or without the time.
    Day,
    /// A time of the day.
    Time,
    /// Hours, minutes and seconds that may be more than a day has: "\[h\]:mm".
    Elapsed,
}

/// The shape of a format that workbooks name by its number only.
pub fn built_in(id: u16) -> Shape {
    match id {
        14..=17 | 22 | 27..=31 | 34..=36 | 50..=54 | 57 | 58 => Shape::Day,
        18..=21 | 32 | 33 | 45 | 47 | 55 | 56 => Shape::Time,
        46 => Shape::Elapsed,
        _ => Shape::Number,
    }
}

/// The shape of a format code; of several sections the first counts, which is for positive numbers.
pub fn shape(code: &str) -> Shape {
    let letters = letters(code);
    let has = |wanted: &[char]| letters.contains(wanted);
    if letters.contains('[') {
        Shape::Elapsed
    } else if has(&['y', 'd', 'e']) || letters.contains('m') && (!has(&['h', 's']) || letters.contains("mmm")) {
        Shape::Day
    } else if has(&['h', 's']) {
        Shape::Time
    } else {
        zeros(code)
    }
}

/// The letters of the first section that stand for parts of a day; "\[" where hours are counted beyond a day.
/// What stands in quotes, brackets or behind a backslash stands for itself; scientific "E+" is no year.
fn letters(code: &str) -> String {
    let mut letters = String::new();
    let mut chars = code.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '\\' | '_' | '*' => drop(chars.next()),
            '"' => drop(chars.by_ref().find(|c| *c == '"')),
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                let is_counted = |letter| !inside.is_empty() && inside.chars().all(|c| c.eq_ignore_ascii_case(&letter));
                letters.extend(['h', 'm', 's'].iter().any(|letter| is_counted(*letter)).then_some('['));
            }
            'E' | 'e' if chars.peek().is_some_and(|c| ['+', '-'].contains(c)) => {}
            'G' | 'g' if letters.is_empty() && code.eq_ignore_ascii_case("general") => break,
            'A' | 'a' => skip_noon(&mut chars),
            _ => letters.extend("ydmhse".contains(c.to_ascii_lowercase()).then(|| c.to_ascii_lowercase())),
        }
    }
    letters
}

/// Passes over the rest of "AM/PM" or "A/P".
fn skip_noon(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    while chars.next_if(|c| "mM/pP".contains(*c)).is_some() {}
}

/// The number of digits that a format of nothing but zeros asks for.
fn zeros(code: &str) -> Shape {
    let section = code.split(';').next().unwrap_or_default();
    let is_zeros = section.len() > 1 && section.bytes().all(|byte| byte == b'0');
    u8::try_from(section.len()).ok().filter(|_| is_zeros).map_or(Shape::Number, Shape::Zeros)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_are_told_by_their_letters() {
        for code in [
            "dd/mm/yyyy",
            "[$-42A]dd/mm/yyyy;@",
            "mm/yyyy",
            "yyyy",
            "d-mmm",
            "mmmm",
            "dd/mm/yyyy hh:mm",
            "\"ngày\" d \"tháng\" m",
            "m/d/yy h:mm AM/PM",
            "[Red]DD.MM.YYYY",
        ] {
            assert_eq!(shape(code), Shape::Day, "{code}");
        }
        for code in ["h:mm", "hh:mm:ss", "mm:ss", "h:mm AM/PM", "[$-409]h:mm\\ AM/PM;@"] {
            assert_eq!(shape(code), Shape::Time, "{code}");
        }
        for code in ["[h]:mm", "[mm]:ss", "[Blue][hh]:mm"] {
            assert_eq!(shape(code), Shape::Elapsed, "{code}");
        }
    }

    #[test]
    fn numbers_are_numbers() {
        for code in [
            "General",
            "0",
            "#,##0",
            "0.00E+00",
            "#,##0 \"đ\"",
            "@",
            "",
            "0\\d",
            "_-* #,##0_d_-;dd",
            "[Red]#,##0",
            "0%",
            "000-000",
        ] {
            assert_eq!(shape(code), Shape::Number, "{code}");
        }
        assert_eq!(shape("00000"), Shape::Zeros(5));
        assert_eq!(shape("000000000000;@"), Shape::Zeros(12));
    }
}
