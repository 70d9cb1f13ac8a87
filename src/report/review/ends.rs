//! The duties in numbers on the first day and on the last, and the difference.

use super::Told;
use super::section::{Measure, Picture, Section, Series, Shape, figure_name, on, per_mille};
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

/// Rows under each duty; bars of the share that is held.
pub fn section(told: &Told) -> Section {
    const COLUMNS: &[(&str, u16)] = &[("what_counted", 34), ("at_first", 14), ("at_last", 14), ("difference", 14)];
    let (words, stretch) = (told.paper.words, told.review.stretch);
    let mut section = told.section("ends", say!(words, "review-ends"), COLUMNS);
    let days = [stretch.first, stretch.last];
    for (column, day) in section.table.columns[1..].iter_mut().zip(days) {
        column.title = told.day(day);
    }
    for duty in &told.review.duties {
        for (day, end) in days.into_iter().zip(duty.ends).filter_map(|(day, end)| Some((day, end?))) {
            section.add(duty.duty, on(day), &FIGURES.map(|(key, figure)| (figure_name(key), figure(&end))));
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
        let [first, last] = values;
        let change = first.zip(last).map(|(first, last)| signed(told, difference(last, first)));
        let cells = [first, last].map(|value| value.map_or("–".into(), Cell::from));
        let [first, last] = cells;
        section.table.push(vec![words.say(name, &[]).into(), first, last, change.into()]);
    }
    let shares = duty.ends.map(|end| end.and_then(|end| per_mille(end.filled, end.told())));
    let percent = |end: Option<End>| match end {
        Some(end) if end.told() > 0 => written::percent(end.filled, end.told(), told.paper.lang()),
        _ => "–".to_owned(),
    };
    let [first, last] = duty.ends.map(percent);
    let change = shares[0].zip(shares[1]).map(|(first, last)| points(told, difference(last, first)));
    section.table.push(vec![say!(words, "review-share").into(), first.into(), last.into(), change.into()]);
}

/// A difference with its sign: none where there is none.
fn signed(told: &Told, value: i64) -> String {
    let sign = if value > 0 { "+" } else { "" };
    format!("{sign}{}", written::number(value, told.paper.lang()))
}

/// A difference of shares, in points of a percent.
fn points(told: &Told, tenths: i64) -> String {
    let sign = if tenths > 0 {
        "+"
    } else if tenths < 0 {
        "-"
    } else {
        ""
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
