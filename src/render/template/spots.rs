//! Placeholders in a text: where they stand, and what they mean.

use std::ops::Range;

use crate::report::filling::{Filling, Meaning};
use crate::text::fold::plain;

const OPEN: &str = "{{";
const CLOSE: &str = "}}";

/// A placeholder in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Its place in the text, brackets included.
    pub range: Range<usize>,
    /// What stands in the brackets.
    pub name: String,
}

/// The placeholders of a text, in their order, and whether brackets are left open.
pub fn spots(text: &str) -> (Vec<Spot>, bool) {
    let (mut spots, mut from) = (Vec::new(), 0);
    while let Some(open) = text[from..].find(OPEN).map(|at| from + at) {
        let inside = open + OPEN.len();
        let Some(close) = text[inside..].find(CLOSE).map(|at| inside + at) else { return (spots, true) };
        // Where brackets open twice, the inner ones count.
        let open = text[..close].rfind(OPEN).unwrap_or(open);
        let name = text[open + OPEN.len()..close].trim().to_owned();
        spots.push(Spot { range: open..close + CLOSE.len(), name });
        from = close + CLOSE.len();
    }
    (spots, false)
}

/// What a name means, however it is written: with tone marks, capitals, spaces.
pub fn meaning(filling: &Filling, name: &str) -> Option<Meaning> {
    filling.meaning(&plain(name).replace([' ', '-'], "_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (Vec<String>, bool) {
        let (spots, is_open) = spots(text);
        (spots.into_iter().map(|spot| format!("{}@{}", spot.name, &text[spot.range])).collect(), is_open)
    }

    #[test]
    fn placeholders_are_found_and_open_brackets_told() {
        assert_eq!(found("Số {{so}}, {{ ngay }}."), (vec!["so@{{so}}".into(), "ngay@{{ ngay }}".into()], false));
        assert_eq!(found("{{a {{so}} b"), (vec!["so@{{so}}".into()], false));
        assert_eq!(found("{so} }} {{so"), (vec![], true));
    }
}
