//! What a list says beside its codes, held against what the codes mean: official codes get reused.

use super::Merging;
use crate::model::finding::{Finding, Severity};
use crate::model::id::{CadreId, UnitId};
use crate::model::list::Column;
use crate::model::rows::{Context, Listed};
use crate::model::value::Entry;
use crate::text::fold::key;

impl Merging<'_> {
    /// Reports context columns that contradict the unit or cadre of the row. In a workbook of ours that nobody
    /// changed there, they may be out of date, and prove nothing.
    pub fn compare<R: Entry>(
        &mut self,
        listed: &Listed<R>,
        context: Option<&Context>,
        unit: UnitId,
        cadre: Option<CadreId>,
    ) {
        let Some(context) = context.filter(|_| !self.says_what_it_said(listed)) else { return };
        let (source, at) = (self.lists.source(listed), listed.at);
        let path = self.book.path(unit);
        let unit = &self.book.unit(unit).name;
        let full_name = cadre.map(|cadre| self.book.cadre(cadre).full_name.as_str());
        let pairs = [
            (Column::FullName, context.full_name.as_str(), full_name.unwrap_or("")),
            (Column::UnitName, &context.unit_name, unit),
            (Column::UnitPath, &context.unit_path, &path),
        ];
        for (column, said, meant) in pairs {
            if !said.is_empty() && key(said) != key(meant) {
                let finding = Finding::new("context-contradicts", Severity::Error).value(said).arg("meant", meant);
                self.findings.push(finding.place(source.place(at, column)));
            }
        }
    }
}
