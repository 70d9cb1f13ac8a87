//! Texts and days as a cell of a workbook can hold them.

use std::borrow::Cow;

use rust_xlsxwriter::ExcelDateTime;

use super::names::cut;
use crate::model::day::Day;
use crate::model::lang::Lang;
use crate::report::table::Cell;
use crate::text::clean::clean;
use crate::text::written;

/// Most UTF-16 units in a cell.
const LONGEST: usize = 32_767;

/// The text without control characters, line breaks kept, cut where a cell ends.
pub fn fitted(text: &str) -> Cow<'_, str> {
    let text = if text.contains('\n') {
        Cow::Owned(text.lines().map(clean).collect::<Vec<_>>().join("\n"))
    } else {
        clean(text)
    };
    if text.len() <= LONGEST || text.encode_utf16().count() <= LONGEST {
        return text;
    }
    Cow::Owned(format!("{}…", cut(&text, LONGEST - 1)))
}

/// A day as Excel counts it, from 1900 to 9999.
pub fn date(day: Day) -> Option<ExcelDateTime> {
    let (year, month) = (u16::try_from(day.year()).ok()?, u8::try_from(day.month()).ok()?);
    // The library also takes the last day of 1899, which Excel shows as day 0 of 1900.
    if year < 1900 {
        return None;
    }
    ExcelDateTime::from_ymd(year, month, u8::try_from(day.day()).ok()?).ok()
}

/// A number that Excel keeps whole: it knows 15 digits.
pub fn exact(number: i64) -> Option<f64> {
    (number.unsigned_abs() < 1_000_000_000_000_000).then_some(number as f64)
}

/// A cell in words.
pub fn shown(cell: &Cell, lang: Lang) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) => fitted(text),
        Cell::Number(number) => Cow::Owned(written::number(*number, lang)),
        Cell::Year(year) => Cow::Owned(year.to_string()),
        Cell::Day(day) => Cow::Owned(written::day(*day, lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_a_cell_ends() {
        let just = "ệ".repeat(LONGEST);
        assert_eq!(fitted(&just), just);
        let cut = fitted(&"😀".repeat(LONGEST)).into_owned();
        assert!(cut.ends_with("😀…") && cut.encode_utf16().count() <= LONGEST);
    }

    #[test]
    fn line_breaks_stay_and_controls_go() {
        assert_eq!(fitted("Tổ 1\r\nTổ 2\u{0}\u{1b}"), "Tổ 1\nTổ 2\u{FFFD}\u{FFFD}");
    }
}
