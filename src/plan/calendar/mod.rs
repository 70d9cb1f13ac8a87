//! A month's meetings on days and hours such that nobody has to be in two places: what the office has fixed stays, for the rest a
//! day of its window and an hour are proposed, spread over the days; or it is shown that there are none.

mod search;

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Time;

use crate::model::calendar::Calendar;
use crate::model::day::{Day, Month};
use crate::model::id::CadreId;
use crate::model::policy::Window;
use crate::model::sitting::{Sitting, days_of};
use search::{Outcome, Problem};

/// Meetings that cannot all be held: of as few as were found to be in each other's way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// Their places among the sittings.
    pub sittings: Vec<usize>,
    /// Whether it is proven that there is no day and hour for all of them; else none was found in bounded time.
    pub is_proven: bool,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The sittings, those that were free now with a day and an hour.
    pub sittings: Vec<Sitting>,
    /// Those that stay without.
    pub clashes: Vec<Clash>,
}

/// A day and an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// The day.
    pub day: Day,
    /// When it begins.
    pub hour: Time,
}

/// Larger groups of meetings that hang together are not narrowed down to those in each other's way.
const MOST_NARROWED: usize = 60;

/// Gives every sitting without a day or an hour one.
pub fn plan(sittings: Vec<Sitting>, month: Month, windows: &[Window], calendar: &Calendar) -> Plan {
    let mut planning = Planning { taken: HashMap::new(), load: HashMap::new(), calendar };
    for sitting in &sittings {
        if let (Some(day), Some(hour)) = (sitting.day, sitting.hour) {
            planning.take(sitting, Slot { day, hour });
        }
    }
    let open: Vec<usize> =
        (0..sittings.len()).filter(|at| sittings[*at].hour.is_none() || sittings[*at].day.is_none()).collect();
    let domains: HashMap<usize, Vec<Slot>> =
        open.iter().map(|at| (*at, planning.slots(&sittings[*at], month, windows))).collect();
    let mut plan = Plan { sittings, clashes: Vec::new() };
    for group in groups(&plan.sittings, &open) {
        let group = planning.too_many(&mut plan, group, &domains);
        planning.settle(&mut plan, group, &domains);
    }
    plan
}

struct Planning<'p> {
    /// When each cadre has to be somewhere.
    taken: HashMap<CadreId, Vec<Slot>>,
    /// How many meetings a day, and a day's hour, has.
    load: HashMap<(Day, Option<Time>), usize>,
    calendar: &'p Calendar,
}

