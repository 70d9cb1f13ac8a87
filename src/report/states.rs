//! What is different between two days: who holds each seat, which units there are, who is at work.

use super::paper::{Paper, cells};
use super::roster::distinct;
use super::table::{Cell, RowKind, Table};
use crate::model::cadre::Cadre;
use crate::model::day::{Day, day_after};
use crate::model::id::{CadreId, DutyId, UnitId};
use crate::model::snapshot::{self, Snapshot};
use crate::say;
use crate::text::written;

const COLUMNS: &[(&str, u16)] = &[
    ("what", 10),
    ("unit_code", 14),
    ("unit_name", 22),
    ("parent_path", 32),
    ("duty", 18),
    ("duty_name", 28),
    ("cadre_code", 12),
    ("full_name", 26),
    ("before_codes", 12),
    ("before", 26),
    ("after_codes", 12),
    ("after", 26),
    ("decision_no", 14),
];

/// Two days of one book, and what of them is wanted.
pub struct States<'s, 'b> {
    /// The earlier day.
    pub before: &'s Snapshot<'b>,
    /// The later day.
    pub after: &'s Snapshot<'b>,
    /// Only what belongs to this unit.
    pub top: Option<UnitId>,
    /// Only this duty, the units that need it and the cadres who hold it.
    pub duty: Option<DutyId>,
    /// Whether kinds of rows are named for people; else for machines.
    pub is_for_people: bool,
}

/// Who holds a seat on a day; `None` where the unit is not there.
type Holders = Option<snapshot::Holders>;

/// One row per seat with other holders, then per unit that is there on one of the days only, then per cadre of
/// another status.
pub fn states(states: &States, paper: &Paper) -> Table {
    let mut table = paper.table("states", states.after.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "title-states");
    let [before, after] = [states.before, states.after].map(|snapshot| written::day(snapshot.day, paper.lang()));
    table.heading.subtitle = vec![say!(paper.words, "states-of", before = before, after = after)];
    let counts = [
        states.push_seats(paper, &mut table),
        states.push_units(paper, &mut table),
        states.push_cadres(paper, &mut table),
    ];
    let [seats, units, cadres] = counts;
    let total = match seats + units + cadres {
        0 => say!(paper.words, "states-same"),
        _ => say!(paper.words, "total-states", seats = seats, units = units, cadres = cadres),
    };
    table.push_line(RowKind::Total, total);
    table
}

impl States<'_, '_> {
    fn push_seats(&self, paper: &Paper, table: &mut Table) -> usize {
        let (book, policy) = (self.after.book, self.after.policy());
        let mut count = 0;
        for duty in policy.duty_ids().filter(|duty| self.has_duty(*duty)) {
            let level = policy.duty(duty).unit;
            let units = (0..book.units.len()).map(UnitId::at).filter(|unit| book.unit(*unit).level == level);
            for unit in units.filter(|unit| self.after.is_in(*unit, self.top)) {
                let [before, after] = [self.before, self.after].map(|snapshot| holders(snapshot, unit, duty));
                if self.people(&before) != self.people(&after) {
                    let row = self.seat(paper, table, (unit, duty), [&before, &after]);
                    table.push(row);
                    count += 1;
                }
            }
        }
        count
    }

    fn seat(&self, paper: &Paper, table: &Table, (unit, duty): (UnitId, DutyId), holders: [&Holders; 2]) -> Vec<Cell> {
        let book = self.after.book;
        let [before, after] = [(self.before, holders[0]), (self.after, holders[1])].map(|(snapshot, holders)| {
            let is_needed = snapshot.limits(unit, duty).min > 0;
            let cadres: Vec<&Cadre> = self.people(holders).into_iter().map(|cadre| book.cadre(cadre)).collect();
            let codes: Vec<&str> = cadres.iter().map(|cadre| cadre.code.as_str()).collect();
            let names: Vec<&str> = cadres.iter().map(|cadre| cadre.full_name.as_str()).collect();
            let names = match holders {
                None => say!(paper.words, "state-no-unit"),
                Some(holders) if holders.is_empty() && is_needed => say!(paper.words, "nobody"),
                Some(_) => names.join("; "),
            };
            (codes.join(" "), names)
        });
        let old = self.people(holders[0]);
        let new = holders[1].iter().flatten().map(|id| book.assignment(*id)).filter(|own| !old.contains(&own.cadre));
        cells(
            table,
            [
                ("what", self.named(paper, "seat")),
                ("unit_code", Cell::from(&book.unit(unit).code)),
                ("unit_name", Cell::from(&book.unit(unit).name)),
                ("parent_path", self.after.surroundings(unit).into()),
                ("duty", Cell::from(book.policy.duty(duty).code.as_str())),
                ("duty_name", Cell::from(book.policy.duty(duty).name.in_lang(paper.lang()))),
                ("before_codes", before.0.into()),
                ("before", before.1.into()),
                ("after_codes", after.0.into()),
                ("after", after.1.into()),
                ("decision_no", distinct(new.map(|assignment| assignment.decision_no.as_str())).into()),
            ],
        )
    }

