//! Meetings and who came to them, where anything is told of it.

use super::Told;
use super::section::{Fact, Measure, Picture, Section, Series, Shape, per_mille};
use crate::model::day::{Period, Span};
use crate::model::turnout::{Turnout, counted};
use crate::say;

const COLUMNS: &[(&str, u16)] = &[
    ("stretch", 26),
    ("meetings_held", 12),
    ("meetings_not_held", 12),
    ("times_due", 12),
    ("times_present", 12),
    ("times_excused", 12),
    ("times_absent", 12),
    ("rate", 12),
];

/// A row for each part of the stretch, a sum at the end; the rate as a line.
pub fn section(told: &Told) -> Option<Section> {
    let words = told.paper.words;
    let mut section =
        told.section("attendance", [say!(words, "review-attendance"), say!(words, "review-sheet-attendance")], COLUMNS);
    section.notes.push(say!(words, "review-attendance-how"));
    let sums: Vec<Turnout> = told.review.parts.iter().map(|part| sum(told, *part)).collect();
    let mut whole = Turnout::default();
    sums.iter().for_each(|own| whole.add(*own));
    if whole.held + whole.not_held == 0 {
        return None;
    }
    for (part, own) in told.review.parts.iter().zip(&sums) {
        section.facts.extend(facts(part.period(), own));
        if told.review.parts.len() > 1 {
            row(told, &mut section, told.part(*part), own);
        }
    }
    row(told, &mut section, say!(words, "review-whole"), &whole);
    section.pictures.push(Picture {
        title: say!(words, "review-attendance-picture"),
        shape: Shape::Line,
        measure: Measure::PerMille,
        labels: told.review.parts.iter().map(|part| told.mark(*part)).collect(),
        series: vec![Series {
            name: say!(words, "column-rate"),
            values: sums.iter().map(|own| per_mille(own.present, own.due())).collect(),
        }],
    });
    Some(section)
}

fn sum(told: &Told, part: Span) -> Turnout {
    let mut sum = Turnout::default();
    let own = counted(told.last.book, part.period()).into_iter().filter(|met| told.review.holds(met.unit));
    own.for_each(|met| sum.add(Turnout::of(&met, |_| true)));
    sum
}

fn row(told: &Told, section: &mut Section, label: String, own: &Turnout) {
    let numbers = [own.held, own.not_held, own.due(), own.present, own.excused, own.absent].map(Into::into);
    let rate = told.share(own.present, own.due()).into();
    section.table.push([vec![label.into()], numbers.to_vec(), vec![rate]].concat());
}

fn facts(days: Period, own: &Turnout) -> impl Iterator<Item = Fact> {
    let figures = [
        ("meetings_held", own.held),
        ("meetings_not_held", own.not_held),
        ("times_due", own.due()),
        ("times_present", own.present),
        ("times_excused", own.excused),
        ("times_absent", own.absent),
        ("households_invited", own.invited),
        ("households_present", own.came),
    ];
    figures.into_iter().map(move |(figure, value)| Fact { duty: None, line: None, days, figure, value })
}
