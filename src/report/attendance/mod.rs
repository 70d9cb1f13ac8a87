//! Attendance: the sheet to fill in, who has not come for how long, which meetings were not held, and rates.

pub mod absences;
pub mod sheet;
pub mod turnout;
pub mod unheld;

use std::collections::BTreeMap;

use crate::model::book::Book;
use crate::model::day::Month;
use crate::model::id::UnitId;
use crate::model::turnout::{Met, met};
use crate::text::fold::key;

/// What is told of a month's meetings, by unit and by the name as [`key`] has it.
fn of_month(book: &Book, month: Month) -> BTreeMap<(UnitId, String), Vec<Met<'_>>> {
    let mut told: BTreeMap<(UnitId, String), Vec<Met>> = BTreeMap::new();
    for met in met(book, month.period()) {
        told.entry((met.unit, key(met.meeting))).or_default().push(met);
    }
    told
}
