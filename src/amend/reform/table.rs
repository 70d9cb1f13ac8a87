//! The table of a reform, looked up: which units its codes mean, and what is wrong with it.

use std::collections::HashSet;

use super::Plan;
use crate::model::Text;
use crate::model::finding::{Finding, Severity};
use crate::model::id::{LevelId, UnitId};
use crate::model::reform::ReformRow;
use crate::text::fold::key;
use crate::text::levels::LevelNames;
use crate::text::nearest::nearest;

/// A unit as the table makes it.
#[derive(Debug)]
pub struct New {
    /// Its rows.
    pub rows: Vec<usize>,
    /// The units that go over to it, each with whether it does as a whole; the main one first.
    pub olds: Vec<(UnitId, bool)>,
    /// The level that it stands on.
    pub level: Option<LevelId>,
    /// The unit in the book, once that is known; none where something is wrong with it.
    pub target: Option<Option<UnitId>>,
}

/// A cell of a row.
type Cell = fn(&ReformRow) -> &Text;

/// Ranks that begin a unit's full name.
const RANKS: [&str; 18] = [
    "Thành phố",
    "Thị xã",
    "Thị trấn",
    "Đặc khu",
    "Phường",
    "Xã",
    "Tỉnh",
    "Quận",
    "Huyện",
    "Tổ dân phố",
    "Khu phố",
    "Khu vực",
    "Thôn",
    "Ấp",
    "Bản",
    "Buôn",
    "Làng",
    "Xóm",
];

/// The rank that a full name begins with.
pub fn rank_of(name: &str) -> Option<&'static str> {
    let folded = key(name);
    RANKS.into_iter().find(|rank| folded.starts_with(&format!("{} ", key(rank))))
}

