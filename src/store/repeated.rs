//! A statement that is run with row after row.

use rusqlite::{Result, Statement};

use super::cells::Cell;

/// Such a statement.
pub struct Repeated<'s, C> {
    statement: Statement<'s>,
    /// The first cell of a row that it takes: the second, where it is not told the key.
    from: usize,
    last: Option<C>,
}

impl<'s, 'c, C: AsRef<[Cell<'c>]>> Repeated<'s, C> {
    /// A statement that takes the cells of a row from one on.
    pub fn new(statement: Statement<'s>, from: usize) -> Self {
        Repeated { statement, from, last: None }
    }

    /// Runs it with the next row. What stood in the last one as well is told the statement already.
    pub fn execute(&mut self, row: C) -> Result<()> {
        let last = self.last.as_ref().map(C::as_ref).unwrap_or_default();
        for ((at, cell), number) in row.as_ref().iter().enumerate().skip(self.from).zip(1..) {
            if last.get(at) != Some(cell) {
                self.statement.raw_bind_parameter(number, cell)?;
            }
        }
        self.last = Some(row);
        self.statement.raw_execute().map(drop)
    }
}
