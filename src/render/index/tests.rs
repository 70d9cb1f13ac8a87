//! Pages of small overviews.

#![cfg(test)]

use super::*;
use crate::model::lang::Lang;
use crate::model::policy::Profile;
use crate::report::overview::map::{Place, Seat};
use crate::report::overview::numbers::Numbers;
use crate::report::overview::trend::Point;
use crate::report::overview::{DutyLine, Part};
use crate::text::catalogue::Catalogue;
use crate::text::order::Order;

const NAME: &str = "<b>Xã</b> & \"An\"\u{202E}";

fn overview() -> Overview {
    let numbers = Numbers { seats: 12, filled: 11, accepted: 0 };
    let seat = Seat { duty: 0, people: vec![NAME.to_owned()], empty: 1, is_accepted: true, since: None };
    let place = |unit: u32, places: Vec<Place>| Place {
        unit: UnitId(unit),
        code: NAME.to_owned(),
        name: format!("{NAME} {unit}"),
        level: "commune".to_owned(),
        is_group: false,
        numbers: vec![numbers],
        seats: vec![seat.clone()],
        places,
    };
    let duty = DutyLine {
        name: NAME.to_owned(),
        units_name: "hamlets".to_owned(),
        units: 12,
        numbers,
        cadres: Some(1),
        gaps_before: Some(3),
    };
    let places = vec![place(1, vec![place(2, vec![place(3, Vec::new())])]), place(4, Vec::new())];
    Overview { duties: vec![duty], places, lang: Lang::En, ..Overview::default() }
}

fn page(overview: &Overview, lang: Lang) -> String {
    let (words, order) = (Catalogue::new(lang), Order::new());
    let paper = Paper { words: &words, order: &order, profile: Profile::Public };
    let file = |name: &str, unit: Option<u32>| File { name: name.to_owned(), unit: unit.map(UnitId) };
    let files = [file("gaps.csv", None), file("roster-1.xlsx", Some(1))];
    String::from_utf8(page_of(&Sheet { paper: &paper, overview, files: &files })).expect("text")
}

#[test]
fn names_are_text_wherever_they_stand() {
    let page = page(&overview(), Lang::En);
    assert!(!page.contains("<b>Xã</b>") && !page.contains('\u{202E}'));
    assert!(page.contains("&lt;b&gt;Xã&lt;/b&gt; &amp; &quot;An&quot;\u{FFFD} 3"));
}

#[test]
fn a_tile_says_its_coverage_in_words_and_leads_to_its_roster() {
    let english = page(&overview(), Lang::En);
    for part in
        ["91.6 %", "of 12 hamlets", "11/12", "1 empty", "href=\"roster-1.xlsx\"", "vacant, accepted", "gaps.csv"]
    {
        assert!(english.contains(part), "{part}");
    }
    let vietnamese = page(&overview(), Lang::Vi);
    for part in ["lang=\"vi\"", "91,6 %", "của 12 hamlets", "còn trống 1", "khuyết, đã chấp nhận"] {
        assert!(vietnamese.contains(part), "{part}");
    }
}

#[test]
fn a_place_with_a_page_of_its_own_is_a_link_to_it() {
    let parts = vec![Part { unit: UnitId(1), file: "index-1.html".to_owned() }];
    let whole = page(&Overview { parts, ..overview() }, Lang::En);
    assert!(whole.contains("href=\"index-1.html\"") && whole.matches("<details class=\"tile").count() == 1);
    let part = page(&Overview { is_part: true, ..overview() }, Lang::En);
    assert!(part.contains("href=\"index.html\"") && !part.contains("gaps.csv"));
    assert!(!whole.contains("href=\"index.html\""));
}

#[test]
fn a_trend_is_told_in_words_beside_its_lines() {
    let point = |month: &str, filled| Point {
        month: crate::model::day::Month::parse(month).expect("a month"),
        duties: vec![("d".to_owned(), Numbers { seats: 12, filled, accepted: 0 })],
    };
    let trend = vec![point("2022-05", 12), point("2022-06", 11)];
    let page = page(&Overview { trend, ..overview() }, Lang::En);
    assert!(page.contains(": 100 %, 91.6 %\"") && page.contains("<polyline points=\"10,10 210,"));
}
