//! Units in number at both ends, by level.

use super::Told;
use super::section::{Fact, Section};
use crate::model::day::Period;
use crate::model::review::units::LevelCount;
use crate::say;

/// A row for each level.
pub fn section(told: &Told) -> Section {
    const COLUMNS: &[(&str, u16)] = &[
        ("level", 20),
        ("at_first", 11),
        ("units_begun", 8),
        ("units_ended", 9),
        ("units_merged", 9),
        ("units_renewed", 9),
        ("at_last", 11),
    ];
    let (words, stretch) = (told.paper.words, told.review.stretch);
    let mut section = told.section("units", [say!(words, "review-units"), say!(words, "review-sheet-units")], COLUMNS);
    section.table.columns[1].title = told.day(stretch.first);
    section.table.columns[6].title = told.day(stretch.last);
    for own in &told.review.levels {
        section.table.push(vec![
            told.last.book.policy.level(own.level).name.in_lang(told.paper.lang()).into(),
            own.first.into(),
            own.begun.into(),
            own.ended.into(),
            own.merged.into(),
            own.renewed.into(),
            own.last.into(),
        ]);
        section.facts.extend(facts(told, own));
    }
    let sum = |figure: fn(&LevelCount) -> u64| told.review.levels.iter().map(figure).sum::<u64>();
    if sum(|own| own.begun + own.ended) > 0 {
        let (split, abolished) = (sum(|own| own.split), sum(|own| own.abolished));
        section.notes.push(say!(words, "review-units-how", split = split, abolished = abolished));
    }
    section
}

fn facts(told: &Told, own: &LevelCount) -> Vec<Fact> {
    let level = told.last.book.policy.level(own.level);
    let line = Some((level.code.clone(), level.name.in_lang(told.paper.lang()).to_owned()));
    let stretch = told.review.stretch;
    let (first, last, whole) = (Period::of_day(stretch.first), Period::of_day(stretch.last), told.whole());
    let figures = [
        (first, "units", own.first),
        (last, "units", own.last),
        (whole, "begun", own.begun),
        (whole, "ended", own.ended),
        (whole, "merged", own.merged),
        (whole, "split", own.split),
        (whole, "renewed", own.renewed),
        (whole, "abolished", own.abolished),
    ];
    let fact = |(days, figure, value): (_, _, u64)| Fact { duty: None, line: line.clone(), days, figure, value };
    figures.into_iter().map(fact).collect()
}
