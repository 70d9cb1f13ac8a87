//! Why a cadre is suggested, in one sentence.

use std::collections::BTreeMap;

use super::paper::Paper;
use crate::model::id::UnitId;
use crate::model::proposal::{Because, Distance, Proposed};
use crate::model::snapshot::Snapshot;
use crate::say;

/// What a sentence is put together from; one row's reasons are much like the next one's, so that each is worded once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    Pinned,
    /// At home in the unit, or where it belongs.
    Own(UnitId),
    /// At home in the same area.
    Same(UnitId, Option<UnitId>),
    Elsewhere(UnitId),
    Returning,
    /// How many units are held.
    Held(u32),
    /// How many others are as near, and how many units each of them holds at least.
    Others(u32, u32),
    Alone,
}

/// The reasons of a proposal's rows.
pub struct Reasons<'r> {
    snapshot: &'r Snapshot<'r>,
    paper: &'r Paper<'r>,
    worded: BTreeMap<Reason, String>,
}

impl<'r> Reasons<'r> {
    /// The reasons in the words of a paper.
    pub fn new(snapshot: &'r Snapshot<'r>, paper: &'r Paper<'r>) -> Self {
        Reasons { snapshot, paper, worded: BTreeMap::new() }
    }

    /// Why a row's cadre is suggested.
    pub fn because(&mut self, row: &Proposed) -> String {
        let Because { distance, is_returning, held, as_near, least_held, is_pinned } = row.because;
        let others = least_held.map_or(Reason::Alone, |least| Reason::Others(as_near, least));
        let reasons = [
            is_pinned.then_some(Reason::Pinned),
            Some(self.near(row, distance)),
            is_returning.then_some(Reason::Returning),
            Some(Reason::Held(held)),
            Some(others),
        ];
        let mut sentence = String::new();
        for reason in reasons.into_iter().flatten() {
            if !sentence.is_empty() {
                sentence.push_str("; ");
            }
            sentence.push_str(self.words(reason));
        }
        sentence
    }

    fn words(&mut self, reason: Reason) -> &str {
        let (snapshot, paper) = (self.snapshot, self.paper);
        self.worded.entry(reason).or_insert_with(|| words(snapshot, paper, reason))
    }

    fn near(&self, row: &Proposed, distance: Distance) -> Reason {
        let book = self.snapshot.book;
        let home = book.cadre(row.cadre).home;
        let within = self.snapshot.policy().duty(row.duty).within;
        let area = || within.and_then(|level| book.ancestor(row.unit, level));
        match distance {
            Distance::OwnUnit => Reason::Own(home),
            Distance::SameParent => Reason::Same(home, book.unit(home).parent),
            Distance::SameWithin if area() == Some(home) => Reason::Own(home),
            Distance::SameWithin => Reason::Same(home, area()),
            Distance::Elsewhere => Reason::Elsewhere(home),
        }
    }
}

fn words(snapshot: &Snapshot, paper: &Paper, reason: Reason) -> String {
    let words = paper.words;
    let name = |unit: UnitId| snapshot.book.unit(unit).name.to_string();
    match reason {
        Reason::Pinned => say!(words, "because-pinned"),
        Reason::Own(home) => say!(words, "because-own", home = name(home)),
        Reason::Same(home, area) => {
            say!(words, "because-same", home = name(home), area = area.map(name).unwrap_or_default())
        }
        Reason::Elsewhere(home) => say!(words, "because-elsewhere", home = name(home)),
        Reason::Returning => say!(words, "because-returning"),
        Reason::Held(held) => say!(words, "because-held", held = i64::from(held)),
        Reason::Others(count, least) => {
            say!(words, "because-others", count = i64::from(count), least = i64::from(least))
        }
        Reason::Alone => say!(words, "because-alone"),
    }
}
