//! A cadre's status from a day on.

use super::{Amended, Amending};
use crate::model::Text;
use crate::model::book::Book;
use crate::model::cadre::Status;
use crate::model::change::{Deed, Edit};
use crate::model::day::Day;
use crate::model::id::CadreId;

/// Gives a cadre a status from `from` on; what it was before is kept.
pub fn turn(book: Book, id: CadreId, status: Status, from: Day, reason: &Text) -> Amended {
    let mut amending = Amending::of(book);
    let before = amending.book.cadre(id).clone();
    let cadre = &mut amending.book.cadres[id.index()];
    if before.status != status || before.status_from.is_none_or(|begun| begun > from) {
        cadre.turn(status, Some(from));
    }
    if !reason.is_empty() {
        let parts = [cadre.note.as_str(), reason.as_str()];
        cadre.note = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ").into();
    }
    if before != *cadre {
        let deed = if status == Status::Active { Deed::Changed } else { Deed::Ended };
        amending.change.cadres.rows = 1;
        amending.change.cadres.edited.push(Edit { at: id.index(), before, deed });
    }
    amending.finish()
}
