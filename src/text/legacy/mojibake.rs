//! UTF-8 that a program took for windows-1252 or windows-1258, once or twice: `Nguyá»…n` for Nguyễn.

use super::one_byte::byte_of;
use crate::text::syllable::is_letter;

/// The most readings that are taken back.
const MOST: usize = 3;

/// Whether bytes of a Vietnamese letter in UTF-8 can begin with what the character stands for.
pub fn is_lead(c: char) -> bool {
    matches!(c, 'Ã' | 'Ă' | 'Ä' | 'Å' | 'Æ' | 'á')
}

/// Whether some characters of the text are the bytes of a Vietnamese letter in UTF-8.
pub fn has_mojibake(text: &str) -> bool {
    text.match_indices(is_lead).any(|(at, _)| {
        let bytes = text[at..].chars().map_while(byte).take(3).collect::<Vec<u8>>();
        let is_of = |length: usize| {
            let letter = bytes.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok());
            letter.is_some_and(|letter| letter.chars().count() == 1 && letter.chars().all(is_letter))
        };
        is_of(2) || is_of(3)
    })
}

/// The text as it was before it was read wrongly; none where some of it is lost.
pub fn repaired(text: &str) -> Option<String> {
    let mut right = once(text)?;
    for _ in 1..MOST {
        match once(&right).filter(|_| has_mojibake(&right)) {
            Some(better) => right = better,
            None => break,
        }
    }
    Some(right).filter(|right| !has_mojibake(right))
}

/// One wrong reading taken back. The second byte of à is a non-breaking space, which may have become a plain one.
fn once(text: &str) -> Option<String> {
    let bytes = |text: &str| text.chars().map(byte).collect::<Option<Vec<u8>>>();
    let read = |text: &str| bytes(text).and_then(|bytes| String::from_utf8(bytes).ok());
    read(text).or_else(|| read(&text.replace("Ã ", "Ã\u{A0}").replace("Ă ", "Ă\u{A0}")))
}

/// A Vietnamese Windows reads windows-1258, where C3 is Ă; the other bytes of Vietnamese letters are alike.
fn byte(c: char) -> Option<u8> {
    if c == 'Ă' { Some(0xC3) } else { byte_of(c) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::legacy::one_byte::char_of;

    fn misread(text: &str) -> String {
        text.bytes().map(char_of).collect()
    }

    #[test]
    fn wrong_readings_are_taken_back() {
        for text in ["Nguyễn Thị Huệ", "Đặng Ngọc Ánh", "Hà Nội", "Xã Quới Sơn, “ấp 3” – Lê"]
        {
            let (once, twice) = (misread(text), misread(&misread(text)));
            for wrong in [once, twice] {
                assert!(has_mojibake(&wrong), "{wrong}");
                assert_eq!(repaired(&wrong).as_deref(), Some(text));
            }
        }
        assert_eq!(repaired("HĂ²a BĂ¬nh").as_deref(), Some("Hòa Bình"));
        assert_eq!(repaired("HÃ  Ná»™i").as_deref(), Some("Hà Nội"));
    }

    #[test]
    fn what_is_lost_is_told_and_not_invented() {
        assert!(has_mojibake("Nguyá»…n Thá»? Ãnh"));
        assert_eq!(repaired("Nguyá»…n Thá»? Ãnh"), None);
    }

    #[test]
    fn right_text_and_old_fonts_are_none() {
        for text in ["Nguyễn Thị Huệ", "«XÃ» «MÔ», Ê Ban", "NguyÔn ThÞ HuÖ", "Nguyeãn Thò Hueä", "An", "Ãnh ÁNH"]
        {
            assert!(!has_mojibake(text), "{text}");
        }
    }
}
