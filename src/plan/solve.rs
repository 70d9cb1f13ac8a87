//! One area solved: as many seats as can be filled, accepted gaps last, at the least cost; the answer is proven before it
//! is used.

use std::collections::HashMap;
use std::sync::Arc;

use super::Fault;
use super::area::{Area, Need};
use super::cost::Costs;
use super::flow::assign::assign;
use super::flow::network::check;
use super::flow::seats::{Seats, Step};
use super::flow::ties::first;
use super::offer::Offer;

/// Who takes which seats of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solved {
    /// For each need, the people who take its seats, by their positions.
    pub taken: Vec<Vec<u32>>,
    /// The cost of all seats that are filled.
    pub cost: i64,
    /// What the seats that stay empty cost.
    pub empties: i128,
    /// What no filling of as many seats costs less than, from the proof alone.
    pub lower_bound: i64,
}

impl Solved {
    /// The needs with seats that stay empty, and how many.
    pub fn missing<'s>(&'s self, area: &'s Area) -> impl Iterator<Item = (usize, u32)> + 's {
        let seats = area.needs.iter().zip(&self.taken).enumerate();
        let missing = |(at, (need, taken)): (usize, (&Need, &Vec<u32>))| {
            let taken = u32::try_from(taken.len()).unwrap_or(u32::MAX);
            (at, need.count.saturating_sub(taken))
        };
        seats.map(missing).filter(|(_, missing)| *missing > 0)
    }
}

/// What moving a holder costs beside everything else: all costs count `scale` times, a move `toll` more.
#[derive(Clone, Copy, Debug)]
pub struct Toll {
    /// How often every other cost counts.
    pub scale: i64,
    /// What a move costs; `None` forbids moves.
    pub toll: Option<i64>,
}

/// Moves cost nothing of their own.
const FREE: Toll = Toll { scale: 1, toll: Some(0) };

/// Solves an area by itself.
///
/// # Errors
/// [`Fault::NotProven`] when the answer does not pass its proof, or the numbers are too large for one.
pub fn solve(area: &Area, costs: &Costs) -> Result<Solved, Fault> {
    solve_with(area, costs, &Prices::of(std::slice::from_ref(area), costs), FREE)
}

/// Solves an area at the prices of all areas, where moves have a price of their own.
///
/// # Errors
/// As [`solve`].
pub fn solve_with(area: &Area, costs: &Costs, prices: &Prices, toll: Toll) -> Result<Solved, Fault> {
    let groups = alike(area);
    let seats = seats(area, costs, &groups, (prices, toll));
    let assigned = assign(&seats).map_err(|_| Fault::NotProven)?;
    let order = order(area, &groups);
    let wanted: Vec<u32> = order.iter().map(|(_, group)| *group).collect();
    let (assigned, offers) = first(&seats, assigned, &wanted);
    let (network, flow) = (seats.network(), assigned.flow(&seats));
    let bound = check(&network, &flow).map_err(|_| Fault::NotProven)?;
    let mut taken = vec![Vec::new(); area.needs.len()];
    for ((need, _), offer) in order.iter().zip(offers) {
        taken[*need].extend(offer.map(|offer| seats.cadres[offer]));
    }
    taken.iter_mut().for_each(|people| people.sort_unstable());
    let empties: i128 = (groups.iter().zip(&assigned.empty))
        .map(|(needs, empty)| i128::from(*empty) * i128::from(prices.of_empty(&area.needs[needs[0]])))
        .sum();
    let filled = |total: i128| i64::try_from(total - empties * i128::from(toll.scale)).map_err(|_| Fault::NotProven);
    let (cost, lower_bound) = (filled(assigned.cost)?, filled(bound)?);
    Ok(Solved { taken, cost, lower_bound, empties })
}

/// What seats cost that stay empty: so much that filling one more is worth any other cost, and that an accepted gap is
/// left rather than another.
#[derive(Clone, Copy, Debug)]
pub struct Prices {
    /// More than any two fillings can differ by in all costs together.
    pub span: i64,
    accepted: i64,
    other: i64,
    pinned: i64,
}

impl Prices {
    /// The prices for some areas together.
    pub fn of(areas: &[Area], costs: &Costs) -> Self {
        let seats: i64 = areas.iter().flat_map(|area| &area.needs).map(|need| i64::from(need.count)).sum();
        let offers = || {
            let shared = |one: &Need, next: &Need| Arc::ptr_eq(&one.open_to, &next.open_to);
            let needs =
                areas.iter().flat_map(move |area| area.needs.chunk_by(shared).filter_map(|alike| alike.first()));
            needs.flat_map(|need| need.open_to.iter()).map(|offer| offer.cost)
        };
        let people = areas.iter().flat_map(|area| area.people.iter().map(move |person| (area, person)));
        let most = people.map(|(area, person)| costs.of_load(most_held(area, person.held, person.limit))).max();
        let (highest, lowest) = (offers().max().unwrap_or(0), offers().min().unwrap_or(0).min(0));
        let span = seats.saturating_mul(highest + most.unwrap_or(0) - lowest + 1).saturating_add(1);
        let accepted = span.saturating_mul(seats + 1);
        let more = |times: i64| accepted.saturating_add(span.saturating_mul(times));
        Prices { span, accepted, other: more(1), pinned: more(seats.saturating_add(2)) }
    }

