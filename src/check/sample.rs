//! A small, sound district for the tests of checks: two communes in one cluster, three hamlets, two cadres.

#![cfg(test)]

use jiff::civil::date;

use super::{Check, View};
use crate::model::assignment::Assignment;
use crate::model::book::Book;
use crate::model::cadre::{Cadre, Status};
use crate::model::day::{Day, Period};
use crate::model::decision::Decision;
use crate::model::finding::Finding;
use crate::model::id::{CadreId, DutyId, LevelId, UnitId};
use crate::model::lang::{Lang, Words};
use crate::model::meeting::{Meeting, Rule, hour};
use crate::model::policy::{Duty, Level, Policy, Window};
use crate::model::seat::SeatLimits;
use crate::model::seats::Seats;
use crate::model::snapshot::Snapshot;
use crate::model::unit::Unit;
use crate::model::vacancy::Vacancy;
use crate::text::catalogue::Catalogue;
use crate::text::wording::{Wording, wording};

/// The day that the checks look at.
pub const DAY: Day = date(2022, 6, 30);
/// The first day of every assignment.
pub const BEGIN: Day = date(2022, 1, 1);

/// The level of the whole.
pub const DISTRICT: LevelId = LevelId(0);
/// The overlay level.
pub const CLUSTER: LevelId = LevelId(1);
/// The level grouped by clusters; both cadres are counted on it.
pub const COMMUNE: LevelId = LevelId(2);
/// The level of the units that need the duty.
pub const HAMLET: LevelId = LevelId(3);

/// The meeting of every hamlet, on days 10 to 15.
pub const CELL: &str = "Sinh hoạt chi bộ";

/// The only duty: one seat in each hamlet, held from communes, within the commune, at most two hamlets each.
pub const FOLLOWS: DutyId = DutyId(0);

/// D, the district.
pub const WHOLE: UnitId = UnitId(0);
/// CV1, the cluster of both communes.
pub const GROUP: UnitId = UnitId(1);
/// N, a commune.
pub const NORTH: UnitId = UnitId(2);
/// S, a commune.
pub const SOUTH: UnitId = UnitId(3);
/// N.1, a hamlet of the north, called like the one of the south.
pub const NORTH_1: UnitId = UnitId(4);
/// N.2, a hamlet of the north.
pub const NORTH_2: UnitId = UnitId(5);
/// S.1, the hamlet of the south.
pub const SOUTH_1: UnitId = UnitId(6);

/// Of the north, follows both hamlets there.
pub const AN: CadreId = CadreId(0);
/// Of the south, follows the hamlet there; the assignment is the last one in the book.
pub const BINH: CadreId = CadreId(1);

/// A book in which every check finds nothing.
pub fn district() -> Book {
    let mut book = Book::new(policy());
    add_unit(&mut book, "D", "Huyện D", DISTRICT, None);
    add_unit(&mut book, "CV1", "Cụm vùng 1", CLUSTER, Some(WHOLE));
    add_unit(&mut book, "N", "Xã Bắc", COMMUNE, Some(WHOLE)).group = Some(GROUP);
    add_unit(&mut book, "S", "Xã Nam", COMMUNE, Some(WHOLE)).group = Some(GROUP);
    add_unit(&mut book, "N.1", "Ấp 1", HAMLET, Some(NORTH));
    add_unit(&mut book, "N.2", "Ấp 2", HAMLET, Some(NORTH));
    add_unit(&mut book, "S.1", "Ấp 1", HAMLET, Some(SOUTH));
    add_cadre(&mut book, "CB1", "Lê Văn An", NORTH);
    add_cadre(&mut book, "CB2", "Trần Thị Bình", SOUTH);
    assign(&mut book, AN, NORTH_1);
    assign(&mut book, AN, NORTH_2);
    assign(&mut book, BINH, SOUTH_1);
    book
}

/// What a check finds in a book on the day; fails when a sentence or a hint has an unfilled value.
pub fn found(check: &Check, book: &Book) -> Vec<Finding> {
    let snapshot = Snapshot::new(book, DAY);
    let (seats, mut findings) = (Seats::of(&snapshot), Vec::new());
    (check.find)(&View { snapshot: &snapshot, seats: &seats }, &mut |finding| findings.push(finding));
    for finding in &findings {
        assert_eq!((finding.check, finding.severity), (check.id, check.severity));
        let said = Lang::ALL.map(|lang| said(book, lang, finding));
        assert!(!said.concat().contains(['{', '\n']), "{said:#?}");
    }
    findings
}

