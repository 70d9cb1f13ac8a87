//! Rows that name units and cadres in place of giving their codes: exactly one is taken, several and none are asked
//! about.

mod memory;

use memory::{DAY, Office, POLICY};
use phancong::merge::{How, Merged, Mode, merge};
use phancong::model::finding::{Finding, Severity};
use phancong::model::list::Kind;
use phancong::read::lists::Reading;
use phancong::read::source::File;
use phancong::read::wishes::Wishes;

/// Two communes of one name in two districts, one that no other has; three people, two of one name.
fn office() -> Office {
    let policy = POLICY.replace(
        "[[duty]]",
        "[[level]]\ncode = \"hamlet\"\nname = { vi = \"ấp\", en = \"hamlet\" }\nparent = \"commune\"\n[[duty]]",
    );
    let mut office = Office::new(&policy.replace("unit = \"commune\"", "unit = \"hamlet\""));
    let units = "code,name,level,parent_code,from,to\nT,Tỉnh Lúa,province,,,\n1,Xã An,commune,T,,\n2,Xã Bình,commune,T,,\n\
                 1.1,Ấp Đông,hamlet,1,,\n1.2,Ấp Tây,hamlet,1,,\n2.1,Ấp Đông,hamlet,2,,\n2.2,Ấp Bắc,hamlet,2,,2020-12-31\n";
    let cadres = "code,full_name,birth_year,organization,level,home_unit_code\nC1,Lê An,1975,Ban Một,province,T\n\
                  C2,Lê An,1980,Ban Hai,province,T\nC3,Võ Cúc,1990,Ban Hai,province,T\n";
    office.import(&[(Kind::Units, units.as_bytes().to_vec()), (Kind::Cadres, cadres.as_bytes().to_vec())]);
    office
}

/// Takes a list in, with answers to what was asked before.
fn take(kind: Kind, text: &str, answers: &[(&str, &str)]) -> (Merged, Vec<Finding>) {
    let office = office();
    let wishes = Wishes { kind: Some(kind), ..Wishes::default() };
    let mut reading = Reading::new(&office.book.policy, DAY, wishes);
    let (bytes, size) = (text.as_bytes().to_vec(), text.len() as u64);
    reading.file(&File { path: "list.csv".into(), name: "list.csv".into(), bytes, size });
    let answers = answers.iter().map(|(asked, code)| ((*asked).to_owned(), (*code).into()));
    reading.lists.answers.extend(answers);
    let how = How { mode: Mode::Upsert, day: DAY, today: DAY, max_end: 10 };
    let merged = merge(office.book, reading.lists, &how);
    let findings = reading.findings.into_iter().chain(merged.findings.iter().cloned());
    let errors = findings.filter(|finding| finding.severity == Severity::Error).collect();
    (merged, errors)
}

/// What an assignment of a person at a place means: both codes, or the id of what is wrong.
fn assigned(person: &str, place: &str, answers: &[(&str, &str)]) -> Result<(String, String), &'static str> {
    let text = format!("full_name,birth_year,organization,unit_path,duty,from\n{person},{place},lead,2022-01-01\n");
    let (merged, errors) = take(Kind::Assignments, &text, answers);
    match (&errors[..], &merged.book.assignments[..]) {
        ([], [only]) => {
            Ok((merged.book.cadre(only.cadre).code.to_string(), merged.book.unit(only.unit).code.to_string()))
        }
        ([error, ..], []) => Err(error.check),
        other => panic!("{other:?}"),
    }
}

fn unit(place: &str) -> Result<String, &'static str> {
    assigned("Võ Cúc,,", place, &[]).map(|(_, unit)| unit)
}

fn cadre(person: &str) -> Result<String, &'static str> {
    assigned(person, "Ấp Tây", &[]).map(|(cadre, _)| cadre)
}

#[test]
fn a_unit_is_meant_by_a_name_that_only_it_has_or_by_its_path() {
    for (path, code) in [
        ("Ấp Tây", "1.2"),
        ("ẤP TÂY", "1.2"),
        ("Tây", "1.2"),
        ("\"Ấp Đông, Xã An\"", "1.1"),
        ("\"Xã Bình, Ấp Đông\"", "2.1"),
        ("\"Ấp Đông, Bình, Tỉnh Lúa\"", "2.1"),
        ("\"Ấp Đông, Tỉnh Lúa, Xã Bình\"", "unit-name-unknown"),
    ] {
        assert_eq!(unit(path).unwrap_or_else(str::to_owned), code, "{path}");
    }
}

#[test]
fn a_name_of_several_units_or_of_none_is_asked_about() {
    assert_eq!(unit("Ấp Đông"), Err("unit-ambiguous"));
    assert_eq!(unit("\"Ấp Đông, Tỉnh Lúa\""), Err("unit-ambiguous"));
    assert_eq!(unit("Ấp Nam"), Err("unit-name-unknown"));
    assert_eq!(unit("\"Ấp Tây, Xã Bình\""), Err("unit-name-unknown"));
    // A unit of another level, and one that is no more.
    assert_eq!(unit("Xã An"), Err("unit-name-unknown"));
    assert_eq!(unit("Ấp Bắc"), Err("unit-name-unknown"));
    assert_eq!(unit(""), Err("cell-empty"));
}

