//! The seats of a day at a glance: each duty in numbers, and what is not as it should be.

use super::coverage::{Coverage, DutyTotal, Tally, each_coverage};
use super::gap::{Openings, openings};
use super::id::{CadreId, UnitId};
use super::snapshot::Snapshot;

/// What the seats of a day come to. It holds no seat that is as it should be, so that a nation's take no more room than
/// its gaps.
#[derive(Debug, Default)]
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
