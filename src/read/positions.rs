//! Where the columns of a list stand in one file.

use crate::model::list::Column;

/// Where the columns of a list stand in one file, by the number of the column.
#[derive(Clone, Debug)]
pub struct Positions {
    /// Where each column stands.
    pub first: [Option<u16>; Column::ALL.len()],
    /// Further cells of a column, of which only one is filled in a row.
    pub paired: Vec<(Column, usize)>,
    /// The columns it has that stand beside codes, or in their place.
    pub beside: Vec<Column>,
}

impl Positions {
    /// Takes note of (column, position) pairs; `paired` are further positions of a column, `beside` columns that stand
    /// beside codes.
    pub fn of(
        columns: impl IntoIterator<Item = (Column, usize)>,
        paired: impl IntoIterator<Item = (Column, usize)>,
        beside: impl IntoIterator<Item = Column>,
    ) -> Self {
        let mut first = [None; Column::ALL.len()];
        for (column, at) in columns {
            first[column as usize] = u16::try_from(at).ok();
        }
        Positions { first, paired: paired.into_iter().collect(), beside: beside.into_iter().collect() }
    }
}
