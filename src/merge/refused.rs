//! Rows that reading refused: the codes they point to are looked up all the same.

use super::Merging;
use crate::model::Text;
use crate::model::finding::{Finding, Severity};
use crate::model::list::Column;

impl Merging<'_> {
    /// Reports codes in refused rows that nothing has on any day.
    pub fn refused(&mut self) {
        for reference in &self.lists.refused.references {
            let (column, code) = (reference.row.column, &reference.row.code);
            if self.is_known(column, code) {
                continue;
            }
            let (check, near) = match column {
                Column::CadreCode => ("cadre-unknown", self.codes.nearest_cadre(&self.book.cadres, code)),
                Column::ParentCode => ("parent-unknown", self.codes.nearest_unit(&self.book.units, code)),
                Column::GroupCode => ("group-unknown", self.codes.nearest_unit(&self.book.units, code)),
                _ => ("unit-unknown", self.codes.nearest_unit(&self.book.units, code)),
            };
            let place = self.lists.source(reference).place(reference.at, column);
            self.findings.push(Finding::new(check, Severity::Error).value(code).nearest(near).place(place));
        }
    }

    fn is_known(&self, column: Column, code: &Text) -> bool {
        let refused = &self.lists.refused;
        match column {
            Column::CadreCode => self.codes.cadre(&self.book.cadres, code).is_some() || self.is_refused_cadre(code),
            _ => self.codes.units(&self.book.units, code).next().is_some() || refused.units.contains(code),
        }
    }
}
