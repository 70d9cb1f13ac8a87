//! Who has come to no meeting of a unit this month, and for how many months running. In the order of the units: it is
//! no ranking of persons.

use crate::model::day::Month;
use crate::model::id::UnitId;
use crate::model::snapshot::Snapshot;
use crate::model::turnout::{Missing, missing};
use crate::report::paper::{Paper, cells};
use crate::report::table::{Cell, RowKind, Table};
use crate::say;
use crate::text::written;

const COLUMNS: &[(&str, u16)] = &[
    ("unit_code", 14),
    ("unit_name", 22),
    ("parent_path", 36),
    ("cadre_code", 12),
    ("full_name", 24),
    ("position", 28),
    ("organization", 26),
    ("meeting", 26),
    ("months_running", 10),
    ("missed", 9),
    ("excused", 9),
    ("since", 12),
    ("came_last", 12),
    ("absence_reason", 26),
];

/// One row per cadre and unit.
pub fn absences(snapshot: &Snapshot, paper: &Paper, month: Month, under: Option<UnitId>) -> Table {
    let book = snapshot.book;
    let mut table = paper.table("absences", snapshot.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "title-absences");
    table.heading.subtitle.push(say!(paper.words, "month", month = written::month(month, paper.lang())));
    table.heading.subtitle.extend(under.map(|unit| snapshot.whereabouts(unit)));
    table.signature = paper.signature(month.last());
    let mut found: Vec<Missing> =
        missing(book, month).into_iter().filter(|found| snapshot.is_in(found.unit, under)).collect();
    found.sort_by(|one, other| {
        let people = || paper.compare_people(book.cadre(one.cadre), book.cadre(other.cadre));
        one.unit.cmp(&other.unit).then_with(people)
    });
    for found in &found {
        let (unit, cadre) = (book.unit(found.unit), book.cadre(found.cadre));
        let row = cells(
            &table,
            [
                ("unit_code", Cell::from(&unit.code)),
                ("unit_name", Cell::from(&unit.name)),
                ("parent_path", snapshot.surroundings(found.unit).into()),
                ("cadre_code", Cell::from(&cadre.code)),
                ("full_name", Cell::from(&cadre.full_name)),
                ("position", Cell::from(&cadre.position)),
                ("organization", Cell::from(&cadre.organization)),
                ("meeting", Cell::from(&found.last.meeting)),
                ("months_running", found.months.into()),
                ("missed", found.missed.into()),
                ("excused", found.excused.into()),
                ("since", found.since.into()),
                ("came_last", found.came_last.into()),
                ("absence_reason", Cell::from(&found.last.reason)),
            ],
        );
        table.push(row);
    }
    table.push_line(RowKind::Total, say!(paper.words, "total-absences", count = found.len()));
    table
}
