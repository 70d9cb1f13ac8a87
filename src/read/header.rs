//! Headings of columns, in Vietnamese and English, in any case, with or without diacritics.

use csv::StringRecord;

use crate::model::Text;
use crate::model::list::{Column, Kind};
use crate::text::fold::plain;
use crate::text::nearest::nearest;

/// What may stand over a column, besides its own name; compared by [`plain`].
pub const ALIASES: &[(Kind, Column, &[&str])] = &[
    (Kind::Units, Column::Code, &["Mã", "Mã đơn vị", "Mã địa bàn", "Unit code"]),
    (Kind::Units, Column::Name, &["Tên", "Tên đơn vị", "Tên địa bàn", "Đơn vị", "Địa bàn", "Unit name", "Unit"]),
    (Kind::Units, Column::Level, &["Cấp", "Cấp đơn vị"]),
    (Kind::Units, Column::ParentCode, &["Mã cấp trên", "Mã đơn vị cấp trên", "Thuộc đơn vị", "Parent", "Parent code"]),
    (Kind::Units, Column::Type, &["Loại", "Loại hình", "Loại đơn vị", "Rank"]),
    (Kind::Units, Column::GroupCode, &["Mã cụm", "Mã cụm vùng", "Cụm vùng", "Group", "Group code"]),
    (Kind::Units, Column::Households, &["Số hộ", "Tổng số hộ", "Hộ"]),
    (Kind::Units, Column::From, &["Từ ngày", "Từ", "Ngày thành lập", "Start"]),
    (Kind::Units, Column::To, &["Đến ngày", "Đến", "Ngày kết thúc", "End"]),
    (Kind::Units, Column::Note, &["Ghi chú", "Notes", "Remark"]),
    (Kind::Cadres, Column::Code, &["Mã", "Mã CB", "Mã cán bộ", "Cadre code"]),
    (Kind::Cadres, Column::FullName, &["Họ và tên", "Họ tên", "Họ, tên", "Name", "Full name"]),
    (Kind::Cadres, Column::BirthYear, &["Năm sinh", "Year of birth", "Birth year"]),
    (Kind::Cadres, Column::Position, &["Chức vụ", "Chức danh", "Post"]),
    (Kind::Cadres, Column::Organization, &["Đơn vị công tác", "Cơ quan", "Nơi công tác", "Office", "Organisation"]),
    (Kind::Cadres, Column::Level, &["Cấp", "Cấp cán bộ"]),
    (Kind::Cadres, Column::HomeUnitCode, &["Mã đơn vị", "Mã địa bàn", "Mã đơn vị công tác", "Unit code", "Home unit"]),
    (Kind::Cadres, Column::Phone, &["Điện thoại", "Số điện thoại", "SĐT", "Telephone", "Phone number"]),
    (Kind::Cadres, Column::Status, &["Tình trạng", "Trạng thái", "Tình trạng công tác"]),
    (Kind::Cadres, Column::StatusFrom, &["Tình trạng từ ngày", "Trạng thái từ ngày", "Status from"]),
    (Kind::Cadres, Column::Note, &["Ghi chú", "Notes", "Remark"]),
    (Kind::Assignments, Column::CadreCode, &["Mã CB", "Mã cán bộ", "Cadre"]),
    (Kind::Assignments, Column::UnitCode, &["Mã đơn vị", "Mã địa bàn", "Mã địa bàn phụ trách", "Unit"]),
    (Kind::Assignments, Column::Duty, &["Nhiệm vụ", "Mã nhiệm vụ", "Duty code"]),
    (Kind::Assignments, Column::From, &["Từ ngày", "Từ", "Start"]),
    (Kind::Assignments, Column::To, &["Đến ngày", "Đến", "End"]),
    (Kind::Assignments, Column::DecisionNo, &["Số quyết định", "Quyết định", "Số QĐ", "Decision", "Decision number"]),
    (Kind::Assignments, Column::Note, &["Ghi chú", "Notes", "Remark"]),
    (Kind::Vacancies, Column::UnitCode, &["Mã đơn vị", "Mã địa bàn", "Unit"]),
    (Kind::Vacancies, Column::Duty, &["Nhiệm vụ", "Mã nhiệm vụ", "Duty code"]),
    (Kind::Vacancies, Column::Since, &["Từ ngày", "Khuyết từ ngày", "Từ", "From"]),
    (Kind::Vacancies, Column::Until, &["Đến ngày", "Đến", "To"]),
    (Kind::Vacancies, Column::Reason, &["Lý do", "Lí do"]),
    (Kind::Seats, Column::UnitCode, &["Mã đơn vị", "Mã địa bàn", "Unit"]),
    (Kind::Seats, Column::Duty, &["Nhiệm vụ", "Mã nhiệm vụ", "Duty code"]),
    (Kind::Seats, Column::Min, &["Tối thiểu", "Số vị trí tối thiểu", "Minimum"]),
    (Kind::Seats, Column::Max, &["Tối đa", "Số vị trí tối đa", "Maximum"]),
];

