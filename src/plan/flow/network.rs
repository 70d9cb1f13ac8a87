//! Networks and flows: what is asked, what is answered, and whether the answer is right.

/// No cost, capacity, supply, nor all supplies together may reach this, either sign, nor nodes times the widest cost.
/// Then no sum that a solver makes leaves 64 bits; costs of whole flows and bounds have 128.
pub const TOO_LARGE: i64 = 1 << 58;

/// Nodes that give or take, and arcs that carry from none up to their capacity, each unit at a cost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Network {
    /// What each node gives; what it takes is below zero.
    pub supplies: Vec<i64>,
    /// The node that each arc leaves.
    pub from: Vec<u32>,
    /// The node that each arc enters.
    pub to: Vec<u32>,
    /// The most that each arc carries.
    pub capacities: Vec<i64>,
    /// What one unit on each arc costs; may be below zero.
    pub costs: Vec<i64>,
}

impl Network {
    /// A network without arcs.
    pub fn new(supplies: Vec<i64>) -> Self {
        Self { supplies, ..Self::default() }
    }

    /// Adds an arc and gives its number. Arcs may run side by side.
    pub fn arc(&mut self, from: u32, to: u32, capacity: i64, cost: i64) -> usize {
        self.from.push(from);
        self.to.push(to);
        self.capacities.push(capacity);
        self.costs.push(cost);
        self.costs.len() - 1
    }

    /// Why no solver should try: ends outside, numbers out of bounds, more given than taken.
    pub(super) fn sound(&self) -> Result<(), Infeasible> {
        let (nodes, arcs) = (self.supplies.len(), self.costs.len());
        if [self.from.len(), self.to.len(), self.capacities.len()] != [arcs; 3] {
            return Err(Infeasible::Misshapen);
        }
        let is_bounded = |number: &i64| (-TOO_LARGE..TOO_LARGE).contains(number);
        let widest = self.costs.iter().map(|cost| i128::from(*cost).abs() + 1).max().unwrap_or(1);
        let room = widest * (nodes as i128 + 1) < i128::from(TOO_LARGE) && nodes + arcs < u32::MAX as usize;
        let given: i128 = self.supplies.iter().map(|supply| i128::from(supply.unsigned_abs())).sum();
        if !room || given >= i128::from(TOO_LARGE) || !self.capacities.iter().all(is_bounded) {
            return Err(Infeasible::TooLarge);
        }
        let is_outside =
            |arc: &usize| self.from[*arc].max(self.to[*arc]) as usize >= nodes || self.capacities[*arc] < 0;
        if let Some(arc) = (0..arcs).find(is_outside) {
            return Err(Infeasible::Arc { arc });
        }
        match self.supplies.iter().sum() {
            0 => Ok(()),
            excess => Err(Infeasible::Unbalanced { excess }),
        }
    }
}

/// A flow, and the potentials that prove it the cheapest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// What each arc carries.
    pub amounts: Vec<i64>,
    /// What all of it costs.
    pub cost: i128,
    /// What one more unit given at each node would cost, up to a constant.
    pub potentials: Vec<i64>,
}

/// Why there is no flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Infeasible {
    /// The lists of the arcs differ in length.
    Misshapen,
    /// The arc ends at no node, or its capacity is below zero.
    Arc {
        /// The number of the arc.
        arc: usize,
    },
    /// A number reaches [`TOO_LARGE`], where sums would no longer be exact.
    TooLarge,
    /// The nodes give more than they take, or less.
    Unbalanced {
        /// All that is given less all that is taken.
        excess: i64,
    },
    /// The capacities do not let everything through.
    Blocked {
        /// The least that stays where it is.
        stuck: i64,
    },
}

/// Where a flow is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There are more or fewer amounts than arcs, or potentials than nodes, or the network itself is not sound.
    Shape,
    /// The arc carries less than nothing, or more than its capacity.
    Amount {
        /// The number of the arc.
        arc: usize,
    },
    /// The node does not give what it should.
    Balance {
        /// The number of the node.
        node: usize,
    },
    /// The flow costs something else than it says.
    Cost {
        /// What it costs.
        cost: i128,
    },
    /// The potentials do not prove that nothing is cheaper.
    Bound {
        /// What they do prove.
        bound: i128,
    },
}

/// The least that any flow can cost, told from the potentials alone, whichever they are: a unit that leaves one node and
/// enters another is worth the difference, and an arc that costs less than that is worth it for each unit it can carry.
///
/// Potentials beyond any use prove nothing, which is the least number there is.
pub fn lower_bound(network: &Network, potentials: &[i64]) -> i128 {
    let wide = |node: u32| potentials.get(node as usize).map(|potential| i128::from(*potential));
    let bound = || {
        let mut bound = 0i128;
        for (supply, potential) in network.supplies.iter().zip(potentials) {
            bound = bound.checked_add(i128::from(*supply) * i128::from(*potential))?;
        }
        let ends = network.from.iter().zip(&network.to);
        for ((from, to), (capacity, cost)) in ends.zip(network.capacities.iter().zip(&network.costs)) {
            let reduced = i128::from(*cost) - wide(*from)? + wide(*to)?;
            if reduced < 0 {
                bound = bound.checked_add(reduced.checked_mul(i128::from(*capacity))?)?;
            }
        }
        Some(bound)
    };
    bound().unwrap_or(i128::MIN)
}

/// Whether the flow is one, costs what it says, and is proven to be the cheapest; gives the bound that proves it. Trusts
/// nothing that a solver did.
///
/// # Errors
///
/// The first fault found.
pub fn check(network: &Network, flow: &Flow) -> Result<i128, Fault> {
    let (nodes, arcs) = (network.supplies.len(), network.costs.len());
    if flow.amounts.len() != arcs || flow.potentials.len() != nodes || network.sound().is_err() {
        return Err(Fault::Shape);
    }
    let mut left: Vec<i128> = network.supplies.iter().map(|supply| i128::from(*supply)).collect();
    let mut cost = 0i128;
    for (arc, amount) in flow.amounts.iter().enumerate() {
        if !(0..=network.capacities[arc]).contains(amount) {
            return Err(Fault::Amount { arc });
        }
        left[network.from[arc] as usize] -= i128::from(*amount);
        left[network.to[arc] as usize] += i128::from(*amount);
        cost += i128::from(*amount) * i128::from(network.costs[arc]);
    }
    if let Some(node) = left.iter().position(|left| *left != 0) {
        return Err(Fault::Balance { node });
    }
    if cost != flow.cost {
        return Err(Fault::Cost { cost });
    }
    match lower_bound(network, &flow.potentials) {
        bound if bound == cost => Ok(bound),
        bound => Err(Fault::Bound { bound }),
    }
}
