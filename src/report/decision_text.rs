//! The text of the next decision: who is newly assigned, who takes over from whom, who is released, ready to paste.

use std::collections::{BTreeMap, HashSet};

use super::paper::{Paper, cells};
use super::roster::{area, distinct};
use super::service::{decisions, ended};
use super::table::{Cell, RowKind, Table};
use crate::model::day::{Day, Period};
use crate::model::handover::{Turn, turns};
use crate::model::id::{CadreId, UnitId};
use crate::model::service::{End, Spell, spells};
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;

const COLUMNS: &[(&str, u16)] = &[
    ("stt", 5),
    ("event", 13),
    ("full_name", 22),
    ("birth_year", 7),
    ("position", 22),
    ("organization", 22),
    ("area", 24),
    ("from", 12),
    ("decision_no", 13),
    ("predecessor", 24),
    ("note", 24),
];

/// What a decision does, in the order in which it says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Does {
    Assigns,
    Replaces,
    Releases,
}

/// One line of the decision: turns that differ by nothing but the unit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    does: Does,
    day: Option<Day>,
    new: Option<CadreId>,
    old: Option<CadreId>,
}

/// The turns of a stretch of days, by duty, then by the unit that gets a roster of its own; each group with its
/// numbers. With `top`, only those of units there.
pub fn decision_text(snapshot: &Snapshot, paper: &Paper, stretch: Period, top: Option<UnitId>) -> Table {
    let mut table = paper.table("decision", snapshot.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "title-decision");
    let year = stretch.to.unwrap_or(snapshot.day).year().to_string();
    let place = top.map(|top| snapshot.book.path(top));
    let annex = say!(paper.words, "annex-blank", year = year);
    table.heading.subtitle = place.into_iter().chain(paper.stretch(stretch)).chain([annex]).collect();
    let spells = spells(snapshot.book, |assignment| snapshot.is_in(assignment.unit, top));
    let turns = turns(snapshot.book, &spells, stretch);
    let mut groups = 0;
    for duty in snapshot.policy().duty_ids() {
        let is_own = |turn: &&Turn| turn.told().is_some_and(|spell| spell.duty == duty);
        let own: Vec<&Turn> = turns.iter().filter(is_own).collect();
        if own.is_empty() {
            continue;
        }
        groups += 1;
        let name = snapshot.policy().duty(duty).name.in_lang(paper.lang());
        table.push_line(RowKind::Group, format!("{}. {name} ({})", written::roman(groups), sum(paper, &own)));
        push_areas(snapshot, paper, &mut table, top, &own);
    }
    let all: Vec<&Turn> = turns.iter().collect();
    let total = match all.is_empty() {
        true => say!(paper.words, "decision-nothing"),
        false => say!(paper.words, "total-decision", sum = sum(paper, &all)),
    };
    table.push_line(RowKind::Total, total);
    table
}

fn push_areas(snapshot: &Snapshot, paper: &Paper, table: &mut Table, top: Option<UnitId>, own: &[&Turn]) {
    let mut areas: BTreeMap<Option<UnitId>, Vec<&Turn>> = BTreeMap::new();
    for turn in own {
        let area = turn.told().and_then(|spell| area_of(snapshot, spell.unit, top));
        areas.entry(area).or_default().push(turn);
    }
    let mut number = 0;
    for (area, own) in areas {
        if let Some(area) = area {
            number += 1;
            let name = &snapshot.book.unit(area).name;
            table.push_line(RowKind::Group, format!("{number}. {name} ({})", sum(paper, &own)));
        }
        push_lines(snapshot, paper, table, area.or(top), &own);
    }
}

/// The unit with a roster of its own that a unit stands below; none where all of the text is about that one.
fn area_of(snapshot: &Snapshot, unit: UnitId, top: Option<UnitId>) -> Option<UnitId> {
    let area = snapshot.book.ancestor(unit, snapshot.policy().roster_level()?)?;
    (area != unit && top.is_none_or(|top| !snapshot.is_under(top, area))).then_some(area)
}

