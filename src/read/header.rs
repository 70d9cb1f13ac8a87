//! The header of a list, matched to its columns.

use super::headings::{Heading, Headings};
use crate::model::Text;
use crate::model::id::LevelId;
use crate::model::list::{Column, Kind};
use crate::text::fold::tidy;
use crate::text::levels::Part;

/// A header, matched to the columns of a list.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// Position of each known column, with the heading as written.
    pub columns: Vec<(Column, usize, Text)>,
    /// Further positions of columns of which only one is filled in a row.
    pub paired: Vec<(Column, usize)>,
    /// Columns of units by their level, in the order of the file.
    pub levels: Vec<LevelColumn>,
    /// Position of the running number of the rows.
    pub number: Option<usize>,
    /// Columns that stand there twice.
    pub repeated: Vec<(Column, Text)>,
    /// Headings nobody knows, with the nearest name.
    pub unknown: Vec<(Text, Option<&'static str>)>,
    /// Headings of sensitive data.
    pub sensitive: Vec<Text>,
    /// Positions of columns without a heading that stand among the others: their cells must be empty.
    pub unheaded: Vec<usize>,
    /// Number of columns that may hold something: cells beyond are too many.
    pub width: usize,
}

/// Names, codes or both of the units of a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelColumn {
    /// The level.
    pub level: LevelId,
    /// Position of the names.
    pub name: Option<usize>,
    /// Position of the codes.
    pub code: Option<usize>,
    /// The heading as written.
    pub written: Text,
}

impl Header {
    /// Matches headings to the columns of a list.
    pub fn of<'c>(kind: Kind, headings: &Headings, cells: impl IntoIterator<Item = &'c str>) -> Self {
        let mut header = Header::default();
        for (at, text) in cells.into_iter().enumerate() {
            let written = Text::from(tidy(text));
            if written.is_empty() {
                header.unheaded.push(at);
                continue;
            }
            header.take(headings.meaning(kind, text), at, written);
            header.width = at + 1;
        }
        header.unheaded.retain(|at| *at < header.width);
        header.read_ranks_in_trees(kind);
        header
    }

    /// Where each level has a column of its own, "Cấp" is the rank of the lowest ("Xã", "Phường").
    fn read_ranks_in_trees(&mut self, kind: Kind) {
        if kind == Kind::Units && self.is_tree() && self.position(Column::Type).is_none() {
            let ranks = self.columns.iter_mut().filter(|(column, ..)| *column == Column::Level);
            ranks.for_each(|(column, ..)| *column = Column::Type);
        }
    }

    fn take(&mut self, meaning: Heading, at: usize, written: Text) {
        match meaning {
            Heading::Known(column) if self.position(column).is_some() => self.repeated.push((column, written)),
            Heading::Known(column) => self.columns.push((column, at, written)),
            Heading::Paired(column) if self.position(column).is_some() => self.paired.push((column, at)),
            Heading::Paired(column) => self.columns.push((column, at, written)),
            Heading::Level(level, part) => self.take_level(level, part, at, written),
            Heading::PassedOver => {}
            Heading::RowNumber => self.number = self.number.or(Some(at)),
            Heading::Sensitive => self.sensitive.push(written),
            Heading::Unknown(near) => match self.levels.last_mut() {
                // "Mã TP" right of "Tỉnh Thành Phố".
                Some(level) if level.name == at.checked_sub(1) && level.code.is_none() && is_code(&written) => {
                    level.code = Some(at);
                }
                _ => self.unknown.push((written, near)),
            },
        }
    }

    fn take_level(&mut self, level: LevelId, part: Part, at: usize, written: Text) {
        let known = self.levels.iter_mut().find(|column| column.level == level);
        let place = match (known, part) {
            (Some(column), Part::Name) => &mut column.name,
            (Some(column), Part::Code) => &mut column.code,
            (None, part) => {
                let (name, code) = if part == Part::Name { (Some(at), None) } else { (None, Some(at)) };
                return self.levels.push(LevelColumn { level, name, code, written });
            }
        };
        if place.is_some() {
            self.unknown.push((written, None));
        } else {
            *place = Some(at);
        }
    }

    /// Where a column stands.
    pub fn position(&self, column: Column) -> Option<usize> {
        self.columns.iter().find(|(have, ..)| *have == column).map(|(_, at, _)| *at)
    }

    /// How many columns are known.
    pub fn known(&self) -> usize {
        self.columns.len() + self.levels.len() + self.paired.len()
    }

    /// Columns that the list cannot do without and that nothing stands in for; `given` are those with a value
    /// for all rows, or that the groups of the list name.
    pub fn missing(&self, kind: Kind, given: &[Column]) -> Vec<Column> {
        let has = |column: Column| self.position(column).is_some() || given.contains(&column);
        let has_place = || has(Column::UnitName) || has(Column::UnitPath) || !self.levels.is_empty();
        let stands_in = |column: Column| match (kind, column) {
            (Kind::Units, Column::Code) => {
                self.is_tree() || (has(Column::Name) && (has(Column::ParentCode) || has_place()))
            }
            (Kind::Units, Column::Name | Column::Level | Column::ParentCode) => {
                self.is_tree() || (column == Column::ParentCode && has_place())
            }
            (Kind::Cadres, Column::Code) => has(Column::FullName) && (has(Column::HomeUnitCode) || has_place()),
            (Kind::Cadres, Column::Level) => has_place() || (has(Column::HomeUnitCode) && !has(Column::Code)),
            (Kind::Assignments, Column::CadreCode) => has(Column::FullName),
            (_, Column::UnitCode | Column::HomeUnitCode) => has_place(),
            _ => false,
        };
        kind.required().filter(|column| !has(*column) && !stands_in(*column)).collect()
    }

    /// Whether it heads one row per lowest unit, with a column per level.
    pub fn is_tree(&self) -> bool {
        self.position(Column::Name).is_none() && self.levels.iter().filter(|level| level.name.is_some()).count() > 1
    }
}

