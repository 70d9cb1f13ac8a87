//! A place in an office's file, as the clerk sees it in Excel.

use std::sync::Arc;

use super::Text;

/// Where in a file something stands. Row 1 is the first row of the sheet, blank rows count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Name of the file, without its folder.
    pub file: Option<Arc<str>>,
    /// Name of the sheet, for workbooks.
    pub sheet: Option<Arc<str>>,
    /// Row, from 1.
    pub row: Option<u32>,
    /// Heading of the column, as written in the file.
    pub column: Option<Text>,
}

impl Place {
    /// A file as a whole.
    pub fn file(name: &Arc<str>) -> Self {
        Place { file: Some(Arc::clone(name)), ..Place::default() }
    }

    /// The same file at a row.
    pub fn at_row(mut self, row: u32) -> Self {
        self.row = Some(row);
        self
    }

    /// The same row in a column.
    pub fn in_column(mut self, column: &str) -> Self {
        self.column = Some(column.into());
        self
    }
}
