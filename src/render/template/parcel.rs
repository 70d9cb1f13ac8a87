//! The zip archive that a docx is: the parts with text are read, all others are copied as they are.

use std::io::{Cursor, Read, Write};

use zip::result::{ZipError, ZipResult};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::fault::{Fault, MOST_MEGABYTES};

/// The most parts of a document: each costs memory before anything is read.
const MOST_PARTS: usize = 5_000;
/// What the list of an archive's parts has before each of them.
const ENTRY: &[u8] = b"PK\x01\x02";
/// The part that says what all others are.
const TYPES: &str = "[Content_Types].xml";
/// What a template of Word (dotx) calls itself, and what the document made of it is.
const OF_TEMPLATE: &str = "wordprocessingml.template.main+xml";
const OF_DOCUMENT: &str = "wordprocessingml.document.main+xml";

/// A docx in memory.
pub struct Parcel<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// The parts with text that is filled in: their places in the archive, names and texts.
    pub parts: Vec<Part>,
}

/// A part with text.
pub struct Part {
    /// Its place in the archive.
    pub at: usize,
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl<'b> Parcel<'b> {
    /// Opens a docx and reads its parts with text.
    ///
    /// # Errors
    /// With what it is instead, or why it is not taken.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Fault> {
        if bytes.len() > MOST_MEGABYTES << 20 {
            return Err(Fault::TooLarge);
        }
        if !bytes.starts_with(b"PK\x03\x04") {
            return Err(instead(bytes));
        }
        if bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).nth(MOST_PARTS).is_some() {
            return Err(Fault::Damaged);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(fault)?;
        let mut parcel = Parcel { archive, parts: Vec::new() };
        parcel.refuse()?;
        let mut left = MOST_MEGABYTES << 20;
        for at in 0..parcel.archive.len() {
            let name = parcel.name(at)?;
            if has_text(&name) || name == TYPES {
                let text = parcel.read(at, &mut left)?;
                parcel.parts.push(Part { at, name, text });
            }
        }
        Ok(parcel)
    }

    /// Refuses what is no document, and one with macros.
    fn refuse(&mut self) -> Result<(), Fault> {
        let names: Result<Vec<String>, Fault> = (0..self.archive.len()).map(|at| self.name(at)).collect();
        let names = names?;
        let begins = |start: &str| names.iter().any(|name| name.starts_with(start));
        if begins("word/vbaProject") {
            return Err(Fault::Macros);
        }
        match names.iter().any(|name| is_document(name)) {
            true => Ok(()),
            false if begins("xl/") => Err(Fault::NoDocument("workbook")),
            false if begins("content.xml") => Err(Fault::NoDocument("odt")),
            false => Err(Fault::NoDocument("archive")),
        }
    }

    fn name(&mut self, at: usize) -> Result<String, Fault> {
        let part = self.archive.by_index_raw(at).map_err(fault)?;
        part.name().map(|name| name.into_owned()).map_err(fault)
    }

    fn read(&mut self, at: usize, left: &mut usize) -> Result<String, Fault> {
        let part = self.archive.by_index(at).map_err(fault)?;
        let mut text = Vec::new();
        let most = u64::try_from(*left).unwrap_or(u64::MAX);
        part.take(most.saturating_add(1)).read_to_end(&mut text).map_err(|_| Fault::Damaged)?;
        *left = left.checked_sub(text.len()).ok_or(Fault::TooLarge)?;
        String::from_utf8(text).map_err(|_| Fault::Damaged)
    }

    /// The docx with other texts in some of its parts, the same bytes every time.
    ///
    /// # Errors
    /// When it cannot be packed.
    pub fn packed(mut self, filled: &[(usize, Vec<u8>)]) -> Result<Vec<u8>, Fault> {
        let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default();
        let options = options.compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::default());
        for at in 0..self.archive.len() {
            let types = self.parts.iter().find(|part| part.at == at && part.name == TYPES);
            let types = types.map(|part| part.text.replace(OF_TEMPLATE, OF_DOCUMENT).into_bytes());
            let own = filled.iter().find(|(place, _)| *place == at).map(|(_, bytes)| bytes.clone()).or(types);
            let name = self.name(at)?;
            let copy = |archive: &mut ZipArchive<_>, packed: &mut ZipWriter<_>| -> ZipResult<()> {
                match &own {
                    Some(bytes) => {
                        packed.start_file(name, options)?;
                        packed.write_all(bytes).map_err(ZipError::Io)
                    }
                    None => packed.raw_copy_file(archive.by_index_raw(at)?),
                }
            };
            copy(&mut self.archive, &mut packed).map_err(fault)?;
        }
        packed.finish().map(Cursor::into_inner).map_err(fault)
    }
}

impl Part {
    /// Whether placeholders may stand in it.
    pub fn is_text(&self) -> bool {
        self.name != TYPES
    }
}

/// Whether it is the part with the body of a document; some programs number it.
fn is_document(name: &str) -> bool {
    name.starts_with("word/document") && name.ends_with(".xml")
}

/// Whether it has text that is printed: the body, what stands over and under the pages, notes.
fn has_text(name: &str) -> bool {
    const OTHERS: [&str; 4] = ["word/header", "word/footer", "word/footnotes", "word/endnotes"];
    is_document(name) || name.ends_with(".xml") && OTHERS.iter().any(|other| name.starts_with(other))
}

/// What a file is that is no archive.
fn instead(bytes: &[u8]) -> Fault {
    let holds_utf16 = |text: &str| {
        let text: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(text.len()).any(|window| window == text)
    };
    match bytes {
        _ if bytes.starts_with(b"\xD0\xCF\x11\xE0") && holds_utf16("EncryptedPackage") => Fault::Encrypted,
        _ if bytes.starts_with(b"\xD0\xCF\x11\xE0") => Fault::NoDocument("doc"),
        _ if bytes.starts_with(b"{\\rtf") => Fault::NoDocument("doc"),
        _ if bytes.starts_with(b"%PDF") => Fault::NoDocument("pdf"),
        _ => Fault::NoDocument("other"),
    }
}

fn fault(err: ZipError) -> Fault {
    match err {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Fault::Encrypted,
        _ => Fault::Damaged,
    }
}
