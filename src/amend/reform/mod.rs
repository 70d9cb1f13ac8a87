//! A reform: units merged, split, renamed, moved from a day on, and everything that hangs on them with it.
//!
//! Every row of a unit means the unit on the days of its period. A unit that changes ends on the day before, and a new
//! one begins in its place; so do all units below it. What neither changes nor stands below such a unit is left alone.

mod duties;
mod fate;
mod history;
mod outcome;
mod table;

use std::collections::HashMap;

use super::{Amended, Amending};
use crate::model::Text;
use crate::model::book::Book;
use crate::model::day::{Day, day_before};
use crate::model::finding::has_error;
use crate::model::id::{AssignmentId, UnitId};
use crate::model::policy::Policy;
use crate::model::reform::{Asked, Decided, Outcome, Reform};
use fate::Fate;
use table::New;

/// What came of a reform.
#[derive(Debug)]
pub struct Reformed {
    /// The new book, the way there, and what was found.
    pub amended: Amended,
    /// What happened to units and seats.
    pub outcome: Outcome,
}

/// Works out a reform; `policy` takes the place of the book's from the day on, and knows all its levels and duties.
pub fn reform(book: Book, reform: &Reform, policy: Option<Policy>) -> Reformed {
    let before = book.clone();
    let mut plan = Plan::of(book, reform, policy);
    plan.gather();
    plan.settle();
    plan.check_codes();
    plan.report_unsettled();
    let mut outcome = Outcome { asked: plan.asked.clone(), told: plan.told(), ..Outcome::default() };
    if !has_error(&plan.amending.findings) {
        plan.turn();
        plan.carry();
        plan.report_unused();
        plan.weigh(&before, &mut outcome);
    }
    Reformed { amended: plan.amending.finish(), outcome }
}

/// A reform under way; each part of it stands in a file of its own.
struct Plan<'p> {
    amending: Amending,
    reform: &'p Reform,
    /// Units in force on both sides of the day, by code.
    live: HashMap<Text, UnitId>,
    /// The last unit that had a code, whenever that was.
    known: HashMap<Text, UnitId>,
    /// The first new unit that the table puts below a code.
    below: HashMap<Text, usize>,
    /// The rows of the table by their old unit.
    rows_of: HashMap<UnitId, Vec<usize>>,
    /// The new units of the table, in its order.
    news: Vec<New>,
    /// Positions in `news`, by code.
    by_code: HashMap<Text, usize>,
    /// What becomes of each unit, as far as it is known.
    fates: HashMap<UnitId, Fate>,
    /// The rows of the decided list, by what they are about.
    decided: HashMap<[Text; 3], (&'p Decided, bool)>,
    /// What is put to the office about units.
    asked: Vec<Asked>,
    /// How many units followed the unit above.
    followed: usize,
    /// Assignments that were carried over: the one of before, by the new one.
    carried: HashMap<AssignmentId, AssignmentId>,
    /// Assignments that end because their holder is not at work.
    absent: usize,
    /// Assignments that were looked at, with what was decided on them.
    verdicts: HashMap<AssignmentId, Decided>,
}

impl<'p> Plan<'p> {
    fn of(mut book: Book, reform: &'p Reform, policy: Option<Policy>) -> Self {
        if let Some(policy) = policy {
            book.policy = policy;
        }
        let (on, last) = (reform.day, day_before(reform.day));
        let live = book.units.iter().enumerate();
        let live = live.filter(|(_, unit)| unit.period.contains(on) && unit.period.contains(last));
        let live = live.map(|(at, unit)| (unit.code.clone(), UnitId::at(at))).collect();
        let known = book.units.iter().enumerate().map(|(at, unit)| (unit.code.clone(), UnitId::at(at))).collect();
        let key = |row: &Decided| [row.unit_code.clone(), row.cadre_code.clone(), row.duty.clone()];
        let open = reform.decided.iter().filter(|row| row.verdict.is_some());
        Plan {
            amending: Amending::of(book),
            reform,
            live,
            known,
            below: HashMap::new(),
            rows_of: HashMap::new(),
            news: Vec::new(),
            by_code: HashMap::new(),
            fates: HashMap::new(),
            decided: open.map(|row| (key(row), (row, false))).collect(),
            asked: Vec::new(),
            followed: 0,
            carried: HashMap::new(),
            absent: 0,
            verdicts: HashMap::new(),
        }
    }

    fn book(&self) -> &Book {
        &self.amending.book
    }

    /// The last day of the old state.
    fn last(&self) -> Day {
        day_before(self.reform.day)
    }

    /// Whether a unit is in force on both sides of the day.
    fn is_live(&self, unit: UnitId) -> bool {
        self.live.get(&self.book().unit(unit).code) == Some(&unit)
    }

    /// What the office decided on a unit, or on an assignment in it; from now on it counts as used.
    fn decision(&mut self, key: [&str; 3]) -> Option<&'p Decided> {
        let (row, is_used) = self.decided.get_mut(&key.map(Text::from))?;
        *is_used = true;
        Some(*row)
    }

    /// The unit that a code means from the day on.
    fn unit_after(&self, code: &str) -> Option<UnitId> {
        let on = self.reform.day;
        let is = |id: &UnitId| {
            let unit = self.book().unit(*id);
            unit.code == code && unit.period.contains(on) && self.fates.get(id).is_none_or(|fate| *fate == Fate::Stays)
        };
        (0..self.book().units.len()).map(UnitId::at).find(is)
    }
}
