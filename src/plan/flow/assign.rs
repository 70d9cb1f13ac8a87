//! The cheapest filling of seats, by shortest paths: seat after seat takes the cheapest way to a free place.
//!
//! A way leads from a seat to a cadre who offers, from there to a seat the cadre gives up, on to another cadre, and ends
//! where a cadre takes one seat more or where a seat stays empty. Prices of cadres make every step of a way cost nothing
//! or more, so that the search settles the nearest first and stops at the first end. Seats filled stay filled and
//! loads never fall, which is why the next step of a load is all that a search needs to know.

use super::network::Flow;
use super::search::{End, Held, Search};
use super::seats::{Seats, Unsound};

/// A filling of the seats, and the prices that prove it the cheapest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigned {
    /// Who takes how many seats by which offer, in the order of the offers.
    pub taken: Vec<Taken>,
    /// How many seats of each group stay empty.
    pub empty: Vec<i64>,
    /// What all of it costs.
    pub cost: i128,
    /// What one more seat of each group would cost.
    pub group_prices: Vec<i64>,
    /// What one more seat laid on each cadre would cost.
    pub cadre_prices: Vec<i64>,
}

/// Seats of one group that a cadre takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Taken {
    /// The number of the offer.
    pub offer: usize,
    /// The number of the group.
    pub group: usize,
    /// The number of the cadre.
    pub cadre: usize,
    /// How many seats.
    pub seats: i64,
}

/// The cheapest filling, with its proof. The same seats give the same filling.
///
/// # Errors
///
/// When the seats are not sound. Whatever has no cadre stays empty, so that there always is a filling.
pub fn assign(seats: &Seats) -> Result<Assigned, Unsound> {
    seats.sound()?;
    let mut search = Search::new(seats);
    let mut empty = vec![0; seats.wanted.len()];
    for (group, wanted) in seats.wanted.iter().enumerate() {
        let mut left = *wanted;
        while left > 0 {
            let end = search.end(group as u32);
            let moved = search.along(group as u32, end, left);
            if let End::Empty(group) = end {
                empty[group as usize] += moved;
            }
            left -= moved;
        }
    }
    Ok(assigned(seats, search, empty))
}

fn assigned(seats: &Seats, search: Search, empty: Vec<i64>) -> Assigned {
    let taken = |(cadre, held): (usize, &Held)| Taken {
        offer: held.offer as usize,
        group: held.group as usize,
        cadre,
        seats: held.seats,
    };
    let held = search.held.iter().enumerate();
    let mut taken: Vec<Taken> =
        held.flat_map(|(cadre, held)| held.iter().map(move |held| taken((cadre, held)))).collect();
    taken.sort_unstable();
    let times = |count: i64, cost: i64| i128::from(count) * i128::from(cost);
    let offers: i128 = taken.iter().map(|taken| times(taken.seats, seats.costs[taken.offer])).sum();
    let empties: i128 = empty.iter().zip(&seats.empty).map(|(count, cost)| times(*count, *cost)).sum();
    let mut loads = 0;
    for (held, steps) in search.held.iter().zip(seats.loads.windows(2)) {
        let mut left: i64 = held.iter().map(|held| held.seats).sum();
        for step in &seats.steps[steps[0]..steps[1]] {
            loads += times(left.min(step.room), step.cost);
            left -= left.min(step.room);
        }
    }
    Assigned {
        taken,
        empty,
        cost: offers + empties + loads,
        group_prices: search.groups.iter().map(|group| group.price).collect(),
        cadre_prices: search.cadres.iter().map(|cadre| cadre.price).collect(),
    }
}

impl Assigned {
    /// The filling as a flow in the network that the seats stand for.
    pub fn flow(&self, seats: &Seats) -> Flow {
        let mut amounts = vec![0; seats.costs.len()];
        let mut loads = vec![0; seats.cadre_count()];
        for taken in &self.taken {
            amounts[taken.offer] += taken.seats;
            loads[taken.cadre] += taken.seats;
        }
        for (load, steps) in loads.iter().zip(seats.loads.windows(2)) {
            let mut left = *load;
            for step in &seats.steps[steps[0]..steps[1]] {
                amounts.push(step.room.min(left));
                left -= step.room.min(left);
            }
        }
        amounts.extend(&self.empty);
        let potentials = self.group_prices.iter().chain(&self.cadre_prices).copied().chain([0]).collect();
        Flow { amounts, cost: self.cost, potentials }
    }
}

/// The least that any filling can cost, told from the prices alone, whichever they are.
///
/// It is the bound of the same flow's potentials, without building the network.
pub fn lower_bound(seats: &Seats, group_prices: &[i64], cadre_prices: &[i64]) -> i128 {
    let is_of_use = |price: &i64| (-PRICIEST..=PRICIEST).contains(price);
    let fits = group_prices.len() == seats.wanted.len() && cadre_prices.len() == seats.cadre_count();
    if !fits || !group_prices.iter().chain(cadre_prices).all(is_of_use) || seats.sound().is_err() {
        return i128::MIN;
    }
    let times = |count: i64, cost: i64| if cost == 0 { 0 } else { i128::from(count) * i128::from(cost) };
    let mut bound = 0;
    for (group, price) in group_prices.iter().enumerate() {
        let wanted = seats.wanted[group];
        let offers = seats.starts[group]..seats.starts[group + 1];
        let offers = seats.cadres[offers.clone()].iter().zip(&seats.costs[offers]);
        let gained: i128 =
            offers.map(|(cadre, cost)| i128::from((cost + cadre_prices[*cadre as usize] - price).min(0))).sum();
        bound += times(wanted, *price) + times(wanted, (seats.empty[group] - price).min(0));
        bound += i128::from(wanted.min(seats.each[group])) * gained;
    }
    for (price, steps) in cadre_prices.iter().zip(seats.loads.windows(2)) {
        let steps = seats.steps[steps[0]..steps[1]].iter();
        bound += steps.map(|step| times(step.room, (step.cost - price).min(0))).sum::<i128>();
    }
    bound
}

/// The highest price of use, either sign.
const PRICIEST: i64 = 1 << 60;
