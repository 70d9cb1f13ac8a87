//! A review held against a count day by day, and as a command: what it writes, what it refuses, how it looks.

mod office;
mod reviewed;

use std::collections::{BTreeMap, BTreeSet};

use office::{Office, screen};
use phancong::model::book::Book;
use phancong::model::coverage::coverage;
use phancong::model::day::{Day, Period, Span, day_after, day_before};
use phancong::model::handover::turns;
use phancong::model::id::{CadreId, DutyId, UnitId};
use phancong::model::review::ends::End;
use phancong::model::review::seat_days::SeatDays;
use phancong::model::review::turnover::Turnover;
use phancong::model::review::{Review, begins, review};
use phancong::model::service::{Spell, spells};
use phancong::model::snapshot::Snapshot;
use proptest::prelude::*;
use reviewed::{DAYS, day, office};

/// The first day of which the lists tell of a seat, as the office would say it.
fn told_since(book: &Book, unit: UnitId, duty: DutyId) -> Day {
    let policy = &book.policy;
    if let Some(earlier) = policy.earlier.first().filter(|earlier| !earlier.policy.has_duty(duty)) {
        let came = day_after(earlier.until);
        return book.unit(unit).period.from.map_or(came, |founded| founded.max(came));
    }
    let of_duty = |own: DutyId| own == duty;
    let assigned = book.assignments.iter().filter(|row| of_duty(row.duty)).filter_map(|row| row.period.from);
    let vacant = book.vacancies.iter().filter(|row| of_duty(row.duty)).map(|row| row.since);
    let duty_first = assigned.chain(vacant).min().or_else(|| begins(book)).unwrap_or(Day::MIN);
    if let Some(founded) = book.unit(unit).period.from.filter(|founded| *founded > duty_first) {
        return founded;
    }
    let held = (0..2 * DAYS).map(day).find(|day| !present(book, *day, |at| (at.0, at.1) == (unit, duty)).is_empty());
    let is_here = |row: &&phancong::model::vacancy::Vacancy| (row.unit, row.duty) == (unit, duty);
    let vacant = book.vacancies.iter().filter(is_here).map(|row| row.since);
    held.into_iter().chain(vacant).min().unwrap_or(duty_first)
}

/// Who holds what on a day, wherever it is wanted.
fn present(book: &Book, day: Day, wanted: impl Fn(&At) -> bool) -> BTreeSet<At> {
    let in_force = book.assignments.iter().filter(|row| row.period.contains(day));
    let at_work = in_force.filter(|row| book.cadre(row.cadre).is_active_on(day));
    let there = at_work.filter(|row| book.unit(row.unit).period.contains(day));
    there.map(|row| (row.unit, row.duty, row.cadre)).filter(wanted).collect()
}

type At = (UnitId, DutyId, CadreId);

/// Days of seats on one day, and the seats without anybody on it.
fn counted(book: &Book, day: Day) -> (BTreeMap<DutyId, SeatDays>, BTreeSet<(UnitId, DutyId)>) {
    let snapshot = Snapshot::new(book, day);
    let (mut sums, mut alone) = (BTreeMap::new(), BTreeSet::new());
    for found in coverage(&snapshot) {
        let (needed, gap) = (u64::from(found.limits.min), u64::from(found.gap()));
        let is_told = day >= told_since(book, found.unit, found.duty);
        let own: &mut SeatDays = sums.entry(found.duty).or_default();
        let accepted = u64::from(found.accepted_gap());
        own.add(SeatDays {
            needed,
            held: needed - gap,
            empty: if is_told { gap } else { 0 },
            accepted,
            untold: if is_told { 0 } else { gap },
        });
        if is_told && needed > 0 && found.held() == 0 {
            alone.insert((found.unit, found.duty));
        }
    }
    (sums, alone)
}

fn check_days(book: &Book, review: &Review) {
    let mut alone: BTreeMap<(UnitId, DutyId), Vec<Day>> = BTreeMap::new();
    for (at, part) in review.parts.iter().enumerate() {
        let mut sums: BTreeMap<DutyId, SeatDays> = BTreeMap::new();
        for day in part.days() {
            let (counted, without) = counted(book, day);
            counted.into_iter().for_each(|(duty, own)| sums.entry(duty).or_default().add(own));
            without.into_iter().for_each(|seat| alone.entry(seat).or_default().push(day));
        }
        for duty in &review.duties {
            assert_eq!(duty.days[at], sums.get(&duty.duty).copied().unwrap_or_default(), "{:?} {part:?}", duty.duty);
        }
    }
    assert_eq!(review.alone.len(), alone.len());
    for own in &review.alone {
        let days = &alone[&(own.unit, own.duty)];
        let mut runs: Vec<Span> = Vec::new();
        for day in days {
            match runs.last_mut().filter(|run| day_after(run.last) == *day) {
                Some(run) => run.last = *day,
                None => runs.extend(Span::of(*day, *day)),
            }
        }
        let longest = runs.iter().map(|run| run.count()).max();
        assert_eq!((own.days as usize, Some(own.longest.count())), (days.len(), longest));
        assert!(runs.contains(&own.longest));
    }
    assert!(review.alone.windows(2).all(|pair| pair[0].longest.count() >= pair[1].longest.count()));
}

