//! Solvers to be measured beside, where they are on the machine.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/peers")
}

/// LEMON's peer, compiled, where there is a compiler and LEMON.
pub fn lemon(folder: &TempDir) -> Option<Vec<PathBuf>> {
    let program = folder.path().join("lemon");
    let mut command = Command::new("g++");
    command.args(["-O3", "-DNDEBUG", "-std=c++17", "-o"]).arg(&program).arg(sources().join("lemon.cpp"));
    let is_there = command.stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    is_there.then(|| vec![program])
}

/// OR-tools' peer, where Python knows it.
#[allow(dead_code, reason = "one of the benchmarks has it")]
pub fn ortools() -> Option<Vec<PathBuf>> {
    python("numpy, ortools.graph.python.min_cost_flow", "ortools_flow.py")
}

/// DuckDB's peer, where Python knows it.
#[allow(dead_code, reason = "one of the benchmarks has it")]
pub fn duckdb() -> Option<Vec<PathBuf>> {
    python("duckdb", "duckdb_lists.py")
}

/// A peer in Python, where Python knows the modules that it needs.
fn python(modules: &str, script: &str) -> Option<Vec<PathBuf>> {
    let mut command = Command::new("python3");
    command.args(["-c", &format!("import {modules}")]).stderr(Stdio::null());
    let is_there = command.status().is_ok_and(|status| status.success());
    is_there.then(|| vec!["python3".into(), sources().join(script)])
}

/// A peer's seconds for a file of networks, run by run, and its optimum.
pub fn solve(words: &[PathBuf], file: &Path, runs: usize) -> (Vec<f64>, i128) {
    let mut command = Command::new(&words[0]);
    let output = command.args(&words[1..]).arg(file).arg(runs.to_string()).output().expect("the peer starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let (times, optimum) = text.trim_end().rsplit_once('\n').expect("times and an optimum");
    (times.lines().map(|line| line.parse().expect("seconds")).collect(), optimum.parse().expect("a cost"))
}

/// The middle one.
pub fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
