//! Networks as files in the format of the DIMACS challenge (`p min`), and seats as such networks.

use std::fmt::Write;

use phancong::plan::flow::network::Network;
use phancong::plan::flow::seats::{Seats, Step};

/// The network that the text tells of; nodes count from one there and from zero here.
pub fn read(text: &str) -> Network {
    let mut network = Network::default();
    for line in text.lines() {
        let mut words = line.split_ascii_whitespace();
        let kind = words.next().unwrap_or("c");
        let numbers: Vec<i64> = words.filter_map(|word| word.parse().ok()).collect();
        match (kind, numbers.as_slice()) {
            ("p", [nodes, ..]) => network = Network::new(vec![0; *nodes as usize]),
            ("n", [node, supply]) => network.supplies[*node as usize - 1] = *supply,
            ("a", [from, to, 0, capacity, cost]) => {
                network.arc(*from as u32 - 1, *to as u32 - 1, *capacity, *cost);
            }
            ("c", _) => {}
            _ => panic!("not a line of a network: {line}"),
        }
    }
    network
}

/// The network as text.
pub fn written(network: &Network) -> String {
    let mut text = format!("p min {} {}\n", network.supplies.len(), network.costs.len());
    for (node, supply) in network.supplies.iter().enumerate().filter(|(_, supply)| **supply != 0) {
        writeln!(text, "n {} {supply}", node + 1).expect("to memory");
    }
    for arc in 0..network.costs.len() {
        let (from, to) = (network.from[arc] + 1, network.to[arc] + 1);
        writeln!(text, "a {from} {to} 0 {} {}", network.capacities[arc], network.costs[arc]).expect("to memory");
    }
    text
}

/// The seats that the network stands for: groups give, the last node takes, cadres stand between.
pub fn seats(network: &Network) -> Seats {
    let last = network.supplies.len() as u32 - 1;
    let groups = network.supplies.iter().take_while(|supply| **supply > 0).count() as u32;
    let arcs = |from: u32| (0..network.costs.len()).filter(move |arc| network.from[*arc] == from);
    let mut seats = Seats::default();
    for cadre in groups..last {
        let mut steps: Vec<Step> = arcs(cadre)
            .map(|arc| {
                assert_eq!(network.to[arc], last);
                Step { cost: network.costs[arc], room: network.capacities[arc] }
            })
            .collect();
        steps.sort_by_key(|step| step.cost);
        seats.cadre(steps);
    }
    for group in 0..groups {
        let (ends, offers): (Vec<usize>, Vec<usize>) = arcs(group).partition(|arc| network.to[*arc] == last);
        let wanted = network.supplies[group as usize];
        assert!(ends.len() == 1 && network.capacities[ends[0]] >= wanted);
        let each = network.capacities[offers[0]];
        assert!(offers.iter().all(|arc| network.capacities[*arc] == each));
        let offers = offers.iter().map(|arc| (network.to[*arc] - groups, network.costs[*arc]));
        seats.group(wanted, each, network.costs[ends[0]], offers);
    }
    seats
}
