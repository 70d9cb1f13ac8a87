//! Who really served: a row for each spell of service, and for each stretch of days that nobody served.

use super::paper::{Paper, cells};
use super::roster::distinct;
use super::table::{Cell, RowKind, Table};
use crate::model::assignment::Assignment;
use crate::model::day::Period;
use crate::model::id::{CadreId, DutyId, UnitId};
use crate::model::service::{End, Spell, spells, unserved, within};
use crate::model::snapshot::Snapshot;
use crate::say;

const COLUMNS: &[(&str, u16)] = &[
    ("cadre_code", 12),
    ("full_name", 26),
    ("position", 26),
    ("organization", 26),
    ("unit_code", 14),
    ("unit_name", 22),
    ("parent_path", 32),
    ("duty", 18),
    ("duty_name", 28),
    ("from", 12),
    ("to", 12),
    ("days", 8),
    ("decision_no", 14),
    ("ended", 18),
];

/// Whose service is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked {
    /// Of this cadre alone.
    pub cadre: Option<CadreId>,
    /// In this unit alone.
    pub unit: Option<UnitId>,
    /// Under this duty alone.
    pub duty: Option<DutyId>,
    /// On these days.
    pub stretch: Period,
}

/// One row per spell, by its first day; of a unit, whoever served there, also the days without anybody.
pub fn service(snapshot: &Snapshot, paper: &Paper, asked: &Asked) -> Table {
    let book = snapshot.book;
    let mut table = paper.table("service", snapshot.policy(), COLUMNS);
    head(snapshot, paper, asked, &mut table);
    let is_asked = |assignment: &Assignment| {
        asked.cadre.is_none_or(|cadre| assignment.cadre == cadre)
            && asked.unit.is_none_or(|unit| assignment.unit == unit)
            && asked.duty.is_none_or(|duty| assignment.duty == duty)
    };
    let served = within(&spells(book, is_asked), asked.stretch);
    let free = asked.unit.filter(|_| asked.cadre.is_none()).map(|unit| free(snapshot, asked, unit, &served));
    let free = free.unwrap_or_default();
    let mut rows: Vec<_> = served.iter().map(|spell| (spell.period, spell.unit, spell.duty, Some(spell))).collect();
    rows.extend(free.into_iter().map(|(unit, duty, period)| (period, unit, duty, None)));
    rows.sort_by_key(|(period, ..)| period.from);
    for (period, unit, duty, spell) in rows {
        let kind = if spell.is_some() { RowKind::Data } else { RowKind::Gap };
        let row = row(snapshot, paper, &table, (unit, duty, period), spell);
        table.push_kind(kind, row);
    }
    table
}

fn head(snapshot: &Snapshot, paper: &Paper, asked: &Asked, table: &mut Table) {
    let book = snapshot.book;
    table.heading.title = say!(paper.words, "title-service");
    let cadre = asked.cadre.map(|cadre| format!("{} · {}", book.cadre(cadre).code, book.cadre(cadre).full_name));
    let unit = asked.unit.map(|unit| format!("{} · {}", book.unit(unit).code, book.path(unit)));
    table.heading.subtitle = cadre.into_iter().chain(unit).chain(paper.stretch(asked.stretch)).collect();
    // Elsewhere these are days without anybody.
    if let Some(days) = table.columns.iter_mut().find(|column| column.key == "days") {
        days.title = say!(paper.words, "service-days");
    }
}

/// The days on which nobody held a seat that the unit needs.
fn free(snapshot: &Snapshot, asked: &Asked, unit: UnitId, served: &[Spell]) -> Vec<(UnitId, DutyId, Period)> {
    let policy = snapshot.policy();
    let is_needed = |duty: &DutyId| {
        asked.duty.is_none_or(|wanted| wanted == *duty)
            && policy.duty(*duty).unit == snapshot.book.unit(unit).level
            && snapshot.limits(unit, *duty).min > 0
    };
    let of_duty = |duty: DutyId| {
        let own: Vec<Spell> = served.iter().filter(|spell| spell.duty == duty).cloned().collect();
        unserved(snapshot.book, unit, &own, asked.stretch).into_iter().map(move |period| (unit, duty, period))
    };
    policy.duty_ids().filter(is_needed).flat_map(of_duty).collect()
}

fn row(
    snapshot: &Snapshot,
    paper: &Paper,
    table: &Table,
    (unit, duty, period): (UnitId, DutyId, Period),
    spell: Option<&Spell>,
) -> Vec<Cell> {
    let book = snapshot.book;
    let cadre = spell.map(|spell| book.cadre(spell.cadre));
    let nobody = say!(paper.words, "nobody");
    let decisions = spell.map(|spell| decisions(snapshot, spell));
    cells(
        table,
        [
            ("cadre_code", cadre.map(|cadre| cadre.code.as_str()).into()),
            ("full_name", Cell::from(cadre.map_or(nobody.as_str(), |cadre| cadre.full_name.as_str()))),
            ("position", cadre.map(|cadre| cadre.position.as_str()).into()),
            ("organization", cadre.map(|cadre| cadre.organization.as_str()).into()),
            ("unit_code", Cell::from(&book.unit(unit).code)),
            ("unit_name", Cell::from(&book.unit(unit).name)),
            ("parent_path", snapshot.surroundings(unit).into()),
            ("duty", Cell::from(book.policy.duty(duty).code.as_str())),
            ("duty_name", Cell::from(book.policy.duty(duty).name.in_lang(paper.lang()))),
            ("from", period.from.into()),
            ("to", period.to.into()),
            ("days", period.days().into()),
            ("decision_no", decisions.into()),
            ("ended", spell.and_then(|spell| spell.end).map(|end| ended(paper, end)).into()),
        ],
    )
}

/// The numbers of the decisions that a spell stands on.
pub(super) fn decisions(snapshot: &Snapshot, spell: &Spell) -> String {
    distinct(spell.assignments.iter().map(|id| snapshot.book.assignment(*id).decision_no.as_str()))
}

/// What ended a spell, in words.
pub(super) fn ended(paper: &Paper, end: End) -> String {
    match end {
        End::Assignment => say!(paper.words, "end-assignment"),
        End::Unit => say!(paper.words, "end-unit"),
        End::Status(status) => paper.words.say(&format!("status-{}", status.code()), &[]),
    }
}
