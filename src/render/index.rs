//! The page that opens a folder of documents: a link to every file, and what the month looks like in tables.

use maud::{Markup, html};

use super::html::{heading, page, rows};
use crate::report::paper::Paper;
use crate::report::table::{Heading, Table};
use crate::say;
use crate::text::clean::clean;

/// The page with links to `files` of the same folder over `tables`; the first of them says which office and day.
pub fn page_of(paper: &Paper, tables: &[Table], files: &[String]) -> Vec<u8> {
    let title = say!(paper.words, "title-index");
    let head = tables.first().map(|table| Heading { title: title.clone(), ..table.heading.clone() });
    let content = html! {
        (heading(&head.unwrap_or_default()))
        h2 { (say!(paper.words, "index-documents")) }
        ul { @for file in files { li { (link(file)) } } }
        @for table in tables.iter().map(Table::for_people) {
            h2 { (clean(&table.heading.title)) }
            (rows(&table))
        }
    };
    page(paper.lang(), &title, &content).into_bytes()
}

/// File names are plain letters, digits, hyphens and dots: they need no escaping in an address.
fn link(file: &str) -> Markup {
    html! { a href=(file) { (file) } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lang::Lang;
    use crate::model::policy::{Policy, Profile};
    use crate::text::catalogue::Catalogue;
    use crate::text::order::Order;

    #[test]
    fn the_links_stand_above_all_tables() {
        let (words, order) = (Catalogue::new(Lang::En), Order::new());
        let paper = Paper { words: &words, order: &order, profile: Profile::Public };
        let mut gaps = paper.table("gaps", &Policy::default(), &[("unit_code", 9)]);
        gaps.heading.title = "EMPTY".to_owned();
        let page = String::from_utf8(page_of(&paper, &[gaps], &["gaps.csv".to_owned()])).expect("text");
        let at = |text: &str| page.find(text).expect("there");
        assert!(at("<h1>ASSIGNMENTS") < at("href=\"gaps.csv\"") && at("href=\"gaps.csv\"") < at("<h2>EMPTY"));
    }
}
