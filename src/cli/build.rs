//! `build`: the main job in one go: lists in, checked, all documents of the month out.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::args::{Build, Made};
use super::check::exit_of;
use super::desk::{Desk, Label, shown, today};
use super::documents::{self, write_all};
use super::exit::Exit;
use super::intake::{Laid, TakeIn, found, paths, take_in};
use super::log::book_after;
use super::stop::Stop;
use super::{close, files, findings, office};
use crate::check;
use crate::merge::How;
use crate::model::book::Book;
use crate::model::finding::{Finding, has_error};
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
    let laid = intake(desk, args, policy, &paths)?;
    findings::print(desk, &laid.book.policy, &laid.findings);
    if has_error(&laid.findings) {
        findings::print_counts(desk, &laid.findings);
        desk.note(Label::Error, &say!(desk.words, "import-refused"));
        return Ok(Exit::Refused);
    }
    let found = report(desk, args, &paths, laid.book).map_err(Stop::Saved)?;
    Ok(exit_of(&found, args.fail_on))
}

/// Checks what is saved now and writes the documents; gives what was found.
fn report(desk: &Desk, args: &Build, inputs: &[PathBuf], book: Book) -> Result<Vec<Finding>> {
    let store = office::store(desk)?;
    let book = close::book_of_month(desk, &store, book, Some(args.month), book_after)?;
    let earlier = if args.only.is_empty() { close::earlier(&store, &book, args.month)? } else { Vec::new() };
    let book = book.seen_on(args.month.last());
    let snapshot = Snapshot::new(&book, args.month.last());
    let by = if is_wanted(args, Made::Roster) { book.policy.roster_level() } else { None };
    let documents = Documents::new(&snapshot, Some(args.month), by, None);
    let findings = check::run(&snapshot, &documents.coverage, |_| true);
    write(desk, args, (inputs, &earlier), &documents, &findings)?;
    Ok(findings)
}

/// Whether documents of a kind are to be made.
fn is_wanted(args: &Build, kind: Made) -> bool {
    args.only.is_empty() || args.only.contains(&kind)
}

fn made(what: What) -> Made {
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

/// Brings the database up to the lists; makes it only once the lists are known to be sound.
fn intake(desk: &Desk, args: &Build, policy: Option<Policy>, paths: &[PathBuf]) -> Result<Laid> {
    let how = How { mode: args.mode, day: args.month.last(), today: today(), max_end: args.max_end };
    let (wishes, answers) = (&args.reading.wishes(None), HashMap::new());
    if Store::is_there(&desk.db) {
        let mut store = office::store(desk)?;
        return take_in(
            desk,
            &mut store,
            TakeIn { paths, wishes, how, policy, answers, is_whole: true, command: "build" },
        );
    }
    let policy = match policy {
        Some(policy) => policy,
        None => office::parse_policy(&office::policy_text("three-tier")?, "three-tier")?,
    };
    files::probe(&desk.db)?;
    found(
        desk,
        &desk.db,
        policy,
        TakeIn { paths, wishes, how, policy: None, answers, is_whole: true, command: "build" },
    )
}

/// Writes the documents, then says in numbers what they show.
fn write(
    desk: &Desk,
    args: &Build,
    (inputs, earlier): (&[PathBuf], &[Point]),
    documents: &Documents,
    found: &[Finding],
) -> Result<()> {
    let policy = documents.snapshot.policy();
    let words = Catalogue::new(policy.lang);
    let paper = office::document_paper(desk, &words, policy, args.profile);
    let look =
        Look { excel: args.csv.excel, delimiter: args.csv.delimiter, month: Some(args.month), ..Look::default() };
    let formats = args.no_xlsx.then(|| vec![Format::Csv]);
    let has_index = args.only.is_empty();
    let writing = documents::Writing { folder: &args.out, look, formats, inputs, has_index, earlier };
    let mut wanted = documents.all();
    wanted.retain(|document| is_wanted(args, made(document.what)));
    let written = write_all(desk, &writing, documents, &paper, &wanted);
    findings::print(desk, policy, found);
    let screen = office::screen_paper(desk, policy, None);
    let table = duties(documents.snapshot, &screen, &documents.totals);
    desk.print(&render(&table, Format::Table, &desk.screen())?)?;
    findings::print_counts(desk, found);
    let (count, month) = (written?, written::month(args.month, desk.words.lang));
    let line = say!(desk.words, "build-done", count = count, month = month, path = shown(&args.out));
    desk.note(Label::Note, &line);
    Ok(())
}
