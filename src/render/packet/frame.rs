//! The frame of the pages: their look, and the lines of the office at their head.

use std::sync::LazyLock;

use maud::{Markup, html};

use crate::model::lang::Lang;
use crate::render::html::page_in;
use crate::report::paper::Paper;
use crate::report::table::Heading;
use crate::say;
use crate::text::clean::clean;

/// Line ends as browsers count them, whatever the source was checked out with.
static STYLE: LazyLock<String> = LazyLock::new(|| include_str!("packet.css").replace("\r\n", "\n"));

/// A page around its body.
pub fn page(lang: Lang, title: &str, body: &Markup) -> Vec<u8> {
    page_in(&STYLE, lang, title, body).into_bytes()
}

/// The office on the left; the Party on the right, where the language names it.
pub fn top(paper: &Paper, heading: &Heading) -> Markup {
    let party = say!(paper.words, "party-heading");
    html! {
        header.top {
            div {
                @if !heading.superior.is_empty() { p.superior { (clean(&heading.superior)) } }
                p.office { (clean(&heading.office)) }
                @if !party.is_empty() { p { "*" } }
            }
            @if !party.is_empty() { p.party { (party) } }
        }
        h1 { (clean(&heading.title)) }
        @for line in &heading.subtitle { p.purpose { (clean(line)) } }
        p.purpose { (say!(paper.words, "packet-purpose")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_does_not_end_before_its_end_and_loads_nothing() {
        for bad in ["</", "<!--", "http:", "https:", "url(", "@import"] {
            assert!(!STYLE.contains(bad), "{bad}");
        }
    }
}
