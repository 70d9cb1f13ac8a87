//! Text that a spreadsheet would run as a formula, kept from running by one apostrophe, which an import takes off again.

/// The mark that a spreadsheet reads as "this is text".
const MARK: char = '\'';

/// The text as a csv cell: with one apostrophe before it when a spreadsheet would run it.
/// Text that carries apostrophes before something runnable gets one more, so that [`unguard`]
/// always gives back the very same text.
pub fn guard(text: &str) -> std::borrow::Cow<'_, str> {
    if is_runnable(bare(text)) { format!("{MARK}{text}").into() } else { text.into() }
}

/// The text without the apostrophe that [`guard`] put before it.
pub fn unguard(text: &str) -> &str {
    match text.strip_prefix(MARK) {
        Some(rest) if is_runnable(bare(rest)) => rest,
        _ => text,
    }
}

fn bare(text: &str) -> &str {
    text.trim_start_matches(MARK)
}

/// Whether a spreadsheet would take the text for a formula. Phone and other numbers with a sign are none.
fn is_runnable(text: &str) -> bool {
    match text.chars().next() {
        Some('=' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => true,
        Some('+' | '-') => !text[1..].chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | ',')),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_kept_from_running() {
        for text in ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", "＝1", "- Nguyễn Văn An", "'=1"] {
            assert_eq!(guard(text), format!("'{text}"), "{text:?}");
        }
    }

    #[test]
    fn numbers_phones_and_names_are_left_alone() {
        for text in ["+84 912 345 678", "-5", "-1.234,5", "Lê An", "", "'", "'tên'", "a=b"] {
            assert_eq!(guard(text), text);
        }
    }

    proptest::proptest! {
        #[test]
        fn what_goes_out_comes_back(text in "['=+@\t\r\n-]{0,3}.{0,6}") {
            let guarded = guard(&text);
            proptest::prop_assert_eq!(unguard(&guarded), &text);
            proptest::prop_assert!(!is_runnable(&guarded));
        }
    }
}
