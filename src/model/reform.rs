//! A reform (sắp xếp đơn vị): what the office's table says, what happened to each unit, and what is to be decided.

use super::Text;
use super::day::Day;
use super::id::{AssignmentId, CadreId, DutyId, UnitId};
use super::place::Place;

/// A row of the table: one pair of an old and a new unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the table, under their own names")]
pub struct ReformRow {
    pub old_code: Text,
    pub old_name: Text,
    pub new_code: Text,
    pub new_name: Text,
    pub rank: Text,
    pub level: Text,
    pub parent_code: Text,
    pub is_whole: bool,
    pub note: Text,
    /// File and row.
    pub place: Place,
}

/// What happened to a unit; several may be true at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the words of the office, each under its name")]
pub enum Fortune {
    Merged,
    Split,
    Renamed,
    Recoded,
    Retyped,
    Moved,
    Abolished,
    Founded,
    /// It goes with the unit above.
    Follows,
    /// It stays as it is.
    Stays,
}

impl Fortune {
    /// Every fortune.
    pub const ALL: [Fortune; 10] = [
        Fortune::Merged,
        Fortune::Split,
        Fortune::Renamed,
        Fortune::Recoded,
        Fortune::Retyped,
        Fortune::Moved,
        Fortune::Abolished,
        Fortune::Founded,
        Fortune::Follows,
        Fortune::Stays,
    ];

    /// The word used in files.
    pub fn code(self) -> &'static str {
        match self {
            Fortune::Merged => "merged",
            Fortune::Split => "split",
            Fortune::Renamed => "renamed",
            Fortune::Recoded => "recoded",
            Fortune::Retyped => "retyped",
            Fortune::Moved => "moved",
            Fortune::Abolished => "abolished",
            Fortune::Founded => "founded",
            Fortune::Follows => "follows",
            Fortune::Stays => "stays",
        }
    }
}

/// What happened to one unit, or to one part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The unit of before; none where a new one was founded.
    pub old: Option<UnitId>,
    /// The unit that took its place.
    pub new: Option<UnitId>,
    /// What happened.
    pub fortunes: Vec<Fortune>,
}

/// Why something is put to the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Issue {
    /// A unit stands below one that was split: it is not known below which part it stands now.
    BelowSplit,
    /// More hold a seat than may.
    Doubled,
    /// The unit was split or abolished: nothing took its place as a whole.
    PlaceGone,
}

impl Issue {
    /// Every issue.
    pub const ALL: [Issue; 3] = [Issue::BelowSplit, Issue::Doubled, Issue::PlaceGone];

    /// The word used in files.
    pub fn code(self) -> &'static str {
        match self {
            Issue::BelowSplit => "split",
            Issue::Doubled => "doubled",
            Issue::PlaceGone => "gone",
        }
    }
}

/// What the office may decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The assignment goes on in the unit that took the place of the old one.
    Keep,
    /// The assignment ends; a unit is abolished.
    End,
    /// The assignment goes on in another unit; a unit stands below another one.
    Move,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Verdict; 3] = [Verdict::Keep, Verdict::End, Verdict::Move];

    /// The word used in files.
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Keep => "keep",
            Verdict::End => "end",
            Verdict::Move => "move",
        }
    }
}

/// What the office decided on a unit, or on an assignment in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Code of the old unit.
    pub unit_code: Text,
    /// Code of the cadre; empty for the unit itself.
    pub cadre_code: Text,
    /// The duty; empty for the unit itself.
    pub duty: Text,
    /// What was decided; none where that is still open.
    pub verdict: Option<Verdict>,
    /// Code of the unit it moves to.
    pub to: Text,
    /// File and row.
    pub place: Place,
}

/// Something put to the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Why.
    pub issue: Issue,
    /// The old unit.
    pub unit: UnitId,
    /// The unit that took its place.
    pub new: Option<UnitId>,
    /// The assignment of before; none where it is about the unit itself.
    pub assignment: Option<AssignmentId>,
    /// What happens where nothing is decided; none where it must be.
    pub proposed: Option<Verdict>,
    /// What was decided already.
    pub decided: Option<(Verdict, Text)>,
}

/// A seat after a reform that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatAfter {
    /// Where.
    pub unit: UnitId,
    /// Which duty.
    pub duty: DutyId,
    /// How many are missing, or too many.
    pub count: u32,
}

/// What a reform comes to, beside the new book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// What happened to each unit of the table, and to those that ended without a row.
    pub told: Vec<Told>,
    /// How many units followed the unit above.
    pub followed: usize,
    /// Assignments that went on in the unit that took the place of theirs.
    pub carried: usize,
    /// Assignments that ended, by their duty.
    pub ended: Vec<(DutyId, usize)>,
    /// How many of those ended because their holder is not at work.
    pub absent: usize,
    /// Seats that more hold than may.
    pub doubled: Vec<SeatAfter>,
    /// Seats that somebody held and nobody does any more.
    pub emptied: Vec<SeatAfter>,
    /// Seats that nobody has held yet: their duty is new.
    pub unheld: Vec<(DutyId, usize)>,
    /// Cadres at work who held something before, and hold nothing any more.
    pub idle: Vec<CadreId>,
    /// What is put to the office.
    pub asked: Vec<Asked>,
}

/// A reform: the table, and from which day by which decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reform {
    /// The rows of the table.
    pub rows: Vec<ReformRow>,
    /// The first day of the new state.
    pub day: Day,
    /// Number of the decision.
    pub decision_no: Text,
    /// What the office decided on what was put to it.
    pub decided: Vec<Decided>,
}
