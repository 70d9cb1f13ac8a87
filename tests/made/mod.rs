//! Workbooks that an office exported and a clerk changed, for the gallery: each belongs to its database, and none can
//! be kept.

pub mod sheets;

use std::fs;

use crate::office::workbook::change;
use crate::office::{DAY, FILES, Office, gallery};

/// The findings that only such a workbook brings.
pub const CASES: [&str; 5] =
    ["cadre-row-missing", "edit-conflict", "future-row-missing", "history-row-missing", "stamp-of-another-database"];

const ASSIGNMENTS: &str = "cadre_code,unit_code,duty,from,to,decision_no\n";

/// Makes the workbook of a case where the next import finds it.
pub fn workbook(id: &str, office: &Office) {
    let is = |row: &[String], code: &str| row[0] == code;
    match id {
        "cadre-row-missing" => {
            export(office, "cadres", &[]);
            change(&office.path("lists/cadres.xlsx"), |rows| rows.retain(|row| !is(row, "CB06")));
        }
        "edit-conflict" => {
            export(office, "assignments", &[]);
            take_in(office, "CB01,90101,province-commune,2021-09-06,,14-QĐ/TU\n");
            change(&office.path("lists/assignments.xlsx"), |rows| {
                let decision = rows[0].iter().position(|cell| cell == "Số quyết định").expect("a column");
                let row = rows.iter_mut().find(|row| is(row, "CB01")).expect("a row");
                row[decision] = "13-QĐ/TU".to_owned();
            });
        }
        "future-row-missing" => {
            take_in(office, "CB06,90102.01.01,commune-team,2022-07-01,,\n");
            export(office, "assignments", &[]);
            let is_future = |row: &Vec<String>| row.iter().any(|cell| cell == "2022-07-01");
            change(&office.path("lists/assignments.xlsx"), |rows| rows.retain(|row| !is_future(row)));
        }
        "history-row-missing" => {
            take_in(office, "CB06,90102.01.01,commune-team,2022-01-01,2022-03-31,\n");
            export(office, "assignments", &[]);
            change(&office.path("lists/assignments.xlsx"), |rows| rows.retain(|row| !is(row, "CB06")));
        }
        _ => {
            let base = gallery().join("base");
            let base = base.to_str().expect("a path");
            office.succeed(&["--db", "other.db", "init"]);
            office.succeed(&["--db", "other.db", "import", base, "--as-of", DAY]);
            export(office, "cadres", &["--db", "other.db"]);
        }
    }
}

fn export(office: &Office, list: &str, more: &[&str]) {
    let file = format!("{FILES}/{list}.xlsx");
    let args = [more, &["export", list, "--as-of", DAY, "-o", &file]].concat();
    office.succeed(&args);
}

/// Changes assignments behind the clerk's back.
fn take_in(office: &Office, row: &str) {
    fs::write(office.path("assignments.csv"), format!("{ASSIGNMENTS}{row}")).expect("a list");
    office.succeed(&["import", "assignments.csv", "--as-of", DAY]);
}
