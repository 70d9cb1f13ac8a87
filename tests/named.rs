//! Lists that are laid over the part of a book that they name change what they would change in the whole.

use std::fs;
use std::path::Path;

use phancong::merge::{How, Mode, merge, reach};
use phancong::model::finding::has_error;
use phancong::read::lists::Reading;
use phancong::read::policy::policy as read_policy;
use phancong::read::source::File;
use phancong::read::wishes::Wishes;
use phancong::store::Store;
use phancong::store::log::{Entry, counts};
use proptest::prelude::*;
use rusqlite::Connection;
use rusqlite::types::Value;

mod office;
mod policies;
mod provincial;

use office::{Office, screen};
use provincial::{Province, policy, province};

const DAY: &str = "2022-06-30";

/// A cell that is written anew: the list, its row and column, and what comes to stand there.
type Edit = (usize, usize, usize, usize);

const WRITTEN: [&str; 14] =
    ["", "X3", "X2", "T0", "T9", "C0", "C12", "7", "007", "Huyện 0", "team", "follow", "2022-06-15", "2021-12-31"];

/// A few rows of lists, some of their cells written anew; new rows are old ones under another code.
fn edited(province: &Province, rows: &[(usize, usize)], edits: &[Edit]) -> Vec<(&'static str, String)> {
    let lists = province.lists();
    let mut picked: Vec<Vec<Vec<String>>> = vec![Vec::new(); lists.len()];
    let cells = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<String>>();
    for (list, row) in rows {
        let lines: Vec<&str> = lists[*list].1.lines().skip(1).collect();
        if !lines.is_empty() {
            picked[*list].push(cells(lines[row % lines.len()]));
        }
    }
    for (list, row, column, written) in edits {
        let rows = &mut picked[*list];
        if let Some(count) = std::num::NonZero::new(rows.len()) {
            let cells = &mut rows[*row % count];
            let column = column % cells.len();
            cells[column] = WRITTEN[written % WRITTEN.len()].to_owned();
        }
    }
    let lists = lists.iter().zip(picked).filter(|(_, rows)| !rows.is_empty());
    lists
        .map(|((name, text), rows)| {
            let header = text.lines().next().expect("a header");
            let rows: Vec<String> = rows.iter().map(|cells| cells.join(",")).collect();
            (*name, format!("{header}\n{}\n", rows.join("\n")))
        })
        .collect()
}

/// Takes lists in, laid over the whole book; false where they are refused.
fn taken_whole(office: &Office, lists: &[(&str, String)], mode: Mode) -> bool {
    let told = || read_policy(&policy(), "policy").expect("a policy");
    let day = DAY.parse().expect("a day");
    let mut reading = Reading::new(&told(), day, Wishes::default());
    for (name, _) in lists {
        reading.file(&File::read(&office.path("few").join(format!("{name}.csv"))).expect("a list"));
    }
    let mut store = Store::open(&office.path("whole.db")).expect("a database");
    let how = How { mode, day, today: day, max_end: 10 };
    if let Some(reach) = reach(&reading.lists, &told(), &how, store.most_named().expect("a number")) {
        assert!(store.named(told(), &reach, day).expect("a book").is_some(), "few rows have a part");
    }
    let writing = store.write().expect("a writing");
    let whole = if reading.lists.has_records() { writing.whole(told()) } else { writing.book(told()) };
    let merged = merge(whole.expect("a book"), reading.lists, &how);
    if has_error(&merged.findings) || has_error(&reading.findings) {
        return false;
    }
    if !merged.change.is_empty() {
        writing.save(&merged.book, &merged.change).expect("saved");
        let (about, user, machine) = (String::new(), String::new(), String::new());
        let counts = counts(&merged.change);
        let entry = Entry { command: "import", about, undoes: None, as_of: day, user, machine, files: vec![], counts };
        writing.commit(&entry).expect("on disk");
    }
    true
}

