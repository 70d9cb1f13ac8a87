//! Lists in: read and laid over what is there; the change saved, all or nothing.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::desk::Desk;
use super::long::lay_long;
use super::progress::go_on;
use super::sources::{Intake, read};
use super::stop::Stop;
use super::{amending, office};
use crate::merge::{How, Merged, Question, merge, reach};
use crate::model::book::Book;
use crate::model::change::Change;
use crate::model::day::Day;
use crate::model::finding::{Finding, has_error};
use crate::model::policy::Policy;
use crate::model::reach::Reach;
use crate::read::wishes::Wishes;
use crate::store::failure::Failure;
use crate::store::log::{Entry, SourceFile};
use crate::store::{Store, Writing};

/// What an import came to, with all findings of reading and merging.
pub struct Laid {
    /// The new book.
    pub book: Book,
    /// The way there.
    pub change: Change,
    /// All findings.
    pub findings: Vec<Finding>,
    /// The files.
    pub files: Vec<SourceFile>,
    /// Names that are not understood.
    pub questions: Vec<Question>,
}

/// Lays what was read over what it names of a book, where that is at most so many rows, or else over the whole.
fn lay_over(
    (policy, how): (&Policy, &How),
    intake: Intake,
    most: usize,
    named: impl FnOnce(&Reach) -> Result<Option<Book>>,
    whole: impl FnOnce() -> Result<Book>,
) -> Result<Laid> {
    if let Some(reach) = reach(&intake.lists, policy, how, most)
        && let Some(book) = named(&reach)?
    {
        let merged = merge(book, intake.lists.clone(), how);
        if merged.suits_whole() {
            return Ok(laid(merged, intake.findings, intake.files));
        }
    }
    Ok(lay(whole()?, intake, how))
}

/// Lays what was read over a book.
fn lay(book: Book, intake: Intake, how: &How) -> Laid {
    let Intake { lists, findings, files } = intake;
    laid(merge(book, lists, how), findings, files)
}

/// What a merge came to, with what was found while reading.
pub fn laid(merged: Merged, mut all: Vec<Finding>, files: Vec<SourceFile>) -> Laid {
    let Merged { book, change, findings, questions } = merged;
    all.extend(findings);
    all.sort_by(|one, other| (&one.place.file, one.place.row).cmp(&(&other.place.file, other.place.row)));
    Laid { book, change, findings: all, files, questions }
}

/// The book under a policy, as long as the database has the text that it had when that one was read.
fn book_under(store: &Store, (stored, policy): (&str, &Policy), has_records: bool) -> Result<Book> {
    let _held = store.hold()?;
    if store.policy_text()? != stored {
        return Err(Stop::ChangedMeanwhile(store.path().to_owned()).into());
    }
    if has_records { store.whole(policy.clone()) } else { store.book(policy.clone()) }
}

/// Lays lists over what is there, and saves nothing: others may go on writing.
///
/// # Errors
/// When files or database cannot be read.
pub fn rehearse(desk: &Desk, store: &Store, mut task: TakeIn) -> Result<Laid> {
    let stored = task.stored(store)?;
    let policy = match task.policy.take() {
        Some(policy) => policy,
        None => office::parse_policy(&stored, "policy")?,
    };
    let book = |has_records| book_under(store, (&stored, &policy), has_records);
    let most = store.most_named()?;
    if let Some(laid) = lay_long(desk, &policy, &task, most, book)? {
        return Ok(laid);
    }
    let intake = task.read(desk, &policy)?;
    let named = |reach: &Reach| {
        let _held = store.hold()?;
        store.named(policy.clone(), reach, task.how.day)
    };
    let has_records = intake.lists.has_records();
    lay_over((&policy, &task.how), intake, most, named, || book(has_records))
}

/// What is to be taken in.
pub struct TakeIn<'t> {
    /// The files.
    pub paths: &'t [PathBuf],
    /// What the user says about them.
    pub wishes: &'t Wishes,
    /// How they are laid over what is there.
    pub how: How,
    /// A policy that takes the place of the database's.
    pub policy: Option<Policy>,
    /// The text of the database's that it was made from, where it was.
    pub known: Option<String>,
    /// Answers to names that are not understood.
    pub answers: HashMap<String, crate::model::Text>,
    /// Whether the whole book is needed afterwards.
    pub is_whole: bool,
    /// The command that the change is logged with.
    pub command: &'static str,
}

