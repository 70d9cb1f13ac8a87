//! The solver: cheapest flows and cheapest fillings of seats, each with its proof. It knows integers only.
//!
//! Of the crates that solve this, `rs_graph` (network simplex) is GPL and gives no potentials, `mcmf` builds LEMON's
//! C++ and gives none either, and those for assignment alone (`pathfinding`, `lapjv`) want full square matrices,
//! without loads. None proves its answer.

/// The cheapest filling of seats where every further seat of a cadre costs more.
pub mod assign;
/// One question taken apart into what is independent, answered on several threads.
pub mod components;
/// What a flow is, and whether one is right.
pub mod network;
mod search;
/// Seats, offers and loads.
pub mod seats;
/// The cheapest flow in any network.
pub mod simplex;
/// Of fillings that cost the same, the first.
pub mod ties;
