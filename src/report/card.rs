//! Cards: a unit's chain of responsibility, from itself up to the top; a cadre with all duties.

use super::paper::{Paper, cells};
use super::table::{Cell, RowKind, Table};
use crate::model::id::{AssignmentId, CadreId, DutyId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;

const CHAIN: &[(&str, u16)] = &[
    ("level", 16),
    ("unit_code", 14),
    ("unit_name", 24),
    ("duty_name", 34),
    ("cadre_code", 12),
    ("full_name", 26),
    ("position", 28),
    ("organization", 28),
    ("phone", 14),
    ("from", 12),
    ("to", 12),
    ("decision_no", 14),
];

const HELD: &[(&str, u16)] = &[
    ("duty_name", 34),
    ("unit_code", 14),
    ("unit_name", 24),
    ("parent_path", 40),
    ("from", 12),
    ("to", 12),
    ("decision_no", 14),
    ("note", 30),
];

/// Who is responsible for a unit: one row per holder or gap, from the unit up to the top.
pub fn unit(snapshot: &Snapshot, paper: &Paper, unit: UnitId) -> Table {
    let mut table = paper.table("chain", snapshot.policy(), CHAIN);
    let book = snapshot.book;
    table.heading.title = format!("{} · {}", book.unit(unit).code, book.path(unit));
    table.heading.subtitle = vec![say!(paper.words, "as-of", day = written::day(snapshot.day, paper.lang()))];
    let mut above: Vec<UnitId> = Vec::new();
    for at in book.chain(unit) {
        above.push(at);
        above.extend(book.unit(at).group);
    }
    for at in above {
        for duty in
            snapshot.policy().duty_ids().filter(|duty| snapshot.policy().duty(*duty).unit == book.unit(at).level)
        {
            push_seats(snapshot, paper, &mut table, at, duty);
        }
    }
    table
}

fn push_seats(snapshot: &Snapshot, paper: &Paper, table: &mut Table, unit: UnitId, duty: DutyId) {
    let holders = snapshot.holders(unit, duty);
    for holder in &holders {
        let row = chain_row(snapshot, paper, table, unit, duty, Some(*holder));
        table.push(row);
    }
    if (holders.len() as u64) < u64::from(snapshot.limits(unit, duty).min) {
        let row = chain_row(snapshot, paper, table, unit, duty, None);
        table.push_kind(RowKind::Gap, row);
    }
}

fn chain_row(
    snapshot: &Snapshot,
    paper: &Paper,
    table: &Table,
    unit: UnitId,
    duty: DutyId,
    holder: Option<AssignmentId>,
) -> Vec<Cell> {
    let (book, policy) = (snapshot.book, snapshot.policy());
    let unit = book.unit(unit);
    let assignment = holder.map(|holder| book.assignment(holder));
    let cadre = assignment.map(|assignment| book.cadre(assignment.cadre));
    let empty = say!(paper.words, "nobody");
    cells(
        table,
        [
            ("level", Cell::from(policy.level(unit.level).name.in_lang(paper.lang()))),
            ("unit_code", Cell::from(&unit.code)),
            ("unit_name", Cell::from(&unit.name)),
            ("duty_name", Cell::from(policy.duty(duty).name.in_lang(paper.lang()))),
            ("cadre_code", cadre.map(|cadre| cadre.code.as_str()).into()),
            ("full_name", Cell::from(cadre.map_or(empty.as_str(), |cadre| cadre.full_name.as_str()))),
            ("position", cadre.map(|cadre| cadre.position.as_str()).into()),
            ("organization", cadre.map(|cadre| cadre.organization.as_str()).into()),
            ("phone", cadre.map(|cadre| cadre.phone.as_str()).into()),
            ("from", assignment.and_then(|assignment| assignment.period.from).into()),
            ("to", assignment.and_then(|assignment| assignment.period.to).into()),
            ("decision_no", assignment.map(|assignment| assignment.decision_no.as_str()).into()),
        ],
    )
}

/// A cadre: who it is in the heading, one row per assignment in force.
pub fn cadre(snapshot: &Snapshot, paper: &Paper, id: CadreId) -> Table {
    let mut table = paper.table("held", snapshot.policy(), HELD);
    let (book, policy) = (snapshot.book, snapshot.policy());
    let cadre = book.cadre(id);
    table.heading.title = format!("{} · {}", cadre.code, cadre.full_name);
    let mut lines = vec![cadre.position.to_string(), cadre.organization.to_string(), book.path(cadre.home)];
    if let Some(year) = cadre.birth_year.filter(|_| paper.shows("birth_year")) {
        lines.push(say!(paper.words, "born", year = year.to_string()));
    }
    if paper.shows("phone") {
        lines.push(cadre.phone.to_string());
    }
    lines.push(status_line(paper, cadre));
    lines.push(say!(paper.words, "as-of", day = written::day(snapshot.day, paper.lang())));
    lines.retain(|line| !line.is_empty());
    table.heading.subtitle = lines;
    for (_, assignment) in snapshot.of_cadre(id) {
        let unit = book.unit(assignment.unit);
        let row = cells(
            &table,
            [
                ("duty_name", Cell::from(policy.duty(assignment.duty).name.in_lang(paper.lang()))),
                ("unit_code", Cell::from(&unit.code)),
                ("unit_name", Cell::from(&unit.name)),
                ("parent_path", snapshot.surroundings(assignment.unit).into()),
                ("from", assignment.period.from.into()),
                ("to", assignment.period.to.into()),
                ("decision_no", Cell::from(&assignment.decision_no)),
                ("note", Cell::from(&assignment.note)),
            ],
        );
        table.push(row);
    }
    table
}

fn status_line(paper: &Paper, cadre: &crate::model::cadre::Cadre) -> String {
    let status = paper.words.say(&format!("status-{}", cadre.status.code()), &[]);
    match cadre.status_from {
        Some(from) => say!(paper.words, "status-from", status = status, day = written::day(from, paper.lang())),
        None => status,
    }
}