impl TakeIn<'_> {
    /// The text of the database's policy, as it was when this began.
    fn stored(&mut self, store: &Store) -> Result<String> {
        self.known.take().map_or_else(|| store.policy_text(), Ok)
    }

    /// Reads all files.
    fn read(&self, desk: &Desk, policy: &Policy) -> Result<Intake> {
        let mut intake = read(desk, self.paths, self.wishes, policy, self.how.day)?;
        intake.lists.answers.clone_from(&self.answers);
        Ok(intake)
    }
}

/// Lays lists over what is there and saves them, unless one has an error. The files are read before the database is
/// held, so that a slow share keeps nobody else out; long ones are laid by then, and where somebody wrote meanwhile, all are
/// read once more.
///
/// # Errors
/// When files or database cannot be read, or the change cannot be saved.
pub fn take_in(desk: &Desk, store: &mut Store, mut task: TakeIn) -> Result<Laid> {
    let stored = task.stored(store)?;
    let is_new = task.policy.as_ref().is_some_and(|policy| policy.source != stored);
    let policy = match task.policy.take() {
        Some(policy) => policy,
        None => office::parse_policy(&stored, "policy")?,
    };
    let most = if task.is_whole { 0 } else { store.most_named()? };
    let book = |has_records| book_under(store, (&stored, &policy), has_records);
    let (path, new) = (store.path().to_owned(), is_new.then_some(&policy));
    if let Some(laid) = lay_long(desk, &policy, &task, most, book)? {
        let writing = store.write_book()?;
        let is_as_it_was = writing.policy_text()? == stored && writing.number() == laid.book.origin.change + 1;
        if is_as_it_was {
            return save(writing, laid, new, &task);
        }
    }
    let intake = task.read(desk, &policy)?;
    let writing = store.write_book()?;
    if writing.policy_text()? != stored {
        return Err(Stop::ChangedMeanwhile(path).into());
    }
    let named = |reach: &Reach| writing.named(policy.clone(), reach, task.how.day);
    let has_records = intake.lists.has_records();
    let whole = || if has_records { writing.whole(policy.clone()) } else { writing.book(policy.clone()) };
    let laid = lay_over((&policy, &task.how), intake, most, named, whole)?;
    save(writing, laid, new, &task)
}

/// Saves what lists came to, unless one has an error, and a policy that is new.
fn save(writing: Writing, laid: Laid, new: Option<&Policy>, task: &TakeIn) -> Result<Laid> {
    if has_error(&laid.findings) {
        return Ok(laid);
    }
    if let Some(policy) = new {
        writing.save_policy(policy)?;
    }
    if new.is_some() || !laid.change.is_empty() {
        writing.save(&laid.book, &laid.change)?;
        go_on()?;
        let entry = amending::entry(task.command, task.how.day, String::new(), &laid.change);
        writing.commit(&Entry { files: laid.files.clone(), ..entry })?;
    }
    Ok(laid)
}

/// Lays lists over an empty book, for a database that is not there yet.
///
/// # Errors
/// When files cannot be read.
pub fn lay_new(desk: &Desk, policy: &Policy, task: TakeIn) -> Result<Laid> {
    if let Some(laid) = lay_long(desk, policy, &task, 0, |_| Ok(Book::new(policy.clone())))? {
        return Ok(laid);
    }
    Ok(lay(Book::new(policy.clone()), task.read(desk, policy)?, &task.how))
}

/// Makes the database for lists that were laid over an empty book, and are known to be sound.
///
/// # Errors
/// When it cannot be made or written.
pub fn save_new(db: &Path, laid: &Laid, (command, day): (&'static str, Day)) -> Result<()> {
    go_on()?;
    let made = Store::create(db, &laid.book.policy, |store| {
        let writing = store.write_book()?;
        writing.save(&laid.book, &laid.change)?;
        go_on()?;
        let entry = amending::entry(command, day, String::new(), &laid.change);
        writing.commit(&Entry { files: laid.files.clone(), ..entry })
    });
    made.map_err(|err| match err.downcast_ref() {
        // There was none when the lists were laid.
        Some(Failure::Exists(_)) => Stop::ChangedMeanwhile(db.to_owned()).into(),
        _ => err,
    })
}
