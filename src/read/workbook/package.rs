//! The zip archive that an xlsx or ods is: its parts, inflated no further than asked.

use std::io::{BufReader, Cursor, Read};
use std::ops::ControlFlow;

use quick_xml::events::Event;
use zip::ZipArchive;

use super::fault::Fault;
use super::xml;

/// The most parts of an archive: each costs memory before anything is read. Workbooks have tens, and one more for
/// each picture.
const MOST_PARTS: usize = 10_000;
/// What the list of an archive's parts has before each of them.
const ENTRY: &[u8] = b"PK\x01\x02";

/// An archive in memory.
pub struct Package<'b> {
    /// The whole file.
    pub bytes: &'b [u8],
    archive: ZipArchive<Cursor<&'b [u8]>>,
}

impl<'b> Package<'b> {
    /// Opens an archive; nothing is inflated yet.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Fault> {
        if bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).nth(MOST_PARTS).is_some() {
            return Err(Fault::Hostile);
        }
        Ok(Package { bytes, archive: ZipArchive::new(Cursor::new(bytes))? })
    }

    /// Whether there is a part of this name, in small or capital letters.
    pub fn holds(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Whether any part's name satisfies `is_it`.
    pub fn any(&self, is_it: impl Fn(&str) -> bool) -> bool {
        self.archive.file_names().flatten().any(|name| is_it(&name))
    }

    /// The first bytes of a part, at most `most` of them; nothing where there is none.
    pub fn head(&self, name: &str, most: u64) -> Result<Vec<u8>, Fault> {
        let mut bytes = Vec::new();
        if let Some(index) = self.find(name) {
            self.archive
                .clone()
                .by_index(index)?
                .take(most)
                .read_to_end(&mut bytes)
                .map_err(|err| Fault::from(&err))?;
        }
        Ok(bytes)
    }

    /// Hands every part to `look`, with its name as references to it have it: in small letters, with slashes.
    pub fn each(&self, mut look: impl FnMut(&str, &mut dyn Read) -> Result<(), Fault>) -> Result<(), Fault> {
        let mut archive = self.archive.clone();
        for index in 0..archive.len() {
            let mut part = archive.by_index(index)?;
            let name = part.name()?.replace('\\', "/").to_ascii_lowercase();
            look(&name, &mut part)?;
        }
        Ok(())
    }

    /// Hands the XML of a part to `take`, event by event; says whether there is such a part.
    pub fn read<T>(&self, name: &str, most: u64, take: T) -> Result<bool, Fault>
    where
        T: FnMut(Event<'_>) -> Result<ControlFlow<()>, Fault>,
    {
        let Some(index) = self.find(name) else { return Ok(false) };
        // The archive is a cursor and a shared list: a clone leaves it free for the next part.
        let mut archive = self.archive.clone();
        xml::read(BufReader::with_capacity(1 << 16, archive.by_index(index)?), most, take)?;
        Ok(true)
    }

    /// Some programs write the parts' names with other letters than they refer to them, or with backslashes.
    fn find(&self, name: &str) -> Option<usize> {
        let is_it = |other: &str| other.replace('\\', "/").eq_ignore_ascii_case(name);
        let at = || self.archive.file_names().position(|other| other.is_ok_and(|other| is_it(&other)));
        self.archive.index_for_name(name).or_else(at)
    }
}
