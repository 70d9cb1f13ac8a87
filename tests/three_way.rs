//! Lists changed in a workbook and imported again: exactly the edits come out, and nothing of somebody else's is lost.

mod memory;

use jiff::civil::date;
use memory::sheet::{Sheet, column, edited, opened, row};
use memory::small::office;
use memory::{DAY, Office};
use phancong::merge::Mode;
use phancong::model::change::{Change, Deed};
use phancong::model::finding::{Arg, Finding, has_error};
use phancong::model::lang::Lang;
use phancong::model::list::Kind;
use phancong::model::policy::Profile;

fn lay(office: &mut Office, kind: Kind, sheet: Sheet) -> (Change, Vec<Finding>) {
    office.lay(&[(kind, sheet)], Mode::Upsert, DAY)
}

fn checks(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.check).collect()
}

fn arg(finding: &Finding, name: &str) -> String {
    match finding.args.iter().find(|(given, _)| *given == name) {
        Some((_, Arg::Text(text))) => text.to_string(),
        Some((_, Arg::Day(day))) => day.to_string(),
        other => panic!("{name}: {other:?}"),
    }
}

/// Changes a list behind the clerk's back.
fn meanwhile(office: &mut Office, kind: Kind, text: &str) {
    office.import(&[(kind, text.as_bytes().to_vec())]);
}

#[test]
fn one_cell_edited_one_row_added_one_removed_and_nothing_else() {
    let mut office = office();
    let sheet = edited(office.workbook(Kind::Assignments), |rows| {
        let decision = column(rows, "Số quyết định");
        let (first, gone) = (row(rows, "C1"), row(rows, "C2"));
        rows[first][decision] = "9-QĐ".to_owned();
        let mut new = rows[first].clone();
        new.splice(0..4, ["C2", "", "001", ""].map(str::to_owned));
        new[column(rows, "Từ ngày")] = "15/05/2022".to_owned();
        rows.push(new);
        rows.remove(gone);
    });
    let (change, findings) = lay(&mut office, Kind::Assignments, sheet);
    assert_eq!(checks(&findings), [""; 0]);
    let change = change.assignments;
    assert_eq!((change.rows, change.unchanged, change.added.len()), (4, 2, 1));
    let edits: Vec<_> = change.edited.iter().map(|edit| (edit.deed, &office.book.assignments[edit.at])).collect();
    assert_eq!(edits.iter().map(|(deed, _)| *deed).collect::<Vec<_>>(), [Deed::Changed, Deed::Ended]);
    assert_eq!(edits[0].1.decision_no, "9-QĐ");
    assert_eq!(edits[1].1.period.to, Some(date(2022, 5, 30)));
    assert_eq!(office.book.assignments[change.added.first().expect("one")].period.from, Some(date(2022, 5, 15)));
}

#[test]
fn an_untouched_row_keeps_what_somebody_else_changed_since() {
    let mut office = office();
    let old = edited(office.workbook(Kind::Cadres), |rows| {
        let (at, note) = (row(rows, "C2"), column(rows, "Ghi chú"));
        rows[at][note] = "mới".to_owned();
    });
    meanwhile(&mut office, Kind::Cadres, "code,full_name,level,home_unit_code,phone\nC1,Lê Văn An,province,T,0999\n");
    meanwhile(&mut office, Kind::Units, "code,name,level,parent_code\nT,Tỉnh Mới,province,\n");
    let (change, findings) = lay(&mut office, Kind::Cadres, old);
    assert_eq!(checks(&findings), [""; 0], "names beside codes may be out of date");
    assert_eq!((change.cadres.edited.len(), change.cadres.unchanged), (1, 2));
    assert_eq!((&*office.book.cadres[0].phone, &*office.book.cadres[1].note), ("0999", "mới"));
}

#[test]
fn a_row_that_two_changed_is_a_conflict_and_neither_is_overwritten() {
    let mut office = office();
    let old = edited(office.workbook(Kind::Assignments), |rows| {
        let (at, to, decision) = (row(rows, "C1"), column(rows, "Đến ngày"), column(rows, "Số quyết định"));
        rows[at][to] = "30/06/2022".to_owned();
        rows[at][decision] = "5-QĐ".to_owned();
    });
    let text = "cadre_code,unit_code,duty,from,decision_no,note\nC1,001,lead,2022-01-01,6-QĐ,x\n";
    meanwhile(&mut office, Kind::Assignments, text);
    let before = office.book.clone();
    let (_, findings) = lay(&mut office, Kind::Assignments, old);
    assert_eq!(checks(&findings), ["edit-conflict"; 3]);
    let said = |finding: &Finding| ["who", "said", "known"].map(|name| arg(finding, name)).join(" | ");
    let all: Vec<String> = findings.iter().map(said).collect();
    assert_eq!(all, ["file | 2022-06-30 | none", "both | 5-QĐ | 6-QĐ", "database | none | x"]);
    assert_eq!(findings[1].place.column.as_deref(), Some("Số quyết định"));
    assert_eq!(arg(&findings[0], "key"), "C1, 001, lead, 2022-01-01");
    assert!(office.book == before && findings.iter().all(|finding| finding.place.row == Some(2)));
}

