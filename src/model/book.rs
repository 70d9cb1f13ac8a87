//! The book: everything an office has told, of all days.

use std::collections::HashSet;

use super::Text;
use super::assignment::Assignment;
use super::attendance::Attendance;
use super::cadre::Cadre;
use super::decision::Decision;
use super::feedback::Feedback;
use super::id::{AssignmentId, CadreId, LevelId, UnitId};
use super::list::Kind;
use super::meeting::Meeting;
use super::policy::Policy;
use super::seat::SeatRule;
use super::succession::Succession;
use super::unit::Unit;
use super::vacancy::Vacancy;

/// The database that a book was read from, and how far it had come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// What tells the database from every other one; empty before its first change.
    pub database: Text,
    /// Number of its last change; 0 before the first.
    pub change: i64,
}

/// What a part of a book has to know of the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outside {
    /// The levels that have a unit in the whole book on the day that the part was read for.
    pub used_levels: Vec<LevelId>,
    /// The levels that have a single unit there on that day.
    pub lone_levels: Vec<LevelId>,
    /// The levels of cadres of whom somebody, anywhere, is at work on the day from which people are looked for.
    pub staffed_levels: Vec<LevelId>,
    /// The last keys in the whole database, where rows are added to the part.
    pub last_rows: LastRows,
}

/// The last key of each table. A whole book tells none: its own rows do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "one key per list, under its name")]
pub struct LastRows {
    pub units: u32,
    pub cadres: u32,
    pub assignments: u32,
    pub vacancies: u32,
    pub seats: u32,
    pub meetings: u32,
    pub attendance: u32,
    pub feedback: u32,
}

impl LastRows {
    /// The last key of a list; decisions are few and never read in part.
    pub fn of(&self, list: Kind) -> u32 {
        match list {
            Kind::Units => self.units,
            Kind::Cadres => self.cadres,
            Kind::Assignments => self.assignments,
            Kind::Vacancies => self.vacancies,
            Kind::Seats => self.seats,
            Kind::Meetings => self.meetings,
            Kind::Attendance => self.attendance,
            Kind::Feedback => self.feedback,
            Kind::Decisions => 0,
        }
    }
}

/// All rows of one database, or those of a part of it, with its policy. Ids are positions in these lists. Attendance
/// and feedback are empty unless they were asked for.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "one list per thing, under its name")]
pub struct Book {
    pub origin: Origin,
    pub policy: Policy,
    pub units: Vec<Unit>,
    pub cadres: Vec<Cadre>,
    pub assignments: Vec<Assignment>,
    pub vacancies: Vec<Vacancy>,
    pub seats: Vec<SeatRule>,
    pub successions: Vec<Succession>,
    pub decisions: Vec<Decision>,
    pub meetings: Vec<Meeting>,
    pub attendance: Vec<Attendance>,
    pub feedback: Vec<Feedback>,
    pub outside: Option<Outside>,
}

impl Book {
    /// An empty book under a policy.
    pub fn new(policy: Policy) -> Self {
        Book { policy, ..Book::default() }
    }

    /// The last keys in the whole database, where this is a part of it.
    pub fn last_rows(&self) -> LastRows {
        self.outside.as_ref().map(|outside| outside.last_rows).unwrap_or_default()
    }

    /// The unit of an id.
    pub fn unit(&self, id: UnitId) -> &Unit {
        &self.units[id.index()]
    }

    /// The cadre of an id.
    pub fn cadre(&self, id: CadreId) -> &Cadre {
        &self.cadres[id.index()]
    }

    /// The assignment of an id.
    pub fn assignment(&self, id: AssignmentId) -> &Assignment {
        &self.assignments[id.index()]
    }

    /// The unit and those above it, lowest first. Ends after as many steps as there are levels,
    /// whatever the data says.
    pub fn chain(&self, unit: UnitId) -> impl Iterator<Item = UnitId> {
        std::iter::successors(Some(unit), |at| self.unit(*at).parent).take(self.policy.levels.len().max(1))
    }

    /// The unit above (or at) `unit` that stands on `level`; groups count as above their members.
    pub fn ancestor(&self, unit: UnitId, level: super::id::LevelId) -> Option<UnitId> {
        self.chain(unit).find_map(|at| {
            let here = self.unit(at);
            if here.level == level {
                return Some(at);
            }
            here.group.filter(|group| self.unit(*group).level == level)
        })
    }

    /// The part around a unit: who is at home there or holds something there, with all that these hold; every unit, but
    /// vacancies and numbers of seats of those there alone.
    pub fn around(mut self, top: UnitId) -> Book {
        let is_there: Vec<bool> = (0..self.units.len()).map(|at| self.is_under(UnitId::at(at), top)).collect();
        let is_there = |unit: UnitId| is_there[unit.index()];
        let mut is_kept: Vec<bool> = self.cadres.iter().map(|cadre| is_there(cadre.home)).collect();
        for row in self.assignments.iter().filter(|row| is_there(row.unit)) {
            is_kept[row.cadre.index()] = true;
        }
        let mut ids: Vec<Option<CadreId>> = Vec::with_capacity(is_kept.len());
        let mut kept = 0;
        for is_kept in &is_kept {
            ids.push(is_kept.then(|| CadreId::at(kept)));
            kept += usize::from(*is_kept);
        }
        let mut is_kept = is_kept.into_iter();
        self.cadres.retain(|_| is_kept.next().unwrap_or_default());
        let moved = |row: Assignment| Some(Assignment { cadre: ids[row.cadre.index()]?, ..row });
        // What is told of somebody who is not kept goes; what is told of a meeting stays.
        let of_kept = |row: Attendance| {
            let cadre = row.cadre.map(|cadre| ids[cadre.index()]);
            (cadre != Some(None)).then(|| Attendance { cadre: cadre.flatten(), ..row })
        };
        let attendance = self.attendance.into_iter().filter(|row| is_there(row.unit));
        self.attendance = attendance.filter_map(of_kept).collect();
        self.feedback.retain(|row| is_there(row.unit));
        self.assignments = self.assignments.into_iter().filter_map(moved).collect();
        self.vacancies.retain(|row| is_there(row.unit));
        self.seats.retain(|row| is_there(row.unit));
        let held: HashSet<UnitId> = self.assignments.iter().map(|row| row.unit).collect();
        self.meetings.retain(|row| is_there(row.unit) || held.contains(&row.unit));
        self
    }

    /// Whether `unit` is `top` or stands below it; members stand below their group.
    pub fn is_under(&self, unit: UnitId, top: UnitId) -> bool {
        self.chain(unit).any(|at| at == top || self.unit(at).group == Some(top))
    }

    /// The names from the unit up to the top, joined by commas as in an address, the
    /// unit itself first: "Tổ NDTQ số 3, Ấp An Bình, Xã An Hiệp, Huyện Châu Thành, Tỉnh Bến Tre".
    pub fn path(&self, unit: UnitId) -> String {
        let names: Vec<&str> = self.chain(unit).map(|at| self.unit(at).name.as_str()).collect();
        names.join(", ")
    }
}
