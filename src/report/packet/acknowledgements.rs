//! The list on which the receipt of the month's packet is signed (danh sách ký nhận tài liệu): everybody once, grouped
//! as rosters are.

use std::collections::{BTreeMap, BTreeSet};

use super::held;
use crate::model::day::Month;
use crate::model::id::{AssignmentId, CadreId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::report::paper::{Paper, cells};
use crate::report::roster::{Scope, Sum, area, area_of};
use crate::report::table::{Cell, RowKind, Table};
use crate::say;
use crate::text::written;

const COLUMNS: &[(&str, u16)] = &[
    ("stt", 5),
    ("full_name", 24),
    ("position", 26),
    ("organization", 26),
    ("area", 32),
    ("received", 12),
    ("receipt", 16),
    ("remarks", 14),
];

/// The list, and whom its rows are about.
pub struct Acknowledgements {
    /// The list.
    pub table: Table,
    /// The cadre of each row with data.
    pub cadres: Vec<CadreId>,
}

/// A cadre with what he or she holds.
type Holder = (CadreId, Vec<AssignmentId>);

/// Everybody who holds something on the day; with `under`, something there. Each stands in the group of the first duty.
pub fn acknowledgements(snapshot: &Snapshot, paper: &Paper, month: Month, under: Option<UnitId>) -> Acknowledgements {
    let (book, policy) = (snapshot.book, snapshot.policy());
    let mut table = paper.table("acknowledgements", policy, COLUMNS);
    let in_words = written::month(month, paper.lang());
    table.heading.title = say!(paper.words, "title-acknowledgements", month = in_words);
    table.heading.subtitle.extend(under.map(|under| book.path(under)));
    table.signature = paper.signature(snapshot.day);
    let mut list = Acknowledgements { table, cadres: Vec::new() };
    // The list of a place that gets a roster of its own has no places in it.
    let top = under.filter(|under| policy.roster_level().is_some_and(|level| book.ancestor(*under, level).is_some()));
    let scope = Scope { top, whole: None, month: None };
    let mut groups: BTreeMap<usize, BTreeMap<Option<UnitId>, Vec<Holder>>> = BTreeMap::new();
    for at in 0..book.cadres.len() {
        let held = held(snapshot, CadreId::at(at));
        let Some(first) = held.iter().find(|id| snapshot.is_in(book.assignment(**id).unit, under)) else { continue };
        let first = book.assignment(*first);
        let duty = policy.duty_ids().position(|duty| duty == first.duty).unwrap_or(usize::MAX);
        let area = area_of(snapshot, scope, first.unit);
        groups.entry(duty).or_default().entry(area).or_default().push((CadreId::at(at), held));
    }
    let all: Vec<AssignmentId> = holders(&groups).flat_map(|(_, held)| held.iter().copied()).collect();
    for (number, (duty, areas)) in groups.into_iter().enumerate() {
        let name = policy.duty_ids().nth(duty).map_or("", |duty| policy.duty(duty).name.in_lang(paper.lang()));
        let count = areas.values().map(Vec::len).sum();
        let name = if name.is_empty() { say!(paper.words, "packet-other-duties") } else { name.to_owned() };
        push_group(&mut list.table, paper, format!("{}. {name}", written::roman(number + 1)), count);
        for (at, (area, people)) in areas.into_iter().enumerate() {
            if let Some(area) = area {
                push_group(&mut list.table, paper, format!("{}. {}", at + 1, book.unit(area).name), people.len());
            }
            push_people(snapshot, paper, &mut list, area.or(top), people);
        }
    }
    list.table.push_line(RowKind::Total, Sum::of_assignments(snapshot, &all).in_words(paper, "total-roster"));
    list
}

fn holders(groups: &BTreeMap<usize, BTreeMap<Option<UnitId>, Vec<Holder>>>) -> impl Iterator<Item = &Holder> {
    groups.values().flat_map(BTreeMap::values).flatten()
}

fn push_group(table: &mut Table, paper: &Paper, name: String, count: usize) {
    table.push_line(RowKind::Group, say!(paper.words, "packet-group", name = name, count = count));
}

/// A row for each person, by given name.
fn push_people(
    snapshot: &Snapshot,
    paper: &Paper,
    list: &mut Acknowledgements,
    top: Option<UnitId>,
    people: Vec<Holder>,
) {
    let book = snapshot.book;
    for (at, (id, held)) in paper.sort_people(people, |(id, _)| book.cadre(*id)).into_iter().enumerate() {
        let cadre = book.cadre(id);
        let units: BTreeSet<UnitId> = held.iter().map(|id| book.assignment(*id).unit).collect();
        let units = units.into_iter().collect();
        let row = cells(
            &list.table,
            [
                ("stt", (at + 1).into()),
                ("full_name", Cell::from(&cadre.full_name)),
                ("position", Cell::from(&cadre.position)),
                ("organization", Cell::from(&cadre.organization)),
                ("area", area(book, paper, top, units).into()),
            ],
        );
        list.table.push(row);
        list.cadres.push(id);
    }
}
