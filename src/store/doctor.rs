//! What is wrong with the file of a database itself, and mending what can be mended; a copy of it as it was is kept.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use anyhow::Result;
use rusqlite::{Connection, ErrorCode, TransactionBehavior};

use super::backup::{Trust, copy};
use super::failure::Failure;
use super::log::{self, Entry};
use super::objects::{objects, objects_of};
use super::open::{SEALED, UNREADABLE, connect, size_of, version_of};
use super::place::{folder_of, is_private, journal_of, make_private};
use super::schema::VERSION;
use super::upgrade::free_name;
use super::write::token;
use super::{load, seal};
use crate::model::policy::Policy;

/// The most faults of the structure that are told.
const MOST_TOLD: usize = 20;
/// A temporary file this old is of no run that is still under way.
const STALE: Duration = Duration::from_secs(24 * 60 * 60);

/// Reads a policy from its text; this room knows no policy's language.
pub type Parse<'p> = &'p dyn Fn(&str) -> Result<Policy>;

/// Something wrong with a database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ill {
    /// Others on this machine may open it.
    Open,
    /// It keeps its journal in a way that needs shared memory, which network folders lack.
    SharedMemory,
    /// It holds a table, view, index or trigger that this program did not make, or not like this.
    Foreign(String),
    /// A table of this program has other columns than it made.
    Reshaped(String),
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
    /// It is sound, but holds what this program cannot read: what is wrong.
    Unreadable(String),
    /// A temporary file of a run that was cut short lies beside it.
    Leftover(PathBuf),
}

/// Looks the file through, whole.
///
/// # Errors
/// A [`Failure`] when there is no database of this program, a newer one made it, another holds it, or the disk gives an error.
pub fn examine(path: &Path, parse: Parse) -> Result<Vec<Ill>> {
    size_of(path)?;
    let connection = connect(path)?;
    // Others may write meanwhile; all of it is to be looked at as of one moment.
    let reading = connection.unchecked_transaction().map_err(|err| Failure::wrap(err, path))?;
    let mut ills = Vec::new();
    ills.extend((!is_private(path) || !is_private(&journal_of(path))).then_some(Ill::Open));
    let journal: rusqlite::Result<String> = reading.pragma_query_value(None, "journal_mode", |row| row.get(0));
    ills.extend(journal.is_ok_and(|mode| mode == "wal").then_some(Ill::SharedMemory));
    let found = version_of(&reading, path).and_then(|version| {
        let found = content(&reading, version, parse).map_err(|err| Failure::wrap(err, path))?;
        let is_of_disk = |ill: &Ill| matches!(ill, Ill::Broken(line) if line.contains(UNREADABLE));
        if found.iter().any(is_of_disk) { Err(Failure::Disk(path.to_owned()).into()) } else { Ok(found) }
    });
    match found {
        Ok(found) => ills.extend(found),
        Err(err) => match err.downcast_ref() {
            Some(Failure::Damaged { detail, .. }) => ills.push(Ill::Broken(detail.clone())),
            _ => return Err(err),
        },
    }
    ills.extend(leftovers(path).into_iter().map(Ill::Leftover));
    Ok(ills)
}

fn content(connection: &Connection, version: i64, parse: Parse) -> rusqlite::Result<Vec<Ill>> {
    let mut ills = schema(connection, version)?;
    ills.extend(structure(connection)?);
    let is_whole =
        |ills: &[Ill]| !ills.iter().any(|ill| matches!(ill, Ill::Broken(_) | Ill::Reshaped(_) | Ill::Lost(_)));
    if is_whole(&ills) {
        ills.extend(dangling(connection)?);
        ills.extend((version >= SEALED && !seal::is_whole(connection, version)?).then_some(Ill::Altered));
        if version == VERSION && !ills.iter().any(|ill| matches!(ill, Ill::Dangling { .. })) {
            ills.extend(unreadable(connection, parse));
        }
    }
    Ok(ills)
}

