//! A unit (đơn vị, địa bàn): a place in the tree.

use super::day::Period;
use super::id::{LevelId, UnitId};
use super::{Shared, Text};

/// The most households a unit may have.
pub const MOST_HOUSEHOLDS: u32 = 50_000_000;

/// A place in the tree. A code means a unit only together with a day: official codes are reused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its row in the database.
    pub row: u32,
    /// Official or office code; no two units in force on the same day share one.
    pub code: Text,
    /// Full name with its rank, as published ("Xã An Hiệp").
    pub name: Text,
    /// The rung it stands on.
    pub level: LevelId,
    /// The unit above; `None` at the top.
    pub parent: Option<UnitId>,
    /// The overlay unit (cluster) that it belongs to.
    pub group: Option<UnitId>,
    /// Rank in words ("Xã", "Thị trấn"), where the office keeps it.
    pub rank: Shared,
    /// Number of households, where known.
    pub households: Option<u32>,
    /// The days on which it exists.
    pub period: Period,
    /// Free text.
    pub note: Shared,
}
