//! The cheapest flow in any network, by the network simplex method.
//!
//! Arcs that carry neither nothing nor all they could form a tree, which fixes the potentials of its nodes. An arc that
//! its ends' potentials say is worth using more, or less, enters the tree; the first arc of the circle so closed that can
//! give no more leaves it. Of several, that one leaves which keeps a way to the root open from every node; then the
//! method ends.

use super::network::{Flow, Infeasible, Network};

/// The cheapest flow, with its proof. The same network gives the same flow.
///
/// # Errors
///
/// When the network is not sound, or its capacities do not let everything through.
pub fn solve(network: &Network) -> Result<Flow, Infeasible> {
    network.sound()?;
    let mut tree = Tree::new(network);
    let mut search = Search::new(tree.costs.len());
    while let Some(entering) = search.next(&tree) {
        tree.pivot(entering);
    }
    let arcs = network.costs.len();
    match tree.amounts[arcs..].iter().sum::<i64>() / 2 {
        0 => {}
        stuck => return Err(Infeasible::Blocked { stuck }),
    }
    let mut amounts = vec![0; arcs];
    for (arc, amount) in shuffled(arcs).zip(&tree.amounts) {
        amounts[arc] = *amount;
    }
    let mut potentials = tree.potentials;
    potentials.pop();
    let cost = amounts.iter().zip(&network.costs).map(|(amount, cost)| i128::from(*amount) * i128::from(*cost)).sum();
    Ok(Flow { amounts, cost, potentials })
}

/// Arcs in the order in which they are looked at: those side by side in the network are often alike, so a block takes
/// its arcs from all over.
fn shuffled(arcs: usize) -> impl Iterator<Item = usize> {
    let stride = arcs.isqrt().max(1);
    (0..stride).flat_map(move |start| (start..arcs).step_by(stride))
}

/// No node.
const NONE: u32 = u32::MAX;

/// Where an arc stands: it carries nothing, all it can, or is in the tree.
const EMPTY: i8 = 1;
const FULL: i8 = -1;
const INSIDE: i8 = 0;

/// A node's place in the tree.
#[derive(Clone, Copy)]
struct Place {
    parent: u32,
    /// The arc between the node and its parent.
    arc: u32,
    depth: u32,
    child: u32,
    left: u32,
    right: u32,
}

/// The network with one more node, the root, which an arc of forbidding cost joins to every node.
struct Tree {
    from: Vec<u32>,
    to: Vec<u32>,
    capacities: Vec<i64>,
    costs: Vec<i64>,
    states: Vec<i8>,
    amounts: Vec<i64>,
    potentials: Vec<i64>,
    places: Vec<Place>,
    stack: Vec<u32>,
}

impl Tree {
    fn new(network: &Network) -> Self {
        let nodes = network.supplies.len();
        let arcs = network.costs.len();
        let root = nodes as u32;
        let widest = network.costs.iter().map(|cost| cost.abs()).max().unwrap_or(0);
        let forbidding = (widest + 1) * (nodes as i64 + 1);
        let mut tree = Self {
            from: shuffled(arcs).map(|arc| network.from[arc]).collect(),
            to: shuffled(arcs).map(|arc| network.to[arc]).collect(),
            capacities: shuffled(arcs).map(|arc| network.capacities[arc]).collect(),
            costs: shuffled(arcs).map(|arc| network.costs[arc]).collect(),
            states: vec![EMPTY; arcs],
            amounts: vec![0; arcs],
            potentials: vec![0; nodes + 1],
            places: vec![Place { parent: NONE, arc: NONE, depth: 0, child: NONE, left: NONE, right: NONE }; nodes + 1],
            stack: Vec::new(),
        };
        for (node, supply) in (0u32..).zip(&network.supplies) {
            let is_giving = *supply >= 0;
            tree.from.push(if is_giving { node } else { root });
            tree.to.push(if is_giving { root } else { node });
            tree.capacities.push(i64::MAX);
            tree.costs.push(forbidding);
            tree.states.push(INSIDE);
            tree.amounts.push(supply.abs());
            tree.potentials[node as usize] = if is_giving { forbidding } else { -forbidding };
            tree.places[node as usize].arc = arcs as u32 + node;
            tree.places[node as usize].depth = 1;
            tree.hang(node, root);
        }
        tree
    }

    /// What one more unit on the arc costs beyond what its ends' potentials pay for.
    fn reduced(&self, arc: usize) -> i64 {
        self.costs[arc] - self.potentials[self.from[arc] as usize] + self.potentials[self.to[arc] as usize]
    }

    /// How much more can pass between the node and its parent, towards the root or away from it.
    fn room(&self, node: u32, is_rising: bool) -> i64 {
        let arc = self.places[node as usize].arc as usize;
        if (self.from[arc] == node) == is_rising { self.capacities[arc] - self.amounts[arc] } else { self.amounts[arc] }
    }