/// Whether a heading speaks of codes.
fn is_code(heading: &str) -> bool {
    crate::text::fold::plain(heading).split(' ').next() == Some("ma")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::policy::{built_in, policy};

    fn header(kind: Kind, cells: &[&str]) -> Header {
        let policy = policy(built_in("three-tier").expect("a policy"), "policy").expect("sound");
        Header::of(kind, &Headings::of(&policy), cells.iter().copied())
    }

    #[test]
    fn the_statistics_office_s_columns_are_a_tree_of_three_levels() {
        let cells = ["Tỉnh Thành Phố", "Mã TP", "Quận Huyện", "Mã QH", "Phường Xã", "Mã PX", "Cấp", "Tên Tiếng Anh"];
        let header = header(Kind::Units, &cells);
        let positions: Vec<_> = header.levels.iter().map(|level| (level.name, level.code)).collect();
        assert_eq!(positions, [(Some(0), Some(1)), (Some(2), Some(3)), (Some(4), Some(5))]);
        assert!(header.is_tree() && header.missing(Kind::Units, &[]).is_empty());
    }

    #[test]
    fn two_years_of_birth_are_one_column() {
        let header = header(Kind::Cadres, &["STT", "Họ và tên", "Năm sinh (Nam)", "Năm sinh (Nữ)", "Chức vụ", "Xã"]);
        assert_eq!(header.paired, [(Column::BirthYear, 3)]);
        assert_eq!((header.number, header.missing(Kind::Cadres, &[])), (Some(0), vec![]));
    }

    #[test]
    fn names_stand_in_for_codes_and_nothing_for_a_duty() {
        let names = header(Kind::Assignments, &["Họ và tên", "Địa bàn phụ trách", "Từ ngày"]);
        assert_eq!(names.missing(Kind::Assignments, &[]), [Column::Duty]);
        assert_eq!(names.missing(Kind::Assignments, &[Column::Duty]), []);
        let codes = header(Kind::Cadres, &["code", "full_name"]);
        assert_eq!(codes.missing(Kind::Cadres, &[]), [Column::Level, Column::HomeUnitCode]);
    }
}
