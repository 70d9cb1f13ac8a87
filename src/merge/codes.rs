//! Which unit or cadre a code means. A unit's code means a unit only together with a day.

use std::cell::{Cell, RefCell};

use foldhash::fast::RandomState;
use foldhash::{HashMap, HashSet};
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
use crate::text::zeros::{with_zeros, without_zeros};

/// A suggestion costs a walk through all codes: so many are compared in a run, then wrong codes get none.
const MOST_COMPARED: usize = 2_000_000;

/// The codes of a book.
pub struct Codes {
    units: Known<UnitId>,
    /// Further units of a code that was used again.
    reused: HashMap<Text, Vec<UnitId>>,
    cadres: Known<CadreId>,
    suggested: RefCell<HashMap<(Kind, Text), Option<String>>>,
}

/// What codes stand for. Lists name what is known in its order more often than not: what was asked for last, and what
/// comes next, are looked at first.
struct Known<T> {
    ids: IndexMap<Text, T, RandomState>,
    last: Cell<usize>,
    /// What is left of codes that begin with zeros without them.
    bare: HashSet<Text>,
}

impl<T: Copy> Known<T> {
    fn with_capacity(count: usize) -> Self {
        let ids = IndexMap::with_capacity_and_hasher(count, RandomState::default());
        Known { ids, last: Cell::default(), bare: HashSet::default() }
    }

    /// Takes note of a code, if it is new.
    fn add(&mut self, code: &Text, id: T) -> bool {
        if code.starts_with('0') {
            self.bare.insert(without_zeros(code).into());
        }
        match self.ids.entry(code.clone()) {
            Entry::Vacant(free) => {
                free.insert(id);
                true
            }
            Entry::Occupied(_) => false,
        }
    }

    /// The known code that `code` is without its leading zeros, if there is one.
    fn with_zeros(&self, code: &str) -> Option<String> {
        if !self.bare.contains(without_zeros(code)) {
            return None;
        }
        with_zeros(code).find(|code| self.ids.contains_key(code.as_str()))
    }

    fn get(&self, code: &str) -> Option<T> {
        let last = self.last.get();
        let is_at = |at: &usize| self.ids.get_index(*at).is_some_and(|(known, _)| known == code);
        let at = [last, last + 1].into_iter().find(is_at).or_else(|| self.ids.get_index_of(code))?;
        self.last.set(at);
        self.ids.get_index(at).map(|(_, id)| *id)
    }
}

impl Codes {
    /// Collects the codes of `book`.
    pub fn of(book: &Book) -> Self {
        let mut codes = Codes {
            units: Known::with_capacity(book.units.len()),
            reused: HashMap::default(),
            cadres: Known::with_capacity(book.cadres.len()),
            suggested: RefCell::default(),
        };
        for (at, unit) in book.units.iter().enumerate() {
            codes.add_unit(&unit.code, UnitId::at(at));
        }
        for (at, cadre) in book.cadres.iter().enumerate() {
            codes.add_cadre(&cadre.code, CadreId::at(at));
        }
        codes
    }

    /// All units by their codes.
    pub fn into_units(self) -> HashMap<Text, Vec<UnitId>> {
        let mut all: HashMap<Text, Vec<UnitId>> = self.reused;
        for (code, id) in self.units.ids {
            all.entry(code).or_default().push(id);
        }
        all
    }

    /// Makes room for as many more units.
    pub fn reserve_units(&mut self, count: usize) {
        self.units.ids.reserve(count);
    }

    /// Makes room for as many more cadres.
    pub fn reserve_cadres(&mut self, count: usize) {
        self.cadres.ids.reserve(count);
    }

    /// Takes note of a unit.
    pub fn add_unit(&mut self, code: &Text, id: UnitId) {
        if !self.units.add(code, id) {
            self.reused.entry(code.clone()).or_default().push(id);
        }
    }

    /// Takes note of a cadre.
    pub fn add_cadre(&mut self, code: &Text, id: CadreId) {
        self.cadres.add(code, id);
    }

    /// The cadre of a code.
    pub fn cadre(&self, code: &str) -> Option<CadreId> {
        self.cadres.get(code)
    }

    /// Whether several units have or had a code.
    pub fn is_reused(&self, code: &str) -> bool {
        self.reused.contains_key(code)
    }

    /// The code of a unit that `code` is without its leading zeros, if there is one.
    pub fn unit_with_zeros(&self, code: &str) -> Option<String> {
        self.units.with_zeros(code)
    }

    /// The code of a cadre that `code` is without its leading zeros, if there is one.
    pub fn cadre_with_zeros(&self, code: &str) -> Option<String> {
        self.cadres.with_zeros(code)
    }

    /// All units that ever had a code.
    pub fn units(&self, code: &str) -> impl Iterator<Item = UnitId> + '_ {
        let more = self.reused.get(code).into_iter().flatten();
        self.units.get(code).into_iter().chain(more.copied())
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
    pub fn nearest_unit(&self, wrong: &str) -> Option<String> {
        self.suggestion(Kind::Units, wrong, self.units.ids.keys())
    }

    /// The nearest code of a cadre, for a code that no cadre has.
    pub fn nearest_cadre(&self, wrong: &str) -> Option<String> {
        self.suggestion(Kind::Cadres, wrong, self.cadres.ids.keys())
    }

    fn suggestion<'c>(
        &self,
        kind: Kind,
        wrong: &str,
        codes: impl ExactSizeIterator<Item = &'c Text>,
    ) -> Option<String> {
        let mut suggested = self.suggested.borrow_mut();
        let asked = (kind, Text::from(wrong));
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
pub fn lost_zeros(code: &str, meant: &str) -> Finding {
    let finding = Finding::new("code-lost-zeros", Severity::Error).value(code).arg("meant", meant);
    finding.arg("digits", meant.len().to_string())
}

/// A code that no unit has, or none has on `day`: codes get reused, and there may be days between.
pub fn unknown_unit(check: &'static str, code: &str, day: Day, codes: &Codes) -> Finding {
    let finding = |check| Finding::new(check, Severity::Error).value(code);
    match codes.units(code).next() {
        Some(_) => finding("unit-not-in-force").unit(&code.into()).arg("day", day),
        None => match codes.unit_with_zeros(code) {
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
