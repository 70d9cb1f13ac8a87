//! One file per check: a snapshot in, findings out. Never prints, never repairs.

use std::collections::HashMap;

use crate::model::assignment::Assignment;
use crate::model::day::Month;
use crate::model::finding::{Finding, Severity};
use crate::model::id::{CadreId, UnitId};
use crate::model::policy::Policy;
use crate::model::seats::Seats;
use crate::model::sitting::{Sitting, told};
use crate::model::snapshot::Snapshot;
use crate::text::windows;

mod about;
mod assignment_before_decision;
mod assignment_on_ended_unit;
mod assignment_overlapping;
mod assignment_without_decision;
mod cadre_double_booked;
mod cadre_idle;
mod cadre_inactive_assigned;
mod cadre_not_eligible;
mod cadre_outside_area;
mod cadre_over_limit;
mod cadre_probably_twice;
mod decision_unknown;
mod first;
mod meeting_in_closed_days;
mod meeting_outside_window;
mod sample;
mod seat_empty;
mod seat_overfilled;
mod total_differs;
mod unit_name_repeated;
mod unit_outside_group;
mod unit_without_children;
mod vacancy_expired;

pub use first::{First, LeftOut, first};

/// What every check looks at.
#[derive(Clone, Copy)]
pub struct View<'v, 'b> {
    /// All that is known, as of one day.
    pub snapshot: &'v Snapshot<'b>,
    /// Its seats at a glance, or those that are asked for: what is as it should be is looked up in the snapshot.
    pub seats: &'v Seats,
}

impl<'b> View<'_, 'b> {
    /// Assignments in force on the day, in the order of the book.
    fn assignments(&self) -> impl Iterator<Item = &'b Assignment> {
        let day = self.snapshot.day;
        self.snapshot.book.assignments.iter().filter(move |assignment| assignment.period.contains(day))
    }

    /// The meetings that the office has told of, in the day's month.
    fn sittings(&self) -> Vec<Sitting> {
        let policy = self.snapshot.policy();
        let window_of = |name: &str, level| windows::window_of(policy, name, level);
        told(self.snapshot, Month::of(self.snapshot.day), &window_of)
    }
}

/// A check: a rule that the office's data should keep.
pub struct Check {
    /// Its id, named after the broken state; the key of its words in the catalogue.
    pub id: &'static str,
    /// How bad its findings are where the policy says nothing else.
    pub severity: Severity,
    /// Finds where the rule is broken, and gives each finding as it is found.
    pub find: fn(&View, &mut dyn FnMut(Finding)),
}

/// Every check, in the order of their reporting.
pub const ALL: &[Check] = &[
    seat_empty::CHECK,
    seat_overfilled::CHECK,
    vacancy_expired::CHECK,
    cadre_not_eligible::CHECK,
    cadre_outside_area::CHECK,
    cadre_over_limit::CHECK,
    cadre_inactive_assigned::CHECK,
    cadre_idle::CHECK,
    assignment_overlapping::CHECK,
    assignment_without_decision::CHECK,
    assignment_on_ended_unit::CHECK,
    assignment_before_decision::CHECK,
    decision_unknown::CHECK,
    cadre_double_booked::CHECK,
    meeting_outside_window::CHECK,
    meeting_in_closed_days::CHECK,
    unit_without_children::CHECK,
    unit_outside_group::CHECK,
    unit_name_repeated::CHECK,
    cadre_probably_twice::CHECK,
    total_differs::CHECK,
];

/// The check of an id.
pub fn find(id: &str) -> Option<&'static Check> {
    ALL.iter().find(|check| check.id == id)
}

/// Findings of every wanted check, sorted.
pub fn run(snapshot: &Snapshot, seats: &Seats, is_wanted: impl Fn(&str) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    each(snapshot, seats, is_wanted, &mut |finding| findings.push(finding));
    sort(snapshot.policy(), &mut findings);
    findings
}

/// Findings of every wanted check as they are found, each with the severity that the policy gives it; a check that the
/// policy switches off finds nothing.
pub fn each(snapshot: &Snapshot, seats: &Seats, is_wanted: impl Fn(&str) -> bool, take: &mut dyn FnMut(Finding)) {
    let view = View { snapshot, seats };
    for check in ALL.iter().filter(|check| is_wanted(check.id)) {
        let severity = match snapshot.policy().checks.get(check.id) {
            Some(None) => continue,
            Some(Some(own)) => *own,
            None => check.severity,
        };
        (check.find)(&view, &mut |finding| take(Finding { severity, ..finding }));
    }
}

