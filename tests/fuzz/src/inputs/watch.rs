//! Panics: those of our own code are finds, wherever they are caught; those of libraries only where nothing catches them.

use std::backtrace::Backtrace;
use std::panic::{set_hook, take_hook};
use std::sync::Once;

use phancong::work::caught::caught;

/// Where code lies that is not ours.
const OTHERS: [&str; 3] = ["/rustc/", "/rustlib/", "/registry/"];

/// Calls `found` after a panic that is a find. The program makes nothing of a damaged workbook on which a library panics,
/// and so must the watch: it leaves alone what [`caught`] catches, but not what panics in the program itself.
pub fn watch(found: fn()) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |info| {
            usual(info);
            found();
        }));
        // The first call lays a hook over the one that is there, and only panics that nothing catches come through it.
        caught(|| ());
        let uncaught = take_hook();
        set_hook(Box::new(move |info| {
            let is_own = |file: &str| !OTHERS.iter().any(|folder| file.replace('\\', "/").contains(folder));
            if info.location().is_some_and(|place| is_own(place.file())) {
                eprintln!("{info}\n{}", Backtrace::capture());
                found();
            } else {
                uncaught(info);
            }
        }));
    });
}
