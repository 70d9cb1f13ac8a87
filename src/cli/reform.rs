//! `reform`: units merged, split, renamed, moved by a table, and everything that hangs on them with it.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args as Group;

use super::amending::{confirm, entry};
use super::args::Output;
use super::close::tell_touched;
use super::desk::{Desk, Label, format_of, shown};
use super::exit::Exit;
use super::progress::go_on;
use super::stop::Stop;
use super::values::civil_day;
use super::{files, findings, office};
use crate::amend::reform::{Reformed, reform};
use crate::model::day::Day;
use crate::model::finding::{Counts, Finding, has_error};
use crate::model::policy::{Policy, Profile};
use crate::model::reform::Reform as Wish;
use crate::model::snapshot::Snapshot;
use crate::read;
use crate::read::source::File;
use crate::render::terminal::wrapped;
use crate::render::{Look, render};
use crate::report::reform as report;
use crate::say;
use crate::store::Store;
use crate::store::log::SourceFile;
use crate::text::clean::clean;

/// The most seats of a kind, and the most people, that are named one by one.
const MOST_SHOWN: usize = 12;

#[derive(Debug, Group)]
pub struct Reform {
    #[arg(value_name = "FILE")]
    pub table: PathBuf,
    #[arg(long, value_name = "DAY", value_parser = civil_day)]
    pub on: Day,
    #[arg(long, value_name = "DECISION", default_value = "")]
    pub decision: String,
    #[arg(long, value_name = "FILE")]
    pub review: Option<PathBuf>,
    #[arg(long, value_name = "POLICY")]
    pub policy: Option<String>,
    #[arg(short = 'n', long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub output: Output,
}

/// What was read.
struct Intake {
    wish: Wish,
    findings: Vec<Finding>,
    files: Vec<SourceFile>,
    /// Whether the list of what is to be decided may be written: nothing is there, or such a list.
    may_write: bool,
}

/// Runs it.
pub fn run(desk: &mut Desk, args: &Reform) -> Result<Exit> {
    desk.format(&args.output)?;
    let inputs = [desk.db.as_path(), args.table.as_path()];
    for path in args.review.as_deref().into_iter().chain(args.output.file()) {
        files::refuse(path, inputs)?;
    }
    args.review.as_deref().map(|path| format_of(path, &["csv", "xlsx"])).transpose()?;
    let is_asked_only = args.review.as_deref().is_some_and(|path| !path.exists());
    let mut store = office::store(desk)?;
    let text = store.policy_text()?;
    let before = office::parse_policy(&text, "policy")?;
    let policy = args.policy.as_deref().map(|name| office::succeeding(&before, name, args.on)).transpose()?;
    let intake = intake(args)?;
    let mut found = intake.findings;
    if intake.wish.rows.is_empty() {
        return Ok(refused(desk, &before, &found));
    }
    let book = store.book(before.clone())?;
    let reformed = reform(book, &intake.wish, policy.clone());
    found.extend(reformed.amended.findings.iter().cloned());
    let now = &reformed.amended.book.policy;
    let write_review = || match args.review.as_deref() {
        // What is obeyed and saved is not written over.
        Some(path) if intake.may_write && (!path.exists() || args.dry_run || has_error(&found)) => {
            write_review(desk, path, &reformed, args.on)
        }
        _ => Ok(()),
    };
    if has_error(&found) {
        let exit = refused(desk, now, &found);
        write_review()?;
        return Ok(exit);
    }
    findings::print(desk, now, &found);
    show(desk, args, &reformed)?;
    tell_touched(desk, &store, &reformed.amended.book, &reformed.amended.change)?;
    write_review()?;
    if args.dry_run || is_asked_only {
        desk.note(Label::Note, &say!(desk.words, "amend-dry-run"));
        return Ok(Exit::Clean);
    }
    if reformed.amended.change.is_empty() && policy.is_none() {
        desk.note(Label::Note, &say!(desk.words, "import-nothing-new", path = shown(&desk.db)));
        return Ok(Exit::Clean);
    }
    if !confirm(desk)? {
        return Ok(Exit::Interrupted);
    }
    let task = Task { wish: &intake.wish, files: &intake.files, policy: policy.as_ref(), before: &before, text: &text };
    save(desk, &mut store, args, &task, &reformed)
}

