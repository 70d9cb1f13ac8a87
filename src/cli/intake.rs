//! Lists in: files found, read and laid over what is there; the change saved, all or nothing.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};

use super::desk::{Desk, shown};
use super::long::lay_long;
use super::progress::{Progress, go_on};
use super::stop::Stop;
use super::{amending, office};
use crate::merge::{How, Merged, Question, merge, reach};
use crate::model::book::Book;
use crate::model::change::Change;
use crate::model::day::Day;
use crate::model::finding::{Finding, has_error};
use crate::model::policy::Policy;
use crate::model::reach::Reach;
use crate::model::rows::Lists;
use crate::read::lists::Reading;
use crate::read::source::File;
use crate::read::wishes::Wishes;
use crate::say;
use crate::store::log::{Entry, SourceFile};
use crate::store::{Store, Writing};
use crate::work::{in_order, threads};

/// Endings of files that are taken from a folder; what they are is told by their content.
const ENDINGS: [&str; 7] = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods"];

/// The files of what was named: files themselves, folders by their texts and workbooks.
///
/// # Errors
/// When one is not there, or a folder holds none.
pub fn paths(named: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for path in named {
        if !path.is_dir() {
            paths.push(path.clone());
            continue;
        }
        let entries = std::fs::read_dir(path).with_context(|| path.display().to_string())?;
        let mut own: Vec<PathBuf> = Vec::new();
        for entry in entries {
            let entry = entry.with_context(|| path.display().to_string())?.path();
            let has_ending = |ending: &OsStr| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known));
            let is_list = entry.extension().is_some_and(has_ending);
            let is_hidden = entry.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '~']));
            if is_list && !is_hidden && entry.is_file() {
                own.push(entry);
            }
        }
        if own.is_empty() {
            return Err(Stop::NothingToRead(path.clone()).into());
        }
        own.sort();
        paths.append(&mut own);
    }
    Ok(paths)
}

/// What was read.
#[derive(Default)]
pub struct Intake {
    /// Typed rows.
    pub lists: Lists,
    /// What was found while reading.
    pub findings: Vec<Finding>,
    /// The files.
    pub files: Vec<SourceFile>,
}

/// Reads all files.
///
/// # Errors
/// When one cannot be read at all.
pub fn read(desk: &Desk, paths: &[PathBuf], wishes: &Wishes, policy: &Policy, day: Day) -> Result<Intake> {
    let progress = Progress::new(desk, &say!(desk.words, "progress-reading"), paths.len());
    let names = names(paths);
    let reading = || Reading::new(policy, day, wishes.clone());
    if size_of(paths) < LARGE {
        let named: Vec<(&PathBuf, &String)> = paths.iter().zip(&names).collect();
        return read_files(&mut reading(), &named, &progress);
    }
    let mut intake = Intake::default();
    let work = |reading: &mut Reading, at: usize| read_one(reading, &paths[at], &names[at]);
    let take = |read: Result<Intake>| {
        progress.step(&shown(&paths[intake.files.len()]))?;
        intake.append(read?);
        anyhow::Ok(())
    };
    in_order(threads().min(MOST_AT_ONCE), paths.len(), reading, work, take)?;
    Ok(intake)
}

/// Reads files one after the other, each with the name that findings give it.
///
/// # Errors
/// When one cannot be read at all.
pub fn read_files(reading: &mut Reading, files: &[(&PathBuf, &String)], progress: &Progress) -> Result<Intake> {
    let mut intake = Intake::default();
    for (path, name) in files {
        progress.step(&shown(path))?;
        intake.append(read_one(reading, path, name)?);
    }
    Ok(intake)
}

/// Bytes of all files; a pipe counts for nothing.
pub fn size_of(paths: &[PathBuf]) -> u64 {
    paths.iter().filter_map(|path| std::fs::metadata(path).ok()).map(|found| found.len()).sum()
}

/// From so many bytes on, files are read several at once, or piece by piece.
pub const LARGE: u64 = 4 << 20;
/// The most files that are read at once: each is whole in memory.
const MOST_AT_ONCE: NonZero<usize> = NonZero::<usize>::MIN.saturating_add(3);

fn read_one(reading: &mut Reading, path: &Path, name: &str) -> Result<Intake> {
    go_on()?;
    let file = named(File::read(path)?, name);
    reading.file(&file);
    let (lists, findings) = (std::mem::take(&mut reading.lists), std::mem::take(&mut reading.findings));
    let read = SourceFile { name: file.name.to_string(), size: file.size, sha256: file.fingerprint() };
    Ok(Intake { lists, findings, files: vec![read] })
}

impl Intake {
    /// Adds what was read of the files that come next.
    fn append(&mut self, next: Intake) {
        self.lists.append(next.lists);
        self.findings.extend(next.findings);
        self.files.extend(next.files);
    }
}

/// What files are called in findings: by their names, or, where two share one, by their paths.
pub fn names(paths: &[PathBuf]) -> Vec<String> {
    let mut counts: HashMap<&OsStr, usize> = HashMap::new();
    paths.iter().filter_map(|path| path.file_name()).for_each(|name| *counts.entry(name).or_default() += 1);
    let is_alone = |path: &Path| path.file_name().is_some_and(|name| counts.get(name) == Some(&1));
    let name = |path: &PathBuf| {
        if is_alone(path) { path.file_name().map(Path::new).unwrap_or(path) } else { path }
            .to_string_lossy()
            .into_owned()
    };
    paths.iter().map(name).collect()
}

/// A file under the name that findings give it.
pub fn named(file: File, name: &str) -> File {
    File { name: Arc::from(name), ..file }
}

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

/// Lays lists over what is there, and saves nothing: others may go on writing.
///
/// # Errors
/// When files or database cannot be read.
pub fn rehearse(desk: &Desk, store: &Store, mut task: TakeIn) -> Result<Laid> {
    let policy = match task.policy.take() {
        Some(policy) => policy,
        None => office::parse_policy(&store.policy_text()?, "policy")?,
    };
    let book = |has_records| if has_records { store.whole(policy.clone()) } else { store.book(policy.clone()) };
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
    /// Answers to names that are not understood.
    pub answers: HashMap<String, crate::model::Text>,
    /// Whether the whole book is needed afterwards.
    pub is_whole: bool,
    /// The command that the change is logged with.
    pub command: &'static str,
}

impl TakeIn<'_> {
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
    let stored = store.policy_text()?;
    let is_new = task.policy.as_ref().is_some_and(|policy| policy.source != stored);
    let policy = match task.policy.take() {
        Some(policy) => policy,
        None => office::parse_policy(&stored, "policy")?,
    };
    let most = if task.is_whole { 0 } else { store.most_named()? };
    let book = |has_records| if has_records { store.whole(policy.clone()) } else { store.book(policy.clone()) };
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
    let mut store = Store::create(db, &laid.book.policy)?;
    let writing = store.write_book()?;
    writing.save(&laid.book, &laid.change)?;
    let entry = amending::entry(command, day, String::new(), &laid.change);
    writing.commit(&Entry { files: laid.files.clone(), ..entry })
}
