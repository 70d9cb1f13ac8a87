//! Which unit or cadre a code means. A unit's code means a unit only together with a day.

use std::cell::RefCell;

use foldhash::{HashMap, HashSet};

use super::Merging;
use super::index::Index;
use crate::model::Text;
use crate::model::book::Book;
use crate::model::cadre::Cadre;
use crate::model::day::{Day, Period};
use crate::model::finding::{Finding, Severity};
use crate::model::id::{CadreId, UnitId};
use crate::model::list::{Column, Kind};
use crate::model::rows::Source;
use crate::model::unit::Unit;
use crate::text::nearest::nearest;
use crate::text::zeros::{with_zeros, without_zeros};

/// A suggestion costs a walk through all codes: so many are compared in a run, then wrong codes get none.
const MOST_COMPARED: usize = 2_000_000;

/// The codes of a book: what each stands for is looked up in the rows of the book itself.
#[derive(Default)]
pub struct Codes {
    units: Known,
    /// Further units of a code that was used again.
    reused: HashMap<Text, Vec<UnitId>>,
    cadres: Known,
    suggested: RefCell<HashMap<(Kind, Text), Option<String>>>,
}

/// What has a code.
pub trait Coded {
    /// The code.
    fn code(&self) -> &Text;

    /// Reads what a look at it will read, so that it is at hand then.
    fn touch(&self) -> usize {
        read_through(self.code())
    }
}

impl Coded for Unit {
    fn code(&self) -> &Text {
        &self.code
    }

    fn touch(&self) -> usize {
        read_through(&self.code) + usize::from(self.period.from.is_some())
    }
}

impl Coded for Cadre {
    fn code(&self) -> &Text {
        &self.code
    }
}

/// Reads a code from its first letter to what tells its length.
fn read_through(code: &Text) -> usize {
    code.len() + code.as_bytes().first().map_or(0, |first| usize::from(*first))
}

/// Codes that are known.
#[derive(Default)]
struct Known {
    index: Index,
    /// Whether a later row has the code of another.
    has_reused: bool,
    /// What is left of codes that begin with zeros without them.
    bare: HashSet<Text>,
}

impl Known {
    /// Takes note of the code of the row at a position, unless one before it has the same.
    fn add(&mut self, rows: &[impl Coded], at: u32) -> bool {
        let code = rows[at as usize].code();
        if code.starts_with('0') {
            self.bare.insert(without_zeros(code).into());
        }
        let is_new = self.index.add(code.as_str(), at, |at| rows[at].code() == code);
        self.has_reused |= !is_new;
        is_new
    }

    /// The known code that `code` is without its leading zeros, if there is one.
    fn with_zeros(&self, rows: &[impl Coded], code: &str) -> Option<String> {
        if !self.bare.contains(without_zeros(code)) {
            return None;
        }
        with_zeros(code).find(|code| self.get(rows, code).is_some())
    }

    /// Fetches what codes stand for before they are asked for.
    fn fetch<'k>(&self, rows: &[impl Coded], codes: impl Iterator<Item = &'k Text>) {
        self.index.fetch(codes.map(Text::as_str), |at| rows.get(at).map_or(0, Coded::touch));
    }

    /// The position of the first row of a code.
    fn get(&self, rows: &[impl Coded], code: &str) -> Option<usize> {
        let has_code = |at: usize| rows.get(at).is_some_and(|row| row.code() == code);
        if self.has_reused { self.index.get(code, has_code) } else { self.index.get_near(code, has_code) }
    }
}

/// The rows that are looked up together, where the one at `at` is the first of them: few enough that all they need lies
/// beside the processor.
pub fn together<T>(all: &[T], at: usize) -> Option<&[T]> {
    const TOGETHER: usize = 64;
    at.is_multiple_of(TOGETHER).then(|| &all[at..all.len().min(at + TOGETHER)])
}

impl Codes {
    /// Collects the codes of `book`.
    pub fn of(book: &Book) -> Self {
        let mut codes = Codes::default();
        codes.reserve_units(book.units.len());
        codes.reserve_cadres(book.cadres.len());
        (0..book.units.len()).for_each(|at| codes.add_unit(&book.units, UnitId::at(at)));
        (0..book.cadres.len()).for_each(|at| codes.add_cadre(&book.cadres, CadreId::at(at)));
        codes
    }

    /// Makes room for as many more units.
    pub fn reserve_units(&mut self, count: usize) {
        self.units.index.reserve(count);
    }

    /// Makes room for as many more cadres.
    pub fn reserve_cadres(&mut self, count: usize) {
        self.cadres.index.reserve(count);
    }

