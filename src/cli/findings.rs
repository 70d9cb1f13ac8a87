//! Findings in words: grouped by check, the screen capped, the counts last.

use super::desk::{Desk, Label};
use crate::check::{First, LeftOut};
use crate::model::finding::{Counts, Finding, Severity};
use crate::model::policy::{Policy, Profile};
use crate::render::Look;
use crate::render::terminal::{painted, wrapped};
use crate::report::paper::Paper;
use crate::report::verdict::place_of;
use crate::say;
use crate::text::wording::{Wording, wording};
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
    print_some(desk, policy, findings, &LeftOut::new());
}

/// Prints the first findings of each check, as [`print`] all of them.
pub fn print_first(desk: &Desk, policy: &Policy, first: &First) {
    print_some(desk, policy, &first.findings, &first.left_out);
}

fn print_some(desk: &Desk, policy: &Policy, findings: &[Finding], left_out: &LeftOut) {
    let wanted = if desk.is_quiet() { &Severity::ALL[..2] } else { &Severity::ALL[..] };
    let telling = Telling { severities: wanted, most: MOST_SHOWN, look: desk.errors() };
    let text = text_of(desk, policy, (findings, left_out), &telling);
    if !text.is_empty() {
        desk.note(Label::Plain, text.trim_end_matches('\n'));
    }
}

/// Findings in words, those of one check together.
pub fn text(desk: &Desk, policy: &Policy, findings: &[Finding], telling: &Telling) -> String {
    text_of(desk, policy, (findings, &LeftOut::new()), telling)
}

fn text_of(desk: &Desk, policy: &Policy, (findings, left_out): (&[Finding], &LeftOut), telling: &Telling) -> String {
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
            let more = left_out.get(check).copied().unwrap_or_default();
            push_check(&mut text, desk, policy, (&own, more), telling);
        }
    }
    text
}

/// What one check found, at least one finding, and how many more: its title, then a line each, an advice once where
/// several have the same.
fn push_check(
    text: &mut String,
    desk: &Desk,
    policy: &Policy,
    (own, left_out): (&[&Finding], usize),
    telling: &Telling,
) {
    let (words, look) = (&desk.words, &telling.look);
    text.push_str(&title(desk, own, own.len() + left_out, look));
    let paper = Paper { words, order: &desk.order, profile: Profile::Full };
    let mut last_hint = String::new();
    for finding in own.iter().take(telling.most) {
        let (place, Wording { message, hint }) = (place_of(&paper, finding), wording(words, policy, finding));
        let line = if place.is_empty() { message } else { format!("{place}: {message}") };
        text.push_str(&format!("{}\n", wrapped(&line, "  ", "      ", look)));
        if !hint.is_empty() && hint != last_hint {
            text.push_str(&format!("{}\n", wrapped(&hint, "    → ", "      ", look)));
        }
        last_hint = hint;
    }
    let more = own.len().saturating_sub(telling.most) + left_out;
    if more > 0 {
        let is_import = own.iter().any(|finding| finding.place.file.is_some());
        let key = if is_import { "more-findings-import" } else { "more-findings" };
        text.push_str(&format!("{}\n", say!(words, key, count = more)));
    }
}

fn title(desk: &Desk, own: &[&Finding], count: usize, look: &Look) -> String {
    let Some(first) = own.first() else { return String::new() };
    let colour = match first.severity {
        Severity::Error => "1;31",
        Severity::Warning => "33",
        Severity::Info => "36",
    };
    let label = painted(&desk.words.say(&format!("label-{}", first.severity.code()), &[]), colour, look);
    let title = desk.words.say(&format!("{}.title", first.check), &[]);
    let count = number(i64::try_from(count).unwrap_or(i64::MAX), desk.words.lang);
    format!("{label} {} · {title} ({count})\n", first.check)
}

/// Prints how many findings there are of each severity.
pub fn print_counts(desk: &Desk, counts: Counts) {
    let Counts { error, warning, info } = counts;
    desk.note(Label::Note, &say!(desk.words, "counts", error = error, warning = warning, info = info));
}
