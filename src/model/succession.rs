//! A succession (kế thừa địa bàn): which unit took another's place, from which day, by which decision.

use super::Text;
use super::day::Day;
use super::id::UnitId;

/// One unit that took the place of another, whole or in part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    /// Its row in the database.
    pub row: u32,
    /// The unit that is over.
    pub old: UnitId,
    /// The unit that took its place; `None` where it was abolished.
    pub new: Option<UnitId>,
    /// The first day of the new state.
    pub day: Day,
    /// Whether the old unit went over as a whole.
    pub is_whole: bool,
    /// Number of the decision.
    pub decision_no: Text,
}
