//! One area's best rosters a few moves away from today's.
//!
//! A move has a price; the higher it is, the fewer pay. Every price gives a roster that nothing of as many moves beats,
//! and all prices together give the lower hull of cost against moves. Rosters between two points of the hull are found by
//! trying: a holder who moves in one of them and stays in the other must either stay or go, and the hull of what is left
//! bounds what can come of it.

use std::sync::Arc;

use super::Fault;
use super::area::{Area, Need, Person};
use super::cost::Costs;
use super::explain;
use super::mix;
use super::offer::Offer;
use super::solve::{Prices, Solved, Toll, solve_with};
use crate::model::id::CadreId;

/// The most questions that are asked of one area, for all numbers of moves together.
const MOST_TRIES: usize = 400;

/// A roster of an area.
#[derive(Clone, Debug)]
pub struct Found {
    /// How many holders give a seat up.
    pub moves: u64,
    /// How many seats stay empty.
    pub empty: u64,
    /// What the roster costs.
    pub cost: i64,
    /// The cost, and what the empty seats cost.
    pub value: i128,
    /// Who takes which seats.
    pub solved: Solved,
}

/// The best roster of at most some moves.
#[derive(Clone, Debug)]
pub struct Best {
    /// The best that was found.
    pub found: Found,
    /// What none of as many moves has a lower value than; the value itself where all was tried.
    pub bound: i128,
}

/// The best rosters of an area of at most 0, 1, 2 ... moves, up to `most` or to where more moves gain nothing.
///
/// # Errors
/// As [`solve_with`].
pub fn best(area: &Area, costs: &Costs, prices: &Prices, most: u64) -> Result<Vec<Best>, Fault> {
    let trial = Trial::new(area, (costs, prices), &[]);
    let hull = trial.hull(most)?;
    let mut all: Vec<Best> = Vec::new();
    let mut tries = MOST_TRIES;
    let last = hull.last().map_or(0, |found| found.moves).min(most);
    for moves in 0..=last {
        let at = hull.partition_point(|found| found.moves <= moves).saturating_sub(1);
        let known = &hull[at];
        let best = match hull.get(at + 1) {
            Some(next) if known.moves < moves => {
                let known = all.last().map_or(known, |best: &Best| &best.found).clone();
                between(area, (costs, prices), moves, (known, trial.bound(&hull[at], next, moves)), &mut tries)?
            }
            _ => Best { found: known.clone(), bound: known.value },
        };
        all.push(best);
    }
    Ok(all)
}

/// The best roster of at most so many moves, from one that is known and what none can be below.
fn between(
    area: &Area,
    (costs, prices): (&Costs, &Prices),
    moves: u64,
    (known, least): (Found, i128),
    tries: &mut usize,
) -> Result<Best, Fault> {
    let mut best = known;
    let mut open: Vec<Vec<Decision>> = vec![Vec::new()];
    while best.value > least && *tries > 0 {
        *tries -= 1;
        let Some(decided) = open.pop() else {
            let bound = best.value;
            return Ok(Best { found: best, bound });
        };
        let trial = Trial::new(area, (costs, prices), &decided);
        let (few, many) = trial.around(moves)?;
        if few.value < best.value {
            best = few.clone();
        }
        if let Some(many) = &many {
            let mixed = trial.mixed(&few, many, moves)?;
            if mixed.moves <= moves && mixed.value < best.value && is_allowed(area, &mixed.solved) {
                best = mixed;
            }
        }
        let Some(many) = many.filter(|many| trial.bound(&few, many, moves) < best.value) else { continue };
        // Where nothing is left to be decided, what is known is all that can be said.
        let Some((need, holder)) = trial.differs(&few, &many) else { break };
        let decide = |stays| [&decided[..], &[Decision { need, holder, stays }]].concat();
        open.extend([true, false].map(decide));
    }
    let bound = least.min(best.value);
    Ok(Best { found: best, bound })
}

/// Whether nobody takes more seats than they have room for.
fn is_allowed(area: &Area, solved: &Solved) -> bool {
    let mut room: Vec<u32> = area.people.iter().map(Person::room).collect();
    solved.taken.iter().flatten().all(|at| {
        let room = &mut room[*at as usize];
        let has_room = *room > 0;
        *room = room.saturating_sub(1);
        has_room
    })
}

