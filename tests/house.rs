//! The house plan, held by tests: which room imports which, who owns which crate, and how a file looks.

mod source;
mod syntax;

use std::process::Command;

use source::{Source, assert_none, files, from_root, read, root, sources};
use syntax::{functions, is_crate, names, words};

const BASE: &[&str] = &["model", "text"];

/// The rooms in import order, and what each may import besides itself.
const ROOMS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("text", &["model"]),
    ("work", &[]),
    ("read", &["model", "text", "work"]),
    ("merge", BASE),
    ("amend", BASE),
    ("store", BASE),
    ("check", BASE),
    ("plan", &["model", "text", "work"]),
    ("report", BASE),
    ("render", &["model", "text", "work", "report"]),
    ("cli", &["model", "text", "work", "read", "merge", "amend", "store", "check", "plan", "report", "render"]),
];

/// What the crate names beside its rooms, and the room it comes from.
const EXPORTED: &[(&str, &str)] = &[("say", "text")];

/// Crates that belong to some rooms only.
const OWNERS: &[(&str, &[&str])] = &[
    ("calamine", &["read"]),
    ("cfb", &["read"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("comfy_table", &["render"]),
    ("csv", &["read", "render"]),
    ("ctrlc", &["cli"]),
    ("docx_rs", &["render"]),
    ("fluent_bundle", &["text"]),
    ("ics", &["render"]),
    ("icu_collator", &["text"]),
    ("indicatif", &["cli"]),
    ("maud", &["render"]),
    ("memchr", &["read"]),
    // The renderer fills in an office's own documents, whose text is XML.
    ("quick_xml", &["read", "render"]),
    ("rusqlite", &["store"]),
    ("rust_xlsxwriter", &["render"]),
    ("tempfile", &["cli", "store"]),
    ("textwrap", &["render"]),
    ("toml", &["read"]),
    ("whoami", &["cli"]),
    ("zip", &["read", "render"]),
];

/// Where a call that may panic stands, and why it cannot.
const PANICS: &[(&str, &str)] = &[("src/model/id.rs", "readers cap their lists far below the range of the ids")];

const MOST_LINES: usize = 350;
const MOST_LINES_OF_A_FUNCTION: usize = 60;

/// What may stand at the top, besides names that begin with a dot.
const TOP: &[&str] = &["Cargo.toml", "Cargo.lock", "LICENSE", "README.md", "README.vi.md", "src", "data", "tests"];

#[test]
fn what_one_system_has_stands_behind_its_name() {
    let is_of_one = |line: &str| ["os::unix", "os::linux", "os::windows"].iter().any(|part| line.contains(part));
    let mut faults = Vec::new();
    for source in sources("src") {
        let lines: Vec<&str> = source.code.lines().collect();
        for at in (0..lines.len()).filter(|at| is_of_one(lines[*at])) {
            let above = &lines[at.saturating_sub(6)..at];
            if !above.iter().any(|line| line.trim_start().starts_with("#[cfg(")) {
                faults.push(format!("{}:{}", source.path, at + 1));
            }
        }
    }
    assert_none(
        &faults,
        "Windows, macOS and Linux build the same source: put it behind #[cfg(...)], with another for the rest.",
    );
}

#[test]
fn imports_point_one_way() {
    let mut faults = Vec::new();
    for source in sources("src").iter().filter(|source| room(source).is_some()) {
        let own = room(source).unwrap_or_default();
        for (at, name) in named_at_root(source) {
            let used = EXPORTED.iter().find(|(exported, _)| *exported == name).map_or(name, |(_, room)| room);
            if used != own && !allowed(own).contains(&used) {
                faults.push(format!("{}: `{own}` names `{used}`", source.place(at)));
            }
        }
    }
    let table: Vec<String> = ROOMS.iter().map(|(room, below)| format!("  {room} <- {}", below.join(", "))).collect();
    let table = table.join("\n");
    assert_none(
        &faults,
        &format!("A room may import itself and:\n{table}\nMove what both need into a room above both."),
    );
}

#[test]
fn every_folder_is_a_room_that_lib_declares_below_its_imports() {
    let lib = read(&root().join("src/lib.rs"));
    let lines: Vec<&str> = lib.lines().collect();
    let line_of = |room: &str| lines.iter().position(|line| *line == format!("pub mod {room};"));
    let mut faults = Vec::new();
    for room in rooms_on_disk() {
        if !ROOMS.iter().any(|(name, _)| *name == room) {
            faults.push(format!("src/{room} is no room: add it to ROOMS in tests/house.rs, in import order"));
        }
        match line_of(&room) {
            None => faults.push(format!("src/lib.rs lacks: pub mod {room};")),
            Some(at) if at == 0 || !lines[at - 1].starts_with("///") => {
                faults.push(format!("src/lib.rs:{}: say over `{room}` what it does and what it never does", at + 1));
            }
            Some(at) => faults.extend(
                allowed(&room)
                    .iter()
                    .filter(|below| line_of(below).is_some_and(|line| line > at))
                    .map(|below| format!("src/lib.rs:{}: `{room}` stands above `{below}`, which it imports", at + 1)),
            ),
        }
    }
    assert_none(&faults, "src/lib.rs is the house plan: every room once, with its line, below the rooms it imports.");
}

#[test]
fn crates_stay_in_the_rooms_that_own_them() {
    let mut faults = Vec::new();
    // Tests may read back by another crate.
    for source in sources("src").iter().map(Source::without_tests) {
        for (owned, rooms) in OWNERS {
            let is_owner = room(&source).is_some_and(|room| rooms.contains(&room));
            let uses = words(&source.code, owned).filter(|at| !is_owner && is_crate(&source.code, *at, owned));
            faults.extend(uses.map(|at| format!("{}: {owned} belongs to {}", source.place(at), rooms.join(" and "))));
        }
    }
    assert_none(&faults, "Let the room that owns the crate offer what you need, and call that.");
}

#[test]
fn only_store_speaks_sql() {
    const PHRASES: &[&str] = &["SELECT ", "INSERT ", "UPDATE ", "DELETE FROM", "CREATE TABLE", "PRAGMA "];
    let mut faults = Vec::new();
    for source in sources("src").iter().filter(|source| room(source) != Some("store")) {
        let sql = source.strings.iter().filter(|(_, text)| PHRASES.iter().any(|phrase| text.contains(phrase)));
        faults.extend(sql.map(|(at, text)| format!("{}: {text:?}", source.place(*at))));
    }
    assert_none(&faults, "Move the statement into src/store and give it a function there.");
}

#[test]
fn only_cli_prints() {
    let mut faults = Vec::new();
    for source in sources("src").iter().filter(|source| room(source) != Some("cli")) {
        for printing in ["print", "println", "eprint", "eprintln", "stdout", "stderr"] {
            let is_print =
                |at: &usize| printing.starts_with("std") || source.code[at + printing.len()..].starts_with('!');
            let places = words(&source.code, printing).filter(is_print);
            faults.extend(places.map(|at| format!("{}: {printing}", source.place(at))));
        }
    }
    assert_none(&faults, "Give the value back and let a command in src/cli print it.");
}

#[test]
fn every_file_says_what_it_is_for_and_stays_short() {
    let mut faults = Vec::new();
    for path in files(&root().join("src")).into_iter().chain(files(&root().join("tests"))) {
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let (text, path) = (read(&path), from_root(&path));
        if !text.starts_with("//! ") {
            faults.push(format!("{path}:1: begin with one `//!` line that says what the file is for"));
        }
        let lines = text.lines().count();
        if lines > MOST_LINES {
            faults.push(format!("{path}: {lines} lines; more than {MOST_LINES} are two things, give each its file"));
        }
        let is_vague = |part: &str| ["util", "helper", "common", "misc"].contains(&part.trim_end_matches('s'));
        if path.trim_end_matches(".rs").split('/').any(is_vague) {
            faults.push(format!("{path}: name the file after the thing inside"));
        }
    }
    assert_none(&faults, "A file is one thing, named after it, with its purpose on the first line.");
}

#[test]
fn functions_stay_short() {
    let mut faults = Vec::new();
    for source in sources("src").iter().map(Source::without_tests).chain(sources("tests")) {
        for (name, from, to) in functions(&source.code) {
            let lines = source.code[from..to].lines().count();
            if lines > MOST_LINES_OF_A_FUNCTION {
                faults.push(format!("{}: fn {name} has {lines} lines", source.place(from)));
            }
        }
    }
    assert_none(&faults, &format!("More than {MOST_LINES_OF_A_FUNCTION} lines do several things: name the parts."));
}

#[test]
fn nothing_unfinished_and_nothing_that_panics() {
    const UNFINISHED: &[&str] = &["TODO", "FIXME", "XXX"];
    const PANICKING: &[&str] = &["todo!", "unimplemented!", "dbg!", "panic!", "unreachable!", ".unwrap()", ".expect("];
    let mut faults = Vec::new();
    for source in sources("src") {
        let text = read(&root().join(&source.path));
        let places = UNFINISHED.iter().flat_map(|word| words(&text, word).map(move |at| (at, word)));
        faults.extend(places.map(|(at, word)| format!("{}: {word}: finish it", source.place(at))));
        if PANICS.iter().any(|(path, _)| *path == source.path) {
            continue;
        }
        let shipped = source.without_tests();
        let places = PANICKING.iter().flat_map(|call| shipped.code.match_indices(call));
        faults.extend(places.map(|(at, call)| format!("{}: {call}", source.place(at))));
    }
    assert_none(
        &faults,
        "No input makes it panic: give an error or a finding back. What cannot happen goes into PANICS.",
    );
}

#[test]
fn what_may_panic_is_still_there() {
    let sources = sources("src");
    let is_there = |path: &str| sources.iter().any(|source| source.path == path && source.code.contains(".expect("));
    let gone: Vec<String> =
        PANICS.iter().filter(|(path, _)| !is_there(path)).map(|(path, why)| format!("{path}: {why}")).collect();
    assert_none(&gone, "Strike the line from PANICS in tests/house.rs: nothing there panics any more.");
}

#[test]
fn the_top_of_the_repository_is_tidy() {
    let is_known = |name: &String| name.starts_with('.') || TOP.contains(&name.as_str());
    let faults: Vec<String> = top().into_iter().filter(|name| !is_known(name)).collect();
    assert_none(&faults, "Only these stand at the top; move the rest into src, data or tests, or ignore it.");
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let manifest = read(&root().join("Cargo.toml"));
    let mut is_dependency = false;
    let mut faults = Vec::new();
    for line in manifest.lines().filter(|line| !line.trim().is_empty()) {
        if line.starts_with('[') {
            is_dependency = line.trim_matches(['[', ']']).ends_with("dependencies");
        } else if is_dependency && line.rsplit_once(" # ").is_none_or(|(_, reason)| reason.trim().is_empty()) {
            faults.push(line.to_owned());
        }
    }
    assert_none(&faults, "Cargo.toml: end the line of each dependency with its reason: name = \"1\"  # what it is for");
}

#[test]
fn the_reading_of_sources_is_right() {
    let text = "/* /* \"a\" */ { */ fn a<'a>() -> [u8; 2] { '{'; b'\\''; \"b\\\"{\"; r#\"c\"{\"# } // }\n\
                #[cfg(test)]\nmod tests { fn d() { \"d\" } }\nuse crate::{x::{y}, z};";
    let source = Source::new("src/model/sample.rs", text);
    let strings: Vec<&str> = source.strings.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(strings, ["b\\\"{", "c\"{", "d"]);
    let names: Vec<&str> = functions(&source.code).into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, ["a", "d"]);
    let named: Vec<&str> = named_at_root(&source).into_iter().map(|(_, name)| name).collect();
    assert_eq!(named, ["x", "z"]);
    let shipped = source.without_tests();
    assert_eq!((shipped.code.len(), shipped.strings.len()), (text.len(), 2));
    let climbing = Source::new("src/model/sample.rs", "use super::super::store::Store;\nuse super::unit;");
    assert_eq!(named_at_root(&climbing).into_iter().map(|(_, name)| name).collect::<Vec<_>>(), ["store"]);
}

/// The room that a file belongs to: the folder in `src`.
fn room(source: &Source) -> Option<&str> {
    source.path.strip_prefix("src/")?.split_once('/').map(|(room, _)| room)
}

fn allowed(room: &str) -> &'static [&'static str] {
    ROOMS.iter().find(|(name, _)| *name == room).map_or(&[], |(_, below)| below)
}

