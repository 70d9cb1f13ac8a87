//! Files out: beside the target first, then under its name in one step. Never half, never over the database.

use std::fs::DirBuilder;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::Builder;

use super::draft::{Draft, is_device, refuse_read_only, target_of};
use super::stop::Stop;
use crate::model::list::Kind;
use crate::store::place::{folder_of, journal_of, make_private};

/// Writes `bytes` to `path`, whole or not at all; the user alone can read it. A file that holds
/// these very bytes already is left as it is. A link is followed, a device or pipe written into.
///
/// # Errors
/// When it cannot be written; then what stood there still stands, and nothing else is left behind.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let target = target_of(path);
    if !is_device(&target) && is_same(&target, bytes) {
        return make_private(&target).with_context(|| target.display().to_string());
    }
    let mut draft = Draft::new(path)?;
    draft.write(bytes)?;
    draft.keep()
}

/// Makes sure before any work that a file can be written at `path`: its folder is there and may be written to.
///
/// # Errors
/// When it cannot.
pub fn probe(path: &Path) -> Result<()> {
    if is_device(path) {
        return Ok(());
    }
    if path.is_dir() {
        let err = std::io::Error::from(ErrorKind::IsADirectory);
        return Err(err).with_context(|| path.display().to_string());
    }
    let target = target_of(path);
    let folder = folder_of(&target);
    let shown = || in_full(folder).display().to_string();
    std::fs::metadata(folder).with_context(shown)?;
    refuse_read_only(&target)?;
    Builder::new().prefix(".phancong-").suffix(".tmp").tempfile_in(folder).map(drop).with_context(shown)
}

/// Makes sure before any work that files can be written into `folder`: it is there or can be made.
///
/// # Errors
/// When it cannot.
pub fn probe_folder(folder: &Path) -> Result<()> {
    let named = |at: &Path| if at.as_os_str().is_empty() { PathBuf::from(".") } else { at.to_owned() };
    let Some(there) = folder.ancestors().map(named).find(|at| at.exists()) else { return Ok(()) };
    let shown = || in_full(&there).display().to_string();
    if !there.is_dir() {
        return Err(std::io::Error::from(ErrorKind::NotADirectory)).with_context(shown);
    }
    Builder::new().prefix(".phancong-").suffix(".tmp").tempfile_in(&there).map(drop).with_context(shown)
}

/// A folder as a sentence may name it: the one that the user is in has a name as well.
fn in_full(folder: &Path) -> PathBuf {
    if folder == Path::new(".") { std::env::current_dir().unwrap_or_default() } else { folder.to_owned() }
}

fn is_same(path: &Path, bytes: &[u8]) -> bool {
    let size = std::fs::metadata(path).map(|found| found.len());
    size.is_ok_and(|size| size == bytes.len() as u64) && std::fs::read(path).is_ok_and(|found| found == bytes)
}

/// Makes a folder for the user alone, with those above it.
///
/// # Errors
/// When it cannot be made.
pub fn make_folder(path: &Path) -> Result<()> {
    match for_user_only(&mut DirBuilder::new()).recursive(true).create(path) {
        Err(err) if err.kind() != ErrorKind::AlreadyExists => Err(err).with_context(|| path.display().to_string()),
        _ => Ok(()),
    }
}

#[cfg(unix)]
fn for_user_only(builder: &mut DirBuilder) -> &mut DirBuilder {
    use std::os::unix::fs::DirBuilderExt;
    builder.mode(0o700)
}

#[cfg(not(unix))]
fn for_user_only(builder: &mut DirBuilder) -> &mut DirBuilder {
    builder
}

/// Refuses a target that is one of `taken`: the database, its journal, an input.
///
/// # Errors
/// When it is one of them.
pub fn refuse<'t>(target: &Path, taken: impl IntoIterator<Item = &'t Path>) -> Result<()> {
    let Ok(target_there) = target.canonicalize() else { return Ok(()) };
    for path in taken {
        for path in [path.to_path_buf(), journal_of(path)] {
            if path.canonicalize().is_ok_and(|there| there == target_there) {
                return Err(Stop::TargetTaken(target.to_owned()).into());
            }
        }
    }
    Ok(())
}

/// Refuses a folder for documents that is the folder of the lists, or holds lists: the next import of it would take
/// the documents for lists.
///
/// # Errors
/// [`Stop::FolderOfLists`].
pub fn refuse_folder(folder: &Path, lists: Option<&Path>) -> Result<()> {
    const ENDINGS: [&str; 4] = ["csv", "xlsx", "xls", "ods"];
    let Ok(there) = folder.canonicalize() else { return Ok(()) };
    let holds = |name: &str| there.join(name).is_file();
    let is_taken = match lists {
        Some(lists) => lists.canonicalize().is_ok_and(|lists| lists == there),
        None => Kind::ALL.iter().any(|kind| ENDINGS.iter().any(|ending| holds(&format!("{}.{ending}", kind.name())))),
    };
    if is_taken { Err(Stop::FolderOfLists(folder.to_owned()).into()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_behind_when_a_target_cannot_be_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("roster.xlsx");
        std::fs::create_dir(&target).expect("a folder in its place");
        assert!(write(&target, b"new").is_err());
        assert_eq!(std::fs::read_dir(folder.path()).expect("readable").count(), 1);
    }

    #[cfg(windows)]
    #[test]
    fn h53_h54_a_file_open_in_excel_is_read_and_stays_as_it_is() {
        use crate::store::place::is_locked;
        use std::os::windows::fs::OpenOptionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("gaps.csv");
        write(&target, b"old").expect("written");
        let shares_reading = 1;
        let excel = std::fs::OpenOptions::new().read(true).write(true).share_mode(shares_reading).open(&target);
        let refused = write(&target, b"new").expect_err("locked");
        assert!(refused.downcast_ref::<std::io::Error>().is_some_and(is_locked), "{refused:#}");
        assert_eq!(std::fs::read_dir(folder.path()).expect("readable").count(), 1);
        drop(excel);
        assert_eq!(std::fs::read(&target).expect("readable"), b"old");
    }

    #[test]
    fn a_target_is_replaced_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("gaps.csv");
        write(&target, b"old").expect("written");
        write(&target, b"new").expect("written");
        assert_eq!(std::fs::read(&target).expect("readable"), b"new");
        assert_eq!(std::fs::read_dir(folder.path()).expect("readable").count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_a_device_a_device() {
        let folder = tempfile::tempdir().expect("a folder");
        let (link, target) = (folder.path().join("link.csv"), folder.path().join("target.csv"));
        std::os::unix::fs::symlink("target.csv", &link).expect("a link");
        for bytes in [b"one", b"two"] {
            write(&link, bytes).expect("written");
            assert_eq!(std::fs::read(&target).expect("readable"), bytes);
        }
        assert!(link.is_symlink());
        assert!(probe(Path::new("/dev/null")).is_ok() && write(Path::new("/dev/null"), b"x").is_ok());
        assert!(is_device(Path::new("/dev/null")));
    }

    #[test]
    fn the_database_and_its_journal_are_no_targets() {
        let folder = tempfile::tempdir().expect("a folder");
        let db = folder.path().join("phancong.db");
        std::fs::write(&db, b"x").expect("written");
        std::fs::write(folder.path().join("phancong.db-journal"), b"x").expect("written");
        assert!(refuse(&folder.path().join("./phancong.db"), [db.as_path()]).is_err());
        assert!(refuse(&folder.path().join("phancong.db-journal"), [db.as_path()]).is_err());
        assert!(refuse(&folder.path().join("gaps.csv"), [db.as_path()]).is_ok());
    }
}
