//! Offices' files in: bytes to typed rows, every fault a finding with file, row and column. Looks nothing up.

pub mod answers;
pub mod cell;
pub mod csv;
pub mod day;
pub mod encoding;
pub mod fault;
pub mod grid;
pub mod guess;
pub mod header;
pub mod headings;
pub mod kind;
pub mod layout;
pub mod line;
pub mod lists;
pub mod look;
pub mod looked;
pub mod names;
pub mod policy;
pub mod remember;
pub mod row;
pub mod source;
pub mod stamp;
pub mod wishes;
pub mod workbook;

mod assignments;
mod cadres;
mod merged;
mod old_letters;
mod reports;
mod seats;
mod sheets;
mod side;
mod texts;
mod tree;
mod units;
mod vacancies;
