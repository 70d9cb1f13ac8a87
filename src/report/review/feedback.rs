//! What the grass roots reported and what was answered, where anything is told of it.

use super::Told;
use super::section::{Fact, Measure, Picture, Section, Series, Shape};
use crate::model::day::Span;
use crate::model::feedback::Feedback;
use crate::say;

const COLUMNS: &[(&str, u16)] = &[
    ("stretch", 26),
    ("feedback_raised", 14),
    ("feedback_answered", 14),
    ("feedback_in_time", 14),
    ("feedback_open", 14),
    ("feedback_late", 14),
];

/// What happened in a part of the stretch, and what was open at its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Line {
    raised: u64,
    answered: u64,
    /// Of these, by the day that they were due; of those without such a day, all.
    in_time: u64,
    open: u64,
    late: u64,
}

/// A row for each part of the stretch, and one for all of it; bars of what was raised and answered.
pub fn section(told: &Told) -> Option<Section> {
    let words = told.paper.words;
    let own: Vec<&Feedback> = told.last.book.feedback.iter().filter(|row| told.review.holds(row.unit)).collect();
    let whole = line(&own, told.review.stretch);
    if whole == Line::default() {
        return None;
    }
    let mut section =
        told.section("feedback", [say!(words, "review-feedback"), say!(words, "review-sheet-feedback")], COLUMNS);
    let lines: Vec<Line> = told.review.parts.iter().map(|part| line(&own, *part)).collect();
    for (part, line) in told.review.parts.iter().zip(&lines) {
        section.facts.extend(facts(*part, line));
        if lines.len() > 1 {
            row(&mut section, told.part(*part), line);
        }
    }
    row(&mut section, say!(words, "review-whole"), &whole);
    let series = |name: String, figure: fn(&Line) -> u64| Series {
        name,
        values: lines.iter().map(|own| Some(figure(own))).collect(),
    };
    section.pictures.push(Picture {
        title: say!(words, "review-feedback-picture"),
        shape: Shape::Bars,
        measure: Measure::Count,
        labels: told.review.parts.iter().map(|part| told.mark(*part)).collect(),
        series: vec![
            series(say!(words, "column-feedback_raised"), |own| own.raised),
            series(say!(words, "column-feedback_answered"), |own| own.answered),
        ],
    });
    Some(section)
}

fn line(own: &[&Feedback], part: Span) -> Line {
    let count = |is_so: &dyn Fn(&Feedback) -> bool| {
        u64::try_from(own.iter().filter(|row| is_so(row)).count()).unwrap_or(u64::MAX)
    };
    let answered = |row: &Feedback| row.answered.filter(|day| part.contains(*day));
    Line {
        raised: count(&|row| part.contains(row.day)),
        answered: count(&|row| answered(row).is_some()),
        in_time: count(&|row| answered(row).is_some_and(|day| row.due.is_none_or(|due| day <= due))),
        open: count(&|row| row.is_open_on(part.last)),
        late: count(&|row| row.is_late_on(part.last)),
    }
}

fn row(section: &mut Section, label: String, own: &Line) {
    let numbers = [own.raised, own.answered, own.in_time, own.open, own.late].map(Into::into);
    section.table.push([vec![label.into()], numbers.to_vec()].concat());
}

fn facts(part: Span, own: &Line) -> impl Iterator<Item = Fact> {
    let days = part.period();
    let figures = [
        ("feedback_raised", own.raised),
        ("feedback_answered", own.answered),
        ("feedback_in_time", own.in_time),
        ("feedback_open", own.open),
        ("feedback_late", own.late),
    ];
    figures.into_iter().map(move |(figure, value)| Fact { duty: None, line: None, days, figure, value })
}
