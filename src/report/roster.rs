//! The roster (danh sách phân công): who does what where, as an office signs it.

use std::collections::{BTreeMap, HashSet};

use super::paper::{Paper, cells};
use super::table::{Cell, RowKind, Table};
use crate::model::assignment::Assignment;
use crate::model::book::Book;
use crate::model::coverage::Coverage;
use crate::model::day::{Day, Month};
use crate::model::gap::Openings;
use crate::model::id::{AssignmentId, CadreId, UnitId};
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

/// The roster of a unit or of the whole office: a group per duty, people by given name, gaps as marked lines.
/// `coverage` holds the unit's own part (see [`belongs`]).
pub fn roster(snapshot: &Snapshot, paper: &Paper, scope: Scope, coverage: &[Coverage], openings: &Openings) -> Table {
    let mut table = paper.table("roster", snapshot.policy(), COLUMNS);
    head(snapshot, paper, scope, &mut table);
    let mut groups = 0;
    for duty in snapshot.policy().duty_ids() {
        let own: Vec<&Coverage> = coverage.iter().filter(|found| found.duty == duty).collect();
        if own.is_empty() {
            continue;
        }
        groups += 1;
        let name = snapshot.policy().duty(duty).name.in_lang(paper.lang());
        let sum = Sum::of(snapshot, own.iter().copied()).in_words(paper, "sum-group");
        let group = format!("{}. {} ({})", written::roman(groups), name, sum);
        table.push_line(RowKind::Group, group);
        push_areas(snapshot, paper, scope, &mut table, &own, openings);
    }
    let total = Sum::of(snapshot, coverage.iter()).in_words(paper, "total-roster");
    table.push_line(RowKind::Total, total);
    table
}

/// Whether coverage of `unit` belongs into the roster of `top`: it stands below, or it groups `top`.
pub fn belongs(snapshot: &Snapshot, unit: UnitId, top: UnitId) -> bool {
    snapshot.is_under(unit, top) || snapshot.book.unit(top).group == Some(unit)
}

fn head(snapshot: &Snapshot, paper: &Paper, scope: Scope, table: &mut Table) {
    table.heading.title = say!(paper.words, "title-roster");
    if let Some(top) = scope.top.or(scope.whole) {
        table.heading.subtitle.push(snapshot.book.path(top));
    }
    table.heading.subtitle.push(match scope.month {
        Some(month) => say!(paper.words, "month", month = written::month(month, paper.lang())),
        None => say!(paper.words, "as-of", day = written::day(snapshot.day, paper.lang())),
    });
    table.signature = paper.signature(snapshot.day);
}

/// A part of a roster in numbers: people and units each once; seats add up over the groups.
pub(super) struct Sum {
    cadres: usize,
    units: usize,
    seats: u64,
    gaps: u64,
}

impl Sum {
    fn of<'c>(snapshot: &Snapshot, coverage: impl Iterator<Item = &'c Coverage>) -> Self {
        let (mut cadres, mut units, mut sum) =
            (HashSet::new(), HashSet::new(), Sum { cadres: 0, units: 0, seats: 0, gaps: 0 });
        for found in coverage {
            cadres.extend(found.holders.iter().map(|id| snapshot.book.assignment(*id).cadre));
            units.insert(found.unit);
            sum.seats += u64::from(found.held().max(found.limits.min));
            sum.gaps += u64::from(found.gap());
        }
        Sum { cadres: cadres.len(), units: units.len(), ..sum }
    }

    /// The same of assignments alone: each is one seat, and none is empty.
    pub(super) fn of_assignments(snapshot: &Snapshot, assignments: &[AssignmentId]) -> Self {
        let all = || assignments.iter().map(|id| snapshot.book.assignment(*id));
        let cadres: HashSet<CadreId> = all().map(|assignment| assignment.cadre).collect();
        let units: HashSet<UnitId> = all().map(|assignment| assignment.unit).collect();
        let seats: HashSet<_> = all().map(|assignment| (assignment.cadre, assignment.unit, assignment.duty)).collect();
        Sum { cadres: cadres.len(), units: units.len(), seats: seats.len() as u64, gaps: 0 }
    }

    /// "52 cán bộ phụ trách 78 địa bàn, còn trống 1 vị trí"; of the whole, "60 cán bộ, 87 vị trí, còn trống 1".
    pub(super) fn in_words(&self, paper: &Paper, key: &str) -> String {
        let is_told = if self.seats == self.units as u64 { "no" } else { "yes" };
        let numbers = [("cadres", self.cadres.into()), ("units", self.units.into()), ("seats", self.seats.into())];
        let values = [&numbers[..], &[("gaps", self.gaps.into()), ("told", is_told.into())]].concat();
        paper.words.say(key, &values)
    }
}

/// The rows of one duty; in the roster of the whole office, apart for each unit that gets a roster of its own.
fn push_areas(
    snapshot: &Snapshot,
    paper: &Paper,
    scope: Scope,
    table: &mut Table,
    own: &[&Coverage],
    openings: &Openings,
) {
    let mut areas: BTreeMap<Option<UnitId>, Vec<&Coverage>> = BTreeMap::new();
    for found in own {
        areas.entry(area_of(snapshot, scope, found.unit)).or_default().push(found);
    }
    for (at, (area, own)) in areas.into_iter().enumerate() {
        if let Some(area) = area {
            let name = &snapshot.book.unit(area).name;
            let sum = Sum::of(snapshot, own.iter().copied()).in_words(paper, "sum-group");
            table.push_line(RowKind::Group, format!("{}. {name} ({sum})", at + 1));
        }
        let holders = own.iter().flat_map(|found| found.holders.iter().copied());
        push_people(snapshot, paper, table, area.or(scope.top), holders);
        for found in own.iter().filter(|found| found.gap() > 0) {
            push_gap(snapshot, paper, table, area.or(scope.top), found, openings);
        }
    }
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
    let mut people: Vec<(CadreId, Vec<AssignmentId>)> = people.into_iter().collect();
    let cadre = |id: CadreId| snapshot.book.cadre(id);
    people.sort_by(|(one, _), (other, _)| paper.compare_people(cadre(*one), cadre(*other)));
    for (at, (cadre, held)) in people.into_iter().enumerate() {
        let row = person(snapshot, paper, table, top, (at + 1, cadre, &held));
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
