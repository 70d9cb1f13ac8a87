//! A second method, slow and plainly right: from any flow, push along the cheapest way that Bellman and Ford find.

use phancong::plan::flow::network::Network;

/// What the cheapest flow costs, or nothing where there is none.
pub fn cheapest(network: &Network) -> Option<i128> {
    let mut amounts = vec![0; network.costs.len()];
    let mut left = network.supplies.clone();
    // Filled from the start, arcs that gain leave no circle that does.
    for arc in (0..amounts.len()).filter(|arc| network.costs[*arc] < 0) {
        amounts[arc] = network.capacities[arc];
        left[network.from[arc] as usize] -= amounts[arc];
        left[network.to[arc] as usize] += amounts[arc];
    }
    while left.iter().any(|left| *left > 0) {
        let (way, end) = nearest(network, &amounts, &left)?;
        let start = way.first().map(|(arc, is_forward)| ends(network, *arc, *is_forward).0)?;
        let room = |(arc, is_forward): &(usize, bool)| {
            if *is_forward { network.capacities[*arc] - amounts[*arc] } else { amounts[*arc] }
        };
        let most = way.iter().map(room).min()?.min(left[start]).min(-left[end]);
        left[start] -= most;
        left[end] += most;
        way.iter().for_each(|(arc, is_forward)| amounts[*arc] += if *is_forward { most } else { -most });
    }
    let costs = amounts.iter().zip(&network.costs);
    Some(costs.map(|(amount, cost)| i128::from(*amount) * i128::from(*cost)).sum())
}

fn ends(network: &Network, arc: usize, is_forward: bool) -> (usize, usize) {
    let (from, to) = (network.from[arc] as usize, network.to[arc] as usize);
    if is_forward { (from, to) } else { (to, from) }
}

/// The cheapest way from any node that still gives to one that still takes, as arcs walked forward or back.
fn nearest(network: &Network, amounts: &[i64], left: &[i64]) -> Option<(Vec<(usize, bool)>, usize)> {
    let mut distances: Vec<Option<i64>> = left.iter().map(|left| (*left > 0).then_some(0)).collect();
    let mut by = vec![None; left.len()];
    let mut is_changed = true;
    while is_changed {
        is_changed = false;
        for (arc, amount) in amounts.iter().enumerate() {
            for is_forward in [true, false] {
                let (from, to) = ends(network, arc, is_forward);
                let is_open = if is_forward { *amount < network.capacities[arc] } else { *amount > 0 };
                let cost = if is_forward { network.costs[arc] } else { -network.costs[arc] };
                let Some(far) = distances[from].filter(|_| is_open).map(|far| far + cost) else { continue };
                if distances[to].is_none_or(|known| far < known) {
                    (distances[to], by[to], is_changed) = (Some(far), Some((arc, is_forward)), true);
                }
            }
        }
    }
    let takers = (0..left.len()).filter(|node| left[*node] < 0 && distances[*node].is_some());
    let end = takers.min_by_key(|node| distances[*node])?;
    let mut way = Vec::new();
    let mut at = end;
    while let Some((arc, is_forward)) = by[at] {
        way.push((arc, is_forward));
        at = ends(network, arc, is_forward).0;
    }
    way.reverse();
    Some((way, end))
}
