//! How a run that failed is explained, and with which code it ends.

use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Error, Result};

use super::desk::{Desk, Label, shown};
use super::exit::Exit;
use super::stop::Stop;
use crate::model::day::Day;
use crate::model::lang::Words;
use crate::model::policy::Policy;
use crate::render::TooLarge;
use crate::say;
use crate::store::failure::Failure;
use crate::store::place::is_locked;
use crate::text::catalogue::{Catalogue, Value};
use crate::text::clean::clean;
use crate::text::written;

/// Explains the end of a run on stderr and gives its code.
pub fn close(desk: &mut Desk, result: Result<Exit>) -> Exit {
    let err = match result {
        Ok(exit) => return exit,
        Err(err) => err,
    };
    let (sentence, hint, exit) = explain(desk, &err);
    desk.note(Label::Error, &sentence);
    if !hint.is_empty() {
        desk.note(Label::Hint, &hint);
    }
    exit
}

fn explain(desk: &Desk, err: &Error) -> (String, String, Exit) {
    if let Some(stop) = err.downcast_ref::<Stop>() {
        return explain_stop(desk, stop);
    }
    if let Some(failure) = err.downcast_ref::<Failure>() {
        return explain_failure(desk, failure);
    }
    if let Some(failure) = Failure::below(err, &desk.db) {
        return explain_failure(desk, &failure);
    }
    if let Some(too_large) = err.downcast_ref::<TooLarge>() {
        return (words_of_size(desk, too_large), String::new(), Exit::Failed);
    }
    let io = err.chain().find_map(|cause| cause.downcast_ref::<std::io::Error>());
    let path = clean(&err.to_string()).into_owned();
    match io {
        Some(io) => {
            let (key, sentence) = (key_of(io), words_of(desk, io, &path));
            (sentence, hint_of(&desk.words, key, &[]), Exit::Failed)
        }
        None => {
            (say!(desk.words, "failed", why = clean(&format!("{err:#}")).into_owned()), String::new(), Exit::Failed)
        }
    }
}

fn explain_stop(desk: &Desk, stop: &Stop) -> (String, String, Exit) {
    let words = &desk.words;
    let said = |key: &str, values: &[(&str, Value)], exit| (words.say(key, values), hint_of(words, key, values), exit);
    let of_path = |key: &str, path: &Path, exit| said(key, &[("path", shown(path).into())], exit);
    match stop {
        Stop::Interrupted => said("stop-interrupted", &[], Exit::Interrupted),
        Stop::ChangedMeanwhile(path) => of_path("stop-changed-meanwhile", path, Exit::Failed),
        Stop::Stopped { written, total } => {
            said("stop-stopped", &[("written", (*written).into()), ("total", (*total).into())], Exit::Interrupted)
        }
        Stop::Saved(then) => saved(desk, then),
        Stop::TargetTaken(path) => of_path("stop-target-taken", path, Exit::Usage),
        Stop::TargetReadOnly(path) => of_path("stop-target-read-only", path, Exit::Failed),
        Stop::FolderOfLists(path) => of_path("stop-folder-of-lists", path, Exit::Usage),
        Stop::NoUse(option) => said("stop-no-use", &[("option", (*option).into())], Exit::Usage),
        Stop::OfMonth { key, month, change } => {
            let in_words = written::month(*month, words.lang);
            let values =
                [("month", in_words.into()), ("code", month.to_string().into()), ("change", change.to_string().into())];
            said(key, &values, Exit::Refused)
        }
        Stop::NoUseHere(option) => said("stop-no-use-here", &[("option", (*option).into())], Exit::Usage),
        Stop::Needs(option) => said("stop-needs", &[("option", (*option).into())], Exit::Usage),
        Stop::NoProposal { key, about } => said(key, &[("about", about.clone().into())], Exit::Refused),
        Stop::NeedsYes => said("stop-needs-yes", &[], Exit::Usage),
        Stop::Reversed { from, to } => said("stop-reversed", &days(words, *from, *to), Exit::Usage),
        Stop::NobodyNamed => said("stop-nobody-named", &[], Exit::Usage),
        Stop::NothingToReview(begins) => nothing_to_review(words, *begins),
        Stop::NoFolder => said("stop-no-folder", &[], Exit::Usage),
        Stop::EndingUnknown { path, endings } => said("stop-ending-unknown", &of_endings(path, endings), Exit::Usage),
        Stop::NoAnswers(path) => of_path("stop-no-answers", path, Exit::Usage),
        Stop::NothingToRead(path) => of_path("stop-nothing-to-read", path, Exit::Failed),
        Stop::Briefing { key, path } => of_path(key, path, Exit::Usage),
        Stop::NotWritten(count) => said("stop-not-written", &[("count", (*count).into())], Exit::Failed),
        Stop::Policy(findings) | Stop::Pairs(findings) => {
            super::findings::print(desk, &Policy::default(), findings);
            let key = if matches!(stop, Stop::Pairs(_)) { "stop-pairs" } else { "stop-policy" };
            said(key, &[], Exit::Refused)
        }
        Stop::Unknown { what, typed, nearest, valid } => {
            let key = format!("stop-unknown-{what}");
            let (sentence, advice, exit) = said(&key, &[("typed", clean(typed).into_owned().into())], Exit::Usage);
            (sentence, advice_on(words, nearest.as_deref(), valid, advice), exit)
        }
        Stop::Gone { typed, day, then, was, now } => {
            said("stop-gone", &super::find::of_other_days(words, [typed, was, now], [*day, *then]), Exit::Usage)
        }
        Stop::Ambiguous { typed, count, candidates } => {
            let list = listed(words, candidates, *count);
            let typed = clean(typed).into_owned();
            let values = [("typed", typed.into()), ("count", (*count).into()), ("list", list.into())];
            said("stop-ambiguous", &values, Exit::Usage)
        }
    }
}

