//! What is wrong with the letters of a cell: damaged, lost, or of another encoding. Plain cells pass at a glance.

use crate::model::finding::{Finding, Severity};
use crate::text::legacy::lost::has_lost_letters;
use crate::text::legacy::mojibake::{has_mojibake, is_lead, repaired};
use crate::text::legacy::put_right;

/// The fault of a text, if it has one: always an error, with the right text where that is known. Old letters are not
/// looked for where `is_unicode` says that all is as it should be.
pub fn fault(text: &str, is_unicode: bool) -> Option<Finding> {
    if text.bytes().all(|byte| byte == b' ' || is_sign(byte)) {
        return None;
    }
    let signs = Signs::of(text);
    let error = |check| Some(Finding::new(check, Severity::Error).value(text));
    if signs.lead && has_mojibake(text) {
        error("text-mojibake").map(|finding| finding.nearest(repaired(text)))
    } else if signs.control {
        error("cell-with-control")
    } else if signs.replacement {
        error("text-damaged")
    } else if signs.question && has_lost_letters(text) {
        error("text-lost-letters")
    } else if signs.beyond_bytes || is_unicode {
        None
    } else {
        let (charset, right) = put_right(text, None)?;
        let finding = error("text-legacy-font")?.arg("charset", charset.name()).arg("code", charset.code());
        Some(finding.nearest(Some(right)))
    }
}

/// Whether a text is of plain letters, digits and signs, with no space too many: as it is to be, seen at a glance.
pub fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_single = |at: usize| at > 0 && bytes[at - 1] != b' ' && at + 1 < bytes.len();
    bytes.iter().enumerate().all(|(at, byte)| is_sign(*byte) || (*byte == b' ' && is_single(at)))
}

/// Whether a byte is a letter, digit or sign that nothing can be wrong with; a question mark may be a letter that was
/// lost.
fn is_sign(byte: u8) -> bool {
    (b'!'..=b'~').contains(&byte) && byte != b'?'
}

/// What one walk over a text finds; each calls for a closer look.
#[derive(Default)]
struct Signs {
    /// A character with which UTF-8 read in a wrong encoding may begin.
    lead: bool,
    /// A control character that is no line break.
    control: bool,
    /// The mark of damage.
    replacement: bool,
    /// A question mark.
    question: bool,
    /// A letter of Unicode that no encoding of one byte a letter has: it cannot be text of an old font.
    beyond_bytes: bool,
}

impl Signs {
    fn of(text: &str) -> Self {
        let mut signs = Signs::default();
        for c in text.chars() {
            match c {
                '\n' | '\r' | '\t' => {}
                '?' => signs.question = true,
                ' '..='~' => {}
                char::REPLACEMENT_CHARACTER => signs.replacement = true,
                'Đ' | 'đ' | '\u{1EA0}'..='\u{1EF9}' => signs.beyond_bytes = true,
                _ => {
                    signs.control |= c.is_control();
                    signs.lead |= is_lead(c);
                }
            }
        }
        signs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::tidied;

    fn found(text: &str) -> Option<(&'static str, Option<String>)> {
        fault(text, false).map(|finding| (finding.check, finding.nearest))
    }

    #[test]
    fn each_fault_has_its_finding_and_the_right_text() {
        let right = || Some("Nguyễn Huệ".to_owned());
        assert_eq!(found("Nguyá»…n Huá»‡"), Some(("text-mojibake", right())));
        assert_eq!(found("NguyÔn HuÖ"), Some(("text-legacy-font", right())));
        assert_eq!(found("Nguy?n Hu?"), Some(("text-lost-letters", None)));
        assert_eq!(found("Nguy\u{FFFD}n"), Some(("text-damaged", None)));
        assert_eq!(found("Nguy\u{7}n"), Some(("cell-with-control", None)));
    }

    #[test]
    fn right_text_has_none() {
        for text in ["", "CB01", "Nguyễn Thị Huệ", "hai\ndòng", "Lê Hòa", "Ðặng", "Y Bhă Niê Kđăm", "đúng không?"]
        {
            assert_eq!(found(text), None, "{text:?}");
        }
    }

    #[test]
    fn plain_text_is_seen_at_a_glance() {
        for text in ["", "CB01", "83.1.04", "an hiep", "15-QD/HU"] {
            assert!(is_plain(text) && tidied(text) == (text.into(), false) && found(text).is_none(), "{text:?}");
        }
        for text in [" ", " a", "a ", "a  b", "a\tb", "a?", "Lê", "a\u{7f}"] {
            assert!(!is_plain(text), "{text:?}");
        }
    }

    #[test]
    fn letters_are_what_the_user_says_they_are() {
        assert_eq!(fault("NguyÔn", true), None);
        assert_eq!(fault("Nguy?n", true).map(|finding| finding.check), Some("text-lost-letters"));
    }
}
