//! What is wrong with the letters of a cell: damaged, lost, or of another encoding. Plain cells pass at a glance.

use crate::model::finding::{Finding, Severity};
use crate::text::legacy::lost::has_lost_letters;
use crate::text::legacy::mojibake::{has_mojibake, repaired};
use crate::text::legacy::put_right;

/// The fault of a text, if it has one: always an error, with the right text where that is known.
pub fn fault(text: &str) -> Option<Finding> {
    let is_plain = |byte: u8| (b' '..0x7F).contains(&byte) && byte != b'?';
    if text.bytes().all(is_plain) {
        return None;
    }
    let error = |check| Some(Finding::new(check, Severity::Error).value(text));
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\t');
    if has_mojibake(text) {
        error("text-mojibake").map(|finding| finding.nearest(repaired(text)))
    } else if text.chars().any(|c| c.is_control() && !is_break(c)) {
        error("cell-with-control")
    } else if text.contains(char::REPLACEMENT_CHARACTER) {
        error("text-damaged")
    } else if has_lost_letters(text) {
        error("text-lost-letters")
    } else {
        let (charset, right) = put_right(text, None)?;
        let finding = error("text-legacy-font")?.arg("charset", charset.name()).arg("code", charset.code());
        Some(finding.nearest(Some(right)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(&'static str, Option<String>)> {
        fault(text).map(|finding| (finding.check, finding.nearest))
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
}