impl Plan<'_> {
    /// Looks up the codes of the table and groups its rows by old and by new unit.
    pub(super) fn gather(&mut self) {
        let rows = &self.reform.rows;
        for (at, row) in rows.iter().enumerate() {
            let old = self.old(row);
            if let Some(old) = old {
                self.rows_of.entry(old).or_default().push(at);
            }
            if row.new_code.is_empty() {
                continue;
            }
            let next = self.news.len();
            let new = *self.by_code.entry(row.new_code.clone()).or_insert(next);
            if new == next {
                self.news.push(New { rows: Vec::new(), olds: Vec::new(), level: None, target: None });
            }
            self.news[new].rows.push(at);
            if row.parent_code != row.new_code {
                self.below.entry(row.parent_code.clone()).or_insert(new);
            }
            self.news[new].olds.extend(old.map(|old| (old, row.is_whole)));
        }
        self.order_olds();
        self.check_olds();
        for at in 0..self.news.len() {
            self.news[at].level = self.level(at, 0);
            self.check_new(at);
        }
    }

    /// The main unit comes first: the one of the same code, else of the same name, else the first that goes over whole.
    fn order_olds(&mut self) {
        let Plan { news, amending, reform, .. } = self;
        for new in news {
            let row = &reform.rows[new.rows[0]];
            let name = new.rows.iter().map(|at| &reform.rows[*at].new_name).find(|name| !name.is_empty());
            let rank = |(old, is_whole): &(UnitId, bool)| {
                let unit = amending.book.unit(*old);
                match (unit.code == row.new_code, name.is_some_and(|name| key(name) == key(&unit.name)), is_whole) {
                    (true, _, true) => 0,
                    (_, true, true) => 1,
                    (_, _, true) => 2,
                    _ => 3,
                }
            };
            new.olds.sort_by_key(rank);
        }
    }

    /// The unit that the old code of a row means.
    fn old(&mut self, row: &ReformRow) -> Option<UnitId> {
        if row.old_code.is_empty() {
            return None;
        }
        let Some(old) = self.live.get(&row.old_code).copied() else {
            self.report_unknown(row);
            return None;
        };
        let name = self.book().unit(old).name.clone();
        if !row.old_name.is_empty() && key(&row.old_name) != key(&name) {
            let finding = Finding::new("reform-name-contradicts", Severity::Error).value(&row.old_name);
            let finding = finding.arg("code", &row.old_code).arg("meant", &name).arg("day", self.last());
            self.at(row, "old_name", finding);
        }
        Some(old)
    }

    fn report_unknown(&mut self, row: &ReformRow) {
        let finding = Finding::new("reform-old-unknown", Severity::Error).value(&row.old_code).arg("day", self.last());
        let known = self.known.get(&row.old_code).map(|id| self.book().unit(*id));
        let was = known.map_or_else(|| "none".to_owned(), |unit| unit.name.to_string());
        // A suggestion costs a walk through all codes.
        const MOST_SUGGESTED: usize = 100;
        let is_few = self.amending.findings.len() < MOST_SUGGESTED;
        let live = self.live.keys().map(Text::as_str).filter(|_| is_few);
        let near = nearest(&row.old_code, live).map(str::to_owned);
        let finding = finding.nearest(near.filter(|_| known.is_none())).arg("was", was);
        self.at(row, "old_code", finding);
    }

    /// Each old unit goes over once as a whole, or in several parts.
    fn check_olds(&mut self) {
        let rows = &self.reform.rows;
        let mut olds: Vec<(UnitId, Vec<usize>)> = self.rows_of.iter().map(|(old, at)| (*old, at.clone())).collect();
        olds.sort_by_key(|(_, at)| at[0]);
        for (old, at) in olds {
            let name = self.book().unit(old).name.clone();
            if let [only] = at[..] {
                if !rows[only].is_whole {
                    let finding = Finding::new("reform-part-alone", Severity::Error).value(&rows[only].old_code);
                    self.at(&rows[only], "whole", finding.arg("name", &name));
                }
                continue;
            }
            let mut seen: HashSet<&Text> = HashSet::from([&rows[at[0]].new_code]);
            for again in &at[1..] {
                let is_same = !seen.insert(&rows[*again].new_code);
                if is_same || rows[*again].is_whole || rows[at[0]].is_whole {
                    let first = rows[at[0]].place.row.unwrap_or_default();
                    let finding = Finding::new("reform-mapped-twice", Severity::Error).value(&rows[*again].old_code);
                    self.at(&rows[*again], "old_code", finding.arg("name", &name).arg("first", first));
                }
            }
        }
    }

    /// The level of a new unit: as the table says, else that of the main old unit, else the one above those below it.
    fn level(&mut self, at: usize, depth: u8) -> Option<LevelId> {
        const DEEPEST: u8 = 8;
        let rows = &self.reform.rows;
        let told = self.news[at].rows.iter().map(|row| &rows[*row]).find(|row| !row.level.is_empty());
        if let Some(row) = told {
            let policy = &self.book().policy;
            let of_name = || LevelNames::of(policy).level(&row.level).map(|(level, _)| level);
            let level = policy.level_of_code(&row.level).or_else(of_name).filter(|level| policy.has_level(*level));
            if level.is_none() && depth == 0 {
                let finding = Finding::new("level-unknown", Severity::Error).value(&row.level);
                self.at(row, "level", finding.arg("levels", crate::model::finding::Arg::Levels));
            }
            return level;
        }
        let policy = &self.book().policy;
        let old = self.news[at].olds.first().map(|(old, _)| self.book().unit(*old).level);
        if let Some(level) = old.filter(|level| policy.has_level(*level)) {
            return Some(level);
        }
        let code = &rows[self.news[at].rows[0]].new_code;
        let below = self.below.get(code).copied().filter(|_| depth < DEEPEST);
        let level = below.and_then(|below| self.level(below, depth + 1));
        let level = level.and_then(|level| self.book().policy.level(level).parent);
        if level.is_none() && depth == 0 && self.is_told(at) {
            let finding = Finding::new("reform-level-needed", Severity::Error).value(code);
            self.at(&rows[self.news[at].rows[0]], "level", finding);
        }
        level
    }

    /// Whether a new unit is told as far as its old codes go: what hangs on an unknown one is not reported as well.
    fn is_told(&self, at: usize) -> bool {
        let new = &self.news[at];
        let names_none = new.rows.iter().all(|row| self.reform.rows[*row].old_code.is_empty());
        names_none || !new.olds.is_empty()
    }

    /// All rows of a new unit say the same of it, and one says its name.
    fn check_new(&mut self, at: usize) {
        let rows = &self.reform.rows;
        let own: Vec<&ReformRow> = self.news[at].rows.iter().map(|row| &rows[*row]).collect();
        let cells: [(&str, Cell); 4] = [
            ("new_name", |row| &row.new_name),
            ("type", |row| &row.rank),
            ("level", |row| &row.level),
            ("parent_code", |row| &row.parent_code),
        ];
        for (column, cell) in cells {
            let Some(first) = own.iter().find(|row| !cell(row).is_empty()) else { continue };
            for row in own.iter().filter(|row| !cell(row).is_empty() && key(cell(row)) != key(cell(first))) {
                let finding = Finding::new("reform-new-differs", Severity::Error).value(cell(row));
                let finding = finding.arg("code", &row.new_code).arg("other", cell(first));
                self.at(row, column, finding.arg("first", first.place.row.unwrap_or_default()));
            }
        }
        if self.news[at].olds.is_empty() && self.is_told(at) && own.iter().all(|row| row.new_name.is_empty()) {
            let finding = Finding::new("reform-name-needed", Severity::Error).value(&own[0].new_code);
            self.at(own[0], "new_name", finding);
        }
    }

    /// Reports a finding at a cell of a row.
    pub(super) fn at(&mut self, row: &ReformRow, column: &str, finding: Finding) {
        self.amending.refuse(finding.place(row.place.clone().in_column(column)));
    }
}
