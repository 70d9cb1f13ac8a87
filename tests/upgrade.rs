//! Databases of other versions: earlier ones are brought up to this version after a copy was made, later ones left alone.

mod trust;

use std::path::{Path, PathBuf};

use phancong::store::Store;
use rusqlite::Connection;
use trust::{ROOT, code, content, phancong, rows, run, said, sure};

const VIEWS: [&str; 5] = ["units", "cadres", "assignments", "vacancies", "seats"];

/// A database of every version up to this one, with its number.
fn versions() -> Vec<(i64, String)> {
    let scripts = (1..).map(|version| (version, Path::new(ROOT).join(format!("tests/schemas/{version}.sql"))));
    let there = scripts.take_while(|(_, path)| path.exists());
    there.map(|(version, path)| (version, std::fs::read_to_string(path).expect("a script"))).collect()
}

fn made(folder: &Path, script: &str) -> PathBuf {
    let path = folder.join("phancong.db");
    Connection::open(&path).and_then(|made| made.execute_batch(script)).expect("a database");
    path
}

fn version(path: &Path) -> i64 {
    let open = Connection::open(path).expect("a database");
    open.pragma_query_value(None, "user_version", |row| row.get(0)).expect("a number")
}

/// The cells of the lists, whatever columns later versions add.
fn lists(path: &Path) -> Vec<Vec<String>> {
    let open = Connection::open(path).expect("a database");
    let cells = |line: String| line.split(' ').filter(|cell| !cell.starts_with("status_before=")).collect();
    VIEWS.iter().map(|view| rows(&open, view).into_iter().map(cells).collect()).collect()
}

#[test]
fn a_database_of_every_earlier_version_is_upgraded_and_kept() {
    let versions = versions();
    let newest = versions.last().expect("a version").0;
    for (found, script) in &versions {
        let folder = tempfile::tempdir().expect("a folder");
        let path = made(folder.path(), script);
        let (before, all, bytes) = (lists(&path), content(&path), std::fs::read(&path).expect("bytes"));
        assert_eq!(version(&path), *found);
        let kept = Store::open(&path).expect("it opens").kept;
        assert_eq!(kept.is_some(), *found < newest, "version {found}");
        let now = lists(&path);
        assert_eq!((version(&path), &now), (newest, &before));
        if let Some(kept) = kept {
            assert_eq!(kept, folder.path().join(format!("phancong.db.v{found}")));
            assert!(version(&kept) == *found && content(&kept) == all, "version {found} is kept as it was");
            assert_ne!(std::fs::read(&path).expect("bytes"), bytes);
        }
        // A second opening has nothing to do, and all of it can still be written.
        assert_eq!(Store::open(&path).expect("it opens").kept, None);
        sure(folder.path(), &["--yes", "cadre", "status", "CB01", "retired", "--from", "2023-01-01"]);
        sure(folder.path(), &["--yes", "undo"]);
        assert_eq!(lists(&path), now);
    }
}

#[test]
fn the_schema_of_this_version_is_kept_for_the_next() {
    let folder = tempfile::tempdir().expect("a folder");
    sure(folder.path(), &["init"]);
    let newest = version(&folder.path().join("phancong.db"));
    assert_eq!(versions().last().map(|(version, _)| *version), Some(newest), "add tests/schemas/{newest}.sql");
}

#[test]
fn the_change_of_version_1_cannot_be_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    made(folder.path(), &versions()[0].1);
    let refused = run(folder.path(), &["undo", "1"]);
    assert_eq!(code(&refused), 3, "{}", said(&refused));
}

/// Changes a phone, as another program would.
fn alter(path: &Path) {
    let change = "UPDATE cadre SET phone = '0999' WHERE id = 1";
    Connection::open(path).and_then(|open| open.execute(change, ())).expect("changed");
}

