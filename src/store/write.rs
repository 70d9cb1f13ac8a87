//! Writing: one transaction from reading what is there to the commit, with a token that proves the outcome.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::process;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Result;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use super::failure::Failure;
use super::log::{self, Entry};
use super::open::{PATIENCE, check_to_write, version_of};
use super::seal::{Added, Found};
use super::{load, named, save, undo};
use crate::model::book::Book;
use crate::model::change::Change;
use crate::model::day::{Day, Month};
use crate::model::policy::Policy;
use crate::model::reach::Reach;

/// A writing under way. Dropped without [`Writing::commit`], it leaves no trace.
pub struct Writing<'s> {
    transaction: Transaction<'s>,
    path: PathBuf,
    token: String,
    /// The number that the change will have.
    number: i64,
    seal: Found,
    /// What the rows that were added so far come to.
    added: RefCell<Added>,
    /// Whether a file that was too large to be looked through when it was opened was looked through since: before the first
    /// thing is written, as its seal is that of before.
    is_checked: Cell<bool>,
}

impl<'s> Writing<'s> {
    /// Takes the one place that writers have. Whether SQLite looks up what each row points to, which it does where there are
    /// any, is for the whole writing.
    pub(super) fn begin(connection: &'s mut Connection, path: &Path, looks_up: bool) -> Result<Self> {
        let wrap = |err| Failure::wrap(err, path);
        connection.pragma_update(None, "foreign_keys", looks_up).map_err(wrap)?;
        let cache = if looks_up { save::WRITING_CACHE } else { save::FILLING_CACHE };
        connection.pragma_update(None, "cache_size", -cache).map_err(wrap)?;
        // Only beyond as much, also while less is kept to sort in, what is written goes to the file and keeps readers out.
        let page: i64 = connection.pragma_query_value(None, "page_size", |row| row.get(0)).map_err(wrap)?;
        connection.pragma_update(None, "cache_spill", (cache << 10) / page.max(1)).map_err(wrap)?;
        if connection.is_readonly("main").map_err(wrap)? {
            return Err(Failure::ReadOnly(path.to_owned()).into());
        }
        // Never WAL: it needs shared memory, which network folders lack. Truncating the journal instead
        // of deleting it also lasts through a power cut right after the commit.
        connection.pragma_update(None, "journal_mode", "TRUNCATE").map_err(wrap)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(wrap)?;
        // Between opening and here a newer program may have brought it up to its own version.
        version_of(&transaction, path)?;
        let number = log::next(&transaction).map_err(wrap)?;
        let seal = Found::read(&transaction).map_err(wrap)?;
        let (path, token, added, is_checked) = (path.to_owned(), token(), RefCell::default(), Cell::default());
        Ok(Writing { transaction, path, token, number, seal, added, is_checked })
    }

    /// Everything that is there but attendance and feedback.
    ///
    /// # Errors
    /// As [`super::Store::book`].
    pub fn book(&self, policy: Policy) -> Result<Book> {
        load::book(&self.transaction, policy, None)
    }

    /// Everything that is there.
    ///
    /// # Errors
    /// As [`super::Store::book`].
    pub fn whole(&self, policy: Policy) -> Result<Book> {
        load::whole(&self.transaction, policy, None)
    }

    /// What lists name of it, to be seen on a day; `None` where the whole is better read.
    ///
    /// # Errors
    /// As [`super::Store::book`].
    pub fn named(&self, policy: Policy, reach: &Reach, day: Day) -> Result<Option<Book>> {
        named::book(&self.transaction, policy, reach, day)
    }

    /// The text of the policy that is there.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn policy_text(&self) -> Result<String> {
        load::policy_text(&self.transaction, None)
    }

    /// Replaces the policy.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save_policy(&self, policy: &Policy) -> Result<()> {
        self.check()?;
        save::policy(&self.transaction, policy, Some(self.number)).map_err(|err| Failure::wrap(err, &self.path))
    }

    /// Saves the rows of `book` that `change` names. A file that was too large to be looked through when it was opened is
    /// looked through first; not where rows of a part of it change and none is new to it, so that nothing hangs on what its
    /// indexes lack.
    ///
    /// # Errors
    /// When they cannot be written, or the file is damaged.
    pub fn save(&self, book: &Book, change: &Change) -> Result<()> {
        let has_new = !change.units.added.is_empty() || !change.cadres.added.is_empty();
        if book.outside.is_none() || has_new {
            self.check()?;
        }
        let added = &mut self.added.borrow_mut();
        save::change(&self.transaction, book, change, self.number, added).map_err(|err| Failure::wrap(err, &self.path))
    }

    /// Closes a month: from this change on, it is as it was when it was closed.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn close(&self, month: Month) -> Result<()> {
        self.check()?;
        save::closing(&self.transaction, month, self.number).map_err(|err| Failure::wrap(err, &self.path))
    }

    /// Takes a change back: every row is again as it was before it.
    ///
    /// # Errors
    /// [`Failure::UndoBlocked`] or another [`Failure`] when that cannot be; then nothing is to be committed.
    pub fn undo(&self, change: i64) -> Result<()> {
        self.check()?;
        undo::undo(&self.transaction, &self.path, change, self.number)
    }

    /// Looks the file through, once, before the first thing is written.
    fn check(&self) -> Result<()> {
        if self.is_checked.replace(true) { Ok(()) } else { check_to_write(&self.transaction, &self.path) }
    }

    /// The number that the change will have.
    pub fn number(&self) -> i64 {
        self.number
    }

    /// Logs the change and ends the writing; when this returns, it is on disk for good.
    ///
    /// # Errors
    /// When nothing was saved; or [`Failure::Unknown`] when nobody can tell.
    pub fn commit(self, entry: &Entry) -> Result<()> {
        let Writing { transaction, path, token, number, seal, added, .. } = self;
        log::record(&transaction, entry, number, &token)
            .and_then(|()| seal.renew(&transaction, number, &added.borrow()))
            .map_err(|err| Failure::wrap(err, &path))?;
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

/// What no other change has.
pub(super) fn token() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    format!("{now:x}-{:x}", process::id())
}
