//! Compound files by hand: an xls of any bytes, sound or not.

const SECTOR: usize = 512;
const END: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;
/// Where the table of sectors and the directory lie; the stream comes after them.
const TABLE: usize = 0;
const DIRECTORY: usize = 1;
const STREAM: usize = 2;

/// A compound file with one stream of this name.
pub fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    // Short streams would lie in a mini stream.
    let length = stream.len().max(4096);
    let sectors = length.div_ceil(SECTOR);
    assert!(sectors + STREAM <= SECTOR / 4, "one table of sectors");
    let mut next: Vec<u32> = vec![0xFFFF_FFFD, END];
    next.extend((1..sectors).map(|at| (STREAM + at) as u32));
    next.push(END);
    next.resize(SECTOR / 4, FREE);
    let mut file = header();
    file.extend(next.iter().flat_map(|number| number.to_le_bytes()));
    file.extend(entry("Root Entry", 5, 1, END, 0));
    file.extend(entry(name, 2, FREE, STREAM as u32, length as u32));
    file.resize(SECTOR * (STREAM + 1), 0);
    file.extend(stream);
    file.resize(SECTOR * (STREAM + 1 + sectors), 0);
    file
}

fn header() -> Vec<u8> {
    let mut header = vec![0; 76];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(26, &3u16.to_le_bytes());
    put(28, &0xFFFEu16.to_le_bytes());
    put(30, &9u16.to_le_bytes());
    put(32, &6u16.to_le_bytes());
    put(44, &1u32.to_le_bytes());
    put(48, &(DIRECTORY as u32).to_le_bytes());
    put(56, &4096u32.to_le_bytes());
    put(60, &END.to_le_bytes());
    put(68, &END.to_le_bytes());
    header.extend((TABLE as u32).to_le_bytes());
    header.resize(SECTOR, 0xFF);
    header
}

fn entry(name: &str, kind: u8, child: u32, start: u32, size: u32) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = u16::try_from(entry.len() + 2).expect("a short name");
    entry.resize(64, 0);
    entry.extend(length.to_le_bytes());
    entry.extend([kind, 1]);
    entry.extend([FREE, FREE, child].iter().flat_map(|number| number.to_le_bytes()));
    entry.resize(116, 0);
    entry.extend(start.to_le_bytes());
    entry.extend(size.to_le_bytes());
    entry.resize(128, 0);
    entry
}
