//! A file read as an import reads it, by a district of three levels: its rows, and what was found.
#![allow(dead_code, reason = "each test uses a part of it")]

use phancong::model::finding::{Finding, Severity};
use phancong::model::rows::Lists;
use phancong::read::lists::Reading;
use phancong::read::policy::{built_in, policy};
use phancong::read::source::File;
use phancong::read::wishes::Wishes;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

/// What was read.
pub struct Read {
    pub lists: Lists,
    pub findings: Vec<Finding>,
}

/// Reads a file whose name tells nothing.
pub fn read(bytes: &[u8]) -> Read {
    read_as(bytes, Wishes::default())
}

/// Reads a file with what the user says about it.
pub fn read_as(bytes: &[u8], wishes: Wishes) -> Read {
    let policy = policy(built_in("three-tier").expect("a policy"), "policy").expect("a sound policy");
    let mut reading = Reading::new(&policy, jiff::civil::date(2022, 5, 31), wishes);
    let (name, size) = ("can bo".into(), bytes.len() as u64);
    reading.file(&File { path: "can bo".into(), name, bytes: bytes.to_vec(), size });
    Read { lists: reading.lists, findings: reading.findings }
}

/// What is found, short enough to be written down: the id, its row and its column.
pub type Told<'f> = (&'static str, Option<u32>, Option<&'f str>);

impl Read {
    /// The rows of cadres: their number in Excel, code and name.
    pub fn cadres(&self) -> Vec<(u32, &str, &str)> {
        let cadres = self.lists.cadres.iter();
        cadres.map(|cadre| (cadre.at, cadre.row.code.as_str(), cadre.row.full_name.as_str())).collect()
    }

    /// All findings.
    pub fn told(&self) -> Vec<Told<'_>> {
        self.findings.iter().map(told).collect()
    }

    /// The errors.
    pub fn errors(&self) -> Vec<Told<'_>> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error).map(told).collect()
    }

    /// The finding of an id.
    pub fn finding(&self, id: &str) -> &Finding {
        let found = self.findings.iter().find(|finding| finding.check == id);
        found.unwrap_or_else(|| panic!("no {id} in {:?}", self.findings))
    }
}

fn told(finding: &Finding) -> Told<'_> {
    (finding.check, finding.place.row, finding.place.column.as_deref())
}

/// A workbook of one sheet.
pub fn workbook(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet()).expect("a sheet");
    workbook.save_to_buffer().expect("a workbook")
}
