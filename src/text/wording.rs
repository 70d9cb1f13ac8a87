//! Findings put into words: where, what is wrong, what to do.

use std::borrow::Cow;

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

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The sentence that says what is wrong.
    pub message: String,
    /// What to do about it: the nearest right value where there is one, else the check's own advice; empty where it has none.
    pub hint: String,
}

/// Puts a finding into words.
pub fn wording(words: &Catalogue, policy: &Policy, finding: &Finding) -> Wording {
    let values = values(words, policy, finding);
    let hint = match &finding.nearest {
        Some(nearest) => say!(words, "did-you-mean", nearest = clean(nearest)),
        None => words.find(&format!("{}.hint", finding.check), &values).unwrap_or_default(),
    };
    Wording { message: words.say(finding.check, &values), hint }
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

fn values<'f>(words: &Catalogue, policy: &'f Policy, finding: &'f Finding) -> Vec<(&'static str, Value<'f>)> {
    let mut values: Vec<_> = finding.args.iter().map(|(name, arg)| (*name, value(words, policy, arg))).collect();
    values.extend(finding.value.as_ref().map(|quoted| ("value", quoted_up_to(MOST_QUOTED, quoted).into())));
    values
}

fn value<'f>(words: &Catalogue, policy: &'f Policy, arg: &'f Arg) -> Value<'f> {
    match arg {
        Arg::Text(text) => quoted_up_to(MOST_LISTED, text).into(),
        Arg::Number(number) => (*number).into(),
        Arg::Day(day) => written::day(*day, words.lang).into(),
        Arg::Duty(duty) => policy.duty(*duty).name.in_lang(words.lang).into(),
        Arg::Level(level) => policy.level(*level).name.in_lang(words.lang).into(),
        Arg::Window(window) => policy.windows[*window].name.in_lang(words.lang).into(),
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

/// A text safe to print, or its beginning where it is longer than `most` characters.
fn quoted_up_to(most: usize, text: &str) -> Cow<'_, str> {
    // A character has a byte or more.
    let end = if text.len() > most { text.char_indices().nth(most) } else { None };
    match end {
        Some((end, _)) => Cow::Owned(format!("{}…", clean(&text[..end]))),
        None => clean(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_quoted_up_to_a_letter_and_safe_to_print() {
        for (most, text, quoted) in [
            (3, "ấp", "ấp"),
            (2, "ấp", "ấp"),
            (1, "ấp", "ấ…"),
            (3, "tổ 10", "tổ …"),
            (4, "ab\u{1b}c", "ab\u{FFFD}c"),
            (3, "ab\u{1b}c", "ab\u{FFFD}…"),
            (0, "", ""),
        ] {
            assert_eq!(quoted_up_to(most, text), quoted, "{text:?}");
        }
    }
}
