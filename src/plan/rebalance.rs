//! The best roster a few moves away from today's, and what each further move buys.
//!
//! Every area has its best rosters of 0, 1, 2 ... moves; which of them go together best is found area by area, for every
//! number of moves at once.

use super::area::{Area, Field};
use super::cost::Costs;
use super::moves::{Best, best, moved};
use super::solve::{Prices, Solved};
use super::{Fault, Request, explain};
use crate::model::id::{CadreId, DutyId};
use crate::model::proposal::{Point, Proposed, Rebalance};
use crate::model::snapshot::Snapshot;
use crate::work::on_threads;

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
    let prices = Prices::of(&areas, &costs);
    let most = u64::from(most);
    let of_areas = on_threads(request.threads, areas.len(), |at| best(&areas[at], &costs, &prices, most));
    let of_areas = of_areas.into_iter().collect::<Result<Vec<_>, _>>()?;
    let best = Together::of(&of_areas, most, |best| best.found.value);
    let bounds = Together::of(&of_areas, most, |best| best.bound).values;
    let mut curve: Vec<Point> = Vec::new();
    let mut last: Option<(Vec<usize>, i128)> = None;
    for (moves, (value, bound)) in best.values.iter().zip(&bounds).enumerate() {
        // The last number of moves is told as well where it is not known whether they gain anything.
        let is_open = moves + 1 == bounds.len() && bound < value;
        if is_open || last.as_ref().is_none_or(|(_, before)| value < before) {
            let roster = best.roster(moves);
            let found = || of_areas.iter().zip(&roster).map(|(best, moves)| &best[*moves].found);
            let (empty, cost) = (found().map(|found| found.empty).sum(), found().map(|found| found.cost).sum());
            let below = i64::try_from(value - bound).map_err(|_| Fault::NotProven)?;
            curve.push(Point { moves: moves as u64, empty, cost, lower_bound: cost - below });
            last = Some((roster, *value));
        }
    }
    let Some((roster, _)) = last else { return Err(Fault::NotProven) };
    let chosen = areas.iter().zip(of_areas.iter().zip(&roster));
    let rows = chosen.flat_map(|(area, (best, moves))| rows(area, &best[*moves].found.solved, &costs)).collect();
    Ok(Rebalance { curve, rows })
}

/// The best rosters of all areas together, for 0, 1, 2 ... moves.
struct Together {
    values: Vec<i128>,
    /// For each area and number of moves in all areas up to it, how many are the area's own.
    picks: Vec<Vec<u32>>,
}

impl Together {
    fn of(of_areas: &[Vec<Best>], most: u64, value: impl Fn(&Best) -> i128) -> Self {
        let most = usize::try_from(most).unwrap_or(usize::MAX).saturating_add(1);
        let mut values: Vec<i128> = vec![0];
        let mut picks: Vec<Vec<u32>> = Vec::with_capacity(of_areas.len());
        for bests in of_areas {
            let width = (values.len() + bests.len() - 1).min(most);
            let (mut next, mut picked) = (vec![i128::MAX; width], vec![0; width]);
            for (own, best) in bests.iter().enumerate() {
                let value = value(best);
                for (others, sum) in values.iter().enumerate().take(width.saturating_sub(own)) {
                    if sum + value < next[others + own] {
                        (next[others + own], picked[others + own]) = (sum + value, own as u32);
                    }
                }
            }
            values = next;
            picks.push(picked);
        }
        Together { values, picks }
    }

    /// How many moves each area has at most in the best roster of so many.
    fn roster(&self, moves: usize) -> Vec<usize> {
        let mut left = moves;
        let own = |picked: &Vec<u32>| {
            let own = picked[left] as usize;
            left -= own;
            own
        };
        let mut roster: Vec<usize> = self.picks.iter().rev().map(own).collect();
        roster.reverse();
        roster
    }
}

/// The seats that change hands or are filled, with who holds them today.
fn rows(area: &Area, solved: &Solved, costs: &Costs) -> Vec<(Option<CadreId>, Proposed)> {
    let mut rows = Vec::new();
    let mut proposed = explain::rows(area, solved, costs).into_iter();
    for (need, taken) in area.needs.iter().zip(&solved.taken) {
        let own: Vec<Proposed> = proposed.by_ref().take(taken.len()).collect();
        let stays = |holder: &CadreId| own.iter().any(|row| row.cadre == *holder);
        let mut leaving = need.holders.iter().copied().filter(|holder| !stays(holder)).collect::<Vec<_>>().into_iter();
        debug_assert_eq!(leaving.len() as u64, moved(area, need, taken));
        let new = own.iter().filter(|row| !need.holders.contains(&row.cadre)).cloned();
        rows.extend(new.map(|row| (leaving.next(), row)));
    }
    rows
}
