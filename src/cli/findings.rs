//! Findings on stderr: grouped by check, the screen capped, the counts last.

use super::desk::{Desk, Label};
use crate::model::finding::{Finding, Severity};
use crate::model::policy::{Policy, Profile};
use crate::report::paper::Paper;
use crate::report::verdict::{Counts, place_of};
use crate::say;
use crate::text::wording::{hint, message};
use crate::text::written::number;

/// The most findings of one check that are printed; files and JSON hold them all.
const MOST_SHOWN: usize = 12;

/// Prints findings, worst first, those of one check together.
pub fn print(desk: &Desk, policy: &Policy, findings: &[Finding]) {
    for severity in Severity::ALL {
        let mut checks: Vec<&str> = Vec::new();
        for finding in findings.iter().filter(|finding| finding.severity == severity) {
            if !checks.contains(&finding.check) {
                checks.push(finding.check);
            }
        }
        for check in checks {
            let own: Vec<&Finding> =
                findings.iter().filter(|finding| finding.check == check && finding.severity == severity).collect();
            print_check(desk, policy, severity, check, &own);
        }
    }
}

fn print_check(desk: &Desk, policy: &Policy, severity: Severity, check: &str, own: &[&Finding]) {
    let words = &desk.words;
    let label = words.say(&format!("label-{}", severity.code()), &[]);
    let colour = match severity {
        Severity::Error => "1;31",
        Severity::Warning => "33",
        Severity::Info => "36",
    };
    let label = desk.paint(&label, colour);
    let title = words.say(&format!("{check}.title"), &[]);
    let count = number(i64::try_from(own.len()).unwrap_or(i64::MAX), words.lang);
    desk.note(note_of(severity), &format!("{label} {check} · {title} ({count})"));
    let paper = Paper { words, order: &desk.order, profile: Profile::Full };
    let mut last_hint = String::new();
    for finding in own.iter().take(MOST_SHOWN) {
        let place = place_of(&paper, finding);
        let sentence = message(words, policy, finding);
        let line = if place.is_empty() { format!("  {sentence}") } else { format!("  {place}: {sentence}") };
        desk.note(note_of(severity), &line);
        let hint = hint(words, policy, finding);
        if !hint.is_empty() && hint != last_hint {
            desk.note(note_of(severity), &format!("    → {hint}"));
        }
        last_hint = hint;
    }
    if own.len() > MOST_SHOWN {
        let is_import = own.iter().any(|finding| finding.place.file.is_some());
        let key = if is_import { "more-findings-import" } else { "more-findings" };
        desk.note(note_of(severity), &say!(words, key, count = own.len() - MOST_SHOWN));
    }
}

/// With `--quiet`, what is only worth knowing is left out.
fn note_of(severity: Severity) -> Label {
    if severity == Severity::Info { Label::Note } else { Label::Plain }
}

/// Prints how many findings there are of each severity.
pub fn print_counts(desk: &Desk, findings: &[Finding]) {
    let Counts { error, warning, info } = Counts::of(findings);
    desk.note(Label::Note, &say!(desk.words, "counts", error = error, warning = warning, info = info));
}
