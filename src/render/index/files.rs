//! Links to the files of the folder: documents of the whole first, then the rosters of places.

use maud::{Markup, html};

use super::Sheet;
use crate::model::id::UnitId;
use crate::say;

/// A file of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name: plain letters, digits, hyphens and dots, which need no escaping in an address.
    pub name: String,
    /// The unit whose roster it is; `None` for everything else.
    pub unit: Option<UnitId>,
}

/// All links.
pub fn files(sheet: &Sheet) -> Markup {
    let (rosters, whole): (Vec<&File>, Vec<&File>) = sheet.files.iter().partition(|file| file.unit.is_some());
    html! {
        ul.files { @for file in whole { li { (link(&file.name)) } } }
        @if !rosters.is_empty() {
            details.more {
                summary { (say!(sheet.paper.words, "page-rosters", count = rosters.len())) }
                ul.files { @for file in rosters { li { (link(&file.name)) } } }
            }
        }
    }
}

fn link(file: &str) -> Markup {
    html! { a href=(file) { (file) } }
}
