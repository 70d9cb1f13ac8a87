//! Attendance in numbers: of meetings, those held and those not; of people, who came, who had leave, who stayed away;
//! of households, how many were asked and came.

use std::collections::{BTreeMap, HashSet};

use super::Text;
use super::attendance::{Attendance, Presence};
use super::book::Book;
use super::day::{Day, Month, Period};
use super::holdings::Holdings;
use super::id::{CadreId, DutyId, UnitId};

/// A meeting of which something is told, with the rows that tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met<'b> {
    /// Whose meeting it was.
    pub unit: UnitId,
    /// What met.
    pub meeting: &'b Text,
    /// When.
    pub day: Day,
    /// Whether it was held.
    pub is_held: bool,
    /// What is told of it.
    pub rows: Vec<&'b Attendance>,
}

impl Met<'_> {
    /// Households that were asked and that came: the largest numbers that any row has.
    pub fn households(&self) -> (u64, u64) {
        let most = |of: fn(&Attendance) -> Option<u32>| self.rows.iter().filter_map(|row| of(row)).max().unwrap_or(0);
        (most(|row| row.invited).into(), most(|row| row.came).into())
    }
}

/// The meetings within some days, in the order of unit, name and day.
pub fn met(book: &Book, stretch: Period) -> Vec<Met<'_>> {
    let mut by_meeting: BTreeMap<(UnitId, &Text, Day), Vec<&Attendance>> = BTreeMap::new();
    for row in book.attendance.iter().filter(|row| stretch.contains(row.day)) {
        by_meeting.entry((row.unit, &row.meeting, row.day)).or_default().push(row);
    }
    let mut found = Vec::with_capacity(by_meeting.len());
    for ((unit, meeting, day), rows) in by_meeting {
        let is_held = rows.iter().all(|row| row.presence != Presence::NotHeld);
        found.push(Met { unit, meeting, day, is_held, rows });
    }
    found
}

/// The meetings within some days that count: one that was put off and held later in its month was held.
pub fn counted(book: &Book, stretch: Period) -> Vec<Met<'_>> {
    let mut all = met(book, stretch);
    let name = |met: &Met| (met.unit, met.meeting.to_string(), Month::of(met.day));
    let held: HashSet<(UnitId, String, Month)> = all.iter().filter(|met| met.is_held).map(name).collect();
    all.retain(|met| met.is_held || !held.contains(&name(met)));
    all
}

/// Numbers of some meetings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turnout {
    /// Meetings that were held.
    pub held: u64,
    /// Meetings that were not held.
    pub not_held: u64,
    /// Times that somebody came.
    pub present: u64,
    /// Times that somebody had leave.
    pub excused: u64,
    /// Times that somebody stayed away.
    pub absent: u64,
    /// Households that were asked.
    pub invited: u64,
    /// Households that came.
    pub came: u64,
}

impl Turnout {
    /// Of a meeting: the meeting itself and its households, and those of its people who are wanted.
    pub fn of(met: &Met, is_wanted: impl Fn(&Attendance) -> bool) -> Self {
        let count = |presence| {
            let told = met.rows.iter().filter(|row| row.presence == presence && is_wanted(row));
            u64::try_from(told.count()).unwrap_or(u64::MAX)
        };
        let (invited, came) = met.households();
        Turnout {
            held: u64::from(met.is_held),
            not_held: u64::from(!met.is_held),
            present: count(Presence::Present),
            excused: count(Presence::Excused),
            absent: count(Presence::Absent),
            invited,
            came,
        }
    }

    /// Adds others.
    pub fn add(&mut self, other: Turnout) {
        self.held += other.held;
        self.not_held += other.not_held;
        self.present += other.present;
        self.excused += other.excused;
        self.absent += other.absent;
        self.invited += other.invited;
        self.came += other.came;
    }

    /// Times that somebody had to come and is told of.
    pub fn due(&self) -> u64 {
        self.present + self.excused + self.absent
    }
}

/// By which of its duties somebody came to a meeting of a unit: the first of those held there on the day, in the
/// policy's order.
pub fn duty_of(book: &Book, holdings: &Holdings, row: &Attendance) -> Option<DutyId> {
    holdings.on(book, row.unit, row.cadre?, row.day).map(|held| book.assignment(held).duty).min()
}

