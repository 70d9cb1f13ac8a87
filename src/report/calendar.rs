//! The month's meeting windows: which units meet on which days, and other meetings keep out.

use super::paper::Paper;
use super::table::{Cell, Table};
use crate::model::day::Month;
use crate::model::id::UnitId;
use crate::model::sitting::days_of;
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;

const COLUMNS: &[(&str, u16)] =
    &[("meeting", 34), ("from", 12), ("to", 12), ("unit_code", 14), ("unit_name", 24), ("parent_path", 40)];

/// One row per window and unit; with `top`, only for the units there.
pub fn calendar(snapshot: &Snapshot, paper: &Paper, month: Month, top: Option<UnitId>) -> Table {
    let mut table = paper.table("calendar", snapshot.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "title-calendar");
    table.heading.subtitle = vec![say!(paper.words, "month", month = written::month(month, paper.lang()))];
    for window in &snapshot.policy().windows {
        let [first, last] = days_of(window.days, month);
        for (id, unit) in snapshot.units_of(window.unit).filter(|(id, _)| snapshot.is_in(*id, top)) {
            table.push(vec![
                Cell::from(window.name.in_lang(paper.lang())),
                first.into(),
                last.into(),
                Cell::from(&unit.code),
                Cell::from(&unit.name),
                snapshot.surroundings(id).into(),
            ]);
        }
    }
    table
}
