//! Turnover (thay thế, điều chỉnh): who came to a duty and who left it, part by part of a stretch.

use std::collections::HashMap;

use super::parts::part_of;
use crate::model::book::Book;
use crate::model::day::{Day, Period, Span};
use crate::model::handover::turns;
use crate::model::id::DutyId;
use crate::model::service::Spell;

/// Seats that were taken and left. A new decision for the same person at the same seat is neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turnover {
    /// Seats that somebody took.
    pub begun: u64,
    /// Seats that somebody left, on the first day without.
    pub ended: u64,
    /// Seats taken over from somebody else.
    pub handed: u64,
}

impl Turnover {
    /// Adds another.
    pub fn add(&mut self, other: Turnover) {
        self.begun += other.begun;
        self.ended += other.ended;
        self.handed += other.handed;
    }
}

/// Turnover by duty, one for each part. Who is there on the first day has not come: that day is where it is counted
/// from.
pub fn turnovers(book: &Book, spells: &[Spell], stretch: Span, parts: &[Span]) -> HashMap<DutyId, Vec<Turnover>> {
    let mut found: HashMap<DutyId, Vec<Turnover>> = HashMap::new();
    let Some(after) = stretch.first.tomorrow().ok().filter(|after| *after <= stretch.last) else { return found };
    let days = Period { from: Some(after), to: Some(stretch.last) };
    let mut count = |duty: DutyId, day: Option<Day>, turnover: Turnover| {
        if let Some(at) = day.and_then(|day| part_of(parts, day)) {
            found.entry(duty).or_insert_with(|| vec![Turnover::default(); parts.len()])[at].add(turnover);
        }
    };
    for turn in turns(book, spells, days) {
        if let Some(new) = turn.new {
            count(new.duty, new.period.from, Turnover { begun: 1, ..Turnover::default() });
        }
        if let Some(old) = turn.old {
            count(old.duty, old.over(), Turnover { ended: 1, ..Turnover::default() });
        }
        if let (Some(new), Some(_)) = (turn.new, turn.old) {
            count(new.duty, turn.day(), Turnover { handed: 1, ..Turnover::default() });
        }
    }
    found
}
