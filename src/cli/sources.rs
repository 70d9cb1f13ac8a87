//! Files of lists: found, given the names that findings call them by, and read.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};

use super::desk::{Desk, shown};
use super::progress::{Progress, go_on};
use super::stop::Stop;
use crate::model::day::Day;
use crate::model::finding::Finding;
use crate::model::policy::Policy;
use crate::model::rows::Lists;
use crate::read::lists::Reading;
use crate::read::source::File;
use crate::read::wishes::Wishes;
use crate::say;
use crate::store::log::SourceFile;
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