/// Somebody who has not come to the meetings of a unit for some months running.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing<'b> {
    /// Who.
    pub cadre: CadreId,
    /// Whose meetings.
    pub unit: UnitId,
    /// How many months of which something is told, one after the other, up to the last.
    pub months: u32,
    /// The first of these meetings.
    pub since: Day,
    /// The meetings of these months that they did not come to.
    pub missed: u32,
    /// Of these, how many they had leave for.
    pub excused: u32,
    /// The day on which they came last before.
    pub came_last: Option<Day>,
    /// What is told of the last time.
    pub last: &'b Attendance,
}

/// Who has come to no meeting of a unit in a month though something is told of them there, and since when. A month of
/// which nothing is told neither counts nor ends it; a meeting that was not held is none.
pub fn missing(book: &Book, month: Month) -> Vec<Missing<'_>> {
    let mut by_person: BTreeMap<(CadreId, UnitId), Vec<&Attendance>> = BTreeMap::new();
    for row in book.attendance.iter().filter(|row| row.day <= month.last() && row.presence.is_of_cadre()) {
        if let Some(cadre) = row.cadre {
            by_person.entry((cadre, row.unit)).or_default().push(row);
        }
    }
    let told = by_person.into_iter().filter_map(|((cadre, unit), mut rows)| {
        rows.sort_by_key(|row| row.day);
        running(cadre, unit, &rows, month)
    });
    told.collect()
}

/// The months running of one person, from rows in the order of days.
fn running<'b>(cadre: CadreId, unit: UnitId, rows: &[&'b Attendance], month: Month) -> Option<Missing<'b>> {
    let last = rows.last().filter(|row| Month::of(row.day) == month)?;
    let came_last = rows.iter().rev().find(|row| row.presence == Presence::Present).map(|row| row.day);
    let came_in = came_last.map(Month::of);
    let missed: Vec<&&Attendance> =
        rows.iter().filter(|row| came_in.is_none_or(|came| Month::of(row.day) > came)).collect();
    let first = missed.first()?;
    let mut months: Vec<Month> = missed.iter().map(|row| Month::of(row.day)).collect();
    months.dedup();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Some(Missing {
        cadre,
        unit,
        months: count(months.len()),
        since: first.day,
        excused: count(missed.iter().filter(|row| row.presence == Presence::Excused).count()),
        missed: count(missed.len()),
        came_last,
        last,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn row(unit: usize, day: Day, cadre: Option<usize>, presence: Presence) -> Attendance {
        Attendance::plain(0, (UnitId::at(unit), "Họp".into(), day), cadre.map(CadreId::at), presence)
    }

    #[test]
    fn meetings_are_counted_once_and_people_one_by_one() {
        use Presence::*;
        let day = date(2022, 5, 8);
        let mut held = row(1, day, None, Held);
        (held.invited, held.came) = (Some(30), Some(21));
        let attendance = vec![
            row(0, day, Some(0), Present),
            row(0, day, Some(1), Absent),
            row(0, date(2022, 6, 8), Some(1), Excused),
            held,
            row(2, day, None, NotHeld),
        ];
        let book = Book { attendance, ..Book::default() };
        let mut sum = Turnout::default();
        let may = Period { from: Some(date(2022, 5, 1)), to: Some(date(2022, 5, 31)) };
        met(&book, may).iter().for_each(|met| sum.add(Turnout::of(met, |_| true)));
        let right = Turnout { held: 2, not_held: 1, present: 1, excused: 0, absent: 1, invited: 30, came: 21 };
        assert_eq!((sum, sum.due()), (right, 2));
    }

    #[test]
    fn months_running_end_with_the_month_in_which_somebody_came_and_pass_over_those_untold() {
        use Presence::*;
        let of = |month, day, presence| row(0, date(2022, month, day), Some(0), presence);
        let found = |rows: Vec<Attendance>, month: &str| {
            let book = Book { attendance: rows, ..Book::default() };
            let found = missing(&book, Month::parse(month).expect("a month"));
            found.first().map(|found| (found.months, found.missed, found.excused, found.since, found.came_last))
        };
        let rows = vec![of(1, 8, Present), of(2, 8, Absent), of(4, 8, Excused), of(5, 8, Absent), of(5, 20, Absent)];
        let right = (3, 4, 1, date(2022, 2, 8), Some(date(2022, 1, 8)));
        assert_eq!(found(rows.clone(), "2022-05"), Some(right));
        assert_eq!(found(rows, "2022-06"), None, "nothing is told of June");
        assert_eq!(found(vec![of(5, 8, Present), of(5, 20, Absent)], "2022-05"), None, "who came once that month came");
        assert_eq!(found(vec![of(5, 8, Absent)], "2022-05"), Some((1, 1, 0, date(2022, 5, 8), None)));
    }
}
