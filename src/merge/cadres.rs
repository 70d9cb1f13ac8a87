//! Cadres: by code; their home unit is looked up on the import's day.

use super::codes::{lost_zeros, together};
use super::table::{Table, repeated};
use super::{Merging, Mode};
use crate::model::cadre::{Cadre, Status};
use crate::model::change::Deed;
use crate::model::day::Day;
use crate::model::finding::Finding;
use crate::model::id::{CadreId, LevelId, UnitId};
use crate::model::list::{Column, Kind};
use crate::model::rows::{CadreRow, Listed, Source};
use crate::model::{Shared, Text};

impl Merging<'_> {
    /// Merges rows of cadre lists.
    pub fn cadres(&mut self, all: &[Listed<CadreRow>]) {
        let lists = self.lists;
        self.codes.reserve_cadres(all.len());
        let (mut rows, mut change) = (std::mem::take(&mut self.book.cadres), std::mem::take(&mut self.change.cadres));
        change.rows += all.len();
        let named_at = std::mem::take(&mut self.cadres_named);
        let mut table = Table::after(named_at, &mut rows, &mut change, self.book.last_rows().cadres);
        for (at, listed) in all.iter().enumerate() {
            if let Some(next) = together(all, at) {
                self.codes.fetch_cadres(table.rows(), next.iter().map(|listed| &listed.row.code));
                self.codes.fetch_units(&self.book.units, next.iter().map(|listed| &listed.row.home_unit_code));
            }
            if self.is_untouched(listed) {
                table.pass_over();
                continue;
            }
            let source = lists.source(listed);
            let known = self.codes.cadre(table.rows(), &listed.row.code);
            let Some(home) = self.home(source, listed, known) else {
                self.leave_out(Kind::Cadres);
                self.homeless.insert(listed.row.code.clone());
                continue;
            };
            self.compare(listed, listed.row.context.as_deref(), home, None);
            let next = table.next();
            let result = match known {
                Some(id) => self.lay_cadre(&mut table, listed, home, id),
                None => self.add_cadre(&mut table, listed, home),
            };
            if table.next() > next {
                self.codes.add_cadre(table.rows(), CadreId::at(next));
            }
            self.findings.extend(result.err().into_iter().flatten());
        }
        self.cadres_named = std::mem::take(&mut table.named_at);
        (self.book.cadres, self.change.cadres) = (rows, change);
    }

    /// Ends those that no list named, as far as that is asked for.
    pub fn end_cadres(&mut self) {
        let named_at = std::mem::take(&mut self.cadres_named);
        if self.stamps.has(Kind::Cadres) {
            self.remove_cadres(&named_at);
        } else if self.how.mode == Mode::Sync && self.change.cadres.rows > 0 {
            self.sync_cadres(&named_at);
        }
    }

    fn add_cadre(&self, table: &mut Table<Cadre>, listed: &Listed<CadreRow>, home: UnitId) -> Result<(), Vec<Finding>> {
        let (source, row) = (self.lists.source(listed), &listed.row);
        if let Some(meant) = self.codes.cadre_with_zeros(table.rows(), &row.code) {
            return Err(vec![lost_zeros(&row.code, &meant).place(source.place(listed.at, Column::Code))]);
        }
        let free = table.free(|row| row.row);
        self.add(table, listed, cadre_of(source, row, home, blank(row, home, free), None))
    }

    fn lay_cadre(
        &self,
        table: &mut Table<Cadre>,
        listed: &Listed<CadreRow>,
        home: UnitId,
        id: CadreId,
    ) -> Result<(), Vec<Finding>> {
        let (source, row) = (self.lists.source(listed), &listed.row);
        if let Some(first) = table.first_named(id.index()) {
            return Err(vec![repeated(self.lists, listed, first, &row.code)]);
        }
        let before = table.row(id.index());
        let cadre = cadre_of(source, row, home, before.clone(), Some(self.how.day));
        let leaves = before.status == Status::Active && cadre.status != Status::Active;
        let deed = if leaves { Deed::Ended } else { Deed::Changed };
        let place = || source.place(listed.at, Column::Code);
        let known = |known: Finding| known.value(&row.code).cadre(&row.code).place(place());
        self.lay(table, listed, (id.index(), cadre, deed), known)
    }

    /// The home unit of a row; reported when there is none.
    fn home(&mut self, source: &Source, listed: &Listed<CadreRow>, known: Option<CadreId>) -> Option<UnitId> {
        let code = &listed.row.home_unit_code;
        // A home that the cadre has had under this code stays, also when the code was used again since.
        let known = known.and_then(|id| self.homes.get(id.index()).copied());
        let kept = known.filter(|home| self.book.unit(*home).code == *code);
        let found = kept.or_else(|| self.codes.unit_on(&self.book.units, code, self.how.day));
        if found.is_none() {
            self.report_unknown_unit(source, listed.at, (Column::HomeUnitCode, code), self.how.day);
        }
        found
    }

    /// Whether the row of a cadre is there, but was refused for a fault of its own.
    pub fn is_refused_cadre(&self, code: &Text) -> bool {
        self.lists.refused.cadres.contains(code) || self.homeless.contains(code)
    }
}

/// The cadre as the row says; what the file has no column for stays as it was.
/// A status that changes without a day changes on the import's `day`: the past stays as it was.
fn cadre_of(source: &Source, row: &CadreRow, home: UnitId, before: Cadre, day: Option<Day>) -> Cadre {
    let (had, had_earlier) = (before.status, before.earlier.clone());
    let level = row.level.unwrap_or(before.level);
    let mut cadre = Cadre { full_name: row.full_name.clone(), level, home, ..before };
    if source.has(Column::BirthYear) {
        cadre.birth_year = row.birth_year;
    }
    if source.has(Column::Position) {
        cadre.position = row.position.clone();
    }
    if source.has(Column::Organization) {
        cadre.organization = row.organization.clone();
    }
    if source.has(Column::Phone) {
        cadre.phone = row.phone.clone();
    }
    if source.has(Column::Status) && row.status != had && row.status_from.or(day).is_some() {
        cadre.turn(row.status, row.status_from.or(day));
    } else {
        if source.has(Column::Status) {
            cadre.status = row.status;
        }
        if source.has(Column::StatusFrom) {
            cadre.status_from = row.status_from;
        }
    }
    // A list that is exported, and in which only the status is changed, says of before what was known then.
    if source.has(Column::StatusBefore) && (cadre.status == had || row.earlier != had_earlier) {
        cadre.earlier.clone_from(&row.earlier);
    }
    if source.has(Column::Note) {
        cadre.note = row.note.clone();
    }
    cadre
}

fn blank(row: &CadreRow, home: UnitId, free: u32) -> Cadre {
    Cadre {
        row: free,
        code: row.code.clone(),
        full_name: Text::default(),
        birth_year: None,
        position: Shared::new(),
        organization: Shared::new(),
        level: row.level.unwrap_or(LevelId(0)),
        home,
        phone: Text::default(),
        status: Status::Active,
        status_from: None,
        note: Shared::new(),
        earlier: Vec::new(),
    }
}
