//! Two states of one database, compared row by row: what leads from the one to the other.

use std::collections::HashMap;

use super::assignment::Assignment;
use super::attendance::Attendance;
use super::book::Book;
use super::cadre::{Cadre, Status};
use super::change::{Change, Deed, Edit, TableChange};
use super::day::Day;
use super::decision::Decision;
use super::feedback::Feedback;
use super::id::{CadreId, UnitId};
use super::meeting::Meeting;
use super::seat::SeatRule;
use super::succession::Succession;
use super::unit::Unit;
use super::vacancy::Vacancy;

/// What leads from `before` to `after`. The book that comes with it is `after`, with the rows that are gone at the
/// ends of its lists, so that everything that is told has a name.
pub fn compare(before: Book, after: Book) -> (Book, Change) {
    let mut book = after;
    let known = [book.units.len(), book.cadres.len()];
    let units = Moved::of(before.units.iter().map(|row| row.row), book.units.iter().map(|row| row.row), known[0]);
    let cadres = Moved::of(before.cadres.iter().map(|row| row.row), book.cadres.iter().map(|row| row.row), known[1]);
    let moved = Places { units, cadres };
    let change = Change {
        units: table(before.units, &mut book.units, &moved, true),
        cadres: table(before.cadres, &mut book.cadres, &moved, true),
        assignments: table(before.assignments, &mut book.assignments, &moved, false),
        vacancies: table(before.vacancies, &mut book.vacancies, &moved, false),
        seats: table(before.seats, &mut book.seats, &moved, false),
        decisions: table(before.decisions, &mut book.decisions, &moved, false),
        meetings: table(before.meetings, &mut book.meetings, &moved, false),
        attendance: table(before.attendance, &mut book.attendance, &moved, false),
        feedback: table(before.feedback, &mut book.feedback, &moved, false),
        successions: table(before.successions, &mut book.successions, &moved, false),
    };
    (book, change)
}

/// Where the rows of one list stand now, by where they stood before.
struct Moved(Vec<usize>);

impl Moved {
    /// Rows that are gone stand behind all others, in their order.
    fn of(before: impl Iterator<Item = u32>, after: impl Iterator<Item = u32>, known: usize) -> Self {
        let places: HashMap<u32, usize> = after.enumerate().map(|(at, row)| (row, at)).collect();
        let mut gone = known;
        let place = |row: u32| {
            places.get(&row).copied().unwrap_or_else(|| {
                gone += 1;
                gone - 1
            })
        };
        Moved(before.map(place).collect())
    }
}

/// Where units and cadres stand now.
struct Places {
    units: Moved,
    cadres: Moved,
}

impl Places {
    fn unit(&self, id: UnitId) -> UnitId {
        UnitId::at(self.units.0[id.index()])
    }

    fn cadre(&self, id: CadreId) -> CadreId {
        CadreId::at(self.cadres.0[id.index()])
    }
}

/// A row that can be followed from one state to another.
trait Followed: Clone + PartialEq {
    fn row(&self) -> u32;
    /// Points to where its units and cadres stand now.
    fn follow(&mut self, places: &Places);
    /// Its last day; of rows that have no days, none.
    fn last_day(&self) -> Option<Day> {
        None
    }
}

/// Compares one list; with `keeps`, rows that are gone are put at the end of it.
fn table<T: Followed>(before: Vec<T>, after: &mut Vec<T>, places: &Places, keeps: bool) -> TableChange<T> {
    let mut change = TableChange::default();
    let mut old: HashMap<u32, T> = HashMap::with_capacity(before.len());
    let mut order = Vec::with_capacity(before.len());
    for mut row in before {
        row.follow(places);
        order.push(row.row());
        old.insert(row.row(), row);
    }
    for (at, now) in after.iter().enumerate() {
        match old.remove(&now.row()) {
            None => change.added.push(at),
            Some(before) if before == *now => change.unchanged += 1,
            Some(before) => {
                let deed = if before.last_day() != now.last_day() && now.last_day().is_some() {
                    Deed::Ended
                } else {
                    Deed::Changed
                };
                change.edited.push(Edit { at, before, deed });
            }
        }
    }
    change.removed = order.into_iter().filter_map(|row| old.remove(&row)).collect();
    change.rows = change.added.len() + change.edited.len() + change.removed.len();
    if keeps {
        after.extend(change.removed.iter().cloned());
    }
    change
}

impl Followed for Unit {
    fn row(&self) -> u32 {
        self.row
    }

    fn follow(&mut self, places: &Places) {
        self.parent = self.parent.map(|id| places.unit(id));
        self.group = self.group.map(|id| places.unit(id));
    }

    fn last_day(&self) -> Option<Day> {
        self.period.to
    }
}

impl Followed for Cadre {
    fn row(&self) -> u32 {
        self.row
    }

    fn follow(&mut self, places: &Places) {
        self.home = places.unit(self.home);
    }

    fn last_day(&self) -> Option<Day> {
        self.status_from.filter(|_| self.status != Status::Active)
    }
}

impl Followed for Assignment {
    fn row(&self) -> u32 {
        self.row
    }

    fn follow(&mut self, places: &Places) {
        self.cadre = places.cadre(self.cadre);
        self.unit = places.unit(self.unit);
    }

    fn last_day(&self) -> Option<Day> {
        self.period.to
    }
}

impl Followed for Vacancy {
    fn row(&self) -> u32 {
        self.row
    }

    fn follow(&mut self, places: &Places) {
        self.unit = places.unit(self.unit);
    }

    fn last_day(&self) -> Option<Day> {
        self.until
    }
}

impl Followed for SeatRule {
    fn row(&self) -> u32 {
        self.row
    }

    fn follow(&mut self, places: &Places) {
        self.unit = places.unit(self.unit);
    }
}

impl Followed for Meeting {
    fn row(&self) -> u32 {
        self.row
    }

    fn follow(&mut self, places: &Places) {
        self.unit = places.unit(self.unit);
    }
}

impl Followed for Attendance {
    fn row(&self) -> u32 {
        self.row
    }

    fn follow(&mut self, places: &Places) {
        self.unit = places.unit(self.unit);
        self.cadre = self.cadre.map(|id| places.cadre(id));
    }
}

impl Followed for Feedback {
    fn row(&self) -> u32 {
        self.row
    }

    fn follow(&mut self, places: &Places) {
        self.unit = places.unit(self.unit);
    }
}

impl Followed for Succession {
    fn row(&self) -> u32 {
        self.row
    }

    fn follow(&mut self, places: &Places) {
        self.old = places.unit(self.old);
        self.new = self.new.map(|id| places.unit(id));
    }
}

impl Followed for Decision {
    fn row(&self) -> u32 {
        self.row
    }

    fn follow(&mut self, _: &Places) {}
}
