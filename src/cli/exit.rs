//! How a run ended, as its exit code.

use std::process::ExitCode;

/// The exit codes of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done and clean.
    Clean = 0,
    /// Done, and there are findings at or above `--fail-on`.
    Findings = 1,
    /// Wrong usage.
    Usage = 2,
    /// The input was refused, nothing saved.
    Refused = 3,
    /// The work could not be done, nothing saved.
    Failed = 4,
    /// Interrupted; what is saved by then is said.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}
