//! A snapshot: all that is known, as of one day, arranged for questions.

use std::collections::{HashMap, HashSet};

use smallvec::SmallVec;

use super::assignment::Assignment;
use super::book::Book;
use super::day::Day;
use super::id::{AssignmentId, CadreId, DutyId, LevelId, UnitId};
use super::policy::Policy;
use super::seat::SeatLimits;
use super::unit::Unit;
use super::vacancy::Vacancy;

/// Who covers a seat: one, as a rule, or nobody.
pub type Holders = SmallVec<[AssignmentId; 4]>;

/// Lists of things by the position of what they belong to, in two flat vectors.
#[derive(Debug, Default)]
struct Groups {
    starts: Vec<u32>,
    members: Vec<u32>,
}

impl Groups {
    /// Groups `pairs` of (owner, member) by owner, keeping their order; owners are below `owners`.
    fn of(owners: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut starts = vec![0u32; owners + 1];
        for (owner, _) in pairs.clone() {
            starts[owner as usize + 1] += 1;
        }
        for at in 0..owners {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut members = vec![0; starts[owners] as usize];
        for (owner, member) in pairs {
            members[next[owner as usize] as usize] = member;
            next[owner as usize] += 1;
        }
        Groups { starts, members }
    }

    fn get(&self, owner: u32) -> &[u32] {
        let owner = owner as usize;
        &self.members[self.starts[owner] as usize..self.starts[owner + 1] as usize]
    }
}

/// All that is known, as of one day. It answers; it never changes anything.
#[derive(Debug)]
pub struct Snapshot<'b> {
    /// Everything, of all days.
    pub book: &'b Book,
    /// The day.
    pub day: Day,
    /// The level of each unit that exists, and which cadres are at work: asked for much more often than anything else of
    /// them.
    existing: Vec<Option<LevelId>>,
    active: Vec<bool>,
    children: Groups,
    by_unit: Groups,
    by_cadre: Groups,
    used_levels: HashSet<LevelId>,
    lone_levels: HashSet<LevelId>,
    own_limits: HashMap<(UnitId, DutyId), SeatLimits>,
    accepted: HashMap<(UnitId, DutyId), &'b Vacancy>,
}

impl<'b> Snapshot<'b> {
    /// Looks at `book` as of `day`.
    pub fn new(book: &'b Book, day: Day) -> Self {
        let in_force = book.assignments.iter().enumerate().filter(move |(_, a)| a.period.contains(day));
        let units = book.units.iter().enumerate().filter(move |(_, unit)| unit.period.contains(day));
        let position = |at: usize| UnitId::at(at).0;
        let [used_levels, lone_levels] = levels(book, day);
        Snapshot {
            book,
            day,
            existing: book.units.iter().map(|unit| Some(unit.level).filter(|_| unit.period.contains(day))).collect(),
            active: book.cadres.iter().map(|cadre| cadre.is_active_on(day)).collect(),
            children: Groups::of(
                book.units.len(),
                units.filter_map(move |(at, unit)| Some((unit.parent?.0, position(at)))),
            ),
            by_unit: Groups::of(book.units.len(), in_force.clone().map(move |(at, a)| (a.unit.0, position(at)))),
            by_cadre: Groups::of(book.cadres.len(), in_force.map(move |(at, a)| (a.cadre.0, position(at)))),
            accepted: accepted(book, day),
            used_levels,
            lone_levels,
            own_limits: book.seats.iter().map(|rule| ((rule.unit, rule.duty), rule.limits)).collect(),
        }
    }

