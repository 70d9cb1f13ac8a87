//! The folder that a file stands in, and who may open a file: what the program's files have in common.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use tempfile::{NamedTempFile, PersistError};

/// How often, and after how long, a locked file is tried again: virus scanners let go soon.
const TRIES: u32 = 10;
const PAUSE: Duration = Duration::from_millis(200);

/// The folder that a file stands in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Where SQLite keeps how the pages were that a change under way has written over.
pub fn journal_of(path: &Path) -> PathBuf {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    journal.into()
}

/// Makes the names in a folder last, where the system knows how; elsewhere the file system does it.
pub fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Whether nobody but the user may open a file, if it is there, as far as the system says so by the file itself.
#[cfg(unix)]
pub fn is_private(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    !std::fs::metadata(path).is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
}

/// Elsewhere the folder says who may open what is in it.
#[cfg(not(unix))]
pub fn is_private(_: &Path) -> bool {
    true
}

/// Lets nobody but the user open a file, if it is there.
///
/// # Errors
/// When it is somebody else's.
#[cfg(unix)]
pub fn make_private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if is_private(path) {
        return Ok(());
    }
    match std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)) {
        Err(err) if err.kind() != io::ErrorKind::NotFound => Err(err),
        _ => Ok(()),
    }
}

/// Elsewhere the folder says who may open what is in it.
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub fn make_private(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Gives a draft its name as `give` does it, and tries again for a while where another program holds it. The draft is
/// dropped, and so removed, before an error leaves.
///
/// # Errors
/// When it cannot be given the name.
pub fn patiently(
    mut draft: NamedTempFile,
    give: impl Fn(NamedTempFile) -> Result<File, PersistError>,
) -> io::Result<()> {
    for _ in 1..TRIES {
        match give(draft) {
            Ok(_) => return Ok(()),
            Err(refused) if is_locked(&refused.error) => {
                draft = refused.file;
                sleep(PAUSE);
            }
            Err(refused) => return Err(refused.error),
        }
    }
    give(draft).map(drop).map_err(|refused| refused.error)
}

/// Whether another program, such as Excel, holds the file: Windows' sharing violation, or access denied
/// on renaming over an open file.
pub fn is_locked(err: &io::Error) -> bool {
    is_lock(cfg!(windows), err.raw_os_error())
}

fn is_lock(is_windows: bool, code: Option<i32>) -> bool {
    is_windows && matches!(code, Some(5 | 32 | 33))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn h53_a_file_open_in_excel_is_told_from_other_failures() {
        for code in [5, 32, 33] {
            assert!(is_lock(true, Some(code)) && !is_lock(false, Some(code)), "{code}");
        }
        assert!(!is_lock(true, Some(3)) && !is_lock(true, None));
    }
}
