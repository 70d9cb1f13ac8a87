//! Reforms: what becomes of units and of what hangs on them; what is refused; what was stays, and comes back to the byte.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil::{Date, date};
use phancong::amend::reform::{Reformed, reform};
use phancong::model::book::Book;
use phancong::model::coverage::coverage;
use phancong::model::finding::{Finding, has_error};
use phancong::model::lang::Lang;
use phancong::model::list::Kind;
use phancong::model::reform::{Decided, Issue, Reform, Verdict};
use phancong::model::snapshot::Snapshot;
use phancong::read::policy::{policy, succeeding};
use phancong::read::source::File;
use phancong::store::Store;
use phancong::store::log::Entry;
use phancong::text::catalogue::Catalogue;
use phancong::text::wording::{hint, message};
use proptest::prelude::*;

mod memory;

const ON: Date = date(2022, 7, 1);
const LAST: Date = date(2022, 6, 30);

const POLICY: &str = r#"
name = "Quy định"
office = "Ban Tổ chức"
[[level]]
code = "district"
name = { vi = "huyện", en = "district" }
[[level]]
code = "commune"
name = { vi = "xã", en = "commune" }
parent = "district"
[[level]]
code = "hamlet"
name = { vi = "ấp", en = "hamlet" }
parent = "commune"
[[duty]]
code = "lead"
name = { vi = "Phụ trách xã", en = "Leads a commune" }
unit = "commune"
cadre = ["district"]
[[duty]]
code = "follow"
name = { vi = "Theo dõi ấp", en = "Follows a hamlet" }
unit = "hamlet"
cadre = ["district"]
within = "district"
"#;

/// Without districts, and with a duty of its own.
const NEXT: &str = r#"
name = "Quy định mới"
office = "Ban Xây dựng Đảng"
[[level]]
code = "commune"
name = { vi = "xã, phường", en = "commune" }
[[level]]
code = "hamlet"
name = { vi = "ấp", en = "hamlet" }
parent = "commune"
[[duty]]
code = "visit"
name = { vi = "Thăm ấp", en = "Visits a hamlet" }
unit = "hamlet"
cadre = ["commune"]
[[duty]]
code = "lead"
name = { vi = "Cán bộ phụ trách xã", en = "Leads a commune" }
unit = "commune"
cadre = ["commune"]
"#;

/// A district of four communes with two hamlets each.
fn book() -> Book {
    let mut office = memory::Office::new(POLICY);
    let mut units = "code,name,level,parent_code,type,households\nD,Huyện D,district,,Huyện,\n".to_owned();
    let mut held = "cadre_code,unit_code,duty,from,to,decision_no\n".to_owned();
    let mut people = "code,full_name,level,home_unit_code\n".to_owned();
    for commune in ["A", "B", "C", "E"] {
        writeln!(units, "{commune},Xã {commune},commune,D,Xã,100").expect("text");
        writeln!(people, "L{commune},Lê {commune},district,{commune}").expect("text");
        writeln!(held, "L{commune},{commune},lead,2022-01-01,,1").expect("text");
        for hamlet in 1..=2 {
            writeln!(units, "{commune}.{hamlet},Ấp {hamlet},hamlet,{commune},Ấp,50").expect("text");
            writeln!(people, "F{commune}{hamlet},Võ {commune} {hamlet},district,D").expect("text");
            writeln!(held, "F{commune}{hamlet},{commune}.{hamlet},follow,2022-01-01,2024-12-31,2").expect("text");
        }
    }
    let seats = "unit_code,duty,min,max\nB,lead,1,2\n";
    let vacancies = "unit_code,duty,since,until,reason\nC.1,follow,2022-05-01,2022-08-31,chờ\n";
    let lists = [
        (Kind::Units, units.as_str()),
        (Kind::Cadres, &people),
        (Kind::Assignments, &held),
        (Kind::Seats, seats),
        (Kind::Vacancies, vacancies),
    ];
    office.import(&lists.map(|(kind, text)| (kind, text.as_bytes().to_vec())));
    office.book
}

fn table(text: &str) -> Reform {
    let bytes = text.as_bytes().to_vec();
    let file = File { path: "r.csv".into(), name: "r.csv".into(), size: bytes.len() as u64, bytes };
    let (rows, findings) = phancong::read::reform::table(&file);
    assert!(!has_error(&findings), "{findings:?}");
    Reform { rows, day: ON, decision_no: "9-NQ".into(), decided: Vec::new() }
}

fn done(book: Book, wish: &Reform) -> Reformed {
    let reformed = reform(book, wish, None);
    assert!(!has_error(&reformed.amended.findings), "{:?}", reformed.amended.findings);
    reformed
}

