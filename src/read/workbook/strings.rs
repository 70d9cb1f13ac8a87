//! How long the strings are that the cells of an xls share: each cell will have its own copy.

use super::fault::Fault;

/// The most records that go on with the strings: calamine takes its time over each.
const MOST_PIECES: usize = 8192;

/// The most bytes of each of the strings that cells share, from the records that hold them.
pub fn lengths(pieces: &[&[u8]]) -> Result<Vec<u64>, Fault> {
    const HEAD: usize = 8;
    if pieces.len() > MOST_PIECES {
        return Err(Fault::TooLarge);
    }
    let Some((first, rest)) = pieces.split_first() else { return Ok(Vec::new()) };
    let mut strings = Strings { now: first.get(HEAD..).ok_or(Fault::Damaged)?, rest: rest.iter() };
    let mut lengths = Vec::new();
    while !strings.now.is_empty() || strings.go_on().is_some() {
        lengths.push(strings.string().ok_or(Fault::Damaged)?);
    }
    Ok(lengths)
}

/// The strings that are left: those of the record, and the records after it.
struct Strings<'s> {
    now: &'s [u8],
    rest: std::slice::Iter<'s, &'s [u8]>,
}

impl Strings<'_> {
    fn go_on(&mut self) -> Option<()> {
        self.now = self.rest.next()?;
        Some(())
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, left) = self.now.split_first_chunk()?;
        self.now = left;
        Some(*taken)
    }

    /// Passes over a string; gives the most bytes that it takes.
    fn string(&mut self) -> Option<u64> {
        const IS_WIDE: u8 = 1;
        if self.now.is_empty() {
            return Some(0);
        }
        let letters = usize::from(u16::from_le_bytes(self.take()?));
        let [flags] = self.take()?;
        let runs = if flags & 8 == 0 { 0 } else { u16::from_le_bytes(self.take()?) };
        let aside = if flags & 4 == 0 { 0 } else { u32::from_le_bytes(self.take()?) };
        let (mut left, mut width) = (letters, 1 + usize::from(flags & IS_WIDE));
        loop {
            let here = left.min(self.now.len() / width);
            self.now = &self.now[here * width..];
            left -= here;
            if left == 0 {
                break;
            }
            self.go_on()?;
            let [flags] = self.take()?;
            width = 1 + usize::from(flags & IS_WIDE);
        }
        self.skip(4 * usize::from(runs))?;
        self.skip(usize::try_from(aside).ok()?)?;
        u64::try_from(3 * letters).ok()
    }

    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            if self.now.is_empty() {
                self.go_on()?;
            }
            let here = bytes.min(self.now.len());
            self.now = &self.now[here..];
            bytes -= here;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_go_on_in_the_next_record() {
        // "abcd" of which "cd" stands in the next record, with two bytes to a letter; then "e" with a run and more.
        let pieces = [&b"00000000\x04\0\0ab"[..], b"\x01c\0d\0\x01\0\x0C\x01\0\x02\0\0\0e1", b"23456"];
        assert_eq!(lengths(&pieces), Ok(vec![12, 3]));
        assert_eq!(lengths(&pieces[..2]), Err(Fault::Damaged));
        assert_eq!(lengths(&[b"0000"]), Err(Fault::Damaged));
        assert_eq!(lengths(&[]), Ok(Vec::new()));
    }
}
