//! How long the solver takes for a nation of communes and for a province without borders, beside its peers in one run.

use std::fmt::Write;
use std::num::NonZero;
use std::sync::LazyLock;
use std::time::Instant;

use divan::{Bencher, black_box};
use phancong::plan::flow::assign::{assign, lower_bound};
use phancong::plan::flow::components::assign_on;
use phancong::plan::flow::seats::Seats;
use phancong::plan::flow::simplex::solve;
use phancong::work::on_threads;
use tempfile::TempDir;

#[path = "../flows/mod.rs"]
mod flows;
#[path = "peers/mod.rs"]
mod peers;

use flows::{dimacs, offices};

const GOALS: &str = "Goals: at most 0.20 of LEMON for the nation and 0.25 for the province, 0.10 of OR-tools for both.";

/// A nation has 10,600 communes. A tenth of them is made, and solved ten times over.
const COMMUNES: u64 = 1060;
const TENTHS: usize = 10;

/// How often each side of a comparison runs.
const RUNS: usize = 5;

fn main() {
    println!("{GOALS}");
    let is_run = std::env::args().all(|word| word != "--test" && word != "--list");
    if is_run {
        compare();
    }
    divan::main();
}

static TENTH: LazyLock<Vec<Seats>> =
    LazyLock::new(|| (0..COMMUNES).map(|seed| offices::commune(seed, 81, 52)).collect());
static DISTRICT: LazyLock<Seats> = LazyLock::new(|| offices::district(1, 21, 81, 52));
static PROVINCE: LazyLock<Seats> = LazyLock::new(|| offices::province(7, 15_000, 10_000, 50));

#[divan::bench_group(sample_count = 10, sample_size = 1)]
mod one_core {
    use super::*;

    #[divan::bench]
    fn a_tenth_of_the_nation() -> i128 {
        fill(&TENTH)
    }

    #[divan::bench]
    fn a_tenth_of_the_nation_with_proof() -> i128 {
        TENTH.iter().map(proven).sum()
    }

    #[divan::bench]
    fn the_nation(bencher: Bencher) {
        bencher.bench(|| (0..TENTHS).map(|_| fill(black_box(&TENTH))).sum::<i128>());
    }

    #[divan::bench]
    fn the_province() -> i128 {
        fill(std::slice::from_ref(&*PROVINCE))
    }

    #[divan::bench]
    fn the_province_with_proof() -> i128 {
        proven(&PROVINCE)
    }

    #[divan::bench]
    fn a_district() -> i128 {
        fill(std::slice::from_ref(&*DISTRICT))
    }

    #[divan::bench]
    fn a_district_as_any_network(bencher: Bencher) {
        let network = DISTRICT.network();
        bencher.bench(|| solve(&network).map(|flow| flow.cost));
    }
}

#[divan::bench_group(sample_count = 10, sample_size = 1)]
mod two_cores {
    use super::*;

    #[divan::bench]
    fn the_nation() -> i128 {
        let cost = |number| fill(std::slice::from_ref(&TENTH[number % TENTH.len()]));
        on_threads(two(), TENTH.len() * TENTHS, cost).into_iter().sum()
    }

    #[divan::bench]
    fn a_district_in_one_question(bencher: Bencher) {
        bencher.bench(|| assign_on(two(), &DISTRICT));
    }
}

fn two() -> NonZero<usize> {
    NonZero::<usize>::MIN.saturating_add(1)
}

fn fill(all: &[Seats]) -> i128 {
    all.iter().map(|seats| assign(seats).expect("sound").cost).sum()
}

fn proven(seats: &Seats) -> i128 {
    let assigned = assign(seats).expect("sound");
    assert_eq!(lower_bound(seats, &assigned.group_prices, &assigned.cadre_prices), assigned.cost);
    assigned.cost
}

/// Ours and each peer's median on the same instances, one after the other.
fn compare() {
    let folder = TempDir::new().expect("a folder for instances");
    let rivals = [("LEMON", peers::lemon(&folder)), ("OR-tools", peers::ortools())];
    for (name, peer) in &rivals {
        if peer.is_none() {
            println!("No peer: {name} is not here.");
        }
    }
    for (name, all) in [("a tenth of the nation", &TENTH[..]), ("the province", std::slice::from_ref(&*PROVINCE))] {
        let file = folder.path().join("instance.min");
        if rivals.iter().any(|(_, peer)| peer.is_some()) {
            let mut text = String::new();
            all.iter().for_each(|seats| text.write_str(&dimacs::written(&seats.network())).expect("to memory"));
            std::fs::write(&file, text).expect("a file");
        }
        for (peer, words) in rivals.iter().filter_map(|(peer, words)| Some((peer, words.as_ref()?))) {
            let cost = fill(all);
            let mut ours = ours(all);
            let (theirs, optimum) = peers::solve(words, &file, RUNS);
            ours.extend(self::ours(all));
            assert_eq!(cost, optimum, "the same optimum");
            let (ours, theirs) = (peers::median(ours), peers::median(theirs));
            println!("{name}: {:.1} ms, {peer} {:.1} ms, {:.3} of it", ours * 1e3, theirs * 1e3, ours / theirs);
        }
    }
}

/// Our seconds of solving alone, run by run. As with the peers, what is solved was laid out a moment ago.
fn ours(all: &[Seats]) -> Vec<f64> {
    let time = |seats: &Seats| {
        let seats = black_box(seats.clone());
        let start = Instant::now();
        black_box(assign(&seats)).expect("sound");
        start.elapsed().as_secs_f64()
    };
    (0..RUNS).map(|_| all.iter().map(time).sum()).collect()
}
