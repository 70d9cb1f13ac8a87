//! Rows that lists give in no order, put in one: a database that is filled and read from one end to the other takes far
//! less than one that is looked up all over.

use std::cmp::Ordering;

use super::Merged;
use crate::model::assignment::Assignment;
use crate::model::book::Book;
use crate::model::cadre::Cadre;
use crate::model::change::TableChange;
use crate::model::id::{CadreId, UnitId};
use crate::model::unit::Unit;

/// From so many rows on, looking them up all over takes longer than putting them in an order; few where tests run.
const LEAST: usize = if cfg!(debug_assertions) { 2_000 } else { 20_000 };
/// Rows stand in no order where the units that they point to lie further apart, on average, than one in so many of all units:
/// a third of all where rows were shuffled, next to none where they go from one unit to the next.
const APART: u64 = 8;

impl Merged {
    /// Puts rows in an order, where there are many, all of them new, and they go all over the units: units by their
    /// codes, cadres by their homes, assignments by their units. Lists that go from one unit to the next keep their order.
    pub(super) fn order(&mut self) {
        self.order_from(LEAST);
    }

    fn order_from(&mut self, least: usize) {
        let (book, change) = (&mut self.book, &self.change);
        let units = book.units.len();
        if is_new(&change.units, &book.units, least) && is_scattered(&book.units, units, |row| row.parent) {
            order_units(book);
        }
        if is_new(&change.cadres, &book.cadres, least) && is_scattered(&book.cadres, units, |row| Some(row.home)) {
            order_cadres(book);
        }
        let rows = &book.assignments;
        if is_new(&change.assignments, rows, least) && is_scattered(rows, units, |row| Some(row.unit)) {
            let key = |row: &Assignment| (row.duty, row.cadre, row.period.from);
            sort(&mut book.assignments, |row| row.unit.0, |left, right| key(left).cmp(&key(right)), |row| &mut row.row);
        }
    }
}

/// Whether all rows are new, and there are at least so many.
fn is_new<T>(change: &TableChange<T>, rows: &[T], least: usize) -> bool {
    rows.len() >= least && change.added.len() == rows.len() && change.edited.is_empty() && change.removed.is_empty()
}

/// Whether rows go all over the units.
fn is_scattered<T>(rows: &[T], units: usize, unit: impl Fn(&T) -> Option<UnitId>) -> bool {
    let units_of = || rows.iter().filter_map(|row| unit(row).map(|unit| unit.0));
    let steps: u64 = units_of().zip(units_of().skip(1)).map(|(one, next)| u64::from(one.abs_diff(next))).sum();
    steps > rows.len() as u64 * units as u64 / APART
}

/// Sorts the units, none of which took the place of another yet.
fn order_units(book: &mut Book) {
    let by_code = |left: &Unit, right: &Unit| left.code.cmp(&right.code);
    let positions = sort(&mut book.units, |row| beginning(&row.code), by_code, |row| &mut row.row);
    let follow = |unit: &mut UnitId| unit.0 = positions[unit.index()];
    for row in &mut book.units {
        row.parent.iter_mut().chain(&mut row.group).for_each(follow);
    }
    book.cadres.iter_mut().for_each(|row| follow(&mut row.home));
    book.assignments.iter_mut().for_each(|row| follow(&mut row.unit));
    book.vacancies.iter_mut().for_each(|row| follow(&mut row.unit));
    book.seats.iter_mut().for_each(|row| follow(&mut row.unit));
    book.meetings.iter_mut().for_each(|row| follow(&mut row.unit));
    book.attendance.iter_mut().for_each(|row| follow(&mut row.unit));
    book.feedback.iter_mut().for_each(|row| follow(&mut row.unit));
}

/// Sorts the cadres.
fn order_cadres(book: &mut Book) {
    let by_code = |left: &Cadre, right: &Cadre| left.code.cmp(&right.code);
    let positions = sort(&mut book.cadres, |row| row.home.0, by_code, |row| &mut row.row);
    let follow = |cadre: &mut CadreId| cadre.0 = positions[cadre.index()];
    book.assignments.iter_mut().for_each(|row| follow(&mut row.cadre));
    book.attendance.iter_mut().filter_map(|row| row.cadre.as_mut()).for_each(follow);
}

