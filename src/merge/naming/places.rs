//! Units by their names: those of the book and those of the lists.

use std::collections::HashMap;

use crate::model::Text;
use crate::model::book::Book;
use crate::model::day::{Day, Period};
use crate::model::id::LevelId;
use crate::model::rows::{Lists, UnitRow};
use crate::text::fold::key;
use crate::text::levels::LevelNames;
use crate::text::nearest::nearest;

/// A unit that can be named.
struct Place {
    code: Text,
    name: Text,
    level: LevelId,
    parent_code: Text,
    group_code: Text,
    period: Period,
}

/// All units that can be named.
pub struct Places {
    all: Vec<Place>,
    by_code: HashMap<Text, Vec<usize>>,
    /// By name, and by name without the name of the level.
    by_name: HashMap<String, Vec<usize>>,
    by_bare_name: HashMap<String, Vec<usize>>,
    levels: LevelNames,
    /// How many of the units the book has.
    known: usize,
}

impl Places {
    /// The units of the book, and those of the lists that have codes.
    pub fn of(book: &Book, lists: &Lists) -> Self {
        let mut places = Places {
            all: Vec::with_capacity(book.units.len()),
            by_code: HashMap::new(),
            by_name: HashMap::new(),
            by_bare_name: HashMap::new(),
            levels: LevelNames::of(&book.policy),
            known: book.units.len(),
        };
        for unit in &book.units {
            let code =
                |id: Option<crate::model::id::UnitId>| id.map(|id| book.unit(id).code.clone()).unwrap_or_default();
            let (parent_code, group_code) = (code(unit.parent), code(unit.group));
            let (name, level, period) = (unit.name.clone(), unit.level, unit.period);
            places.put(Place { code: unit.code.clone(), name, level, parent_code, group_code, period });
        }
        let coded =
            lists.units.iter().filter(|listed| !listed.row.code.is_empty() && !listed.row.parent_code.is_empty());
        coded.for_each(|listed| places.add(&listed.row));
        places
    }

    /// Adds the unit of a row, unless it is there.
    pub fn add(&mut self, row: &UnitRow) {
        let is_there = |at: &usize| self.all[*at].name == row.name && self.all[*at].parent_code == row.parent_code;
        if !self.by_code.get(&row.code).is_some_and(|all| all.iter().any(is_there)) {
            self.put(Place {
                code: row.code.clone(),
                name: row.name.clone(),
                level: row.level,
                parent_code: row.parent_code.clone(),
                group_code: row.group_code.as_str().into(),
                period: row.period,
            });
        }
    }

    fn put(&mut self, place: Place) {
        let at = self.all.len();
        self.by_code.entry(place.code.clone()).or_default().push(at);
        self.by_name.entry(key(&place.name)).or_default().push(at);
        let bare = self.levels.bare(&place.name);
        if bare != place.name {
            self.by_bare_name.entry(key(bare)).or_default().push(at);
        }
        self.all.push(place);
    }

    /// The code of a unit.
    pub fn code(&self, at: usize) -> &Text {
        &self.all[at].code
    }

    /// The names of a unit and of those above it.
    pub fn path(&self, at: usize) -> String {
        let day = self.all[at].period.to.or(self.all[at].period.from);
        let names: Vec<&str> = self.chain(at, day).into_iter().map(|at| self.all[at].name.as_str()).collect();
        names.join(", ")
    }

    /// The level of the unit of a code.
    pub fn level(&self, code: &str, day: Day) -> Option<LevelId> {
        self.on(code, Some(day)).map(|at| self.all[at].level)
    }

    /// Whether the book has a unit of that code on that day.
    pub fn has_known(&self, code: &str, day: Day) -> bool {
        self.on(code, Some(day)).is_some_and(|at| at < self.known)
    }

    /// The unit of a code on a day, else any of that code.
    fn on(&self, code: &str, day: Option<Day>) -> Option<usize> {
        let all = self.by_code.get(code)?;
        let in_force = |at: &&usize| day.is_none_or(|day| self.all[**at].period.contains(day));
        all.iter().find(in_force).or(all.first()).copied()
    }

    /// A unit and those above it, lowest first, at most as many as a tree is deep; groups beside their members.
    fn chain(&self, at: usize, day: Option<Day>) -> Vec<usize> {
        const MOST: usize = 20;
        let above = |at: &usize| self.on(&self.all[*at].parent_code, day).filter(|parent| parent != at);
        std::iter::successors(Some(at), above).take(MOST).collect()
    }

    /// The units in force on `day` (of a level, where one is wanted) that a path names: the unit's own name first, then
    /// names above it in the order of the tree, of which some may be left out; or the other way round.
    pub fn find(&self, path: &[&str], day: Day, level: Option<LevelId>) -> Vec<usize> {
        let upward = self.find_upward(path, day, level);
        if !upward.is_empty() || path.len() == 1 {
            return upward;
        }
        let downward: Vec<&str> = path.iter().rev().copied().collect();
        self.find_upward(&downward, day, level)
    }

    fn find_upward(&self, path: &[&str], day: Day, level: Option<LevelId>) -> Vec<usize> {
        let [name, above @ ..] = path else { return Vec::new() };
        let wanted = key(name);
        for names in [&self.by_name, &self.by_bare_name] {
            let all = names.get(&wanted).into_iter().flatten().copied();
            let fits = |at: &usize| {
                let place = &self.all[*at];
                place.period.contains(day)
                    && level.is_none_or(|level| place.level == level)
                    && self.stands(*at, above, day)
            };
            let mut fitting: Vec<usize> = all.filter(fits).collect();
            fitting.sort_unstable_by_key(|at| &self.all[*at].code);
            fitting.dedup_by_key(|at| &self.all[*at].code);
            if !fitting.is_empty() {
                return fitting;
            }
        }
        Vec::new()
    }

    /// Whether a unit stands under units of these names, in this order.
    fn stands(&self, at: usize, above: &[&str], day: Day) -> bool {
        let mut names = above.iter().map(|name| key(name)).peekable();
        for at in self.chain(at, Some(day)) {
            let place = &self.all[at];
            let group = self.on(&place.group_code, Some(day));
            for here in std::iter::once(at).chain(group) {
                let own = [key(&self.all[here].name), key(self.levels.bare(&self.all[here].name))];
                if names.next_if(|name| own.contains(name)).is_some() && names.peek().is_none() {
                    return true;
                }
            }
        }
        names.peek().is_none()
    }

    /// The code of the unit of a name and level right under a parent.
    pub fn child(&self, parent_code: &str, name: &str, level: LevelId, day: Day) -> Option<Text> {
        let all = self.by_name.get(&key(name)).into_iter().flatten();
        let is_it = |at: &&usize| {
            let place = &self.all[**at];
            place.parent_code == parent_code && place.level == level && place.period.contains(day)
        };
        all.copied().collect::<Vec<_>>().iter().find(is_it).map(|at| self.all[*at].code.clone())
    }

    /// A code that no unit has: the parent's with a number behind it.
    pub fn free_code(&self, parent_code: &str) -> Text {
        let code = |number: u32| match parent_code {
            "" => Text::from(format!("DV{number:02}")),
            parent => format!("{parent}.{number:02}").into(),
        };
        let free = (1u32..).map(code).find(|code| !self.by_code.contains_key(code));
        free.unwrap_or_default()
    }

    /// The nearest name of a unit.
    pub fn nearest(&self, wrong: &str) -> Option<String> {
        nearest(wrong, self.all.iter().map(|place| place.name.as_str())).map(str::to_owned)
    }
}
