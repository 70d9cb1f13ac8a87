//! What a name on the command line means. One that fits several things is refused with their full paths.

use anyhow::Result;

use super::failure::Stop;
use crate::model::book::Book;
use crate::model::id::{CadreId, DutyId, LevelId, UnitId};
use crate::model::policy::Policy;
use crate::model::snapshot::Snapshot;
use crate::read::names::Names;
use crate::text::fold::key;
use crate::text::nearest::nearest;

/// A unit or a cadre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A unit.
    Unit(UnitId),
    /// A cadre.
    Cadre(CadreId),
}

/// The unit or cadre of a code, a name, or a name followed by names above it ("Ấp An Bình, Xã An Hiệp").
///
/// # Errors
/// [`Stop::Unknown`] or [`Stop::Ambiguous`].
pub fn anything(snapshot: &Snapshot, typed: &str) -> Result<Found> {
    let (units, cadres) = (units(snapshot, typed), cadres(snapshot.book, typed));
    let all: Vec<Found> = units.into_iter().map(Found::Unit).chain(cadres.into_iter().map(Found::Cadre)).collect();
    one(snapshot.book, typed, "anything", all)
}

/// The unit of a code, a name, or a name followed by names above it.
///
/// # Errors
/// [`Stop::Unknown`] or [`Stop::Ambiguous`].
pub fn unit(snapshot: &Snapshot, typed: &str) -> Result<UnitId> {
    let all = units(snapshot, typed).into_iter().map(Found::Unit).collect();
    match one(snapshot.book, typed, "unit", all)? {
        Found::Unit(unit) => Ok(unit),
        Found::Cadre(_) => Err(unknown("unit", typed, None)),
    }
}

/// The level of a code or name.
///
/// # Errors
/// [`Stop::Unknown`].
pub fn level(policy: &Policy, typed: &str) -> Result<LevelId> {
    Names::of(policy).level(typed).map_err(|near| unknown("level", typed, near))
}

/// The duty of a code or name.
///
/// # Errors
/// [`Stop::Unknown`].
pub fn duty(policy: &Policy, typed: &str) -> Result<DutyId> {
    Names::of(policy).duty(typed).map_err(|near| unknown("duty", typed, near))
}

/// The failure of a name that means nothing.
pub fn unknown(what: &'static str, typed: &str, nearest: Option<String>) -> anyhow::Error {
    Stop::Unknown { what, typed: typed.to_owned(), nearest }.into()
}

fn one(book: &Book, typed: &str, what: &'static str, mut all: Vec<Found>) -> Result<Found> {
    match all[..] {
        [] => {
            let units = book.units.iter().map(|unit| unit.name.as_str());
            let cadres = book.cadres.iter().map(|cadre| cadre.full_name.as_str());
            let near = nearest(typed, units.chain(cadres)).map(str::to_owned);
            Err(unknown(what, typed, near))
        }
        [_] => Ok(all.remove(0)),
        _ => {
            let candidates = all.iter().map(|found| described(book, *found)).collect();
            Err(Stop::Ambiguous { typed: typed.to_owned(), candidates }.into())
        }
    }
}

fn described(book: &Book, found: Found) -> String {
    match found {
        Found::Unit(id) => format!("{} · {}", book.unit(id).code, book.path(id)),
        Found::Cadre(id) => {
            let cadre = book.cadre(id);
            format!("{} · {}, {}, {}", cadre.code, cadre.full_name, cadre.position, cadre.organization)
        }
    }
}

/// Units in force with that code; else those whose path begins with that name.
fn units(snapshot: &Snapshot, typed: &str) -> Vec<UnitId> {
    let by_code: Vec<UnitId> = snapshot.units().filter(|(_, unit)| unit.code == typed).map(|(id, _)| id).collect();
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

fn cadres(book: &Book, typed: &str) -> Vec<CadreId> {
    let ids = || (0..book.cadres.len()).map(CadreId::at);
    let by_code: Vec<CadreId> = ids().filter(|id| book.cadre(*id).code == typed).collect();
    if !by_code.is_empty() {
        return by_code;
    }
    let wanted = key(typed);
    ids().filter(|id| key(&book.cadre(*id).full_name) == wanted).collect()
}
