//! Who has to be looked at for a seat where a duty has no areas: not everybody, but enough that nothing better is missed.
//!
//! Far from home all people cost the same but for their load. Of as many people as there are seats, those with the least
//! load, one always has no seat; whoever of the others took a seat far from home could give it to that one for no more.
//! So only these are looked at for seats far from home, and everybody for seats near it or held before.

use std::collections::HashMap;

use super::area::{Field, Need, Person};
use crate::model::id::UnitId;

/// The people of an area by where they are at home, and those with the least load.
pub struct Shortlist {
    at_home: HashMap<UnitId, Vec<usize>>,
    beside: HashMap<UnitId, Vec<usize>>,
    least: Vec<usize>,
}

impl Shortlist {
    /// The shortlist of the people for some needs; `None` where everybody has to be looked at.
    pub fn of(field: &Field, needs: &[Need], people: &[Person]) -> Option<Self> {
        if !field.is_borderless() || !field.costs.is_far_dearest() {
            return None;
        }
        let book = field.snapshot.book;
        let (mut at_home, mut beside) = (HashMap::new(), HashMap::new());
        for (at, person) in people.iter().enumerate() {
            let home = book.cadre(person.cadre).home;
            at_home.entry(home).or_insert_with(Vec::new).push(at);
            if let Some(parent) = book.unit(home).parent {
                beside.entry(parent).or_insert_with(Vec::new).push(at);
            }
        }
        let seats: usize = needs.iter().map(|need| need.count as usize).sum();
        // Whoever holds a unit already cannot take it once more.
        let held = needs.iter().map(|need| field.snapshot.of_unit(need.unit).count()).max().unwrap_or(0);
        let mut least: Vec<usize> = (0..people.len()).filter(|at| people[*at].room() > 0).collect();
        least.sort_by_key(|at| (field.costs.of_load(people[*at].held + 1), *at));
        least.truncate(seats + held);
        Some(Shortlist { at_home, beside, least })
    }

    /// Positions of the people to be looked at for a unit, in order; `returning` held it before.
    pub fn for_unit(&self, field: &Field, unit: UnitId, returning: impl Iterator<Item = usize>) -> Vec<usize> {
        let parent = field.snapshot.book.unit(unit).parent;
        let near = [Some(unit), parent].into_iter().flatten().filter_map(|home| self.at_home.get(&home));
        let beside = parent.and_then(|parent| self.beside.get(&parent));
        let near = near.chain(beside).flatten().copied();
        let mut all: Vec<usize> = near.chain(self.least.iter().copied()).chain(returning).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}
