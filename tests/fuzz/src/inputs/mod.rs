//! Inputs of the fuzz targets: what becomes of bytes, and what must hold whatever they are. Nothing may panic, no input may
//! take long or much memory, what is refused changes nothing, and what is taken in can be given out and taken in again.

pub mod database;
pub mod held;
pub mod lists;
pub mod policy;
pub mod reform;
pub mod stamped;
pub mod watch;
pub mod workbook;

/// Runs an input.
pub type Run = fn(&[u8]);

/// Each target: its name, and what runs an input.
pub const TARGETS: [(&str, Run); 6] = [
    ("lists", lists::run),
    ("policy", policy::run),
    ("workbook", workbook::run),
    ("stamped", stamped::run),
    ("reform", reform::run),
    ("database", database::run),
];

/// Takes the first byte off; 0 where there is none.
fn first(bytes: &mut &[u8]) -> usize {
    let Some((byte, rest)) = bytes.split_first() else { return 0 };
    *bytes = rest;
    usize::from(*byte)
}

/// Takes a number of two bytes off.
fn number(bytes: &mut &[u8]) -> usize {
    first(bytes) << 8 | first(bytes)
}
