//! Letters of an xls: one byte each in a code page (Excel 5), or one or two bytes each of Unicode (Excel 97).

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, MACINTOSH, SHIFT_JIS, UTF_16LE, WINDOWS_874, WINDOWS_1252};

use super::super::fault::Fault;
use super::records::Data;

/// How the strings of a workbook are written.
#[derive(Clone, Copy, Debug)]
pub enum Letters {
    /// In a code page.
    Bytes(&'static Encoding),
    /// In Unicode.
    Unicode,
}

impl Letters {
    /// Letters of the code page of this number. Old fonts are drawn over the western one.
    pub fn of_code_page(number: u16) -> Self {
        Letters::Bytes(match number {
            0x8000 | 10_000 => MACINTOSH,
            874 => WINDOWS_874,
            932 => SHIFT_JIS,
            936 => GBK,
            949 => EUC_KR,
            950 => BIG5,
            1250..=1258 => Encoding::for_label(format!("windows-{number}").as_bytes()).unwrap_or(WINDOWS_1252),
            _ => WINDOWS_1252,
        })
    }

    /// The string at `at`, whose length is one byte or two.
    pub fn string(self, data: Data<'_>, at: usize, bytes_of_length: usize) -> Result<String, Fault> {
        let length = match bytes_of_length {
            1 => usize::from(data.u8(at)?),
            _ => usize::from(data.u16(at)?),
        };
        let at = at + bytes_of_length;
        match self {
            Letters::Bytes(encoding) => {
                let bytes = data.from(at)?;
                let bytes = bytes.get(..length).unwrap_or(bytes);
                Ok(encoding.decode_without_bom_handling(bytes).0.into_owned())
            }
            // An empty string may lack the byte that says how wide its letters are.
            Letters::Unicode if length == 0 => Ok(String::new()),
            Letters::Unicode => {
                let is_wide = data.u8(at)? & 1 != 0;
                let bytes = data.from(at + 1)?;
                let mut text = String::new();
                unicode(bytes.get(..if is_wide { 2 * length } else { length }).unwrap_or(bytes), is_wide, &mut text);
                Ok(text)
            }
        }
    }
}

/// Adds letters of one byte, which are the first 256 of Unicode, or of two.
pub fn unicode(bytes: &[u8], is_wide: bool, into: &mut String) {
    if is_wide {
        into.push_str(&UTF_16LE.decode_without_bom_handling(bytes).0);
    } else {
        into.extend(bytes.iter().map(|byte| char::from(*byte)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_in_every_form() {
        let old = Letters::of_code_page(1252);
        assert_eq!(old.string(Data(b"\x06Nguy\xD4n"), 0, 1), Ok("NguyÔn".to_owned()));
        assert_eq!(Letters::Unicode.string(Data(b"\x02\0\0a\xD4"), 0, 2), Ok("aÔ".to_owned()));
        assert_eq!(Letters::Unicode.string(Data(b"\x01\x01\x10\x01"), 0, 1), Ok("Đ".to_owned()));
        assert_eq!(Letters::Unicode.string(Data(b"\0\0"), 0, 2), Ok(String::new()));
        assert_eq!(Letters::Unicode.string(Data(b"\x01"), 0, 2), Err(Fault::Damaged));
        assert!(matches!(Letters::of_code_page(1258), Letters::Bytes(encoding) if encoding.name() == "windows-1258"));
        assert!(matches!(Letters::of_code_page(437), Letters::Bytes(encoding) if encoding == WINDOWS_1252));
    }
}
