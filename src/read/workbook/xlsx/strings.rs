//! The strings that the cells of an xlsx share, in one piece of memory whatever the file says of their count.

use std::ops::ControlFlow;

use quick_xml::events::Event;

use super::super::fault::Fault;
use super::super::font::Run;
use super::super::text;
use super::super::xml::{attribute, entity, plain};

/// The most bytes of all strings. 2,400,000 different names have about 60 MiB.
const MOST_BYTES: usize = 128 << 20;
/// What a string takes besides its text.
const STRING_BYTES: usize = size_of::<u32>() + size_of::<Run>();

/// The strings, by number.
#[derive(Debug, Default)]
pub struct Strings {
    text: String,
    ends: Vec<u32>,
    runs: Vec<Run>,
    open: Open,
}

/// The string that is being read.
#[derive(Debug, Default)]
struct Open {
    /// The font of the run so far, and of the runs before.
    run: Run,
    before: Option<Run>,
    is_text: bool,
    is_reading_aid: bool,
}

impl Strings {
    /// The string of this number, and its font.
    pub fn get(&self, number: usize) -> Option<(&str, Run)> {
        let end = usize::try_from(*self.ends.get(number)?).ok()?;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        let text = self.text.get(usize::try_from(start).ok()?..end)?;
        Some((text, self.runs.get(number).copied().unwrap_or_default()))
    }

    /// Takes the next event of the part.
    pub fn take(&mut self, event: &Event<'_>) -> Result<ControlFlow<()>, Fault> {
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "si" => self.open = Open::default(),
                "r" => self.open.run = Run::Cell,
                "rFont" => {
                    let name = attribute(tag, "val")?.unwrap_or_default();
                    self.open.run = Run::named(&plain(name)?);
                }
                "rPh" => self.open.is_reading_aid = true,
                "t" => self.open.is_text = !self.open.is_reading_aid,
                _ => {}
            },
            Event::Text(piece) if self.open.is_text => self.push(&piece.xml10_content()),
            Event::CData(piece) if self.open.is_text => self.push(&piece.xml10_content()),
            Event::GeneralRef(reference) if self.open.is_text => self.push(&entity(reference)?),
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => self.end_text(),
                "rPh" => self.open.is_reading_aid = false,
                "si" => self.end_string()?,
                _ => {}
            },
            _ => {}
        }
        Ok(ControlFlow::Continue(()))
    }

    fn push(&mut self, piece: &str) {
        let from = self.ends.last().map_or(0, |end| usize::try_from(*end).unwrap_or(usize::MAX));
        text::push(&mut self.text, from, piece);
    }

    fn end_text(&mut self) {
        if self.open.is_text {
            self.open.before = Some(self.open.before.map_or(self.open.run, |before| before.with(self.open.run)));
        }
        self.open.is_text = false;
    }

    fn end_string(&mut self) -> Result<(), Fault> {
        let from = self.ends.last().map_or(0, |end| usize::try_from(*end).unwrap_or(usize::MAX));
        text::resolve(&mut self.text, from);
        if self.text.len() + STRING_BYTES * self.ends.len() > MOST_BYTES {
            return Err(Fault::TooLarge);
        }
        self.ends.push(u32::try_from(self.text.len()).map_err(|_| Fault::TooLarge)?);
        self.runs.push(self.open.before.unwrap_or_default());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::super::line::OldFont;
    use super::super::super::xml;
    use super::*;

    fn strings(text: &str) -> Strings {
        let mut strings = Strings::default();
        xml::read(text.as_bytes(), 10_000, |event| strings.take(&event)).expect("sound");
        strings
    }

    #[test]
    fn strings_are_read_whatever_their_count_says() {
        let strings = strings(
            "<x:sst uniqueCount='4294967295'><x:si><x:t xml:space='preserve'> Lê &amp; An_x000D_</x:t></x:si><x:si/>\
             <x:si><x:t>An</x:t><x:rPh><x:t>aid</x:t></x:rPh></x:si></x:sst>",
        );
        assert_eq!(strings.get(0), Some((" Lê & An\r", Run::Cell)));
        assert_eq!(strings.get(1), Some(("", Run::Cell)));
        assert_eq!(strings.get(2), Some(("An", Run::Cell)));
        assert_eq!(strings.get(3), None);
    }

    #[test]
    fn a_run_in_an_old_font_is_told() {
        let strings = strings(
            "<sst><si><r><t>1. </t></r><r><rPr><rFont val='.VnTime'/></rPr><t>NguyÔn</t></r></si>\
             <si><r><rPr><rFont val='Arial'/></rPr><t>Nguyễn</t></r></si></sst>",
        );
        assert_eq!(strings.get(0), Some(("1. NguyÔn", Run::Old(OldFont::Tcvn3))));
        assert_eq!(strings.get(1), Some(("Nguyễn", Run::New)));
    }
}
