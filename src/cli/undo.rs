//! `undo`: takes a change back, the last one or the one of a number; the rows are again as they were.

use anyhow::Result;
use clap::Args as Group;

use super::amending::{self, confirm, entry};
use super::close::tell_touched;
use super::desk::{Desk, Label, shown};
use super::exit::Exit;
use super::log::day_of;
use super::office;
use crate::model::book::Book;
use crate::model::change::Change;
use crate::model::compare::compare;
use crate::say;
use crate::store::log::last_standing;
use crate::store::{Store, Writing};
use crate::text::clean::clean;

#[derive(Debug, Group)]
pub struct Undo {
    #[arg(value_name = "CHANGE")]
    pub change: Option<i64>,
    #[arg(short = 'n', long)]
    pub dry_run: bool,
}

/// Runs it.
pub fn run(desk: &mut Desk, args: &Undo) -> Result<Exit> {
    let mut store = office::store(desk)?;
    let changes = store.changes()?;
    let Some(number) = args.change.or_else(|| last_standing(&changes)) else {
        desk.note(Label::Note, &say!(desk.words, "undo-nothing"));
        return Ok(Exit::Clean);
    };
    let (book, change) = rehearsed(&mut store, number)?;
    let logged = changes.iter().find(|logged| logged.id == number);
    let day = logged.map(day_of).unwrap_or_else(super::desk::today);
    if let Some(logged) = logged {
        let about = match logged.undoes {
            Some(undone) => say!(desk.words, "log-undoes", change = undone.to_string()),
            None => [logged.command.as_str(), &clean(&logged.about)].join(" "),
        };
        desk.note(Label::Note, &say!(desk.words, "undo-what", change = number.to_string(), about = about));
    }
    amending::show(desk, &book, &change, day);
    tell_touched(desk, &store, &book, &change)?;
    if args.dry_run {
        desk.note(Label::Note, &say!(desk.words, "amend-dry-run"));
        return Ok(Exit::Clean);
    }
    if !confirm(desk)? {
        return Ok(Exit::Interrupted);
    }
    let writing = store.write()?;
    writing.undo(number)?;
    let made = writing.number();
    let mut entry = entry("undo", day, String::new(), &change);
    entry.undoes = Some(number);
    writing.commit(&entry)?;
    let (change, made) = (number.to_string(), made.to_string());
    let line = say!(desk.words, "undo-done", change = change, made = made, path = shown(&desk.db));
    desk.note(Label::Note, &line);
    Ok(Exit::Clean)
}

/// What an undo will do; nothing is saved.
fn rehearsed(store: &mut Store, number: i64) -> Result<(Book, Change)> {
    let writing = store.write()?;
    let before = book_of(&writing)?;
    writing.undo(number)?;
    let after = book_of(&writing)?;
    Ok(compare(before, after))
}

fn book_of(writing: &Writing) -> Result<Book> {
    writing.whole(office::parse_policy(&writing.policy_text()?, "policy")?)
}
