//! Time: whatever is changed can be taken back to the byte, and every earlier state can be told from the log.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use phancong::amend::assign::assign;
use phancong::amend::release::release;
use phancong::amend::replace::replace;
use phancong::amend::status::turn;
use phancong::amend::vacancy::{close, declare, extend};
use phancong::amend::{Amended, Grounds, Wanted};
use phancong::model::assignment::Assignment;
use phancong::model::book::{Book, Origin};
use phancong::model::cadre::Status;
use phancong::model::day::Period;
use phancong::model::finding::has_error;
use phancong::model::id::{CadreId, DutyId, UnitId};
use phancong::model::list::Kind;
use phancong::read::policy::policy;
use phancong::store::Store;
use phancong::store::log::{Entry, counts, last_standing};
use proptest::prelude::*;
use tempfile::TempDir;

mod memory;

/// One change by hand; numbers are taken modulo what there is.
#[derive(Clone, Debug)]
enum Deed {
    Assign { cadre: u32, unit: u32, from: u16, days: Option<u16> },
    Release { cadre: u32, on: u16 },
    Replace { old: u32, new: u32, on: u16 },
    Declare { unit: u32, since: u16, days: Option<u16> },
    Extend { unit: u32, until: u16 },
    Close { unit: u32, on: u16 },
    Turn { cadre: u32, status: usize, from: u16 },
    Import { unit: u32, number: u32 },
    Undo { change: usize },
}

const PEOPLE: u32 = 4;
const PLACES: u32 = 3;

fn deed() -> impl Strategy<Value = Deed> {
    let (who, place, day) = (0..PEOPLE, 1..=PLACES, 0u16..365);
    let days = prop::option::of(1u16..120);
    prop_oneof![
        3 => (who.clone(), place.clone(), day.clone(), days.clone())
            .prop_map(|(cadre, unit, from, days)| Deed::Assign { cadre, unit, from, days }),
        2 => (who.clone(), day.clone()).prop_map(|(cadre, on)| Deed::Release { cadre, on }),
        2 => (who.clone(), 0..PEOPLE, day.clone()).prop_map(|(old, new, on)| Deed::Replace { old, new, on }),
        2 => (place.clone(), day.clone(), days).prop_map(|(unit, since, days)| Deed::Declare { unit, since, days }),
        1 => (place.clone(), day.clone()).prop_map(|(unit, until)| Deed::Extend { unit, until }),
        1 => (place, day.clone()).prop_map(|(unit, on)| Deed::Close { unit, on }),
        2 => (who, 0usize..5, day).prop_map(|(cadre, status, from)| Deed::Turn { cadre, status, from }),
        2 => (0..PLACES, 1u32..6).prop_map(|(unit, number)| Deed::Import { unit, number }),
        1 => (0usize..20).prop_map(|change| Deed::Undo { change }),
    ]
}

fn day(number: u16) -> Date {
    date(2022, 1, 1).checked_add(i64::from(number).days()).expect("a day")
}

/// An office in a database: four people, three communes of one province.
struct Desk {
    _folder: TempDir,
    store: Store,
}

impl Desk {
    fn new() -> Self {
        let mut office = memory::Office::new(memory::POLICY);
        let units =
            "code,name,level,parent_code\nT,Tỉnh,province,\nA,Xã A,commune,T\nB,Xã B,commune,T\nC,Xã C,commune,T\n";
        let people = "code,full_name,level,home_unit_code\nP,Lê An,province,T\nQ,Võ Bình,province,T\nR,Hồ Chi,province,T\nS,Đỗ Du,province,T\n";
        let kinds = [Kind::Units, Kind::Cadres];
        let change = office.import(&[(kinds[0], units.into()), (kinds[1], people.into())]);
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.db");
        Store::create(&path, &office.book.policy, |_| Ok(())).expect("a database");
        let mut store = Store::open(&path).expect("a database");
        let writing = store.write().expect("a writing");
        writing.save(&office.book, &change).expect("room");
        writing.commit(&entry(None)).expect("room");
        Desk { _folder: folder, store }
    }

    /// Everything, as it is or as it was after a change, whatever the number of the last change.
    fn book(&self, after: Option<i64>) -> Book {
        let policy = policy(memory::POLICY, "policy.toml").expect("sound");
        let book =
            after.map_or_else(|| self.store.book(policy.clone()), |after| self.store.book_after(after, policy.clone()));
        Book { origin: Origin::default(), ..book.expect("a book") }
    }

    /// Makes a change; whether it was one.
    fn make(&mut self, deed: &Deed) -> bool {
        if let Deed::Undo { change } = deed {
            let changes = self.store.changes().expect("changes");
            // Without the first there would be nobody.
            let number = changes[change % changes.len()].id;
            return number > 1 && self.undo(number);
        }
        let amended = amended(self.book(None), deed);
        if has_error(&amended.findings) || amended.change.is_empty() {
            return false;
        }
        let writing = self.store.write().expect("a writing");
        writing.save(&amended.book, &amended.change).expect("room");
        let entry = Entry { counts: counts(&amended.change), ..entry(None) };
        writing.commit(&entry).expect("room");
        assert_eq!(self.book(None), amended.book, "what was worked out is what is kept");
        true
    }

