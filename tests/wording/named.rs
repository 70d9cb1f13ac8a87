//! Keys that the code names in full, each with the call it stands in.

use crate::source::{Source, is_in_name};

/// A string in the code, and the call it is an argument of.
pub struct Named<'s> {
    /// The string.
    pub text: &'s str,
    /// Where it stands.
    pub place: String,
    /// What is called: `say!`, `words.say`, `Finding::new`; nothing where it is no argument.
    pub callee: &'s str,
    /// Which argument it is, from 0.
    pub index: usize,
    /// What stands after it in the call.
    after: &'s str,
}

impl Named<'_> {
    /// Whether the key's sentence is asked for right here.
    pub fn is_said(&self) -> bool {
        match self.index {
            0 => [".say", ".has", "Finding::new"].iter().any(|call| self.callee.ends_with(call)),
            1 => self.callee.ends_with("say!"),
            _ => false,
        }
    }

    /// Whether it looks like a key: words in small letters joined by hyphens.
    pub fn is_like_a_key(&self) -> bool {
        let is_word =
            |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        self.text.contains('-') && self.text.split('-').all(is_word)
    }

    /// Whether it is the key of a column with its width: `("unit_name", 24)`.
    pub fn is_column(&self) -> bool {
        let width = self.after.strip_prefix(',').map(|width| width.trim_end_matches([',', ' ', '\n']).trim());
        let is_pair = width.is_some_and(|width| !width.is_empty() && width.chars().all(|c| c.is_ascii_digit()));
        self.index == 0 && is_pair && (self.callee.is_empty() || self.callee.ends_with(".column"))
    }

    /// The values given to a sentence by name: `say!(words, "key", name = value)`.
    pub fn values(&self) -> Vec<&str> {
        let mut depth = 0;
        let parts = self.after.split(move |c| {
            depth += i32::from("([{".contains(c)) - i32::from(")]}".contains(c));
            c == ',' && depth == 0
        });
        let names = parts.filter_map(|part| part.trim().split_once(" = ").map(|(name, _)| name));
        names.filter(|name| name.chars().all(is_in_name)).collect()
    }
}

/// Every string of a file.
pub fn named(source: &Source) -> impl Iterator<Item = Named<'_>> {
    source.strings.iter().map(|(at, text)| {
        let (callee, index) = call(&source.code[..*at]).unwrap_or(("", usize::MAX));
        Named { text, place: source.place(*at), callee, index, after: rest_of_call(&source.code[*at..]) }
    })
}

/// The call that is open at the end of the code, and the number of its arguments so far.
fn call(before: &str) -> Option<(&str, usize)> {
    let (mut depth, mut index) = (0, 0);
    for (at, c) in before.char_indices().rev() {
        match c {
            ')' | ']' | '}' => depth += 1,
            '(' if depth == 0 => {
                let callee = before[..at].rfind(|c| !is_in_name(c) && !".:!$".contains(c));
                let from = callee.map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
                return Some((&before[from..at], index));
            }
            '[' | '{' | ';' if depth == 0 => return None,
            '(' | '[' | '{' => depth -= 1,
            ',' if depth == 0 => index += 1,
            _ => {}
        }
    }
    None
}

/// What stands between the beginning and the bracket that closes the call.
fn rest_of_call(after: &str) -> &str {
    let mut depth = 0;
    let end = after.find(|c| {
        depth += i32::from("([{".contains(c)) - i32::from(")]}".contains(c));
        depth < 0
    });
    after[..end.unwrap_or(after.len())].trim()
}
