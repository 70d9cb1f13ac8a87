//! The office of a database: its policy, its book, and a day to look at it.

use std::collections::HashMap;
use std::path::Path;

use anyhow::Result;

use super::desk::{Desk, Label, shown, today};
use super::find;
use super::stop::Stop;
use super::stretch::AsOf;
use crate::check;
use crate::model::Text;
use crate::model::book::Book;
use crate::model::day::{Day, Month, day_before};
use crate::model::finding::{Finding, Severity};
use crate::model::id::UnitId;
use crate::model::place::Place;
use crate::model::policy::{Policy, Profile};
use crate::model::snapshot::Snapshot;
use crate::read;
use crate::read::wishes::Wishes;
use crate::render::Format;
use crate::report::paper::Paper;
use crate::say;
use crate::store::Store;
use crate::text::catalogue::Catalogue;
use crate::text::nearest::nearest;

/// Opens the database; says so when it had to be brought up to this version.
///
/// # Errors
/// When it cannot be opened.
pub fn store(desk: &Desk) -> Result<Store> {
    let store = Store::open(&desk.db)?;
    if let Some(kept) = &store.kept {
        desk.note(Label::Note, &say!(desk.words, "db-upgraded", path = shown(&desk.db), kept = shown(kept)));
    }
    Ok(store)
}

/// Opens the database and reads everything in it but attendance and feedback.
///
/// # Errors
/// When it cannot be opened or read.
pub fn open(desk: &Desk) -> Result<(Store, Book)> {
    let store = store(desk)?;
    let book = book_of(&store)?;
    Ok((store, book))
}

/// The policy of a database.
///
/// # Errors
/// As [`parse_policy`]; or when it cannot be read.
pub fn policy_of(store: &Store) -> Result<Policy> {
    parse_policy(&store.policy_text()?, "policy")
}

/// Everything in a database but attendance and feedback, with the policy of the same moment.
///
/// # Errors
/// When it cannot be read.
pub fn book_of(store: &Store) -> Result<Book> {
    let _held = store.hold()?;
    store.book(policy_of(store)?)
}

/// Opens the database and reads everything in it, attendance and feedback as well.
///
/// # Errors
/// As [`open`].
pub fn open_whole(desk: &Desk) -> Result<(Store, Book)> {
    let store = store(desk)?;
    let held = store.hold()?;
    let book = store.whole(policy_of(&store)?)?;
    drop(held);
    Ok((store, book))
}

/// Opens the database and reads everything in it as of a day. Not to be saved.
///
/// # Errors
/// As [`open`].
pub fn open_on(desk: &Desk, day: Day) -> Result<(Store, Book)> {
    open(desk).map(|(store, book)| (store, book.seen_on(day)))
}

/// Opens the database and reads the part around a unit as of a day, with the unit. Not to be saved.
///
/// # Errors
/// As [`open`]; or when no unit, or more than one, is called that.
pub fn open_around(desk: &Desk, typed: &str, day: Day) -> Result<(Book, UnitId)> {
    let store = store(desk)?;
    let _held = store.hold()?;
    let policy = policy_of(&store)?;
    if let Some(row) = store.unit_of_code(&policy, typed, day)? {
        let outside = store.outside(&policy, day, (&[], day))?;
        let book = store.part(policy, row, &outside)?;
        let unit = unit_of_row(&book, row)?;
        return Ok((book, unit));
    }
    let book = store.book(policy)?.seen_on(day);
    let unit = find::unit(&Snapshot::new(&book, day), typed)?;
    Ok((book.around(unit), unit))
}

/// The store of a thread that reads parts of a database that is held; opened when it is needed first.
///
/// # Errors
/// When it cannot be opened.
pub fn reader<'r>(own: &'r mut Option<Store>, db: &Path) -> Result<&'r Store> {
    match own {
        Some(store) => Ok(store),
        None => Ok(own.insert(Store::again(db)?)),
    }
}

/// The unit of a row, which its part must have.
///
/// # Errors
/// When the database says otherwise.
pub fn unit_of_row(book: &Book, row: u32) -> Result<UnitId> {
    let found = book.units.iter().position(|unit| unit.row == row).map(UnitId::at);
    found.ok_or_else(|| anyhow::anyhow!("the unit of row {row} is not there"))
}

/// Reads a policy and makes sure that the checks it names exist.
///
/// # Errors
/// [`Stop::Policy`] with all findings.
pub fn parse_policy(text: &str, file: &str) -> Result<Policy> {
    let policy = read::policy::policy(text, file).map_err(Stop::Policy)?;
    let unknown = policy.checks.keys().filter(|id| check::find(id).is_none());
    let findings: Vec<Finding> = unknown
        .map(|id| {
            let near = nearest(id, check::ALL.iter().map(|check| check.id)).map(str::to_owned);
            let finding = Finding::new("policy-check-unknown", Severity::Error).value(id).nearest(near);
            finding.place(Place::file(&file.into()))
        })
        .collect();
    if findings.is_empty() { Ok(policy) } else { Err(Stop::Policy(findings).into()) }
}

