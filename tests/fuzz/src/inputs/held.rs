//! What holds of every office, however it came to be: it can be looked at, and goes out and comes back the same.

use std::cell::RefCell;
use std::collections::HashSet;
use std::mem;
use std::path::PathBuf;

use phancong::check;
use phancong::merge::{How, Mode, merge};
use phancong::model::book::Book;
use phancong::model::change::Change;
use phancong::model::day::Day;
use phancong::model::finding::{Finding, has_error};
use phancong::model::lang::Lang;
use phancong::model::list::Kind;
use phancong::model::policy::{Policy, Profile};
use phancong::model::rows::Lists;
use phancong::model::seats::Seats;
use phancong::model::snapshot::Snapshot;
use phancong::read::lists::Reading;
use phancong::read::source::File;
use phancong::read::wishes::Wishes;
use phancong::render::{Format, Look, render};
use phancong::report::lists::{EVERYTHING, list};
use phancong::report::paper::Paper;
use phancong::report::table::Table;
use phancong::text::catalogue::Catalogue;
use phancong::text::order::Order;
use phancong::text::wording::{place, wording};

use crate::memory::{DAY, Office};

/// The most findings that are put into words: the words of the thousandth are those of the first.
const MOST_WORDED: usize = 12;

thread_local! {
    /// Made once: it takes longer than most inputs.
    static WORDS: (Catalogue, Order) = (Catalogue::new(Lang::Vi), Order::new());
    /// The reading of the last policy and day, which most inputs share.
    static READING: RefCell<Option<(Policy, Day, Reading)>> = const { RefCell::new(None) };
}

/// A file of this name.
pub fn file(name: &str, bytes: &[u8]) -> File {
    File { path: PathBuf::from(name), name: name.into(), bytes: bytes.to_vec(), size: bytes.len() as u64 }
}

/// How files are laid over an office.
#[derive(Clone, Copy)]
pub struct Intake {
    pub mode: Mode,
    pub day: Day,
}

/// As an import does where nothing is said.
pub const IMPORT: Intake = Intake { mode: Mode::Upsert, day: DAY };

/// Takes files in, whatever they are; gives whether they were sound, and leaves the office as it was where not.
pub fn take_in(office: &mut Office, files: &[File], intake: Intake) -> bool {
    laid(office, files, intake).is_ok()
}

/// Takes files in; gives what changes, or what was found where they are refused.
fn laid(office: &mut Office, files: &[File], Intake { mode, day }: Intake) -> Result<Change, Vec<Finding>> {
    let (lists, findings) = read(&office.book.policy, day, files);
    let merged = merge(office.book.clone(), lists, &How { mode, day, today: day, max_end: 50 });
    let findings = [findings, merged.findings].concat();
    worded(&office.book.policy, &findings);
    if has_error(&findings) {
        return Err(findings);
    }
    assert!(!merged.change.is_empty() || merged.book == office.book, "a change that nobody is told of");
    office.book = merged.book;
    Ok(merged.change)
}

/// Reads files; what is made of a policy alone is made once.
fn read(policy: &Policy, day: Day, files: &[File]) -> (Lists, Vec<Finding>) {
    READING.with_borrow_mut(|kept| {
        if !kept.as_ref().is_some_and(|(of, on, _)| (of, on) == (policy, &day)) {
            *kept = Some((policy.clone(), day, Reading::new(policy, day, Wishes::default())));
        }
        let reading = kept.as_mut().map(|(_, _, reading)| reading).expect("a reading");
        files.iter().for_each(|file| reading.file(file));
        (mem::take(&mut reading.lists), mem::take(&mut reading.findings))
    })
}

/// Puts findings into words, as somebody reads them.
pub fn worded(policy: &Policy, findings: &[Finding]) {
    WORDS.with(|(words, _)| {
        for finding in findings.iter().take(MOST_WORDED) {
            assert!(!wording(words, policy, finding).message.is_empty(), "no words for {}", finding.check);
            let _ = place(words, &finding.place);
        }
    });
}

/// Looks at a book as every report does.
pub fn looked_at(book: &Book, day: Day) {
    let seen = book.clone().seen_on(day);
    let snapshot = Snapshot::new(&seen, day);
    let found = check::run(&snapshot, &Seats::of(&snapshot), |_| true);
    worded(snapshot.policy(), &found);
}

/// What a table is on paper, as csv.
pub fn csv(make: impl FnOnce(&Paper) -> Table, excel: bool) -> Vec<u8> {
    WORDS.with(|(words, order)| {
        let table = make(&Paper { words, order, profile: Profile::Full });
        render(&table, Format::Csv, &Look { excel, ..Look::default() }).expect("csv")
    })
}

/// The lists of a book as files.
pub fn exported(book: &Book, excel: bool) -> Vec<File> {
    let export = |kind: &Kind| csv(|paper| list(book, paper, *kind, false, &EVERYTHING), excel);
    Kind::ALL.iter().map(|kind| file(&format!("{}.csv", kind.name()), &export(kind))).collect()
}

/// An office goes out and comes back: to itself, which changes nothing, and to an empty office, which is the same then.
/// Where a code is that of several units, a list does not tell which of them it means on every day, and need not.
pub fn goes_out_and_comes_back(office: &Office, day: Day, excel: bool) {
    let codes: HashSet<&str> = office.book.units.iter().map(|unit| unit.code.as_str()).collect();
    if codes.len() < office.book.units.len() {
        return;
    }
    let (files, intake) = (exported(&office.book, excel), Intake { day, ..IMPORT });
    let mut same = office.clone();
    match laid(&mut same, &files, intake) {
        Ok(change) => assert!(change.is_empty(), "its own lists change it: {change:#?}"),
        Err(findings) => panic!("its own lists are refused: {findings:#?}"),
    }
    let mut other = Office { book: Book::new(office.book.policy.clone()) };
    if let Err(findings) = laid(&mut other, &files, intake) {
        panic!("an empty office refuses its lists: {findings:#?}");
    }
    for (one, other) in files.iter().zip(exported(&other.book, excel)) {
        let [one, other] = [&one.bytes, &other.bytes].map(|bytes| String::from_utf8_lossy(bytes));
        assert!(one == other, "a list is another one in another office:\n{one}\n{other}");
    }
}
