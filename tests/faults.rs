//! Every call to the system may fail: the run says so in words, and what is there is what was there or what was to be.
#![cfg(target_os = "linux")]

mod content;
mod growing;
mod office;
mod refused;
mod strace;

use std::fs;

use growing::{IMPORT, office};
use refused::{Job, refuse_each};

#[test]
fn an_import_that_the_system_refuses_a_call_saves_all_or_nothing_and_says_which() {
    assert_none(&refuse_each(&Job { name: "import", office: office(), args: IMPORT.to_vec() }));
}

#[test]
fn an_undo_that_the_system_refuses_a_call_saves_all_or_nothing_and_says_which() {
    let office = office();
    office.succeed(&IMPORT);
    assert_none(&refuse_each(&Job { name: "undo", office, args: vec!["undo", "--yes"] }));
}

#[test]
fn documents_of_which_the_system_refuses_a_call_are_old_or_new_and_never_half() {
    let office = office();
    fs::create_dir_all(office.path("out")).expect("a folder");
    for name in ["gaps.csv", "index.html", "roster-district.xlsx"] {
        fs::write(office.path("out").join(name), "old").expect("an old document");
    }
    let args = vec!["export", "all", "--month", "2022-05", "-o", "out"];
    assert_none(&refuse_each(&Job { name: "export", office, args }));
}

#[test]
fn a_backup_that_the_system_refuses_a_call_is_whole_or_not_there() {
    assert_none(&refuse_each(&Job { name: "backup", office: office(), args: vec!["backup", "copy.db"] }));
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
