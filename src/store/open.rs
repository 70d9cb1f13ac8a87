//! Opening and making a database, in the order that keeps it and us safe.

use std::fs::Metadata;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::failure::Failure;
use super::objects::{are_ours, objects, objects_of};
use super::place::journal_of;
use super::schema::{APPLICATION_ID, VERSION, statements};
use super::{Store, save, seal, upgrade};
use crate::model::policy::Policy;

/// How long to wait for another program.
pub const PATIENCE: Duration = Duration::from_secs(8);
/// Up to this size the whole file is checked before it is read, which takes fifteen milliseconds a megabyte.
const MOST_CHECKED: u64 = 2 << 20;
/// Up to this size it is checked before what all of it tells is written to it; above it the structure is trusted to SQLite,
/// page by page.
const MOST_CHECKED_TO_WRITE: u64 = 64 << 20;
/// From this version on there is a seal.
pub const SEALED: i64 = 3;
/// What SQLite says of a page that the disk did not give.
pub const UNREADABLE: &str = "unable to get the page";
const MOST_LENGTH: i32 = 8_000_000;
/// So many statements are kept ready for being asked again.
const MOST_STATEMENTS: usize = 128;

/// Whether there is something at `path` that is not just an empty file.
pub fn is_there(path: &Path) -> bool {
    play_back(path);
    std::fs::metadata(path).is_ok_and(|found| !is_unmade(&found))
}

/// Whether a file is empty, as earlier programs left it where making a database was cut short.
fn is_unmade(found: &Metadata) -> bool {
    found.is_file() && found.len() == 0
}

/// Whether there is such a file at `path`.
pub fn is_unmade_at(path: &Path) -> bool {
    play_back(path);
    std::fs::metadata(path).is_ok_and(|found| is_unmade(&found))
}

/// Lets SQLite take back what a change that was cut short wrote: of a creation, it leaves the empty file of before.
fn play_back(path: &Path) {
    let is_filled = |path: &Path| std::fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() > 0);
    if is_filled(path) && is_filled(&journal_of(path)) {
        // Where somebody writes there is nothing to take back, and nothing to wait for; what is wrong is told when it is
        // opened.
        let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_READ_WRITE;
        let _ = Connection::open_with_flags(path, flags).and_then(|connection| {
            connection.busy_timeout(Duration::ZERO)?;
            connection.pragma_query_value(None, "schema_version", |row| row.get::<_, i64>(0))
        });
    }
}

/// Bytes of a file that is there and may be a database.
pub fn size_of(path: &Path) -> Result<u64> {
    play_back(path);
    match std::fs::metadata(path) {
        Ok(found) if is_unmade(&found) => Err(Failure::Missing(path.to_owned()).into()),
        Ok(found) if found.is_file() => Ok(found.len()),
        Ok(_) => Err(Failure::NotOurs(path.to_owned()).into()),
        Err(err) if err.kind() == ErrorKind::NotFound => Err(Failure::Missing(path.to_owned()).into()),
        Err(err) => Err(err).with_context(|| path.display().to_string()),
    }
}

/// Opens a database that is there.
pub fn open(path: &Path) -> Result<Store> {
    let size = size_of(path)?;
    let mut connection = connect(path)?;
    let version = check(&connection, path, size)?;
    let kept = if version < VERSION { Some(upgrade::upgrade(&mut connection, path, version)?) } else { None };
    Ok(Store { connection, path: path.to_owned(), kept })
}

/// Opens once more what was opened and checked a moment ago.
pub fn again(path: &Path) -> Result<Store> {
    let connection = connect(path)?;
    // The reading begins now and lasts until the connection is closed.
    connection.execute_batch("BEGIN; SELECT count(*) FROM policy;").map_err(|err| Failure::wrap(err, path))?;
    Ok(Store { connection, path: path.to_owned(), kept: None })
}

/// Makes the empty file at `path` a database that has nothing but a policy.
pub fn make(path: &Path, policy: &Policy) -> Result<Store> {
    let mut connection = connect(path)?;
    let is_empty = fill(&mut connection, policy).map_err(|err| Failure::wrap(err, path))?;
    if is_empty {
        Ok(Store { connection, path: path.to_owned(), kept: None })
    } else {
        Err(Failure::Exists(path.to_owned()).into())
    }
}

/// Fills a database, unless somebody else did so while this one waited; says whether it was empty.
fn fill(connection: &mut Connection, policy: &Policy) -> rusqlite::Result<bool> {
    connection.pragma_update(None, "page_size", 8192)?;
    let making = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if making.prepare("SELECT 1 FROM sqlite_schema")?.exists(())? {
        return Ok(false);
    }
    making.pragma_update(None, "application_id", APPLICATION_ID)?;
    making.pragma_update(None, "user_version", VERSION)?;
    for statement in statements(0) {
        making.execute(statement, ())?;
    }
    save::policy(&making, policy, None)?;
    seal::seal(&making, VERSION)?;
    making.commit()?;
    Ok(true)
}

