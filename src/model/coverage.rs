//! Coverage (độ phủ): seats held against seats needed, per (unit, duty).

use std::collections::{HashMap, HashSet};

use super::assignment::Assignment;
use super::cadre::Status;
use super::day::{Day, day_after};
use super::id::{AssignmentId, CadreId, DutyId, UnitId};
use super::seat::SeatLimits;
use super::snapshot::Snapshot;

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
    pub holders: Vec<AssignmentId>,
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
    pub seats: u32,
    /// Needed seats that are held.
    pub filled: u32,
    /// Needed seats that are not held, accepted ones included.
    pub gaps: u32,
    /// Gaps that are accepted.
    pub accepted: u32,
    /// Different cadres who hold it.
    pub cadres: u32,
}

/// Each duty in numbers, in the policy's order.
pub fn duty_totals(snapshot: &Snapshot, coverage: &[Coverage]) -> Vec<DutyTotal> {
    let empty =
        |duty| DutyTotal { duty, units: 0, units_held: 0, seats: 0, filled: 0, gaps: 0, accepted: 0, cadres: 0 };
    let mut totals: Vec<DutyTotal> = snapshot.policy().duty_ids().map(empty).collect();
    let mut cadres: Vec<HashSet<CadreId>> = vec![HashSet::new(); totals.len()];
    for found in coverage {
        let total = &mut totals[found.duty.index()];
        total.units += 1;
        total.units_held += u32::from(found.held() > 0);
        total.seats += found.limits.min;
        total.filled += found.limits.min - found.gap();
        total.gaps += found.gap();
        total.accepted += if found.accepted { found.gap() } else { 0 };
        cadres[found.duty.index()].extend(found.holders.iter().map(|id| snapshot.book.assignment(*id).cadre));
    }
    for (total, cadres) in totals.iter_mut().zip(&cadres) {
        total.cadres = u32::try_from(cadres.len()).unwrap_or(u32::MAX);
    }
    totals
}

/// The first day of every gap: the day after the last holder's last day at work. A gap that
/// nobody is known to have held before has no entry.
pub fn empty_since(snapshot: &Snapshot, coverage: &[Coverage]) -> HashMap<(UnitId, DutyId), Day> {
    let gaps: HashSet<(UnitId, DutyId)> =
        coverage.iter().filter(|found| found.gap() > 0).map(|found| (found.unit, found.duty)).collect();
    let mut since = HashMap::new();
    for assignment in &snapshot.book.assignments {
        let seat = (assignment.unit, assignment.duty);
        if !gaps.contains(&seat) {
            continue;
        }
        if let Some(day) = first_day_without(snapshot, assignment) {
            let latest = since.entry(seat).or_insert(day);
            *latest = day.max(*latest);
        }
    }
    since
}

/// The first day, up to the snapshot's, on which an assignment that had begun no longer covers.
fn first_day_without(snapshot: &Snapshot, assignment: &Assignment) -> Option<Day> {
    let cadre = snapshot.book.cadre(assignment.cadre);
    if assignment.period.from.is_some_and(|from| from > snapshot.day) {
        return None;
    }
    let over = assignment.period.to.map(day_after);
    let left = cadre.status_from.filter(|_| cadre.status != Status::Active);
    over.into_iter().chain(left).min().filter(|day| *day <= snapshot.day)
}
