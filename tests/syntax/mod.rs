//! Names, paths and functions in code without comments and strings.

use crate::source::{block_end, is_in_name};

/// The first names of a path, or of each path in a `{…}` group.
pub fn names(code: &str, from: usize) -> Vec<(usize, &str)> {
    let rest = code[from..].trim_start_matches("super::");
    let from = code.len() - rest.len();
    if !rest.starts_with('{') {
        return vec![(from, first_name(rest))];
    }
    let group = &code[from + 1..block_end(code, from) - 1];
    let mut depth = 0;
    let mut is_new = true;
    let mut found = Vec::new();
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => is_new = true,
            c if is_new && is_in_name(c) => {
                found.push((from + 1 + at, first_name(&group[at..])));
                is_new = false;
            }
            _ => {}
        }
    }
    found
}

fn first_name(code: &str) -> &str {
    &code[..code.find(|c| !is_in_name(c)).unwrap_or(code.len())]
}

/// Where a word stands by itself.
pub fn words<'c>(code: &'c str, word: &'c str) -> impl Iterator<Item = usize> + 'c {
    let is_whole = |at: usize| {
        let (before, after) = (code[..at].chars().next_back(), code[at + word.len()..].chars().next());
        !before.is_some_and(is_in_name) && !after.is_some_and(is_in_name)
    };
    code.match_indices(word).map(|(at, _)| at).filter(move |at| is_whole(*at))
}

/// Whether a name stands for a crate: it begins a path, or is imported by itself.
pub fn is_crate(code: &str, at: usize, name: &str) -> bool {
    let (before, after) = (code[..at].trim_end(), &code[at + name.len()..]);
    let begins = before.strip_suffix("::").is_none_or(|before| !before.ends_with(|c| is_in_name(c) || c == '>'));
    begins && (after.starts_with("::") || before.ends_with("use"))
}

/// Every function with a body: its name, where it begins, where it ends.
pub fn functions(code: &str) -> Vec<(&str, usize, usize)> {
    let mut found = Vec::new();
    for at in words(code, "fn") {
        let name = first_name(code[at + 2..].trim_start());
        let mut depth = 0;
        let body = code[at..].char_indices().find(|(_, c)| {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth -= 1,
                _ => {}
            }
            depth == 0 && matches!(c, '{' | ';') || depth < 0
        });
        if let Some((open, '{')) = body
            && !name.is_empty()
        {
            found.push((name, at, block_end(code, at + open)));
        }
    }
    found
}
