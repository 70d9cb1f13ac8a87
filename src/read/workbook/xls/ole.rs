//! The compound file that an xls is: a small file system, of which every chain of sectors is followed only as far
//! as the file can reach.

use encoding_rs::UTF_16LE;

use super::super::fault::Fault;

const HEADER: usize = 512;
const ENTRY: usize = 128;
const MINI_SECTOR: usize = 64;
/// Streams below this size lie in the mini stream.
const MINI: usize = 4096;
/// Numbers of sectors end here; what is above has a meaning of its own.
const LAST: u32 = 0xFFFF_FFF9;
const ROOT: usize = 0;
/// An entry refers to no other.
const NONE: u32 = u32::MAX;

/// A compound file in memory.
#[derive(Debug)]
pub struct Ole<'b> {
    bytes: &'b [u8],
    sector: usize,
    /// The sector after each sector.
    next: Vec<u32>,
    mini_next: Vec<u32>,
    mini: Vec<u8>,
    /// What lies in the root: embedded documents have streams of the same names.
    streams: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    name: String,
    neighbours: [u32; 2],
    child: u32,
    start: u32,
    size: usize,
}

impl<'b> Ole<'b> {
    /// Opens a compound file and reads its directory.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Fault> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return Err(Fault::Damaged),
        };
        let mut ole =
            Ole { bytes, sector, next: Vec::new(), mini_next: Vec::new(), mini: Vec::new(), streams: Vec::new() };
        ole.next = ole.table()?;
        let directory = ole.chain(u32_at(bytes, 48)?, usize::MAX)?;
        let entries: Vec<Entry> = directory.chunks_exact(ENTRY).map(entry).collect::<Result<_, _>>()?;
        let root = entries.get(ROOT).ok_or(Fault::Damaged)?;
        if u32_at(bytes, 64)? > 0 {
            let mini_next = ole.chain(u32_at(bytes, 60)?, usize::MAX)?;
            ole.mini_next = numbers(&mini_next).collect();
            ole.mini = ole.chain(root.start, root.size)?;
        }
        ole.streams = in_root(&entries);
        Ok(ole)
    }

    /// Whether there is a stream or a folder of this name in the root.
    pub fn holds(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// The bytes of a stream in the root.
    pub fn stream(&self, name: &str) -> Result<Vec<u8>, Fault> {
        let entry = self.find(name).ok_or(Fault::Damaged)?;
        if entry.size >= MINI {
            return self.chain(entry.start, entry.size);
        }
        let sector = |number: usize| self.mini.get(number * MINI_SECTOR..).map(|rest| first(rest, MINI_SECTOR));
        follow(entry.start, entry.size, &self.mini_next, sector)
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        self.streams.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The table of sectors after sectors; where its own sectors are stands in the header and, for large files, in
    /// a chain of sectors besides.
    fn table(&self) -> Result<Vec<u32>, Fault> {
        let most = self.bytes.len() / self.sector + 1;
        let mut places: Vec<u32> = numbers(self.bytes.get(76..HEADER).ok_or(Fault::Damaged)?).collect();
        let mut more = u32_at(self.bytes, 68)?;
        while more <= LAST {
            places.extend(numbers(self.sector_at(more).ok_or(Fault::Damaged)?));
            more = places.pop().unwrap_or(NONE);
            if places.len() > most + HEADER {
                return Err(Fault::Damaged);
            }
        }
        let mut table = Vec::new();
        for place in places.into_iter().filter(|place| *place <= LAST) {
            if table.len() > most {
                break;
            }
            table.extend(numbers(self.sector_at(place).ok_or(Fault::Damaged)?));
        }
        Ok(table)
    }

    fn sector_at(&self, number: u32) -> Option<&'b [u8]> {
        let from = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        // The last sector of a file may be cut short.
        self.bytes.get(from..).filter(|rest| !rest.is_empty()).map(|rest| first(rest, self.sector))
    }

    fn chain(&self, start: u32, size: usize) -> Result<Vec<u8>, Fault> {
        follow(start, size, &self.next, |number| self.sector_at(u32::try_from(number).ok()?))
    }
}

