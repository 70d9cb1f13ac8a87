//! What becomes of each unit: it stays, goes over to one other or to several, or is over.

use super::Plan;
use super::table::rank_of;
use crate::model::Text;
use crate::model::day::Period;
use crate::model::finding::{Finding, Severity, has_error};
use crate::model::id::{LevelId, UnitId};
use crate::model::place::Place;
use crate::model::reform::{Asked, Issue, ReformRow, Verdict};
use crate::model::unit::Unit;

/// What becomes of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Nothing changes.
    Stays,
    /// Another one takes its place.
    Whole(UnitId),
    /// Several take its place, each of a part.
    Split(Vec<UnitId>),
    /// Nothing takes its place.
    Abolished,
    /// It cannot be told; why is among the findings.
    Unknown,
}

impl Plan<'_> {
    /// Settles the fate of every unit: those of the table first, in its order.
    pub(super) fn settle(&mut self) {
        for at in 0..self.news.len() {
            self.target(at);
        }
        for id in (0..self.book().units.len()).map(UnitId::at).filter(|id| self.is_live(*id)).collect::<Vec<_>>() {
            self.fate(id);
        }
    }

    /// What becomes of a unit.
    pub(super) fn fate(&mut self, id: UnitId) -> Fate {
        if let Some(known) = self.fates.get(&id) {
            return known.clone();
        }
        if !self.is_live(id) {
            return Fate::Stays;
        }
        // Whoever asks again while this is being settled asks in a circle.
        self.fates.insert(id, Fate::Unknown);
        let fate = match self.rows_of.get(&id).cloned() {
            Some(rows) => self.fate_of_rows(id, &rows),
            None => self.fate_of_parent(id),
        };
        self.fates.insert(id, fate.clone());
        fate
    }

    fn fate_of_rows(&mut self, id: UnitId, rows: &[usize]) -> Fate {
        let codes: Vec<&Text> = rows.iter().map(|at| &self.reform.rows[*at].new_code).collect();
        if let [code] = codes[..]
            && code.is_empty()
        {
            return Fate::Abolished;
        }
        let news: Vec<usize> = codes.into_iter().filter_map(|code| self.by_code.get(code).copied()).collect();
        let targets: Vec<Option<UnitId>> = news.into_iter().map(|new| self.target(new)).collect();
        let targets: Option<Vec<UnitId>> = targets.into_iter().collect();
        match targets.as_deref() {
            None => Fate::Unknown,
            Some([only]) if *only == id => Fate::Stays,
            Some([only]) if rows.len() == 1 => Fate::Whole(*only),
            Some(several) => Fate::Split(several.to_vec()),
        }
    }

    /// A unit that the table does not name goes with the one above.
    fn fate_of_parent(&mut self, id: UnitId) -> Fate {
        let unit = self.book().unit(id).clone();
        if !self.book().policy.has_level(unit.level) {
            return Fate::Abolished;
        }
        let Some(parent) = unit.parent else { return Fate::Stays };
        let group = self.group_after(&unit);
        let above = self.fate(parent);
        match above {
            Fate::Stays if self.fits_below(unit.level, parent) && group == unit.group => Fate::Stays,
            Fate::Stays if self.fits_below(unit.level, parent) => Fate::Whole(self.follow(&unit, parent, group)),
            Fate::Whole(new) if self.fits_below(unit.level, new) => Fate::Whole(self.follow(&unit, new, group)),
            Fate::Unknown => Fate::Unknown,
            above => self.fate_by_decision(id, &unit, &above, group),
        }
    }

    /// What the office decided on a unit that cannot go with the one above; it is asked where it did not.
    fn fate_by_decision(&mut self, id: UnitId, unit: &Unit, above: &Fate, group: Option<UnitId>) -> Fate {
        match self.decision([&unit.code, "", ""]) {
            Some(row) if row.verdict == Some(Verdict::End) => Fate::Abolished,
            Some(row) => match self.parent_of_code(&row.to).filter(|parent| self.fits_below(unit.level, *parent)) {
                Some(parent) => {
                    self.asked.push(asked(id, Some((Verdict::Move, row.to.clone()))));
                    Fate::Whole(self.follow(unit, parent, group))
                }
                None => {
                    let finding = Finding::new("reform-decision-nowhere", Severity::Error).value(&row.to);
                    let finding = finding.unit(&unit.code).arg("name", &unit.name).place(row.place.clone());
                    self.amending.refuse(finding);
                    Fate::Unknown
                }
            },
            None if matches!(above, Fate::Split(_)) => {
                self.asked.push(asked(id, None));
                let finding = Finding::new("reform-below-split", Severity::Error).unit(&unit.code).value(&unit.code);
                let finding = finding.arg("place", self.book().path(id)).place(self.row_above(unit));
                self.amending.refuse(finding);
                Fate::Unknown
            }
            None => {
                let above = self.book().unit(id).parent.map(|parent| self.book().unit(parent).name.to_string());
                let finding = Finding::new("reform-forgotten", Severity::Error).unit(&unit.code).value(&unit.code);
                let finding = finding.arg("name", &unit.name).arg("above", above.unwrap_or_default());
                let finding = finding.place(self.row_above(unit));
                self.amending.refuse(finding);
                Fate::Unknown
            }
        }
    }

    /// The row of the table that is about the unit above.
    fn row_above(&self, unit: &Unit) -> Place {
        let rows = unit.parent.and_then(|parent| self.rows_of.get(&parent));
        rows.map(|rows| self.reform.rows[rows[0]].place.clone()).unwrap_or_default()
    }

    /// The group of a unit from the day on: what its group has become, if that still groups units of its level.
    fn group_after(&mut self, unit: &Unit) -> Option<UnitId> {
        let group = unit.group?;
        let group = match self.fate(group) {
            Fate::Stays => group,
            Fate::Whole(new) => new,
            _ => return None,
        };
        let policy = &self.book().policy;
        (policy.level(unit.level).grouped_by == Some(self.book().unit(group).level)).then_some(group)
    }

    /// Whether units of a level may stand right below a unit.
    fn fits_below(&self, level: LevelId, parent: UnitId) -> bool {
        self.book().policy.level(level).parent == Some(self.book().unit(parent).level)
    }

    /// A unit goes with the one above: a new row of the same code and name.
    fn follow(&mut self, unit: &Unit, parent: UnitId, group: Option<UnitId>) -> UnitId {
        self.followed += 1;
        let period = Period { from: Some(self.reform.day), to: unit.period.to };
        self.push(Unit { parent: Some(parent), group, period, ..unit.clone() })
    }

    fn push(&mut self, unit: Unit) -> UnitId {
        let row = self.book().units.last().map_or(0, |last| last.row) + 1;
        let id = UnitId::at(self.book().units.len());
        self.amending.change.units.rows += 1;
        self.amending.change.units.added.push(id.index());
        self.amending.book.units.push(Unit { row, ..unit });
        id
    }

    /// The unit that a new unit of the table is in the book: a new row, or the old unit where nothing changes in it.
    pub(super) fn target(&mut self, at: usize) -> Option<UnitId> {
        if let Some(known) = self.news[at].target {
            return known;
        }
        self.news[at].target = Some(None);
        let target = self.unit_of(at).map(|(unit, same)| same.unwrap_or_else(|| self.push(unit)));
        self.news[at].target = Some(target);
        target
    }

    /// A new unit as the table describes it, and the old unit that it is the same as.
    fn unit_of(&mut self, at: usize) -> Option<(Unit, Option<UnitId>)> {
        let level = self.news[at].level?;
        let rows: Vec<&ReformRow> = self.news[at].rows.iter().map(|row| &self.reform.rows[*row]).collect();
        let told = |cell: fn(&ReformRow) -> &Text| rows.iter().map(|row| cell(row)).find(|cell| !cell.is_empty());
        let (name, rank, note) = (told(|row| &row.new_name), told(|row| &row.rank), told(|row| &row.note));
        let olds = self.news[at].olds.clone();
        let main = olds.first().map(|(old, _)| self.book().unit(*old).clone());
        let parent = self.parent_of(at, level, main.as_ref(), &rows)?;
        let name = name.or(main.as_ref().map(|main| &main.name)).cloned().unwrap_or_default();
        let kept = main.as_ref().map(|main| main.rank.clone()).filter(|rank| !rank.is_empty() || !olds.is_empty());
        let rank = match (rank, kept) {
            (Some(told), _) => told.as_str().into(),
            (None, Some(kept)) if kept.is_empty() || main.as_ref().is_some_and(|main| main.name == name) => kept,
            _ => rank_of(&name).unwrap_or_default().into(),
        };
        let group = olds.iter().find_map(|(old, _)| {
            let unit = Unit { level, ..self.book().unit(*old).clone() };
            self.group_after(&unit)
        });
        let is_alone = olds.len() == 1 && olds[0].1;
        let alone = main.as_ref().filter(|_| is_alone);
        let unit = Unit {
            row: 0,
            code: rows[0].new_code.clone(),
            name,
            level,
            parent,
            group,
            rank,
            households: self.households(&olds),
            period: Period { from: Some(self.reform.day), to: alone.and_then(|main| main.period.to) },
            note: note.map(|note| note.as_str().into()).or(alone.map(|main| main.note.clone())).unwrap_or_default(),
        };
        let same = olds.iter().filter(|(old, is_whole)| *is_whole && self.rows_of[old].len() == 1).map(|(old, _)| *old);
        let same = same.into_iter().find(|old| is_same(self.book().unit(*old), &unit));
        Some((unit, same))
    }

    /// The households of all that go over, where they are known.
    fn households(&self, olds: &[(UnitId, bool)]) -> Option<u32> {
        let known = olds.iter().map(|(old, is_whole)| self.book().unit(*old).households.filter(|_| *is_whole));
        known.reduce(|all, own| all?.checked_add(own?)).flatten()
    }

    /// The unit above a new one: as the table says, else what the one above the main old unit has become.
    fn parent_of(
        &mut self,
        at: usize,
        level: LevelId,
        main: Option<&Unit>,
        rows: &[&ReformRow],
    ) -> Option<Option<UnitId>> {
        let told = rows.iter().find(|row| !row.parent_code.is_empty()).copied();
        let needed = self.book().policy.level(level).parent;
        let parent = match (told, needed) {
            (None, None) => return Some(None),
            (Some(row), _) => {
                // Levels are looked at first: then nothing can stand below itself.
                let above = self.by_code.get(&row.parent_code).and_then(|above| self.news[*above].level);
                if let Some(above) = above.filter(|above| needed != Some(*above)) {
                    return self.report_level(row, &row.parent_code, above, level);
                }
                let parent = self.parent_of_code(&row.parent_code);
                if parent.is_none() {
                    self.report_parent(row);
                }
                parent?
            }
            (None, Some(_)) => {
                let above = main.and_then(|main| main.parent);
                let fate = above.map(|above| (above, self.fate(above)));
                match fate {
                    Some((above, Fate::Stays)) => above,
                    Some((_, Fate::Whole(new))) => new,
                    Some((_, Fate::Unknown)) => return None,
                    _ => return self.report_needed(at),
                }
            }
        };
        if self.fits_below(level, parent) {
            return Some(Some(parent));
        }
        let is_told = told.is_some();
        let (row, above) = (told.unwrap_or(rows[0]), self.book().unit(parent).clone());
        if !is_told {
            return self.report_needed(at);
        }
        self.report_level(row, &above.name, above.level, level)
    }

    fn report_level<T>(&mut self, row: &ReformRow, name: &Text, above: LevelId, own: LevelId) -> Option<T> {
        let finding = Finding::new("reform-parent-level", Severity::Error).value(&row.parent_code);
        self.at(row, "parent_code", finding.arg("name", name).arg("level", above).arg("own", own));
        None
    }

    /// Reports units of which nothing else says why it is not known what becomes of them.
    pub(super) fn report_unsettled(&mut self) {
        let unknown = self.fates.iter().filter(|(_, fate)| **fate == Fate::Unknown);
        if let Some(first) = unknown.map(|(id, _)| *id).min().filter(|_| !has_error(&self.amending.findings)) {
            let unit = self.book().unit(first);
            let finding = Finding::new("reform-unsettled", Severity::Error).unit(&unit.code).value(&unit.code);
            let finding = finding.arg("name", &unit.name);
            self.amending.refuse(finding);
        }
    }

    /// The unit that a code means above others from the day on: one of the table, else one that stays.
    fn parent_of_code(&mut self, code: &Text) -> Option<UnitId> {
        if let Some(new) = self.by_code.get(code).copied() {
            return self.target(new);
        }
        let live = self.live.get(code).copied();
        match live {
            Some(live) => (self.fate(live) == Fate::Stays).then_some(live),
            // One that begins on the day is not of both states.
            None => self.known.get(code).copied().filter(|id| self.book().unit(*id).period.contains(self.reform.day)),
        }
    }

    fn report_parent(&mut self, row: &ReformRow) {
        // What is wrong with a unit of the table is reported at its own row.
        if self.by_code.contains_key(&row.parent_code) {
            return;
        }
        let live = self.live.get(&row.parent_code).copied();
        let became = match live.map(|live| self.fate(live)) {
            Some(Fate::Whole(new)) => Some(self.book().unit(new).code.to_string()),
            _ => None,
        };
        let finding = Finding::new("reform-parent-unknown", Severity::Error).value(&row.parent_code);
        let finding = finding.nearest(became).arg("day", self.reform.day);
        self.at(row, "parent_code", finding);
    }

    fn report_needed(&mut self, at: usize) -> Option<Option<UnitId>> {
        let row = &self.reform.rows[self.news[at].rows[0]];
        let finding = Finding::new("reform-parent-needed", Severity::Error).value(&row.new_code);
        self.at(row, "parent_code", finding);
        None
    }
}

fn asked(unit: UnitId, decided: Option<(Verdict, Text)>) -> Asked {
    Asked { issue: Issue::BelowSplit, unit, new: None, assignment: None, proposed: None, decided }
}

/// Whether a unit of before is what the table describes already.
fn is_same(old: &Unit, new: &Unit) -> bool {
    (&old.code, &old.name, old.level, old.parent, old.group, &old.rank)
        == (&new.code, &new.name, new.level, new.parent, new.group, &new.rank)
}
