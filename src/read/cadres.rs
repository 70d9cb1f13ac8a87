//! Rows of cadres.csv.

use super::row::Row;
use crate::model::list::Column;
use crate::model::rows::CadreRow;

/// Reads a row; `None` when it has a fault. A missing status is "active".
pub fn cadre(row: &mut Row) -> Option<CadreRow> {
    let code = row.code(Column::Code);
    let full_name = row.text(Column::FullName);
    let birth_year = row.birth_year(Column::BirthYear);
    let position = row.shared(Column::Position);
    let organization = row.shared(Column::Organization);
    let level = row.level(Column::Level);
    let home_unit_code = row.code(Column::HomeUnitCode);
    let phone = row.text(Column::Phone);
    let status = row.status(Column::Status).unwrap_or_default();
    let status_from = row.day(Column::StatusFrom);
    let earlier = row.spells(Column::StatusBefore);
    let note = row.shared(Column::Note);
    let context = row.context();
    let read = CadreRow {
        code,
        full_name,
        birth_year,
        position,
        organization,
        level,
        home_unit_code,
        phone,
        status,
        status_from,
        earlier,
        note,
        context,
    };
    row.is_sound.then_some(read)
}
