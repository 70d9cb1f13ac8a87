//! Rows that are no data: headings of groups, sums, remarks and signatures, as offices' tables have them.

use csv::StringRecord;

use super::header::Header;
use crate::text::fold::tidy;
use crate::text::levels::LevelNames;

/// Words that a sum begins with, and how a list without diacritics has them.
const TOTALS: &[&str] = &["tổng cộng", "tổng số", "tổng", "cộng", "total", "tong cong", "tong so", "cong"];

/// What a row is that is no data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// The heading of a group of rows that stand in one unit: the unit's name, and how deep it is numbered.
    Unit(String, Depth),
    /// The heading of any other group.
    Group,
    /// A sum.
    Total,
    /// Column numbers under a header ("1, 2, 3"), or a row with nothing but its running number.
    Nothing,
}

/// How the headings of groups are numbered: a heading ends the groups of its own depth and those below.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// A, B, C.
    Letter,
    /// I, II, III.
    Roman,
    /// 1, 2, 3.
    Number,
    /// Not at all.
    Plain,
}

/// What a row is if it is no data.
pub fn side(cells: &StringRecord, header: &Header, levels: &LevelNames) -> Option<Side> {
    let number = header.number.and_then(|at| cells.get(at)).unwrap_or("").trim();
    let others = cells.iter().enumerate().filter(|(at, _)| Some(*at) != header.number).map(|(_, cell)| cell.trim());
    let mut filled = others.filter(|cell| !cell.is_empty());
    if depth(number) == Depth::Number {
        let is_nothing = filled.next().is_none() || is_counting(cells) && filled.count() > 1;
        return is_nothing.then_some(Side::Nothing);
    }
    let filled: Vec<&str> = filled.collect();
    match filled[..] {
        [] if depth(number) != Depth::Plain => Some(Side::Nothing),
        [] => heading("", number, header, levels),
        _ if is_total(number) && filled.iter().all(|cell| is_number(cell)) => Some(Side::Total),
        _ if filled.len() > 2 && is_counting(cells) => Some(Side::Nothing),
        [only, ref rest @ ..] if rest.iter().all(|cell| *cell == only) => heading(number, only, header, levels),
        [first, ref rest @ ..] if is_total(first) && rest.iter().all(|cell| is_number(cell)) => Some(Side::Total),
        _ => None,
    }
}

/// A row of one text: the heading of a group, or a sum without numbers.
fn heading(number: &str, text: &str, header: &Header, levels: &LevelNames) -> Option<Side> {
    if is_total(text) {
        return Some(Side::Total);
    }
    let (mark, name) = if number.is_empty() { numbered(text) } else { (number, text) };
    let depth = depth(mark);
    // A row with the running number of a row is one, however little it says.
    let is_row = depth == Depth::Number && !number.is_empty() && header.number.is_some();
    if levels.begins(name) && !is_row {
        return Some(Side::Unit(tidy(name).into_owned(), depth));
    }
    (matches!(depth, Depth::Letter | Depth::Roman) && !is_row).then_some(Side::Group)
}

/// The numbering before a text, and the text: "II. Xã An Khánh" is ("II", "Xã An Khánh").
fn numbered(text: &str) -> (&str, &str) {
    match text.split_once(['.', ')', '-', '/']) {
        Some((mark, rest)) if depth(mark.trim()) != Depth::Plain => {
            (mark.trim(), rest.trim_start_matches([' ', '-', '.', ')']))
        }
        _ => ("", text),
    }
}

fn depth(mark: &str) -> Depth {
    let mark = mark.trim_end_matches(['.', ')', '-', '/', ' ']);
    let all = |is: fn(char) -> bool| !mark.is_empty() && mark.chars().all(is);
    match mark {
        _ if mark.len() <= 6 && all(|c| matches!(c, 'I' | 'V' | 'X' | 'L')) => Depth::Roman,
        _ if mark.len() == 1 && all(|c| c.is_ascii_uppercase()) => Depth::Letter,
        _ if mark.len() <= 4 && all(|c| c.is_ascii_digit() || c == '.') => Depth::Number,
        _ => Depth::Plain,
    }
}

