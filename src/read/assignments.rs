//! Rows of assignments.csv.

use super::row::Row;
use crate::model::list::Column;
use crate::model::rows::AssignmentRow;

/// Reads a row; `None` when it has a fault.
pub fn assignment(row: &mut Row) -> Option<AssignmentRow> {
    let cadre_code = row.code(Column::CadreCode);
    let unit_code = row.code(Column::UnitCode);
    let duty = row.duty(Column::Duty);
    let period = row.period(Column::From, Column::To);
    let decision_no = row.shared(Column::DecisionNo);
    let note = row.shared(Column::Note);
    let replaces = row.shared(Column::Replaces);
    let context = row.context();
    let (duty, from) = (duty?, period.from?);
    let to = period.to;
    let read = AssignmentRow { cadre_code, unit_code, duty, from, to, decision_no, note, replaces, context };
    row.is_sound.then_some(read)
}
