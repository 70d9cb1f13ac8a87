//! The least that the job takes: lists of one known shape into SQLite, keys and references looked up in memory, gaps and
//! load out. It tells no fault, keeps no log and no seal, and stops at the first row that it cannot take.

use std::collections::HashMap;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use compact_str::{CompactString, ToCompactString};
use csv::{ByteRecord, Reader, Writer};
use foldhash::fast::RandomState;
use rusqlite::{Connection, Transaction, params};

use super::DAY;

/// Tables with numbers for keys, as ours have.
const TABLES: &str = "
CREATE TABLE unit (id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, level TEXT NOT NULL, parent_id INTEGER,
    households INTEGER);
CREATE TABLE cadre (id INTEGER PRIMARY KEY, code TEXT NOT NULL, full_name TEXT NOT NULL, birth_year INTEGER, position TEXT,
    organization TEXT, level TEXT NOT NULL, home_id INTEGER NOT NULL, phone TEXT, status TEXT NOT NULL);
CREATE TABLE assignment (id INTEGER PRIMARY KEY, cadre_id INTEGER NOT NULL, unit_id INTEGER NOT NULL, duty TEXT NOT NULL,
    from_day TEXT NOT NULL, to_day TEXT, decision_no TEXT);";

/// The six indexes without which no row is found again.
const INDEXES: &str = "
CREATE UNIQUE INDEX unit_by_code ON unit (code);
CREATE INDEX unit_by_parent ON unit (parent_id);
CREATE UNIQUE INDEX cadre_by_code ON cadre (code);
CREATE INDEX cadre_by_home ON cadre (home_id);
CREATE UNIQUE INDEX assignment_by_unit ON assignment (unit_id, duty, cadre_id, from_day);
CREATE INDEX assignment_by_cadre ON assignment (cadre_id);";

/// The key of each code.
type Keys = HashMap<CompactString, u32, RandomState>;

struct Unit {
    code: CompactString,
    name: CompactString,
    is_covered: bool,
}

struct Cadre {
    code: CompactString,
    name: CompactString,
    is_active: bool,
    load: u32,
}

/// Does the whole job with the lists of a folder; what it makes goes into another one, which is empty.
pub fn run(lists: &Path, out: &Path) {
    let mut connection = Connection::open(out.join("bare.db")).expect("a database");
    connection.pragma_update(None, "page_size", 8192).expect("pages as large as ours");
    let all = connection.transaction().expect("a transaction");
    all.execute_batch(TABLES).expect("tables");
    let mut units = Vec::new();
    let unit_keys = take_units(lists, &all, &mut units);
    let mut cadres = Vec::new();
    let cadre_keys = take_cadres(lists, &all, &unit_keys, &mut cadres);
    take_assignments(lists, &all, [&cadre_keys, &unit_keys], &mut cadres, &mut units);
    all.pragma_update(None, "cache_size", -4096).expect("a room to sort in");
    all.execute_batch(INDEXES).expect("indexes");
    all.commit().expect("all or nothing");
    write_gaps(&out.join("gaps.csv"), &units);
    write_load(&out.join("load.csv"), cadres);
}

/// Goes through the rows of a list, each of so many cells.
fn each<const N: usize>(path: &Path, mut take: impl FnMut([&str; N])) {
    let mut rows = Reader::from_path(path).expect("a list");
    let mut row = ByteRecord::new();
    while rows.read_byte_record(&mut row).expect("a row") {
        let cell = |at| std::str::from_utf8(&row[at]).expect("UTF-8");
        take(std::array::from_fn(cell));
    }
}

fn add(keys: &mut Keys, code: &str) {
    let next = keys.len() as u32 + 1;
    assert!(keys.insert(code.to_compact_string(), next).is_none(), "{code} twice");
}

fn number(cell: &str) -> Option<i64> {
    (!cell.is_empty()).then(|| cell.parse().expect("a number"))
}

fn day(cell: &str) -> Option<&str> {
    (!cell.is_empty()).then(|| cell.parse::<jiff::civil::Date>().map(|_| cell).expect("a day"))
}

fn take_units(lists: &Path, all: &Transaction<'_>, units: &mut Vec<Unit>) -> Keys {
    let mut insert = all.prepare("INSERT INTO unit VALUES (NULL, ?1, ?2, ?3, ?4, ?5)").expect("a statement");
    let mut keys = Keys::default();
    each(&lists.join("units.csv"), |[code, name, level, parent, households]: [&str; 5]| {
        let above = (!parent.is_empty()).then(|| keys[parent]);
        add(&mut keys, code);
        insert.execute(params![code, name, level, above, number(households)]).expect("a row");
        let is_covered = !matches!(level, "commune" | "hamlet" | "team");
        units.push(Unit { code: code.into(), name: name.into(), is_covered });
    });
    keys
}

fn take_cadres(lists: &Path, all: &Transaction<'_>, units: &Keys, cadres: &mut Vec<Cadre>) -> Keys {
    let statement = "INSERT INTO cadre VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let mut insert = all.prepare(statement).expect("a statement");
    let mut keys = Keys::default();
    each(&lists.join("cadres.csv"), |[code, name, born, post, body, level, home, phone, status]: [&str; 9]| {
        add(&mut keys, code);
        let cells = params![code, name, number(born), post, body, level, units[home], phone, status];
        insert.execute(cells).expect("a row");
        cadres.push(Cadre { code: code.into(), name: name.into(), is_active: status == "active", load: 0 });
    });
    keys
}

fn take_assignments(
    lists: &Path,
    all: &Transaction<'_>,
    [cadre_keys, unit_keys]: [&Keys; 2],
    cadres: &mut [Cadre],
    units: &mut [Unit],
) {
    let mut insert = all.prepare("INSERT INTO assignment VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6)").expect("a statement");
    each(&lists.join("assignments.csv"), |[cadre, unit, duty, from, to, decision]: [&str; 6]| {
        let (by, at) = (cadre_keys[cadre], unit_keys[unit]);
        let (from, to) = (day(from).expect("a first day"), day(to));
        insert.execute(params![by, at, duty, from, to, decision]).expect("a row");
        if from <= DAY && to.is_none_or(|to| DAY <= to) {
            let (by, at) = (&mut cadres[by as usize - 1], &mut units[at as usize - 1]);
            by.load += 1;
            at.is_covered |= by.is_active;
        }
    });
}

fn writer(path: &Path) -> Writer<BufWriter<File>> {
    Writer::from_writer(BufWriter::new(File::create(path).expect("a file")))
}

fn write_gaps(path: &Path, units: &[Unit]) {
    let mut gaps = writer(path);
    gaps.write_record(["code", "name"]).expect("a header");
    let empty = units.iter().filter(|unit| !unit.is_covered);
    empty.for_each(|unit| gaps.write_record([unit.code.as_str(), &unit.name]).expect("a row"));
}

fn write_load(path: &Path, mut cadres: Vec<Cadre>) {
    cadres.retain(|cadre| cadre.load > 0);
    cadres.sort_by(|one, other| other.load.cmp(&one.load).then_with(|| one.code.cmp(&other.code)));
    let mut load = writer(path);
    load.write_record(["code", "name", "load"]).expect("a header");
    for cadre in &cadres {
        load.write_record([cadre.code.as_str(), &cadre.name, &cadre.load.to_compact_string()]).expect("a row");
    }
}
