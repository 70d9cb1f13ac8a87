//! The month in numbers: days covered and uncovered, and the comparison with another day, held against snapshots of
//! every single day.

mod turning;

use std::collections::HashMap;

use jiff::civil::{Date, date};
use phancong::model::book::Book;
use phancong::model::cadre::Status;
use phancong::model::comparison::{Comparison, Numbers, comparison};
use phancong::model::coverage::{coverage, each_coverage};
use phancong::model::coverage_days::{CoverageDays, Stretch, coverage_days};
use phancong::model::day::{Period, day_after, day_before};
use phancong::model::id::{CadreId, DutyId, UnitId};
use phancong::model::lang::Lang;
use phancong::model::policy::Profile;
use phancong::model::seats::Seats;
use phancong::model::snapshot::Snapshot;
use phancong::report::documents::{Documents, What};
use phancong::report::paper::Paper;
use phancong::report::table::Cell;
use phancong::text::catalogue::Catalogue;
use phancong::text::order::Order;
use proptest::prelude::*;
use turning::{FIRST, accept, assign, book, books, cadre, day, need, unit};

const LAST: Date = date(2022, 5, 31);

/// One commune that needs one leader and nobody else, and three cadres.
fn commune() -> Book {
    let mut book = book();
    unit(&mut book, 1, Period::default());
    need(&mut book, 1, 1, 0);
    (0..3).for_each(|_| cadre(&mut book, Status::Active, None));
    book
}

fn may(book: &Book) -> Vec<CoverageDays> {
    coverage_days(&Snapshot::new(book, LAST), FIRST)
}

fn stretch(from: i8, to: i8, left: &[u32], came: &[u32]) -> Stretch {
    let cadres = |ids: &[u32]| ids.iter().map(|id| CadreId(*id)).collect();
    Stretch { from: date(2022, 5, from), to: date(2022, 5, to), left: cadres(left), came: cadres(came) }
}

#[test]
fn ten_days_without_anybody_are_told_although_the_last_day_is_covered() {
    let mut book = commune();
    assign(&mut book, 0, 1, 0, date(2022, 1, 1), Some(date(2022, 5, 2)));
    assign(&mut book, 1, 1, 0, date(2022, 5, 13), None);
    accept(&mut book, 1, 0, date(2022, 5, 9), Some(date(2022, 5, 20)));
    let found = may(&book);
    let numbers = (found[0].seats, found[0].days, found[0].covered(), found[0].uncovered, found[0].accepted);
    assert_eq!((found.len(), numbers), (1, (1, 31, 21, 10, 4)));
    assert_eq!(found[0].stretches, [stretch(3, 12, &[0], &[1])]);
}

#[test]
fn a_handover_from_one_day_to_the_next_leaves_no_day_uncovered() {
    let mut book = commune();
    assign(&mut book, 0, 1, 0, date(2022, 1, 1), Some(date(2022, 5, 12)));
    assign(&mut book, 1, 1, 0, date(2022, 5, 13), None);
    assert_eq!(may(&book), []);
}

#[test]
fn who_left_before_the_month_is_told_and_a_unit_counts_on_its_own_days() {
    let mut book = commune();
    book.cadres[0].status = Status::Retired;
    book.cadres[0].status_from = Some(date(2022, 3, 1));
    book.units[1].period.to = Some(date(2022, 5, 20));
    assign(&mut book, 0, 1, 0, date(2022, 1, 1), None);
    let found = may(&book);
    assert_eq!((found[0].days, found[0].uncovered), (20, 20));
    assert_eq!(found[0].stretches, [stretch(1, 20, &[0], &[])]);
}

#[test]
fn with_two_seats_a_stretch_lasts_until_both_are_held_and_names_all_who_moved() {
    let mut book = commune();
    need(&mut book, 1, 0, 2);
    for who in [0, 1] {
        let last = date(2022, 5, 4 + 3 * i8::try_from(who).expect("small"));
        assign(&mut book, who, 1, 0, date(2022, 1, 1), Some(last));
    }
    assign(&mut book, 2, 1, 0, date(2022, 5, 11), None);
    assign(&mut book, 0, 1, 0, date(2022, 5, 15), Some(date(2022, 5, 30)));
    let found = may(&book);
    assert_eq!(found[0].stretches, [stretch(5, 14, &[0, 1], &[2, 0]), stretch(31, 31, &[0], &[])]);
    assert_eq!((found[0].seats, found[0].uncovered), (2, 11));
}

#[test]
fn a_gap_that_nobody_left_is_as_old_as_its_unit() {
    let mut book = commune();
    book.units[1].period.from = Some(date(2022, 5, 22));
    let snapshot = Snapshot::new(&book, LAST);
    let (words, order) = (Catalogue::new(Lang::En), Order::new());
    let paper = Paper { words: &words, order: &order, profile: Profile::Public };
    let table = Documents::new(&snapshot, None, None, None).table(What::Gaps, &paper);
    let cell = |key: &str| &table.rows[0].cells[table.columns.iter().position(|column| column.key == key).expect(key)];
    assert_eq!(
        ["since", "days", "last_holder"].map(cell),
        [&Cell::Day(date(2022, 5, 22)), &Cell::Number(10), &Cell::Empty]
    );
}

