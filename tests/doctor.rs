//! What `doctor` finds wrong with the file of a database, mends, and saves of a broken one.

mod trust;

use std::path::Path;

use rusqlite::Connection;
use trust::{code, content, office, rows, run, said, sure};

/// What another program does to the database, and what is found then.
const ILLS: &[(&str, &str)] = &[
    ("UPDATE cadre SET phone = '0900000000' WHERE code = 'CB01'", "content-altered"),
    ("DELETE FROM change_file", "content-altered"),
    ("UPDATE unit SET households = 1", "content-altered"),
    ("DELETE FROM seal", "content-altered"),
    ("CREATE VIEW everyone AS SELECT * FROM cadre", "object-foreign"),
    ("CREATE TABLE \"ghi chú\" (x)", "object-foreign"),
    ("CREATE TRIGGER planted AFTER INSERT ON unit BEGIN DELETE FROM cadre; END", "object-foreign"),
    ("DROP VIEW units; CREATE VIEW units AS SELECT 1 AS code", "object-foreign"),
    ("DROP INDEX cadre_by_code", "object-lost"),
    ("DROP VIEW decisions", "object-lost"),
    ("PRAGMA journal_mode = WAL", "file-shared-memory"),
];

fn found(folder: &Path) -> Vec<String> {
    let output = run(folder, &["doctor", "--format", "json"]);
    assert!(code(&output) <= 1, "{}", said(&output));
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let findings = told["findings"].as_array().expect("findings");
    assert_eq!(told["sound"], findings.is_empty());
    findings.iter().map(|finding| finding["check"].as_str().expect("a check").to_owned()).collect()
}

#[test]
fn every_ill_is_found_and_mended_and_a_sound_database_is_left_alone() {
    for (deed, expected) in ILLS {
        let folder = office();
        let (folder, path) = (folder.path(), folder.path().join("phancong.db"));
        assert_eq!(found(folder), Vec::<String>::new(), "before {deed}");
        let bytes = std::fs::read(&path).expect("bytes");
        sure(folder, &["--yes", "doctor", "--mend"]);
        assert_eq!(std::fs::read(&path).expect("bytes"), bytes);
        Connection::open(&path).and_then(|other| other.execute_batch(deed)).expect("done");
        assert!(found(folder).contains(&(*expected).to_owned()), "{deed}");
        let alone = run(folder, &["doctor", "--mend"]);
        assert_eq!(code(&alone), 2, "nobody agreed: {}", said(&alone));
        let mended = run(folder, &["--yes", "doctor", "--mend"]);
        assert_eq!(code(&mended), 0, "{deed}: {}", said(&mended));
        assert!(folder.join("phancong.db.before-doctor").is_file() && found(folder).is_empty(), "{deed}");
        sure(folder, &["--yes", "cadre", "status", "CB02", "retired", "--from", "2023-01-01"]);
        content(&path);
    }
}

#[test]
fn what_doctor_finds_keeps_other_commands_from_reading() {
    for (deed, expected) in ILLS.iter().filter(|(_, expected)| *expected != "file-shared-memory") {
        let folder = office();
        let path = folder.path().join("phancong.db");
        Connection::open(&path).and_then(|other| other.execute_batch(deed)).expect("done");
        for args in [&["check"][..], &["export", "cadres"], &["undo"], &["log"]] {
            let refused = run(folder.path(), args);
            assert_eq!(code(&refused), 4, "{expected}: {args:?} after {deed}");
            assert!(said(&refused).contains("Hint:"), "{}", said(&refused));
        }
    }
}

