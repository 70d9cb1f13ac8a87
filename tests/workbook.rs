//! A workbook for editing: what lies inside it, and that all it says is understood when it comes back.

mod memory;

use std::io::{Cursor, Read};

use memory::sheet::opened;
use memory::small::office;
use memory::{DAY, Office, POLICY};
use phancong::merge::Mode;
use phancong::model::lang::Lang;
use phancong::model::list::{Column, Kind};
use phancong::model::policy::Profile;
use phancong::read::lists::Reading;
use phancong::read::policy::built_in;
use phancong::read::source::File;
use phancong::read::wishes::Wishes;
use phancong::text::catalogue::Catalogue;

#[test]
fn every_heading_is_known_in_both_languages() {
    for (kind, lang) in Kind::ALL.into_iter().flat_map(|kind| Lang::ALL.map(|lang| (kind, lang))) {
        let mut office = office();
        let workbook = office.workbook_in(kind, lang, Profile::Full);
        let (change, findings) = office.lay(&[(kind, opened(workbook))], Mode::Upsert, DAY);
        assert!(change.is_empty() && findings.is_empty(), "{} {}: {findings:?}", kind.name(), lang.code());
    }
}

#[test]
fn every_title_of_the_catalogue_is_known_over_its_column() {
    let policy = Office::new(POLICY).book.policy;
    for (kind, lang) in Kind::ALL.into_iter().flat_map(|kind| Lang::ALL.map(|lang| (kind, lang))) {
        let words = Catalogue::new(lang);
        let columns: Vec<Column> = kind.written().map(|(column, _)| column).collect();
        let titles = columns.iter().map(|column| words.say(&format!("column-{}", column.name()), &[]));
        let bytes = titles.collect::<Vec<_>>().join(";").into_bytes();
        let mut reading = Reading::new(&policy, DAY, Wishes::of_kind(Some(kind)));
        let (path, name, size) = ("x.csv".into(), "x.csv".into(), bytes.len() as u64);
        reading.file(&File { path, name, bytes, size });
        let known: Vec<Column> = reading.lists.sources[0].columns.iter().map(|(column, _)| *column).collect();
        assert_eq!(known, columns, "{} {}: {:?}", kind.name(), lang.code(), reading.findings);
    }
}

#[test]
fn every_choice_of_the_built_in_policies_is_read_back() {
    for (name, lang) in ["three-tier", "two-tier"].into_iter().flat_map(|name| Lang::ALL.map(|lang| (name, lang))) {
        let office = Office::new(built_in(name).expect("a policy"));
        let names = phancong::read::names::Names::of(&office.book.policy);
        for kind in [Kind::Units, Kind::Cadres, Kind::Assignments] {
            let xml = inside(office.workbook_in(kind, lang, Profile::Full), "xl/sharedStrings.xml");
            assert!(xml.contains("<t>"), "{}", kind.name());
        }
        for duty in &office.book.policy.duties {
            assert_eq!(names.duty(duty.name.in_lang(lang)), names.duty(&duty.code), "{}", duty.code);
        }
        for level in &office.book.policy.levels {
            assert_eq!(names.level(level.name.in_lang(lang)), names.level(&level.code), "{}", level.code);
        }
    }
}

/// A part of a workbook, as text.
fn inside(workbook: Vec<u8>, part: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(workbook)).expect("a zip");
    let mut text = String::new();
    zip.by_name(part).expect("a part").read_to_string(&mut text).expect("xml");
    text
}

#[test]
fn a_workbook_offers_choices_refuses_what_is_none_and_hides_what_is_for_programs() {
    let office = office();
    let sheet = |kind| inside(office.workbook(kind), "xl/worksheets/sheet1.xml");
    let cadres = sheet(Kind::Cadres);
    for part in [
        r#"<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>"#,
        r#"<autoFilter ref="A1:N504"/>"#,
        r#"type="list""#,
        "đang công tác,nghỉ hưu",
        r#"type="date""#,
        r#"type="whole""#,
        "<formula1>1900</formula1><formula2>2022</formula2>",
        "chỉ để đọc: Tên của đơn vị theo mã.",
    ] {
        assert!(cadres.contains(part), "{part}");
    }
    let assignments = office.workbook(Kind::Assignments);
    assert!(inside(assignments.clone(), "xl/worksheets/sheet1.xml").contains(r#"<formula1>"Phụ trách"</formula1>"#));
    let book = inside(assignments.clone(), "xl/workbook.xml");
    assert!(book.contains(r#"<sheet name="_phancong" sheetId="3" state="hidden""#), "{book}");
    assert!(book.contains(r#"<sheet name="Hướng dẫn" sheetId="2" r:id"#), "{book}");
    assert_eq!(assignments, office.workbook(Kind::Assignments), "the same bytes for the same content");
}

#[test]
fn choices_with_commas_stand_in_a_hidden_sheet() {
    let office = Office::new(built_in("three-tier").expect("a policy"));
    let workbook = office.workbook(Kind::Units);
    assert!(inside(workbook.clone(), "xl/worksheets/sheet1.xml").contains("<formula1>_lists!$A$2:$A$"));
    assert!(inside(workbook, "xl/workbook.xml").contains(r#"<sheet name="_lists" sheetId="3" state="hidden""#));
}

#[test]
fn codes_are_text_and_stay_text_in_the_rows_below() {
    let office = office();
    let workbook = office.workbook(Kind::Cadres);
    let styles = inside(workbook.clone(), "xl/styles.xml");
    let formats = styles.split_once("<cellXfs").expect("formats").1;
    let formats: Vec<&str> = formats.split("<xf ").skip(1).collect();
    let sheet = inside(workbook, "xl/worksheets/sheet1.xml");
    for cell in ["A2", "A504", "I2", "I504"] {
        let (_, style) = sheet.split_once(&format!(r#"<c r="{cell}" s=""#)).expect("a cell");
        let style: usize = style.split('"').next().and_then(|style| style.parse().ok()).expect("a style");
        assert!(formats[style].starts_with(r#"numFmtId="49""#), "{cell}: {}", formats[style]);
    }
    assert!(!sheet.contains(r#"<c r="A505""#));
}
