//! Stories: what a user types and sees, command by command. Both READMEs are stories too, so that what they show stays true.
//!
//! Each story runs in a folder of its own that holds `data/` and the offices of `tests/stories/offices/`, these as
//! `offices/` too.
//! `TRYCMD=overwrite cargo test --test stories` writes down what the program says now; read the difference.

use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn stories_of_the_commands() {
    tell("tests/stories", "en", &stories());
}

#[test]
fn readme_in_english() {
    tell(".", "en", &["README.md".into()]);
}

#[test]
fn readme_in_vietnamese() {
    tell(".", "vi", &["README.vi.md".into()]);
}

/// The harness turns backslashes into slashes, so a message with quotes inside would not be shown as it is.
#[test]
fn what_a_readme_shows_as_json_is_json() {
    let text = fs::read_to_string(source(".", "README.md")).expect("the README");
    let shown: Vec<&str> = text.split("--format json\n").skip(1).filter(|after| after.starts_with('{')).collect();
    assert!(!shown.is_empty());
    for after in shown {
        let json = after.split("\n}\n").next().expect("a beginning");
        serde_json::from_str::<serde_json::Value>(&format!("{json}\n}}")).expect("JSON");
    }
}

fn stories() -> Vec<String> {
    let entries = fs::read_dir(Path::new(ROOT).join("tests/stories")).expect("the folder of stories");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".md")).collect();
    names.sort();
    names
}

/// Runs stories of a folder in a language, each on its own copy of the sample data.
fn tell(folder: &str, lang: &str, names: &[String]) {
    let stage = tempfile::tempdir().expect("a folder");
    for name in names {
        fs::copy(source(folder, name), stage.path().join(name)).expect("the story");
        let inside = stage.path().join(name).with_extension("in");
        copy(&Path::new(ROOT).join("data"), &inside.join("data"));
        // Under its short name for the stories, and where a reader of the READMEs finds it.
        for offices in ["offices", "tests/stories/offices"] {
            copy(&Path::new(ROOT).join("tests/stories/offices"), &inside.join(offices));
        }
    }
    let cases = trycmd::TestCases::new();
    cases.env("PHANCONG_LANG", lang).env("NO_COLOR", "1");
    cases.case(stage.path().join("*.md"));
    cases.run();
    if std::env::var_os("TRYCMD").is_some_and(|wish| wish == "overwrite") {
        for name in names {
            fs::copy(stage.path().join(name), source(folder, name)).expect("the story written back");
        }
    }
}

fn source(folder: &str, name: &str) -> PathBuf {
    Path::new(ROOT).join(folder).join(name)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file");
        }
    }
}
