//! What is worked out from parts of the book is what the whole book gives, to the byte.

use std::fs;

use proptest::prelude::*;

mod office;
mod policies;
mod provincial;

use office::{Office, screen};
use provincial::{Province, policy, province};

const DAY: &str = "2022-06-30";

fn set_up(province: &Province) -> Office {
    let office = Office::empty();
    fs::write(office.path("policy.toml"), policy()).expect("a policy");
    fs::create_dir(office.path("lists")).expect("a folder");
    for (name, text) in province.lists() {
        fs::write(office.path("lists").join(format!("{name}.csv")), text).expect("a list");
    }
    office.succeed(&["init", "--policy", "policy.toml"]);
    office.succeed(&["import", "lists", "--as-of", DAY]);
    // Wishes may be about anything, so that whoever has some, even none, gets the whole book.
    fs::write(office.path("pairs.csv"), "cadre,unit,wish\n").expect("a list");
    office
}

fn told(office: &Office, args: &[&str]) -> (Option<i32>, String, String) {
    let output = office.run(args);
    (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned(), screen(&output))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn proposals_are_the_same_from_parts_and_from_the_whole(province in province()) {
        let office = set_up(&province);
        let units = province.units();
        let mut asked: Vec<Vec<&str>> = vec![vec![], vec!["--format", "json"], vec!["--from", "2022-07-15"]];
        asked.extend(units.iter().map(|unit| vec!["--under", unit]));
        for more in asked {
            let args = [&["propose", "--as-of", DAY][..], &more].concat();
            let parts = told(&office, &args);
            let whole = told(&office, &[&args[..], &["--pairs", "pairs.csv"]].concat());
            prop_assert_eq!(parts.0, Some(0), "{}", parts.2);
            prop_assert_eq!(parts, whole, "{:?}\n{:?}", args, province.lists());
        }
    }

    /// A unit that is named by its code has only its part read; by its name, it has to be looked for in the whole.
    #[test]
    fn findings_under_a_unit_are_the_same_from_its_part_and_from_the_whole(province in province()) {
        let office = set_up(&province);
        for (code, name) in province.names() {
            for format in ["csv", "json", "table"] {
                let asked = |unit: &str| told(&office, &["check", "--as-of", DAY, "--under", unit, "--format", format]);
                prop_assert_eq!(asked(&code), asked(&name), "{} {:?}", code, province.lists());
            }
        }
    }

    /// Where decisions are listed the whole is looked at; one that nobody cites changes nothing else.
    #[test]
    fn findings_are_the_same_part_by_part_and_from_the_whole(province in province()) {
        let office = set_up(&province);
        let formats = ["csv", "json", "table"];
        let asked = || formats.map(|format| told(&office, &["check", "--as-of", DAY, "--format", format]));
        let parts = asked();
        fs::write(office.path("decisions.csv"), "number,day,issuer,signer\n1-QĐ/TU,2022-01-01,A,B\n").expect("a list");
        office.succeed(&["import", "decisions.csv", "--as-of", DAY]);
        prop_assert_eq!(parts, asked(), "{:?}", province.lists());
    }
}

#[test]
fn a_unit_that_is_no_more_is_told_and_not_taken_for_one_without_findings() {
    let office = Office::empty();
    fs::write(office.path("policy.toml"), policy()).expect("a policy");
    let units = "code,name,level,parent_code,from,to\nP0,Tỉnh,province,,,\nD0,Huyện 0,district,P0,,\nX0,Xã 0,commune,D0,,2022-05-31\n";
    fs::write(office.path("units.csv"), units).expect("a list");
    office.succeed(&["init", "--policy", "policy.toml"]);
    office.succeed(&["import", "units.csv", "--as-of", "2022-05-31"]);
    for command in ["check", "propose"] {
        let asked = |day: &str| told(&office, &[command, "--under", "X0", "--as-of", day]).0;
        assert_ne!(asked("2022-05-31"), Some(2), "{command}");
        assert_eq!(asked("2022-06-01"), Some(2), "{command}");
    }
}

