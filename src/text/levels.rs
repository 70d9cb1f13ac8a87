//! Levels in headings: "Phường Xã", "Tên thôn", "Mã xã", "commune" each stand over units of one level.

use crate::model::id::LevelId;
use crate::model::policy::Policy;
use crate::text::fold::plain;

/// Words that headings of levels are made of, besides the levels' own names; without diacritics.
const PLACE_WORDS: &[&str] = &[
    "tinh", "thanh", "pho", "tp", "quan", "huyen", "thi", "xa", "tx", "phuong", "tran", "tt", "dac", "khu", "thon",
    "ap", "khom", "buon", "ban", "lang", "soc", "to", "dan", "nhan", "tu", "ndtq", "tdp", "va", "hoac",
];
const NAME_WORDS: &[&str] = &["ten", "name"];
const CODE_WORDS: &[&str] = &["ma", "code"];

/// What of a unit a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its name.
    Name,
    /// Its code.
    Code,
}

/// The names of levels, each as a list of words without diacritics.
#[derive(Clone, Debug, Default)]
pub struct LevelNames {
    names: Vec<(Vec<String>, LevelId)>,
}

impl LevelNames {
    /// The names of a policy's levels that hold units; groups have no columns of their own.
    pub fn of(policy: &Policy) -> Self {
        let mut names = Vec::new();
        let levels = policy.all().flat_map(|policy| policy.level_ids().map(|id| (id, policy.level(id))));
        for (id, level) in levels.filter(|(_, level)| !level.overlay) {
            for name in
                [&level.code, &level.name.vi, &level.name.en].into_iter().flat_map(|name| name.split([',', '/']))
            {
                for named in spellings(&words(name)).into_iter().map(|words| (words, id)) {
                    if !names.contains(&named) {
                        names.push(named);
                    }
                }
            }
        }
        LevelNames { names }
    }

    /// The one level that a heading names, and what of it; none where it names several, or says more than that.
    pub fn level(&self, heading: &str) -> Option<(LevelId, Part)> {
        let mut words = words(heading);
        let is_code = words.iter().any(|word| CODE_WORDS.contains(&word.as_str()));
        words.retain(|word| !CODE_WORDS.contains(&word.as_str()) && !NAME_WORDS.contains(&word.as_str()));
        words.retain(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
        if words.is_empty() {
            return None;
        }
        let fits = |(name, _): &&(Vec<String>, LevelId)| {
            let found = words.windows(name.len()).position(|window| window == name);
            found.is_some_and(|at| {
                words.iter().enumerate().all(|(here, word)| is_within(here, at, name.len()) || is_place(word))
            })
        };
        let longest = self.names.iter().filter(fits).map(|(name, _)| name.len()).max()?;
        let mut fitting = self.names.iter().filter(fits).filter(|(name, _)| name.len() == longest).map(|(_, id)| *id);
        let first = fitting.next()?;
        fitting.all(|other| other == first).then_some((first, if is_code { Part::Code } else { Part::Name }))
    }

    /// The name of a unit without the name of its level before it: "An Khánh" of "Xã An Khánh".
    pub fn bare<'t>(&self, name: &'t str) -> &'t str {
        let words = words(name);
        let ranks =
            self.names.iter().map(|(rank, _)| rank).filter(|rank| words.len() > rank.len() && words.starts_with(rank));
        let length = ranks.map(Vec::len).max().unwrap_or(0);
        name.splitn(length + 1, ' ').last().unwrap_or(name)
    }

    /// Whether a text begins with the name of a level, as names of units do: "XÃ AN KHÁNH", but not "HUYỆN ỦY".
    pub fn begins(&self, text: &str) -> bool {
        let words = words(text);
        let rest = self.names.iter().filter_map(|(name, _)| words.strip_prefix(&name[..]));
        rest.filter(|rest| !rest.is_empty())
            .max_by_key(|rest| words.len() - rest.len())
            .is_some_and(|rest| !is_body(rest))
    }
}

/// Whether what follows the name of a level makes it a body of that level, no unit: "Huyện ủy", "Xã đội", "Tỉnh đoàn".
/// "Xã Đoàn Kết" and "Phường Đội Cấn" are units.
fn is_body(rest: &[String]) -> bool {
    rest[0] == "uy" || matches!(rest, [only] if only == "doan" || only == "doi")
}

fn is_within(here: usize, at: usize, length: usize) -> bool {
    (at..at + length).contains(&here)
}

fn is_place(word: &str) -> bool {
    PLACE_WORDS.contains(&word)
}

fn words(text: &str) -> Vec<String> {
    let plain = plain(text);
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A name and its short forms: "to nhan dan tu quan" is also "to" and "to ndtq".
fn spellings(words: &[String]) -> Vec<Vec<String>> {
    let mut spellings = vec![words.to_vec()];
    if let [first, rest @ ..] = words
        && rest.len() > 1
    {
        let initials: String = rest.iter().filter_map(|word| word.chars().next()).collect();
        spellings.push(vec![first.clone(), initials]);
        spellings.push(vec![first.clone()]);
    }
    spellings.retain(|spelling| !spelling.is_empty());
    spellings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lang::Words;
    use crate::model::policy::Level;

    fn names() -> LevelNames {
        let level = |code: &str, vi: &str| Level {
            code: code.to_owned(),
            name: Words { vi: vi.to_owned(), en: code.to_owned() },
            parent: None,
            grouped_by: None,
            overlay: false,
        };
        let levels =
            [("province", "tỉnh"), ("district", "huyện"), ("commune", "xã, thị trấn"), ("hamlet", "ấp, khu phố")];
        let mut levels: Vec<Level> = levels.iter().map(|(code, vi)| level(code, vi)).collect();
        levels.push(level("team", "tổ nhân dân tự quản"));
        LevelNames::of(&Policy { levels, ..Policy::default() })
    }

    #[test]
    fn headings_of_levels_are_told() {
        for (heading, level, part) in [
            ("Tỉnh Thành Phố", 0, Part::Name),
            ("Quận Huyện", 1, Part::Name),
            ("Phường Xã", 2, Part::Name),
            ("Mã xã", 2, Part::Code),
            ("Tên xã", 2, Part::Name),
            ("commune_code_2022", 2, Part::Code),
            ("hamlet", 3, Part::Name),
            ("Ấp/Khu phố", 3, Part::Name),
            ("Tổ NDTQ", 4, Part::Name),
            ("Tổ", 4, Part::Name),
        ] {
            assert_eq!(names().level(heading), Some((LevelId(level), part)), "{heading}");
        }
    }

    #[test]
    fn what_says_more_is_no_level() {
        for heading in ["Chức vụ ở xã", "Bí thư Đảng ủy xã", "Mã", "Tên", "2022", "", "Số điện thoại"]
        {
            assert_eq!(names().level(heading), None, "{heading}");
        }
    }

    #[test]
    fn names_of_units_begin_with_their_level() {
        assert!(names().begins("XÃ AN KHÁNH") && names().begins("Tổ NDTQ số 3") && !names().begins("KHỐI ĐẢNG"));
        for (name, bare) in
            [("Xã An Khánh", "An Khánh"), ("Thị trấn Châu Thành", "Châu Thành"), ("An Khánh", "An Khánh")]
        {
            assert_eq!(names().bare(name), bare);
        }
    }
}
