//! The page that opens a folder of documents: what is covered and what is not, down to who holds a seat. One file, no network.

mod files;
mod frame;
mod headline;
mod lists;
mod load;
mod matrix;
mod tiles;
mod tools;
mod trend;

use maud::{Markup, html};

pub use files::File;

use crate::model::id::UnitId;
use crate::report::overview::Overview;
use crate::report::paper::Paper;
use crate::say;
use crate::text::clean::clean;

/// Everything that a page is made of.
pub struct Sheet<'s> {
    /// Wording.
    pub paper: &'s Paper<'s>,
    /// What it tells.
    pub overview: &'s Overview,
    /// The files of its folder, in the order of their writing.
    pub files: &'s [File],
}

impl Sheet<'_> {
    /// The roster of a unit.
    fn roster(&self, unit: UnitId) -> Option<&str> {
        self.files.iter().find(|file| file.unit == Some(unit)).map(|file| file.name.as_str())
    }

    /// The page of a part.
    fn page(&self, unit: UnitId) -> Option<&str> {
        self.overview.parts.iter().find(|part| part.unit == unit).map(|part| part.file.as_str())
    }

    /// The first file of a document: "gaps.csv" of "gaps".
    fn file(&self, stem: &str) -> Option<&str> {
        let is_it = |name: &str| name.rsplit_once('.').is_some_and(|(own, _)| own == stem);
        self.files.iter().map(|file| file.name.as_str()).find(|name| is_it(name))
    }
}

/// A section of the page: what it is called in an address, its heading, what it holds.
struct Section {
    id: &'static str,
    title: String,
    content: Markup,
}

/// The page as bytes.
pub fn page_of(sheet: &Sheet) -> Vec<u8> {
    let heading = &sheet.overview.heading;
    let sections = sections(sheet);
    let body = html! {
        a.skip href="#main" { (say!(sheet.paper.words, "page-skip")) }
        header.top {
            p.office { @if !heading.superior.is_empty() { (clean(&heading.superior)) br; } strong { (clean(&heading.office)) } }
            h1 { (clean(&heading.title)) }
            p.when { @for (at, line) in heading.subtitle.iter().enumerate() { @if at > 0 { " · " } (clean(line)) } }
            @if sheet.overview.is_part { p.back { a href="index.html" { "← " (say!(sheet.paper.words, "page-back")) } } }
        }
        nav aria-label=(say!(sheet.paper.words, "page-sections")) {
            ul { @for section in &sections { li { a href={ "#" (section.id) } { (section.title) } } } }
        }
        main #main tabindex="-1" {
            @for section in &sections {
                section #(section.id) aria-labelledby={ "h-" (section.id) } {
                    h2 #{ "h-" (section.id) } { (section.title) }
                    (section.content)
                }
            }
        }
    };
    let title = [heading.title.as_str(), heading.subtitle.first().map_or("", String::as_str)].join(" – ");
    frame::page(sheet.paper.lang(), &title, &body).into_bytes()
}

fn sections(sheet: &Sheet) -> Vec<Section> {
    let (words, overview) = (sheet.paper.words, sheet.overview);
    let section = |id, title, content| Section { id, title, content };
    let mut all = vec![
        section("coverage", say!(words, "page-coverage"), headline::headline(sheet)),
        section("empty", say!(words, "page-empty"), lists::empty(sheet)),
        section(
            "map",
            say!(words, "page-map"),
            html! { (tools::tools(sheet)) (tiles::map(sheet)) (matrix::matrix(sheet)) },
        ),
        section("load", say!(words, "page-load"), load::load(sheet)),
        section("changes", say!(words, "page-changes"), lists::changes(sheet)),
    ];
    if !overview.trend.is_empty() {
        all.push(section("trend", say!(words, "page-trend"), trend::trend(sheet)));
    }
    let titles = [("compared", say!(words, "page-compared")), ("days", say!(words, "page-days"))];
    for ((id, title), table) in titles.into_iter().zip(&overview.tables) {
        all.push(section(id, title, lists::table(table)));
    }
    if !overview.is_part {
        all.push(section("files", say!(words, "index-documents"), files::files(sheet)));
    }
    all
}

#[cfg(test)]
mod tests;
