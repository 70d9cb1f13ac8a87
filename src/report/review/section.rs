//! A section of a review: a table to read, pictures of it, and its figures one by one.

use crate::model::day::Period;
use crate::model::id::DutyId;
use crate::report::table::Table;

/// A part of a review that is about one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its name for machines ("turnover").
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// The same in a word or two, as a sheet is named.
    pub short: String,
    /// How its figures are counted.
    pub notes: Vec<String>,
    /// Its table.
    pub table: Table,
    /// Pictures of what stands in the table.
    pub pictures: Vec<Picture>,
    /// Its figures, also those for which paper has no room.
    pub facts: Vec<Fact>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Of which duty.
    pub duty: Option<DutyId>,
    /// Of what: its code and its name.
    pub line: Option<(String, String)>,
    /// On which days.
    pub days: Period,
    /// What is counted.
    pub figure: &'static str,
    /// How much.
    pub value: u64,
}

impl Section {
    /// Adds the figures of a duty on some days.
    pub fn add(&mut self, duty: DutyId, days: Period, figures: &[(&'static str, u64)]) {
        let fact =
            |(figure, value): &(&'static str, u64)| Fact { duty: Some(duty), line: None, days, figure, value: *value };
        self.facts.extend(figures.iter().map(fact));
    }
}

/// The name for machines of a figure whose name stands under a key.
pub fn figure_name(key: &'static str) -> &'static str {
    key.strip_prefix("figure-").unwrap_or(key)
}

/// How a picture shows its figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// A bar for each figure.
    #[default]
    Bars,
    /// A line from the first label to the last.
    Line,
}

/// What the figures of a picture are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// Things counted.
    #[default]
    Count,
    /// Tenths of a percent.
    PerMille,
}

/// A picture of figures, before it is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// What it shows.
    pub title: String,
    /// How.
    pub shape: Shape,
    /// What its figures are.
    pub measure: Measure,
    /// What stands along its foot, or beside its bars.
    pub labels: Vec<String>,
    /// Its rows of figures.
    pub series: Vec<Series>,
}

/// A row of figures, one for each label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// What it is about.
    pub name: String,
    /// The figures; `None` where there is none.
    pub values: Vec<Option<u64>>,
}

/// A share in tenths of a percent, cut off as it is written; `None` of nothing.
pub fn per_mille(share: u64, whole: u64) -> Option<u64> {
    let exact = u128::from(share) * 1000 / u128::from(whole.max(1));
    (whole > 0).then(|| u64::try_from(exact).unwrap_or(1000))
}
