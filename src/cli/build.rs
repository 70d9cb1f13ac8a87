//! `build`: the main job in one go: lists in, checked, all documents of the month out.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::args::{Build, Made};
use super::check::exit_of;
use super::desk::{Desk, Label, shown, today};
use super::documents::{self, write_all};
use super::exit::Exit;
use super::intake::{Laid, TakeIn, lay_new, save_new, take_in};
use super::log::book_after;
use super::sources::paths;
use super::stop::Stop;
use super::{close, files, findings, office};
use crate::check::{self, First};
use crate::merge::How;
use crate::model::book::Book;
use crate::model::finding::{Counts, has_error};
use crate::model::policy::Policy;
use crate::model::snapshot::Snapshot;
use crate::render::{Format, Look, render};
use crate::report::documents::{Documents, What};
use crate::report::duties::duties;
use crate::report::overview::trend::Point;
use crate::say;
use crate::store::Store;
use crate::text::catalogue::Catalogue;
use crate::text::written;

/// Runs it.
pub fn run(desk: &mut Desk, args: &Build) -> Result<Exit> {
    files::refuse_folder(&args.out, Some(&args.dir))?;
    files::probe_folder(&args.out)?;
    let paths = paths(std::slice::from_ref(&args.dir))?;
    let policy = policy_of(&args.dir)?;
    let how = How { mode: args.mode, day: args.month.last(), today: today(), max_end: args.max_end };
    let (wishes, answers) = (&args.reading.wishes(None), HashMap::new());
    let task = TakeIn { paths: &paths, wishes, how, policy, known: None, answers, is_whole: true, command: "build" };
    let found = if Store::is_there(&desk.db) { again(desk, args, task)? } else { first(desk, args, task)? };
    Ok(found.map_or(Exit::Refused, |found| exit_of(found, args.fail_on)))
}

/// Brings a database that is there up to the lists, and writes the documents; gives what was found, or nothing where
/// the lists are refused.
fn again(desk: &Desk, args: &Build, task: TakeIn) -> Result<Option<Counts>> {
    let paths = task.paths;
    let laid = take_in(desk, &mut office::store(desk)?, task)?;
    if !is_sound(desk, &laid) {
        return Ok(None);
    }
    let seen = || {
        let store = office::store(desk)?;
        let book = close::book_of_month(desk, &store, laid.book, Some(args.month), book_after)?;
        let earlier = if args.only.is_empty() { close::earlier(&store, &book, args.month)? } else { Vec::new() };
        anyhow::Ok((book.seen_on(args.month.last()), earlier))
    };
    let (book, earlier) = seen().map_err(Stop::Saved)?;
    report(desk, args, (paths, &earlier), &book, || Ok(())).map(Some)
}

/// Makes the database once the lists are known to be sound, and checks them on another core meanwhile; gives what was
/// found, or nothing where the lists are refused.
fn first(desk: &Desk, args: &Build, mut task: TakeIn) -> Result<Option<Counts>> {
    let policy = match task.policy.take() {
        Some(policy) => policy,
        None => office::parse_policy(&office::policy_text("three-tier")?, "three-tier")?,
    };
    files::probe(&desk.db)?;
    let (paths, logged) = (task.paths, (task.command, task.how.day));
    let laid = lay_new(desk, &policy, task)?;
    if !is_sound(desk, &laid) {
        return Ok(None);
    }
    let (db, book) = (desk.db.as_path(), laid.book.as_seen_on(args.month.last()));
    std::thread::scope(|scope| {
        let saving = scope.spawn(|| save_new(db, &laid, logged));
        let saved = || saving.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        report(desk, args, (paths, &[]), &book, saved).map(Some)
    })
}

/// Shows what was found in the lists; whether they are taken.
fn is_sound(desk: &Desk, laid: &Laid) -> bool {
    findings::print(desk, &laid.book.policy, &laid.findings);
    let is_refused = has_error(&laid.findings);
    if is_refused {
        findings::print_counts(desk, Counts::of(&laid.findings));
        desk.note(Label::Error, &say!(desk.words, "import-refused"));
    }
    !is_refused
}

/// Checks a book, waits until it is `saved`, and writes the documents; gives what was found.
fn report(
    desk: &Desk,
    args: &Build,
    (inputs, earlier): (&[PathBuf], &[Point]),
    book: &Book,
    saved: impl FnOnce() -> Result<()>,
) -> Result<Counts> {
    let snapshot = Snapshot::new(book, args.month.last());
    let by = if is_wanted(args, Made::Roster) { book.policy.roster_level() } else { None };
    let documents = Documents::new(&snapshot, Some(args.month), by, None);
    let found = check::first(&snapshot, &documents.seats, findings::MOST_SHOWN);
    saved()?;
    write(desk, args, (inputs, earlier), &documents, &found).map_err(Stop::Saved)?;
    Ok(found.counts)
}

/// Whether documents of a kind are to be made.
fn is_wanted(args: &Build, kind: Made) -> bool {
    args.only.is_empty() || args.only.contains(&kind)
}

fn kind_of(what: What) -> Made {
    match what {
        What::Roster(_) => Made::Roster,
        What::Gaps => Made::Gaps,
        What::Coverage => Made::Coverage,
        What::Load => Made::Load,
        What::Summary => Made::Summary,
        What::Changes | What::DecisionText => Made::Changes,
    }
}

/// The folder's own policy, if it has one.
fn policy_of(dir: &Path) -> Result<Option<Policy>> {
    let path = dir.join("policy.toml");
    if !path.is_file() {
        return Ok(None);
    }
    let text = office::policy_text(&path.to_string_lossy())?;
    office::parse_policy(&text, "policy.toml").map(Some)
}

/// Writes the documents, then says in numbers what they show.
fn write(
    desk: &Desk,
    args: &Build,
    (inputs, earlier): (&[PathBuf], &[Point]),
    documents: &Documents,
    found: &First,
) -> Result<()> {
    let policy = documents.snapshot.policy();
    let words = Catalogue::new(policy.lang);
    let paper = office::document_paper(desk, &words, policy, args.profile);
    let look =
        Look { excel: args.csv.excel, delimiter: args.csv.delimiter, month: Some(args.month), ..Look::default() };
    let formats = args.no_xlsx.then(|| vec![Format::Csv]);
    let has_index = args.only.is_empty();
    let writing = documents::Writing { folder: &args.out, look, formats, inputs, has_index, earlier };
    let mut wanted = documents.lists();
    if is_wanted(args, Made::Roster) {
        wanted.extend(documents.rosters());
    }
    wanted.retain(|document| is_wanted(args, kind_of(document.what)));
    let written = write_all(desk, &writing, documents, &paper, &wanted);
    findings::print_first(desk, policy, found);
    let screen = office::screen_paper(desk, policy, None);
    let table = duties(documents.snapshot, &screen, &documents.seats.totals);
    desk.print(&render(&table, Format::Table, &desk.screen())?)?;
    findings::print_counts(desk, found.counts);
    let (count, month) = (written?, written::month(args.month, desk.words.lang));
    let line = say!(desk.words, "build-done", count = count, month = month, path = shown(&args.out));
    desk.note(Label::Note, &line);
    Ok(())
}