fn check_ends(book: &Book, review: &Review) {
    for (at, day) in [review.stretch.first, review.stretch.last].into_iter().enumerate() {
        let (sums, _) = counted(book, day);
        for duty in &review.duties {
            let is_in_force = book.policy.on(day).has_duty(duty.duty);
            assert_eq!(duty.ends[at].is_some(), is_in_force);
            let Some(end) = duty.ends[at] else { continue };
            let own = sums.get(&duty.duty).copied().unwrap_or_default();
            let End { seats, filled, gaps, accepted, untold, .. } = end;
            let right = (own.needed, own.held, own.empty, own.accepted, own.untold);
            assert_eq!((seats, filled, gaps, accepted, untold), right);
        }
    }
}

fn check_turnover(book: &Book, review: &Review) {
    let mut all: BTreeMap<(usize, DutyId), Turnover> = BTreeMap::new();
    for (at, part) in review.parts.iter().enumerate() {
        for day in part.days().filter(|day| *day > review.stretch.first) {
            let [before, now] = [day_before(day), day].map(|day| present(book, day, |_| true));
            for (_, duty, _) in now.difference(&before) {
                all.entry((at, *duty)).or_default().begun += 1;
            }
            for (_, duty, _) in before.difference(&now) {
                all.entry((at, *duty)).or_default().ended += 1;
            }
        }
    }
    for duty in &review.duties {
        for (at, own) in duty.turnover.iter().enumerate() {
            let right = all.get(&(at, duty.duty)).copied().unwrap_or_default();
            assert_eq!((own.begun, own.ended), (right.begun, right.ended), "{:?} {at}", duty.duty);
        }
        let sum = |of: fn(&Turnover) -> u64| duty.turnover.iter().map(of).sum::<u64>();
        assert!(sum(|own| own.handed) <= sum(|own| own.begun).min(sum(|own| own.ended)));
    }
}

/// What changed hands, each looked for among all others.
fn paired_one_by_one<'s>(book: &Book, spells: &'s [Spell], stretch: Period) -> BTreeSet<[Option<usize>; 2]> {
    let number = |spell: &'s Spell| spells.iter().position(|own| std::ptr::eq(own, spell));
    let is_in = |day: Option<Day>| day.is_some_and(|day| stretch.contains(day));
    let mut begun: Vec<&Spell> = spells.iter().filter(|spell| is_in(spell.period.from)).collect();
    let mut ended: Vec<&Spell> = spells.iter().filter(|spell| is_in(spell.over())).collect();
    begun.sort_by_key(|spell| spell.period.from);
    ended.sort_by_key(|spell| spell.over());
    let unit = |spell: &Spell| book.unit(spell.unit).clone();
    let follows = |old: &Spell, new: &Spell| {
        let over = unit(old).period.to.map(day_after);
        old.duty == new.duty && over.is_some() && over == unit(new).period.from
    };
    let is_place = |way: usize, old: &Spell, new: &Spell| match way {
        0 => (old.unit, old.duty) == (new.unit, new.duty),
        1 => follows(old, new) && unit(old).code == unit(new).code,
        _ => follows(old, new) && unit(old).name == unit(new).name,
    };
    let mut found = BTreeSet::new();
    for (is_same, way) in [(true, 0), (true, 1), (true, 2), (false, 0), (false, 1), (false, 2)] {
        ended.retain(|old| {
            let belongs = |new: &&Spell| {
                let is_right = if is_same { old.over() == new.period.from } else { true };
                is_right && (old.cadre == new.cadre) == is_same && is_place(way, old, new)
            };
            let Some(at) = begun.iter().position(belongs) else { return true };
            let new = begun.remove(at);
            if !is_same {
                found.insert([number(old), number(new)]);
            }
            false
        });
    }
    found.extend(begun.into_iter().map(|new| [None, number(new)]));
    found.extend(ended.into_iter().map(|old| [number(old), None]));
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_figure_is_what_a_count_day_by_day_gives(book in office(false), from in 0..DAYS, length in 0..DAYS) {
        let stretch = Span::of(day(from), day(from + length)).expect("days");
        let review = review(&book, stretch, None);
        check_days(&book, &review);
        check_ends(&book, &review);
        check_turnover(&book, &review);
        for own in &review.levels {
            prop_assert_eq!(own.last + own.ended, own.first + own.begun);
        }
    }

    #[test]
    fn what_changed_hands_is_found_as_if_each_were_looked_for_among_all(book in office(true), from in 0..DAYS) {
        let spells = spells(&book, |_| true);
        let stretch = Period { from: Some(day(from)), to: Some(day(from + 30)) };
        let number = |spell: &Spell| spells.iter().position(|own| std::ptr::eq(own, spell));
        let found: BTreeSet<[Option<usize>; 2]> =
            turns(&book, &spells, stretch).iter().map(|turn| [turn.old.and_then(number), turn.new.and_then(number)]).collect();
        prop_assert_eq!(found, paired_one_by_one(&book, &spells, stretch));
    }

    #[test]
    fn a_unit_is_reviewed_as_if_there_were_no_other(book in office(false), from in 0..DAYS, length in 0..DAYS) {
        let stretch = Span::of(day(from), day(from + length)).expect("days");
        let whole = review(&book, stretch, None);
        let parts: Vec<Review> =
            (0..reviewed::MANY).map(|at| review(&book, stretch, Some(UnitId::at(at)))).collect();
        for duty in &whole.duties {
            let of = |review: &Review| review.duties.iter().find(|own| own.duty == duty.duty).cloned();
            let mut sum = SeatDays::default();
            parts.iter().filter_map(of).flat_map(|own| own.days).for_each(|own| sum.add(own));
            let mut right = SeatDays::default();
            duty.days.iter().for_each(|own| right.add(*own));
            prop_assert_eq!(sum, right);
        }
        prop_assert_eq!(parts.iter().map(|part| part.alone.len()).sum::<usize>(), whole.alone.len());
    }
}

