//! The sections of a cadre's page: one function each.

use maud::{Markup, html};

use super::Sheet;
use crate::render::html::rows;
use crate::report::table::Table;
use crate::say;
use crate::text::clean::clean;

/// A section of the page.
pub struct Section {
    /// What it is called in an address, and by the style.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What it holds.
    pub content: Markup,
    /// Whether it stays on one sheet of paper.
    pub is_kept: bool,
}

/// All sections, in their order; a new one is a function below and its line here.
pub const SECTIONS: &[fn(&Sheet) -> Section] = &[places, meetings, contacts, open, briefings, feedback];

/// Lines to write on.
const LINES: usize = 6;

/// The places that the cadre is responsible for.
fn places(sheet: &Sheet) -> Section {
    of_table("places", &sheet.packet.places, String::new(), html! {})
}

/// The month's meetings.
fn meetings(sheet: &Sheet) -> Section {
    let words = sheet.paper.words;
    let note = html! { @if sheet.packet.has_proposed { p.note { (say!(words, "packet-proposed-how")) } } };
    of_table("meetings", &sheet.packet.meetings, say!(words, "packet-no-meetings"), note)
}

/// Whom to call.
fn contacts(sheet: &Sheet) -> Section {
    of_table("contacts", &sheet.packet.contacts, say!(sheet.paper.words, "packet-no-contacts"), html! {})
}

/// What is open from the months before.
fn open(sheet: &Sheet) -> Section {
    of_table("open", &sheet.packet.open, say!(sheet.paper.words, "packet-none-open"), html! {})
}

/// The month's briefings, each a link.
fn briefings(sheet: &Sheet) -> Section {
    let words = sheet.paper.words;
    let content = html! {
        @if sheet.briefings.is_empty() { p { (say!(words, "packet-no-briefings")) } }
        @else { ol { @for briefing in sheet.briefings { li { a href=(briefing.file) { (clean(&briefing.name)) } } } } }
    };
    Section { id: "briefings", title: say!(words, "packet-briefings"), content, is_kept: true }
}

/// Room for what is heard there and carried back.
fn feedback(sheet: &Sheet) -> Section {
    let words = sheet.paper.words;
    let content = html! {
        table.lines {
            thead { tr {
                th.narrow scope="col" { (say!(words, "column-stt")) }
                th.wide scope="col" { (say!(words, "packet-said")) }
                th scope="col" { (say!(words, "packet-said-by")) }
                th scope="col" { (say!(words, "packet-settled-by")) }
            } }
            tbody { @for _ in 0..LINES { tr { td {} td {} td {} td {} } } }
        }
        p.note { (say!(words, "packet-feedback-how")) }
    };
    Section { id: "feedback", title: say!(words, "packet-feedback"), content, is_kept: true }
}

/// A section that holds a table, or says that there is nothing.
fn of_table(id: &'static str, table: &Table, nothing: String, note: Markup) -> Section {
    let content = html! { @if table.rows.is_empty() { p { (nothing) } } @else { (rows(table)) (note) } };
    Section { id, title: table.heading.title.clone(), content, is_kept: false }
}
