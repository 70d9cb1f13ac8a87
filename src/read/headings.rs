//! What may be written over a column, in Vietnamese and English, in any case, with or without diacritics.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::aliases::{ALIASES, CONTEXT};
use crate::model::id::LevelId;
use crate::model::list::{Column, Kind};
use crate::model::policy::Policy;
use crate::text::fold::plain;
use crate::text::levels::{LevelNames, Part};
use crate::text::nearest::nearest;

/// A cell with more bytes than this is no heading: a file full of such cells would be looked at for minutes.
const MOST_HEADING: usize = 400;

/// Columns that our own files and every office's tables carry and no import needs.
const PASSED_OVER: &[&str] =
    &["import_status", "import_message", "cost", "because", "Điểm", "Căn cứ đề xuất", "Cost", "Because"];

/// Headings of running numbers.
const ROW_NUMBER: &[&str] = &["STT", "TT", "Số TT", "Số thứ tự", "No."];

/// Personal data that the law protects and this tool does not take in
/// (Law 91/2025/QH15; Decree 356/2025: origin, religion, health, biometrics, identity papers).
const SENSITIVE: &[&str] = &[
    "Dân tộc",
    "Tôn giáo",
    "Tín ngưỡng",
    "Sức khỏe",
    "Tình trạng sức khỏe",
    "CCCD",
    "CMND",
    "Số CCCD",
    "Số CMND",
    "Căn cước",
    "Số căn cước",
    "Ethnicity",
    "Ethnic group",
    "Religion",
    "Health",
    "Identity card",
    "ID card",
];

/// Years of birth in a column for men and one for women; only one of the two is filled.
const PAIRED: &[&str] = &["Năm sinh Nam", "Năm sinh Nữ", "Ngày sinh Nam", "Ngày sinh Nữ"];

/// What a heading stands over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heading {
    /// One of the list's columns.
    Known(Column),
    /// One of several columns of which only one is filled in a row.
    Paired(Column),
    /// Names or codes of units of a level.
    Level(LevelId, Part),
    /// Nothing that an import needs.
    PassedOver,
    /// The running number of the rows.
    RowNumber,
    /// Sensitive data: not taken in.
    Sensitive,
    /// Not known; the nearest name of a column.
    Unknown(Option<&'static str>),
}

/// What an office's headings mean: the common ones, its levels' names, and what it said itself.
#[derive(Clone, Debug, Default)]
pub struct Headings {
    levels: LevelNames,
    own: Vec<(String, Column)>,
}

impl Headings {
    /// The headings of an office with that policy.
    pub fn of(policy: &Policy) -> Self {
        let own = policy.columns.iter().map(|(heading, column)| (squeezed(heading), *column)).collect();
        Headings { levels: LevelNames::of(policy), own }
    }

    /// Adds what the user said: this heading means that column.
    pub fn say(&mut self, heading: &str, column: Column) {
        self.own.insert(0, (squeezed(heading), column));
    }

    /// What `heading` stands over in a list of `kind`.
    pub fn meaning(&self, kind: Kind, heading: &str) -> Heading {
        if heading.len() > MOST_HEADING {
            return Heading::Unknown(None);
        }
        let wanted = squeezed(heading);
        let has = |column: &Column| kind.columns().iter().any(|(have, _)| have == column);
        if let Some((_, column)) = self.own.iter().find(|(own, column)| *own == wanted && has(column)) {
            return Heading::Known(*column);
        }
        match self::heading(kind, heading) {
            // Decisions stand in no place.
            Heading::Unknown(near) if kind != Kind::Decisions => match self.levels.level(heading) {
                Some((level, part)) => Heading::Level(level, part),
                None => Heading::Unknown(near),
            },
            known => known,
        }
    }
}

/// What `heading` commonly stands over in a list of `kind`.
pub fn heading(kind: Kind, heading: &str) -> Heading {
    let wanted = squeezed(heading);
    if wanted.is_empty() {
        return Heading::PassedOver;
    }
    match COMMON.get(&(kind, wanted)) {
        Some(known) => known.clone(),
        None => Heading::Unknown(nearest(heading, kind.columns().iter().map(|(column, _)| column.name()))),
    }
}