/// The bytes of the sectors from `start` on, no more than `size`.
fn follow<'s, F>(start: u32, size: usize, next: &[u32], sector: F) -> Result<Vec<u8>, Fault>
where
    F: Fn(usize) -> Option<&'s [u8]>,
{
    let mut bytes = Vec::new();
    let mut at = start;
    // A chain of more sectors than there are runs in a circle.
    for _ in 0..=next.len() {
        if at > LAST || bytes.len() >= size {
            bytes.truncate(size);
            return Ok(bytes);
        }
        let number = usize::try_from(at).map_err(|_| Fault::Damaged)?;
        bytes.extend_from_slice(sector(number).ok_or(Fault::Damaged)?);
        at = *next.get(number).ok_or(Fault::Damaged)?;
    }
    Err(Fault::Damaged)
}

fn first(bytes: &[u8], most: usize) -> &[u8] {
    &bytes[..bytes.len().min(most)]
}

fn entry(bytes: &[u8]) -> Result<Entry, Fault> {
    let length = usize::from(u16_at(bytes, 64)?).min(64).saturating_sub(2);
    Ok(Entry {
        name: UTF_16LE.decode_without_bom_handling(first(bytes, length)).0.into_owned(),
        neighbours: [u32_at(bytes, 68)?, u32_at(bytes, 72)?],
        child: u32_at(bytes, 76)?,
        start: u32_at(bytes, 116)?,
        size: usize::try_from(u32_at(bytes, 120)?).map_err(|_| Fault::Damaged)?,
    })
}

/// The entries that lie in the root: its child and all neighbours.
fn in_root(entries: &[Entry]) -> Vec<Entry> {
    let mut seen = vec![false; entries.len()];
    let mut open: Vec<u32> = entries.get(ROOT).map(|root| root.child).into_iter().collect();
    let mut found = Vec::new();
    while let Some(number) = open.pop() {
        let Ok(at) = usize::try_from(number) else { continue };
        if let Some(entry) = entries.get(at).filter(|_| !std::mem::replace(&mut seen[at], true)) {
            open.extend(entry.neighbours);
            found.push(entry.clone());
        }
    }
    found
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.as_chunks().0.iter().map(|bytes| u32::from_le_bytes(*bytes))
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16, Fault> {
    let bytes = bytes.get(at..at + 2).and_then(|bytes| bytes.try_into().ok());
    bytes.map(u16::from_le_bytes).ok_or(Fault::Damaged)
}

fn u32_at(bytes: &[u8], at: usize) -> Result<u32, Fault> {
    let bytes = bytes.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
    bytes.map(u32::from_le_bytes).ok_or(Fault::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_ends_even_when_it_runs_in_a_circle() {
        let sector = |_| Some([7u8; 4].as_slice());
        assert_eq!(follow(0, 6, &[1, LAST + 5], sector), Ok(vec![7; 6]));
        assert_eq!(follow(0, usize::MAX, &[1, 0], sector), Err(Fault::Damaged));
        assert_eq!(follow(5, usize::MAX, &[1, 0], sector), Err(Fault::Damaged));
    }

    #[test]
    fn a_directory_that_runs_in_a_circle_ends() {
        let entry = |neighbours| Entry { name: String::new(), neighbours, child: 1, start: 0, size: 0 };
        let entries = [entry([NONE, NONE]), entry([1, 2]), entry([1, 9])];
        assert_eq!(in_root(&entries).len(), 2);
    }

    #[test]
    fn a_file_that_breaks_off_is_damaged() {
        let mut bytes = vec![0; HEADER];
        assert_eq!(Ole::open(&bytes).err(), Some(Fault::Damaged));
        bytes[30] = 9;
        assert_eq!(Ole::open(&bytes).err(), Some(Fault::Damaged));
    }
}
