//! Assignments, vacancies and seats: the units and cadres that they name.

use super::Naming;
use crate::merge::codes::day_of;
use crate::model::Text;
use crate::model::book::Book;
use crate::model::day::{Day, Period};
use crate::model::id::{DutyId, LevelId};
use crate::model::list::{Column, Kind};
use crate::model::rows::{Context, Lists, Source};

impl Naming {
    /// Fills in the codes of what the rows name.
    pub(super) fn others(&mut self, lists: &mut Lists, book: &Book) {
        let sources = std::mem::take(&mut lists.sources);
        let duty_level = |duty: DutyId| Some(book.policy.duty(duty).unit);
        let mut assignments = std::mem::take(&mut lists.assignments);
        let mut before = assignments.len();
        assignments.retain_mut(|listed| {
            let (source, at, row) = (&sources[listed.source as usize], listed.at, &mut listed.row);
            let period = Period { from: Some(row.from), to: row.to };
            let day = day_of(period, self.day);
            let unit = self.fill_unit(&mut row.unit_code, (source, at), &mut row.context, (day, duty_level(row.duty)));
            let cadre = self.fill_cadre(&mut row.cadre_code, (source, at), &mut row.context);
            unit.and(cadre).is_some()
        });
        *lists.refused.rows.entry(Kind::Assignments).or_default() += before - assignments.len();
        let mut vacancies = std::mem::take(&mut lists.vacancies);
        before = vacancies.len();
        vacancies.retain_mut(|listed| {
            let (source, at, row) = (&sources[listed.source as usize], listed.at, &mut listed.row);
            let day = day_of(Period { from: Some(row.since), to: row.until }, self.day);
            self.fill_unit(&mut row.unit_code, (source, at), &mut row.context, (day, duty_level(row.duty))).is_some()
        });
        *lists.refused.rows.entry(Kind::Vacancies).or_default() += before - vacancies.len();
        let mut seats = std::mem::take(&mut lists.seats);
        before = seats.len();
        seats.retain_mut(|listed| {
            let (source, at, row) = (&sources[listed.source as usize], listed.at, &mut listed.row);
            self.fill_unit(&mut row.unit_code, (source, at), &mut row.context, (self.day, duty_level(row.duty)))
                .is_some()
        });
        *lists.refused.rows.entry(Kind::Seats).or_default() += before - seats.len();
        (lists.assignments, lists.vacancies, lists.seats, lists.sources) = (assignments, vacancies, seats, sources);
    }

    /// Fills in the code of the unit that a row names; the names have said their part then.
    fn fill_unit(
        &mut self,
        code: &mut Text,
        (source, at): (&Source, u32),
        context: &mut Option<Box<Context>>,
        (day, level): (Day, Option<LevelId>),
    ) -> Option<()> {
        if !code.is_empty() {
            return Some(());
        }
        let path = context.as_deref().map(Context::path).unwrap_or_default();
        *code = self.unit_code((source, at, Column::UnitCode), &path, day, level)?;
        if let Some(context) = context {
            (context.unit_name, context.unit_path) = (Text::default(), Text::default());
        }
        Some(())
    }

    /// Fills in the code of the cadre that a row names.
    fn fill_cadre(
        &mut self,
        code: &mut Text,
        (source, at): (&Source, u32),
        context: &mut Option<Box<Context>>,
    ) -> Option<()> {
        if !code.is_empty() {
            return Some(());
        }
        let Some(called) = context.as_deref_mut() else { return self.say_empty((source, at, Column::CadreCode)) };
        *code = self.cadre_code((source, at, Column::FullName), called, false)?;
        called.full_name = Text::default();
        Some(())
    }
}
