//! Offices' files in: bytes to typed rows, every fault a finding with file, row and column. Looks nothing up.

pub mod cell;
pub mod csv;
pub mod day;
pub mod encoding;
pub mod fault;
pub mod grid;
pub mod guess;
pub mod header;
pub mod kind;
pub mod line;
pub mod lists;
pub mod look;
pub mod names;
pub mod policy;
pub mod row;
pub mod source;

mod assignments;
mod cadres;
mod seats;
mod units;
mod vacancies;
