//! What the tests and the benchmark of the solver share: instances made, instances read, a slow second method.
#![allow(dead_code, reason = "each test uses a part of it")]

pub mod brute;
pub mod dice;
pub mod dimacs;
pub mod offices;
pub mod random;
pub mod slow;