/// What the code names right below the crate: by `crate::`, or by as many `super::` as lead there.
fn named_at_root(source: &Source) -> Vec<(usize, &str)> {
    let depth = source.path.matches('/').count() - usize::from(source.path.ends_with("mod.rs"));
    let climb = "super::".repeat(depth);
    let by_crate = source.code.match_indices("crate::").flat_map(|(at, step)| names(&source.code, at + step.len()));
    let climbed = source.code.match_indices(&climb).flat_map(|(at, step)| names(&source.code, at + step.len()));
    let is_room = |name: &str| ROOMS.iter().any(|(room, _)| *room == name);
    by_crate.chain(climbed.filter(|(_, name)| is_room(name))).collect()
}

/// What stands in `src` beside the two roots: folders, and files that should be in one.
fn rooms_on_disk() -> Vec<String> {
    let entries = std::fs::read_dir(root().join("src")).expect("src is there");
    let names = entries.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned());
    names.filter(|name| name != "lib.rs" && name != "main.rs").collect()
}

/// What stands at the top: what git keeps, or everything where there is no git.
fn top() -> Vec<String> {
    let git = Command::new("git").args(["ls-files", "--cached"]).current_dir(root()).output();
    let kept = git.ok().filter(|output| output.status.success() && !output.stdout.is_empty());
    let Some(kept) = kept else {
        let entries = std::fs::read_dir(root()).expect("the repository is there");
        let names = entries.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned());
        return names.filter(|name| name != "target").collect();
    };
    let kept = String::from_utf8_lossy(&kept.stdout).into_owned();
    let mut names: Vec<String> = kept.lines().map(|path| path.split('/').next().unwrap_or(path).to_owned()).collect();
    names.dedup();
    names
}
