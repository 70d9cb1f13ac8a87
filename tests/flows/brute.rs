//! Every filling there is, tried one by one.

use phancong::plan::flow::seats::Seats;

/// What the cheapest filling costs.
pub fn cheapest(seats: &Seats) -> i64 {
    let mut brute = Brute::new(seats);
    brute.from(0, 0, seats.wanted.first().copied().unwrap_or(0))
}

struct Brute<'s> {
    seats: &'s Seats,
    loads: Vec<Vec<i64>>,
    held: Vec<usize>,
    filled: Vec<i64>,
}

impl<'s> Brute<'s> {
    fn new(seats: &'s Seats) -> Self {
        let load = |bounds: &[usize]| {
            let steps = seats.steps[bounds[0]..bounds[1]].iter();
            steps.flat_map(|step| std::iter::repeat_n(step.cost, step.room as usize)).collect()
        };
        let loads = seats.loads.windows(2).map(load).collect();
        Brute { seats, loads, held: vec![0; seats.cadre_count()], filled: vec![0; seats.costs.len()] }
    }

    /// The least cost of the group's seats that are left and of all later groups, by this offer and later ones.
    fn from(&mut self, group: usize, passed: usize, left: i64) -> i64 {
        let Some(empty) = self.seats.empty.get(group) else { return 0 };
        let offer = self.seats.starts[group] + passed;
        if offer == self.seats.starts[group + 1] {
            return left * empty + self.from(group + 1, 0, self.seats.wanted.get(group + 1).copied().unwrap_or(0));
        }
        let mut best = self.from(group, passed + 1, left);
        let cadre = self.seats.cadres[offer] as usize;
        if left > 0 && self.filled[offer] < self.seats.each[group] && self.held[cadre] < self.loads[cadre].len() {
            let cost = self.seats.costs[offer] + self.loads[cadre][self.held[cadre]];
            self.filled[offer] += 1;
            self.held[cadre] += 1;
            best = best.min(cost + self.from(group, passed, left - 1));
            self.filled[offer] -= 1;
            self.held[cadre] -= 1;
        }
        best
    }
}

/// What each seat of an order gets: an offer's number, or none, which comes after all offers.
pub type Choice = Vec<usize>;

/// The cheapest filling of the seats in an order, and of all that cost as little the first.
pub fn first(seats: &Seats, order: &[u32]) -> (i64, Choice) {
    let mut brute = Brute::new(seats);
    let mut best = (i64::MAX, Vec::new());
    brute.choose(order, (0, &mut Vec::new()), &mut best);
    best
}

/// No offer: the seat stays empty.
pub const NONE: usize = usize::MAX;

impl Brute<'_> {
    fn choose(&mut self, order: &[u32], (cost, chosen): (i64, &mut Choice), best: &mut (i64, Choice)) {
        let Some(group) = order.get(chosen.len()).map(|group| *group as usize) else {
            if (cost, &*chosen) < (best.0, &best.1) {
                *best = (cost, chosen.clone());
            }
            return;
        };
        for offer in self.seats.starts[group]..self.seats.starts[group + 1] {
            let cadre = self.seats.cadres[offer] as usize;
            if self.filled[offer] < self.seats.each[group] && self.held[cadre] < self.loads[cadre].len() {
                let more = self.seats.costs[offer] + self.loads[cadre][self.held[cadre]];
                self.filled[offer] += 1;
                self.held[cadre] += 1;
                chosen.push(offer);
                self.choose(order, (cost + more, chosen), best);
                chosen.pop();
                self.filled[offer] -= 1;
                self.held[cadre] -= 1;
            }
        }
        chosen.push(NONE);
        self.choose(order, (cost + self.seats.empty[group], chosen), best);
        chosen.pop();
    }
}
