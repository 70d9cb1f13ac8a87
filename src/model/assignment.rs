//! An assignment (phân công): this cadre, this duty, this unit, from-to, by this decision.

use super::Shared;
use super::day::Period;
use super::id::{CadreId, DutyId, UnitId};

/// One cadre's responsibility for one unit under one duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Its row in the database.
    pub row: u32,
    /// Who.
    pub cadre: CadreId,
    /// Where.
    pub unit: UnitId,
    /// What for.
    pub duty: DutyId,
    /// When; its first day is always known.
    pub period: Period,
    /// Number of the decision it stands on; empty when none is cited.
    pub decision_no: Shared,
    /// Free text.
    pub note: Shared,
}
