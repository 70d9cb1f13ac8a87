//! The packet of a month as pages: one for each cadre, and one that lists them. No network; they print on A4.

mod frame;
mod index;
mod sections;

use maud::{Markup, html};

pub use index::index_of;

use crate::report::packet::Packet;
use crate::report::paper::Paper;
use crate::say;
use crate::text::clean::clean;
use crate::text::written;
use sections::SECTIONS;

/// A briefing of the month, which lies beside the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Briefing {
    /// What it is called for people.
    pub name: String,
    /// Where it lies, from the pages: plain letters, digits, hyphens, dots and slashes, which need no escaping in an
    /// address.
    pub file: String,
}

/// Everything that a page is made of.
pub struct Sheet<'s> {
    /// Wording.
    pub paper: &'s Paper<'s>,
    /// What it tells.
    pub packet: &'s Packet,
    /// The month's briefings.
    pub briefings: &'s [Briefing],
}

/// A cadre's page as bytes.
pub fn page_of(sheet: &Sheet) -> Vec<u8> {
    let (words, packet) = (sheet.paper.words, sheet.packet);
    let body = html! {
        p.back { a href="index.html" { "← " (say!(words, "page-back")) } }
        (frame::top(sheet.paper, &packet.heading))
        (who(sheet))
        main {
            @for (at, section) in SECTIONS.iter().map(|section| section(sheet)).enumerate() {
                section #(section.id) class=[section.is_kept.then_some("kept")] aria-labelledby={ "h" (at) } {
                    h2 #{ "h" (at) } { (written::roman(at + 1)) ". " (section.title) }
                    (section.content)
                }
            }
        }
    };
    let title = [packet.full_name.as_str(), packet.heading.title.as_str()].join(" – ");
    frame::page(sheet.paper.lang(), &title, &body)
}

/// For whom it is.
fn who(sheet: &Sheet) -> Markup {
    html! {
        dl.who {
            dt { (say!(sheet.paper.words, "packet-for")) } dd { b.name { (clean(&sheet.packet.full_name)) } " (" (clean(&sheet.packet.code)) ")" }
            @for (name, text) in &sheet.packet.about { dt { (clean(name)) ":" } dd { (clean(text)) } }
        }
    }
}
