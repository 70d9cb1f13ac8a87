//! What is wrong with the file of a database itself, and mending what can be mended; a copy of it as it was is kept.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use anyhow::Result;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::backup::{Trust, copy, folder_of};
use super::failure::Failure;
use super::log::{self, Entry};
use super::open::{SEALED, connect, is_private, make_private, size_of, version_of};
use super::schema::{VERSION, objects, objects_of};
use super::seal;
use super::upgrade::free_name;
use super::write::token;

/// The most faults of the structure that are told.
const MOST_TOLD: usize = 20;
/// A temporary file this old is of no run that is still under way.
const STALE: Duration = Duration::from_secs(24 * 60 * 60);

/// Something wrong with a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ill {
    /// Others on this machine may open it.
    Open,
    /// It keeps its journal in a way that needs shared memory, which network folders lack.
    SharedMemory,
    /// It holds a table, view, index or trigger that this program did not make, or not like this.
    Foreign(String),
    /// A table, view or index of this program is not there.
    Lost(String),
    /// An index tells something else than its table.
    Index(String),
    /// Its structure is broken: what SQLite says.
    Broken(String),
    /// Rows of a table point to rows that are not there.
    Dangling {
        /// The table.
        table: String,
        /// How many.
        rows: i64,
    },
    /// It is sound, but not as the last change left it.
    Altered,
    /// A temporary file of a run that was cut short lies beside it.
    Leftover(PathBuf),
}

/// Looks the file through, whole.
///
/// # Errors
/// A [`Failure`] when there is no database of this program or a newer one made it.
pub fn examine(path: &Path) -> Result<Vec<Ill>> {
    size_of(path)?;
    let connection = connect(path)?;
    let version = version_of(&connection, path)?;
    let mut ills = Vec::new();
    ills.extend((!is_private(path) || !is_private(&journal_of(path))).then_some(Ill::Open));
    let journal: rusqlite::Result<String> = connection.pragma_query_value(None, "journal_mode", |row| row.get(0));
    ills.extend(journal.is_ok_and(|mode| mode == "wal").then_some(Ill::SharedMemory));
    // Others may write meanwhile; all of it is to be looked at as of one moment.
    let reading = connection.unchecked_transaction().map_err(|err| Failure::wrap(err, path))?;
    ills.extend(content(&reading, version).unwrap_or_else(|err| vec![Ill::Broken(err.to_string())]));
    ills.extend(leftovers(path).into_iter().map(Ill::Leftover));
    Ok(ills)
}

/// Where SQLite keeps how the pages were that a change under way has written over.
fn journal_of(path: &Path) -> PathBuf {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    journal.into()
}

fn content(connection: &Connection, version: i64) -> rusqlite::Result<Vec<Ill>> {
    let (ours, found) = (objects(version)?, objects_of(connection)?);
    let names = |all: &[(String, Option<String>)], others: &[(String, Option<String>)]| -> Vec<String> {
        all.iter().filter(|object| !others.contains(object)).map(|(name, _)| name.clone()).collect()
    };
    let foreign = names(&found, &ours);
    let lost: Vec<String> = names(&ours, &found).into_iter().filter(|name| !foreign.contains(name)).collect();
    let mut ills: Vec<Ill> = foreign.into_iter().map(Ill::Foreign).chain(lost.into_iter().map(Ill::Lost)).collect();
    let structure = structure(connection)?;
    let is_broken = structure.iter().any(|ill| matches!(ill, Ill::Broken(_)));
    ills.extend(structure);
    if !is_broken {
        ills.extend(dangling(connection)?);
        if version >= SEALED && !seal::is_whole(connection)? {
            ills.push(Ill::Altered);
        }
    }
    Ok(ills)
}

