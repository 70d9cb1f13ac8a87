//! The least that would fill a seat that stays empty, found by solving again: a higher limit, people of other areas, one
//! more cadre.

use std::sync::Arc;

use super::Fault;
use super::area::{Area, Field, Need, Person};
use super::solve::solve;
use crate::model::proposal::Relaxation;

/// The most units more per cadre that are tried.
const MOST_MORE: u32 = 3;
/// The most people of other areas that are tried, those with the most room first.
const MOST_NEIGHBOURS: usize = 50;

/// For each seat that is missing (position of the need, how many), the least that would fill it.
pub fn relaxations(field: &Field, area: &Area, missing: &[(usize, u32)]) -> Result<Vec<Relaxation>, Fault> {
    let mut found: Vec<Option<Relaxation>> = vec![None; missing.len()];
    for more in 1..=MOST_MORE {
        if found.iter().all(Option::is_some) {
            break;
        }
        raise(field, area, (missing, more), &mut found)?;
    }
    if found.iter().any(Option::is_none) {
        borrow(field, area, missing, &mut found)?;
    }
    let home = |at: usize| field.snapshot.book.unit(area.needs[at].unit).parent.unwrap_or(area.needs[at].unit);
    let seats = missing.iter().zip(found);
    Ok(seats.map(|((at, _), found)| found.unwrap_or(Relaxation::OneMore { home: home(*at) })).collect())
}

/// Which seats a limit that is higher by `more` would fill.
fn raise(
    field: &Field,
    area: &Area,
    (missing, more): (&[(usize, u32)], u32),
    found: &mut [Option<Relaxation>],
) -> Result<(), Fault> {
    let Some(limit) = field.snapshot.policy().duty(area.duty).limit else { return Ok(()) };
    let people = area.people.iter().map(|person| Person { limit: person.limit.saturating_add(more), ..*person });
    let wider = field.area(area.unit, bare(area), people.collect());
    let solved = solve(&wider, field.costs)?;
    let still: Vec<usize> = solved.missing(&wider).map(|(at, _)| at).collect();
    for ((at, _), found) in missing.iter().zip(found).filter(|(_, found)| found.is_none()) {
        if !still.contains(at) {
            *found = Some(Relaxation::Limit { from: limit, to: limit + more });
        }
    }
    Ok(())
}

/// Which seats people of other areas would fill.
fn borrow(field: &Field, area: &Area, missing: &[(usize, u32)], found: &mut [Option<Relaxation>]) -> Result<(), Fault> {
    let book = field.snapshot.book;
    let mut others: Vec<Person> = neighbours(field, area);
    others.retain(|person| person.room() > 0);
    others.sort_by_key(|person| (person.held, book.cadre(person.cadre).code.clone()));
    others.truncate(MOST_NEIGHBOURS);
    let people: Vec<Person> = area.people.iter().copied().chain(others).collect();
    let wider = field.area(area.unit, bare(area), people);
    let solved = solve(&wider, field.costs)?;
    for ((at, _), found) in missing.iter().zip(found).filter(|(_, found)| found.is_none()) {
        let own = |cadre| area.people.iter().any(|person| person.cadre == cadre);
        let taken = solved.taken[*at].iter().map(|person| wider.people[*person as usize].cadre);
        let borrowed = taken.into_iter().find(|cadre| !own(*cadre));
        // One of the area's own may come, and somebody of another area take that one's place.
        let all = solved.taken.iter().flatten().map(|person| wider.people[*person as usize].cadre);
        let any = || all.clone().find(|cadre| !own(*cadre));
        let is_filled = !solved.missing(&wider).any(|(still, _)| still == *at);
        *found = is_filled.then(|| borrowed.or_else(any)).flatten().map(|cadre| Relaxation::Neighbour { cadre });
    }
    Ok(())
}

/// The people of the areas that stand under the same unit as an area.
fn neighbours(field: &Field, area: &Area) -> Vec<Person> {
    let book = field.snapshot.book;
    let Some(parent) = area.unit.and_then(|unit| book.unit(unit).parent) else { return Vec::new() };
    let beside = field.snapshot.children(parent).filter(|unit| Some(*unit) != area.unit);
    beside.filter_map(|unit| field.everybody().get(&Some(unit))).flatten().copied().collect()
}

/// The needs of an area, as they were before offers were worked out.
fn bare(area: &Area) -> Vec<Need> {
    area.needs.iter().map(|need| Need { open_to: Arc::default(), ..need.clone() }).collect()
}