#[test]
fn a_comparison_counts_both_days_and_what_began_and_ended_between_them() {
    let mut book = commune();
    unit(&mut book, 1, Period { from: Some(FIRST), to: None });
    need(&mut book, 2, 1, 0);
    assign(&mut book, 0, 1, 0, date(2022, 1, 1), Some(date(2022, 4, 30)));
    assign(&mut book, 1, 1, 0, date(2022, 4, 30), Some(date(2022, 5, 30)));
    assign(&mut book, 2, 2, 0, FIRST, Some(LAST));
    let snapshot = Snapshot::new(&book, LAST);
    let compared = comparison(&snapshot, each_coverage(&snapshot), day_before(FIRST), None);
    let whole = compared[&(None, DutyId(0))];
    assert_eq!((whole.now.cadres, whole.now.seats, whole.now.gaps), (1, 2, 1));
    assert_eq!((whole.before.cadres, whole.before.seats, whole.before.gaps), (2, 1, 0));
    assert_eq!((whole.begun, whole.ended), (1, 2), "what ends on the last day is over in the next month");
    let new = compared[&(Some(UnitId(2)), DutyId(0))];
    assert_eq!((new.before, new.now.filled(), new.begun, new.ended), (Numbers::default(), 1, 1, 0));
}

/// What snapshots of each day say of a seat: days it exists, days it is short, days that is accepted.
type Days = HashMap<(UnitId, DutyId), (Vec<Date>, Vec<Date>, u32)>;

fn day_by_day(book: &Book, last: Date) -> Days {
    let mut all = Days::new();
    let days = std::iter::successors(Some(FIRST), |day| Some(day_after(*day))).take_while(|day| *day <= last);
    for day in days {
        for found in coverage(&Snapshot::new(book, day)) {
            let (exists, short, accepted) = all.entry((found.unit, found.duty)).or_default();
            exists.push(day);
            short.extend((found.gap() > 0).then_some(day));
            *accepted += u32::from(found.accepted);
        }
    }
    all
}

fn days_of(stretch: &Stretch) -> impl Iterator<Item = Date> {
    let to = stretch.to;
    std::iter::successors(Some(stretch.from), |day| Some(day_after(*day))).take_while(move |day| *day <= to)
}

/// The numbers of the whole office, as totals say them.
fn totals(book: &Book, day: Date) -> Vec<Numbers> {
    let snapshot = Snapshot::new(book, day);
    let numbers = Seats::of(&snapshot).totals.into_iter().map(|total| Numbers {
        cadres: total.cadres.into(),
        units: total.units.into(),
        seats: total.seats,
        gaps: total.gaps,
        accepted: total.accepted,
    });
    numbers.collect()
}

fn whole(compared: &Comparison, earlier: bool) -> Vec<Numbers> {
    let rows = compared.iter().filter(|((area, _), _)| area.is_none());
    rows.map(|(_, compared)| if earlier { compared.before } else { compared.now }).collect()
}

proptest! {
    #[test]
    fn counted_days_are_those_of_a_snapshot_of_each_day(book in books(), last in 1i8..32) {
        let last = date(2022, 5, last);
        let mut days = day_by_day(&book, last);
        for found in coverage_days(&Snapshot::new(&book, last), FIRST) {
            let (exists, short, accepted) = days.remove(&(found.unit, found.duty)).expect("a seat");
            let told: Vec<Date> = found.stretches.iter().flat_map(days_of).collect();
            prop_assert_eq!((&told, found.accepted), (&short, accepted));
            prop_assert_eq!((found.days as usize, found.uncovered as usize), (exists.len(), short.len()));
            for stretch in &found.stretches {
                prop_assert!(exists.first() == Some(&stretch.from) || !stretch.left.is_empty());
                prop_assert!(exists.last() == Some(&stretch.to) || !stretch.came.is_empty());
                prop_assert!(!told.contains(&day_after(stretch.to)), "two stretches are one");
            }
        }
        prop_assert!(days.values().all(|(_, short, _)| short.is_empty()), "{days:?}");
    }

    #[test]
    fn a_comparison_says_of_both_days_what_their_totals_say(book in books(), last in day()) {
        let earlier = day_before(FIRST);
        let snapshot = Snapshot::new(&book, last.max(FIRST));
        let compared = comparison(&snapshot, each_coverage(&snapshot), earlier, None);
        prop_assert_eq!(whole(&compared, false), totals(&book, snapshot.day));
        prop_assert_eq!(whole(&compared, true), totals(&book, earlier));
        for duty in [0, 1].map(DutyId) {
            let of_communes = compared.iter().filter(|((area, of), _)| area.is_some() && *of == duty);
            let sum = of_communes.map(|(_, compared)| compared.now.seats + compared.begun).sum::<u64>();
            let whole = compared[&(None, duty)];
            prop_assert_eq!(sum, whole.now.seats + whole.begun);
        }
    }
}
