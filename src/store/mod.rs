//! The database: one plain SQLite file. The only room with SQL; it keeps what it is given and judges nothing.

pub mod doctor;
pub mod failure;
pub mod log;
pub mod place;
pub mod salvage;

mod backup;
mod cells;
mod indexes;
mod keys;
mod load;
mod named;
mod objects;
mod open;
mod outside;
mod part;
mod parts;
mod repeated;
mod save;
mod schema;
mod seal;
mod table;
mod tops;
mod undo;
mod upgrade;
mod write;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rusqlite::{Connection, Transaction};

use crate::model::book::Book;
use crate::model::day::Month;
use crate::model::list::Kind;
use crate::model::policy::Policy;

pub use write::Writing;

/// The version of the SQLite inside the program.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

/// An open database.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
    /// The backup that was made before an upgrade, where this opening upgraded the database.
    pub kept: Option<PathBuf>,
}

impl Store {
    /// Whether there is a database, or something else, at `path`; an empty file is nothing.
    pub fn is_there(path: &Path) -> bool {
        open::is_there(path)
    }

    /// Opens a database that is there.
    ///
    /// # Errors
    /// A [`failure::Failure`] when there is none, or it is not ours, newer, damaged or in use.
    pub fn open(path: &Path) -> Result<Self> {
        open::open(path)
    }

    /// Makes a new database at `target` for the user alone, under `policy`, whole or not at all: under its name only once
    /// `fill` has filled it. An empty file that stands there becomes the database, as nothing may take the place of what
    /// another program makes of it meanwhile: first with the policy alone, then filled.
    ///
    /// # Errors
    /// A [`failure::Failure`] when there is a file already, or none can be made; or what `fill` gives.
    pub fn create(target: &Path, policy: &Policy, fill: impl FnOnce(&mut Store) -> Result<()>) -> Result<()> {
        let make = |path: &Path| fill(&mut open::make(path, policy)?);
        if open::is_unmade_at(target) {
            place::make_private(target).with_context(|| target.display().to_string())?;
            return make(target);
        }
        backup::beside(target, make)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The text of its policy.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn policy_text(&self) -> Result<String> {
        load::policy_text(&self.connection, None)
    }

    /// The text of its policy as it was after the change of a number.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn policy_text_after(&self, change: i64) -> Result<String> {
        load::policy_text(&self.connection, Some(change))
    }

    /// Everything in it but attendance and feedback, as of one moment, under `policy`.
    ///
    /// # Errors
    /// When it cannot be read, or `policy` lacks a level or duty that is in use.
    pub fn book(&self, policy: Policy) -> Result<Book> {
        let _reading = self.reading()?;
        load::book(&self.connection, policy, None)
    }

    /// Everything in it, attendance and feedback as well.
    ///
    /// # Errors
    /// As [`Self::book`].
    pub fn whole(&self, policy: Policy) -> Result<Book> {
        let _reading = self.reading()?;
        load::whole(&self.connection, policy, None)
    }

    /// Everything in it as it was after the change of a number, under the policy of then.
    ///
    /// # Errors
    /// As [`Self::book`].
    pub fn book_after(&self, change: i64, policy: Policy) -> Result<Book> {
        let _reading = self.reading()?;
        load::book(&self.connection, policy, Some(change))
    }

    /// As [`Self::book_after`], with attendance and feedback.
    ///
    /// # Errors
    /// As [`Self::book`].
    pub fn whole_after(&self, change: i64, policy: Policy) -> Result<Book> {
        let _reading = self.reading()?;
        load::whole(&self.connection, policy, Some(change))
    }

    /// Begins to read as of one moment, where the database is not held already.
    fn reading(&self) -> Result<Option<Transaction<'_>>> {
        Ok(self.connection.is_autocommit().then(|| self.connection.unchecked_transaction()).transpose()?)
    }

    /// Keeps the database as it is for as long as what is given back lives: nobody can save meanwhile.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn hold(&self) -> Result<Transaction<'_>> {
        let held = self.connection.unchecked_transaction()?;
        load::policy_text(&held, None)?;
        Ok(held)
    }

    /// Opens once more what was opened, and looked through, a moment ago: for another thread. It stays as it is for as long
    /// as it is open; whoever holds it already sees the same.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn again(path: &Path) -> Result<Store> {
        open::again(path)
    }

    /// Closed months, each with the number of the change that closed it.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn closings(&self) -> Result<Vec<(Month, i64)>> {
        load::closings(&self.connection)
    }

    /// Numbers of the changes that touched a row, oldest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn changes_of(&self, list: Kind, row: u32) -> Result<Vec<i64>> {
        undo::changes_of(&self.connection, list, row)
    }

    /// Begins to write: nobody else can until the writing ends.
    ///
    /// # Errors
    /// A [`failure::Failure`] when another program holds the database for too long.
    pub fn write(&mut self) -> Result<Writing<'_>> {
        Writing::begin(&mut self.connection, &self.path, true)
    }

    /// Begins to write rows of one book. The first rows of all are taken over as the book has them: there, nothing can
    /// point to what is not there, and looking each up again takes as long as writing it.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn write_book(&mut self) -> Result<Writing<'_>> {
        let asked = self.connection.prepare("SELECT 1 FROM unit LIMIT 1").and_then(|mut asking| asking.exists(()));
        let has_rows = asked.map_err(|err| failure::Failure::wrap(err, &self.path))?;
        Writing::begin(&mut self.connection, &self.path, has_rows)
    }

    /// The changes, newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn changes(&self) -> Result<Vec<log::Logged>> {
        log::changes(&self.connection)
    }

    /// Copies the database to `target`, whole or not at all, also while others write.
    ///
    /// # Errors
    /// When the target exists or cannot be written.
    pub fn backup(&self, target: &Path) -> Result<()> {
        backup::backup(&self.connection, target)
    }
}

