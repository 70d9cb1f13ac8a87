//! The best roster a few moves away from today's, and what each further move buys.
//!
//! A move has a price; the higher it is, the fewer pay. Every price gives a roster that nothing of as many moves beats,
//! and all prices together give the lower hull of cost against moves. Between two points of it lie rosters that no price
//! gives; for these the hull is the bound, and the point before it is the answer.

use super::area::{Area, Field};
use super::cost::Costs;
use super::flow::threads::on_threads;
use super::propose::threads;
use super::solve::{Prices, Solved, Toll, solve_with};
use super::{Fault, Request, explain};
use crate::model::id::{CadreId, DutyId};
use crate::model::proposal::{Point, Proposed, Rebalance};
use crate::model::snapshot::Snapshot;

/// The most points of the curve that are worked out.
const MOST_POINTS: usize = 200;

/// Suggests a roster at most `most` moves away from the snapshot's, empty seats filled.
///
/// # Errors
/// As [`super::propose`].
pub fn rebalance(snapshot: &Snapshot, request: &Request, most: u32) -> Result<Rebalance, Fault> {
    let costs = Costs::of(snapshot.policy())?;
    let duties = snapshot.policy().duty_ids().filter(|duty| request.duty.is_none_or(|wanted| wanted == *duty));
    let duties: Vec<DutyId> = duties.collect();
    let fields: Vec<Field> = duties.iter().map(|duty| Field::of(snapshot, request, &costs, *duty)).collect();
    let areas: Vec<Area> = fields.iter().flat_map(Field::whole).collect();
    let board = Board { prices: Prices::of(&areas, &costs), areas, costs: &costs };
    let points = board.curve()?;
    let chosen = points.iter().filter(|point| point.moves <= u64::from(most)).max_by_key(|point| point.moves);
    let Some(chosen) = chosen else { return Err(Fault::NotProven) };
    let rows: Vec<(Option<CadreId>, Proposed)> = board.rows(chosen);
    let point = |found: &Found| Point { moves: found.moves, empty: found.empty, cost: found.cost };
    Ok(Rebalance { curve: points.iter().map(point).collect(), rows })
}

/// All areas of all duties.
struct Board<'b> {
    areas: Vec<Area>,
    prices: Prices,
    costs: &'b Costs,
}

/// A roster that is the best for some price of a move.
#[derive(Clone, Debug)]
struct Found {
    moves: u64,
    empty: u64,
    cost: i64,
    /// The cost, and what the empty seats cost.
    value: i128,
    solved: Vec<Solved>,
}

impl Board<'_> {
    /// Solves every area at one price.
    fn at(&self, toll: Toll) -> Result<Found, Fault> {
        let solve = |at: usize| solve_with(&self.areas[at], self.costs, &self.prices, toll);
        let solved = on_threads(threads(), self.areas.len(), solve).into_iter().collect::<Result<Vec<_>, _>>()?;
        let areas = || self.areas.iter().zip(&solved);
        let moves = areas().map(|(area, solved)| moves(area, solved)).sum();
        let cost: i64 = areas().map(|(area, solved)| cost(area, solved, self.costs)).sum();
        let empty = areas().flat_map(|(area, solved)| solved.missing(area)).map(|(_, count)| u64::from(count)).sum();
        let value = i128::from(cost) + solved.iter().map(|solved| solved.empties).sum::<i128>();
        Ok(Found { moves, empty, cost, value, solved })
    }

    /// The points of the curve, fewest moves first.
    fn curve(&self) -> Result<Vec<Found>, Fault> {
        let seats = self.areas.iter().map(|area| area.needs.len() as i64).sum::<i64>() + 1;
        let none = self.at(Toll { scale: 1, toll: None })?;
        // A price too low to be worth a single point breaks ties between rosters of the same cost.
        let free = self.at(Toll { scale: seats, toll: Some(1) })?;
        let mut points = vec![none.clone()];
        if free.moves > none.moves && free.value < none.value {
            self.between(&none, &free, &mut points)?;
            points.push(free);
        }
        Ok(points)
    }

    /// Adds the points between two, in order.
    fn between(&self, few: &Found, many: &Found, points: &mut Vec<Found>) -> Result<(), Fault> {
        let (moves, gain) = (many.moves as i64 - few.moves as i64, few.value - many.value);
        if moves <= 1 || gain <= 0 || points.len() >= MOST_POINTS {
            return Ok(());
        }
        let toll = i64::try_from(gain).map_err(|_| Fault::NotProven)?;
        let found = self.at(Toll { scale: moves, toll: Some(toll) })?;
        let worth = |found: &Found| found.value * i128::from(moves) + i128::from(found.moves) * gain;
        if worth(&found) < worth(few) && found.moves > few.moves && found.moves < many.moves {
            self.between(few, &found, points)?;
            points.push(found.clone());
            self.between(&found, many, points)?;
        }
        Ok(())
    }

    /// The seats that change hands or are filled, with who holds them today.
    fn rows(&self, found: &Found) -> Vec<(Option<CadreId>, Proposed)> {
        let mut rows = Vec::new();
        for (area, solved) in self.areas.iter().zip(&found.solved) {
            let holders =
                area.needs.iter().zip(&solved.taken).flat_map(|(need, taken)| taken.iter().map(|_| need.holder));
            let proposed = explain::rows(area, solved, self.costs);
            rows.extend(holders.zip(proposed).filter(|(holder, row)| *holder != Some(row.cadre)));
        }
        rows
    }
}

/// How many holders give a seat up.
fn moves(area: &Area, solved: &Solved) -> u64 {
    let seats = area.needs.iter().zip(&solved.taken);
    let is_moved = |(need, taken): &(&super::area::Need, &Vec<u32>)| {
        need.holder.is_some_and(|holder| !taken.iter().any(|at| area.people[*at as usize].cadre == holder))
    };
    seats.filter(is_moved).count() as u64
}

/// What a roster costs, without the price of its moves.
fn cost(area: &Area, solved: &Solved, costs: &Costs) -> i64 {
    explain::rows(area, solved, costs).iter().map(|row| row.cost).sum()
}
