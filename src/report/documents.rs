//! The documents of a month: which there are, what they are called, and the table of each.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::paper::Paper;
use super::roster::{Roster, Scope, belongs};
use super::table::Table;
use super::{changes, coverage_days, decision_text, gaps, load, summary};
use crate::model::comparison::{Comparison, comparison};
use crate::model::coverage::{Coverage, duty_coverage, each_coverage, seat_coverage};
use crate::model::day::{Day, Month, Period, day_before};
use crate::model::id::{DutyId, LevelId, UnitId};
use crate::model::seats::Seats;
use crate::model::snapshot::Snapshot;
use crate::text::file_name::{free, part};

/// Rows of a roster, or cadres of the load, in a piece; few where tests run, so that they cross from piece to piece.
const PIECE: usize = if cfg!(debug_assertions) { 64 } else { 20_000 };

/// What a document holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The roster of a unit, or of the whole office.
    Roster(Option<UnitId>),
    /// Gaps.
    Gaps,
    /// On how many days of the month seats were held.
    Coverage,
    /// Load per cadre.
    Load,
    /// Coverage in numbers, beside the month before.
    Summary,
    /// Changes of the month.
    Changes,
    /// The same as the text of the next decision.
    DecisionText,
}

impl What {
    /// What stands in its place where it is read as a document: changes, which are a list of events, as a text.
    pub fn as_document(self) -> Self {
        if self == What::Changes { What::DecisionText } else { self }
    }
}

/// A document to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// File name without its ending: plain letters, no diacritics.
    pub stem: String,
    /// What it holds.
    pub what: What,
}

/// Everything that the documents of a day or month are made of, worked out once.
pub struct Documents<'s, 'b> {
    /// The day they show.
    pub snapshot: &'s Snapshot<'b>,
    month: Option<Month>,
    stretch: Option<Period>,
    top: Option<UnitId>,
    /// Its seats at a glance.
    pub seats: Seats,
    coverage: OnceLock<Vec<Coverage>>,
    /// The units that each unit's roster tells of, in the order of the book.
    areas: HashMap<UnitId, Vec<UnitId>>,
    comparison: OnceLock<Comparison>,
}

impl<'s, 'b> Documents<'s, 'b> {
    /// Works out what the documents need; `by` is the level whose units get a roster each. With `top`, everything
    /// is about that unit and what stands below it.
    pub fn new(snapshot: &'s Snapshot<'b>, month: Option<Month>, by: Option<LevelId>, top: Option<UnitId>) -> Self {
        let seats = Seats::within(snapshot, |unit| snapshot.is_in(unit, top));
        let areas = by.map(|by| areas_of(snapshot, by, top)).unwrap_or_default();
        let (coverage, comparison) = (OnceLock::new(), OnceLock::new());
        Documents { snapshot, month, stretch: None, top, seats, coverage, areas, comparison }
    }

    /// Coverage of every seat, one by one.
    fn each_coverage(&self) -> impl Iterator<Item = Coverage> {
        each_coverage(self.snapshot).filter(|found| self.snapshot.is_in(found.unit, self.top))
    }

    /// Coverage of every seat, held; worked out when it is asked for, as all but the overviews are told without it.
    pub fn coverage(&self) -> &[Coverage] {
        self.coverage.get_or_init(|| self.each_coverage().collect())
    }

    /// The same, with the changes of these days in place of the month's.
    pub fn with_changes_of(self, stretch: Period) -> Self {
        Documents { stretch: Some(stretch), ..self }
    }

    /// All documents, in the order of their writing.
    pub fn all(&self) -> Vec<Document> {
        self.lists().into_iter().chain(self.rosters()).collect()
    }

    /// The documents that are no rosters.
    pub fn lists(&self) -> Vec<Document> {
        let lists = [
            ("summary", What::Summary),
            ("gaps", What::Gaps),
            ("coverage", What::Coverage),
            ("load", What::Load),
            ("changes", What::Changes),
        ];
        lists.map(|(stem, what)| Document { stem: stem.to_owned(), what }).into()
    }

    /// The roster of the whole office, then one per area, by code.
    pub fn rosters(&self) -> Vec<Document> {
        let (book, whole) = (self.snapshot.book, self.whole());
        let whole = whole.map_or("all".to_owned(), |unit| part(&book.policy.level(book.unit(unit).level).code));
        let whole = Document { stem: format!("roster-{whole}"), what: What::Roster(None) };
        let mut taken = HashSet::from([whole.stem.clone()]);
        let mut areas: Vec<UnitId> = self.areas.keys().copied().collect();
        areas.sort_by_key(|area| &self.snapshot.book.unit(*area).code);
        let areas = areas.into_iter().map(|area| {
            let unit = self.snapshot.book.unit(area);
            let stem = free(format!("roster-{}-{}", part(&unit.code), part(&unit.name)), &mut taken);
            Document { stem, what: What::Roster(Some(area)) }
        });
        std::iter::once(whole).chain(areas).collect()
    }

