//! Seats, offers and loads: the question that filling seats is, and the network it stands for.

use super::network::{Network, TOO_LARGE};

/// Groups of equal seats, cadres with what each further seat costs them, and offers between the two.
///
/// Equal seats belong in one group: apart, each is weighed against all its equals, and hundreds of thousands of them that
/// few cadres share take hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seats {
    /// How many seats each group has.
    pub wanted: Vec<i64>,
    /// The most seats of the group that one offer may fill.
    pub each: Vec<i64>,
    /// What each seat of the group costs that stays empty.
    pub empty: Vec<i64>,
    /// Where the offers of each group begin, and where the last ones end.
    pub starts: Vec<usize>,
    /// The cadre of each offer.
    pub cadres: Vec<u32>,
    /// What the offer costs for each seat.
    pub costs: Vec<i64>,
    /// Where the steps of each cadre begin, and where the last ones end.
    pub loads: Vec<usize>,
    /// The steps of each cadre's load, the cheapest first.
    pub steps: Vec<Step>,
}

/// Some seats more that a cadre may take at the same cost each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What each of the seats costs.
    pub cost: i64,
    /// How many seats there are at this cost.
    pub room: i64,
}

impl Default for Seats {
    fn default() -> Self {
        Self {
            wanted: Vec::new(),
            each: Vec::new(),
            empty: Vec::new(),
            starts: vec![0],
            cadres: Vec::new(),
            costs: Vec::new(),
            loads: vec![0],
            steps: Vec::new(),
        }
    }
}

impl Seats {
    /// Adds a cadre and gives the number.
    pub fn cadre(&mut self, steps: impl IntoIterator<Item = Step>) -> u32 {
        self.steps.extend(steps);
        self.loads.push(self.steps.len());
        self.loads.len() as u32 - 2
    }

    /// Adds a group of equal seats with its offers (cadre and cost), and gives its number.
    pub fn group(&mut self, wanted: i64, each: i64, empty: i64, offers: impl IntoIterator<Item = (u32, i64)>) -> usize {
        self.wanted.push(wanted);
        self.each.push(each);
        self.empty.push(empty);
        for (cadre, cost) in offers {
            self.cadres.push(cadre);
            self.costs.push(cost);
        }
        self.starts.push(self.cadres.len());
        self.wanted.len() - 1
    }

    /// The number of cadres.
    pub fn cadre_count(&self) -> usize {
        self.loads.len().saturating_sub(1)
    }

    /// The network that the seats stand for: groups, cadres, and a node that takes all; offers, steps, and empty seats.
    pub fn network(&self) -> Network {
        let (groups, cadres) = (self.wanted.len() as u32, self.cadre_count() as u32);
        let mut supplies = self.wanted.clone();
        supplies.resize((groups + cadres) as usize, 0);
        supplies.push(-self.wanted.iter().sum::<i64>());
        let mut network = Network::new(supplies);
        let all = groups + cadres;
        for (group, starts) in (0u32..).zip(self.starts.windows(2)) {
            for offer in starts[0]..starts[1] {
                let most = self.each[group as usize].min(self.wanted[group as usize]);
                network.arc(group, groups + self.cadres[offer], most, self.costs[offer]);
            }
        }
        for (cadre, loads) in (0u32..).zip(self.loads.windows(2)) {
            for step in &self.steps[loads[0]..loads[1]] {
                network.arc(groups + cadre, all, step.room, step.cost);
            }
        }
        for group in 0..groups {
            network.arc(group, all, self.wanted[group as usize], self.empty[group as usize]);
        }
        network
    }

    /// Why no filling should be tried: lists that do not fit, numbers out of bounds, loads that grow cheaper.
    pub(super) fn sound(&self) -> Result<(), Unsound> {
        let groups = self.wanted.len();
        let fits = self.each.len() == groups
            && self.empty.len() == groups
            && self.costs.len() == self.cadres.len()
            && is_cut(&self.starts, groups, self.cadres.len())
            && is_cut(&self.loads, self.cadre_count(), self.steps.len());
        let highest = self.cadres.iter().fold(0, |highest, cadre| highest.max(*cadre));
        if !fits || (highest as usize >= self.cadre_count() && !self.cadres.is_empty()) {
            return Err(Unsound::Misshapen);
        }
        let seats: i128 = self.wanted.iter().map(|wanted| i128::from(*wanted)).sum();
        let is_bounded = seats < i128::from(TOO_LARGE)
            && are_below(TOO_LARGE, 0, &self.wanted)
            && are_below(TOO_LARGE, 0, &self.each)
            && are_below(2 * TOO_LARGE, TOO_LARGE, &self.costs)
            && are_below(2 * TOO_LARGE, TOO_LARGE, &self.empty)
            && self.steps.iter().all(|step| step.room >= 0 && step.room.max(step.cost.saturating_abs()) < TOO_LARGE)
            && groups + self.cadre_count() + self.cadres.len() < u32::MAX as usize;
        if !is_bounded {
            return Err(Unsound::TooLarge);
        }
        let is_falling = |loads: &[usize]| !self.steps[loads[0]..loads[1]].is_sorted_by_key(|step| step.cost);
        match self.loads.windows(2).position(is_falling) {
            Some(cadre) => Err(Unsound::Falling { cadre }),
            None => Ok(()),
        }
    }
}

/// Why no filling is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsound {
    /// The lists do not fit one another, or an offer names no cadre.
    Misshapen,
    /// A number is below zero where it may not be, or reaches [`TOO_LARGE`], where sums would no longer be exact.
    TooLarge,
    /// A further seat costs the cadre less than the one before.
    Falling {
        /// The number of the cadre.
        cadre: usize,
    },
}

/// Whether the places cut a list of that length into that many pieces.
fn is_cut(places: &[usize], pieces: usize, length: usize) -> bool {
    places.len() == pieces + 1 && places[0] == 0 && places[pieces] == length && places.is_sorted()
}

/// Whether all numbers, with the same added, are between zero and a power of two. Puts the bits of all together, which
/// is much faster than to compare each.
fn are_below(power: i64, added: i64, numbers: &[i64]) -> bool {
    let bits = numbers.iter().fold(0, |bits, number| bits | number.wrapping_add(added).cast_unsigned());
    bits < power.cast_unsigned()
}
