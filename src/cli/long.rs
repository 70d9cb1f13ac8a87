//! Long lists in, piece by piece: read on one core, laid over what is there on another, and their rows forgotten by then.
//!
//! What lists mean is the same whichever way they are taken in. This one takes lists without a fault only, each of codes, in
//! a text of its own in UTF-8: of all others it makes nothing, and they are taken in whole, so that one run tells every fault.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::desk::{Desk, shown};
use super::intake::{Laid, TakeIn, laid};
use super::progress::{Progress, go_on};
use super::sources::{Intake, LARGE, named, names, read_files, size_of};
use crate::merge::InPieces;
use crate::model::book::Book;
use crate::model::finding::has_error;
use crate::model::list::Kind;
use crate::model::policy::Policy;
use crate::model::rows::{Lists, Source};
use crate::read::blocks::Blocks;
use crate::read::lists::Reading;
use crate::read::source::File;
use crate::say;
use crate::store::log::SourceFile;
use crate::work::ahead::ahead;

/// The lists that come in pieces, in the order in which they are laid.
const LONG: [Kind; 3] = [Kind::Units, Kind::Cadres, Kind::Assignments];

/// A file of a long list.
struct Long<'t> {
    /// Its position among the files.
    at: usize,
    path: &'t Path,
    beginning: File,
    /// Which list its beginning says it is.
    source: Source,
}

/// What another thread gives of a file.
enum Given {
    /// Rows.
    Rows(Box<Lists>),
    /// The file, after its rows, with its position.
    File(usize, SourceFile),
}

/// Why no more is taken.
enum Ended {
    /// The lists are better taken in whole.
    Whole,
    /// The run has failed.
    Failed(anyhow::Error),
}

impl From<anyhow::Error> for Ended {
    fn from(err: anyhow::Error) -> Self {
        Ended::Failed(err)
    }
}

/// Lays long lists over a book, which is asked for when it is known whether attendance or feedback come as well; nothing
/// where they have hardly more rows than `most`, or are better taken in whole.
///
/// # Errors
/// When a file cannot be read at all, or the book.
pub fn lay_long(
    desk: &Desk,
    policy: &Policy,
    task: &TakeIn,
    most: usize,
    book: impl FnOnce(bool) -> Result<Book>,
) -> Result<Option<Laid>> {
    match lay(desk, policy, task, most, book) {
        Ok(laid) => Ok(Some(laid)),
        Err(Ended::Whole) => Ok(None),
        Err(Ended::Failed(err)) => Err(err),
    }
}

fn lay(
    desk: &Desk,
    policy: &Policy,
    task: &TakeIn,
    most: usize,
    book: impl FnOnce(bool) -> Result<Book>,
) -> Result<Laid, Ended> {
    let (names, mut reading) = (names(task.paths), Reading::new(policy, task.how.day, task.wishes.clone()));
    let files = long_files(task.paths, &names, &reading).ok_or(Ended::Whole)?;
    if files.iter().map(|file| file.beginning.rows()).sum::<u64>() <= most as u64 {
        return Err(Ended::Whole);
    }
    let progress = Progress::new(desk, &say!(desk.words, "progress-reading"), task.paths.len());
    let is_short = |at: &usize| !files.iter().any(|file| file.at == *at);
    let short: Vec<usize> = (0..names.len()).filter(is_short).collect();
    let named: Vec<(&PathBuf, &String)> = short.iter().map(|at| (&task.paths[*at], &names[*at])).collect();
    let Intake { mut lists, findings, files: read } = read_files(&mut reading, &named, &progress)?;
    if !(lists.units.is_empty() && lists.cadres.is_empty() && lists.assignments.is_empty()) {
        return Err(Ended::Whole);
    }
    let first = lists.sources.len();
    lists.sources.extend(files.iter().map(|file| file.source.clone()));
    lists.answers.clone_from(&task.answers);
    let pieces = InPieces::new(book(lists.has_records())?, &lists, &task.how).ok_or(Ended::Whole)?;
    let mut laying = Laying { pieces, read: short.into_iter().zip(read).collect() };
    for kind in LONG {
        let of_kind = (first..).zip(&files).filter(|(_, file)| file.source.kind == kind);
        let take = |given: Result<Given, Ended>| {
            go_on()?;
            if let Some(at) = laying.take(given?)? {
                progress.step(&shown(&task.paths[at]))?;
            }
            Ok::<(), Ended>(())
        };
        ahead(|give| read_all(&mut reading, of_kind, give), take)?;
        laying.pieces.close(kind);
    }
    if has_error(&reading.findings) {
        return Err(Ended::Whole);
    }
    laying.read.sort_by_key(|(at, _)| *at);
    let files = laying.read.into_iter().map(|(_, file)| file).collect();
    Ok(laid(laying.pieces.end(), findings.into_iter().chain(reading.findings).collect(), files))
}

/// Long lists while they are laid.
struct Laying<'l> {
    pieces: InPieces<'l>,
    /// The files that were read, each with its position.
    read: Vec<(usize, SourceFile)>,
}

impl Laying<'_> {
    /// Takes what was read; of a file that is over, its position.
    fn take(&mut self, given: Given) -> Result<Option<usize>, Ended> {
        match given {
            Given::Rows(rows) => self.pieces.take(*rows).then_some(None).ok_or(Ended::Whole),
            Given::File(at, file) => {
                self.read.push((at, file));
                Ok(Some(at))
            }
        }
    }
}

/// The files of long lists, in the order in which they are laid, told by their beginnings; none where the files are not
/// long, or one of them is no such text.
fn long_files<'t>(paths: &'t [PathBuf], names: &[String], reading: &Reading) -> Option<Vec<Long<'t>>> {
    // A pipe cannot be looked at before it is read.
    let is_file = |path: &PathBuf| std::fs::metadata(path).is_ok_and(|found| found.is_file());
    if size_of(paths) < LARGE || !paths.iter().all(is_file) {
        return None;
    }
    let mut files = Vec::new();
    for (at, (path, name)) in paths.iter().zip(names).enumerate() {
        let beginning = named(File::beginning(path).ok()?, name);
        let source = reading.source_of(&beginning)?;
        files.push(Long { at, path, beginning, source });
    }
    files.retain(|file| LONG.contains(&file.source.kind));
    files.sort_by_key(|file| LONG.iter().position(|kind| *kind == file.source.kind));
    Some(files)
}

/// Reads files, each with the number of its list, and gives their rows.
fn read_all<'f>(
    reading: &mut Reading,
    files: impl Iterator<Item = (usize, &'f Long<'f>)>,
    give: &mut dyn FnMut(Result<Given, Ended>) -> bool,
) {
    for (number, file) in files {
        let read = read_one(reading, number, file, give);
        if !give(read) {
            return;
        }
    }
}

fn read_one(
    reading: &mut Reading,
    number: usize,
    file: &Long,
    give: &mut dyn FnMut(Result<Given, Ended>) -> bool,
) -> Result<Given, Ended> {
    let shown = || file.path.display().to_string();
    let number = u16::try_from(number).map_err(|_| Ended::Whole)?;
    let mut text = Blocks::open(file.path, &file.beginning.bytes).with_context(shown)?;
    let give = |rows| give(Ok(Given::Rows(Box::new(rows))));
    if !reading.pieces((&file.beginning, &mut text), number, give).with_context(shown)? {
        return Err(Ended::Whole);
    }
    let (size, sha256) = text.fingerprint();
    Ok(Given::File(file.at, SourceFile { name: file.beginning.name.to_string(), size, sha256 }))
}
