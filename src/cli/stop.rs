//! Why a command stops, as values; `failure` words them and picks the exit code.

use std::path::PathBuf;

use anyhow::Error;
use thiserror::Error;

use crate::model::day::{Day, Month};
use crate::model::finding::Finding;
use crate::model::lang::Words;

/// Why a command stops, beyond what the system and the database say.
#[derive(Debug, Error)]
pub enum Stop {
    /// The user interrupted.
    #[error("interrupted")]
    Interrupted,
    /// The output would overwrite the database or an input.
    #[error("{0}: is the database or an input")]
    TargetTaken(PathBuf),
    /// The file in the place of the output is set to be read only.
    #[error("{0}: read-only")]
    TargetReadOnly(PathBuf),
    /// The ending of an output's name names no format that it can have.
    #[error("{path}: unknown ending")]
    EndingUnknown {
        /// The output.
        path: PathBuf,
        /// The endings that work.
        endings: &'static [&'static str],
    },
    /// An option that means nothing for the log of changes.
    #[error("{0} means nothing here")]
    NoUse(&'static str),
    /// A month cannot be closed, or is not: the key of the sentence, and the change that closed it.
    #[error("{month}: {key} {change}")]
    OfMonth {
        /// Key of the sentence.
        key: &'static str,
        /// The month.
        month: Month,
        /// The change that closed it; 0 where none did.
        change: i64,
    },
    /// An option that means nothing for what is done.
    #[error("{0} means nothing for this")]
    NoUseHere(&'static str),
    /// An option without which it is not known what to do.
    #[error("needs {0}")]
    Needs(&'static str),
    /// There is no proposal: the key of the sentence, and what it is about.
    #[error("{key} {about}")]
    NoProposal {
        /// Key of the sentence.
        key: &'static str,
        /// The pair at fault.
        about: String,
    },
    /// A list of pairs has faults.
    #[error("pairs refused")]
    Pairs(Vec<Finding>),
    /// Somebody has to agree, and nobody can be asked.
    #[error("needs --yes")]
    NeedsYes,
    /// Days that end before they begin.
    #[error("{to} comes before {from}")]
    Reversed {
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
    },
    /// Service is asked for, and neither a cadre nor a unit is named.
    #[error("whose service?")]
    NobodyNamed,
    /// A review of days of which the lists tell nothing: the first day of which they do.
    #[error("nothing to review before {0:?}")]
    NothingToReview(Option<Day>),
    /// Several documents, and no folder to put them into.
    #[error("no folder for the documents")]
    NoFolder,
    /// The folder for documents is that of the lists.
    #[error("{0}: holds the lists")]
    FolderOfLists(PathBuf),
    /// The database was changed by another program while this one worked out, or asked about, what to save.
    #[error("{0}: changed meanwhile")]
    ChangedMeanwhile(PathBuf),
    /// The user interrupted while documents were written.
    #[error("interrupted after {written} of {total} files")]
    Stopped {
        /// Files that are written.
        written: usize,
        /// Files that there would have been.
        total: usize,
    },
    /// The lists are saved, but what followed failed.
    #[error("saved, but then: {0:#}")]
    Saved(Error),
    /// A policy has faults.
    #[error("policy refused")]
    Policy(Vec<Finding>),
    /// A name on the command line means nothing: what was typed, and the nearest.
    #[error("{what}: {typed} unknown")]
    Unknown {
        /// Key of what it should have been ("unit", "check").
        what: &'static str,
        /// What was typed.
        typed: String,
        /// The nearest right value.
        nearest: Option<String>,
        /// All right values with their names, where they are few.
        valid: Vec<(String, Words)>,
    },
    /// A name on the command line means several things: their full paths.
    #[error("{typed}: ambiguous")]
    Ambiguous {
        /// What was typed.
        typed: String,
        /// How much it could mean.
        count: usize,
        /// The first of what it could mean.
        candidates: Vec<String>,
    },
    /// A name on the command line means a unit of other days.
    #[error("{typed}: of other days")]
    Gone {
        /// What was typed.
        typed: String,
        /// The day that was asked for.
        day: Day,
        /// The nearest day on which it meant something.
        then: Day,
        /// The unit that it meant, with its path.
        was: String,
        /// What the unit is on the day that was asked for; "none" where it is nothing.
        now: String,
    },
    /// A folder has none of the files that were expected.
    #[error("{0}: nothing to read")]
    NothingToRead(PathBuf),
    /// A file that was named for answers is another file.
    #[error("{0}: no file of answers")]
    NoAnswers(PathBuf),
    /// A briefing cannot be taken along: the key of the sentence, and the file.
    #[error("{path}: {key}")]
    Briefing {
        /// Key of the sentence.
        key: &'static str,
        /// The briefing.
        path: PathBuf,
    },
    /// Some outputs could not be written; each was said when it happened.
    #[error("{0} outputs not written")]
    NotWritten(usize),
}
