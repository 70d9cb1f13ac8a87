//! A sheet as it lies in a file: its rows, and which cells were merged.

use std::sync::Arc;

use super::line::Line;

/// A sheet of a workbook.
#[derive(Debug)]
pub struct Grid {
    /// Its name.
    pub name: Arc<str>,
    /// Whether a clerk sees it.
    pub is_visible: bool,
    /// Its rows with anything in them, in order. Cells that only have a format are nothing.
    pub lines: Vec<Line>,
    /// Its merged areas; the text stands in the first cell, the others are empty.
    pub merged: Vec<Merged>,
}

/// A merged area; rows as in Excel from 1, cells by their position from 0, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// First and last row.
    pub rows: [u32; 2],
    /// First and last position.
    pub cells: [u16; 2],
}

impl Merged {
    /// Whether it has cells at this position.
    pub fn covers(&self, at: usize) -> bool {
        (usize::from(self.cells[0])..=usize::from(self.cells[1])).contains(&at)
    }
}