fn structure(connection: &Connection) -> rusqlite::Result<Vec<Ill>> {
    let mut reading = connection.prepare(&format!("PRAGMA integrity_check({MOST_TOLD})"))?;
    let lines = reading.query_map((), |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut ills: Vec<Ill> = Vec::new();
    for line in lines.into_iter().filter(|line| line != "ok") {
        let ill = match index_in(&line) {
            Some(index) => Ill::Index(index.to_owned()),
            None => Ill::Broken(line),
        };
        if !ills.contains(&ill) {
            ills.push(ill);
        }
    }
    Ok(ills)
}

/// The index that a line of SQLite's verdict finds at odds with its table.
fn index_in(line: &str) -> Option<&str> {
    let is_of_index = ["missing from index", "wrong # of entries in index", "non-unique entry in index"];
    let (_, index) = is_of_index.iter().find_map(|words| line.split_once(words))?;
    Some(index.trim())
}

fn dangling(connection: &Connection) -> rusqlite::Result<Vec<Ill>> {
    let mut reading = connection.prepare("SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1")?;
    let ills = reading.query_map((), |row| Ok(Ill::Dangling { table: row.get(0)?, rows: row.get(1)? }))?;
    ills.collect()
}

/// Temporary files of runs that were cut short, beside the database.
fn leftovers(path: &Path) -> Vec<PathBuf> {
    let folder = folder_of(path);
    let Ok(files) = std::fs::read_dir(folder) else { return Vec::new() };
    let is_leftover =
        |name: &OsStr| name.to_str().is_some_and(|name| name.starts_with(".phancong-") && name.ends_with(".tmp"));
    let is_stale = |path: &Path| {
        let written = std::fs::metadata(path).and_then(|found| found.modified());
        written.is_ok_and(|written| SystemTime::now().duration_since(written).is_ok_and(|age| age > STALE))
    };
    let files = files.filter_map(|file| Some(file.ok()?.path()));
    let mut files: Vec<PathBuf> =
        files.filter(|file| file.file_name().is_some_and(is_leftover) && is_stale(file)).collect();
    files.sort();
    files
}

/// What mending came to.
#[derive(Debug)]
pub struct Mended {
    /// The copy of the file as it was.
    pub kept: PathBuf,
    /// What is still wrong.
    pub left: Vec<Ill>,
}

/// Mends what is wrong: takes out what is not ours, makes views and indexes anew, takes the content as it is for the
/// content that is meant, which the log then says. Where the structure is broken, nothing is changed.
///
/// # Errors
/// When no copy could be made, or nothing could be written.
pub fn mend(path: &Path, entry: &Entry) -> Result<Mended> {
    let wrap = |err| Failure::wrap(err, path);
    let mut connection = connect(path)?;
    let version = version_of(&connection, path)?;
    if connection.is_readonly("main").map_err(wrap)? {
        return Err(Failure::ReadOnly(path.to_owned()).into());
    }
    let kept = free_name(path, "before-doctor")?;
    copy(&connection, &kept, Trust::AsItIs)?;
    connection.pragma_update(None, "journal_mode", "TRUNCATE").map_err(wrap)?;
    connection.pragma_update(None, "foreign_keys", false).map_err(wrap)?;
    let mending = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(wrap)?;
    let left = put_right(&mending, version).unwrap_or_else(|err| vec![Ill::Broken(err.to_string())]);
    let is_broken = left.iter().any(|ill| matches!(ill, Ill::Broken(_)));
    if is_broken {
        drop(mending);
    } else {
        accept(&mending, version, entry).map_err(wrap)?;
        mending.commit().map_err(wrap)?;
    }
    drop(connection);
    make_private(path)?;
    make_private(&journal_of(path))?;
    for file in leftovers(path) {
        // What cannot be removed is told again.
        let _ = std::fs::remove_file(file);
    }
    Ok(Mended { kept, left: examine(path)? })
}

/// Mends the schema and the indexes; gives what is still wrong with the structure.
fn put_right(connection: &Connection, version: i64) -> rusqlite::Result<Vec<Ill>> {
    let ours = objects(version)?;
    for (name, _) in objects_of(connection)?.iter().filter(|object| !ours.contains(object)) {
        take_out(connection, name)?;
    }
    let there = objects_of(connection)?;
    // Tables first: views and indexes are of them.
    let missing = || ours.iter().filter(|object| !there.contains(object)).filter_map(|(_, sql)| sql.as_deref());
    let is_table = |sql: &&str| sql.starts_with("CREATE TABLE");
    for sql in missing().filter(is_table).chain(missing().filter(|sql| !is_table(sql))) {
        connection.execute(sql, ())?;
    }
    connection.execute("REINDEX", ())?;
    structure(connection)
}

/// Takes an object out that is not ours. A table of our name with another text holds our rows: it stays, and is told.
fn take_out(connection: &Connection, name: &str) -> rusqlite::Result<()> {
    let query = "SELECT type FROM sqlite_schema WHERE name = ?1";
    let kind: Option<String> = connection.query_row(query, [name], |row| row.get(0)).optional()?;
    let is_own_name = objects(VERSION)?.iter().any(|(own, _)| own == name);
    match kind.as_deref() {
        Some("table") if is_own_name => Ok(()),
        Some(kind @ ("table" | "view" | "index" | "trigger")) => {
            let name = name.replace('"', "\"\"");
            connection.execute(&format!("DROP {kind} \"{name}\""), ()).map(drop)
        }
        _ => Ok(()),
    }
}

/// Takes the content as it is for what is meant.
fn accept(connection: &Connection, version: i64, entry: &Entry) -> rusqlite::Result<()> {
    if version < VERSION || seal::is_whole(connection)? {
        return Ok(());
    }
    log::record(connection, entry, log::next(connection)?, &token())?;
    seal::seal(connection)
}
