//! The way out and back: what an export writes, an import takes as "nothing new", and the next export is the same to the byte.

mod memory;

use memory::sheet::opened;
use memory::{Office, POLICY};
use phancong::model::list::Kind;
use phancong::read::fault::fault;
use proptest::prelude::*;

/// Texts that clerks and spreadsheets put into cells, the nasty ones included.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-zÀ-ỹĐđ0-9 ]{0,12}".prop_filter("letters of old fonts are refused", |text| fault(
            &format!("x{text}"),
            false
        )
        .or(fault(text, false))
        .is_none()),
        "['=+@-]{1,3}[a-z0-9|!]{0,6}",
        Just("Nguye\u{302}\u{303}n  Thị\u{A0}Huệ ".to_owned()),
        Just("a,b;c\"d\"\te|f".to_owned()),
        Just("dòng một\ndòng hai".to_owned()),
        Just("00123".to_owned()),
        Just("+84 912 345 678".to_owned()),
        Just("\u{202E}đảo\u{200B}".to_owned()),
        Just("1.08001E+09".to_owned()),
    ]
}

fn filled() -> impl Strategy<Value = String> {
    cell().prop_map(|text| format!("x{text}"))
}

fn day() -> impl Strategy<Value = String> {
    (2020i32..2023, 1u8..13, 1u8..29).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
}

/// The lists, with sound references and nasty texts.
fn lists() -> impl Strategy<Value = Vec<(Kind, Vec<Vec<String>>)>> {
    let row = (filled(), cell(), cell(), day(), 0u32..5000);
    prop::collection::vec(row, 1..8).prop_map(|rows| {
        let mut units = vec![vec_of(&["T", "Tỉnh", "province", "", "", ""])];
        let (mut cadres, mut assignments) = (Vec::new(), Vec::new());
        let (mut vacancies, mut seats, mut decisions) = (Vec::new(), Vec::new(), Vec::new());
        let (mut meetings, mut attendance, mut feedback) = (Vec::new(), Vec::new(), Vec::new());
        for (at, (name, note, other, day, number)) in rows.into_iter().enumerate() {
            let (unit, cadre) = (format!("={at}"), format!("'@{at}"));
            units.push(vec![
                unit.clone(),
                name.clone(),
                "commune".into(),
                "T".into(),
                number.to_string(),
                note.clone(),
            ]);
            cadres.push(vec![cadre.clone(), name.clone(), other.clone(), "province".into(), "T".into(), note.clone()]);
            let words = ["present", "absent", "excused"];
            let presence = words[usize::try_from(number).unwrap_or_default() % words.len()].to_owned();
            let told = [unit.clone(), name.clone(), day.clone(), cadre.clone(), presence, note.clone()];
            attendance.push(told.to_vec());
            let households = [unit.clone(), name.clone(), day.clone(), String::new(), "held".into(), other.clone()];
            attendance.push(households.to_vec());
            let matter =
                [unit.clone(), day.clone(), name.clone(), other.clone(), day.clone(), day.clone(), note.clone()];
            feedback.push(matter.to_vec());
            assignments.push(vec![cadre, unit.clone(), "lead".into(), day.clone(), note.clone()]);
            decisions.push(vec![
                format!("{at}={name}"),
                day.clone(),
                other.clone(),
                note.clone(),
                day.clone(),
                other.clone(),
            ]);
            vacancies.push(vec![unit.clone(), "lead".into(), day, note]);
            seats.push(vec![unit.clone(), "lead".into(), "0".into(), number.to_string()]);
            let rule = if number % 2 == 0 { (number % 31 + 1).to_string() } else { "last Sunday".to_owned() };
            meetings.push(vec![unit, name, rule, format!("{:02}:{:02}", number % 24, number % 60), other]);
        }
        vec![
            (Kind::Units, with(&["code", "name", "level", "parent_code", "households", "note"], units)),
            (Kind::Cadres, with(&["code", "full_name", "position", "level", "home_unit_code", "note"], cadres)),
            (Kind::Assignments, with(&["cadre_code", "unit_code", "duty", "from", "note"], assignments)),
            (Kind::Vacancies, with(&["unit_code", "duty", "since", "reason"], vacancies)),
            (Kind::Seats, with(&["unit_code", "duty", "min", "max"], seats)),
            (Kind::Meetings, with(&["unit_code", "meeting", "rule", "hour", "place"], meetings)),
            (Kind::Attendance, with(&["unit_code", "meeting", "day", "cadre_code", "presence", "reason"], attendance)),
            (Kind::Feedback, with(&["unit_code", "day", "matter", "sent_to", "due", "answered", "answer"], feedback)),
            (Kind::Decisions, with(&["number", "day", "issuer", "signer", "effective", "replaces"], decisions)),
        ]
    })
}

fn vec_of(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

fn with(header: &[&str], mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    rows.insert(0, vec_of(header));
    rows
}

fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("a row");
    }
    writer.into_inner().expect("bytes")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_goes_out_comes_back_unchanged(lists in lists(), excel in any::<bool>()) {
        let mut office = Office::new(POLICY);
        let files: Vec<_> = lists.iter().map(|(kind, rows)| (*kind, csv(rows))).collect();
        office.import(&files);
        let out: Vec<_> = Kind::ALL.iter().map(|kind| (*kind, office.export(*kind, excel))).collect();
        let change = office.import(&out);
        prop_assert!(change.is_empty(), "{change:?}");
        for (kind, bytes) in &out {
            prop_assert_eq!(bytes, &office.export(*kind, excel));
        }
    }

}

proptest! {
    // Each case makes nine workbooks.
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn an_untouched_workbook_changes_nothing_with_its_stamp_or_without(lists in lists(), is_stamped in any::<bool>()) {
        let mut office = Office::new(POLICY);
        let files: Vec<_> = lists.iter().map(|(kind, rows)| (*kind, csv(rows))).collect();
        office.import(&files);
        let mut sheets: Vec<_> = Kind::ALL.iter().map(|kind| (*kind, opened(office.workbook(*kind)))).collect();
        prop_assert!(sheets.iter().all(|(_, sheet)| sheet.stamp.is_some()));
        if !is_stamped {
            sheets.iter_mut().for_each(|(_, sheet)| sheet.stamp = None);
        }
        let change = office.import_sheets(&sheets);
        prop_assert!(change.is_empty(), "{change:?}");
    }
}

#[test]
fn the_sample_district_goes_out_and_back() {
    let policy = std::fs::read_to_string("data/chau-thanh/policy.toml").expect("the sample's policy");
    let mut office = Office::new(&policy);
    let read = |kind: Kind| std::fs::read(format!("data/chau-thanh/{}.csv", kind.name()));
    let files: Vec<_> = Kind::ALL.iter().filter_map(|kind| Some((*kind, read(*kind).ok()?))).collect();
    office.import(&files);
    for (kind, bytes) in &files {
        assert_eq!(bytes, &office.export(*kind, false), "{}", kind.name());
    }
    assert!(office.import(&files).is_empty());
}
