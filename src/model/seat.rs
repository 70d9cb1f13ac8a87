//! How many seats (vị trí) a unit has for a duty, where it differs from the duty's own numbers.

use super::id::{DutyId, UnitId};

/// The most seats a unit may have for one duty; more is a slip of the keyboard.
pub const MOST_SEATS: u32 = 10_000;

/// The fewest and the most holders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatLimits {
    /// Holders that are needed.
    pub min: u32,
    /// Holders that are allowed; `None` is any number.
    pub max: Option<u32>,
}

/// One unit's own number of seats for one duty; it stands above the policy's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRule {
    /// Its row in the database.
    pub row: u32,
    /// Where.
    pub unit: UnitId,
    /// For which duty.
    pub duty: DutyId,
    /// The numbers.
    pub limits: SeatLimits,
}
