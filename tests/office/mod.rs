//! An office of invented people for tests: a folder with a database, in which commands are run.
#![allow(dead_code, reason = "each test uses a part of it")]

pub mod workbook;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use tempfile::TempDir;

const LISTS: [&str; 6] = ["units", "cadres", "assignments", "vacancies", "seats", "decisions"];
/// The day of every import.
pub const DAY: &str = "2022-05-31";
const DB: &str = "phancong.db";
/// Where the files of an import lie; what the screen shows must not depend on where that is.
pub const FILES: &str = "lists";

/// The folder of all cases.
pub fn gallery() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery")
}

/// An office with the base in its database, in a folder of its own.
pub struct Office {
    folder: TempDir,
}

impl Office {
    pub fn new() -> Self {
        static DATABASE: OnceLock<Vec<u8>> = OnceLock::new();
        let database = DATABASE.get_or_init(|| {
            let office = Office { folder: tempfile::tempdir().expect("a folder") };
            office.succeed(&["init", "--policy", "three-tier"]);
            office.lay_out(&gallery().join("base"));
            office.succeed(&["import", FILES, "--as-of", DAY]);
            office.database()
        });
        let office = Office { folder: tempfile::tempdir().expect("a folder") };
        fs::write(office.path(DB), database).expect("the database");
        office
    }

    /// An office with nothing at all.
    pub fn empty() -> Self {
        Office { folder: tempfile::tempdir().expect("a folder") }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn database(&self) -> Vec<u8> {
        fs::read(self.path(DB)).expect("the database")
    }

    /// Puts the csv files of a folder where the next import finds them.
    pub fn lay_out(&self, folder: &Path) {
        let lists = self.path(FILES);
        let _ = fs::remove_dir_all(&lists);
        fs::create_dir(&lists).expect("a folder for the lists");
        for entry in fs::read_dir(folder).expect("a case").map(|entry| entry.expect("a file").path()) {
            if entry.extension().is_some_and(|ending| ending == "csv") {
                fs::copy(&entry, lists.join(entry.file_name().expect("a name"))).expect("a copy");
            }
        }
    }

    pub fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_phancong"));
        command.args(args).current_dir(self.folder.path()).env_remove("PHANCONG_DB");
        command.output().expect("phancong runs")
    }

    pub fn succeed(&self, args: &[&str]) -> Output {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", screen(&output));
        output
    }

    pub fn import(&self, lang: &str, more: &[String]) -> Output {
        let mut args = vec!["--lang", lang, "import", FILES, "--as-of", DAY];
        args.extend(more.iter().map(String::as_str));
        self.run(&args)
    }

    /// The five lists as every office has them before its import.
    pub fn lists_before() -> &'static Vec<Vec<u8>> {
        static LISTS_BEFORE: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
        LISTS_BEFORE.get_or_init(|| Office::new().lists())
    }

    /// All five lists as `export` writes them.
    pub fn lists(&self) -> Vec<Vec<u8>> {
        LISTS.iter().map(|list| self.succeed(&["export", list, "--format", "csv"]).stdout).collect()
    }
}

pub fn screen(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("text on the screen")
}
