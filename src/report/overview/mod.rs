//! The overview of a month for those who lead: what is covered and what is not, as plain data, of the whole or of a part.

pub mod changes;
pub mod empty;
pub mod load;
pub mod map;
pub mod numbers;
pub mod trend;

use std::collections::HashSet;

use super::comparison;
use super::documents::{Documents, What};
use super::paper::Paper;
use super::table::{Heading, Table};
use crate::model::coverage::Coverage;
use crate::model::id::UnitId;
use crate::model::lang::Lang;
use crate::say;
use crate::text::file_name::{free, part};
use crate::text::written;
use changes::Changes;
use empty::Empty;
use load::Spread;
use map::{Depth, Map, Place};
use numbers::Numbers;
use trend::Point;

/// The most units that one page shows down to the last; an office with more gets a page for each of its topmost units.
pub const MOST_UNITS: usize = 20_000;

/// The most rows of a list on a page; its file has the rest.
pub const MOST_ROWS: usize = 100;

/// One duty of the whole, as it heads the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyLine {
    /// Its name.
    pub name: String,
    /// The name of its units, in the plural: "tổ nhân dân tự quản", "teams".
    pub units_name: String,
    /// Units that need it.
    pub units: u64,
    /// Seats.
    pub numbers: Numbers,
    /// Different cadres who hold it; none where the page is about a part.
    pub cadres: Option<u64>,
    /// Empty seats on the last day of the month before; none where the page is about a part.
    pub gaps_before: Option<u64>,
}

/// A part of the office that has a page of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The unit that it is about.
    pub unit: UnitId,
    /// The page's file name.
    pub file: String,
}

/// What a page tells.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// The lines over it.
    pub heading: Heading,
    /// Where all of it lies, from the top on: "Tỉnh Bến Tre", "Huyện Châu Thành".
    pub within: Vec<String>,
    /// The duties, in the policy's order.
    pub duties: Vec<DutyLine>,
    /// The places, as a tree.
    pub places: Vec<Place>,
    /// Which places have pages of their own, in place of being opened here.
    pub parts: Vec<Part>,
    /// What is empty.
    pub empty: Empty,
    /// How many units people hold.
    pub load: Vec<Spread>,
    /// What changed in the month.
    pub changes: Changes,
    /// Closed months, oldest first, then the one shown; empty where no other month is closed.
    pub trend: Vec<Point>,
    /// The duties beside the month before, and the days of the month without cover; of the whole alone.
    pub tables: Vec<Table>,
    /// Whether it is about a part that has a page of its own.
    pub is_part: bool,
    /// Its language.
    pub lang: Lang,
}

/// Everything that overviews of one month are made of, worked out once.
pub struct Overviews<'o> {
    documents: &'o Documents<'o, 'o>,
    map: Map<'o>,
    within: Vec<UnitId>,
    tops: Vec<UnitId>,
    parts: Vec<Part>,
}

impl<'o> Overviews<'o> {
    /// Works out what stands at the top of the page, and whether parts get pages of their own.
    pub fn new(documents: &'o Documents<'o, 'o>) -> Self {
        let snapshot = documents.snapshot;
        let map = Map::new(documents);
        let (within, tops) = map.tops(documents.top());
        let count = snapshot.units().filter(|(id, _)| snapshot.is_in(*id, documents.top())).count();
        let mut taken = HashSet::from(["index".to_owned()]);
        let file = |unit: &UnitId| {
            let told = snapshot.book.unit(*unit);
            let stem = free(format!("index-{}-{}", part(&told.code), part(&told.name)), &mut taken);
            Part { unit: *unit, file: format!("{stem}.html") }
        };
        let parts = if count > MOST_UNITS {
            tops.iter().filter(|unit| !within.contains(unit)).map(file).collect()
        } else {
            Vec::new()
        };
        Overviews { documents, map, within, tops, parts }
    }

