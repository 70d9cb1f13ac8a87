//! Comma-separated text to rows, numbered as Excel numbers them: blank lines count, line breaks inside a cell do not.

use csv::{ByteRecord, ReaderBuilder, StringRecord, Trim};
use memchr::{memchr, memchr2_iter};

use super::line::{BadLine, Line, MOST_CELL_BYTES, MOST_COLUMNS, Spoilt};

/// The delimiter that a first line `sep=;` names, which Excel obeys and drops, and what follows the line.
pub fn told_delimiter(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let rest = bytes.strip_prefix(b"\"").unwrap_or(bytes);
    let (word, rest) = rest.split_at_checked(4)?;
    let (delimiter, rest) = rest.split_first()?;
    let rest = rest.strip_prefix(b"\"").unwrap_or(rest);
    let end = [b"\r\n".as_slice(), b"\n", b"\r"].into_iter().find_map(|end| rest.strip_prefix(end));
    let is_delimiter = delimiter.is_ascii_punctuation() && *delimiter != b'"' || *delimiter == b'\t';
    (word.eq_ignore_ascii_case(b"sep=") && is_delimiter).then_some((*delimiter, end?))
}

/// Whether a line has so many bytes that it is none: reading it would take memory without bound.
pub fn has_endless_line(bytes: &[u8]) -> bool {
    const MOST: usize = 4 << 20;
    let mut start = 0;
    let ends = memchr2_iter(b'\n', b'\r', bytes).chain([bytes.len()]);
    bytes.len() > MOST && ends.map(|end| end - std::mem::replace(&mut start, end + 1)).any(|length| length > MOST)
}

/// The rows of decoded `bytes` that hold anything; blank lines and a line `sep=;` are counted and passed over.
pub fn lines(bytes: &[u8], delimiter: u8) -> impl Iterator<Item = Line> + '_ {
    let (before, bytes) = told_delimiter(bytes).map_or((0, bytes), |(_, rest)| (1, rest));
    Lines::after(before, bytes, delimiter)
}

/// The rows of a text, or of a block of it.
pub struct Lines<'b> {
    bytes: &'b [u8],
    delimiter: u8,
    reader: csv::Reader<&'b [u8]>,
    record: ByteRecord,
    /// Room for cells that somebody is done with.
    spare: Option<ByteRecord>,
    /// The number of the last row.
    at: u32,
}

impl<'b> Lines<'b> {
    /// The rows of `bytes`, which come after so many.
    pub fn after(at: u32, bytes: &'b [u8], delimiter: u8) -> Self {
        let mut building = ReaderBuilder::new();
        building.has_headers(false).flexible(true).delimiter(delimiter).trim(Trim::None);
        Lines { bytes, delimiter, reader: building.from_reader(bytes), record: ByteRecord::new(), spare: None, at }
    }

    /// Takes a row back that nobody needs any longer: the next but one is read into its room.
    pub fn reuse(&mut self, line: Line) {
        self.spare = line.cells.ok().map(StringRecord::into_byte_record);
    }

    /// Where the last row ends, but for the second half of a line end of two.
    pub fn offset(&self) -> usize {
        usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX)
    }
}

impl Lines<'_> {
    fn cells(&mut self, why: Option<BadLine>) -> Result<StringRecord, Spoilt> {
        if let Some(why) = why {
            return Err(Spoilt { why, cells: made_out(&self.record) });
        }
        let record = match self.spare.take() {
            Some(spare) => std::mem::replace(&mut self.record, spare),
            None => self.record.clone(),
        };
        StringRecord::from_byte_record(record).map_err(|err| {
            let why = BadLine::NotUtf8(err.utf8_error().field());
            Spoilt { why, cells: made_out(&err.into_byte_record()) }
        })
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let start = self.offset();
        // Reading from memory cannot fail: the reader is flexible and takes raw bytes.
        if !self.reader.read_byte_record(&mut self.record).unwrap_or(false) {
            return None;
        }
        self.at += 1 + blank_lines(self.bytes, start);
        let end = self.offset();
        let is_open = end == self.bytes.len() && has_open_quote(&self.bytes[start..end], self.delimiter);
        let why = if is_open { Some(BadLine::OpenQuote(self.record.len() - 1)) } else { fault(&self.record) };
        Some(Line { at: self.at, cells: self.cells(why), marks: Vec::new() })
    }
}

