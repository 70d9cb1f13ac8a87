//! Writing: one transaction from reading what is there to the commit, with a token that proves the outcome.

use std::path::{Path, PathBuf};
use std::process;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Result;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use super::failure::Failure;
use super::log::{self, Entry};
use super::open::PATIENCE;
use super::{load, save};
use crate::model::book::Book;
use crate::model::change::Change;
use crate::model::policy::Policy;

/// A writing under way. Dropped without [`Writing::commit`], it leaves no trace.
pub struct Writing<'s> {
    transaction: Transaction<'s>,
    path: PathBuf,
    token: String,
}

impl<'s> Writing<'s> {
    /// Takes the one place that writers have.
    pub(super) fn begin(connection: &'s mut Connection, path: &Path) -> Result<Self> {
        let wrap = |err| Failure::wrap(err, path);
        if connection.is_readonly("main").map_err(wrap)? {
            return Err(Failure::ReadOnly(path.to_owned()).into());
        }
        // Never WAL: it needs shared memory, which network folders lack. Truncating the journal instead
        // of deleting it also lasts through a power cut right after the commit.
        connection.pragma_update(None, "journal_mode", "TRUNCATE").map_err(wrap)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(wrap)?;
        Ok(Writing { transaction, path: path.to_owned(), token: token() })
    }

    /// Everything that is there.
    ///
    /// # Errors
    /// As [`super::Store::book`].
    pub fn book(&self, policy: Policy) -> Result<Book> {
        load::book(&self.transaction, policy)
    }

    /// The text of the policy that is there.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn policy_text(&self) -> Result<String> {
        load::policy_text(&self.transaction)
    }

    /// Replaces the policy.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save_policy(&self, policy: &Policy) -> Result<()> {
        save::policy(&self.transaction, policy).map_err(|err| Failure::wrap(err, &self.path))
    }

    /// Saves the rows of `book` that `change` names.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn save(&self, book: &Book, change: &Change) -> Result<()> {
        save::change(&self.transaction, book, change).map_err(|err| Failure::wrap(err, &self.path))
    }

    /// Logs the change and ends the writing; when this returns, it is on disk for good.
    ///
    /// # Errors
    /// When nothing was saved; or [`Failure::Unknown`] when nobody can tell.
    pub fn commit(self, entry: &Entry) -> Result<()> {
        let Writing { transaction, path, token } = self;
        log::record(&transaction, entry, &token).map_err(|err| Failure::wrap(err, &path))?;
        let Err(err) = transaction.commit() else { return Ok(()) };
        // SQLite may fail after the data is in: ask the file itself.
        match is_recorded(&path, &token) {
            Ok(true) => Ok(()),
            Ok(false) => Err(Failure::wrap(err, &path)),
            Err(_) => Err(Failure::Unknown { path, detail: err.to_string() }.into()),
        }
    }
}

/// Whether a fresh connection finds the token.
fn is_recorded(path: &Path, token: &str) -> rusqlite::Result<bool> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let fresh = Connection::open_with_flags(path, flags)?;
    fresh.busy_timeout(PATIENCE)?;
    fresh.prepare("SELECT 1 FROM change WHERE token = ?1")?.exists([token])
}

fn token() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    format!("{now:x}-{:x}", process::id())
}
