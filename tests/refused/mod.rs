//! Commands of which single calls to the system are refused, and what must hold whatever is refused.

pub mod folder;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Output;

use folder::{DB, Stand, copy, stand};

use crate::content::content;
use crate::office::{Office, screen};
use crate::strace::{self, Call};

/// Calls that are refused, and why the system may refuse them.
const REFUSALS: [(&str, &[&str]); 16] = [
    ("write", &["ENOSPC", "EIO", "EDQUOT"]),
    ("pwrite64", &["ENOSPC", "EIO", "EDQUOT"]),
    ("fsync", &["EIO", "ENOSPC", "EDQUOT"]),
    ("fdatasync", &["EIO", "ENOSPC", "EDQUOT"]),
    ("ftruncate", &["EIO", "EDQUOT", "EACCES"]),
    ("fallocate", &["ENOSPC", "EDQUOT"]),
    ("rename", &["EACCES", "ENOSPC", "EIO", "EDQUOT"]),
    ("renameat", &["EACCES", "ENOSPC", "EIO", "EDQUOT"]),
    ("renameat2", &["EACCES", "ENOSPC", "EIO", "EDQUOT"]),
    ("unlink", &["EACCES", "EIO"]),
    ("openat", &["EACCES", "ENOSPC", "EIO", "EDQUOT"]),
    ("mkdir", &["ENOSPC", "EACCES", "EDQUOT"]),
    ("fcntl", &["ENOLCK"]),
    ("read", &["EIO"]),
    ("pread64", &["EIO"]),
    ("lseek", &["EIO"]),
];

/// How many calls of a kind are refused, one in each run, unless all are asked for.
const FEW: usize = 7;

/// What no clerk should have to read: the system's and the library's own words.
const RAW: [&str; 14] = [
    "os error",
    "error code",
    "sqlite",
    "disk i/o",
    "input/output",
    "database is",
    "unable to open",
    "no space left",
    "quota exceeded",
    "permission denied",
    "no locks",
    "malformed",
    "panicked",
    "failed to",
];

/// Words by which a run says that what it was to save is saved, or may be.
const SAVED: [&str; 4] = ["it is unknown whether", "không rõ đã lưu", "are saved in", "đã lưu vào"];

/// Words for a disk on which there is no room.
const FULL: [&str; 4] = ["full", "quota", "hết chỗ", "hết dung lượng"];

/// A command, and the folder that it is run in.
pub struct Job {
    pub name: &'static str,
    pub office: Office,
    pub args: Vec<&'static str>,
}

/// A command as it goes when nothing is refused.
struct Usual {
    before: Stand,
    after: Stand,
    contents: [String; 2],
}

/// A call of a run, and why it is refused.
#[derive(Clone, Copy)]
struct Refusal {
    call: &'static str,
    /// Which of the calls of a thread it is, from 1 on.
    number: usize,
    why: &'static str,
}

/// Runs a command as often as there are calls to refuse; gives what did not hold.
pub fn refuse_each(job: &Job) -> Vec<String> {
    if !strace::is_there(job.name) {
        return Vec::new();
    }
    let origin = job.office.path("");
    let usual = usual(job, &origin);
    let (mut faults, mut refused, mut missed) = (Vec::new(), 0, 0);
    for refusal in refusals(job, &origin) {
        match run(job, &origin, &usual, refusal) {
            Some(found) => {
                refused += 1;
                let place = format!("{} {} {} {}", job.name, refusal.call, refusal.number, refusal.why);
                faults.extend(found.into_iter().map(|fault| format!("{place}: {fault}")));
            }
            None => missed += 1,
        }
    }
    eprintln!("{}: {refused} calls refused, {missed} not reached", job.name);
    assert!(refused > missed * 10, "most calls are reached");
    faults
}

fn usual(job: &Job, origin: &Path) -> Usual {
    let folder = copy(origin);
    let before = (stand(folder.path()), content(&folder.path().join(DB)));
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_phancong"))
        .args(&job.args)
        .current_dir(folder.path())
        .env_remove("PHANCONG_DB")
        .output()
        .expect("phancong runs");
    assert_eq!(output.status.code(), Some(0), "{}: {}", job.name, screen(&output));
    let after = stand(folder.path());
    Usual { before: before.0, after, contents: [before.1, content(&folder.path().join(DB))] }
}

