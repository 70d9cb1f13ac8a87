//! Assignments, and what hangs on units: the units and cadres that they name.

use super::{Naming, names_cadre};
use crate::merge::codes::day_of;
use crate::model::Text;
use crate::model::book::Book;
use crate::model::day::{Day, Period};
use crate::model::id::{DutyId, LevelId};
use crate::model::list::{Column, Kind};
use crate::model::rows::{Context, Listed, Lists, Source};

impl Naming {
    /// Fills in the codes of what the rows name.
    pub(super) fn others(&mut self, lists: &mut Lists, book: &Book) {
        let duty_level = |duty: DutyId| Some(book.policy.duty(duty).unit);
        let mut rows = std::mem::take(&mut lists.assignments);
        self.fill(lists, (Kind::Assignments, &mut rows), |naming, at, row| {
            let day = day_of(Period { from: Some(row.from), to: row.to }, naming.day);
            let unit = naming.fill_unit(&mut row.unit_code, at, &mut row.context, (day, duty_level(row.duty)));
            let cadre = naming.fill_cadre(&mut row.cadre_code, at, &mut row.context);
            unit.and(cadre)
        });
        lists.assignments = rows;
        let mut rows = std::mem::take(&mut lists.vacancies);
        self.fill(lists, (Kind::Vacancies, &mut rows), |naming, at, row| {
            let day = day_of(Period { from: Some(row.since), to: row.until }, naming.day);
            naming.fill_unit(&mut row.unit_code, at, &mut row.context, (day, duty_level(row.duty)))
        });
        lists.vacancies = rows;
        let mut rows = std::mem::take(&mut lists.seats);
        self.fill(lists, (Kind::Seats, &mut rows), |naming, at, row| {
            naming.fill_unit(&mut row.unit_code, at, &mut row.context, (naming.day, duty_level(row.duty)))
        });
        lists.seats = rows;
        let mut rows = std::mem::take(&mut lists.meetings);
        self.fill(lists, (Kind::Meetings, &mut rows), |naming, at, row| {
            naming.fill_unit(&mut row.unit_code, at, &mut row.context, (naming.day, None))
        });
        lists.meetings = rows;
        self.records(lists);
    }

    /// Fills in the codes of what attendance and feedback name.
    fn records(&mut self, lists: &mut Lists) {
        let mut rows = std::mem::take(&mut lists.attendance);
        self.fill(lists, (Kind::Attendance, &mut rows), |naming, at, row| {
            let unit = naming.fill_unit(&mut row.unit_code, at, &mut row.context, (row.day, None));
            let cadre =
                if names_cadre(row) { naming.fill_cadre(&mut row.cadre_code, at, &mut row.context) } else { Some(()) };
            unit.and(cadre)
        });
        lists.attendance = rows;
        let mut rows = std::mem::take(&mut lists.feedback);
        self.fill(lists, (Kind::Feedback, &mut rows), |naming, at, row| {
            naming.fill_unit(&mut row.unit_code, at, &mut row.context, (row.day, None))
        });
        lists.feedback = rows;
    }

    /// Fills in the codes of the rows of one list; those that are not understood are left out, and counted.
    fn fill<R>(
        &mut self,
        lists: &mut Lists,
        (kind, rows): (Kind, &mut Vec<Listed<R>>),
        fill: impl Fn(&mut Self, (&Source, u32), &mut R) -> Option<()>,
    ) {
        let before = rows.len();
        rows.retain_mut(|listed| {
            let at = (&lists.sources[usize::from(listed.source)], listed.at);
            fill(self, at, &mut listed.row).is_some()
        });
        *lists.refused.rows.entry(kind).or_default() += before - rows.len();
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
