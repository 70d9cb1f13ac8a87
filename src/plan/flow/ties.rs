//! Of all cheapest fillings, the first: the first seat goes to the first cadre who has it in any of them, then the second
//! seat to the first who has it in any that is left, and so on.
//!
//! The prices that prove a filling the cheapest tell which others are as cheap: those that differ by circles of steps
//! that cost nothing at these prices. So for each seat one search back from its group finds who can have it, and one
//! circle gives it to the first of them.

use super::assign::{Assigned, Taken};
use super::seats::Seats;

/// The first of all fillings that cost as little, and the offer that fills each seat in it; `order` has the group of each
/// seat, every group as often as it has seats.
pub fn first(seats: &Seats, assigned: Assigned, order: &[u32]) -> (Assigned, Vec<Option<usize>>) {
    let mut ties = Ties::new(seats, &assigned);
    let offers = order.iter().map(|group| ties.settle(*group as usize)).collect();
    let Ties { filled, groups, empty, .. } = ties;
    let taken = filled.iter().zip(groups).enumerate().filter(|(_, (seats, _))| **seats > 0);
    let taken = taken.map(|(offer, (filled, group))| Taken {
        offer,
        group: group as usize,
        cadre: seats.cadres[offer] as usize,
        seats: *filled,
    });
    (Assigned { taken: taken.collect(), empty, ..assigned }, offers)
}

/// Where a circle goes on to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Node {
    Group(u32),
    Cadre(u32),
    /// Where loads and empty seats end.
    End,
}

/// The step that leads towards the group that is searched from.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// A cadre gives up a seat of a group.
    GiveUp { offer: u32, group: u32 },
    /// A seat of a group goes to a cadre.
    Take { offer: u32 },
    /// A cadre takes one seat more.
    LoadMore,
    /// A cadre takes one seat less.
    LoadLess { cadre: u32 },
    /// A seat of a group stays empty.
    Leave,
    /// An empty seat of a group is filled.
    Fill { group: u32 },
}

struct Ties<'s> {
    seats: &'s Seats,
    /// Whether an offer, an empty seat of a group, costs nothing at the prices.
    is_tight: Vec<bool>,
    is_tight_empty: Vec<bool>,
    cadre_prices: &'s [i64],
    /// Seats filled by each offer, and how many of them are settled.
    filled: Vec<i64>,
    settled: Vec<i64>,
    empty: Vec<i64>,
    settled_empty: Vec<i64>,
    /// The step that each cadre's next seat belongs to, and how much of it is used.
    loads: Vec<(usize, i64)>,
    /// Of each group, the offers before this one can fill no further seat.
    next: Vec<usize>,
    /// The offers to each cadre.
    starts: Vec<u32>,
    offers: Vec<u32>,
    groups: Vec<u32>,
    /// The step of each cadre, group and the end, as far as the search of the number has seen them.
    search: u32,
    cadre_steps: Vec<(u32, Step)>,
    group_steps: Vec<(u32, Step)>,
    end_step: (u32, Step),
    queue: Vec<Node>,
}

impl<'s> Ties<'s> {
    fn new(seats: &'s Seats, assigned: &'s Assigned) -> Self {
        let (groups, cadres, offers) = (seats.wanted.len(), seats.cadre_count(), seats.costs.len());
        let mut group_of = vec![0u32; offers];
        for group in 0..groups {
            group_of[seats.starts[group]..seats.starts[group + 1]].fill(group as u32);
        }
        let costs_nothing = |offer: usize| {
            let cadre = seats.cadres[offer] as usize;
            seats.costs[offer] + assigned.cadre_prices[cadre] == assigned.group_prices[group_of[offer] as usize]
        };
        let mut filled = vec![0; offers];
        let mut held = vec![0; cadres];
        for taken in &assigned.taken {
            filled[taken.offer] += taken.seats;
            held[taken.cadre] += taken.seats;
        }
        let (starts, by_cadre) = by_cadre(seats);
        let unseen = (0, Step::Leave);
        let mut ties = Ties {
            seats,
            is_tight: (0..offers).map(costs_nothing).collect(),
            is_tight_empty: (0..groups).map(|group| seats.empty[group] == assigned.group_prices[group]).collect(),
            cadre_prices: &assigned.cadre_prices,
            settled: vec![0; offers],
            empty: assigned.empty.clone(),
            settled_empty: vec![0; groups],
            loads: seats.loads[..cadres].iter().map(|first| (*first, 0)).collect(),
            next: seats.starts[..groups].to_vec(),
            starts,
            offers: by_cadre,
            groups: group_of,
            search: 0,
            cadre_steps: vec![unseen; cadres],
            group_steps: vec![unseen; groups],
            end_step: unseen,
            queue: Vec::new(),
            filled,
        };
        held.iter().enumerate().for_each(|(cadre, held)| ties.load(cadre, *held));
        ties
    }

