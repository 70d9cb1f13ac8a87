//! `import`: lists in, the difference shown, all or nothing saved.

use std::path::PathBuf;

use anyhow::Result;
use serde::Serialize;

use super::args::Import;
use super::desk::{Desk, Label, format_of, shown, today};
use super::exit::Exit;
use super::intake::{Laid, TakeIn, rehearse, take_in};
use super::sources::paths;
use super::stop::Stop;
use super::{answers, close, files, findings, office, refused};
use crate::merge::How;
use crate::model::finding::{Counts, has_error};
use crate::model::snapshot::Snapshot;
use crate::render::terminal::wrapped;
use crate::render::{Format, json};
use crate::report::differences;
use crate::report::verdict::{Found, found};
use crate::say;
use crate::store::log::{Count, counts};
use crate::text::clean::clean;

/// Runs it.
pub fn run(desk: &mut Desk, args: &Import) -> Result<Exit> {
    desk.format(&args.output)?;
    args.errors.as_deref().map(|path| format_of(path, &["xlsx", "csv"])).transpose()?;
    args.answers.as_deref().map(|path| format_of(path, &["csv"])).transpose()?;
    let mut store = office::store(desk)?;
    let paths = paths(&args.files)?;
    if let Some(path) = &args.answers {
        files::refuse(path, paths.iter().chain([&desk.db]).map(PathBuf::as_path))?;
    }
    for path in args.errors.as_deref().into_iter().chain(args.output.file()) {
        files::refuse(path, paths.iter().chain([&desk.db]).map(PathBuf::as_path))?;
        files::probe(path)?;
    }
    let how = How { mode: args.mode, day: args.as_of.unwrap_or_else(today), today: today(), max_end: args.max_end };
    let wishes = args.reading.wishes(args.kind);
    let answers = answers::given(args.answers.as_deref())?;
    let stored = store.policy_text()?;
    let policy = office::remembering(&stored, &wishes, &answers)?;
    let (paths, wishes, known) = (&paths[..], &wishes, Some(stored));
    let task = TakeIn { paths, wishes, how, policy, known, answers, is_whole: false, command: "import" };
    let laid = if args.dry_run { rehearse(desk, &store, task)? } else { take_in(desk, &mut store, task)? };
    let is_refused = has_error(&laid.findings);
    let told = if is_refused { Ok(()) } else { close::tell_touched(desk, &store, &laid.book, &laid.change) };
    let reported = told.and_then(|()| report(desk, args, &laid, paths, !is_refused && !args.dry_run));
    if !is_refused && !args.dry_run {
        reported.map_err(Stop::Saved)?;
    } else {
        reported?;
    }
    Ok(if is_refused { Exit::Refused } else { Exit::Clean })
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
    let format = desk.format(&args.output)?;
    if format == Format::Json {
        let findings = laid.findings.iter().map(|finding| found(policy, &paper, finding)).collect();
        let imported = Imported { kinds: counts.iter().map(counted).collect(), findings, saved: is_saved };
        desk.deliver_bytes(&json::document(&imported)?, &args.output)?;
    } else if !has_error(&laid.findings) {
        let counted = counts
            .iter()
            .map(|count| (count.list, [count.rows, count.added, count.changed, count.ended, count.unchanged]));
        let table = differences::counts(policy, &paper, format != Format::Csv, counted);
        desk.deliver(&table, &args.output, &desk.look(&args.output))?;
        show_differences(desk, args, laid);
    }
    if let Some(path) = &args.errors {
        refused::write(desk, path, &args.reading.wishes(args.kind), paths, laid)?;
    }
    if let Some(path) = &args.answers
        && !laid.questions.is_empty()
    {
        answers::write(desk, path, policy, &laid.questions)?;
    }
    let (label, key) = match (has_error(&laid.findings), is_saved, laid.change.is_empty()) {
        (true, ..) => (Label::Error, "import-refused"),
        (_, _, true) => (Label::Note, "import-nothing-new"),
        (_, true, _) => (Label::Note, "import-saved"),
        (_, false, _) => (Label::Note, "import-dry-run"),
    };
    findings::print_counts(desk, Counts::of(&laid.findings));
    desk.note(label, &desk.words.say(key, &[("path", shown(&desk.db).into())]));
    Ok(())
}

/// Cell by cell, on stderr: the first differences of rows that were there before.
fn show_differences(desk: &Desk, args: &Import, laid: &Laid) {
    const MOST: usize = 30;
    let count = differences::count(&laid.book, &laid.change);
    if count == 0 || desk.is_quiet() {
        return;
    }
    let paper = office::screen_paper(desk, &laid.book.policy, None);
    let snapshot = Snapshot::new(&laid.book, args.as_of.unwrap_or_else(today));
    for line in differences::lines(&snapshot, &laid.change, &paper, MOST) {
        desk.note(Label::Note, &wrapped(&clean(&line), "", "    ", &desk.errors()));
    }
    if count > MOST {
        desk.note(Label::Note, &say!(desk.words, "more-differences", count = count - MOST));
    }
}
