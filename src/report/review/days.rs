//! Days of seats: needed, held, empty, accepted, and the share that was held, by duty and part of the stretch.

use super::Told;
use super::section::{Measure, Picture, Section, Series, Shape, per_mille};
use crate::model::review::seat_days::SeatDays;
use crate::report::table::{Cell, RowKind};
use crate::say;

/// Rows under each duty, a sum at the end of each; a line of the share for each duty.
pub fn section(told: &Told) -> Section {
    const COLUMNS: &[(&str, u16)] = &[
        ("stretch", 16),
        ("days_needed", 11),
        ("days_held", 11),
        ("days_empty", 9),
        ("days_vacant", 10),
        ("days_untold", 10),
        ("share", 8),
    ];
    let words = told.paper.words;
    let mut section = told.section("days", [say!(words, "review-days"), say!(words, "review-sheet-days")], COLUMNS);
    section.notes.push(say!(words, "review-days-how"));
    let mut untold = 0;
    for duty in &told.review.duties {
        section.table.push_line(RowKind::Group, told.duty_line(duty.duty));
        let mut sum = SeatDays::default();
        for (part, own) in told.review.parts.iter().zip(&duty.days) {
            sum.add(*own);
            section.add(duty.duty, part.period(), &figures(own));
            if told.review.parts.len() > 1 {
                row(told, &mut section, told.part(*part), own);
            }
        }
        row(told, &mut section, say!(words, "review-whole"), &sum);
        untold += sum.untold;
    }
    match untold {
        0 => section.table.leave_out(&["days_untold"]),
        _ => section.notes.push(say!(words, "review-untold")),
    }
    section.pictures.extend(line(told));
    section
}

fn figures(own: &SeatDays) -> [(&'static str, u64); 5] {
    [
        ("needed", own.needed),
        ("held", own.held),
        ("empty", own.empty),
        ("accepted", own.accepted),
        ("untold", own.untold),
    ]
}

fn row(told: &Told, section: &mut Section, label: String, own: &SeatDays) {
    let share = told.share(own.held, own.told());
    let mut cells: Vec<Cell> = vec![label.into()];
    cells.extend([own.needed, own.held, own.empty, own.accepted, own.untold].map(Cell::from));
    cells.push(share.into());
    section.table.push(cells);
}

/// A line for each duty; none where there is a single part, which no line can show.
fn line(told: &Told) -> Option<Picture> {
    let review = told.review;
    let series = review.duties.iter().map(|duty| Series {
        name: told.duty(duty.duty).name.in_lang(told.paper.lang()).to_owned(),
        values: duty.days.iter().map(|own| per_mille(own.held, own.told())).collect(),
    });
    let series: Vec<Series> = series.filter(|series| series.values.iter().any(Option::is_some)).collect();
    (review.parts.len() > 1 && !series.is_empty()).then(|| Picture {
        title: say!(told.paper.words, "review-days-picture"),
        shape: Shape::Line,
        measure: Measure::PerMille,
        labels: review.parts.iter().map(|part| told.mark(*part)).collect(),
        series,
    })
}
