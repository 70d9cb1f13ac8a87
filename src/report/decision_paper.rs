//! What a decision's own document says: its number and parts, whom it assigns, whom it releases.

use std::collections::{BTreeMap, HashSet};

use super::annex::Annexed;
use super::filling::{Field, Filling, List};
use super::issuer::{BLANK, Issuer};
use super::paper::Paper;
use super::roster::{area, distinct};
use super::service::ended;
use crate::model::assignment::Assignment;
use crate::model::cadre::Cadre;
use crate::model::day::Day;
use crate::model::decision::{Decision, cited};
use crate::model::id::{AssignmentId, CadreId, DutyId, UnitId};
use crate::model::release::released;
use crate::model::service::{End, Spell};
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::fold::key;
use crate::text::written;

const ASSIGNED: &[[&str; 2]] = &[
    ["stt", "no"],
    ["ho_ten", "full_name"],
    ["nam_sinh", "birth_year"],
    ["chuc_vu", "position"],
    ["don_vi", "organization"],
    ["dia_ban", "area"],
    ["nhiem_vu", "duty"],
    ["tu_ngay", "from"],
    ["ghi_chu", "note"],
];

const RELEASED: &[[&str; 2]] = &[
    ["stt", "no"],
    ["ho_ten", "full_name"],
    ["nam_sinh", "birth_year"],
    ["chuc_vu", "position"],
    ["don_vi", "organization"],
    ["dia_ban", "area"],
    ["nhiem_vu", "duty"],
    ["den_ngay", "to"],
    ["ly_do", "reason"],
];

/// What fills in the document of a decision that the assignments cite.
pub fn decision_paper(snapshot: &Snapshot, paper: &Paper, of: &Annexed, citing: &[AssignmentId]) -> Filling {
    let effective = of.decision.map(Decision::in_effect_from);
    let number = key(of.number);
    let replaced: HashSet<String> =
        of.decision.iter().flat_map(|decision| cited(&decision.replaces)).map(key).collect();
    // A release by hand leaves the number in the note.
    let is_noted = |note: &str| key(note).split([' ', ';', ',']).any(|word| word == number);
    let is_replaced = |numbers: &str| cited(numbers).any(|number| replaced.contains(&key(number)));
    let is_ended = |one: &Assignment| is_noted(&one.note) || is_replaced(&one.decision_no);
    let mut gone = released(snapshot.book, citing, effective, is_ended);
    gone.retain(|spell| snapshot.is_in(spell.unit, of.top));
    let assigned = assigned(snapshot, paper, of.top, citing);
    let released = releases(snapshot, paper, of.top, &gone);
    let counts = [
        distinct_count(citing.iter().map(|id| snapshot.book.assignment(*id).cadre)),
        distinct_count(citing.iter().map(|id| snapshot.book.assignment(*id).unit)),
        distinct_count(gone.iter().map(|spell| spell.cadre)),
    ];
    let fields = fields(snapshot, paper, of, counts);
    let lists = vec![
        List { names: ["phan_cong", "assigned"], columns: ASSIGNED, items: assigned },
        List { names: ["thoi", "released"], columns: RELEASED, items: released },
    ];
    Filling { fields, lists }
}

fn fields(snapshot: &Snapshot, paper: &Paper, of: &Annexed, [cadres, units, gone]: [usize; 3]) -> Vec<Field> {
    let (words, decision) = (paper.words, of.decision);
    let told = |text: fn(&Decision) -> &str| decision.map_or("", text).to_owned();
    let issuer = Issuer::of(&told(|decision| &decision.issuer), of.number, snapshot.policy());
    let day = |day: Option<Day>| match day {
        Some(day) => written::day_in_words(day, paper.lang()),
        None => say!(words, "day-blank"),
    };
    let effective = match decision.and_then(|decision| decision.effective) {
        Some(effective) => day(Some(effective)),
        None => say!(words, "day-of-signing"),
    };
    let replaces = match told(|decision| &decision.replaces) {
        none if none.is_empty() => none,
        numbers => say!(words, "paper-replaces", numbers = numbers),
    };
    let last = if gone > 0 { 3 } else { 2 };
    let number = |count: usize| written::number(i64::try_from(count).unwrap_or(i64::MAX), paper.lang());
    let field = |names, value| Field { names, value };
    vec![
        field(["so", "number"], of.number.to_owned()),
        field(["ngay", "day"], day(decision.map(|decision| decision.day))),
        field(["dia_danh", "place"], BLANK.to_owned()),
        field(["hieu_luc", "effective"], effective),
        field(["thay_the", "replaces"], replaces),
        field(["cap_tren", "superior"], issuer.superior),
        field(["ten_co_quan", "body"], issuer.body),
        field(["co_quan", "issuer"], issuer.whole),
        field(["tham_quyen", "on_behalf"], issuer.on_behalf),
        field(["chuc_vu_ky", "signer_title"], issuer.signer_title.to_owned()),
        field(["nguoi_ky", "signer"], told(|decision| &decision.signer)),
        field(["trich_yeu", "abstract"], say!(words, "paper-abstract")),
        field(["quy_dinh", "policy"], snapshot.policy().name.clone()),
        field(["van_phong", "office"], snapshot.policy().office.clone()),
        field(["noi_nhan", "recipients"], say!(words, "paper-recipients", last = last)),
        field(["so_can_bo", "cadres"], number(cadres)),
        field(["so_dia_ban", "units"], number(units)),
        field(["so_thoi", "released_count"], number(gone)),
        field(["dieu_cuoi", "last_article"], number(last)),
    ]
}

