//! Assigning one cadre to one unit.

use super::{Amended, Amending};
use crate::model::assignment::Assignment;
use crate::model::book::Book;

/// Adds an assignment; its row in the database is given here.
pub fn assign(book: Book, wish: &Assignment) -> Amended {
    assign_all(book, std::slice::from_ref(wish))
}

/// Adds several assignments, all of them or none.
pub fn assign_all(book: Book, wishes: &[Assignment]) -> Amended {
    let mut amending = Amending::of(book);
    for wish in wishes {
        amending.check_holder(wish);
    }
    if amending.findings.is_empty() {
        wishes.iter().for_each(|wish| amending.add(wish.clone()));
    }
    amending.finish()
}
