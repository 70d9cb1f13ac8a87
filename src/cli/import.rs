//! `import`: lists in, the difference shown, all or nothing saved.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Serialize;

use super::args::Import;
use super::desk::{Desk, Label, shown, today};
use super::exit::Exit;
use super::failure::Stop;
use super::progress::{Progress, go_on};
use super::{files, findings, office};
use crate::merge::{How, Merged, merge};
use crate::model::book::Book;
use crate::model::day::Day;
use crate::model::finding::{Finding, Severity, has_error};
use crate::model::policy::{Policy, Profile};
use crate::model::rows::Lists;
use crate::read::lists::Reading;
use crate::read::look::{Told, raw_rows};
use crate::read::source::File;
use crate::render::{Format, json, render, xlsx};
use crate::report::refused::Original;
use crate::report::table::Table;
use crate::report::verdict::{Found, found};
use crate::report::{differences, refused};
use crate::say;
use crate::store::log::{Count, Entry, SourceFile, counts};
use crate::store::{Store, Writing};

/// Runs it.
pub fn run(desk: &mut Desk, args: &Import) -> Result<Exit> {
    let mut store = Store::open(&desk.db)?;
    let paths = paths(&args.files)?;
    for path in args.errors.iter().chain(&args.output.out) {
        let inputs: Vec<&Path> = paths.iter().map(PathBuf::as_path).chain([desk.db.as_path()]).collect();
        files::refuse(path, &inputs)?;
    }
    let how = How { mode: args.mode, day: args.as_of.unwrap_or_else(today), max_end: args.max_end };
    let laid = match args.dry_run {
        true => rehearse(desk, args, &store, &paths, &how)?,
        false => take_in(desk, args, store.write()?, &paths, &how)?,
    };
    let is_refused = has_error(&laid.findings);
    report(desk, args, &laid, &paths, !is_refused && !args.dry_run)?;
    Ok(if is_refused { Exit::Refused } else { Exit::Clean })
}

/// Lays the lists over what is there, and saves nothing: others may go on writing.
fn rehearse(desk: &Desk, args: &Import, store: &Store, paths: &[PathBuf], how: &How) -> Result<Laid> {
    let policy = office::parse_policy(&store.policy_text()?, "policy")?;
    let intake = read(desk, paths, told(args), &policy, how.day)?;
    Ok(lay(store.book(policy)?, intake, how))
}

/// Lays the lists over what is there and saves them, unless one has an error.
fn take_in(desk: &Desk, args: &Import, writing: Writing, paths: &[PathBuf], how: &How) -> Result<Laid> {
    let policy = office::parse_policy(&writing.policy_text()?, "policy")?;
    let intake = read(desk, paths, told(args), &policy, how.day)?;
    let laid = lay(writing.book(policy)?, intake, how);
    if !has_error(&laid.findings) {
        save(writing, &laid, "import", how.day)?;
    }
    Ok(laid)
}

/// What the user says of the files.
fn told(args: &Import) -> Told {
    Told { kind: args.kind, encoding: args.encoding }
}

/// The csv files of what was named: files themselves, folders by their files.
///
/// # Errors
/// When one is not there, or a folder holds none.
pub fn paths(named: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for path in named {
        if !path.is_dir() {
            paths.push(path.clone());
            continue;
        }
        let entries = std::fs::read_dir(path).with_context(|| path.display().to_string())?;
        let mut own: Vec<PathBuf> = Vec::new();
        for entry in entries {
            let entry = entry.with_context(|| path.display().to_string())?.path();
            let is_csv = entry.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
            let is_hidden = entry.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '~']));
            if is_csv && !is_hidden && entry.is_file() {
                own.push(entry);
            }
        }
        if own.is_empty() {
            return Err(Stop::NothingToRead(path.clone()).into());
        }
        own.sort();
        paths.append(&mut own);
    }
    Ok(paths)
}

/// What was read.
pub struct Intake {
    /// Typed rows.
    pub lists: Lists,
    /// What was found while reading.
    pub findings: Vec<Finding>,
    /// The files.
    pub files: Vec<SourceFile>,
}

/// Reads all files.
///
/// # Errors
/// When one cannot be read at all.
pub fn read(desk: &Desk, paths: &[PathBuf], told: Told, policy: &Policy, day: Day) -> Result<Intake> {
    let progress = Progress::new(desk, &say!(desk.words, "progress-reading"), paths.len());
    let mut reading = Reading::new(policy, day, told);
    let mut sources = Vec::new();
    for path in paths {
        progress.step(&shown(path))?;
        let file = File::read(path)?;
        reading.file(&file);
        sources.push(SourceFile { name: file.name.to_string(), size: file.size, sha256: file.fingerprint() });
    }
    Ok(Intake { lists: reading.lists, findings: reading.findings, files: sources })
}

/// What an import came to, with all findings of reading and merging.
pub struct Laid {
    /// The new book.
    pub book: Book,
    /// The way there.
    pub change: crate::model::change::Change,
    /// All findings.
    pub findings: Vec<Finding>,
    /// The files.
    pub files: Vec<SourceFile>,
}

/// Lays what was read over a book.
pub fn lay(book: Book, intake: Intake, how: &How) -> Laid {
    let Merged { book, change, findings } = merge(book, &intake.lists, how);
    let mut all = intake.findings;
    all.extend(findings);
    all.sort_by(|one, other| (&one.place.file, one.place.row).cmp(&(&other.place.file, other.place.row)));
    Laid { book, change, findings: all, files: intake.files }
}

