//! Why a cadre is suggested, and why a seat stays empty: facts, counted.

use super::area::{Area, Field, Offer};
use super::cost::Costs;
use super::solve::Solved;
use crate::model::proposal::{Because, Proposed, Why};

/// The suggestions of an area, each with its reason, by unit code and cadre code.
pub fn rows(area: &Area, solved: &Solved, costs: &Costs) -> Vec<Proposed> {
    let mut given = vec![0; area.people.len()];
    let total = totals(area, solved);
    let mut rows = Vec::new();
    for (need, taken) in area.needs.iter().zip(&solved.taken) {
        for at in taken {
            let person = area.people[*at as usize];
            let held = person.held + given[*at as usize];
            given[*at as usize] += 1;
            let Some(offer) = need.open_to.iter().find(|offer| offer.person == *at) else { continue };
            let cost = offer.cost + costs.of_load(held + 1);
            let because = because(&need.open_to, offer, held, &total);
            rows.push(Proposed { unit: need.unit, duty: area.duty, cadre: person.cadre, cost, because });
        }
    }
    rows
}

/// How many units each person holds once the proposal is in force.
fn totals(area: &Area, solved: &Solved) -> Vec<u32> {
    let mut total: Vec<u32> = area.people.iter().map(|person| person.held).collect();
    solved.taken.iter().flatten().for_each(|at| total[*at as usize] += 1);
    total
}

fn because(offers: &[Offer], own: &Offer, held: u32, total: &[u32]) -> Because {
    let others = offers.iter().filter(|offer| offer.person != own.person);
    let as_near = others.clone().filter(|offer| offer.distance == own.distance);
    let count = |offers: usize| u32::try_from(offers).unwrap_or(u32::MAX);
    Because {
        distance: own.distance,
        is_returning: own.is_returning,
        held,
        others: count(others.count()),
        as_near: count(as_near.clone().count()),
        least_held: as_near.map(|offer| total[offer.person as usize]).min(),
        is_pinned: own.is_pinned,
    }
}

/// How many people there are at each step towards a seat of an area.
pub fn why(field: &Field, area: &Area, need: usize) -> Why {
    let of_level = field.everybody().values().map(Vec::len).sum::<usize>();
    let with_room = area.needs[need].open_to.len();
    let count = |people: usize| u32::try_from(people).unwrap_or(u32::MAX);
    let is_pinned = field.is_pinned(area.needs[need].unit);
    Why { is_pinned, of_level: count(of_level), in_area: count(area.people.len()), with_room: count(with_room) }
}
