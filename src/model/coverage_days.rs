//! Coverage in time: on how many days every seat of a (unit, duty) was held, and on which it was not.

use std::collections::HashMap;

use super::day::{Day, Period, Span, day_before};
use super::gap::{Turn, covered, turns_of};
use super::id::{CadreId, DutyId, UnitId};
use super::snapshot::Snapshot;

/// Days in a row on which a (unit, duty) had too few holders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first of them.
    pub from: Day,
    /// The last of them.
    pub to: Day,
    /// Who left when it opened, be that before the days looked at, and who left while it lasted.
    pub left: Vec<CadreId>,
    /// Who came while it lasted, and whose coming ended it.
    pub came: Vec<CadreId>,
}

/// One (unit, duty) that had too few holders on some day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageDays {
    /// Where.
    pub unit: UnitId,
    /// Which duty.
    pub duty: DutyId,
    /// Holders needed.
    pub seats: u32,
    /// Days on which the unit existed.
    pub days: u32,
    /// Of these, days with too few holders.
    pub uncovered: u32,
    /// Of these, days on which that was accepted.
    pub accepted: u32,
    /// The days with too few holders; never empty.
    pub stretches: Vec<Stretch>,
}

impl CoverageDays {
    /// Days on which every seat was held.
    pub fn covered(&self) -> u32 {
        self.days - self.uncovered
    }
}

/// A seat that may have had too few holders, and all that is known of it.
struct Doubtful {
    unit: UnitId,
    duty: DutyId,
    needed: u32,
    days: Span,
    turns: Vec<Turn>,
    vacancies: Vec<Period>,
}

/// Every (unit, duty) that had too few holders on any day from `from` to the snapshot's, by duty in the policy's order,
/// then in the book's order of units; also of units that ended meanwhile.
pub fn coverage_days(snapshot: &Snapshot, from: Day) -> Vec<CoverageDays> {
    let mut doubtful = doubtful(snapshot, from);
    let seats = doubtful.iter().enumerate().map(|(at, seat)| ((seat.unit, seat.duty), at));
    let seats: HashMap<(UnitId, DutyId), usize> = seats.collect();
    for assignment in &snapshot.book.assignments {
        if let Some(at) = seats.get(&(assignment.unit, assignment.duty)) {
            doubtful[*at].turns.extend(turns_of(snapshot, assignment));
        }
    }
    for vacancy in &snapshot.book.vacancies {
        if let Some(at) = seats.get(&(vacancy.unit, vacancy.duty)) {
            doubtful[*at].vacancies.push(vacancy.period());
        }
    }
    doubtful.into_iter().filter_map(counted).collect()
}

/// All seats but those that need nobody, or one whom a single assignment gives for all of the days: nearly all are such.
fn doubtful(snapshot: &Snapshot, from: Day) -> Vec<Doubtful> {
    let (book, policy) = (snapshot.book, snapshot.policy());
    let place = |unit: UnitId, duty: DutyId| duty.index() * book.units.len() + unit.index();
    let mut is_held = vec![false; policy.duties.len() * book.units.len()];
    for assignment in &book.assignments {
        let Some(days) = Span::of(from, snapshot.day).and_then(|days| days.shared(&book.unit(assignment.unit).period))
        else {
            continue;
        };
        if covered(book, assignment).any(|covered| covered.contains(days.first) && covered.contains(days.last)) {
            is_held[place(assignment.unit, assignment.duty)] = true;
        }
    }
    let mut doubtful = Vec::new();
    for duty in policy.duty_ids() {
        let level = policy.duty(duty).unit;
        for (at, unit) in book.units.iter().enumerate().filter(|(_, unit)| unit.level == level) {
            let Some(days) = Span::of(from, snapshot.day).and_then(|days| days.shared(&unit.period)) else { continue };
            let unit = UnitId::at(at);
            let needed = snapshot.limits(unit, duty).min;
            if needed > u32::from(is_held[place(unit, duty)]) {
                doubtful.push(Doubtful { unit, duty, needed, days, turns: Vec::new(), vacancies: Vec::new() });
            }
        }
    }
    doubtful
}

/// The days of a seat, where it had too few holders on any.
fn counted(seat: Doubtful) -> Option<CoverageDays> {
    let stretches = stretches(seat.needed, seat.turns, seat.days);
    let spans = || stretches.iter().filter_map(|stretch| Span::of(stretch.from, stretch.to));
    let is_accepted = |day: &Day| seat.vacancies.iter().any(|period| period.contains(*day));
    let accepted = match seat.vacancies.is_empty() {
        true => 0,
        false => spans().flat_map(Span::days).filter(is_accepted).count(),
    };
    let days = CoverageDays {
        unit: seat.unit,
        duty: seat.duty,
        seats: seat.needed,
        days: seat.days.count(),
        uncovered: spans().map(Span::count).sum(),
        accepted: u32::try_from(accepted).unwrap_or(u32::MAX),
        stretches,
    };
    (days.uncovered > 0).then_some(days)
}

/// Goes through the turns of one seat, day by day; the stretches without enough holders, as far as they lie in `days`.
fn stretches(needed: u32, mut turns: Vec<Turn>, days: Span) -> Vec<Stretch> {
    turns.retain(|turn| turn.day <= days.last);
    turns.sort_unstable();
    let begin = |day: Day, left| Stretch { from: day.max(days.first), to: days.last, left, came: Vec::new() };
    let mut spells: HashMap<CadreId, u32> = HashMap::new();
    let mut open = (needed > 0).then(|| begin(days.first, Vec::new()));
    let mut closed = Vec::new();
    for turns in turns.chunk_by(|one, other| one.day == other.day) {
        let day = turns[0].day;
        let comes = turns.iter().filter(|turn| !turn.leaves && !spells.contains_key(&turn.cadre));
        let mut came: Vec<CadreId> = comes.map(|turn| turn.cadre).collect();
        came.dedup();
        let left: Vec<CadreId> = turns.iter().filter_map(|turn| turn.take(&mut spells)).collect();
        let is_short = spells.len() < needed as usize;
        open = match open {
            Some(mut stretch) => {
                if day >= days.first {
                    stretch.left.extend(left.iter().filter(|_| is_short));
                    stretch.came.extend(&came);
                }
                if is_short {
                    Some(stretch)
                } else {
                    closed.push(Stretch { to: day_before(day), ..stretch });
                    None
                }
            }
            None if is_short => Some(Stretch { came, ..begin(day, left) }),
            None => None,
        };
    }
    closed.extend(open);
    closed.retain(|stretch| stretch.from <= stretch.to);
    closed
}
