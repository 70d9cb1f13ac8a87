//! Days of seats: on how many days so many seats were needed, held, empty; and which nobody held the longest.

use crate::model::book::Book;
use crate::model::day::{Day, Period, Span, day_after, day_before};
use crate::model::id::{DutyId, UnitId};
use crate::model::policy::Policy;
use crate::model::seat::SeatLimits;

use std::collections::HashMap;

use super::known::Known;
use super::parts::part_of;
use super::policies;
use super::units::renewals;

/// Days of seats: a seat counts once for each day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SeatDays {
    /// On which somebody was needed.
    pub needed: u64,
    /// Of these, on which somebody held the seat.
    pub held: u64,
    /// Of these, on which nobody did.
    pub empty: u64,
    /// Of the empty ones, on which that was accepted.
    pub accepted: u64,
    /// Of those needed, before the lists tell of the seat: neither held nor empty.
    pub untold: u64,
}

impl SeatDays {
    /// Adds others.
    pub fn add(&mut self, other: SeatDays) {
        self.needed += other.needed;
        self.held += other.held;
        self.empty += other.empty;
        self.accepted += other.accepted;
        self.untold += other.untold;
    }

    /// Days of which the lists tell.
    pub fn told(&self) -> u64 {
        self.held + self.empty
    }
}

/// A seat that nobody held on some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alone {
    /// Where; of a place that has gone on under other names, as it was on the last of these days.
    pub unit: UnitId,
    /// Which duty.
    pub duty: DutyId,
    /// The longest days on end without anybody.
    pub longest: Span,
    /// All days without anybody.
    pub days: u32,
    /// Of these, days on which that was accepted.
    pub accepted: u32,
}

/// Days on which a seat stood the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    days: Span,
    needed: u32,
    holders: u32,
    is_accepted: bool,
    is_told: bool,
}

/// What changes at a seat on a day.
#[derive(Clone, Copy, Debug)]
enum Turn {
    Needed(u32),
    Comes,
    Leaves,
    Accepted,
    Over,
    Told,
}

/// All seats, looked at one after the other.
pub struct Seats<'s> {
    book: &'s Book,
    known: &'s Known<'s>,
    stretch: Span,
    parts: &'s [Span],
    policies: Vec<(Span, &'s Policy)>,
    own_limits: HashMap<(UnitId, DutyId), SeatLimits>,
    renewals: HashMap<UnitId, UnitId>,
    renewed: HashMap<UnitId, UnitId>,
    turns: Vec<(Day, Turn)>,
    alone: Vec<Alone>,
}

impl<'s> Seats<'s> {
    /// The seats of a stretch of days.
    pub fn new(book: &'s Book, known: &'s Known<'s>, stretch: Span, parts: &'s [Span]) -> Self {
        let own_limits = book.seats.iter().map(|rule| ((rule.unit, rule.duty), rule.limits)).collect();
        let policies = policies(&book.policy, stretch);
        let renewals = renewals(book);
        let renewed = renewals.iter().map(|(old, new)| (*new, *old)).collect();
        let (turns, alone) = (Vec::new(), Vec::new());
        Seats { book, known, stretch, parts, policies, own_limits, renewals, renewed, turns, alone }
    }

    /// The days of all seats of a duty where it `holds`, one for each part of the stretch.
    pub fn days(&mut self, duty: DutyId, holds: impl Fn(UnitId) -> bool) -> Vec<SeatDays> {
        let mut days = vec![SeatDays::default(); self.parts.len()];
        for unit in (0..self.book.units.len()).map(UnitId::at).filter(|unit| holds(*unit)) {
            let is_first = self.renewed.get(&unit).is_none_or(|before| !holds(*before));
            let mut run = Run::default();
            // A place that has gone on as another unit is looked at to its end.
            let mut next = is_first.then_some(unit);
            while let Some(unit) = next.filter(|unit| holds(*unit)) {
                if self.collect(unit, duty) {
                    self.count(unit, &mut run, &mut days);
                }
                next = self.renewals.get(&unit).copied();
            }
            self.alone.extend(run.alone(duty));
        }
        days
    }

    /// Every seat that nobody held on some day, the longest first.
    pub fn alone(self) -> Vec<Alone> {
        let mut alone = self.alone;
        // Those as long stay in the order of the duties and of the book.
        alone.sort_by_key(|alone| std::cmp::Reverse((alone.longest.count(), alone.days)));
        alone
    }

