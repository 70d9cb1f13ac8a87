//! Coverage (độ phủ): seats held against seats needed, per (unit, duty).

use super::id::{DutyId, UnitId};
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

    /// Whether seats are empty, accepted or not, or there are more holders than are allowed.
    pub fn is_amiss(&self) -> bool {
        self.gap() > 0 || self.surplus() > 0
    }
}

/// Coverage of every (unit, duty), by duty in the policy's order, then in the book's order of units.
pub fn coverage(snapshot: &Snapshot) -> Vec<Coverage> {
    each_coverage(snapshot).collect()
}

/// The same, one by one.
pub fn each_coverage<'s>(snapshot: &'s Snapshot) -> impl Iterator<Item = Coverage> + 's {
    snapshot.policy().duty_ids().flat_map(|duty| duty_coverage(snapshot, duty))
}

/// Coverage of one duty in every unit that needs it.
pub fn duty_coverage<'s>(snapshot: &'s Snapshot, duty: DutyId) -> impl Iterator<Item = Coverage> + 's {
    let level = snapshot.policy().duty(duty).unit;
    snapshot.units_of(level).map(move |(unit, _)| seat_coverage(snapshot, unit, duty))
}

/// Coverage of one duty in one unit that needs it.
pub fn seat_coverage(snapshot: &Snapshot, unit: UnitId, duty: DutyId) -> Coverage {
    let (limits, holders) = (snapshot.limits(unit, duty), snapshot.holders(unit, duty));
    let mut found = Coverage { unit, duty, limits, holders, accepted: false };
    found.accepted = found.gap() > 0 && snapshot.vacancy(unit, duty).is_some();
    found
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
