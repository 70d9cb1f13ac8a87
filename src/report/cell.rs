//! What stands in a cell of a table.

use std::ops::Deref;

use crate::model::day::Day;
use crate::model::value::Value;
use crate::model::{Shared, Text};

/// A text in a cell: its own, or one that many rows have alike and keep once.
#[derive(Clone, Debug)]
pub enum CellText {
    /// Its own.
    Own(Text),
    /// One of many rows.
    Shared(Shared),
}

impl Deref for CellText {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            CellText::Own(text) => text,
            CellText::Shared(text) => text,
        }
    }
}

impl PartialEq for CellText {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for CellText {}

impl<T: Into<Text>> From<T> for CellText {
    fn from(text: T) -> Self {
        CellText::Own(text.into())
    }
}

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text as it stands.
    Text(CellText),
    /// A whole number.
    Number(i64),
    /// A year: it names and counts nothing, so its digits are never set apart.
    Year(u16),
    /// A day.
    Day(Day),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
    }
}

impl From<&Shared> for Cell {
    fn from(text: &Shared) -> Self {
        if text.is_empty() { Cell::Empty } else { Cell::Text(CellText::Shared(text.clone())) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
    }
}

impl From<&Text> for Cell {
    fn from(text: &Text) -> Self {
        if text.is_empty() { Cell::Empty } else { Cell::Text(CellText::Own(text.clone())) }
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Cell::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Cell::Number(number.into())
    }
}

impl From<u64> for Cell {
    fn from(number: u64) -> Self {
        Cell::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Cell::Number(number)
    }
}

impl From<Day> for Cell {
    fn from(day: Day) -> Self {
        Cell::Day(day)
    }
}

impl From<Value<'_>> for Cell {
    fn from(value: Value) -> Self {
        match value {
            Value::Empty => Cell::Empty,
            Value::Text(text) => Cell::Text(text.into()),
            Value::Number(number) => Cell::Number(number),
            Value::Year(year) => Cell::Year(year),
            Value::Day(day) => Cell::Day(day),
        }
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::Empty, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_same_whoever_keeps_it_and_takes_no_more_room_than_its_own() {
        let shared = Shared::from("Trưởng Ban Công tác Mặt trận");
        assert_eq!(Cell::from(&shared), Cell::from(shared.as_str()));
        assert!(matches!(Cell::from(&shared), Cell::Text(CellText::Shared(_))));
        assert_eq!(Cell::from(&Shared::default()), Cell::Empty);
        assert_eq!(size_of::<Cell>(), size_of::<Text>());
    }
}
