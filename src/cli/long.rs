//! Long lists in, piece by piece: read on one core, laid over what is there on another, and their rows forgotten by then.
//!
//! What lists mean is the same whichever way they are taken in. This one takes lists without a fault only, each of codes, in
//! a text of its own in UTF-8: of all others it makes nothing, and they are taken in whole, so that one run tells every fault.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::desk::{Desk, shown};
use super::intake::{Intake, LARGE, Laid, TakeIn, laid, named, names, read_files};
use super::progress::{Progress, go_on};
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

/// Lays long lists over a book; nothing where they are not long, or are better taken in whole.
///
/// # Errors
/// When a file cannot be read at all.
pub fn lay_long(desk: &Desk, (policy, book): (&Policy, Book), task: &TakeIn) -> Result<Option<Laid>> {
    match lay(desk, (policy, book), task) {
        Ok(laid) => Ok(Some(laid)),
        Err(Ended::Whole) => Ok(None),
        Err(Ended::Failed(err)) => Err(err),
    }
}

fn lay(desk: &Desk, (policy, book): (&Policy, Book), task: &TakeIn) -> Result<Laid, Ended> {
    let (names, mut reading) = (names(task.paths), Reading::new(policy, task.how.day, task.wishes.clone()));
    let files = long_files(task.paths, &names, &reading).ok_or(Ended::Whole)?;
    let progress = Progress::new(desk, &say!(desk.words, "progress-reading"), task.paths.len());
    let is_short = |at: &usize| !files.iter().any(|file| file.at == *at);
    let short: Vec<usize> = (0..names.len()).filter(is_short).collect();
    let named: Vec<(&PathBuf, &String)> = short.iter().map(|at| (&task.paths[*at], &names[*at])).collect();
    let Intake { mut lists, findings, files: read } = read_files(&mut reading, &named, &progress)?;
    let mut read: Vec<(usize, SourceFile)> = short.into_iter().zip(read).collect();
    let first = lists.sources.len();
    lists.sources.extend(files.iter().map(|file| file.source.clone()));
    lists.answers.clone_from(&task.answers);
    let mut pieces = InPieces::new(book, &lists, &task.how).ok_or(Ended::Whole)?;
    for kind in LONG {
        let of_kind = (first..).zip(&files).filter(|(_, file)| file.source.kind == kind);
        ahead(
            |give| read_all(&mut reading, of_kind, give),
            |given| {
                go_on()?;
                match given? {
                    Given::Rows(rows) if rows.sources.iter().all(|source| is_announced(source, &lists)) => {
                        pieces.take(*rows).then_some(()).ok_or(Ended::Whole)
                    }
                    Given::Rows(_) => Err(Ended::Whole),
                    Given::File(at, file) => {
                        read.push((at, file));
                        Ok(progress.step(&shown(&task.paths[at]))?)
                    }
                }
            },
        )?;
        pieces.close(kind);
    }
    if has_error(&reading.findings) {
        return Err(Ended::Whole);
    }
    read.sort_by_key(|(at, _)| *at);
    let findings = findings.into_iter().chain(reading.findings).collect();
    Ok(laid(pieces.end(), findings, read.into_iter().map(|(_, file)| file).collect()))
}

/// The files of long lists, in the order in which they are laid, told by their beginnings; none where the files are not
/// long, or one of them is no such text.
fn long_files<'t>(paths: &'t [PathBuf], names: &[String], reading: &Reading) -> Option<Vec<Long<'t>>> {
    let size: u64 = paths.iter().filter_map(|path| std::fs::metadata(path).ok()).map(|found| found.len()).sum();
    if size < LARGE {
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

/// Whether a list is what the beginning of its file said.
fn is_announced(source: &Source, lists: &Lists) -> bool {
    let told = |source: &Source| (source.kind, source.file.clone(), source.columns.clone());
    lists.sources.iter().any(|known| told(known) == told(source))
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
    let mut text = Blocks::open(file.path).with_context(shown)?;
    let give = |rows| give(Ok(Given::Rows(Box::new(rows))));
    if !reading.pieces((&file.beginning, &mut text), number, give).with_context(shown)? {
        return Err(Ended::Whole);
    }
    let (size, sha256) = text.fingerprint();
    Ok(Given::File(file.at, SourceFile { name: file.beginning.name.to_string(), size, sha256 }))
}
