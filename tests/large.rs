//! A database that is too large to be looked through whenever it is opened: looked through before it is written to, as the last
//! change left it, whatever is written first.

mod trust;

use std::fmt::Write;
use std::path::Path;

use rusqlite::Connection;
use trust::{code, run, said, sure};

/// A folder with a database of more than two megabytes.
fn large() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut units =
        "code,name,level,parent_code,note\nT,Tỉnh Lớn,province,,\nH,Huyện Lớn,district,T,\nX,Xã Lớn,commune,H,\n"
            .to_owned();
    for at in 0..9_000 {
        writeln!(units, "X.{at},Ấp {at},hamlet,X,{}", "ghi chú dài ".repeat(15)).expect("text");
    }
    std::fs::write(folder.path().join("units.csv"), units).expect("written");
    sure(folder.path(), &["init"]);
    sure(folder.path(), &["import", "units.csv", "--as-of", "2022-05-31"]);
    let size = std::fs::metadata(folder.path().join("phancong.db")).expect("there").len();
    assert!(size > 2 << 20, "{size}");
    folder
}

/// Everything that writes, the policy first where it does.
fn writes(folder: &Path) -> Vec<(&'static str, std::process::Output)> {
    let cadres = "Mã,Tên gọi,level,home_unit_code\nC1,Lê An,hamlet,X.1\n";
    std::fs::write(folder.join("cadres.csv"), cadres).expect("written");
    let table = "old_code,new_code,new_name,level,parent_code\nX.1,X.9001,Ấp Mới,hamlet,X\nX.2,X.9001,Ấp Mới,hamlet,X\n\
        X,X,Xã Lớn,commune,T\nH,,,,\n";
    std::fs::write(folder.join("reform.csv"), table).expect("written");
    let import = ["import", "cadres.csv", "--kind", "cadres", "--map", "Mã=code", "--map", "Tên gọi=full_name"];
    vec![
        ("a list with headings to be remembered", run(folder, &import)),
        ("a hand", run(folder, &["--yes", "cadre", "status", "C1", "leave", "--from", "2022-06-01"])),
        ("an undo", run(folder, &["--yes", "undo"])),
        ("a closing", run(folder, &["--yes", "close", "2022-05"])),
        (
            "a reform",
            run(
                folder,
                &["--yes", "reform", "reform.csv", "--on", "2025-07-01", "--decision", "1", "--policy", "two-tier"],
            ),
        ),
    ]
}

#[test]
fn whatever_is_written_first_a_sound_database_takes_it() {
    let folder = large();
    for (what, output) in writes(folder.path()) {
        assert!(!said(&output).contains("not as phancong left it"), "{what}: {}", said(&output));
        assert!(code(&output) <= 1, "{what}: {}", said(&output));
    }
    sure(folder.path(), &["doctor"]);
}

#[test]
fn one_that_another_hand_changed_takes_nothing() {
    let folder = large();
    let path = folder.path().join("phancong.db");
    Connection::open(&path)
        .and_then(|other| other.execute("UPDATE unit SET note = 'x' WHERE code = 'X.7'", ()))
        .expect("done");
    let bytes = std::fs::read(&path).expect("bytes");
    for (what, output) in writes(folder.path()).into_iter().filter(|(what, _)| *what != "a hand") {
        assert_eq!(code(&output), 4, "{what}: {}", said(&output));
        assert!(said(&output).contains("not as phancong left it"), "{what}: {}", said(&output));
    }
    assert!(std::fs::read(&path).expect("bytes") == bytes);
}