    /// The table of a document.
    pub fn table(&self, what: What, paper: &Paper) -> Table {
        match what {
            What::Roster(top) => self.roster(top, paper).table(|duty| self.coverage_of(top, duty)),
            What::Gaps => gaps::gaps(self.snapshot, paper, &self.seats.amiss, &self.seats.openings),
            What::Coverage => coverage_days::coverage_days(self.snapshot, paper, self.first_day(), self.top),
            What::Load => load::load(self.snapshot, paper, self.top),
            What::Summary => summary::summary(self.snapshot, paper, self.day_before(), self.comparison()),
            What::Changes => changes::changes(self.snapshot, paper, self.period(), self.top),
            What::DecisionText => decision_text::decision_text(self.snapshot, paper, self.period(), self.top),
        }
    }

    /// The table of a document in pieces that follow on one another, so that one of them need be held at a time.
    ///
    /// # Errors
    /// When a piece is not taken.
    pub fn pieces<E>(&self, what: What, paper: &Paper, mut give: impl FnMut(Table) -> Result<(), E>) -> Result<(), E> {
        match what {
            What::Roster(top) => self.roster(top, paper).pieces(PIECE, |duty| self.coverage_of(top, duty), give),
            What::Load => {
                let count = self.snapshot.book.cadres.len();
                let mut pieces = (0..count.max(1)).step_by(PIECE).map(|first| first..count.min(first + PIECE));
                pieces.try_for_each(|cadres| give(load::load_of(self.snapshot, paper, self.top, cadres)))
            }
            _ => give(self.table(what, paper)),
        }
    }

    /// The month they are about; `None` is a day alone.
    pub fn month(&self) -> Option<Month> {
        self.month
    }

    /// The unit that everything is about; `None` is the whole office.
    pub fn top(&self) -> Option<UnitId> {
        self.top
    }

    /// The first day of the month that the snapshot's day lies in.
    fn first_day(&self) -> Day {
        Month::of(self.snapshot.day).first()
    }

    /// The last day of the month before.
    pub fn day_before(&self) -> Day {
        day_before(self.first_day())
    }

    /// The duties on the day, beside the last day of the month before.
    pub fn comparison(&self) -> &Comparison {
        self.comparison.get_or_init(|| comparison(self.snapshot, self.each_coverage(), self.day_before(), self.top))
    }

    /// The days that the list of changes covers: as told, or the month, or the day alone.
    pub fn period(&self) -> Period {
        match (self.stretch, self.month) {
            (Some(stretch), _) => stretch,
            (None, Some(month)) => month.period(),
            (None, None) => Period::of_day(self.snapshot.day),
        }
    }

    fn roster<'d>(&'d self, top: Option<UnitId>, paper: &'d Paper<'d>) -> Roster<'d, 'b> {
        let whole = if top.is_none() { self.whole() } else { None };
        let scope = Scope { top, whole, month: self.month };
        Roster { snapshot: self.snapshot, paper, scope, openings: &self.seats.openings }
    }

    /// Coverage of a duty that belongs into the roster of a unit, or of all.
    fn coverage_of(&self, top: Option<UnitId>, duty: DutyId) -> Vec<Coverage> {
        let snapshot = self.snapshot;
        let Some(top) = top else {
            return duty_coverage(snapshot, duty).filter(|found| snapshot.is_in(found.unit, self.top)).collect();
        };
        let level = snapshot.policy().duty(duty).unit;
        let is_of_level = |unit: &UnitId| snapshot.book.unit(*unit).level == level;
        let covered = |unit: UnitId| seat_coverage(snapshot, unit, duty);
        match self.areas.get(&top) {
            Some(area) => area.iter().copied().filter(is_of_level).map(covered).collect(),
            None => {
                let units = snapshot.units_of(level).map(|(unit, _)| unit);
                let own = units.filter(|unit| snapshot.is_in(*unit, self.top) && belongs(snapshot, *unit, top));
                own.map(covered).collect()
            }
        }
    }

    /// The lowest unit that all seats stand below.
    fn whole(&self) -> Option<UnitId> {
        let (book, policy) = (self.snapshot.book, self.snapshot.policy());
        let levels: HashSet<LevelId> = policy.duty_ids().map(|duty| policy.duty(duty).unit).collect();
        let mut common: Option<Vec<UnitId>> = None;
        let units = self.snapshot.units().filter(|(_, unit)| levels.contains(&unit.level)).map(|(id, _)| id);
        for unit in units.filter(|unit| self.snapshot.is_in(*unit, self.top)) {
            let above: Vec<UnitId> = book.chain(unit).skip(1).collect();
            match &mut common {
                None => common = Some(above),
                Some(common) => common.retain(|unit| above.contains(unit)),
            }
        }
        common.and_then(|common| common.first().copied())
    }
}

