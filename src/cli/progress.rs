//! Progress on a terminal, and the interrupt key: work stops between two steps, nothing half done.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::Result;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::desk::Desk;
use super::stop::Stop;

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Listens for the interrupt key, and for a system that wants the program to end. The second time it ends the program at
/// once: the database takes back what was not committed. Where one of these signals is ignored already, as under `nohup`,
/// all are left as they are.
pub fn watch_interrupts() {
    let listening = ctrlc::try_set_handler(|| {
        if INTERRUPTED.swap(true, Ordering::SeqCst) {
            std::process::exit(130);
        }
    });
    // Without a handler the system's own one ends the program, which loses nothing either.
    drop(listening);
}

/// Whether to go on.
///
/// # Errors
/// [`Stop::Interrupted`] when the user asked to stop.
pub fn go_on() -> Result<()> {
    if INTERRUPTED.load(Ordering::SeqCst) { Err(Stop::Interrupted.into()) } else { Ok(()) }
}

/// A bar of `steps` steps under a heading; shown on a terminal only.
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Begins.
    pub fn new(desk: &Desk, heading: &str, steps: usize) -> Self {
        let target = if desk.shows_progress() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(steps as u64), target);
        if let Ok(style) = ProgressStyle::with_template("{spinner} {prefix} {wide_bar} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        bar.set_prefix(heading.to_owned());
        bar.enable_steady_tick(Duration::from_millis(100));
        Progress { bar }
    }

    /// Takes the next step.
    ///
    /// # Errors
    /// As [`go_on`].
    pub fn step(&self, what: &str) -> Result<()> {
        go_on()?;
        self.bar.set_message(crate::text::clean::clean(what).into_owned());
        self.bar.inc(1);
        Ok(())
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
