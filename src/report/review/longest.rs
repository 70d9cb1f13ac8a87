//! Places that were longest without anybody.

use super::Told;
use super::section::{Fact, Section};
use crate::model::review::seat_days::Alone;
use crate::report::table::RowKind;
use crate::say;

/// The most rows on paper.
const MOST_ROWS: usize = 20;
/// The most rows among the figures.
const MOST_FACTS: usize = 1000;

/// The longest days on end without anybody first; what still is so on the last day is marked.
pub fn section(told: &Told) -> Section {
    const COLUMNS: &[(&str, u16)] = &[
        ("stt", 4),
        ("place_alone", 23),
        ("duty_name", 18),
        ("days_on_end", 8),
        ("from", 10),
        ("to", 10),
        ("days_alone", 8),
    ];
    let words = told.paper.words;
    let mut section =
        told.section("longest", [say!(words, "review-longest"), say!(words, "review-sheet-longest")], COLUMNS);
    let alone = &told.review.alone;
    for (at, own) in alone.iter().take(MOST_ROWS).enumerate() {
        let is_open = own.longest.last == told.review.stretch.last;
        let kind = if is_open { RowKind::Gap } else { RowKind::Data };
        section.table.push_kind(
            kind,
            vec![
                (at + 1).into(),
                told.last.whereabouts(own.unit).into(),
                told.duty(own.duty).name.in_lang(told.paper.lang()).into(),
                own.longest.count().into(),
                own.longest.first.into(),
                own.longest.last.into(),
                own.days.into(),
            ],
        );
    }
    section.facts.extend(alone.iter().take(MOST_FACTS).flat_map(|own| facts(told, own)));
    let days: u64 = alone.iter().map(|own| u64::from(own.days)).sum();
    let total = say!(
        words,
        "review-longest-total",
        count = alone.len(),
        days = days,
        rest = alone.len().saturating_sub(MOST_ROWS)
    );
    section.table.push_line(RowKind::Total, total);
    section
}

fn facts(told: &Told, own: &Alone) -> [Fact; 3] {
    let unit = told.last.book.unit(own.unit);
    let line = Some((unit.code.to_string(), told.last.whereabouts(own.unit)));
    let fact =
        |days, figure, value: u32| Fact { duty: Some(own.duty), line: line.clone(), days, figure, value: value.into() };
    [
        fact(own.longest.period(), "days_on_end", own.longest.count()),
        fact(told.whole(), "days", own.days),
        fact(told.whole(), "days_accepted", own.accepted),
    ]
}
