//! The bytes of a text file to UTF-8: marks and valid UTF-8 prove themselves, the rest is as told, or guessed.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

use super::guess::{Guess, Score, guess};
use crate::text::legacy::Charset;
use crate::text::legacy::one_byte::{byte_of, char_of};
use crate::text::syllable::is_letter;

const BOM: &[u8] = b"\xEF\xBB\xBF";
const CTRL_Z: &[u8] = b"\x1A";

/// How letters are written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Unicode, as everything is written today.
    Utf8,
    /// "Unicode Text" of Excel.
    Utf16Le,
    /// The same, the other way round.
    Utf16Be,
    /// Vietnamese Windows: letters, then tones.
    Windows1258,
    /// Western Windows: it lacks most Vietnamese letters.
    Windows1252,
    /// ABC fonts (.VnTime).
    Tcvn3,
    /// VNI fonts (VNI-Times).
    Vni,
}

impl Encoding {
    /// All of them.
    pub const ALL: [Encoding; 7] = [
        Encoding::Utf8,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::Windows1258,
        Encoding::Windows1252,
        Encoding::Tcvn3,
        Encoding::Vni,
    ];

    /// The word used on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1258 => "windows-1258",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Tcvn3 => Charset::Tcvn3.code(),
            Encoding::Vni => Charset::Vni.code(),
        }
    }

    /// The encoding of a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Encoding::ALL.into_iter().find(|encoding| encoding.code().eq_ignore_ascii_case(code))
    }

    /// The name that a reader knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
            Encoding::Windows1258 | Encoding::Windows1252 => self.code(),
            Encoding::Tcvn3 => Charset::Tcvn3.name(),
            Encoding::Vni => Charset::Vni.name(),
        }
    }

    /// The old set of letters that it is, if it is one.
    pub fn charset(self) -> Option<Charset> {
        match self {
            Encoding::Tcvn3 => Some(Charset::Tcvn3),
            Encoding::Vni => Some(Charset::Vni),
            _ => None,
        }
    }
}

/// Text that was taken from bytes.
#[derive(Clone, Debug)]
pub struct Decoded<'b> {
    /// UTF-8, without mark and final Ctrl-Z. Rows of it may be broken: their reader reports them.
    pub bytes: Cow<'b, [u8]>,
    /// What the bytes were taken for.
    pub encoding: Encoding,
    /// Whether that is a guess from the letters, neither told nor proved.
    pub is_guess: bool,
    /// What was considered, best first, where no encoding is clearly the right one: the bytes are as they were.
    pub ambiguity: Option<Vec<Score>>,
}

impl<'b> Decoded<'b> {
    fn of(bytes: impl Into<Cow<'b, [u8]>>, encoding: Encoding) -> Self {
        Decoded { bytes: bytes.into(), encoding, is_guess: false, ambiguity: None }
    }

    fn read(bytes: &[u8], encoding: Encoding) -> Self {
        let mut text = read(bytes, encoding).into_bytes();
        text.truncate(body(&text).len());
        Decoded::of(text, encoding)
    }
}

/// The text of `bytes`. What can be proved goes first: marks, and valid UTF-8. `told` is what the user says of the rest,
/// and of UTF-8 that holds letters of TCVN3 or VNI. Where nothing is told, the letters decide.
pub fn decode(bytes: &[u8], told: Option<Encoding>) -> Decoded<'_> {
    if let Some((encoding, is_guess)) = utf16(bytes, told) {
        return Decoded { is_guess, ..Decoded::read(bytes, encoding) };
    }
    let body = body(bytes);
    match (std::str::from_utf8(body), told) {
        (Ok(text), Some(told)) => within(text, told).unwrap_or_else(|| Decoded::of(body, Encoding::Utf8)),
        (Ok(_), None) | (Err(_), Some(Encoding::Utf8)) => Decoded::of(body, Encoding::Utf8),
        (Err(_), Some(told)) => Decoded::read(body, told),
        (Err(_), None) => match guess(body) {
            Guess::Utf8 => Decoded::of(body, Encoding::Utf8),
            Guess::Clear(encoding) => Decoded { is_guess: true, ..Decoded::read(body, encoding) },
            Guess::Unclear(scores) => Decoded { ambiguity: Some(scores), ..Decoded::of(body, Encoding::Utf8) },
        },
    }
}

/// The text of bytes under an encoding; what it does not have becomes U+FFFD.
pub fn read(bytes: &[u8], encoding: Encoding) -> String {
    let seen = || bytes.iter().map(|byte| char_of(*byte)).collect::<String>();
    match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
        Encoding::Utf16Le => UTF_16LE.decode_with_bom_removal(bytes).0.into_owned(),
        Encoding::Utf16Be => UTF_16BE.decode_with_bom_removal(bytes).0.into_owned(),
        Encoding::Windows1258 => WINDOWS_1258.decode_without_bom_handling(bytes).0.nfc().collect(),
        Encoding::Windows1252 => seen(),
        Encoding::Tcvn3 => Charset::Tcvn3.read(&seen()),
        Encoding::Vni => Charset::Vni.read(&seen()),
    }
}

/// The text without its byte order mark and without the Ctrl-Z that old programs leave at the end.
pub fn body(bytes: &[u8]) -> &[u8] {
    before_end(after_mark(bytes))
}

/// The text without its byte order mark.
pub fn after_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BOM).unwrap_or(bytes)
}

/// The text without the Ctrl-Z that old programs leave at the end.
pub fn before_end(bytes: &[u8]) -> &[u8] {
    bytes.strip_suffix(CTRL_Z).unwrap_or(bytes)
}