#[test]
fn a_question_names_what_it_could_be_or_what_comes_nearest() {
    let text = "full_name,unit_path,duty,from\nVõ Cúc,Ấp Đông,lead,2022-01-01\nVõ Cúc,Ấp Đông,lead,2022-02-01\n";
    let (merged, errors) = take(Kind::Assignments, text, &[]);
    assert_eq!(errors.iter().map(|error| error.place.row).collect::<Vec<_>>(), [Some(2), Some(3)]);
    let [question] = &merged.questions[..] else { panic!("{:?}", merged.questions) };
    let codes: Vec<&str> = question.candidates.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!((question.what, &*question.asked, codes), (Kind::Units, "Ấp Đông", vec!["1.1", "2.1"]));
    assert_eq!(question.candidates[0].1, "Ấp Đông, Xã An, Tỉnh Lúa");
    let (merged, errors) = take(Kind::Assignments, &text.replace("Ấp Đông", "Ấp Tâyy"), &[]);
    assert_eq!((errors[0].check, errors[0].nearest.as_deref()), ("unit-name-unknown", Some("Ấp Tây")));
    assert_eq!(merged.questions[0].candidates, []);
    let (_, errors) = take(Kind::Assignments, &text.replace("Võ Cúc", "Võ Cuc").replace("Đông", "Tây"), &[]);
    assert_eq!((errors[0].check, errors[0].nearest.as_deref()), ("cadre-name-unknown", Some("Võ Cúc")));
}

#[test]
fn a_cadre_is_meant_by_a_name_and_what_tells_namesakes_apart() {
    for (person, code) in [
        ("Võ Cúc,,", "C3"),
        ("võ cúc,1990,", "C3"),
        ("Lê An,1975,", "C1"),
        ("Lê An,1980,Ban Một", "C2"),
        ("Lê An,,Ban Hai", "C2"),
        ("Lê An,,", "cadre-ambiguous"),
        ("Lê An,,Ban Ba", "cadre-ambiguous"),
        ("Lê An,1999,", "cadre-name-unknown"),
        ("Võ Cúc,1991,", "cadre-name-unknown"),
        ("Lê Bình,,", "cadre-name-unknown"),
        (",1975,", "cell-empty"),
    ] {
        assert_eq!(cadre(person).unwrap_or_else(str::to_owned), code, "{person}");
    }
}

#[test]
fn an_answer_is_taken_for_what_was_asked_and_for_nothing_else() {
    let both = |code: &str, unit: &str| Ok((code.to_owned(), unit.to_owned()));
    assert_eq!(assigned("Lê An,,", "Ấp Đông", &[("Lê An", "C2"), ("ấp đông", "2.1")]), both("C2", "2.1"));
    assert_eq!(assigned("Lê An,1975,", "Ấp Tây", &[("Lê An", "C2")]), both("C1", "1.2"));
    assert_eq!(assigned("Lê An,,", "Ấp Tây", &[("Lê An, 1975", "C1")]), Err("cadre-ambiguous"));
    assert_eq!(assigned("Lê An,,", "Ấp Tây", &[("Lê An", "C9")]), Err("cadre-unknown"));
}

#[test]
fn in_a_list_of_cadres_somebody_unknown_is_new_and_a_doubtful_namesake_is_asked_about() {
    let listed = |person: &str| {
        let (merged, errors) = take(
            Kind::Cadres,
            &format!("full_name,birth_year,organization,home_unit_code,level\n{person},T,province\n"),
            &[],
        );
        let codes = merged.book.cadres.iter().map(|cadre| cadre.code.to_string()).collect::<Vec<_>>().join(" ");
        (codes, errors.first().map(|error| error.check))
    };
    let (known, new) = ("C1 C2 C3".to_owned(), "C1 C2 C3 CB0001".to_owned());
    assert_eq!(listed("Hồ Dừa,1980,Ban Một"), (new.clone(), None));
    assert_eq!(listed("Võ Cúc,1991,Ban Hai"), (new, None));
    assert_eq!(listed("Võ Cúc,1990,Ban Hai"), (known.clone(), None));
    assert_eq!(listed("Võ Cúc,,Ban Ba"), (known.clone(), Some("cadre-ambiguous")));
    assert_eq!(listed("Lê An,,"), (known, Some("cadre-ambiguous")));
}

#[test]
fn units_without_codes_are_found_again_or_get_new_ones() {
    let listed = |name: &str, parent: &str| {
        let (merged, errors) = take(Kind::Units, &format!("name,level,unit_path\n{name},hamlet,{parent}\n"), &[]);
        let last = merged.book.units.last().map(|unit| (unit.code.to_string(), unit.name.to_string()));
        (merged.change.is_empty(), last.expect("a unit").0, errors.first().map(|error| error.check))
    };
    assert_eq!(listed("Ấp Đông", "Xã Bình"), (true, "2.2".to_owned(), None));
    assert_eq!(listed("Ấp Nam", "Xã An"), (false, "1.01".to_owned(), None));
    assert_eq!(listed("Ấp Nam", "Xã Cam"), (true, "2.2".to_owned(), Some("unit-name-unknown")));
}
