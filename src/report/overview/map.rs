//! The map: every place with what stands below it, groups above their members, down to who holds each seat.

use std::sync::OnceLock;

use super::numbers::Numbers;
use crate::model::coverage::Coverage;
use crate::model::day::Day;
use crate::model::id::{DutyId, UnitId};
use crate::model::lang::Lang;
use crate::report::documents::Documents;

/// A place, with what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The name of its level.
    pub level: String,
    /// Whether it groups what stands below it.
    pub is_group: bool,
    /// Seats of each duty of the policy, its own and of all below it.
    pub numbers: Vec<Numbers>,
    /// Its own seats; none where places are not told one by one.
    pub seats: Vec<Seat>,
    /// The places right below it; none where places are not told one by one.
    pub places: Vec<Place>,
}

/// The seats of one duty in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Position of the duty among those of the page.
    pub duty: usize,
    /// Who holds it.
    pub people: Vec<String>,
    /// How many more are needed.
    pub empty: u32,
    /// Whether that is accepted.
    pub is_accepted: bool,
    /// The first day of that, where known.
    pub since: Option<Day>,
}

/// How far a place is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Down to every seat.
    Whole,
    /// In numbers alone.
    Top,
    /// Its own seats, and nothing of what stands below it.
    Own,
}

/// Which place stands right below which, and the seats of each.
pub struct Map<'m> {
    documents: &'m Documents<'m, 'm>,
    duties: Vec<DutyId>,
    /// By unit; positions in the coverage. Worked out when they are asked for.
    seats: OnceLock<Vec<(UnitId, usize)>>,
    /// By what stands right above: units below it, in the order of the book.
    below: Vec<(Option<UnitId>, UnitId)>,
}

impl<'m> Map<'m> {
    /// Arranges the units of a snapshot.
    pub fn new(documents: &'m Documents<'m, 'm>) -> Self {
        let snapshot = documents.snapshot;
        let exists = |unit: &UnitId| snapshot.exists(*unit);
        let above = |unit: &crate::model::unit::Unit| unit.group.filter(exists).or(unit.parent).filter(exists);
        let mut below: Vec<_> = snapshot.units().map(|(id, unit)| (above(unit), id)).collect();
        below.sort();
        Map { documents, duties: snapshot.policy().duty_ids().collect(), seats: OnceLock::new(), below }
    }

    /// The duties, in the order of all numbers.
    pub fn duties(&self) -> &[DutyId] {
        &self.duties
    }

    /// The topmost places worth telling apart, and those above that hold all of them; below `top`, where there is one.
    pub fn tops(&self, top: Option<UnitId>) -> (Vec<UnitId>, Vec<UnitId>) {
        let (mut above, mut tops) = (Vec::new(), Vec::new());
        let mut level = match top {
            Some(top) => vec![top],
            None => self.below(None).collect(),
        };
        while let [lone] = level[..] {
            let next: Vec<UnitId> = self.below(Some(lone)).collect();
            if next.is_empty() {
                break;
            }
            // What the whole is in charge of itself stays in sight, above all that lies in it.
            if self.has_seats(lone) {
                tops.push(lone);
            }
            above.push(lone);
            level = next;
        }
        tops.extend(level);
        (above, tops)
    }

    /// A place.
    pub fn place(&self, unit: UnitId, depth: Depth, lang: Lang) -> Place {
        let snapshot = self.documents.snapshot;
        let told = snapshot.book.unit(unit);
        let level = snapshot.policy().level(told.level);
        let mut place = Place {
            unit,
            code: told.code.to_string(),
            name: told.name.to_string(),
            level: level.name.in_lang(lang).to_owned(),
            is_group: level.overlay,
            numbers: vec![Numbers::default(); self.duties.len()],
            seats: Vec::new(),
            places: Vec::new(),
        };
        for at in self.own(unit) {
            let found = &self.documents.coverage()[at];
            let Some(duty) = self.duties.iter().position(|duty| *duty == found.duty) else { continue };
            place.numbers[duty].add(Numbers::of(std::iter::once(found)));
            if depth != Depth::Top {
                place.seats.push(self.seat(duty, found));
            }
        }
        let below = self.below(Some(unit)).filter(|_| depth != Depth::Own);
        for below in below {
            let below = self.place(below, depth, lang);
            place.numbers.iter_mut().zip(&below.numbers).for_each(|(sum, numbers)| sum.add(*numbers));
            if depth == Depth::Whole && Numbers::sum(&below.numbers).seats > 0 {
                place.places.push(below);
            }
        }
        place
    }

    /// The seats of a unit and of all below it, as positions in the coverage, in its order.
    pub fn seats_below(&self, unit: UnitId) -> Vec<usize> {
        let (mut found, mut next) = (Vec::new(), vec![unit]);
        while let Some(unit) = next.pop() {
            found.extend(self.own(unit));
            next.extend(self.below(Some(unit)));
        }
        found.sort_unstable();
        found
    }

    fn seat(&self, duty: usize, found: &Coverage) -> Seat {
        let book = self.documents.snapshot.book;
        let name = |id| book.cadre(book.assignment(id).cadre).full_name.to_string();
        let opened = || self.documents.seats.openings.get(&(found.unit, found.duty)).map(|opening| opening.day);
        Seat {
            duty,
            people: found.holders.iter().map(|id| name(*id)).collect(),
            empty: found.gap(),
            is_accepted: found.accepted,
            since: if found.gap() > 0 { opened().or(book.unit(found.unit).period.from) } else { None },
        }
    }

    /// Whether a unit has seats of its own.
    fn has_seats(&self, unit: UnitId) -> bool {
        let snapshot = self.documents.snapshot;
        let level = snapshot.book.unit(unit).level;
        let is_told = snapshot.exists(unit) && snapshot.is_in(unit, self.documents.top());
        is_told && self.duties.iter().any(|duty| snapshot.policy().duty(*duty).unit == level)
    }

    fn own(&self, unit: UnitId) -> impl Iterator<Item = usize> {
        let seats = self.seats.get_or_init(|| {
            let all = self.documents.coverage().iter().enumerate();
            let mut seats: Vec<_> = all.map(|(at, found)| (found.unit, at)).collect();
            seats.sort();
            seats
        });
        let first = seats.partition_point(|(own, _)| *own < unit);
        seats[first..].iter().take_while(move |(own, _)| *own == unit).map(|(_, at)| *at)
    }

    fn below(&self, unit: Option<UnitId>) -> impl Iterator<Item = UnitId> {
        let first = self.below.partition_point(|(above, _)| *above < unit);
        self.below[first..].iter().take_while(move |(above, _)| *above == unit).map(|(_, below)| *below)
    }
}
