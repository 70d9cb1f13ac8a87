//! A backup: copied page by page while others may write, checked, synced, and only then given its name.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};
use tempfile::Builder;

use super::failure::Failure;

const PAGES_A_STEP: i32 = 4096;
/// Between steps others may write, and one who is kept waiting is waited for.
const PAUSE: Duration = Duration::from_millis(5);

/// Copies the database to `target`, which must not exist.
pub fn backup(connection: &Connection, target: &Path) -> Result<()> {
    if target.exists() {
        return Err(Failure::Exists(target.to_owned()).into());
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let shown = || target.display().to_string();
    let copy = Builder::new().prefix(".phancong-").suffix(".tmp").tempfile_in(folder).with_context(shown)?;
    let wrap = |err| Failure::wrap(err, target);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut to = Connection::open_with_flags(copy.path(), flags).map_err(wrap)?;
    Backup::new(connection, &mut to)
        .and_then(|backup| backup.run_to_completion(PAGES_A_STEP, PAUSE, None))
        .map_err(wrap)?;
    let verdict: String = to.query_row("PRAGMA integrity_check(1)", (), |row| row.get(0)).map_err(wrap)?;
    ensure!(verdict == "ok", Failure::Damaged { path: target.to_owned(), detail: verdict });
    to.close().map_err(|(_, err)| wrap(err))?;
    copy.as_file().sync_all().with_context(shown)?;
    copy.persist_noclobber(target).map_err(|err| err.error).with_context(shown)?;
    sync_folder(folder);
    Ok(())
}

/// Makes the new name last, where the system knows how; elsewhere the file system does it.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = std::fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}