    /// What the seats of an area that stay empty cost.
    pub fn of_empties(&self, area: &Area, solved: &Solved) -> i128 {
        let missing = solved.missing(area);
        missing.map(|(at, count)| i128::from(count) * i128::from(self.of_empty(&area.needs[at]))).sum()
    }

    fn of_empty(&self, need: &Need) -> i64 {
        match need {
            // Whoever holds a seat can stay, so that a seat that is held never falls empty.
            need if !need.holders.is_empty() || need.open_to.iter().any(|offer| offer.is_pinned) => self.pinned,
            need if need.is_accepted => self.accepted,
            _ => self.other,
        }
    }
}

/// What each further unit costs a person who holds some and may come to hold `most`; from the policy's last number on
/// all cost the same.
fn steps(costs: &Costs, held: u32, most: u32) -> Vec<Step> {
    let told = most.min(costs.told().max(held));
    let single = (held + 1..=told).map(|nth| Step { cost: costs.of_load(nth), room: 1 });
    let rest = (most > told).then(|| Step { cost: costs.of_load(most), room: i64::from(most - told) });
    single.chain(rest).collect()
}

/// The most units that a person may come to hold in an area.
fn most_held(area: &Area, held: u32, limit: u32) -> u32 {
    let needs = u32::try_from(area.needs.len()).unwrap_or(u32::MAX);
    limit.min(held.saturating_add(needs))
}

/// Needs of one seat each that are open to the same people at the same cost, by the positions of their needs; all others
/// stand alone. Seats that are alike are solved together, which is what keeps a million of them from taking long.
fn alike(area: &Area) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut known: HashMap<(bool, Vec<(u32, i64)>), usize> = HashMap::new();
    let mut last: Option<(usize, &Need)> = None;
    for (at, need) in area.needs.iter().enumerate() {
        let is_plain = need.count == 1 && need.holders.is_empty() && need.open_to.iter().all(|offer| !offer.is_pinned);
        if !is_plain {
            groups.push(vec![at]);
            continue;
        }
        let key = || (need.is_accepted, need.open_to.iter().map(|offer| (offer.person, offer.cost)).collect());
        // Units that lie side by side are alike most of the time, which is soon seen.
        let group = match last {
            Some((group, before)) if is_alike(before, need) => group,
            _ => *known.entry(key()).or_insert(groups.len()),
        };
        match groups.get_mut(group) {
            Some(needs) => needs.push(at),
            None => groups.push(vec![at]),
        }
        last = Some((group, need));
    }
    groups
}

fn is_alike(one: &Need, other: &Need) -> bool {
    let mut offers = one.open_to.iter().zip(other.open_to.iter());
    one.is_accepted == other.is_accepted
        && one.open_to.len() == other.open_to.len()
        && (Arc::ptr_eq(&one.open_to, &other.open_to)
            || offers.all(|(one, other)| (one.person, one.cost) == (other.person, other.cost)))
}

/// Every seat in the order of its unit's code: the position of the need, and its group.
fn order(area: &Area, groups: &[Vec<usize>]) -> Vec<(usize, u32)> {
    let mut of_need = vec![0; area.needs.len()];
    for (group, needs) in (0u32..).zip(groups) {
        needs.iter().for_each(|need| of_need[*need] = group);
    }
    let seats = area.needs.iter().zip(of_need).enumerate();
    seats.flat_map(|(at, (need, group))| (0..need.count).map(move |_| (at, group))).collect()
}

fn seats(area: &Area, costs: &Costs, groups: &[Vec<usize>], (prices, toll): (&Prices, Toll)) -> Seats {
    let mut seats = Seats::default();
    for person in &area.people {
        let steps = steps(costs, person.held, most_held(area, person.held, person.limit));
        seats.cadre(steps.into_iter().map(|step| Step { cost: step.cost * toll.scale, ..step }));
    }
    let price = |offer: &Offer| match (offer.is_move, toll.toll) {
        (false, _) => Some(offer.cost.saturating_mul(toll.scale)),
        (true, own) => Some(offer.cost.saturating_mul(toll.scale).saturating_add(own?)),
    };
    for needs in groups {
        let need = &area.needs[needs[0]];
        let offers = need.open_to.iter().filter_map(|offer| Some((offer.person, price(offer)?)));
        let (wanted, each) = match needs[..] {
            [_] => (i64::from(need.count), 1),
            _ => (needs.len() as i64, needs.len() as i64),
        };
        seats.group(wanted, each, prices.of_empty(need).saturating_mul(toll.scale), offers);
    }
    seats
}