/// A row per duty and cadre, by duty, then by given name.
fn assigned(snapshot: &Snapshot, paper: &Paper, top: Option<UnitId>, citing: &[AssignmentId]) -> Vec<Vec<String>> {
    let mut people: BTreeMap<(DutyId, CadreId), Vec<AssignmentId>> = BTreeMap::new();
    for id in citing {
        let assignment = snapshot.book.assignment(*id);
        people.entry((assignment.duty, assignment.cadre)).or_default().push(*id);
    }
    let row = |(at, (duty, cadre)): (usize, (DutyId, CadreId))| {
        let held: Vec<_> = people[&(duty, cadre)].iter().map(|id| snapshot.book.assignment(*id)).collect();
        let units = held.iter().map(|assignment| assignment.unit).collect();
        let days = days(paper, held.iter().filter_map(|assignment| assignment.period.from));
        let notes = distinct(held.iter().map(|assignment| assignment.note.as_str()));
        let who = who(paper, at + 1, snapshot.book.cadre(cadre));
        let what = [area(snapshot.book, paper, top, units), duty_name(snapshot, paper, duty), days];
        let note = if paper.shows("note") { notes } else { String::new() };
        who.into_iter().chain(what).chain([note]).collect()
    };
    in_order(snapshot, paper, people.keys().copied().collect()).into_iter().enumerate().map(row).collect()
}

/// The same of those who leave, with their last days and why, where it is not the decision itself.
fn releases(snapshot: &Snapshot, paper: &Paper, top: Option<UnitId>, gone: &[Spell]) -> Vec<Vec<String>> {
    let mut people: BTreeMap<(DutyId, CadreId), Vec<&Spell>> = BTreeMap::new();
    for spell in gone {
        people.entry((spell.duty, spell.cadre)).or_default().push(spell);
    }
    let row = |(at, (duty, cadre)): (usize, (DutyId, CadreId))| {
        let spells = &people[&(duty, cadre)];
        let units = spells.iter().map(|spell| spell.unit).collect();
        let days = days(paper, spells.iter().filter_map(|spell| spell.period.to));
        let ends = spells.iter().filter_map(|spell| spell.end).filter(|end| *end != End::Assignment);
        let reasons: Vec<String> = ends.map(|end| ended(paper, end)).collect();
        let who = who(paper, at + 1, snapshot.book.cadre(cadre));
        let what = [area(snapshot.book, paper, top, units), duty_name(snapshot, paper, duty), days];
        who.into_iter().chain(what).chain([distinct(reasons.iter().map(String::as_str))]).collect()
    };
    in_order(snapshot, paper, people.keys().copied().collect()).into_iter().enumerate().map(row).collect()
}

fn who(paper: &Paper, number: usize, cadre: &Cadre) -> Vec<String> {
    let born = cadre.birth_year.filter(|_| paper.shows("birth_year")).map(|year| year.to_string());
    let told = [&cadre.position, &cadre.organization].map(|text| text.to_string());
    let head = [number.to_string(), cadre.full_name.to_string(), born.unwrap_or_default()];
    head.into_iter().chain(told).collect()
}

fn duty_name(snapshot: &Snapshot, paper: &Paper, duty: DutyId) -> String {
    snapshot.policy().duty(duty).name.in_lang(paper.lang()).to_owned()
}

/// By duty as documents have them, then by given name.
fn in_order(snapshot: &Snapshot, paper: &Paper, mut people: Vec<(DutyId, CadreId)>) -> Vec<(DutyId, CadreId)> {
    let places: Vec<DutyId> = snapshot.policy().duty_ids().collect();
    let place = |duty: DutyId| places.iter().position(|known| *known == duty).unwrap_or(usize::MAX);
    let name = |cadre: CadreId| snapshot.book.cadre(cadre).full_name.as_str();
    people.sort_by(|(duty, one), (other_duty, other)| {
        let names = paper.order.compare_names(name(*one), name(*other));
        place(*duty).cmp(&place(*other_duty)).then(names).then(one.cmp(other))
    });
    people
}

fn days(paper: &Paper, days: impl Iterator<Item = Day>) -> String {
    let mut days: Vec<Day> = days.collect();
    days.sort_unstable();
    days.dedup();
    days.iter().map(|day| written::day(*day, paper.lang())).collect::<Vec<_>>().join("; ")
}

fn distinct_count<T: Eq + std::hash::Hash>(all: impl Iterator<Item = T>) -> usize {
    all.collect::<HashSet<T>>().len()
}
