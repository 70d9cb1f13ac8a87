//! The month's meetings that a cadre has to be at.

use jiff::civil::Weekday;

use super::Planned;
use crate::model::meeting::written_hour;
use crate::model::snapshot::Snapshot;
use crate::report::paper::{Paper, cells};
use crate::report::table::{Cell, Table};
use crate::say;

const COLUMNS: &[(&str, u16)] =
    &[("day", 12), ("weekday", 10), ("hour", 8), ("meeting", 26), ("area_name", 30), ("place", 24), ("proposed", 10)];

/// One row for each of these meetings, by day and hour; what is only proposed is marked.
pub fn meetings(snapshot: &Snapshot, paper: &Paper, planned: Planned, own: &[usize]) -> Table {
    let mut table = paper.table("meetings", snapshot.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "packet-meetings");
    let mut own = own.to_vec();
    own.sort_by_key(|at| {
        let sitting = &planned.sittings[*at];
        (sitting.day.is_none(), sitting.day, sitting.hour, &snapshot.book.unit(sitting.unit).code)
    });
    for at in own {
        let sitting = &planned.sittings[at];
        let row = cells(
            &table,
            [
                ("day", sitting.day.into()),
                ("weekday", sitting.day.map(|day| weekday(paper, day.weekday())).into()),
                ("hour", sitting.hour.map(written_hour).into()),
                ("meeting", Cell::from(&sitting.name)),
                ("area_name", snapshot.whereabouts(sitting.unit).into()),
                ("place", Cell::from(&sitting.place)),
                ("proposed", Cell::from(if is_proposed(planned, at) { "x" } else { "" })),
            ],
        );
        table.push(row);
    }
    table
}

/// Whether the day or the hour of a meeting is only proposed.
pub fn is_proposed(planned: Planned, at: usize) -> bool {
    planned.sittings[at].day.is_some() && !planned.fixed[at]
}

fn weekday(paper: &Paper, day: Weekday) -> String {
    let words = paper.words;
    match day {
        Weekday::Monday => say!(words, "column-monday"),
        Weekday::Tuesday => say!(words, "column-tuesday"),
        Weekday::Wednesday => say!(words, "column-wednesday"),
        Weekday::Thursday => say!(words, "column-thursday"),
        Weekday::Friday => say!(words, "column-friday"),
        Weekday::Saturday => say!(words, "column-saturday"),
        Weekday::Sunday => say!(words, "column-sunday"),
    }
}
