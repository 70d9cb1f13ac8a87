//! The strings that the cells of an xls share. The table goes on over records, which may break in the middle of a
//! string; then its letters may change their width.

use super::super::fault::Fault;
use super::super::font::Run;
use super::super::text;
use super::letters::unicode;
use super::records::Data;

/// What a string takes besides its text.
const STRING_BYTES: usize = size_of::<u32>() + size_of::<Run>();
/// The most bytes of all strings.
const MOST_BYTES: usize = 128 << 20;

/// The strings, by number.
#[derive(Debug, Default)]
pub struct Strings {
    text: String,
    ends: Vec<u32>,
    runs: Vec<Run>,
}

impl Strings {
    /// The string of this number, and its font.
    pub fn get(&self, number: usize) -> Option<(&str, Run)> {
        let end = usize::try_from(*self.ends.get(number)?).ok()?;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some((self.text.get(usize::try_from(start).ok()?..end)?, self.runs.get(number).copied()?))
    }

    /// Reads the table from its records. `font` gives the kind of a font by number.
    pub fn read(chunks: &[&[u8]], font: impl Fn(u16) -> Run) -> Result<Self, Fault> {
        let mut strings = Strings::default();
        let mut chunks = Chunks { rest: chunks, at: 0 };
        // How many there are is told twice and is not always true.
        chunks.skip(8)?;
        while !chunks.is_at_end() {
            let run = strings.string(&mut chunks, &font)?;
            if strings.text.len() + STRING_BYTES * strings.ends.len() > MOST_BYTES {
                return Err(Fault::TooLarge);
            }
            strings.ends.push(u32::try_from(strings.text.len()).map_err(|_| Fault::TooLarge)?);
            strings.runs.push(run);
        }
        Ok(strings)
    }

    /// Reads a string: its length, its flags, its letters, where its fonts change, and what else belongs to it.
    fn string(&mut self, chunks: &mut Chunks<'_>, font: &impl Fn(u16) -> Run) -> Result<Run, Fault> {
        const IS_WIDE: u8 = 1;
        const HAS_MORE: u8 = 4;
        const HAS_FONTS: u8 = 8;
        let length = usize::from(chunks.u16()?);
        let flags = chunks.u8()?;
        let fonts = if flags & HAS_FONTS == 0 { 0 } else { chunks.u16()? };
        let more = if flags & HAS_MORE == 0 { 0 } else { chunks.u32()? };
        let letters = chunks.letters(length, flags & IS_WIDE != 0)?;
        text::push(&mut self.text, self.ends.last().map_or(0, |end| *end as usize), &letters);
        let mut run = Run::Cell;
        for _ in 0..fonts {
            chunks.u16()?;
            run = run.with(font(chunks.u16()?));
        }
        chunks.skip(usize::try_from(more).map_err(|_| Fault::Damaged)?)?;
        Ok(run)
    }
}

/// The bytes of several records, read on from one to the next.
struct Chunks<'s> {
    rest: &'s [&'s [u8]],
    at: usize,
}

impl<'s> Chunks<'s> {
    /// What is left of the first record that has anything left.
    fn here(&mut self) -> &'s [u8] {
        while let Some((first, rest)) = self.rest.split_first() {
            if self.at < first.len() {
                return &first[self.at..];
            }
            (self.rest, self.at) = (rest, 0);
        }
        &[]
    }

    fn is_at_end(&mut self) -> bool {
        self.here().is_empty()
    }

    fn u8(&mut self) -> Result<u8, Fault> {
        let byte = Data(self.here()).u8(0)?;
        self.at += 1;
        Ok(byte)
    }

    fn u16(&mut self) -> Result<u16, Fault> {
        Ok(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    fn u32(&mut self) -> Result<u32, Fault> {
        Ok(u32::from_le_bytes([self.u8()?, self.u8()?, self.u8()?, self.u8()?]))
    }

    fn skip(&mut self, mut count: usize) -> Result<(), Fault> {
        while count > 0 {
            let here = self.here().len();
            if here == 0 {
                return Err(Fault::Damaged);
            }
            let step = here.min(count);
            self.at += step;
            count -= step;
        }
        Ok(())
    }

    /// So many letters; a record that goes on with them says again how wide they are.
    fn letters(&mut self, mut length: usize, mut is_wide: bool) -> Result<String, Fault> {
        let mut letters = String::new();
        let mut is_first = true;
        while length > 0 {
            let records = self.rest.len();
            let mut here = self.here();
            if here.is_empty() {
                return Err(Fault::Damaged);
            }
            if !is_first || self.rest.len() < records {
                is_wide = here[0] & 1 != 0;
                self.at += 1;
                here = &here[1..];
            }
            let width = 1 + usize::from(is_wide);
            let count = length.min(here.len() / width);
            unicode(&here[..count * width], is_wide, &mut letters);
            // Half a letter at the end of a record is none.
            self.at += if count < length { here.len() } else { count * width };
            length -= count;
            is_first = false;
        }
        Ok(letters)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::super::line::OldFont;
    use super::*;

    fn strings(chunks: &[&[u8]]) -> Result<Strings, Fault> {
        Strings::read(chunks, |number| if number == 6 { Run::Old(OldFont::Vni) } else { Run::New })
    }

    #[test]
    fn strings_go_on_over_records_and_change_their_width() {
        let first = b"........\x02\0\0ab\x04\0\0cd";
        let strings = strings(&[first, b"\x01\x10\x01\x11\x01\x01\0\0z"]).expect("sound");
        assert_eq!(strings.get(0), Some(("ab", Run::Cell)));
        assert_eq!(strings.get(1), Some(("cdĐđ", Run::Cell)));
        assert_eq!(strings.get(2), Some(("z", Run::Cell)));
        assert_eq!(strings.get(3), None);
    }

    #[test]
    fn a_break_before_the_first_letter_tells_the_width_again() {
        let strings = strings(&[b"........\x02\0\x01", b"\0ab"]).expect("sound");
        assert_eq!(strings.get(0), Some(("ab", Run::Cell)));
    }

    #[test]
    fn fonts_and_what_else_belongs_to_a_string_are_passed_over() {
        let text = b"........\x01\0\x0C\x01\0\x03\0\0\0a\0\0\x06\0???\x01\0\0b";
        let strings = strings(&[text]).expect("sound");
        assert_eq!(strings.get(0), Some(("a", Run::Old(OldFont::Vni))));
        assert_eq!(strings.get(1), Some(("b", Run::Cell)));
    }

    #[test]
    fn what_breaks_off_is_damaged() {
        for text in ["", ".......", "........\u{2}", "........\u{2}\0\0a", "........\0\0\u{4}\u{9}\0\0\0"] {
            assert_eq!(strings(&[text.as_bytes()]).err(), Some(Fault::Damaged), "{text:?}");
        }
    }
}
