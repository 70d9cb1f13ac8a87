//! One change by hand: worked out, shown with what it leaves open, agreed to, saved whole or not at all.

use std::collections::HashSet;
use std::io::{BufRead, IsTerminal, Write};

use anyhow::Result;
use clap::Args as Group;

use super::close::tell_touched;
use super::desk::{Desk, Label, shown};
use super::exit::Exit;
use super::progress::go_on;
use super::stop::Stop;
use super::{findings, office};
use crate::amend::{Amended, Grounds};
use crate::check;
use crate::model::Text;
use crate::model::book::Book;
use crate::model::change::Change;
use crate::model::day::Day;
use crate::model::finding::{Counts, Finding, has_error};
use crate::model::lang::Lang;
use crate::model::seats::Seats;
use crate::model::snapshot::Snapshot;
use crate::render::terminal::wrapped;
use crate::report::differences::differences;
use crate::say;
use crate::store::log::{Entry, counts};
use crate::store::{Store, Writing};
use crate::text::catalogue::Catalogue;
use crate::text::clean::clean;

/// The most rows that are shown one by one.
const MOST_SHOWN: usize = 40;

/// What every change by hand may be told.
#[derive(Clone, Debug, Group)]
pub struct Hand {
    #[arg(long, value_name = "DECISION", default_value = "")]
    pub decision: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub reason: String,
    #[arg(short = 'n', long)]
    pub dry_run: bool,
}

impl Hand {
    /// Why, and by which decision, as a note says it in the language of the documents.
    pub fn note(&self, lang: Lang) -> Text {
        let words = Catalogue::new(lang);
        let by = (!self.decision.is_empty()).then(|| say!(words, "note-decision", decision = self.decision.clone()));
        let parts = [self.reason.as_str(), by.as_deref().unwrap_or_default()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ").into()
    }

    /// On what the change stands.
    pub fn grounds(&self) -> Grounds {
        Grounds { decision_no: self.decision.as_str().into(), reason: self.reason.as_str().into() }
    }
}

/// A change to be made.
pub struct Task<'t> {
    /// The command.
    pub command: &'static str,
    /// What it is about, for the log.
    pub about: String,
    /// The day from which it counts.
    pub day: Day,
    /// Whether nothing is to be saved.
    pub is_rehearsal: bool,
    /// Works out the change.
    pub amend: &'t dyn Fn(Book) -> Result<Amended>,
}

/// Makes a change in the database in which the arguments were looked up; `before` is what was known then.
///
/// # Errors
/// When nothing could be saved.
pub fn make(desk: &Desk, mut store: Store, before: &Book, task: &Task) -> Result<Exit> {
    let amended = (task.amend)(before.clone())?;
    findings::print(desk, &amended.book.policy, &amended.findings);
    if has_error(&amended.findings) {
        findings::print_counts(desk, Counts::of(&amended.findings));
        desk.note(Label::Error, &say!(desk.words, "amend-refused"));
        return Ok(Exit::Refused);
    }
    if amended.change.is_empty() {
        desk.note(Label::Note, &say!(desk.words, "import-nothing-new", path = shown(&desk.db)));
        return Ok(Exit::Clean);
    }
    show(desk, &amended.book, &amended.change, task.day);
    show_open(desk, before, &amended.book, task.day);
    tell_touched(desk, &store, &amended.book, &amended.change)?;
    if task.is_rehearsal {
        desk.note(Label::Note, &say!(desk.words, "amend-dry-run"));
        return Ok(Exit::Clean);
    }
    if !confirm(desk)? {
        return Ok(Exit::Interrupted);
    }
    let writing = store.write()?;
    let Some(again) = still(&writing, &amended, task.amend)? else {
        return Err(Stop::ChangedMeanwhile(desk.db.clone()).into());
    };
    writing.save(&again.book, &again.change)?;
    go_on()?;
    let number = writing.number();
    writing.commit(&entry(task.command, task.day, task.about.clone(), &again.change))?;
    let line = say!(desk.words, "amend-saved", change = number.to_string(), path = shown(&desk.db));
    desk.note(Label::Note, &line);
    Ok(Exit::Clean)
}

