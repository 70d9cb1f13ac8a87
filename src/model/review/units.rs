//! Units in number: how many of each level there are at both ends, and what became of those that are over.

use std::collections::HashMap;

use crate::model::book::Book;
use crate::model::day::{Day, Span};
use crate::model::id::{LevelId, UnitId};
use crate::model::succession::Succession;
use crate::model::versions::Earlier;

/// The units of one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelCount {
    /// Which level.
    pub level: LevelId,
    /// Units on the first day.
    pub first: u64,
    /// Units that began after it.
    pub begun: u64,
    /// Units that are over since.
    pub ended: u64,
    /// Of these, units that went into one with others.
    pub merged: u64,
    /// Of these, units that were split.
    pub split: u64,
    /// Of these, units that go on under another name or code, or below another unit.
    pub renewed: u64,
    /// Of these, units that were abolished.
    pub abolished: u64,
    /// Units on the last day.
    pub last: u64,
}

/// Every level that has had a unit there, the top first: those of the policy of the last day, then others.
pub fn level_counts(book: &Book, stretch: Span, holds: impl Fn(UnitId) -> bool) -> Vec<LevelCount> {
    let empty = |at: usize| LevelCount {
        level: LevelId::at(at),
        first: 0,
        begun: 0,
        ended: 0,
        merged: 0,
        split: 0,
        renewed: 0,
        abolished: 0,
        last: 0,
    };
    let mut counts: Vec<LevelCount> = (0..book.policy.levels.len()).map(empty).collect();
    let successions = Successions::of(book);
    let is_later = |day: Option<Day>| day.is_some_and(|day| stretch.first < day && day <= stretch.last);
    for (at, unit) in book.units.iter().enumerate().filter(|(at, _)| holds(UnitId::at(*at))) {
        let count = &mut counts[unit.level.index()];
        count.first += u64::from(unit.period.contains(stretch.first));
        count.last += u64::from(unit.period.contains(stretch.last));
        count.begun += u64::from(is_later(unit.period.from));
        if is_later(unit.period.to.and_then(|to| to.tomorrow().ok())) {
            count.ended += 1;
            if let Some(fate) = successions.fate(book, UnitId::at(at)) {
                *fate(count) += 1;
            }
        }
    }
    let is_told = |count: &&LevelCount| count.first + count.begun + count.last > 0;
    let levels = levels(book, stretch.last);
    levels.iter().map(|level| counts[level.index()]).filter(|count| is_told(&count)).collect()
}

/// The levels of the policy of a day, then those of the policies of before.
fn levels(book: &Book, day: Day) -> Vec<LevelId> {
    let mut levels: Vec<LevelId> = book.policy.on(day).level_ids().collect();
    let before = book.policy.earlier.iter().rev().flat_map(|Earlier { policy, .. }| policy.level_ids());
    for level in before.chain(book.policy.level_ids()) {
        if !levels.contains(&level) {
            levels.push(level);
        }
    }
    levels
}

/// Each unit that goes on as another one alone, from the next day on, and which: it has another name, code or unit
/// above, and is the same place.
pub fn renewals(book: &Book) -> HashMap<UnitId, UnitId> {
    let successions = Successions::of(book);
    let next = |(old, rows): (&UnitId, &Vec<&Succession>)| {
        let [Succession { new: Some(new), is_whole: true, .. }] = rows[..] else { return None };
        let is_alone = successions.to.get(new) == Some(&1);
        let over = book.unit(*old).period.to.and_then(|to| to.tomorrow().ok());
        (is_alone && over.is_some() && over == book.unit(*new).period.from).then_some((*old, *new))
    };
    successions.from.iter().filter_map(next).collect()
}

/// Successions by the units that they lead from and to.
struct Successions<'b> {
    from: HashMap<UnitId, Vec<&'b Succession>>,
    to: HashMap<UnitId, usize>,
}

impl<'b> Successions<'b> {
    fn of(book: &'b Book) -> Self {
        let (mut from, mut to) = (HashMap::new(), HashMap::new());
        for row in &book.successions {
            from.entry(row.old).or_insert_with(Vec::new).push(row);
            if let Some(new) = row.new {
                *to.entry(new).or_default() += 1;
            }
        }
        Successions { from, to }
    }

    /// Where a unit that is over is counted; `None` where nothing is told of it.
    fn fate(&self, book: &Book, old: UnitId) -> Option<fn(&mut LevelCount) -> &mut u64> {
        let rows = self.from.get(&old)?;
        let news: Vec<(UnitId, Day)> = rows.iter().filter_map(|row| Some((row.new?, row.day))).collect();
        Some(match news[..] {
            [] => |count| &mut count.abolished,
            [(new, day)] => {
                let stood = book.unit(new).period.from.is_none_or(|from| from < day);
                if stood || self.to.get(&new).is_some_and(|olds| *olds > 1) {
                    |count| &mut count.merged
                } else {
                    |count| &mut count.renewed
                }
            }
            _ => |count| &mut count.split,
        })
    }
}