    /// The policy of the day.
    pub fn policy(&self) -> &'b Policy {
        self.book.policy.on(self.day)
    }

    /// Units that exist on the day, in the order of the book.
    pub fn units(&self) -> impl Iterator<Item = (UnitId, &'b Unit)> + '_ {
        self.that_are(|level| level.is_some())
    }

    /// Whether a unit exists on the day.
    pub fn exists(&self, unit: UnitId) -> bool {
        self.existing[unit.index()].is_some()
    }

    /// Units of a level that exist on the day.
    pub fn units_of(&self, level: LevelId) -> impl Iterator<Item = (UnitId, &'b Unit)> + '_ {
        self.that_are(move |own| own == Some(level))
    }

    /// Units whose level, where they exist, is as asked.
    fn that_are<'s>(
        &'s self,
        is_asked: impl Fn(Option<LevelId>) -> bool + 's,
    ) -> impl Iterator<Item = (UnitId, &'b Unit)> + 's {
        let all = self.existing.iter().enumerate().filter(move |(_, level)| is_asked(**level));
        all.map(|(at, _)| (UnitId::at(at), &self.book.units[at]))
    }

    /// The levels that have units on the day, in the whole book.
    pub fn used_levels(&self) -> &HashSet<LevelId> {
        &self.used_levels
    }

    /// Units right below that exist on the day.
    pub fn children(&self, unit: UnitId) -> impl Iterator<Item = UnitId> + '_ {
        self.children.get(unit.0).iter().map(|id| UnitId(*id))
    }

    /// Whether `unit` is `top` or stands below it; members stand below their group.
    pub fn is_under(&self, unit: UnitId, top: UnitId) -> bool {
        self.book.is_under(unit, top)
    }

    /// Whether `unit` is in the area that is asked for: `top` and what stands below it; `None` is everything.
    pub fn is_in(&self, unit: UnitId, top: Option<UnitId>) -> bool {
        top.is_none_or(|top| self.is_under(unit, top))
    }

    /// Where a unit is, in short: its path without the units above that are the only ones of their level, which
    /// tell nobody of the office anything: "Tổ NDTQ số 3, Ấp An Bình, Xã An Hiệp".
    pub fn whereabouts(&self, unit: UnitId) -> String {
        self.names(self.book.chain(unit), unit)
    }

    /// What a unit belongs to, in short; empty where that says nothing.
    pub fn surroundings(&self, unit: UnitId) -> String {
        self.names(self.book.chain(unit).skip(1), unit)
    }

    fn names(&self, chain: impl Iterator<Item = UnitId>, own: UnitId) -> String {
        let told = chain.filter(|at| *at == own || !self.lone_levels.contains(&self.book.unit(*at).level));
        told.map(|at| self.book.unit(at).name.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Assignments in force for a unit, whoever holds them.
    pub fn of_unit(&self, unit: UnitId) -> impl Iterator<Item = (AssignmentId, &'b Assignment)> + '_ {
        self.by_unit.get(unit.0).iter().map(|id| (AssignmentId(*id), self.book.assignment(AssignmentId(*id))))
    }

    /// Assignments in force for a cadre.
    pub fn of_cadre(&self, cadre: CadreId) -> impl Iterator<Item = (AssignmentId, &'b Assignment)> + '_ {
        self.by_cadre.get(cadre.0).iter().map(|id| (AssignmentId(*id), self.book.assignment(AssignmentId(*id))))
    }

    /// The different units that a cadre holds and that exist on the day, by duty.
    pub fn held_by(&self, cadre: CadreId) -> Vec<(DutyId, UnitId)> {
        let held = self.of_cadre(cadre).map(|(_, assignment)| (assignment.duty, assignment.unit));
        let mut units: Vec<_> = held.filter(|(_, unit)| self.exists(*unit)).collect();
        units.sort_unstable();
        units.dedup();
        units
    }

    /// Whether the cadre is at work on the day.
    pub fn is_active(&self, cadre: CadreId) -> bool {
        self.active[cadre.index()]
    }

    /// Assignments that cover a seat of (unit, duty): in force, by an active cadre, one per cadre.
    pub fn holders(&self, unit: UnitId, duty: DutyId) -> Holders {
        let counts = |assignment: &Assignment| assignment.duty == duty && self.is_active(assignment.cadre);
        let covering = self.of_unit(unit).filter(|(_, assignment)| counts(assignment));
        let mut holders: Holders = covering.map(|(id, _)| id).collect();
        if holders.len() > 1 {
            let mut seen = HashSet::with_capacity(holders.len());
            holders.retain(|id| seen.insert(self.book.assignment(*id).cadre));
        }
        holders
    }

    /// The number of seats of (unit, duty): its own where it has one, else the duty's.
    pub fn limits(&self, unit: UnitId, duty: DutyId) -> SeatLimits {
        self.own_limits.get(&(unit, duty)).copied().unwrap_or(self.policy().duty(duty).seats)
    }

    /// The vacancy that accepts a gap of (unit, duty) on the day.
    pub fn vacancy(&self, unit: UnitId, duty: DutyId) -> Option<&'b Vacancy> {
        self.accepted.get(&(unit, duty)).copied()
    }
}

/// The levels that have units on the day, and those that have just one.
fn levels(book: &Book, day: Day) -> [HashSet<LevelId>; 2] {
    if let Some(outside) = &book.outside {
        return [&outside.used_levels, &outside.lone_levels].map(|levels| levels.iter().copied().collect());
    }
    let mut counts = vec![0usize; book.policy.levels.len()];
    for unit in book.units.iter().filter(|unit| unit.period.contains(day)) {
        counts[unit.level.index()] += 1;
    }
    let with = |is_so: fn(usize) -> bool| (0..counts.len()).filter(|at| is_so(counts[*at])).map(LevelId::at).collect();
    [with(|count| count > 0), with(|count| count == 1)]
}

fn accepted(book: &Book, day: Day) -> HashMap<(UnitId, DutyId), &Vacancy> {
    let in_force = book.vacancies.iter().filter(|vacancy| vacancy.period().contains(day));
    in_force.map(|vacancy| ((vacancy.unit, vacancy.duty), vacancy)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_keep_the_order_of_their_members() {
        let pairs = [(2, 7), (0, 5), (2, 1), (0, 9)];
        let groups = Groups::of(3, pairs.into_iter());
        assert_eq!(groups.get(0), [5, 9]);
        assert!(groups.get(1).is_empty());
        assert_eq!(groups.get(2), [7, 1]);
    }
}