/// A change worked out once more, of what is there once nobody else can save; nothing where it is another one by now, or
/// the policy is.
fn still(writing: &Writing, shown: &Amended, amend: &dyn Fn(Book) -> Result<Amended>) -> Result<Option<Amended>> {
    let policy = &shown.book.policy;
    if writing.policy_text()? != policy.source {
        return Ok(None);
    }
    let again = amend(writing.book(policy.clone())?)?;
    Ok((again.change == shown.change).then_some(again))
}

/// What a change is logged with.
pub fn entry(command: &'static str, day: Day, about: String, change: &Change) -> Entry {
    Entry {
        command,
        about,
        undoes: None,
        as_of: day,
        user: whoami::username().unwrap_or_default(),
        machine: whoami::hostname().unwrap_or_default(),
        files: Vec::new(),
        counts: counts(change),
    }
}

/// Shows on stderr which rows a change makes, edits and takes out.
pub fn show(desk: &Desk, book: &Book, change: &Change, day: Day) {
    let paper = office::screen_paper(desk, &book.policy, None);
    let snapshot = Snapshot::new(book, day);
    let told = differences(&snapshot, change, &paper);
    for difference in told.iter().take(MOST_SHOWN) {
        let line = difference.line(&paper);
        desk.note(Label::Note, &wrapped(&clean(&line), "", "    ", &desk.errors()));
    }
    if told.len() > MOST_SHOWN {
        desk.note(Label::Note, &say!(desk.words, "more-differences", count = told.len() - MOST_SHOWN));
    }
}

/// Shows on stderr what is open after a change that was not before.
pub fn show_open(desk: &Desk, before: &Book, after: &Book, day: Day) {
    let found = |book: &Book| {
        let book = book.clone().seen_on(day);
        let snapshot = Snapshot::new(&book, day);
        check::run(&snapshot, &Seats::of(&snapshot), |_| true)
    };
    let key = |finding: &Finding| (finding.check, finding.unit.clone(), finding.cadre.clone(), finding.duty.clone());
    let known: HashSet<_> = found(before).iter().map(key).collect();
    let new: Vec<Finding> = found(after).into_iter().filter(|finding| !known.contains(&key(finding))).collect();
    if !new.is_empty() {
        desk.note(Label::Note, &say!(desk.words, "amend-leaves-open", count = new.len()));
        findings::print(desk, &after.policy, &new);
    }
}

/// Asks whether to save. With `--yes` nobody is asked; where nobody can be asked, nothing is saved.
///
/// # Errors
/// [`Stop::NeedsYes`].
pub fn confirm(desk: &Desk) -> Result<bool> {
    if desk.is_agreed {
        return Ok(true);
    }
    if desk.is_alone || !std::io::stdin().is_terminal() {
        return Err(Stop::NeedsYes.into());
    }
    let mut errors = std::io::stderr();
    let _ = write!(errors, "{} ", say!(desk.words, "amend-ask"));
    let _ = errors.flush();
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    let agrees = ["c", "co", "có", "y", "yes"].contains(&answer.trim().to_lowercase().as_str());
    if !agrees {
        desk.note(Label::Note, &say!(desk.words, "amend-not-saved"));
    }
    Ok(agrees)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::policy::Policy;

    #[test]
    fn a_change_that_was_agreed_to_under_another_policy_is_not_saved() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.db");
        let policy = |source: &str| Policy { source: source.to_owned(), ..Policy::default() };
        Store::create(&path, &policy("one"), |_| Ok(())).expect("a database");
        let mut store = Store::open(&path).expect("a database");
        let amend = |book| Ok(Amended { book, change: Change::default(), findings: Vec::new() });
        let shown = amend(store.book(policy("one")).expect("a book")).expect("a change");
        let writing = store.write().expect("a writing");
        assert!(still(&writing, &shown, &amend).expect("read").is_some());
        writing.save_policy(&policy("two")).expect("room");
        writing
            .commit(&entry("build", jiff::civil::date(2022, 5, 31), String::new(), &Change::default()))
            .expect("room");
        let writing = store.write().expect("a writing");
        assert!(still(&writing, &shown, &amend).expect("read").is_none());
    }
}