/// Of findings, those about units and people that are asked for: what is about a unit, or what somebody holds there, by the
/// unit; what is about a cadre by the cadre; a decision that nobody knows by either. What is about the office as a whole
/// stays out.
pub fn within(
    findings: Vec<Finding>,
    is_unit: impl Fn(UnitId) -> bool,
    is_cadre: impl Fn(CadreId) -> bool,
) -> Vec<Finding> {
    let is_asked = |finding: &Finding| match finding.ids {
        (Some(unit), Some(cadre)) if finding.check == decision_unknown::CHECK.id => is_unit(unit) || is_cadre(cadre),
        (Some(unit), _) => is_unit(unit),
        (None, cadre) => cadre.is_some_and(&is_cadre),
    };
    findings.into_iter().filter(is_asked).collect()
}

/// Puts findings in order: by check, by duty in the policy's order, by unit code, by cadre code.
pub fn sort(policy: &Policy, findings: &mut [Finding]) {
    let checks: HashMap<&str, usize> = ALL.iter().enumerate().map(|(at, check)| (check.id, at)).collect();
    let duties: HashMap<&str, usize> =
        policy.duties.iter().enumerate().map(|(at, duty)| (duty.code.as_str(), at)).collect();
    let position = |finding: &Finding| {
        let duty = finding.duty.as_ref().and_then(|duty| duties.get(duty.as_str()).copied());
        (checks.get(finding.check).copied(), duty)
    };
    findings.sort_by_cached_key(|finding| (position(finding), finding.unit.clone(), finding.cadre.clone()));
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::path::Path;

    use super::sample::{DAY, district};
    use super::*;
    use crate::model::book::Book;
    use crate::model::lang::Lang;
    use crate::text::catalogue::Catalogue;

    /// Files of this room that are no checks.
    const OTHERS: [&str; 4] = ["about", "first", "mod", "sample"];

    fn run_all(book: &Book) -> Vec<Finding> {
        let snapshot = Snapshot::new(book, DAY);
        run(&snapshot, &Seats::of(&snapshot), |_| true)
    }

    #[test]
    fn every_check_has_an_id_of_its_own_and_every_file_is_registered() {
        let ids: HashSet<String> = ALL.iter().map(|check| check.id.to_owned()).collect();
        assert_eq!(ids.len(), ALL.len(), "two checks in ALL share an id");
        let room = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check");
        let names = room.read_dir().expect("the room").map(|file| file.expect("a file").path());
        let stems: HashSet<String> =
            names.map(|path| path.file_stem().expect("a name").display().to_string()).collect();
        let files: HashSet<String> = stems.iter().filter(|stem| !OTHERS.contains(&stem.as_str())).cloned().collect();
        for file in &files {
            assert!(ids.contains(&file.replace('_', "-")), "add to ALL in src/check/mod.rs:\n    {file}::CHECK,");
        }
        for id in &ids {
            assert!(files.contains(&id.replace('-', "_")), "{id} belongs into src/check/{}.rs", id.replace('-', "_"));
        }
    }

    #[test]
    fn every_check_has_its_words_in_both_languages() {
        for lang in Lang::ALL {
            let words = Catalogue::new(lang);
            for check in ALL {
                for key in ["", ".title", ".why", ".hint"].map(|part| format!("{}{part}", check.id)) {
                    assert!(words.find(&key, &[]).is_some(), "add {key} to src/text/words/{}/checks.ftl", lang.code());
                }
            }
        }
    }

    #[test]
    fn a_sound_book_and_an_empty_one_have_no_findings() {
        assert_eq!(run_all(&district()), []);
        assert_eq!(run_all(&Book::default()), []);
    }

    #[test]
    fn the_policy_sets_severities_and_switches_checks_off() {
        let mut book = district();
        book.assignments.pop();
        let severities =
            |book: &Book| run_all(book).iter().map(|found| (found.check, found.severity)).collect::<Vec<_>>();
        book.policy.checks.insert("cadre-idle".to_owned(), Some(Severity::Warning));
        assert_eq!(severities(&book), [("seat-empty", Severity::Error), ("cadre-idle", Severity::Warning)]);
        book.policy.checks.insert("seat-empty".to_owned(), None);
        assert_eq!(severities(&book), [("cadre-idle", Severity::Warning)]);
    }
}
