//! The duties of the whole office beside the month before: what changed, at a glance.

use super::paper::Paper;
use super::summary::difference;
use super::table::{Cell, Table};
use crate::model::comparison::{Compared, Comparison};
use crate::model::day::Day;
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;

const COLUMNS: &[(&str, u16)] = &[
    ("duty_name", 40),
    ("cadres", 18),
    ("seats", 18),
    ("filled", 18),
    ("gaps", 18),
    ("assignments_begun", 12),
    ("assignments_ended", 12),
];

/// One row per duty; a number that differs from that of the day `before` is told with it: "117 → 113 (-4)".
pub fn comparison(snapshot: &Snapshot, paper: &Paper, before: Day, comparison: &Comparison) -> Table {
    let mut table = paper.table("comparison", snapshot.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "title-comparison");
    table.heading.subtitle = vec![
        say!(paper.words, "as-of", day = written::day(snapshot.day, paper.lang())),
        say!(paper.words, "compared-with", day = written::day(before, paper.lang())),
    ];
    for ((_, duty), compared) in comparison.iter().filter(|((area, _), _)| area.is_none()) {
        let name = snapshot.policy().duty(*duty).name.in_lang(paper.lang());
        table.push(row(paper, name, compared));
    }
    table
}

fn row(paper: &Paper, name: &str, Compared { now, before, begun, ended }: &Compared) -> Vec<Cell> {
    let number = |value: i64| written::number(value, paper.lang());
    let change = |now: u64, before: u64| match difference(now, before) {
        0 => number(now.cast_signed()),
        by => {
            let sign = if by > 0 { "+" } else { "" };
            format!("{} → {} ({sign}{})", number(before.cast_signed()), number(now.cast_signed()), number(by))
        }
    };
    vec![
        name.into(),
        change(now.cadres, before.cadres).into(),
        change(now.seats, before.seats).into(),
        change(now.filled(), before.filled()).into(),
        change(now.gaps, before.gaps).into(),
        (*begun).into(),
        (*ended).into(),
    ]
}