/// The checks that found something, with the row of the table; every sentence is whole in both languages.
fn refused(book: Book, wish: &Reform) -> Vec<(&'static str, Option<u32>)> {
    let reformed = reform(book, wish, None);
    let Book { policy, .. } = &reformed.amended.book;
    for finding in &reformed.amended.findings {
        for words in Lang::ALL.map(Catalogue::new) {
            let said = format!("{}{}", message(&words, policy, finding), hint(&words, policy, finding));
            assert!(!said.contains(['{', '}']) && !said.is_empty(), "{said}");
        }
    }
    let told = |finding: &Finding| (finding.check, finding.place.row);
    reformed.amended.findings.iter().map(told).collect()
}

/// Who covers what on a day: unit code and name, duty, cadres.
fn covered(book: &Book, day: Date) -> BTreeSet<(String, String, String, Vec<String>)> {
    let snapshot = Snapshot::new(book, day);
    let holders = |ids: &[phancong::model::id::AssignmentId]| {
        ids.iter().map(|id| book.cadre(book.assignment(*id).cadre).code.to_string()).collect()
    };
    let all = coverage(&snapshot).into_iter().map(|found| {
        let unit = book.unit(found.unit);
        let duty = snapshot.policy().duty(found.duty).code.clone();
        (unit.code.to_string(), book.path(found.unit), duty, holders(&found.holders))
    });
    all.collect()
}

fn holders(book: &Book, unit: &str, duty: &str) -> Vec<String> {
    let all = covered(book, ON).into_iter().find(|(code, _, own, _)| code == unit && own == duty);
    all.expect("a seat").3
}

const MERGER: &str = "old_code,new_code,new_name,whole\nA,B,Xã B,\nB,B,,\nC,A,Phường Mới,full\n";

#[test]
fn what_was_is_as_it_was_and_what_hangs_on_units_goes_with_them() {
    let before = book();
    let Reformed { amended, outcome } = done(before.clone(), &table(MERGER));
    let after = &amended.book;
    assert_eq!(covered(&before, LAST), covered(after, LAST));
    // B takes A in and is otherwise the same: it stays, with its number of seats. C has the code of A now.
    assert_eq!(holders(after, "B", "lead"), ["LB", "LA"]);
    assert_eq!(holders(after, "A", "lead"), ["LC"]);
    assert_eq!(holders(after, "A.1", "follow"), ["FA1"]);
    assert_eq!(holders(after, "E", "lead"), ["LE"]);
    let unit =
        |code: &str| after.units.iter().find(|unit| unit.code == code && unit.period.contains(ON)).expect("a unit");
    assert_eq!(after.unit(unit("A.1").parent.expect("above")).code, "B");
    assert_eq!(
        (unit("A").name.as_str(), unit("A").rank.as_str(), unit("A").households),
        ("Phường Mới", "Phường", Some(100))
    );
    assert_eq!(unit("B").period.from, None);
    assert_eq!(outcome.doubled, []);
    assert_eq!((outcome.followed, outcome.carried, outcome.ended.len()), (4, 6, 0));
    // The planned end stays; the decision is the reform's; the vacancy goes on until its end.
    let carried = after.assignments.last().expect("an assignment");
    assert_eq!((carried.period.to, carried.decision_no.as_str()), (Some(date(2024, 12, 31)), "9-NQ"));
    assert_eq!(after.vacancies[0].until, Some(LAST));
    assert_eq!((after.vacancies[1].since, after.vacancies[1].until), (ON, Some(date(2022, 8, 31))));
}

#[test]
fn a_home_is_the_unit_that_it_has_become() {
    let book = done(book(), &table(MERGER)).amended.book;
    let home = |code: &str, day: Date| {
        let seen = book.clone().seen_on(day);
        let cadre = seen.cadres.iter().find(|cadre| cadre.code == code).expect("a cadre");
        seen.unit(cadre.home).name.to_string()
    };
    assert_eq!([home("LA", LAST), home("LA", ON)], ["Xã A", "Xã B"]);
    assert_eq!([home("LC", LAST), home("LC", ON), home("LE", ON)], ["Xã C", "Phường Mới", "Xã E"]);
}

