//! Rows of meetings.csv.

use super::row::Row;
use super::rule;
use crate::model::list::Column;
use crate::model::rows::MeetingRow;

/// Reads a row; `None` when it has a fault. An empty hour is "not fixed yet".
pub fn meeting(row: &mut Row) -> Option<MeetingRow> {
    let unit_code = row.code(Column::UnitCode);
    let name = row.text(Column::Meeting);
    let written = row.text(Column::Rule);
    let rule = rule::rule(&written);
    if rule.is_none() && !written.is_empty() {
        row.fault("rule-unknown", Column::Rule, &written);
    }
    let written = row.text(Column::Hour);
    let hour = rule::hour(&written);
    if hour.is_none() && !written.is_empty() {
        row.fault("hour-unknown", Column::Hour, &written);
    }
    let place = row.text(Column::Place);
    let note = row.text(Column::Note);
    let context = row.context();
    let rule = rule?;
    row.is_sound.then_some(MeetingRow { unit_code, name, rule, hour, place, note, context })
}
