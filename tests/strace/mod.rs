//! A program under strace: its system calls one by one, and calls that are made to fail.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The longest text of a call that is recorded.
const LONGEST: &str = "4000000";

/// Calls whose texts are names of files.
const NAMING: [&str; 12] = [
    "openat",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "link",
    "linkat",
    "mkdir",
    "mkdirat",
    "truncate",
    "symlink",
];

/// Whether strace is installed and may watch a program; says why not.
pub fn is_there(test: &str) -> bool {
    let tried = Command::new("strace").args(["-f", "-o", "/dev/null", "-e", "inject=sync:error=EIO", "true"]).output();
    let is_there = tried.is_ok_and(|tried| tried.status.success());
    if !is_there {
        eprintln!("skipped: strace is not installed or may not watch a program: {test}");
    }
    is_there
}

/// Whether all is to be tried that can be.
pub fn is_long() -> bool {
    std::env::var_os("PHANCONG_LONG").is_some_and(|wish| wish == "1")
}

/// Runs the program in a folder and gives what it printed, and its calls in the order in which they ended.
pub fn run(folder: &Path, options: &[&str], args: &[&str]) -> (Output, Vec<Call>) {
    let record = tempfile::NamedTempFile::new().expect("a file for the record");
    let mut command = Command::new("strace");
    command.args(["-f", "-y", "-xx", "-s", LONGEST, "-o"]).arg(record.path()).args(options);
    command.arg(env!("CARGO_BIN_EXE_phancong")).args(args);
    let output = command.current_dir(folder).env_remove("PHANCONG_DB").output().expect("strace runs");
    let record = fs::read_to_string(record.path()).expect("a record in ASCII");
    (output, calls(&record))
}

/// A call as strace tells it.
#[derive(Debug, Clone)]
pub struct Call {
    pub thread: u32,
    pub name: String,
    /// What stands between the parentheses.
    pub told: String,
    pub returned: String,
}

impl Call {
    pub fn is_injected(&self) -> bool {
        self.returned.contains("(INJECTED)")
    }

    pub fn has_failed(&self) -> bool {
        self.returned.starts_with("-1 ") || self.returned.starts_with('?')
    }

    /// The number that a part of the call begins with.
    pub fn number(&self, part: usize) -> Option<u64> {
        number(self.told.split(", ").nth(part)?)
    }

    pub fn result(&self) -> Option<u64> {
        number(&self.returned)
    }

    /// The texts in quotation marks.
    pub fn texts(&self) -> Vec<Vec<u8>> {
        self.told.split('"').skip(1).step_by(2).map(decoded).collect()
    }

    /// The files that the call names or is made on.
    pub fn paths(&self, folder: &Path) -> Vec<PathBuf> {
        if NAMING.contains(&self.name.as_str()) {
            return self.texts().into_iter().map(|text| tidy(&folder.join(path(text)))).collect();
        }
        between_angles(&self.told).into_iter().collect()
    }

    /// The file that an `openat` opened.
    pub fn opened(&self) -> Option<PathBuf> {
        between_angles(&self.returned)
    }
}

fn between_angles(told: &str) -> Option<PathBuf> {
    let from = told.find('<')? + 1;
    Some(path(decoded(&told[from..from + told[from..].find('>')?])))
}

fn path(bytes: Vec<u8>) -> PathBuf {
    std::ffi::OsString::from_vec(bytes).into()
}

/// A path without `.` in it.
fn tidy(path: &Path) -> PathBuf {
    path.components().collect()
}

fn number(told: &str) -> Option<u64> {
    let end = told.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(told.len());
    told[..end].parse().ok()
}

/// Bytes of a text that is written as `\x61\x62`.
fn decoded(text: &str) -> Vec<u8> {
    text.split("\\x").skip(1).map(|pair| u8::from_str_radix(&pair[..2], 16).expect("two hexadecimal digits")).collect()
}

/// The calls of a record; one that another thread interrupts stands where it ended.
fn calls(record: &str) -> Vec<Call> {
    let mut begun: Vec<(u32, String)> = Vec::new();
    let mut calls = Vec::new();
    for line in record.lines() {
        let (thread, told) = line.split_once(' ').expect("a thread and what it does");
        let (thread, told) = (thread.parse().expect("the number of a thread"), told.trim_start());
        if let Some(start) = told.strip_suffix(" <unfinished ...>") {
            begun.push((thread, start.to_owned()));
            continue;
        }
        let whole = match told.strip_prefix("<... ").and_then(|told| told.split_once(" resumed>")) {
            Some((_, rest)) => {
                let at = begun.iter().position(|(other, _)| *other == thread).expect("a call that was begun");
                begun.remove(at).1 + rest
            }
            None => told.to_owned(),
        };
        let Some((name, rest)) = whole.split_once('(') else { continue };
        let Some((told, returned)) = rest.rsplit_once(" = ") else { continue };
        let told = told.trim_end().trim_end_matches(')').to_owned();
        if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            calls.push(Call { thread, name: name.to_owned(), told, returned: returned.to_owned() });
        }
    }
    calls
}
