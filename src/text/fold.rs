//! Vietnamese spelling: one form for what is the same word, and a plain form for search and suggestions.

use std::borrow::Cow;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The five tone marks: huyền, sắc, ngã, hỏi, nặng.
pub(super) const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// The text as it is stored: NFC, look-alikes of Đ put right, odd spaces made plain, invisible
/// characters taken out, no spaces at the ends or twice in a row.
pub fn tidy(text: &str) -> Cow<'_, str> {
    tidied(text).0
}

/// The text as it is stored, and whether more than spaces at its ends had to be put right.
pub fn tidied(text: &str) -> (Cow<'_, str>, bool) {
    if is_tidy(text) {
        return (text.into(), false);
    }
    let mut tidied = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_invisible(*c)).nfc().map(put_right) {
        if c == ' ' && (tidied.is_empty() || tidied.ends_with(' ')) {
            continue;
        }
        tidied.push(c);
    }
    tidied.truncate(tidied.trim_end_matches(' ').len());
    let is_put_right = tidied != text.trim_matches(' ');
    (tidied.into(), is_put_right)
}

/// Whether a text is tidy beyond doubt, seen without normalizing it: plain letters, and letters that are one character
/// each, as nearly all text is. What is no letter among them is let through to a closer look.
fn is_tidy(text: &str) -> bool {
    let mut before = ' ';
    for c in text.chars() {
        if !is_settled(c) || (c, before) == (' ', ' ') {
            return false;
        }
        before = c;
    }
    before != ' ' || text.is_empty()
}

/// Whether a character is one whatever stands beside it, and as it is to be.
fn is_settled(c: char) -> bool {
    match c {
        ' '..='~' => true,
        '\u{D0}' | '\u{F0}' | '\u{D7}' | '\u{F7}' => false,
        'À'..='ÿ' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' => true,
        '\u{1EA0}'..='\u{1EF9}' => true,
        _ => false,
    }
}

fn put_right(c: char) -> char {
    match c {
        '\u{D0}' | '\u{189}' => 'Đ',
        '\u{F0}' | '\u{256}' => 'đ',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201C}' | '\u{201D}' => '"',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// The key under which spellings of one word meet: letters in small case, the tone of each
/// syllable moved to its end. "Hòa", "Hoà", "HÒA" meet; "Thành" and "Thạnh" do not.
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 8);
    let mut tone = None;
    let mut push = |c: char| {
        if TONES.contains(&c) {
            tone = Some(c);
            return;
        }
        if !is_of_syllable(c) {
            key.extend(tone.take());
        }
        key.push(c);
    };
    if is_tidy(text) {
        // Each character stands for itself: none moves past another one in taking the text apart.
        text.chars().for_each(|c| match LETTERS.get((c as usize).wrapping_sub(FIRST_LETTER)) {
            Some(parts) => parts.iter().copied().take_while(|part| *part != NO_PART).for_each(&mut push),
            None => push(c.to_ascii_lowercase()),
        });
    } else {
        tidy(text).chars().flat_map(char::to_lowercase).nfd().for_each(&mut push);
    }
    key.extend(tone);
    key
}

/// Whether a small letter or mark goes on with a syllable.
fn is_of_syllable(c: char) -> bool {
    match c {
        'a'..='z' | '\u{300}'..='\u{36F}' => true,
        '\0'..='\x7F' => c.is_ascii_alphabetic(),
        _ => c.is_alphabetic() || is_combining_mark(c),
    }
}

/// Where letters beyond ASCII begin, and the last one of Vietnamese.
const FIRST_LETTER: usize = 'À' as usize;
const LAST_LETTER: usize = 'ỹ' as usize;
/// A letter has a base and two marks at most; what it has less is filled up.
const NO_PART: char = '\0';