impl Planning<'_> {
    fn take(&mut self, sitting: &Sitting, slot: Slot) {
        for cadre in &sitting.cadres {
            self.taken.entry(*cadre).or_default().push(slot);
        }
        *self.load.entry((slot.day, None)).or_default() += 1;
        *self.load.entry((slot.day, Some(slot.hour))).or_default() += 1;
    }

    fn is_free(&self, cadre: CadreId, slot: Slot) -> bool {
        let taken = self.taken.get(&cadre).map(Vec::as_slice).unwrap_or_default();
        !taken.iter().any(|other| other.day == slot.day && self.calendar.overlaps(other.hour, slot.hour))
    }

    /// The days and hours on which a sitting may be, as far as what is fixed goes.
    fn slots(&self, sitting: &Sitting, month: Month, windows: &[Window]) -> Vec<Slot> {
        let window = sitting.window.and_then(|at| windows.get(at)).map_or([1, 31], |window| window.days);
        let [first, last] = days_of(window, month);
        let days: Vec<Day> = match sitting.day {
            Some(day) => vec![day],
            None => first
                .series(jiff::ToSpan::day(1))
                .take_while(|day| *day <= last)
                .filter(|day| self.calendar.is_open(*day))
                .collect(),
        };
        let hours = sitting.hour.map_or_else(|| self.calendar.hours.clone(), |hour| vec![hour]);
        let slots = days.into_iter().flat_map(|day| hours.iter().map(move |hour| Slot { day, hour: *hour }));
        slots.filter(|slot| sitting.cadres.iter().all(|cadre| self.is_free(*cadre, *slot))).collect()
    }

    /// Gives the meetings of a group days and hours; those that cannot be held with the others are told, and the others go on
    /// without one of them.
    fn settle(&mut self, plan: &mut Plan, mut group: Vec<usize>, domains: &HashMap<usize, Vec<Slot>>) {
        loop {
            let is_proven = match search::solve(&self.problem(&plan.sittings, &group, domains)) {
                Outcome::Found(slots) => {
                    for (at, slot) in group.iter().zip(slots) {
                        self.take(&plan.sittings[*at].clone(), slot);
                        (plan.sittings[*at].day, plan.sittings[*at].hour) = (Some(slot.day), Some(slot.hour));
                    }
                    return;
                }
                Outcome::None => true,
                Outcome::Unknown => false,
            };
            if !is_proven || group.len() > MOST_NARROWED {
                plan.clashes.push(Clash { sittings: group, is_proven });
                return;
            }
            let clash = self.narrowed(&plan.sittings, group.clone(), domains);
            let left_out = clash.last().copied();
            group.retain(|at| Some(*at) != left_out);
            plan.clashes.push(Clash { sittings: clash, is_proven });
        }
    }

    /// Takes out of a group what one cadre alone cannot attend: more meetings of one window than there are hours for that do not
    /// overlap.
    fn too_many(&self, plan: &mut Plan, group: Vec<usize>, domains: &HashMap<usize, Vec<Slot>>) -> Vec<usize> {
        let mut of_cadre: BTreeMap<(CadreId, Option<usize>), Vec<usize>> = BTreeMap::new();
        // What has no hour left at all is in nobody's way.
        for at in group.iter().filter(|at| !domains[*at].is_empty()) {
            let sitting = &plan.sittings[*at];
            sitting.cadres.iter().for_each(|cadre| of_cadre.entry((*cadre, sitting.window)).or_default().push(*at));
        }
        let mut out: HashSet<usize> = HashSet::new();
        for own in of_cadre.into_values() {
            let mut slots: Vec<Slot> = own.iter().flat_map(|at| domains[at].iter().copied()).collect();
            slots.sort();
            let room = self.most_apart(&slots);
            let left: Vec<usize> = own.into_iter().filter(|at| !out.contains(at)).collect();
            // Every one beyond the room is in the way of those that fill it.
            for more in left.iter().skip(room) {
                let clash = left[..room].iter().chain([more]).copied().collect();
                plan.clashes.push(Clash { sittings: clash, is_proven: true });
                out.insert(*more);
            }
        }
        group.into_iter().filter(|at| !out.contains(at)).collect()
    }

    /// The most of these slots, in their order, that one person can be at.
    fn most_apart(&self, slots: &[Slot]) -> usize {
        let (mut count, mut last): (usize, Option<Slot>) = (0, None);
        for slot in slots {
            let is_apart =
                last.is_none_or(|last| last.day != slot.day || !self.calendar.overlaps(last.hour, slot.hour));
            if is_apart {
                (count, last) = (count + 1, Some(*slot));
            }
        }
        count
    }

    fn problem(&self, sittings: &[Sitting], group: &[usize], domains: &HashMap<usize, Vec<Slot>>) -> Problem<'_> {
        let mut of_cadre: HashMap<CadreId, Vec<usize>> = HashMap::new();
        for (place, at) in group.iter().enumerate() {
            sittings[*at].cadres.iter().for_each(|cadre| of_cadre.entry(*cadre).or_default().push(place));
        }
        let beside = |place: usize| {
            let shared = sittings[group[place]].cadres.iter().flat_map(|cadre| &of_cadre[cadre]);
            let mut others: Vec<usize> = shared.copied().filter(|other| *other != place).collect();
            others.sort_unstable();
            others.dedup();
            others
        };
        let load = |of: &(Day, Option<Time>)| self.load.get(of).copied().unwrap_or_default();
        let domain = |at: &usize| {
            let mut slots = domains[at].clone();
            slots.sort_by_key(|slot| (load(&(slot.day, None)), load(&(slot.day, Some(slot.hour))), *slot));
            slots
        };
        Problem {
            domains: group.iter().map(domain).collect(),
            neighbours: (0..group.len()).map(beside).collect(),
            calendar: self.calendar,
        }
    }

    /// As few of a group as cannot all be held: each of them could be, without any one of the others.
    fn narrowed(&self, sittings: &[Sitting], group: Vec<usize>, domains: &HashMap<usize, Vec<Slot>>) -> Vec<usize> {
        let mut left = group;
        if left.len() > MOST_NARROWED {
            return left;
        }
        let mut at = 0;
        while at < left.len() {
            let mut fewer = left.clone();
            fewer.remove(at);
            match search::solve(&self.problem(sittings, &fewer, domains)) {
                Outcome::None => left = fewer,
                _ => at += 1,
            }
        }
        left
    }
}

/// The open sittings that hang together by who must come, in the order of their first.
fn groups(sittings: &[Sitting], open: &[usize]) -> Vec<Vec<usize>> {
    let mut parents: HashMap<usize, usize> = open.iter().map(|at| (*at, *at)).collect();
    let mut first_of: HashMap<CadreId, usize> = HashMap::new();
    for at in open {
        for cadre in &sittings[*at].cadres {
            let first = *first_of.entry(*cadre).or_insert(*at);
            let (one, other) = (root(&mut parents, first), root(&mut parents, *at));
            parents.insert(one.max(other), one.min(other));
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in open {
        groups.entry(root(&mut parents, *at)).or_default().push(*at);
    }
    groups.into_values().collect()
}

fn root(parents: &mut HashMap<usize, usize>, at: usize) -> usize {
    let mut root = at;
    while parents[&root] != root {
        root = parents[&root];
    }
    let mut way = at;
    while parents[&way] != root {
        let next = parents[&way];
        parents.insert(way, root);
        way = next;
    }
    root
}
