//! Feedback of the grass roots: what is open, for how long, and with whom it rests; the digest of a month.

use std::collections::BTreeMap;

use super::paper::{Paper, cells};
use super::table::{Cell, RowKind, Table};
use crate::model::day::{Day, Month, days_between};
use crate::model::feedback::Feedback;
use crate::model::id::{LevelId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::resting::rests_with;
use crate::text::written;

/// The columns of what is open.
const OPEN: &[(&str, u16)] = &[
    ("unit_code", 14),
    ("unit_name", 22),
    ("parent_path", 36),
    ("raised", 12),
    ("days_open", 8),
    ("raised_by", 22),
    ("matter", 44),
    ("rests_with", 18),
    ("sent_to", 26),
    ("due", 12),
    ("days_late", 8),
];

/// The columns of a digest.
const DIGEST: &[(&str, u16)] = &[
    ("stt", 5),
    ("raised", 12),
    ("area", 28),
    ("raised_by", 18),
    ("matter", 40),
    ("sent_to", 22),
    ("due", 12),
    ("days_open", 8),
    ("answered", 12),
    ("answer", 34),
];

/// What is open on the day, the oldest first.
pub fn open(snapshot: &Snapshot, paper: &Paper, is_wanted: &dyn Fn(&Feedback) -> bool) -> Table {
    let (book, day) = (snapshot.book, snapshot.day);
    let mut table = paper.table("feedback", snapshot.policy(), OPEN);
    table.heading.title = say!(paper.words, "title-open-feedback");
    table.heading.subtitle = vec![say!(paper.words, "as-of", day = written::day(day, paper.lang()))];
    let mut rows: Vec<&Feedback> = book.feedback.iter().filter(|row| row.is_open_on(day) && is_wanted(row)).collect();
    rows.sort_by_key(|row| row.day);
    for row in &rows {
        let unit = book.unit(row.unit);
        let late = row.due.filter(|_| row.is_late_on(day)).map(|due| days_between(due, day));
        let line = cells(
            &table,
            [
                ("unit_code", Cell::from(&unit.code)),
                ("unit_name", Cell::from(&unit.name)),
                ("parent_path", snapshot.surroundings(row.unit).into()),
                ("raised", row.day.into()),
                ("days_open", days_between(row.day, day).into()),
                ("raised_by", Cell::from(&row.raised_by)),
                ("matter", Cell::from(&row.matter)),
                ("rests_with", level_name(snapshot, paper, resting(snapshot, row)).into()),
                ("sent_to", Cell::from(&row.sent_to)),
                ("due", row.due.into()),
                ("days_late", late.into()),
            ],
        );
        table.push_kind(if late.is_some() { RowKind::Gap } else { RowKind::Data }, line);
    }
    let late = rows.iter().filter(|row| row.is_late_on(day)).count();
    table.push_line(RowKind::Total, say!(paper.words, "total-feedback", count = rows.len(), late = late));
    table
}

/// The digest of a month: what is open at its end, by the level that it rests with, and what was answered in it.
pub fn digest(snapshot: &Snapshot, paper: &Paper, month: Month, under: Option<UnitId>) -> Table {
    let day = month.last();
    let mut table = paper.table("digest", snapshot.policy(), DIGEST);
    let own = || snapshot.book.feedback.iter().filter(|row| snapshot.is_in(row.unit, under));
    let is_of_month = |day: Day| Month::of(day) == month;
    let answered: Vec<&Feedback> = own().filter(|row| row.answered.is_some_and(is_of_month)).collect();
    let open: Vec<&Feedback> = own().filter(|row| row.is_open_on(day)).collect();
    table.heading.title = say!(paper.words, "title-digest");
    table.heading.subtitle.push(say!(paper.words, "month", month = written::month(month, paper.lang())));
    table.heading.subtitle.extend(under.map(|unit| snapshot.whereabouts(unit)));
    let numbers = say!(
        paper.words,
        "digest-numbers",
        raised = own().filter(|row| is_of_month(row.day)).count(),
        answered = answered.len(),
        open = open.len(),
        late = open.iter().filter(|row| row.is_late_on(day)).count()
    );
    table.heading.subtitle.push(numbers);
    table.signature = paper.signature(day);
    let mut by_level: BTreeMap<(bool, Option<LevelId>), Vec<&Feedback>> = BTreeMap::new();
    for row in open {
        let level = resting(snapshot, row);
        by_level.entry((level.is_none(), level)).or_default().push(row);
    }
    let mut writing = Writing { snapshot, day, table, number: 0 };
    for (at, ((_, level), rows)) in by_level.into_iter().enumerate() {
        let level = level_name(snapshot, paper, level);
        let title = say!(paper.words, "digest-open", level = level, count = rows.len());
        writing.group(format!("{}. {title}", written::roman(at + 1)), rows);
    }
    if !answered.is_empty() {
        let title = say!(paper.words, "digest-answered", count = answered.len());
        writing.group(title, answered);
    }
    writing.table
}

/// How many matters of a month's digest belong to no unit of a level: those raised above it.
pub fn outside(snapshot: &Snapshot, month: Month, level: LevelId, under: Option<UnitId>) -> usize {
    let book = snapshot.book;
    let is_told =
        |row: &&Feedback| row.is_open_on(month.last()) || row.answered.is_some_and(|day| Month::of(day) == month);
    let own = book.feedback.iter().filter(is_told).filter(|row| snapshot.is_in(row.unit, under));
    own.filter(|row| book.ancestor(row.unit, level).is_none()).count()
}

struct Writing<'w, 'b> {
    snapshot: &'w Snapshot<'b>,
    day: Day,
    table: Table,
    number: usize,
}

impl Writing<'_, '_> {
    /// A heading, and what stands under it, the oldest first.
    fn group(&mut self, title: String, mut rows: Vec<&Feedback>) {
        self.table.push_line(RowKind::Group, title);
        rows.sort_by_key(|row| (row.day, row.unit));
        for row in rows {
            self.number += 1;
            let answered = row.answered.filter(|answered| *answered <= self.day);
            let line = cells(
                &self.table,
                [
                    ("stt", self.number.into()),
                    ("raised", row.day.into()),
                    ("area", self.snapshot.whereabouts(row.unit).into()),
                    ("raised_by", Cell::from(&row.raised_by)),
                    ("matter", Cell::from(&row.matter)),
                    ("sent_to", Cell::from(&row.sent_to)),
                    ("due", row.due.into()),
                    ("days_open", days_between(row.day, answered.unwrap_or(self.day)).into()),
                    ("answered", answered.into()),
                    ("answer", answered.map(|_| Cell::from(&row.answer)).unwrap_or_default()),
                ],
            );
            self.table.push_kind(if row.is_late_on(self.day) { RowKind::Gap } else { RowKind::Data }, line);
        }
    }
}

fn resting(snapshot: &Snapshot, row: &Feedback) -> Option<LevelId> {
    rests_with(snapshot.book, snapshot.policy(), row)
}

/// A level by name; what rests with none rests with another body.
fn level_name(snapshot: &Snapshot, paper: &Paper, level: Option<LevelId>) -> String {
    match level {
        Some(level) => snapshot.policy().level(level).name.in_lang(paper.lang()).to_owned(),
        None => say!(paper.words, "other-bodies"),
    }
}
