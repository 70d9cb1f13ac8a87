//! Decisions: those of the office's list, then the numbers that assignments cite and the list lacks, and how many cite
//! each.

use std::collections::{HashMap, HashSet};

use super::lists::heading;
use super::paper::Paper;
use super::table::{Cell, RowKind, Table};
use crate::model::assignment::Assignment;
use crate::model::decision::{Decision, cited};
use crate::model::list::Kind;
use crate::model::snapshot::Snapshot;
use crate::model::value::Entry;
use crate::say;
use crate::text::fold::key;
use crate::text::written;

/// A number, as it is written first, and the assignments that cite it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cited<'b> {
    /// The number.
    pub number: &'b str,
    /// How many cite it.
    pub all: usize,
    /// How many of these are in force on the day.
    pub in_force: usize,
}

/// The numbers that the wanted assignments cite, by their keys.
pub fn citations<'b>(snapshot: &Snapshot<'b>, is_wanted: impl Fn(&Assignment) -> bool) -> HashMap<String, Cited<'b>> {
    // Few texts stand in many rows: each is taken apart once.
    let mut texts: Vec<Cited> = Vec::new();
    let mut position: HashMap<&str, usize> = HashMap::new();
    for assignment in snapshot.book.assignments.iter().filter(|assignment| is_wanted(assignment)) {
        let number = assignment.decision_no.as_str();
        let at = *position.entry(number).or_insert(texts.len());
        if at == texts.len() {
            texts.push(Cited { number, all: 0, in_force: 0 });
        }
        texts[at].all += 1;
        texts[at].in_force += usize::from(assignment.period.contains(snapshot.day));
    }
    let mut numbers: HashMap<String, Cited> = HashMap::new();
    for text in texts {
        let mut seen = HashSet::new();
        for number in cited(text.number).filter(|number| seen.insert(key(number))) {
            let found = numbers.entry(key(number)).or_insert(Cited { number, all: 0, in_force: 0 });
            found.all += text.all;
            found.in_force += text.in_force;
        }
    }
    numbers
}

/// One row per decision by its day, then one per number that is only cited. With `only_cited`, what nobody cites is
/// left out.
pub fn decisions(snapshot: &Snapshot, paper: &Paper, mut citations: HashMap<String, Cited>, only_cited: bool) -> Table {
    let mut table = paper.table("decisions", snapshot.policy(), &[]);
    table.heading.title = say!(paper.words, "title-decisions");
    table.heading.subtitle = vec![say!(paper.words, "as-of", day = written::day(snapshot.day, paper.lang()))];
    let own = || Kind::Decisions.stored().filter(|column| paper.shows(column.name()));
    table.columns = own().map(|column| heading(paper, Kind::Decisions, column)).collect();
    table.columns.extend([("assignments", 12), ("in_force", 12)].map(|(key, width)| paper.column(key, width)));
    let mut listed: Vec<&Decision> = snapshot.book.decisions.iter().collect();
    listed.sort_by(|one, other| one.day.cmp(&other.day).then_with(|| paper.order.compare(&one.number, &other.number)));
    let citing: Vec<Option<Cited>> =
        listed.iter().map(|decision| citations.get(&key(&decision.number)).copied()).collect();
    let known: HashSet<String> = listed.iter().map(|decision| key(&decision.number)).collect();
    citations.retain(|number, _| !known.contains(number));
    for (decision, cited) in listed.into_iter().zip(citing).filter(|(_, cited)| cited.is_some() || !only_cited) {
        let mut cells: Vec<Cell> = own().map(|column| decision.value(snapshot.book, column).into()).collect();
        cells.extend(counts(cited));
        table.push(cells);
    }
    let mut unlisted: Vec<Cited> = citations.into_values().collect();
    unlisted
        .sort_by(|one, other| paper.order.compare(one.number, other.number).then_with(|| one.number.cmp(other.number)));
    for cited in &unlisted {
        let mut cells = vec![Cell::Empty; table.columns.len() - 2];
        cells[0] = Cell::from(cited.number);
        cells.extend(counts(Some(*cited)));
        table.push_kind(RowKind::Gap, cells);
    }
    let total = say!(paper.words, "total-decisions", count = table.rows.len(), unlisted = unlisted.len());
    table.push_line(RowKind::Total, total);
    table
}

fn counts(cited: Option<Cited>) -> [Cell; 2] {
    cited.map_or([0, 0], |cited| [cited.all, cited.in_force]).map(Cell::from)
}
