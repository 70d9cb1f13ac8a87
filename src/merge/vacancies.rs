//! Vacancies: by unit, duty and first day.

use std::collections::HashMap;

use super::assignments::Wanted;
use super::table::{Table, deed, repeated};
use super::{Merging, Mode};
use crate::model::day::{Day, Period};
use crate::model::finding::Finding;
use crate::model::id::{DutyId, UnitId};
use crate::model::list::{Column, Kind};
use crate::model::rows::{Listed, Source, VacancyRow};
use crate::model::vacancy::Vacancy;

type Key = (UnitId, DutyId, Day);

impl Merging<'_> {
    /// Merges the rows of all vacancy lists.
    pub fn vacancies(&mut self) {
        let lists = self.lists;
        let mut rows = std::mem::take(&mut self.book.vacancies);
        let mut change = std::mem::take(&mut self.change.vacancies);
        change.rows = lists.vacancies.len();
        let mut keys: HashMap<Key, usize> = HashMap::with_capacity(rows.len() + lists.vacancies.len());
        keys.extend(rows.iter().enumerate().map(|(at, row)| ((row.unit, row.duty, row.since), at)));
        let mut table = Table::new(&mut rows, &mut change, self.book.last_rows().vacancies);
        for listed in &lists.vacancies {
            if self.is_untouched(listed) {
                table.pass_over();
                continue;
            }
            let (source, row) = (lists.source(listed), &listed.row);
            let period = Period { from: Some(row.since), to: row.until };
            let wanted = Wanted { code: &row.unit_code, duty: row.duty, period };
            let is_known = |unit| keys.contains_key(&(unit, row.duty, row.since));
            let Some(unit) = self.needing((source, listed.at), &wanted, is_known) else {
                self.leave_out(Kind::Vacancies);
                continue;
            };
            self.compare(listed, row.context.as_deref(), unit, None);
            let result = self.lay_vacancy(&mut table, listed, unit, &mut keys);
            self.findings.extend(result.err().into_iter().flatten());
        }
        let named_at = std::mem::take(&mut table.named_at);
        (self.book.vacancies, self.change.vacancies) = (rows, change);
        if self.stamps.has(Kind::Vacancies) {
            self.remove_vacancies(&named_at);
        } else if self.how.mode == Mode::Sync && !lists.vacancies.is_empty() {
            self.sync_vacancies(&named_at);
        }
    }

    fn lay_vacancy(
        &self,
        table: &mut Table<Vacancy>,
        listed: &Listed<VacancyRow>,
        unit: UnitId,
        keys: &mut HashMap<Key, usize>,
    ) -> Result<(), Vec<Finding>> {
        let source = self.lists.source(listed);
        let (row, at) = (&listed.row, listed.at);
        let key = (unit, row.duty, row.since);
        let Some(position) = keys.get(&key).copied() else {
            keys.insert(key, table.next());
            let free = table.free(|row| row.row);
            return self.add(table, listed, vacancy_of(source, row, blank(key, free)));
        };
        let written = || format!("{}, {}", row.unit_code, row.since);
        if let Some(first) = table.first_named(position) {
            return Err(vec![repeated(self.lists, listed, first, &written())]);
        }
        let before = table.row(position);
        let vacancy = vacancy_of(source, row, before.clone());
        let deed = deed(before.until, vacancy.until);
        let place = || source.place(at, Column::UnitCode);
        self.lay(table, listed, (position, vacancy, deed), |known| known.value(&written()).place(place()))
    }
}

/// The vacancy as the row says; what the file has no column for stays as it was.
fn vacancy_of(source: &Source, row: &VacancyRow, before: Vacancy) -> Vacancy {
    let mut vacancy = before;
    if source.has(Column::Until) {
        vacancy.until = row.until;
    }
    if source.has(Column::Reason) {
        vacancy.reason = row.reason.clone();
    }
    vacancy
}

fn blank((unit, duty, since): Key, free: u32) -> Vacancy {
    Vacancy { row: free, unit, duty, since, until: None, reason: Default::default() }
}