/// What is in the schema that should not be, is not there, or is not as it should be.
fn schema(connection: &Connection, version: i64) -> rusqlite::Result<Vec<Ill>> {
    let (ours, found) = (objects(version)?, objects_of(connection)?);
    let is_named = |name: &str| ours.iter().any(|(own, _)| own == name);
    let is_table = |sql: &Option<String>| sql.as_deref().is_some_and(|sql| sql.starts_with("CREATE TABLE"));
    let others = found.iter().filter(|object| !ours.contains(object));
    let mut ills: Vec<Ill> = others
        .map(|(name, sql)| match is_named(name) && is_table(sql) {
            true => Ill::Reshaped(name.clone()),
            false => Ill::Foreign(name.clone()),
        })
        .collect();
    let is_there = |name: &str| found.iter().any(|(own, _)| own == name);
    ills.extend(ours.iter().filter(|(name, _)| !is_there(name)).map(|(name, _)| Ill::Lost(name.clone())));
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

/// What keeps the content from being read, if anything does.
fn unreadable(connection: &Connection, parse: Parse) -> Option<Ill> {
    let policy = load::policy_text(connection, None).and_then(|text| parse(&text));
    let read = policy.and_then(|policy| load::whole(connection, policy, None));
    read.err().map(|err| Ill::Unreadable(format!("{err:#}")))
}

/// Temporary files of runs that were cut short, beside the database.
fn leftovers(path: &Path) -> Vec<PathBuf> {
    let Ok(files) = std::fs::read_dir(folder_of(path)) else { return Vec::new() };
    // The journal of a draft has its name, and an ending of its own.
    let is_temporary = |name: &str| name.ends_with(".tmp") || name.ends_with(".tmp-journal");
    let is_leftover =
        |name: &OsStr| name.to_str().is_some_and(|name| name.starts_with(".phancong-") && is_temporary(name));
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
    /// The copy of the file as it was; none where nothing could be changed.
    pub kept: Option<PathBuf>,
    /// What is still wrong.
    pub left: Vec<Ill>,
}

/// Mends what is wrong: takes out what is not ours, makes views and indexes anew, takes the content as it is for the
/// content that is meant, which the log then says. Where the structure cannot be mended, nothing is changed.
///
/// # Errors
/// When no copy could be made, or nothing could be written.
pub fn mend(path: &Path, entry: &Entry, parse: Parse) -> Result<Mended> {
    let wrap = |err| Failure::wrap(err, path);
    let mut connection = connect(path)?;
    if connection.is_readonly("main").map_err(wrap)? {
        return Err(Failure::ReadOnly(path.to_owned()).into());
    }
    let kept = free_name(path, "before-doctor")?;
    copy(&connection, &kept, Trust::AsItIs)?;
    connection.pragma_update(None, "journal_mode", "TRUNCATE").map_err(wrap)?;
    connection.pragma_update(None, "foreign_keys", false).map_err(wrap)?;
    let mending = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(wrap)?;
    let version = version_of(&mending, path)?;
    let left = match put_right(&mending, version) {
        Err(err) if is_beyond_mending(&err) => vec![Ill::Broken(err.to_string())],
        left => left.map_err(wrap)?,
    };
    if !left.is_empty() {
        drop(mending);
        // Nothing was changed: there is nothing of before to be kept.
        let _ = std::fs::remove_file(&kept);
        return Ok(Mended { kept: None, left });
    }
    accept(&mending, version, entry, parse).map_err(wrap)?;
    mending.commit().map_err(wrap)?;
    drop(connection);
    // What belongs to somebody else, or cannot be removed, is told again.
    let _ = make_private(path).and_then(|()| make_private(&journal_of(path)));
    for file in leftovers(path) {
        let _ = std::fs::remove_file(file);
    }
    Ok(Mended { kept: Some(kept), left: examine(path, parse)? })
}

/// Whether rows contradict an index, or a table is of a kind that this SQLite does not have and cannot take out.
fn is_beyond_mending(err: &rusqlite::Error) -> bool {
    err.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) || err.to_string().starts_with("no such module")
}

/// Mends the schema and the indexes; gives what is still wrong with the structure.
fn put_right(connection: &Connection, version: i64) -> rusqlite::Result<Vec<Ill>> {
    let ours = objects(version)?;
    for ill in schema(connection, version)? {
        if let Ill::Foreign(name) = ill {
            take_out(connection, &name)?;
        }
    }
    let there = objects_of(connection)?;
    // Tables first: views and indexes are of them.
    let is_there = |name: &str| there.iter().any(|(own, _)| own == name);
    let missing = || ours.iter().filter(|(name, _)| !is_there(name)).filter_map(|(_, sql)| sql.as_deref());
    let is_table = |sql: &&str| sql.starts_with("CREATE TABLE");
    for sql in missing().filter(is_table).chain(missing().filter(|sql| !is_table(sql))) {
        connection.execute(sql, ())?;
    }
    connection.execute("REINDEX", ())?;
    structure(connection)
}

/// Takes an object out that is not ours.
fn take_out(connection: &Connection, name: &str) -> rusqlite::Result<()> {
    let kind: String =
        connection.query_row("SELECT type FROM sqlite_schema WHERE name = ?1", [name], |row| row.get(0))?;
    let kind = ["table", "view", "index", "trigger"].into_iter().find(|known| *known == kind);
    let name = name.replace('"', "\"\"");
    kind.map_or(Ok(()), |kind| connection.execute(&format!("DROP {kind} \"{name}\""), ()).map(drop))
}

/// Takes the content as it is for what is meant, unless it cannot be read.
fn accept(connection: &Connection, version: i64, entry: &Entry, parse: Parse) -> rusqlite::Result<()> {
    let ills = content(connection, version, parse)?;
    let cannot_be_meant = |ill: &Ill| matches!(ill, Ill::Dangling { .. } | Ill::Unreadable(_));
    if version >= SEALED && ills.contains(&Ill::Altered) && !ills.iter().any(cannot_be_meant) {
        log::record(connection, entry, log::next(connection)?, &token())?;
        seal::seal(connection, version)?;
    }
    Ok(())
}
