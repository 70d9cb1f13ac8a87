//! A small office to reform: a district of four communes, and what its book says before and after.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil::{Date, date};
use phancong::amend::reform::{Reformed, reform};
use phancong::model::book::Book;
use phancong::model::coverage::coverage;
use phancong::model::finding::{Finding, has_error};
use phancong::model::id::AssignmentId;
use phancong::model::lang::Lang;
use phancong::model::list::Kind;
use phancong::model::reform::Reform;
use phancong::model::snapshot::Snapshot;
use phancong::read::source::File;
use phancong::text::catalogue::Catalogue;
use phancong::text::wording::{Wording, wording};

use crate::memory;

pub const ON: Date = date(2022, 7, 1);
pub const LAST: Date = date(2022, 6, 30);

pub const POLICY: &str = r#"
name = "Quy định"
office = "Ban Tổ chức"
[[level]]
code = "district"
name = { vi = "huyện", en = "district" }
[[level]]
code = "commune"
name = { vi = "xã", en = "commune" }
parent = "district"
[[level]]
code = "hamlet"
name = { vi = "ấp", en = "hamlet" }
parent = "commune"
[[duty]]
code = "lead"
name = { vi = "Phụ trách xã", en = "Leads a commune" }
unit = "commune"
cadre = ["district"]
[[duty]]
code = "follow"
name = { vi = "Theo dõi ấp", en = "Follows a hamlet" }
unit = "hamlet"
cadre = ["district"]
within = "district"
"#;

/// Without districts, and with a duty of its own.
pub const NEXT: &str = r#"
name = "Quy định mới"
office = "Ban Xây dựng Đảng"
[[level]]
code = "commune"
name = { vi = "xã, phường", en = "commune" }
[[level]]
code = "hamlet"
name = { vi = "ấp", en = "hamlet" }
parent = "commune"
[[duty]]
code = "visit"
name = { vi = "Thăm ấp", en = "Visits a hamlet" }
unit = "hamlet"
cadre = ["commune"]
[[duty]]
code = "lead"
name = { vi = "Cán bộ phụ trách xã", en = "Leads a commune" }
unit = "commune"
cadre = ["commune"]
"#;

/// A district of four communes with two hamlets each.
pub fn book() -> Book {
    let mut office = memory::Office::new(POLICY);
    let mut units = "code,name,level,parent_code,type,households\nD,Huyện D,district,,Huyện,\n".to_owned();
    let mut held = "cadre_code,unit_code,duty,from,to,decision_no\n".to_owned();
    let mut people = "code,full_name,level,home_unit_code\n".to_owned();
    for commune in ["A", "B", "C", "E"] {
        writeln!(units, "{commune},Xã {commune},commune,D,Xã,100").expect("text");
        writeln!(people, "L{commune},Lê {commune},district,{commune}").expect("text");
        writeln!(held, "L{commune},{commune},lead,2022-01-01,,1").expect("text");
        for hamlet in 1..=2 {
            writeln!(units, "{commune}.{hamlet},Ấp {hamlet},hamlet,{commune},Ấp,50").expect("text");
            writeln!(people, "F{commune}{hamlet},Võ {commune} {hamlet},district,D").expect("text");
            writeln!(held, "F{commune}{hamlet},{commune}.{hamlet},follow,2022-01-01,2024-12-31,2").expect("text");
        }
    }
    let seats = "unit_code,duty,min,max\nB,lead,1,2\n";
    let vacancies = "unit_code,duty,since,until,reason\nC.1,follow,2022-05-01,2022-08-31,chờ\n";
    let lists = [
        (Kind::Units, units.as_str()),
        (Kind::Cadres, &people),
        (Kind::Assignments, &held),
        (Kind::Seats, seats),
        (Kind::Vacancies, vacancies),
    ];
    office.import(&lists.map(|(kind, text)| (kind, text.as_bytes().to_vec())));
    office.book
}

pub fn table(text: &str) -> Reform {
    let bytes = text.as_bytes().to_vec();
    let file = File { path: "r.csv".into(), name: "r.csv".into(), size: bytes.len() as u64, bytes };
    let (rows, findings) = phancong::read::reform::table(&file);
    assert!(!has_error(&findings), "{findings:?}");
    Reform { rows, day: ON, decision_no: "9-NQ".into(), decided: Vec::new() }
}

pub fn done(book: Book, wish: &Reform) -> Reformed {
    let reformed = reform(book, wish, None);
    assert!(!has_error(&reformed.amended.findings), "{:?}", reformed.amended.findings);
    reformed
}

/// The checks that found something, with the row of the table; every sentence is whole in both languages.
pub fn refused(book: Book, wish: &Reform) -> Vec<(&'static str, Option<u32>)> {
    let reformed = reform(book, wish, None);
    let Book { policy, .. } = &reformed.amended.book;
    for finding in &reformed.amended.findings {
        for words in Lang::ALL.map(Catalogue::new) {
            let Wording { message, hint } = wording(&words, policy, finding);
            let said = format!("{message}{hint}");
            assert!(!said.contains(['{', '}']) && !said.is_empty(), "{said}");
        }
    }
    let told = |finding: &Finding| (finding.check, finding.place.row);
    reformed.amended.findings.iter().map(told).collect()
}

/// Who covers what on a day: unit code and name, duty, cadres.
pub fn covered(book: &Book, day: Date) -> BTreeSet<(String, String, String, Vec<String>)> {
    let snapshot = Snapshot::new(book, day);
    let holders =
        |ids: &[AssignmentId]| ids.iter().map(|id| book.cadre(book.assignment(*id).cadre).code.to_string()).collect();
    let all = coverage(&snapshot).into_iter().map(|found| {
        let unit = book.unit(found.unit);
        let duty = snapshot.policy().duty(found.duty).code.clone();
        (unit.code.to_string(), book.path(found.unit), duty, holders(&found.holders))
    });
    all.collect()
}

pub fn holders(book: &Book, unit: &str, duty: &str) -> Vec<String> {
    let all = covered(book, ON).into_iter().find(|(code, _, own, _)| code == unit && own == duty);
    all.expect("a seat").3
}
