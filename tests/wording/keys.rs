//! The keys that the code asks for: those it names, and the families whose keys it puts together.

use std::any::TypeId;

use clap::Arg;
use phancong::check;
use phancong::cli;
use phancong::model::attendance::Presence;
use phancong::model::cadre::Status;
use phancong::model::day::{Day, Month};
use phancong::model::finding::Severity;
use phancong::model::list::{Column, Kind};
use phancong::model::reform::{Fortune, Issue, Verdict};

use super::named::{Named, named};
use crate::source::{Source, sources};

/// Files that hold nothing but findings.
pub const FINDINGS: &[&str] = &[
    "checks.ftl",
    "import.ftl",
    "policy.ftl",
    "workbook.ftl",
    "amend.ftl",
    "reform.ftl",
    "propose.ftl",
    "doctor.ftl",
    "template.ftl",
];

/// What looks like a key and is none.
const OTHER_NAMES: &[&str] = &[
    "before-doctor",
    "commune-hamlet",
    "encrypted-package",
    "not-held",
    "not-yet",
    "three-tier",
    "two-tier",
    "utf-16be",
    "utf-16le",
    "utf-8",
    "vi-u-kn",
    "windows-1252",
    "windows-1258",
];

/// A key that the code asks for.
#[derive(Clone, Debug)]
pub struct Key {
    /// The key; with its attribute, `message.attribute`.
    pub key: String,
    /// Who asks for it.
    pub place: String,
    /// The file it belongs into, by its name.
    pub file: &'static str,
}

/// Every key that the code asks for.
pub fn keys() -> Vec<Key> {
    let sources: Vec<Source> = sources("src").iter().map(Source::without_tests).collect();
    let mut keys: Vec<Key> = sources.iter().flat_map(named_keys).collect();
    keys.extend(check::ALL.iter().flat_map(|check| {
        let parts = ["", ".title", ".why", ".hint"];
        parts.map(|part| Key { key: format!("{}{part}", check.id), place: "check::ALL".to_owned(), file: "checks.ftl" })
    }));
    keys.extend(family("status", "Status::ALL", "screen.ftl", Status::ALL.map(Status::code)));
    keys.extend(family("presence", "Presence::ALL", "screen.ftl", Presence::ALL.map(Presence::code)));
    keys.extend(family("fortune", "Fortune::ALL", "documents.ftl", Fortune::ALL.map(Fortune::code)));
    keys.extend(family("issue", "Issue::ALL", "documents.ftl", Issue::ALL.map(Issue::code)));
    keys.extend(family("verdict", "Verdict::ALL", "documents.ftl", Verdict::ALL.map(Verdict::code)));
    keys.extend(family("label", "Severity::ALL", "screen.ftl", Severity::ALL.map(Severity::code)));
    keys.extend(family("list", "Kind::ALL", "documents.ftl", Kind::ALL.map(Kind::name)));
    keys.extend(family("list-name", "Kind::ALL", "documents.ftl", Kind::ALL.map(Kind::name)));
    keys.extend(family("column", "Column::ALL", "documents.ftl", Column::ALL.iter().map(|column| column.name())));
    keys.extend(family("about", "Column::ALL", "documents.ftl", Column::ALL.iter().map(|column| column.name())));
    keys.extend(command_line());
    keys
}

/// Keys of an argument under one command, each with the argument's common key; the code asks for the first, then
/// for the second.
pub fn keys_of_one_command() -> Vec<[String; 2]> {
    let of = |command: &clap::Command| {
        let ids = command.get_arguments().map(id);
        ids.map(|id| [format!("arg-{}-{id}", command.get_name()), format!("arg-{id}")]).collect::<Vec<_>>()
    };
    cli::command().get_subcommands().flat_map(of).collect()
}

fn family(prefix: &str, place: &str, file: &'static str, names: impl IntoIterator<Item = &'static str>) -> Vec<Key> {
    let key = |name| Key { key: format!("{prefix}-{name}"), place: place.to_owned(), file };
    names.into_iter().map(key).collect()
}

/// Keys that a file names: where it says them, and where a string looks like one.
fn named_keys(source: &Source) -> Vec<Key> {
    let is_table = source.path.starts_with("src/report/") || source.path.starts_with("src/cli/");
    let mut keys = Vec::new();
    for named in named(source) {
        let mut add = |key: String, file| keys.push(Key { key, place: named.place.clone(), file });
        if is_table && named.is_column() {
            add(format!("column-{}", named.text), "documents.ftl");
        }
        if is_stop(&named) {
            add(format!("stop-unknown-{}", named.text), "screen.ftl");
        }
        if named.is_said() || named.is_like_a_key() && !OTHER_NAMES.contains(&named.text) {
            add(named.text.to_owned(), file_of(source, named.text));
        }
        if named.callee == "Finding::new" && named.index == 0 {
            add(format!("{}.title", named.text), file_of(source, named.text));
            add(format!("{}.why", named.text), file_of(source, named.text));
        }
    }
    keys
}

/// Whether it says what a name on the command line should have been.
fn is_stop(named: &Named) -> bool {
    let callee = named.callee.rsplit("::").next().unwrap_or_default();
    (callee, named.index) == ("unknown", 0) || (callee, named.index) == ("one", 2)
}

/// The file that a key asked for there belongs into.
fn file_of(source: &Source, key: &str) -> &'static str {
    match source.path.split('/').nth(1).unwrap_or_default() {
        "amend" if key.starts_with("amend-") => "amend.ftl",
        "cli" | "read" if key.starts_with("pair-") => "propose.ftl",
        "amend" | "read" if key.starts_with("reform-") || key.starts_with("table-") => "reform.ftl",
        "cli" if source.path.ends_with("/doctor.rs") && !key.starts_with("doctor-") => "doctor.ftl",
        "cli" if source.path.ends_with("/usage.rs") => "help.ftl",
        "read" if key.starts_with("policy-") => "policy.ftl",
        "read" if source.path.starts_with("src/read/workbook/") => "workbook.ftl",
        "read" | "merge" => "import.ftl",
        "check" => "checks.ftl",
        "render" if key.starts_with("template-") => "template.ftl",
        "report" | "render" => "documents.ftl",
        _ => "screen.ftl",
    }
}

/// Keys of the help: commands, their arguments, what stands for a value, and what is expected of one.
fn command_line() -> Vec<Key> {
    let whole = cli::command();
    let mut keys = Vec::new();
    let mut add = |key: String, place: &str| keys.push(Key { key, place: place.to_owned(), file: "help.ftl" });
    for command in std::iter::once(&whole).chain(whole.get_subcommands()) {
        add(format!("help-{}", command.get_name()), "src/cli/args.rs");
        for arg in command.get_arguments() {
            let place = format!("src/cli/args.rs, {} --{}", command.get_name(), id(arg));
            add(format!("arg-{}", id(arg)), &place);
            if !arg.get_action().takes_values() {
                continue;
            }
            arg.get_value_names().unwrap_or_default().iter().for_each(|name| add(format!("value-{name}"), &place));
            if is_written_in_a_form(arg) {
                add(format!("expected-{}", id(arg)), &place);
            }
        }
    }
    keys
}

/// Whether a value that is refused has to be told its form: a day, a month, a number.
fn is_written_in_a_form(arg: &Arg) -> bool {
    let forms = [TypeId::of::<Day>(), TypeId::of::<Month>(), TypeId::of::<u32>()];
    forms.iter().any(|form| arg.get_value_parser().type_id() == *form)
}

fn id(arg: &Arg) -> String {
    arg.get_id().as_str().replace('_', "-")
}