/// All common headings, squeezed once: files are looked at in many ways before their list is known.
static COMMON: LazyLock<HashMap<(Kind, String), Heading>> = LazyLock::new(|| {
    let mut common = HashMap::new();
    for kind in Kind::ALL {
        let has = |column: &Column| kind.columns().iter().any(|(have, _)| have == column);
        let mut say = |heading: &str, means: Heading| {
            common.entry((kind, squeezed(heading))).or_insert(means);
        };
        kind.columns().iter().for_each(|(column, _)| say(column.name(), Heading::Known(*column)));
        let own = ALIASES.iter().filter(|(of, _, _)| *of == kind).map(|(_, column, aliases)| (column, aliases));
        let context = CONTEXT.iter().filter(|(column, _)| has(column)).map(|(column, aliases)| (column, aliases));
        for (column, aliases) in own.chain(context) {
            aliases.iter().for_each(|alias| say(alias, Heading::Known(*column)));
        }
        if has(&Column::BirthYear) {
            PAIRED.iter().for_each(|heading| say(heading, Heading::Paired(Column::BirthYear)));
        }
        ROW_NUMBER.iter().for_each(|heading| say(heading, Heading::RowNumber));
        PASSED_OVER.iter().for_each(|heading| say(heading, Heading::PassedOver));
        SENSITIVE.iter().for_each(|heading| say(heading, Heading::Sensitive));
    }
    common
});

/// A heading without diacritics, case, punctuation and spaces.
fn squeezed(heading: &str) -> String {
    plain(heading).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_column_under_many_headings() {
        for text in
            ["full_name", "Họ và tên", "HỌ VÀ TÊN", "Ho va ten", "Họ\u{A0}và tên ", "Ho\u{323} va\u{300} te\u{302}n"]
        {
            assert_eq!(heading(Kind::Cadres, text), Heading::Known(Column::FullName), "{text}");
        }
    }

    #[test]
    fn a_heading_means_what_its_list_means() {
        assert_eq!(heading(Kind::Units, "Mã đơn vị"), Heading::Known(Column::Code));
        assert_eq!(heading(Kind::Assignments, "Mã đơn vị"), Heading::Known(Column::UnitCode));
    }

    #[test]
    fn the_number_of_a_decision_is_its_key_or_what_an_assignment_cites() {
        for text in ["Số quyết định", "SO QUYET DINH", "Quyết định số"] {
            assert_eq!(heading(Kind::Decisions, text), Heading::Known(Column::Number), "{text}");
        }
        assert_eq!(heading(Kind::Assignments, "Số quyết định"), Heading::Known(Column::DecisionNo));
        for text in ["Ngày ký", "ngay ban hanh"] {
            assert_eq!(heading(Kind::Decisions, text), Heading::Known(Column::Day), "{text}");
        }
        assert_eq!(heading(Kind::Decisions, "Co hieu luc tu ngay"), Heading::Known(Column::Effective));
    }

    #[test]
    fn what_somebody_looks_after_is_not_where_they_work() {
        assert_eq!(heading(Kind::Assignments, "Địa bàn phụ trách"), Heading::Known(Column::UnitName));
        assert!(matches!(heading(Kind::Cadres, "Địa bàn phụ trách"), Heading::Unknown(_)));
        assert!(matches!(heading(Kind::Cadres, "Người phụ trách"), Heading::Unknown(_)));
    }

    #[test]
    fn a_long_text_is_no_heading() {
        let of = |text: &str| Headings::default().meaning(Kind::Units, text);
        assert_eq!(of(&format!("Mã đơn vị{}", " ".repeat(300))), Heading::Known(Column::Code));
        assert_eq!(of(&"Mã đơn vị ".repeat(60)), Heading::Unknown(None));
    }

    #[test]
    fn slips_get_the_nearest_name_and_sensitive_data_is_told() {
        assert_eq!(heading(Kind::Units, "parentcode2"), Heading::Unknown(Some("parent_code")));
        assert_eq!(heading(Kind::Cadres, "Dân tộc"), Heading::Sensitive);
        assert_eq!(heading(Kind::Cadres, "STT"), Heading::RowNumber);
    }

    #[test]
    fn no_alias_stands_for_two_columns_of_a_list() {
        for (kind, column, aliases) in ALIASES {
            for alias in *aliases {
                assert_eq!(heading(*kind, alias), Heading::Known(*column), "{} {alias}", kind.name());
            }
        }
    }
}
