//! A reform of a small district: a table of old and new units and, after a NUL, the list of what was decided. The first byte
//! tells whether the policy becomes another one too.

use phancong::amend::reform::reform;
use phancong::model::book::Book;
use phancong::model::finding::has_error;
use phancong::model::policy::Policy;
use phancong::model::reform::Reform;
use phancong::model::snapshot::Snapshot;
use phancong::read::policy::{policy, succeeding};
use phancong::read::reform::{decided, table};
use phancong::report::reform as report;

use super::held::{csv, file, goes_out_and_comes_back, looked_at, worded};
use crate::memory::Office;
use crate::reformed::{LAST, NEXT, ON, book, covered};

thread_local! {
    static BEFORE: (Book, Policy) = {
        let book = book();
        let next = policy(&succeeding(NEXT, &book.policy, LAST), "policy").expect("a sound policy");
        (book, next)
    };
}

/// Runs an input.
pub fn run(mut bytes: &[u8]) {
    let has_policy = super::first(&mut bytes) % 2 == 1;
    let mut parts = bytes.splitn(2, |byte| *byte == 0).map(|part| file("reform.csv", part));
    let (rows, mut findings) = parts.next().map(|part| table(&part)).unwrap_or_default();
    let (decided, found) = parts.next().map(|part| decided(&part)).unwrap_or_default();
    findings.extend(found);
    let (before, next) = BEFORE.with(|(book, next)| (book.clone(), has_policy.then(|| next.clone())));
    worded(&before.policy, &findings);
    if rows.is_empty() {
        return;
    }
    let reformed = reform(before.clone(), &Reform { rows, day: ON, decision_no: "9-NQ".into(), decided }, next);
    let (amended, outcome) = (reformed.amended, reformed.outcome);
    worded(&amended.book.policy, &amended.findings);
    let seen = amended.book.clone().seen_on(ON);
    let snapshot = Snapshot::new(&seen, ON);
    csv(|paper| report::told(&snapshot, paper, &outcome.told), true);
    let review = csv(|paper| report::asked(&snapshot, paper, &outcome.asked), true);
    csv(
        |paper| {
            let lines = report::lines(&snapshot, paper, &outcome, 5);
            assert!(!lines.is_empty(), "a reform of which nothing is to be said");
            report::told(&snapshot, paper, &[])
        },
        false,
    );
    if has_error(&findings) || has_error(&amended.findings) {
        return;
    }
    assert!(
        outcome.asked.is_empty() || !has_error(&phancong::read::reform::decided(&file("review.csv", &review)).1),
        "the list is refused"
    );
    assert!(covered(&before, LAST) == covered(&amended.book, LAST), "what was before the day is another one");
    looked_at(&amended.book, ON);
    let office = Office { book: amended.book };
    goes_out_and_comes_back(&office, ON, has_policy);
}
