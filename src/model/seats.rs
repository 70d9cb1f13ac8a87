//! The seats of a day at a glance: each duty in numbers, and what is not as it should be.

use super::coverage::{Coverage, DutyTotal, each_coverage};
use super::gap::{Openings, openings};
use super::id::{CadreId, DutyId, UnitId};
use super::snapshot::Snapshot;

/// What the seats of a day come to. It holds no seat that is as it should be, so that a nation's take no more room than
/// its gaps.
#[derive(Debug)]
pub struct Seats {
    /// Each duty in numbers, in the policy's order.
    pub totals: Vec<DutyTotal>,
    /// Where seats are empty, or there are too many holders; in the order of [`coverage`](super::coverage::coverage).
    pub amiss: Vec<Coverage>,
    /// How each gap opened.
    pub openings: Openings,
}

impl Seats {
    /// All of them.
    pub fn of(snapshot: &Snapshot) -> Self {
        Seats::within(snapshot, |_| true)
    }

    /// Those of the units that are asked for.
    pub fn within(snapshot: &Snapshot, is_asked: impl Fn(UnitId) -> bool) -> Self {
        Seats::counted(snapshot, is_asked, |is_asked, _| is_asked)
    }

    /// Those of the units that are asked for, with the cadres who are at home there in place of those who hold them: what
    /// parts of an office add up to counts each cadre once.
    pub fn with_those_at_home(snapshot: &Snapshot, is_asked: impl Fn(UnitId) -> bool) -> Self {
        Seats::counted(snapshot, &is_asked, |_, cadre| is_asked(snapshot.book.cadre(cadre).home))
    }

    /// `counts` tells, of whether a unit is asked for and of one who holds a seat there, if that cadre counts.
    fn counted(snapshot: &Snapshot, is_asked: impl Fn(UnitId) -> bool, counts: impl Fn(bool, CadreId) -> bool) -> Self {
        let (mut tally, mut amiss) = (Tally::new(snapshot), Vec::new());
        for found in each_coverage(snapshot) {
            let is_asked = is_asked(found.unit);
            tally.add_holders(&found, |cadre| counts(is_asked, cadre));
            if is_asked {
                tally.add_seats(&found);
                if found.is_amiss() {
                    amiss.push(found);
                }
            }
        }
        Seats { totals: tally.totals(), openings: openings(snapshot, &amiss), amiss }
    }
}

/// Duties in numbers, counted seat by seat.
struct Tally<'s, 'b> {
    snapshot: &'s Snapshot<'b>,
    /// By duty.
    totals: Vec<DutyTotal>,
    /// Of each duty, which cadres hold it.
    held_by: Vec<Vec<bool>>,
}

impl<'s, 'b> Tally<'s, 'b> {
    /// Of no seat yet.
    fn new(snapshot: &'s Snapshot<'b>) -> Self {
        let empty =
            |duty| DutyTotal { duty, units: 0, units_held: 0, seats: 0, filled: 0, gaps: 0, accepted: 0, cadres: 0 };
        let totals: Vec<DutyTotal> = (0..snapshot.policy().duties.len()).map(DutyId::at).map(empty).collect();
        let held_by = vec![Vec::new(); totals.len()];
        Tally { snapshot, totals, held_by }
    }

    /// Counts the seats of a unit.
    fn add_seats(&mut self, found: &Coverage) {
        let total = &mut self.totals[found.duty.index()];
        total.units += 1;
        total.units_held += u32::from(found.held() > 0);
        total.seats += u64::from(found.limits.min);
        total.filled += u64::from(found.limits.min - found.gap());
        total.gaps += u64::from(found.gap());
        total.accepted += u64::from(found.accepted_gap());
    }

    /// Counts the cadres who hold them, each once, where they are asked for.
    fn add_holders(&mut self, found: &Coverage, is_asked: impl Fn(CadreId) -> bool) {
        let book = self.snapshot.book;
        let (total, held_by) = (&mut self.totals[found.duty.index()], &mut self.held_by[found.duty.index()]);
        if held_by.is_empty() {
            held_by.resize(book.cadres.len(), false);
        }
        for cadre in found.holders.iter().map(|id| book.assignment(*id).cadre).filter(|cadre| is_asked(*cadre)) {
            total.cadres += u32::from(!std::mem::replace(&mut held_by[cadre.index()], true));
        }
    }

    /// Each duty in numbers, in the policy's order.
    fn totals(self) -> Vec<DutyTotal> {
        self.snapshot.policy().duty_ids().map(|duty| self.totals[duty.index()].clone()).collect()
    }
}
