//! What things are: units, cadres, duties, seats, assignments, and what follows from them. No I/O, no wording.

pub mod adjustment;
pub mod anonymous;
pub mod assignment;
pub mod attendance;
pub mod book;
pub mod cadre;
pub mod calendar;
pub mod change;
pub mod compare;
pub mod comparison;
pub mod coverage;
pub mod coverage_days;
pub mod day;
pub mod decision;
pub mod feedback;
pub mod finding;
pub mod gap;
pub mod handover;
pub mod holdings;
pub mod id;
pub mod lang;
pub mod lineage;
pub mod list;
pub mod meeting;
pub mod packet;
pub mod place;
pub mod policy;
pub mod pool;
pub mod proposal;
pub mod reach;
pub mod reform;
pub mod release;
pub mod review;
pub mod rows;
pub mod runs;
pub mod seat;
pub mod seats;
pub mod service;
pub mod sitting;
pub mod snapshot;
pub mod spells;
pub mod stamp;
pub mod succession;
pub mod turnout;
pub mod unit;
pub mod vacancy;
pub mod value;
pub mod versions;

pub(crate) mod sample;
mod typed;

/// A short text (a code, a name); up to 24 bytes of it need no memory of their own.
pub type Text = compact_str::CompactString;

/// A text that many rows have alike (a position, an organization) or that most lack (a note): one word of memory in a
/// row.
pub type Shared = arcstr::ArcStr;