/// Parts would miss what stands under no unit of the level above the areas.
#[test]
fn an_office_that_begins_below_is_proposed_for_whole() {
    let office = Office::empty();
    fs::write(office.path("policy.toml"), policy()).expect("a policy");
    fs::write(office.path("pairs.csv"), "cadre,unit,wish\n").expect("a list");
    office.succeed(&["init", "--policy", "policy.toml"]);
    let lists = [
        ("units", "code,name,level,parent_code\nX0,Xã 0,commune,\nT0,Tổ 0,team,X0\n"),
        ("cadres", "code,full_name,level,home_unit_code\nC0,Người 0,commune,X0\n"),
        (
            "units",
            "code,name,level,parent_code\nD1,Huyện 1,district,\nD2,Huyện 2,district,\nX1,Xã 1,commune,D1\nX2,Xã 2,commune,D2\n",
        ),
    ];
    for (name, text) in lists {
        let file = format!("{name}.csv");
        fs::write(office.path(&file), text).expect("a list");
        office.succeed(&["import", &file, "--as-of", DAY]);
        if name == "units" {
            continue;
        }
        let proposed = told(&office, &["propose", "--as-of", DAY, "--duty", "follow", "--under", "X0"]);
        assert!(proposed.1.contains("C0,T0,follow"), "{proposed:?}");
    }
    for more in [&[][..], &["--under", "X0"], &["--duty", "follow"]] {
        let args = [&["propose", "--as-of", DAY][..], more].concat();
        assert_eq!(told(&office, &args), told(&office, &[&args[..], &["--pairs", "pairs.csv"]].concat()), "{more:?}");
    }
}

/// A build makes the load piece by piece of the book it has, an export chunk by chunk of the database, and JSON of the whole.
#[test]
fn the_load_is_the_same_from_pieces_and_from_chunks() {
    let office = Office::empty();
    let lists = concat!(env!("CARGO_MANIFEST_DIR"), "/data/chau-thanh");
    assert!(office.run(&["build", lists, "--month", "2022-05", "--no-xlsx", "-o", "out"]).status.code() <= Some(1));
    let built = fs::read_to_string(office.path("out/load.csv")).expect("a list");
    assert_eq!(told(&office, &["export", "load", "--month", "2022-05", "--format", "csv"]).1, built);
    let json = told(&office, &["export", "load", "--month", "2022-05", "--format", "json"]).1;
    let rows: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let count = rows.as_array().or_else(|| rows["rows"].as_array()).expect("rows").len();
    assert!(count > 1_000 && built.lines().count() == count + 1, "{count}");
}

/// The first build checks the lists while it saves them, one after it what is saved: also under a policy that has taken
/// another one's place since.
#[test]
fn a_first_build_gives_what_the_next_one_of_the_same_lists_gives() {
    let data = |name: &str| format!("{}/data/{name}", env!("CARGO_MANIFEST_DIR"));
    let office = Office::empty();
    assert!(
        office.run(&["build", &data("chau-thanh"), "--month", "2022-05", "--no-xlsx", "-o", "out"]).status.code()
            <= Some(1)
    );
    for (table, day) in [("2024-12", "2024-12-01"), ("2025-07", "2025-07-01")] {
        let table = data(&format!("reforms/chau-thanh-{table}.csv"));
        let mut reform = vec!["--yes", "reform", &table, "--on", day, "--decision", "1"];
        if day == "2025-07-01" {
            reform.extend(["--policy", "two-tier"]);
        }
        assert!(office.run(&reform).status.code() <= Some(1), "{day}");
    }
    fs::create_dir(office.path("lists")).expect("a folder");
    office.succeed(&["export", "policy", "-o", "lists/policy.toml"]);
    // The policy of before gave each district a roster, and not each commune.
    let policy = fs::read_to_string(office.path("lists/policy.toml")).expect("a policy");
    let (before, after) = policy.rsplit_once("by      = \"commune\"").expect("rosters of before");
    fs::write(office.path("lists/policy.toml"), format!("{before}by = \"district\"{after}")).expect("a policy");
    for list in ["units", "cadres", "assignments"] {
        office.succeed(&["export", list, "-o", &format!("lists/{list}.csv")]);
    }
    for month in ["2022-05", "2025-08"] {
        let build = |folder: &str| {
            let args = ["--db", &format!("{month}.db"), "build", "lists", "--month", month, "-o", folder];
            let built = office.run(&[&args[..], &["--no-xlsx"]].concat());
            (built.status.code(), String::from_utf8_lossy(&built.stdout).into_owned())
        };
        let (first, next) = (build(&format!("{month}-first")), build(&format!("{month}-next")));
        assert!(first.0 <= Some(1), "{month}: {first:?}");
        assert_eq!(first, next, "{month}");
        let files = fs::read_dir(office.path(&format!("{month}-first"))).expect("a folder");
        let names: Vec<_> = files.map(|file| file.expect("a file").file_name()).collect();
        assert!(names.len() > 3, "{names:?}");
        for name in names {
            let [one, two] =
                ["first", "next"].map(|when| fs::read(office.path(&format!("{month}-{when}")).join(&name)));
            assert!(one.expect("a file") == two.expect("a file"), "{month}: {name:?}");
        }
    }
}
