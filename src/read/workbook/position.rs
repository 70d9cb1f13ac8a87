//! Where a cell stands: "B3" to row and position, within what a sheet can have.

use super::super::grid::Merged;
use super::fault::Fault;

/// The most rows of a sheet.
pub const MOST_ROWS: u32 = 1 << 20;
/// The most columns of a sheet, which is more than a list may have.
pub const MOST_PLACES: u32 = 1 << 14;

/// Row and column, both from 0.
pub type Position = (u32, u32);

/// The position of a cell such as "B3" or "$B$3".
///
/// # Errors
/// When it is none, or outside of any sheet.
pub fn position(text: &str) -> Result<Position, Fault> {
    let mut bytes = text.bytes().filter(|byte| *byte != b'$').peekable();
    let mut column = 0u32;
    while let Some(letter) = bytes.next_if(u8::is_ascii_alphabetic) {
        column = column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        if column > MOST_PLACES {
            return Err(Fault::Damaged);
        }
    }
    let mut row = 0u32;
    for digit in bytes {
        if !digit.is_ascii_digit() || row > MOST_ROWS {
            return Err(Fault::Damaged);
        }
        row = row * 10 + u32::from(digit - b'0');
    }
    if column == 0 { Err(Fault::Damaged) } else { Ok((row_from(row)?, column - 1)) }
}

/// The row of a number as Excel counts, from 0.
pub fn row_from(number: u32) -> Result<u32, Fault> {
    number.checked_sub(1).filter(|row| *row < MOST_ROWS).ok_or(Fault::Damaged)
}

/// The area between two cells such as "A1:B3"; nothing when it is no area, or a single cell.
pub fn area(text: &str) -> Option<Merged> {
    let (first, last) = text.split_once(':')?;
    merged(position(first).ok()?, position(last).ok()?)
}

/// The area between its first and its last cell; nothing when it is a single cell, or outside of any sheet.
pub fn merged(first: Position, last: Position) -> Option<Merged> {
    let cell = |column| u16::try_from(column).ok();
    let is_area = first != last && first.0 <= last.0 && first.1 <= last.1 && last.0 < MOST_ROWS;
    if !is_area {
        return None;
    }
    let (rows, cells) = ([first.0 + 1, last.0 + 1], [cell(first.1)?, cell(last.1)?]);
    Some(Merged { rows, cells })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_within_a_sheet() {
        for (text, right) in [("A1", (0, 0)), ("b3", (2, 1)), ("$AA$10", (9, 26)), ("XFD1048576", (1_048_575, 16_383))]
        {
            assert_eq!(position(text), Ok(right), "{text}");
        }
        for text in ["", "A", "1", "A0", "XFE1", "A1048577", "ZZZZZZZ99999999999", "A99999999999", "A1B", "Ă1", "A-1"]
        {
            assert_eq!(position(text), Err(Fault::Damaged), "{text}");
        }
    }

    #[test]
    fn areas_are_more_than_one_cell() {
        assert_eq!(area("A2:C3"), Some(Merged { rows: [2, 3], cells: [0, 2] }));
        for text in ["A1", "A1:A1", "B2:A1", "A1:", "A1:B2:C3"] {
            assert_eq!(area(text), None, "{text}");
        }
    }
}
