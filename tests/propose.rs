//! Proposals against every possible answer: nothing fills more seats, leaves fewer open ones, or costs less.

use std::collections::HashMap;

use jiff::civil::Date;
use phancong::model::book::Book;
use phancong::model::id::{CadreId, UnitId};
use phancong::model::list::Kind;
use phancong::model::proposal::{Pair, Wish};
use phancong::model::snapshot::Snapshot;
use phancong::plan::{Fault, Request, propose, rebalance};
use phancong::work::threads;
use proptest::prelude::*;

mod memory;
mod policies;
mod proposed;

use proposed::{DAY, PLACES, Small, policy, small};

fn request(pairs: &[Pair]) -> Request<'_> {
    Request { from: DAY, duty: None, under: None, part: None, pairs, threads: threads() }
}

/// What a filling is worth, the better the smaller: seats left open, accepted ones among all left, the cost.
type Worth = (usize, usize, i64);

/// Who fills each empty seat, in the order of the units; nobody comes after everybody.
type Choice = Vec<usize>;

const NOBODY: usize = usize::MAX;

/// The best of all fillings, tried one by one; of those that are worth as much, the first.
fn best(small: &Small, book: &Book) -> (Worth, Choice) {
    let snapshot = Snapshot::new(book, DAY);
    let duty = snapshot.policy().duty_ids().next().expect("a duty");
    let teams: Vec<UnitId> = (0..small.teams.len()).map(|team| UnitId::at(PLACES.len() + team)).collect();
    let empty: Vec<UnitId> = teams.into_iter().filter(|team| snapshot.holders(*team, duty).is_empty()).collect();
    let mut held = vec![0u32; small.homes.len()];
    for (at, held) in held.iter_mut().enumerate() {
        *held = u32::try_from(snapshot.of_cadre(CadreId::at(at)).count()).expect("few");
    }
    let mut best = ((usize::MAX, usize::MAX, i64::MAX), Vec::new());
    try_all(&Trial { small, snapshot: &snapshot, empty: &empty }, &mut held, ((0, 0, 0), &mut Vec::new()), &mut best);
    best
}

struct Trial<'t> {
    small: &'t Small,
    snapshot: &'t Snapshot<'t>,
    empty: &'t [UnitId],
}

fn try_all(trial: &Trial, held: &mut Vec<u32>, (worth, chosen): (Worth, &mut Choice), best: &mut (Worth, Choice)) {
    let Some(unit) = trial.empty.get(chosen.len()).copied() else {
        if (worth, &*chosen) < (best.0, &best.1) {
            *best = (worth, chosen.clone());
        }
        return;
    };
    let duty = trial.snapshot.policy().duty_ids().next().expect("a duty");
    // What is accepted is left rather than what is not: of as many seats left, fewer others count first.
    let others = usize::from(trial.snapshot.vacancy(unit, duty).is_none());
    let mut choose = |choice: usize, held: &mut Vec<u32>, worth: Worth| {
        chosen.push(choice);
        try_all(trial, held, (worth, chosen), best);
        chosen.pop();
    };
    choose(NOBODY, held, (worth.0 + 1, worth.1 + others, worth.2));
    for cadre in 0..trial.small.homes.len() {
        if let Some(cost) = cost(trial, unit, cadre, held[cadre]) {
            held[cadre] += 1;
            choose(cadre, held, (worth.0, worth.1, worth.2 + cost));
            held[cadre] -= 1;
        }
    }
}

fn cost(trial: &Trial, unit: UnitId, cadre: usize, held: u32) -> Option<i64> {
    let team = unit.index() - PLACES.len();
    let (home, hamlet) = (PLACES[trial.small.homes[cadre]], PLACES[trial.small.teams[team]]);
    let commune = |(code, parent): (&'static str, &'static str)| if parent.is_empty() { code } else { parent };
    let is_outside = !trial.small.is_borderless && commune(home) != commune(hamlet);
    if is_outside || held >= 2 || trial.small.never.contains(&(cadre, team)) {
        return None;
    }
    let far = if trial.small.is_borderless { 1000 } else { 300 };
    let distance = if home.0 == hamlet.0 { 0 } else { far };
    let is_over = |row: &&phancong::model::assignment::Assignment| row.period.to.is_some();
    let rows = trial.snapshot.book.assignments.iter().filter(is_over);
    let returning = rows.filter(|row| (row.cadre, row.unit) == (CadreId::at(cadre), unit)).count();
    Some(distance - if returning > 0 { 50 } else { 0 } + [40, 120][held as usize])
}

/// A seat that may change hands, with who holds it today.
type Place = (UnitId, Option<usize>);

