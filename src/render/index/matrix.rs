//! The same map as a table: a row for each place, a column for each duty; what paper shows in place of the tiles.

use maud::{Markup, html};

use super::Sheet;
use super::tiles::{class, lacks, sign};
use crate::report::overview::map::Place;
use crate::report::overview::numbers::Numbers;
use crate::say;
use crate::text::clean::clean;
use crate::text::written;

/// The table.
pub fn matrix(sheet: &Sheet) -> Markup {
    let (words, overview) = (sheet.paper.words, sheet.overview);
    html! {
        div.matrix {
            h3 #table { (say!(words, "page-table")) }
            div.scroll tabindex="0" role="region" aria-labelledby="table" {
                table {
                    thead { tr {
                        th scope="col" { (say!(words, "page-area")) }
                        @for (at, duty) in overview.duties.iter().enumerate() {
                            th scope="col" { span.no { (at + 1) } " " (clean(&duty.name)) }
                        }
                    } }
                    tbody {
                        @for place in &overview.places {
                            (row(sheet, place, place.is_group && !place.places.is_empty()))
                            @if place.is_group { @for member in &place.places { (row(sheet, member, false)) } }
                        }
                    }
                }
            }
        }
    }
}

fn row(sheet: &Sheet, place: &Place, is_over_others: bool) -> Markup {
    html! {
        tr.group[is_over_others] {
            th scope="row" { (clean(&place.name)) }
            @for numbers in &place.numbers { (cell(sheet, *numbers)) }
        }
    }
}

fn cell(sheet: &Sheet, numbers: Numbers) -> Markup {
    let number = |value: u64| written::number(value.cast_signed(), sheet.paper.lang());
    html! {
        td.(class(numbers.state())) {
            @if numbers.seats > 0 {
                (sign(numbers.state())) " " (number(numbers.filled)) "/" (number(numbers.seats))
                @if numbers.gaps() > 0 { span.vh { ", " (lacks(sheet, numbers)) } }
            }
        }
    }
}
