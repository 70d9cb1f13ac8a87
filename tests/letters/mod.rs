//! The letters beyond ASCII of Vietnamese and their bytes in encodings of before Unicode, and small writers of these.

use unicode_normalization::UnicodeNormalization;

/// Small letter, its TCVN3 byte, its VNI bytes as seen; the capital, its TCVN3 byte in a capital font, its VNI bytes.
pub const LETTERS: [(char, u8, &str, char, u8, &str); 67] = [
    ('á', 0xB8, "aù", 'Á', 0xB8, "AÙ"),
    ('à', 0xB5, "aø", 'À', 0xB5, "AØ"),
    ('ả', 0xB6, "aû", 'Ả', 0xB6, "AÛ"),
    ('ã', 0xB7, "aõ", 'Ã', 0xB7, "AÕ"),
    ('ạ', 0xB9, "aï", 'Ạ', 0xB9, "AÏ"),
    ('â', 0xA9, "aâ", 'Â', 0xA2, "AÂ"),
    ('ấ', 0xCA, "aá", 'Ấ', 0xCA, "AÁ"),
    ('ầ', 0xC7, "aà", 'Ầ', 0xC7, "AÀ"),
    ('ẩ', 0xC8, "aå", 'Ẩ', 0xC8, "AÅ"),
    ('ẫ', 0xC9, "aã", 'Ẫ', 0xC9, "AÃ"),
    ('ậ', 0xCB, "aä", 'Ậ', 0xCB, "AÄ"),
    ('ă', 0xA8, "aê", 'Ă', 0xA1, "AÊ"),
    ('ắ', 0xBE, "aé", 'Ắ', 0xBE, "AÉ"),
    ('ằ', 0xBB, "aè", 'Ằ', 0xBB, "AÈ"),
    ('ẳ', 0xBC, "aú", 'Ẳ', 0xBC, "AÚ"),
    ('ẵ', 0xBD, "aü", 'Ẵ', 0xBD, "AÜ"),
    ('ặ', 0xC6, "aë", 'Ặ', 0xC6, "AË"),
    ('đ', 0xAE, "ñ", 'Đ', 0xA7, "Ñ"),
    ('é', 0xD0, "eù", 'É', 0xD0, "EÙ"),
    ('è', 0xCC, "eø", 'È', 0xCC, "EØ"),
    ('ẻ', 0xCE, "eû", 'Ẻ', 0xCE, "EÛ"),
    ('ẽ', 0xCF, "eõ", 'Ẽ', 0xCF, "EÕ"),
    ('ẹ', 0xD1, "eï", 'Ẹ', 0xD1, "EÏ"),
    ('ê', 0xAA, "eâ", 'Ê', 0xA3, "EÂ"),
    ('ế', 0xD5, "eá", 'Ế', 0xD5, "EÁ"),
    ('ề', 0xD2, "eà", 'Ề', 0xD2, "EÀ"),
    ('ể', 0xD3, "eå", 'Ể', 0xD3, "EÅ"),
    ('ễ', 0xD4, "eã", 'Ễ', 0xD4, "EÃ"),
    ('ệ', 0xD6, "eä", 'Ệ', 0xD6, "EÄ"),
    ('í', 0xDD, "í", 'Í', 0xDD, "Í"),
    ('ì', 0xD7, "ì", 'Ì', 0xD7, "Ì"),
    ('ỉ', 0xD8, "æ", 'Ỉ', 0xD8, "Æ"),
    ('ĩ', 0xDC, "ó", 'Ĩ', 0xDC, "Ó"),
    ('ị', 0xDE, "ò", 'Ị', 0xDE, "Ò"),
    ('ó', 0xE3, "où", 'Ó', 0xE3, "OÙ"),
    ('ò', 0xDF, "oø", 'Ò', 0xDF, "OØ"),
    ('ỏ', 0xE1, "oû", 'Ỏ', 0xE1, "OÛ"),
    ('õ', 0xE2, "oõ", 'Õ', 0xE2, "OÕ"),
    ('ọ', 0xE4, "oï", 'Ọ', 0xE4, "OÏ"),
    ('ô', 0xAB, "oâ", 'Ô', 0xA4, "OÂ"),
    ('ố', 0xE8, "oá", 'Ố', 0xE8, "OÁ"),
    ('ồ', 0xE5, "oà", 'Ồ', 0xE5, "OÀ"),
    ('ổ', 0xE6, "oå", 'Ổ', 0xE6, "OÅ"),
    ('ỗ', 0xE7, "oã", 'Ỗ', 0xE7, "OÃ"),
    ('ộ', 0xE9, "oä", 'Ộ', 0xE9, "OÄ"),
    ('ơ', 0xAC, "ô", 'Ơ', 0xA5, "Ô"),
    ('ớ', 0xED, "ôù", 'Ớ', 0xED, "ÔÙ"),
    ('ờ', 0xEA, "ôø", 'Ờ', 0xEA, "ÔØ"),
    ('ở', 0xEB, "ôû", 'Ở', 0xEB, "ÔÛ"),
    ('ỡ', 0xEC, "ôõ", 'Ỡ', 0xEC, "ÔÕ"),
    ('ợ', 0xEE, "ôï", 'Ợ', 0xEE, "ÔÏ"),
    ('ú', 0xF3, "uù", 'Ú', 0xF3, "UÙ"),
    ('ù', 0xEF, "uø", 'Ù', 0xEF, "UØ"),
    ('ủ', 0xF1, "uû", 'Ủ', 0xF1, "UÛ"),
    ('ũ', 0xF2, "uõ", 'Ũ', 0xF2, "UÕ"),
    ('ụ', 0xF4, "uï", 'Ụ', 0xF4, "UÏ"),
    ('ư', 0xAD, "ö", 'Ư', 0xA6, "Ö"),
    ('ứ', 0xF8, "öù", 'Ứ', 0xF8, "ÖÙ"),
    ('ừ', 0xF5, "öø", 'Ừ', 0xF5, "ÖØ"),
    ('ử', 0xF6, "öû", 'Ử', 0xF6, "ÖÛ"),
    ('ữ', 0xF7, "öõ", 'Ữ', 0xF7, "ÖÕ"),
    ('ự', 0xF9, "öï", 'Ự', 0xF9, "ÖÏ"),
    ('ý', 0xFD, "yù", 'Ý', 0xFD, "YÙ"),
    ('ỳ', 0xFA, "yø", 'Ỳ', 0xFA, "YØ"),
    ('ỷ', 0xFB, "yû", 'Ỷ', 0xFB, "YÛ"),
    ('ỹ', 0xFC, "yõ", 'Ỹ', 0xFC, "YÕ"),
    ('ỵ', 0xFE, "î", 'Ỵ', 0xFE, "Î"),
];

