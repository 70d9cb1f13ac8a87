//! The review of a long stretch of days, as the office quotes it: sections of tables and pictures.

mod attendance;
mod days;
mod decisions;
mod ends;
mod feedback;
mod longest;
pub mod section;
mod turnover;
mod units;

use super::paper::Paper;
use super::table::{Heading, Signature, Table};
use crate::model::day::{Day, Month, Period, Span};
use crate::model::id::DutyId;
use crate::model::lang::Lang;
use crate::model::policy::Duty;
use crate::model::review::Review;
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;
use section::{Fact, Section};

/// A section: its figures in, its tables and pictures out.
type Made = fn(&Told) -> Section;

/// The sections, in the order of the document.
const SECTIONS: &[Made] =
    &[ends::section, turnover::section, days::section, longest::section, units::section, decisions::section];

/// A section of what an office may keep no record of: none where nothing is told.
type MadeOfRecords = fn(&Told) -> Option<Section>;

/// These sections, behind the others.
const SECTIONS_OF_RECORDS: &[MadeOfRecords] = &[attendance::section, feedback::section];

/// What a section is made from.
pub struct Told<'t> {
    /// The figures.
    pub review: &'t Review,
    /// The first day.
    pub first: &'t Snapshot<'t>,
    /// The last day.
    pub last: &'t Snapshot<'t>,
    /// What it is written on.
    pub paper: &'t Paper<'t>,
}

/// The whole review.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The lines over it.
    pub heading: Heading,
    /// What has to be known before the figures are read.
    pub notes: Vec<String>,
    /// Its sections.
    pub sections: Vec<Section>,
    /// What stands under it, to be signed.
    pub signature: Option<Signature>,
    /// Its language.
    pub lang: Lang,
}

/// The review as a document. `asked` are the days that were asked for: where they begin before the lists do, it says
/// so.
pub fn document(told: &Told, asked: Span) -> Document {
    let (paper, last) = (told.paper, told.last);
    let mut heading = paper.table("review", last.policy(), &[]).heading;
    heading.title = say!(paper.words, "title-stretch-review");
    heading.subtitle.extend(told.review.top.map(|top| last.book.path(top)));
    heading.subtitle.extend(paper.stretch(asked.period()));
    Document {
        heading,
        notes: notes(told, asked),
        sections: SECTIONS
            .iter()
            .map(|made| made(told))
            .chain(SECTIONS_OF_RECORDS.iter().filter_map(|made| made(told)))
            .collect(),
        signature: paper.signature(asked.last),
        lang: paper.lang(),
    }
}

/// Where the lists begin, and which policies the days are judged by.
fn notes(told: &Told, asked: Span) -> Vec<String> {
    let (words, lang, book) = (told.paper.words, told.paper.lang(), told.last.book);
    let stretch = told.review.stretch;
    let mut notes = Vec::new();
    if asked.first < stretch.first {
        notes.push(say!(words, "review-lists-begin", day = written::day(stretch.first, lang)));
    }
    let changed = book.policy.earlier.iter().map(|earlier| earlier.until);
    for until in changed.filter(|until| stretch.first <= *until && *until < stretch.last) {
        notes.push(say!(words, "review-policy-until", day = written::day(until, lang)));
    }
    notes
}

/// All figures as rows for other programs: one for each section, line and figure.
pub fn facts(document: &Document, told: &Told) -> Table {
    const COLUMNS: &[(&str, u16)] = &[
        ("section", 12),
        ("duty", 18),
        ("duty_name", 28),
        ("line", 14),
        ("line_name", 28),
        ("from", 12),
        ("to", 12),
        ("figure", 14),
        ("value", 12),
    ];
    let mut table = told.paper.table("review", told.last.policy(), COLUMNS);
    table.heading = document.heading.clone();
    for section in &document.sections {
        for Fact { duty, line, days, figure, value } in &section.facts {
            let own = duty.map(|duty| told.duty(duty));
            let (code, name) = line.clone().unwrap_or_default();
            table.push(vec![
                section.name.into(),
                own.map(|own| own.code.as_str()).into(),
                own.map(|own| own.name.in_lang(told.paper.lang())).into(),
                code.into(),
                name.into(),
                days.from.into(),
                days.to.into(),
                (*figure).into(),
                (*value).into(),
            ]);
        }
    }
    table
}

impl<'t> Told<'t> {
    /// A duty as the policy of the last day that has it names it.
    fn duty(&self, duty: DutyId) -> &'t Duty {
        let policy = self.last.policy();
        let named = [policy, self.first.policy()].into_iter().find(|policy| policy.has_duty(duty));
        named.unwrap_or(policy).duty(duty)
    }

    /// The heading of a duty's rows; it says where the duty is in force at one end only.
    fn duty_line(&self, duty: DutyId) -> String {
        let name = self.duty(duty).name.in_lang(self.paper.lang()).to_owned();
        let words = self.paper.words;
        match [self.first, self.last].map(|end| end.policy().has_duty(duty)) {
            [true, true] => name,
            [true, false] => say!(words, "review-duty-before", name = name),
            [false, true] => say!(words, "review-duty-since", name = name),
            [false, false] => say!(words, "review-duty-between", name = name),
        }
    }

    /// A share of a whole as it stands in a narrow cell; none of nothing.
    fn share(&self, share: u64, whole: u64) -> String {
        match whole {
            0 => "–".to_owned(),
            _ => written::percent(share, whole, self.paper.lang()).replace(' ', "\u{a0}"),
        }
    }

    /// A day as it is written.
    fn day(&self, day: Day) -> String {
        written::day(day, self.paper.lang())
    }

    /// A part of the stretch: a year, a month, or the days of one that is cut off.
    fn part(&self, part: Span) -> String {
        let lang = self.paper.lang();
        let (first, last) = (part.first, part.last);
        let is_begun = first == first.first_of_year();
        match (is_begun && last == last.last_of_year(), first.year() == last.year()) {
            (true, true) => first.year().to_string(),
            (true, false) => format!("{}–{}", first.year(), last.year()),
            _ if first == first.first_of_month() && last == first.last_of_month() => {
                written::month(Month::of(first), lang)
            }
            (false, true) => written::days_of_year(first, last, lang),
            (false, false) => format!("{}–{}", self.day(first), self.day(last)),
        }
    }

    /// A part in a picture, in short: its year or month, also where it is cut off.
    fn mark(&self, part: Span) -> String {
        match (part.first.year() == part.last.year(), self.is_short()) {
            (_, true) => written::month(Month::of(part.first), self.paper.lang()),
            (true, false) => part.first.year().to_string(),
            (false, false) => format!("{}–{}", part.first.year(), part.last.year()),
        }
    }

    /// Whether the parts are months.
    fn is_short(&self) -> bool {
        self.review.parts.iter().all(|part| Month::of(part.first) == Month::of(part.last))
    }

    /// The whole stretch as a period.
    fn whole(&self) -> Period {
        self.review.stretch.period()
    }

    /// A section without any rows, under its title and its short one.
    fn section(&self, name: &'static str, [title, short]: [String; 2], columns: &[(&'static str, u16)]) -> Section {
        let table = self.paper.table(name, self.last.policy(), columns);
        Section { name, title, short, notes: Vec::new(), table, pictures: Vec::new(), facts: Vec::new() }
    }
}
