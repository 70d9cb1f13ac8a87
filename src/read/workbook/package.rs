//! The zip archive that an xlsx or ods is: its parts, each read as XML within limits.

use std::io::{BufReader, Cursor, Read};
use std::ops::ControlFlow;

use quick_xml::events::Event;
use zip::ZipArchive;

use super::fault::Fault;
use super::xml;

/// The most parts of an archive: each costs memory before anything is read. Workbooks have tens.
const MOST_PARTS: usize = 10_000;
/// The most bytes of a part when inflated; 200,000 rows of 12 columns have about 110 MiB.
const MOST_INFLATED: u64 = 384 << 20;
/// What the list of an archive's parts has before each of them.
const ENTRY: &[u8] = b"PK\x01\x02";

/// An archive in memory.
pub struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
}

impl<'b> Package<'b> {
    /// Opens an archive; nothing is inflated yet.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Fault> {
        if bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).nth(MOST_PARTS).is_some() {
            return Err(Fault::Hostile);
        }
        Ok(Package { archive: ZipArchive::new(Cursor::new(bytes))? })
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
            let mut archive = self.archive.clone();
            archive.by_index(index)?.take(most).read_to_end(&mut bytes).map_err(|err| Fault::from(&err))?;
        }
        Ok(bytes)
    }

    /// Hands the XML of a part to `take`, event by event, until it breaks off; says whether there is such a part.
    pub fn read<T>(&self, name: &str, take: T) -> Result<bool, Fault>
    where
        T: FnMut(Event<'_>) -> Result<ControlFlow<()>, Fault>,
    {
        let Some(index) = self.find(name) else { return Ok(false) };
        // The archive is a cursor and a shared list: a clone leaves it free for the next part.
        let mut archive = self.archive.clone();
        let part = archive.by_index(index)?;
        xml::read(BufReader::with_capacity(1 << 16, part), MOST_INFLATED, take)?;
        Ok(true)
    }

    /// Some programs write the parts' names with other letters than they refer to them, or with backslashes.
    fn find(&self, name: &str) -> Option<usize> {
        let is_it = |other: &str| other.replace('\\', "/").eq_ignore_ascii_case(name);
        let at = || self.archive.file_names().position(|other| other.is_ok_and(|other| is_it(&other)));
        self.archive.index_for_name(name).or_else(at)
    }
}
