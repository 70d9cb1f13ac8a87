//! Lineage (kế thừa): which unit a unit has become, or had been, as of another day.

use std::borrow::Cow;
use std::collections::HashMap;

use super::book::Book;
use super::day::Day;
use super::id::UnitId;

/// The most steps that are followed; nothing is reformed as often.
const MOST_STEPS: usize = 64;

/// Successions by the units that they lead from and to. Of several, the first is the main one.
#[derive(Debug, Default)]
pub struct Lineage {
    forward: HashMap<UnitId, UnitId>,
    backward: HashMap<UnitId, UnitId>,
}

impl Lineage {
    /// Collects the successions of a book.
    pub fn of(book: &Book) -> Self {
        let mut lineage = Lineage::default();
        let steps = book.successions.iter().filter_map(|row| Some((row.old, row.new?)));
        for (old, new) in steps {
            lineage.forward.entry(old).or_insert(new);
            lineage.backward.entry(new).or_insert(old);
        }
        lineage
    }

    /// The unit of a day that a unit has become by then, or had been until then; where its line begins later or ends
    /// before, the last one of it.
    pub fn unit_on(&self, book: &Book, unit: UnitId, day: Day) -> UnitId {
        if self.forward.is_empty() {
            return unit;
        }
        let mut at = unit;
        for _ in 0..MOST_STEPS {
            let period = book.unit(at).period;
            let next = if period.to.is_some_and(|to| to < day) {
                self.forward.get(&at)
            } else if period.from.is_some_and(|from| day < from) {
                self.backward.get(&at)
            } else {
                None
            };
            match next {
                Some(next) => at = *next,
                None => break,
            }
        }
        at
    }
}

impl Book {
    /// The unit of a day that a unit has become by then, or had been until then.
    pub fn successor_on(&self, unit: UnitId, day: Day) -> UnitId {
        Lineage::of(self).unit_on(self, unit, day)
    }

    /// The book as of a day: under the policy of the day, and every cadre at home in the unit that the home has become
    /// by then. Not to be saved.
    pub fn seen_on(mut self, day: Day) -> Self {
        if !self.policy.earlier.is_empty() {
            self.policy = self.policy.on(day).clone();
        }
        self.at_home_on(day)
    }

    /// As [`Self::seen_on`], of a book that is needed as it is as well: copied only where it would be another one.
    pub fn as_seen_on(&self, day: Day) -> Cow<'_, Book> {
        let is_same = std::ptr::eq(self.policy.on(day), &self.policy) && self.successions.is_empty();
        if is_same { Cow::Borrowed(self) } else { Cow::Owned(self.clone().seen_on(day)) }
    }

    /// The book with every cadre at home in the unit that the home has become by a day, or had been until then.
    pub fn at_home_on(mut self, day: Day) -> Self {
        if !self.successions.is_empty() {
            let lineage = Lineage::of(&self);
            let homes: Vec<UnitId> = self.cadres.iter().map(|cadre| lineage.unit_on(&self, cadre.home, day)).collect();
            self.cadres.iter_mut().zip(homes).for_each(|(cadre, home)| cadre.home = home);
        }
        self
    }

    /// The book with attendance and feedback of the units that those where it was have become by a day, so that a
    /// reform does not part what belongs together. Not to be saved.
    pub fn records_on(mut self, day: Day) -> Self {
        if !self.successions.is_empty() {
            let lineage = Lineage::of(&self);
            let now = |unit: UnitId| lineage.unit_on(&self, unit, day);
            let attendance: Vec<UnitId> = self.attendance.iter().map(|row| now(row.unit)).collect();
            let feedback: Vec<UnitId> = self.feedback.iter().map(|row| now(row.unit)).collect();
            self.attendance.iter_mut().zip(attendance).for_each(|(row, unit)| row.unit = unit);
            self.feedback.iter_mut().zip(feedback).for_each(|(row, unit)| row.unit = unit);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::day::{Period, day_before};
    use crate::model::id::LevelId;
    use crate::model::succession::Succession;
    use crate::model::unit::Unit;
    use jiff::civil::date;

    const FIRST: Day = date(2024, 12, 1);
    const SECOND: Day = date(2025, 7, 1);

    fn unit(name: &str, from: Option<Day>, over: Option<Day>) -> Unit {
        Unit {
            row: 0,
            code: "28810".into(),
            name: name.into(),
            level: LevelId(0),
            parent: None,
            group: None,
            rank: "".into(),
            households: None,
            period: Period { from, to: over.map(day_before) },
            note: "".into(),
        }
    }

    fn book() -> Book {
        let units = vec![
            unit("An Khánh", None, Some(FIRST)),
            unit("Châu Thành (old)", None, Some(FIRST)),
            unit("Châu Thành", Some(FIRST), Some(SECOND)),
            unit("Phú Túc", Some(SECOND), None),
            unit("Gone", None, Some(SECOND)),
        ];
        let succession = |old: u32, new: Option<u32>, day| Succession {
            row: 0,
            old: UnitId(old),
            new: new.map(UnitId),
            day,
            is_whole: true,
            decision_no: "".into(),
        };
        let successions = vec![
            succession(1, Some(2), FIRST),
            succession(0, Some(2), FIRST),
            succession(2, Some(3), SECOND),
            succession(4, None, SECOND),
        ];
        Book { units, successions, ..Book::default() }
    }

    #[test]
    fn a_unit_is_followed_through_several_reforms_and_back() {
        let book = book();
        for (unit, day, right) in [
            (0, day_before(FIRST), 0),
            (0, FIRST, 2),
            (0, SECOND, 3),
            (3, SECOND, 3),
            (3, day_before(SECOND), 2),
            // Of several that became one, the main one was it.
            (3, date(2022, 5, 31), 1),
            (4, date(2026, 1, 1), 4),
        ] {
            assert_eq!(book.successor_on(UnitId(unit), day), UnitId(right), "{unit} on {day}");
        }
    }

    #[test]
    fn successions_in_a_circle_come_to_an_end() {
        let mut book = book();
        book.successions.truncate(1);
        book.successions[0].new = Some(UnitId(1));
        assert_eq!(book.successor_on(UnitId(1), SECOND), UnitId(1));
    }
}
