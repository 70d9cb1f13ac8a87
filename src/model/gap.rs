//! Gaps (còn trống) in time: since when a seat is empty, and by whose leaving.

use std::collections::HashMap;

use super::assignment::Assignment;
use super::book::Book;
use super::coverage::Coverage;
use super::day::{Day, Period, day_after};
use super::id::{CadreId, DutyId, UnitId};
use super::lineage::Lineage;
use super::snapshot::Snapshot;

/// How a gap opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The first day without enough holders.
    pub day: Day,
    /// Who left then.
    pub left: CadreId,
}

/// The openings of gaps, by unit and duty.
pub type Openings = HashMap<(UnitId, DutyId), Opening>;

/// Somebody beginning to cover a seat, or no longer covering it, on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Turn {
    pub(super) day: Day,
    /// Whoever comes on a day is there before whoever leaves on it is gone.
    pub(super) leaves: bool,
    pub(super) cadre: CadreId,
}

impl Turn {
    /// Counts the spells of each holder; gives the cadre when this turn ends the last one.
    pub(super) fn take(&self, spells: &mut HashMap<CadreId, u32>) -> Option<CadreId> {
        let count = spells.entry(self.cadre).or_default();
        *count = if self.leaves { count.saturating_sub(1) } else { *count + 1 };
        if *count > 0 {
            return None;
        }
        spells.remove(&self.cadre);
        Some(self.cadre)
    }
}

/// How every gap opened: the day from which the seat has had too few holders without a break. A gap
/// that is not known to have been closed before has no entry.
pub fn openings(snapshot: &Snapshot, coverage: &[Coverage]) -> Openings {
    let gaps: HashMap<(UnitId, DutyId), u32> = coverage
        .iter()
        .filter(|found| found.gap() > 0)
        .map(|found| ((found.unit, found.duty), found.limits.min))
        .collect();
    let mut turns: HashMap<(UnitId, DutyId), Vec<Turn>> = HashMap::with_capacity(gaps.len());
    // Most units have none.
    let mut has_gap = vec![false; snapshot.book.units.len()];
    gaps.keys().for_each(|(unit, _)| has_gap[unit.index()] = true);
    // A unit that was reformed has had the holders of the units whose place it took.
    let lineage = Lineage::of(snapshot.book);
    for assignment in &snapshot.book.assignments {
        let unit = lineage.unit_on(snapshot.book, assignment.unit, snapshot.day);
        let seat = (unit, assignment.duty);
        if has_gap[unit.index()] && gaps.contains_key(&seat) {
            turns.entry(seat).or_default().extend(turns_of(snapshot, assignment));
        }
    }
    turns.into_iter().filter_map(|(seat, turns)| Some((seat, opening(gaps[&seat], turns)?))).collect()
}

/// The days up to the snapshot's on which an assignment begins and stops to cover its seat.
pub(super) fn turns_of(snapshot: &Snapshot, assignment: &Assignment) -> impl Iterator<Item = Turn> {
    let (day, holder) = (snapshot.day, assignment.cadre);
    let begun = covered(snapshot.book, assignment).filter(move |covered| covered.from.is_none_or(|from| from <= day));
    begun.flat_map(move |covered| {
        let comes = Turn { day: covered.from.unwrap_or(Day::MIN), leaves: false, cadre: holder };
        let over = covered.to.map(day_after).filter(|over| *over <= day);
        [Some(comes), over.map(|day| Turn { day, leaves: true, cadre: holder })].into_iter().flatten()
    })
}

/// The stretches of days on which an assignment covers its seat: it is in force, and its holder at work.
pub(super) fn covered(book: &Book, assignment: &Assignment) -> impl Iterator<Item = Period> {
    let (in_force, at_work) = (assignment.period, book.cadre(assignment.cadre).active_periods());
    at_work.into_iter().filter_map(move |at_work| in_force.shared(&at_work))
}

/// Goes through the turns of one seat, day by day; the gap that stands open at their end.
fn opening(needed: u32, mut turns: Vec<Turn>) -> Option<Opening> {
    turns.sort_unstable();
    let needed = needed as usize;
    let mut spells: HashMap<CadreId, u32> = HashMap::new();
    let mut open = None;
    for turns in turns.chunk_by(|one, other| one.day == other.day) {
        let was_enough = spells.len() >= needed;
        let left = turns.iter().filter_map(|turn| turn.take(&mut spells)).last();
        open = match left {
            _ if spells.len() >= needed => None,
            Some(left) if was_enough => Some(Opening { day: turns[0].day, left }),
            _ => open,
        };
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn turns(turns: &[(i8, bool, u32)]) -> Vec<Turn> {
        let turn = |(day, leaves, cadre): &(i8, bool, u32)| Turn {
            day: date(2022, 6, *day),
            leaves: *leaves,
            cadre: CadreId(*cadre),
        };
        turns.iter().map(turn).collect()
    }

    fn opened(needed: u32, of: &[(i8, bool, u32)]) -> Option<(i8, u32)> {
        opening(needed, turns(of)).map(|opening| (opening.day.day(), opening.left.0))
    }

    #[test]
    fn a_gap_opens_with_the_last_leaving() {
        assert_eq!(opened(1, &[(1, false, 1), (9, true, 1)]), Some((9, 1)));
        assert_eq!(opened(1, &[(1, false, 1), (5, true, 1), (7, false, 2), (9, true, 2)]), Some((9, 2)));
    }

    #[test]
    fn handing_over_on_one_day_opens_nothing() {
        assert_eq!(opened(1, &[(1, false, 1), (9, true, 1), (9, false, 2)]), None);
    }

    #[test]
    fn a_handover_beside_a_gap_does_not_make_it_younger() {
        let of = [(1, false, 1), (1, false, 2), (5, true, 1), (8, true, 2), (8, false, 3)];
        assert_eq!(opened(2, &of), Some((5, 1)));
    }

    #[test]
    fn a_second_spell_of_the_same_cadre_keeps_the_seat() {
        assert_eq!(opened(1, &[(1, false, 1), (2, false, 1), (5, true, 1)]), None);
        assert_eq!(opened(1, &[]), None);
    }
}
