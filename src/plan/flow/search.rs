//! The nearest end of a way from a seat: a cadre who takes one seat more, or a seat that stays empty.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::seats::Seats;

/// Farther than any way, and dearer than any step.
const FAR: i64 = 1 << 61;

/// The price of a cadre who can take nothing at all: no seat is worth that.
const NEVER: i64 = 1 << 60;

/// Where a way ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// The cadre takes one seat more.
    Cadre(u32),
    /// A seat of the group stays empty.
    Empty(u32),
}

/// Seats of one group that a cadre holds by one offer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held {
    pub group: u32,
    pub offer: u32,
    pub seats: i64,
}

#[derive(Clone, Copy)]
pub(super) struct Cadre {
    /// What one more seat laid on the cadre costs, whoever ends up with it.
    pub price: i64,
    /// What the cadre's own next seat costs.
    next: i64,
    /// How far the cadre is from where the search began.
    distance: i64,
    /// The offer by which the way comes, and its group.
    offer: u32,
    group: u32,
}

#[derive(Clone, Copy)]
pub(super) struct Group {
    pub price: i64,
    distance: i64,
    /// The cadre from whom the way comes, and the offer that is given up.
    cadre: u32,
    offer: u32,
}

/// Who holds what so far, at which prices.
pub(super) struct Search<'s> {
    seats: &'s Seats,
    pub cadres: Vec<Cadre>,
    pub groups: Vec<Group>,
    pub held: Vec<Vec<Held>>,
    /// Each cadre's step and the room left in it.
    steps: Vec<(usize, i64)>,
    /// Seats filled by each offer; nothing where no group has a limit on that.
    filled: Vec<i64>,
    /// Cadres (from zero) and groups (after the last cadre) that the search has seen.
    seen: Vec<u32>,
    /// How far the search has come, the nodes just as far, and those beyond.
    level: i64,
    now: Vec<u32>,
    later: BinaryHeap<Reverse<i128>>,
    /// How far the nearest end is, as far as is known.
    nearest: i64,
    end: End,
}

impl<'s> Search<'s> {
    pub fn new(seats: &'s Seats) -> Self {
        let mut steps = Vec::with_capacity(seats.cadre_count());
        let mut cadres = Vec::with_capacity(seats.cadre_count());
        for bounds in seats.loads.windows(2) {
            let (step, room, next) = next_step(seats, bounds[0], bounds[1]);
            steps.push((step, room));
            let price = if next == FAR { NEVER } else { next };
            cadres.push(Cadre { price, next, distance: FAR, offer: 0, group: 0 });
        }
        let is_limited = seats.wanted.iter().zip(&seats.each).any(|(wanted, each)| each < wanted);
        let groups = seats.wanted.len();
        Self {
            seats,
            held: vec![Vec::new(); cadres.len()],
            cadres,
            groups: vec![Group { price: 0, distance: FAR, cadre: 0, offer: 0 }; groups],
            steps,
            filled: if is_limited { vec![0; seats.costs.len()] } else { Vec::new() },
            seen: Vec::new(),
            level: 0,
            now: Vec::new(),
            later: BinaryHeap::new(),
            nearest: FAR,
            end: End::Empty(0),
        }
    }

    /// The nearest end for one more seat of the group, with all prices raised so that the way there costs nothing.
    pub fn end(&mut self, group: u32) -> End {
        let at = group as usize;
        self.groups[at].price = 0;
        self.groups[at].distance = -FAR;
        (self.nearest, self.end) = (self.seats.empty[at], End::Empty(group));
        self.level = -FAR;
        self.offers(group, 0);
        while let Some((distance, node)) = self.nearest_node() {
            let cadres = self.cadres.len() as u32;
            match node.checked_sub(cadres) {
                None => self.give_up(node, distance),
                Some(group) => self.offers(group, distance),
            }
        }
        self.raise();
        self.groups[at].price = self.nearest;
        self.groups[at].distance = FAR;
        self.end
    }

    /// The next node nearer than the nearest end.
    fn nearest_node(&mut self) -> Option<(i64, u32)> {
        while self.level < self.nearest {
            if let Some(node) = self.now.pop() {
                return Some((self.level, node));
            }
            let Some(Reverse(next)) = self.later.pop() else {
                break;
            };
            let (distance, node) = ((next >> 32) as i64, next as u32);
            if distance >= self.nearest {
                break;
            }
            let known = match node.checked_sub(self.cadres.len() as u32) {
                None => self.cadres[node as usize].distance,
                Some(group) => self.groups[group as usize].distance,
            };
            if known == distance {
                self.level = distance;
                return Some((distance, node));
            }
        }
        self.now.clear();
        self.later.clear();
        None
    }

    /// Remembers a node to be looked at, if it is nearer than the nearest end.
    fn remember(&mut self, node: u32, distance: i64) {
        if distance == self.level {
            self.now.push(node);
        } else if distance < self.nearest {
            self.later.push(Reverse(i128::from(distance) << 32 | i128::from(node)));
        }
    }

