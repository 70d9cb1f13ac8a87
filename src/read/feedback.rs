//! Rows of feedback.csv.

use super::row::Row;
use crate::model::day::Day;
use crate::model::finding::{Finding, Severity};
use crate::model::list::Column;
use crate::model::rows::FeedbackRow;

/// Reads a row; `None` when it has a fault.
pub fn feedback(row: &mut Row) -> Option<FeedbackRow> {
    let unit_code = row.code(Column::UnitCode);
    let day = row.day(Column::Day);
    let raised_by = row.text(Column::RaisedBy);
    let matter = row.text(Column::Matter);
    let sent_to = row.text(Column::SentTo);
    let due = row.day(Column::Due);
    let answered = row.day(Column::Answered);
    let answer = row.text(Column::Answer);
    let note = row.text(Column::Note);
    let context = row.context();
    for (column, later) in [(Column::Due, due), (Column::Answered, answered)] {
        before_raised(row, day, (column, later));
    }
    if !answer.is_empty() && row.raw(Column::Answered).trim().is_empty() {
        row.fault("feedback-answer-undated", Column::Answer, &answer);
    }
    let day = day?;
    row.is_sound.then_some(FeedbackRow {
        unit_code,
        day,
        raised_by,
        matter,
        sent_to,
        due,
        answered,
        answer,
        note,
        context,
    })
}

/// Reports a day that comes before the one on which the matter was raised.
fn before_raised(row: &mut Row, raised: Option<Day>, (column, later): (Column, Option<Day>)) {
    let (Some(raised), Some(later)) = (raised, later) else { return };
    if later < raised {
        let check = if column == Column::Due { "feedback-due-early" } else { "feedback-answered-early" };
        let value = row.raw(column).to_owned();
        row.note(Finding::new(check, Severity::Error).value(&value).arg("raised", raised), column);
    }
}
