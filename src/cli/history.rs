//! `show --history`: which changes made a unit or a cadre, and what they hold, what it is.

use std::collections::BTreeMap;

use anyhow::Result;

use super::desk::Desk;
use super::find::Found;
use super::log::{lines, rows_of};
use super::office;
use crate::model::book::Book;
use crate::model::list::Kind;
use crate::model::policy::Profile;
use crate::model::snapshot::Snapshot;
use crate::report::differences::{Difference, differences};
use crate::report::log::history;
use crate::report::table::Table;
use crate::store::Store;

/// Every change of the rows about `found`, oldest first, with what it did to each.
pub fn of(desk: &Desk, store: &Store, book: &Book, found: Found) -> Result<Table> {
    let rows = about(book, found);
    let mut changes: BTreeMap<i64, Vec<Difference>> = BTreeMap::new();
    for (kind, row) in &rows {
        for change in store.changes_of(*kind, *row)? {
            changes.entry(change).or_default();
        }
    }
    let paper = office::screen_paper(desk, &book.policy, Some(Profile::Full));
    let logged = store.changes()?;
    for (number, told) in &mut changes {
        let Some(logged) = logged.iter().find(|logged| logged.id == *number && logged.keeps_rows) else { continue };
        let (then, change) = rows_of(store, logged)?;
        let snapshot = Snapshot::new(&then, super::log::day_of(logged));
        let all = differences(&snapshot, &change, &paper).into_iter();
        told.extend(all.filter(|difference| rows.contains(&(difference.list, difference.row))));
    }
    let lines = lines(&logged);
    let told = changes.iter().filter_map(|(number, told)| Some((lines.iter().find(|line| line.id == *number)?, told)));
    Ok(history(&book.policy, &paper, told))
}

/// The rows that are about a unit or a cadre; a code that was used again means all units that had it.
fn about(book: &Book, found: Found) -> Vec<(Kind, u32)> {
    let mut rows = Vec::new();
    match found {
        Found::Unit(id) => {
            let code = &book.unit(id).code;
            let is_it = |unit: crate::model::id::UnitId| book.unit(unit).code == *code;
            rows.extend(book.units.iter().filter(|unit| unit.code == *code).map(|unit| (Kind::Units, unit.row)));
            let assignments = book.assignments.iter().filter(|row| is_it(row.unit));
            rows.extend(assignments.map(|row| (Kind::Assignments, row.row)));
            let vacancies = book.vacancies.iter().filter(|row| is_it(row.unit));
            rows.extend(vacancies.map(|row| (Kind::Vacancies, row.row)));
        }
        Found::Cadre(id) => {
            rows.push((Kind::Cadres, book.cadre(id).row));
            let assignments = book.assignments.iter().filter(|row| row.cadre == id);
            rows.extend(assignments.map(|row| (Kind::Assignments, row.row)));
        }
    }
    rows
}