    /// Settles one more seat of a group; gives the offer that fills it.
    fn settle(&mut self, group: usize) -> Option<usize> {
        let mut is_searched = false;
        while self.next[group] < self.seats.starts[group + 1] {
            let offer = self.next[group];
            if self.filled[offer] == self.settled[offer] {
                let is_open = self.is_tight[offer] && self.filled[offer] < self.most(offer);
                if is_open && !is_searched {
                    self.search_back(group as u32);
                    is_searched = true;
                }
                if !is_open || self.cadre_steps[self.seats.cadres[offer] as usize].0 != self.search {
                    self.next[group] += 1;
                    continue;
                }
                self.turn(offer, group as u32);
            }
            self.settled[offer] += 1;
            return Some(offer);
        }
        self.settled_empty[group] += 1;
        None
    }

    /// The most seats that an offer may fill.
    fn most(&self, offer: usize) -> i64 {
        let group = self.groups[offer] as usize;
        self.seats.each[group].min(self.seats.wanted[group])
    }

    /// Lays seats on a cadre, or takes them off.
    fn load(&mut self, cadre: usize, mut seats: i64) {
        let bounds = self.seats.loads[cadre]..self.seats.loads[cadre + 1];
        let (mut step, mut used) = self.loads[cadre];
        while seats > 0 && step < bounds.end {
            let more = seats.min(self.seats.steps[step].room - used);
            (used, seats) = (used + more, seats - more);
            if seats > 0 {
                (step, used) = (step + 1, 0);
            }
        }
        while seats < 0 {
            let fewer = used.min(-seats);
            (used, seats) = (used - fewer, seats + fewer);
            if seats < 0 && step > bounds.start {
                step -= 1;
                used = self.seats.steps[step].room;
            } else if seats < 0 {
                break;
            }
        }
        self.loads[cadre] = (step, used);
    }

    /// What the cadre's next seat costs.
    fn next_cost(&self, cadre: usize) -> Option<i64> {
        let (step, used) = self.loads[cadre];
        let steps = &self.seats.steps[step..self.seats.loads[cadre + 1]];
        let skipped = usize::from(steps.first().is_some_and(|step| used >= step.room));
        steps.iter().skip(skipped).find(|step| step.room > 0).map(|step| step.cost)
    }

    /// What the cadre's last seat costs.
    fn last_cost(&self, cadre: usize) -> Option<i64> {
        let (step, used) = self.loads[cadre];
        let steps = &self.seats.steps[self.seats.loads[cadre]..step];
        match used {
            0 => steps.iter().rfind(|step| step.room > 0).map(|step| step.cost),
            _ => self.seats.steps.get(step).map(|step| step.cost),
        }
    }

    /// Finds all from where steps that cost nothing lead to a seat of a group that is given up and not settled.
    fn search_back(&mut self, group: u32) {
        self.search += 1;
        self.group_steps[group as usize].0 = self.search;
        self.queue.push(Node::Group(group));
        while let Some(node) = self.queue.pop() {
            match node {
                Node::Group(group) => self.before_group(group),
                Node::Cadre(cadre) => self.before_cadre(cadre),
                Node::End => self.before_end(),
            }
        }
    }

