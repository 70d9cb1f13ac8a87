//! What tests of trust share: the program run in a folder, and what a database holds as another program reads it.
#![allow(dead_code, reason = "each test uses a part of it")]

#[path = "../content/mod.rs"]
mod rows_of_all;

use std::path::Path;
use std::process::{Command, Output};

use rusqlite::Connection;
use rusqlite::types::Value;

#[allow(unused_imports, reason = "each test uses a part of it")]
pub use rows_of_all::content;

pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The program, to be run in a folder.
pub fn phancong(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_phancong"));
    command.current_dir(folder).env("PHANCONG_LANG", "en").env_remove("PHANCONG_DB");
    command
}

/// Runs the program in a folder.
pub fn run(folder: &Path, args: &[&str]) -> Output {
    phancong(folder).args(args).output().expect("it runs")
}

pub fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Runs the program and makes sure that it ends well; gives what it printed.
pub fn sure(folder: &Path, args: &[&str]) -> String {
    let output = run(folder, args);
    assert!(code(&output) <= 1, "{args:?}: {}", said(&output));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// So many rounds: few in a usual run, many where `PHANCONG_LONG=1` asks for all.
pub fn rounds(few: usize, many: usize) -> usize {
    if std::env::var_os("PHANCONG_LONG").is_some_and(|wish| wish == "1") { many } else { few }
}

/// A folder with a database of a small office.
pub fn office() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let script = std::fs::read_to_string(Path::new(ROOT).join("tests/schemas/2.sql")).expect("a script");
    let path = folder.path().join("phancong.db");
    drop(
        tempfile::NamedTempFile::new_in(folder.path())
            .and_then(|made| Ok(made.persist(&path)?))
            .expect("a private file"),
    );
    let made = Connection::open(&path).expect("a file");
    made.execute_batch(&script).expect("a database");
    drop(made);
    sure(folder.path(), &["log"]);
    std::fs::remove_file(folder.path().join("phancong.db.v2")).expect("a copy of before");
    folder
}

/// The rows of a table or view, a line each.
pub fn rows(open: &Connection, table: &str) -> Vec<String> {
    let mut reading = open.prepare(&format!("SELECT * FROM {table}")).expect("a table");
    let names: Vec<String> = reading.column_names().map(str::to_owned).collect();
    let line = |row: &rusqlite::Row| {
        let cells = names.iter().enumerate().filter(|(_, name)| !matches!(name.as_str(), "at" | "token"));
        let cells: Vec<String> = cells
            .map(|(at, name)| Ok(format!("{name}={:?}", row.get::<_, Value>(at)?)))
            .collect::<rusqlite::Result<_>>()?;
        Ok(format!("{table}: {}", cells.join(" ")))
    };
    reading.query_map((), line).and_then(Iterator::collect).expect("rows")
}
