//! Handovers (thay thế): what changed hands in a stretch of days, as the next decision has to say it.

use foldhash::HashMap;

use super::book::Book;
use super::day::{Day, Period};
use super::id::{DutyId, UnitId};
use super::service::Spell;

/// A seat that somebody takes, leaves, or takes over from somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn<'s> {
    /// Who takes it.
    pub new: Option<&'s Spell>,
    /// Who leaves it.
    pub old: Option<&'s Spell>,
}

impl<'s> Turn<'s> {
    /// The spell that it is told by: that of who takes the seat, else that of who leaves it.
    pub fn told(&self) -> Option<&'s Spell> {
        self.new.or(self.old)
    }

    /// The day from which it is so: the new holder's first, or the first without the old one.
    pub fn day(&self) -> Option<Day> {
        match (self.new, self.old) {
            (Some(new), _) => new.period.from,
            (None, old) => old.and_then(Spell::over),
        }
    }
}

/// Every seat that was taken or left in a stretch of days; what ends counts on the first day without it. Whoever
/// leaves a seat and whoever takes the same one are one turn. Who goes on the next day in the same place under the
/// same duty is carried over, and is no turn.
pub fn turns<'s>(book: &Book, spells: &'s [Spell], stretch: Period) -> Vec<Turn<'s>> {
    let is_in = |day: Option<Day>| day.is_some_and(|day| stretch.contains(day));
    let mut begun: Vec<&Spell> = spells.iter().filter(|spell| is_in(spell.period.from)).collect();
    let mut ended: Vec<&Spell> = spells.iter().filter(|spell| is_in(spell.over())).collect();
    begun.sort_by_key(|spell| spell.period.from);
    ended.sort_by_key(|spell| spell.over());
    for place in PLACES {
        pairs(book, &mut ended, &mut begun, place, |old, new| old.cadre == new.cadre && old.over() == new.period.from);
    }
    let mut turns = Vec::new();
    for place in PLACES {
        let found = pairs(book, &mut ended, &mut begun, place, |old, new| old.cadre != new.cadre);
        turns.extend(found.into_iter().map(|(old, new)| Turn { new: Some(new), old: Some(old) }));
    }
    turns.extend(begun.into_iter().map(|new| Turn { new: Some(new), old: None }));
    turns.extend(ended.into_iter().map(|old| Turn { new: None, old: Some(old) }));
    turns
}

/// What two spells of one seat have in common, seen from the one that is over or from the one that begins.
#[derive(PartialEq, Eq, Hash)]
enum Place<'b> {
    /// They are of one unit.
    Unit(UnitId, DutyId),
    /// One unit is there from the day on which the other is no more, and has its code or its name. Two units of one
    /// name that are there side by side are two places.
    Follows(&'b str, Day, DutyId),
}

/// Tells the place of a spell; of one that begins where `is_new`. `None` is none that another can have.
type Placed = for<'b> fn(&'b Book, &Spell, bool) -> Option<Place<'b>>;

/// Ways to tell one seat, the surest first. A unit that was told anew has another row: of its code, or of its name.
const PLACES: [Placed; 3] = [
    |_, spell, _| Some(Place::Unit(spell.unit, spell.duty)),
    |book, spell, is_new| Some(Place::Follows(&book.unit(spell.unit).code, turned(book, spell, is_new)?, spell.duty)),
    |book, spell, is_new| Some(Place::Follows(&book.unit(spell.unit).name, turned(book, spell, is_new)?, spell.duty)),
];

/// The first day of a unit that is new, or the first day without one that is over.
fn turned(book: &Book, spell: &Spell, is_new: bool) -> Option<Day> {
    let period = book.unit(spell.unit).period;
    if is_new { period.from } else { period.to.and_then(|to| to.tomorrow().ok()) }
}