/// Whether a holder of a need stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Decision {
    need: usize,
    holder: CadreId,
    stays: bool,
}

impl Decision {
    fn is_kept(&self, area: &Area, solved: &Solved) -> bool {
        is_there(area, &solved.taken[self.need], self.holder) == self.stays
    }
}

fn is_there(area: &Area, taken: &[u32], cadre: CadreId) -> bool {
    taken.iter().any(|at| area.people[*at as usize].cadre == cadre)
}

/// An area with what is decided of it: to go against a decision costs more than all costs can differ
/// by.
fn with(area: &Area, decided: &[Decision], span: i64) -> Area {
    let mut area = area.clone();
    for Decision { need, holder, stays } in decided {
        let people = &area.people;
        let offers =
            area.needs[*need].open_to.iter().map(|offer| match people[offer.person as usize].cadre == *holder {
                true => Offer { cost: offer.cost + if *stays { -span } else { span }, ..*offer },
                false => *offer,
            });
        area.needs[*need].open_to = offers.collect::<Arc<[Offer]>>();
    }
    area
}

/// What is tried with an area.
struct Trial<'t> {
    area: &'t Area,
    costs: &'t Costs,
    prices: &'t Prices,
    decided: &'t [Decision],
    asked: Area,
}

impl<'t> Trial<'t> {
    fn new(area: &'t Area, (costs, prices): (&'t Costs, &'t Prices), decided: &'t [Decision]) -> Self {
        Trial { area, costs, prices, decided, asked: with(area, decided, prices.span) }
    }

    fn at(&self, toll: Toll) -> Result<Found, Fault> {
        self.found(solve_with(&self.asked, self.costs, self.prices, toll)?)
    }

    /// What a filling comes to.
    fn found(&self, solved: Solved) -> Result<Found, Fault> {
        let area = self.area;
        let moves = area.needs.iter().zip(&solved.taken).map(|(need, taken)| moved(area, need, taken)).sum();
        let cost: i64 = explain::rows(area, &solved, self.costs).iter().map(|row| row.cost).sum();
        let empty = solved.missing(area).map(|(_, count)| u64::from(count)).sum();
        Ok(Found { moves, empty, cost, value: i128::from(cost) + solved.empties, solved })
    }

    /// The value of a roster, and what going against decisions costs.
    fn value(&self, found: &Found) -> i128 {
        let broken = self.decided.iter().filter(|decision| !decision.is_kept(self.area, &found.solved)).count();
        found.value + broken as i128 * i128::from(self.prices.span)
    }

    /// What the hull between two points says of a number of moves between theirs.
    fn bound(&self, few: &Found, many: &Found, moves: u64) -> i128 {
        let (few_moves, many_moves) = (i128::from(few.moves), i128::from(many.moves));
        let (width, gain) = ((many_moves - few_moves).max(1), self.value(few) - self.value(many));
        let exact = self.value(few) * width - gain * (i128::from(moves) - few_moves);
        exact.div_euclid(width) + i128::from(exact.rem_euclid(width) > 0)
    }

    /// One roster with as much of another as gains the most in so many moves.
    fn mixed(&self, few: &Found, many: &Found, moves: u64) -> Result<Found, Fault> {
        let pieces = mix::pieces(self.area.people.len(), &few.solved.taken, &many.solved.taken);
        let with = |needs: &mut dyn Iterator<Item = usize>| {
            let mut solved = few.solved.clone();
            needs.for_each(|need| solved.taken[need].clone_from(&many.solved.taken[need]));
            solved.empties = self.prices.of_empties(self.area, &solved);
            self.found(solved)
        };
        let mut own: Vec<(usize, (usize, i128))> = Vec::new();
        for (at, piece) in pieces.iter().enumerate() {
            let found = with(&mut piece.iter().copied())?;
            let gain = few.value - found.value;
            if let Some(more) = found.moves.checked_sub(few.moves).filter(|_| gain > 0) {
                own.push((at, (usize::try_from(more).unwrap_or(usize::MAX), gain)));
            }
        }
        let most = usize::try_from(moves.saturating_sub(few.moves)).unwrap_or(usize::MAX);
        let costs: Vec<(usize, i128)> = own.iter().map(|(_, cost)| *cost).filter(|(more, _)| *more <= most).collect();
        let own: Vec<usize> = own.iter().filter(|(_, (more, _))| *more <= most).map(|(at, _)| *at).collect();
        let chosen = mix::chosen(&costs, most).into_iter().flat_map(|at| pieces[own[at]].iter().copied());
        with(&mut chosen.collect::<Vec<_>>().into_iter())
    }