#[test]
fn seats_of_merged_units_double_up_and_the_office_decides() {
    let mut wish = table("old_code,new_code,new_name,type\nA,N,Xã Mới,Xã\nE,N,,\n");
    let outcome = done(book(), &wish).outcome;
    assert_eq!(outcome.doubled.iter().map(|seat| seat.count).collect::<Vec<_>>(), [1]);
    let asked: Vec<_> = outcome.asked.iter().map(|asked| (asked.issue, asked.proposed)).collect();
    assert_eq!(asked, [(Issue::Doubled, Some(Verdict::Keep)); 2]);
    let decide = |unit: &str, cadre: &str, duty: &str, verdict, to: &str| Decided {
        unit_code: unit.into(),
        cadre_code: cadre.into(),
        duty: duty.into(),
        verdict: Some(verdict),
        to: to.into(),
        place: Default::default(),
    };
    wish.decided =
        vec![decide("A", "LA", "lead", Verdict::Move, "C"), decide("E.1", "FE1", "follow", Verdict::End, "")];
    let Reformed { amended, outcome } = done(book(), &wish);
    assert_eq!(holders(&amended.book, "N", "lead"), ["LE"]);
    assert_eq!(holders(&amended.book, "C", "lead"), ["LC", "LA"]);
    assert_eq!(holders(&amended.book, "E.1", "follow"), Vec::<String>::new());
    assert_eq!(outcome.emptied.len(), 1);
    assert_eq!(outcome.idle.len(), 1);
    wish.decided = vec![decide("A", "LA", "lead", Verdict::Move, "A"), decide("X", "LA", "lead", Verdict::End, "")];
    assert_eq!(refused(book(), &wish), [("reform-move-nowhere", None), ("reform-decision-unused", None)]);
}

#[test]
fn somebody_who_held_several_merged_units_holds_the_new_one_once() {
    let mut book = book();
    let mut second = book.assignments[0].clone();
    let at = |code: &str| book.units.iter().position(|unit| unit.code == code).expect("a unit");
    second.unit = phancong::model::id::UnitId::at(at("E"));
    second.row = 99;
    second.period.to = Some(date(2022, 12, 31));
    book.assignments.push(second);
    let after = done(book, &table("old_code,new_code,new_name\nA,N,Xã Mới\nE,N,\n")).amended.book;
    assert_eq!(holders(&after, "N", "lead"), ["LA", "LE"]);
    let own = after.assignments.iter().filter(|row| row.period.from == Some(ON) && after.unit(row.unit).code == "N");
    assert_eq!(own.map(|row| row.period.to).collect::<Vec<_>>(), [None, None]);
}

#[test]
fn below_a_divided_unit_the_office_says_who_goes_where() {
    let mut wish = table("old_code,new_code,new_name,whole\nA,N,Xã Mới,một phần\nA,B,Xã B,partial\nB,B,,full\n");
    let below = ("reform-below-split", Some(2));
    assert_eq!(refused(book(), &wish), [below, below]);
    let asked = reform(book(), &wish, None).outcome.asked;
    assert_eq!(asked.iter().map(|asked| asked.issue).collect::<Vec<_>>(), [Issue::BelowSplit; 2]);
    let decide = |unit: &str, to: &str| Decided {
        unit_code: unit.into(),
        cadre_code: "".into(),
        duty: "".into(),
        verdict: Some(Verdict::Move),
        to: to.into(),
        place: Default::default(),
    };
    wish.decided = vec![decide("A.1", "N"), decide("A.2", "Z")];
    assert_eq!(refused(book(), &wish), [("reform-decision-nowhere", None)]);
    wish.decided = vec![decide("A.1", "N"), decide("A.2", "B")];
    let Reformed { amended, outcome } = done(book(), &wish);
    let path = |code: &str| {
        let unit = amended.book.units.iter().position(|unit| unit.code == code && unit.period.contains(ON));
        amended.book.path(phancong::model::id::UnitId::at(unit.expect("a unit")))
    };
    assert_eq!([path("A.1"), path("A.2")], ["Ấp 1, Xã Mới, Huyện D", "Ấp 2, Xã B, Huyện D"]);
    // Nobody took the place of A as a whole: its leader is asked about, and ends where nothing is decided.
    assert_eq!(outcome.asked.iter().filter(|asked| asked.issue == Issue::PlaceGone).count(), 1);
    assert_eq!(holders(&amended.book, "B", "lead"), ["LB"]);
    assert_eq!(covered(&book(), LAST), covered(&amended.book, LAST));
}

