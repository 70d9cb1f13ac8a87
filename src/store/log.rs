//! The log of changes: when, who, which command, from which files, how many rows.

use std::collections::{BTreeSet, HashMap};

use anyhow::Result;
use jiff::Timestamp;
use rusqlite::{Connection, params};

use crate::model::change::{Change, TableChange};
use crate::model::day::Day;
use crate::model::list::Kind;

/// What a change is logged with.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The command, without its arguments.
    pub command: &'static str,
    /// What it is about, in short: who, where.
    pub about: String,
    /// The change that it takes back.
    pub undoes: Option<i64>,
    /// The change's day.
    pub as_of: Day,
    /// Who.
    pub user: String,
    /// On which machine.
    pub machine: String,
    /// The files it came from.
    pub files: Vec<SourceFile>,
    /// Its size, per list.
    pub counts: Vec<Count>,
}

/// A file that a change came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Name, without the folder.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// How many rows of a list a change concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Which list.
    pub list: Kind,
    /// Rows that the files gave.
    pub rows: usize,
    /// Rows added.
    pub added: usize,
    /// Rows changed.
    pub changed: usize,
    /// Rows ended.
    pub ended: usize,
    /// Rows that were the same.
    pub unchanged: usize,
}

/// The size of a change, for each list that its files gave rows of.
pub fn counts(change: &Change) -> Vec<Count> {
    fn count<T>(list: Kind, table: &TableChange<T>) -> Count {
        Count {
            list,
            rows: table.rows,
            added: table.added.len(),
            changed: table.changed(),
            ended: table.ended(),
            unchanged: table.unchanged,
        }
    }
    let all = [
        count(Kind::Units, &change.units),
        count(Kind::Cadres, &change.cadres),
        count(Kind::Assignments, &change.assignments),
        count(Kind::Vacancies, &change.vacancies),
        count(Kind::Seats, &change.seats),
        count(Kind::Decisions, &change.decisions),
        count(Kind::Meetings, &change.meetings),
        count(Kind::Attendance, &change.attendance),
        count(Kind::Feedback, &change.feedback),
    ];
    all.into_iter().filter(|count| count.rows + count.ended > 0).collect()
}

/// A change as it stands in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// Its number.
    pub id: i64,
    /// When, in UTC.
    pub at: String,
    /// The command.
    pub command: String,
    /// What it is about.
    pub about: String,
    /// The change that it takes back.
    pub undoes: Option<i64>,
    /// Whether the rows as they were before it are kept; not by versions before 2.
    pub keeps_rows: bool,
    /// Its day.
    pub as_of: String,
    /// Who.
    pub user: String,
    /// On which machine.
    pub machine: String,
    /// Its files.
    pub files: Vec<SourceFile>,
    /// Rows added, changed, ended, over all lists.
    pub rows: [i64; 3],
}

/// The number that the next change will have.
pub(super) fn next(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("SELECT coalesce(max(id), 0) + 1 FROM change", (), |row| row.get(0))
}

pub(super) fn record(connection: &Connection, entry: &Entry, id: i64, token: &str) -> rusqlite::Result<()> {
    let at = Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let (as_of, Entry { command, about, undoes, user, machine, .. }) = (entry.as_of.to_string(), entry);
    connection.execute(
        "INSERT INTO change (id, at, command, about, undoes, keeps_rows, as_of, user, machine, token)
        VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7, ?8, ?9)",
        params![id, at, command, about, undoes, as_of, user, machine, token],
    )?;
    for file in &entry.files {
        connection.execute(
            "INSERT INTO change_file (change_id, name, size, sha256) VALUES (?1, ?2, ?3, ?4)",
            params![id, file.name, i64::try_from(file.size).unwrap_or(i64::MAX), file.sha256],
        )?;
    }
    for count in &entry.counts {
        connection.execute(
            "INSERT INTO change_count (change_id, list, rows, added, changed, ended) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![id, count.list.name(), size(count.rows), size(count.added), size(count.changed), size(count.ended)],
        )?;
    }
    Ok(())
}

fn size(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The changes, newest first.
pub(super) fn changes(connection: &Connection) -> Result<Vec<Logged>> {
    let query = "SELECT change.id, at, command, about, undoes, keeps_rows, as_of, user, machine,
            coalesce(sum(added), 0), coalesce(sum(changed), 0), coalesce(sum(ended), 0)
        FROM change LEFT JOIN change_count c ON c.change_id = change.id GROUP BY change.id ORDER BY change.id DESC";
    let mut reading = connection.prepare(query)?;
    let rows = reading.query_map((), |row| {
        Ok(Logged {
            id: row.get(0)?,
            at: row.get(1)?,
            command: row.get(2)?,
            about: row.get(3)?,
            undoes: row.get(4)?,
            keeps_rows: row.get(5)?,
            as_of: row.get(6)?,
            user: row.get(7)?,
            machine: row.get(8)?,
            files: Vec::new(),
            rows: [row.get(9)?, row.get(10)?, row.get(11)?],
        })
    })?;
    let mut changes: Vec<Logged> = rows.collect::<rusqlite::Result<_>>()?;
    let mut files = files(connection)?;
    for change in &mut changes {
        change.files = files.remove(&change.id).unwrap_or_default();
    }
    Ok(changes)
}

/// The last change that is in effect and is no undo; `changes` newest first.
pub fn last_standing(changes: &[Logged]) -> Option<i64> {
    let mut undone = BTreeSet::new();
    for logged in changes {
        match logged.undoes {
            _ if undone.contains(&logged.id) => {}
            Some(of) => {
                undone.insert(of);
            }
            None => return Some(logged.id),
        }
    }
    None
}

/// The files of all changes, by the number of the change.
fn files(connection: &Connection) -> Result<HashMap<i64, Vec<SourceFile>>> {
    let mut reading = connection.prepare("SELECT change_id, name, size, sha256 FROM change_file ORDER BY rowid")?;
    let mut rows = reading.query(())?;
    let mut files: HashMap<i64, Vec<SourceFile>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let size = u64::try_from(row.get::<_, i64>(2)?).unwrap_or_default();
        files.entry(row.get(0)?).or_default().push(SourceFile { name: row.get(1)?, size, sha256: row.get(3)? });
    }
    Ok(files)
}