    /// Collects what changes at a seat; gives whether it is needed on any day.
    fn collect(&mut self, unit: UnitId, duty: DutyId) -> bool {
        let told = self.book.unit(unit);
        self.turns.clear();
        for (days, policy) in self.policies.iter().filter(|(_, policy)| policy.has_duty(duty)) {
            let own = policy.duty(duty);
            let Some(days) = days.shared(&told.period).filter(|_| own.unit == told.level) else { continue };
            let limits = self.own_limits.get(&(unit, duty)).copied().unwrap_or(own.seats);
            self.turns.push((days.first, Turn::Needed(limits.min)));
            self.turns.extend(self.after(days.last).map(|day| (day, Turn::Needed(0))));
        }
        let is_needed = self.turns.iter().any(|(_, turn)| matches!(turn, Turn::Needed(needed) if *needed > 0));
        if is_needed {
            let known = self.known;
            for spell in known.spells(unit, duty) {
                self.push(spell.period, Turn::Comes, Turn::Leaves);
            }
            for period in known.vacancies(unit, duty) {
                self.push(period, Turn::Accepted, Turn::Over);
            }
            let since = known.since(self.book, unit, duty);
            self.push(Period { from: Some(since), to: None }, Turn::Told, Turn::Told);
            // What is pushed first on a day happens first: nobody is needed twice where two policies meet.
            self.turns.sort_by_key(|(day, _)| *day);
        }
        is_needed
    }

    fn push(&mut self, period: Period, comes: Turn, goes: Turn) {
        let Some(days) = self.stretch.shared(&period) else { return };
        self.turns.push((days.first, comes));
        self.turns.extend(self.after(days.last).map(|day| (day, goes)));
    }

    /// The next day, where it is one of the stretch.
    fn after(&self, day: Day) -> Option<Day> {
        (day < self.stretch.last).then(|| day_after(day))
    }

    /// Counts the days of the seat whose turns are collected.
    fn count(&self, unit: UnitId, run: &mut Run, days: &mut [SeatDays]) {
        for piece in pieces(&self.turns, self.stretch.last) {
            let Some(mut at) = part_of(self.parts, piece.days.first) else { continue };
            while let Some(own) = self.parts.get(at).and_then(|part| part.shared(&piece.days.period())) {
                days[at].add(piece.on(own));
                at += 1;
            }
            run.take(unit, &piece);
        }
    }
}

impl Piece {
    /// Its days as far as they lie in a part.
    fn on(&self, days: Span) -> SeatDays {
        let count = u64::from(days.count());
        let needed = count * u64::from(self.needed);
        let held = count * u64::from(self.needed.min(self.holders));
        let gap = needed - held;
        if !self.is_told {
            return SeatDays { needed, held, untold: gap, ..SeatDays::default() };
        }
        SeatDays { needed, held, empty: gap, accepted: if self.is_accepted { gap } else { 0 }, untold: 0 }
    }
}

/// Days without anybody at one seat, be its unit told anew meanwhile.
#[derive(Default)]
struct Run {
    open: Option<Span>,
    longest: Option<(UnitId, Span)>,
    days: u32,
    accepted: u32,
}

impl Run {
    /// Takes the next piece.
    fn take(&mut self, unit: UnitId, piece: &Piece) {
        if piece.needed == 0 || piece.holders > 0 || !piece.is_told {
            return;
        }
        self.days += piece.days.count();
        self.accepted += if piece.is_accepted { piece.days.count() } else { 0 };
        let goes_on = self.open.filter(|open| day_after(open.last) == piece.days.first);
        let open = Span { first: goes_on.map_or(piece.days.first, |open| open.first), last: piece.days.last };
        self.open = Some(open);
        self.longest = self.longest.filter(|(_, longest)| longest.count() >= open.count()).or(Some((unit, open)));
    }

    /// What it comes to under a duty, where there was any such day.
    fn alone(self, duty: DutyId) -> Option<Alone> {
        let Run { longest, days, accepted, .. } = self;
        longest.map(|(unit, longest)| Alone { unit, duty, longest, days, accepted })
    }
}

/// The pieces that turns in the order of their days part a stretch into, up to its last day.
fn pieces(turns: &[(Day, Turn)], last: Day) -> impl Iterator<Item = Piece> {
    let first = turns.first().map_or(last, |(day, _)| *day);
    let mut piece = Piece { days: Span { first, last }, needed: 0, holders: 0, is_accepted: false, is_told: false };
    let mut accepting = 0u32;
    let mut groups = turns.chunk_by(|one, other| one.0 == other.0).peekable();
    std::iter::from_fn(move || {
        let group = groups.next()?;
        for (_, turn) in group {
            match turn {
                Turn::Needed(needed) => piece.needed = *needed,
                Turn::Comes => piece.holders += 1,
                Turn::Leaves => piece.holders = piece.holders.saturating_sub(1),
                Turn::Accepted => accepting += 1,
                Turn::Over => accepting = accepting.saturating_sub(1),
                Turn::Told => piece.is_told = true,
            }
        }
        piece.is_accepted = accepting > 0;
        let end = groups.peek().map_or(last, |next| day_before(next[0].0));
        piece.days = Span { first: group[0].0, last: end };
        Some(piece)
    })
}