#[test]
fn what_another_program_changed_in_an_earlier_version_is_told_until_it_is_accepted() {
    for (found, script) in versions().into_iter().filter(|(version, _)| *version >= 3) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = made(folder.path(), &script);
        let is_told = || {
            let told = run(folder.path(), &["doctor", "--format", "json"]);
            String::from_utf8_lossy(&told.stdout).contains("content-altered")
        };
        assert!(!is_told(), "{found}");
        alter(&path);
        assert!(is_told(), "{found}");
        let refused = run(folder.path(), &["check"]);
        assert_eq!(code(&refused), 4, "{found}: {}", said(&refused));
        assert!(said(&refused).contains("phancong doctor"), "{found}: {}", said(&refused));
        assert_eq!(version(&path), found);
        run(folder.path(), &["--yes", "doctor", "--mend"]);
        let accepted = run(folder.path(), &["check"]);
        assert!(code(&accepted) < 2, "{found}: {}", said(&accepted));
        assert!(lists(&path)[1].concat().contains("0999"));
    }
}

#[test]
fn an_upgrade_seals_nothing_that_another_program_changed_in_a_large_file() {
    for (found, script) in versions().into_iter().filter(|(version, _)| *version >= 3) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = made(folder.path(), &script);
        // Pages that nobody uses make it too large to be looked through when it is opened.
        let fill = "CREATE TABLE room (x); INSERT INTO room VALUES (zeroblob(3000000)); DROP TABLE room";
        Connection::open(&path).and_then(|open| open.execute_batch(fill)).expect("filled");
        assert!(std::fs::metadata(&path).expect("there").len() > 2 << 20);
        alter(&path);
        let bytes = std::fs::read(&path).expect("bytes");
        if found < versions().len() as i64 {
            let refused = run(folder.path(), &["list", "changes"]);
            assert_eq!(code(&refused), 4, "{found}: {}", said(&refused));
            assert!(!folder.path().join(format!("phancong.db.v{found}")).exists());
        }
        let refused = run(folder.path(), &["--yes", "cadre", "status", "CB01", "retired", "--from", "2023-01-01"]);
        assert_eq!(code(&refused), 4, "{found}: {}", said(&refused));
        assert!(std::fs::read(&path).expect("bytes") == bytes, "{found}");
    }
}

#[test]
fn what_was_brought_up_to_a_later_version_meanwhile_is_not_written_to() {
    let folder = trust::office();
    let path = folder.path().join("phancong.db");
    let mut store = Store::open(&path).expect("it opens");
    let newer = version(&path) + 1;
    Connection::open(&path).and_then(|open| open.pragma_update(None, "user_version", newer)).expect("made newer");
    assert!(store.write().is_err());
    drop(store);
    // Nor can a program of before version 6 renew a seal that it does not understand.
    let seal = "INSERT OR REPLACE INTO seal (id, sum) VALUES (1, '0')";
    assert!(Connection::open(&path).and_then(|open| open.execute(seal, ())).is_err());
}

#[test]
fn a_database_of_a_later_version_is_left_alone() {
    let folder = trust::office();
    let path = folder.path().join("phancong.db");
    let newer = version(&path) + 1;
    Connection::open(&path).and_then(|open| open.pragma_update(None, "user_version", newer)).expect("made newer");
    let bytes = std::fs::read(&path).expect("bytes");
    for args in [&["check"][..], &["undo"], &["import", "units.csv"], &["export", "units"]] {
        std::fs::write(folder.path().join("units.csv"), "code,name,level\n9,Tỉnh,province\n").expect("written");
        let refused = run(folder.path(), args);
        assert_eq!(code(&refused), 4, "{args:?}: {}", said(&refused));
        assert!(said(&refused).contains("made by a newer phancong"), "{}", said(&refused));
    }
    assert_eq!(std::fs::read(&path).expect("bytes"), bytes);
}

#[test]
fn where_no_copy_can_be_made_nothing_is_upgraded() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = made(folder.path(), &versions()[0].1);
    let bytes = std::fs::read(&path).expect("bytes");
    // Every name that the copy could have is taken.
    for number in 1..=100 {
        let name = if number == 1 { "phancong.db.v1".to_owned() } else { format!("phancong.db.v1-{number}") };
        std::fs::create_dir(folder.path().join(name)).expect("taken");
    }
    let refused = phancong(folder.path()).arg("check").output().expect("it runs");
    assert_eq!(code(&refused), 4, "{}", said(&refused));
    assert_eq!(std::fs::read(&path).expect("bytes"), bytes);
}
