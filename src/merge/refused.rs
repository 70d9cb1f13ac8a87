//! Rows that reading refused: the codes they point to are looked up all the same.

use super::Merging;
use super::codes::Codes;
use crate::model::Text;
use crate::model::finding::{Finding, Severity};
use crate::model::list::Column;

impl Merging<'_> {
    /// Reports codes in refused rows that nothing has on any day.
    pub fn refused(&mut self, codes: &Codes) {
        for reference in &self.lists.refused.references {
            let (column, code) = (reference.row.column, &reference.row.code);
            if self.is_known(column, code, codes) {
                continue;
            }
            let (check, near) = match column {
                Column::CadreCode => ("cadre-unknown", codes.nearest_cadre(code)),
                Column::ParentCode => ("parent-unknown", codes.nearest_unit(code)),
                Column::GroupCode => ("group-unknown", codes.nearest_unit(code)),
                _ => ("unit-unknown", codes.nearest_unit(code)),
            };
            let place = self.lists.source(reference).place(reference.at, column);
            self.findings.push(Finding::new(check, Severity::Error).value(code).nearest(near).place(place));
        }
    }

    fn is_known(&self, column: Column, code: &Text, codes: &Codes) -> bool {
        let refused = &self.lists.refused;
        match column {
            Column::CadreCode => codes.cadre(code).is_some() || self.is_refused_cadre(code),
            _ => codes.units(code).next().is_some() || refused.units.contains(code),
        }
    }
}