/// The policy with what the user says about an office's lists added to it, where there is anything new: headings and
/// what names mean are kept for the next import.
///
/// # Errors
/// As [`parse_policy`].
pub fn remembering(text: &str, wishes: &Wishes, answers: &HashMap<String, Text>) -> Result<Option<Policy>> {
    let policy = parse_policy(text, "policy")?;
    let mut columns: Vec<(&str, &str)> =
        wishes.headings.iter().map(|(heading, column)| (heading.as_str(), column.name())).collect();
    columns.retain(|(heading, column)| policy.columns.get(*heading).is_none_or(|known| known.name() != *column));
    let mut names: Vec<(&str, &str)> = answers.iter().map(|(asked, code)| (asked.as_str(), code.as_str())).collect();
    names.retain(|(asked, code)| policy.names.get(*asked).is_none_or(|known| known != code));
    names.sort_unstable();
    if columns.is_empty() && names.is_empty() {
        return Ok(None);
    }
    let text = read::remember::with_lines(&read::remember::with_lines(text, "columns", &columns), "names", &names);
    parse_policy(&text, "policy").map(Some)
}

/// The policy that takes the place of another one on a day; the other one is kept for the days before. What the office
/// said of its lists is remembered.
///
/// # Errors
/// As [`parse_policy`]; or when there is no such policy.
pub fn succeeding(before: &Policy, name: &str, day: Day) -> Result<Policy> {
    let until = day_before(day);
    if let Some(later) = before.earlier.iter().find(|earlier| until <= earlier.until) {
        let finding = Finding::new("policy-out-of-order", Severity::Error).arg("until", later.until);
        return Err(Stop::Policy(vec![finding]).into());
    }
    let next = parse_policy(&policy_text(name)?, name)?;
    let columns = before.columns.iter().filter(|(heading, _)| !next.columns.contains_key(*heading));
    let columns: Vec<(&str, &str)> = columns.map(|(heading, column)| (heading.as_str(), column.name())).collect();
    let names = before.names.iter().filter(|(name, _)| !next.names.contains_key(*name));
    let names: Vec<(&str, &str)> = names.map(|(name, code)| (name.as_str(), code.as_str())).collect();
    let text = read::remember::with_lines(&next.source, "columns", &columns);
    let text = read::remember::with_lines(&text, "names", &names);
    parse_policy(&read::policy::succeeding(&text, before, until), "policy")
}

/// The text of a policy: one that ships with the program, or a file.
///
/// # Errors
/// When there is no such file.
pub fn policy_text(name: &str) -> Result<String> {
    match read::policy::built_in(name) {
        Some(text) => Ok(text.to_owned()),
        None => {
            const MOST_MEGABYTES: u64 = 1;
            let file = read::source::File::read(Path::new(name))?;
            if file.size > MOST_MEGABYTES << 20 {
                let finding = Finding::new("file-too-large", Severity::Error).arg("most", MOST_MEGABYTES.to_string());
                return Err(Stop::Policy(vec![finding.place(Place::file(&file.name))]).into());
            }
            String::from_utf8(file.bytes).map_err(|_| {
                let finding = Finding::new("text-not-utf8", Severity::Error).place(Place::file(&file.name));
                Stop::Policy(vec![finding]).into()
            })
        }
    }
}

impl AsOf {
    /// The day: as told, the month's last, or today.
    pub fn day(&self) -> Day {
        self.as_of.or_else(|| self.month.map(Month::last)).unwrap_or_else(today)
    }
}

/// The paper of a document that leaves the office: in the policy's language.
pub fn document_paper<'p>(
    desk: &'p Desk,
    words: &'p Catalogue,
    policy: &Policy,
    profile: Option<Profile>,
) -> Paper<'p> {
    Paper { words, order: &desk.order, profile: profile.unwrap_or(policy.documents.profile) }
}

/// The paper of what the terminal shows: in the terminal's language.
pub fn screen_paper<'p>(desk: &'p Desk, policy: &Policy, profile: Option<Profile>) -> Paper<'p> {
    Paper { words: &desk.words, order: &desk.order, profile: profile.unwrap_or(policy.documents.profile) }
}

/// The paper of a list in a format: of the terminal where it is read there or by a script, else of a document.
pub fn paper<'p>(
    desk: &'p Desk,
    words: &'p Catalogue,
    policy: &Policy,
    profile: Option<Profile>,
    format: Format,
) -> Paper<'p> {
    match format {
        Format::Table | Format::Json => screen_paper(desk, policy, profile),
        _ => document_paper(desk, words, policy, profile),
    }
}
