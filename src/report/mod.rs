//! What a reader sees, as plain tables: rosters, gaps, load, summary, changes, lists. Knows no format.

pub mod annex;
pub mod calendar;
pub mod card;
pub mod changes;
pub mod choices;
pub mod comparison;
pub mod coverage_days;
pub mod decision_text;
pub mod decisions;
pub mod differences;
pub mod documents;
pub mod duties;
pub mod editing;
pub mod gaps;
pub mod lists;
pub mod load;
pub mod log;
pub mod paper;
pub mod reform;
pub mod refused;
pub mod roster;
pub mod service;
pub mod states;
pub mod summary;
pub mod table;
pub mod verdict;
