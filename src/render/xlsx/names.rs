//! Names of sheets: what Excel takes, and no two alike.

use crate::text::clean::clean;

/// Most UTF-16 units in a name.
const LONGEST: usize = 31;

/// A valid name for each, in their order; no two the same, capitals or not.
pub fn sheet_names<'t>(wanted: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for wanted in wanted {
        let base = valid(wanted);
        let numbered = (2..).map(|number| {
            let ending = format!(" ({number})");
            format!("{}{ending}", cut(&base, LONGEST - ending.len()))
        });
        let name = std::iter::once(base.clone()).chain(numbered).find(|name| !is_taken(&names, name));
        names.extend(name);
    }
    names
}

fn is_taken(names: &[String], name: &str) -> bool {
    names.iter().any(|taken| taken.to_lowercase() == name.to_lowercase())
}

fn valid(wanted: &str) -> String {
    let is_refused = |c: char| matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\');
    let is_no_character = |c: char| matches!(c, '\u{FFFE}' | '\u{FFFF}');
    let name = clean(wanted).replace(is_refused, "-").replace(is_no_character, "");
    let is_edge = |c: char| c == '\'' || c.is_whitespace();
    let name = cut(name.trim_matches(is_edge), LONGEST).trim_end_matches(is_edge);
    match name {
        "" => "Sheet".to_owned(),
        // Excel keeps this name for itself.
        name if name.eq_ignore_ascii_case("history") => format!("{name}-"),
        name => name.to_owned(),
    }
}

/// The beginning of a text, at most so many UTF-16 units of it.
pub fn cut(text: &str, longest: usize) -> &str {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > longest {
            return &text[..at];
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_names_become_valid() {
        let wanted = ["", "'''", "a/b\\c:d*e?f[g]", "'Xã Quới Sơn'", "History", "a\u{1}\u{FFFE}\nb"];
        let names = sheet_names(wanted.into_iter());
        assert_eq!(names, ["Sheet", "Sheet (2)", "a-b-c-d-e-f-g-", "Xã Quới Sơn", "History-", "a\u{FFFD} b"]);
    }

    #[test]
    fn long_names_are_cut_and_stay_apart() {
        let long = format!("{}'{}", "Đ".repeat(30), "x".repeat(40));
        let names = sheet_names([long.as_str(), &long.to_lowercase(), &"😀".repeat(20)].into_iter());
        assert_eq!(names[0], "Đ".repeat(30));
        assert_eq!(names[1], format!("{} (2)", "đ".repeat(27)));
        assert!(names.iter().all(|name| name.encode_utf16().count() <= LONGEST), "{names:?}");
    }

    #[test]
    fn names_differ_by_more_than_capitals() {
        assert_eq!(sheet_names(["ĐƠN VỊ", "đơn vị", "Đơn vị"].into_iter()), ["ĐƠN VỊ", "đơn vị (2)", "Đơn vị (3)"]);
    }
}
