//! Texts that rows of a list have alike: one of each is kept, and looked at once.

use super::row::Row;
use crate::model::Shared;
use crate::model::list::Column;

impl Row<'_> {
    /// The cell as text of which rows may have the same: what was met before needs no second look at its letters.
    pub fn shared(&mut self, column: Column) -> Shared {
        if self.is_blank(column) {
            return Shared::new();
        }
        let met = if self.marks.is_empty() { self.rules.pool.met(self.raw(column)) } else { None };
        met.unwrap_or_else(|| {
            let text = self.text(column);
            self.share(&text, column)
        })
    }

    /// The code of a unit, of which rows may have the same.
    pub fn shared_code(&mut self, column: Column) -> Shared {
        if self.is_blank(column) {
            return Shared::new();
        }
        let code = self.code(column);
        self.share(&code, column)
    }

    /// The text that the cell of a column came to. Only what stood there as it should is remembered: all else is to be looked
    /// at each time.
    fn share(&self, text: &str, column: Column) -> Shared {
        let pool = &self.rules.pool;
        if self.is_sound && text == self.raw(column) {
            return pool.shared(text);
        }
        pool.met(text).unwrap_or_else(|| Shared::from(text))
    }
}
