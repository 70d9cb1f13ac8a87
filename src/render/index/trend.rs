//! Coverage over closed months: a line for each duty, and the numbers.

use maud::{Markup, html};

use super::Sheet;
use super::tiles::{class, sign};
use crate::report::overview::numbers::Numbers;
use crate::say;
use crate::text::clean::clean;
use crate::text::written;

/// The lines, then the table.
pub fn trend(sheet: &Sheet) -> Markup {
    let (words, lang, points) = (sheet.paper.words, sheet.paper.lang(), &sheet.overview.trend);
    let of = |at: usize| {
        points.iter().map(|point| point.duties.get(at).map(|(_, own)| *own).unwrap_or_default()).collect::<Vec<_>>()
    };
    html! {
        p.note { (say!(words, "page-trend-how")) }
        div.lines {
            @for (at, duty) in sheet.overview.duties.iter().enumerate() { (picture(sheet, &duty.name, &of(at))) }
        }
        div.scroll {
            table {
                thead { tr {
                    th scope="col" { (say!(words, "column-month")) }
                    @for duty in &sheet.overview.duties { th scope="col" { (clean(&duty.name)) } }
                } }
                tbody {
                    @for point in points {
                        tr {
                            th scope="row" { (written::month(point.month, lang)) }
                            @for (_, numbers) in &point.duties { (cell(sheet, *numbers)) }
                        }
                    }
                }
            }
        }
    }
}

fn cell(sheet: &Sheet, numbers: Numbers) -> Markup {
    let lang = sheet.paper.lang();
    let number = |value: u64| written::number(value.cast_signed(), lang);
    html! {
        td.(class(numbers.state())) {
            @if numbers.seats > 0 {
                (sign(numbers.state())) " " (written::percent(numbers.filled, numbers.seats, lang))
                " (" (number(numbers.filled)) "/" (number(numbers.seats)) ")"
            }
        }
    }
}

/// A line from the first month to the last; its lowest point stands at the bottom, or at 90 % where it is higher.
fn picture(sheet: &Sheet, name: &str, numbers: &[Numbers]) -> Markup {
    let lang = sheet.paper.lang();
    let share = |own: &Numbers| own.filled * 10_000 / own.seats.max(1);
    let shown: Vec<(u64, u64)> =
        (0..).zip(numbers).filter(|(_, own)| own.seats > 0).map(|(at, own)| (at, share(own))).collect();
    let lowest = shown.iter().map(|(_, share)| *share).min().unwrap_or(0).min(9_000);
    let steps = (numbers.len() as u64).saturating_sub(1).max(1);
    let place =
        |(at, share): (u64, u64)| (10 + at * 200 / steps, 10 + (10_000 - share) * 50 / (10_000 - lowest).max(1));
    let places: Vec<(u64, u64)> = shown.into_iter().map(place).collect();
    let line: Vec<String> = places.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let last = numbers.last().copied().unwrap_or_default();
    let percent = |own: &Numbers| match own.seats {
        0 => "–".to_owned(),
        seats => written::percent(own.filled, seats, lang),
    };
    let told = numbers.iter().map(percent).collect::<Vec<_>>().join(", ");
    html! {
        figure {
            figcaption { (clean(name)) " " b { (percent(&last)) } }
            svg viewBox="0 0 220 70" role="img" aria-label={ (clean(name)) ": " (told) } {
                path d="M10 10H210" {}
                polyline points=(line.join(" ")) {}
                @for (x, y) in &places { circle cx=(x) cy=(y) r="3" {} }
            }
        }
    }
}
