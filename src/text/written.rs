//! Numbers and days as a person writes them.

use crate::model::day::{Day, Month};
use crate::model::lang::Lang;

/// A whole number with its thousands set apart: 1.702 in Vietnamese, 1,702 in English.
pub fn number(value: i64, lang: Lang) -> String {
    let mark = match lang {
        Lang::Vi => '.',
        Lang::En => ',',
    };
    let digits = value.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0 {
        text.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

/// A day: 31/05/2022 in Vietnamese, 2022-05-31 in English.
pub fn day(day: Day, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year()),
        Lang::En => day.to_string(),
    }
}

/// A day in a decision: ngày 03 tháng 4 năm 2018 in Vietnamese, with zeros where a digit could be put before (days below
/// 10, the months 1 and 2); 2018-04-03 in English.
pub fn day_in_words(day: Day, lang: Lang) -> String {
    match lang {
        Lang::En => day.to_string(),
        Lang::Vi if day.month() < 3 => format!("ngày {:02} tháng {:02} năm {}", day.day(), day.month(), day.year()),
        Lang::Vi => format!("ngày {:02} tháng {} năm {}", day.day(), day.month(), day.year()),
    }
}

/// Days in a row of one month, its year told elsewhere: 03/05–12/05 in Vietnamese, 2022-05-03 – 2022-05-12 in English.
/// A single day has both ends as well, lest a spreadsheet takes it for a day of its own year.
pub fn days(from: Day, to: Day, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{:02}/{:02}–{:02}/{:02}", from.day(), from.month(), to.day(), to.month()),
        Lang::En => format!("{from} – {to}"),
    }
}

/// Days in a row of one year: 15/06–31/12/2022 in Vietnamese, 2022-06-15 – 2022-12-31 in English.
pub fn days_of_year(from: Day, to: Day, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{:02}/{:02}–{}", from.day(), from.month(), day(to, lang)),
        Lang::En => format!("{from} – {to}"),
    }
}

/// A month: 05/2022 in Vietnamese, 2022-05 in English.
pub fn month(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{:02}/{:04}", month.first().month(), month.first().year()),
        Lang::En => month.to_string(),
    }
}

/// A share of a whole, cut off after one decimal lest 1,701 of 1,702 look like all of them: "100 %", "99,9 %" in
/// Vietnamese, "99.9 %" in English.
pub fn percent(share: u64, whole: u64, lang: Lang) -> String {
    let tenths = u128::from(share) * 1000 / u128::from(whole.max(1));
    let mark = match lang {
        Lang::Vi => ',',
        Lang::En => '.',
    };
    match (tenths / 10, tenths % 10) {
        (whole, 0) => format!("{whole} %"),
        (whole, tenth) => format!("{whole}{mark}{tenth} %"),
    }
}

/// The name of a level, or several with commas between, as it stands behind a number: "teams", "communes, towns" in
/// English; Vietnamese has the same word.
pub fn several(name: &str, lang: Lang) -> String {
    let plural = |name: &str| match name {
        "" => String::new(),
        name if name.ends_with(['s', 'x', 'h']) => format!("{name}es"),
        name if name.ends_with('y') && !name.ends_with("ay") && !name.ends_with("ey") => {
            format!("{}ies", &name[..name.len() - 1])
        }
        name if name.ends_with(|c: char| c.is_ascii_alphabetic()) => format!("{name}s"),
        name => name.to_owned(),
    };
    match lang {
        Lang::Vi => name.to_owned(),
        Lang::En => name.split(", ").map(plural).collect::<Vec<_>>().join(", "),
    }
}

/// A roman numeral, for the groups of a document; from 1 to 3999, else plain digits.
pub fn roman(number: usize) -> String {
    const PARTS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > 3999 {
        return number.to_string();
    }
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in PARTS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(number(1702, Lang::Vi), "1.702");
        assert_eq!(number(1_300_000, Lang::En), "1,300,000");
        assert_eq!(number(-117, Lang::Vi), "-117");
        assert_eq!(number(i64::MIN, Lang::En), "-9,223,372,036,854,775,808");
    }

    #[test]
    fn a_day_in_a_decision_leaves_no_room_for_another_digit() {
        let of = |month, day| day_in_words(jiff::civil::date(2026, month, day), Lang::Vi);
        assert_eq!([of(1, 9), of(4, 3)], ["ngày 09 tháng 01 năm 2026", "ngày 03 tháng 4 năm 2026"]);
        assert_eq!(of(12, 16), "ngày 16 tháng 12 năm 2026");
    }

    #[test]
    fn a_share_is_whole_only_where_nothing_lacks() {
        assert_eq!(percent(1702, 1702, Lang::Vi), "100 %");
        assert_eq!(percent(1701, 1702, Lang::Vi), "99,9 %");
        assert_eq!(percent(11, 12, Lang::En), "91.6 %");
        assert_eq!(percent(0, 0, Lang::En), "0 %");
    }

    #[test]
    fn levels_are_counted() {
        assert_eq!(several("tổ nhân dân tự quản", Lang::Vi), "tổ nhân dân tự quản");
        assert_eq!(several("self-managed team", Lang::En), "self-managed teams");
        assert_eq!(several("city, branch", Lang::En), "cities, branches");
    }

    #[test]
    fn groups_are_numbered_in_roman() {
        let written: Vec<String> = [1, 4, 5, 9, 14, 21, 40, 1999].into_iter().map(roman).collect();
        assert_eq!(written, ["I", "IV", "V", "IX", "XIV", "XXI", "XL", "MCMXCIX"]);
    }
}
