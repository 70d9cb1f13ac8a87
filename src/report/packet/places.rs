//! The places that a cadre is responsible for: under which duty, since when, by which decision.

use crate::model::id::AssignmentId;
use crate::model::snapshot::Snapshot;
use crate::report::paper::{Paper, cells};
use crate::report::table::{Cell, Table};
use crate::say;

const COLUMNS: &[(&str, u16)] =
    &[("stt", 5), ("duty_name", 28), ("area_name", 24), ("parent_path", 28), ("from", 12), ("decision_no", 14)];

/// A row for each assignment.
pub fn places(snapshot: &Snapshot, paper: &Paper, held: &[AssignmentId]) -> Table {
    let (book, policy) = (snapshot.book, snapshot.policy());
    let mut table = paper.table("places", policy, COLUMNS);
    table.heading.title = say!(paper.words, "packet-places");
    for (at, id) in held.iter().enumerate() {
        let assignment = book.assignment(*id);
        let row = cells(
            &table,
            [
                ("stt", (at + 1).into()),
                ("duty_name", Cell::from(policy.duty(assignment.duty).name.in_lang(paper.lang()))),
                ("area_name", Cell::from(&book.unit(assignment.unit).name)),
                ("parent_path", snapshot.surroundings(assignment.unit).into()),
                ("from", assignment.period.from.into()),
                ("decision_no", Cell::from(&assignment.decision_no)),
            ],
        );
        table.push(row);
    }
    let above = table.columns.iter().position(|column| column.key == "parent_path");
    if above.is_some_and(|at| table.rows.iter().all(|row| row.cells[at] == Cell::Empty)) {
        table.leave_out(&["parent_path"]);
    }
    table
}