fn is_total(text: &str) -> bool {
    // A word that is one of them begins as one of them; most cells do not.
    let is_initial = |c: char| TOTALS.iter().any(|total| total.starts_with(c));
    if !text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| is_initial(c.to_ascii_lowercase())) {
        return false;
    }
    let text = tidy(text).to_lowercase();
    let text = text.trim_end_matches([':', ' ', '.']);
    TOTALS
        .iter()
        .any(|total| text == *total || text.strip_prefix(total).is_some_and(|rest| rest.starts_with([':', ' '])))
}

fn is_number(cell: &str) -> bool {
    cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '%'))
}

/// Whether the cells count the columns: 1, 2, 3, ...
fn is_counting(cells: &StringRecord) -> bool {
    let mut filled = cells.iter().map(str::trim).filter(|cell| !cell.is_empty()).zip(1..);
    filled.all(|(cell, right)| cell.trim_matches(['(', ')']).parse() == Ok(right))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::list::Kind;
    use crate::read::headings::Headings;
    use crate::read::policy::{built_in, policy};

    fn told(cells: &[&str]) -> Option<Side> {
        let policy = policy(built_in("three-tier").expect("a policy"), "policy").expect("sound");
        let headings = ["STT", "Họ và tên", "Năm sinh", "Chức vụ"];
        let header = Header::of(Kind::Cadres, &Headings::of(&policy), headings);
        side(&StringRecord::from(cells.to_vec()), &header, &LevelNames::of(&policy))
    }

    #[test]
    fn headings_of_units_and_of_other_groups_are_told() {
        let unit = |name: &str, depth| Some(Side::Unit(name.to_owned(), depth));
        assert_eq!(told(&["I", "XÃ AN KHÁNH", "", ""]), unit("XÃ AN KHÁNH", Depth::Roman));
        assert_eq!(told(&["", "II. Xã An Phước", "", ""]), unit("Xã An Phước", Depth::Roman));
        assert_eq!(told(&["XÃ AN HIỆP", "", "", ""]), unit("XÃ AN HIỆP", Depth::Plain));
        assert_eq!(told(&["III. Xã Sơn Hòa", "", "", ""]), unit("Xã Sơn Hòa", Depth::Roman));
        assert_eq!(told(&["", "1. Ấp An Bình", "", ""]), unit("Ấp An Bình", Depth::Number));
        for name in ["KHỐI ĐẢNG", "HUYỆN ỦY", "Huyện uỷ Châu Thành", "HUYỆN ĐOÀN", "XÃ ĐỘI"] {
            assert_eq!(told(&["A", name, "", ""]), Some(Side::Group), "{name}");
        }
        for name in ["XÃ ĐOÀN KẾT", "Xã Đội Bình"] {
            assert_eq!(told(&["A", name, "", ""]), unit(name, Depth::Letter));
        }
    }

    #[test]
    fn sums_and_column_numbers_are_no_data() {
        assert_eq!(told(&["", "Tổng cộng: 52 người", "", ""]), Some(Side::Total));
        assert_eq!(told(&["", "Cộng", "12", "1.702"]), Some(Side::Total));
        assert_eq!(told(&["Cộng", "", "", "3"]), Some(Side::Total));
        assert_eq!(told(&["1", "2", "3", "4"]), Some(Side::Nothing));
        assert_eq!(told(&["7", "", "", ""]), Some(Side::Nothing));
    }

    #[test]
    fn people_are_data_however_little_is_said_of_them() {
        for cells in [["1", "Tống Văn Cộng", "1980", ""], ["2", "Xã Văn An", "", ""], ["3", "Lê An", "", "Bí thư"]]
        {
            assert_eq!(told(&cells), None, "{cells:?}");
        }
    }
}
