//! The records of an xls, and the numbers in them.

use super::fault::Fault;

/// Kinds of records.
pub mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const END: u16 = 0x000A;
    pub const EXTERNAL: u16 = 0x0017;
    pub const NAME: u16 = 0x0018;
    pub const PASSWORD: u16 = 0x002F;
    pub const FONT: u16 = 0x0031;
    pub const CONTINUE: u16 = 0x003C;
    pub const SHEET: u16 = 0x0085;
    pub const NUMBERS: u16 = 0x00BD;
    pub const RICH_TEXT: u16 = 0x00D6;
    pub const STYLE: u16 = 0x00E0;
    pub const STRINGS: u16 = 0x00FC;
    pub const SHARED_TEXT: u16 = 0x00FD;
    pub const SIZE: u16 = 0x0200;
    pub const NUMBER: u16 = 0x0203;
    pub const TEXT: u16 = 0x0204;
    pub const TRUTH: u16 = 0x0205;
    pub const RESULT: u16 = 0x0207;
    pub const SHORT_NUMBER: u16 = 0x027E;
    pub const FORMAT: u16 = 0x041E;
    pub const BEGIN: u16 = 0x0809;
}

/// A record: its kind, and where its content lies.
#[derive(Clone, Copy)]
pub struct Record {
    pub kind: u16,
    pub body: [usize; 2],
}

impl Record {
    /// The record at `at`, if it is whole.
    pub fn at(stream: &[u8], at: usize) -> Option<Self> {
        let [kind, length] = [at, at + 2].map(|at| number(stream, at));
        let from = at + 4;
        let to = from + usize::from(length?);
        (to <= stream.len()).then_some(Record { kind: kind?, body: [from, to] })
    }

    /// Where the next one begins.
    pub fn next(self) -> usize {
        self.body[1]
    }

    /// The number at `offset` in it.
    pub fn u16(self, stream: &[u8], offset: usize) -> Result<u16, Fault> {
        let body = &stream[self.body[0]..self.body[1]];
        number(body, offset).ok_or(Fault::Damaged)
    }

    /// The long number at `offset` in it.
    pub fn u32(self, stream: &[u8], offset: usize) -> Result<u32, Fault> {
        Ok(u32::from(self.u16(stream, offset)?) | u32::from(self.u16(stream, offset + 2)?) << 16)
    }

    /// Makes it a record of no kind.
    pub fn strike(self, stream: &mut [u8]) -> bool {
        stream[self.body[0] - 4..self.body[0] - 2].fill(0);
        true
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}
