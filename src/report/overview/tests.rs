//! Overviews of a small office: a district, a cluster of two communes, a third commune alone, a hamlet in each.

#![cfg(test)]

use super::*;
use crate::model::book::Book;
use crate::model::cadre::Status;
use crate::model::day::Month;
use crate::model::id::{DutyId, LevelId};
use crate::model::lang::Words;
use crate::model::policy::{Duty, Level, Policy, Profile};
use crate::model::sample::{AN, BINH, CUC, add_unit, assign, book, june, leaves};
use crate::model::seat::SeatLimits;
use crate::model::snapshot::Snapshot;
use crate::text::catalogue::Catalogue;
use crate::text::order::Order;
use numbers::State;

const DISTRICT: UnitId = UnitId(0);
const CLUSTER: UnitId = UnitId(1);
const HAMLET: LevelId = LevelId(3);

fn words(text: &str) -> Words {
    Words { vi: text.to_owned(), en: text.to_owned() }
}

fn policy() -> Policy {
    let level = |code: &str, overlay| Level {
        code: code.to_owned(),
        name: words(code),
        parent: None,
        grouped_by: None,
        overlay,
    };
    let levels =
        vec![level("district", false), level("cluster", true), level("commune", false), level("hamlet", false)];
    let follows = Duty {
        code: "follows".to_owned(),
        name: words("Follows"),
        unit: HAMLET,
        cadre: vec![LevelId(0)],
        seats: SeatLimits { min: 1, max: None },
        limit: Some(1),
        within: None,
    };
    Policy { levels, duties: vec![follows], lang: Lang::En, ..Policy::default() }
}

/// The office; its hamlets are the units 5, 6 and 7.
pub fn office() -> Book {
    let mut book = book();
    book.units.clear();
    let units = [(0, None, None), (1, Some(0), None), (2, Some(0), Some(1)), (2, Some(0), Some(1)), (2, Some(0), None)];
    let hamlets = [2, 3, 4].map(|above| (3, Some(above), None));
    for (at, (level, parent, group)) in units.into_iter().chain(hamlets).enumerate() {
        let unit = add_unit(&mut book, &format!("U{at}"), &format!("Unit {at}"));
        let unit = &mut book.units[unit.index()];
        (unit.level, unit.parent, unit.group) = (LevelId(level), parent.map(UnitId), group.map(UnitId));
    }
    book.policy = policy();
    assign(&mut book, AN, UnitId(5), 1, 0);
    assign(&mut book, BINH, UnitId(6), 1, 9);
    assign(&mut book, AN, UnitId(7), 1, 0);
    book
}

/// Asks the documents of June.
pub fn told<T>(book: &Book, ask: impl FnOnce(&Documents, &Paper) -> T) -> T {
    let (words, order) = (Catalogue::new(Lang::En), Order::new());
    let paper = Paper { words: &words, order: &order, profile: Profile::Public };
    let snapshot = Snapshot::new(book, june(30));
    ask(&Documents::new(&snapshot, Some(Month::of(june(1))), None, None), &paper)
}

fn whole(book: &Book, earlier: &[Point]) -> Overview {
    told(book, |documents, paper| Overviews::new(documents).whole(paper, earlier))
}

#[test]
fn groups_stand_over_their_members_and_what_holds_all_is_not_told() {
    let overview = whole(&office(), &[]);
    assert_eq!(overview.within, ["Unit 0"]);
    let names: Vec<&str> = overview.places.iter().map(|place| place.name.as_str()).collect();
    assert_eq!(names, ["Unit 1", "Unit 4"]);
    let cluster = &overview.places[0];
    assert!(cluster.is_group && cluster.places.len() == 2);
    assert_eq!(cluster.numbers, [Numbers { seats: 2, filled: 1, accepted: 0 }]);
    assert_eq!((cluster.numbers[0].state(), overview.places[1].numbers[0].state()), (State::Open, State::Full));
}

#[test]
fn a_place_is_told_down_to_who_holds_a_seat_and_since_when_nobody_does() {
    let overview = whole(&office(), &[]);
    let communes = &overview.places[0].places;
    let seat = |at: usize| communes[at].places[0].seats[0].clone();
    assert_eq!(seat(0), map::Seat { duty: 0, people: vec!["CB1".into()], empty: 0, is_accepted: false, since: None });
    assert_eq!((seat(1).people.len(), seat(1).empty, seat(1).since), (0, 1, Some(june(10))));
}

