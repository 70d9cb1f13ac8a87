//! Coverage (độ phủ): seats held against seats needed, per (unit, duty).

use std::collections::HashSet;

use super::id::{CadreId, DutyId, UnitId};
use super::seat::SeatLimits;
use super::snapshot::{Holders, Snapshot};

/// Coverage of one duty in one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Where.
    pub unit: UnitId,
    /// Which duty.
    pub duty: DutyId,
    /// Holders needed and allowed.
    pub limits: SeatLimits,
    /// Who covers it.
    pub holders: Holders,
    /// Whether a gap, if there is one, is accepted on the day.
    pub accepted: bool,
}

impl Coverage {
    /// Seats held.
    pub fn held(&self) -> u32 {
        u32::try_from(self.holders.len()).unwrap_or(u32::MAX)
    }

    /// Seats that are needed and not held (còn trống).
    pub fn gap(&self) -> u32 {
        self.limits.min.saturating_sub(self.held())
    }

    /// Whether seats are empty and nobody accepted it.
    pub fn is_open(&self) -> bool {
        self.gap() > 0 && !self.accepted
    }

    /// Empty seats that are accepted.
    pub fn accepted_gap(&self) -> u32 {
        if self.accepted { self.gap() } else { 0 }
    }

    /// Holders beyond what is allowed (vượt).
    pub fn surplus(&self) -> u32 {
        self.limits.max.map_or(0, |max| self.held().saturating_sub(max))
    }
}

/// Coverage of every (unit, duty), by duty in the policy's order, then in the book's order of units.
pub fn coverage(snapshot: &Snapshot) -> Vec<Coverage> {
    snapshot.policy().duty_ids().flat_map(|duty| duty_coverage(snapshot, duty)).collect()
}

/// Coverage of one duty in every unit that needs it.
pub fn duty_coverage<'s>(snapshot: &'s Snapshot, duty: DutyId) -> impl Iterator<Item = Coverage> + 's {
    let level = snapshot.policy().duty(duty).unit;
    snapshot.units_of(level).map(move |(unit, _)| {
        let mut found = Coverage {
            unit,
            duty,
            limits: snapshot.limits(unit, duty),
            holders: snapshot.holders(unit, duty),
            accepted: false,
        };
        found.accepted = found.gap() > 0 && snapshot.vacancy(unit, duty).is_some();
        found
    })
}

/// One duty in numbers, as a leader quotes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyTotal {
    /// Which duty.
    pub duty: DutyId,
    /// Units that need it.
    pub units: u32,
    /// Units with at least one holder.
    pub units_held: u32,
    /// Seats needed.
    pub seats: u64,
    /// Needed seats that are held.
    pub filled: u64,
    /// Needed seats that are not held, accepted ones included.
    pub gaps: u64,
    /// Gaps that are accepted.
    pub accepted: u64,
    /// Different cadres who hold it.
    pub cadres: u32,
}

impl DutyTotal {
    /// Adds the numbers of another part of the office, in which other people are at home.
    pub fn add(&mut self, part: &DutyTotal) {
        self.units += part.units;
        self.units_held += part.units_held;
        self.seats += part.seats;
        self.filled += part.filled;
        self.gaps += part.gaps;
        self.accepted += part.accepted;
        self.cadres += part.cadres;
    }
}

/// For each duty, in the policy's order, how many different cadres who are at home in some units hold it, wherever.
pub fn holders_at(snapshot: &Snapshot, coverage: &[Coverage], is_home: impl Fn(UnitId) -> bool) -> Vec<u32> {
    let holders = coverage.iter().flat_map(|found| found.holders.iter().map(|id| (found.duty, *id)));
    let holders = holders.map(|(duty, id)| (duty, snapshot.book.assignment(id).cadre));
    let at_home = holders.filter(|(_, cadre)| is_home(snapshot.book.cadre(*cadre).home));
    let mut pairs: Vec<(DutyId, CadreId)> = at_home.collect();
    pairs.sort_unstable();
    pairs.dedup();
    let count = |duty: DutyId| pairs.iter().filter(|(held, _)| *held == duty).count();
    snapshot.policy().duty_ids().map(|duty| u32::try_from(count(duty)).unwrap_or(u32::MAX)).collect()
}

/// Each duty in numbers, in the policy's order.
pub fn duty_totals(snapshot: &Snapshot, coverage: &[Coverage]) -> Vec<DutyTotal> {
    let empty =
        |duty| DutyTotal { duty, units: 0, units_held: 0, seats: 0, filled: 0, gaps: 0, accepted: 0, cadres: 0 };
    let policy = snapshot.policy();
    let mut totals: Vec<DutyTotal> = (0..policy.duties.len()).map(DutyId::at).map(empty).collect();
    let mut cadres: Vec<HashSet<CadreId>> = vec![HashSet::new(); totals.len()];
    for found in coverage {
        let total = &mut totals[found.duty.index()];
        total.units += 1;
        total.units_held += u32::from(found.held() > 0);
        total.seats += u64::from(found.limits.min);
        total.filled += u64::from(found.limits.min - found.gap());
        total.gaps += u64::from(found.gap());
        total.accepted += u64::from(found.accepted_gap());
        cadres[found.duty.index()].extend(found.holders.iter().map(|id| snapshot.book.assignment(*id).cadre));
    }
    for (total, cadres) in totals.iter_mut().zip(&cadres) {
        total.cadres = u32::try_from(cadres.len()).unwrap_or(u32::MAX);
    }
    policy.duty_ids().map(|duty| totals[duty.index()].clone()).collect()
}