/// The best of all rosters at most `most` moves away, tried one by one.
fn best_moved(small: &Small, book: &Book, most: u64) -> Worth {
    let snapshot = Snapshot::new(book, DAY);
    let duty = snapshot.policy().duty_ids().next().expect("a duty");
    let trial = Trial { small, snapshot: &snapshot, empty: &[] };
    let mut held = vec![0u32; small.homes.len()];
    let mut places: Vec<Place> = Vec::new();
    for team in (0..small.teams.len()).map(|team| UnitId::at(PLACES.len() + team)) {
        let holders: Vec<usize> =
            snapshot.holders(team, duty).iter().map(|id| snapshot.book.assignment(*id).cadre.index()).collect();
        match holders[..] {
            [] => places.push((team, None)),
            [only] if cost(&trial, team, only, 0).is_some() => places.push((team, Some(only))),
            // Seats of several, and those of people of other communes, stay as they are.
            _ => holders.iter().for_each(|holder| held[*holder] += 1),
        }
    }
    let mut limits: Vec<u32> = held.clone();
    for (at, limit) in limits.iter_mut().enumerate() {
        let own = places.iter().filter(|(_, holder)| *holder == Some(at)).count();
        *limit = (*limit + u32::try_from(own).expect("few")).max(2);
    }
    let mut best = (usize::MAX, usize::MAX, i64::MAX);
    try_moves(&trial, (&places, &limits), most, &mut held, (0, 0, 0), &mut best);
    best
}

