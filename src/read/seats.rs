//! Rows of seats.csv.

use super::row::Row;
use crate::model::finding::{Finding, Severity};
use crate::model::list::Column;
use crate::model::rows::SeatRow;
use crate::model::seat::{MOST_SEATS, SeatLimits};

/// Reads a row; `None` when it has a fault. An empty `max` is "any number".
pub fn seat(row: &mut Row) -> Option<SeatRow> {
    let unit_code = row.code(Column::UnitCode);
    let duty = row.duty(Column::Duty);
    let min = row.number(Column::Min, MOST_SEATS);
    let max = row.number(Column::Max, MOST_SEATS);
    let context = row.context();
    if let (Some(least), Some(most)) = (min, max)
        && most < least
    {
        let finding = Finding::new("seats-reversed", Severity::Error).value(&most.to_string());
        row.note(finding.arg("least", least).arg("most", most), Column::Max);
    }
    let (duty, min) = (duty?, min?);
    row.is_sound.then_some(SeatRow { unit_code, duty, limits: SeatLimits { min, max }, context })
}
