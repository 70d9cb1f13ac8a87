//! Our own reports, told from lists: a report of gaps taken in as accepted vacancies would silence every gap.

use super::header::Header;
use crate::text::fold::key;

/// Columns that only our reports have, with their headings for scripts and for people.
const COLUMNS: [[&str; 3]; 8] = [
    ["days", "Days empty", "Số ngày trống"],
    ["last_holder", "Last holder", "Người phụ trách trước"],
    ["accepted_until", "Accepted until", "Chấp nhận khuyết đến"],
    ["units", "Units", "Số địa bàn"],
    ["limit", "Limit", "Giới hạn"],
    ["assignments", "Assignments", "Số phân công"],
    ["in_force", "In force", "Đang hiệu lực"],
    ["unit_codes", "Codes of the units held", "Mã các địa bàn phụ trách"],
];
/// So many of them make a report.
const ENOUGH: usize = 2;

/// Whether a header is that of a report.
pub fn is_report(header: &Header) -> bool {
    let unknown: Vec<String> = header.unknown.iter().map(|(written, _)| key(written)).collect();
    let has = |headings: &&[&str; 3]| headings.iter().any(|heading| unknown.contains(&key(heading)));
    COLUMNS.iter().filter(has).count() >= ENOUGH
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lang::Lang;
    use crate::model::list::Kind;
    use crate::read::headings::Headings;
    use crate::text::catalogue::Catalogue;

    #[test]
    fn headings_are_those_that_reports_have() {
        for [column, en, vi] in COLUMNS {
            for (lang, right) in [(Lang::En, en), (Lang::Vi, vi)] {
                assert_eq!(Catalogue::new(lang).say(&format!("column-{column}"), &[]), right);
            }
        }
    }

    #[test]
    fn reports_are_told_from_lists() {
        let headings = Headings::default();
        let told = |kind, written: &str| is_report(&Header::of(kind, &headings, written.split(',')));
        assert!(told(Kind::Vacancies, "unit_code,duty,since,days,last_holder,reason"));
        assert!(told(Kind::Cadres, "Mã cán bộ,Họ và tên,Số địa bàn,Mã các địa bàn phụ trách"));
        assert!(told(Kind::Decisions, "number,day,note,assignments,in_force"));
        assert!(!told(Kind::Vacancies, "unit_code,duty,since,until,reason,accepted_until"));
        assert!(!told(Kind::Cadres, "Mã cán bộ,Họ và tên,Cấp,Số địa bàn"));
    }
}
