//! Seats and networks of any kind, small enough for slow methods.

use phancong::plan::flow::network::Network;
use phancong::plan::flow::seats::{Seats, Step};
use proptest::collection::vec;
use proptest::prelude::*;

fn steps() -> impl Strategy<Value = Vec<Step>> {
    vec((-2..6i64, 0..3i64), 0..4).prop_map(|mut steps| {
        steps.sort_unstable();
        steps.into_iter().map(|(cost, room)| Step { cost, room }).collect()
    })
}

/// Up to four groups and cadres, with limits, several seats, offers side by side, and costs of either sign.
pub fn small_seats() -> impl Strategy<Value = Seats> {
    let group = (0..3i64, 0..3i64, -1..12i64, vec((0..4u32, -4..8i64), 0..6));
    (vec(steps(), 1..5), vec(group, 0..5)).prop_map(|(loads, groups)| {
        let mut seats = Seats::default();
        let cadres = loads.len() as u32;
        loads.into_iter().for_each(|steps| {
            seats.cadre(steps);
        });
        for (wanted, each, empty, offers) in groups {
            seats.group(wanted, each, empty, offers.into_iter().map(|(cadre, cost)| (cadre % cadres, cost)));
        }
        seats
    })
}

/// Balanced networks with loops, arcs side by side, no capacity here and there, and costs of either sign.
pub fn networks(nodes: usize, arcs: usize) -> impl Strategy<Value = Network> {
    let node = 0..nodes as u32;
    let arcs = vec((node.clone(), node.clone(), 0..6i64, -9..20i64), 0..arcs);
    (vec((node.clone(), node, 0..4i64), 0..5), arcs).prop_map(move |(moves, arcs)| {
        let mut network = Network::new(vec![0; nodes]);
        for (from, to, amount) in moves {
            network.supplies[from as usize] += amount;
            network.supplies[to as usize] -= amount;
        }
        for (from, to, capacity, cost) in arcs {
            network.arc(from, to, capacity, cost);
        }
        network
    })
}
