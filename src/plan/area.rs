//! What is to be solved: the empty seats of a duty and the people who may take them, area by area.
//!
//! People of one area never take seats of another, so that each area is a problem of its own, and all of them together
//! have the same answer as one big problem.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use super::cost::{Costs, Place};
use super::offer::{Offer, Seat};
use super::shortlist::Shortlist;
use super::{Fault, Request};
use crate::model::coverage::duty_coverage;
use crate::model::day::day_before;
use crate::model::id::{CadreId, DutyId, UnitId};
use crate::model::proposal::{Pair, Wish};
use crate::model::snapshot::Snapshot;

/// The seats of one unit that nobody holds.
#[derive(Clone, Debug)]
pub struct Need {
    /// Where.
    pub unit: UnitId,
    /// How many.
    pub count: u32,
    /// Whether the gap is accepted for now.
    pub is_accepted: bool,
    /// Who holds the seats today, where they may be moved: one for each seat.
    pub holders: Vec<CadreId>,
    /// Who may take one of them; units that lie side by side often share it.
    pub open_to: Arc<[Offer]>,
}

/// Somebody of the area who could take seats.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// Who.
    pub cadre: CadreId,
    /// Units held under the duty already.
    pub held: u32,
    /// Units that may be held.
    pub limit: u32,
}

impl Person {
    /// How many units the person may take.
    pub fn room(&self) -> u32 {
        self.limit.saturating_sub(self.held)
    }
}

/// The empty seats of a duty in one area, and its people.
#[derive(Clone, Debug)]
pub struct Area {
    /// The duty.
    pub duty: DutyId,
    /// The area; `None` where the duty has none.
    pub unit: Option<UnitId>,
    /// By unit code.
    pub needs: Vec<Need>,
    /// By cadre code.
    pub people: Vec<Person>,
}

/// What does not change from area to area.
pub struct Field<'f, 'b> {
    /// The day as of which seats are empty.
    pub snapshot: &'f Snapshot<'b>,
    /// What is asked for.
    pub request: &'f Request<'f>,
    /// What proposals cost.
    pub costs: &'f Costs,
    pub(super) duty: DutyId,
    pub(super) returning_to: HashMap<UnitId, Vec<CadreId>>,
    pub(super) pairs: HashMap<(CadreId, UnitId), Wish>,
    pinned: HashSet<UnitId>,
    everybody: OnceLock<HashMap<Option<UnitId>, Vec<Person>>>,
}

impl<'f, 'b> Field<'f, 'b> {
    /// The field of one duty.
    pub fn of(snapshot: &'f Snapshot<'b>, request: &'f Request<'f>, costs: &'f Costs, duty: DutyId) -> Self {
        let last = day_before(request.from);
        let over = snapshot
            .book
            .assignments
            .iter()
            .filter(|row| row.duty == duty && row.period.to.is_some_and(|to| to <= last));
        let mut returning_to: HashMap<UnitId, Vec<CadreId>> = HashMap::new();
        over.for_each(|row| returning_to.entry(row.unit).or_default().push(row.cadre));
        let is_of_duty = |pair: &&Pair| snapshot.book.unit(pair.unit).level == snapshot.policy().duty(duty).unit;
        let pairs = || request.pairs.iter().filter(is_of_duty);
        Field {
            snapshot,
            request,
            costs,
            duty,
            returning_to,
            pairs: pairs().map(|pair| ((pair.cadre, pair.unit), pair.wish)).collect(),
            pinned: pairs().filter(|pair| pair.wish == Wish::Keep).map(|pair| pair.unit).collect(),
            everybody: OnceLock::new(),
        }
    }

