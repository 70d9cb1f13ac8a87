//! The annex of a decision (phụ lục): the assignments that cite it, as a roster.

use std::collections::BTreeMap;

use super::paper::Paper;
use super::roster::{Scope, Sum, area_of, push_people};
use super::table::{RowKind, Table};
use crate::model::decision::Decision;
use crate::model::id::{AssignmentId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;

/// The columns of a roster; the decision stands over it, so the first day does in its place.
const COLUMNS: &[(&str, u16)] = &[
    ("stt", 5),
    ("full_name", 24),
    ("birth_year", 7),
    ("position", 24),
    ("organization", 24),
    ("area", 30),
    ("duty_name", 24),
    ("from", 13),
    ("phone", 13),
    ("note", 18),
];

/// A decision of which an annex is made.
pub struct Annexed<'a> {
    /// Its number.
    pub number: &'a str,
    /// What the list of decisions says of it, where it is there.
    pub decision: Option<&'a Decision>,
    /// The unit that it is about; `None` is the whole office.
    pub top: Option<UnitId>,
}

/// The assignments of a decision: a group per duty, people by given name.
pub fn annex(snapshot: &Snapshot, paper: &Paper, of: &Annexed, assignments: &[AssignmentId]) -> Table {
    let (book, policy) = (snapshot.book, snapshot.policy());
    let mut table = paper.table("annex", policy, COLUMNS);
    head(snapshot, paper, of, &mut table);
    let scope = Scope { top: of.top, whole: None, month: None };
    let mut groups = 0;
    for duty in policy.duty_ids() {
        let own: Vec<AssignmentId> =
            assignments.iter().copied().filter(|id| book.assignment(*id).duty == duty).collect();
        if own.is_empty() {
            continue;
        }
        groups += 1;
        let sum = Sum::of_assignments(snapshot, &own).in_words(paper, "sum-group");
        let name = policy.duty(duty).name.in_lang(paper.lang());
        table.push_line(RowKind::Group, format!("{}. {name} ({sum})", written::roman(groups)));
        let mut areas: BTreeMap<Option<UnitId>, Vec<AssignmentId>> = BTreeMap::new();
        for id in own {
            areas.entry(area_of(snapshot, scope, book.assignment(id).unit)).or_default().push(id);
        }
        for (at, (area, own)) in areas.into_iter().enumerate() {
            if let Some(area) = area {
                let sum = Sum::of_assignments(snapshot, &own).in_words(paper, "sum-group");
                table.push_line(RowKind::Group, format!("{}. {} ({sum})", at + 1, book.unit(area).name));
            }
            push_people(snapshot, paper, &mut table, area.or(of.top), own.into_iter());
        }
    }
    let total = Sum::of_assignments(snapshot, assignments).in_words(paper, "total-roster");
    table.push_line(RowKind::Total, total);
    table
}

fn head(snapshot: &Snapshot, paper: &Paper, of: &Annexed, table: &mut Table) {
    let (words, lang) = (paper.words, paper.lang());
    let or_none = |text: Option<&str>| text.filter(|text| !text.is_empty()).unwrap_or("none").to_owned();
    let day = of.decision.map(|decision| written::day(decision.day, lang));
    let issuer = or_none(of.decision.map(|decision| decision.issuer.as_str()));
    let day = or_none(day.as_deref());
    table.heading.title = say!(words, "title-roster");
    let subtitle = &mut table.heading.subtitle;
    subtitle.push(say!(words, "annex-of", number = of.number, day = day, issuer = issuer));
    if let Some(decision) = of.decision {
        if !decision.signer.is_empty() {
            subtitle.push(say!(words, "annex-signer", signer = decision.signer.as_str()));
        }
        if let Some(day) = decision.effective {
            subtitle.push(say!(words, "annex-effective", day = written::day(day, lang)));
        }
    }
    subtitle.extend(of.top.map(|top| snapshot.book.path(top)));
    table.signature = paper.signature(of.decision.map_or(snapshot.day, |decision| decision.day));
}
