//! The documents of a month: which there are, what they are called, and the table of each.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::paper::Paper;
use super::roster::{Scope, belongs, roster};
use super::table::Table;
use super::{changes, coverage_days, decision_text, gaps, load, summary};
use crate::model::comparison::{Comparison, comparison};
use crate::model::coverage::{Coverage, coverage};
use crate::model::day::{Day, Month, Period, day_before};
use crate::model::id::{LevelId, UnitId};
use crate::model::seats::Seats;
use crate::model::snapshot::Snapshot;
use crate::text::file_name::{free, part};

/// Cadres in a piece of the load; few where tests run, so that they cross from piece to piece.
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
    areas: HashMap<UnitId, Vec<usize>>,
    comparison: OnceLock<Comparison>,
}

impl<'s, 'b> Documents<'s, 'b> {
    /// Works out what the documents need; `by` is the level whose units get a roster each. With `top`, everything
    /// is about that unit and what stands below it.
    pub fn new(snapshot: &'s Snapshot<'b>, month: Option<Month>, by: Option<LevelId>, top: Option<UnitId>) -> Self {
        let seats = Seats::within(snapshot, |unit| snapshot.is_in(unit, top));
        let (coverage, comparison, areas) = (OnceLock::new(), OnceLock::new(), HashMap::new());
        let mut documents = Documents { snapshot, month, stretch: None, top, seats, coverage, areas, comparison };
        if let Some(by) = by {
            documents.areas = areas_of(snapshot, documents.coverage(), by, top);
        }
        documents
    }

    /// Coverage of every seat; worked out when it is asked for, as gaps and load are told without it.
    pub fn coverage(&self) -> &[Coverage] {
        self.coverage.get_or_init(|| {
            let mut all = coverage(self.snapshot);
            all.retain(|found| self.snapshot.is_in(found.unit, self.top));
            all
        })
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
            What::Roster(top) => self.roster(top, paper),
            What::Gaps => gaps::gaps(self.snapshot, paper, &self.seats.amiss, &self.seats.openings),
            What::Coverage => coverage_days::coverage_days(self.snapshot, paper, self.first_day(), self.top),
            What::Load => load::load(self.snapshot, paper, self.top),
            What::Summary => summary::summary(self.snapshot, paper, self.day_before(), self.comparison()),
            What::Changes => changes::changes(self.snapshot, paper, self.period(), self.top),
            What::DecisionText => decision_text::decision_text(self.snapshot, paper, self.period(), self.top),
        }
    }

    /// The table of a document in pieces that follow on one another, so that one of them need be held at a time.
    pub fn pieces<'p>(&'p self, what: What, paper: &'p Paper) -> Box<dyn Iterator<Item = Table> + 'p> {
        if what != What::Load {
            return Box::new(std::iter::once_with(move || self.table(what, paper)));
        }
        let count = self.snapshot.book.cadres.len();
        let pieces = (0..count.max(1)).step_by(PIECE).map(move |first| first..count.min(first + PIECE));
        Box::new(pieces.map(move |cadres| load::load_of(self.snapshot, paper, self.top, cadres)))
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
        self.comparison.get_or_init(|| comparison(self.snapshot, self.coverage(), self.day_before(), self.top))
    }

    /// The days that the list of changes covers: as told, or the month, or the day alone.
    pub fn period(&self) -> Period {
        match (self.stretch, self.month) {
            (Some(stretch), _) => stretch,
            (None, Some(month)) => month.period(),
            (None, None) => Period::of_day(self.snapshot.day),
        }
    }

    fn roster(&self, top: Option<UnitId>, paper: &Paper) -> Table {
        let whole = if top.is_none() { self.whole() } else { None };
        let (scope, openings) = (Scope { top, whole, month: self.month }, &self.seats.openings);
        let Some(top) = top else { return roster(self.snapshot, paper, scope, self.coverage(), openings) };
        let own: Vec<Coverage> = match self.areas.get(&top) {
            Some(area) => area.iter().map(|at| self.coverage()[*at].clone()).collect(),
            None => self.coverage().iter().filter(|found| belongs(self.snapshot, found.unit, top)).cloned().collect(),
        };
        roster(self.snapshot, paper, scope, &own, openings)
    }

    /// The lowest unit that all seats stand below.
    fn whole(&self) -> Option<UnitId> {
        let book = self.snapshot.book;
        let mut common: Option<Vec<UnitId>> = None;
        for found in self.coverage() {
            let above: Vec<UnitId> = book.chain(found.unit).skip(1).collect();
            match &mut common {
                None => common = Some(above),
                Some(common) => common.retain(|unit| above.contains(unit)),
            }
        }
        common.and_then(|common| common.first().copied())
    }
}

/// Which coverage belongs to each unit of a level: its own and that of the units below, and that of its group.
fn areas_of(
    snapshot: &Snapshot,
    coverage: &[Coverage],
    by: LevelId,
    top: Option<UnitId>,
) -> HashMap<UnitId, Vec<usize>> {
    let mut members: HashMap<UnitId, Vec<UnitId>> = HashMap::new();
    let mut areas: HashMap<UnitId, Vec<usize>> = HashMap::new();
    for (id, unit) in snapshot.units_of(by).filter(|(id, _)| snapshot.is_in(*id, top)) {
        areas.insert(id, Vec::new());
        if let Some(group) = unit.group {
            members.entry(group).or_default().push(id);
        }
    }
    for (at, found) in coverage.iter().enumerate() {
        let grouped = members.get(&found.unit).into_iter().flatten().copied();
        let own = snapshot.book.ancestor(found.unit, by).filter(|area| areas.contains_key(area));
        for area in own.into_iter().chain(grouped) {
            areas.entry(area).or_default().push(at);
        }
    }
    areas
}