    fn carry(&mut self, node: u32, is_rising: bool, more: i64) {
        let arc = self.places[node as usize].arc as usize;
        self.amounts[arc] += if (self.from[arc] == node) == is_rising { more } else { -more };
    }

    fn pivot(&mut self, entering: usize) {
        let is_empty = self.states[entering] == EMPTY;
        let ends = (self.from[entering], self.to[entering]);
        let (first, second) = if is_empty { ends } else { (ends.1, ends.0) };
        let join = self.join(first, second);
        let (mut most, mut leaving) = (self.capacities[entering], None);
        let mut node = first;
        while node != join {
            let room = self.room(node, false);
            if room < most {
                (most, leaving) = (room, Some((node, first)));
            }
            node = self.places[node as usize].parent;
        }
        node = second;
        while node != join {
            let room = self.room(node, true);
            if room <= most {
                (most, leaving) = (room, Some((node, second)));
            }
            node = self.places[node as usize].parent;
        }
        if most > 0 {
            self.circle(entering, if is_empty { most } else { -most }, (first, second), join);
        }
        let Some((cut, inner)) = leaving else {
            self.states[entering] = -self.states[entering];
            return;
        };
        let left = self.places[cut as usize].arc as usize;
        self.states[left] = if self.amounts[left] == 0 { EMPTY } else { FULL };
        let reduced = self.reduced(entering);
        self.states[entering] = INSIDE;
        self.turn(cut, inner, entering, if inner == first { second } else { first });
        self.shift(inner, if inner == ends.0 { reduced } else { -reduced });
    }

    /// Carries more along the whole circle that the entering arc closes.
    fn circle(&mut self, entering: usize, more: i64, (first, second): (u32, u32), join: u32) {
        self.amounts[entering] += more;
        for (end, is_rising) in [(first, false), (second, true)] {
            let mut node = end;
            while node != join {
                self.carry(node, is_rising, more.abs());
                node = self.places[node as usize].parent;
            }
        }
    }

    /// The lowest node above both.
    fn join(&self, mut one: u32, mut other: u32) -> u32 {
        while one != other {
            let places = (self.places[one as usize], self.places[other as usize]);
            if places.0.depth >= places.1.depth {
                one = places.0.parent;
            }
            if places.1.depth >= places.0.depth {
                other = places.1.parent;
            }
        }
        one
    }

    /// Hangs the subtree below `cut` by its node `inner` under `above`, on the arc.
    fn turn(&mut self, cut: u32, inner: u32, arc: usize, above: u32) {
        let (mut node, mut parent, mut arc) = (inner, above, arc as u32);
        loop {
            let before = self.places[node as usize];
            self.unhang(node);
            self.places[node as usize].arc = arc;
            self.hang(node, parent);
            if node == cut {
                return;
            }
            (parent, node, arc) = (node, before.parent, before.arc);
        }
    }

    fn hang(&mut self, node: u32, parent: u32) {
        let right = std::mem::replace(&mut self.places[parent as usize].child, node);
        if right != NONE {
            self.places[right as usize].left = node;
        }
        let place = &mut self.places[node as usize];
        (place.parent, place.left, place.right) = (parent, NONE, right);
    }

    fn unhang(&mut self, node: u32) {
        let Place { parent, left, right, .. } = self.places[node as usize];
        match left {
            NONE => self.places[parent as usize].child = right,
            left => self.places[left as usize].right = right,
        }
        if right != NONE {
            self.places[right as usize].left = left;
        }
    }

    /// Moves the potentials of a node and all below it, and counts their depths anew.
    fn shift(&mut self, top: u32, by: i64) {
        self.stack.push(top);
        while let Some(node) = self.stack.pop() {
            let Place { parent, child, .. } = self.places[node as usize];
            self.places[node as usize].depth = self.places[parent as usize].depth + 1;
            self.potentials[node as usize] += by;
            let mut below = child;
            while below != NONE {
                self.stack.push(below);
                below = self.places[below as usize].right;
            }
        }
    }
}

/// Looks for arcs block by block, and takes the best of the first block that has one.
struct Search {
    at: usize,
    block: usize,
}

impl Search {
    fn new(arcs: usize) -> Self {
        Self { at: 0, block: arcs.isqrt().max(20) }
    }

    fn next(&mut self, tree: &Tree) -> Option<usize> {
        let arcs = tree.states.len();
        let (mut best, mut found, mut left) = (0, None, self.block);
        for _ in 0..arcs {
            let arc = self.at;
            self.at = if arc + 1 == arcs { 0 } else { arc + 1 };
            let worth = i64::from(tree.states[arc]) * tree.reduced(arc);
            if worth < best {
                (best, found) = (worth, Some(arc));
            }
            left -= 1;
            if left == 0 {
                if found.is_some() {
                    break;
                }
                left = self.block;
            }
        }
        found
    }
}
