//! The map of tiles: places coloured and marked by their coverage, opened one within the other down to who holds a seat.

use maud::{Markup, html};

use super::Sheet;
use crate::report::overview::map::{Place, Seat};
use crate::report::overview::numbers::{Numbers, State};
use crate::say;
use crate::text::clean::clean;
use crate::text::written;

/// How a state is called in the style.
pub fn class(state: State) -> &'static str {
    match state {
        State::None => "none",
        State::Full => "full",
        State::Accepted => "told",
        State::Open => "open",
    }
}

/// The sign that says the same as the colour.
pub fn sign(state: State) -> Markup {
    let sign = match state {
        State::None => "–",
        State::Full => "✓",
        State::Accepted => "○",
        State::Open => "!",
    };
    html! { span.sign aria-hidden="true" { (sign) } }
}

/// All places: groups as headings over the tiles of their members, what is in no group in tiles of its own.
pub fn map(sheet: &Sheet) -> Markup {
    let places = &sheet.overview.places;
    let is_open = |place: &&Place| place.is_group && !place.places.is_empty();
    let alone: Vec<&Place> = places.iter().filter(|place| !is_open(place)).collect();
    html! {
        div.map {
            @for group in places.iter().filter(is_open) {
                section.group {
                    h3 { (clean(&group.name)) " " (count(sheet, Numbers::sum(&group.numbers))) }
                    @if !group.seats.is_empty() { ul.seats { @for seat in &group.seats { (own(sheet, seat)) } } }
                    div.tiles { @for place in &group.places { (tile(sheet, place, true)) } }
                }
            }
            @if !alone.is_empty() { div.tiles { @for place in alone { (tile(sheet, place, true)) } } }
        }
    }
}

/// A place: opened where it is told down to its seats, a link where it has a page of its own.
fn tile(sheet: &Sheet, place: &Place, is_top: bool) -> Markup {
    let numbers = Numbers::sum(&place.numbers);
    let class = class(numbers.state());
    if let Some(page) = sheet.page(place.unit) {
        return html! { a.tile.(class) href=(page) data-n=(told(place)) data-c=(clean(&place.code)) { (face(sheet, place, numbers, is_top)) } };
    }
    html! {
        details.tile.(class) data-n=(told(place)) data-c=(clean(&place.code)) {
            summary { (face(sheet, place, numbers, is_top)) }
            @if let Some(roster) = sheet.roster(place.unit) {
                p.file { a href=(roster) { (say!(sheet.paper.words, "page-roster", file = roster)) } }
            }
            @if !place.seats.is_empty() { ul.seats { @for seat in &place.seats { (own(sheet, seat)) } } }
            (within(sheet, place))
        }
    }
}

/// What stands below a place: tiles again, or a list where nothing stands below these.
fn within(sheet: &Sheet, place: &Place) -> Markup {
    let places = &place.places;
    if places.iter().any(|below| !below.places.is_empty()) {
        return html! { div.tiles { @for below in places { (tile(sheet, below, false)) } } };
    }
    let duty = places.iter().flat_map(|below| &below.seats).map(|seat| seat.duty).next();
    let is_one = places.iter().flat_map(|below| &below.seats).all(|seat| Some(seat.duty) == duty);
    html! {
        @if !places.is_empty() {
            ul.seats {
                @for below in places {
                    @for seat in &below.seats {
                        (line(sheet, seat, &html! {
                            (clean(&below.name))
                            @if !is_one { ": " (clean(duty_name(sheet, seat))) }
                        }))
                    }
                }
            }
        }
    }
}

fn own(sheet: &Sheet, seat: &Seat) -> Markup {
    line(sheet, seat, &html! { (clean(duty_name(sheet, seat))) })
}

fn duty_name<'s>(sheet: &'s Sheet, seat: &Seat) -> &'s str {
    sheet.overview.duties.get(seat.duty).map_or("", |duty| duty.name.as_str())
}

/// A seat: what it is, who holds it, what lacks.
fn line(sheet: &Sheet, seat: &Seat, what: &Markup) -> Markup {
    let is_empty = seat.empty > 0;
    html! {
        li.open[is_empty && !seat.is_accepted].told[is_empty && seat.is_accepted] data-d=(seat.duty) {
            span { (what) } " "
            @if !seat.people.is_empty() { strong { (clean(&seat.people.join(", "))) } }
            @if is_empty { em { (lacking(sheet, seat)) } }
        }
    }
}

fn lacking(sheet: &Sheet, seat: &Seat) -> Markup {
    let (words, state) = (sheet.paper.words, if seat.is_accepted { State::Accepted } else { State::Open });
    let since = seat.since.map_or("none".to_owned(), |since| written::day(since, sheet.paper.lang()));
    html! {
        (sign(state)) " "
        @if seat.is_accepted { (say!(words, "page-seat-accepted", count = seat.empty, since = since)) }
        @else { (say!(words, "page-seat-empty", count = seat.empty, since = since)) }
    }
}

/// The side of a tile that is seen when it is closed; at the top, each duty by its number as well.
fn face(sheet: &Sheet, place: &Place, numbers: Numbers, is_top: bool) -> Markup {
    html! {
        strong { (clean(&place.name)) } " "
        (count(sheet, numbers))
        @if is_top {
            span.duties aria-hidden="true" {
                @for (at, own) in place.numbers.iter().enumerate().filter(|(_, own)| own.seats > 0) {
                    i.(class(own.state())) { (at + 1) @if own.gaps() > 0 { "!" } }
                }
            }
        }
    }
}

/// "✓ 83/83", for a reader of the screen "83/83 seats held"; what lacks in words.
pub fn count(sheet: &Sheet, numbers: Numbers) -> Markup {
    let (words, lang) = (sheet.paper.words, sheet.paper.lang());
    let number = |value: u64| written::number(value.cast_signed(), lang);
    html! {
        span.n.(class(numbers.state())) {
            (sign(numbers.state())) " " (number(numbers.filled)) "/" (number(numbers.seats))
            span.vh { " " (say!(words, "page-seats-held")) }
            @if numbers.gaps() > 0 { ", " (lacks(sheet, numbers)) }
        }
    }
}

/// What is empty, in words: "2 empty (1 accepted)", "1 vacant, accepted".
pub fn lacks(sheet: &Sheet, numbers: Numbers) -> String {
    let (words, accepted) = (sheet.paper.words, numbers.accepted);
    match numbers.state() {
        State::Accepted => say!(words, "page-vacant-seats", accepted = accepted),
        _ => say!(words, "page-empty-seats", gaps = numbers.gaps(), accepted = accepted),
    }
}

/// The numbers of each duty for the script: "1/1 0/0 83/84/1", held, needed, accepted.
fn told(place: &Place) -> String {
    let told = place.numbers.iter().map(|own| match own.accepted {
        0 => format!("{}/{}", own.filled, own.seats),
        accepted => format!("{}/{}/{accepted}", own.filled, own.seats),
    });
    told.collect::<Vec<_>>().join(" ")
}
