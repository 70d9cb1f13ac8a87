//! The duties in numbers: what `build` prints at its end and a leader quotes.

use super::paper::Paper;
use super::table::{Cell, Table};
use crate::model::coverage::DutyTotal;
use crate::model::snapshot::Snapshot;

/// One row per duty: holders, units, seats, filled, gaps.
pub fn duties(snapshot: &Snapshot, paper: &Paper, totals: &[DutyTotal]) -> Table {
    let columns = [
        ("duty_name", 44),
        ("cadres", 10),
        ("units", 10),
        ("seats", 10),
        ("filled", 10),
        ("gaps", 10),
        ("accepted", 12),
    ];
    let mut table = paper.table("duties", snapshot.policy(), &columns);
    for total in totals {
        table.push(vec![
            Cell::from(snapshot.policy().duty(total.duty).name.in_lang(paper.lang())),
            total.cadres.into(),
            total.units.into(),
            total.seats.into(),
            total.filled.into(),
            total.gaps.into(),
            total.accepted.into(),
        ]);
    }
    table
}
