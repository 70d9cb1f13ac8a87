//! What a name on the command line means. One that fits several things is refused with their full paths.

use anyhow::Result;

use super::stop::Stop;
use crate::model::book::Book;
use crate::model::day::Day;
use crate::model::id::{CadreId, DutyId, LevelId, UnitId};
use crate::model::lang::Words;
use crate::model::policy::Policy;
use crate::model::snapshot::Snapshot;
use crate::read::names::Names;
use crate::text::catalogue::{Catalogue, Value};
use crate::text::clean::clean;
use crate::text::fold::key;
use crate::text::levels::LevelNames;
use crate::text::nearest::nearest;
use crate::text::written;

/// The most candidates that are named.
const MOST_NAMED: usize = 12;

/// A unit or a cadre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A unit.
    Unit(UnitId),
    /// A cadre.
    Cadre(CadreId),
}

/// The unit or cadre of a code, a name, or a name followed by names above it ("Ấp An Bình, Xã An Hiệp"). Where that
/// is nothing, a unit may be named without its rank ("An Hiệp").
///
/// # Errors
/// [`Stop::Unknown`] or [`Stop::Ambiguous`].
pub fn anything(snapshot: &Snapshot, typed: &str) -> Result<Found> {
    let cadres = cadres(snapshot.book, typed).into_iter().map(Found::Cadre);
    let mut all: Vec<Found> = units(snapshot, typed).into_iter().map(Found::Unit).chain(cadres).collect();
    if all.is_empty() {
        all = units_without_rank(snapshot, typed).into_iter().map(Found::Unit).collect();
    }
    if all.is_empty()
        && let Some(gone) = gone(snapshot, typed)
    {
        return Err(gone.into());
    }
    let names = snapshot.book.cadres.iter().map(|cadre| cadre.full_name.as_str());
    one(
        typed,
        || nearest(typed, unit_names(snapshot).chain(names)),
        "anything",
        &all,
        |found| match found {
            Found::Unit(unit) => described_unit(snapshot.book, unit),
            Found::Cadre(cadre) => described_cadre(snapshot.book, cadre),
        },
    )
}

/// The unit of a code, a name, or a name followed by names above it; as a last way, without its rank.
///
/// # Errors
/// [`Stop::Unknown`] or [`Stop::Ambiguous`].
pub fn unit(snapshot: &Snapshot, typed: &str) -> Result<UnitId> {
    let mut all = units(snapshot, typed);
    if all.is_empty() {
        all = units_without_rank(snapshot, typed);
    }
    if all.is_empty()
        && let Some(gone) = gone(snapshot, typed)
    {
        return Err(gone.into());
    }
    one(typed, || nearest(typed, unit_names(snapshot)), "unit", &all, |unit| described_unit(snapshot.book, unit))
}

/// The cadre of a code or name.
///
/// # Errors
/// [`Stop::Unknown`] or [`Stop::Ambiguous`].
pub fn cadre(book: &Book, typed: &str) -> Result<CadreId> {
    let names = book.cadres.iter().map(|cadre| cadre.full_name.as_str());
    one(typed, || nearest(typed, names), "cadre", &cadres(book, typed), |cadre| described_cadre(book, cadre))
}

/// The level of a code or name.
///
/// # Errors
/// [`Stop::Unknown`].
pub fn level(policy: &Policy, typed: &str) -> Result<LevelId> {
    let valid = || {
        policy.level_ids().map(|id| policy.level(id)).map(|level| (level.code.clone(), level.name.clone())).collect()
    };
    Names::of(policy).level(typed).map_err(|near| unknown("level", typed, near, valid()))
}

/// The duty of a code or name.
///
/// # Errors
/// [`Stop::Unknown`].
pub fn duty(policy: &Policy, typed: &str) -> Result<DutyId> {
    let valid =
        || policy.duty_ids().map(|id| policy.duty(id)).map(|duty| (duty.code.clone(), duty.name.clone())).collect();
    Names::of(policy).duty(typed).map_err(|near| unknown("duty", typed, near, valid()))
}

/// The failure of a name that means nothing; `valid` are all that would, with their names, where they are few.
pub fn unknown(what: &'static str, typed: &str, nearest: Option<String>, valid: Vec<(String, Words)>) -> anyhow::Error {
    Stop::Unknown { what, typed: typed.to_owned(), nearest, valid }.into()
}

/// The only one of all; the nearest name is looked for where there is none.
fn one<'n, T: Copy>(
    typed: &str,
    near: impl FnOnce() -> Option<&'n str>,
    what: &'static str,
    all: &[T],
    described: impl Fn(T) -> String,
) -> Result<T> {
    match all {
        [] => Err(unknown(what, typed, near().map(str::to_owned), Vec::new())),
        [one] => Ok(*one),
        _ => {
            let candidates: Vec<String> = all.iter().take(MOST_NAMED).map(|found| described(*found)).collect();
            Err(Stop::Ambiguous { typed: typed.to_owned(), count: all.len(), candidates }.into())
        }
    }
}

fn described_unit(book: &Book, unit: UnitId) -> String {
    format!("{} · {}", book.unit(unit).code, book.path(unit))
}