    /// Looks at all that is offered for a seat of the group.
    fn offers(&mut self, group: u32, distance: i64) {
        let at = group as usize;
        let range = self.seats.starts[at]..self.seats.starts[at + 1];
        let start = range.start;
        let is_limited = self.seats.each[at] < self.seats.wanted[at];
        let base = distance - self.groups[at].price;
        let first = self.seen.len();
        if base + self.seats.empty[at] < self.nearest {
            (self.nearest, self.end) = (base + self.seats.empty[at], End::Empty(group));
        }
        let offers = self.seats.cadres[range.clone()].iter().zip(&self.seats.costs[range]);
        for (offer, (number, cost)) in (start..).zip(offers) {
            let cadre = &mut self.cadres[*number as usize];
            let far = base + cost + cadre.price;
            if far >= self.nearest || far >= cadre.distance {
                continue;
            }
            if is_limited && self.filled[offer] >= self.seats.each[at] {
                continue;
            }
            (cadre.distance, cadre.offer, cadre.group) = (far, offer as u32, group);
            self.seen.push(*number);
            let end = far - cadre.price + cadre.next;
            if end < self.nearest {
                (self.nearest, self.end) = (end, End::Cadre(*number));
            }
        }
        // Only now is it known how near the nearest end of these is.
        for at in first..self.seen.len() {
            let number = self.seen[at];
            self.remember(number, self.cadres[number as usize].distance);
        }
    }

    /// Looks at all that the cadre could give up.
    fn give_up(&mut self, number: u32, distance: i64) {
        let cadres = self.cadres.len() as u32;
        let price = self.cadres[number as usize].price;
        for at in 0..self.held[number as usize].len() {
            let held = self.held[number as usize][at];
            let group = &mut self.groups[held.group as usize];
            let far = distance + group.price - self.seats.costs[held.offer as usize] - price;
            if far < self.nearest && far < group.distance {
                (group.distance, group.cadre, group.offer) = (far, number, held.offer);
                self.seen.push(cadres + held.group);
                self.remember(cadres + held.group, far);
            }
        }
    }

    /// Raises the prices of all that is nearer than the nearest end, and forgets what was seen.
    fn raise(&mut self) {
        let cadres = self.cadres.len();
        for node in self.seen.drain(..) {
            match (node as usize).checked_sub(cadres) {
                None => {
                    let Cadre { price, distance, .. } = &mut self.cadres[node as usize];
                    *price += (self.nearest - std::mem::replace(distance, FAR)).max(0);
                }
                Some(group) => {
                    let Group { price, distance, .. } = &mut self.groups[group];
                    *price += (self.nearest - std::mem::replace(distance, FAR)).max(0);
                }
            }
        }
    }

    /// Moves as many seats along the way as it takes, and gives how many.
    pub fn along(&mut self, from: u32, end: End, most: i64) -> i64 {
        let moved = if most > 1 { self.room(from, end, most) } else { most };
        let mut at = match end {
            End::Empty(group) if group == from => return moved,
            End::Empty(group) => self.let_go(group, moved),
            End::Cadre(cadre) => {
                self.load(cadre, moved);
                cadre
            }
        };
        loop {
            let Cadre { offer, group, .. } = self.cadres[at as usize];
            self.take(at, Held { group, offer, seats: moved });
            if group == from {
                return moved;
            }
            at = self.let_go(group, moved);
        }
    }

    /// How many seats the way takes.
    fn room(&self, from: u32, end: End, most: i64) -> i64 {
        let (mut most, mut at) = (most, 0);
        let mut group = match end {
            End::Empty(group) => group,
            End::Cadre(cadre) => {
                (most, at) = (most.min(self.steps[cadre as usize].1), cadre);
                u32::MAX
            }
        };
        loop {
            if group == from {
                return most;
            }
            if group != u32::MAX {
                let Group { cadre, offer, .. } = self.groups[group as usize];
                let held = self.held[cadre as usize].iter().find(|held| held.offer == offer);
                (most, at) = (most.min(held.map_or(0, |held| held.seats)), cadre);
            }
            let Cadre { offer, group: next, .. } = self.cadres[at as usize];
            if let Some(filled) = self.filled.get(offer as usize) {
                most = most.min(self.seats.each[next as usize] - filled);
            }
            group = next;
        }
    }

    /// Lays seats on the cadre's load.
    fn load(&mut self, cadre: u32, seats: i64) {
        let (step, room) = &mut self.steps[cadre as usize];
        *room -= seats;
        if *room == 0 {
            let last = self.seats.loads[cadre as usize + 1];
            (*step, *room, self.cadres[cadre as usize].next) = next_step(self.seats, *step + 1, last);
        }
    }

    fn take(&mut self, cadre: u32, new: Held) {
        if let Some(filled) = self.filled.get_mut(new.offer as usize) {
            *filled += new.seats;
        }
        let held = &mut self.held[cadre as usize];
        let is_alone = self.seats.wanted[new.group as usize] == 1;
        let known = if is_alone { None } else { held.iter_mut().find(|held| held.offer == new.offer) };
        match known {
            Some(held) => held.seats += new.seats,
            None => held.push(new),
        }
    }

    /// Takes seats of the group from the cadre by whom the way came there, and gives the cadre.
    fn let_go(&mut self, group: u32, seats: i64) -> u32 {
        let Group { cadre, offer, .. } = self.groups[group as usize];
        if let Some(filled) = self.filled.get_mut(offer as usize) {
            *filled -= seats;
        }
        let held = &mut self.held[cadre as usize];
        if let Some(at) = held.iter().position(|held| held.offer == offer) {
            held[at].seats -= seats;
            if held[at].seats == 0 {
                held.swap_remove(at);
            }
        }
        cadre
    }
}

/// The first step with room, from one on: its number, its room, and what a seat costs there.
fn next_step(seats: &Seats, from: usize, to: usize) -> (usize, i64, i64) {
    let mut steps = (from..to).zip(&seats.steps[from..to]);
    steps.find(|(_, step)| step.room > 0).map_or((to, 0, FAR), |(at, step)| (at, step.room, step.cost))
}
