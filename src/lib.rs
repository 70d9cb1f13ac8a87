//! phancong builds assignment rosters: who is responsible for which unit, under which duty, in
//! which month, by which decision, and where nobody is.
//!
//! The rooms of the house, in import order. A room imports only rooms above it, and siblings
//! (`read`, `merge`, `amend`, `store`, `check`, `plan`) never import one another; `tests/house.rs` holds that.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

/// What things are. Never reads, writes or words anything.
pub mod model;

/// Words for people in two languages. Never decides anything.
pub mod text;

/// Work on several threads, or in libraries that may panic. Knows nothing of what is worked on.
pub mod work;

/// Changes by hand: a book and a wish in, a new book and the way there out, or findings. Never saves.
pub mod amend;
/// One file per check: a snapshot in, findings out. Never prints, never repairs.
pub mod check;
/// Typed rows against what is known: a change, or findings. Never saves.
pub mod merge;
/// Proposals: who could fill what is empty, at the least cost, proven. Never saves.
pub mod plan;
/// Offices' files in: typed rows and findings with their places. Never looks anything up.
pub mod read;
/// The database: the only room with SQL. Never judges what it keeps.
pub mod store;

/// What a reader sees, as plain tables. Never knows a format.
pub mod report;

/// A table in, bytes out, one file per format. Never writes a file.
pub mod render;

/// The desk: arguments, progress, files, exit codes. The only room that prints.
pub mod cli;
