//! A long text in UTF-8, read block by block: its rows are the same as if it were read whole, or it is not read so.

use std::fs::File as OnDisk;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::csv::{Lines, told_delimiter};
use super::encoding::{after_mark, before_end};
use super::line::Line;
use super::source::{MOST_BYTES, hexadecimal};

/// Bytes of a block: rows are short, and what is read should still lie beside the processor.
const BLOCK: usize = 1 << 20;

/// What whoever takes rows wants: more, with a row that is done with given back, or no more.
pub type Wanted = ControlFlow<(), Option<Line>>;

/// A text that is read block by block.
pub struct Blocks<'b, R> {
    from: R,
    /// What it began with when it was looked at.
    beginning: &'b [u8],
    /// What was read, and is of no row so far.
    buffer: Vec<u8>,
    /// The number of the last row.
    at: u32,
    block: usize,
    size: u64,
    hash: Sha256,
}

impl<'b> Blocks<'b, OnDisk> {
    /// Begins at the beginning of a file, which was looked at before.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn open(path: &Path, beginning: &'b [u8]) -> io::Result<Self> {
        Ok(Blocks { beginning, ..Blocks::of(OnDisk::open(path)?, BLOCK) })
    }
}

impl<R: Read> Blocks<'_, R> {
    fn of(from: R, block: usize) -> Self {
        Blocks { from, beginning: &[], buffer: Vec::new(), at: 0, block, size: 0, hash: Sha256::new() }
    }

    /// Gives all rows that hold anything, until `take` wants no more; whether these are all. They are not where the file is
    /// another one by now than when it was looked at, is larger than any that is read, or has the mark of an encoding
    /// further on, which whoever reads blocks takes for no letter.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn each_line(&mut self, delimiter: u8, mut take: impl FnMut(Line) -> Wanted) -> io::Result<bool> {
        let mut is_over = self.read_more()?;
        if !self.buffer.starts_with(self.beginning) {
            return Ok(false);
        }
        let mut done = self.begin();
        loop {
            let bytes = &self.buffer[done..];
            let bytes = if is_over { before_end(bytes) } else { bytes };
            let mut lines = Lines::after(self.at, bytes, delimiter);
            let mut of_rows = 0;
            while let Some(line) = lines.next() {
                // A row that goes as far as the block does may go on in the next one: there it is read again.
                if lines.offset() == bytes.len() && !is_over {
                    break;
                }
                of_rows = lines.offset();
                self.at = line.at;
                match take(line) {
                    Wanted::Continue(line) => line.into_iter().for_each(|line| lines.reuse(line)),
                    Wanted::Break(()) => return Ok(false),
                }
            }
            if is_over {
                return Ok(true);
            }
            // The second half of a line end is of no row.
            let is_halved = of_rows > 0 && bytes[of_rows - 1] == b'\r' && bytes[of_rows] == b'\n';
            self.buffer.drain(..done + of_rows + usize::from(is_halved));
            done = 0;
            is_over = self.read_more()?;
            if self.size > MOST_BYTES || after_mark(&self.buffer).len() < self.buffer.len() {
                return Ok(false);
            }
        }
    }

    /// The mark of the encoding, and a line that names the delimiter, are of no row.
    fn begin(&mut self) -> usize {
        let text = after_mark(&self.buffer);
        let told = told_delimiter(text).map(|(_, rest)| rest);
        self.at = u32::from(told.is_some());
        self.buffer.len() - told.unwrap_or(text).len()
    }

    /// Reads a block, and as much again as there is already: a row may be longer than any block. Whether that was all.
    fn read_more(&mut self) -> io::Result<bool> {
        let (before, wanted) = (self.buffer.len(), self.block.max(self.buffer.len()));
        let read = self.from.by_ref().take(wanted as u64).read_to_end(&mut self.buffer)?;
        self.hash.update(&self.buffer[before..]);
        self.size += read as u64;
        Ok(read < wanted)
    }

    /// What was read: its size and its SHA-256, in hexadecimal.
    pub fn fingerprint(self) -> (u64, String) {
        (self.size, hexadecimal(&self.hash.finalize()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::read::csv::lines;
    use crate::read::encoding::body;

    type Cells = Result<Vec<String>, &'static str>;

    fn cells(line: &Line) -> (u32, Cells) {
        let cells = line.cells.as_ref().map(|cells| cells.iter().map(str::to_owned).collect());
        (line.at, cells.map_err(|spoilt| spoilt.why.check()))
    }

    fn whole(text: &[u8]) -> Vec<(u32, Cells)> {
        lines(body(text), b',').map(|line| cells(&line)).collect()
    }

    /// The rows, all but each third given back; none where a text is not read so.
    fn in_blocks(text: &[u8], block: usize) -> Option<Vec<(u32, Cells)>> {
        let (mut blocks, mut rows) = (Blocks::of(text, block), Vec::new());
        let take = |line| {
            rows.push(cells(&line));
            Wanted::Continue(Some(line).filter(|_| rows.len() % 3 > 0))
        };
        if !blocks.each_line(b',', take).expect("read from memory") {
            return None;
        }
        assert_eq!(blocks.fingerprint(), (text.len() as u64, hexadecimal(&Sha256::digest(text))));
        Some(rows)
    }

    #[test]
    fn the_mark_and_the_end_are_of_no_row() {
        for text in
            ["\u{FEFF}a,b\n1,2\n\u{1A}", "sep=,\r\na,b\r\n\r\n1,2", "\u{FEFF}sep=,\na\n", "", "\n\r\n", "\u{FEFF}"]
        {
            for block in 12..24 {
                assert_eq!(in_blocks(text.as_bytes(), block), Some(whole(text.as_bytes())), "{text:?} {block}");
            }
        }
    }

    #[test]
    fn a_mark_further_on_is_part_of_a_row_or_the_text_is_not_read_so() {
        let text = "aaaaa,bbbbb\n\u{FEFF}\"A, B\",c\n";
        for block in 12..40 {
            let read = in_blocks(text.as_bytes(), block);
            assert!(read.is_none_or(|rows| rows == whole(text.as_bytes())), "{block}");
        }
        assert!(in_blocks(text.as_bytes(), 40).is_some());
    }

    #[test]
    fn a_file_that_is_another_one_by_now_is_not_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.csv");
        std::fs::write(&path, "to,from\n1,2\n").expect("written");
        let count = |beginning: &[u8]| {
            let mut count = 0;
            let mut blocks = Blocks::open(&path, beginning).expect("a file");
            let is_all = blocks.each_line(b',', |_| {
                count += 1;
                Wanted::Continue(None)
            });
            (is_all.expect("read"), count)
        };
        assert_eq!(count(b"to,from\n"), (true, 2));
        for beginning in [&b"from,to\n"[..], b"to,from\n1,2\n3,4\n"] {
            assert_eq!(count(beginning), (false, 0));
        }
    }

    #[test]
    fn nothing_more_is_read_than_is_wanted() {
        let mut blocks = Blocks::of(&b"a\nb\nc\n"[..], 4);
        let mut count = 0;
        let taken = blocks.each_line(b',', |_| {
            count += 1;
            if count < 2 { Wanted::Continue(None) } else { Wanted::Break(()) }
        });
        assert_eq!((taken.expect("read"), count), (false, 2));
    }

    proptest! {
        #[test]
        fn rows_are_the_same_in_blocks_of_any_size(
            text in r#"([a-cà",;\r\n\x{FF}\x{FEFF}]|"[a,\r\n]*"|\r\n){0,40}"#,
            block in 12usize..40,
        ) {
            let read = in_blocks(text.as_bytes(), block);
            let has_mark = text.contains('\u{FEFF}');
            prop_assert!(read.is_some() || has_mark);
            prop_assert!(read.is_none_or(|rows| rows == whole(text.as_bytes())));
        }
    }
}