    /// The areas with empty seats, in the order of their codes; who may take which is worked out by [`Self::opened`], one
    /// area at a time.
    pub fn areas(&self) -> Vec<Area> {
        let mut needs: BTreeMap<Option<UnitId>, Vec<Need>> = BTreeMap::new();
        for found in duty_coverage(self.snapshot, self.duty).filter(|found| found.gap() > 0) {
            if self.request.covers(self.snapshot, found.unit) {
                let (unit, count, is_accepted) = (found.unit, found.gap(), found.accepted);
                let need = Need { unit, count, is_accepted, holders: Vec::new(), open_to: Arc::default() };
                needs.entry(self.area_of(found.unit)).or_default().push(need);
            }
        }
        let mut people = self.people(|area| needs.contains_key(&area));
        // By the unit above and their own, as they come where the book is read in parts.
        let code = |unit: &Option<UnitId>| {
            let own = self.snapshot.book.unit((*unit)?);
            Some((own.parent.map(|above| self.snapshot.book.unit(above).code.clone()), own.code.clone(), own.row))
        };
        let mut areas: Vec<Area> = needs
            .into_iter()
            .map(|(unit, needs)| Area {
                duty: self.duty,
                unit,
                needs,
                people: people.remove(&unit).unwrap_or_default(),
            })
            .collect();
        areas.sort_by_key(|area| code(&area.unit));
        areas
    }

    /// All areas with their seats, those that are held included where a unit has as many holders as it needs, all of the
    /// area; people hold nothing of these any more. Whoever holds a seat elsewhere is left where they are.
    pub fn whole(&self) -> Vec<Area> {
        let mut people = self.people(|_| true);
        let homes: HashMap<CadreId, Option<UnitId>> =
            people.iter().flat_map(|(area, all)| all.iter().map(move |person| (person.cadre, *area))).collect();
        let mut needs: BTreeMap<Option<UnitId>, Vec<Need>> = BTreeMap::new();
        let mut released: HashMap<CadreId, u32> = HashMap::new();
        for found in duty_coverage(self.snapshot, self.duty) {
            if !self.request.covers(self.snapshot, found.unit) {
                continue;
            }
            let area = self.area_of(found.unit);
            let holders = found.holders.iter().map(|id| self.snapshot.book.assignment(*id).cadre);
            let mut holders: Vec<CadreId> = holders.filter(|holder| homes.get(holder) == Some(&area)).collect();
            if found.gap() > 0 || found.held() != found.limits.min || holders.len() != found.holders.len() {
                holders.clear();
            }
            let count = found.gap().max(u32::try_from(holders.len()).unwrap_or(u32::MAX));
            if count > 0 {
                holders.iter().for_each(|holder| *released.entry(*holder).or_default() += 1);
                let (unit, is_accepted) = (found.unit, found.accepted);
                let need = Need { unit, count, is_accepted, holders, open_to: Arc::default() };
                needs.entry(area).or_default().push(need);
            }
        }
        for person in people.values_mut().flatten() {
            let given = released.get(&person.cadre).copied().unwrap_or_default();
            person.limit = person.limit.max(person.held);
            person.held -= given.min(person.held);
        }
        let areas = needs.into_iter();
        areas.map(|(unit, needs)| self.area(unit, needs, people.get(&unit).cloned().unwrap_or_default())).collect()
    }

    /// An area with who may take which seat.
    pub fn opened(&self, area: &Area) -> Area {
        self.area(area.unit, area.needs.clone(), area.people.clone())
    }

    /// One area with these seats and people.
    pub fn area(&self, unit: Option<UnitId>, mut needs: Vec<Need>, mut people: Vec<Person>) -> Area {
        let book = self.snapshot.book;
        needs.sort_by_key(|need| &book.unit(need.unit).code);
        people.sort_by_key(|person| &book.cadre(person.cadre).code);
        let shortlist = Shortlist::of(self, &needs, &people);
        let places: HashMap<CadreId, usize> = match &shortlist {
            Some(_) => people.iter().enumerate().map(|(at, person)| (person.cadre, at)).collect(),
            None => HashMap::new(),
        };
        let within = self.snapshot.policy().duty(self.duty).within;
        let homes: Vec<Place> =
            people.iter().map(|person| Place::of(book, book.cadre(person.cadre).home, within)).collect();
        let mut last: Option<(Seat, Arc<[Offer]>)> = None;
        for need in &mut needs {
            let seat = Seat::of(self, need, Place::of(book, need.unit, within), &homes);
            if let Some((before, offers)) = &last
                && seat.is_like(before)
            {
                need.open_to = Arc::clone(offers);
                continue;
            }
            let looked_at: Vec<usize> = match &shortlist {
                Some(short) => {
                    let holders = need.holders.iter().filter_map(|holder| places.get(holder)).copied();
                    short.for_unit(self, need.unit, self.came_from(need.unit, &places).chain(holders))
                }
                None => (0..people.len()).collect(),
            };
            let offers = looked_at.into_iter().filter(|at| people[*at].room() > 0);
            need.open_to = offers.filter_map(|at| seat.offer(at, people[at].cadre, &homes[at])).collect();
            last = Some((seat, Arc::clone(&need.open_to)));
        }
        Area { duty: self.duty, unit, needs, people }
    }

