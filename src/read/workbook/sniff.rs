//! What a file is, told by its first bytes and by its parts, never by its ending.

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use super::fault::{Fault, Page, Seems};
use super::package::Package;

/// The bytes in which a page tells what it is.
const HEAD: usize = 4096;
/// The most bytes of the records of an xls; a full sheet of 65,536 rows of 20 columns has about 25 MB.
const MOST_OF_XLS: u64 = 48 << 20;
const ODS: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// A workbook that is read, opened as far as its kind needs.
pub enum Kind<'b> {
    /// An xlsx, xlsm or xltx.
    Xlsx(Package<'b>),
    /// An ods or ots.
    Ods(Package<'b>),
    /// An xls: its stream of records.
    Xls(Vec<u8>),
}

/// What the first bytes say.
enum Seen {
    Zip,
    Ole,
    Page(Page),
    NoList(Seems),
}

/// Whether a file is to be opened as a workbook: it is one, or something else that is no text. [`super::open`]
/// says which.
pub fn is_workbook(bytes: &[u8]) -> bool {
    seen(bytes).is_some()
}

/// The workbook that a file is.
///
/// # Errors
/// With what it is instead.
pub fn kind(bytes: &[u8]) -> Result<Kind<'_>, Fault> {
    match seen(bytes) {
        Some(Seen::Zip) => zipped(Package::open(bytes)?),
        Some(Seen::Ole) => compound(bytes).map(Kind::Xls),
        Some(Seen::Page(page)) => Err(Fault::Page(page)),
        Some(Seen::NoList(seems)) => Err(Fault::NoList(seems)),
        None => Err(Fault::NoList(Seems::Other)),
    }
}

fn seen(bytes: &[u8]) -> Option<Seen> {
    const SEEMS: [(&[u8], Seems); 13] = [
        (b"\x89PNG", Seems::Picture),
        (b"\xFF\xD8\xFF", Seems::Picture),
        (b"GIF8", Seems::Picture),
        (b"II*\0", Seems::Picture),
        (b"MM\0*", Seems::Picture),
        (b"%PDF", Seems::Pdf),
        (b"{\\rtf", Seems::Word),
        (b"PK\x05\x06", Seems::Archive),
        (b"Rar!\x1A\x07", Seems::Archive),
        (b"7z\xBC\xAF\x27\x1C", Seems::Archive),
        (b"\x1F\x8B\x08", Seems::Archive),
        (b"SQLite format 3\0", Seems::Database),
        (b"\x7FELF", Seems::Other),
    ];
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(Seen::Zip);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(Seen::Ole);
    }
    let seems = SEEMS.iter().find(|(begins, _)| bytes.starts_with(begins)).map(|(_, seems)| Seen::NoList(*seems));
    seems.or_else(|| page(bytes).map(Seen::Page))
}

/// The page that a text is; in UTF-16 every second byte is zero.
fn page(bytes: &[u8]) -> Option<Page> {
    const HTML: [&str; 8] = ["<html", "<!doctype html", "<head", "<meta", "<body", "<table", "<style", "mime-version:"];
    let head: Vec<u8> = bytes.iter().take(HEAD).copied().filter(|byte| *byte != 0).collect();
    let head = head.strip_prefix(b"\xEF\xBB\xBF").or(head.strip_prefix(b"\xFF\xFE")).unwrap_or(&head);
    let head = String::from_utf8_lossy(head.trim_ascii_start()).to_ascii_lowercase();
    if HTML.iter().any(|begins| head.starts_with(begins)) {
        return Some(Page::Html);
    }
    let is_xml = head.starts_with("<?xml") || head.starts_with("<workbook");
    match is_xml {
        true if head.contains("<html") => Some(Page::Html),
        true => Some(Page::Xml),
        false => None,
    }
}

fn zipped(package: Package<'_>) -> Result<Kind<'_>, Fault> {
    let mimetype = package.head("mimetype", 128)?;
    if mimetype.starts_with(ODS) {
        return Ok(Kind::Ods(package));
    }
    let names = |of: &str| String::from_utf8_lossy(&mimetype).contains(of);
    if package.holds("xl/workbook.bin") {
        Err(Fault::Xlsb)
    } else if package.holds("xl/workbook.xml") {
        Ok(Kind::Xlsx(package))
    } else if package.holds("word/document.xml") || names("opendocument.text") {
        Err(Fault::NoList(Seems::Word))
    } else if package.holds("ppt/presentation.xml") || names("opendocument.presentation") {
        Err(Fault::NoList(Seems::Slides))
    } else if package.any(|name| name.rsplit(['/', '\\']).next() == Some("workbook.xml")) {
        // Some programs keep the workbook elsewhere; the package says where.
        Ok(Kind::Xlsx(package))
    } else {
        Err(Fault::NoList(Seems::Archive))
    }
}

fn compound(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|err| Fault::from(&err))?;
    if file.is_stream("EncryptedPackage") {
        return Err(Fault::Encrypted);
    }
    let Some(name) = ["Workbook", "Book"].into_iter().find(|name| file.is_stream(name)) else {
        let seems = [("WordDocument", Seems::Word), ("PowerPoint Document", Seems::Slides)];
        let seems = seems.into_iter().find(|(name, _)| file.is_stream(name));
        return Err(Fault::NoList(seems.map_or(Seems::Other, |(_, seems)| seems)));
    };
    let mut stream = Vec::new();
    let mut source = file.open_stream(name).map_err(|err| Fault::from(&err))?.take(MOST_OF_XLS + 1);
    let length = source.read_to_end(&mut stream).map_err(|err| Fault::from(&err))?;
    if u64::try_from(length).is_ok_and(|length| length <= MOST_OF_XLS) { Ok(stream) } else { Err(Fault::TooLarge) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_told_in_every_encoding() {
        for (text, right) in [
            ("<html xmlns:x=\"urn\">", Some(Page::Html)),
            ("\u{FEFF}\r\n<!DOCTYPE HTML>", Some(Page::Html)),
            ("<Table><tr>", Some(Page::Html)),
            ("MIME-Version: 1.0\r\n", Some(Page::Html)),
            ("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>", Some(Page::Xml)),
            ("<?xml version=\"1.0\"?><!DOCTYPE html><html>", Some(Page::Html)),
            ("code,name", None),
            ("", None),
        ] {
            assert_eq!(page(text.as_bytes()), right, "{text}");
            let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(page(&utf16), right, "{text}");
        }
    }

    #[test]
    fn text_is_no_workbook() {
        for text in ["", "code,name\n", "PK,STT\n", "\u{FEFF}Mã;Tên", "GIF,JPG", "%,Tên"] {
            assert!(!is_workbook(text.as_bytes()), "{text}");
        }
    }
}
