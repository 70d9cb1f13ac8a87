//! Rust sources as tests read them: the code without its comments and strings, and the strings by themselves.

use std::ops::Range;
use std::path::{Path, PathBuf};

/// A source file.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path from the top of the repository, with `/`.
    pub path: String,
    /// Its code: comments, strings and characters are blank, so that offsets and lines are those of the file.
    pub code: String,
    /// Its strings, each with the offset of its first quote.
    pub strings: Vec<(usize, String)>,
}

impl Source {
    /// A file of that text.
    pub fn new(path: &str, text: &str) -> Self {
        let mut code = text.as_bytes().to_vec();
        let mut strings = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let (token, end) = token(text, at);
            match token {
                Token::Code => {}
                Token::Blank => blank(&mut code, at..end),
                Token::Text(inner) => {
                    strings.push((at, text[inner].to_owned()));
                    blank(&mut code, at..end);
                }
            }
            at = end;
        }
        let code = String::from_utf8(code).expect("only whole characters are blanked");
        Source { path: path.to_owned(), code, strings }
    }

    /// The file without what is only compiled for tests.
    pub fn without_tests(&self) -> Self {
        let mut shipped = self.clone();
        if shipped.code.contains("#![cfg(test)]") {
            return Source { code: String::new(), strings: Vec::new(), ..shipped };
        }
        while let Some(from) = shipped.code.find("#[cfg(test)]") {
            let tests = from..item_end(&shipped.code, from);
            shipped.strings.retain(|(at, _)| !tests.contains(at));
            let mut code = shipped.code.into_bytes();
            blank(&mut code, tests);
            shipped.code = String::from_utf8(code).expect("only whole characters are blanked");
        }
        shipped
    }

    /// Where an offset is, as an editor shows it.
    pub fn place(&self, at: usize) -> String {
        format!("{}:{}", self.path, self.code[..at].matches('\n').count() + 1)
    }
}

/// Every Rust file below a folder of the repository, by path.
pub fn sources(folder: &str) -> Vec<Source> {
    let files = files(&root().join(folder)).into_iter().filter(|path| path.extension().is_some_and(|it| it == "rs"));
    files.map(|path| Source::new(&from_root(&path), &read(&path))).collect()
}

/// The top of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A path from the top of the repository, with `/`.
pub fn from_root(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// The text of a file.
pub fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|err| panic!("{}: {err}", path.display()))
}

/// Every file below a folder, by path; not what a build leaves.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|err| panic!("{}: {err}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.retain(|path| !path.ends_with("target"));
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Fails with every fault and with what to do about them.
#[track_caller]
pub fn assert_none(faults: &[String], what_to_do: &str) {
    assert!(faults.is_empty(), "\n{}\n\n{what_to_do}\n", faults.join("\n"));
}

/// Whether a character may stand in a name.
pub fn is_in_name(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

/// Where a block ends whose brace stands at `open`.
pub fn block_end(code: &str, open: usize) -> usize {
    let mut depth = 0;
    for (at, c) in code[open..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return open + at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

fn item_end(code: &str, from: usize) -> usize {
    match code[from..].find(['{', ';']) {
        Some(at) if code[from + at..].starts_with('{') => block_end(code, from + at),
        Some(at) => from + at + 1,
        None => code.len(),
    }
}

fn blank(code: &mut [u8], range: Range<usize>) {
    code[range].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
}

enum Token {
    Code,
    Blank,
    Text(Range<usize>),
}

/// What stands at an offset, and where it ends.
fn token(text: &str, at: usize) -> (Token, usize) {
    let rest = &text[at..];
    let first = rest.chars().next().unwrap_or(' ');
    let name = rest.find(|c| !is_in_name(c)).unwrap_or(rest.len());
    if rest.starts_with("//") {
        (Token::Blank, at + rest.find('\n').unwrap_or(rest.len()))
    } else if rest.starts_with("/*") {
        (Token::Blank, at + comment(rest))
    } else if name > 0 {
        let is_raw =
            matches!(&rest[..name], "r" | "br" | "cr") && rest[name..].trim_start_matches('#').starts_with('"');
        if is_raw { raw_string(text, at + name) } else { (Token::Code, at + name) }
    } else if first == '"' {
        let end = at + 1 + quoted(&rest[1..], '"');
        (Token::Text(at + 1..end), (end + 1).min(text.len()))
    } else if first == '\'' && is_character(&rest[1..]) {
        (Token::Blank, at + 2 + quoted(&rest[1..], '\''))
    } else {
        (Token::Code, at + first.len_utf8())
    }
}

/// Length of a comment between `/*` and `*/`; they nest.
fn comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        let (step, deeper) = match &rest.as_bytes()[at..] {
            [b'/', b'*', ..] => (2, 1),
            [b'*', b'/', ..] => (2, -1),
            _ => (1, 0),
        };
        at += step;
        depth += deeper;
        if depth == 0 {
            break;
        }
    }
    at
}

/// A string that begins with `#…#"` at `at` and ends with as many.
fn raw_string(text: &str, at: usize) -> (Token, usize) {
    let hashes = text[at..].find('"').unwrap_or(0);
    let from = at + hashes + 1;
    let close = format!("\"{}", "#".repeat(hashes));
    let to = text[from..].find(&close).map_or(text.len(), |end| from + end);
    (Token::Text(from..to), (to + close.len()).min(text.len()))
}

/// Whether what follows a quote is a character, and not a lifetime.
fn is_character(rest: &str) -> bool {
    let mut chars = rest.chars();
    matches!((chars.next(), chars.next()), (Some('\\'), _) | (_, Some('\'')))
}

/// Length up to the quote that is not escaped.
fn quoted(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if c == quote => return at,
            _ => {}
        }
    }
    rest.len()
}
