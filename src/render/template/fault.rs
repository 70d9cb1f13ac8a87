//! Why a template is not taken, and the finding that reports it.

use crate::model::finding::{Finding, Severity};

/// The most megabytes of a template, and of all that is read of it.
pub const MOST_MEGABYTES: usize = 64;

/// Why a template is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is no document of Word: what it seems to be.
    NoDocument(&'static str),
    /// It needs a password.
    Encrypted,
    /// It carries macros.
    Macros,
    /// It breaks off, contradicts its format, or is made to make a reader fail.
    Damaged,
    /// It holds, or would with all its rows hold, more than a document ever does.
    TooLarge,
}

impl Fault {
    /// The finding that reports it.
    pub fn finding(self) -> Finding {
        let new = |check| Finding::new(check, Severity::Error);
        match self {
            Fault::NoDocument(seems) => new("template-no-document").arg("seems", seems),
            Fault::Encrypted => new("template-encrypted"),
            Fault::Macros => new("template-with-macros"),
            Fault::Damaged => new("template-damaged"),
            Fault::TooLarge => new("template-too-large").arg("most", MOST_MEGABYTES),
        }
    }
}