/// The units that the roster of each unit of a level tells of: those below and itself, and its group.
fn areas_of(snapshot: &Snapshot, by: LevelId, top: Option<UnitId>) -> HashMap<UnitId, Vec<UnitId>> {
    let mut members: HashMap<UnitId, Vec<UnitId>> = HashMap::new();
    let mut areas: HashMap<UnitId, Vec<UnitId>> = HashMap::new();
    for (id, unit) in snapshot.units_of(by).filter(|(id, _)| snapshot.is_in(*id, top)) {
        areas.insert(id, Vec::new());
        if let Some(group) = unit.group {
            members.entry(group).or_default().push(id);
        }
    }
    for (unit, _) in snapshot.units().filter(|(unit, _)| snapshot.is_in(*unit, top)) {
        let grouped = members.get(&unit).into_iter().flatten().copied();
        let own = snapshot.book.ancestor(unit, by).filter(|area| areas.contains_key(area));
        for area in own.into_iter().chain(grouped) {
            areas.entry(area).or_default().push(unit);
        }
    }
    areas
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample::{AN, BINH, add_unit, assign};
    use crate::report::overview::tests::{office, told};
    use crate::report::table::Row;

    const CLUSTER: UnitId = UnitId(1);
    const COMMUNES: [UnitId; 3] = [UnitId(2), UnitId(3), UnitId(4)];

    #[test]
    fn a_roster_tells_the_same_whether_areas_are_known_or_looked_for() {
        let mut book = office();
        // The cluster has a duty of its own, which stands in the rosters of its members.
        book.policy.duties.push(book.policy.duties[0].clone());
        book.policy.duties[1].unit = book.unit(CLUSTER).level;
        assign(&mut book, BINH, CLUSTER, 1, 0);
        book.assignments.last_mut().expect("an assignment").duty = DutyId(1);
        let rows = |of: UnitId, by: Option<LevelId>, top: Option<UnitId>| {
            told(&book, |documents, paper| {
                let documents = Documents::new(documents.snapshot, documents.month(), by, top);
                documents.table(What::Roster(Some(of)), paper).rows
            })
        };
        let communes = book.unit(COMMUNES[0]).level;
        let counts = |top: Option<UnitId>| {
            COMMUNES.map(|of| {
                assert_eq!(rows(of, Some(communes), top), rows(of, None, top), "{of:?} {top:?}");
                rows(of, None, top).len()
            })
        };
        // A heading and a row for each of two duties, and the sum; the third commune is of no cluster.
        assert_eq!(counts(None), [5, 5, 3]);
        // Of what lies elsewhere there is the sum alone.
        assert_eq!(counts(Some(COMMUNES[0])), [3, 1, 1]);
    }

    #[test]
    fn long_lists_are_the_same_in_pieces() {
        let mut book = office();
        book.policy.documents.by = Some(LevelId(2));
        for at in 0..2 * PIECE {
            let hamlet = add_unit(&mut book, &format!("H{at}"), "Ấp");
            let unit = &mut book.units[hamlet.index()];
            (unit.level, unit.parent) = (LevelId(3), Some(COMMUNES[at % 3]));
            let own = book.cadres[AN.index()].clone();
            book.cadres.push(own);
        }
        for what in [What::Roster(None), What::Load] {
            let (whole, pieces) = told(&book, |documents, paper| {
                let mut pieces: Vec<Vec<Row>> = Vec::new();
                let given = documents.pieces(what, paper, |piece| {
                    pieces.push(piece.rows);
                    Ok::<_, ()>(())
                });
                given.expect("all are taken");
                (documents.table(what, paper).rows, pieces)
            });
            assert!(pieces.len() > 1, "{what:?}");
            assert!(pieces.concat() == whole, "{what:?}");
        }
    }
}