#[test]
fn an_index_at_odds_with_its_table_is_made_anew() {
    let folder = office();
    let (folder, path) = (folder.path(), folder.path().join("phancong.db"));
    let other = Connection::open(&path).expect("a database");
    // An index that another program took for one of fewer columns loses its entries.
    other.execute_batch("PRAGMA writable_schema = ON").expect("allowed");
    let kept: String = other
        .query_row("SELECT sql FROM sqlite_schema WHERE name = 'cadre_by_home'", (), |row| row.get(0))
        .expect("an index");
    other.execute("UPDATE sqlite_schema SET sql = 'CREATE INDEX cadre_by_home ON cadre (level_id)' WHERE name = 'cadre_by_home'", ()).expect("changed");
    drop(other);
    let other = Connection::open(&path).expect("a database");
    other.execute_batch("REINDEX; PRAGMA writable_schema = ON").expect("other entries");
    other.execute("UPDATE sqlite_schema SET sql = ?1 WHERE name = 'cadre_by_home'", [&kept]).expect("changed back");
    drop(other);
    assert_eq!(found(folder), ["index-differs"]);
    assert_eq!(code(&run(folder, &["--yes", "doctor", "--mend"])), 0);
    assert_eq!(found(folder), Vec::<String>::new());
    content(&path);
}

#[cfg(unix)]
#[test]
fn a_database_open_to_others_and_what_was_left_behind_is_told() {
    use std::os::unix::fs::PermissionsExt;
    use std::time::{Duration, SystemTime};
    let folder = office();
    let (folder, path) = (folder.path(), folder.path().join("phancong.db"));
    for (name, days) in [(".phancong-old.tmp", 3), (".phancong-old.tmp-journal", 3), (".phancong-new.tmp", 0)] {
        let file = std::fs::File::create(folder.join(name)).expect("a file");
        file.set_modified(SystemTime::now() - Duration::from_secs(days * 86_400)).expect("old");
    }
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).expect("opened");
    assert_eq!(found(folder), ["file-open-to-others", "file-left-over", "file-left-over"]);
    assert_eq!(code(&run(folder, &["--yes", "doctor", "--mend"])), 0);
    assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
    let is_there = |name: &str| folder.join(name).exists();
    assert!(!is_there(".phancong-old.tmp") && !is_there(".phancong-old.tmp-journal") && is_there(".phancong-new.tmp"));
}

#[test]
fn a_table_of_a_kind_that_is_not_known_here_is_told_and_the_rest_can_be_saved() {
    let folder = office();
    let (folder, path) = (folder.path(), folder.path().join("phancong.db"));
    let plant = "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema
        VALUES ('table', 'notes', 'notes', 0, 'CREATE VIRTUAL TABLE notes USING fts5 (x)')";
    Connection::open(&path).and_then(|open| open.execute_batch(plant)).expect("planted");
    assert!(found(folder).contains(&"object-foreign".to_owned()));
    let left_alone = run(folder, &["--yes", "doctor", "--mend"]);
    assert_eq!(code(&left_alone), 1, "{}", said(&left_alone));
    let told = String::from_utf8_lossy(&left_alone.stdout);
    assert!(told.contains("no such module") && told.contains("--salvage"), "{told}");
    assert!(!folder.join("phancong.db.before-doctor").exists());
    sure(folder, &["doctor", "--salvage", "saved.db"]);
    sure(folder, &["--db", "saved.db", "doctor"]);
}

