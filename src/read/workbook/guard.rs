//! The last guard around the libraries: a panic in them becomes a finding, and says nothing on the terminal.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use super::fault::Fault;
use crate::model::finding::Finding;

thread_local! {
    static IS_READING: Cell<bool> = const { Cell::new(false) };
}

/// Reads, and makes a finding of what goes wrong.
///
/// calamine indexes into a damaged file without looking how long it is, and panics; that must not end an import of
/// many files. What it holds after a panic is dropped or asked again, never half changed.
pub fn guarded<T>(read: impl FnOnce() -> Result<T, Fault>) -> Result<T, Box<Finding>> {
    quiet();
    IS_READING.set(true);
    let read = catch_unwind(AssertUnwindSafe(read));
    IS_READING.set(false);
    read.unwrap_or(Err(Fault::Damaged)).map_err(|fault| Box::new(fault.finding()))
}

/// Keeps what a library says when it panics from a clerk; a panic of our own code is told as ever.
fn quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |info| {
            let is_own = info.location().is_some_and(|place| place.file().starts_with("src"));
            if is_own || !IS_READING.get() {
                usual(info);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_finding() {
        let read = guarded(|| Ok(Vec::<u8>::with_capacity(usize::MAX).len()));
        assert_eq!(read.map_err(|finding| finding.check), Err("workbook-damaged"));
    }
}