#[test]
fn a_place_that_goes_on_under_another_name_is_empty_as_one_place() {
    let book = reviewed::renewed();
    let stretch = Span::of(day(0), day(40)).expect("days");
    let found = review(&book, stretch, None);
    let alone: Vec<_> = found.alone.iter().map(|own| (own.unit, own.longest, own.days)).collect();
    let longest = Span::of(day(6), day(40)).expect("days");
    assert_eq!(alone, [(UnitId::at(1), longest, 35)]);
    let level = found.levels.iter().find(|own| own.ended > 0).expect("a level");
    assert_eq!((level.first, level.begun, level.ended, level.renewed, level.last), (1, 1, 1, 1, 1));
    assert_eq!(review(&book, stretch, Some(UnitId::at(1))).alone, found.alone);
}

#[test]
fn an_office_without_an_assignment_has_nothing_to_review() {
    let office = Office::empty();
    office.succeed(&["init", "--policy", "three-tier"]);
    let refused = office.run(&["--lang", "en", "export", "review", "--from", "2020-01-01", "--to", "2022-01-01"]);
    assert_eq!(refused.status.code(), Some(2), "{}", screen(&refused));
}

/// The bytes of a review in a format, each made twice.
fn made(office: &Office, format: &str, more: &[&str]) -> Vec<u8> {
    let days = ["-q", "export", "review", "--from", "2018-07-01", "--to", "2023-06-30", "--format", format];
    let make = |name: &str| {
        office.succeed(&[&days[..], &["-o", name], more].concat());
        std::fs::read(office.path(name)).expect("a review")
    };
    let first = make("one");
    assert!(first == make("other"), "{format}: other bytes");
    first
}

#[test]
fn every_format_has_every_section_and_the_same_bytes_each_time() {
    let office = Office::new();
    for format in ["table", "md", "html"] {
        let text = String::from_utf8(made(&office, format, &[])).expect("text");
        for number in ["I. ", "II. ", "III. ", "IV. ", "V. ", "VI. "] {
            assert!(text.contains(number), "{format}: {number}");
        }
    }
    assert_eq!(made(&office, "xlsx", &[])[..2], *b"PK");
    assert_eq!(made(&office, "docx", &[])[..2], *b"PK");
    let json: serde_json::Value = serde_json::from_slice(&made(&office, "json", &[])).expect("JSON");
    let rows = json["rows"].as_array().expect("rows");
    let sections: BTreeSet<&str> = rows.iter().filter_map(|row| row["section"].as_str()).collect();
    assert_eq!(sections, BTreeSet::from(["days", "decisions", "ends", "longest", "turnover", "units"]));
    assert!(rows.iter().all(|row| row["value"].is_u64() && row["from"].as_str() <= row["to"].as_str()));
    let csv = String::from_utf8(made(&office, "csv", &[])).expect("text");
    assert_eq!(csv.lines().count(), rows.len() + 1);
}

#[test]
fn the_page_loads_nothing_and_tells_its_pictures_in_words() {
    let page = String::from_utf8(made(&Office::new(), "html", &[])).expect("text");
    for bad in ["http:", "https:", "<script", "url(", "@import", "src="] {
        assert!(!page.contains(bad), "{bad}");
    }
    let pictures = page.matches("role=\"img\"").count();
    assert!(pictures > 0);
    assert_eq!(page.matches("<title id=").count(), pictures);
    assert_eq!(page.matches("<desc id=").count(), pictures);
}

#[test]
fn nobody_is_named() {
    let office = Office::new();
    let names = String::from_utf8(office.succeed(&["list", "cadres", "--format", "csv"]).stdout).expect("text");
    let names: Vec<&str> = names.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
    assert!(!names.is_empty());
    for format in ["csv", "md", "html"] {
        let text = String::from_utf8(made(&office, format, &["--profile", "full"])).expect("text");
        assert!(names.iter().all(|name| !text.contains(name)), "{format}");
    }
}
