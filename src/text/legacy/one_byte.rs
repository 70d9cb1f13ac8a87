//! Bytes of before Unicode as the characters that programs take them for: Latin-1 or windows-1252.

/// What windows-1252 has from 80 to 9F; the five it lacks stand for themselves.
const SPECIAL: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The character of a byte in windows-1252.
pub fn char_of(byte: u8) -> char {
    modern(char::from(byte))
}

/// A character of Latin-1 as windows-1252 has it: 0x96 is a dash, and no control character.
pub fn modern(c: char) -> char {
    let at = u32::from(c).checked_sub(0x80).and_then(|at| usize::try_from(at).ok());
    at.and_then(|at| SPECIAL.get(at)).copied().unwrap_or(c)
}

/// The byte that a program took for the character, under Latin-1 or windows-1252.
pub fn byte_of(c: char) -> Option<u8> {
    let special = || (0x80u8..).zip(SPECIAL).find(|(_, special)| *special == c).map(|(byte, _)| byte);
    u8::try_from(u32::from(c)).ok().or_else(special)
}

/// Whether it is a letter of Latin-1 beyond ASCII.
pub(super) fn is_letter(c: char) -> bool {
    ('\u{C0}'..='\u{FF}').contains(&c)
}

/// Whether a text can be bytes of before Unicode: it has some beyond ASCII, and no character that no byte stands for.
pub fn is_of_bytes(text: &str) -> bool {
    !text.is_ascii() && text.chars().all(|c| byte_of(c).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_from_their_characters() {
        for byte in 0..=u8::MAX {
            assert_eq!(byte_of(char_of(byte)), Some(byte));
            assert_eq!(byte_of(char::from(byte)), Some(byte));
        }
        assert_eq!((byte_of('Đ'), byte_of('ễ'), char_of(0x96)), (None, None, '–'));
    }

    #[test]
    fn letters_of_unicode_alone_tell_unicode() {
        assert!(is_of_bytes("NguyÔn") && is_of_bytes("Lê Hòa") && is_of_bytes("á»…"));
        assert!(!is_of_bytes("Nguyễn Thò") && !is_of_bytes("Đa") && !is_of_bytes("An"));
    }
}
