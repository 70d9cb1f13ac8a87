//! Replacing one cadre by another: the one ends, the other begins the next day, in one step.

use super::{Amended, Amending, Grounds, Wanted};
use crate::model::Shared;
use crate::model::assignment::Assignment;
use crate::model::book::Book;
use crate::model::day::{Day, Period, day_before};
use crate::model::finding::{Finding, Severity};
use crate::model::id::CadreId;

/// Hands over what `old` holds on `on` to `new`, whose first day that is. An end that was set stays.
pub fn replace(book: Book, [old, new]: [CadreId; 2], wanted: &Wanted, on: Day, grounds: &Grounds) -> Amended {
    let mut amending = Amending::of(book);
    if old == new {
        let cadre = &amending.book.cadre(old).code;
        let finding = Finding::new("amend-same-cadre", Severity::Error).value(cadre).cadre(cadre);
        amending.refuse(finding);
        return amending.finish();
    }
    for id in amending.held_or_refuse(old, wanted, on) {
        let before = amending.book.assignment(id).clone();
        let wish = Assignment {
            row: 0,
            cadre: new,
            period: Period { from: Some(on), to: before.period.to },
            decision_no: grounds.decision_no.as_str().into(),
            note: Shared::new(),
            ..before
        };
        amending.check_holder(&wish);
        if amending.can_end(id, on) {
            amending.end(id, day_before(on), grounds);
            amending.add(wish);
        }
    }
    amending.finish()
}

/// Gives seats to others, each from the first day of its new assignment on; a seat that nobody held is assigned. All of
/// them, or none.
pub fn hand_over(book: Book, seats: &[(Option<CadreId>, Assignment)], grounds: &Grounds) -> Amended {
    let mut amending = Amending::of(book);
    for (old, wish) in seats {
        let Some(from) = wish.period.from else { continue };
        amending.check_holder(wish);
        let wanted = Wanted { unit: Some(wish.unit), duty: Some(wish.duty) };
        for id in old.map(|old| amending.held_or_refuse(old, &wanted, from)).unwrap_or_default() {
            if amending.can_end(id, from) {
                amending.end(id, day_before(from), grounds);
            }
        }
    }
    if amending.findings.is_empty() {
        seats.iter().for_each(|(_, wish)| amending.add(wish.clone()));
    }
    amending.finish()
}
