//! What can be listed, made by a build, and exported, by the words of the command line.

use clap::ValueEnum;

/// What `list` shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Listed {
    Units,
    Cadres,
    Assignments,
    Gaps,
    Vacancies,
    Decisions,
    Meetings,
    Attendance,
    Feedback,
    Changes,
    Service,
}

/// What `build --only` makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Made {
    Roster,
    Gaps,
    Coverage,
    Load,
    Summary,
    Changes,
}

/// What `export` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Exported {
    All,
    Roster,
    Gaps,
    Coverage,
    Load,
    Summary,
    Changes,
    Adjustments,
    Calendar,
    Units,
    Cadres,
    Assignments,
    Vacancies,
    Seats,
    Decisions,
    Meetings,
    Attendance,
    Absences,
    Unheld,
    Turnout,
    Feedback,
    Digest,
    Annex,
    Decision,
    Packet,
    Database,
    Policy,
    Review,
}
