//! An office in memory: lists in, lists out, without files or a database.

use std::path::PathBuf;

use jiff::civil::date;
use phancong::merge::{How, Mode, merge};
use phancong::model::book::Book;
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
use phancong::report::lists::{EVERYTHING, list};
use phancong::report::paper::Paper;
use phancong::text::catalogue::Catalogue;
use phancong::text::order::Order;

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

/// An office and what it knows.
pub struct Office {
    book: Book,
}

impl Office {
    /// An office under a policy.
    pub fn new(text: &str) -> Self {
        Office { book: Book::new(policy(text, "policy.toml").expect("a sound policy")) }
    }

    /// Takes lists in; they must be sound.
    pub fn import(&mut self, files: &[(Kind, Vec<u8>)]) -> Change {
        let (change, findings) = self.take_in(files);
        assert!(!has_error(&findings), "{findings:?}");
        change
    }

    /// Takes lists in, sound or not; what is not changes nothing.
    pub fn take_in(&mut self, files: &[(Kind, Vec<u8>)]) -> (Change, Vec<Finding>) {
        let day = date(2022, 5, 31);
        let mut reading = Reading::new(&self.book.policy, day, Wishes::default());
        for (kind, bytes) in files {
            let name = format!("{}.csv", kind.name());
            let size = bytes.len() as u64;
            reading.file(&File { path: PathBuf::from(&name), name: name.as_str().into(), bytes: bytes.clone(), size });
        }
        let mut findings = reading.findings;
        let merged = merge(self.book.clone(), &reading.lists, &How { mode: Mode::Upsert, day, max_end: 10 });
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
}