    /// Takes a change back; whether that could be.
    fn undo(&mut self, change: i64) -> bool {
        let writing = self.store.write().expect("a writing");
        if writing.undo(change).is_err() {
            return false;
        }
        writing.commit(&entry(Some(change))).expect("room");
        true
    }

    /// The last change in effect that is no undo.
    fn last_standing(&self) -> Option<i64> {
        last_standing(&self.store.changes().expect("changes"))
    }
}

fn entry(undoes: Option<i64>) -> Entry {
    Entry {
        command: "test",
        about: String::new(),
        undoes,
        as_of: date(2022, 5, 31),
        user: String::new(),
        machine: String::new(),
        files: Vec::new(),
        counts: Vec::new(),
    }
}

fn amended(book: Book, deed: &Deed) -> Amended {
    let (duty, grounds) = (DutyId(0), Grounds { decision_no: "7-QĐ".into(), reason: "".into() });
    match *deed {
        Deed::Assign { cadre, unit, from, days } => {
            let period = Period { from: Some(day(from)), to: days.map(|days| day(from + days)) };
            let (cadre, unit) = (CadreId(cadre), UnitId(unit));
            let wish = Assignment { row: 0, cadre, unit, duty, period, decision_no: "1".into(), note: "".into() };
            assign(book, &wish)
        }
        Deed::Release { cadre, on } => release(book, CadreId(cadre), &Wanted::default(), day(on), &grounds),
        Deed::Replace { old, new, on } => {
            replace(book, [CadreId(old), CadreId(new)], &Wanted::default(), day(on), &grounds)
        }
        Deed::Declare { unit, since, days } => {
            let period = Period { from: Some(day(since)), to: days.map(|days| day(since + days)) };
            declare(book, (UnitId(unit), duty), period, "chờ kiện toàn".into())
        }
        Deed::Extend { unit, until } => extend(book, (UnitId(unit), duty), day(until), "".into()),
        Deed::Close { unit, on } => close(book, (UnitId(unit), duty), day(on)),
        Deed::Turn { cadre, status, from } => turn(book, CadreId(cadre), Status::ALL[status], day(from), &"".into()),
        Deed::Import { unit, number } => {
            let name = ["A", "B", "C"][unit as usize];
            let head = "code,name,level,parent_code,households";
            let units = format!("{head}\n{name},Xã {name},commune,T,{number}\nN{number},Xã N{number},commune,T,9\n");
            let seats = format!("unit_code,duty,min\n{name},lead,{number}\n");
            let mut office = memory::Office { book };
            let (change, findings) = office.take_in(&[(Kind::Units, units.into()), (Kind::Seats, seats.into())]);
            Amended { book: office.book, change, findings }
        }
        Deed::Undo { .. } => unreachable!("made elsewhere"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_earlier_state_is_told_from_the_log_and_all_undone_is_the_beginning(
        deeds in prop::collection::vec(deed(), 1..16)
    ) {
        let mut desk = Desk::new();
        let mut states = vec![desk.book(None)];
        for deed in &deeds {
            if desk.make(deed) {
                states.push(desk.book(None));
            }
        }
        for (at, state) in states.iter().enumerate() {
            let number = i64::try_from(at).expect("few") + 1;
            prop_assert_eq!(&desk.book(Some(number)), state, "after change {}", number);
        }
        while let Some(change) = desk.last_standing().filter(|change| *change > 1) {
            prop_assert!(desk.undo(change), "change {} is the last in effect and can be taken back", change);
        }
        prop_assert_eq!(&desk.book(None), &states[0]);
        // And all of it once more, the other way round.
        let changes = desk.store.changes().expect("changes");
        let last = states.len() as i64;
        for undo in changes.iter().filter(|logged| logged.id > last) {
            prop_assert!(desk.undo(undo.id), "the undo {} can be taken back", undo.id);
        }
        prop_assert_eq!(&desk.book(None), states.last().expect("a state"));
        // The seal, which every change renewed by what it touched, is that of the whole.
        prop_assert!(Store::open(desk.store.path()).is_ok());
    }

    #[test]
    fn changes_of_the_past_leave_no_seat_to_two_spells_of_one_cadre(deeds in prop::collection::vec(deed(), 1..16)) {
        let mut desk = Desk::new();
        for deed in &deeds {
            desk.make(deed);
        }
        let book = desk.book(None);
        for (at, one) in book.assignments.iter().enumerate() {
            prop_assert!(!one.period.is_reversed());
            for other in &book.assignments[at + 1..] {
                let is_same = (one.cadre, one.unit, one.duty) == (other.cadre, other.unit, other.duty);
                prop_assert!(!is_same || !one.period.overlaps(&other.period), "{:?} {:?}", one, other);
            }
        }
    }
}