    /// Whether everybody may take every seat: the duty has no areas, and the office wants and forbids no pair.
    pub fn is_borderless(&self) -> bool {
        self.pairs.is_empty() && self.snapshot.policy().duty(self.duty).within.is_none()
    }

    /// Positions of the people who held a unit before or hold it, by the places of all.
    fn came_from<'p>(&'p self, unit: UnitId, places: &'p HashMap<CadreId, usize>) -> impl Iterator<Item = usize> + 'p {
        self.returning_to.get(&unit).into_iter().flatten().filter_map(|cadre| places.get(cadre).copied())
    }

    /// Everybody at work on the first day of the proposal whose level the duty takes, by area; worked out once.
    pub fn everybody(&self) -> &HashMap<Option<UnitId>, Vec<Person>> {
        self.everybody.get_or_init(|| self.people(|_| true))
    }

    /// Everybody at work on the first day of the proposal whose level the duty takes, by area.
    pub fn people(&self, is_wanted: impl Fn(Option<UnitId>) -> bool) -> HashMap<Option<UnitId>, Vec<Person>> {
        let (book, duty) = (self.snapshot.book, self.snapshot.policy().duty(self.duty));
        let mut people: HashMap<Option<UnitId>, Vec<Person>> = HashMap::new();
        for (at, cadre) in book.cadres.iter().enumerate() {
            let is_eligible = duty.cadre.contains(&cadre.level) && cadre.is_active_on(self.request.from);
            let area = self.area_of(cadre.home);
            if is_eligible && (duty.within.is_none() || area.is_some()) && is_wanted(area) {
                let id = CadreId::at(at);
                let limit = duty.limit.unwrap_or(u32::MAX);
                people.entry(area).or_default().push(Person { cadre: id, held: self.held(id), limit });
            }
        }
        people
    }

    /// The units that a cadre holds under the duty.
    fn held(&self, cadre: CadreId) -> u32 {
        let held = self.snapshot.of_cadre(cadre).filter(|(_, row)| row.duty == self.duty).map(|(_, row)| row.unit);
        let mut held: Vec<UnitId> = held.collect();
        held.sort_unstable();
        held.dedup();
        u32::try_from(held.len()).unwrap_or(u32::MAX)
    }

    /// Whether the office wants somebody of its choice in a unit.
    pub fn is_pinned(&self, unit: UnitId) -> bool {
        self.pinned.contains(&unit)
    }

    /// The area that a unit lies in; `None` where the duty has no areas.
    pub fn area_of(&self, unit: UnitId) -> Option<UnitId> {
        let within = self.snapshot.policy().duty(self.duty).within?;
        self.snapshot.book.ancestor(unit, within)
    }
}

/// Reports pairs that contradict one another: a cadre wanted and forbidden for one unit, or a unit with more cadres
/// wanted than it has seats.
pub fn check_pairs(pairs: &[Pair]) -> Result<(), Fault> {
    let mut known: HashMap<(CadreId, UnitId), Wish> = HashMap::new();
    for pair in pairs {
        if known.insert((pair.cadre, pair.unit), pair.wish).is_some_and(|before| before != pair.wish) {
            return Err(Fault::Contradiction(*pair));
        }
    }
    Ok(())
}
