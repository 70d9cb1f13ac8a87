//! Coverage over closed months, each as it was when it was closed.

use super::numbers::Numbers;
use crate::model::coverage::DutyTotal;
use crate::model::day::Month;
use crate::model::id::DutyId;
use crate::model::policy::Policy;
use crate::model::snapshot::Snapshot;

/// The most closed months that a page shows.
pub const MOST_MONTHS: usize = 12;

/// The seats of a month, in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The month.
    pub month: Month,
    /// Duties by their codes, as policies of several years have them.
    pub duties: Vec<(String, Numbers)>,
}

impl Point {
    /// The numbers of the day that a snapshot shows.
    pub fn of_now(snapshot: &Snapshot, totals: &[DutyTotal]) -> Self {
        let numbers = |total: &DutyTotal| {
            let numbers = Numbers { seats: total.seats, filled: total.filled, accepted: total.accepted };
            (snapshot.policy().duty(total.duty).code.clone(), numbers)
        };
        Point { month: Month::of(snapshot.day), duties: totals.iter().map(numbers).collect() }
    }

    /// The numbers of a duty, where it was in force then.
    pub fn of_duty(&self, code: &str) -> Option<Numbers> {
        self.duties.iter().find(|(own, _)| own == code).map(|(_, numbers)| *numbers)
    }
}

/// The months before `now`, then `now`, each with the duties of today in their order; nothing where there is none before.
pub fn points(earlier: &[Point], now: Point, duties: &[DutyId], policy: &Policy) -> Vec<Point> {
    let mut months: Vec<&Point> = earlier.iter().filter(|point| point.month < now.month).collect();
    if months.is_empty() {
        return Vec::new();
    }
    months.sort_by_key(|point| point.month);
    let codes: Vec<&str> = duties.iter().map(|duty| policy.duty(*duty).code.as_str()).collect();
    let arranged = |point: &Point| Point {
        month: point.month,
        duties: codes.iter().map(|code| ((*code).to_owned(), point.of_duty(code).unwrap_or_default())).collect(),
    };
    let first = months.len().saturating_sub(MOST_MONTHS);
    months[first..].iter().copied().chain([&now]).map(arranged).collect()
}
