//! Comparison: coverage in numbers on two days, and the assignments that began and ended between them.

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashSet};

use super::coverage::{Coverage, each_coverage};
use super::day::{Day, day_after};
use super::id::{CadreId, DutyId, UnitId};
use super::snapshot::Snapshot;

/// Coverage of one duty in one area, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Different cadres who hold it.
    pub cadres: u64,
    /// Units that need it.
    pub units: u64,
    /// Seats needed.
    pub seats: u64,
    /// Needed seats that are not held, accepted ones included.
    pub gaps: u64,
    /// Gaps that are accepted.
    pub accepted: u64,
}

impl Numbers {
    /// Needed seats that are held.
    pub fn filled(&self) -> u64 {
        self.seats - self.gaps
    }
}

/// One duty in one area, on two days and between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// On the later day.
    pub now: Numbers,
    /// On the earlier day.
    pub before: Numbers,
    /// Assignments that began after the earlier day.
    pub begun: u64,
    /// Assignments that are over since.
    pub ended: u64,
}

/// Numbers by area and duty: first of the whole (`None`), where every duty stands, then of each unit of the level
/// whose units get a roster each.
pub type Comparison = BTreeMap<(Option<UnitId>, DutyId), Compared>;

/// Compares a snapshot, whose coverage is given, with an earlier day. With `top`, only what is there.
pub fn comparison(
    snapshot: &Snapshot,
    found: impl Iterator<Item = impl Borrow<Coverage>>,
    earlier: Day,
    top: Option<UnitId>,
) -> Comparison {
    let mut all: Comparison = snapshot.policy().duty_ids().map(|duty| ((None, duty), Compared::default())).collect();
    for (key, numbers) in numbers(snapshot, found) {
        all.entry(key).or_default().now = numbers;
    }
    let before = Snapshot::new(snapshot.book, earlier);
    let found = each_coverage(&before).filter(|found| before.is_in(found.unit, top));
    for (key, numbers) in numbers(&before, found) {
        all.entry(key).or_default().before = numbers;
    }
    let is_between = |day: Option<Day>| day.is_some_and(|day| earlier < day && day <= snapshot.day);
    for assignment in &snapshot.book.assignments {
        // As in a list of changes, what ends is over on the first day without it.
        let (begun, ended) = (is_between(assignment.period.from), is_between(assignment.period.to.map(day_after)));
        if !(begun || ended) || !snapshot.is_in(assignment.unit, top) {
            continue;
        }
        for area in areas(snapshot, assignment.unit) {
            let compared = all.entry((area, assignment.duty)).or_default();
            compared.begun += u64::from(begun);
            compared.ended += u64::from(ended);
        }
    }
    all
}

/// The areas that a unit counts in: the whole, and the unit with a roster of its own that it belongs to.
fn areas(snapshot: &Snapshot, unit: UnitId) -> impl Iterator<Item = Option<UnitId>> {
    let area = snapshot.policy().roster_level().and_then(|level| snapshot.book.ancestor(unit, level));
    [None].into_iter().chain(area.map(Some))
}

fn numbers(
    snapshot: &Snapshot,
    coverage: impl Iterator<Item = impl Borrow<Coverage>>,
) -> BTreeMap<(Option<UnitId>, DutyId), Numbers> {
    let mut all: BTreeMap<_, (Numbers, HashSet<CadreId>)> = BTreeMap::new();
    for found in coverage {
        let found: &Coverage = found.borrow();
        for area in areas(snapshot, found.unit) {
            let (numbers, cadres) = all.entry((area, found.duty)).or_default();
            numbers.units += 1;
            numbers.seats += u64::from(found.limits.min);
            numbers.gaps += u64::from(found.gap());
            numbers.accepted += u64::from(found.accepted_gap());
            cadres.extend(found.holders.iter().map(|id| snapshot.book.assignment(*id).cadre));
        }
    }
    let counted = |(numbers, cadres): (Numbers, HashSet<CadreId>)| Numbers { cadres: cadres.len() as u64, ..numbers };
    all.into_iter().map(|(key, found)| (key, counted(found))).collect()
}
