//! Any reform leaves what was as it was, and comes back to the byte.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use phancong::amend::reform::{Reformed, reform};
use phancong::check;
use phancong::model::book::Book;
use phancong::model::finding::has_error;
use phancong::model::list::Kind;
use phancong::model::seats::Seats;
use phancong::model::snapshot::Snapshot;
use phancong::read::policy::{policy, succeeding};
use phancong::store::Store;
use phancong::store::log::Entry;
use proptest::prelude::*;
use reformed::{LAST, NEXT, ON, book, covered, table};

mod memory;
mod reformed;

/// What all checks find on the day before.
fn found(book: &Book) -> Vec<String> {
    let book = book.clone().seen_on(LAST);
    let snapshot = Snapshot::new(&book, LAST);
    let found = check::run(&snapshot, &Seats::of(&snapshot), |_| true);
    found
        .into_iter()
        .map(|found| format!("{} {:?} {:?} {:?}", found.check, found.unit, found.cadre, found.duty))
        .collect()
}

fn entry(undoes: Option<i64>) -> Entry {
    let (user, machine, about) = (String::new(), String::new(), String::new());
    Entry { command: "test", about, undoes, as_of: ON, user, machine, files: Vec::new(), counts: Vec::new() }
}

/// Every list and the policy, as they are exported.
fn exported(store: &Store) -> Vec<u8> {
    let text = store.policy_text().expect("a text");
    let book = store.book(policy(&text, "policy").expect("sound")).expect("a book");
    let office = memory::Office { book };
    let lists = Kind::ALL.map(|kind| office.export(kind, false));
    [text.into_bytes()].into_iter().chain(lists).flatten().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_was_stays_and_all_comes_back_to_the_byte(
        targets in prop::collection::vec((0usize..6, any::<bool>()), 4),
        renames in prop::collection::vec(any::<bool>(), 6),
        changes_policy in any::<bool>(),
    ) {
        let before = book();
        let mut text = "old_code,new_code,new_name\n".to_owned();
        let codes = ["A", "B", "C", "E", "N", "M"];
        for (old, (new, is_named)) in codes.iter().zip(&targets) {
            let name = if renames[*new] { format!("Phường {}", codes[*new]) } else { format!("Xã {}", codes[*new]) };
            if *is_named || changes_policy {
                writeln!(text, "{old},{},{name}", codes[*new]).expect("text");
            }
        }
        prop_assume!(text.lines().count() > 1);
        let next = changes_policy.then(|| policy(&succeeding(NEXT, &before.policy, LAST), "policy").expect("sound"));
        let Reformed { amended, .. } = reform(before.clone(), &table(&text), next.clone());
        prop_assume!(!has_error(&amended.findings));
        prop_assert_eq!(covered(&before, LAST), covered(&amended.book, LAST));
        prop_assert_eq!(found(&before), found(&amended.book));
        let codes: Vec<_> = Snapshot::new(&amended.book, ON).units().map(|(_, unit)| unit.code.clone()).collect();
        prop_assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());

        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.db");
        Store::create(&path, &before.policy, |_| Ok(())).expect("a database");
        let mut store = Store::open(&path).expect("a database");
        let writing = store.write().expect("a writing");
        let lists = phancong::model::compare::compare(Book::new(before.policy.clone()), before.clone()).1;
        writing.save(&before, &lists).expect("room");
        writing.commit(&entry(None)).expect("room");
        let at_first = exported(&store);
        let writing = store.write().expect("a writing");
        if let Some(next) = &next {
            writing.save_policy(next).expect("room");
        }
        writing.save(&amended.book, &amended.change).expect("room");
        writing.commit(&entry(None)).expect("room");
        let kept = store.book(amended.book.policy.clone()).expect("a book");
        let same = Book { origin: amended.book.origin.clone(), ..kept };
        prop_assert_eq!(&same, &amended.book, "what was worked out is what is kept");
        let reformed = exported(&store);
        let writing = store.write().expect("a writing");
        writing.undo(2).expect("nothing stands on it");
        writing.commit(&entry(Some(2))).expect("room");
        prop_assert_eq!(exported(&store), at_first);
        let writing = store.write().expect("a writing");
        writing.undo(3).expect("nothing stands on it");
        writing.commit(&entry(Some(3))).expect("room");
        prop_assert_eq!(exported(&store), reformed);
    }
}
