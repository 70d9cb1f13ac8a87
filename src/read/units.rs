//! Rows of units.csv.

use super::row::Row;
use crate::model::list::Column;
use crate::model::rows::UnitRow;
use crate::model::unit::MOST_HOUSEHOLDS;

/// Reads a row; `None` when it has a fault.
pub fn unit(row: &mut Row) -> Option<UnitRow> {
    let code = row.text(Column::Code);
    let name = row.text(Column::Name);
    let level = row.level(Column::Level);
    let parent_code = row.text(Column::ParentCode);
    let rank = row.text(Column::Type);
    let group_code = row.text(Column::GroupCode);
    let households = row.number(Column::Households, MOST_HOUSEHOLDS);
    let period = row.period(Column::From, Column::To);
    let note = row.text(Column::Note);
    let read = UnitRow { code, name, level: level?, parent_code, rank, group_code, households, period, note };
    row.is_sound.then_some(read)
}
