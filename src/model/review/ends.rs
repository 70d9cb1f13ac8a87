//! The duties in numbers on one day, with the seats of which the lists do not tell yet set apart.

use super::known::Known;
use crate::model::coverage::Coverage;
use crate::model::id::{DutyId, UnitId};
use crate::model::seats::Seats;
use crate::model::snapshot::Snapshot;

/// One duty in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct End {
    /// Different cadres who hold it.
    pub cadres: u64,
    /// Units that need it.
    pub units: u64,
    /// Seats needed.
    pub seats: u64,
    /// Needed seats that are held.
    pub filled: u64,
    /// Needed seats that are not held, accepted ones included.
    pub gaps: u64,
    /// Gaps that are accepted.
    pub accepted: u64,
    /// Needed seats of which the lists do not tell yet.
    pub untold: u64,
}

impl End {
    /// Seats of which the lists tell.
    pub fn told(&self) -> u64 {
        self.filled + self.gaps
    }
}

/// The duties in force on the day of a snapshot, in numbers, where it `holds`.
pub fn ends(snapshot: &Snapshot, known: &Known, holds: impl Fn(UnitId) -> bool) -> Vec<(DutyId, End)> {
    let seats = Seats::within(snapshot, holds);
    let mut untold = vec![0u64; snapshot.policy().duties.len()];
    let is_untold =
        |found: &&Coverage| found.gap() > 0 && snapshot.day < known.since(snapshot.book, found.unit, found.duty);
    for found in seats.amiss.iter().filter(is_untold) {
        untold[found.duty.index()] += u64::from(found.gap());
    }
    let totals = seats.totals.into_iter().map(|total| {
        let untold = untold[total.duty.index()];
        let end = End {
            cadres: total.cadres.into(),
            units: total.units.into(),
            seats: total.seats,
            filled: total.filled,
            gaps: total.gaps - untold,
            accepted: total.accepted,
            untold,
        };
        (total.duty, end)
    });
    totals.collect()
}
