//! Load as a distribution: how many people hold one unit, how many two, and who is beyond the limit.

use std::collections::BTreeMap;

use crate::model::id::{CadreId, DutyId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::report::paper::Paper;
use crate::text::written;

/// How many people hold how many units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// The duty; `None` is all of them together.
    pub duty: Option<String>,
    /// What is held, in the plural; of all duties together, empty.
    pub units_name: String,
    /// The most units that one cadre may hold.
    pub limit: Option<u32>,
    /// Number of units, and how many people hold so many; by the number of units.
    pub bars: Vec<(u32, u64)>,
    /// People beyond the limit.
    pub over: u64,
}

impl Spread {
    /// The number that everybody holds, where all hold the same.
    pub fn even(&self) -> Option<(u32, u64)> {
        if let [bar] = self.bars[..] { Some(bar) } else { None }
    }
}

/// First all duties together, those without any counted as well; then each duty that somebody holds. With `top`, of
/// people who are at home or hold a unit there.
pub fn spreads(snapshot: &Snapshot, paper: &Paper, top: Option<UnitId>) -> Vec<Spread> {
    let mut all: BTreeMap<u32, u64> = BTreeMap::new();
    let mut by_duty: BTreeMap<DutyId, BTreeMap<u32, u64>> = BTreeMap::new();
    let is_there: Vec<bool> = (0..snapshot.book.units.len()).map(|at| snapshot.is_in(UnitId::at(at), top)).collect();
    let is_asked = |cadre: &CadreId| {
        let mut held = snapshot.of_cadre(*cadre).map(|(_, assignment)| assignment.unit);
        is_there[snapshot.book.cadre(*cadre).home.index()]
            || held.any(|unit| is_there[unit.index()] && snapshot.exists(unit))
    };
    let active = (0..snapshot.book.cadres.len()).map(CadreId::at).filter(|cadre| snapshot.is_active(*cadre));
    for cadre in active.filter(is_asked) {
        let held = snapshot.held_by(cadre);
        let count = |units: usize| u32::try_from(units).unwrap_or(u32::MAX);
        *all.entry(count(held.len())).or_default() += 1;
        for units in held.chunk_by(|(one, _), (other, _)| one == other) {
            *by_duty.entry(units[0].0).or_default().entry(count(units.len())).or_default() += 1;
        }
    }
    let whole = Spread { bars: all.into_iter().collect(), ..Spread::default() };
    let policy = snapshot.policy();
    let of_duty = |duty: DutyId| {
        let (told, bars) = (policy.duty(duty), by_duty.get(&duty)?);
        let is_over = |units: u32| told.limit.is_some_and(|limit| units > limit);
        Some(Spread {
            duty: Some(told.name.in_lang(paper.lang()).to_owned()),
            units_name: written::several(policy.level(told.unit).name.in_lang(paper.lang()), paper.lang()),
            limit: told.limit,
            bars: bars.iter().map(|(units, people)| (*units, *people)).collect(),
            over: bars.iter().filter(|(units, _)| is_over(**units)).map(|(_, people)| *people).sum(),
        })
    };
    std::iter::once(whole).chain(policy.duty_ids().filter_map(of_duty)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::book::Book;
    use crate::model::sample::june;
    use crate::report::overview::tests::{office, told};

    #[test]
    fn a_part_counts_those_at_home_and_those_who_hold_a_unit_there_that_exists() {
        let mut book = office();
        let bars = |book: &Book, top: Option<u32>| {
            told(book, |documents, paper| spreads(documents.snapshot, paper, top.map(UnitId))[0].bars.clone())
        };
        // All three are at home in the district; one of them holds a hamlet in each of two communes.
        assert_eq!(bars(&book, None), [(0, 2), (2, 1)]);
        assert_eq!([2, 3, 4].map(|top| bars(&book, Some(top))), [vec![(2, 1)], vec![], vec![(2, 1)]]);
        book.units[5].period.to = Some(june(10));
        assert_eq!([2, 3, 4].map(|top| bars(&book, Some(top))), [vec![], vec![], vec![(1, 1)]]);
    }
}
