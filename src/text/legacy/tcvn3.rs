//! TCVN3 (ABC), the letters of fonts such as .VnTime. It has no capitals with tones: a capital font (.VnTimeH) draws them.

use std::sync::LazyLock;

use super::one_byte::{is_letter, modern};

/// The letters from A1 on; a dot where there is none. AD is ư: it looks like a soft hyphen, and is none.
const LETTERS: &str = "\
    ĂÂÊÔƠƯĐăâêôơưđ··\
    ····àảãáạ·ằẳẵắ··\
    ·····ặầẩẫấậè·ẻẽé\
    ẹềểễếệìỉ···ĩíịò·\
    ỏõóọồổỗốộờởỡớợù·\
    ủũúụừửữứựỳỷỹýỵ";

static TABLE: LazyLock<Vec<char>> = LazyLock::new(|| LETTERS.chars().collect());

/// The text of TCVN3 bytes (seen as Latin-1 or windows-1252) in Unicode. In a capital font all of
/// it is capitals. Elsewhere the capitals with tones cannot be told from small letters, save in
/// words whose plain letters are capitals, two of them at least: `NGUYÔN` is NGUYỄN.
pub fn tcvn3(text: &str, is_capital_font: bool) -> String {
    let right = read(text, |c| c);
    if is_capital_font { right.to_uppercase() } else { with_capitals(&right) }
}

/// The same as it stands, with `stray` in place of letters that TCVN3 does not have.
pub(super) fn read(text: &str, stray: fn(char) -> char) -> String {
    let right = |c| match letter(c) {
        Some(letter) => letter,
        None if is_letter(c) => stray(c),
        None => modern(c),
    };
    text.chars().map(right).collect()
}

fn letter(c: char) -> Option<char> {
    let at = u32::from(c).checked_sub(0xA1)?;
    TABLE.get(usize::try_from(at).ok()?).copied().filter(|letter| *letter != '·')
}

fn with_capitals(text: &str) -> String {
    let words = text.split_inclusive(|c: char| !c.is_alphabetic());
    words.map(|word| if is_in_capitals(word) { word.to_uppercase() } else { word.to_owned() }).collect()
}

fn is_in_capitals(word: &str) -> bool {
    let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
    capitals > 1 && !word.is_ascii() && !word.bytes().any(|byte| byte.is_ascii_lowercase())
}
