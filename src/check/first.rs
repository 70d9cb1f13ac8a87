//! Of many findings the first ones of each check; the others are counted, and take no room.

use std::collections::HashMap;

use super::{each, sort};
use crate::model::finding::{Counts, Finding};
use crate::model::policy::Policy;
use crate::model::seats::Seats;
use crate::model::snapshot::Snapshot;

/// So many findings of a check, above those that are kept, wait to be put in order.
const MOST_WAITING: usize = 1024;

/// How many more findings of each check there are than those that are at hand.
pub type LeftOut = HashMap<&'static str, usize>;

/// The first findings of each check.
#[derive(Debug, Default)]
pub struct First {
    /// Those, sorted.
    pub findings: Vec<Finding>,
    /// How many more each check found.
    pub left_out: LeftOut,
    /// All of them in numbers.
    pub counts: Counts,
}

/// At most so many findings of each check, sorted as [`super::run`] sorts all.
pub fn first(snapshot: &Snapshot, seats: &Seats, most: usize) -> First {
    let mut gathering = Gathering { policy: snapshot.policy(), most, own: Vec::new(), first: First::default() };
    each(snapshot, seats, |_| true, &mut |finding| gathering.add(finding));
    gathering.end()
}

/// The findings of one check after the other on their way.
struct Gathering<'g> {
    policy: &'g Policy,
    most: usize,
    /// Of the check whose turn it is.
    own: Vec<Finding>,
    first: First,
}

impl Gathering<'_> {
    fn add(&mut self, finding: Finding) {
        if self.own.last().is_some_and(|last| last.check != finding.check) {
            self.keep();
        }
        self.first.counts.add(finding.severity);
        self.own.push(finding);
        if self.own.len() >= self.most + MOST_WAITING {
            self.leave_out();
        }
    }

    /// Keeps the first of the waiting ones.
    fn leave_out(&mut self) {
        sort(self.policy, &mut self.own);
        let more = self.own.len().saturating_sub(self.most);
        if let Some(finding) = self.own.first().filter(|_| more > 0) {
            *self.first.left_out.entry(finding.check).or_default() += more;
        }
        self.own.truncate(self.most);
    }

    fn keep(&mut self) {
        self.leave_out();
        self.first.findings.append(&mut self.own);
    }

    fn end(mut self) -> First {
        self.keep();
        sort(self.policy, &mut self.first.findings);
        self.first
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::run;
    use crate::check::sample::{DAY, SOUTH, add_cadre, district};
    use crate::model::book::Book;

    /// So many people with nothing to do, the last by code first, and two checks with a finding or two.
    fn idle(count: usize) -> Book {
        let mut book = district();
        book.assignments.pop();
        for at in (0..count).rev() {
            add_cadre(&mut book, &format!("CB9{at:05}"), "Ngô Văn Cảnh", SOUTH);
        }
        book
    }

    #[test]
    fn the_first_of_each_check_are_those_that_stand_first_among_all() {
        for count in [0, 2, 3, 4, MOST_WAITING + 2, 3 * MOST_WAITING + 7] {
            let book = idle(count);
            let snapshot = Snapshot::new(&book, DAY);
            let (seats, most) = (Seats::of(&snapshot), 3);
            let all = run(&snapshot, &seats, |_| true);
            let told = first(&snapshot, &seats, most);
            let mut seen: HashMap<&str, usize> = HashMap::new();
            let is_first = |finding: &&Finding| {
                let seen = seen.entry(finding.check).or_default();
                *seen += 1;
                *seen <= most
            };
            assert_eq!(told.findings, all.iter().filter(is_first).cloned().collect::<Vec<_>>(), "{count}");
            let left_out = seen.into_iter().map(|(check, count)| (check, count.saturating_sub(most)));
            let left_out: Vec<_> = left_out.filter(|(_, count)| *count > 0).collect();
            assert!(left_out.iter().all(|(check, count)| told.left_out.get(check) == Some(count)), "{left_out:?}");
            assert_eq!((told.left_out.len(), told.counts), (left_out.len(), Counts::of(&all)), "{count}");
        }
    }
}
