//! Proposals: who could fill the empty seats at the least cost, proven, and why; what would fill those that stay empty.
//! Whole numbers only. Never saves, never words anything.

pub mod calendar;
pub mod flow;

mod area;
mod bar;
mod cost;
mod explain;
mod mix;
mod moves;
mod offer;
mod propose;
mod rebalance;
mod relax;
mod shortlist;
mod solve;

use std::num::NonZero;

use crate::model::day::Day;
use crate::model::id::{DutyId, UnitId};
use crate::model::proposal::Pair;
use crate::model::snapshot::Snapshot;

pub use bar::{Bar, bar};
pub use propose::{Forced, force, propose};
pub use rebalance::rebalance;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'r> {
    /// The first day of the assignments; only who is at work then is suggested.
    pub from: Day,
    /// Only this duty.
    pub duty: Option<DutyId>,
    /// Only units there.
    pub under: Option<UnitId>,
    /// Only units in the tree below this one: that of which the book is a part.
    pub part: Option<UnitId>,
    /// Pairs that are wanted or forbidden.
    pub pairs: &'r [Pair],
    /// On how many threads; the answer does not depend on their number.
    pub threads: NonZero<usize>,
}

impl Request<'_> {
    /// Whether seats of a unit are asked for.
    fn covers(&self, snapshot: &Snapshot, unit: UnitId) -> bool {
        let is_in_part = |top| snapshot.book.chain(unit).any(|at| at == top);
        self.part.is_none_or(is_in_part) && snapshot.is_in(unit, self.under)
    }
}

/// Why there is no proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The policy does not say what proposals cost.
    #[error("the policy has no costs")]
    NoCosts,
    /// A cost is negative or beyond all measure, or a load costs less than the one before it.
    #[error("the policy's costs are none")]
    BadCosts,
    /// A pair is both wanted and forbidden.
    #[error("contradictory pairs")]
    Contradiction(Pair),
    /// The solver's answer did not pass its own proof; nothing is suggested.
    #[error("not proven")]
    NotProven,
}
