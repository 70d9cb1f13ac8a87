//! The state of things at a glance: duties and areas in numbers, the gaps that are open longest.

use super::paper::Paper;
use super::table::{Cell, Table};
use crate::model::comparison::{Compared, comparison};
use crate::model::coverage::coverage;
use crate::model::day::{Day, Month, day_before, days_between};
use crate::model::gap::openings;
use crate::model::id::{CadreId, DutyId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;

const COLUMNS: &[(&str, u16)] = &[
    ("area_code", 12),
    ("area_name", 24),
    ("duty", 18),
    ("duty_name", 34),
    ("seats", 9),
    ("filled", 9),
    ("gaps", 9),
    ("accepted", 11),
    ("assignments_begun", 9),
    ("assignments_ended", 9),
];

/// Seats in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Needed.
    pub seats: u64,
    /// Needed and not held, accepted ones included.
    pub gaps: u64,
    /// Gaps that are accepted.
    pub accepted: u64,
    /// Assignments that began in the month, up to the day.
    pub begun: u64,
    /// Assignments that were over in it.
    pub ended: u64,
}

impl Count {
    /// Needed and held.
    pub fn filled(&self) -> u64 {
        self.seats - self.gaps
    }

    fn add(&mut self, compared: &Compared) {
        self.seats += compared.now.seats;
        self.gaps += compared.now.gaps;
        self.accepted += compared.now.accepted;
        self.begun += compared.begun;
        self.ended += compared.ended;
    }
}

/// A gap with its age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldGap {
    /// Where.
    pub unit: UnitId,
    /// Which duty.
    pub duty: DutyId,
    /// The first day of it, where it is known.
    pub since: Option<Day>,
    /// The days that it has lasted.
    pub days: Option<i64>,
    /// Who left.
    pub left: Option<CadreId>,
    /// Whether it is accepted.
    pub is_accepted: bool,
}

/// The state of an office on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// All of it.
    pub whole: Count,
    /// Each duty, in the order of documents.
    pub duties: Vec<(DutyId, Count)>,
    /// Each unit with a roster of its own, those with most gaps first.
    pub areas: Vec<(UnitId, Count)>,
    /// All gaps, the oldest first; those of which nobody knows since when last.
    pub gaps: Vec<OldGap>,
}

/// The state on the snapshot's day, and what its month has changed. With `top`, only what is there.
pub fn status(snapshot: &Snapshot, paper: &Paper, top: Option<UnitId>) -> Status {
    let mut found = coverage(snapshot);
    found.retain(|found| snapshot.is_in(found.unit, top));
    let before = day_before(Month::of(snapshot.day).first());
    let mut status = Status::default();
    for ((area, duty), compared) in comparison(snapshot, found.iter(), before, top) {
        match area {
            None => {
                status.whole.add(&compared);
                let mut count = Count::default();
                count.add(&compared);
                status.duties.push((duty, count));
            }
            Some(area) => {
                if status.areas.last().is_none_or(|(last, _)| *last != area) {
                    status.areas.push((area, Count::default()));
                }
                if let Some((_, count)) = status.areas.last_mut() {
                    count.add(&compared);
                }
            }
        }
    }
    let places: Vec<DutyId> = snapshot.policy().duty_ids().collect();
    status.duties.sort_by_key(|(duty, _)| places.iter().position(|known| known == duty));
    let name = |unit: UnitId| snapshot.book.unit(unit).name.as_str();
    status.areas.sort_by(|(one, count), (other, other_count)| {
        let by_share = (count.filled() * other_count.seats).cmp(&(other_count.filled() * count.seats));
        other_count.gaps.cmp(&count.gaps).then(by_share).then_with(|| paper.order.compare(name(*one), name(*other)))
    });
    let openings = openings(snapshot, &found);
    let old = found.iter().filter(|found| found.gap() > 0).map(|found| {
        let opening = openings.get(&(found.unit, found.duty));
        let since = opening.map(|opening| opening.day).or(snapshot.book.unit(found.unit).period.from);
        OldGap {
            unit: found.unit,
            duty: found.duty,
            since,
            days: since.map(|since| days_between(since, snapshot.day) + 1),
            left: opening.map(|opening| opening.left),
            is_accepted: found.accepted,
        }
    });
    status.gaps = old.collect();
    status.gaps.sort_by_key(|gap| (gap.since.is_none(), gap.since));
    status
}

/// The numbers as a table: of the whole by duty, then of each area.
pub fn table(snapshot: &Snapshot, paper: &Paper, status: &Status) -> Table {
    let mut table = paper.table("status", snapshot.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "title-status");
    table.heading.subtitle = vec![say!(paper.words, "as-of", day = written::day(snapshot.day, paper.lang()))];
    let numbers = |count: &Count| {
        let all = [count.seats, count.filled(), count.gaps, count.accepted, count.begun, count.ended];
        all.map(Cell::from)
    };
    for (duty, count) in &status.duties {
        let duty = snapshot.policy().duty(*duty);
        let name = duty.name.in_lang(paper.lang());
        let cells = [Cell::Empty, Cell::Empty, Cell::from(duty.code.as_str()), Cell::from(name)];
        table.push(cells.into_iter().chain(numbers(count)).collect());
    }
    for (area, count) in &status.areas {
        let unit = snapshot.book.unit(*area);
        let cells = [Cell::from(&unit.code), Cell::from(&unit.name), Cell::Empty, Cell::Empty];
        table.push(cells.into_iter().chain(numbers(count)).collect());
    }
    table
}
