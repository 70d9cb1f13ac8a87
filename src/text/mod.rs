//! Words for people: the catalogue in two languages, Vietnamese spelling and order, safe names. Decides nothing.

pub mod catalogue;
pub mod clean;
pub mod file_name;
pub mod fold;
pub mod guard;
pub mod legacy;
pub mod levels;
pub mod nearest;
pub mod order;
pub mod resting;
pub mod spellings;
pub mod syllable;
pub mod titles;
pub mod windows;
pub mod wording;
pub mod written;
pub mod zeros;
