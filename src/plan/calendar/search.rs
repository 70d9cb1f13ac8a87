//! One group of meetings: a day and an hour for each, or the proof that there are none. The meeting with the fewest left is
//! always placed next, on the day with the fewest meetings; what leads nowhere is taken back.

use super::Slot;
use crate::model::calendar::Calendar;

/// So many placings are tried.
const MOST_TRIED: usize = 200_000;

/// A group of meetings.
pub struct Problem<'p> {
    /// Days and hours of each, those that are best first.
    pub domains: Vec<Vec<Slot>>,
    /// Which others somebody must come to as well.
    pub neighbours: Vec<Vec<usize>>,
    /// What keeps somebody from what.
    pub calendar: &'p Calendar,
}

/// What the search came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A day and an hour for each.
    Found(Vec<Slot>),
    /// There are none: everything was tried.
    None,
    /// None was found in bounded time.
    Unknown,
}

/// A meeting that is placed for now: which, and how many of its slots have been tried.
struct Placed {
    meeting: usize,
    tried: usize,
}

/// Searches.
pub fn solve(problem: &Problem) -> Outcome {
    let mut search = Search::new(problem);
    let mut placed: Vec<Placed> = Vec::new();
    let mut steps = 0;
    let Some(first) = search.next() else { return Outcome::Found(Vec::new()) };
    placed.push(Placed { meeting: first, tried: 0 });
    while let Some(last) = placed.last_mut() {
        steps += 1;
        if steps > MOST_TRIED {
            return Outcome::Unknown;
        }
        search.take_back(last.meeting);
        let Some(at) = search.allowed(last.meeting, last.tried) else {
            placed.pop();
            continue;
        };
        last.tried = at + 1;
        search.place(last.meeting, at);
        match search.next() {
            Some(next) => placed.push(Placed { meeting: next, tried: 0 }),
            None => return Outcome::Found(search.slots()),
        }
    }
    Outcome::None
}

struct Search<'p, 'c> {
    problem: &'p Problem<'c>,
    chosen: Vec<Option<usize>>,
    /// For each slot of each meeting, how many neighbours stand in its way.
    barred: Vec<Vec<u32>>,
}

impl<'p, 'c> Search<'p, 'c> {
    fn new(problem: &'p Problem<'c>) -> Self {
        let barred = problem.domains.iter().map(|slots| vec![0; slots.len()]).collect();
        Search { problem, chosen: vec![None; problem.domains.len()], barred }
    }

    /// The meeting that has the fewest slots left; nothing where all are placed.
    fn next(&self) -> Option<usize> {
        let open = (0..self.chosen.len()).filter(|at| self.chosen[*at].is_none());
        open.min_by_key(|at| (self.barred[*at].iter().filter(|bars| **bars == 0).count(), *at))
    }

    /// The first slot from a position on that no neighbour bars.
    fn allowed(&self, meeting: usize, from: usize) -> Option<usize> {
        (from..self.barred[meeting].len()).find(|at| self.barred[meeting][*at] == 0)
    }

    fn place(&mut self, meeting: usize, slot: usize) {
        self.chosen[meeting] = Some(slot);
        self.bar(meeting, slot, |bars| *bars += 1);
    }

    fn take_back(&mut self, meeting: usize) {
        if let Some(slot) = self.chosen[meeting].take() {
            self.bar(meeting, slot, |bars| *bars -= 1);
        }
    }

    fn bar(&mut self, meeting: usize, slot: usize, change: impl Fn(&mut u32)) {
        let Problem { domains, neighbours, calendar } = self.problem;
        let taken = domains[meeting][slot];
        for other in &neighbours[meeting] {
            for (slot, bars) in domains[*other].iter().zip(&mut self.barred[*other]) {
                if slot.day == taken.day && calendar.overlaps(slot.hour, taken.hour) {
                    change(bars);
                }
            }
        }
    }

    fn slots(&self) -> Vec<Slot> {
        let chosen = self.chosen.iter().zip(&self.problem.domains);
        chosen.filter_map(|(slot, slots)| slot.map(|slot| slots[slot])).collect()
    }
}
