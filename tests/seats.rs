//! The seats of a day at a glance are those of all coverage, whole and in parts.

mod turning;

use std::collections::HashSet;

use phancong::model::coverage::{Coverage, coverage};
use phancong::model::gap::openings;
use phancong::model::id::UnitId;
use phancong::model::seats::Seats;
use phancong::model::snapshot::Snapshot;
use proptest::prelude::*;
use turning::{books, day};

proptest! {
    #[test]
    fn seats_at_a_glance_are_those_of_all_coverage_whole_and_in_parts(book in books(), last in day()) {
        let snapshot = Snapshot::new(&book, last);
        let (all, seats) = (coverage(&snapshot), Seats::of(&snapshot));
        prop_assert_eq!(&seats.openings, &openings(&snapshot, &all));
        let amiss = |found: &&Coverage| found.gap() > 0 || found.surplus() > 0;
        prop_assert_eq!(&seats.amiss, &all.iter().filter(amiss).cloned().collect::<Vec<_>>());
        for total in &seats.totals {
            let own = || all.iter().filter(|found| found.duty == total.duty);
            let sum = |of: fn(&Coverage) -> u32| own().map(|found| u64::from(of(found))).sum::<u64>();
            let holders = own().flat_map(|found| &found.holders).map(|id| book.assignment(*id).cadre);
            prop_assert_eq!(total.cadres as usize, holders.collect::<HashSet<_>>().len());
            let numbers = [sum(|_| 1), sum(|found| found.limits.min), sum(Coverage::gap), sum(Coverage::accepted_gap)];
            prop_assert_eq!([total.units.into(), total.seats, total.gaps, total.accepted], numbers);
            prop_assert_eq!(total.filled + total.gaps, total.seats);
        }
        // Each unit is of one part, and so is each cadre, by its home.
        let is_of = |part: u32| move |unit: UnitId| unit.0 % 2 == part;
        let [mut one, other] = [0, 1].map(|part| Seats::with_those_at_home(&snapshot, is_of(part)));
        one.totals.iter_mut().zip(&other.totals).for_each(|(sum, part)| sum.add(part));
        prop_assert_eq!(one.totals, seats.totals);
        prop_assert_eq!(one.amiss.len() + other.amiss.len(), seats.amiss.len());
        let within = Seats::within(&snapshot, is_of(1));
        prop_assert_eq!((&within.amiss, &within.openings), (&other.amiss, &other.openings));
    }
}
