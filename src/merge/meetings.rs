//! Meetings: by unit and name. They have no days; a unit's code means the unit of the import's day.

use std::collections::HashMap;

use super::table::{Table, repeated};
use super::{Merging, Mode};
use crate::model::change::Deed;
use crate::model::finding::Finding;
use crate::model::id::UnitId;
use crate::model::list::{Column, Kind};
use crate::model::meeting::Meeting;
use crate::model::rows::{Listed, MeetingRow, Source};
use crate::text::fold::key;

type Key = (UnitId, String);

impl Merging<'_> {
    /// Merges the rows of all lists of meetings.
    pub fn meetings(&mut self) {
        let lists = self.lists;
        let mut rows = std::mem::take(&mut self.book.meetings);
        let mut change = std::mem::take(&mut self.change.meetings);
        change.rows = lists.meetings.len();
        let mut keys: HashMap<Key, usize> = HashMap::with_capacity(rows.len() + lists.meetings.len());
        keys.extend(rows.iter().enumerate().map(|(at, row)| ((row.unit, key(&row.name)), at)));
        let mut table = Table::new(&mut rows, &mut change, self.book.last_rows().meetings);
        for listed in &lists.meetings {
            if self.is_untouched(listed) {
                table.pass_over();
                continue;
            }
            let (source, code) = (lists.source(listed), &listed.row.unit_code);
            let Some(unit) = self.codes.unit_on(&self.book.units, code, self.how.day) else {
                self.report_unknown_unit(source, listed.at, (Column::UnitCode, code), self.how.day);
                self.leave_out(Kind::Meetings);
                continue;
            };
            self.compare(listed, listed.row.context.as_deref(), unit, None);
            let result = self.lay_meeting(&mut table, listed, (unit, key(&listed.row.name)), &mut keys);
            self.findings.extend(result.err().into_iter().flatten());
        }
        let named_at = std::mem::take(&mut table.named_at);
        (self.book.meetings, self.change.meetings) = (rows, change);
        if self.stamps.has(Kind::Meetings) {
            self.remove_meetings(&named_at);
        } else if self.how.mode == Mode::Sync && !lists.meetings.is_empty() {
            self.sync_meetings(&named_at);
        }
    }

    fn lay_meeting(
        &self,
        table: &mut Table<Meeting>,
        listed: &Listed<MeetingRow>,
        key: Key,
        keys: &mut HashMap<Key, usize>,
    ) -> Result<(), Vec<Finding>> {
        let source = self.lists.source(listed);
        let (row, at, unit) = (&listed.row, listed.at, key.0);
        let Some(position) = keys.get(&key).copied() else {
            keys.insert(key, table.next());
            let free = table.free(|row| row.row);
            return self.add(table, listed, meeting_of(source, row, blank(row, unit, free)));
        };
        let written = || format!("{}, {}", row.unit_code, row.name);
        if let Some(first) = table.first_named(position) {
            return Err(vec![repeated(self.lists, listed, first, &written())]);
        }
        let meeting = meeting_of(source, row, table.row(position).clone());
        let place = || source.place(at, Column::UnitCode);
        let known = |known: Finding| known.value(&written()).place(place());
        self.lay(table, listed, (position, meeting, Deed::Changed), known)
    }
}

/// The meeting as the row says; what the file has no column for stays as it was.
fn meeting_of(source: &Source, row: &MeetingRow, before: Meeting) -> Meeting {
    let mut meeting = Meeting { rule: row.rule, ..before };
    if source.has(Column::Hour) {
        meeting.hour = row.hour;
    }
    if source.has(Column::Place) {
        meeting.place = row.place.clone();
    }
    if source.has(Column::Note) {
        meeting.note = row.note.clone();
    }
    meeting
}

fn blank(row: &MeetingRow, unit: UnitId, free: u32) -> Meeting {
    let (place, note) = Default::default();
    Meeting { row: free, unit, name: row.name.clone(), rule: row.rule, hour: None, place, note }
}
