//! Feedback: by unit, day and matter. A code means the unit of the day on which it was raised. What was raised stays:
//! `sync` takes nothing away.

use std::collections::HashMap;

use super::Merging;
use super::table::{Table, repeated};
use crate::model::change::Deed;
use crate::model::day::Day;
use crate::model::feedback::Feedback;
use crate::model::finding::{Finding, Severity};
use crate::model::id::UnitId;
use crate::model::list::{Column, Kind};
use crate::model::rows::{FeedbackRow, Listed, Source};
use crate::text::fold::key;

type Key = (UnitId, Day, String);

impl Merging<'_> {
    /// Merges the rows of all lists of feedback.
    pub fn feedback(&mut self) {
        let lists = self.lists;
        let mut rows = std::mem::take(&mut self.book.feedback);
        let mut change = std::mem::take(&mut self.change.feedback);
        change.rows = lists.feedback.len();
        let mut keys: HashMap<Key, usize> = HashMap::with_capacity(rows.len() + lists.feedback.len());
        keys.extend(rows.iter().enumerate().map(|(at, row)| ((row.unit, row.day, key(&row.matter)), at)));
        let mut table = Table::new(&mut rows, &mut change, self.book.last_rows().feedback);
        for listed in &lists.feedback {
            if self.is_untouched(listed) {
                table.pass_over();
                continue;
            }
            let (source, row) = (lists.source(listed), &listed.row);
            let Some(unit) = self.codes.unit_on(&self.book.units, &row.unit_code, row.day) else {
                self.report_unknown_unit(source, listed.at, (Column::UnitCode, &row.unit_code), row.day);
                self.leave_out(Kind::Feedback);
                continue;
            };
            if self.report_to_come(listed) {
                self.leave_out(Kind::Feedback);
                continue;
            }
            self.compare(listed, row.context.as_deref(), unit, None);
            let result = self.lay_feedback(&mut table, listed, unit, &mut keys);
            self.findings.extend(result.err().into_iter().flatten());
        }
        let named_at = std::mem::take(&mut table.named_at);
        (self.book.feedback, self.change.feedback) = (rows, change);
        if self.stamps.has(Kind::Feedback) {
            self.remove_feedback(&named_at);
        }
    }

    /// Reports days on which something was raised or answered, and that are yet to come.
    fn report_to_come(&mut self, listed: &Listed<FeedbackRow>) -> bool {
        let (source, row, today) = (self.lists.source(listed), &listed.row, self.how.today);
        let days = [(Column::Day, Some(row.day)), (Column::Answered, row.answered)];
        let to_come = days.into_iter().filter_map(|(column, day)| Some((column, day.filter(|day| *day > today)?)));
        let findings: Vec<Finding> = to_come
            .map(|(column, day)| {
                let finding = Finding::new("day-to-come", Severity::Error).value(&day.to_string());
                finding.arg("day", day).place(source.place(listed.at, column))
            })
            .collect();
        let is_found = !findings.is_empty();
        self.findings.extend(findings);
        is_found
    }

    fn lay_feedback(
        &self,
        table: &mut Table<Feedback>,
        listed: &Listed<FeedbackRow>,
        unit: UnitId,
        keys: &mut HashMap<Key, usize>,
    ) -> Result<(), Vec<Finding>> {
        let source = self.lists.source(listed);
        let (row, at) = (&listed.row, listed.at);
        let key = (unit, row.day, key(&row.matter));
        let Some(position) = keys.get(&key).copied() else {
            keys.insert(key, table.next());
            let plain = Feedback::plain(table.free(|row| row.row), unit, row.day, row.matter.clone());
            return self.add(table, listed, feedback_of(source, row, plain));
        };
        let written = || format!("{}, {}, {}", row.unit_code, row.day, row.matter);
        if let Some(first) = table.first_named(position) {
            return Err(vec![repeated(self.lists, listed, first, &written())]);
        }
        let feedback = feedback_of(source, row, table.row(position).clone());
        let place = || source.place(at, Column::UnitCode);
        let known = |known: Finding| known.value(&written()).place(place());
        self.lay(table, listed, (position, feedback, Deed::Changed), known)
    }
}

/// The feedback as the row says; what the file has no column for stays as it was.
fn feedback_of(source: &Source, row: &FeedbackRow, before: Feedback) -> Feedback {
    let mut feedback = before;
    if source.has(Column::RaisedBy) {
        feedback.raised_by = row.raised_by.clone();
    }
    if source.has(Column::SentTo) {
        feedback.sent_to = row.sent_to.clone();
    }
    if source.has(Column::Due) {
        feedback.due = row.due;
    }
    if source.has(Column::Answered) {
        feedback.answered = row.answered;
    }
    if source.has(Column::Answer) {
        feedback.answer = row.answer.clone();
    }
    if source.has(Column::Note) {
        feedback.note = row.note.clone();
    }
    feedback
}