#[test]
fn the_same_change_by_two_is_no_conflict() {
    let mut office = office();
    let old = edited(office.workbook(Kind::Seats), |rows| {
        let (at, min) = (row(rows, "002"), column(rows, "Tối thiểu"));
        rows[at][min] = "3".to_owned();
    });
    meanwhile(&mut office, Kind::Seats, "unit_code,duty,min\n002,lead,3\n");
    let (change, findings) = lay(&mut office, Kind::Seats, old);
    assert!(change.is_empty() && findings.is_empty(), "{findings:?}");
}

#[test]
fn rows_added_or_gone_on_both_sides_are_told() {
    let mut office = office();
    let old = edited(office.workbook(Kind::Vacancies), |rows| {
        rows.push(rows[1].clone());
        for (heading, cell) in [("Mã đơn vị", "002"), ("Lý do", "trong tệp"), ("Tên đơn vị", ""), ("Địa chỉ", "")]
        {
            let at = column(rows, heading);
            rows[2][at] = cell.to_owned();
        }
    });
    meanwhile(&mut office, Kind::Vacancies, "unit_code,duty,since,reason\n002,lead,2022-05-01,đã có\n");
    let (_, findings) = lay(&mut office, Kind::Vacancies, old);
    let told: Vec<_> = findings.iter().map(|finding| (finding.check, arg(finding, "who"))).collect();
    assert_eq!(told, [("edit-conflict", "added".to_owned())]);
    let workbook = office.workbook(Kind::Seats);
    office.book.seats.remove(1);
    assert!(office.import_sheets(&[(Kind::Seats, opened(workbook.clone()))]).is_empty(), "what is gone stays gone");
    let old = edited(workbook, |rows| {
        let (at, max) = (row(rows, "002"), column(rows, "Tối đa"));
        rows[at][max] = "7".to_owned();
    });
    let (_, findings) = lay(&mut office, Kind::Seats, old);
    assert_eq!((checks(&findings), arg(&findings[0], "who")), (vec!["edit-conflict"], "gone".to_owned()));
}

#[test]
fn what_is_removed_ends_unless_it_cannot() {
    let without = |office: &Office, kind: Kind, code: &'static str, at: usize| {
        edited(office.workbook(kind), |rows| rows.retain(|row| row[at] != code))
    };
    let mut office = office();
    let sheet = without(&office, Kind::Cadres, "C3", 0);
    assert_eq!(checks(&lay(&mut office, Kind::Cadres, sheet).1), ["cadre-row-missing"]);
    let sheet = without(&office, Kind::Assignments, "C3", 0);
    assert_eq!(checks(&lay(&mut office, Kind::Assignments, sheet).1), ["future-row-missing", "history-row-missing"]);
    let sheet = without(&office, Kind::Seats, "002", 0);
    assert_eq!(lay(&mut office, Kind::Seats, sheet).0.seats.removed.len(), 1);
    let sheet = without(&office, Kind::Vacancies, "001", 0);
    assert_eq!(lay(&mut office, Kind::Vacancies, sheet).0.vacancies.edited[0].deed, Deed::Ended);
    let sheet = without(&office, Kind::Units, "002", 0);
    lay(&mut office, Kind::Units, sheet);
    assert_eq!(office.book.units[2].period.to, Some(date(2022, 5, 30)));
    let sheet = edited(office.workbook(Kind::Assignments), |rows| rows.retain(|row| row[0] != "C1" && row[0] != "C2"));
    assert_eq!(checks(&lay(&mut office, Kind::Assignments, sheet).1), ["too-many-ended"]);
}

#[test]
fn decisions_are_corrected_and_taken_away_in_a_workbook_and_stay_in_a_list_that_lacks_them() {
    let mut office = office();
    let number = |office: &Office| office.book.decisions.iter().map(|row| row.number.to_string()).collect::<Vec<_>>();
    let short = Sheet { csv: b"number,day,signer\n2-Q\xc4\x90,2022-05-02,An\n".to_vec(), stamp: None };
    let (change, findings) = office.lay(&[(Kind::Decisions, short)], Mode::Sync, DAY);
    assert_eq!((checks(&findings), change.decisions.ended(), change.decisions.added.len()), (vec![], 0, 1));
    assert_eq!(number(&office), ["1-QĐ", "0-QĐ", "2-QĐ"]);
    let sheet = edited(office.workbook(Kind::Decisions), |rows| {
        let (at, signed, number) = (row(rows, "1-QĐ"), column(rows, "Ngày ký"), column(rows, "Số quyết định"));
        rows[at][signed] = "21/12/2021".to_owned();
        let wrong = row(rows, "0-QĐ");
        rows[wrong][number] = "01-QĐ".to_owned();
    });
    let (change, findings) = lay(&mut office, Kind::Decisions, sheet);
    assert_eq!(checks(&findings), [""; 0]);
    let change = change.decisions;
    assert_eq!((change.edited.len(), change.added.len(), change.removed.len()), (1, 1, 1));
    assert_eq!(number(&office), ["1-QĐ", "2-QĐ", "01-QĐ"]);
    let first = &office.book.decisions[0];
    assert_eq!((first.day, first.issuer.as_str()), (date(2021, 12, 21), "Tỉnh ủy"));
    assert_eq!(office.book.assignments[0].decision_no, "1-QĐ", "assignments cite what they cited");
}

