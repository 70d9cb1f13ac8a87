//! Which unit a code means: codes are used again, and mean the unit of their day.

mod memory;

use jiff::civil::{Date, date};
use memory::sheet::Sheet;
use memory::{Office, POLICY};
use phancong::merge::Mode;
use phancong::model::change::Change;
use phancong::model::finding::{Finding, Severity};
use phancong::model::list::Kind;

const UNITS: &str = "code,name,level,parent_code,from,to\n";
/// Commune 001 was Xã Cũ until the end of 2020, and is Xã Mới since.
const TWICE: &str = "T,Tỉnh,province,,,\n001,Xã Cũ,commune,T,,2020-12-31\n001,Xã Mới,commune,T,2021-01-01,\n";

fn lay(office: &mut Office, kind: Kind, text: &str, day: Date) -> (Change, Vec<Finding>) {
    office.lay(&[(kind, Sheet { csv: text.as_bytes().to_vec(), stamp: None })], Mode::Upsert, day)
}

fn office() -> Office {
    let mut office = Office::new(POLICY);
    office.import(&[(Kind::Units, format!("{UNITS}{TWICE}").into_bytes())]);
    office
}

/// The ids of the errors, with their rows.
fn errors(findings: &[Finding]) -> Vec<(&'static str, Option<u32>)> {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| (finding.check, finding.place.row)).collect()
}

/// The units of code 001: their names, and what they are called "note".
fn units(office: &Office) -> Vec<(&str, &str)> {
    let units = office.book.units.iter().filter(|unit| &*unit.code == "001");
    units.map(|unit| (unit.name.as_str(), unit.note.as_str())).collect()
}

#[test]
fn without_days_a_code_means_the_unit_of_the_day_of_the_import() {
    for (day, right) in [
        (date(2020, 6, 1), [("Xã Cũ", "x"), ("Xã Mới", "")]),
        (date(2022, 6, 1), [("Xã Cũ", ""), ("Xã Mới", "x")]),
        (date(2020, 12, 31), [("Xã Cũ", "x"), ("Xã Mới", "")]),
        (date(2021, 1, 1), [("Xã Cũ", ""), ("Xã Mới", "x")]),
    ] {
        let mut office = office();
        let name = right.iter().find(|(_, note)| *note == "x").expect("a unit").0;
        let text = format!("code,name,level,parent_code,note\n001,{name},commune,T,x\n");
        let (_, findings) = lay(&mut office, Kind::Units, &text, day);
        assert_eq!((errors(&findings), units(&office)), (vec![], right.to_vec()), "{day}");
    }
}

#[test]
fn without_days_a_code_of_another_day_is_refused() {
    let mut office = Office::new(POLICY);
    let text = format!("{UNITS}T,Tỉnh,province,,,\n001,Xã Cũ,commune,T,,2020-12-31\n");
    office.import(&[(Kind::Units, text.into_bytes())]);
    let text = "code,name,level,parent_code\n001,Xã Cũ,commune,T\n";
    let (_, findings) = lay(&mut office, Kind::Units, text, date(2022, 6, 1));
    assert_eq!(errors(&findings), [("unit-code-of-another-day", Some(2))]);
    let (change, findings) = lay(&mut office, Kind::Units, text, date(2020, 6, 1));
    assert_eq!((errors(&findings), change.is_empty()), (vec![], true));
}

#[test]
fn with_days_a_row_means_the_unit_that_begins_then_or_has_its_name() {
    let day = date(2022, 6, 1);
    // The same first day: another name is a new name.
    let mut renamed = office();
    let (_, findings) = lay(&mut renamed, Kind::Units, &format!("{UNITS}001,Xã Mới 2,commune,T,2021-01-01,\n"), day);
    let names: Vec<&str> = units(&renamed).into_iter().map(|(name, _)| name).collect();
    assert_eq!((errors(&findings), names), (vec![], vec!["Xã Cũ", "Xã Mới 2"]));
    // The same name on some of the days: another first day is a new first day.
    let mut moved = office();
    let (_, findings) = lay(&mut moved, Kind::Units, &format!("{UNITS}001,xã mới,commune,T,2021-02-01,\n"), day);
    let froms = moved.book.units.iter().filter(|unit| &*unit.code == "001").map(|unit| unit.period.from);
    assert_eq!((errors(&findings), froms.collect::<Vec<_>>()), (vec![], vec![None, Some(date(2021, 2, 1))]));
}

#[test]
fn with_days_that_are_free_a_row_is_a_new_unit_and_with_days_that_are_taken_it_is_refused() {
    let day = date(2022, 6, 1);
    let mut office = Office::new(POLICY);
    let text = format!("{UNITS}T,Tỉnh,province,,,\n001,Xã Cũ,commune,T,,2020-12-31\n");
    office.import(&[(Kind::Units, text.into_bytes())]);
    let mut taken = office.clone();
    let (_, findings) = lay(&mut office, Kind::Units, &format!("{UNITS}001,Xã Mới,commune,T,2021-01-01,\n"), day);
    assert_eq!((errors(&findings), units(&office).len()), (vec![], 2));
    let (_, findings) = lay(&mut taken, Kind::Units, &format!("{UNITS}001,Xã Mới,commune,T,2020-12-31,\n"), day);
    assert_eq!((errors(&findings), units(&taken).len()), (vec![("unit-code-in-use", Some(2))], 1));
}

#[test]
fn what_points_to_a_code_means_the_unit_of_its_own_day() {
    let mut office = office();
    let cadres = "code,full_name,level,home_unit_code\nC1,Lê An,province,T\n";
    office.import(&[(Kind::Cadres, cadres.as_bytes().to_vec())]);
    let text = "cadre_code,unit_code,duty,from,to\nC1,001,lead,2020-01-01,2020-06-30\nC1,001,lead,2021-06-01,\n";
    let (_, findings) = lay(&mut office, Kind::Assignments, text, date(2022, 6, 1));
    let at = office.book.assignments.iter().map(|assignment| office.book.unit(assignment.unit).name.as_str());
    assert_eq!((errors(&findings), at.collect::<Vec<_>>()), (vec![], vec!["Xã Cũ", "Xã Mới"]));
}

#[test]
fn a_code_that_was_used_too_often_means_nothing() {
    let many = |count: i32| {
        let unit = |at| {
            let year = 1900 + at;
            format!("001,Xã {at},commune,T,{year}-01-01,{year}-12-31\n")
        };
        let text = format!("{UNITS}T,Tỉnh,province,,,\n{}", (0..count).map(unit).collect::<String>());
        let (_, findings) = lay(&mut Office::new(POLICY), Kind::Units, &text, date(2022, 6, 1));
        errors(&findings)
    };
    assert_eq!(many(65), []);
    assert_eq!(many(66), [("code-used-too-often", Some(68))]);
}
