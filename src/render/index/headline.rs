//! What a leader quotes: "100 % of 1,702 teams", a card for each duty.

use maud::{Markup, html};

use super::Sheet;
use super::tiles::{class, lacks, sign};
use crate::report::overview::DutyLine;
use crate::report::overview::numbers::Numbers;
use crate::say;
use crate::text::clean::clean;
use crate::text::written;

/// One sentence on the whole, then the cards.
pub fn headline(sheet: &Sheet) -> Markup {
    let duties = &sheet.overview.duties;
    let whole = Numbers::sum(duties.iter().map(|duty| &duty.numbers));
    html! {
        p.lead.(class(whole.state())) { (sign(whole.state())) " " (sentence(sheet, whole)) }
        ol.cards { @for (at, duty) in duties.iter().enumerate() { (card(sheet, at, duty)) } }
    }
}

fn sentence(sheet: &Sheet, whole: Numbers) -> String {
    let words = sheet.paper.words;
    match whole.gaps() {
        _ if whole.seats == 0 => say!(words, "page-no-seats"),
        0 => say!(words, "page-all-filled", seats = whole.seats),
        gaps => say!(words, "page-some-empty", gaps = gaps, seats = whole.seats, accepted = whole.accepted),
    }
}

fn card(sheet: &Sheet, at: usize, duty: &DutyLine) -> Markup {
    let (words, lang, numbers) = (sheet.paper.words, sheet.paper.lang(), duty.numbers);
    let name = clean(&duty.units_name).into_owned();
    let whole = if numbers.seats == duty.units {
        say!(words, "page-share", seats = numbers.seats, name = name)
    } else {
        say!(words, "page-share-seats", seats = numbers.seats, units = duty.units, name = name)
    };
    let before = duty.gaps_before.filter(|before| *before != numbers.gaps());
    html! {
        li.card.(class(numbers.state())) {
            h3 { span.no { (at + 1) } " " (clean(&duty.name)) }
            p.share {
                @if numbers.seats == 0 { "–" } @else { (written::percent(numbers.filled, numbers.seats, lang)) }
            }
            p { (whole) }
            p.state {
                (sign(numbers.state())) " "
                @if numbers.seats == 0 { (say!(words, "page-no-seats")) }
                @else if numbers.gaps() == 0 { (say!(words, "page-none-empty")) }
                @else { (lacks(sheet, numbers)) }
            }
            @if let Some(before) = before { p.before { (say!(words, "page-before", gaps = before)) } }
            @if let Some(cadres) = duty.cadres { p.by { (say!(words, "page-held-by", cadres = cadres)) } }
        }
    }
}
