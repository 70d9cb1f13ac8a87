//! Lists that come piece by piece: so long that their rows are better forgotten as soon as they are in the book.

use super::naming::is_needed;
use super::{How, Merged, Merging};
use crate::model::book::Book;
use crate::model::list::Kind;
use crate::model::rows::{Listed, Lists, UnitRow};

/// A merge whose long lists come piece by piece: all units first, then all cadres, then all assignments.
pub struct InPieces<'m> {
    merging: Merging<'m>,
    /// Units stand below units of any later piece, so their rows wait until all are there.
    units: Vec<Listed<UnitRow>>,
    stage: Kind,
}

impl<'m> InPieces<'m> {
    /// Begins with what is known, and the short lists; `lists` names the sources of all.
    ///
    /// Nothing comes of it where it takes all rows at once to tell what they mean: where lists name what they mean in
    /// place of its code, were exported for editing, or had rows refused, or where units took the place of others.
    pub fn new(book: Book, lists: &'m Lists, how: &'m How) -> Option<Self> {
        let is_stamped = lists.sources.iter().any(|source| source.stamp.is_some());
        let is_plain = book.successions.is_empty() && !is_stamped && is_sound(lists) && !is_needed(lists);
        is_plain.then(|| InPieces { merging: Merging::new(book, lists, how), units: Vec::new(), stage: Kind::Units })
    }

    /// Takes the rows that come next; false where they cannot be taken so, and the merge is of no use.
    pub fn take(&mut self, mut next: Lists) -> bool {
        let stages = [!next.units.is_empty(), !next.cadres.is_empty(), !next.assignments.is_empty()];
        let kinds = [Kind::Units, Kind::Cadres, Kind::Assignments].into_iter().zip(stages);
        let mut kinds = kinds.filter(|(_, has_rows)| *has_rows).map(|(kind, _)| kind);
        let Some(kind) = kinds.next() else { return is_sound(&next) };
        if kinds.next().is_some() || !is_sound(&next) || is_needed(&next) || !self.turn(kind) {
            return false;
        }
        match kind {
            Kind::Units => self.units.append(&mut next.units),
            Kind::Cadres => self.merging.cadres(&next.cadres),
            _ => self.merging.assignments(&next.assignments),
        }
        true
    }

    /// Goes on after the last row of the lists of a kind.
    pub fn close(&mut self, kind: Kind) {
        match kind {
            Kind::Units => self.turn(Kind::Cadres),
            _ => self.turn(Kind::Assignments),
        };
    }

    /// Goes on to the lists of a kind; there is no way back.
    fn turn(&mut self, kind: Kind) -> bool {
        if self.stage == Kind::Units && kind != Kind::Units {
            self.merging.units(&std::mem::take(&mut self.units));
            self.stage = Kind::Cadres;
        }
        if self.stage == Kind::Cadres && kind == Kind::Assignments {
            self.merging.end_cadres();
            self.stage = Kind::Assignments;
        }
        self.stage == kind
    }

    /// Merges the short lists, when all rows of the long ones are there.
    pub fn end(mut self) -> Merged {
        self.turn(Kind::Assignments);
        self.merging.end_assignments();
        self.merging.end()
    }
}

/// Whether no row was refused.
fn is_sound(lists: &Lists) -> bool {
    lists.refused.rows.values().all(|count| *count == 0)
}
