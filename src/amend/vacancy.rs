//! Vacancies: declared, extended, closed. Every extension is a row of its own, so that each stays with its reason.

use super::{Amended, Amending};
use crate::model::Text;
use crate::model::book::Book;
use crate::model::change::{Deed, Edit};
use crate::model::day::{Day, Period, day_after, day_before};
use crate::model::finding::{Finding, Severity};
use crate::model::id::{DutyId, UnitId};
use crate::model::vacancy::Vacancy;

/// A unit and a duty that nobody holds there.
pub type Seat = (UnitId, DutyId);

/// Accepts a gap from `since` on.
pub fn declare(book: Book, seat: Seat, period: Period, reason: Text) -> Amended {
    let mut amending = Amending::of(book);
    amending.check_seat(seat.0, seat.1, period);
    let known = amending.book.vacancies.iter().find(|row| is_of(row, seat) && row.period().overlaps(&period));
    if let Some(known) = known {
        let until = known.until.map_or_else(|| "none".to_owned(), |until| until.to_string());
        let finding =
            Finding::new("amend-vacancy-known", Severity::Error).arg("since", known.since).arg("until", until);
        let finding = amending.about_seat(finding, seat.0, seat.1);
        amending.refuse(finding);
    }
    if amending.findings.is_empty() {
        amending.add_vacancy(seat, period.from.unwrap_or_default(), period.to, reason);
    }
    amending.finish()
}

/// Accepts a gap for longer: until a day after the one that it was accepted to.
pub fn extend(book: Book, seat: Seat, until: Day, reason: Text) -> Amended {
    let mut amending = Amending::of(book);
    let last = amending.book.vacancies.iter().filter(|row| is_of(row, seat)).max_by_key(|row| row.since).cloned();
    let Some(last) = last else {
        let finding = amending.about_seat(Finding::new("amend-vacancy-unknown", Severity::Error), seat.0, seat.1);
        amending.refuse(finding);
        return amending.finish();
    };
    match last.until.filter(|old| *old < until) {
        Some(old) => {
            let reason = if reason.is_empty() { last.reason } else { reason };
            amending.check_seat(seat.0, seat.1, Period { from: Some(day_after(old)), to: Some(until) });
            amending.add_vacancy(seat, day_after(old), Some(until), reason);
        }
        None => {
            let known = last.until.map_or_else(|| "none".to_owned(), |until| until.to_string());
            let finding = Finding::new("amend-vacancy-not-longer", Severity::Error).arg("until", known);
            let finding = amending.about_seat(finding, seat.0, seat.1);
            amending.refuse(finding);
        }
    }
    amending.finish()
}

/// Accepts a gap no longer from `on` on.
pub fn close(book: Book, seat: Seat, on: Day) -> Amended {
    let mut amending = Amending::of(book);
    let is_open = |row: &Vacancy| is_of(row, seat) && row.until.is_none_or(|until| until >= on);
    if !amending.book.vacancies.iter().any(is_open) {
        let finding = amending.about_seat(Finding::new("amend-vacancy-unknown", Severity::Error), seat.0, seat.1);
        amending.refuse(finding);
    }
    let change = &mut amending.change.vacancies;
    // What has not begun by then never will.
    let (gone, mut kept): (Vec<_>, Vec<_>) =
        std::mem::take(&mut amending.book.vacancies).into_iter().partition(|row| is_open(row) && row.since >= on);
    for (at, row) in kept.iter_mut().enumerate().filter(|(_, row)| is_open(row)) {
        let before = row.clone();
        row.until = Some(day_before(on));
        change.edited.push(Edit { at, before, deed: Deed::Ended });
    }
    change.rows = gone.len() + change.edited.len();
    change.removed = gone;
    amending.book.vacancies = kept;
    amending.finish()
}

fn is_of(row: &Vacancy, (unit, duty): Seat) -> bool {
    row.unit == unit && row.duty == duty
}

impl Amending {
    pub(super) fn add_vacancy(&mut self, (unit, duty): Seat, since: Day, until: Option<Day>, reason: Text) {
        let row = self.book.vacancies.last().map_or(0, |last| last.row) + 1;
        self.change.vacancies.rows += 1;
        self.change.vacancies.added.push(self.book.vacancies.len());
        self.book.vacancies.push(Vacancy { row, unit, duty, since, until, reason });
    }
}
