//! Why a cadre is suggested, and why a seat stays empty: facts, counted.

use std::collections::HashSet;

use super::area::{Area, Field};
use super::cost::Costs;
use super::offer::Offer;
use super::solve::Solved;
use crate::model::cadre::Cadre;
use crate::model::proposal::{Because, Distance, Proposed, Why};

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
            let because = because(area, &need.open_to, offer, (held, &total));
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

fn because(area: &Area, offers: &[Offer], own: &Offer, (held, total): (u32, &[u32])) -> Because {
    let with = |(count, least): (u32, Option<u32>), at: usize| {
        (count + 1, Some(least.map_or(total[at], |least: u32| least.min(total[at]))))
    };
    let (as_near, least_held) = match own.distance {
        // Of those far from home not all were looked at; all of them count.
        Distance::Elsewhere => far(area, offers, own).fold((0, None), with),
        near => offers
            .iter()
            .filter(|offer| offer.distance == near && offer.person != own.person)
            .map(|offer| offer.person as usize)
            .fold((0, None), with),
    };
    let Offer { distance, is_returning, is_pinned, .. } = *own;
    Because { distance, is_returning, held, as_near, least_held, is_pinned }
}

/// Positions of the others with room who are far from a seat.
fn far<'a>(area: &'a Area, offers: &[Offer], own: &Offer) -> impl Iterator<Item = usize> + 'a {
    let near = offers.iter().filter(|offer| offer.distance != Distance::Elsewhere || offer.person == own.person);
    let near: HashSet<usize> = near.map(|offer| offer.person as usize).collect();
    let people = area.people.iter().enumerate().filter(|(_, person)| person.room() > 0);
    people.map(|(at, _)| at).filter(move |at| !near.contains(at))
}

fn count(people: usize) -> u32 {
    u32::try_from(people).unwrap_or(u32::MAX)
}

/// How many people there are at each step towards a seat of an area.
pub fn why(field: &Field, area: &Area, need: usize) -> Why {
    let book = field.snapshot.book;
    let levels = &field.snapshot.policy().duty(area.duty).cadre;
    let is_at_work = |cadre: &Cadre| levels.contains(&cadre.level) && cadre.is_active_on(field.request.from);
    let is_staffed = match &book.outside {
        Some(outside) => levels.iter().any(|level| outside.staffed_levels.contains(level)),
        None => book.cadres.iter().any(is_at_work),
    };
    let with_room = match field.is_borderless() {
        true => area.people.iter().filter(|person| person.room() > 0).count(),
        false => area.needs[need].open_to.len(),
    };
    let is_pinned = field.is_pinned(area.needs[need].unit);
    Why { is_pinned, is_staffed, in_area: count(area.people.len()), with_room: count(with_room) }
}