/// The UTF-16 that bytes are, and whether that is a guess: by their mark, as told, or by their zeros.
fn utf16(bytes: &[u8], told: Option<Encoding>) -> Option<(Encoding, bool)> {
    match (bytes, told) {
        ([0xFF, 0xFE, ..], _) => Some((Encoding::Utf16Le, false)),
        ([0xFE, 0xFF, ..], _) => Some((Encoding::Utf16Be, false)),
        (_, Some(told @ (Encoding::Utf16Le | Encoding::Utf16Be))) => {
            let is_utf8 = !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok();
            (!is_utf8).then_some((told, false))
        }
        (_, Some(_)) => None,
        (_, None) => by_zeros(bytes).map(|encoding| (encoding, true)),
    }
}

/// UTF-16 without a mark: in a header, every second byte of many letters is zero.
fn by_zeros(bytes: &[u8]) -> Option<Encoding> {
    let pairs = &bytes[..bytes.len().min(64)];
    let zeros = |parity| pairs.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let is_utf16 = even.min(odd) == 0 && even.max(odd) * 4 > pairs.len() / 2 && pairs.len() > 8;
    is_utf16.then_some(if odd > even { Encoding::Utf16Le } else { Encoding::Utf16Be })
}

/// Valid UTF-8 that holds letters of an old set. Where letters of Unicode alone stand among them, only the cells
/// that read better are put right.
fn within<'b>(text: &str, told: Encoding) -> Option<Decoded<'b>> {
    let charset = told.charset()?;
    let is_mixed = text.chars().any(|c| is_letter(c) && byte_of(c).is_none());
    let cells = || text.split_inclusive([',', ';', '\t', '|', '"', '\r', '\n']);
    let better = |cell: &str| charset.better(cell).unwrap_or_else(|| cell.to_owned());
    let right = if is_mixed { cells().map(better).collect() } else { charset.read(text) };
    (right != text).then(|| Decoded::of(right.into_bytes(), told))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], told: Option<Encoding>) -> (String, Encoding, bool) {
        let decoded = decode(bytes, told);
        assert!(decoded.ambiguity.is_none(), "{decoded:?}");
        (String::from_utf8_lossy(&decoded.bytes).into_owned(), decoded.encoding, decoded.is_guess)
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn utf_8_is_borrowed() {
        for bytes in ["\u{FEFF}Mã,Tên\u{1A}", "Mã,Tên"] {
            let decoded = decode(bytes.as_bytes(), None);
            assert!(matches!(decoded.bytes, Cow::Borrowed(text) if text == "Mã,Tên".as_bytes()));
        }
    }

    #[test]
    fn utf_16_is_told_with_and_without_its_mark() {
        let header = "Mã cán bộ,Họ và tên,Cấp";
        for (bytes, encoding) in [
            (u16::to_le_bytes as fn(u16) -> [u8; 2], Encoding::Utf16Le),
            (u16::to_be_bytes as fn(u16) -> [u8; 2], Encoding::Utf16Be),
        ] {
            let marked = utf16(&format!("\u{FEFF}{header}\u{1A}"), bytes);
            assert_eq!(text(&marked, None), (header.to_owned(), encoding, false));
            assert_eq!(text(&utf16(header, bytes), None), (header.to_owned(), encoding, true));
            assert_eq!(text(&utf16("ễ", bytes), Some(encoding)), ("ễ".to_owned(), encoding, false));
        }
        assert_eq!(text(header.as_bytes(), Some(Encoding::Utf16Le)).1, Encoding::Utf8);
        for plain in ["Mã cán bộ,Họ và tên,Cấp", "code,na\0me\0,level", "", "a\0"] {
            assert_eq!(text(plain.as_bytes(), None).1, Encoding::Utf8, "{plain:?}");
        }
    }

    #[test]
    fn half_a_character_of_utf_16_is_damage() {
        let (text, ..) = text(b"\xFF\xFEA\0\x00\xD8B\0C", None);
        assert_eq!(text, "A\u{FFFD}B\u{FFFD}");
    }

    #[test]
    fn what_is_told_counts_where_nothing_is_proved() {
        assert_eq!(text(b"Nguy\xD4n", Some(Encoding::Tcvn3)), ("Nguyễn".to_owned(), Encoding::Tcvn3, false));
        assert_eq!(text(b"Nguye\xE3n", Some(Encoding::Vni)).0, "Nguyễn");
        assert_eq!(text(b"Ho\xE0, Hu\xEA\xF2", Some(Encoding::Windows1258)).0, "Hoà, Huệ");
        assert_eq!(text("Nguyễn".as_bytes(), Some(Encoding::Windows1258)).1, Encoding::Utf8);
        assert_eq!(decode(b"Nguy\xD4n", Some(Encoding::Utf8)).bytes, b"Nguy\xD4n".as_slice());
    }

    #[test]
    fn old_letters_inside_utf_8_are_put_right_when_told() {
        let tcvn3 = Some(Encoding::Tcvn3);
        assert_eq!(text("Hä vµ tªn,L\u{AA}".as_bytes(), tcvn3), ("Họ và tên,Lê".to_owned(), Encoding::Tcvn3, false));
        assert_eq!(text("Đỗ Bưởi,Lê,NguyÔn".as_bytes(), tcvn3).0, "Đỗ Bưởi,Lê,Nguyễn");
        assert_eq!(text(b"code,name", tcvn3), ("code,name".to_owned(), Encoding::Utf8, false));
    }

    #[test]
    fn codes_name_encodings() {
        for encoding in Encoding::ALL {
            assert_eq!(Encoding::of_code(encoding.code()), Some(encoding));
        }
        assert_eq!(Encoding::of_code("latin"), None);
    }
}
