//! What people offer for the seats of a unit.

use std::collections::HashMap;

use super::area::{Field, Need};
use super::cost::{Costs, Place};
use crate::model::id::{CadreId, UnitId};
use crate::model::proposal::{Distance, Wish};

/// One person for one seat.
#[derive(Clone, Copy, Debug)]
pub struct Offer {
    /// Position of the person in the area.
    pub person: u32,
    /// How far the seat is from home.
    pub distance: Distance,
    /// Whether the person held this very seat before.
    pub is_returning: bool,
    /// Whether the office wants it so.
    pub is_pinned: bool,
    /// Whether somebody else would have to give the seat up.
    pub is_move: bool,
    /// The cost, without that of the load.
    pub cost: i64,
}

/// What is the same for everybody who may take the seats of a unit.
pub struct Seat<'s> {
    costs: &'s Costs,
    wishes: &'s HashMap<(CadreId, UnitId), Wish>,
    place: Place,
    unit: UnitId,
    is_pinned: bool,
    holders: Vec<CadreId>,
    held_by: Vec<CadreId>,
    returning: &'s [CadreId],
    is_home: bool,
}

impl<'s> Seat<'s> {
    /// The seat of a need.
    pub fn of(field: &'s Field, need: &Need, place: Place, homes: &[Place]) -> Self {
        let rows = field.snapshot.of_unit(need.unit).filter(|(_, row)| row.duty == field.duty);
        Seat {
            costs: field.costs,
            wishes: &field.pairs,
            place,
            unit: need.unit,
            is_pinned: field.is_pinned(need.unit),
            holders: need.holders.clone(),
            held_by: rows.map(|(_, row)| row.cadre).collect(),
            returning: field.returning_to.get(&need.unit).map(Vec::as_slice).unwrap_or_default(),
            is_home: homes.iter().any(|home| home.is_at(need.unit)),
        }
    }

    /// Whether everybody offers the same for two units: both stand under the same one, and nobody has more to do with
    /// either of them.
    pub fn is_like(&self, other: &Seat) -> bool {
        let is_plain = |seat: &Seat| {
            let is_known = !seat.holders.is_empty() || seat.is_home || !seat.held_by.is_empty();
            seat.wishes.is_empty() && !is_known && seat.returning.is_empty()
        };
        is_plain(self) && is_plain(other) && self.place.is_beside(&other.place)
    }

    /// What a person offers; nothing where the office forbids it, or the person holds the unit already.
    pub fn offer(&self, at: usize, cadre: CadreId, home: &Place) -> Option<Offer> {
        let is_holder = self.holders.contains(&cadre);
        let wish = if self.wishes.is_empty() { None } else { self.wishes.get(&(cadre, self.unit)).copied() };
        let is_kept_out = self.is_pinned && wish != Some(Wish::Keep) || wish == Some(Wish::Never);
        if (is_kept_out || self.held_by.contains(&cadre)) && !is_holder {
            return None;
        }
        let distance = self.place.distance(home);
        let is_returning = self.returning.contains(&cadre);
        let cost = self.costs.of_seat(distance, is_returning);
        let (is_pinned, is_move) = (wish == Some(Wish::Keep), !self.holders.is_empty() && !is_holder);
        Some(Offer { person: u32::try_from(at).ok()?, distance, is_returning, is_pinned, is_move, cost })
    }
}