fn described_cadre(book: &Book, cadre: CadreId) -> String {
    let cadre = book.cadre(cadre);
    let parts: [&str; 3] = [&cadre.full_name, &cadre.position, &cadre.organization];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{} · {}", cadre.code, parts.join(", "))
}

/// Names of units with and without their ranks, as far as there is more to them than a number.
fn unit_names<'b>(snapshot: &Snapshot<'b>) -> impl Iterator<Item = &'b str> {
    const LEAST: usize = 4;
    let ranks = LevelNames::of(snapshot.policy());
    let names = snapshot.book.units.iter().map(|unit| unit.name.as_str());
    names.flat_map(move |name| [name, ranks.bare(name)]).filter(|name| name.len() >= LEAST)
}

/// Those whose code is what was typed, capitals or not; the very same code before all others.
fn of_code<T: Copy>(coded: impl Iterator<Item = (T, impl AsRef<str>)>, typed: &str) -> Vec<T> {
    let folded = typed.to_lowercase();
    let alike: Vec<_> = coded.filter(|(_, code)| code.as_ref().to_lowercase() == folded).collect();
    let same: Vec<T> = alike.iter().filter(|(_, code)| code.as_ref() == typed).map(|(id, _)| *id).collect();
    if same.is_empty() { alike.into_iter().map(|(id, _)| id).collect() } else { same }
}

/// What is said of a name that means a unit of other days: the name, what that was and is, and the two days.
pub fn of_other_days(
    words: &Catalogue,
    texts: [&String; 3],
    [day, then]: [Day; 2],
) -> [(&'static str, Value<'static>); 5] {
    let [typed, was, now] = texts.map(|text| clean(text).into_owned().into());
    let [day, then] = [day, then].map(|day| written::day(day, words.lang).into());
    [("typed", typed), ("day", day), ("then", then), ("was", was), ("now", now)]
}

/// Why a code, or the name of a unit, means nothing on the day: the unit that it means on the nearest day before, else
/// after, and what that is on the day.
fn gone(snapshot: &Snapshot, typed: &str) -> Option<Stop> {
    let (book, day) = (snapshot.book, snapshot.day);
    let ids = || (0..book.units.len()).map(UnitId::at);
    let mut all = of_code(ids().map(|id| (id, &book.unit(id).code)), typed);
    if all.is_empty() {
        let wanted = key(typed);
        all = ids().filter(|id| key(&book.unit(*id).name) == wanted).collect();
    }
    let is_before = |id: &&UnitId| book.unit(**id).period.to.is_some_and(|to| to < day);
    let before = all.iter().filter(is_before).max_by_key(|id| book.unit(**id).period.to);
    let unit = *before.or_else(|| all.iter().min_by_key(|id| book.unit(**id).period.from))?;
    let period = book.unit(unit).period;
    let now = book.successor_on(unit, day);
    let now = Some(now)
        .filter(|now| book.unit(*now).period.contains(day))
        .map_or_else(|| "none".to_owned(), |now| described_unit(book, now));
    let then = period.to.filter(|to| *to < day).or(period.from)?;
    Some(Stop::Gone { typed: typed.to_owned(), day, then, was: book.path(unit), now })
}

/// Units in force with that code; else those whose path begins with that name.
fn units(snapshot: &Snapshot, typed: &str) -> Vec<UnitId> {
    let by_code = of_code(snapshot.units().map(|(id, unit)| (id, &unit.code)), typed);
    if !by_code.is_empty() {
        return by_code;
    }
    let wanted = key(typed);
    let first = wanted.split(',').next().unwrap_or_default().trim().to_owned();
    let fits = |id: &UnitId| {
        let path = key(&snapshot.book.path(*id));
        path == wanted || path.starts_with(&format!("{wanted},"))
    };
    let named = snapshot.units().filter(|(_, unit)| key(&unit.name) == first).map(|(id, _)| id);
    named.filter(fits).collect()
}

/// Units in force whose names, and those of the units above, are what was typed, with or without their ranks.
fn units_without_rank(snapshot: &Snapshot, typed: &str) -> Vec<UnitId> {
    let ranks = LevelNames::of(snapshot.policy());
    let wanted: Vec<String> = typed.split(',').map(key).collect();
    let is_named = |unit: UnitId, wanted: &String| {
        let name = &snapshot.book.unit(unit).name;
        key(name) == *wanted || key(ranks.bare(name)) == *wanted
    };
    let fits = |unit: &UnitId| {
        let mut above = snapshot.book.chain(*unit);
        wanted.iter().all(|wanted| above.next().is_some_and(|unit| is_named(unit, wanted)))
    };
    snapshot.units().map(|(id, _)| id).filter(fits).collect()
}

fn cadres(book: &Book, typed: &str) -> Vec<CadreId> {
    let ids = || (0..book.cadres.len()).map(CadreId::at);
    let by_code = of_code(ids().map(|id| (id, &book.cadre(id).code)), typed);
    if !by_code.is_empty() {
        return by_code;
    }
    let wanted = key(typed);
    ids().filter(|id| key(&book.cadre(*id).full_name) == wanted).collect()
}