/// Context columns are headed alike in every list.
const CONTEXT: &[(Column, &[&str])] = &[
    (Column::FullName, &["Họ và tên", "Họ tên", "Full name"]),
    (Column::UnitName, &["Tên đơn vị", "Tên địa bàn", "Địa bàn", "Unit name"]),
    (Column::UnitPath, &["Địa chỉ", "Đường dẫn", "Unit path"]),
];

/// Columns that our own files and every office's tables carry and no import needs.
const PASSED_OVER: &[&str] = &["import_status", "import_message", "STT", "TT", "No."];

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

/// What a heading stands over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heading {
    /// One of the list's columns.
    Known(Column),
    /// Nothing that an import needs.
    PassedOver,
    /// Sensitive data: not taken in.
    Sensitive,
    /// Not known; the nearest name of a column.
    Unknown(Option<&'static str>),
}

/// What `heading` stands over in a list of `kind`.
pub fn heading(kind: Kind, heading: &str) -> Heading {
    let wanted = squeezed(heading);
    let is = |name: &&str| squeezed(name) == wanted;
    if let Some((column, _)) = kind.columns().iter().find(|(column, _)| is(&column.name())) {
        return Heading::Known(*column);
    }
    let own = ALIASES.iter().filter(|(of, _, _)| *of == kind).map(|(_, column, aliases)| (column, aliases));
    let context = CONTEXT.iter().filter(|(column, _)| kind.columns().iter().any(|(have, _)| have == column));
    let context = context.map(|(column, aliases)| (column, aliases));
    if let Some((column, _)) = own.chain(context).find(|(_, aliases)| aliases.iter().any(is)) {
        return Heading::Known(*column);
    }
    if wanted.is_empty() || PASSED_OVER.iter().any(is) {
        return Heading::PassedOver;
    }
    if SENSITIVE.iter().any(is) {
        return Heading::Sensitive;
    }
    Heading::Unknown(nearest(heading, kind.columns().iter().map(|(column, _)| column.name())))
}

/// A heading without diacritics, case, punctuation and spaces.
fn squeezed(heading: &str) -> String {
    plain(heading).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The header row of a list, matched to its columns.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// Position of each known column, with the heading as written.
    pub columns: Vec<(Column, usize, Text)>,
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

impl Header {
    /// Matches a header row to the columns of a list.
    pub fn of(kind: Kind, cells: &StringRecord) -> Self {
        let mut header = Header::default();
        for (at, text) in cells.iter().enumerate() {
            let written = Text::from(crate::text::fold::tidy(text));
            match heading(kind, text) {
                Heading::Known(column) if header.position(column).is_some() => header.repeated.push((column, written)),
                Heading::Known(column) => header.columns.push((column, at, written)),
                Heading::PassedOver if written.is_empty() => {
                    header.unheaded.push(at);
                    continue;
                }
                Heading::PassedOver => {}
                Heading::Sensitive => header.sensitive.push(written),
                Heading::Unknown(near) => header.unknown.push((written, near)),
            }
            header.width = at + 1;
        }
        header.unheaded.retain(|at| *at < header.width);
        header
    }

    /// Where a column stands.
    pub fn position(&self, column: Column) -> Option<usize> {
        self.columns.iter().find(|(have, ..)| *have == column).map(|(_, at, _)| *at)
    }

    /// Columns that the list cannot do without and that are not there.
    pub fn missing(&self, kind: Kind) -> Vec<Column> {
        kind.required().filter(|column| self.position(*column).is_none()).collect()
    }
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
    fn slips_get_the_nearest_name_and_sensitive_data_is_told() {
        assert_eq!(heading(Kind::Units, "parentcode2"), Heading::Unknown(Some("parent_code")));
        assert_eq!(heading(Kind::Cadres, "Dân tộc"), Heading::Sensitive);
        assert_eq!(heading(Kind::Cadres, "STT"), Heading::PassedOver);
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
