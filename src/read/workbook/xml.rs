//! XML event by event: no more than so many bytes of it, no document type, nothing left open at its end.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;

use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::fault::Fault;

/// The most bytes of one event; a cell of a list has a few.
const MOST_OF_ONE: usize = 4 << 20;

/// Hands every event of `source` to `take`, until it breaks off or the source ends; an empty element comes as its
/// start and its end.
pub fn read<R, T>(source: R, most: u64, mut take: T) -> Result<(), Fault>
where
    R: BufRead,
    T: FnMut(Event<'_>) -> Result<ControlFlow<()>, Fault>,
{
    let mut reader = Reader::from_reader(Limited { source, left: most, of_one: 0 });
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
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

/// The value of the attribute `name`, as it stands there.
pub fn attribute<'t>(tag: &'t BytesStart<'_>, name: &str) -> Result<Option<Cow<'t, str>>, Fault> {
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute?;
        if attribute.key.0 == name {
            return Ok(Some(attribute.value));
        }
    }
    Ok(None)
}

/// The value of an attribute with its entities resolved.
pub fn plain(value: Cow<'_, str>) -> Result<String, Fault> {
    Ok(unescape(&value).map_err(|_| Fault::Damaged)?.into_owned())
}

/// The text that an entity stands for.
pub fn entity(entity: &BytesRef<'_>) -> Result<Cow<'static, str>, Fault> {
    if let Some(text) = resolve_xml_entity(entity) {
        return Ok(text.into());
    }
    let c = entity.resolve_char_ref()?.ok_or(Fault::Damaged)?;
    Ok(c.to_string().into())
}

/// A source that gives no more bytes than it may, in all and for one event.
struct Limited<R> {
    source: R,
    left: u64,
    of_one: usize,
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
        self.of_one += amount;
        self.left = self.left.saturating_sub(u64::try_from(amount).unwrap_or(u64::MAX));
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
        assert_eq!(all("<a><b>", 100), Err(Fault::Damaged));
        assert_eq!(all("<a></a></a>", 100), Err(Fault::Damaged));
        assert_eq!(all("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 100), Err(Fault::Hostile));
    }

    #[test]
    fn no_more_is_read_than_the_limits_say() {
        assert_eq!(all("<a>12345</a>", 11), Err(Fault::TooLarge));
        let long = format!("<a>{}</a>", "x".repeat(MOST_OF_ONE + (1 << 17)));
        // The limit is looked at when a buffer is used up.
        let source = io::BufReader::with_capacity(1 << 16, long.as_bytes());
        assert_eq!(read(source, u64::MAX, |_| Ok(ControlFlow::Continue(()))), Err(Fault::Hostile));
    }

    #[test]
    fn entities_are_resolved() {
        let mut text = String::new();
        let read = read("<a x='&lt;'>&amp;&#272;&#x111;</a>".as_bytes(), 100, |event| {
            match event {
                Event::Start(tag) => {
                    let value = attribute(&tag, "x")?.unwrap_or_default();
                    text.push_str(&plain(value)?);
                }
                Event::GeneralRef(reference) => text.push_str(&entity(&reference)?),
                _ => {}
            }
            Ok(ControlFlow::Continue(()))
        });
        assert_eq!((read, text.as_str()), (Ok(()), "<&Đđ"));
    }
}
