//! Meetings of a month that were not held, or of which nothing is told.

use std::collections::HashMap;

use crate::model::attendance::{Attendance, Presence};
use crate::model::day::{Day, Month};
use crate::model::id::UnitId;
use crate::model::sitting::Sitting;
use crate::model::snapshot::Snapshot;
use crate::report::paper::Paper;
use crate::report::table::{Cell, RowKind, Table};
use crate::say;
use crate::text::fold::key;
use crate::text::written;

const COLUMNS: &[(&str, u16)] = &[
    ("unit_code", 14),
    ("unit_name", 22),
    ("parent_path", 40),
    ("meeting", 28),
    ("day", 12),
    ("state", 18),
    ("reason", 30),
    ("held_last", 14),
];

/// A meeting that was not held, so far as anybody told.
struct Unheld {
    unit: UnitId,
    meeting: String,
    /// Its day, as told or as it was to be.
    day: Option<Day>,
    /// Whether somebody told that it was not held.
    is_told: bool,
    reason: String,
}

/// One row per meeting, in the order of the units; `sittings` are the meetings of the month as they are fixed.
pub fn unheld(snapshot: &Snapshot, paper: &Paper, month: Month, sittings: &[Sitting], under: Option<UnitId>) -> Table {
    let book = snapshot.book;
    let mut table = paper.table("unheld", snapshot.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "title-unheld");
    table.heading.subtitle.push(say!(paper.words, "month", month = written::month(month, paper.lang())));
    table.heading.subtitle.extend(under.map(|unit| snapshot.whereabouts(unit)));
    table.signature = paper.signature(month.last());
    let last = held_last(snapshot, month);
    let mut found = found(snapshot, month, sittings);
    found.retain(|found| snapshot.is_in(found.unit, under));
    found.sort_by(|one, other| (one.unit, &one.meeting, one.day).cmp(&(other.unit, &other.meeting, other.day)));
    let mut told = 0usize;
    for found in &found {
        let unit = book.unit(found.unit);
        told += usize::from(found.is_told);
        let state = match found.is_told {
            true => say!(paper.words, "presence-not-held"),
            false => say!(paper.words, "meeting-untold"),
        };
        table.push(vec![
            Cell::from(&unit.code),
            Cell::from(&unit.name),
            snapshot.surroundings(found.unit).into(),
            found.meeting.as_str().into(),
            found.day.into(),
            state.into(),
            found.reason.as_str().into(),
            last.get(&(found.unit, key(&found.meeting))).copied().into(),
        ]);
    }
    table.push_line(RowKind::Total, say!(paper.words, "total-unheld", told = told, untold = found.len() - told));
    table
}

/// The meetings of the month that nobody told were held.
fn found(snapshot: &Snapshot, month: Month, sittings: &[Sitting]) -> Vec<Unheld> {
    let told = super::of_month(snapshot.book, month);
    let mut found = Vec::new();
    for sitting in sittings {
        if !told.contains_key(&(sitting.unit, key(&sitting.name))) {
            let (meeting, reason) = (sitting.name.to_string(), String::new());
            found.push(Unheld { unit: sitting.unit, meeting, day: sitting.day, is_told: false, reason });
        }
    }
    // One that was held on another day was held.
    for met in told.into_values().filter(|all| all.iter().all(|met| !met.is_held)).flatten() {
        let reasons = met.rows.iter().map(|row| row.reason.as_str()).filter(|reason| !reason.is_empty());
        let (meeting, reason) = (met.meeting.to_string(), reasons.collect::<Vec<_>>().join("; "));
        found.push(Unheld { unit: met.unit, meeting, day: Some(met.day), is_told: true, reason });
    }
    found
}

/// The last day before the end of the month on which each meeting was held.
fn held_last(snapshot: &Snapshot, month: Month) -> HashMap<(UnitId, String), Day> {
    let mut last: HashMap<(UnitId, String), Day> = HashMap::new();
    let is_held = |row: &&Attendance| row.presence != Presence::NotHeld && row.day <= month.last();
    for row in snapshot.book.attendance.iter().filter(is_held) {
        let day = last.entry((row.unit, key(&row.meeting))).or_insert(row.day);
        *day = row.day.max(*day);
    }
    last
}
