//! How many people, units, seats and gaps a part of a roster has, and that in words.

use crate::model::coverage::Coverage;
use crate::model::id::{AssignmentId, CadreId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::report::paper::Paper;

/// A part of a roster in numbers: people and units each once; seats add up over the groups.
#[derive(Debug, Default)]
pub struct Sum {
    // People and units as often as they come.
    cadres: Vec<CadreId>,
    units: Vec<UnitId>,
    seats: u64,
    gaps: u64,
}

impl Sum {
    /// Of the seats that some coverage tells of.
    pub fn of<'c>(snapshot: &Snapshot, coverage: impl IntoIterator<Item = &'c Coverage>) -> Self {
        let mut sum = Sum::default();
        for found in coverage {
            sum.cadres.extend(found.holders.iter().map(|id| snapshot.book.assignment(*id).cadre));
            sum.units.push(found.unit);
            sum.seats += u64::from(found.held().max(found.limits.min));
            sum.gaps += u64::from(found.gap());
        }
        sum
    }

    /// The same of assignments alone: each is one seat, and none is empty.
    pub fn of_assignments(snapshot: &Snapshot, assignments: &[AssignmentId]) -> Self {
        let all = || assignments.iter().map(|id| snapshot.book.assignment(*id));
        let seats = all().map(|assignment| (assignment.cadre, assignment.unit, assignment.duty)).collect();
        let (cadres, units) = all().map(|assignment| (assignment.cadre, assignment.unit)).unzip();
        Sum { cadres, units, seats: different(seats) as u64, gaps: 0 }
    }

    /// Adds another part.
    pub fn append(&mut self, other: Sum) {
        self.cadres.extend(other.cadres);
        self.units.extend(other.units);
        self.seats += other.seats;
        self.gaps += other.gaps;
    }

    /// "52 cán bộ phụ trách 78 địa bàn, còn trống 1 vị trí"; of the whole, "60 cán bộ, 87 vị trí, còn trống 1".
    pub fn in_words(&self, paper: &Paper, key: &str) -> String {
        let (cadres, units) = (different(self.cadres.clone()), different(self.units.clone()));
        let is_told = if self.seats == units as u64 { "no" } else { "yes" };
        let numbers = [("cadres", cadres.into()), ("units", units.into()), ("seats", self.seats.into())];
        let values = [&numbers[..], &[("gaps", self.gaps.into()), ("told", is_told.into())]].concat();
        paper.words.say(key, &values)
    }
}

/// How many different ones there are.
fn different<T: Ord>(mut all: Vec<T>) -> usize {
    all.sort_unstable();
    all.dedup();
    all.len()
}
