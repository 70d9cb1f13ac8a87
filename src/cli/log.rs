//! `log`: every change: when, who, which command, from which files; of one change, every row before and after.

use anyhow::Result;
use clap::Args as Group;

use super::args::Output;
use super::desk::{Desk, Label, today};
use super::exit::Exit;
use super::office;
use crate::model::book::Book;
use crate::model::change::Change;
use crate::model::compare::compare;
use crate::model::policy::Profile;
use crate::model::snapshot::Snapshot;
use crate::report::differences::{self, differences};
use crate::report::log;
use crate::say;
use crate::store::Store;
use crate::store::failure::Failure;
use crate::store::log::Logged;
use crate::text::clean::clean;

#[derive(Debug, Group)]
pub struct Log {
    #[arg(value_name = "CHANGE")]
    pub change: Option<i64>,
    #[command(flatten)]
    pub output: Output,
}

/// Runs it.
pub fn run(desk: &mut Desk, args: &Log) -> Result<Exit> {
    let (store, book) = office::open(desk)?;
    let paper = office::screen_paper(desk, &book.policy, Some(Profile::Full));
    let changes = store.changes()?;
    let table = match args.change {
        None => log::log(&book.policy, &paper, &lines(&changes)),
        Some(number) => {
            let logged = changes.iter().find(|logged| logged.id == number);
            let logged = logged.ok_or_else(|| Failure::NoChange { path: store.path().to_owned(), change: number })?;
            tell(desk, logged);
            let (book, change) = rows_of(&store, logged)?;
            let snapshot = Snapshot::new(&book, day_of(logged));
            differences::table(&book.policy, &paper, &differences(&snapshot, &change, &paper))
        }
    };
    desk.deliver(&table, &args.output, &desk.look(&args.output))?;
    Ok(Exit::Clean)
}

/// The day that a change was made for.
pub fn day_of(logged: &Logged) -> crate::model::day::Day {
    logged.as_of.parse().unwrap_or_else(|_| today())
}

/// The changes as the report has them.
pub fn lines(changes: &[Logged]) -> Vec<log::Line> {
    let line = |change: &Logged| log::Line {
        id: change.id,
        at: change.at.clone(),
        command: change.command.clone(),
        who: format!("{}@{}", change.user, change.machine),
        about: change.about.clone(),
        undoes: change.undoes,
        files: log::names(change.files.iter().map(|file| file.name.as_str())),
        rows: change.rows,
    };
    changes.iter().map(line).collect()
}

/// Every row before and after a change.
///
/// # Errors
/// [`Failure::ChangeTooOld`] when the rows of before are not kept.
pub fn rows_of(store: &Store, logged: &Logged) -> Result<(Book, Change)> {
    if !logged.keeps_rows {
        return Err(Failure::ChangeTooOld(logged.id).into());
    }
    Ok(compare(whole_after(store, logged.id - 1)?, whole_after(store, logged.id)?))
}

/// Everything but attendance and feedback as it was after a change.
///
/// # Errors
/// When it cannot be read.
pub fn book_after(store: &Store, change: i64) -> Result<Book> {
    let policy = office::parse_policy(&store.policy_text_after(change)?, "policy")?;
    store.book_after(change, policy)
}

/// Everything as it was after a change.
///
/// # Errors
/// When it cannot be read.
pub fn whole_after(store: &Store, change: i64) -> Result<Book> {
    let policy = office::parse_policy(&store.policy_text_after(change)?, "policy")?;
    store.whole_after(change, policy)
}

/// Says on stderr what is known of a change beside its rows.
fn tell(desk: &Desk, logged: &Logged) {
    let words = &desk.words;
    let who = format!("{}@{}", logged.user, logged.machine);
    let line = say!(
        words,
        "log-change",
        change = logged.id.to_string(),
        at = logged.at.clone(),
        command = logged.command.clone(),
        who = clean(&who).into_owned()
    );
    desk.note(Label::Note, &line);
    if !logged.about.is_empty() {
        desk.note(Label::Note, &format!("  {}", clean(&logged.about)));
    }
    if let Some(undone) = logged.undoes {
        desk.note(Label::Note, &format!("  {}", say!(words, "log-undoes", change = undone.to_string())));
    }
    for file in &logged.files {
        let (name, size) = (clean(&file.name).into_owned(), file.size.to_string());
        let line = say!(words, "log-file", name = name, size = size, sha256 = file.sha256.clone());
        desk.note(Label::Note, &format!("  {line}"));
    }
}
