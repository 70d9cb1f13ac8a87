//! What `check` and `import` found, for machines and as a table.

use serde::Serialize;

use super::paper::Paper;
use super::table::{Cell, Table};
use crate::model::coverage::DutyTotal;
use crate::model::day::Day;
use crate::model::finding::{Counts, Finding};
use crate::model::policy::Policy;
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::wording::{Wording, place, wording};
use crate::text::written;

/// One finding in words; the JSON of README.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the fields of README's JSON, under their own names")]
pub struct Found {
    pub check: &'static str,
    pub severity: &'static str,
    pub unit: Option<String>,
    pub cadre: Option<String>,
    pub duty: Option<String>,
    pub file: Option<String>,
    pub sheet: Option<String>,
    pub row: Option<u32>,
    pub column: Option<String>,
    pub value: Option<String>,
    pub message: String,
    pub hint: Option<String>,
}

/// One duty in numbers; the JSON of README.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the fields of README's JSON, under their own names")]
pub struct DutyNumbers {
    pub duty: String,
    pub units: u32,
    pub seats: u64,
    pub filled: u64,
    pub gaps: u64,
    pub accepted: u64,
    pub cadres: u32,
}

/// The JSON of `check`.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the fields of README's JSON, under their own names")]
pub struct Verdict {
    pub as_of: String,
    pub duties: Vec<DutyNumbers>,
    pub findings: Vec<Found>,
    pub counts: Counts,
}

/// Puts a finding into words.
pub fn found(policy: &Policy, paper: &Paper, finding: &Finding) -> Found {
    let text = |text: &Option<crate::model::Text>| text.as_ref().map(|text| text.to_string());
    let Wording { message, hint } = wording(paper.words, policy, finding);
    Found {
        check: finding.check,
        severity: finding.severity.code(),
        unit: text(&finding.unit),
        cadre: text(&finding.cadre),
        duty: text(&finding.duty),
        file: finding.place.file.as_deref().map(str::to_owned),
        sheet: finding.place.sheet.as_deref().map(str::to_owned),
        row: finding.place.row,
        column: text(&finding.place.column),
        value: finding.value.clone(),
        message,
        hint: Some(hint).filter(|hint| !hint.is_empty()),
    }
}

/// The whole verdict of a check.
pub fn verdict(policy: &Policy, paper: &Paper, day: Day, totals: &[DutyTotal], findings: &[Finding]) -> Verdict {
    let numbers = |total: &DutyTotal| DutyNumbers {
        duty: policy.duty(total.duty).code.clone(),
        units: total.units,
        seats: total.seats,
        filled: total.filled,
        gaps: total.gaps,
        accepted: total.accepted,
        cadres: total.cadres,
    };
    Verdict {
        as_of: day.to_string(),
        duties: totals.iter().map(numbers).collect(),
        findings: findings.iter().map(|finding| found(policy, paper, finding)).collect(),
        counts: Counts::of(findings),
    }
}

/// Findings as a table, one row each.
pub fn table(snapshot: &Snapshot, paper: &Paper, findings: &[Finding]) -> Table {
    let policy = snapshot.policy();
    let columns = [
        ("severity", 10),
        ("check", 24),
        ("unit_code", 14),
        ("cadre_code", 12),
        ("duty", 18),
        ("file", 20),
        ("sheet", 12),
        ("row", 8),
        ("column", 14),
        ("value", 20),
        ("message", 60),
        ("hint", 50),
    ];
    let mut table = paper.table("findings", policy, &columns);
    table.heading.title = say!(paper.words, "title-findings");
    table.heading.subtitle = vec![say!(paper.words, "as-of", day = written::day(snapshot.day, paper.lang()))];
    for finding in findings {
        let found = found(policy, paper, finding);
        table.push(vec![
            Cell::from(found.severity),
            Cell::from(found.check),
            found.unit.into(),
            found.cadre.into(),
            found.duty.into(),
            found.file.into(),
            found.sheet.into(),
            found.row.into(),
            found.column.into(),
            found.value.into(),
            found.message.into(),
            found.hint.into(),
        ]);
    }
    table
}

/// A finding's place in words.
pub fn place_of(paper: &Paper, finding: &Finding) -> String {
    place(paper.words, &finding.place)
}