/// A file whose ending tells nothing, and the endings that do.
fn of_endings(path: &Path, endings: &[&str]) -> [(&'static str, Value<'static>); 2] {
    let endings: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
    [("path", shown(path).into()), ("endings", endings.join(", ").into())]
}

/// What to type in the place of a name that means nothing: the nearest, those that mean something, and other advice.
fn advice_on(words: &Catalogue, nearest: Option<&str>, valid: &[(String, Words)], advice: String) -> String {
    let near = nearest.map(|near| say!(words, "did-you-mean", nearest = clean(near).into_owned()));
    let valid: Vec<String> =
        valid.iter().map(|(code, name)| format!("{code} ({})", name.in_lang(words.lang))).collect();
    let valid = (!valid.is_empty()).then(|| say!(words, "use-one-of", values = clean(&valid.join("; ")).into_owned()));
    let hints = near.into_iter().chain(valid).chain(Some(advice).filter(|hint| !hint.is_empty()));
    hints.collect::<Vec<_>>().join(" ")
}

/// What went wrong after the lists were saved.
fn saved(desk: &Desk, then: &Error) -> (String, String, Exit) {
    let (why, hint, exit) = explain(desk, then);
    (say!(desk.words, "stop-saved", path = shown(&desk.db), why = why), hint, exit)
}

/// Why there is nothing to review: no lists yet, or none of these days.
fn nothing_to_review(words: &Catalogue, begins: Option<Day>) -> (String, String, Exit) {
    let Some(begins) = begins else {
        let hint = hint_of(words, "stop-nothing-to-review", &[]);
        return (say!(words, "stop-nothing-to-review"), hint, Exit::Usage);
    };
    let day = [("day", written::day(begins, words.lang).into())];
    (words.say("stop-before-lists", &day), hint_of(words, "stop-before-lists", &day), Exit::Usage)
}

/// What a name could mean, a line each, and how much more there is.
fn listed(words: &Catalogue, candidates: &[String], count: usize) -> String {
    let mut list: Vec<String> = candidates.iter().map(|one| format!("\n  {}", clean(one))).collect();
    if count > candidates.len() {
        list.push(format!("\n  {}", say!(words, "more-candidates", count = count - candidates.len())));
    }
    list.concat()
}