#[test]
fn what_can_be_read_of_a_broken_database_is_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let (folder, path) = (folder.path(), folder.path().join("phancong.db"));
    let lists = Path::new(trust::ROOT).join("data/chau-thanh");
    let lists = lists.to_str().expect("a path");
    sure(folder, &["build", lists, "--month", "2022-05", "--out", "out", "--no-xlsx"]);
    sure(folder, &["doctor", "--salvage", "whole.db"]);
    let of = |name: &str, view: &str| rows(&Connection::open(folder.join(name)).expect("a database"), view);
    for view in ["units", "cadres", "assignments", "vacancies", "seats", "change_count"] {
        assert_eq!(of("whole.db", view), of("phancong.db", view), "{view}");
    }
    // A page in the middle of the cadres is overwritten.
    let other = Connection::open(&path).expect("a database");
    let pages = "SELECT pageno FROM dbstat WHERE name = 'cadre' AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 4";
    let page: i64 = other.query_row(pages, (), |row| row.get(0)).expect("a page");
    drop(other);
    let before = of("phancong.db", "cadre").len();
    let mut bytes = std::fs::read(&path).expect("bytes");
    let at = usize::try_from((page - 1) * 8192).expect("a place");
    bytes[at..at + 8192].fill(0xA5);
    std::fs::write(&path, &bytes).expect("broken");
    assert!(found(folder).contains(&"structure-broken".to_owned()));
    let left_alone = run(folder, &["--yes", "doctor", "--mend"]);
    assert_eq!((code(&left_alone), std::fs::read(&path).expect("bytes")), (1, bytes));
    let saved = run(folder, &["doctor", "--salvage", "saved.db"]);
    assert_eq!(code(&saved), 1, "{}", said(&saved));
    assert!(said(&saved).contains("some rows are lost"), "{}", said(&saved));
    let kept = of("saved.db", "cadre").len();
    assert!(before * 9 / 10 < kept && kept < before, "{kept} of {before}");
    content(&folder.join("saved.db"));
    assert!(found(folder).contains(&"structure-broken".to_owned()), "it is left as it is");
    assert_eq!(code(&run(folder, &["--db", "saved.db", "doctor"])), 0);
    sure(folder, &["--db", "saved.db", "check", "--month", "2022-05"]);
    let again = run(folder, &["doctor", "--salvage", "saved.db"]);
    assert_eq!(code(&again), 4, "{}", said(&again));
}