/// Connects read-write, so that a journal left by a crash can be played back; read-only where nothing else is allowed.
pub fn connect(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_READ_WRITE)
        .or_else(|_| Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_READ_ONLY))
        .map_err(|err| Failure::wrap(err, path))?;
    harden(&connection).map_err(|err| Failure::wrap(err, path))?;
    Ok(connection)
}

/// Trust nothing in the file, lose nothing that was said to be saved.
fn harden(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(MOST_STATEMENTS);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, MOST_LENGTH)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "synchronous", "EXTRA")
}

/// The version of a database that is ours and no newer than this program.
pub fn version_of(connection: &Connection, path: &Path) -> Result<i64> {
    let wrap = |err| Failure::wrap(err, path);
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).map_err(wrap);
    if number("application_id")? != APPLICATION_ID {
        return Err(Failure::NotOurs(path.to_owned()).into());
    }
    let found = number("user_version")?;
    if found < 1 {
        return Err(Failure::Damaged { path: path.to_owned(), detail: format!("version {found}") }.into());
    }
    if found > VERSION {
        return Err(Failure::Newer { path: path.to_owned(), found, known: VERSION }.into());
    }
    Ok(found)
}

/// Makes sure that the file is ours, of a known version, sound, and holds nothing that we did not make; gives its
/// version.
fn check(connection: &Connection, path: &Path, size: u64) -> Result<i64> {
    // Others may write, or bring it up to another version, meanwhile: all of it is to be looked at as of one moment.
    let _reading = connection.unchecked_transaction().map_err(|err| Failure::wrap(err, path))?;
    let found = version_of(connection, path)?;
    check_objects(connection, path, found)?;
    if size <= MOST_CHECKED {
        check_content(connection, path, found)?;
    }
    Ok(found)
}

fn check_objects(connection: &Connection, path: &Path, version: i64) -> Result<()> {
    let wrap = |err| Failure::wrap(err, path);
    let found = objects_of(connection).map_err(wrap)?;
    if version == VERSION && are_ours(&found) {
        return Ok(());
    }
    let ours = objects(version).map_err(wrap)?;
    if let Some((object, _)) = found.iter().find(|object| !ours.contains(object)) {
        return Err(Failure::Foreign { path: path.to_owned(), object: object.clone() }.into());
    }
    if found.len() < ours.len() {
        let detail = format!("{} objects of {}", found.len(), ours.len());
        return Err(Failure::Damaged { path: path.to_owned(), detail }.into());
    }
    Ok(())
}

/// Makes sure before it is written to that a file is sound which was too large to be checked when it was opened.
pub fn check_to_write(connection: &Connection, path: &Path) -> Result<()> {
    let size = bytes_of(path);
    if MOST_CHECKED < size && size <= MOST_CHECKED_TO_WRITE { check_content(connection, path, VERSION) } else { Ok(()) }
}

fn bytes_of(path: &Path) -> u64 {
    std::fs::metadata(path).map(|found| found.len()).unwrap_or_default()
}

/// Makes sure before a database of a version is sealed anew that it is as that version left it; one that is too large to be
/// looked through, by its seal alone.
pub fn check_to_upgrade(connection: &Connection, path: &Path, version: i64) -> Result<()> {
    if bytes_of(path) <= MOST_CHECKED_TO_WRITE {
        check_content(connection, path, version)
    } else {
        check_seal(connection, path, version)
    }
}

fn check_content(connection: &Connection, path: &Path, version: i64) -> Result<()> {
    let wrap = |err| Failure::wrap(err, path);
    let damaged = |detail| Failure::Damaged { path: path.to_owned(), detail };
    let verdict: String = connection.query_row("PRAGMA integrity_check(1)", (), |row| row.get(0)).map_err(wrap)?;
    if verdict.contains(UNREADABLE) {
        return Err(Failure::Disk(path.to_owned()).into());
    }
    if verdict != "ok" {
        return Err(damaged(verdict).into());
    }
    let mut broken = connection.prepare("PRAGMA foreign_key_check").map_err(wrap)?;
    if broken.exists(()).map_err(wrap)? {
        return Err(damaged("foreign_key_check".to_owned()).into());
    }
    check_seal(connection, path, version)
}

fn check_seal(connection: &Connection, path: &Path, version: i64) -> Result<()> {
    if version >= SEALED && !seal::is_whole(connection, version).map_err(|err| Failure::wrap(err, path))? {
        return Err(Failure::Altered(path.to_owned()).into());
    }
    Ok(())
}
