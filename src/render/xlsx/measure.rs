//! How tall a text becomes. Excel fits no merged row, LibreOffice fits no row of a workbook that it converts.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Height of a row that nothing is said about, in pixels.
pub const USUAL: u32 = 21;
/// The tallest row that Excel draws, in pixels.
const TALLEST: f64 = 545.0;
/// What programs keep free at the sides of a cell, in pixels.
const PADDING: f64 = 6.0;

/// Letters of Times New Roman.
#[derive(Clone, Copy, Debug)]
pub struct Letters {
    /// Size in points.
    pub size: f64,
    /// Whether they are bold.
    pub is_bold: bool,
}

impl Letters {
    /// Bold letters of a size.
    pub fn bold(size: f64) -> Self {
        Letters { size, is_bold: true }
    }

    /// Pixels in an em. Programs differ by some hundredths, and bold letters are wider.
    fn em(self) -> f64 {
        self.size * 4.0 / 3.0 * if self.is_bold { 1.09 } else { 1.03 }
    }

    /// Width in pixels of a column that holds this text on one line.
    pub fn width(self, text: &str) -> u32 {
        (text.chars().map(width).sum::<f64>() * self.em() + PADDING).ceil() as u32
    }

    /// Height in pixels of a row with so many lines.
    pub fn height(self, lines: usize) -> u32 {
        (lines as f64 * self.size * 1.73 + 3.0).min(TALLEST) as u32
    }

    /// The number of lines of a text wrapped into `width` pixels; rather one too many than one too few.
    pub fn lines(self, text: &str, width: u32) -> usize {
        let widest = ((f64::from(width) - PADDING) / self.em()).max(1.0);
        text.split('\n').map(|line| wrapped(line, widest)).sum()
    }
}

fn wrapped(line: &str, widest: f64) -> usize {
    // Most lines fit as they are, and need not be taken apart.
    if line.len() as f64 <= widest || line.chars().map(width).sum::<f64>() <= widest {
        return 1;
    }
    let (mut lines, mut used) = (1, 0.0);
    for word in line.split_inclusive(' ') {
        let whole: f64 = word.chars().map(width).sum();
        // The space behind the last word of a line needs no room.
        let seen = if word.ends_with(' ') { whole - width(' ') } else { whole };
        if used > 0.0 && used + seen > widest {
            lines += 1;
            used = 0.0;
        }
        if seen > widest {
            lines += (seen / widest) as usize;
            used = seen % widest;
        } else {
            used += whole;
        }
    }
    lines
}

/// Width of a letter in ems, marks and all.
fn width(c: char) -> f64 {
    match WIDTHS.get(c as usize) {
        Some(width) => *width,
        None => width_apart(c),
    }
}

/// Widths of all letters up to the last one of Vietnamese.
static WIDTHS: LazyLock<Vec<f64>> = LazyLock::new(|| ('\0'..='ỹ').map(width_apart).collect());

fn width_apart(c: char) -> f64 {
    std::iter::once(c).nfd().map(bare_width).sum()
}

/// Width of a letter without its marks in ems; none above 1.
fn bare_width(c: char) -> f64 {
    match c {
        c if is_combining_mark(c) => 0.0,
        'i' | 'j' | 'l' | 't' | ' ' | '.' | ',' | ';' | ':' | '/' | '|' | '\'' => 0.28,
        'f' | 'r' | '-' | '(' | ')' | '[' | ']' | 'I' => 0.34,
        'a' | 'c' | 'e' | 's' | 'z' | 'J' => 0.45,
        'm' | 'w' | '&' => 0.78,
        'M' | 'W' | '@' | '%' => 0.95,
        'B' | 'C' | 'E' | 'F' | 'L' | 'P' | 'R' | 'S' | 'T' | 'Z' => 0.67,
        c if c.is_ascii_uppercase() || c == 'Đ' => 0.72,
        c if c.is_ascii() => 0.5,
        'đ' | '«' | '»' | '“' | '”' | '‘' | '’' | '–' | '·' => 0.5,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: Letters = Letters { size: 12.0, is_bold: false };

    #[test]
    fn long_texts_and_line_breaks_take_lines() {
        assert_eq!(TEXT.lines("Ngắn", 600), 1);
        assert_eq!(TEXT.lines("", 600), 1);
        assert_eq!(TEXT.lines("một\nhai", 600), 2);
        assert_eq!(TEXT.lines(&"Tổ NDTQ số 1, ".repeat(20), 600), 4);
        assert!(TEXT.lines(&"x".repeat(500), 100) > 40);
        assert_eq!(TEXT.lines("W", 0), 1);
    }

    #[test]
    fn marks_take_no_room_and_bold_letters_more() {
        let (composed, apart) =
            ("Tổ nhân dân tự quản ".repeat(9), "Tổ nhân dân tự quản ".repeat(9).nfd().collect::<String>());
        assert_eq!(TEXT.lines(&composed, 300), TEXT.lines(&apart, 300));
        assert!(Letters::bold(12.0).lines(&composed.repeat(9), 300) > TEXT.lines(&composed.repeat(9), 300));
    }

    #[test]
    fn no_row_is_taller_than_excel_draws() {
        assert_eq!(TEXT.height(1), 23);
        assert_eq!(TEXT.height(1000), 545);
    }
}