/// Takes out those of one place that belong together, in their order; each goes with one other.
fn pairs<'s>(
    book: &Book,
    ended: &mut Vec<&'s Spell>,
    begun: &mut Vec<&'s Spell>,
    placed: Placed,
    belong: impl Fn(&Spell, &Spell) -> bool,
) -> Vec<(&'s Spell, &'s Spell)> {
    // Those of one place stand in a chain, the first of them at its head.
    let mut heads: HashMap<Place, Option<usize>> = HashMap::default();
    let mut next: Vec<Option<usize>> = vec![None; begun.len()];
    for (at, new) in begun.iter().enumerate().rev() {
        if let Some(place) = placed(book, new, true) {
            next[at] = heads.insert(place, Some(at)).flatten();
        }
    }
    let mut is_taken = vec![false; begun.len()];
    let mut pairs = Vec::new();
    ended.retain(|old| {
        let Some(head) = placed(book, old, false).and_then(|place| heads.get_mut(&place)) else { return true };
        let (mut before, mut at) = (None, *head);
        while let Some(here) = at.filter(|here| !belong(old, begun[*here])) {
            (before, at) = (at, next[here]);
        }
        let Some(here) = at else { return true };
        match before {
            Some(before) => next[before] = next[here],
            None => *head = next[here],
        }
        is_taken[here] = true;
        pairs.push((*old, begun[here]));
        false
    });
    let mut is_taken = is_taken.into_iter();
    begun.retain(|_| !is_taken.next().unwrap_or_default());
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::cadre::Status;
    use crate::model::id::CadreId;
    use crate::model::sample::{AN, BINH, CUC, NORTH, SOUTH, add_unit, assign, book, june, leaves, stretch};
    use crate::model::service::spells;

    /// Each turn of June as (day, old, new), by day.
    fn told(book: &Book) -> Vec<(i8, Option<CadreId>, Option<CadreId>)> {
        let spells = spells(book, |_| true);
        let turns = turns(book, &spells, stretch(1, 30));
        let of = |spell: Option<&Spell>| spell.map(|spell| spell.cadre);
        let day = |turn: &Turn| turn.day().map_or(0, |day| day.day());
        let mut told: Vec<_> = turns.iter().map(|turn| (day(turn), of(turn.old), of(turn.new))).collect();
        told.sort();
        told
    }

    #[test]
    fn who_comes_who_leaves_and_who_comes_for_whom() {
        let mut book = book();
        assign(&mut book, AN, NORTH, -9, 14);
        assign(&mut book, BINH, NORTH, 15, 0);
        assign(&mut book, CUC, SOUTH, 20, 0);
        assert_eq!(told(&book), [(15, Some(AN), Some(BINH)), (20, None, Some(CUC))]);
        book.assignments[2].period = stretch(1, 20);
        assert_eq!(told(&book), [(1, None, Some(CUC)), (15, Some(AN), Some(BINH)), (21, Some(CUC), None)]);
    }

    #[test]
    fn a_seat_may_be_handed_on_twice_or_stay_empty_in_between() {
        let mut book = book();
        assign(&mut book, AN, NORTH, 0, 4);
        assign(&mut book, BINH, NORTH, 5, 9);
        assign(&mut book, CUC, NORTH, 15, 0);
        assert_eq!(told(&book), [(5, Some(AN), Some(BINH)), (15, Some(BINH), Some(CUC))]);
    }

    #[test]
    fn who_leaves_office_leaves_the_seat_though_the_assignment_goes_on() {
        let mut book = book();
        assign(&mut book, AN, NORTH, 0, 0);
        leaves(&mut book, AN, Status::Retired, 16);
        assert_eq!(told(&book), [(16, Some(AN), None)]);
    }

    #[test]
    fn the_last_day_of_the_stretch_is_left_to_the_next_one() {
        let mut book = book();
        assign(&mut book, AN, NORTH, 0, 30);
        assert!(told(&book).is_empty());
        book.assignments[0].period.to = Some(june(0));
        assert_eq!(told(&book), [(1, Some(AN), None)]);
    }

    #[test]
    fn a_new_decision_for_the_same_cadre_carries_over() {
        let mut book = book();
        assign(&mut book, AN, NORTH, 0, 14);
        assign(&mut book, AN, NORTH, 15, 0);
        assert!(told(&book).is_empty());
        book.assignments[1].period.from = Some(june(17));
        assert_eq!(told(&book), [(15, Some(AN), None), (17, None, Some(AN))]);
    }

    #[test]
    fn a_unit_told_anew_carries_over_by_its_code_or_name() {
        let mut book = book();
        for (code, name, is_same) in [("N", "Khu phố Bắc", true), ("N9", "Ấp Bắc", true), ("N9", "Ấp Khác", false)]
        {
            book.units.truncate(2);
            book.assignments.clear();
            let anew = add_unit(&mut book, code, name);
            book.units[NORTH.index()].period.to = Some(june(14));
            book.units[anew.index()].period.from = Some(june(15));
            assign(&mut book, AN, NORTH, 0, 14);
            assign(&mut book, AN, anew, 15, 0);
            assert_eq!(told(&book).is_empty(), is_same, "{code} {name}");
        }
    }

    #[test]
    fn two_units_of_one_name_side_by_side_are_two_places() {
        let mut book = book();
        let other = add_unit(&mut book, "X", "Ấp Bắc");
        assign(&mut book, AN, NORTH, 0, 14);
        assign(&mut book, AN, other, 15, 0);
        assert_eq!(told(&book).len(), 2);
    }
}
