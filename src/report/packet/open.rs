//! What the grass roots of a cadre's places reported before the month, and nobody has answered yet.

use std::collections::HashMap;

use crate::model::day::{Day, Month, day_before, days_between};
use crate::model::id::UnitId;
use crate::model::snapshot::Snapshot;
use crate::report::paper::{Paper, cells};
use crate::report::table::{Cell, RowKind, Table};
use crate::say;

const COLUMNS: &[(&str, u16)] = &[
    ("raised", 12),
    ("area_name", 30),
    ("raised_by", 20),
    ("matter", 44),
    ("sent_to", 24),
    ("due", 12),
    ("days_open", 9),
];

/// What is open, by the units that it concerns: where it was raised, and those above.
pub struct Open {
    by_unit: HashMap<UnitId, Vec<usize>>,
    /// The first day of the month: the packet is given out when it begins.
    begin: Day,
}

impl Open {
    /// What was raised before a month and is still open on the snapshot's day.
    pub fn new(snapshot: &Snapshot, month: Month) -> Self {
        let book = snapshot.book;
        let mut open = Open { by_unit: HashMap::new(), begin: month.first() };
        for (at, row) in book.feedback.iter().enumerate() {
            if row.day < open.begin && row.is_open_on(snapshot.day) {
                let above = book.chain(row.unit).flat_map(|unit| [Some(unit), book.unit(unit).group]).flatten();
                above.for_each(|unit| open.by_unit.entry(unit).or_default().push(at));
            }
        }
        open
    }

    /// That of some units, the oldest first; what is late is marked.
    pub fn table(&self, snapshot: &Snapshot, paper: &Paper, units: &[UnitId]) -> Table {
        let book = snapshot.book;
        let mut table = paper.table("open", snapshot.policy(), COLUMNS);
        table.heading.title = say!(paper.words, "packet-open");
        let mut own: Vec<usize> =
            units.iter().flat_map(|unit| self.by_unit.get(unit).into_iter().flatten().copied()).collect();
        own.sort_unstable();
        own.dedup();
        own.sort_by_key(|at| book.feedback[*at].day);
        for row in own.into_iter().map(|at| &book.feedback[at]) {
            let line = cells(
                &table,
                [
                    ("raised", row.day.into()),
                    ("area_name", snapshot.whereabouts(row.unit).into()),
                    ("raised_by", Cell::from(&row.raised_by)),
                    ("matter", Cell::from(&row.matter)),
                    ("sent_to", Cell::from(&row.sent_to)),
                    ("due", row.due.into()),
                    ("days_open", days_between(row.day, day_before(self.begin)).into()),
                ],
            );
            table.push_kind(if row.is_late_on(self.begin) { RowKind::Gap } else { RowKind::Data }, line);
        }
        table
    }
}
