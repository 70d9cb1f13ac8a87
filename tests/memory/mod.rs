//! An office in memory: lists in, lists out, without files or a database.
#![allow(dead_code, reason = "each test uses a part of it")]

pub mod sheet;
pub mod small;

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::{Date, date};
use phancong::merge::{How, Mode, merge};
use phancong::model::book::{Book, Origin};
use phancong::model::change::Change;
use phancong::model::finding::{Finding, has_error};
use phancong::model::lang::Lang;
use phancong::model::list::Kind;
use phancong::model::policy::Profile;
use phancong::read::lists::Reading;
use phancong::read::policy::policy;
use phancong::read::source::File;
use phancong::read::wishes::Wishes;
use phancong::render::{Format, Look, render};
use phancong::report::editing::editing;
use phancong::report::lists::{EVERYTHING, list};
use phancong::report::paper::Paper;
use phancong::text::catalogue::Catalogue;
use phancong::text::order::Order;
use sheet::Sheet;

/// Two levels and one duty.
pub const POLICY: &str = r#"
name = "Quy định"
office = "Ban Tổ chức"
[[level]]
code = "province"
name = { vi = "tỉnh", en = "province" }
[[level]]
code = "commune"
name = { vi = "xã", en = "commune" }
parent = "province"
[[duty]]
code = "lead"
name = { vi = "Phụ trách", en = "Leads" }
unit = "commune"
cadre = ["province"]
"#;

/// The day of every import, where nothing else is said.
pub const DAY: Date = date(2022, 5, 31);

/// An office and what it knows.
#[derive(Clone)]
pub struct Office {
    pub book: Book,
}

impl Office {
    /// An office under a policy.
    pub fn new(text: &str) -> Self {
        let mut book = Book::new(policy(text, "policy.toml").expect("a sound policy"));
        book.origin = Origin { database: "18f-2a".into(), change: 1 };
        Office { book }
    }

    /// Takes lists in; they must be sound.
    pub fn import(&mut self, files: &[(Kind, Vec<u8>)]) -> Change {
        let (change, findings) = self.take_in(files);
        assert!(!has_error(&findings), "{findings:?}");
        change
    }

    /// Takes lists in, sound or not; what is not changes nothing.
    pub fn take_in(&mut self, files: &[(Kind, Vec<u8>)]) -> (Change, Vec<Finding>) {
        let files = files.iter().map(|(kind, bytes)| (*kind, Sheet { csv: bytes.clone(), stamp: None }));
        self.lay(&files.collect::<Vec<_>>(), Mode::Upsert, DAY)
    }

    /// Takes sheets in; they must be sound.
    pub fn import_sheets(&mut self, sheets: &[(Kind, Sheet)]) -> Change {
        let (change, findings) = self.lay(sheets, Mode::Upsert, DAY);
        assert!(!has_error(&findings), "{findings:?}");
        change
    }

    /// Takes lists in as of a day, sound or not; what is not changes nothing.
    pub fn lay(&mut self, files: &[(Kind, Sheet)], mode: Mode, day: Date) -> (Change, Vec<Finding>) {
        let mut reading = Reading::new(&self.book.policy, day, Wishes::default());
        for (kind, sheet) in files {
            let name = format!("{}.csv", kind.name());
            let (bytes, size) = (sheet.csv.clone(), sheet.csv.len() as u64);
            reading.file(&File { path: PathBuf::from(&name), name: name.as_str().into(), bytes, size });
            if let Some(stamp) = sheet.stamp.clone() {
                reading.lists.sources.last_mut().expect("a list").stamp = Some(Arc::new(stamp));
            }
        }
        let mut findings = reading.findings;
        let merged =
            merge(self.book.clone(), reading.lists, &How { mode, day, today: jiff::civil::Date::MAX, max_end: 10 });
        findings.extend(merged.findings);
        if !has_error(&findings) {
            self.book = merged.book;
        }
        (merged.change, findings)
    }

    /// A list as csv.
    pub fn export(&self, kind: Kind, excel: bool) -> Vec<u8> {
        let (words, order) = (Catalogue::new(Lang::Vi), Order::new());
        let paper = Paper { words: &words, order: &order, profile: Profile::Full };
        let table = list(&self.book, &paper, kind, false, &EVERYTHING);
        render(&table, Format::Csv, &Look { excel, ..Look::default() }).expect("csv")
    }

    /// A list as a workbook for editing.
    pub fn workbook(&self, kind: Kind) -> Vec<u8> {
        self.workbook_in(kind, Lang::Vi, Profile::Full)
    }

    /// A list as a workbook in a language, with the columns of a profile.
    pub fn workbook_in(&self, kind: Kind, lang: Lang, profile: Profile) -> Vec<u8> {
        let (words, order) = (Catalogue::new(lang), Order::new());
        let paper = Paper { words: &words, order: &order, profile };
        let table = editing(&self.book, &paper, kind, &EVERYTHING, DAY);
        render(&table, Format::Xlsx, &Look::default()).expect("a workbook")
    }
}