    fn push_units(&self, paper: &Paper, table: &mut Table) -> usize {
        let book = self.after.book;
        let level = self.duty.map(|duty| book.policy.duty(duty).unit);
        let mut count = 0;
        for (at, unit) in book.units.iter().enumerate() {
            let id = UnitId::at(at);
            let is_wanted = level.is_none_or(|level| unit.level == level) && self.after.is_in(id, self.top);
            let [was, is] = [self.before, self.after].map(|snapshot| unit.period.contains(snapshot.day));
            if !is_wanted || was == is {
                continue;
            }
            let day = |day: Option<Day>| day.map(|day| written::day(day, paper.lang())).unwrap_or_default();
            let [before, after] = match is {
                true => [
                    say!(paper.words, "state-not-yet"),
                    say!(paper.words, "state-unit-since", day = day(unit.period.from)),
                ],
                false => [
                    say!(paper.words, "state-unit-there"),
                    say!(paper.words, "state-unit-ended", day = day(unit.period.to.map(day_after))),
                ],
            };
            let row = cells(
                table,
                [
                    ("what", self.named(paper, "unit")),
                    ("unit_code", Cell::from(&unit.code)),
                    ("unit_name", Cell::from(&unit.name)),
                    ("parent_path", self.after.surroundings(id).into()),
                    ("before", before.into()),
                    ("after", after.into()),
                ],
            );
            table.push(row);
            count += 1;
        }
        count
    }

    fn push_cadres(&self, paper: &Paper, table: &mut Table) -> usize {
        let book = self.after.book;
        let mut count = 0;
        for (at, cadre) in book.cadres.iter().enumerate() {
            let [before, after] = [self.before, self.after].map(|snapshot| cadre.status_on(snapshot.day));
            let is_wanted = self.after.is_in(cadre.home, self.top) && self.holds(CadreId::at(at));
            if before == after || !is_wanted {
                continue;
            }
            let [before, after] = [before, after].map(|status| match status {
                Some(status) => paper.words.say(&format!("status-{}", status.code()), &[]),
                None => say!(paper.words, "state-not-yet"),
            });
            let row = cells(
                table,
                [
                    ("what", self.named(paper, "cadre")),
                    ("cadre_code", Cell::from(&cadre.code)),
                    ("full_name", Cell::from(&cadre.full_name)),
                    ("before", before.into()),
                    ("after", after.into()),
                ],
            );
            table.push(row);
            count += 1;
        }
        count
    }

    fn has_duty(&self, duty: DutyId) -> bool {
        self.duty.is_none_or(|wanted| wanted == duty)
    }

    /// Whether a cadre holds the wanted duty on one of the days; everybody does where none is wanted.
    fn holds(&self, cadre: CadreId) -> bool {
        let held = |snapshot: &Snapshot| snapshot.of_cadre(cadre).any(|(_, own)| self.has_duty(own.duty));
        self.duty.is_none() || held(self.before) || held(self.after)
    }

    /// Who they are, in the order of the book.
    fn people(&self, holders: &Holders) -> Vec<CadreId> {
        let mut people: Vec<CadreId> =
            holders.iter().flatten().map(|id| self.after.book.assignment(*id).cadre).collect();
        people.sort_unstable();
        people
    }

    fn named(&self, paper: &Paper, kind: &str) -> Cell {
        if !self.is_for_people {
            return Cell::from(kind);
        }
        let name = match kind {
            "seat" => say!(paper.words, "state-of-seat"),
            "unit" => say!(paper.words, "state-of-unit"),
            _ => say!(paper.words, "state-of-cadre"),
        };
        name.into()
    }
}

fn holders(snapshot: &Snapshot, unit: UnitId, duty: DutyId) -> Holders {
    let is_there = snapshot.exists(unit);
    is_there.then(|| snapshot.holders(unit, duty))
}
