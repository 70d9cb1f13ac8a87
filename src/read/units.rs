//! Rows of units.csv.

use super::row::Row;
use crate::model::list::Column;
use crate::model::rows::UnitRow;

/// Reads a row; `None` when it has a fault.
pub fn unit(row: &mut Row) -> Option<UnitRow> {
    let code = row.code(Column::Code);
    let name = row.text(Column::Name);
    let level = row.level(Column::Level);
    let parent_code = row.code(Column::ParentCode);
    let rank = row.shared(Column::Type);
    let group_code = row.shared_code(Column::GroupCode);
    let households = row.households();
    let period = row.period(Column::From, Column::To);
    let note = row.shared(Column::Note);
    let context = row.context();
    let level = level?;
    let read = UnitRow {
        code,
        name,
        level,
        parent_code,
        rank,
        group_code,
        households,
        period,
        note,
        context,
        is_derived: false,
    };
    row.is_sound.then_some(read)
}