/// Small letters taken apart, from [`FIRST_LETTER`] on.
static LETTERS: LazyLock<Vec<[char; 3]>> = LazyLock::new(|| {
    let parts = |c: char| {
        let mut parts = c.to_lowercase().nfd();
        std::array::from_fn(|_| parts.next().unwrap_or(NO_PART))
    };
    let letters = FIRST_LETTER..=LAST_LETTER;
    letters.map(|at| char::from_u32(at as u32).filter(|c| is_settled(*c)).map_or([NO_PART; 3], parts)).collect()
});

/// The text without any diacritics, in small letters: for headers, search, suggestions and file
/// names. Never for deciding that two names are the same.
pub fn plain(text: &str) -> String {
    let tidied = tidy(text);
    let letters = tidied.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    letters.map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::is_nfc;

    #[test]
    fn what_is_tidy_at_a_glance_is_so_in_full() {
        for c in (' '..='\u{1EFF}').filter(|c| is_tidy(&format!("a{c}b"))) {
            assert!(is_nfc(&format!("a{c}b")) && put_right(c) == c && !is_invisible(c), "{c:?}");
        }
        for text in ["Nguyễn Thị Huệ", "Đặng", "a b"] {
            assert!(is_tidy(text), "{text}");
        }
        for text in ["a  b", " a", "a ", "\u{D0}ặng", "Hue\u{323}", "a\u{A0}b", "a\u{AD}b", "a\nb"] {
            assert!(!is_tidy(text), "{text:?}");
        }
    }

    #[test]
    fn letters_are_taken_apart_as_the_text_they_stand_in() {
        for c in (' '..='\u{1EFF}').filter(|c| is_settled(*c)) {
            let slow: String = format!("x{c}.").chars().flat_map(char::to_lowercase).nfd().collect();
            let (tone, letters): (Vec<char>, Vec<char>) = slow.chars().partition(|c| TONES.contains(c));
            let (dot, letters) = letters.split_last().expect("a dot");
            let right: String = letters.iter().chain(&tone).chain([dot]).collect();
            assert!(!c.is_alphabetic() || key(&format!("x{c}.")) == right, "{c}");
        }
    }

    #[test]
    fn spellings_of_one_word_meet() {
        for (one, other) in [
            ("Hòa Bình", "Hoà Bình"),
            ("Tiên Thủy", "Tiên Thuỷ"),
            ("quý", "qúy"),
            ("Đặng", "\u{D0}ặng"),
            ("XÃ AN HIỆP", "Xã An Hiệp"),
            ("Xã  An\u{A0}Hiệp ", "Xã An Hiệp"),
            ("An\u{300}h", "Ành"),
        ] {
            assert_eq!(key(one), key(other), "{one} {other}");
        }
    }

    #[test]
    fn tones_and_letters_tell_words_apart() {
        for (one, other) in [("Bình Thành", "Bình Thạnh"), ("Qưới Sơn", "Quới Sơn"), ("Đa", "Da"), ("An", "Ân")]
        {
            assert_ne!(key(one), key(other), "{one} {other}");
        }
    }

    #[test]
    fn plain_has_no_diacritics() {
        assert_eq!(plain("Tổ Nhân dân TỰ QUẢN, ấp Đông Hưng"), "to nhan dan tu quan, ap dong hung");
        assert_eq!(plain("HỌ VÀ TÊN"), plain("Ho va ten"));
    }

    #[test]
    fn tidy_is_stable_and_keeps_letters() {
        let once = tidy(" Nguye\u{302}\u{303}n\u{200B}  Thị\u{A0}Huệ ");
        assert_eq!(once, "Nguyễn Thị Huệ");
        assert_eq!(tidy(&once), once);
    }

    #[test]
    fn what_was_put_right_is_told() {
        for text in [
            "Hue\u{323}\u{302}",
            "An\u{A0}Hiệp",
            "An  Hiệp",
            "\u{D0}a",
            "M\u{2019}gar",
            "\u{201C}ấp\u{201D}",
            "A\u{AD}n",
        ] {
            assert!(tidied(text).1, "{text}");
        }
        for text in ["Nguyễn Thị Huệ", " An ", "  Huệ ", "", "«ấp» – 1"] {
            assert!(!tidied(text).1, "{text}");
        }
    }
}
