//! Backups: whole while others write, and restored to the very same documents.

mod trust;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use trust::{code, content, office, phancong, rounds, run, said, sure};

/// Two lists that put another note on every unit.
fn lists(folder: &Path) {
    let units = sure(folder, &["export", "units", "--format", "csv"]);
    for note in ["mot", "hai"] {
        let noted = units.lines().enumerate().map(|(at, line)| match at {
            0 => format!("{line}\n"),
            _ => format!("{}{note}\n", line.rsplit_once(',').map_or(line, |(cells, _)| cells).to_owned() + ","),
        });
        std::fs::write(folder.join(format!("{note}.csv")), noted.collect::<String>()).expect("written");
    }
}

#[test]
fn a_backup_made_while_others_write_is_of_one_moment() {
    let folder = office();
    let folder = folder.path();
    lists(folder);
    let done = AtomicBool::new(false);
    let (mut changes, mut kept) = (0, Vec::new());
    std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            let mut changes = 0;
            while !done.load(Ordering::Relaxed) {
                let list = if changes % 2 == 0 { "mot.csv" } else { "hai.csv" };
                let output = run(folder, &["import", list, "--kind", "units", "--as-of", "2022-09-01"]);
                assert_eq!(code(&output), 0, "{}", said(&output));
                changes += 1;
            }
            changes
        });
        for number in 0..rounds(10, 200) {
            let name = format!("copy-{number}.db");
            let output = run(folder, &["backup", &name]);
            assert_eq!(code(&output), 0, "{}", said(&output));
            kept.push(name);
        }
        done.store(true, Ordering::Relaxed);
        changes = writing.join().expect("the writer");
    });
    for name in &kept {
        content(&folder.join(name));
        let units = sure(folder, &["--db", name, "export", "units", "--format", "csv"]);
        let noted = |note: &str| units.lines().filter(|line| line.ends_with(note)).count();
        assert!(noted(",mot") == 0 || noted(",hai") == 0, "{name} mixes two states:\n{units}");
        assert!(noted(",mot") + noted(",hai") + 1 == units.lines().count() || noted(",") > 0, "{units}");
    }
    eprintln!("{} backups beside {changes} changes", kept.len());
}

#[test]
fn a_restored_backup_gives_the_same_documents() {
    let folder = office();
    let folder = folder.path();
    let made = |out: &str| {
        sure(folder, &["export", "all", "--month", "2022-06", "-o", out]);
        let mut files: Vec<_> =
            std::fs::read_dir(folder.join(out)).expect("a folder").map(|file| file.expect("a file").path()).collect();
        files.sort();
        files
            .into_iter()
            .map(|path| (path.file_name().map(std::ffi::OsStr::to_owned), std::fs::read(&path).expect("bytes")))
            .collect::<Vec<_>>()
    };
    sure(folder, &["backup", "kept.db"]);
    let before = (content(&folder.join("phancong.db")), made("before"));
    sure(folder, &["--yes", "cadre", "status", "CB01", "retired", "--from", "2022-06-01"]);
    assert_ne!(made("changed"), before.1);
    std::fs::rename(folder.join("kept.db"), folder.join("phancong.db")).expect("restored");
    assert_eq!((content(&folder.join("phancong.db")), made("after")), before);
    let taken = phancong(folder).args(["backup", "phancong.db"]).output().expect("it runs");
    assert_eq!(code(&taken), 2, "{}", said(&taken));
}
