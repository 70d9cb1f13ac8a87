//! XML event by event: no more than so many bytes of it, no document type, every element closed.

use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::fault::Fault;

/// The most bytes of one event; a cell of a list has a few.
pub const MOST_OF_ONE: u64 = 4 << 20;

/// Hands every event of `source` to `take`, until it breaks off or the source ends; an empty element comes as its
/// start and its end.
pub fn read<R, T>(source: R, most: u64, mut take: T) -> Result<(), Fault>
where
    R: BufRead,
    T: FnMut(Event<'_>) -> Result<ControlFlow<()>, Fault>,
{
    let mut reader = Reader::from_reader(Limited { source, left: most, of_one: 0 });
    reader.config_mut().expand_empty_elements = true;
    let mut bytes = Vec::with_capacity(1024);
    let mut depth = 0u32;
    loop {
        bytes.clear();
        reader.get_mut().of_one = 0;
        let event = reader.read_event_into(&mut bytes)?;
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.checked_sub(1).ok_or(Fault::Damaged)?,
            // Entities of its own, by which a few bytes become gigabytes: no office program writes them.
            Event::DocType(_) => return Err(Fault::Hostile),
            Event::Eof => return if depth == 0 { Ok(()) } else { Err(Fault::Damaged) },
            _ => {}
        }
        if take(event)?.is_break() {
            return Ok(());
        }
    }
}

/// The count in the attribute `name`; one where there is none.
pub fn count(tag: &BytesStart<'_>, name: &str) -> Result<u64, Fault> {
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute?;
        if attribute.key.0 == name {
            return attribute.value.parse().map_err(|_| Fault::Damaged);
        }
    }
    Ok(1)
}

/// A source that gives no more bytes than it may, in all and for one event.
struct Limited<R> {
    source: R,
    left: u64,
    of_one: u64,
}

impl<R: BufRead> BufRead for Limited<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.of_one > MOST_OF_ONE {
            return Err(io::Error::other(Fault::Hostile));
        }
        if self.left == 0 {
            return Err(io::Error::other(Fault::TooLarge));
        }
        self.source.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        let bytes = u64::try_from(amount).unwrap_or(u64::MAX);
        self.of_one += bytes;
        self.left = self.left.saturating_sub(bytes);
        self.source.consume(amount);
    }
}

impl<R: BufRead> Read for Limited<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let amount = self.fill_buf()?.read(into)?;
        self.consume(amount);
        Ok(amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str, most: u64) -> Result<(), Fault> {
        read(text.as_bytes(), most, |_| Ok(ControlFlow::Continue(())))
    }

    #[test]
    fn what_is_whole_and_harmless_is_read() {
        assert_eq!(all("<a x='1'><b/>t&amp;&#272;</a>", 100), Ok(()));
    }

    #[test]
    fn what_breaks_off_or_has_a_document_type_is_refused() {
        for text in ["<a><b>", "<a></a></a>", "<a><b></a></b>"] {
            assert_eq!(all(text, 100), Err(Fault::Damaged), "{text}");
        }
        assert_eq!(all("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 100), Err(Fault::Hostile));
    }

    #[test]
    fn no_more_is_read_than_the_limits_say() {
        assert_eq!(all("<a>12345</a>", 11), Err(Fault::TooLarge));
        let long = format!("<a>{}</a>", "x".repeat(5 << 20));
        // The limit is looked at when a buffer is used up.
        let source = io::BufReader::with_capacity(1 << 16, long.as_bytes());
        assert_eq!(read(source, u64::MAX, |_| Ok(ControlFlow::Continue(()))), Err(Fault::Hostile));
    }
}
