//! The last guard around the libraries: a panic in them is nothing but a work that came to nothing, and says nothing on the
//! terminal.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// What the work gives; nothing when a library panics in it. What the work holds by then must be dropped or made anew.
pub fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    quiet();
    IS_CAUGHT.set(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    IS_CAUGHT.set(false);
    done.ok()
}

/// Keeps what a library says when it panics from a clerk; a panic of our own code is told as ever.
fn quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |info| {
            let is_own = info.location().is_some_and(|place| place.file().starts_with("src"));
            if is_own || !IS_CAUGHT.get() {
                usual(info);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_of_a_library_gives_nothing() {
        assert_eq!(caught(|| Vec::<u8>::with_capacity(usize::MAX).len()), None);
        assert_eq!(caught(|| 1), Some(1));
    }
}
