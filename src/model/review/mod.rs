//! A review (tổng kết): how the duties were done over a long stretch of days, from its first day to its last.

pub mod ends;
pub mod known;
pub mod parts;
pub mod seat_days;
pub mod turnover;
pub mod units;

use std::collections::HashSet;

use super::assignment::Assignment;
use super::book::Book;
use super::day::{Day, Span};
use super::id::{DutyId, UnitId};
use super::lineage::Lineage;
use super::policy::Policy;
use super::service::spells;
use super::snapshot::Snapshot;
use ends::{End, ends};
use known::Known;
use parts::parts;
use seat_days::{Alone, SeatDays, Seats};
use turnover::{Turnover, turnovers};
use units::{LevelCount, level_counts};

/// One duty over the stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyReview {
    /// Which duty.
    pub duty: DutyId,
    /// In numbers on the first day and on the last; `None` where it was not in force.
    pub ends: [Option<End>; 2],
    /// Days of seats, one for each part of the stretch.
    pub days: Vec<SeatDays>,
    /// Who came and left, one for each part of the stretch.
    pub turnover: Vec<Turnover>,
}

/// What a review tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The days that it is about.
    pub stretch: Span,
    /// The unit that it is about; `None` is the whole office.
    pub top: Option<UnitId>,
    /// The parts of the stretch, in order: years, or months where it is no longer than a year.
    pub parts: Vec<Span>,
    /// The duties of the last day in the policy's order, then those of before.
    pub duties: Vec<DutyReview>,
    /// Seats that nobody held on some day, the longest first.
    pub alone: Vec<Alone>,
    /// Units by level, the top first.
    pub levels: Vec<LevelCount>,
    is_there: Vec<bool>,
}

impl Review {
    /// Whether a unit is in the area that is asked for.
    pub fn holds(&self, unit: UnitId) -> bool {
        self.is_there[unit.index()]
    }
}

/// The first day of which the lists tell: of a first assignment, or of a vacancy. `None` where they tell of none.
pub fn begins(book: &Book) -> Option<Day> {
    let assigned = book.assignments.iter().filter_map(|assignment| assignment.period.from);
    assigned.chain(book.vacancies.iter().map(|vacancy| vacancy.since)).min()
}

/// Reviews a stretch of days, each of them by the policy of its day. With `top`, only what is there; units whose place
/// others took belong where these are.
pub fn review(book: &Book, stretch: Span, top: Option<UnitId>) -> Review {
    let is_there = area(book, stretch.last, top);
    let holds = |unit: UnitId| is_there[unit.index()];
    let spells = spells(book, |assignment: &Assignment| holds(assignment.unit));
    let known = Known::of(book, &spells);
    let parts = parts(stretch);
    let both = [stretch.first, stretch.last].map(|day| Snapshot::new(book, day));
    let ends = [0, 1].map(|at| ends(&both[at], &known, holds));
    let mut seats = Seats::new(book, &known, stretch, &parts);
    let mut turnovers = turnovers(book, &spells, stretch, &parts);
    let mut duties: Vec<DutyReview> = Vec::new();
    for duty in in_force(&book.policy, stretch) {
        let end = |at: usize| ends[at].iter().find(|(own, _)| *own == duty).map(|(_, end)| *end);
        let turnover = turnovers.remove(&duty).unwrap_or_else(|| vec![Turnover::default(); parts.len()]);
        duties.push(DutyReview { duty, ends: [end(0), end(1)], days: seats.days(duty, holds), turnover });
    }
    if top.is_some() {
        duties.retain(DutyReview::has_any);
    }
    let alone = seats.alone();
    let levels = level_counts(book, stretch, holds);
    Review { stretch, top, parts, duties, alone, levels, is_there }
}

impl DutyReview {
    /// Whether any unit needed it, or anybody held it.
    fn has_any(&self) -> bool {
        let is_there = |end: &End| end.units > 0;
        self.ends.iter().flatten().any(is_there)
            || self.days.iter().any(|days| *days != SeatDays::default())
            || self.turnover.iter().any(|turnover| *turnover != Turnover::default())
    }
}

/// Which units belong to the area: what stands there, and what had stood there before a reform.
fn area(book: &Book, last: Day, top: Option<UnitId>) -> Vec<bool> {
    let Some(top) = top else { return vec![true; book.units.len()] };
    let day = book.unit(top).period.to.map_or(last, |to| to.min(last));
    let lineage = Lineage::of(book);
    let is_there = |unit: UnitId| book.is_under(unit, top) || book.is_under(lineage.unit_on(book, unit, day), top);
    (0..book.units.len()).map(|at| is_there(UnitId::at(at))).collect()
}

/// The stretches of days of each policy, oldest first, as far as they lie in `stretch`.
pub fn policies(policy: &Policy, stretch: Span) -> Vec<(Span, &Policy)> {
    let mut found = Vec::new();
    let mut first = Some(stretch.first);
    let mut ends: Vec<Day> = policy.earlier.iter().map(|earlier| earlier.until).collect();
    ends.sort_unstable();
    for last in ends.into_iter().map(|until| until.min(stretch.last)).chain([stretch.last]) {
        let Some(days) = first.and_then(|first| Span::of(first, last)) else { continue };
        found.push((days, policy.on(days.first)));
        first = last.tomorrow().ok();
    }
    found
}

/// The duties in force on any day: those of the last day in its policy's order, then those of before.
fn in_force(policy: &Policy, stretch: Span) -> Vec<DutyId> {
    let mut seen = HashSet::new();
    let versions = policies(policy, stretch).into_iter().rev();
    versions.flat_map(|(_, policy)| policy.duty_ids()).filter(|duty| seen.insert(*duty)).collect()
}
