//! Who came and who left: seats taken, left and handed over, by duty and part of the stretch.

use super::Told;
use super::section::{Measure, Picture, Section, Series, Shape, figure_name};
use crate::model::review::turnover::Turnover;
use crate::report::table::RowKind;
use crate::say;

/// A figure: the key of its name, and where it stands.
type Figure = (&'static str, fn(&Turnover) -> u64);

const FIGURES: [Figure; 3] =
    [("figure-begun", |own| own.begun), ("figure-ended", |own| own.ended), ("figure-handed", |own| own.handed)];

/// Rows under each duty, a sum at the end of each; of a duty where nobody came or left, the sum alone. Bars of all
/// duties.
pub fn section(told: &Told) -> Section {
    const COLUMNS: &[(&str, u16)] = &[("stretch", 26), ("begun", 16), ("turnover_ended", 16), ("handed", 16)];
    let words = told.paper.words;
    let mut section =
        told.section("turnover", [say!(words, "review-turnover"), say!(words, "review-sheet-turnover")], COLUMNS);
    section.notes.push(say!(words, "review-turnover-how", day = told.day(told.review.stretch.first)));
    for duty in &told.review.duties {
        section.table.push_line(RowKind::Group, told.duty_line(duty.duty));
        let mut sum = Turnover::default();
        let is_still = duty.turnover.iter().all(|own| *own == Turnover::default());
        for (part, own) in told.review.parts.iter().zip(&duty.turnover) {
            sum.add(*own);
            section.add(duty.duty, part.period(), &figures(own));
            if told.review.parts.len() > 1 && !is_still {
                row(&mut section, told.part(*part), own);
            }
        }
        row(&mut section, say!(words, "review-whole"), &sum);
    }
    section.pictures.push(bars(told));
    section
}

fn figures(own: &Turnover) -> [(&'static str, u64); 3] {
    FIGURES.map(|(key, figure)| (figure_name(key), figure(own)))
}

fn row(section: &mut Section, label: String, own: &Turnover) {
    section.table.push(vec![label.into(), own.begun.into(), own.ended.into(), own.handed.into()]);
}

fn bars(told: &Told) -> Picture {
    let words = told.paper.words;
    let mut sums = vec![Turnover::default(); told.review.parts.len()];
    for duty in &told.review.duties {
        sums.iter_mut().zip(&duty.turnover).for_each(|(sum, own)| sum.add(*own));
    }
    let series = |(key, figure): Figure| Series {
        name: words.say(key, &[]),
        values: sums.iter().map(|sum| Some(figure(sum))).collect(),
    };
    Picture {
        title: say!(words, "review-turnover-picture"),
        shape: Shape::Bars,
        measure: Measure::Count,
        labels: told.review.parts.iter().map(|part| told.mark(*part)).collect(),
        series: FIGURES.into_iter().map(series).collect(),
    }
}