/// Line ends between the end of the row before, at `start`, and the next row.
fn blank_lines(bytes: &[u8], start: usize) -> u32 {
    let mut rest = &bytes[start.min(bytes.len())..];
    if start > 0 && bytes[start - 1] == b'\r' {
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    let mut count = 0;
    while let Some((b'\r' | b'\n', _)) = rest.split_first() {
        rest = rest.strip_prefix(b"\r\n").unwrap_or(&rest[1..]);
        count += 1;
    }
    count
}

/// Whether the last row of a file opens a quote that nothing closes. A quote opens only at the
/// beginning of a cell; further on it is a character like any other.
fn has_open_quote(row: &[u8], delimiter: u8) -> bool {
    #[derive(Clone, Copy, PartialEq)]
    enum In {
        Start,
        Plain,
        Quoted,
        Closed,
    }
    let end = row.iter().fold(In::Start, |state, byte| match (state, *byte) {
        (In::Start | In::Closed, b'"') => In::Quoted,
        (In::Quoted, b'"') => In::Closed,
        (In::Quoted, _) => In::Quoted,
        (_, byte) if byte == delimiter || byte == b'\n' || byte == b'\r' => In::Start,
        _ => In::Plain,
    });
    end == In::Quoted
}

/// What is wrong with a row whose quotes are in order.
fn fault(record: &ByteRecord) -> Option<BadLine> {
    if record.len() > MOST_COLUMNS {
        return Some(BadLine::TooManyCells);
    }
    let bytes = record.as_slice();
    if bytes.len() > MOST_CELL_BYTES
        && let Some(long) = record.iter().position(|cell| cell.len() > MOST_CELL_BYTES)
    {
        return Some(BadLine::CellTooLong(long));
    }
    if memchr(0, bytes).is_some() {
        return record.iter().position(|cell| cell.contains(&0)).map(BadLine::Nul);
    }
    None
}

/// The cells of a row, no more of them than a list may have.
fn made_out(record: &ByteRecord) -> StringRecord {
    let text = |cell| String::from_utf8_lossy(cell).replace('\0', "\u{FFFD}");
    record.iter().take(MOST_COLUMNS).map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::encoding::body;

    fn rows(text: &[u8]) -> Vec<(u32, Vec<String>)> {
        let read = lines(body(text), b',').map(|line| {
            let cells = line.cells.map(|cells| cells.iter().map(str::to_owned).collect());
            (line.at, cells.unwrap_or_else(|bad| vec![bad.why.check().to_owned()]))
        });
        read.collect()
    }

    fn row(at: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (at, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn every_line_end_numbers_rows_alike() {
        let right = [row(1, &["a", "b"]), row(3, &["1", "2"]), row(4, &["3", "4"])];
        for text in ["a,b\n\n1,2\n3,4\n", "a,b\r\n\r\n1,2\r\n3,4", "a,b\r\r1,2\r3,4\r", "\u{FEFF}a,b\n\n1,2\n3,4\u{1A}"]
        {
            assert_eq!(rows(text.as_bytes()), right, "{text:?}");
        }
    }

    #[test]
    fn a_line_break_inside_a_cell_is_no_row() {
        assert_eq!(rows(b"a\n\"x\ny\"\nz\n"), [row(1, &["a"]), row(2, &["x\ny"]), row(3, &["z"])]);
        assert_eq!(rows(b"a\r\n\"x\r\ny\"\r\nz\r\n"), [row(1, &["a"]), row(2, &["x\r\ny"]), row(3, &["z"])]);
    }

    #[test]
    fn an_open_quote_is_reported_where_it_opens() {
        assert_eq!(
            rows(b"a,b\n1,2\n\"3,4\n5,6\n"),
            [row(1, &["a", "b"]), row(2, &["1", "2"]), row(3, &["quote-unclosed"])]
        );
    }

    #[test]
    fn a_quote_opens_only_at_the_beginning_of_a_cell() {
        for text in ["a,b\n1,5\" x", "a,b\n1,x\"\n", "a,b\n1,\"x\"\"y\"", "a,b\n1,\"x\"y\"", "a,b\n1,\"\"\r\n"] {
            assert_eq!(rows(text.as_bytes()).len(), 2, "{text}");
            assert!(lines(text.as_bytes(), b',').all(|line| line.cells.is_ok()), "{text}");
        }
        for text in ["a,b\n5\",\"x", "a,b\n1,\"x\"\"", "a,b\n1,\"", "a,b\n\"x\"\"\",\"y\n"] {
            assert_eq!(rows(text.as_bytes())[1], row(2, &["quote-unclosed"]), "{text}");
        }
    }

    #[test]
    fn what_is_no_text_is_made_out_as_far_as_it_can_be() {
        let spoilt = lines(b"CB1,\xF5 \0,x", b',').find_map(|line| line.cells.err()).expect("a spoilt row");
        assert_eq!(spoilt.cells, vec!["CB1", "\u{FFFD} \u{FFFD}", "x"]);
    }

    #[test]
    fn bad_rows_do_not_stop_the_reading() {
        let long = format!("a\n{}\nz", "x".repeat(MOST_CELL_BYTES + 1));
        assert_eq!(rows(long.as_bytes())[1..], [row(2, &["cell-too-long"]), row(3, &["z"])]);
        assert_eq!(
            rows(b"a\n\xFF\nb\0\nz"),
            [row(1, &["a"]), row(2, &["text-not-utf8"]), row(3, &["text-with-nul"]), row(4, &["z"])]
        );
        assert_eq!(rows(",".repeat(MOST_COLUMNS).as_bytes()), [row(1, &["row-too-wide"])]);
    }

    #[test]
    fn a_line_that_names_the_delimiter_is_obeyed_and_counted() {
        for text in ["sep=;\na,b\n", "SEP=;\r\na,b\r\n", "\"sep=;\"\ra,b\r"] {
            assert_eq!(told_delimiter(text.as_bytes()).map(|(delimiter, _)| delimiter), Some(b';'), "{text:?}");
            assert_eq!(rows(text.as_bytes()), [row(2, &["a", "b"])], "{text:?}");
        }
        assert_eq!(told_delimiter(b"sep=\t\n").map(|(delimiter, _)| delimiter), Some(b'\t'));
        for text in ["sep=", "sep=;", "sep=;;\n", "sep=x\n", "set=;\n", "sep", "sep=\"\n"] {
            assert_eq!(told_delimiter(text.as_bytes()), None, "{text:?}");
        }
    }

    #[test]
    fn a_line_of_four_megabytes_is_one_and_a_longer_one_is_none() {
        let text = |length: usize| format!("a\n{}\r\nb\n", "x".repeat(length)).into_bytes();
        assert!(!has_endless_line(&text(4 << 20)));
        assert!(has_endless_line(&text((4 << 20) + 1)));
        assert!(has_endless_line(&vec![b'x'; (4 << 20) + 1]) && !has_endless_line(b""));
    }

    #[test]
    fn nothing_is_no_row() {
        assert!(rows(b"").is_empty() && rows(b"\n\n").is_empty());
    }
}