#[test]
fn what_no_mending_puts_right_is_left_alone_and_saved_elsewhere() {
    let deeds = [
        ("ALTER TABLE cadre ADD COLUMN x TEXT", "table-reshaped"),
        ("UPDATE cadre SET status = 'activf' WHERE code = 'CB01'", "content-unreadable"),
        ("UPDATE policy SET toml = 'level = ['", "content-unreadable"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM unit WHERE code = '901'", "rows-dangling"),
    ];
    for (deed, expected) in deeds {
        let folder = office();
        let (folder, path) = (folder.path(), folder.path().join("phancong.db"));
        Connection::open(&path).and_then(|other| other.execute_batch(deed)).expect("done");
        assert!(found(folder).contains(&expected.to_owned()), "{deed}: {:?}", found(folder));
        let mended = run(folder, &["--yes", "doctor", "--mend"]);
        assert_eq!(code(&mended), 1, "{deed}: {}", said(&mended));
        assert!(found(folder).contains(&expected.to_owned()), "{deed}");
        assert_eq!(code(&run(folder, &["check"])), 4, "{deed}");
        let saved = run(folder, &["doctor", "--salvage", "saved.db"]);
        assert!(code(&saved) <= 1, "{deed}: {}", said(&saved));
    }
}

#[test]
fn people_are_saved_though_their_unit_is_lost_and_a_cell_that_is_none_costs_its_row_alone() {
    let folder = office();
    let (folder, path) = (folder.path(), folder.path().join("phancong.db"));
    let other = Connection::open(&path).expect("a database");
    other.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM unit WHERE code = '901'").expect("done");
    drop(other);
    // A letter of a name that is no letter: the same bytes elsewhere in the file stay as they are.
    let mut bytes = std::fs::read(&path).expect("bytes");
    let name = "Trần Văn Gạo".as_bytes();
    let at = bytes.windows(name.len()).rposition(|window| window == name).expect("there");
    bytes[at + 3] = 0xFF;
    std::fs::write(&path, &bytes).expect("damaged");
    let saved = run(folder, &["doctor", "--salvage", "saved.db", "--format", "json"]);
    assert_eq!(code(&saved), 1, "{}", said(&saved));
    let told: serde_json::Value = serde_json::from_slice(&saved.stdout).expect("JSON");
    let of = |table: &str| {
        told["rows"].as_array().expect("rows").iter().find(|row| row["table"] == table).expect("it").clone()
    };
    assert_eq!((of("cadre")["rows_kept"].as_i64(), of("cadre")["rows_left"].as_i64()), (Some(5), Some(1)));
    let open = Connection::open(folder.join("saved.db")).expect("a database");
    assert!(rows(&open, "units").iter().any(|line| line.contains("Text(\"?2\")")), "a unit stands in for the lost one");
    sure(folder, &["--db", "saved.db", "check", "--month", "2022-06"]);
}

#[test]
fn a_row_that_cannot_be_told_is_left_and_the_rest_is_read() {
    let deeds = [
        ("UPDATE cadre SET status = 'activf' WHERE code = 'CB01'", "cadre"),
        ("UPDATE unit SET from_day = '2022-13-01' WHERE code = '901'", "unit"),
        ("UPDATE assignment SET from_day = '' WHERE id = 1", "assignment"),
        ("UPDATE change SET at = 'yesterday'; UPDATE closing SET month = '2022-1x'", "closing"),
    ];
    for (deed, table) in deeds {
        let folder = office();
        let (folder, path) = (folder.path(), folder.path().join("phancong.db"));
        Connection::open(&path).and_then(|other| other.execute_batch(deed)).expect("done");
        let saved = run(folder, &["doctor", "--salvage", "saved.db", "--format", "json"]);
        assert_eq!(code(&saved), 1, "{deed}: {}", said(&saved));
        let told: serde_json::Value = serde_json::from_slice(&saved.stdout).expect("JSON");
        let lines = told["rows"].as_array().expect("rows");
        let line = lines.iter().find(|row| row["table"] == table).expect("it");
        assert_eq!(line["rows_left"].as_i64(), Some(1), "{deed}: {line}");
        for reading in [&["check", "--month", "2022-06"][..], &["list", "units"], &["log"]] {
            let read = run(folder, &[&["--db", "saved.db"], reading].concat());
            assert!(code(&read) <= 1, "{deed}: {reading:?}: {}", said(&read));
        }
    }
}

#[test]
fn a_tree_whose_numbers_are_out_of_order_is_gone_through_once() {
    let folder = office();
    let (folder, path) = (folder.path(), folder.path().join("phancong.db"));
    let other = Connection::open(&path).expect("a database");
    let root = |table: &str| -> u32 {
        let query = format!("SELECT rootpage FROM sqlite_schema WHERE name = '{table}'");
        other.query_row(&query, (), |row| row.get(0)).expect("a page")
    };
    for table in ["cadre", "unit", "assignment"] {
        let mut bytes = std::fs::read(&path).expect("bytes");
        let page = (root(table) - 1) as usize * 8192;
        assert_eq!(bytes[page], 0x0D, "{table}: a leaf");
        // The third row: the length of what it holds in one or two bytes, then its number.
        let cell = page + usize::from(u16::from_be_bytes([bytes[page + 12], bytes[page + 13]]));
        let number = cell + if bytes[cell] < 0x80 { 1 } else { 2 };
        assert_eq!(bytes[number], 3, "{table}");
        bytes[number] = 117;
        std::fs::write(folder.join("broken.db"), &bytes).expect("broken");
        let _ = std::fs::remove_file(folder.join("saved.db"));
        let saved = run(folder, &["--db", "broken.db", "doctor", "--salvage", "saved.db"]);
        assert!(code(&saved) <= 1, "{table}: {}", said(&saved));
        sure(folder, &["--db", "saved.db", "list", table_of(table)]);
    }
}

fn table_of(table: &str) -> &'static str {
    if table == "unit" { "units" } else { "cadres" }
}

#[test]
fn a_format_that_sqlite_does_not_have_is_said_in_words() {
    let folder = office();
    let (folder, path) = (folder.path(), folder.path().join("phancong.db"));
    let mut bytes = std::fs::read(&path).expect("bytes");
    // The number of the schema's format, in the head of the file.
    bytes[47] = 9;
    std::fs::write(&path, &bytes).expect("damaged");
    for args in [&["list", "units"][..], &["doctor"], &["doctor", "--salvage", "saved.db"]] {
        let refused = run(folder, args);
        assert_ne!(code(&refused), 0, "{args:?}");
        let all = said(&refused) + &String::from_utf8_lossy(&refused.stdout);
        assert!(!all.contains("Error code") && !all.contains("could not do it"), "{args:?}: {all}");
    }
}
