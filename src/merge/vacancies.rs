//! Vacancies: by unit, duty and first day.

use std::collections::HashMap;

use super::assignments::Wanted;
use super::codes::Codes;
use super::table::{Table, deed, repeated};
use super::{Merging, Mode};
use crate::model::day::{Day, Period};
use crate::model::finding::Finding;
use crate::model::id::{DutyId, UnitId};
use crate::model::list::{Column, Kind};
use crate::model::rows::{Listed, Lists, Source, VacancyRow};
use crate::model::vacancy::Vacancy;

type Key = (UnitId, DutyId, Day);

impl Merging<'_> {
    /// Merges the rows of all vacancy lists.
    pub fn vacancies(&mut self, codes: &Codes) {
        let lists = self.lists;
        let mut rows = std::mem::take(&mut self.book.vacancies);
        let mut change = std::mem::take(&mut self.change.vacancies);
        change.rows = lists.vacancies.len();
        let mut keys: HashMap<Key, usize> = HashMap::with_capacity(rows.len() + lists.vacancies.len());
        keys.extend(rows.iter().enumerate().map(|(at, row)| ((row.unit, row.duty, row.since), at)));
        let mut table = Table::new(&mut rows, &mut change);
        for listed in &lists.vacancies {
            let (source, row) = (lists.source(listed), &listed.row);
            let period = Period { from: Some(row.since), to: row.until };
            let wanted = Wanted { code: &row.unit_code, duty: row.duty, period };
            let is_known = |unit| keys.contains_key(&(unit, row.duty, row.since));
            let Some(unit) = self.needing((source, listed.at), &wanted, codes, is_known) else {
                self.leave_out(Kind::Vacancies);
                continue;
            };
            self.compare((source, listed.at), row.context.as_deref(), unit, None);
            let result = lay_vacancy(&mut table, listed, lists, unit, &mut keys, self.how.mode);
            self.findings.extend(result.err().map(|finding| *finding));
        }
        let named_at = std::mem::take(&mut table.named_at);
        (self.book.vacancies, self.change.vacancies) = (rows, change);
        if self.how.mode == Mode::Sync && !lists.vacancies.is_empty() {
            self.sync_vacancies(&named_at);
        }
    }
}

fn lay_vacancy(
    table: &mut Table<Vacancy>,
    listed: &Listed<VacancyRow>,
    lists: &Lists,
    unit: UnitId,
    keys: &mut HashMap<Key, usize>,
    mode: Mode,
) -> Result<(), Box<Finding>> {
    let source = lists.source(listed);
    let (row, at) = (&listed.row, listed.at);
    let key = (unit, row.duty, row.since);
    let Some(position) = keys.get(&key).copied() else {
        keys.insert(key, table.next());
        let free = table.last().map_or(0, |last| last.row) + 1;
        table.add(vacancy_of(source, row, blank(key, free)), listed.named());
        return Ok(());
    };
    let written = || format!("{}, {}", row.unit_code, row.since);
    if let Some(first) = table.first_named(position) {
        return Err(Box::new(repeated(lists, listed, first, &written())));
    }
    let before = table.row(position);
    let vacancy = vacancy_of(source, row, before.clone());
    let deed = deed(before.until, vacancy.until);
    let place = || source.place(at, Column::UnitCode);
    table
        .lay(position, vacancy, listed.named(), mode, deed)
        .map_err(|known| Box::new(known.value(&written()).place(place())))
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
