//! Every call to the system may fail: the run says so in words, and what is there is what was there or what was to be.
#![cfg(target_os = "linux")]

mod content;
mod growing;
mod office;
mod places;
mod refused;
mod strace;

use std::fs;
use std::process::Command;

use content::content;
use growing::{IMPORT, office};
use office::screen;
use places::{Clerk, Disk, PHANCONG, run};
use refused::{Job, refuse_each};

/// A command, and what it says when it is refused; nothing when it is not.
type Try<'a> = (&'a [&'a str], &'a str);

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

#[test]
fn a_full_disk_leaves_the_database_as_it_was_and_the_import_works_once_there_is_room() {
    let Some(disk) = Disk::mounted() else { return };
    let lists = concat!(env!("CARGO_MANIFEST_DIR"), "/data/chau-thanh");
    let run = |lang: &str, args: &[&str]| run(Command::new(PHANCONG).args(["--lang", lang]).args(args), disk.path());
    let policy = format!("{lists}/policy.toml");
    assert_eq!(run("en", &["init", "--policy", &policy]).status.code(), Some(0));
    disk.fill_but(64 << 10);
    let before = content(&disk.path().join("phancong.db"));
    for (lang, words) in [("en", "phancong.db: the disk is full"), ("vi", "phancong.db: hết chỗ trên ổ đĩa")] {
        let output = run(lang, &["import", lists, "--as-of", "2022-05-31"]);
        let said = screen(&output);
        assert_eq!(output.status.code(), Some(4), "{said}");
        assert!(said.contains(words), "{said}");
        assert!(content(&disk.path().join("phancong.db")) == before);
    }
    disk.fill_but(0);
    let output = run("en", &["import", lists, "--as-of", "2022-05-31"]);
    assert_eq!(output.status.code(), Some(4), "{}", screen(&output));
    assert!(screen(&output).contains("the disk is full"), "{}", screen(&output));
    let output = run("en", &["export", "all", "--month", "2022-05", "-o", "out"]);
    assert_eq!(output.status.code(), Some(4), "{}", screen(&output));
    assert!(screen(&output).contains("the disk is full"), "{}", screen(&output));
    disk.make_room();
    let output = run("en", &["import", lists, "--as-of", "2022-05-31"]);
    assert_eq!(output.status.code(), Some(0), "{}", screen(&output));
}

#[test]
fn what_may_not_be_written_is_said_and_left_as_it_is() {
    let office = office();
    let Some(clerk) = Clerk::of(&office) else { return };
    let reading: Try = (&["list", "units"], "");
    let cases: [(&str, u32, u32, [Try; 4]); 3] = [
        (
            "a folder",
            0o500,
            0o600,
            [
                reading,
                (&IMPORT, "phancong.db may only be read"),
                (&["export", "units", "-o", "units.csv"], "no permission for units.csv"),
                (&["backup", "copy.db"], "no permission for /"),
            ],
        ),
        (
            "a database",
            0o700,
            0o400,
            [
                reading,
                (&IMPORT, "phancong.db may only be read"),
                (&["undo", "--yes"], "phancong.db may only be read"),
                (&["export", "units", "-o", "units.csv"], ""),
            ],
        ),
        (
            "a database for others",
            0o700,
            0o000,
            [
                (&["list", "units"], "no permission"),
                (&IMPORT, "no permission"),
                (&["undo", "--yes"], "no permission"),
                (&["backup", "copy.db"], "no permission"),
            ],
        ),
    ];
    let before = office.database();
    for (what, folder_mode, db_mode, runs) in cases {
        clerk.let_be(folder_mode, db_mode);
        for (args, words) in runs {
            let output = clerk.run(args);
            let right = if words.is_empty() { 0 } else { 4 };
            assert_eq!(output.status.code(), Some(right), "{what}, {args:?}: {}", screen(&output));
            assert!(screen(&output).contains(words), "{what}, {args:?}: {}", screen(&output));
        }
        assert_eq!(office.database(), before, "{what}");
    }
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
