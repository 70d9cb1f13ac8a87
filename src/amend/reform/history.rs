//! Units that are over end, and it is kept which took their place.

use std::collections::HashMap;

use super::Plan;
use super::fate::Fate;
use crate::model::Text;
use crate::model::change::{Deed, Edit};
use crate::model::day::Period;
use crate::model::finding::{Finding, Severity};
use crate::model::id::UnitId;
use crate::model::reform::{Fortune, Told};
use crate::model::succession::Succession;
use crate::text::fold::key;

impl Plan<'_> {
    /// No code stands for two units from the day on, and nothing begins later below a unit that is over.
    pub(super) fn check_codes(&mut self) {
        let on = self.reform.day;
        let after = Period { from: Some(on), to: None };
        let mut users: HashMap<Text, Vec<UnitId>> = HashMap::new();
        for (at, unit) in self.book().units.iter().enumerate() {
            let id = UnitId::at(at);
            let stays = self.fates.get(&id).is_none_or(|fate| matches!(fate, Fate::Stays | Fate::Unknown));
            if stays && unit.period.overlaps(&after) {
                users.entry(unit.code.clone()).or_default().push(id);
            }
        }
        let first_new = self.amending.change.units.added.first().unwrap_or(usize::MAX);
        for at in 0..self.news.len() {
            let Some(Some(target)) = self.news[at].target else { continue };
            let row = &self.reform.rows[self.news[at].rows[0]];
            let users = users.get(&row.new_code).map(Vec::as_slice).unwrap_or_default();
            if let Some(other) = users.iter().find(|user| **user != target) {
                let finding = Finding::new("reform-code-taken", Severity::Error).value(&row.new_code);
                let finding = finding.arg("place", self.book().path(*other)).arg("day", on);
                self.at(row, "new_code", finding);
            }
        }
        let later = self.book().units.iter().take(first_new).filter(|unit| {
            let above = unit.parent.and_then(|parent| self.fates.get(&parent));
            unit.period.from.is_some_and(|from| from >= on) && above.is_some_and(|fate| *fate != Fate::Stays)
        });
        let later = later.map(|unit| {
            let finding = Finding::new("reform-begins-later", Severity::Error).unit(&unit.code).value(&unit.code);
            finding.arg("name", &unit.name).arg("from", unit.period.from.unwrap_or(on))
        });
        let later: Vec<Finding> = later.collect();
        later.into_iter().for_each(|finding| self.amending.refuse(finding));
    }

    /// Ends the units that are over, and says what took their place.
    pub(super) fn turn(&mut self) {
        let last = self.last();
        let mut steps: Vec<(u8, UnitId, Option<UnitId>, bool)> = Vec::new();
        for id in self.in_order() {
            let news: Vec<Option<UnitId>> = match &self.fates[&id] {
                Fate::Stays | Fate::Unknown => continue,
                Fate::Whole(new) => vec![Some(*new)],
                Fate::Split(several) => several.iter().copied().map(Some).collect(),
                Fate::Abolished => vec![None],
            };
            let before = self.book().unit(id).clone();
            let is_whole = news.len() == 1;
            steps.extend(news.into_iter().map(|new| (self.rank(id, new, is_whole), id, new, is_whole)));
            self.amending.book.units[id.index()].period.to = Some(last);
            self.amending.change.units.rows += 1;
            self.amending.change.units.edited.push(Edit { at: id.index(), before, deed: Deed::Ended });
        }
        self.amending.change.units.edited.sort_by_key(|edit| edit.at);
        // Of several, the main one is found first.
        steps.sort_by_key(|(rank, ..)| *rank);
        for (_, old, new, is_whole) in steps {
            let book = &mut self.amending.book;
            let row = book.successions.last().map_or(0, |last| last.row) + 1;
            let (day, decision_no) = (self.reform.day, self.reform.decision_no.clone());
            self.amending.change.successions.rows += 1;
            self.amending.change.successions.added.push(book.successions.len());
            book.successions.push(Succession { row, old, new, day, is_whole, decision_no });
        }
    }

    /// The units of before: those of the table in its order, then all others.
    fn in_order(&self) -> Vec<UnitId> {
        let mut rows: Vec<(usize, UnitId)> = self.rows_of.iter().map(|(id, rows)| (rows[0], *id)).collect();
        rows.sort_unstable();
        let rows = rows.into_iter().map(|(_, id)| id);
        let known = (0..self.book().units.len()).map(UnitId::at).filter(|id| self.fates.contains_key(id));
        rows.chain(known.filter(|id| !self.rows_of.contains_key(id))).collect()
    }

    /// How much a unit is the one that took its place: the less, the more.
    fn rank(&self, old: UnitId, new: Option<UnitId>, is_whole: bool) -> u8 {
        let Some(new) = new.map(|new| self.book().unit(new)) else { return 3 };
        let old = self.book().unit(old);
        match (old.code == new.code, key(&old.name) == key(&new.name), is_whole) {
            (true, _, true) => 0,
            (_, true, true) => 1,
            (_, _, true) => 2,
            _ => 3,
        }
    }

    /// What happened to each unit of the table, and to those that were abolished without a row.
    pub(super) fn told(&self) -> Vec<Told> {
        let mut told = Vec::new();
        for row in &self.reform.rows {
            let old = self.live.get(&row.old_code).copied();
            let at = self.by_code.get(&row.new_code).copied();
            let new = at.and_then(|at| self.news[at].target.flatten());
            if new.is_none() && !row.new_code.is_empty() {
                continue;
            }
            let fortunes = match (old, at.zip(new)) {
                (Some(old), Some((at, new))) => self.fortunes(old, at, new),
                (None, Some(_)) => vec![Fortune::Founded],
                (_, None) => vec![Fortune::Abolished],
            };
            told.push(Told { old, new, fortunes });
        }
        let gone = self
            .in_order()
            .into_iter()
            .filter(|id| !self.rows_of.contains_key(id) && self.fates[id] == Fate::Abolished);
        told.extend(gone.map(|old| Told { old: Some(old), new: None, fortunes: vec![Fortune::Abolished] }));
        told
    }

    fn fortunes(&self, old: UnitId, at: usize, new: UnitId) -> Vec<Fortune> {
        if old == new {
            return vec![Fortune::Stays];
        }
        let (was, is) = (self.book().unit(old), self.book().unit(new));
        let above = was.parent.map(|parent| match self.fates.get(&parent) {
            Some(Fate::Whole(new)) => *new,
            _ => parent,
        });
        let is_retyped = was.level != is.level || (was.rank != is.rank && !was.rank.is_empty() && !is.rank.is_empty());
        // Of several that became one, the main one goes on in it; the others went up in it.
        let is_main = self.news[at].olds.first().is_some_and(|(main, _)| *main == old);
        let fortunes = [
            (Fortune::Merged, self.news[at].olds.len() > 1),
            (Fortune::Split, self.rows_of.get(&old).is_some_and(|rows| rows.len() > 1)),
            (Fortune::Renamed, is_main && was.name != is.name),
            (Fortune::Recoded, is_main && was.code != is.code),
            (Fortune::Retyped, is_main && is_retyped),
            (Fortune::Moved, above != is.parent),
        ];
        let fortunes: Vec<Fortune> = fortunes.into_iter().filter(|(_, is)| *is).map(|(fortune, _)| fortune).collect();
        if fortunes.is_empty() { vec![Fortune::Follows] } else { fortunes }
    }
}
