//! What a row says beside its codes, or in their place: names of people and of units.

use super::row::Row;
use crate::model::Text;
use crate::model::list::Column;
use crate::model::rows::Context;

impl Row<'_> {
    /// What the file says beside its codes, or in their place.
    pub fn context(&mut self) -> Option<Box<Context>> {
        if self.positions.beside.is_empty() && self.header.levels.is_empty() && self.groups.is_empty() {
            return None;
        }
        let mut context = Context::default();
        for column in &self.positions.beside {
            match column {
                Column::FullName => context.full_name = self.text(*column),
                Column::BirthYear => context.birth_year = self.birth_year(*column),
                Column::Organization => context.organization = self.text(*column),
                Column::UnitName => context.unit_name = self.text(*column),
                Column::UnitPath => context.unit_path = self.text(*column),
                _ => {}
            }
        }
        context.within = self.within();
        (context != Context::default()).then(|| Box::new(context))
    }

    /// Names of units from the columns of levels, lowest first, then those of the groups around the row.
    fn within(&mut self) -> Vec<Text> {
        let (header, groups) = (self.header, self.groups);
        let levels = header.levels.iter().rev().map(|level| self.level_text(level.name, &level.written));
        levels.filter(|name| !name.is_empty()).chain(groups.iter().cloned()).collect()
    }

    /// The cell of a column that stands for a level, as text, tidied.
    pub fn level_text(&mut self, at: Option<usize>, heading: &str) -> Text {
        let cell = at.and_then(|at| self.cells.get(at)).unwrap_or("");
        self.letters(cell, |source, at| source.row(at).in_column(heading))
    }
}
