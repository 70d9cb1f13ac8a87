//! The month's meetings: nobody in two places, every free meeting on a day of its window; where that cannot be, as few as are in
//! each other's way are named, against every possible answer. Calendar files are read as another library reads them.

mod trust;

use std::collections::HashSet;

use icalendar::Component;
use jiff::civil::{Date, Time, date};
use phancong::model::calendar::{Calendar, Holiday};
use phancong::model::day::Month;
use phancong::model::id::{CadreId, LevelId, UnitId};
use phancong::model::lang::Words;
use phancong::model::policy::Window;
use phancong::model::sitting::Sitting;
use phancong::plan::calendar::{Plan, plan};
use proptest::prelude::*;
use trust::{code, office, run, said, sure};

const MONTH: &str = "2026-03";

fn window(days: [u8; 2]) -> Window {
    Window { name: Words { vi: "Sinh hoạt".to_owned(), en: "Meeting".to_owned() }, unit: LevelId(0), days }
}

/// Two days with two hours each.
fn rules() -> Calendar {
    let hours = [8, 14].map(|hour| Time::constant(hour, 0, 0, 0)).to_vec();
    Calendar { hours, ..Calendar::default() }
}

fn sitting(unit: usize, cadres: &[usize], fixed: Option<(Date, i8)>) -> Sitting {
    Sitting {
        unit: UnitId::at(unit),
        window: Some(0),
        name: "Sinh hoạt".into(),
        day: fixed.map(|(day, _)| day),
        hour: fixed.map(|(_, hour)| Time::constant(hour, 0, 0, 0)),
        place: "".into(),
        cadres: cadres.iter().map(|cadre| CadreId::at(*cadre)).collect(),
    }
}

fn planned(sittings: Vec<Sitting>, calendar: &Calendar) -> Plan {
    plan(sittings, Month::parse(MONTH).expect("a month"), &[window([10, 11])], calendar)
}

/// Whether meetings can be put on the four slots of two days so that nobody has two at a time.
fn is_possible(sittings: &[&Sitting]) -> bool {
    let slots = 4usize;
    (0..slots.pow(sittings.len() as u32)).any(|mut number| {
        let mut taken = HashSet::new();
        sittings.iter().all(|sitting| {
            let slot = number % slots;
            number /= slots;
            sitting.cadres.iter().all(|cadre| taken.insert((*cadre, slot)))
        })
    })
}

