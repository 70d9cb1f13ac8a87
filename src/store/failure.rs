//! Why the database could not do its work; the desk words it and picks the exit code.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::Builder;
use thiserror::Error;

use super::place::folder_of;

/// A failure that a user can do something about.
#[derive(Debug, Error)]
pub enum Failure {
    /// There is no such file.
    #[error("{0}: no such database")]
    Missing(PathBuf),
    /// There is a file already where a new one was to be made.
    #[error("{0}: exists already")]
    Exists(PathBuf),
    /// It is no SQLite database, or one of another program.
    #[error("{0}: not a phancong database")]
    NotOurs(PathBuf),
    /// It was made by a newer version.
    #[error("{path}: schema {found}, this program knows {known}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema.
        found: i64,
        /// The newest schema that this program knows.
        known: i64,
    },
    /// Its content contradicts itself.
    #[error("{path}: damaged: {detail}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What SQLite says.
        detail: String,
    },
    /// It is sound, but not as the last change left it.
    #[error("{0}: changed outside of this program")]
    Altered(PathBuf),
    /// It holds tables, views or triggers that this program did not make.
    #[error("{path}: foreign object {object}")]
    Foreign {
        /// The file.
        path: PathBuf,
        /// Name of the object.
        object: String,
    },
    /// Another program holds it.
    #[error("{0}: in use by another program")]
    Busy(PathBuf),
    /// It may only be read.
    #[error("{0}: read-only")]
    ReadOnly(PathBuf),
    /// The user may not open it, or not write beside it.
    #[error("{0}: no permission")]
    Forbidden(PathBuf),
    /// The disk is full.
    #[error("{0}: disk full")]
    DiskFull(PathBuf),
    /// The disk gives an error: it is broken, gone, or has no room for this user.
    #[error("{0}: disk error")]
    Disk(PathBuf),
    /// The policy lacks levels or duties that rows use.
    #[error("the policy lacks {0}")]
    PolicyLacks(String),
    /// There is no change of this number.
    #[error("{path}: no change {change}")]
    NoChange {
        /// The file.
        path: PathBuf,
        /// The number.
        change: i64,
    },
    /// The change was made by a version that kept no rows.
    #[error("change {0} keeps no rows")]
    ChangeTooOld(i64),
    /// The change is taken back already.
    #[error("change {change} is undone by {by}")]
    UndoneAlready {
        /// The change.
        change: i64,
        /// The change that took it back.
        by: i64,
    },
    /// Later changes stand on it.
    #[error("changes {by:?} stand on {change}")]
    UndoBlocked {
        /// The change.
        change: i64,
        /// The later ones.
        by: Vec<i64>,
    },
    /// The end of the writing could not be observed.
    #[error("{path}: outcome unknown: {detail}")]
    Unknown {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        detail: String,
    },
}

impl Failure {
    /// The same of another file, where it is about the disk that holds it.
    pub fn moved(self, from: &Path, to: &Path) -> Self {
        let to = |path: PathBuf| if path == from { to.to_owned() } else { path };
        match self {
            Failure::Busy(path) => Failure::Busy(to(path)),
            Failure::ReadOnly(path) => Failure::ReadOnly(to(path)),
            Failure::Forbidden(path) => Failure::Forbidden(to(path)),
            Failure::DiskFull(path) => Failure::DiskFull(to(path)),
            Failure::Disk(path) => Failure::Disk(to(path)),
            // A draft that nobody can tell about is thrown away.
            Failure::Unknown { path, .. } => Failure::Disk(to(path)),
            other => other,
        }
    }

    /// What a failure of SQLite means for the file at `path`, if a user can do something about it.
    pub fn of(err: &rusqlite::Error, path: &Path) -> Option<Self> {
        use rusqlite::ErrorCode::*;
        let path = path.to_owned();
        if is_unreadable(err) || is_of_no_format(err) {
            return Some(Failure::Damaged { path, detail: err.to_string() });
        }
        match err.sqlite_error_code()? {
            DatabaseBusy | DatabaseLocked | FileLockingProtocolFailed => Some(Failure::Busy(path)),
            NotADatabase => Some(Failure::NotOurs(path)),
            DatabaseCorrupt => Some(Failure::Damaged { path, detail: err.to_string() }),
            ReadOnly => Some(Failure::ReadOnly(path)),
            CannotOpen if has_no_room(&path) => Some(Failure::DiskFull(path)),
            CannotOpen | PermissionDenied => Some(Failure::Forbidden(path)),
            DiskFull => Some(Failure::DiskFull(path)),
            SystemIoFailure if has_no_room(&path) => Some(Failure::DiskFull(path)),
            SystemIoFailure => Some(Failure::Disk(path)),
            _ => None,
        }
    }

    /// What a failure of SQLite somewhere below an error means for the file at `path`, if a user can do something about it.
    pub fn below(err: &anyhow::Error, path: &Path) -> Option<Self> {
        err.chain().find_map(|cause| Failure::of(cause.downcast_ref()?, path))
    }

    /// Turns a failure of SQLite into one of ours where it means something to a user.
    pub fn wrap(err: rusqlite::Error, path: &Path) -> anyhow::Error {
        match Failure::of(&err, path) {
            Some(failure) => anyhow::Error::new(failure),
            None => anyhow::Error::new(err).context(path.display().to_string()),
        }
    }
}

/// Whether a cell does not hold what this program puts there: letters that are none, a text in the place of a number.
fn is_unreadable(err: &rusqlite::Error) -> bool {
    use rusqlite::Error::*;
    matches!(err, Utf8Error(..) | FromSqlConversionFailure(..) | InvalidColumnType(..) | IntegralValueOutOfRange(..))
}

/// Whether the head of the file tells of a format that SQLite does not have: it gives that no code of its own.
fn is_of_no_format(err: &rusqlite::Error) -> bool {
    matches!(err, rusqlite::Error::SqliteFailure(_, Some(said)) if said.contains("unsupported file format"))
}

/// Whether a file beside `path` has no room: SQLite does not tell a share of the disk that is used up from a broken disk, nor
/// a journal for which there is no room from one that may not be made.
fn has_no_room(path: &Path) -> bool {
    const MUCH: usize = 64 << 10;
    let folder = folder_of(path);
    let tried = Builder::new().prefix(".phancong-").suffix(".tmp").tempfile_in(folder).and_then(|mut file| {
        file.write_all(&vec![1; MUCH])?;
        file.as_file().sync_all()
    });
    tried.is_err_and(|err| matches!(err.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;

    #[test]
    fn a_database_that_cannot_be_opened_is_forbidden() {
        for code in [ffi::SQLITE_CANTOPEN, ffi::SQLITE_PERM] {
            let err = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            let failure = Failure::of(&err, Path::new("x.db"));
            assert!(matches!(failure, Some(Failure::Forbidden(_))), "{code}");
        }
    }
}
