//! What fuzzing found worth keeping, run once more: nothing panics, and what must hold does.

mod compound;
#[path = "fuzz/src/inputs/mod.rs"]
mod inputs;
mod memory;
mod parcel;
mod reformed;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use inputs::TARGETS;

/// Catches what never ends, on a busy machine and in an unoptimized build too; it is no measure of speed.
const MOST_TIME: Duration = Duration::from_secs(60);

/// Whether our own code panicked, which does not show where it is caught.
static PANICKED: AtomicBool = AtomicBool::new(false);

/// Runs every file of a target's corpus.
fn run(name: &str) {
    inputs::watch::watch(|| PANICKED.store(true, Ordering::Relaxed));
    let (_, target) = TARGETS.iter().find(|(target, _)| *target == name).expect("a target");
    let files =
        fs::read_dir(folder().join("corpus").join(name)).expect("a corpus").map(|file| file.expect("a file").path());
    for path in files {
        let before = Instant::now();
        target(&fs::read(&path).expect("a file"));
        assert!(!PANICKED.load(Ordering::Relaxed), "{} panics", path.display());
        assert!(before.elapsed() < MOST_TIME, "{} takes {:?}", path.display(), before.elapsed());
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz")
}

#[test]
fn lists_of_the_corpus_are_taken_in_or_refused() {
    run("lists");
}

#[test]
fn policies_of_the_corpus_are_sound_or_refused() {
    run("policy");
}

#[test]
fn workbooks_of_the_corpus_are_read_or_refused() {
    run("workbook");
}

#[test]
fn stamped_workbooks_of_the_corpus_are_taken_in_or_refused() {
    run("stamped");
}

#[test]
fn reforms_of_the_corpus_are_carried_out_or_refused() {
    run("reform");
}

#[test]
fn databases_of_the_corpus_are_used_or_refused() {
    run("database");
}

#[test]
fn every_target_has_a_program_and_a_corpus() {
    for (name, _) in TARGETS {
        let has_program = folder().join(format!("targets/{name}.rs")).is_file();
        let has_corpus = fs::read_dir(folder().join("corpus").join(name)).is_ok_and(|mut files| files.next().is_some());
        assert!(has_program && has_corpus, "{name}");
    }
}