/// The ends of a stretch of days, for a sentence.
fn days(words: &Catalogue, from: Day, to: Day) -> [(&'static str, Value<'static>); 2] {
    [("from", from), ("to", to)].map(|(end, day)| (end, written::day(day, words.lang).into()))
}

/// The advice that stands under a sentence, if any does.
fn hint_of(words: &Catalogue, key: &str, values: &[(&str, Value)]) -> String {
    words.find(&format!("{key}.hint"), values).unwrap_or_default()
}

fn explain_failure(desk: &Desk, failure: &Failure) -> (String, String, Exit) {
    let words = &desk.words;
    let list = |changes: &[i64]| changes.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
    let refused = |key: &str, change: i64, by: String| {
        let values = [("change", change.to_string().into()), ("by", by.into())];
        (words.say(key, &values), hint_of(words, key, &values), Exit::Refused)
    };
    let (key, path, detail) = match failure {
        Failure::NoChange { change, .. } => return refused("undo-no-change", *change, String::new()),
        Failure::ChangeTooOld(change) => return refused("undo-too-old", *change, String::new()),
        Failure::UndoneAlready { change, by } => return refused("undo-done-already", *change, by.to_string()),
        Failure::UndoBlocked { change, by } => return refused("undo-blocked", *change, list(by)),
        Failure::Missing(path) => ("db-missing", Some(path), String::new()),
        Failure::Exists(path) => ("db-exists", Some(path), String::new()),
        Failure::NotOurs(path) => ("db-not-ours", Some(path), String::new()),
        Failure::Newer { path, found, known } => ("db-newer", Some(path), format!("{found} > {known}")),
        Failure::Altered(path) => ("db-altered", Some(path), String::new()),
        Failure::Damaged { path, .. } => ("db-damaged", Some(path), String::new()),
        Failure::Disk(path) => ("disk-failed", Some(path), String::new()),
        Failure::Foreign { path, object } => ("db-foreign", Some(path), object.clone()),
        Failure::Busy(path) => ("db-busy", Some(path), String::new()),
        Failure::ReadOnly(path) => ("db-read-only", Some(path), String::new()),
        Failure::Forbidden(path) => ("db-forbidden", Some(path), String::new()),
        Failure::DiskFull(path) => ("disk-full", Some(path), String::new()),
        Failure::PolicyLacks(codes) => ("policy-lacks", None, codes.clone()),
        Failure::Unknown { path, .. } => ("db-outcome-unknown", Some(path), String::new()),
    };
    let path = path.map(|path| shown(path)).unwrap_or_default();
    let values = [("path", path.into()), ("detail", clean(&detail).into_owned().into())];
    let exit = if matches!(failure, Failure::PolicyLacks(_)) { Exit::Refused } else { Exit::Failed };
    (words.say(key, &values), hint_of(words, key, &values), exit)
}

/// Why no file of a format can hold a table.
fn words_of_size(desk: &Desk, TooLarge { key, name, size, most }: &TooLarge) -> String {
    let numbers = [("count", size.0), ("wide", size.1), ("rows", most.0), ("columns", most.1)];
    let numbers = numbers.map(|(name, number)| (name, number.into()));
    desk.words.say(key, &[&[("name", clean(name).into_owned().into())], &numbers[..]].concat())
}

/// What keeps a file from being made or written, in the user's language.
pub fn words_of_file(desk: &Desk, err: &Error, path: &str) -> String {
    if let Some(too_large) = err.downcast_ref::<TooLarge>() {
        return say!(desk.words, "file-failed", path = path, why = words_of_size(desk, too_large));
    }
    let io = err.chain().find_map(|cause| cause.downcast_ref::<std::io::Error>());
    match (io, err.downcast_ref::<Stop>()) {
        (Some(io), _) => words_of(desk, io, path),
        (None, Some(stop)) => explain_stop(desk, stop).0,
        (None, None) => say!(desk.words, "file-failed", path = path, why = clean(&format!("{err:#}")).into_owned()),
    }
}

