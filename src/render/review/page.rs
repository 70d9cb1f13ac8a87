//! The document as a page: one file, no network, prints on A4; beside each picture its table.

use maud::{Markup, html};

use super::super::html::{page_in, rows};
use super::super::numbered;
use super::picture::picture;
use crate::report::review::Document;
use crate::report::review::section::Section;
use crate::text::clean::clean;

/// What it looks like beyond any other page.
const STYLE: &str = "
body { max-width: 60rem } h2 { break-after: avoid } .note { margin: .3rem 0; font-size: .9rem; opacity: .85 }
figure { margin: 1rem 0; break-inside: avoid } figcaption { font-weight: 600; margin-bottom: .3rem }
svg { width: 100%; height: auto; display: block } svg text { font: 11px 'Segoe UI', Arial, sans-serif; fill: currentColor }
.lines { display: grid; gap: .8rem 1.5rem; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)) } .lines figure { margin: 0 }
.keys { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding: 0; margin: .3rem 0; font-size: .9rem }
.keys svg { display: inline-block; width: 1em; height: 1em; vertical-align: -.15em }
.s0 { fill: #1f4e79 } .s1 { fill: #d98c2b } .s2 { fill: #7a8b99 } .edge { stroke: currentColor; stroke-width: .6 }
.axis { stroke: currentColor; stroke-opacity: .35; fill: none } .line { stroke: #1f4e79; stroke-width: 2; fill: none } .dot { fill: #1f4e79 }
td:first-child { white-space: nowrap } tr.group td, tr.total td { white-space: normal }
@media (prefers-color-scheme: dark) { .s0, .dot { fill: #8ab8e6 } .line { stroke: #8ab8e6 } .s1 { fill: #e7a857 } .s2 { fill: #a9b7c2 } }
@media print { :root { color-scheme: light; font-size: 11pt } .s0, .dot { fill: #1f4e79 } .line { stroke: #1f4e79 } .s1 { fill: #d98c2b } .s2 { fill: #7a8b99 }
  .lines { grid-template-columns: 1fr 1fr } .scroll { overflow: visible } tr.group { break-after: avoid } @page { size: A4 portrait; margin: 20mm 15mm 20mm 20mm } * { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
";

/// The whole page.
pub fn page(document: &Document) -> String {
    let heading = &document.heading;
    let content = html! {
        header {
            p.office { @if !heading.superior.is_empty() { (clean(&heading.superior)) br; } (clean(&heading.office)) }
            h1 { (clean(&heading.title)) }
            @for line in &heading.subtitle { p.subtitle { (clean(line)) } }
            @for line in &document.notes { p.note { (clean(line)) } }
        }
        main {
            @for (at, (title, section)) in numbered(document).enumerate() { (self::section(document, at, &title, section)) }
        }
    };
    let title = [heading.title.as_str()].into_iter().chain(heading.subtitle.last().map(String::as_str));
    page_in(
        &format!("{}{STYLE}", super::super::html::STYLE),
        document.lang,
        &title.collect::<Vec<_>>().join(" – "),
        &content,
    )
}

fn section(document: &Document, at: usize, title: &str, section: &Section) -> Markup {
    let id = format!("s{}", at + 1);
    let mut table = section.table.clone();
    table.heading.title.clone_from(&section.title);
    html! {
        section aria-labelledby=(id) {
            h2 #(id) { (clean(title)) }
            @for line in &section.notes { p.note { (clean(line)) } }
            @for (number, own) in section.pictures.iter().enumerate() {
                (picture(own, &format!("{id}p{}", number + 1), document.lang))
            }
            (rows(&table))
        }
    }
}
