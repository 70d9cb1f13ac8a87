//! A list of pairs of cadre and unit that an office wants, or never wants, in a proposal.

use std::path::Path;

use anyhow::Result;

use super::find;
use super::stop::Stop;
use crate::model::day::Day;
use crate::model::finding::{Finding, Severity, has_error};
use crate::model::proposal::{Pair, Wish};
use crate::model::snapshot::Snapshot;
use crate::read::source::File;
use crate::read::wanted::{self, Row};

/// The pairs of a file that count on a day; a row whose `until` is over does not.
///
/// # Errors
/// [`Stop::Pairs`] with every fault of the file.
pub fn pairs(snapshot: &Snapshot, path: &Path, day: Day) -> Result<Vec<Pair>> {
    let (rows, mut findings) = wanted::rows(&File::read(path)?);
    let mut pairs = Vec::new();
    for row in rows {
        match pair(snapshot, &row) {
            Ok(pair) if row.until.is_none_or(|until| day <= until) => pairs.push(pair),
            Ok(_) => {}
            Err(finding) => findings.push(*finding),
        }
    }
    if has_error(&findings) { Err(Stop::Pairs(findings).into()) } else { Ok(pairs) }
}

fn pair(snapshot: &Snapshot, row: &Row) -> Result<Pair, Box<Finding>> {
    let unknown = |value: &str, at: &crate::model::place::Place| {
        Box::new(Finding::new("pair-unknown", Severity::Error).value(value).place(at.clone()))
    };
    let cadre = find::cadre(snapshot.book, &row.cadre).map_err(|_| unknown(&row.cadre, &row.places[0]))?;
    let unit = find::unit(snapshot, &row.unit).map_err(|_| unknown(&row.unit, &row.places[1]))?;
    Ok(Pair { cadre, unit, wish: if row.is_kept { Wish::Keep } else { Wish::Never } })
}
