//! What a reader sees, as plain tables: rosters, gaps, load, summary, changes, lists.

pub mod table;
