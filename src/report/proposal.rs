//! A proposal as an assignments list with its reasons, which goes back through import; and what stays empty, in sentences.

use super::paper::{Paper, person};
use super::reasons::Reasons;
use super::table::{Cell, Column, Table};
use crate::model::day::Day;
use crate::model::id::{DutyId, UnitId};
use crate::model::proposal::{Point, Proposal, Proposed, Rebalance, Relaxation, Unfilled};
use crate::model::snapshot::Snapshot;
use crate::say;

const COLUMNS: &[(&str, u16)] = &[
    ("cadre_code", 12),
    ("unit_code", 14),
    ("duty", 18),
    ("from", 12),
    ("decision_no", 14),
    ("full_name", 26),
    ("unit_name", 26),
    ("unit_path", 40),
    ("cost", 8),
    ("because", 60),
];

/// What stands in every row of a proposal.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'t> {
    /// The first day of the assignments.
    pub from: Day,
    /// The decision that they will stand on.
    pub decision_no: &'t str,
}

/// One row per suggestion.
pub fn proposal(snapshot: &Snapshot, paper: &Paper, proposal: &Proposal, terms: &Terms) -> Table {
    let mut table = paper.table("proposal", snapshot.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "title-proposal");
    let mut reasons = Reasons::new(snapshot, paper);
    for row in &proposal.rows {
        let (unit, cadre) = (snapshot.book.unit(row.unit), snapshot.book.cadre(row.cadre));
        // In the order of the columns, none of which is personal.
        table.push(vec![
            cadre.code.as_str().into(),
            unit.code.as_str().into(),
            snapshot.policy().duty(row.duty).code.as_str().into(),
            terms.from.into(),
            terms.decision_no.into(),
            cadre.full_name.as_str().into(),
            unit.name.as_str().into(),
            snapshot.book.path(row.unit).into(),
            Cell::Number(row.cost),
            reasons.because(row).into(),
        ]);
    }
    table
}

/// One row per seat that changes hands or is filled, with whose place is taken.
pub fn rebalance(snapshot: &Snapshot, paper: &Paper, moved: &Rebalance, terms: &Terms) -> Table {
    let rows: Vec<Proposed> = moved.rows.iter().map(|(_, row)| row.clone()).collect();
    let suggested = Proposal { day: snapshot.day, rows, unfilled: Vec::new(), cost: 0, lower_bound: 0 };
    let mut table = proposal(snapshot, paper, &suggested, terms);
    let column = paper.column("replaces", 12);
    table.columns.insert(5, Column { title: say!(paper.words, "heading-replaces"), ..column });
    for (row, (holder, _)) in table.rows.iter_mut().zip(&moved.rows) {
        let holder = holder.map(|holder| snapshot.book.cadre(holder).code.as_str());
        row.cells.insert(5, holder.into());
    }
    table
}

/// What each further move buys.
pub fn curve(snapshot: &Snapshot, paper: &Paper, moved: &Rebalance) -> Table {
    let mut table =
        paper.table("curve", snapshot.policy(), &[("moves", 10), ("empty", 10), ("cost", 12), ("gain", 12)]);
    let mut before: Option<Point> = None;
    for point in &moved.curve {
        let number = |number: i64| Cell::Number(number);
        let gain = before.filter(|before| before.empty == point.empty).map(|before| before.cost - point.cost);
        let moves = i64::try_from(point.moves).unwrap_or(i64::MAX);
        let empty = i64::try_from(point.empty).unwrap_or(i64::MAX);
        table.push(vec![number(moves), number(empty), number(point.cost), gain.map_or(Cell::Empty, number)]);
        before = Some(*point);
    }
    table
}

/// A seat that stays empty: where, why, and the least that would fill it.
pub fn unfilled(snapshot: &Snapshot, paper: &Paper, seat: &Unfilled) -> [String; 3] {
    let duty = snapshot.policy().duty(seat.duty).name.in_lang(paper.lang()).to_owned();
    let unit = snapshot.book.unit(seat.unit);
    let place = format!("{} ({})", snapshot.whereabouts(seat.unit), unit.code);
    let head = say!(paper.words, "unfilled-seat", place = place, duty = duty, count = i64::from(seat.count));
    [head, why(snapshot, paper, seat), relaxation(snapshot, paper, seat.relaxation)]
}

/// Why a seat stays empty.
pub fn why(snapshot: &Snapshot, paper: &Paper, seat: &Unfilled) -> String {
    let (words, why) = (paper.words, seat.why);
    if why.is_pinned {
        return say!(words, "unfilled-pinned");
    }
    let levels = levels(snapshot, paper, seat.duty);
    let area = area(snapshot, seat.unit, seat.duty);
    match (why.is_staffed, why.in_area, why.with_room) {
        (false, _, _) => say!(words, "unfilled-nobody", levels = levels),
        (_, 0, _) => say!(words, "unfilled-none-here", levels = levels, area = area),
        (_, count, 0) => say!(words, "unfilled-all-full", count = i64::from(count), area = area),
        (_, _, count) => say!(words, "unfilled-needed-elsewhere", count = i64::from(count)),
    }
}

/// The least that would fill a seat.
pub fn relaxation(snapshot: &Snapshot, paper: &Paper, relaxation: Relaxation) -> String {
    let words = paper.words;
    match relaxation {
        Relaxation::Limit { from, to } => say!(words, "relax-limit", from = i64::from(from), to = i64::from(to)),
        Relaxation::Neighbour { cadre } => {
            let home = snapshot.whereabouts(snapshot.book.cadre(cadre).home);
            say!(words, "relax-neighbour", who = person(snapshot.book.cadre(cadre)), home = home)
        }
        Relaxation::OneMore { home } => say!(words, "relax-one-more", home = snapshot.whereabouts(home)),
    }
}

fn levels(snapshot: &Snapshot, paper: &Paper, duty: DutyId) -> String {
    let policy = snapshot.policy();
    let names = policy.duty(duty).cadre.iter().map(|level| policy.level(*level).name.in_lang(paper.lang()));
    names.collect::<Vec<_>>().join(", ")
}

/// The name of the area that a seat's holders come from; of the seat's unit where the duty has none.
fn area(snapshot: &Snapshot, unit: UnitId, duty: DutyId) -> String {
    let within = snapshot.policy().duty(duty).within;
    let area = within.and_then(|level| snapshot.book.ancestor(unit, level)).unwrap_or(unit);
    snapshot.whereabouts(area)
}
