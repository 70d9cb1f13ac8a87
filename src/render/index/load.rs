//! Load as bars: how many people hold one unit, two, three, and who is beyond the limit.

use maud::{Markup, html};

use super::Sheet;
use crate::report::overview::load::Spread;
use crate::say;
use crate::text::clean::clean;
use crate::text::written;

/// A picture for all duties together and for each whose holders differ; a sentence for each whose holders are alike.
pub fn load(sheet: &Sheet) -> Markup {
    let (even, uneven): (Vec<&Spread>, Vec<&Spread>) =
        sheet.overview.load.iter().partition(|spread| spread.duty.is_some() && spread.even().is_some());
    html! {
        div.spreads { @for spread in uneven.iter().filter(|spread| !spread.bars.is_empty()) { (picture(sheet, spread)) } }
        @if !even.is_empty() {
            ul.plain { @for spread in even { li { (clean(spread.duty.as_deref().unwrap_or_default())) ": " (sentence(sheet, spread)) } } }
        }
    }
}

fn sentence(sheet: &Sheet, spread: &Spread) -> String {
    let (units, people) = spread.even().unwrap_or_default();
    let name = clean(&spread.units_name).into_owned();
    say!(sheet.paper.words, "page-load-even", people = people, units = units, name = name)
}

fn picture(sheet: &Sheet, spread: &Spread) -> Markup {
    let (words, lang) = (sheet.paper.words, sheet.paper.lang());
    let most = spread.bars.iter().map(|(_, people)| *people).max().unwrap_or(1).max(1);
    let number = |value: u64| written::number(value.cast_signed(), lang);
    let is_over = |units: u32| spread.limit.is_some_and(|limit| units > limit);
    let whole = say!(words, "page-all-duties");
    html! {
        div.spread {
            h3 { (clean(spread.duty.as_deref().unwrap_or(&whole))) }
            table {
                thead { tr {
                    th scope="col" {
                        @if spread.units_name.is_empty() { (say!(words, "page-load-units")) }
                        @else { (say!(words, "page-load-of", name = clean(&spread.units_name).into_owned())) }
                    }
                    th.number scope="col" { (say!(words, "page-load-people")) }
                    td aria-hidden="true" {}
                } }
                tbody {
                    @for (units, people) in &spread.bars {
                        tr.open[is_over(*units)] {
                            th scope="row" { (number(u64::from(*units))) @if is_over(*units) { " ! " (say!(words, "page-load-over")) } }
                            td.number { (number(*people)) }
                            td.bar aria-hidden="true" { (bar(*people, most)) }
                        }
                    }
                }
            }
            @if let Some(limit) = spread.limit { p.note { (say!(words, "page-load-limit", limit = limit, over = spread.over)) } }
        }
    }
}

/// A bar as long as the number asks for; whoever is there at all is seen.
fn bar(value: u64, most: u64) -> Markup {
    let width = (value * 200 / most).max(2);
    html! { svg viewBox="0 0 200 12" preserveAspectRatio="none" aria-hidden="true" focusable="false" { rect width=(width) height="12" {} } }
}