/// Shapes and tones of windows-1258.
const WINDOWS_1258: [(char, u8); 19] = [
    ('Â', 0xC2),
    ('â', 0xE2),
    ('Ă', 0xC3),
    ('ă', 0xE3),
    ('Ê', 0xCA),
    ('ê', 0xEA),
    ('Ô', 0xD4),
    ('ô', 0xF4),
    ('Ơ', 0xD5),
    ('ơ', 0xF5),
    ('Ư', 0xDD),
    ('ư', 0xFD),
    ('Đ', 0xD0),
    ('đ', 0xF0),
    ('\u{300}', 0xCC),
    ('\u{309}', 0xD2),
    ('\u{303}', 0xDE),
    ('\u{301}', 0xEC),
    ('\u{323}', 0xF2),
];

/// The text as TCVN3: capitals with tones become small letters.
pub fn tcvn3(text: &str) -> Vec<u8> {
    let byte = |c: char| {
        let found = LETTERS.iter().find_map(|(small, byte, _, capital, drawn, _)| match c {
            _ if c == *small => Some(*byte),
            _ if c == *capital => Some(*drawn),
            _ => None,
        });
        found.unwrap_or_else(|| u8::try_from(u32::from(c)).expect("a letter of the table"))
    };
    text.chars().map(byte).collect()
}

/// The text as VNI.
pub fn vni(text: &str) -> Vec<u8> {
    let seen = |c: char| {
        let found = LETTERS.iter().find_map(|(small, _, seen, capital, _, seen_capital)| match c {
            _ if c == *small => Some((*seen).to_owned()),
            _ if c == *capital => Some((*seen_capital).to_owned()),
            _ => None,
        });
        found.unwrap_or_else(|| c.to_string())
    };
    let seen: String = text.chars().map(seen).collect();
    seen.chars().map(|c| u8::try_from(u32::from(c)).expect("a letter of the table")).collect()
}

/// The text as windows-1258: each letter with its shape, then its tone.
pub fn windows_1258(text: &str) -> Vec<u8> {
    let is_tone = |c: &char| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*c);
    let byte = |c: char| WINDOWS_1258.iter().find(|(letter, _)| *letter == c).map_or(c as u8, |(_, byte)| *byte);
    let parts = |c: char| {
        let [mut letter, mut tone] = [String::new(), String::new()];
        c.nfd().for_each(|part| if is_tone(&part) { tone.push(part) } else { letter.push(part) });
        letter.nfc().chain(tone.chars()).collect::<Vec<char>>()
    };
    text.chars().flat_map(parts).map(byte).collect()
}