    /// The parts that get pages of their own; none where one page is enough.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// What the page of the whole tells.
    pub fn whole(&self, paper: &Paper, earlier: &[Point]) -> Overview {
        let documents = self.documents;
        let depth = if self.parts.is_empty() { Depth::Whole } else { Depth::Top };
        let places = self.places(&self.within, &self.tops, depth, paper.lang());
        let mut duties = self.duties(paper, documents.coverage());
        for ((duty, total), id) in duties.iter_mut().zip(&documents.seats.totals).zip(self.map.duties()) {
            duty.cadres = Some(total.cadres.into());
            duty.gaps_before = documents.comparison().get(&(None, *id)).map(|compared| compared.before.gaps);
        }
        let compared =
            comparison::comparison(documents.snapshot, paper, documents.day_before(), documents.comparison());
        let mut days = documents.table(What::Coverage, paper).into_people();
        days.leave_out(&["unit_code"]);
        let mut overview = self.about(paper, documents.top(), documents.coverage());
        let point = Point::of_now(documents.snapshot, &documents.seats.totals);
        overview.trend = trend::points(earlier, point, self.map.duties(), documents.snapshot.policy());
        Overview { duties, places, parts: self.parts.clone(), tables: vec![compared, days], ..overview }
    }

    /// What the page of a part tells.
    pub fn part(&self, paper: &Paper, part: &Part) -> Overview {
        let coverage: Vec<Coverage> =
            self.map.seats_below(part.unit).into_iter().map(|at| self.documents.coverage()[at].clone()).collect();
        let mut overview = self.about(paper, Some(part.unit), &coverage);
        let (above, tops) = self.map.tops(Some(part.unit));
        let told = self.documents.snapshot.book.unit(part.unit);
        overview.within.push(told.name.to_string());
        overview.places = self.places(&above, &tops, Depth::Whole, paper.lang());
        overview.heading.subtitle.insert(0, told.name.to_string());
        Overview { duties: self.duties(paper, &coverage), is_part: true, ..overview }
    }

    /// The places at the top of a page; those of them that hold all others, with their own seats alone.
    fn places(&self, above: &[UnitId], tops: &[UnitId], depth: Depth, lang: Lang) -> Vec<Place> {
        let own = |unit: &UnitId| if above.contains(unit) { Depth::Own } else { depth };
        tops.iter().map(|unit| self.map.place(*unit, own(unit), lang)).collect()
    }

    /// What pages of the whole and of a part are made of alike.
    fn about(&self, paper: &Paper, top: Option<UnitId>, coverage: &[Coverage]) -> Overview {
        let (documents, snapshot) = (self.documents, self.documents.snapshot);
        let mut heading = paper.table("overview", snapshot.policy(), &[]).heading;
        heading.title = say!(paper.words, "title-index");
        let in_month =
            documents.month().map(|month| say!(paper.words, "month", month = written::month(month, paper.lang())));
        heading.subtitle.extend(in_month);
        heading.subtitle.push(say!(paper.words, "as-of", day = written::day(snapshot.day, paper.lang())));
        Overview {
            heading,
            within: self.within.iter().map(|unit| snapshot.book.unit(*unit).name.to_string()).collect(),
            empty: empty::empty(snapshot, paper, coverage, &documents.seats.openings),
            load: load::spreads(snapshot, paper, top),
            changes: changes::changes(snapshot, paper, documents.period(), top),
            lang: paper.lang(),
            ..Overview::default()
        }
    }

    fn duties(&self, paper: &Paper, coverage: &[Coverage]) -> Vec<DutyLine> {
        let policy = self.documents.snapshot.policy();
        let line = |duty: &crate::model::id::DutyId| {
            let found = || coverage.iter().filter(|found| found.duty == *duty);
            let told = policy.duty(*duty);
            DutyLine {
                name: told.name.in_lang(paper.lang()).to_owned(),
                units_name: written::several(policy.level(told.unit).name.in_lang(paper.lang()), paper.lang()),
                units: found().count() as u64,
                numbers: Numbers::of(found()),
                cadres: None,
                gaps_before: None,
            }
        };
        self.map.duties().iter().map(line).collect()
    }
}

#[cfg(test)]
pub(super) mod tests;
