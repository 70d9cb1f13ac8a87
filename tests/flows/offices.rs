//! Communes, districts and a province made by rule: teams and cadres in hamlets, hamlets in clusters.
//!
//! A seat costs nothing in the cadre's own hamlet, 100 in the same cluster, 300 elsewhere, and 150 more unless the cadre
//! holds it today; the k-th seat of a cadre costs 40 (2k - 1), and a seat left empty 100000.

use phancong::plan::flow::seats::{Seats, Step};

use super::dice::Dice;

const EMPTY: i64 = 100_000;

/// Where people live and teams are, and who holds which team today.
struct Place {
    homes: Vec<usize>,
    teams: Vec<usize>,
    holders: Vec<Option<usize>>,
    hamlets: usize,
}

impl Place {
    fn new(dice: &mut Dice, teams: usize, cadres: usize, hamlets: usize) -> Self {
        let homes: Vec<usize> = (0..cadres).map(|_| dice.below(hamlets)).collect();
        let mut at_home = vec![Vec::new(); hamlets];
        homes.iter().enumerate().for_each(|(cadre, home)| at_home[*home].push(cadre));
        let teams: Vec<usize> = (0..teams).map(|team| team * hamlets / teams).collect();
        let holder = |hamlet: &usize| match dice.below(20) {
            0 => None,
            1..16 if !at_home[*hamlet].is_empty() => Some(at_home[*hamlet][dice.below(at_home[*hamlet].len())]),
            _ => Some(dice.below(cadres)),
        };
        let holders = teams.iter().map(holder).collect();
        Self { homes, teams, holders, hamlets }
    }

    fn cost(&self, team: usize, cadre: usize) -> i64 {
        let (unit, home) = (self.teams[team], self.homes[cadre]);
        let distance = if unit == home {
            0
        } else if unit * 3 / self.hamlets.max(3) == home * 3 / self.hamlets.max(3) {
            100
        } else {
            300
        };
        distance + if self.holders[team] == Some(cadre) { 0 } else { 150 }
    }
}

fn loads(limit: usize) -> impl Iterator<Item = Step> {
    (1..=limit as i64).map(|nth| Step { cost: 40 * (2 * nth - 1), room: 1 })
}

/// A commune where every cadre may take every team.
pub fn commune(seed: u64, teams: usize, cadres: usize) -> Seats {
    let mut seats = Seats::default();
    add_commune(&mut seats, &mut Dice(seed), teams, cadres);
    seats
}

/// Communes that have nothing to do with one another, in one question.
pub fn district(seed: u64, communes: usize, teams: usize, cadres: usize) -> Seats {
    let (mut seats, mut dice) = (Seats::default(), Dice(seed));
    (0..communes).for_each(|_| add_commune(&mut seats, &mut dice, teams, cadres));
    seats
}

fn add_commune(seats: &mut Seats, dice: &mut Dice, teams: usize, cadres: usize) {
    let place = Place::new(dice, teams, cadres, 6);
    let first = seats.cadre_count() as u32;
    for _ in 0..cadres {
        let limit = [4, 4, 4, 4, 4, 3, 3, 2, 4, 1][dice.below(10)];
        seats.cadre(loads(limit));
    }
    for team in 0..teams {
        seats.group(1, 1, EMPTY, (0..cadres).map(|cadre| (first + cadre as u32, place.cost(team, cadre))));
    }
}

/// A province without borders: some of the people near each team may take it, and some from anywhere.
pub fn province(seed: u64, teams: usize, cadres: usize, eligible: usize) -> Seats {
    let (mut seats, mut dice) = (Seats::default(), Dice(seed));
    let hamlets = cadres / 8 + 1;
    let place = Place::new(&mut dice, teams, cadres, hamlets);
    let mut at_home = vec![Vec::new(); hamlets];
    place.homes.iter().enumerate().for_each(|(cadre, home)| at_home[*home].push(cadre));
    (0..cadres).for_each(|_| {
        seats.cadre(loads(3));
    });
    for team in 0..teams {
        let mut offered: Vec<usize> = place.holders[team].into_iter().collect();
        let own = at_home[place.teams[team]].iter().take(eligible / 5);
        offered.extend(own);
        while offered.len() < eligible {
            offered.push(dice.below(cadres));
        }
        offered.sort_unstable();
        offered.dedup();
        seats.group(1, 1, EMPTY, offered.iter().map(|cadre| (*cadre as u32, place.cost(team, *cadre))));
    }
    seats
}
