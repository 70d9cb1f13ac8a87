//! Decisions that assignments cite: in force at both ends, and those that came in between.

use std::collections::{BTreeMap, HashMap};

use super::Told;
use super::section::{Fact, Section};
use crate::model::assignment::Assignment;
use crate::model::day::{Day, Period};
use crate::report::decisions::{Cited, citations};
use crate::report::table::RowKind;
use crate::say;
use crate::text::fold::key;

/// The most rows on paper; all of them are among the figures.
const MOST_ROWS: usize = 40;

/// One decision over the stretch, in numbers of assignments.
#[derive(Clone, Debug, Default)]
struct Line {
    number: String,
    day: Option<Day>,
    first: usize,
    begun: usize,
    last: usize,
}

/// A row for each decision, by its day; those of no known day stand at the end.
pub fn section(told: &Told) -> Section {
    const COLUMNS: &[(&str, u16)] =
        &[("number", 20), ("signed", 12), ("cited_first", 14), ("cited_begun", 14), ("cited_last", 14)];
    let (words, stretch) = (told.paper.words, told.review.stretch);
    let mut section =
        told.section("decisions", [say!(words, "review-decisions"), say!(words, "review-sheet-decisions")], COLUMNS);
    section.table.columns[2].title = say!(words, "review-cited-on", day = told.day(stretch.first));
    section.table.columns[4].title = say!(words, "review-cited-on", day = told.day(stretch.last));
    let lines = lines(told);
    let has_days = lines.iter().any(|line| line.day.is_some());
    for (at, line) in lines.iter().enumerate() {
        if at < MOST_ROWS {
            let numbers = [line.first, line.begun, line.last].map(Into::into);
            section.table.push([vec![line.number.as_str().into(), line.day.into()], numbers.to_vec()].concat());
        }
        section.facts.extend(facts(told, line));
    }
    if !has_days {
        section.table.leave_out(&["signed"]);
    }
    let count = |is_so: fn(&Line) -> bool| lines.iter().filter(|line| is_so(line)).count();
    let (new, gone) = (count(|line| line.first == 0), count(|line| line.first > 0 && line.last == 0));
    let rest = lines.len().saturating_sub(MOST_ROWS);
    let total = say!(words, "review-decisions-total", count = lines.len(), new = new, gone = gone, rest = rest);
    section.table.push_line(RowKind::Total, total);
    section
}

/// Every number that an assignment of the area cites at an end or in between.
fn lines(told: &Told) -> Vec<Line> {
    let stretch = told.review.stretch;
    let is_there = |assignment: &Assignment| told.review.holds(assignment.unit);
    let is_begun = |assignment: &Assignment| {
        is_there(assignment) && assignment.period.from.is_some_and(|day| stretch.first < day && stretch.contains(day))
    };
    let mut lines: BTreeMap<String, Line> = BTreeMap::new();
    let mut take = |found: HashMap<String, Cited>, count: fn(&mut Line, &Cited)| {
        for (key, cited) in found {
            count(
                lines.entry(key).or_insert_with(|| Line { number: cited.number.to_owned(), ..Line::default() }),
                &cited,
            );
        }
    };
    take(citations(told.first, is_there), |line, cited| line.first = cited.in_force);
    take(citations(told.last, is_begun), |line, cited| line.begun = cited.all);
    take(citations(told.last, is_there), |line, cited| line.last = cited.in_force);
    for decision in &told.last.book.decisions {
        if let Some(line) = lines.get_mut(&key(&decision.number)) {
            line.day = Some(decision.day);
        }
    }
    let mut lines: Vec<Line> = lines.into_values().filter(|line| line.first + line.begun + line.last > 0).collect();
    let order = told.paper.order;
    lines.sort_by(|one, other| {
        let days = (one.day.is_none(), one.day).cmp(&(other.day.is_none(), other.day));
        days.then_with(|| order.compare(&one.number, &other.number))
    });
    lines
}

fn facts(told: &Told, line: &Line) -> [Fact; 3] {
    let stretch = told.review.stretch;
    let fact = |days, figure, value: usize| Fact {
        duty: None,
        line: Some((line.number.clone(), String::new())),
        days,
        figure,
        value: value as u64,
    };
    [
        fact(Period::of_day(stretch.first), "in_force", line.first),
        fact(told.whole(), "begun", line.begun),
        fact(Period::of_day(stretch.last), "in_force", line.last),
    ]
}
