//! A damaged database: refused, or read and written to. The first byte tells how it is damaged: bytes of the file replaced,
//! the file cut short as well, rows changed behind the program's back, or another file altogether; and which of what a
//! command may ask is asked, as all of it takes long.

use std::fs;
use std::path::{Path, PathBuf};

use phancong::model::book::Book;
use phancong::model::change::Change;
use phancong::model::finding::has_error;
use phancong::model::list::Kind;
use phancong::model::policy::Policy;
use phancong::read::policy::policy;
use phancong::store::Store;
use phancong::store::log::{Entry, counts};
use rusqlite::Connection;
use rusqlite::types::Value;
use tempfile::TempDir;

use super::held::{exported, looked_at};
use crate::memory::small::office;
use crate::memory::{DAY, Office, POLICY};

/// What is written to a database that can be read.
const NEWS: &str = "code,full_name,level,home_unit_code\nC1,Lê Văn An,province,T\nC9,Võ Dung,province,T\n";
/// What the database has changed already.
const CHANGED: &str = "unit_code,duty,since,until,reason\n001,lead,2022-05-01,2022-05-30,\n";
/// Values of rows that no import writes.
const VALUES: [&str; 10] = [
    "",
    "x",
    "2022-13-01",
    "9999-12-31",
    "-9999-01-01",
    "0000-00-00",
    "[]",
    "[[\"2022-01-01\",\"active\"]]",
    "lead",
    "\0",
];

thread_local! {
    static SOUND: Sound = Sound::make();
}

/// A sound database.
struct Sound {
    folder: TempDir,
    bytes: Vec<u8>,
    /// Its tables, each with its columns.
    tables: Vec<(String, Vec<String>)>,
}

impl Sound {
    fn make() -> Self {
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        let folder = folder.expect("a folder");
        let path = folder.path().join("sound.db");
        let mut other = Office::new(POLICY);
        Store::create(&path, &other.book.policy, |_| Ok(())).expect("a database");
        let mut store = Store::open(&path).expect("a database");
        let files = exported(&office().book, false).into_iter().zip(Kind::ALL).map(|(file, kind)| (kind, file.bytes));
        let change = other.import(&files.collect::<Vec<_>>());
        save(&mut store, &other.book, &change).expect("a change");
        let change = other.import(&[(Kind::Vacancies, CHANGED.into())]);
        save(&mut store, &other.book, &change).expect("a change");
        drop(store);
        let tables = tables(&Connection::open(&path).expect("a database")).expect("tables");
        let bytes = fs::read(&path).expect("a file");
        Sound { folder, bytes, tables }
    }

    /// An empty folder, and where the database lies in it.
    fn place(&self) -> PathBuf {
        let left = fs::read_dir(self.folder.path()).expect("a folder");
        left.flatten().for_each(|left| drop(fs::remove_file(left.path())));
        self.folder.path().join("a.db")
    }
}

fn tables(connection: &Connection) -> rusqlite::Result<Vec<(String, Vec<String>)>> {
    let query = "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'
        ORDER BY t.name, c.cid";
    let mut asking = connection.prepare(query)?;
    let mut tables: Vec<(String, Vec<String>)> = Vec::new();
    let mut rows = asking.query(())?;
    while let Some(row) = rows.next()? {
        let (table, column): (String, String) = (row.get(0)?, row.get(1)?);
        match tables.last_mut().filter(|(last, _)| *last == table) {
            Some((_, columns)) => columns.push(column),
            None => tables.push((table, vec![column])),
        }
    }
    Ok(tables)
}

/// Runs an input.
pub fn run(mut bytes: &[u8]) {
    SOUND.with(|sound| {
        let path = sound.place();
        let choice = super::first(&mut bytes);
        let damage = choice % 4;
        let mut file = if damage == 3 { bytes.to_vec() } else { sound.bytes.clone() };
        match damage {
            0 => replace(&mut file, bytes),
            1 => {
                file.truncate(place(&mut bytes) % (file.len() + 1));
                replace(&mut file, bytes);
            }
            _ => {}
        }
        fs::write(&path, &file).expect("room");
        if damage == 2 {
            // What SQLite refuses is left as it was.
            let _ = change_rows(&path, &sound.tables, bytes);
        }
        used(
            &path,
            &Asked {
                before: choice & 4 != 0,
                parts: choice & 8 != 0,
                writes: choice & 16 == 0,
                undoes: choice & 32 != 0,
            },
        );
    });
}

/// Takes a place in the file off.
fn place(bytes: &mut &[u8]) -> usize {
    super::first(bytes) << 16 | super::number(bytes)
}

/// Replaces bytes: each three bytes of place and one of what stands there.
fn replace(file: &mut [u8], mut edits: &[u8]) {
    while edits.len() >= 4 && !file.is_empty() {
        let at = place(&mut edits) % file.len();
        file[at] = super::first(&mut edits) as u8;
    }
}

