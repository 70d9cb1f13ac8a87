//! Since when the lists tell of a seat. An office that begins to keep them tells who holds a seat and since when, and
//! not who had held it before: these days are neither held nor empty.

use crate::model::book::Book;
use crate::model::day::{Day, Period, day_after};
use crate::model::id::{DutyId, UnitId};
use crate::model::policy::Policy;
use crate::model::service::Spell;

/// What is told of each seat, and since when.
#[derive(Debug)]
pub struct Known<'s> {
    spells: Vec<&'s Spell>,
    vacancies: Vec<(DutyId, UnitId, Period)>,
    since: Vec<Since>,
}

/// Since when the lists tell of a duty.
#[derive(Clone, Copy, Debug)]
enum Since {
    /// It came with a later policy: every seat is told of from that day on.
    Policy(Day),
    /// The first that is told of it; seats of older units are told of one by one.
    First(Day),
}

impl<'s> Known<'s> {
    /// Arranges spells, and the vacancies of a book, by their seats.
    pub fn of(book: &Book, spells: &'s [Spell]) -> Self {
        let mut spells: Vec<&Spell> = spells.iter().collect();
        // Those of one seat stay in the order of their first days.
        spells.sort_by_key(|spell| (spell.duty, spell.unit));
        let vacancies = book.vacancies.iter().map(|vacancy| (vacancy.duty, vacancy.unit, vacancy.period()));
        let mut vacancies: Vec<_> = vacancies.collect();
        vacancies.sort_by_key(|(duty, unit, period)| (*duty, *unit, period.from));
        Known { spells, vacancies, since: since(book) }
    }

    /// The spells of a seat, by their first days.
    pub fn spells(&self, unit: UnitId, duty: DutyId) -> &[&'s Spell] {
        run(&self.spells, |spell| (spell.duty, spell.unit), (duty, unit))
    }

    /// The days on which an empty seat is accepted.
    pub fn vacancies(&self, unit: UnitId, duty: DutyId) -> impl Iterator<Item = Period> {
        let own = run(&self.vacancies, |(duty, unit, _)| (*duty, *unit), (duty, unit));
        own.iter().map(|(_, _, period)| *period)
    }

    /// The first day of which the lists tell whether somebody held the seat.
    pub fn since(&self, book: &Book, unit: UnitId, duty: DutyId) -> Day {
        let founded = book.unit(unit).period.from;
        match self.since[duty.index()] {
            Since::Policy(day) => founded.map_or(day, |founded| founded.max(day)),
            Since::First(day) => match founded.filter(|founded| *founded > day) {
                Some(founded) => founded,
                None => self.first(unit, duty).unwrap_or(day).max(day),
            },
        }
    }

    /// The first day on which somebody held the seat, or nobody did and it was accepted.
    fn first(&self, unit: UnitId, duty: DutyId) -> Option<Day> {
        let held = self.spells(unit, duty).first().and_then(|spell| spell.period.from);
        let accepted = self.vacancies(unit, duty).next().and_then(|period| period.from);
        held.into_iter().chain(accepted).min()
    }
}

/// The rows of one seat among rows that are arranged by seat.
fn run<T>(rows: &[T], seat: impl Fn(&T) -> (DutyId, UnitId), wanted: (DutyId, UnitId)) -> &[T] {
    let from = rows.partition_point(|row| seat(row) < wanted);
    let count = rows[from..].partition_point(|row| seat(row) == wanted);
    &rows[from..from + count]
}

/// Since when the lists tell of each duty.
fn since(book: &Book) -> Vec<Since> {
    let mut first: Vec<Option<Day>> = vec![None; book.policy.duties.len()];
    let assigned = book.assignments.iter().filter_map(|row| Some((row.duty, row.period.from?)));
    for (duty, day) in assigned.chain(book.vacancies.iter().map(|row| (row.duty, row.since))) {
        let own = &mut first[duty.index()];
        *own = Some(own.map_or(day, |own| own.min(day)));
    }
    let begin = first.iter().flatten().min().copied().unwrap_or(Day::MIN);
    let since = |(at, first): (usize, &Option<Day>)| match came(&book.policy, DutyId::at(at)) {
        Some(day) => Since::Policy(day),
        None => Since::First(first.unwrap_or(begin)),
    };
    first.iter().enumerate().map(since).collect()
}

/// The first day of the policy that a duty came with; `None` where the oldest one has it.
fn came(policy: &Policy, duty: DutyId) -> Option<Day> {
    let versions = policy.earlier.iter().map(|earlier| &earlier.policy).chain([policy]);
    let at = versions.into_iter().position(|version| version.has_duty(duty))?;
    at.checked_sub(1).and_then(|before| policy.earlier.get(before)).map(|before| day_after(before.until))
}