/// Saves a change and logs it. A change of nothing is not saved.
///
/// # Errors
/// When it cannot be saved, or the user interrupted.
pub fn save(writing: Writing, laid: &Laid, command: &'static str, day: Day) -> Result<()> {
    if laid.change.is_empty() {
        return Ok(());
    }
    writing.save(&laid.book, &laid.change)?;
    go_on()?;
    writing.commit(&entry(command, day, laid))
}

/// What a change is logged with.
pub fn entry(command: &'static str, day: Day, laid: &Laid) -> Entry {
    Entry {
        command,
        as_of: day,
        user: whoami::username().unwrap_or_default(),
        machine: whoami::hostname().unwrap_or_default(),
        files: laid.files.clone(),
        counts: counts(&laid.change),
    }
}

/// The JSON of README.
#[derive(Serialize)]
struct Imported {
    kinds: Vec<Counted>,
    findings: Vec<Found>,
    saved: bool,
}

#[derive(Serialize)]
struct Counted {
    kind: &'static str,
    rows: usize,
    added: usize,
    changed: usize,
    ended: usize,
    unchanged: usize,
}

fn counted(count: &Count) -> Counted {
    let Count { list, rows, added, changed, ended, unchanged } = *count;
    Counted { kind: list.name(), rows, added, changed, ended, unchanged }
}

/// Shows what was found and what changes, and writes the clerk's rows back where asked to.
fn report(desk: &Desk, args: &Import, laid: &Laid, paths: &[PathBuf], is_saved: bool) -> Result<()> {
    let policy = &laid.book.policy;
    let paper = office::screen_paper(desk, policy, None);
    findings::print(desk, policy, &laid.findings);
    let counts = counts(&laid.change);
    if desk.format(&args.output) == Format::Json {
        let findings = laid.findings.iter().map(|finding| found(policy, &paper, finding)).collect();
        let imported = Imported { kinds: counts.iter().map(counted).collect(), findings, saved: is_saved };
        desk.deliver_bytes(&json::document(&imported)?, &args.output)?;
    } else if !has_error(&laid.findings) {
        let counted = counts
            .iter()
            .map(|count| (count.list, [count.rows, count.added, count.changed, count.ended, count.unchanged]));
        let table = differences::counts(policy, &paper, counted);
        desk.deliver(&table, &args.output, &desk.look(false, None))?;
        show_differences(desk, policy, laid)?;
    }
    if let Some(path) = &args.errors {
        write_refused(desk, path, told(args), paths, laid)?;
    }
    let (label, key) = match (has_error(&laid.findings), is_saved, laid.change.is_empty()) {
        (true, ..) => (Label::Error, "import-refused"),
        (_, _, true) => (Label::Note, "import-nothing-new"),
        (_, true, _) => (Label::Note, "import-saved"),
        (_, false, _) => (Label::Note, "import-dry-run"),
    };
    findings::print_counts(desk, &laid.findings);
    desk.note(label, &desk.words.say(key, &[("path", shown(&desk.db).into())]));
    Ok(())
}

/// Cell by cell, on stderr: the first differences of rows that were there before.
fn show_differences(desk: &Desk, policy: &Policy, laid: &Laid) -> Result<()> {
    const MOST: usize = 30;
    let paper = office::screen_paper(desk, policy, None);
    let lines = differences::lines(&laid.book, &laid.change, &paper);
    for line in lines.iter().take(MOST) {
        desk.note(Label::Note, &crate::text::clean::clean(line));
    }
    if lines.len() > MOST {
        desk.note(Label::Note, &say!(desk.words, "more-differences", count = lines.len() - MOST));
    }
    Ok(())
}

/// Gives the clerk's own rows back, those with faults marked: one sheet or file per faulty list.
fn write_refused(desk: &Desk, path: &Path, told: Told, inputs: &[PathBuf], laid: &Laid) -> Result<()> {
    let policy = &laid.book.policy;
    let paper = office::screen_paper(desk, policy, Some(Profile::Full));
    let mut tables = Vec::new();
    for input in inputs {
        let name = input.file_name().unwrap_or_default().to_string_lossy();
        let is_own = |finding: &&Finding| finding.place.row.is_some() && finding.place.file.as_deref() == Some(&*name);
        if !laid.findings.iter().filter(is_own).any(|finding| finding.severity == Severity::Error) {
            continue;
        }
        let rows = raw_rows(&File::read(input)?, told);
        if !rows.is_empty() {
            tables.push(refused::table(Original { file: &name, rows }, &laid.findings, policy, &paper));
        }
    }
    for (path, bytes) in refused_files(desk, path, &tables)? {
        files::write(&path, &bytes)?;
        desk.note(Label::Note, &say!(desk.words, "errors-written", path = shown(&path)));
    }
    Ok(())
}

/// A workbook holds all lists, a sheet each; csv takes a file per list, named after it where there are several.
fn refused_files(desk: &Desk, path: &Path, tables: &[Table]) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let look = desk.look(true, None);
    if tables.is_empty() {
        return Ok(Vec::new());
    }
    if Format::of_extension(path) == Some(Format::Xlsx) {
        let sheets: Vec<&Table> = tables.iter().collect();
        return Ok(vec![(path.to_owned(), xlsx::workbook(&sheets, &look)?)]);
    }
    let named = |table: &Table| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        if tables.len() == 1 { path.to_owned() } else { path.with_file_name(format!("{stem}-{}.csv", table.name)) }
    };
    tables.iter().map(|table| Ok((named(table), render(table, Format::Csv, &look)?))).collect()
}
