//! Long lists in, piece by piece: read on one core, laid over what is there on another, and their rows forgotten by then.
//!
//! What lists mean is the same whichever way they are taken in. This one takes lists without a fault only, each of codes, in
//! texts of one list: of all others it makes nothing, and they are taken in whole, so that one run tells every fault.

use std::path::PathBuf;

use anyhow::Result;

use super::desk::{Desk, shown};
use super::intake::{Intake, LARGE, Laid, TakeIn, laid, named, names, read_files};
use super::progress::{Progress, go_on};
use crate::merge::InPieces;
use crate::model::book::Book;
use crate::model::finding::has_error;
use crate::model::list::Kind;
use crate::model::policy::Policy;
use crate::model::rows::{Lists, Source};
use crate::read::lists::Reading;
use crate::read::source::File;
use crate::say;
use crate::store::log::SourceFile;
use crate::work::ahead::ahead;

/// The lists that come in pieces, in the order in which they are laid.
const LONG: [Kind; 3] = [Kind::Units, Kind::Cadres, Kind::Assignments];

/// The files of an import, told apart by their beginnings.
struct Files {
    /// Positions of those that are read whole.
    short: Vec<usize>,
    /// Positions of those of long lists, in the order in which they are laid, with what each is.
    long: Vec<(usize, Source)>,
}

impl Files {
    /// None where the files are not long, or cannot be told apart so.
    fn of(paths: &[PathBuf], names: &[String], reading: &Reading) -> Option<Self> {
        let size: u64 = paths.iter().filter_map(|path| std::fs::metadata(path).ok()).map(|found| found.len()).sum();
        if size < LARGE {
            return None;
        }
        let mut files = Files { short: Vec::new(), long: Vec::new() };
        for (at, path) in paths.iter().enumerate() {
            let beginning = named(File::beginning(path).ok()?, &names[at]);
            let source = reading.source_of(&beginning)?;
            match LONG.contains(&source.kind) {
                true => files.long.push((at, source)),
                false => files.short.push(at),
            }
        }
        files.long.sort_by_key(|(_, source)| LONG.iter().position(|kind| *kind == source.kind));
        Some(files)
    }
}

/// What another thread gives of a file.
enum Given {
    /// Rows.
    Rows(Box<Lists>),
    /// The file, after its rows, with its position.
    File(Result<(usize, SourceFile)>),
}

/// Lays long lists over a book; nothing where they are not long, or are better taken in whole.
///
/// # Errors
/// When a file cannot be read at all.
pub fn lay_long(desk: &Desk, (policy, book): (&Policy, Book), task: &TakeIn) -> Result<Option<Laid>> {
    let names = names(task.paths);
    let mut reading = Reading::new(policy, task.how.day, task.wishes.clone());
    let Some(files) = Files::of(task.paths, &names, &reading) else { return Ok(None) };
    let progress = Progress::new(desk, &say!(desk.words, "progress-reading"), task.paths.len());
    let short: Vec<(&PathBuf, &String)> = files.short.iter().map(|at| (&task.paths[*at], &names[*at])).collect();
    let Intake { mut lists, findings, files: of_short } = read_files(&mut reading, &short, &progress)?;
    let first = lists.sources.len();
    lists.sources.extend(files.long.iter().map(|(_, source)| source.clone()));
    lists.answers.clone_from(&task.answers);
    let Some(mut pieces) = InPieces::new(book, &lists, &task.how) else { return Ok(None) };
    reading.findings = findings;
    let mut read: Vec<(usize, SourceFile)> = files.short.into_iter().zip(of_short).collect();
    for kind in LONG {
        let of_kind = (first..).zip(&files.long).filter(|(_, (_, source))| source.kind == kind);
        let of_kind: Vec<(usize, usize)> = of_kind.map(|(number, (at, _))| (number, *at)).collect();
        let reading = &mut reading;
        let make = |give: &mut dyn FnMut(Given) -> bool| {
            of_kind.iter().try_for_each(|(number, at)| {
                let file = read_in_pieces(reading, (&task.paths[*at], &names[*at]), *number, give);
                give(Given::File(file.map(|file| (*at, file)))).then_some(())
            });
        };
        let taken = ahead(make, |given| {
            go_on()?;
            match given {
                Given::Rows(rows) if !rows.sources.iter().all(|source| is_announced(source, &lists)) => {
                    Err(Ended::Whole)
                }
                Given::Rows(rows) => pieces.take(*rows).then_some(()).ok_or(Ended::Whole),
                Given::File(file) => {
                    let (at, file) = file?;
                    progress.step(&shown(&task.paths[at]))?;
                    read.push((at, file));
                    Ok(())
                }
            }
        });
        match taken {
            Ok(()) => pieces.close(kind),
            Err(Ended::Whole) => return Ok(None),
            Err(Ended::Failed(err)) => return Err(err),
        }
    }
    if has_error(&reading.findings) {
        return Ok(None);
    }
    read.sort_by_key(|(at, _)| *at);
    Ok(Some(laid(pieces.end(), reading.findings, read.into_iter().map(|(_, file)| file).collect())))
}

/// Whether a list is what its beginning said.
fn is_announced(source: &Source, lists: &Lists) -> bool {
    let is_it =
        |known: &Source| (known.kind, &known.file, &known.columns) == (source.kind, &source.file, &source.columns);
    source.stamp.is_none() && lists.sources.iter().any(is_it)
}

/// Why no more pieces are taken.
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

/// Reads a file and gives its rows.
fn read_in_pieces(
    reading: &mut Reading,
    (path, name): (&PathBuf, &str),
    number: usize,
    give: &mut dyn FnMut(Given) -> bool,
) -> Result<SourceFile> {
    let file = named(File::read(path)?, name);
    reading.pieces(&file, u16::try_from(number).unwrap_or(u16::MAX), |rows| give(Given::Rows(Box::new(rows))));
    Ok(SourceFile { name: file.name.to_string(), size: file.size, sha256: file.fingerprint() })
}