/// The first letters of a code, as a number in whose order codes stand.
fn beginning(code: &str) -> u64 {
    let mut first = [0; size_of::<u64>()];
    first.iter_mut().zip(code.bytes()).for_each(|(to, from)| *to = from);
    u64::from_be_bytes(first)
}

/// Sorts rows by a number, and those of one number by what `then` says; their keys stay where they are. Gives the new
/// position of each row by its old one.
fn sort<T, N: Ord + Copy>(
    rows: &mut [T],
    number: impl Fn(&T) -> N,
    then: impl Fn(&T, &T) -> Ordering,
    key: impl Fn(&mut T) -> &mut u32,
) -> Vec<u32> {
    let row = |at: u32| &rows[at as usize];
    let mut order: Vec<(N, u32)> = rows.iter().map(number).zip(0..).collect();
    order.sort_unstable_by(|(left, one), (right, other)| {
        left.cmp(right).then_with(|| then(row(*one), row(*other))).then_with(|| one.cmp(other))
    });
    let mut positions = vec![0; rows.len()];
    for (position, (_, at)) in (0..).zip(order) {
        positions[at as usize] = position;
    }
    let keys: Vec<u32> = rows.iter_mut().map(|row| *key(row)).collect();
    let mut wanted = positions.clone();
    for at in 0..rows.len() {
        while wanted[at] as usize != at {
            let to = wanted[at] as usize;
            rows.swap(at, to);
            wanted.swap(at, to);
        }
    }
    rows.iter_mut().zip(keys).for_each(|(row, old)| *key(row) = old);
    positions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::attendance::{Attendance, Presence};
    use crate::model::change::Change;
    use crate::model::feedback::Feedback;
    use crate::model::meeting::{Meeting, Rule};
    use crate::model::sample::{self, FOLLOWS, assign};
    use crate::model::seat::{SeatLimits, SeatRule};
    use crate::model::vacancy::Vacancy;
    use proptest::prelude::*;

    /// How many units stand at the top, and below each of them.
    const WIDE: usize = 12;
    /// How many there are.
    const ALL: usize = WIDE + WIDE * WIDE;

    /// Rows in the order of three lists of positions: units, of whom each but the first dozen stands below one of these;
    /// cadres and assignments, one for each unit.
    fn book([units, cadres, assignments]: &[Vec<usize>; 3]) -> Book {
        let mut book = Book::default();
        let code = |at: usize| match at.checked_sub(WIDE) {
            None => format!("{at:02}"),
            Some(below) => format!("{:02}.a long code {:02}", below / WIDE, below % WIDE),
        };
        let place = |all: &[usize], wanted: usize| all.iter().position(|at| *at == wanted).expect("is among them");
        for (at, row) in units.iter().zip(1..) {
            let id = sample::add_unit(&mut book, &code(*at), "Ấp");
            let unit = &mut book.units[id.index()];
            unit.row = row;
            unit.parent = at.checked_sub(WIDE).map(|below| UnitId::at(place(units, below / WIDE)));
            unit.group = (at % 7 == 0).then(|| UnitId::at(place(units, 3)));
        }
        let known = sample::book().cadres.remove(0);
        for (at, row) in cadres.iter().zip(1..) {
            let home = UnitId::at(place(units, *at));
            book.cadres.push(Cadre { row, code: format!("CB{:03}", units.len() - at).into(), home, ..known.clone() });
        }
        for (at, row) in assignments.iter().zip(1..) {
            let (cadre, unit) = (CadreId::at(place(cadres, *at)), UnitId::at(place(units, at * 5 % units.len())));
            let id = assign(&mut book, cadre, unit, 1, 0);
            book.assignments[id.index()].row = row;
        }
        let vacancy = |at: &usize| Vacancy {
            row: 1,
            unit: UnitId::at(place(units, *at)),
            duty: FOLLOWS,
            since: sample::june(1),
            until: None,
            reason: "".into(),
        };
        book.vacancies = units.first().map(vacancy).into_iter().collect();
        let [seat, meeting, came, raised] = [5, 50, 100, 150].map(|at| UnitId::at(place(units, at)));
        book.seats = vec![SeatRule { row: 1, unit: seat, duty: FOLLOWS, limits: SeatLimits { min: 2, max: None } }];
        let (rule, name, hour) = (Rule::Day(5), "Họp ấp".into(), None);
        let meeting = Meeting { row: 1, unit: meeting, name, rule, hour, place: "".into(), note: "".into() };
        book.meetings = vec![meeting];
        let who = Some(CadreId::at(place(cadres, 70)));
        book.attendance = vec![Attendance::plain(1, (came, "Họp ấp".into(), sample::june(5)), who, Presence::Present)];
        book.feedback = vec![Feedback::plain(1, raised, sample::june(7), "đường".into())];
        book
    }

    /// What a book says, in the words of lists, whatever the order of its rows.
    fn told(book: &Book) -> Vec<String> {
        let code = |unit: UnitId| &book.unit(unit).code;
        let unit = |row: &Unit| format!("{} {:?} {:?}", row.code, row.parent.map(code), row.group.map(code));
        let units = book.units.iter().map(unit);
        let cadres = book.cadres.iter().map(|row| format!("{} {}", row.code, code(row.home)));
        let held = |row: &Assignment| format!("{} {}", book.cadre(row.cadre).code, code(row.unit));
        let vacant = book.vacancies.iter().map(|row| format!("vacant {}", code(row.unit)));
        let seats = book.seats.iter().map(|row| format!("seats {}", code(row.unit)));
        let meetings = book.meetings.iter().map(|row| format!("meeting {}", code(row.unit)));
        let who = |row: &Attendance| row.cadre.map(|cadre| &book.cadre(cadre).code);
        let came = book.attendance.iter().map(|row| format!("came {} {:?}", code(row.unit), who(row)));
        let raised = book.feedback.iter().map(|row| format!("raised {}", code(row.unit)));
        let people = cadres.chain(book.assignments.iter().map(held));
        let told = units.chain(people).chain(vacant).chain(seats).chain(meetings).chain(came).chain(raised);
        let mut told: Vec<String> = told.collect();
        told.sort();
        told
    }

    fn ordered(book: Book) -> Book {
        let mut change = Change::default();
        change.units.added = (0..book.units.len()).collect();
        change.cadres.added = (0..book.cadres.len()).collect();
        change.assignments.added = (0..book.assignments.len()).collect();
        let mut merged = Merged { book, change, findings: Vec::new(), questions: Vec::new() };
        merged.order_from(0);
        merged.book
    }

    fn any_order() -> impl Strategy<Value = [Vec<usize>; 3]> {
        let all = || Just((0..ALL).collect::<Vec<usize>>()).prop_shuffle();
        [all(), all(), all()]
    }

    proptest! {
        #[test]
        fn rows_in_no_order_get_one_and_say_what_they_said(orders in any_order()) {
            let before = book(&orders);
            // A dozen parents may happen to lie close together.
            prop_assume!(is_scattered(&before.units, ALL, |row| row.parent));
            let after = ordered(before.clone());
            prop_assert_eq!(told(&after), told(&before));
            prop_assert!(after.units.is_sorted_by_key(|row| row.code.clone()));
            prop_assert!(after.cadres.is_sorted_by_key(|row| (row.home, row.code.clone())));
            prop_assert!(after.assignments.is_sorted_by_key(|row| (row.unit, row.cadre)));
            prop_assert!(after.units.iter().map(|row| row.row).eq(1..=ALL as u32));
            prop_assert!(after.cadres.iter().map(|row| row.row).eq(1..=ALL as u32));
            prop_assert!(after.assignments.iter().map(|row| row.row).eq(1..=ALL as u32));
            prop_assert_eq!(ordered(after.clone()), after);
        }
    }

    #[test]
    fn rows_in_an_order_of_their_own_keep_it() {
        let down: Vec<usize> = (0..ALL).rev().collect();
        let before = book(&[down.clone(), down.clone(), down]);
        assert_eq!(ordered(before.clone()), before);
    }

    #[test]
    fn rows_that_were_there_stay_where_they_are() {
        let all_over: Vec<usize> = (0..ALL).map(|at| at * 61 % ALL).collect();
        let before = book(&[all_over.clone(), all_over.clone(), all_over]);
        let mut merged =
            Merged { book: before.clone(), change: Change::default(), findings: Vec::new(), questions: Vec::new() };
        merged.order_from(0);
        assert_eq!(merged.book, before);
        assert_ne!(ordered(before.clone()), before);
    }
}
