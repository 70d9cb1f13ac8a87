//! Rows of vacancies.csv.

use super::row::Row;
use crate::model::list::Column;
use crate::model::rows::VacancyRow;

/// Reads a row; `None` when it has a fault.
pub fn vacancy(row: &mut Row) -> Option<VacancyRow> {
    let unit_code = row.code(Column::UnitCode);
    let duty = row.duty(Column::Duty);
    let period = row.period(Column::Since, Column::Until);
    let reason = row.text(Column::Reason);
    let context = row.context();
    let (duty, since) = (duty?, period.from?);
    row.is_sound.then_some(VacancyRow { unit_code, duty, since, until: period.to, reason, context })
}
