//! Assignments of which a list says whose place they take: the old holder's last day is the day before.

use super::Merging;
use super::table::Table;
use crate::model::assignment::Assignment;
use crate::model::change::{Deed, Edit};
use crate::model::day::{Period, day_before};
use crate::model::finding::{Finding, Severity};
use crate::model::id::{CadreId, UnitId};
use crate::model::list::Column;
use crate::model::rows::{AssignmentRow, Listed};
use crate::text::fold::key;

/// A row that takes somebody's place.
pub struct Taken {
    /// The row.
    pub listed: Listed<AssignmentRow>,
    /// Who takes the place.
    pub cadre: CadreId,
    /// Where.
    pub unit: UnitId,
}

impl Merging<'_> {
    /// Ends what the old holders held.
    pub fn end_replaced(&mut self, table: &mut Table<Assignment>, taken: &[Taken]) {
        for taken in taken {
            if let Err(finding) = self.end_one(table, taken) {
                let source = self.lists.source(&taken.listed);
                self.findings.push(finding.place(source.place(taken.listed.at, Column::Replaces)));
            }
        }
    }

    fn end_one(&self, table: &mut Table<Assignment>, taken: &Taken) -> Result<(), Box<Finding>> {
        let row = &taken.listed.row;
        let last = day_before(row.from);
        let around = Period { from: Some(last), to: Some(row.from) };
        let is_of_seat = |held: &Assignment| {
            (held.unit, held.duty) == (taken.unit, row.duty)
                && held.cadre != taken.cadre
                && held.period.overlaps(&around)
        };
        let holders: Vec<usize> = table.positions(is_of_seat);
        let is_meant = |cadre: CadreId| {
            self.codes.cadre(&self.book.cadres, &row.replaces) == Some(cadre)
                || key(&self.named(cadre)) == key(&row.replaces)
        };
        let meant: Vec<usize> = holders.iter().copied().filter(|at| is_meant(table.row(*at).cadre)).collect();
        let [at] = meant[..] else {
            let place = self.book.path(taken.unit);
            let finding = Finding::new("replaces-unknown", Severity::Error).value(&row.replaces).arg("place", place);
            let nearest = holders.first().map(|at| self.named(table.row(*at).cadre));
            return Err(Box::new(finding.arg("day", row.from).nearest(nearest)));
        };
        let held = table.row(at);
        if held.period.to.is_some_and(|to| to <= last) {
            return Ok(());
        }
        if let Some(from) = held.period.from.filter(|from| *from > last) {
            let finding = Finding::new("replaces-too-early", Severity::Error).value(&row.replaces);
            return Err(Box::new(finding.arg("from", from).arg("day", row.from)));
        }
        table.end(at, taken.listed.named(), |held| held.period.to = Some(last));
        Ok(())
    }

    fn named(&self, cadre: CadreId) -> String {
        self.book.cadre(cadre).full_name.to_string()
    }
}

impl Table<'_, Assignment> {
    /// Positions of the rows that fit.
    fn positions(&self, fits: impl Fn(&Assignment) -> bool) -> Vec<usize> {
        (0..self.next()).filter(|at| fits(self.row(*at))).collect()
    }

    /// Ends the row at `position`, which a file asks for at `at`.
    fn end(&mut self, position: usize, at: crate::model::rows::Named, end: impl Fn(&mut Assignment)) {
        let before = self.row(position).clone();
        let mut now = before.clone();
        end(&mut now);
        self.replace(position, now, at, Edit { at: position, before, deed: Deed::Ended });
    }
}
