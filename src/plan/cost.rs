//! What a suggestion costs: whole numbers of the policy.

use super::Fault;
use crate::model::book::Book;
use crate::model::id::{LevelId, UnitId};
use crate::model::policy::{Policy, ProposeCosts};
use crate::model::proposal::Distance;

/// The most that one number may be, so that sums over a whole country fit.
const MOST: i64 = 1_000_000_000;

/// Where a unit is: what it stands under, and in which of a duty's areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    unit: UnitId,
    parent: Option<UnitId>,
    area: Option<UnitId>,
}

impl Place {
    /// The place of a unit, for a duty that is kept within areas of a level, or not.
    pub fn of(book: &Book, unit: UnitId, within: Option<LevelId>) -> Self {
        let area = within.and_then(|level| book.ancestor(unit, level));
        Place { unit, parent: book.unit(unit).parent, area }
    }

    /// Whether it is the place of a unit.
    pub fn is_at(&self, unit: UnitId) -> bool {
        self.unit == unit
    }

    /// Whether both units stand right under the same one.
    pub fn is_beside(&self, other: &Place) -> bool {
        self.parent.is_some() && (self.parent, self.area) == (other.parent, other.area)
    }

    /// How far the unit is from a home.
    pub fn distance(&self, home: &Place) -> Distance {
        if home.unit == self.unit || self.parent == Some(home.unit) {
            Distance::OwnUnit
        } else if self.parent.is_some() && home.parent == self.parent {
            Distance::SameParent
        } else if self.area.is_some() && home.area == self.area {
            Distance::SameWithin
        } else {
            Distance::Elsewhere
        }
    }
}

/// The costs of a policy, checked.
#[derive(Clone, Debug)]
pub struct Costs {
    costs: ProposeCosts,
}

impl Costs {
    /// The costs of a policy.
    ///
    /// # Errors
    /// [`Fault::NoCosts`] when it has none, [`Fault::BadCosts`] when a load costs less than the one before, or a number
    /// is negative or beyond all measure.
    pub fn of(policy: &Policy) -> Result<Self, Fault> {
        let costs = policy.propose.clone().ok_or(Fault::NoCosts)?;
        let ProposeCosts { own_unit, same_parent, same_within, elsewhere, returning, load } = &costs;
        let all = [own_unit, same_parent, same_within, elsewhere, returning];
        let is_sound = all.into_iter().chain(load).all(|cost| (0..=MOST).contains(cost));
        let is_rising = load.windows(2).all(|pair| pair[0] <= pair[1]);
        if is_sound && is_rising && !load.is_empty() { Ok(Costs { costs }) } else { Err(Fault::BadCosts) }
    }

    /// The cost of a seat, without that of the load.
    pub fn of_seat(&self, distance: Distance, is_returning: bool) -> i64 {
        let far = match distance {
            Distance::OwnUnit => self.costs.own_unit,
            Distance::SameParent => self.costs.same_parent,
            Distance::SameWithin => self.costs.same_within,
            Distance::Elsewhere => self.costs.elsewhere,
        };
        far - if is_returning { self.costs.returning } else { 0 }
    }

    /// Whether nothing costs more than a seat far from home.
    pub fn is_far_dearest(&self) -> bool {
        let ProposeCosts { own_unit, same_parent, same_within, elsewhere, .. } = &self.costs;
        [own_unit, same_parent, same_within].into_iter().all(|cost| cost <= elsewhere)
    }

    /// How many loads the policy tells one by one.
    pub fn told(&self) -> u32 {
        u32::try_from(self.costs.load.len()).unwrap_or(u32::MAX)
    }

    /// The cost of being a cadre's `nth` unit, from 1 on; what comes after the last number costs as much as it.
    pub fn of_load(&self, nth: u32) -> i64 {
        let at = usize::try_from(nth).unwrap_or(usize::MAX).saturating_sub(1);
        self.costs.load.get(at).or(self.costs.load.last()).copied().unwrap_or_default()
    }
}
