//! Search, and what is shown of the map. Only the script can do any of it: without one, nothing of this is seen.

use maud::{Markup, html};

use super::Sheet;
use crate::say;
use crate::text::clean::clean;

/// Where the script writes a number.
const SLOT: &str = "{n}";

/// The box over the map.
pub fn tools(sheet: &Sheet) -> Markup {
    let words = sheet.paper.words;
    html! {
        p.note { @if sheet.overview.parts.is_empty() { (say!(words, "page-map-how")) } @else { (say!(words, "page-parts-how")) } }
        div #tools role="search" hidden data-found=(say!(words, "page-found", count = SLOT)) data-none=(say!(words, "page-found-none"))
            data-empty=(say!(words, "page-found-empty", count = SLOT)) data-held=(say!(words, "page-seats-held")) {
            p {
                label for="find" { (say!(words, "page-find")) }
                input #find type="search" autocomplete="off" spellcheck="false";
            }
            p {
                label for="duty" { (say!(words, "page-duty")) }
                select #duty {
                    option value="" { (say!(words, "page-all-duties")) }
                    @for (at, duty) in sheet.overview.duties.iter().enumerate() { option value=(at) { (at + 1) ". " (clean(&duty.name)) } }
                }
            }
            p { input #only type="checkbox"; " " label for="only" { (say!(words, "page-only-empty")) } }
            p {
                button #open type="button" { (say!(words, "page-open-all")) } " "
                button #close type="button" { (say!(words, "page-close-all")) }
            }
            p #found role="status" aria-live="polite" {}
        }
    }
}
