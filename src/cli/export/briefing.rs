//! The month's briefings: files that go along with the packet, copied byte for byte under names that any system takes.

use std::collections::HashSet;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::cli::draft::Draft;
use crate::cli::stop::Stop;
use crate::render::packet::Briefing;
use crate::text::file_name::part;
use crate::text::fold::key;

/// The folder for them, beside the pages.
pub const FOLDER: &str = "briefing";

/// Longer endings are none.
const MOST_ENDING: usize = 8;

/// Makes sure before any work that they can be read and told apart.
///
/// # Errors
/// When one is missing or a folder; [`Stop::Briefing`] when it is no file at all, the database, or of a name with
/// another.
pub fn refuse(paths: &[PathBuf], db: &Path) -> Result<()> {
    let mut names: HashSet<String> = HashSet::new();
    for path in paths {
        let shown = || path.display().to_string();
        let found = std::fs::metadata(path).with_context(shown)?;
        if found.is_dir() {
            return Err(std::io::Error::from(ErrorKind::IsADirectory)).with_context(shown);
        }
        let stop = |key| Err(Stop::Briefing { key, path: path.clone() }.into());
        if !found.is_file() {
            return stop("briefing-no-file");
        }
        if is_one_file(path, db) {
            return stop("briefing-is-database");
        }
        File::open(path).with_context(shown)?;
        if !names.insert(key(&name(path))) {
            return stop("briefing-twice");
        }
    }
    Ok(())
}

/// How each is called, and where it comes to lie.
pub fn named(paths: &[PathBuf]) -> Vec<Briefing> {
    let mut taken = HashSet::new();
    let mut named = |path: &PathBuf| {
        let ending = ending(path);
        let stem = match ending.is_empty() {
            true => part(&name(path)),
            false => part(&path.file_stem().unwrap_or_default().to_string_lossy()),
        };
        let numbered = (2..).map(|number| format!("{stem}-{number}{ending}"));
        let free = std::iter::once(format!("{stem}{ending}")).chain(numbered).find(|file| taken.insert(file.clone()));
        Briefing { name: name(path), file: format!("{FOLDER}/{}", free.unwrap_or(stem)) }
    };
    paths.iter().map(&mut named).collect()
}

/// The ending by which a system knows what opens the file, with its dot; empty where there is none that is plain.
fn ending(path: &Path) -> String {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let is_plain = (1..=MOST_ENDING).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric());
    if is_plain { format!(".{ending}") } else { String::new() }
}

/// Copies one into its place, whole or not at all.
///
/// # Errors
/// When it cannot be read, or its place not be written.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    const PIECE: usize = 1 << 20;
    let shown = || from.display().to_string();
    if is_one_file(from, to) {
        return Ok(());
    }
    let mut source = File::open(from).with_context(shown)?;
    let mut draft = Draft::new(to)?;
    let mut piece = vec![0; PIECE];
    loop {
        match source.read(&mut piece) {
            Ok(0) => return draft.keep(),
            Ok(count) => draft.write(&piece[..count])?,
            Err(err) if err.kind() == ErrorKind::Interrupted => {}
            Err(err) => return Err(err).with_context(shown),
        }
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn is_one_file(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_plain_and_stay_apart() {
        let paths = ["a/Tài liệu T6.DOCX", "tai-lieu-t6.docx", "CON.pdf", "..", "x.tệp", "ghi chú"].map(PathBuf::from);
        let files: Vec<String> = named(&paths).into_iter().map(|briefing| briefing.file).collect();
        let plain = ["tai-lieu-t6.docx", "tai-lieu-t6-2.docx", "x.pdf", "x", "x.tep", "ghi-chu"];
        assert_eq!(files, plain.map(|name| format!("{FOLDER}/{name}")));
    }
}
