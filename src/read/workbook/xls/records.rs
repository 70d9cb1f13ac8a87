//! The records of an xls, one after the other, and the numbers in them.

use super::super::fault::Fault;

/// The kinds of records that are read.
pub mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const END: u16 = 0x000A;
    pub const EPOCH: u16 = 0x0022;
    pub const PASSWORD: u16 = 0x002F;
    pub const FONT: u16 = 0x0031;
    pub const CONTINUE: u16 = 0x003C;
    pub const CODE_PAGE: u16 = 0x0042;
    pub const SHEET: u16 = 0x0085;
    pub const NUMBERS: u16 = 0x00BD;
    pub const RICH_TEXT: u16 = 0x00D6;
    pub const STYLE: u16 = 0x00E0;
    pub const MERGED: u16 = 0x00E5;
    pub const STRINGS: u16 = 0x00FC;
    pub const SHARED_TEXT: u16 = 0x00FD;
    pub const NUMBER: u16 = 0x0203;
    pub const TEXT: u16 = 0x0204;
    pub const TRUTH: u16 = 0x0205;
    pub const RESULT: u16 = 0x0207;
    pub const SHORT_NUMBER: u16 = 0x027E;
    pub const FORMAT: u16 = 0x041E;
    pub const BEGIN: u16 = 0x0809;
    /// Formulas that several cells share: of a table, an array, a block.
    pub const FORMULAS: [u16; 4] = [0x0236, 0x0221, 0x04BC, CONTINUE];
}

/// A record.
#[derive(Clone, Copy, Debug)]
pub struct Record<'s> {
    /// Where it begins in the stream.
    pub at: usize,
    /// Its kind.
    pub kind: u16,
    /// Its content.
    pub data: Data<'s>,
}

/// Bytes that may be too few.
#[derive(Clone, Copy, Debug)]
pub struct Data<'s>(pub &'s [u8]);

/// The records of a stream from `at` on; after a record that breaks off there is none.
pub fn records(stream: &[u8], mut at: usize) -> impl Iterator<Item = Result<Record<'_>, Fault>> {
    std::iter::from_fn(move || {
        let rest = Data(stream.get(at..).filter(|rest| !rest.is_empty())?);
        let record = rest.u16(0).and_then(|kind| {
            let length = usize::from(rest.u16(2)?);
            let data = rest.0.get(4..4 + length).ok_or(Fault::Damaged)?;
            Ok(Record { at, kind, data: Data(data) })
        });
        at = record.as_ref().map_or(usize::MAX, |record| at + 4 + record.data.0.len());
        Some(record)
    })
}

impl<'s> Data<'s> {
    /// The bytes from `at` on.
    pub fn from(self, at: usize) -> Result<&'s [u8], Fault> {
        self.0.get(at..).ok_or(Fault::Damaged)
    }

    pub fn u8(self, at: usize) -> Result<u8, Fault> {
        self.0.get(at).copied().ok_or(Fault::Damaged)
    }

    pub fn u16(self, at: usize) -> Result<u16, Fault> {
        self.array(at).map(u16::from_le_bytes)
    }

    pub fn u32(self, at: usize) -> Result<u32, Fault> {
        self.array(at).map(u32::from_le_bytes)
    }

    pub fn f64(self, at: usize) -> Result<f64, Fault> {
        self.array(at).map(f64::from_le_bytes)
    }

    /// The short form of a number: a whole number or the upper half of a float, perhaps by a hundred.
    pub fn short_number(self, at: usize) -> Result<f64, Fault> {
        const BY_HUNDRED: u32 = 1;
        const WHOLE: u32 = 2;
        let bits = self.u32(at)?;
        let number = if bits & WHOLE == 0 {
            f64::from_bits(u64::from(bits & !3) << 32)
        } else {
            f64::from(bits.cast_signed() >> 2)
        };
        Ok(if bits & BY_HUNDRED == 0 { number } else { number / 100.0 })
    }

    fn array<const N: usize>(self, at: usize) -> Result<[u8; N], Fault> {
        self.0.get(at..at + N).and_then(|bytes| bytes.try_into().ok()).ok_or(Fault::Damaged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_follow_one_another_until_they_break_off() {
        let stream = [6, 0, 1, 0, 9, 0x0A, 0, 0, 0, 1, 2, 3];
        let read: Vec<_> = records(&stream, 0).map(|record| record.map(|record| (record.at, record.kind))).collect();
        assert_eq!(read, [Ok((0, 6)), Ok((5, 10)), Err(Fault::Damaged)]);
        assert_eq!(records(&stream, 99).count(), 0);
    }

    #[test]
    fn short_numbers_have_four_forms() {
        let short = |bits: u32| Data(&bits.to_le_bytes()).short_number(0);
        assert_eq!(short(1975 << 2 | 2), Ok(1975.0));
        assert_eq!(short(((-5i32) << 2).cast_unsigned() | 2), Ok(-5.0));
        assert_eq!(short(1250 << 2 | 3), Ok(12.5));
        assert_eq!(short((1.5f64.to_bits() >> 32) as u32), Ok(1.5));
    }
}