#[test]
fn what_holds_all_but_has_seats_of_its_own_stays_in_sight() {
    let mut book = office();
    let own = Duty { code: "leads".to_owned(), unit: LevelId(0), ..book.policy.duties[0].clone() };
    book.policy.duties.push(own);
    let overview = whole(&book, &[]);
    let names: Vec<&str> = overview.places.iter().map(|place| place.name.as_str()).collect();
    assert_eq!(names, ["Unit 0", "Unit 1", "Unit 4"]);
    // It is a tile of its own seats: what lies in it follows, and is not counted twice.
    assert_eq!(overview.places[0].places.len(), 0);
    assert_eq!(Numbers::sum(&overview.places[0].numbers).seats, 1);
    let told: u64 = overview.places.iter().map(|place| Numbers::sum(&place.numbers).seats).sum();
    assert_eq!(told, 4);
}

#[test]
fn the_longest_empty_stands_first_and_the_load_is_a_distribution() {
    let mut book = office();
    leaves(&mut book, CUC, Status::Retired, 2);
    let overview = whole(&book, &[]);
    assert_eq!((overview.empty.numbers.gaps(), overview.empty.table.rows.len(), overview.empty.left_out), (1, 1, 0));
    // An holds two, Bình none any more, Cúc is not at work.
    assert_eq!(overview.load[0].bars, [(0, 1), (2, 1)]);
    assert_eq!((overview.load[1].bars.as_slice(), overview.load[1].over), (&[(2, 1)][..], 1));
    assert_eq!(overview.changes.counts[0], ("Assigned".to_owned(), 3));
}

#[test]
fn the_trend_ends_with_the_month_shown_and_knows_duties_by_their_codes() {
    let numbers = Numbers { seats: 3, filled: 3, accepted: 0 };
    let point = |month: &str, code: &str| Point {
        month: Month::parse(month).expect("a month"),
        duties: vec![("gone".to_owned(), numbers), (code.to_owned(), numbers)],
    };
    let earlier = [point("2022-05", "follows"), point("2022-04", "other"), point("2022-06", "follows")];
    let trend = whole(&office(), &earlier).trend;
    let told: Vec<(String, u64)> =
        trend.iter().map(|point| (point.month.to_string(), point.duties[0].1.filled)).collect();
    let right = [("2022-04", 0), ("2022-05", 3), ("2022-06", 2)].map(|(month, filled)| (month.to_owned(), filled));
    assert_eq!(told, right);
    assert!(trend.iter().all(|point| point.duties.len() == 1) && whole(&office(), &[]).trend.is_empty());
}

#[test]
fn a_large_office_gets_a_page_for_each_part_and_an_index_in_numbers() {
    let mut book = office();
    for at in 0..MOST_UNITS {
        let unit = add_unit(&mut book, &format!("H{at}"), "Hamlet");
        let unit = &mut book.units[unit.index()];
        (unit.level, unit.parent) = (HAMLET, Some(UnitId(4)));
    }
    told(&book, |documents, paper| {
        let overviews = Overviews::new(documents);
        let files: Vec<&str> = overviews.parts().iter().map(|part| part.file.as_str()).collect();
        assert_eq!(files, ["index-u1-unit-1.html", "index-u4-unit-4.html"]);
        let whole = overviews.whole(paper, &[]);
        assert!(whole.places.iter().all(|place| place.places.is_empty() && place.seats.is_empty()));
        assert_eq!(whole.places[1].numbers[0].seats, MOST_UNITS as u64 + 1);
        assert_eq!((whole.empty.table.rows.len(), whole.empty.left_out), (MOST_ROWS, MOST_UNITS + 1 - MOST_ROWS));
        let part = overviews.part(paper, &overviews.parts()[0]);
        assert_eq!((part.duties[0].numbers.seats, part.places.len(), part.within.len()), (2, 2, 2));
        assert_eq!(overviews.map.seats_below(CLUSTER).len(), 2);
        assert!(overviews.map.place(DISTRICT, Depth::Top, Lang::En).numbers[DutyId(0).index()].seats > 20_000);
    });
}
