//! What the user says about the files of an import.

use std::collections::HashMap;

use super::encoding::Encoding;
use crate::model::list::{Column, Kind};

/// What is not to be told from the files themselves.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Which list they are.
    pub kind: Option<Kind>,
    /// The encoding of text files that are not UTF-8.
    pub encoding: Option<Encoding>,
    /// The sheets of a workbook; none where they are told by their headers.
    pub sheets: Vec<String>,
    /// The row of the header in Excel, where it is not told by its headings.
    pub header_row: Option<u32>,
    /// Headings and the columns that they mean.
    pub headings: Vec<(String, Column)>,
    /// Values for all rows that have none of their own.
    pub values: HashMap<Column, String>,
    /// How many digits codes have, where a spreadsheet took their leading zeros.
    pub code_digits: Option<usize>,
    /// Whether merged cells mean the same in each of their rows.
    pub fills_merged: bool,
}

impl Wishes {
    /// Wishes of nothing but the list.
    pub fn of_kind(kind: Option<Kind>) -> Self {
        Wishes { kind, ..Wishes::default() }
    }

    /// Whether letters are as they should be, however they look.
    pub fn is_unicode(&self) -> bool {
        self.encoding == Some(Encoding::Utf8)
    }
}
