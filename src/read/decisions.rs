//! Rows of decisions.csv.

use super::row::Row;
use crate::model::list::Column;
use crate::model::rows::DecisionRow;

/// Reads a row; `None` when it has a fault.
pub fn decision(row: &mut Row) -> Option<DecisionRow> {
    let number = row.text(Column::Number);
    let day = row.day(Column::Day);
    let issuer = row.text(Column::Issuer);
    let signer = row.text(Column::Signer);
    let effective = row.day(Column::Effective);
    let replaces = row.text(Column::Replaces);
    let note = row.text(Column::Note);
    let day = day?;
    row.is_sound.then_some(DecisionRow { number, day, issuer, signer, effective, replaces, note })
}
