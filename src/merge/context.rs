//! What a list says beside its codes, held against what the codes mean: official codes get reused.

use super::Merging;
use crate::model::day::{Day, Period};
use crate::model::finding::{Finding, Severity};
use crate::model::id::{CadreId, UnitId};
use crate::model::list::Column;
use crate::model::place::Place;
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
        let (id, path) = (unit, self.book.path(unit));
        let unit = &self.book.unit(unit).name;
        let full_name = cadre.map(|cadre| self.book.cadre(cadre).full_name.as_str());
        let pairs = [
            (Column::FullName, context.full_name.as_str(), full_name.unwrap_or("")),
            (Column::UnitName, &context.unit_name, unit),
            (Column::UnitPath, &context.unit_path, &path),
        ];
        let mut contradictions = Vec::new();
        for (column, said, meant) in pairs {
            if !said.is_empty() && key(said) != key(meant) {
                let finding = Finding::new("context-contradicts", Severity::Error).value(said).arg("meant", meant);
                contradictions.push((column, finding.place(source.place(at, column))));
            }
        }
        let is_of_unit = |(column, _): &&(Column, Finding)| *column != Column::FullName;
        if let Some((_, first)) = contradictions.iter().find(is_of_unit) {
            let place = first.place.clone();
            self.guess_day(id, context, place);
        }
        self.findings.extend(contradictions.into_iter().map(|(_, finding)| finding));
    }

    /// Takes note of the day on which a code had the name beside it.
    fn guess_day(&mut self, id: UnitId, context: &Context, place: Place) {
        let (book, day) = (&self.book, self.how.day);
        let unit = book.unit(id);
        let said = context.path();
        let Some(name) = said.first().map(|name| key(name)) else { return };
        let others = self.codes.units(&book.units, &unit.code).filter(|other| *other != id);
        let fitting = others.filter(|other| key(&book.unit(*other).name) == name);
        let nearest = fitting
            .filter_map(|other| nearest_day(book.unit(other).period, day))
            .min_by_key(|other| crate::model::day::days_between(*other, day).abs());
        if let Some(nearest) = nearest {
            self.guessed.entry(nearest).or_insert((place, 0)).1 += 1;
        }
    }

    /// Says which day's codes the lists seem to use, where names beside codes fit the units that had them on another day.
    pub fn report_guess(&mut self) {
        let guessed = std::mem::take(&mut self.guessed);
        let most = guessed.into_iter().max_by_key(|(day, (_, count))| (*count, *day));
        if let Some((day, (place, count))) = most {
            let finding = Finding::new("codes-of-another-day", Severity::Error).value(&day.to_string());
            let finding = finding.arg("count", count).arg("day", self.how.day).arg("other", day);
            self.findings.push(finding.place(Place { row: None, column: None, ..place }));
        }
    }
}

/// The day of a period that lies nearest to a day outside of it.
fn nearest_day(period: Period, day: Day) -> Option<Day> {
    match (period.from, period.to) {
        (_, Some(to)) if to < day => Some(to),
        (Some(from), _) if day < from => Some(from),
        _ => None,
    }
}