    /// Somebody who stays in one roster and goes in the other, and of whom nothing is decided.
    fn differs(&self, few: &Found, many: &Found) -> Option<(usize, CadreId)> {
        let holders = self.area.needs.iter().enumerate();
        let mut holders = holders.flat_map(|(need, all)| all.holders.iter().map(move |holder| (need, *holder)));
        holders.find(|(need, holder)| {
            let stays = |found: &Found| is_there(self.area, &found.solved.taken[*need], *holder);
            let is_open = !self.decided.iter().any(|decision| (decision.need, decision.holder) == (*need, *holder));
            is_open && stays(few) && !stays(many)
        })
    }

    /// The best roster without a move.
    fn still(&self) -> Result<Found, Fault> {
        self.at(Toll { scale: 1, toll: None })
    }

    /// The cheapest of all rosters, with as few moves as that takes.
    fn free(&self) -> Result<Found, Fault> {
        // A price too low to be worth a single point breaks ties between rosters of the same cost.
        let seats: i64 = self.area.needs.iter().map(|need| i64::from(need.count)).sum();
        self.at(Toll { scale: seats + 1, toll: Some(1) })
    }

    /// A roster between two of the hull, where there is one below the line that leads from one to the other.
    fn below(&self, few: &Found, many: &Found) -> Result<Option<Found>, Fault> {
        let (width, gain) = (i128::from(many.moves) - i128::from(few.moves), self.value(few) - self.value(many));
        if width <= 1 || gain <= 0 {
            return Ok(None);
        }
        let whole = |number: i128| i64::try_from(number).map_err(|_| Fault::NotProven);
        let found = self.at(Toll { scale: whole(width)?, toll: Some(whole(gain)?) })?;
        let worth = |found: &Found| self.value(found) * width + i128::from(found.moves) * gain;
        let is_below = worth(&found) < worth(few) && few.moves < found.moves && found.moves < many.moves;
        Ok(is_below.then_some(found))
    }

    /// The points of the hull, fewest moves first, as far as the first with `most` moves or more.
    fn hull(&self, most: u64) -> Result<Vec<Found>, Fault> {
        let (still, free) = (self.still()?, self.free()?);
        let mut points = vec![still.clone()];
        if free.moves > still.moves && self.value(&free) < self.value(&still) {
            self.fill(&still, &free, most, &mut points)?;
            points.push(free);
        }
        Ok(points)
    }

    /// Adds the points between two, in order, where they are asked for.
    fn fill(&self, few: &Found, many: &Found, most: u64, points: &mut Vec<Found>) -> Result<(), Fault> {
        if few.moves >= most {
            return Ok(());
        }
        if let Some(found) = self.below(few, many)? {
            self.fill(few, &found, most, points)?;
            points.push(found.clone());
            self.fill(&found, many, most, points)?;
        }
        Ok(())
    }

    /// The two points of the hull around a number of moves; the second where the first has fewer and it can be improved.
    fn around(&self, moves: u64) -> Result<(Found, Option<Found>), Fault> {
        let (mut few, mut many) = (self.still()?, self.free()?);
        if self.value(&many) >= self.value(&few) {
            return Ok((few, None));
        }
        if many.moves <= moves {
            return Ok((many, None));
        }
        while few.moves < moves {
            match self.below(&few, &many)? {
                Some(found) if found.moves <= moves => few = found,
                Some(found) => many = found,
                None => break,
            }
        }
        let is_reached = few.moves == moves;
        Ok((few, (!is_reached).then_some(many)))
    }
}

/// How many holders of a unit give their seat up.
pub fn moved(area: &Area, need: &Need, taken: &[u32]) -> u64 {
    need.holders.iter().filter(|holder| !is_there(area, taken, **holder)).count() as u64
}
