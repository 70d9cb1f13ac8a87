//! A large part of an xlsx as bytes, without taking it apart: what in it would harm calamine, and what it holds at all.

use std::io::Read;

use memchr::memmem::Finder;
use memchr::{memchr_iter, memrchr};

use super::fault::Fault;

/// The bytes looked at together.
const PIECE: usize = 1 << 18;
/// The bytes looked at again with the next piece, for what lies across.
const AGAIN: usize = 64;

/// What a part holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// Its bytes when inflated.
    pub bytes: u64,
    /// How often a tag may begin in it.
    pub tags: u64,
    /// The most bytes from one "<" to the next: more than any text, and any tag without "<" in it.
    pub longest: u64,
    /// Whether it has a document type.
    pub has_type: bool,
    /// Whether it has a text in which "<" stands for itself.
    pub has_raw_text: bool,
    /// Whether it has formulas.
    pub has_formula: bool,
    /// Whether it has merged cells.
    pub has_merged: bool,
    /// Whether a cell stands outside of any sheet.
    pub is_outside: bool,
    /// How many strings it says that it has.
    pub unique: u64,
}

/// Goes over a part, which is refused when it has more than `most` bytes or `most_tags` tags.
pub fn scan(part: &mut dyn Read, most: u64, most_tags: u64) -> Result<Scan, Fault> {
    let words = Words::new();
    let (mut scan, mut since) = (Scan::default(), 0);
    let mut piece = Vec::with_capacity(PIECE + AGAIN);
    loop {
        let from = piece.len();
        let room = u64::try_from(PIECE).unwrap_or(u64::MAX);
        part.take(room).read_to_end(&mut piece).map_err(|err| Fault::from(&err))?;
        let new = &piece[from..];
        if new.is_empty() {
            scan.longest = scan.longest.max(since);
            return Ok(scan);
        }
        since = scan.tags(new, since);
        words.look(&piece, &mut scan);
        scan.bytes += length(new);
        if scan.bytes > most || scan.tags > most_tags {
            return Err(Fault::TooLarge);
        }
        piece.drain(..piece.len().saturating_sub(AGAIN));
    }
}

impl Scan {
    /// Counts where tags begin; gives the bytes since the last.
    fn tags(&mut self, piece: &[u8], since: u64) -> u64 {
        let mut last = None;
        for at in memchr_iter(b'<', piece) {
            let gap = last.map_or(since + length(&piece[..at]), |last| length(&piece[last..at]));
            self.longest = self.longest.max(gap);
            self.tags += 1;
            last = Some(at);
        }
        memrchr(b'<', piece).map_or(since + length(piece), |last| length(&piece[last..]))
    }
}

/// What is looked for.
struct Words {
    bang: Finder<'static>,
    formula: Finder<'static>,
    merged: Finder<'static>,
    cell: Finder<'static>,
    unique: Finder<'static>,
}

impl Words {
    fn new() -> Self {
        Words {
            bang: Finder::new("<!"),
            formula: Finder::new("f>"),
            merged: Finder::new("mergeCell"),
            cell: Finder::new("c r="),
            unique: Finder::new("uniqueCount"),
        }
    }

    fn look(&self, piece: &[u8], scan: &mut Scan) {
        for at in self.bang.find_iter(piece) {
            match piece.get(at + 2) {
                Some(b'D' | b'd') => scan.has_type = true,
                Some(b'[') => scan.has_raw_text = true,
                _ => {}
            }
        }
        // "</f>" or "</x:f>".
        let is_name = |at: usize| at > 0 && [b'/', b':'].contains(&piece[at - 1]);
        scan.has_formula = scan.has_formula || self.formula.find_iter(piece).any(is_name);
        scan.has_merged = scan.has_merged || self.merged.find(piece).is_some();
        let is_cell = |at: &usize| *at > 0 && [b'<', b':'].contains(&piece[at - 1]);
        let places = self.cell.find_iter(piece).filter(is_cell).filter_map(|at| piece.get(at + 4..at + 16));
        scan.is_outside = scan.is_outside || places.into_iter().any(|place| !is_place(place));
        for at in self.unique.find_iter(piece) {
            let digits = piece[at + "uniqueCount".len()..].iter().skip_while(|byte| !byte.is_ascii_digit());
            let digits = digits.take_while(|byte| byte.is_ascii_digit());
            let count =
                digits.fold(0u64, |count, digit| count.saturating_mul(10).saturating_add((digit - b'0').into()));
            scan.unique = scan.unique.max(count);
        }
    }
}

/// Whether a quoted place is short enough to be one: beyond that the sums of calamine overflow, and a cell would come
/// to stand elsewhere.
fn is_place(quoted: &[u8]) -> bool {
    let Some((quote, place)) = quoted.split_first() else { return true };
    let letters = place.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let digits = place[letters..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    letters <= 3 && digits <= 7 && place.get(letters + digits) == Some(quote)
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scanned(text: &str) -> Scan {
        scan(&mut text.as_bytes(), 1 << 20, 1 << 20).expect("a short part")
    }

    #[test]
    fn what_a_part_holds_is_seen_wherever_it_lies() {
        for before in ["", &" ".repeat(PIECE - 2), &" ".repeat(PIECE - 9)] {
            let seen = |text: &str| scanned(&format!("{before}{text}{}", " ".repeat(AGAIN)));
            assert!(seen("<!DOCTYPE a>").has_type && seen("<![CDATA[<]]>").has_raw_text);
            assert!(seen("<x:f>A1</x:f>").has_formula && !seen("<pdf>of></pdf>").has_formula);
            assert!(seen("<mergeCells/>").has_merged);
            assert_eq!(seen("<sst uniqueCount = '4294967295'/>").unique, 4_294_967_295);
            for (place, is_outside) in [("XFD1048576", false), ("A1", false), ("ABCD1", true), ("A12345678", true)] {
                assert_eq!(seen(&format!("<c r='{place}'/>")).is_outside, is_outside, "{place}");
            }
        }
    }

    #[test]
    fn tags_are_counted_and_texts_measured() {
        let text = format!("<a>{}</a>", "x".repeat(PIECE));
        let seen = scanned(&text);
        assert_eq!((seen.tags, seen.longest, seen.bytes), (2, length(text.as_bytes()) - 4, length(text.as_bytes())));
        assert_eq!(scan(&mut text.as_bytes(), 100, 2), Err(Fault::TooLarge));
        assert_eq!(scan(&mut text.as_bytes(), 1 << 20, 1), Err(Fault::TooLarge));
    }
}