#[test]
fn what_was_removed_and_has_ended_since_is_no_conflict() {
    let mut office = office();
    let workbook = office.workbook(Kind::Assignments);
    let without = || edited(workbook.clone(), |rows| rows.retain(|row| row[0] != "C2"));
    assert_eq!(lay(&mut office, Kind::Assignments, without()).0.assignments.edited[0].deed, Deed::Ended);
    let (change, findings) = lay(&mut office, Kind::Assignments, without());
    assert_eq!(checks(&findings), ["history-row-missing"], "the same workbook again");
    assert!(change.is_empty());
}

#[test]
fn a_row_that_was_changed_since_is_not_removed() {
    let mut office = office();
    let sheet = edited(office.workbook(Kind::Seats), |rows| rows.retain(|row| row[0] != "002"));
    meanwhile(&mut office, Kind::Seats, "unit_code,duty,min\n002,lead,4\n");
    let (_, findings) = lay(&mut office, Kind::Seats, sheet);
    let told: Vec<_> = findings.iter().map(|f| (f.check, arg(f, "who"), arg(f, "known"))).collect();
    assert_eq!(told, [("edit-conflict", "removed".to_owned(), "4".to_owned())]);
}

#[test]
fn rows_of_a_faulty_list_count_as_there() {
    let mut office = office();
    let sheet = edited(office.workbook(Kind::Cadres), |rows| {
        let (at, year) = (row(rows, "C3"), column(rows, "Năm sinh"));
        rows[at][year] = "năm 75".to_owned();
    });
    assert_eq!(checks(&lay(&mut office, Kind::Cadres, sheet).1), ["birth-year-impossible"]);
}

#[test]
fn a_copied_row_and_a_changed_name_are_reported() {
    let mut office = office();
    let sheet = edited(office.workbook(Kind::Cadres), |rows| rows.push(rows[1].clone()));
    assert_eq!(checks(&lay(&mut office, Kind::Cadres, sheet).1), ["key-repeated"]);
    let sheet = edited(office.workbook(Kind::Assignments), |rows| {
        let (at, name) = (row(rows, "C1"), column(rows, "Họ và tên"));
        rows[at][name] = "Trần Khác".to_owned();
    });
    assert_eq!(checks(&lay(&mut office, Kind::Assignments, sheet).1), ["context-contradicts"]);
}

#[test]
fn a_workbook_of_another_database_is_a_plain_list() {
    let mut office = office();
    let workbook = office.workbook(Kind::Seats);
    office.book.origin.database = "another".into();
    let sheet = edited(workbook, |rows| rows.truncate(2));
    let (change, findings) = lay(&mut office, Kind::Seats, sheet);
    assert_eq!(checks(&findings), ["stamp-of-another-database"]);
    assert!(change.is_empty() && !has_error(&findings));
}

#[test]
fn a_column_that_was_left_out_or_taken_out_stays_as_it_is() {
    let mut office = office();
    let public = opened(office.workbook_in(Kind::Cadres, Lang::Vi, Profile::Public));
    let cut = edited(office.workbook(Kind::Cadres), |rows| {
        let phone = column(rows, "Điện thoại");
        rows.iter_mut().for_each(|row| drop(row.remove(phone)));
    });
    meanwhile(
        &mut office,
        Kind::Cadres,
        "code,full_name,level,home_unit_code,phone,note\nC1,Lê An,province,T,0999,y\n",
    );
    for sheet in [public, cut] {
        assert!(office.import_sheets(&[(Kind::Cadres, sheet)]).is_empty());
    }
}

#[test]
fn units_of_one_code_are_told_apart_by_their_first_day() {
    let mut office = office();
    let text = "code,name,level,parent_code,from,to\n002,Xã Bình,commune,T,2020-01-01,2022-01-31\n002,Xã Mới,commune,T,2022-02-01,\n";
    meanwhile(&mut office, Kind::Units, text);
    let sheet = edited(office.workbook(Kind::Units), |rows| {
        let note = column(rows, "Ghi chú");
        let at = rows.iter().position(|row| row[1] == "Xã Mới").expect("the new one");
        rows[at][note] = "x".to_owned();
        let old = rows.iter().position(|row| row[1] == "Xã Bình").expect("the old one");
        rows.remove(old);
    });
    let (change, findings) = lay(&mut office, Kind::Units, sheet);
    assert_eq!(checks(&findings), ["history-row-missing"]);
    assert_eq!((change.units.edited.len(), change.units.unchanged), (1, 2));
    assert_eq!(office.book.units[3].note, "x");
}
