//! Releasing a cadre from some units, or from all.

use super::{Amended, Amending, Grounds, Wanted};
use crate::model::book::Book;
use crate::model::day::{Day, day_before};
use crate::model::finding::{Finding, Severity};
use crate::model::id::CadreId;

/// Ends what a cadre holds on `on`; the day before is the last.
pub fn release(book: Book, cadre: CadreId, wanted: &Wanted, on: Day, grounds: &Grounds) -> Amended {
    let mut amending = Amending::of(book);
    let held = amending.held_or_refuse(cadre, wanted, on);
    for id in held {
        if amending.can_end(id, on) {
            amending.end(id, day_before(on), grounds);
        }
    }
    amending.finish()
}

impl Amending {
    /// What a cadre holds on a day, as far as wanted; reported where that is nothing.
    pub(super) fn held_or_refuse(
        &mut self,
        cadre: CadreId,
        wanted: &Wanted,
        on: Day,
    ) -> Vec<crate::model::id::AssignmentId> {
        let held = self.held(cadre, on, wanted);
        if held.is_empty() {
            let who = self.book.cadre(cadre);
            let finding = Finding::new("amend-holds-nothing", Severity::Error).value(&who.code).cadre(&who.code);
            let place = wanted.unit.map_or_else(|| "none".to_owned(), |unit| self.book.path(unit));
            let finding = finding.arg("name", &who.full_name).arg("day", on).arg("place", place);
            self.refuse(finding);
        }
        held
    }
}
