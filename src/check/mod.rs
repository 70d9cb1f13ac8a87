//! One file per check: a snapshot in, findings out. Never prints, never repairs.

use crate::model::coverage::Coverage;
use crate::model::finding::{Finding, Severity};
use crate::model::snapshot::Snapshot;

/// What every check looks at.
#[derive(Clone, Copy)]
pub struct View<'v, 'b> {
    /// All that is known, as of one day.
    pub snapshot: &'v Snapshot<'b>,
    /// Coverage of every (unit, duty) of that day.
    pub coverage: &'v [Coverage],
}

/// A check: a rule that the office's data should keep.
pub struct Check {
    /// Its id, named after the broken state; the key of its words in the catalogue.
    pub id: &'static str,
    /// How bad its findings are where the policy says nothing else.
    pub severity: Severity,
    /// Finds where the rule is broken, in the order of the book.
    pub find: fn(&View) -> Vec<Finding>,
}

/// Every check, in the order of their reporting.
pub const ALL: &[Check] = &[];

/// The check of an id.
pub fn find(id: &str) -> Option<&'static Check> {
    ALL.iter().find(|check| check.id == id)
}

/// Findings of every wanted check, each with the severity that the policy gives it; a check that
/// the policy switches off finds nothing.
pub fn run(snapshot: &Snapshot, coverage: &[Coverage], is_wanted: impl Fn(&str) -> bool) -> Vec<Finding> {
    let view = View { snapshot, coverage };
    let mut findings = Vec::new();
    for check in ALL.iter().filter(|check| is_wanted(check.id)) {
        let severity = match snapshot.policy().checks.get(check.id) {
            Some(None) => continue,
            Some(Some(own)) => *own,
            None => check.severity,
        };
        findings.extend((check.find)(&view).into_iter().map(|finding| Finding { severity, ..finding }));
    }
    findings
}
