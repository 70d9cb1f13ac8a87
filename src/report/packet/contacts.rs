//! Whom a cadre calls there: people at home in a unit that the cadre covers, or right above or below it, whose post has
//! one of the policy's titles.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::model::id::{CadreId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::report::paper::{Paper, cells};
use crate::report::table::{Cell, Table};
use crate::say;
use crate::text::titles::Titles;

const COLUMNS: &[(&str, u16)] = &[("full_name", 26), ("position", 34), ("area_name", 34), ("phone", 16)];

/// Everybody who may be called.
pub struct Contacts {
    /// People at home in a unit, each with the place of the title.
    at_home: HashMap<UnitId, Vec<(usize, CadreId)>>,
    /// The members of a group.
    members: HashMap<UnitId, Vec<UnitId>>,
}

impl Contacts {
    /// Looks for everybody at work who has one of the titles.
    pub fn new(snapshot: &Snapshot) -> Self {
        let titles = Titles::new(&snapshot.policy().packet.contacts);
        let mut at_home: HashMap<UnitId, Vec<(usize, CadreId)>> = HashMap::new();
        for (at, cadre) in snapshot.book.cadres.iter().enumerate() {
            let title = if snapshot.is_active(CadreId::at(at)) { titles.first_in(&cadre.position) } else { None };
            if let Some(title) = title {
                at_home.entry(cadre.home).or_default().push((title, CadreId::at(at)));
            }
        }
        let mut members: HashMap<UnitId, Vec<UnitId>> = HashMap::new();
        for (id, unit) in snapshot.units() {
            unit.group.into_iter().for_each(|group| members.entry(group).or_default().push(id));
        }
        Contacts { at_home, members }
    }

    /// Whom a cadre who holds something in these units calls: those of the upper units first, then by place, title and
    /// name.
    pub fn table(&self, snapshot: &Snapshot, paper: &Paper, own: CadreId, units: &[UnitId]) -> Table {
        let book = snapshot.book;
        let mut table = paper.table("contacts", snapshot.policy(), COLUMNS);
        table.heading.title = say!(paper.words, "packet-contacts");
        let mut places: Vec<UnitId> = units.iter().flat_map(|unit| self.around(snapshot, *unit)).collect();
        places.sort_unstable();
        places.dedup();
        let is_far_down = |unit: UnitId| Reverse(book.chain(unit).count());
        places.sort_by(|one, other| {
            let by_rung = is_far_down(*other).cmp(&is_far_down(*one));
            let (one, other) = (book.unit(*one), book.unit(*other));
            by_rung.then_with(|| paper.order.compare(&one.name, &other.name)).then_with(|| one.code.cmp(&other.code))
        });
        for place in places {
            let mut people = self.at_home.get(&place).cloned().unwrap_or_default();
            people.retain(|(_, cadre)| *cadre != own);
            people.sort_by(|(title, one), (other_title, other)| {
                let by_name = || paper.compare_people(book.cadre(*one), book.cadre(*other));
                title.cmp(other_title).then_with(by_name)
            });
            for (_, cadre) in people {
                let cadre = book.cadre(cadre);
                let row = cells(
                    &table,
                    [
                        ("full_name", Cell::from(&cadre.full_name)),
                        ("position", Cell::from(&cadre.position)),
                        ("area_name", snapshot.whereabouts(place).into()),
                        ("phone", Cell::from(&cadre.phone)),
                    ],
                );
                table.push(row);
            }
        }
        table
    }

    /// The unit, those right below it, and the one right above it as far as units get rosters of their own: who is
    /// farther up is not of the place.
    fn around(&self, snapshot: &Snapshot, unit: UnitId) -> Vec<UnitId> {
        let (book, roster) = (snapshot.book, snapshot.policy().roster_level());
        let is_of_place = |above: &UnitId| roster.is_some_and(|level| book.ancestor(*above, level).is_some());
        let above = book.unit(unit).parent.filter(is_of_place);
        let below = snapshot.children(unit).chain(self.members.get(&unit).into_iter().flatten().copied());
        std::iter::once(unit).chain(above).chain(below).collect()
    }
}