/// A finding in one language, its hint behind it.
pub fn said(book: &Book, lang: Lang, finding: &Finding) -> String {
    let words = Catalogue::new(lang);
    let Wording { message, hint } = wording(&words, &book.policy, finding);
    format!("{message} → {hint}")
}

/// Adds a unit without dates.
pub fn add_unit<'b>(
    book: &'b mut Book,
    code: &str,
    name: &str,
    level: LevelId,
    parent: Option<UnitId>,
) -> &'b mut Unit {
    let unit = Unit {
        row: 0,
        code: code.into(),
        name: name.into(),
        level,
        parent,
        group: None,
        rank: "".into(),
        households: None,
        period: Period::default(),
        note: "".into(),
    };
    book.units.push(unit);
    book.units.last_mut().expect("just pushed")
}

/// Adds an active cadre of a commune.
pub fn add_cadre<'b>(book: &'b mut Book, code: &str, full_name: &str, home: UnitId) -> &'b mut Cadre {
    let cadre = Cadre {
        row: 0,
        code: code.into(),
        full_name: full_name.into(),
        birth_year: None,
        position: "".into(),
        organization: "".into(),
        level: COMMUNE,
        home,
        phone: "".into(),
        status: Status::Active,
        status_from: None,
        note: "".into(),
        earlier: Vec::new(),
    };
    book.cadres.push(cadre);
    book.cadres.last_mut().expect("just pushed")
}

/// Adds an open assignment under the only duty.
pub fn assign(book: &mut Book, cadre: CadreId, unit: UnitId) -> &mut Assignment {
    let assignment = Assignment {
        row: 0,
        cadre,
        unit,
        duty: FOLLOWS,
        period: Period { from: Some(BEGIN), to: None },
        decision_no: "1-QĐ/HU".into(),
        note: "".into(),
    };
    book.assignments.push(assignment);
    book.assignments.last_mut().expect("just pushed")
}

/// Adds an accepted gap under the only duty.
pub fn accept(book: &mut Book, unit: UnitId, until: Option<Day>) {
    book.vacancies.push(Vacancy { row: 0, unit, duty: FOLLOWS, since: BEGIN, until, reason: "".into() });
}

/// Adds a decision that is signed and takes effect on the first day of every assignment.
pub fn decide<'b>(book: &'b mut Book, number: &str) -> &'b mut Decision {
    let decision = Decision {
        row: 0,
        number: number.into(),
        day: BEGIN,
        issuer: "".into(),
        signer: "".into(),
        effective: None,
        replaces: "".into(),
        note: "".into(),
    };
    book.decisions.push(decision);
    book.decisions.last_mut().expect("just pushed")
}

/// Adds a meeting of every month.
pub fn meet(book: &mut Book, unit: UnitId, name: &str, rule: &str, at: Option<&str>) {
    let (rule, hour) = (Rule::parse(rule).expect("a rule"), at.and_then(hour));
    let (place, note) = ("".into(), "".into());
    book.meetings.push(Meeting { row: 0, unit, name: name.into(), rule, hour, place, note });
}

fn policy() -> Policy {
    let duty = Duty {
        code: "commune-hamlet".to_owned(),
        name: words("Theo dõi, hỗ trợ ấp", "Follows a hamlet"),
        unit: HAMLET,
        cadre: vec![COMMUNE],
        seats: SeatLimits { min: 1, max: Some(1) },
        limit: Some(2),
        within: Some(COMMUNE),
    };
    let mut levels = vec![
        level("district", words("huyện", "district"), None),
        level("cluster", words("cụm vùng", "cluster"), Some(DISTRICT)),
        level("commune", words("xã", "commune"), Some(DISTRICT)),
        level("hamlet", words("ấp", "hamlet"), Some(COMMUNE)),
    ];
    levels[CLUSTER.index()].overlay = true;
    levels[COMMUNE.index()].grouped_by = Some(CLUSTER);
    let windows = vec![Window { name: words(CELL, "Cell meeting"), unit: HAMLET, days: [10, 15] }];
    Policy { levels, duties: vec![duty], windows, ..Policy::default() }
}

fn level(code: &str, name: Words, parent: Option<LevelId>) -> Level {
    Level { code: code.to_owned(), name, parent, grouped_by: None, overlay: false }
}

fn words(vi: &str, en: &str) -> Words {
    Words { vi: vi.to_owned(), en: en.to_owned() }
}