fn push_lines(snapshot: &Snapshot, paper: &Paper, table: &mut Table, top: Option<UnitId>, own: &[&Turn]) {
    let mut lines: BTreeMap<Line, Vec<&Turn>> = BTreeMap::new();
    for turn in own {
        let [new, old] = [turn.new, turn.old].map(|spell| spell.map(|spell| spell.cadre));
        lines.entry(Line { does: does(turn), day: turn.day(), new, old }).or_default().push(turn);
    }
    let mut lines: Vec<(Line, Vec<&Turn>)> = lines.into_iter().collect();
    let who = |line: &Line| line.new.or(line.old).map(|cadre| snapshot.book.cadre(cadre).full_name.as_str());
    lines.sort_by(|(one, _), (other, _)| {
        let names = paper.order.compare_names(who(one).unwrap_or_default(), who(other).unwrap_or_default());
        one.does.cmp(&other.does).then(names).then(one.cmp(other))
    });
    for (at, (line, turns)) in lines.iter().enumerate() {
        let row = row(snapshot, paper, table, top, (at + 1, line, turns));
        table.push(row);
    }
}

fn row(
    snapshot: &Snapshot,
    paper: &Paper,
    table: &Table,
    top: Option<UnitId>,
    (number, line, turns): (usize, &Line, &[&Turn]),
) -> Vec<Cell> {
    let book = snapshot.book;
    let spells: Vec<&Spell> = turns.iter().filter_map(|turn| turn.told()).collect();
    let cadre = line.new.or(line.old).map(|cadre| book.cadre(cadre));
    let old = line.old.filter(|_| line.does == Does::Replaces).map(|cadre| book.cadre(cadre));
    let old = old.map(|cadre| {
        [cadre.full_name.as_str(), cadre.position.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    });
    let numbers: Vec<String> = spells.iter().map(|spell| decisions(snapshot, spell)).collect();
    let notes: Vec<&str> =
        spells.iter().flat_map(|spell| &spell.assignments).map(|id| book.assignment(*id).note.as_str()).collect();
    let reasons: Vec<String> = turns.iter().filter_map(|turn| reason(paper, turn, &notes)).collect();
    cells(
        table,
        [
            ("stt", number.into()),
            ("event", named(paper, line.does).into()),
            ("full_name", cadre.map(|cadre| cadre.full_name.as_str()).into()),
            ("birth_year", cadre.and_then(|cadre| cadre.birth_year).map(Cell::Year).into()),
            ("position", cadre.map(|cadre| cadre.position.as_str()).into()),
            ("organization", cadre.map(|cadre| cadre.organization.as_str()).into()),
            ("area", area(book, paper, top, spells.iter().map(|spell| spell.unit).collect()).into()),
            ("from", line.day.into()),
            ("decision_no", distinct(numbers.iter().map(String::as_str)).into()),
            ("predecessor", old.into()),
            ("note", distinct(reasons.iter().map(String::as_str).chain(notes.iter().copied())).into()),
        ],
    )
}

/// Why somebody leaves a seat, where it is not the decision itself that ends it and no note tells it already.
fn reason(paper: &Paper, turn: &Turn, notes: &[&str]) -> Option<String> {
    let end = turn.old?.end.filter(|end| *end != End::Assignment)?;
    let reason = ended(paper, end);
    if notes.iter().any(|note| note.to_lowercase().contains(&reason)) {
        return None;
    }
    Some(if turn.new.is_some() { say!(paper.words, "reason-of-predecessor", reason = reason) } else { reason })
}

fn does(turn: &Turn) -> Does {
    match (turn.new, turn.old) {
        (Some(_), None) => Does::Assigns,
        (Some(_), Some(_)) => Does::Replaces,
        (None, _) => Does::Releases,
    }
}

fn named(paper: &Paper, does: Does) -> String {
    match does {
        Does::Assigns => say!(paper.words, "decision-assigns"),
        Does::Replaces => say!(paper.words, "decision-replaces"),
        Does::Releases => say!(paper.words, "decision-releases"),
    }
}

/// "phân công mới 1 cán bộ, 2 địa bàn; thôi phân công 3 cán bộ, 4 địa bàn": people and units each once.
fn sum(paper: &Paper, turns: &[&Turn]) -> String {
    let part = |wanted: Does, key: &str| {
        let own = || turns.iter().filter(|turn| does(turn) == wanted).filter_map(|turn| turn.told());
        let cadres: HashSet<CadreId> = own().map(|spell| spell.cadre).collect();
        let units: HashSet<UnitId> = own().map(|spell| spell.unit).collect();
        let values = [("cadres", cadres.len().into()), ("units", units.len().into())];
        (!units.is_empty()).then(|| paper.words.say(key, &values))
    };
    let parts = [
        part(Does::Assigns, "sum-assigns"),
        part(Does::Replaces, "sum-replaces"),
        part(Does::Releases, "sum-releases"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}
