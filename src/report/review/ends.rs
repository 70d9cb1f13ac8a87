//! The duties in numbers on the first day and on the last, and the difference.

use super::Told;
use super::section::{Measure, Picture, Section, Series, Shape, figure_name, per_mille};
use crate::model::day::Period;
use crate::model::review::DutyReview;
use crate::model::review::ends::End;
use crate::report::summary::difference;
use crate::report::table::{Cell, RowKind};
use crate::say;
use crate::text::written;

/// A figure: the key of its name, and where it stands.
type Figure = (&'static str, fn(&End) -> u64);

const FIGURES: [Figure; 7] = [
    ("figure-cadres", |end| end.cadres),
    ("figure-units", |end| end.units),
    ("figure-seats", |end| end.seats),
    ("figure-filled", |end| end.filled),
    ("figure-gaps", |end| end.gaps),
    ("figure-accepted", |end| end.accepted),
    ("figure-untold", |end| end.untold),
];

/// Figures that are left out on paper where they are nothing at both ends.
const RARE: [&str; 2] = ["figure-accepted", "figure-untold"];

/// Figures that are known without any holder.
const SAID: [&str; 3] = ["figure-units", "figure-seats", "figure-untold"];

/// Rows under each duty; bars of the share that is held.
pub fn section(told: &Told) -> Section {
    const COLUMNS: &[(&str, u16)] = &[("what_counted", 36), ("at_first", 13), ("at_last", 13), ("difference", 13)];
    let (words, stretch) = (told.paper.words, told.review.stretch);
    let mut section = told.section("ends", [say!(words, "review-ends"), say!(words, "review-sheet-ends")], COLUMNS);
    let days = [stretch.first, stretch.last];
    for (column, day) in section.table.columns[1..].iter_mut().zip(days) {
        column.title = told.day(day);
    }
    for duty in &told.review.duties {
        for (day, end) in days.into_iter().zip(duty.ends).filter_map(|(day, end)| Some((day, end?))) {
            section.add(duty.duty, Period::of_day(day), &FIGURES.map(|(key, figure)| (figure_name(key), figure(&end))));
        }
        if duty.ends.iter().any(Option::is_some) {
            section.table.push_line(RowKind::Group, told.duty_line(duty.duty));
            rows(told, duty, &mut section);
        }
    }
    if told.review.duties.iter().flat_map(|duty| duty.ends).flatten().any(|end| end.untold > 0) {
        section.notes.push(say!(words, "review-untold"));
    }
    section.pictures.push(bars(told));
    section
}

fn rows(told: &Told, duty: &DutyReview, section: &mut Section) {
    let words = told.paper.words;
    for (name, figure) in FIGURES {
        let values = duty.ends.map(|end| end.map(|end| figure(&end)));
        if RARE.contains(&name) && values.iter().flatten().all(|value| *value == 0) {
            continue;
        }
        let is_told = duty.ends.map(|end| end.is_some_and(|end| is_known(&end, name)));
        let change = values[0].zip(values[1]).filter(|_| is_compared(duty, name));
        let [first, last] = [0, 1].map(|at| values[at].filter(|_| is_told[at]).map_or("–".into(), Cell::from));
        let change = change.map(|(first, last)| difference(last, first));
        section.table.push(vec![words.say(name, &[]).into(), first, last, change.into()]);
    }
    let shares = duty.ends.map(|end| end.and_then(|end| per_mille(end.filled, end.told())));
    let percent = |end: Option<End>| end.map_or_else(|| "–".to_owned(), |end| told.share(end.filled, end.told()));
    let [first, last] = duty.ends.map(percent);
    let change = shares[0]
        .zip(shares[1])
        .filter(|_| is_compared(duty, ""))
        .map(|(first, last)| points(told, difference(last, first)));
    section.table.push(vec![say!(words, "review-share").into(), first.into(), last.into(), change.into()]);
}

/// Whether a figure tells anything: nothing is known of holders where the lists tell of no seat yet.
fn is_known(end: &End, figure: &str) -> bool {
    SAID.contains(&figure) || end.told() > 0 || end.untold == 0
}

/// Whether the two ends can be set side by side: seats of which the lists do not tell yet are no change.
fn is_compared(duty: &DutyReview, figure: &str) -> bool {
    SAID[..2].contains(&figure) || duty.ends.iter().flatten().all(|end| end.untold == 0)
}

/// A difference of shares, in points of a percent.
fn points(told: &Told, tenths: i64) -> String {
    let sign = match tenths {
        0 => return "0".to_owned(),
        1.. => "+",
        _ => "-",
    };
    let points = written::percent(tenths.unsigned_abs(), 1000, told.paper.lang());
    say!(told.paper.words, "review-points", points = format!("{sign}{}", points.trim_end_matches(" %")))
}

fn bars(told: &Told) -> Picture {
    let duties = || told.review.duties.iter().filter(|duty| duty.ends.iter().any(Option::is_some));
    let stretch = told.review.stretch;
    let share = |end: Option<End>| end.and_then(|end| per_mille(end.filled, end.told()));
    let series =
        |(at, day)| Series { name: told.day(day), values: duties().map(|duty| share(duty.ends[at])).collect() };
    let name = |duty: &DutyReview| told.duty(duty.duty).name.in_lang(told.paper.lang()).to_owned();
    Picture {
        title: say!(told.paper.words, "review-ends-picture"),
        shape: Shape::Bars,
        measure: Measure::PerMille,
        labels: duties().map(name).collect(),
        series: [(0, stretch.first), (1, stretch.last)].into_iter().map(series).collect(),
    }
}
