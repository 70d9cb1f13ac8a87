//! Seat rules: by unit and duty. They have no days; a unit's code means the unit of the import's day.

use std::collections::HashMap;

use super::assignments::Wanted;
use super::table::{Table, repeated};
use super::{Merging, Mode};
use crate::model::change::Deed;
use crate::model::day::Period;
use crate::model::finding::{Finding, Severity};
use crate::model::id::{DutyId, UnitId};
use crate::model::list::{Column, Kind};
use crate::model::rows::{Listed, SeatRow, Source};
use crate::model::seat::{SeatLimits, SeatRule};

type Key = (UnitId, DutyId);

impl Merging<'_> {
    /// Merges the rows of all seat lists.
    pub fn seats(&mut self) {
        let lists = self.lists;
        let (mut rows, mut change) = (std::mem::take(&mut self.book.seats), std::mem::take(&mut self.change.seats));
        change.rows = lists.seats.len();
        let mut keys: HashMap<Key, usize> = HashMap::with_capacity(rows.len() + lists.seats.len());
        keys.extend(rows.iter().enumerate().map(|(at, row)| ((row.unit, row.duty), at)));
        let mut table = Table::new(&mut rows, &mut change, self.book.last_rows().seats);
        for listed in &lists.seats {
            if self.is_untouched(listed) {
                table.pass_over();
                continue;
            }
            let (source, row) = (lists.source(listed), &listed.row);
            let period = Period::default();
            let wanted = Wanted { code: &row.unit_code, duty: row.duty, period };
            let Some(unit) = self.needing((source, listed.at), &wanted, |_| false) else {
                self.leave_out(Kind::Seats);
                continue;
            };
            self.compare(listed, row.context.as_deref(), unit, None);
            let result = self.lay_seat(&mut table, listed, (unit, row.duty), &mut keys);
            self.findings.extend(result.err().into_iter().flatten());
        }
        let named_at = std::mem::take(&mut table.named_at);
        (self.book.seats, self.change.seats) = (rows, change);
        if self.stamps.has(Kind::Seats) {
            self.remove_seats(&named_at);
        } else if self.how.mode == Mode::Sync && !lists.seats.is_empty() {
            self.sync_seats(&named_at);
        }
    }

    fn lay_seat(
        &self,
        table: &mut Table<SeatRule>,
        listed: &Listed<SeatRow>,
        key: Key,
        keys: &mut HashMap<Key, usize>,
    ) -> Result<(), Vec<Finding>> {
        let source = self.lists.source(listed);
        let (row, at, (unit, duty)) = (&listed.row, listed.at, key);
        let Some(position) = keys.get(&key).copied() else {
            keys.insert(key, table.next());
            let free = table.free(|row| row.row);
            let max = if source.has(Column::Max) { row.limits.max } else { self.book.policy.duty(duty).seats.max };
            let limits = sound(SeatLimits { min: row.limits.min, max }, source, listed)?;
            return self.add(table, listed, SeatRule { row: free, unit, duty, limits });
        };
        if let Some(first) = table.first_named(position) {
            return Err(vec![repeated(self.lists, listed, first, &row.unit_code)]);
        }
        let before = table.row(position);
        let max = if source.has(Column::Max) { row.limits.max } else { before.limits.max };
        let limits = sound(SeatLimits { min: row.limits.min, max }, source, listed)?;
        let rule = SeatRule { limits, ..before.clone() };
        let place = || source.place(at, Column::UnitCode);
        let known = |known: Finding| known.value(&row.unit_code).place(place());
        self.lay(table, listed, (position, rule, Deed::Changed), known)
    }
}

/// Limits of which the fewest is not more than the most, which may be known from elsewhere.
fn sound(limits: SeatLimits, source: &Source, listed: &Listed<SeatRow>) -> Result<SeatLimits, Vec<Finding>> {
    match limits.max {
        Some(max) if max < limits.min => {
            let finding = Finding::new("seats-reversed", Severity::Error).value(&limits.min.to_string());
            let finding = finding.arg("least", limits.min).arg("most", max);
            Err(vec![finding.place(source.place(listed.at, Column::Min))])
        }
        _ => Ok(limits),
    }
}
