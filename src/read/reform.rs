//! The table of a reform, old unit to new unit, and the list of what was decided on it.

use super::pairs::{Cells, Wanted, rows};
use super::source::File;
use crate::model::finding::{Finding, Severity, has_error};
use crate::model::reform::{Decided, ReformRow, Verdict};
use crate::text::fold::plain;
use crate::text::nearest::nearest;

const fn wanted(name: &'static str, aliases: &'static [&'static str]) -> Wanted {
    Wanted { name, aliases, is_needed: false }
}

const fn needed(name: &'static str, aliases: &'static [&'static str]) -> Wanted {
    Wanted { name, aliases, is_needed: true }
}

/// The columns of the table.
const TABLE: &[Wanted] = &[
    needed("old_code", &["Mã cũ", "Mã đơn vị cũ", "Mã ĐVHC cũ", "Old code"]),
    wanted("old_name", &["Tên cũ", "Tên đơn vị cũ", "Đơn vị cũ", "Old name", "Old unit"]),
    needed("new_code", &["Mã mới", "Mã đơn vị mới", "Mã ĐVHC mới", "New code"]),
    wanted("new_name", &["Tên mới", "Tên đơn vị mới", "Đơn vị mới", "New name", "New unit"]),
    wanted("type", &["Loại", "Loại mới", "Loại hình", "Loại đơn vị", "Type", "New type", "Rank"]),
    wanted("level", &["Cấp", "Cấp mới", "Cấp đơn vị", "Level"]),
    wanted("parent_code", &["Mã cấp trên", "Mã cấp trên mới", "Thuộc đơn vị", "Parent", "Parent code", "New parent"]),
    wanted("whole", &["Toàn bộ", "Toàn bộ/một phần", "Mức độ", "Phần", "Extent", "Full or partial", "Link type"]),
    wanted("note", &["Ghi chú", "Note", "Notes"]),
];

/// The columns of the list of what is to be decided; those for the reader are not read.
const DECIDED: &[Wanted] = &[
    needed("unit_code", &["Mã đơn vị", "Mã địa bàn", "Unit code"]),
    needed("cadre_code", &["Mã cán bộ", "Mã CB", "Cadre code"]),
    needed("duty", &["Mã nhiệm vụ", "Duty code"]),
    needed("decision", &["Phương án"]),
    needed("to_unit_code", &["Chuyển đến", "Move to"]),
    wanted("issue", &["Vấn đề", "Issue"]),
    wanted("proposed", &["Đề xuất", "Proposed"]),
    wanted("new_unit_code", &["Mã đơn vị mới", "New unit code"]),
    wanted("unit_path", &["Địa chỉ", "Đường dẫn", "Unit path", "Path"]),
    wanted("new_unit_name", &["Tên đơn vị mới", "New unit name"]),
    wanted("full_name", &["Họ và tên", "Full name"]),
    wanted("holders", &["Những người phụ trách"]),
];

/// Words for a unit that goes over as a whole, and for one that goes over in part.
const WHOLE: &[&str] = &["full", "whole", "toàn bộ", "toàn phần", "hết", "yes", "1"];
const PART: &[&str] = &["partial", "part", "một phần", "no", "0"];

/// Words for what may be decided.
const VERDICTS: &[(Verdict, &[&str])] = &[
    (Verdict::Keep, &["keep", "giữ", "giữ nguyên"]),
    (Verdict::End, &["end", "thôi", "thôi phân công", "kết thúc", "giải thể"]),
    (Verdict::Move, &["move", "chuyển", "điều chuyển"]),
];

/// The rows of a table of old and new units, with what was found; of no use where there is an error.
pub fn table(file: &File) -> (Vec<ReformRow>, Vec<Finding>) {
    let (read, mut findings) = rows(file, TABLE);
    let rows = read.iter().map(|cells| row(cells, &mut findings)).collect::<Vec<_>>();
    if rows.is_empty() && !has_error(&findings) {
        let place = crate::model::place::Place::file(&file.name);
        findings.push(Finding::new("table-without-rows", Severity::Error).place(place));
    }
    (rows, findings)
}

fn row(row: &Cells, findings: &mut Vec<Finding>) -> ReformRow {
    let cell = |name: &str| cell(row, TABLE, name);
    let whole = cell("whole");
    let is = |words: &[&str]| words.iter().any(|word| plain(word) == plain(&whole));
    if !whole.is_empty() && !is(WHOLE) && !is(PART) {
        let words: Vec<&str> = [WHOLE[0], PART[0], WHOLE[2], PART[2]].to_vec();
        let near = nearest(&whole, words.iter().copied()).map(str::to_owned);
        let finding = Finding::new("reform-whole-unknown", Severity::Error).value(&whole).nearest(near);
        findings.push(finding.place(place(row, TABLE, "whole")));
    }
    if cell("old_code").is_empty() && cell("new_code").is_empty() {
        let finding = Finding::new("cell-empty", Severity::Error).arg("name", "old_code");
        findings.push(finding.place(place(row, TABLE, "old_code")));
    }
    ReformRow {
        old_code: cell("old_code"),
        old_name: cell("old_name"),
        new_code: cell("new_code"),
        new_name: cell("new_name"),
        rank: cell("type"),
        level: cell("level"),
        parent_code: cell("parent_code"),
        is_whole: !is(PART),
        note: cell("note"),
        place: row.place.clone(),
    }
}

/// What was decided, with what was found.
pub fn decided(file: &File) -> (Vec<Decided>, Vec<Finding>) {
    let (read, mut findings) = rows(file, DECIDED);
    let decided = read.iter().map(|row| {
        let cell = |name: &str| cell(row, DECIDED, name);
        let written = cell("decision");
        let fits = |words: &[&str]| words.iter().any(|word| plain(word) == plain(&written));
        let verdict = VERDICTS.iter().find(|(_, words)| fits(words)).map(|(verdict, _)| *verdict);
        if verdict.is_none() && !written.is_empty() {
            let words = VERDICTS.iter().flat_map(|(_, words)| words.iter().copied());
            let finding = Finding::new("reform-decision-unknown", Severity::Error).value(&written);
            let finding = finding.nearest(nearest(&written, words).map(str::to_owned));
            findings.push(finding.place(place(row, DECIDED, "decision")));
        }
        // Who names a unit to move to has decided.
        let moves = (written.is_empty() && !cell("to_unit_code").is_empty()).then_some(Verdict::Move);
        Decided {
            unit_code: cell("unit_code"),
            cadre_code: cell("cadre_code"),
            duty: cell("duty"),
            verdict: verdict.or(moves),
            to: cell("to_unit_code"),
            place: row.place.clone(),
        }
    });
    let decided = decided.collect();
    (decided, findings)
}

fn position(wanted: &[Wanted], name: &str) -> usize {
    wanted.iter().position(|column| column.name == name).unwrap_or_default()
}

fn cell(row: &Cells, wanted: &[Wanted], name: &str) -> crate::model::Text {
    row.cells.get(position(wanted, name)).cloned().unwrap_or_default()
}

fn place(row: &Cells, wanted: &[Wanted], name: &str) -> crate::model::place::Place {
    row.at(position(wanted, name), wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> File {
        File { path: "r.csv".into(), name: "r.csv".into(), bytes: text.as_bytes().to_vec(), size: text.len() as u64 }
    }

    fn checks(findings: &[Finding]) -> Vec<(&str, Option<u32>, Option<&str>)> {
        findings.iter().map(|found| (found.check, found.place.row, found.place.column.as_deref())).collect()
    }

    #[test]
    fn headings_in_both_languages_and_any_delimiter_are_read() {
        for text in [
            "old_code,new_code,new_name,whole\n28801,28810,Thị trấn Châu Thành,full\n28802,28810,,partial\n",
            "BẢNG CHUYỂN ĐỔI;;;\nMÃ CŨ;Mã mới;Tên mới;Toàn bộ/một phần\n28801;28810;Thị trấn Châu Thành;toàn bộ\n28802;28810;;Một phần\n",
        ] {
            let (rows, findings) = table(&file(text));
            assert_eq!(checks(&findings), []);
            let read: Vec<_> = rows.iter().map(|row| (&*row.old_code, &*row.new_name, row.is_whole)).collect();
            assert_eq!(read, [("28801", "Thị trấn Châu Thành", true), ("28802", "", false)]);
        }
    }

    #[test]
    fn every_fault_is_told_with_its_place() {
        let (_, findings) = table(&file("old_code,new_code,whole,x\n1,2,mostly,\n,,,\n,,full,\n"));
        let right = [
            ("column-unknown", Some(1), Some("x")),
            ("reform-whole-unknown", Some(2), Some("whole")),
            ("cell-empty", Some(4), Some("old_code")),
        ];
        assert_eq!(checks(&findings), right);
        assert_eq!(checks(&table(&file("code,name\n1,x\n")).1), [("table-unknown", None, None)]);
        assert_eq!(checks(&table(&file("")).1), [("file-empty", None, None)]);
        assert_eq!(checks(&table(&file("old_code,new_code\n")).1), [("table-without-rows", None, None)]);
    }

    #[test]
    fn verdicts_are_read_in_both_languages() {
        let head = "unit_code,cadre_code,duty,decision,to_unit_code";
        let (read, findings) = decided(&file(&format!(
            "{head}\nA,C1,d,Giữ,\nA,C2,d,thôi phân công,\nA,C3,d,move,B\nA,,,,B\nA,C4,d,,\nA,C5,d,?,\n"
        )));
        let verdicts: Vec<_> = read.iter().map(|row| row.verdict).collect();
        let (keep, end, moves) = (Some(Verdict::Keep), Some(Verdict::End), Some(Verdict::Move));
        assert_eq!(verdicts, [keep, end, moves, moves, None, None]);
        assert_eq!(checks(&findings), [("reform-decision-unknown", Some(7), Some("decision"))]);
    }
}
