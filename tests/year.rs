//! A whole year of an office: monthly closes, replacements, a vacancy that is extended and filled, an undo, a correction
//! of a month that is closed, a leave, a merger of communes. The totals of every month were written down by hand.

mod office;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use office::{Office, screen};
use serde_json::Value;

/// Seats, and how many of them are filled, empty, and empty but accepted.
type Total = (&'static str, [u64; 4]);

/// A month, what is typed in it, and the totals that are not those of a full roster.
type Month = (&'static str, &'static [&'static [&'static str]], &'static [Total]);

const FULL: [Total; 5] = [
    ("province-commune", [2, 2, 0, 0]),
    ("cluster-head", [1, 1, 0, 0]),
    ("district-commune", [2, 2, 0, 0]),
    ("district-hamlet", [2, 2, 0, 0]),
    ("commune-team", [4, 4, 0, 0]),
];

/// What the office does in a month, and which totals are then not those of a full roster.
const YEAR: &[Month] = &[
    ("2022-01", &[], &[]),
    // Somebody with two teams retires.
    ("2022-02", &[&["cadre", "status", "CB05", "retired", "--from", "2022-02-16"]], &[("commune-team", [4, 2, 2, 0])]),
    // One team gets somebody else, the other stays empty, which is accepted.
    (
        "2022-03",
        &[
            &["replace", "CB05", "CB07", "--unit", "90101.01.02", "--on", "2022-03-10", "--decision", "40-QĐ/ĐU"],
            &[
                "vacancy",
                "declare",
                "90101.01.01",
                "--duty",
                "commune-team",
                "--since",
                "2022-03-01",
                "--until",
                "2022-03-31",
            ],
        ],
        &[("commune-team", [4, 3, 1, 1])],
    ),
    (
        "2022-04",
        &[&["vacancy", "extend", "90101.01.01", "--duty", "commune-team", "--until", "2022-05-31"]],
        &[("commune-team", [4, 3, 1, 1])],
    ),
    // The vacancy is filled before it ends.
    (
        "2022-05",
        &[
            &[
                "assign",
                "CB07",
                "90101.01.01",
                "--duty",
                "commune-team",
                "--from",
                "2022-05-20",
                "--decision",
                "41-QĐ/ĐU",
            ],
            &["vacancy", "close", "90101.01.01", "--duty", "commune-team", "--on", "2022-05-20"],
        ],
        &[],
    ),
    // A release by mistake, taken back.
    ("2022-06", &[&["release", "CB06", "--on", "2022-06-05"], &["undo"]], &[]),
    // A list that says whose place is taken.
    ("2022-07", &[&["import", "july", "--as-of", "2022-07-01"]], &[]),
    // A correction of a month that is closed: the retirement was earlier.
    ("2022-08", &[&["cadre", "status", "CB05", "retired", "--from", "2022-02-10"]], &[]),
    (
        "2022-09",
        &[&["cadre", "status", "CB03", "leave", "--from", "2022-09-05"]],
        &[("district-commune", [2, 1, 1, 0])],
    ),
    ("2022-10", &[&["cadre", "status", "CB03", "active", "--from", "2022-10-20"]], &[]),
    ("2022-11", &[], &[]),
    // Two communes become one: what both had to have, one has now.
    (
        "2022-12",
        &[&["reform", "december/sap-nhap.csv", "--on", "2022-12-01", "--decision", "9-NQ/HĐND"]],
        &[("province-commune", [1, 1, 0, 0]), ("district-commune", [1, 1, 0, 0])],
    ),
];

/// The office before its year, under the policy with three tiers.
fn begun() -> Office {
    let office = Office::empty();
    let lists = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories/offices/year");
    for from in ["", "july", "december"] {
        let to = office.path(if from.is_empty() { "lists" } else { from });
        fs::create_dir(&to).expect("a folder");
        for entry in fs::read_dir(lists.join(from)).expect("lists").map(|entry| entry.expect("an entry").path()) {
            if entry.is_file() {
                fs::copy(&entry, to.join(entry.file_name().expect("a name"))).expect("a copy");
            }
        }
    }
    office.succeed(&["init"]);
    office.succeed(&["import", "lists", "--as-of", "2022-01-01"]);
    office
}

/// Each duty's seats, filled, empty and accepted ones as of the end of a month.
fn totals(office: &Office, month: &str) -> BTreeMap<String, [u64; 4]> {
    let table = office.run(&["export", "summary", "--month", month, "--format", "json"]).stdout;
    let table: Value = serde_json::from_slice(&table).expect("json");
    let rows = table["rows"].as_array().expect("rows");
    let whole = rows.iter().filter(|row| row["area_code"].as_str().unwrap_or_default().is_empty());
    let number = |row: &Value, key: &str| row[key].as_u64().unwrap_or_else(|| panic!("{key} in {row}"));
    whole
        .map(|row| {
            let numbers = ["seats", "filled", "gaps", "accepted"].map(|key| number(row, key));
            (row["duty"].as_str().expect("a duty").to_owned(), numbers)
        })
        .collect()
}

/// All documents of a month, by their names.
fn documents(office: &Office, month: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = office.path("documents");
    let _ = fs::remove_dir_all(&folder);
    office.succeed(&["export", "all", "--month", month, "-o", "documents"]);
    let entries = fs::read_dir(&folder).expect("documents").map(|entry| entry.expect("a document").path());
    let read = |path: &Path| (path.file_name().expect("a name").to_string_lossy().into_owned(), fs::read(path));
    entries.map(|path| read(&path)).map(|(name, bytes)| (name, bytes.expect("bytes"))).collect()
}

#[test]
fn every_month_has_the_totals_that_were_counted_by_hand_and_closed_months_stay() {
    let office = begun();
    let mut closed = BTreeMap::new();
    for (month, deeds, others) in YEAR {
        for deed in *deeds {
            office.succeed(&[*deed, &["--yes"][..]].concat());
        }
        let right: BTreeMap<String, [u64; 4]> = FULL
            .iter()
            .map(|full| others.iter().find(|other| other.0 == full.0).unwrap_or(full))
            .map(|(duty, numbers)| ((*duty).to_owned(), *numbers))
            .collect();
        assert_eq!(totals(&office, month), right, "{month}");
        office.succeed(&["close", month, "--yes"]);
        closed.insert(*month, documents(&office, month));
    }
    for (month, before) in &closed {
        assert!(documents(&office, month) == *before, "the documents of {month} stay the same bytes");
    }
    let months = office.succeed(&["close", "--format", "csv"]);
    let adjusted: Vec<String> =
        String::from_utf8(months.stdout).expect("text").lines().skip(1).map(last_cell).collect();
    // The retirement of February was corrected in August; it concerns February only.
    let right = ["0", "1", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"];
    assert_eq!(adjusted, right);
    let adjustments = office.succeed(&["export", "adjustments", "--month", "2022-02", "--format", "csv"]);
    assert!(String::from_utf8(adjustments.stdout).expect("text").contains("Phạm Thị Quýt"));
}

fn last_cell(line: &str) -> String {
    line.rsplit(',').next().unwrap_or_default().to_owned()
}

#[test]
fn who_was_responsible_in_march_is_told_by_decision() {
    let office = begun();
    for (_, deeds, _) in YEAR {
        for deed in *deeds {
            office.succeed(&[*deed, &["--yes"][..]].concat());
        }
    }
    let spells = |unit: &str, from: &str, to: &str| {
        let args = ["list", "service", "--unit", unit, "--from", from, "--to", to, "--format", "json"];
        let table: Value = serde_json::from_slice(&office.succeed(&args).stdout).expect("json");
        let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let rows = table["rows"].as_array().expect("rows").iter();
        rows.map(|row| ["cadre_code", "from", "to", "decision_no"].map(|key| text(row, key))).collect::<Vec<_>>()
    };
    let right = |rows: &[[&str; 4]]| rows.iter().map(|row| row.map(str::to_owned)).collect::<Vec<_>>();
    // The retirement was corrected to 10 February, and the successor came on 10 March.
    let march = [
        ["CB05", "2022-02-01", "2022-02-09", "02-QĐ/ĐU"],
        ["", "2022-02-10", "2022-03-09", ""],
        ["CB07", "2022-03-10", "2022-03-31", "40-QĐ/ĐU"],
    ];
    assert_eq!(spells("90101.01.02", "2022-02-01", "2022-03-31"), right(&march));
    let hamlet = [["CB04", "2022-06-01", "2022-06-30", "31-QĐ/HU"], ["CB08", "2022-07-01", "2022-07-31", "45-QĐ/HU"]];
    assert_eq!(spells("90101.01", "2022-06-01", "2022-07-31"), right(&hamlet));
    let away = [
        ["CB03", "2022-09-01", "2022-09-04", "30-QĐ/HU"],
        ["", "2022-09-05", "2022-10-19", ""],
        ["CB03", "2022-10-20", "2022-10-31", "30-QĐ/HU"],
    ];
    let all = spells("90101", "2022-09-01", "2022-10-31");
    let of_committee: Vec<_> = all.into_iter().filter(|row| row[0] != "CB01").collect();
    assert_eq!(of_committee, right(&away));
}

#[test]
fn an_undo_brings_nothing_back_that_was_made_anew() {
    let office = begun();
    let vacancy = |deed: &str, option: &str| {
        let args = ["vacancy", deed, "90101.01.01", "--duty", "commune-team", option, "2022-03-01", "--yes"];
        office.succeed(&args);
    };
    vacancy("declare", "--since");
    vacancy("close", "--on");
    vacancy("declare", "--since");
    let before = office.database();
    let output = office.run(&["undo", "3", "--yes"]);
    assert_eq!((output.status.code(), office.database() == before), (Some(3), true), "{}", screen(&output));
    assert!(screen(&output).contains(": 4"), "{}", screen(&output));
}

#[test]
fn an_undo_tells_that_it_touches_a_closed_month_and_no_other_undo_does() {
    let office = begun();
    let undone = |office: &Office| screen(&office.succeed(&["undo", "--dry-run"]));
    office.succeed(&["release", "CB06", "--on", "2022-01-15", "--yes"]);
    assert!(!undone(&office).contains("01/2022 đã chốt"), "{}", undone(&office));
    office.succeed(&["undo", "--yes"]);
    office.succeed(&["close", "2022-01", "--yes"]);
    office.succeed(&["release", "CB06", "--on", "2022-01-15", "--yes"]);
    assert!(undone(&office).contains("01/2022 đã chốt"), "{}", undone(&office));
}

#[test]
fn what_cannot_be_is_refused_in_words_and_changes_nothing() {
    let office = begun();
    let before = office.database();
    for (args, code, said) in [
        (&["replace", "CB08", "CB07", "--on", "2022-02-01"][..], 3, "amend-holds-nothing"),
        (&["replace", "CB05", "CB06", "--on", "2021-10-01"], 3, "amend-ends-before-begin"),
        (&["release", "CB05", "--on", "2021-09-30"], 3, "amend-holds-nothing"),
        (&["assign", "CB05", "90101.01.01", "--duty", "commune-team", "--from", "2022-02-01"], 3, "amend-held-already"),
        (
            &["assign", "CB08", "90101.01", "--duty", "district-hamlet", "--from", "2022-02-01", "--to", "2022-01-01"],
            3,
            "amend-period-reversed",
        ),
        (&["assign", "CB08", "90101", "--duty", "commune-team", "--from", "2022-02-01"], 3, "amend-wrong-level"),
        (
            &["vacancy", "extend", "90101.01.01", "--duty", "commune-team", "--until", "2022-05-31"],
            3,
            "amend-vacancy-unknown",
        ),
        (&["vacancy", "extend", "90101.01.01", "--duty", "commune-team"], 2, "--until"),
        (&["undo", "99"], 3, "99"),
        (&["close", "2999-01"], 3, "01/2999"),
        (&["export", "adjustments", "--month", "2022-01"], 3, "01/2022"),
        (&["replace", "CB99", "CB07", "--on", "2022-02-01"], 2, "CB99"),
        (&["vacancy", "declare", "90101.01.01", "--duty", "commune-team"], 2, "--since"),
    ] {
        let output = office.run(&[args, &["--yes"]].concat());
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}", screen(&output));
        assert!(screen(&output).contains(said), "{args:?}: {}", screen(&output));
        assert!(office.database() == before, "{args:?}");
    }
    let output = office.run(&["release", "CB05", "--on", "2022-02-01"]);
    assert_eq!(output.status.code(), Some(2), "nobody can be asked here");
    assert!(screen(&output).contains("--yes") && office.database() == before);
}
