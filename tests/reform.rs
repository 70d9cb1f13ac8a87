//! Reforms: what becomes of units and of what hangs on them, and what is refused.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use phancong::amend::reform::{Reformed, reform};
use phancong::model::finding::has_error;
use phancong::model::id::UnitId;
use phancong::model::lang::Lang;
use phancong::model::policy::Profile;
use phancong::model::reform::{Decided, Issue, Reform, ReformRow, Verdict};
use phancong::model::snapshot::Snapshot;
use phancong::read::policy::{policy, succeeding};
use phancong::read::source::File;
use phancong::render::{Format, Look, render};
use phancong::report::paper::Paper;
use phancong::report::reform as report;
use phancong::text::catalogue::Catalogue;
use phancong::text::order::Order;
use reformed::{LAST, NEXT, ON, book, covered, done, holders, refused, table};

mod memory;
mod reformed;

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
    second.unit = UnitId::at(at("E"));
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
        amended.book.path(UnitId::at(unit.expect("a unit")))
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
        let now = book.successor_on(UnitId::at(at), date(2024, 1, 1));
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
            .map(|row| ReformRow { parent_code: if row.new_code.is_empty() { "".into() } else { "B".into() }, ..row })
            .collect(),
        ..table(MERGER)
    };
    assert_eq!(refused(book, &gone), [("reform-left-behind", None)]);
}

/// The list is read as it was written, in both forms and languages, with what was decided already.
#[test]
fn the_list_of_what_is_to_be_decided_goes_out_and_comes_back() {
    let mut wish = table("old_code,new_code,new_name\nA,N,Xã Mới\nE,N,\n");
    wish.decided = vec![Decided {
        unit_code: "A".into(),
        cadre_code: "LA".into(),
        duty: "lead".into(),
        verdict: Some(Verdict::Move),
        to: "C".into(),
        place: Default::default(),
    }];
    let Reformed { amended, outcome } = done(book(), &wish);
    for (lang, format) in
        Lang::ALL.into_iter().flat_map(|lang| [Format::Csv, Format::Xlsx].map(|format| (lang, format)))
    {
        let (words, order) = (Catalogue::new(lang), Order::new());
        let paper = Paper { words: &words, order: &order, profile: Profile::Full };
        let asked = report::asked(&Snapshot::new(&amended.book, ON), &paper, &outcome.asked);
        let bytes = render(&asked, format, &Look { excel: true, ..Look::default() }).expect("a list");
        let file = File { path: "r".into(), name: "r".into(), size: bytes.len() as u64, bytes };
        let (read, findings) = phancong::read::reform::decided(&file);
        assert_eq!(findings, [], "{lang:?} {format:?}");
        let read: Vec<Decided> = read
            .into_iter()
            .map(|row| Decided { place: Default::default(), ..row })
            .filter(|row| row.verdict.is_some())
            .collect();
        assert_eq!(read, wish.decided, "{lang:?} {format:?}");
    }
}
