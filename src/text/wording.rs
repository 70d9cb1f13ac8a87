//! Findings put into words: where, what is wrong, what to do.

use super::catalogue::{Catalogue, Value};
use super::clean::clean;
use super::written;
use crate::model::finding::{Arg, Finding};
use crate::model::list::Kind;
use crate::model::place::Place;
use crate::model::policy::Policy;
use crate::say;

/// The most characters of a value that are quoted, and of a list of things that could be meant.
const MOST_QUOTED: usize = 120;
const MOST_LISTED: usize = 600;

/// The sentence that says what is wrong.
pub fn message(words: &Catalogue, policy: &Policy, finding: &Finding) -> String {
    words.say(finding.check, &values(words, policy, finding))
}

/// What to do about it: the nearest right value where there is one, else the check's own advice.
pub fn hint(words: &Catalogue, policy: &Policy, finding: &Finding) -> String {
    match &finding.nearest {
        Some(nearest) => say!(words, "did-you-mean", nearest = clean(nearest).into_owned()),
        None => {
            let key = format!("{}.hint", finding.check);
            if words.has(&key) { words.say(&key, &values(words, policy, finding)) } else { String::new() }
        }
    }
}

/// The place, as a clerk finds it: `cadres.xlsx, sheet "DS", row 14, column "from"`.
pub fn place(words: &Catalogue, place: &Place) -> String {
    let mut parts = Vec::new();
    if let Some(file) = &place.file {
        parts.push(clean(file).into_owned());
    }
    if let Some(sheet) = &place.sheet {
        parts.push(say!(words, "place-sheet", sheet = clean(sheet).into_owned()));
    }
    if let Some(row) = place.row {
        parts.push(say!(words, "place-row", row = row.to_string()));
    }
    if let Some(column) = &place.column {
        parts.push(say!(words, "place-column", column = clean(column).into_owned()));
    }
    parts.join(", ")
}

fn values(words: &Catalogue, policy: &Policy, finding: &Finding) -> Vec<(&'static str, Value<'static>)> {
    let mut values: Vec<_> = finding.args.iter().map(|(name, arg)| (*name, value(words, policy, arg))).collect();
    if let Some(quoted) = &finding.value {
        values.push(("value", clean(&short(quoted, MOST_QUOTED)).into_owned().into()));
    }
    values
}

fn value(words: &Catalogue, policy: &Policy, arg: &Arg) -> Value<'static> {
    match arg {
        Arg::Text(text) => clean(&short(text, MOST_LISTED)).into_owned().into(),
        Arg::Number(number) => (*number).into(),
        Arg::Day(day) => written::day(*day, words.lang).into(),
        Arg::Duty(duty) => policy.duty(*duty).name.in_lang(words.lang).to_owned().into(),
        Arg::Level(level) => policy.level(*level).name.in_lang(words.lang).to_owned().into(),
        Arg::Window(window) => policy.windows[*window].name.in_lang(words.lang).to_owned().into(),
        Arg::Status(status) => words.say(&format!("status-{}", status.code()), &[]).into(),
        Arg::List(list) => list_name(words, *list).into(),
        Arg::Lists(lists) if lists.is_empty() => "none".into(),
        Arg::Lists(lists) => {
            let named = |list: &Kind| match list_name(words, *list) {
                name if name == list.name() => name,
                name => format!("{} ({name})", list.name()),
            };
            lists.iter().map(named).collect::<Vec<_>>().join(", ").into()
        }
        Arg::Levels => joined(
            policy
                .level_ids()
                .map(|id| policy.level(id))
                .map(|level| (level.code.as_str(), level.name.in_lang(words.lang))),
        ),
        Arg::Duties => joined(
            policy.duty_ids().map(|id| policy.duty(id)).map(|duty| (duty.code.as_str(), duty.name.in_lang(words.lang))),
        ),
    }
}

/// The name of a list, as it stands inside a sentence.
pub fn list_name(words: &Catalogue, list: Kind) -> String {
    words.say(&format!("list-name-{}", list.name()), &[])
}

/// Codes with their names: `hamlet (ấp, khu phố); team (tổ)`.
fn joined<'n>(names: impl Iterator<Item = (&'n str, &'n str)>) -> Value<'static> {
    let names: Vec<String> = names.map(|(code, name)| format!("{code} ({name})")).collect();
    clean(&names.join("; ")).into_owned().into()
}

/// The text, or its beginning where it is longer than `most` characters.
fn short(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
