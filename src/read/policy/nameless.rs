//! A policy's text without what it remembers of names, and without remarks: nothing about persons is in it.

use toml::{Table, Value};

/// The table that remembers what names mean.
const NAMES: &str = "names";
/// The policies of before, each with its text.
const EARLIER: &str = "earlier";

/// The text without names and remarks, its earlier policies' as well.
///
/// # Errors
/// When a text is no TOML.
pub fn without_names(text: &str) -> Result<String, toml::de::Error> {
    let mut table: Table = text.parse()?;
    table.remove(NAMES);
    // The policies of before come last.
    let mut last = Table::new();
    if let Some(mut earlier) = table.remove(EARLIER) {
        for text in earlier.as_array_mut().into_iter().flatten().filter_map(|one| one.get_mut("text")) {
            if let Value::String(own) = text {
                *own = without_names(own)?;
            }
        }
        last.insert(EARLIER.to_owned(), earlier);
    }
    Ok([table, last].iter().map(|part| toml::to_string(part).unwrap_or_default()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::policy::{built_in, policy, succeeding};
    use crate::read::remember::with_lines;
    use jiff::civil::date;

    #[test]
    fn names_go_in_whatever_form_and_the_rest_means_the_same() {
        let sample = built_in("three-tier").expect("a policy");
        for names in
            ["[names]\n\"Lê An\" = \"CB1\"", "[names] # Lê An\n\"Lê An\" = \"CB1\"", "[ names ]\n\"Lê An\" = \"CB1\""]
        {
            let text = format!("# lập: Lê An\n{sample}\n{names}\n");
            let less = without_names(&text).expect("TOML");
            assert!(!less.contains("Lê An"), "{less}");
            let [mut before, after] = [&text, &less].map(|text| policy(text, "policy").expect("sound"));
            before.names.clear();
            before.source.clone_from(&after.source);
            assert_eq!(before, after);
        }
    }

    #[test]
    fn names_of_earlier_policies_go_too() {
        let named = with_lines(built_in("three-tier").expect("a policy"), "names", &[("Lê An", "CB1")]);
        let before = policy(&named, "policy").expect("sound");
        let text = succeeding(built_in("two-tier").expect("a policy"), &before, date(2025, 6, 30));
        let text = with_lines(&text, "names", &[("Lê Bình", "CB2")]);
        assert!(text.contains("Lê An") && text.contains("Lê Bình"));
        let less = without_names(&text).expect("TOML");
        assert!(!less.contains("Lê An") && !less.contains("Lê Bình"), "{less}");
        let policy = policy(&less, "policy").expect("sound");
        assert!(policy.names.is_empty() && policy.earlier.len() == 1);
        assert!(without_names("a = [").is_err());
    }
}