fn assert_sound(plan: &Plan) {
    let mut taken = HashSet::new();
    for sitting in plan.sittings.iter().filter(|sitting| sitting.hour.is_some()) {
        let (day, hour) = (sitting.day.expect("a day"), sitting.hour.expect("an hour"));
        assert!((date(2026, 3, 10)..=date(2026, 3, 11)).contains(&day), "{day}");
        assert!(sitting.cadres.iter().all(|cadre| taken.insert((*cadre, day, hour))), "{plan:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn nobody_is_in_two_places_and_what_is_said_to_be_impossible_is(
        people in prop::collection::vec(prop::collection::hash_set(0usize..4, 0..3), 1..7)
    ) {
        let sittings: Vec<Sitting> = people
            .iter()
            .enumerate()
            .map(|(unit, cadres)| sitting(unit, &cadres.iter().copied().collect::<Vec<_>>(), None))
            .collect();
        let all = is_possible(&sittings.iter().collect::<Vec<_>>());
        let plan = planned(sittings.clone(), &rules());
        assert_sound(&plan);
        prop_assert_eq!(plan.clashes.is_empty(), all);
        prop_assert_eq!(plan.sittings.iter().all(|sitting| sitting.hour.is_some()), all);
        for at in (0..sittings.len()).filter(|at| plan.sittings[*at].hour.is_none()) {
            prop_assert!(plan.clashes.iter().any(|clash| clash.sittings.contains(&at)), "{at} stays without a word");
        }
        for clash in &plan.clashes {
            let own: Vec<&Sitting> = clash.sittings.iter().map(|at| &sittings[*at]).collect();
            prop_assert!(clash.is_proven && !is_possible(&own), "{clash:?} can all be held");
            for left_out in 0..own.len() {
                let mut fewer = own.clone();
                fewer.remove(left_out);
                prop_assert!(is_possible(&fewer), "{clash:?} names one too many");
            }
        }
    }
}

#[test]
fn what_is_fixed_stays_and_others_go_around_it() {
    let fixed = Some((date(2026, 3, 10), 8));
    let sittings = vec![sitting(0, &[0], fixed), sitting(1, &[0, 1], None), sitting(2, &[1], None)];
    let plan = planned(sittings, &rules());
    assert_sound(&plan);
    assert_eq!((plan.sittings[0].day, plan.clashes.len()), (Some(date(2026, 3, 10)), 0));
}

#[test]
fn no_meeting_is_proposed_on_closed_days() {
    let holidays = vec![Holiday::Yearly(3, 10)];
    let plan = planned(vec![sitting(0, &[0], None)], &Calendar { holidays, ..rules() });
    assert_eq!(plan.sittings[0].day, Some(date(2026, 3, 11)));
    let holidays = vec![Holiday::Yearly(3, 10), Holiday::Yearly(3, 11)];
    let plan = planned(vec![sitting(0, &[0], None)], &Calendar { holidays, ..rules() });
    assert_eq!((plan.clashes[0].sittings.clone(), plan.clashes[0].is_proven), (vec![0], true));
}

#[test]
fn one_that_cannot_be_held_leaves_the_others_their_days() {
    // The first has a day of its own and no hour that is free; the others of the same cadre go on.
    let mut blocked = sitting(0, &[0], Some((date(2026, 3, 10), 8)));
    let hours = vec![Time::constant(8, 0, 0, 0)];
    let taken = blocked.clone();
    blocked.hour = None;
    let plan = planned(vec![taken, blocked, sitting(2, &[0], None)], &Calendar { hours, ..rules() });
    assert_eq!((plan.clashes.len(), plan.clashes[0].sittings.clone()), (1, vec![1]));
    assert_eq!(plan.sittings[2].day, Some(date(2026, 3, 11)));
}

#[test]
fn meetings_are_spread_over_the_days() {
    let plan = planned((0..8).map(|unit| sitting(unit, &[unit], None)).collect(), &rules());
    let first = plan.sittings.iter().filter(|sitting| sitting.day == Some(date(2026, 3, 10))).count();
    assert_eq!(first, 4);
}

/// An office in which somebody has more hamlets to go to than the month has days and hours.
#[test]
fn a_month_is_planned_and_read_by_another_library() {
    let folder = office();
    let folder = folder.path();
    let output = run(folder, &["calendar", "plan", "--month", "2022-06", "--format", "json"]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rows = told["rows"].as_array().expect("rows");
    assert!(rows.len() >= 4 && rows.iter().all(|row| row["day"].is_string() && row["proposed"] == "x"), "{rows:?}");
    sure(folder, &["calendar", "ics", "--month", "2022-06", "-o", "ics"]);
    let mut events = 0;
    for file in std::fs::read_dir(folder.join("ics")).expect("a folder") {
        let path = file.expect("a file").path();
        let bytes = std::fs::read(&path).expect("bytes");
        assert!(bytes.windows(2).filter(|pair| pair == b"\r\n").count() > 8, "lines end as calendars have it");
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(text.lines().all(|line| line.len() <= 75), "long lines are folded");
        let calendar: icalendar::Calendar = text.parse().expect("a calendar");
        for event in calendar.components.iter().filter_map(icalendar::CalendarComponent::as_event) {
            let has = |name: &str| event.property_value(name).is_some_and(|value| !value.is_empty());
            assert!(["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"].into_iter().all(has), "{}", path.display());
            events += 1;
        }
    }
    assert!(events > rows.len());
    let first = std::fs::read(folder.join("ics").join("unit-90101-xa-tan-lua.ics")).expect("a commune's");
    sure(folder, &["calendar", "ics", "--month", "2022-06", "-o", "again"]);
    assert_eq!(std::fs::read(folder.join("again/unit-90101-xa-tan-lua.ics")).expect("a commune's"), first);
    sure(folder, &["calendar", "grid", "--month", "2022-06", "-o", "grid"]);
    assert!(folder.join("grid/calendar-90101-xa-tan-lua.xlsx").is_file());
}

#[test]
fn who_cannot_be_everywhere_is_named() {
    let folder = office();
    let folder = folder.path();
    let mut list = "unit_code,meeting,rule,hour\n".to_owned();
    list += "90101,Họp đảng ủy xã,8,19:00\n90101.01,Sinh hoạt chi bộ ấp,12,19:00\n90102,Họp đảng ủy xã,8,19:30\n";
    std::fs::write(folder.join("meetings.csv"), list).expect("written");
    sure(folder, &["import", "meetings.csv", "--as-of", "2022-06-01"]);
    sure(folder, &["--yes", "assign", "CB03", "90102", "--duty", "district-commune", "--from", "2022-05-10"]);
    let checked = run(folder, &["check", "--month", "2022-06", "--only", "cadre-double-booked"]);
    assert_eq!(code(&checked), 1, "{}", said(&checked));
    let shown = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(
        shown.contains("CB03") && shown.contains("Xã Tân Lúa, 19:00") && shown.contains("Xã Phú Dừa, 19:30"),
        "{shown}"
    );
}

#[test]
fn meetings_go_with_a_merged_unit_come_back_by_undo_and_through_their_lists() {
    let folder = office();
    let folder = folder.path();
    let list =
        "unit_code,meeting,rule,hour,place,note\n90101.01,Sinh hoạt chi bộ ấp,second Saturday,19:00,Nhà văn hóa,\n";
    std::fs::write(folder.join("meetings.csv"), list).expect("written");
    sure(folder, &["import", "meetings.csv", "--as-of", "2022-06-01"]);
    let exported = |name: &str| {
        sure(folder, &["export", "meetings", "-o", name]);
        std::fs::read(folder.join(name)).expect("bytes")
    };
    assert_eq!(String::from_utf8(exported("out.csv")).expect("UTF-8"), list);
    for file in ["out.csv", "out.xlsx"] {
        exported(file);
        let again = run(folder, &["import", file, "--kind", "meetings", "--as-of", "2022-06-01"]);
        assert!(said(&again).contains("Nothing new"), "{file}: {}", said(&again));
    }
    std::fs::write(folder.join("reform.csv"), "old_code,new_code,new_name\n90101.01,90101.07,Ấp Lúa Mới\n")
        .expect("written");
    sure(folder, &["--yes", "reform", "reform.csv", "--on", "2022-07-01", "--decision", "3-NQ/HĐND"]);
    let of = |month: &str| sure(folder, &["calendar", "plan", "--month", month, "--format", "csv"]);
    let is_told = |shown: &str, code: &str| {
        shown.lines().any(|line| line.contains(code) && line.contains(",19:00,") && line.ends_with(','))
    };
    assert!(is_told(&of("2022-06"), "90101.01,") && is_told(&of("2022-07"), "90101.07,"), "{}", of("2022-07"));
    sure(folder, &["--yes", "undo"]);
    assert_eq!(String::from_utf8(exported("out.csv")).expect("UTF-8"), list);
    sure(folder, &["doctor"]);
    // Two hamlets change their codes: what was one's is the other's now.
    let swapped = "old_code,new_code,new_name\n90101.01,90102.01,Ấp Lúa\n90102.01,90101.01,Ấp Mỹ\n";
    std::fs::write(folder.join("reform.csv"), swapped).expect("written");
    sure(folder, &["--yes", "reform", "reform.csv", "--on", "2022-07-01", "--decision", "3-NQ/HĐND"]);
    for file in ["out.csv", "out.xlsx"] {
        exported(file);
        let again = run(folder, &["import", file, "--kind", "meetings", "--as-of", "2022-07-01"]);
        assert!(said(&again).contains("Nothing new"), "{file}: {}", said(&again));
    }
}
