//! Who held what in a unit on a day, looked up.

use std::collections::HashMap;

use super::book::Book;
use super::day::Day;
use super::id::{AssignmentId, CadreId, UnitId};
use super::lineage::Lineage;

/// The assignments of all days, by unit and cadre.
#[derive(Debug, Default)]
pub struct Holdings(HashMap<(UnitId, CadreId), Vec<AssignmentId>>);

impl Holdings {
    /// Those of a book.
    pub fn of(book: &Book) -> Self {
        Holdings::under(book, |unit| unit)
    }

    /// Those of a book, each under the unit that its unit has become by a day, as [`Book::records_on`] has them.
    pub fn seen_on(book: &Book, day: Day) -> Self {
        let lineage = Lineage::of(book);
        Holdings::under(book, |unit| lineage.unit_on(book, unit, day))
    }

    fn under(book: &Book, seen: impl Fn(UnitId) -> UnitId) -> Self {
        let mut holdings = Holdings::default();
        for (at, row) in book.assignments.iter().enumerate() {
            holdings.0.entry((seen(row.unit), row.cadre)).or_default().push(AssignmentId::at(at));
        }
        holdings
    }

    /// What a cadre held in a unit on a day, whether at work or not.
    pub fn on<'h>(
        &'h self,
        book: &'h Book,
        unit: UnitId,
        cadre: CadreId,
        day: Day,
    ) -> impl Iterator<Item = AssignmentId> + 'h {
        let held = self.0.get(&(unit, cadre)).into_iter().flatten().copied();
        held.filter(move |id| book.assignment(*id).period.contains(day))
    }
}
