//! Who came to a meeting: what a unit's sheet of attendance says, person by person, and of the households that it
//! asked.

use super::Text;
use super::day::Day;
use super::id::{CadreId, UnitId};

/// What is told of one meeting: of one cadre who had to come, or of the meeting itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// Its row in the database.
    pub row: u32,
    /// Whose meeting it is.
    pub unit: UnitId,
    /// What met: the name of one of the policy's windows, or of another meeting.
    pub meeting: Text,
    /// On which day.
    pub day: Day,
    /// Of whom it is told; `None` is of the meeting itself.
    pub cadre: Option<CadreId>,
    /// Whether the cadre came, or the meeting was held.
    pub presence: Presence,
    /// Why not.
    pub reason: Text,
    /// Households that the meeting asked to come, on whichever of its rows.
    pub invited: Option<u32>,
    /// Households that came to it.
    pub came: Option<u32>,
    /// Free text.
    pub note: Text,
}

impl Attendance {
    /// A row that says of a meeting no more than who came, or whether it was held.
    pub fn plain(
        row: u32,
        (unit, meeting, day): (UnitId, Text, Day),
        cadre: Option<CadreId>,
        presence: Presence,
    ) -> Self {
        let (reason, note) = Default::default();
        Attendance { row, unit, meeting, day, cadre, presence, reason, invited: None, came: None, note }
    }
}

/// Whether somebody came, or a meeting was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Presence {
    /// The cadre came.
    Present,
    /// The cadre did not come, and nobody knows why.
    Absent,
    /// The cadre did not come, with leave.
    Excused,
    /// The meeting was held.
    Held,
    /// The meeting was not held.
    NotHeld,
}

impl Presence {
    /// Every one.
    pub const ALL: [Presence; 5] =
        [Presence::Present, Presence::Absent, Presence::Excused, Presence::Held, Presence::NotHeld];

    /// The word in files and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Presence::Present => "present",
            Presence::Absent => "absent",
            Presence::Excused => "excused",
            Presence::Held => "held",
            Presence::NotHeld => "not-held",
        }
    }

    /// The one of a word.
    pub fn of_code(code: &str) -> Option<Self> {
        Presence::ALL.into_iter().find(|presence| presence.code() == code)
    }

    /// Whether it tells of a cadre, and not of the meeting itself.
    pub fn is_of_cadre(self) -> bool {
        matches!(self, Presence::Present | Presence::Absent | Presence::Excused)
    }
}

/// The most households that one meeting asks.
pub const MOST_INVITED: u32 = 100_000;