    /// Takes note of a unit.
    pub fn add_unit(&mut self, units: &[Unit], id: UnitId) {
        if !self.units.add(units, id.0) {
            self.reused.entry(units[id.index()].code.clone()).or_default().push(id);
        }
    }

    /// Takes note of a cadre.
    pub fn add_cadre(&mut self, cadres: &[Cadre], id: CadreId) {
        self.cadres.add(cadres, id.0);
    }

    /// Fetches units that will be asked for.
    pub fn fetch_units<'k>(&self, units: &[Unit], codes: impl Iterator<Item = &'k Text>) {
        self.units.fetch(units, codes);
    }

    /// Fetches cadres that will be asked for.
    pub fn fetch_cadres<'k>(&self, cadres: &[Cadre], codes: impl Iterator<Item = &'k Text>) {
        self.cadres.fetch(cadres, codes);
    }

    /// The cadre of a code.
    pub fn cadre(&self, cadres: &[Cadre], code: &str) -> Option<CadreId> {
        self.cadres.get(cadres, code).map(CadreId::at)
    }

    /// Whether several units have or had a code.
    pub fn is_reused(&self, code: &str) -> bool {
        self.reused.contains_key(code)
    }

    /// The code of a unit that `code` is without its leading zeros, if there is one.
    pub fn unit_with_zeros(&self, units: &[Unit], code: &str) -> Option<String> {
        self.units.with_zeros(units, code)
    }

    /// The code of a cadre that `code` is without its leading zeros, if there is one.
    pub fn cadre_with_zeros(&self, cadres: &[Cadre], code: &str) -> Option<String> {
        self.cadres.with_zeros(cadres, code)
    }

    /// All units that ever had a code.
    pub fn units(&self, units: &[Unit], code: &str) -> impl Iterator<Item = UnitId> + '_ {
        let more = self.reused.get(code).into_iter().flatten();
        self.units.get(units, code).map(UnitId::at).into_iter().chain(more.copied())
    }

    /// The unit that a code means on `day`: the one in force, else the only one there ever was.
    pub fn unit_on(&self, units: &[Unit], code: &str, day: Day) -> Option<UnitId> {
        let mut all = self.units(units, code);
        let first = all.next()?;
        let is_in_force = |id: &UnitId| units[id.index()].period.contains(day);
        if is_in_force(&first) {
            return Some(first);
        }
        match all.next() {
            None => Some(first),
            Some(second) => std::iter::once(second).chain(all).find(is_in_force),
        }
    }

    /// The nearest code of a unit, for a code that no unit has.
    pub fn nearest_unit(&self, units: &[Unit], wrong: &str) -> Option<String> {
        self.suggestion(Kind::Units, wrong, units)
    }

    /// The nearest code of a cadre, for a code that no cadre has.
    pub fn nearest_cadre(&self, cadres: &[Cadre], wrong: &str) -> Option<String> {
        self.suggestion(Kind::Cadres, wrong, cadres)
    }

    fn suggestion(&self, kind: Kind, wrong: &str, rows: &[impl Coded]) -> Option<String> {
        let mut suggested = self.suggested.borrow_mut();
        let asked = (kind, Text::from(wrong));
        if let Some(known) = suggested.get(&asked) {
            return known.clone();
        }
        if suggested.len() * rows.len().max(1) >= MOST_COMPARED {
            return None;
        }
        let found = nearest(wrong, rows.iter().map(|row| row.code().as_str())).map(str::to_owned);
        suggested.insert(asked, found.clone());
        found
    }
}

impl Merging<'_> {
    /// Reports a unit's code that means nothing on `day`, unless its own row was refused for another fault.
    pub fn report_unknown_unit(&mut self, source: &Source, at: u32, (column, code): (Column, &Text), day: Day) {
        if !self.lists.refused.units.contains(code) {
            let finding = unknown_unit("unit-unknown", code, day, (&self.codes, &self.book.units));
            self.findings.push(finding.place(source.place(at, column)));
        }
    }
}

/// A code that lost its leading zeros.
pub fn lost_zeros(code: &str, meant: &str) -> Finding {
    let finding = Finding::new("code-lost-zeros", Severity::Error).value(code).arg("meant", meant);
    finding.arg("digits", meant.len().to_string())
}

/// A code that no unit has, or none has on `day`: codes get reused, and there may be days between.
pub fn unknown_unit(check: &'static str, code: &str, day: Day, (codes, units): (&Codes, &[Unit])) -> Finding {
    let finding = |check| Finding::new(check, Severity::Error).value(code);
    match codes.units(units, code).next() {
        Some(_) => finding("unit-not-in-force").unit(&code.into()).arg("day", day),
        None => match codes.unit_with_zeros(units, code) {
            Some(meant) => lost_zeros(code, &meant),
            None => finding(check).nearest(codes.nearest_unit(units, code)),
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
