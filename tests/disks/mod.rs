//! Power cuts, tried on paper: what a run writes is taken down, and every disk that a cut may leave is made of it.

pub mod disk;
pub mod film;
