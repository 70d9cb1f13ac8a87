//! Fuzzing: inputs made by libFuzzer, led by what they reach in the program. Each target is a name in [`inputs::TARGETS`]:
//!
//! ```sh
//! cargo +nightly fuzz run --fuzz-dir tests/fuzz --sanitizer none lists FOLDER tests/fuzz/corpus/lists -- \
//!     -dict=tests/fuzz/words/lists -timeout=10 -rss_limit_mb=512 -max_len=4096
//! ```
//!
//! What it finds goes to FOLDER. What is kept in `corpus` is run by `cargo test --test corpus` as well, without libFuzzer.
//! `cargo +nightly fuzz cmin` makes a folder small again; of what it leaves, some files of every size are kept, fifty of
//! each target at most. No sanitizer: the program has no unsafe code, and runs three times as fast without.

use std::alloc::System;
use std::process;

use cap::Cap;

#[path = "../../compound/mod.rs"]
pub mod compound;
pub mod inputs;
#[path = "../../memory/mod.rs"]
pub mod memory;
#[path = "../../parcel/mod.rs"]
pub mod parcel;
#[path = "../../reformed/mod.rs"]
pub mod reformed;

/// The most memory that one input may take, with all that is kept between inputs.
const MOST_MEMORY: usize = 512 << 20;

/// libFuzzer looks at the memory once a second and sees only what was written to: this sees each request, and ends the run
/// at the first that goes beyond.
#[global_allocator]
static HEAP: Cap<System> = Cap::new(System, MOST_MEMORY);

/// Runs one input; whatever goes wrong ends the process, which is what libFuzzer takes for a find.
pub fn run(target: inputs::Run, bytes: &[u8]) {
    inputs::watch::watch(|| process::abort());
    target(bytes);
}