fn try_moves(
    trial: &Trial,
    (places, limits): (&[Place], &[u32]),
    most: u64,
    held: &mut Vec<u32>,
    worth: Worth,
    best: &mut Worth,
) {
    let Some(((unit, holder), rest)) = places.split_first() else {
        *best = (*best).min(worth);
        return;
    };
    let duty = trial.snapshot.policy().duty_ids().next().expect("a duty");
    if holder.is_none() {
        let others = usize::from(trial.snapshot.vacancy(*unit, duty).is_none());
        let left = (worth.0 + 1, worth.1 + others, worth.2);
        try_moves(trial, (rest, limits), most, held, left, best);
    }
    for cadre in 0..trial.small.homes.len() {
        let is_move = holder.is_some_and(|holder| holder != cadre);
        let nth = held[cadre];
        // Of the first two units the numbers tell the load, of further ones the last.
        let own = cost(trial, *unit, cadre, nth.min(1)).filter(|_| nth < limits[cadre] && (!is_move || most > 0));
        if let Some(cost) = own {
            held[cadre] += 1;
            let more = (worth.0, worth.1, worth.2 + cost);
            try_moves(trial, (rest, limits), most - u64::from(is_move), held, more, best);
            held[cadre] -= 1;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn nothing_is_better_than_what_is_proposed(small in small()) {
        let (book, pairs) = (small.book(), small.pairs());
        let snapshot = Snapshot::new(&book, DAY);
        let proposal = propose(&snapshot, &request(&pairs)).expect("a proposal");
        let left: usize = proposal.unfilled.iter().map(|seat| seat.count as usize).sum();
        let open: usize = proposal.unfilled.iter().filter(|seat| !seat.is_accepted).map(|seat| seat.count as usize).sum();
        let seats = proposal.rows.iter().map(|row| (row.unit, row.cadre.index()));
        let mut seats: Vec<(UnitId, usize)> = seats.chain(proposal.unfilled.iter().map(|seat| (seat.unit, NOBODY))).collect();
        seats.sort_unstable();
        let chosen: Choice = seats.into_iter().map(|(_, choice)| choice).collect();
        prop_assert_eq!(((left, open, proposal.cost), chosen), best(&small, &book));
        prop_assert_eq!(proposal.lower_bound, proposal.cost);
        prop_assert_eq!(proposal.rows.iter().map(|row| row.cost).sum::<i64>(), proposal.cost);
        prop_assert_eq!(&propose(&snapshot, &request(&pairs)).expect("a proposal"), &proposal);
    }

    #[test]
    fn every_further_move_buys_something_and_none_is_a_proposal(small in small()) {
        let small = Small { never: Vec::new(), ..small };
        let book = small.book();
        let snapshot = Snapshot::new(&book, DAY);
        let moved = rebalance(&snapshot, &request(&[]), u32::MAX).expect("a roster");
        for pair in moved.curve.windows(2) {
            prop_assert!(pair[0].moves < pair[1].moves && (pair[0].empty, pair[0].cost) > (pair[1].empty, pair[1].cost), "{:?}", moved.curve);
        }
        for moves in 0..=moved.curve.last().map_or(0, |point| point.moves) + 1 {
            let (left, _, cost) = best_moved(&small, &book, moves);
            let point = moved.curve.iter().rfind(|point| point.moves <= moves).expect("no move is a point");
            prop_assert_eq!((point.empty, point.cost), (left as u64, cost), "{} moves of {:?}", moves, moved.curve);
            prop_assert_eq!(point.lower_bound, point.cost);
        }
        let still = rebalance(&snapshot, &request(&[]), 0).expect("a roster");
        prop_assert_eq!(still.curve[0].moves, 0);
        prop_assert!(still.rows.iter().all(|(holder, _)| holder.is_none()), "nobody moves: {:?}", still.rows);
        let proposal = propose(&snapshot, &request(&[])).expect("a proposal");
        let seats = |rows: Vec<(UnitId, CadreId)>| rows.into_iter().collect::<HashMap<_, _>>().len();
        let filled = seats(still.rows.iter().map(|(_, row)| (row.unit, row.cadre)).collect());
        prop_assert_eq!(filled, seats(proposal.rows.iter().map(|row| (row.unit, row.cadre)).collect()));
    }
}

fn office(policy: &str) -> Book {
    memory::Office::new(policy).book
}

#[test]
fn a_policy_that_makes_no_sense_is_no_proposal() {
    let day: Date = DAY;
    let asked = |policy: &str| {
        let book = office(policy);
        propose(&Snapshot::new(&book, day), &request(&[])).map(|_| ())
    };
    let with = policy();
    let without = with.split("[propose]").next().expect("a policy");
    assert_eq!(asked(without), Err(Fault::NoCosts));
    assert_eq!(asked(&with), Ok(()));
}

#[test]
fn a_pair_that_is_wanted_and_forbidden_is_a_contradiction() {
    let small = Small {
        teams: vec![2],
        homes: vec![0],
        held: vec![],
        accepted: vec![],
        never: vec![(0, 0)],
        is_borderless: false,
    };
    let (book, mut pairs) = (small.book(), small.pairs());
    let kept = Pair { wish: Wish::Keep, ..pairs[0] };
    pairs.push(kept);
    let refused = propose(&Snapshot::new(&book, DAY), &request(&pairs));
    assert_eq!(refused, Err(Fault::Contradiction(kept)));
}

#[test]
fn both_holders_of_a_unit_with_two_seats_may_move() {
    let policy = policy().replace("unit = \"team\"", "unit = \"team\"\nseats = { min = 2, max = 2 }");
    let mut office = memory::Office::new(&policy);
    let units = "code,name,level,parent_code\nA,Xã A,commune,\nA1,Ấp 1,hamlet,A\nA2,Ấp 2,hamlet,A\nT,Tổ,team,A1\n";
    let cadres = "code,full_name,level,home_unit_code\nC1,Xa Một,hamlet,A2\nC2,Xa Hai,hamlet,A2\nC3,Gần Ba,hamlet,A1\nC4,Gần Bốn,hamlet,A1\n";
    let held = "cadre_code,unit_code,duty,from\nC1,T,follow,2022-01-01\nC2,T,follow,2022-01-01\n";
    office.import(&[(Kind::Units, units.into()), (Kind::Cadres, cadres.into()), (Kind::Assignments, held.into())]);
    let snapshot = Snapshot::new(&office.book, DAY);
    let moved = |most| rebalance(&snapshot, &request(&[]), most).expect("a roster");
    let costs: Vec<(u64, i64)> = moved(9).curve.iter().map(|point| (point.moves, point.cost)).collect();
    assert_eq!(costs, [(0, 680), (1, 380), (2, 80)]);
    let rows = |most| {
        let rows = moved(most).rows.into_iter();
        rows.map(|(from, row)| (from.map(CadreId::index), row.cadre.index())).collect::<Vec<_>>()
    };
    assert_eq!(rows(0), []);
    assert_eq!(rows(1).len(), 1);
    assert_eq!(rows(2), [(Some(0), 2), (Some(1), 3)]);
}

#[test]
fn whoever_is_wanted_comes_even_where_somebody_is_nearer() {
    let small = Small {
        teams: vec![2],
        homes: vec![2, 3],
        held: vec![],
        accepted: vec![],
        never: vec![],
        is_borderless: false,
    };
    let book = small.book();
    let team = UnitId::at(PLACES.len());
    let kept = [Pair { cadre: CadreId::at(1), unit: team, wish: Wish::Keep }];
    let taken = |pairs: &[Pair]| {
        let proposal = propose(&Snapshot::new(&book, DAY), &request(pairs)).expect("a proposal");
        proposal.rows.iter().map(|row| (row.cadre.index(), row.cost)).collect::<Vec<_>>()
    };
    assert_eq!((taken(&[]), taken(&kept)), (vec![(0, 40)], vec![(1, 340)]));
}

#[test]
fn thousands_of_seats_that_are_alike_are_shared_out_evenly() {
    let small = Small {
        teams: vec![2; 3000],
        homes: vec![2; 10],
        held: vec![],
        accepted: vec![],
        never: vec![],
        is_borderless: false,
    };
    let policy = policy().replace("limit = 2\n", "");
    let book = Book { policy: office(&policy).policy, ..small.book() };
    let proposal = propose(&Snapshot::new(&book, DAY), &request(&[])).expect("a proposal");
    let mut held: HashMap<CadreId, usize> = HashMap::new();
    proposal.rows.iter().for_each(|row| *held.entry(row.cadre).or_default() += 1);
    assert_eq!((proposal.rows.len(), proposal.unfilled.len(), held.len()), (3000, 0, 10));
    assert_eq!(proposal.cost, 10 * 40 + 2990 * 120, "the first unit of each costs less than all further ones");
}
