//! Findings in words: grouped by check, the screen capped, the counts last.

use super::desk::{Desk, Label};
use crate::model::finding::{Finding, Severity};
use crate::model::policy::{Policy, Profile};
use crate::render::Look;
use crate::render::terminal::{painted, wrapped};
use crate::report::paper::Paper;
use crate::report::verdict::{Counts, place_of};
use crate::say;
use crate::text::wording::{hint, message};
use crate::text::written::number;

/// The most findings of one check that are shown on a screen; files hold them all.
pub const MOST_SHOWN: usize = 12;

/// How findings are told.
#[derive(Clone, Copy)]
pub struct Telling<'t> {
    /// Of which severities, in this order.
    pub severities: &'t [Severity],
    /// The most of one check.
    pub most: usize,
    /// How they look.
    pub look: Look,
}

/// Prints findings on stderr, worst first, those of one check together. With `--quiet`, what is only worth knowing is
/// left out.
pub fn print(desk: &Desk, policy: &Policy, findings: &[Finding]) {
    let wanted = if desk.is_quiet() { &Severity::ALL[..2] } else { &Severity::ALL[..] };
    let text = text(desk, policy, findings, &Telling { severities: wanted, most: MOST_SHOWN, look: desk.errors() });
    if !text.is_empty() {
        desk.note(Label::Plain, text.trim_end_matches('\n'));
    }
}

/// Findings in words, those of one check together.
pub fn text(desk: &Desk, policy: &Policy, findings: &[Finding], telling: &Telling) -> String {
    let mut text = String::new();
    for severity in telling.severities {
        let own: Vec<&Finding> = findings.iter().filter(|finding| finding.severity == *severity).collect();
        let mut checks: Vec<&str> = Vec::new();
        for finding in &own {
            if !checks.contains(&finding.check) {
                checks.push(finding.check);
            }
        }
        for check in checks {
            let own: Vec<&Finding> = own.iter().copied().filter(|finding| finding.check == check).collect();
            push_check(&mut text, desk, policy, &own, telling);
        }
    }
    text
}

/// What one check found, at least one finding: its title, then a line each, an advice once where several have the same.
fn push_check(text: &mut String, desk: &Desk, policy: &Policy, own: &[&Finding], telling: &Telling) {
    let (words, look) = (&desk.words, &telling.look);
    text.push_str(&title(desk, own, look));
    let paper = Paper { words, order: &desk.order, profile: Profile::Full };
    let mut last_hint = String::new();
    for finding in own.iter().take(telling.most) {
        let (place, sentence) = (place_of(&paper, finding), message(words, policy, finding));
        let line = if place.is_empty() { sentence } else { format!("{place}: {sentence}") };
        text.push_str(&format!("{}\n", wrapped(&line, "  ", "      ", look)));
        let hint = hint(words, policy, finding);
        if !hint.is_empty() && hint != last_hint {
            text.push_str(&format!("{}\n", wrapped(&hint, "    → ", "      ", look)));
        }
        last_hint = hint;
    }
    if own.len() > telling.most {
        let is_import = own.iter().any(|finding| finding.place.file.is_some());
        let key = if is_import { "more-findings-import" } else { "more-findings" };
        text.push_str(&format!("{}\n", say!(words, key, count = own.len() - telling.most)));
    }
}

fn title(desk: &Desk, own: &[&Finding], look: &Look) -> String {
    let Some(first) = own.first() else { return String::new() };
    let colour = match first.severity {
        Severity::Error => "1;31",
        Severity::Warning => "33",
        Severity::Info => "36",
    };
    let label = painted(&desk.words.say(&format!("label-{}", first.severity.code()), &[]), colour, look);
    let title = desk.words.say(&format!("{}.title", first.check), &[]);
    let count = number(i64::try_from(own.len()).unwrap_or(i64::MAX), desk.words.lang);
    format!("{label} {} · {title} ({count})\n", first.check)
}

/// Prints how many findings there are of each severity.
pub fn print_counts(desk: &Desk, findings: &[Finding]) {
    let Counts { error, warning, info } = Counts::of(findings);
    desk.note(Label::Note, &say!(desk.words, "counts", error = error, warning = warning, info = info));
}
