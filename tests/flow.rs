//! The solver: right on every small question, on random ones by a second method, and on those with known answers.

use std::num::NonZero;
use std::path::PathBuf;

use phancong::plan::flow::assign::{Assigned, assign, lower_bound as least};
use phancong::plan::flow::components::assign_on;
use phancong::plan::flow::network::{Fault, Flow, Infeasible, Network, TOO_LARGE, check, lower_bound};
use phancong::plan::flow::seats::{Seats, Step, Unsound};
use phancong::plan::flow::simplex::solve;
use phancong::plan::flow::ties::first;
use proptest::collection::vec;
use proptest::prelude::*;

mod flows;

use flows::random::{networks, small_seats};
use flows::{brute, dimacs, offices, slow};

/// The cheapest filling, after everything that can be said against it was tried.
fn proven(seats: &Seats) -> Assigned {
    let assigned = assign(seats).expect("sound");
    assert_eq!(check(&seats.network(), &assigned.flow(seats)), Ok(assigned.cost), "{seats:?}");
    assert_eq!(least(seats, &assigned.group_prices, &assigned.cadre_prices), assigned.cost);
    assigned
}

/// Seats and cadres of a square question; a cost of `missing` is no offer.
fn square(side: usize, costs: impl Fn(usize) -> usize, missing: usize, loads: &[i64], empty: i64) -> Seats {
    let mut seats = Seats::default();
    for cadre in 0..side {
        let loads = loads.iter().take(1 + cadre % loads.len());
        seats.cadre(loads.map(|cost| Step { cost: *cost, room: 1 }));
    }
    for group in 0..side {
        let offers = (0..side).map(|cadre| (cadre as u32, costs(group * side + cadre)));
        let offers: Vec<(u32, i64)> =
            offers.filter(|(_, cost)| *cost != missing).map(|(c, cost)| (c, cost as i64)).collect();
        seats.group(1, 1, empty, offers);
    }
    seats
}

/// Every square question with costs below `kinds`, where the last kind is no offer.
fn every(side: usize, kinds: usize, loads: &[i64], empty: i64, mut then: impl FnMut(&Seats)) {
    let cells = (side * side) as u32;
    for number in 0..kinds.pow(cells) {
        then(&square(side, |cell| number / kinds.pow(cell as u32) % kinds, kinds - 1, loads, empty));
    }
}

#[test]
fn every_small_question_is_answered_right() {
    for loads in [&[0][..], &[0, 0], &[0, 2], &[1, 2, 4]] {
        every(1, 5, loads, 3, |seats| assert_eq!(proven(seats).cost, i128::from(brute::cheapest(seats))));
        every(2, 5, loads, 3, |seats| assert_eq!(proven(seats).cost, i128::from(brute::cheapest(seats))));
        every(3, 3, loads, 4, |seats| assert_eq!(proven(seats).cost, i128::from(brute::cheapest(seats))));
    }
    every(4, 2, &[0, 1], 2, |seats| assert_eq!(proven(seats).cost, i128::from(brute::cheapest(seats))));
}

#[test]
fn every_small_network_is_solved_right() {
    for loads in [&[0][..], &[0, 2]] {
        every(2, 4, loads, 3, |seats| assert_eq!(solved(&seats.network()), Some(brute::cheapest(seats).into())));
        every(3, 3, loads, 4, |seats| assert_eq!(solved(&seats.network()), Some(brute::cheapest(seats).into())));
    }
}

