//! The proposal: every duty, every area, solved and explained.

use super::area::{Area, Field, Need, check_pairs};
use super::cost::Costs;
use super::solve::{Solved, solve};
use super::{Fault, Request, explain, relax};
use crate::model::id::{CadreId, DutyId, UnitId};
use crate::model::proposal::{Pair, Proposal, Proposed, Unfilled, Wish};
use crate::model::snapshot::Snapshot;
use crate::work::on_threads;

/// Suggests who could fill the seats that are empty on the snapshot's day.
///
/// # Errors
/// [`Fault`] when the policy or the pairs make no sense.
pub fn propose(snapshot: &Snapshot, request: &Request) -> Result<Proposal, Fault> {
    let costs = Costs::of(snapshot.policy())?;
    check_pairs(request.pairs)?;
    let mut proposal = Proposal { day: snapshot.day, rows: Vec::new(), unfilled: Vec::new(), cost: 0, lower_bound: 0 };
    for duty in duties(snapshot, request) {
        let field = Field::of(snapshot, request, &costs, duty);
        let areas = field.areas();
        for part in on_threads(request.threads, areas.len(), |at| part(&field, &areas[at])) {
            let (solved, rows, unfilled) = part?;
            proposal.cost += solved.cost;
            proposal.lower_bound += solved.lower_bound;
            proposal.rows.extend(rows);
            proposal.unfilled.extend(unfilled);
        }
    }
    Ok(proposal)
}

/// One area, solved and explained.
fn part(field: &Field, area: &Area) -> Result<(Solved, Vec<Proposed>, Vec<Unfilled>), Fault> {
    let area = &field.opened(area);
    let solved = solve(area, field.costs)?;
    let (rows, unfilled) = (explain::rows(area, &solved, field.costs), unfilled(field, area, &solved)?);
    Ok((solved, rows, unfilled))
}

fn duties(snapshot: &Snapshot, request: &Request) -> Vec<DutyId> {
    snapshot.policy().duty_ids().filter(|duty| request.duty.is_none_or(|wanted| wanted == *duty)).collect()
}

/// The seats that stay empty, with the least that would fill each.
fn unfilled(field: &Field, area: &Area, solved: &Solved) -> Result<Vec<Unfilled>, Fault> {
    let missing: Vec<(usize, u32)> = solved.missing(area).collect();
    if missing.is_empty() {
        return Ok(Vec::new());
    }
    let relaxations = relax::relaxations(field, area, &missing)?;
    let seats = missing.iter().zip(relaxations);
    Ok(seats
        .map(|((at, count), relaxation)| {
            let Need { unit, is_accepted, .. } = area.needs[*at];
            let why = explain::why(field, area, *at);
            Unfilled { unit, duty: area.duty, count: *count, is_accepted, why, relaxation }
        })
        .collect())
}

/// What it would cost to have one cadre in one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forced {
    /// The proposal as it is.
    pub best: Proposal,
    /// The proposal with the pair.
    pub forced: Proposal,
}

/// Solves once more with a pair that has to be in the proposal.
///
/// # Errors
/// As [`propose`].
pub fn force(snapshot: &Snapshot, request: &Request, unit: UnitId, cadre: CadreId) -> Result<Forced, Fault> {
    let best = propose(snapshot, request)?;
    let pairs: Vec<Pair> = request.pairs.iter().copied().chain([Pair { cadre, unit, wish: Wish::Keep }]).collect();
    let forced = propose(snapshot, &Request { pairs: &pairs, ..*request })?;
    Ok(Forced { best, forced })
}
