//! With which level a matter rests, by what a clerk wrote of whom it was sent to: a level, a unit, or a body of one.

use super::fold::key;
use crate::model::book::Book;
use crate::model::feedback::Feedback;
use crate::model::id::{LevelId, UnitId};
use crate::model::policy::Policy;

/// The level that is to answer: of whom it was sent to, else of where it was raised; `None` is a body that belongs to
/// no level.
pub fn rests_with(book: &Book, policy: &Policy, feedback: &Feedback) -> Option<LevelId> {
    let sent_to = key(&feedback.sent_to);
    if sent_to.is_empty() {
        return Some(book.unit(feedback.unit).level);
    }
    named_level(policy, &sent_to)
        .or_else(|| coded_unit(book, feedback).map(|unit| book.unit(unit).level))
        .or_else(|| named_unit(book, feedback.unit, &sent_to).map(|unit| book.unit(unit).level))
        .or_else(|| told_level(policy, &sent_to))
}

/// The level that a text is the code or a name of.
fn named_level(policy: &Policy, sent_to: &str) -> Option<LevelId> {
    policy.level_ids().find(|level| spellings(policy, *level).any(|name| name == sent_to))
}

/// The unit that has the text as its code.
fn coded_unit(book: &Book, feedback: &Feedback) -> Option<UnitId> {
    let units = book.units.iter().enumerate().filter(|(_, unit)| unit.code == feedback.sent_to);
    let mut units = units.filter(|(_, unit)| unit.period.contains(feedback.day));
    units.next().map(|(at, _)| UnitId::at(at))
}

/// The lowest unit of those where it was raised whose name stands in the text: "UBND xã An Hiệp".
fn named_unit(book: &Book, raised: UnitId, sent_to: &str) -> Option<UnitId> {
    book.chain(raised).find(|unit| sent_to.contains(&key(&book.unit(*unit).name)))
}

/// The level whose name stands first in the text, as a word of its own: "Đảng ủy xã", "huyện ủy".
fn told_level(policy: &Policy, sent_to: &str) -> Option<LevelId> {
    let words: Vec<&str> = sent_to
        .split(|c: char| c.is_whitespace() || c.is_ascii_punctuation() || c == '–')
        .filter(|word| !word.is_empty())
        .collect();
    let position = |level: LevelId| {
        let names = spellings(policy, level);
        let at = names.filter_map(|name| {
            let name: Vec<&str> = name.split(' ').collect();
            words.windows(name.len()).position(|window| window == name)
        });
        at.min()
    };
    let found = policy.level_ids().filter_map(|level| Some((position(level)?, level)));
    found.min_by_key(|(at, _)| *at).map(|(_, level)| level)
}

/// The code of a level and its names, each of several that stand in one name by itself.
fn spellings(policy: &Policy, level: LevelId) -> impl Iterator<Item = String> + '_ {
    let level = policy.level(level);
    let names = [&level.name.vi, &level.name.en].into_iter().flat_map(|name| name.split([',', '/']));
    std::iter::once(level.code.as_str()).chain(names).map(key).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::day::Period;
    use crate::model::lang::Words;
    use crate::model::policy::Level;
    use crate::model::unit::Unit;
    use crate::model::{Shared, Text};
    use jiff::civil::date;

    fn book() -> Book {
        let level = |code: &str, vi: &str, parent: Option<usize>| Level {
            code: code.to_owned(),
            name: Words { vi: vi.to_owned(), en: code.to_owned() },
            parent: parent.map(LevelId::at),
            grouped_by: None,
            overlay: false,
        };
        let levels = vec![
            level("district", "huyện", None),
            level("commune", "xã, thị trấn", Some(0)),
            level("hamlet", "ấp", Some(1)),
        ];
        let unit = |code: &str, name: &str, level: usize, parent: Option<usize>| Unit {
            row: 0,
            code: code.into(),
            name: name.into(),
            level: LevelId::at(level),
            parent: parent.map(UnitId::at),
            group: None,
            rank: Shared::new(),
            households: None,
            period: Period::default(),
            note: Shared::new(),
        };
        let units = vec![
            unit("83", "Huyện Châu Thành", 0, None),
            unit("901", "Xã An Hiệp", 1, Some(0)),
            unit("901.1", "Ấp An Thành", 2, Some(1)),
        ];
        Book { units, ..Book::new(Policy { levels, ..Policy::default() }) }
    }

    #[test]
    fn who_is_to_answer_is_told_by_level_code_name_or_body() {
        let book = book();
        let level = |sent_to: &str| {
            let plain = Feedback::plain(1, UnitId::at(2), date(2022, 5, 3), Text::default());
            let feedback = Feedback { sent_to: sent_to.into(), ..plain };
            rests_with(&book, &book.policy, &feedback).map(|level| book.policy.level(level).code.clone())
        };
        let cases = [
            ("", Some("hamlet")),
            ("huyện", Some("district")),
            ("Thị trấn", Some("commune")),
            ("commune", Some("commune")),
            ("901", Some("commune")),
            ("UBND xã An Hiệp", Some("commune")),
            ("Ban Thường vụ Huyện ủy", Some("district")),
            ("Huyện ủy, xã An Hiệp", Some("commune")),
            ("Điện lực Bến Tre", None),
            ("Xaphia", None),
        ];
        for (sent_to, expected) in cases {
            assert_eq!(level(sent_to).as_deref(), expected, "{sent_to}");
        }
    }
}
