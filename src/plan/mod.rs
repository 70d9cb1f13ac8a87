//! Proposals: who could fill what is empty, at the least cost, proven. Never saves.

pub mod flow;