#[test]
fn everything_that_is_wrong_is_told_at_once_and_in_words() {
    let text = "old_code,old_name,new_code,new_name,type,level,parent_code,whole\n\
        A,Xã Z,N,Xã Mới,,,,\n\
        Z,,N,,,,,\n\
        B,,N,,,,,full\n\
        B,,M,Xã M,,,,full\n\
        C,,E,Xã E,,,,\n\
        ,,P,Xã P,,,,\n\
        E.1,,E.1,Ấp 1,,,Q,\n\
        E.2,,E.2,,,district,,\n\
        C.1,,C.1,Ấp Khác,,,E.1,\n";
    let found: BTreeSet<_> = refused(book(), &table(text)).into_iter().collect();
    for right in [
        ("reform-name-contradicts", Some(2)),
        ("reform-old-unknown", Some(3)),
        ("reform-mapped-twice", Some(5)),
        ("reform-code-taken", Some(6)),
        ("reform-level-needed", Some(7)),
        ("reform-parent-unknown", Some(8)),
    ] {
        assert!(found.contains(&right), "{right:?} in {found:?}");
    }
    assert_eq!(refused(book(), &table("old_code,new_code\nA,\n")), [("reform-forgotten", Some(2)); 2]);
    assert_eq!(refused(book(), &table("old_code,new_code,whole\nA,N,partial\n"))[0], ("reform-part-alone", Some(2)));
    let differs = table("old_code,new_code,new_name\nA,N,Xã Mới\nB,N,Xã Mới Hơn\n");
    assert_eq!(refused(book(), &differs), [("reform-new-differs", Some(3))]);
    let level = table("old_code,new_code,parent_code\nA.1,A.1,D\n");
    assert_eq!(refused(book(), &level), [("reform-parent-level", Some(2))]);
    // The old codes are those of the day before: the same table again means units that are over.
    let once = done(book(), &table("old_code,new_code,new_name\nA,N,Xã Mới\n")).amended.book;
    assert_eq!(refused(once, &table("old_code,new_code,new_name\nA,N,Xã Mới\n")), [("reform-old-unknown", Some(2))]);
}

#[test]
fn a_circle_of_parents_is_refused() {
    let text = "old_code,new_code,new_name,level,parent_code\nA,N,Xã N,commune,M\nB,M,Xã M,commune,N\n";
    let found = refused(book(), &table(text));
    assert!(!found.is_empty() && found.iter().all(|(check, _)| *check == "reform-parent-level"), "{found:?}");
}

#[test]
fn a_level_that_is_no_longer_there_goes_and_earlier_days_keep_their_policy() {
    let before = book();
    let next = policy(&succeeding(NEXT, &before.policy, LAST), "policy").expect("sound");
    let wish = table("old_code,new_code,new_name\nA,A,Xã A\nB,B,\nC,C,\nE,E,\n");
    let Reformed { amended, outcome } = reform(before.clone(), &wish, Some(next));
    assert!(!has_error(&amended.findings), "{:?}", amended.findings);
    let after = &amended.book;
    assert_eq!(covered(&before, LAST), covered(after, LAST));
    let duties: BTreeSet<String> = covered(after, ON).into_iter().map(|(_, _, duty, _)| duty).collect();
    assert_eq!(duties, ["lead".to_owned(), "visit".to_owned()].into());
    assert_eq!(holders(after, "A", "lead"), ["LA"]);
    assert_eq!(outcome.unheld.iter().map(|(_, count)| *count).sum::<usize>(), 8);
    assert_eq!(outcome.ended.iter().map(|(_, count)| *count).sum::<usize>(), 8);
    let on = Snapshot::new(after, ON);
    assert!(on.units().all(|(_, unit)| unit.code != "D"));
    assert_eq!(on.policy().name, "Quy định mới");
    assert_eq!(Snapshot::new(after, LAST).policy().duty_ids().count(), 2);
}

#[test]
fn reforms_chain() {
    let first = done(book(), &table(MERGER)).amended.book;
    let mut wish = table("old_code,new_code,new_name\nB,E,Xã Lớn\nE,E,\nA,A,Xã Cuối\n");
    wish.day = date(2023, 7, 1);
    let book = done(first, &wish).amended.book;
    let of = |code: &str| {
        let at = book.units.iter().position(|unit| unit.code == code).expect("a unit");
        let now = book.successor_on(phancong::model::id::UnitId::at(at), date(2024, 1, 1));
        book.unit(now).name.to_string()
    };
    assert_eq!([of("A"), of("B"), of("C"), of("E"), of("A.1")], ["Xã Lớn", "Xã Lớn", "Xã Cuối", "Xã Lớn", "Ấp 1"]);
}

#[test]
fn an_assignment_of_later_days_moves_along() {
    let mut book = book();
    book.assignments[0].period.from = Some(date(2022, 9, 1));
    let after = done(book.clone(), &table("old_code,new_code,new_name\nA,N,Xã Mới\n")).amended.book;
    assert_eq!(after.unit(after.assignments[0].unit).code, "N");
    let gone = table("old_code,new_code,new_name\nA,,\nA.1,A.1,\nA.2,A.2,\n");
    let gone = Reform {
        rows: gone
            .rows
            .into_iter()
            .map(|row| phancong::model::reform::ReformRow {
                parent_code: if row.new_code.is_empty() { "".into() } else { "B".into() },
                ..row
            })
            .collect(),
        ..table(MERGER)
    };
    assert_eq!(refused(book, &gone), [("reform-left-behind", None)]);
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
        let codes: Vec<_> = Snapshot::new(&amended.book, ON).units().map(|(_, unit)| unit.code.clone()).collect();
        prop_assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());

        let folder = tempfile::tempdir().expect("a folder");
        let mut store = Store::create(&folder.path().join("a.db"), &before.policy).expect("a database");
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
