//! A proposal (đề xuất phân công): assignments suggested for empty seats, not saved; why these, and why some stay empty.

use super::day::Day;
use super::id::{CadreId, DutyId, UnitId};

/// Assignments suggested as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The day as of which seats are empty.
    pub day: Day,
    /// The suggestions, by duty in the policy's order, then by unit code and cadre code.
    pub rows: Vec<Proposed>,
    /// Seats that stay empty, in the same order.
    pub unfilled: Vec<Unfilled>,
    /// The cost of all suggestions together.
    pub cost: i64,
    /// What no proposal that fills as many seats can cost less than; the same as the cost.
    pub lower_bound: i64,
}

/// One suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// Where.
    pub unit: UnitId,
    /// What for.
    pub duty: DutyId,
    /// Who.
    pub cadre: CadreId,
    /// What it adds to the cost.
    pub cost: i64,
    /// Why this cadre.
    pub because: Because,
}

/// How far a seat is from where a cadre is at home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Distance {
    /// The unit itself, or the one right above it.
    OwnUnit,
    /// A unit under the same unit.
    SameParent,
    /// Within the area that the duty keeps its holders in.
    SameWithin,
    /// Anywhere else.
    Elsewhere,
}

/// Why a cadre is suggested for a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// How far the seat is from home.
    pub distance: Distance,
    /// Whether the cadre held this very seat before.
    pub is_returning: bool,
    /// How many units the cadre holds under the duty already, earlier rows of the proposal included.
    pub held: u32,
    /// How many others could take the seat and are as near.
    pub as_near: u32,
    /// The fewest units that any of these holds then; `None` where there is none.
    pub least_held: Option<u32>,
    /// Whether the office wants it so.
    pub is_pinned: bool,
}

/// A seat that nobody can take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfilled {
    /// Where.
    pub unit: UnitId,
    /// What for.
    pub duty: DutyId,
    /// How many seats.
    pub count: u32,
    /// Whether the gap is accepted for now.
    pub is_accepted: bool,
    /// Why nobody fits.
    pub why: Why,
    /// The least that would have to be different for it to be filled.
    pub relaxation: Relaxation,
}

/// How many people there are at each step towards a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Why {
    /// Whether the office wants somebody there who cannot come.
    pub is_pinned: bool,
    /// Whether anybody of the levels that the duty takes is at work, wherever.
    pub is_staffed: bool,
    /// People at work of these levels who belong to the seat's area and are not kept from it.
    pub in_area: u32,
    /// Those of them who hold fewer units than they may, before this proposal.
    pub with_room: u32,
}

/// The least that would fill a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relaxation {
    /// Another limit of units per cadre.
    Limit {
        /// As it is.
        from: u32,
        /// As it would have to be.
        to: u32,
    },
    /// Somebody of another area.
    Neighbour {
        /// Who.
        cadre: CadreId,
    },
    /// One more cadre in a unit.
    OneMore {
        /// Where the cadre would be at home.
        home: UnitId,
    },
}

/// What the office wants of a pair of cadre and unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// This cadre and nobody else.
    Keep,
    /// Never this cadre.
    Never,
}

/// A pair of cadre and unit that is wanted or forbidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Who.
    pub cadre: CadreId,
    /// Where.
    pub unit: UnitId,
    /// What is wanted.
    pub wish: Wish,
}

/// A roster a few moves away from today's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebalance {
    /// What each further move buys, for every number of moves up to the one that was asked for.
    pub curve: Vec<Point>,
    /// The seats that change hands or are filled, with who holds them today.
    pub rows: Vec<(Option<CadreId>, Proposed)>,
}

/// The cost of the best roster of some moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// How many holders give a seat up.
    pub moves: u64,
    /// How many seats stay empty.
    pub empty: u64,
    /// What the whole roster costs.
    pub cost: i64,
    /// What no roster of as many moves, with as few seats left, can cost less than; the same as the cost but where trying
    /// on would have taken too long.
    pub lower_bound: i64,
}
