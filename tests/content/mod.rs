//! What a database holds, row by row, and whether it is sound.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::fmt::Write;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::Value;

/// Columns in which two runs of one command differ.
const OF_ONE_RUN: [&str; 3] = ["at", "token", "xxh3"];

/// The version, and all rows of all tables, in order; times and tokens, and with them the seal, apart.
///
/// # Panics
/// When SQLite finds the file unsound.
pub fn content(db: &Path) -> String {
    let connection = Connection::open(db).expect("a database");
    let asked = connection.query_row("PRAGMA integrity_check", (), |row| row.get::<_, String>(0));
    assert_eq!(asked.as_deref(), Ok("ok"), "{}", db.display());
    let mut asking =
        connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").expect("a question");
    let tables = asking.query_map((), |row| row.get::<_, String>(0)).expect("tables");
    let tables: Vec<String> = tables.map(|table| table.expect("a name")).collect();
    let is_dangling = connection.prepare("PRAGMA foreign_key_check").and_then(|mut asked| asked.exists(()));
    assert_eq!(is_dangling, Ok(false), "{}", db.display());
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).expect("a version");
    let mut content = format!("version {version}\n");
    for table in tables {
        writeln!(content, "{table}").expect("text");
        rows(&connection, &table, &mut content);
    }
    content
}

fn rows(connection: &Connection, table: &str, content: &mut String) {
    let mut asking = connection.prepare(&format!("SELECT * FROM \"{table}\" ORDER BY 1, 2")).expect("a question");
    let columns: Vec<String> = asking.column_names().map(str::to_owned).collect();
    let mut rows = asking.query(()).expect("rows");
    while let Some(row) = rows.next().expect("a row") {
        for (at, column) in columns.iter().enumerate() {
            let value: Value =
                if OF_ONE_RUN.contains(&column.as_str()) { Value::Null } else { row.get(at).expect("a value") };
            write!(content, " {value:?}").expect("text");
        }
        content.push('\n');
    }
}