    fn before_group(&mut self, group: u32) {
        let at = group as usize;
        for offer in self.seats.starts[at]..self.seats.starts[at + 1] {
            if self.is_tight[offer] && self.filled[offer] > self.settled[offer] {
                self.see_cadre(self.seats.cadres[offer], Step::GiveUp { offer: offer as u32, group });
            }
        }
        if self.is_tight_empty[at] && self.empty[at] > self.settled_empty[at] {
            self.see_end(Step::Fill { group });
        }
    }

    fn before_cadre(&mut self, cadre: u32) {
        let at = cadre as usize;
        for place in self.starts[at]..self.starts[at + 1] {
            let offer = self.offers[place as usize];
            if self.is_tight[offer as usize] && self.filled[offer as usize] < self.most(offer as usize) {
                self.see_group(self.groups[offer as usize], Step::Take { offer });
            }
        }
        if self.last_cost(at) == Some(self.cadre_prices[at]) {
            self.see_end(Step::LoadLess { cadre });
        }
    }

    fn before_end(&mut self) {
        for cadre in 0..self.cadre_steps.len() {
            if self.next_cost(cadre) == Some(self.cadre_prices[cadre]) {
                self.see_cadre(cadre as u32, Step::LoadMore);
            }
        }
        for group in 0..self.group_steps.len() {
            if self.is_tight_empty[group] {
                self.see_group(group as u32, Step::Leave);
            }
        }
    }

    fn see_cadre(&mut self, cadre: u32, step: Step) {
        let seen = &mut self.cadre_steps[cadre as usize];
        if seen.0 != self.search {
            *seen = (self.search, step);
            self.queue.push(Node::Cadre(cadre));
        }
    }

    fn see_group(&mut self, group: u32, step: Step) {
        let seen = &mut self.group_steps[group as usize];
        if seen.0 != self.search {
            *seen = (self.search, step);
            self.queue.push(Node::Group(group));
        }
    }

    fn see_end(&mut self, step: Step) {
        if self.end_step.0 != self.search {
            self.end_step = (self.search, step);
            self.queue.push(Node::End);
        }
    }

    /// Fills one seat more by an offer, and goes round the circle to where a seat of the group is given up.
    fn turn(&mut self, offer: usize, group: u32) {
        self.filled[offer] += 1;
        let mut at = Node::Cadre(self.seats.cadres[offer]);
        while at != Node::Group(group) {
            let step = match at {
                Node::Cadre(cadre) => self.cadre_steps[cadre as usize].1,
                Node::Group(group) => self.group_steps[group as usize].1,
                Node::End => self.end_step.1,
            };
            at = match (at, step) {
                (_, Step::GiveUp { offer, group }) => {
                    self.filled[offer as usize] -= 1;
                    Node::Group(group)
                }
                (_, Step::Take { offer }) => {
                    self.filled[offer as usize] += 1;
                    Node::Cadre(self.seats.cadres[offer as usize])
                }
                (Node::Cadre(cadre), Step::LoadMore) => {
                    self.load(cadre as usize, 1);
                    Node::End
                }
                (_, Step::LoadLess { cadre }) => {
                    self.load(cadre as usize, -1);
                    Node::Cadre(cadre)
                }
                (Node::Group(left), Step::Leave) => {
                    self.empty[left as usize] += 1;
                    Node::End
                }
                (_, Step::Fill { group }) => {
                    self.empty[group as usize] -= 1;
                    Node::Group(group)
                }
                (_, Step::LoadMore | Step::Leave) => return,
            };
        }
    }
}

/// The offers to each cadre: where those of each begin, and all of them.
fn by_cadre(seats: &Seats) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; seats.cadre_count() + 1];
    seats.cadres.iter().for_each(|cadre| starts[*cadre as usize + 1] += 1);
    (0..seats.cadre_count()).for_each(|at| starts[at + 1] += starts[at]);
    let mut next = starts.clone();
    let mut offers = vec![0; seats.cadres.len()];
    for (offer, cadre) in (0u32..).zip(&seats.cadres) {
        offers[next[*cadre as usize] as usize] = offer;
        next[*cadre as usize] += 1;
    }
    (starts, offers)
}