/// Changes or deletes rows: each edit is a table, a column, a row, and a value of as many bytes as it needs.
fn change_rows(path: &Path, tables: &[(String, Vec<String>)], mut edits: &[u8]) -> rusqlite::Result<()> {
    let connection = Connection::open(path)?;
    connection
        .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF")?;
    while !edits.is_empty() {
        let (table, columns) = &tables[super::first(&mut edits) % tables.len()];
        let column = &columns[super::first(&mut edits) % columns.len()];
        let row = super::first(&mut edits) as i64;
        let of_row = format!("WHERE rowid = (SELECT rowid FROM {table} LIMIT 1 OFFSET ?1)");
        let Some(value) = value(&mut edits) else {
            let _ = connection.execute(&format!("DELETE FROM {table} {of_row}"), (row,));
            continue;
        };
        let _ = connection.execute(&format!("UPDATE {table} SET \"{column}\" = ?2 {of_row}"), (row, value));
    }
    Ok(())
}

/// Takes a value off; none where the row is to be deleted.
fn value(edits: &mut &[u8]) -> Option<Value> {
    Some(match super::first(edits) % 6 {
        0 => Value::Null,
        1 => Value::Integer(super::first(edits) as i64),
        2 => Value::Integer((super::number(edits) as i64 - (1 << 15)) << (super::first(edits) % 48)),
        3 => Value::Text(VALUES[super::first(edits) % VALUES.len()].to_owned()),
        4 => {
            let length = super::first(edits).min(edits.len());
            let (text, rest) = edits.split_at(length);
            *edits = rest;
            Value::Text(String::from_utf8_lossy(text).into_owned())
        }
        _ => return None,
    })
}

/// What is asked of a database beside the whole of what is there.
struct Asked {
    /// How it was before.
    before: bool,
    /// Parts of it.
    parts: bool,
    /// Whether it is written to.
    writes: bool,
    /// Whether its last change is taken back.
    undoes: bool,
}

/// Reads what can be read of a database, and writes to it; what went well must last.
fn used(path: &Path, asked: &Asked) {
    let Ok(mut store) = Store::open(path) else { return };
    let Some((policy, book)) = read(&store, asked) else { return };
    if asked.writes {
        let mut office = Office { book };
        let (change, findings) = office.take_in(&[(Kind::Cadres, NEWS.into())]);
        if !has_error(&findings) && save(&mut store, &office.book, &change).is_ok() {
            let again = Store::open(path).and_then(|store| store.book(policy));
            let again = again.unwrap_or_else(|why| panic!("what was written cannot be read: {why:#}"));
            assert!(again.cadres == office.book.cadres, "cadres are not what was written");
        }
    }
    if asked.undoes {
        let last = store.changes().ok().and_then(|changes| changes.first().map(|change| change.id));
        let _ = last.map(|change| undo(&mut store, change));
    }
}

fn undo(store: &mut Store, change: i64) -> anyhow::Result<()> {
    let writing = store.write()?;
    writing.undo(change)?;
    writing.commit(&entry(&Change::default()))
}

/// Reads what a database tells.
fn read(store: &Store, asked: &Asked) -> Option<(Policy, Book)> {
    let policy = policy(&store.policy_text().ok()?, "policy").ok()?;
    if asked.before {
        for change in store.changes().unwrap_or_default().iter().take(4) {
            let text = store.policy_text_after(change.id).unwrap_or_default();
            let _ = self::policy(&text, "policy").map(|policy| store.book_after(change.id, policy));
        }
        let _ = (store.closings(), store.changes_of(Kind::Units, 1));
    }
    if asked.parts {
        let roots = store.roots(&policy).ok().flatten().unwrap_or_default();
        let unit = store.unit_of_code(&policy, "001", DAY).ok().flatten();
        if let Ok(outside) = store.outside(&policy, DAY, (&[], DAY)) {
            for row in roots.into_iter().chain(unit).take(3) {
                let _ = store.part(policy.clone(), row, &outside).map(|book| looked_at(&book, DAY));
            }
        }
        let _ = (store.has_own_seats(), store.last_rows());
    }
    let book = store.book(policy.clone()).ok()?;
    looked_at(&book, DAY);
    exported(&book, false);
    Some((policy, book))
}

fn save(store: &mut Store, book: &Book, change: &Change) -> anyhow::Result<()> {
    let writing = store.write_book()?;
    writing.save(book, change)?;
    writing.commit(&entry(change))
}

fn entry(change: &Change) -> Entry {
    let (user, machine) = (String::new(), String::new());
    let (about, undoes, files, counts) = (String::new(), None, Vec::new(), counts(change));
    Entry { command: "import", about, undoes, as_of: DAY, user, machine, files, counts }
}
