//! One question taken apart into what is independent, answered on several threads, with one answer.

use std::num::NonZero;

use super::assign::{Assigned, Taken, assign};
use super::seats::{Seats, Unsound};
use crate::work::on_threads;

/// What [`assign`] answers, by as many threads. The answer does not depend on their number.
///
/// # Errors
///
/// When the seats are not sound.
pub fn assign_on(threads: NonZero<usize>, seats: &Seats) -> Result<Assigned, Unsound> {
    seats.sound()?;
    let parts = Parts::new(seats);
    let answers = on_threads(threads, parts.count(), |part| assign(&parts.seats(part)));
    let mut all = Assigned {
        taken: Vec::with_capacity(seats.wanted.len()),
        empty: vec![0; seats.wanted.len()],
        cost: 0,
        group_prices: vec![0; seats.wanted.len()],
        cadre_prices: vec![0; seats.cadre_count()],
    };
    for (part, answer) in answers.into_iter().enumerate() {
        parts.add(&mut all, part, &answer?);
    }
    all.taken.sort_unstable();
    Ok(all)
}

/// Which groups and cadres hang together by offers. Those without any form the last part.
struct Parts<'s> {
    seats: &'s Seats,
    groups: Vec<Vec<u32>>,
    cadres: Vec<Vec<u32>>,
    /// Each cadre's number within its part.
    numbers: Vec<u32>,
}

impl<'s> Parts<'s> {
    fn new(seats: &'s Seats) -> Self {
        let mut leaders: Vec<u32> = (0..seats.cadre_count() as u32).collect();
        let offers = |group: usize| &seats.cadres[seats.starts[group]..seats.starts[group + 1]];
        for group in 0..seats.wanted.len() {
            let mut first = None;
            for cadre in offers(group) {
                let leader = leader(&mut leaders, *cadre);
                let first = *first.get_or_insert(leader);
                if leader != first {
                    leaders[leader as usize] = self::leader(&mut leaders, first);
                }
            }
        }
        let mut parts = vec![usize::MAX; leaders.len()];
        let mut groups = Vec::new();
        let mut lone = Vec::new();
        for group in 0..seats.wanted.len() {
            let Some(first) = offers(group).first() else {
                lone.push(group as u32);
                continue;
            };
            let part = &mut parts[leader(&mut leaders, *first) as usize];
            if *part == usize::MAX {
                *part = groups.len();
                groups.push(Vec::new());
            }
            groups[*part].push(group as u32);
        }
        let mut cadres = vec![Vec::new(); groups.len() + 1];
        let mut numbers = Vec::with_capacity(leaders.len());
        for cadre in 0..leaders.len() as u32 {
            let part = parts[leader(&mut leaders, cadre) as usize].min(groups.len());
            numbers.push(cadres[part].len() as u32);
            cadres[part].push(cadre);
        }
        groups.push(lone);
        Self { seats, groups, cadres, numbers }
    }

    fn count(&self) -> usize {
        self.groups.len()
    }

    /// The part as a question of its own.
    fn seats(&self, part: usize) -> Seats {
        let all = self.seats;
        let mut seats = Seats::default();
        for cadre in &self.cadres[part] {
            let loads = all.loads[*cadre as usize]..all.loads[*cadre as usize + 1];
            seats.cadre(all.steps[loads].iter().copied());
        }
        for group in self.groups[part].iter().map(|group| *group as usize) {
            let offers = all.starts[group]..all.starts[group + 1];
            let cadres = all.cadres[offers.clone()].iter().map(|cadre| self.numbers[*cadre as usize]);
            let offers = cadres.zip(all.costs[offers].iter().copied());
            seats.group(all.wanted[group], all.each[group], all.empty[group], offers);
        }
        seats
    }

    /// Adds the part's answer to the whole one.
    fn add(&self, all: &mut Assigned, part: usize, answer: &Assigned) {
        all.cost += answer.cost;
        for (cadre, price) in self.cadres[part].iter().zip(&answer.cadre_prices) {
            all.cadre_prices[*cadre as usize] = *price;
        }
        let mut taken = answer.taken.iter().peekable();
        let mut passed = 0;
        for (number, group) in self.groups[part].iter().map(|group| *group as usize).enumerate() {
            all.empty[group] = answer.empty[number];
            all.group_prices[group] = answer.group_prices[number];
            let start = self.seats.starts[group];
            while let Some(found) = taken.next_if(|taken| taken.group == number) {
                let cadre = self.cadres[part][found.cadre] as usize;
                all.taken.push(Taken { offer: found.offer - passed + start, group, cadre, seats: found.seats });
            }
            passed += self.seats.starts[group + 1] - start;
        }
    }
}

/// The cadre that stands for all that hang together with this one.
fn leader(leaders: &mut [u32], mut cadre: u32) -> u32 {
    while leaders[cadre as usize] != cadre {
        leaders[cadre as usize] = leaders[leaders[cadre as usize] as usize];
        cadre = leaders[cadre as usize];
    }
    cadre
}