/// What the cheapest flow costs, checked, or nothing where all is blocked.
fn solved(network: &Network) -> Option<i128> {
    match solve(network) {
        Ok(flow) => {
            assert_eq!(check(network, &flow), Ok(flow.cost), "{network:?}");
            Some(flow.cost)
        }
        Err(Infeasible::Blocked { stuck }) => {
            assert!(stuck > 0);
            None
        }
        Err(other) => panic!("{other:?}: {network:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn seats_are_filled_at_the_least_cost(seats in small_seats()) {
        let assigned = proven(&seats);
        prop_assert_eq!(assigned.cost, i128::from(brute::cheapest(&seats)));
        prop_assert_eq!(solved(&seats.network()), Some(assigned.cost));
    }

    #[test]
    fn of_all_that_cost_as_little_the_first_is_taken(seats in small_seats(), mix: u64) {
        let groups = (0u32..).zip(&seats.wanted);
        let order: Vec<u32> = groups.flat_map(|(group, wanted)| std::iter::repeat_n(group, *wanted as usize)).collect();
        let mut places: Vec<(u64, u32)> = (1u64..).zip(order).map(|(at, group)| (at.wrapping_mul(mix | 1) % 11, group)).collect();
        places.sort_unstable();
        let order: Vec<u32> = places.into_iter().map(|(_, group)| group).collect();
        let (assigned, offers) = first(&seats, proven(&seats), &order);
        let chosen = offers.iter().map(|offer| offer.unwrap_or(brute::NONE)).collect();
        let cost = i64::try_from(assigned.cost).expect("small");
        prop_assert_eq!((cost, chosen), brute::first(&seats, &order), "{:?}", order);
        prop_assert_eq!(check(&seats.network(), &assigned.flow(&seats)), Ok(assigned.cost));
    }

    #[test]
    fn small_networks_cost_what_the_second_method_says(network in networks(5, 14)) {
        prop_assert_eq!(solved(&network), slow::cheapest(&network));
    }

    #[test]
    fn no_potentials_prove_too_much(network in networks(5, 14), potentials in vec(-40..40i64, 5)) {
        if let Some(cost) = solved(&network) {
            prop_assert!(lower_bound(&network, &potentials) <= cost);
        }
    }

    #[test]
    fn no_prices_prove_too_much(seats in small_seats(), prices in vec(-20..20i64, 8)) {
        let (groups, cadres) = (&prices[..seats.wanted.len()], &prices[4..4 + seats.cadre_count()]);
        let bound = least(&seats, groups, cadres);
        let potentials: Vec<i64> = groups.iter().chain(cadres).copied().chain([0]).collect();
        prop_assert_eq!(bound, lower_bound(&seats.network(), &potentials));
        prop_assert!(bound <= proven(&seats).cost);
    }

    #[test]
    fn threads_change_nothing(seats in small_seats()) {
        let alone = assign(&seats);
        prop_assert_eq!(&assign_on(threads(1), &seats), &alone);
        prop_assert_eq!(&assign_on(threads(3), &seats), &alone);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn networks_cost_what_the_second_method_says(network in networks(30, 150)) {
        prop_assert_eq!(solved(&network), slow::cheapest(&network));
    }

    #[test]
    fn communes_cost_what_the_other_methods_say(seed: u64, teams in 1..30usize, cadres in 1..20usize) {
        let seats = offices::commune(seed, teams, cadres);
        let cost = Some(proven(&seats).cost);
        prop_assert_eq!(solved(&seats.network()), cost);
        prop_assert_eq!(slow::cheapest(&seats.network()), cost);
        prop_assert_eq!(dimacs::seats(&dimacs::read(&dimacs::written(&seats.network()))), seats);
    }
}

fn threads(count: usize) -> NonZero<usize> {
    NonZero::new(count).expect("not zero")
}

#[test]
fn a_district_is_filled_alike_by_any_number_of_threads() {
    let seats = offices::district(5, 21, 81, 52);
    let alone = proven(&seats);
    assert_eq!(assign(&seats).as_ref(), Ok(&alone));
    for count in [1, 2, 5] {
        assert_eq!(assign_on(threads(count), &seats).as_ref(), Ok(&alone));
    }
}

#[test]
fn a_province_without_borders_is_filled() {
    let seats = offices::province(7, 600, 400, 30);
    assert_eq!(Some(proven(&seats).cost), solved(&seats.network()));
}

#[test]
fn a_million_equal_seats_end_soon() {
    let many = 1_000_000;
    let mut seats = Seats::default();
    let offers: Vec<(u32, i64)> = (0..10u32).map(|cadre| (cadre, i64::from(cadre % 3))).collect();
    for cadre in 0..10 {
        seats.cadre((0..200).map(|step| Step { cost: step * 2 + cadre, room: 100 }));
    }
    seats.group(many, many, 1000, offers.iter().copied());
    let assigned = proven(&seats);
    assert_eq!(assigned.empty, [many - 200_000]);
    assert_eq!(solved(&seats.network()), Some(assigned.cost));
    // The same in groups of one seat each, a tenth as many: those are asked for one by one.
    let mut apart = Seats::default();
    (0..10).for_each(|_| {
        apart.cadre([Step { cost: 4, room: 9_000 }]);
    });
    (0..many / 10).for_each(|_| {
        apart.group(1, 1, 1000, offers.iter().take(3).copied());
    });
    assert_eq!(proven(&apart).empty.iter().sum::<i64>(), many / 10 - 27_000);
}

#[test]
fn nothing_to_do_costs_nothing() {
    assert_eq!(proven(&Seats::default()).cost, 0);
    assert_eq!(solved(&Network::default()), Some(0));
    let mut seats = Seats::default();
    seats.group(3, 3, 7, []);
    let assigned = proven(&seats);
    assert_eq!((assigned.cost, assigned.empty), (21, vec![3]));
}

/// The largest number that is taken.
const LARGEST: i64 = TOO_LARGE - 1;

#[test]
fn the_largest_numbers_do_not_overflow() {
    let mut network = Network::new(vec![LARGEST / 2, 0, -(LARGEST / 2)]);
    let dear = LARGEST / 8;
    network.arc(0, 1, LARGEST, dear);
    network.arc(1, 2, LARGEST, -dear);
    network.arc(1, 1, LARGEST, -dear);
    network.arc(2, 0, LARGEST, dear);
    assert_eq!(solved(&network), Some(-i128::from(LARGEST) * i128::from(dear)));
    let mut seats = Seats::default();
    let cadres = [LARGEST, -LARGEST].map(|cost| seats.cadre([Step { cost, room: LARGEST }]));
    seats.cadre([]);
    let offers = [(cadres[0], -LARGEST), (cadres[1], LARGEST), (2, -LARGEST)];
    seats.group(LARGEST / 2, LARGEST / 4, LARGEST, offers);
    seats.group(LARGEST / 2, LARGEST, -LARGEST, offers);
    let assigned = assign(&seats).expect("sound");
    assert_eq!(least(&seats, &assigned.group_prices, &assigned.cadre_prices), assigned.cost);
}

#[test]
fn what_is_not_sound_is_refused() {
    let refused = |network: &Network| solve(network).expect_err("refused");
    assert_eq!(refused(&Network::new(vec![3, -1])), Infeasible::Unbalanced { excess: 2 });
    let mut network = Network::new(vec![2, -2]);
    network.arc(0, 1, 1, 5);
    assert_eq!(refused(&network), Infeasible::Blocked { stuck: 1 });
    network.arc(1, 0, -1, 5);
    assert_eq!(refused(&network), Infeasible::Arc { arc: 1 });
    (network.capacities[1], network.to[1]) = (1, 2);
    assert_eq!(refused(&network), Infeasible::Arc { arc: 1 });
    (network.costs[1], network.to[1]) = (i64::MIN, 0);
    assert_eq!(refused(&network), Infeasible::TooLarge);
    network.costs.pop();
    assert_eq!(refused(&network), Infeasible::Misshapen);
    assert_eq!(refused(&Network::new(vec![i64::MIN, i64::MIN])), Infeasible::TooLarge);

    let refused = |change: &dyn Fn(&mut Seats)| {
        let mut seats = offices::commune(1, 4, 3);
        change(&mut seats);
        assert_eq!(assign(&seats), assign_on(threads(2), &seats));
        assign(&seats).expect_err("refused")
    };
    assert_eq!(refused(&|seats| seats.costs[0] = i64::MAX), Unsound::TooLarge);
    assert_eq!(refused(&|seats| seats.wanted[1] = -1), Unsound::TooLarge);
    assert_eq!(refused(&|seats| seats.wanted.fill(TOO_LARGE / 4)), Unsound::TooLarge);
    assert_eq!(refused(&|seats| seats.cadres[0] = 3), Unsound::Misshapen);
    assert_eq!(refused(&|seats| seats.starts[1] = 99), Unsound::Misshapen);
    assert_eq!(refused(&|seats| seats.loads.clear()), Unsound::Misshapen);
    assert_eq!(refused(&|seats| seats.steps.reverse()), Unsound::Falling { cadre: 0 });
}

#[test]
fn a_wrong_flow_is_found_out() {
    let seats = offices::commune(3, 9, 5);
    let network = seats.network();
    let right = proven(&seats).flow(&seats);
    let fault = |change: &dyn Fn(&mut Flow)| {
        let mut flow = right.clone();
        change(&mut flow);
        check(&network, &flow).expect_err("found out")
    };
    let used = right.amounts.iter().position(|amount| *amount == 1).expect("an offer is taken");
    assert_eq!(fault(&|flow| flow.amounts[used] = 2), Fault::Amount { arc: used });
    assert_eq!(fault(&|flow| flow.amounts[used] = 0), Fault::Balance { node: network.from[used] as usize });
    assert_eq!(fault(&|flow| flow.cost -= 1), Fault::Cost { cost: right.cost });
    assert_eq!(fault(&|flow| flow.potentials.truncate(1)), Fault::Shape);
    assert!(matches!(fault(&|flow| flow.potentials[0] -= 1), Fault::Bound { bound } if bound < right.cost));
    assert_eq!(fault(&|flow| flow.potentials.fill(i64::MIN)), Fault::Bound { bound: 0 });
    let nonsense = |flow: &mut Flow| (flow.potentials[0], flow.potentials[9]) = (i64::MAX, i64::MIN);
    assert!(matches!(fault(&nonsense), Fault::Bound { bound } if bound < right.cost));
    // A flow that is one, but not the cheapest.
    let mut dear = right.clone();
    let empty = network.costs.len() - 9;
    let load = (0..empty).rev().find(|arc| network.from[*arc] == network.to[used] && right.amounts[*arc] == 1);
    let load = load.expect("the cadre's last step");
    (dear.amounts[used], dear.amounts[load], dear.amounts[empty + network.from[used] as usize]) = (0, 0, 1);
    dear.cost += 100_000 - i128::from(network.costs[used] + network.costs[load]);
    assert_eq!(check(&network, &dear), Err(Fault::Bound { bound: right.cost }));
}

/// The folder of `PHANCONG_INSTANCES` holds instances whose licences keep them out of this repository.
#[test]
fn known_optima_are_met() {
    let Some(folder) = std::env::var_os("PHANCONG_INSTANCES").map(PathBuf::from) else {
        println!("skipped: PHANCONG_INSTANCES names no folder of instances");
        return;
    };
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("an instance");
    for (name, optimum) in [("commune.min", 10_510), ("district.min", 233_320), ("hamlets.min", 69_923)] {
        let network = dimacs::read(&read(name));
        let seats = dimacs::seats(&network);
        let met = (solved(&network), proven(&seats).cost);
        println!("{name}: {met:?}");
        assert_eq!(met, (Some(optimum), optimum));
    }
    for (name, optimum) in [("classic28", 129_263_930), ("ng121", 67_268_172), ("ng131", 17_439_939)] {
        let met = solved(&dimacs::read(&read(&format!("netgen/{name}.min"))));
        println!("{name}: {met:?}");
        assert_eq!(met, Some(optimum));
    }
    let optima = [305, 475, 626, 804, 991, 1176, 1362, 1552];
    for (size, optimum) in (100..).step_by(100).zip(optima) {
        let text = read(&format!("orlib-assign/assign{size}.txt"));
        let mut numbers = text.split_ascii_whitespace().map(|number| number.parse::<i64>().expect("a number"));
        assert_eq!(numbers.next(), Some(size));
        let costs: Vec<i64> = numbers.collect();
        let mut seats = Seats::default();
        (0..size).for_each(|_| {
            seats.cadre([Step { cost: 0, room: 1 }]);
        });
        for row in costs.chunks(size as usize) {
            seats.group(1, 1, 1_000_000, (0..).zip(row.iter().copied()));
        }
        let met = (solved(&seats.network()), proven(&seats).cost);
        println!("assign{size}: {met:?}");
        assert_eq!(met, (Some(optimum), optimum));
    }
}
