//! Letters lost for good: a program that had no byte for them wrote question marks (`Nguy?n Th? Hu?`).

/// Whether question marks stand where letters were: before the rest of a word, after a stem without a vowel, or
/// after several short words. A question is none, nor is an address on the web.
pub fn has_lost_letters(text: &str) -> bool {
    if !text.contains('?') || text.contains("://") || text.contains("www.") {
        return false;
    }
    let words = || text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '"' | '/'));
    words().any(|word| has_gap(word) || is_vowelless(word)) || words().filter(|word| is_cut(word)).count() > 1
}

/// A question mark before a letter that goes on with its word.
fn has_gap(word: &str) -> bool {
    let mut before = None;
    let mut is_open = false;
    for c in word.chars() {
        let goes_on = c.is_lowercase() || c.is_uppercase() && before.is_none_or(char::is_uppercase);
        if is_open && goes_on {
            return true;
        }
        is_open = c == '?';
        if c != '?' {
            before = Some(c);
        }
    }
    false
}

/// A stem such as `Th?`.
fn is_vowelless(word: &str) -> bool {
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let stem = word.trim_end_matches('?');
    let is_small = stem.chars().skip(1).all(|c| c.is_ascii_lowercase());
    stem.len() < word.len() && stem.len() > 1 && is_small && is_short(stem) && !stem.to_lowercase().contains(is_vowel)
}

/// A short word of plain letters before a question mark.
fn is_cut(word: &str) -> bool {
    word.strip_suffix('?').is_some_and(is_short)
}

fn is_short(stem: &str) -> bool {
    (1..=5).contains(&stem.len()) && stem.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_letters_are_told() {
        for text in [
            "Nguy?n Th? Hu?",
            "??ng Ng?c Ánh",
            "Xã Qu?nh Ph?",
            "NGUY?N",
            "Lê Th? An",
            "Hu? Ph?",
            "?p 3",
            "X? Qu?, B?n Tre",
        ] {
            assert!(has_lost_letters(text), "{text}");
        }
    }

    #[test]
    fn questions_are_none() {
        for text in [
            "",
            "Nguyễn Thị Huệ",
            "có đúng không?",
            "Ai phụ trách? Chưa rõ",
            "không rõ?Hỏi lại",
            "?",
            "1975?",
            "?? 12",
            "TP?",
            "https://bentre.gov.vn/tin?id=ab",
            "Hue?",
        ] {
            assert!(!has_lost_letters(text), "{text}");
        }
    }
}