/// The calls that a run makes on its folder, each with one reason, or with all.
fn refusals(job: &Job, origin: &Path) -> Vec<Refusal> {
    let folder = copy(origin);
    let place = folder.path().canonicalize().expect("a folder");
    let names: Vec<&str> = REFUSALS.iter().map(|(name, _)| *name).collect();
    let trace = format!("trace={}", names.join(","));
    let (_, calls) = strace::run(&place, &["-e", &trace], &job.args);
    let mut counted: BTreeMap<(u32, &str), usize> = BTreeMap::new();
    let mut numbers: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for call in &calls {
        let number = counted.entry((call.thread, &call.name)).or_default();
        *number += 1;
        if is_meant(call, &place) {
            numbers.entry(&call.name).or_default().insert(*number);
        }
    }
    let mut refusals = Vec::new();
    for (call, reasons) in REFUSALS {
        let numbers: Vec<usize> = numbers.get(call).into_iter().flatten().copied().collect();
        if strace::is_long() {
            let all = numbers.iter().flat_map(|number| reasons.iter().map(|why| (*number, *why)));
            refusals.extend(all.map(|(number, why)| Refusal { call, number, why }));
            continue;
        }
        let count = numbers.len().min(FEW);
        let chosen = (0..count).map(|at| numbers[at * (numbers.len() - 1) / (count - 1).max(1)]);
        let turns = chosen.zip(reasons.iter().cycle());
        refusals.extend(turns.map(|(number, why)| Refusal { call, number, why }));
    }
    refusals
}

/// Whether a call is on the folder, so not one of the program's own start; and of the locks, a lock.
fn is_meant(call: &Call, folder: &Path) -> bool {
    let is_here = call.paths(folder).iter().any(|path| path.starts_with(folder));
    is_here && (call.name != "fcntl" || call.told.contains("F_SETLK"))
}

/// Runs the command in a copy of its folder with one call refused; `None` where it came to no such call.
fn run(job: &Job, origin: &Path, usual: &Usual, refusal: Refusal) -> Option<Vec<String>> {
    let Refusal { call, number, why } = refusal;
    let copy = copy(origin);
    let folder = copy.path().canonicalize().expect("a folder");
    let (trace, inject) = (format!("trace={call}"), format!("inject={call}:error={why}:when={number}"));
    let lang = if number.is_multiple_of(2) { "vi" } else { "en" };
    let args: Vec<&str> = ["--lang", lang].into_iter().chain(job.args.iter().copied()).collect();
    let (output, calls) = strace::run(&folder, &["-e", &trace, "-e", &inject], &args);
    let injected: Vec<&Call> = calls.iter().filter(|call| call.is_injected()).collect();
    if injected.is_empty() || !injected.iter().all(|call| is_meant(call, &folder)) {
        return None;
    }
    let mut faults = Vec::new();
    judge_words(job, &folder, &output, refusal, &mut faults);
    judge_files(&output, usual, &stand(&folder), call == "unlink", &mut faults);
    let found = content(&folder.join(DB));
    let [before, after] = &usual.contents;
    let said = ending(&output);
    match output.status.code() {
        Some(0) if found != *after => faults.push("it ended with 0, but nothing is saved".to_owned()),
        Some(0) => {}
        _ if found == *before => {}
        _ if found == *after && SAVED.iter().any(|words| said.contains(words)) => {}
        _ if found == *after => faults.push(format!("it is saved, but not said to be: {said}")),
        _ => faults.push("the database is neither as before nor as after".to_owned()),
    }
    Some(faults)
}

/// The end of what a run said: why it failed, and what to do.
fn ending(output: &Output) -> String {
    let said = screen(output);
    let from = said.find("ERROR").or_else(|| said.find("LỖI")).unwrap_or_default();
    said[from..].trim_end().to_owned()
}

/// A run that failed says so by its code, and in words for a clerk.
fn judge_words(job: &Job, folder: &Path, output: &Output, refusal: Refusal, faults: &mut Vec<String>) {
    let (said, code) = (ending(output), output.status.code());
    if !matches!(code, Some(0 | 4)) {
        faults.push(format!("it ended with {}: {said}", output.status));
    }
    let small = said.to_lowercase();
    if RAW.iter().any(|raw| small.contains(raw)) {
        faults.push(format!("it says in raw words ({code:?}): {said}"));
    }
    if code == Some(0) {
        return;
    }
    let names = job.args.iter().skip(1).copied().chain([DB, folder.to_str().expect("UTF-8")]);
    if !names.into_iter().any(|name| said.contains(name)) {
        faults.push(format!("it names no file: {said}"));
    }
    let is_room = matches!(refusal.why, "ENOSPC" | "EDQUOT") && !matches!(refusal.call, "openat");
    if is_room && !FULL.iter().any(|words| small.contains(words)) {
        faults.push(format!("it does not say that there is no room: {said}"));
    }
}

/// Each file is the old one or the new one, whole, and nothing is left beside them.
fn judge_files(output: &Output, usual: &Usual, found: &Stand, may_be_left: bool, faults: &mut Vec<String>) {
    let names: BTreeSet<&String> = found.keys().chain(usual.after.keys()).chain(usual.before.keys()).collect();
    for name in names {
        let [found, before, after] = [found, &usual.before, &usual.after].map(|stand| stand.get(name));
        if name.contains(".phancong-") {
            if !may_be_left {
                faults.push(format!("{name} is left behind"));
            }
        } else if found != before && found != after {
            faults.push(format!("{name} is neither old nor new"));
        } else if output.status.success() && found != after {
            faults.push(format!("it ended with 0, but {name} is not the new one"));
        }
    }
}