/// The table, and what was decided on it already.
fn intake(args: &Reform) -> Result<Intake> {
    let file = File::read(&args.table)?;
    let (rows, mut findings) = read::reform::table(&file);
    let mut files = vec![source(&file)];
    let (mut decided, mut may_write) = (Vec::new(), true);
    if let Some(path) = args.review.as_deref().filter(|path| path.exists()) {
        let file = File::read(path)?;
        let (read, found) = read::reform::decided(&file);
        files.push(source(&file));
        may_write = !has_error(&found);
        findings.extend(found);
        decided = read;
    }
    let decision_no = args.decision.as_str().into();
    Ok(Intake { wish: Wish { rows, day: args.on, decision_no, decided }, findings, files, may_write })
}

fn source(file: &File) -> SourceFile {
    SourceFile { name: file.name.to_string(), size: file.size, sha256: file.fingerprint() }
}

fn refused(desk: &Desk, policy: &Policy, found: &[Finding]) -> Exit {
    findings::print(desk, policy, found);
    findings::print_counts(desk, Counts::of(found));
    desk.note(Label::Error, &say!(desk.words, "amend-refused"));
    Exit::Refused
}

/// What happened to each unit on stdout; what that comes to on stderr.
fn show(desk: &Desk, args: &Reform, reformed: &Reformed) -> Result<()> {
    let book = reformed.amended.book.clone().seen_on(args.on);
    let snapshot = Snapshot::new(&book, args.on);
    let paper = office::screen_paper(desk, &book.policy, None);
    let table = report::told(&snapshot, &paper, &reformed.outcome.told);
    desk.deliver(&table, &args.output, &desk.look(&args.output))?;
    for line in report::lines(&snapshot, &paper, &reformed.outcome, MOST_SHOWN) {
        desk.note(Label::Note, &wrapped(&clean(&line), "", "    ", &desk.errors()));
    }
    Ok(())
}

/// Writes what is to be decided, with what was decided already; nothing where that is all there is.
fn write_review(desk: &Desk, path: &Path, reformed: &Reformed, day: Day) -> Result<()> {
    let asked = &reformed.outcome.asked;
    let open = asked.iter().filter(|asked| asked.decided.is_none()).count();
    if asked.is_empty() || (path.exists() && open == 0) {
        return Ok(());
    }
    let book = &reformed.amended.book;
    let snapshot = Snapshot::new(book, day);
    let paper = office::screen_paper(desk, snapshot.policy(), Some(Profile::Full));
    let table = report::asked(&snapshot, &paper, asked);
    let format = format_of(path, &["csv", "xlsx"])?;
    files::write(path, &render(&table, format, &Look { excel: true, ..Look::default() })?)?;
    desk.note(Label::Note, &say!(desk.words, "review-written", path = shown(path), count = open));
    Ok(())
}

/// What is saved.
struct Task<'t> {
    wish: &'t Wish,
    files: &'t [SourceFile],
    policy: Option<&'t Policy>,
    before: &'t Policy,
    text: &'t str,
}

/// Works the reform out again on what is there now, and saves it.
fn save(desk: &Desk, store: &mut Store, args: &Reform, task: &Task, shown_before: &Reformed) -> Result<Exit> {
    let writing = store.write()?;
    if writing.policy_text()? != task.text {
        return Err(Stop::ChangedMeanwhile(desk.db.clone()).into());
    }
    let again = reform(writing.book(task.before.clone())?, task.wish, task.policy.cloned()).amended;
    if again.change != shown_before.amended.change {
        return Err(Stop::ChangedMeanwhile(desk.db.clone()).into());
    }
    if let Some(policy) = task.policy {
        writing.save_policy(policy)?;
    }
    writing.save(&again.book, &again.change)?;
    go_on()?;
    let number = writing.number();
    let mut entry = entry("reform", args.on, args.decision.clone(), &again.change);
    entry.files = task.files.to_vec();
    writing.commit(&entry)?;
    let line = say!(desk.words, "amend-saved", change = number.to_string(), path = shown(&desk.db));
    desk.note(Label::Note, &line);
    Ok(Exit::Clean)
}
