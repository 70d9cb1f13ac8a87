//! What the program is made of: crates from one registry, under licences that allow it, none twice but those known; an SQLite
//! without its known faults; no unsafe code; a toolchain as stated.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Licences under which the program may hand on what others wrote.
const LICENCES: [&str; 9] = [
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates of which the program has two versions, because crates it needs do not agree.
const TWICE: [&str; 4] = ["quick-xml", "syn", "typed-path", "zip"];

fn metadata() -> Value {
    // Crates of other systems may not have been downloaded.
    let told = Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let told = String::from_utf8(told.stdout).expect("UTF-8");
    let host = told.lines().find_map(|line| line.strip_prefix("host: ")).expect("a host");
    let args =
        ["metadata", "--format-version", "1", "--locked", "--offline", "--all-features", "--filter-platform", host];
    let output = Command::new(env!("CARGO")).args(args).current_dir(ROOT).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// Whether a licence expression leaves a choice that is allowed.
fn is_allowed(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ").replace(['(', ')'], "");
    expression.split(" OR ").any(|choice| choice.split(" AND ").all(|one| LICENCES.contains(&one.trim())))
}

#[test]
fn every_crate_comes_from_the_registry_under_a_licence_that_allows_it() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("packages");
    let others = || packages.iter().filter(|package| text(package, "name") != "phancong");
    let faults: Vec<String> = others()
        .filter(|package| text(package, "source") != REGISTRY || !is_allowed(text(package, "license")))
        .map(|package| format!("{} {} {}", text(package, "name"), text(package, "license"), text(package, "source")))
        .collect();
    assert!(others().count() > 100 && faults.is_empty(), "{faults:#?}");
    assert!(!is_allowed("GPL-3.0") && !is_allowed("MIT AND GPL-3.0") && is_allowed("GPL-2.0 OR MIT"));
}

#[test]
fn no_crate_is_in_the_program_twice_but_those_known() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--offline", "-e", "normal", "--prefix", "none"])
        .current_dir(ROOT)
        .output();
    let tree = String::from_utf8(tree.expect("cargo runs").stdout).expect("UTF-8");
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for line in tree.lines() {
        let mut words = line.split(' ');
        if let (Some(name), Some(version)) = (words.next(), words.next()) {
            versions.entry(name).or_default().insert(version);
        }
    }
    let twice: Vec<&str> = versions.iter().filter(|(_, versions)| versions.len() > 1).map(|(name, _)| *name).collect();
    assert!(versions.len() > 60 && twice == TWICE, "{twice:?}");
}

#[test]
fn the_database_engine_is_past_its_known_faults_and_named_by_the_program() {
    let numbers: Vec<u32> = rusqlite::version().split('.').map(|part| part.parse().expect("a number")).collect();
    assert!(numbers >= vec![3, 51, 3], "{numbers:?}");
    let output = Command::new(env!("CARGO_BIN_EXE_phancong")).arg("--version").output().expect("it runs");
    assert!(String::from_utf8_lossy(&output.stdout).contains(rusqlite::version()));
}

#[test]
fn no_code_of_ours_is_unsafe_and_the_toolchain_is_as_stated() {
    let top = std::fs::read_to_string(Path::new(ROOT).join("src/lib.rs")).expect("there");
    assert!(top.contains("#![forbid(unsafe_code)]"));
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("packages");
    let stated = |package: &Value| -> Vec<u32> {
        text(package, "rust_version").split('.').filter_map(|part| part.parse().ok()).collect()
    };
    let own = packages.iter().find(|package| text(package, "name") == "phancong").map(stated).expect("this one");
    // No crate asks for a newer toolchain than this one says it needs.
    let newer: Vec<&str> =
        packages.iter().filter(|package| stated(package) > own).map(|package| text(package, "name")).collect();
    assert!(own.len() >= 2 && newer.is_empty(), "{own:?} {newer:?}");
}
