//! The roster (danh sách phân công): who does what where, as an office signs it.

mod sum;

use std::collections::BTreeMap;
use std::convert::Infallible;

pub use self::sum::Sum;
use super::paper::{Paper, cells};
use super::table::{Cell, RowKind, Table};
use crate::model::assignment::Assignment;
use crate::model::book::Book;
use crate::model::coverage::Coverage;
use crate::model::day::{Day, Month};
use crate::model::gap::Openings;
use crate::model::id::{AssignmentId, CadreId, DutyId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;

const COLUMNS: &[(&str, u16)] = &[
    ("stt", 5),
    ("full_name", 24),
    ("birth_year", 7),
    ("position", 24),
    ("organization", 24),
    ("area", 30),
    ("duty_name", 24),
    ("decision_no", 13),
    ("phone", 13),
    ("note", 18),
];

/// More gaps of one duty in one unit than these are one line with their number.
const MOST_LINES: u32 = 3;

/// What a roster is of.
#[derive(Clone, Copy)]
pub struct Scope {
    /// The unit; `None` is the whole office.
    pub top: Option<UnitId>,
    /// The unit that all seats of the whole office stand below.
    pub whole: Option<UnitId>,
    /// The month it is made for, if for a month.
    pub month: Option<Month>,
}

/// What a roster is made of.
#[derive(Clone, Copy)]
pub struct Roster<'r, 'b> {
    /// The day that it shows.
    pub snapshot: &'r Snapshot<'b>,
    /// Words and columns.
    pub paper: &'r Paper<'r>,
    /// What it is of.
    pub scope: Scope,
    /// Since when seats are empty.
    pub openings: &'r Openings,
}

impl Roster<'_, '_> {
    /// The roster: a group per duty, people by given name, gaps as marked lines. `coverage` gives that of a duty, as far as it
    /// belongs to the roster (see [`belongs`]).
    pub fn table(self, coverage: impl Fn(DutyId) -> Vec<Coverage>) -> Table {
        let mut whole = Table::default();
        let give = |table| {
            whole = table;
            Ok::<_, Infallible>(())
        };
        let Ok(()) = self.pieces(usize::MAX, coverage, give);
        whole
    }

    /// The same in pieces that follow on one another: what there is is given away after the area with which it has grown to
    /// so many rows.
    ///
    /// # Errors
    /// When a piece is not taken.
    pub fn pieces<E>(
        self,
        most: usize,
        coverage: impl Fn(DutyId) -> Vec<Coverage>,
        mut give: impl FnMut(Table) -> Result<(), E>,
    ) -> Result<(), E> {
        let Roster { snapshot, paper, .. } = self;
        let mut table = self.headed();
        let (mut groups, mut total) = (0, Sum::default());
        for duty in snapshot.policy().duty_ids() {
            let own = coverage(duty);
            if own.is_empty() {
                continue;
            }
            groups += 1;
            let sum = Sum::of(snapshot, &own);
            let name = snapshot.policy().duty(duty).name.in_lang(paper.lang());
            let line = format!("{}. {name} ({})", written::roman(groups), sum.in_words(paper, "sum-group"));
            table.push_line(RowKind::Group, line);
            total.append(sum);
            for (number, (area, own)) in (1..).zip(self.by_area(&own)) {
                self.push_area(&mut table, (number, area), &own);
                if table.rows.len() >= most {
                    let rows = std::mem::take(&mut table.rows);
                    give(Table { rows, ..table.clone() })?;
                }
            }
        }
        table.push_line(RowKind::Total, total.in_words(paper, "total-roster"));
        give(table)
    }

    /// The table with what stands over and under it.
    fn headed(self) -> Table {
        let Roster { snapshot, paper, scope, .. } = self;
        let mut table = paper.table("roster", snapshot.policy(), COLUMNS);
        table.heading.title = say!(paper.words, "title-roster");
        if let Some(top) = scope.top.or(scope.whole) {
            table.heading.subtitle.push(snapshot.book.path(top));
        }
        table.heading.subtitle.push(match scope.month {
            Some(month) => say!(paper.words, "month", month = written::month(month, paper.lang())),
            None => say!(paper.words, "as-of", day = written::day(snapshot.day, paper.lang())),
        });
        table.signature = paper.signature(snapshot.day);
        table
    }

    /// Coverage of one duty; in the roster of the whole office, apart for each unit that gets a roster of its own.
    fn by_area(self, coverage: &[Coverage]) -> BTreeMap<Option<UnitId>, Vec<&Coverage>> {
        let mut areas: BTreeMap<Option<UnitId>, Vec<&Coverage>> = BTreeMap::new();
        for found in coverage {
            areas.entry(area_of(self.snapshot, self.scope, found.unit)).or_default().push(found);
        }
        areas
    }

    /// The rows of one duty in one area.
    fn push_area(self, table: &mut Table, (number, area): (usize, Option<UnitId>), own: &[&Coverage]) {
        let Roster { snapshot, paper, scope, .. } = self;
        if let Some(area) = area {
            let sum = Sum::of(snapshot, own.iter().copied()).in_words(paper, "sum-group");
            table.push_line(RowKind::Group, format!("{number}. {} ({sum})", snapshot.book.unit(area).name));
        }
        let holders = own.iter().flat_map(|found| found.holders.iter().copied());
        push_people(snapshot, paper, table, area.or(scope.top), holders);
        for found in own.iter().filter(|found| found.gap() > 0) {
            push_gap(snapshot, paper, table, area.or(scope.top), found, self.openings);
        }
    }
}

/// Whether coverage of `unit` belongs into the roster of `top`: it stands below, or it groups `top`.
pub fn belongs(snapshot: &Snapshot, unit: UnitId, top: UnitId) -> bool {
    snapshot.is_under(unit, top) || snapshot.book.unit(top).group == Some(unit)
}

/// The unit with a roster of its own that a unit of the whole office stands below; its own duties are listed together.
pub(super) fn area_of(snapshot: &Snapshot, scope: Scope, unit: UnitId) -> Option<UnitId> {
    if scope.top.is_some() {
        return None;
    }
    let level = snapshot.policy().roster_level()?;
    let is_far_below = snapshot.book.chain(unit).take_while(|at| snapshot.book.unit(*at).level != level).count() > 1;
    snapshot.book.ancestor(unit, level).filter(|area| is_far_below && *area != unit)
}

/// A row per person who holds one of the assignments, by given name.
pub(super) fn push_people(
    snapshot: &Snapshot,
    paper: &Paper,
    table: &mut Table,
    top: Option<UnitId>,
    holders: impl Iterator<Item = AssignmentId>,
) {
    let mut people: BTreeMap<CadreId, Vec<AssignmentId>> = BTreeMap::new();
    for holder in holders {
        people.entry(snapshot.book.assignment(holder).cadre).or_default().push(holder);
    }
    let people: Vec<(CadreId, Vec<AssignmentId>)> = people.into_iter().collect();
    let people = paper.sort_people(people, |(id, _)| snapshot.book.cadre(*id));
    for (number, (cadre, held)) in (1..).zip(people) {
        let row = person(snapshot, paper, table, top, (number, cadre, &held));
        table.push(row);
    }
}

fn person(
    snapshot: &Snapshot,
    paper: &Paper,
    table: &Table,
    top: Option<UnitId>,
    (number, cadre, held): (usize, CadreId, &[AssignmentId]),
) -> Vec<Cell> {
    let book = snapshot.book;
    let cadre = book.cadre(cadre);
    let held: Vec<_> = held.iter().map(|id| book.assignment(*id)).collect();
    let units: Vec<UnitId> = held.iter().map(|assignment| assignment.unit).collect();
    let duty = held.first().map(|assignment| snapshot.policy().duty(assignment.duty).name.in_lang(paper.lang()));
    cells(
        table,
        [
            ("stt", number.into()),
            ("full_name", Cell::from(&cadre.full_name)),
            ("birth_year", cadre.birth_year.map(Cell::Year).into()),
            ("position", Cell::from(&cadre.position)),
            ("organization", Cell::from(&cadre.organization)),
            ("area", area(book, paper, top, units).into()),
            ("duty_name", duty.into()),
            ("from", first_days(paper, &held)),
            ("decision_no", distinct(held.iter().map(|assignment| assignment.decision_no.as_str())).into()),
            ("phone", Cell::from(&cadre.phone)),
            ("note", distinct(held.iter().map(|assignment| assignment.note.as_str())).into()),
        ],
    )
}

/// Units in words, those of one parent together: "Tổ NDTQ số 1, Tổ NDTQ số 2 - Ấp An Bình".
pub(super) fn area(book: &Book, paper: &Paper, top: Option<UnitId>, mut units: Vec<UnitId>) -> String {
    let name = |unit: &UnitId| book.unit(*unit).name.as_str();
    units.sort_by(|one, other| {
        book.unit(*one).parent.cmp(&book.unit(*other).parent).then_with(|| paper.order.compare(name(one), name(other)))
    });
    let siblings = units.chunk_by(|one, other| book.unit(*one).parent == book.unit(*other).parent);
    let parts = siblings.map(|units| {
        let names: Vec<&str> = units.iter().map(name).collect();
        let above = book.chain(units[0]).skip(1).take(1).find(|parent| Some(*parent) != top && is_low(book, *parent));
        match above {
            Some(parent) => format!("{} - {}", names.join(", "), name(&parent)),
            None => names.join(", "),
        }
    });
    parts.collect::<Vec<_>>().join("; ")
}

/// Whether a unit's name helps to find a place: not that of the office's own top.
fn is_low(book: &Book, unit: UnitId) -> bool {
    let roster = book.policy.roster_level();
    book.chain(unit).any(|at| Some(book.unit(at).level) == roster)
}

fn push_gap(
    snapshot: &Snapshot,
    paper: &Paper,
    table: &mut Table,
    top: Option<UnitId>,
    found: &Coverage,
    openings: &Openings,
) {
    let place = area(snapshot.book, paper, top, vec![found.unit]);
    let duty = snapshot.policy().duty(found.duty).name.in_lang(paper.lang());
    let day = openings.get(&(found.unit, found.duty)).map(|opening| written::day(opening.day, paper.lang()));
    let vacancy = snapshot.vacancy(found.unit, found.duty);
    let until = vacancy.and_then(|vacancy| vacancy.until).map(|day| written::day(day, paper.lang()));
    let mark = match (vacancy, day) {
        (Some(_), _) => say!(paper.words, "gap-accepted", until = until.unwrap_or_else(|| "none".to_owned())),
        (None, Some(day)) => say!(paper.words, "gap-since", day = day),
        (None, None) => say!(paper.words, "nobody"),
    };
    let (mark, lines) = if found.gap() > MOST_LINES {
        (format!("{mark} × {}", written::number(found.gap().into(), paper.lang())), 1)
    } else {
        (mark, found.gap())
    };
    for _ in 0..lines {
        let row = cells(
            table,
            [("full_name", mark.clone().into()), ("area", place.clone().into()), ("duty_name", Cell::from(duty))],
        );
        table.push_kind(RowKind::Gap, row);
    }
}

/// The first days of assignments: one, or several in words.
fn first_days(paper: &Paper, held: &[&Assignment]) -> Cell {
    let mut days: Vec<Day> = held.iter().filter_map(|assignment| assignment.period.from).collect();
    days.sort_unstable();
    days.dedup();
    match days[..] {
        [only] => only.into(),
        _ => days.iter().map(|day| written::day(*day, paper.lang())).collect::<Vec<_>>().join("; ").into(),
    }
}

/// The texts that are filled, each once, in their order.
pub(super) fn distinct<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let mut seen: Vec<&str> = Vec::new();
    for text in texts.filter(|text| !text.is_empty()) {
        if !seen.contains(&text) {
            seen.push(text);
        }
    }
    seen.join("; ")
}
