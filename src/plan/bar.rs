//! What keeps a cadre from a seat.

use super::Request;
use crate::model::id::{CadreId, DutyId, UnitId};
use crate::model::proposal::Wish;
use crate::model::snapshot::Snapshot;

/// What keeps a cadre from a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// Nobody is needed there.
    SeatHeld,
    /// The cadre is not at work on the first day.
    NotAtWork,
    /// The duty takes people of other levels.
    OtherLevel,
    /// The duty takes people of the unit's own area.
    OtherArea,
    /// The cadre holds as many units as allowed.
    Full(u32),
    /// The office never wants the two together.
    Forbidden,
    /// The cadre holds the unit already.
    Holds,
}

/// The first thing that keeps a cadre from a seat; `None` when nothing does.
pub fn bar(snapshot: &Snapshot, request: &Request, (unit, duty): (UnitId, DutyId), cadre: CadreId) -> Option<Bar> {
    let (book, rules) = (snapshot.book, snapshot.policy().duty(duty));
    let who = book.cadre(cadre);
    let held = snapshot.of_cadre(cadre).filter(|(_, row)| row.duty == duty).map(|(_, row)| row.unit);
    let held: Vec<UnitId> = held.collect();
    let area = |at: UnitId| rules.within.and_then(|level| book.ancestor(at, level));
    let is_forbidden =
        |pair: &crate::model::proposal::Pair| (pair.cadre, pair.unit, pair.wish) == (cadre, unit, Wish::Never);
    let count = u32::try_from(held.len()).unwrap_or(u32::MAX);
    if held.contains(&unit) {
        Some(Bar::Holds)
    } else if snapshot.holders(unit, duty).len() >= snapshot.limits(unit, duty).min as usize {
        Some(Bar::SeatHeld)
    } else if !who.is_active_on(request.from) {
        Some(Bar::NotAtWork)
    } else if !rules.cadre.contains(&who.level) {
        Some(Bar::OtherLevel)
    } else if rules.within.is_some() && (area(unit).is_none() || area(unit) != area(who.home)) {
        Some(Bar::OtherArea)
    } else if request.pairs.iter().any(is_forbidden) {
        Some(Bar::Forbidden)
    } else {
        rules.limit.filter(|limit| count >= *limit).map(Bar::Full)
    }
}
