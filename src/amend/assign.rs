//! Assigning one cadre to one unit.

use super::{Amended, Amending};
use crate::model::assignment::Assignment;
use crate::model::book::Book;

/// Adds an assignment; its row in the database is given here.
pub fn assign(book: Book, wish: &Assignment) -> Amended {
    let mut amending = Amending::of(book);
    amending.check_holder(wish);
    if amending.findings.is_empty() {
        amending.add(wish.clone());
    }
    amending.finish()
}