#[cfg(test)]
mod tests {
    use super::log::Entry;
    use super::*;
    use crate::model::book::Origin;
    use crate::model::change::Change;

    fn created(path: &Path) -> Store {
        Store::create(path, &Policy::default(), |_| Ok(())).expect("a database");
        Store::open(path).expect("a database")
    }

    fn origin(store: &Store) -> Origin {
        store.book(Policy::default()).expect("a book").origin
    }

    fn change(store: &mut Store) {
        let as_of = jiff::civil::date(2022, 5, 31);
        let (user, machine) = (String::new(), String::new());
        let (about, undoes, files, counts) = (String::new(), None, Vec::new(), Vec::new());
        let entry = Entry { command: "import", about, undoes, as_of, user, machine, files, counts };
        store.write().and_then(|writing| writing.commit(&entry)).expect("a change");
    }

    #[test]
    fn a_database_is_known_from_its_first_change_on_and_a_copy_is_the_same() {
        let folder = tempfile::tempdir().expect("a folder");
        let [path, copy, other] = ["a.db", "b.db", "c.db"].map(|name| folder.path().join(name));
        let mut store = created(&path);
        assert_eq!(origin(&store), Origin::default());
        change(&mut store);
        let first = origin(&store);
        assert!(first.change == 1 && !first.database.is_empty());
        change(&mut store);
        store.backup(&copy).expect("a copy");
        assert_eq!(origin(&Store::open(&copy).expect("a database")), Origin { change: 2, ..first.clone() });
        let mut other = created(&other);
        change(&mut other);
        assert_ne!(origin(&other).database, first.database);
    }

    #[test]
    fn what_is_read_while_it_is_held_is_of_one_moment() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.db");
        let store = created(&path);
        let other = Connection::open(&path).expect("a connection");
        other.busy_timeout(std::time::Duration::ZERO).expect("no patience");
        let write = || other.execute("UPDATE policy SET toml = 'x'", ());
        let held = store.hold().expect("held");
        store.policy_text().expect("a policy");
        assert!(write().is_err(), "nobody can save between the policy and the rows under it");
        store.book(Policy::default()).expect("a book");
        store.whole(Policy::default()).expect("a book");
        assert!(write().is_err(), "nor after them");
        drop(held);
        write().expect("saved");
    }

    #[test]
    fn only_the_first_rows_are_taken_over_without_looking_up_what_they_point_to() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = created(&folder.path().join("a.db"));
        let looks_up = |store: &Store| {
            let asked = store.connection.pragma_query_value(None, "foreign_keys", |row| row.get::<_, bool>(0));
            asked.expect("an answer")
        };
        drop(store.write_book().expect("a writing"));
        assert!(!looks_up(&store));
        drop(store.write().expect("a writing"));
        assert!(looks_up(&store));
        store.connection.execute("INSERT INTO level (code) VALUES ('commune')", ()).expect("a level");
        let unit = "INSERT INTO unit (code, name, level_id, type, note) VALUES ('1', 'Xã', 1, '', '')";
        store.connection.execute(unit, ()).expect("a unit");
        drop(store.write_book().expect("a writing"));
        assert!(looks_up(&store));
    }

    #[test]
    fn a_large_file_is_read_at_once_but_looked_through_before_it_is_changed_as_a_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.db");
        let mut store = created(&path);
        change(&mut store);
        let broken = Connection::open(&path).expect("a connection");
        broken.execute_batch("PRAGMA foreign_keys = OFF").expect("no keys");
        let filling = "UPDATE change SET about = replace(hex(zeroblob(2500000)), '00', 'abcd')";
        broken.execute(filling, ()).expect("ten megabytes");
        let row = "INSERT INTO seat (unit_id, duty_id, min) VALUES (7, 7, 1)";
        broken.execute(row, ()).expect("a row of no unit");
        drop(broken);
        assert!(std::fs::metadata(&path).expect("a file").len() > 8 << 20);
        let mut store = Store::open(&path).expect("open");
        let month = Month::parse("2022-05").expect("a month");
        let deeds: [fn(&Writing, Month) -> Result<()>; 3] = [
            |writing, _| writing.save(&Book::default(), &Change::default()),
            |writing, month| writing.close(month),
            |writing, _| writing.undo(1),
        ];
        for deed in deeds {
            let refused = store.write().and_then(|writing| deed(&writing, month)).expect_err("damaged");
            assert!(matches!(refused.downcast_ref(), Some(failure::Failure::Damaged { .. })), "{refused:#}");
        }
    }
}