/// What the system says of a file, in the user's language.
pub fn words_of(desk: &Desk, err: &std::io::Error, path: &str) -> String {
    let why = match (number_of(err), key_of(err)) {
        (Some(number), "file-failed") => say!(desk.words, "system-error", number = number),
        _ => err.to_string(),
    };
    desk.words.say(key_of(err), &[("path", path.to_owned().into()), ("why", why.into())])
}

fn key_of(err: &std::io::Error) -> &'static str {
    match err.kind() {
        _ if is_locked(err) => "file-locked",
        ErrorKind::NotFound => "file-missing",
        ErrorKind::PermissionDenied => "file-forbidden",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "disk-full",
        ErrorKind::ReadOnlyFilesystem => "file-read-only",
        ErrorKind::IsADirectory => "file-is-folder",
        ErrorKind::NotADirectory => "file-no-folder",
        _ if number_of(err).is_some_and(|number| is_of_disk(cfg!(windows), &number)) => "disk-failed",
        _ => "file-failed",
    }
}

/// The number of an error of the system, of which the standard library says no more in any language than `os error 5`.
fn number_of(err: &std::io::Error) -> Option<String> {
    let text = err.to_string();
    let (_, rest) = text.split_once("(os error ")?;
    Some(rest.split_once(')')?.0.to_owned())
}

/// Whether the number says that a disk does not work: EIO, ENXIO and ENODEV; on Windows that it does not answer, is not ready,
/// or has unreadable places.
fn is_of_disk(is_windows: bool, number: &str) -> bool {
    if is_windows { matches!(number, "21" | "23" | "1117" | "1167") } else { matches!(number, "5" | "6" | "19") }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::args::Args;

    fn explained(err: impl Into<Error>) -> (String, Exit) {
        let desk = Desk::new(&Args::parse_from(["phancong", "--lang", "en", "--db", "x.db", "man"]));
        let (sentence, _, exit) = explain(&desk, &err.into());
        (sentence, exit)
    }

    #[test]
    fn what_is_saved_when_the_user_stops_is_said() {
        assert!(explained(Stop::Interrupted).0.contains("nothing saved"));
        let stopped = || Stop::Stopped { written: 3, total: 28 };
        assert_eq!(explained(stopped()), ("stopped as asked, 3 of 28 files written".to_owned(), Exit::Interrupted));
        let (sentence, exit) = explained(Stop::Saved(stopped().into()));
        assert_eq!(sentence, "the lists are saved in x.db, but then: stopped as asked, 3 of 28 files written");
        assert_eq!(exit, Exit::Interrupted);
    }

    #[test]
    fn a_disk_that_fails_is_said_in_words() {
        let [broken, other] = [5, 36].map(std::io::Error::from_raw_os_error);
        let named = |err: std::io::Error| anyhow::Error::new(err).context("gaps.csv");
        if cfg!(unix) {
            assert!(explained(named(broken)).0.starts_with("gaps.csv could not be read or written: the disk"));
            assert_eq!(explained(named(other)).0, "gaps.csv: the system gives error 36");
        }
        assert!(is_of_disk(true, "1117") && !is_of_disk(true, "5") && !is_of_disk(false, "1117"));
    }

    #[test]
    fn a_document_that_no_sheet_can_hold_is_told_by_its_name() {
        let desk = Desk::new(&Args::parse_from(["phancong", "--lang", "en", "man"]));
        let (name, size, most) = ("gaps".to_owned(), (2_000_000, 14), (1_048_566, 16_384));
        let full = || anyhow::Error::from(TooLarge { key: "sheet-full", name: name.clone(), size, most });
        let why = "sheet \"gaps\" can hold only 1,048,566 rows and 16,384 columns, and this list has 2,000,000 and 14; export less (--under) or to csv";
        assert_eq!(explained(full()).0, why);
        assert_eq!(words_of_file(&desk, &full(), "rosters/gaps.xlsx"), format!("rosters/gaps.xlsx: {why}"));
    }
}
