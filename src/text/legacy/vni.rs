//! VNI, the letters of fonts such as VNI-Times: a plain letter, then one that stands for its shape and tone.

use unicode_normalization::UnicodeNormalization;

use super::one_byte::{is_letter, modern};

/// Letters that are one byte, as seen and as meant.
const LETTERS: &[(char, char)] =
    &[('ô', 'ơ'), ('ö', 'ư'), ('ñ', 'đ'), ('í', 'í'), ('ì', 'ì'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị'), ('î', 'ỵ')];

/// What a letter stands for after one of some vowels (as seen): a tone; ˆ and a tone; ˘ and a tone.
const MARKS: &[(&str, &[(char, &str)])] = &[
    ("aeouyôö", &[('ù', "\u{301}"), ('ø', "\u{300}"), ('û', "\u{309}"), ('õ', "\u{303}"), ('ï', "\u{323}")]),
    ("aeo", &[('â', "\u{302}"), ('á', "\u{302}\u{301}"), ('à', "\u{302}\u{300}")]),
    ("aeo", &[('å', "\u{302}\u{309}"), ('ã', "\u{302}\u{303}"), ('ä', "\u{323}\u{302}")]),
    ("a", &[('ê', "\u{306}"), ('é', "\u{306}\u{301}"), ('è', "\u{306}\u{300}")]),
    ("a", &[('ú', "\u{306}\u{309}"), ('ü', "\u{306}\u{303}"), ('ë', "\u{323}\u{306}")]),
];

/// The text of VNI bytes (seen as Latin-1 or windows-1252) in Unicode.
pub fn vni(text: &str) -> String {
    read(text, |c| c)
}

/// The same, with `stray` in place of letters that stand for nothing where they are.
pub(super) fn read(text: &str, stray: fn(char) -> char) -> String {
    let mut right = String::with_capacity(text.len() + text.len() / 4);
    let mut before = None;
    for c in text.chars() {
        let small = c.to_lowercase().next().unwrap_or(c);
        if let Some(marks) = before.take().and_then(|vowel| marks(vowel, small)) {
            right.push_str(marks);
            continue;
        }
        before = Some(small);
        match LETTERS.iter().find(|(seen, _)| *seen == small) {
            Some((_, letter)) if small == c => right.push(*letter),
            Some((_, letter)) => right.extend(letter.to_uppercase()),
            None => right.push(if is_letter(c) { stray(c) } else { modern(c) }),
        }
    }
    right.nfc().collect()
}

fn marks(vowel: char, small: char) -> Option<&'static str> {
    let own = MARKS.iter().filter(|(vowels, _)| vowels.contains(vowel)).flat_map(|(_, marks)| *marks);
    own.into_iter().find(|(seen, _)| *seen == small).map(|(_, marks)| *marks)
}
