//! A sheet as calamine lays it out for xls and ods, a rectangle of all cells, to rows.

use calamine::{CellErrorType, CellType, Data, Range};

use super::super::line::{Line, Was};
use super::fault::Fault;
use super::rows::Rows;
use super::typed::{Epoch, Look, said};

/// The rows of a sheet, of its values and its formulas; `look` says what the style of a cell makes of it.
pub fn lines(
    values: &Range<Data>,
    formulas: &Range<String>,
    epoch: Epoch,
    look: impl Fn((u32, u32)) -> Look,
) -> Result<Vec<Line>, Fault> {
    let (mut rows, mut written) = (Rows::default(), String::new());
    let mut never = places(formulas).filter(|place| values.get_value(*place).is_none_or(|value| *value == Data::Empty));
    let mut next = never.next();
    for (place, value) in places(values).zip(values.used_cells().map(|(.., value)| value)) {
        while let Some((row, column)) = next.take_if(|never| *never < place) {
            rows.put(row, column, "", Some(Was::Uncalculated))?;
            next = never.next();
        }
        let (text, was) = said(value, true, look(place), epoch, &mut written);
        rows.put(place.0, place.1, text, was.or_else(|| is_error(text).then_some(Was::Broken)))?;
    }
    for (row, column) in next.into_iter().chain(never) {
        rows.put(row, column, "", Some(Was::Uncalculated))?;
    }
    Ok(rows.finish())
}

/// Where the cells with anything in them stand, row by row.
fn places<T: CellType>(range: &Range<T>) -> impl Iterator<Item = (u32, u32)> {
    let (top, left) = range.start().unwrap_or_default();
    let from = |start: u32, steps: usize| start.saturating_add(u32::try_from(steps).unwrap_or(u32::MAX));
    range.used_cells().map(move |(row, column, _)| (from(top, row), from(left, column)))
}

/// Whether a text is an error: calamine gives those of ods so.
fn is_error(text: &str) -> bool {
    text.starts_with('#') && text.parse::<CellErrorType>().is_ok() || text.starts_with("Err:")
}