/// All rows of all tables, but for when and by whom they were written.
fn rows(db: &Path) -> Vec<Vec<Value>> {
    let connection = Connection::open(db).expect("a database");
    let tables = [
        "unit",
        "cadre",
        "assignment",
        "vacancy",
        "seat",
        "attendance",
        "feedback",
        "change_added",
        "change_before",
        "change_count",
    ];
    let mut all = Vec::new();
    for table in tables {
        let mut reading = connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2, 3")).expect("a table");
        let width = reading.column_count();
        let read = reading.query_map((), |row| (0..width).map(|at| row.get(at)).collect::<Result<Vec<Value>, _>>());
        all.extend(read.expect("rows").map(|row| row.expect("a row")));
    }
    all
}

fn check(province: &Province, picked: &[(usize, usize)], edits: &[Edit], mode: Mode) -> Result<(), TestCaseError> {
    let office = Office::empty();
    fs::write(office.path("policy.toml"), policy()).expect("a policy");
    for (folder, lists) in [("lists", province.lists().to_vec()), ("few", edited(province, picked, edits))] {
        fs::create_dir(office.path(folder)).expect("a folder");
        for (name, text) in lists {
            fs::write(office.path(folder).join(format!("{name}.csv")), text).expect("a list");
        }
    }
    let few = edited(province, picked, edits);
    if few.is_empty() {
        return Ok(());
    }
    office.succeed(&["init", "--policy", "policy.toml"]);
    office.succeed(&["import", "lists", "--as-of", DAY]);
    fs::copy(office.path("phancong.db"), office.path("whole.db")).expect("a copy");
    let output = office.run(&["import", "few", "--as-of", DAY, "--mode", mode.code()]);
    let is_taken = taken_whole(&office, &few, mode);
    prop_assert_eq!(output.status.code(), Some(if is_taken { 0 } else { 3 }), "{:?} {}", few, screen(&output));
    let [ours, whole] = ["phancong.db", "whole.db"].map(|name| rows(&office.path(name)));
    prop_assert_eq!(ours, whole, "{:?} {:?}", province.lists(), few);
    Ok(())
}

/// A code that another unit had before is no code that lost its zeros, though one with zeros is there as well.
#[test]
fn a_code_used_again_is_taken_for_what_it_is() {
    let units = [
        "P0,Tỉnh,province,,,",
        "D0,Huyện,district,P0,,",
        "X0,Xã 0,commune,D0,,",
        "X1,Xã 1,commune,D0,,",
        "7,Tổ cũ,team,X0,,2021-12-31",
        "007,Tổ bảy,team,X0,,",
        "T1,Tổ một,team,X0,,",
    ];
    for more in ["", "P1,Tỉnh 1,province,,,\n"] {
        let office = Office::empty();
        fs::write(office.path("policy.toml"), policy()).expect("a policy");
        let header = "code,name,level,parent_code,from,to\n";
        fs::write(office.path("units.csv"), format!("{header}{}\n", units.join("\n"))).expect("a list");
        // The second of all provinces makes that the whole book is read.
        fs::write(office.path("more.csv"), format!("{header}{more}7,Tổ mới,team,X1,2022-01-01,\n")).expect("a list");
        office.succeed(&["init", "--policy", "policy.toml"]);
        office.succeed(&["import", "units.csv", "--as-of", DAY]);
        office.succeed(&["import", "more.csv", "--kind", "units", "--as-of", DAY]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn few_rows_change_the_same_in_their_part_and_in_the_whole(
        province in province(),
        rows in prop::collection::vec((0usize..6, 0usize..20), 1..8),
        edits in prop::collection::vec((0usize..6, 0usize..8, 0usize..7, 0usize..14), 0..4),
        adds in prop::bool::weighted(0.1),
    ) {
        check(&province, &rows, &edits, if adds { Mode::Add } else { Mode::Upsert })?;
    }
}
