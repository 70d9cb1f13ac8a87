//! Text from data made safe to print: no control character of a cell ever reaches the terminal.

use std::borrow::Cow;

/// The text with every character that could steer a terminal or turn the reading direction
/// replaced by U+FFFD; line breaks and tabs become spaces.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(is_of_safe) || !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(safe).collect())
}

fn safe(c: char) -> char {
    match c {
        '\n' | '\r' | '\t' => ' ',
        c if is_unsafe(c) => '\u{FFFD}',
        c => c,
    }
}

/// Whether no character that a byte is of is unsafe: controls and marks of direction begin with few bytes, and letters of
/// Vietnamese with others.
fn is_of_safe(byte: u8) -> bool {
    !(byte.is_ascii_control() || matches!(byte, 0xC2 | 0xD8 | 0xE2))
}

fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{2028}' | '\u{2029}')
        || ('\u{202A}'..='\u{202E}').contains(&c)
        || ('\u{2066}'..='\u{2069}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_bidi_controls_are_replaced() {
        assert_eq!(clean("Lê\u{1b}[31m An"), "Lê\u{FFFD}[31m An");
        assert_eq!(clean("a\u{202E}b\u{9b}c\u{0}d"), "a\u{FFFD}b\u{FFFD}c\u{FFFD}d");
        assert_eq!(clean("hai\ndòng\tcột"), "hai dòng cột");
    }

    #[test]
    fn every_unsafe_character_is_seen_by_its_bytes() {
        for c in ('\0'..=char::MAX).filter(|c| is_unsafe(*c)) {
            assert!(!c.to_string().bytes().all(is_of_safe), "{c:?}");
        }
        assert!("Xã Quới Sơn, Đặng Thị Ưng".bytes().all(is_of_safe));
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        assert!(matches!(clean("Xã Quới Sơn"), Cow::Borrowed("Xã Quới Sơn")));
    }
}
