//! A backup: copied page by page while others may write, checked, synced, and only then given its name.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};
use tempfile::{Builder, NamedTempFile, PersistError};

use super::failure::Failure;
use super::place::{folder_of, is_locked, journal_of, patiently, sync_folder};

const PAGES_A_STEP: i32 = 4096;
/// Between steps others may write, and one who is kept waiting is waited for.
const PAUSE: Duration = Duration::from_millis(5);

/// Copies the database to `target`, which must not exist.
pub fn backup(connection: &Connection, target: &Path) -> Result<()> {
    copy(connection, target, Trust::Sound)
}

/// What a copy is good for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// To be gone back to: it is looked through before it gets its name.
    Sound,
    /// To have what was there, whatever it is.
    AsItIs,
}

/// Copies the database to `target`, which must not exist, page by page.
pub fn copy(connection: &Connection, target: &Path, trust: Trust) -> Result<()> {
    beside(target, |draft| copy_into(connection, (draft, target), trust))
}

/// Copies the database into an empty file, which is to be called `target`.
fn copy_into(connection: &Connection, (draft, target): (&Path, &Path), trust: Trust) -> Result<()> {
    let wrap = |err| Failure::wrap(err, target);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut to = Connection::open_with_flags(draft, flags).map_err(wrap)?;
    Backup::new(connection, &mut to)
        .and_then(|backup| backup.run_to_completion(PAGES_A_STEP, PAUSE, None))
        .map_err(wrap)?;
    if trust == Trust::Sound {
        let verdict: String = to.query_row("PRAGMA integrity_check(1)", (), |row| row.get(0)).map_err(wrap)?;
        ensure!(verdict == "ok", Failure::Damaged { path: target.to_owned(), detail: verdict });
    }
    to.close().map_err(|(_, err)| wrap(err))
}

/// Gives a file that was made beside `target` this name, for good; nothing may have it yet.
pub fn put(draft: NamedTempFile, target: &Path) -> Result<()> {
    let shown = || target.display().to_string();
    draft.as_file().sync_all().with_context(shown)?;
    match patiently(draft, |draft| named(draft, target)) {
        Err(err) if err.kind() == ErrorKind::AlreadyExists => return Err(Failure::Exists(target.to_owned()).into()),
        put => put.with_context(shown)?,
    }
    sync_folder(folder_of(target));
    Ok(())
}

/// Renames a draft to a name that nothing has.
fn named(draft: NamedTempFile, target: &Path) -> Result<File, PersistError> {
    let refused = match draft.persist_noclobber(target) {
        Err(refused) if knows_no_other_way(&refused.error) => refused,
        put => return put,
    };
    // Some file systems cannot rename without replacing: there an empty file holds the name until it is replaced.
    if let Err(error) = File::create_new(target) {
        return Err(PersistError { error, file: refused.file });
    }
    refused.file.persist(target).inspect_err(|_| drop(std::fs::remove_file(target)))
}

/// Whether a file system refuses not the name, but the way of giving it.
fn knows_no_other_way(err: &std::io::Error) -> bool {
    matches!(err.kind(), ErrorKind::Unsupported | ErrorKind::PermissionDenied | ErrorKind::InvalidInput)
        && !is_locked(err)
}

/// Makes a database in a file beside `target`, which gets that name once it is made; nothing may have it yet.
pub fn beside(target: &Path, make: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    if target.exists() {
        return Err(Failure::Exists(target.to_owned()).into());
    }
    let folder = folder_of(target);
    let draft = Builder::new().prefix(".phancong-").suffix(".tmp").tempfile_in(folder);
    let draft = draft.with_context(|| target.display().to_string())?;
    let made = make(draft.path());
    // A journal stays after the last change, or after one that was cut short, or none was made.
    let _ = std::fs::remove_file(journal_of(draft.path()));
    made.map_err(|err| about(err, draft.path(), target))?;
    put(draft, target)
}

/// The same error, about `target` where it was about the draft of it.
fn about(err: anyhow::Error, draft: &Path, target: &Path) -> anyhow::Error {
    match err.downcast::<Failure>() {
        Ok(failure) => failure.moved(draft, target).into(),
        Err(err) => err,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_database_that_cannot_be_made_nothing_is_left_and_its_own_name_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("a.db");
        let fails = |draft: &Path| {
            std::fs::write(journal_of(draft), "begun").expect("a journal");
            Err(Failure::DiskFull(draft.to_owned()).into())
        };
        let refused = beside(&target, fails).expect_err("no room");
        assert!(matches!(refused.downcast_ref(), Some(Failure::DiskFull(path)) if *path == target), "{refused:#}");
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
    }
}
