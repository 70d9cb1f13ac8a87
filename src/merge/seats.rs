//! Seat rules: by unit and duty. They have no days; a unit's code means the unit of the import's day.

use std::collections::HashMap;

use super::assignments::Wanted;
use super::codes::Codes;
use super::table::{Table, repeated};
use super::{Merging, Mode};
use crate::model::change::Deed;
use crate::model::day::Period;
use crate::model::finding::{Finding, Severity};
use crate::model::id::{DutyId, UnitId};
use crate::model::list::{Column, Kind};
use crate::model::rows::{Listed, Lists, SeatRow, Source};
use crate::model::seat::{SeatLimits, SeatRule};

type Key = (UnitId, DutyId);

impl Merging<'_> {
    /// Merges the rows of all seat lists.
    pub fn seats(&mut self, codes: &Codes) {
        let lists = self.lists;
        let (mut rows, mut change) = (std::mem::take(&mut self.book.seats), std::mem::take(&mut self.change.seats));
        change.rows = lists.seats.len();
        let mut keys: HashMap<Key, usize> = HashMap::with_capacity(rows.len() + lists.seats.len());
        keys.extend(rows.iter().enumerate().map(|(at, row)| ((row.unit, row.duty), at)));
        let mut table = Table::new(&mut rows, &mut change);
        for listed in &lists.seats {
            let (source, row) = (lists.source(listed), &listed.row);
            let period = Period::default();
            let wanted = Wanted { code: &row.unit_code, duty: row.duty, period };
            let Some(unit) = self.needing((source, listed.at), &wanted, codes, |_| false) else {
                self.leave_out(Kind::Seats);
                continue;
            };
            self.compare((source, listed.at), row.context.as_deref(), unit, None);
            let usual = self.book.policy.duty(row.duty).seats;
            let result = lay_seat(&mut table, listed, lists, (unit, row.duty), usual, &mut keys, self.how.mode);
            self.findings.extend(result.err().map(|finding| *finding));
        }
        let named_at = std::mem::take(&mut table.named_at);
        (self.book.seats, self.change.seats) = (rows, change);
        if self.how.mode == Mode::Sync && !lists.seats.is_empty() {
            self.sync_seats(&named_at);
        }
    }
}

fn lay_seat(
    table: &mut Table<SeatRule>,
    listed: &Listed<SeatRow>,
    lists: &Lists,
    key: Key,
    usual: SeatLimits,
    keys: &mut HashMap<Key, usize>,
    mode: Mode,
) -> Result<(), Box<Finding>> {
    let source = lists.source(listed);
    let (row, at, (unit, duty)) = (&listed.row, listed.at, key);
    let Some(position) = keys.get(&key).copied() else {
        keys.insert(key, table.next());
        let free = table.last().map_or(0, |last| last.row) + 1;
        let max = if source.has(Column::Max) { row.limits.max } else { usual.max };
        let limits = sound(SeatLimits { min: row.limits.min, max }, source, listed)?;
        table.add(SeatRule { row: free, unit, duty, limits }, listed.named());
        return Ok(());
    };
    if let Some(first) = table.first_named(position) {
        return Err(Box::new(repeated(lists, listed, first, &row.unit_code)));
    }
    let before = table.row(position);
    let max = if source.has(Column::Max) { row.limits.max } else { before.limits.max };
    let limits = sound(SeatLimits { min: row.limits.min, max }, source, listed)?;
    let rule = SeatRule { limits, ..before.clone() };
    let place = || source.place(at, Column::UnitCode);
    table
        .lay(position, rule, listed.named(), mode, Deed::Changed)
        .map_err(|known| Box::new(known.value(&row.unit_code).place(place())))
}

/// Limits of which the fewest is not more than the most, which may be known from elsewhere.
fn sound(limits: SeatLimits, source: &Source, listed: &Listed<SeatRow>) -> Result<SeatLimits, Box<Finding>> {
    match limits.max {
        Some(max) if max < limits.min => {
            let finding = Finding::new("seats-reversed", Severity::Error).value(&limits.min.to_string());
            let finding = finding.arg("least", limits.min).arg("most", max);
            Err(Box::new(finding.place(source.place(listed.at, Column::Min))))
        }
        _ => Ok(limits),
    }
}
