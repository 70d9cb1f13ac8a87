//! Which unit or cadre a code means. A unit's code means a unit only together with a day.

use std::cell::RefCell;

use foldhash::HashMap;
use foldhash::fast::RandomState;
use indexmap::IndexMap;
use indexmap::map::Entry;

use super::Merging;
use crate::model::Text;
use crate::model::book::Book;
use crate::model::day::{Day, Period};
use crate::model::finding::{Finding, Severity};
use crate::model::id::{CadreId, UnitId};
use crate::model::list::{Column, Kind};
use crate::model::rows::Source;
use crate::text::nearest::nearest;
use crate::text::zeros::with_zeros;

/// A suggestion costs a walk through all codes: so many are compared in a run, then wrong codes get none.
const MOST_COMPARED: usize = 2_000_000;

/// The codes of a book.
pub struct Codes {
    units: IndexMap<Text, UnitId, RandomState>,
    /// Further units of a code that was used again.
    reused: HashMap<Text, Vec<UnitId>>,
    cadres: IndexMap<Text, CadreId, RandomState>,
    suggested: RefCell<HashMap<(Kind, Text), Option<String>>>,
}

impl Codes {
    /// Collects the codes of `book`.
    pub fn of(book: &Book) -> Self {
        let mut codes = Codes {
            units: IndexMap::with_capacity_and_hasher(book.units.len(), RandomState::default()),
            reused: HashMap::default(),
            cadres: IndexMap::with_capacity_and_hasher(book.cadres.len(), RandomState::default()),
            suggested: RefCell::default(),
        };
        for (at, unit) in book.units.iter().enumerate() {
            codes.add_unit(&unit.code, UnitId::at(at));
        }
        for (at, cadre) in book.cadres.iter().enumerate() {
            codes.cadres.insert(cadre.code.clone(), CadreId::at(at));
        }
        codes
    }

    /// All units by their codes.
    pub fn into_units(self) -> HashMap<Text, Vec<UnitId>> {
        let mut all: HashMap<Text, Vec<UnitId>> = self.reused;
        for (code, id) in self.units {
            all.entry(code).or_default().push(id);
        }
        all
    }

    /// Makes room for as many more codes.
    pub fn reserve(&mut self, units: usize, cadres: usize) {
        self.units.reserve(units);
        self.cadres.reserve(cadres);
    }

    /// Takes note of a unit.
    pub fn add_unit(&mut self, code: &Text, id: UnitId) {
        match self.units.entry(code.clone()) {
            Entry::Vacant(free) => {
                free.insert(id);
            }
            Entry::Occupied(_) => self.reused.entry(code.clone()).or_default().push(id),
        }
    }

    /// Takes note of a cadre.
    pub fn add_cadre(&mut self, code: &Text, id: CadreId) {
        self.cadres.insert(code.clone(), id);
    }

    /// The cadre of a code.
    pub fn cadre(&self, code: &str) -> Option<CadreId> {
        self.cadres.get(code).copied()
    }

    /// Whether several units have or had a code.
    pub fn is_reused(&self, code: &str) -> bool {
        self.reused.contains_key(code)
    }

    /// The known code that `code` is without its leading zeros, if there is one.
    pub fn with_zeros(&self, code: &str, is_known: impl Fn(&str) -> bool) -> Option<String> {
        with_zeros(code).find(|code| is_known(code))
    }

    /// All units that ever had a code.
    pub fn units(&self, code: &str) -> impl Iterator<Item = UnitId> + '_ {
        let more = self.reused.get(code).into_iter().flatten();
        self.units.get(code).into_iter().chain(more).copied()
    }

    /// The unit that a code means on `day`: the one in force, else the only one there ever was.
    pub fn unit_on(&self, book: &Book, code: &str, day: Day) -> Option<UnitId> {
        let mut all = self.units(code);
        let first = all.next()?;
        if book.unit(first).period.contains(day) {
            return Some(first);
        }
        match all.next() {
            None => Some(first),
            Some(second) => std::iter::once(second).chain(all).find(|id| book.unit(*id).period.contains(day)),
        }
    }

    /// The nearest code of a unit, for a code that no unit has.
    pub fn nearest_unit(&self, wrong: &Text) -> Option<String> {
        self.suggestion(Kind::Units, wrong, self.units.keys())
    }

    /// The nearest code of a cadre, for a code that no cadre has.
    pub fn nearest_cadre(&self, wrong: &Text) -> Option<String> {
        self.suggestion(Kind::Cadres, wrong, self.cadres.keys())
    }

    fn suggestion<'c>(
        &self,
        kind: Kind,
        wrong: &Text,
        codes: impl ExactSizeIterator<Item = &'c Text>,
    ) -> Option<String> {
        let mut suggested = self.suggested.borrow_mut();
        let asked = (kind, wrong.clone());
        if let Some(known) = suggested.get(&asked) {
            return known.clone();
        }
        if suggested.len() * codes.len().max(1) >= MOST_COMPARED {
            return None;
        }
        let found = nearest(wrong, codes.map(Text::as_str)).map(str::to_owned);
        suggested.insert(asked, found.clone());
        found
    }
}

impl Merging<'_> {
    /// Reports a unit's code that means nothing on `day`, unless its own row was refused for another fault.
    pub fn report_unknown_unit(
        &mut self,
        source: &Source,
        at: u32,
        (column, code): (Column, &Text),
        day: Day,
        codes: &Codes,
    ) {
        if !self.lists.refused.units.contains(code) {
            self.findings.push(unknown_unit("unit-unknown", code, day, codes).place(source.place(at, column)));
        }
    }
}

/// A code that lost its leading zeros.
pub fn lost_zeros(code: &Text, meant: &str) -> Finding {
    let finding = Finding::new("code-lost-zeros", Severity::Error).value(code).arg("meant", meant);
    finding.arg("digits", meant.len().to_string())
}

/// A code that no unit has, or none has on `day`: codes get reused, and there may be days between.
pub fn unknown_unit(check: &'static str, code: &Text, day: Day, codes: &Codes) -> Finding {
    let finding = |check| Finding::new(check, Severity::Error).value(code);
    match codes.units(code).next() {
        Some(_) => finding("unit-not-in-force").unit(code).arg("day", day),
        None => match codes.with_zeros(code, |code| codes.units(code).next().is_some()) {
            Some(meant) => lost_zeros(code, &meant),
            None => finding(check).nearest(codes.nearest_unit(code)),
        },
    }
}

/// The day on which the codes of a row that holds for `period` are meant: the import's day
/// where the row holds then, else the nearest end of the period.
pub fn day_of(period: Period, import: Day) -> Day {
    match (period.from, period.to) {
        (Some(from), _) if import < from => from,
        (_, Some(to)) if import > to => to,
        _ => import,
    }
}
