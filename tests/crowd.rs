//! Eight programs at once on one database: every change is whole or refused, none is lost, and each reading is of one state.

mod trust;

use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use trust::{code, content, office, phancong, rounds, run, said, sure};

/// How the runs of one kind ended.
#[derive(Clone, Copy, Debug, Default)]
struct Ended {
    done: usize,
    idle: usize,
    refused: usize,
}

/// A list that puts the same note on every unit, another for each number.
fn noted(folder: &Path, units: &str, name: &str, number: usize) {
    let line = |(at, line): (usize, &str)| match (at, line.rsplit_once(',')) {
        (1.., Some((cells, _))) => format!("{cells},{name}{number}\n"),
        _ => format!("{line}\n"),
    };
    std::fs::write(folder.join(format!("{name}.csv")), units.lines().enumerate().map(line).collect::<String>())
        .expect("written");
}

/// Whether there was nothing to be changed.
fn is_idle(said: &str) -> bool {
    ["Nothing new", "There is no change to take back"].iter().any(|words| said.contains(words))
}

/// One run: done, refused because others were at it, or wrong.
fn once(folder: &Path, args: &[&str], ended: &mut Ended) -> String {
    let output = run(folder, args);
    match code(&output) {
        0 | 1 if is_idle(&said(&output)) => ended.idle += 1,
        0 | 1 => ended.done += 1,
        3 | 4 => {
            let why = said(&output);
            let is_of_others = [
                "in use by another program",
                "was just changed by another program",
                "later changes stand on it",
                "taken back already",
                "there is no change",
                "the change is refused",
            ];
            assert!(!why.contains("not as phancong left it"), "{args:?}: {why}");
            assert!(is_of_others.iter().any(|words| why.contains(words)), "{args:?}: {why}");
            ended.refused += 1;
        }
        other => panic!("{args:?} ended with {other}: {}", said(&output)),
    }
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn imports(folder: &Path, until: Instant, name: &str) -> Ended {
    let units = sure(folder, &["export", "units", "--format", "csv"]);
    let (mut ended, mut number) = (Ended::default(), 0);
    while Instant::now() < until {
        number += 1;
        noted(folder, &units, name, number);
        once(folder, &["import", &format!("{name}.csv"), "--kind", "units", "--as-of", "2022-09-01"], &mut ended);
    }
    ended
}

fn amends(folder: &Path, until: Instant, cadre: &str) -> Ended {
    let mut ended = Ended::default();
    for number in 0.. {
        if Instant::now() >= until {
            break;
        }
        let day = format!("{}-{:02}-{:02}", 2030 + number / 336, number / 28 % 12 + 1, number % 28 + 1);
        let status = if number % 2 == 0 { "leave" } else { "active" };
        once(folder, &["--yes", "cadre", "status", cadre, status, "--from", &day], &mut ended);
    }
    ended
}

fn undoes(folder: &Path, until: Instant) -> Ended {
    let mut ended = Ended::default();
    while Instant::now() < until {
        once(folder, &["--yes", "undo"], &mut ended);
    }
    ended
}

fn reads(folder: &Path, until: Instant) -> Ended {
    let mut ended = Ended::default();
    while Instant::now() < until {
        let units = once(folder, &["export", "units", "--format", "csv"], &mut ended);
        let mut notes: Vec<&str> = units.lines().skip(1).filter_map(|line| Some(line.rsplit_once(',')?.1)).collect();
        notes.dedup();
        assert!(notes.len() <= 1, "a reading of two states: {notes:?}");
        once(folder, &["check", "--month", "2022-06"], &mut ended);
    }
    ended
}

#[test]
fn eight_programs_at_once_lose_nothing() {
    let folder = office();
    let folder = folder.path();
    // One note on all units to begin with.
    noted(folder, &sure(folder, &["export", "units", "--format", "csv"]), "first", 0);
    sure(folder, &["import", "first.csv", "--kind", "units", "--as-of", "2022-09-01"]);
    let logged = || -> i64 {
        let open = Connection::open(folder.join("phancong.db")).expect("a database");
        open.query_row("SELECT count(*) FROM change", (), |row| row.get(0)).expect("a number")
    };
    let before = logged();
    let until = Instant::now() + Duration::from_secs(rounds(5, 60) as u64);
    let (writers, readers) = (Mutex::new(Ended::default()), Mutex::new(Ended::default()));
    let add = |to: &Mutex<Ended>, ended: Ended| {
        let mut to = to.lock().expect("nobody failed");
        to.done += ended.done;
        to.idle += ended.idle;
        to.refused += ended.refused;
    };
    std::thread::scope(|scope| {
        for name in ["mot", "hai"] {
            scope.spawn(|| add(&writers, imports(folder, until, name)));
        }
        for cadre in ["CB01", "CB02", "CB04"] {
            scope.spawn(|| add(&writers, amends(folder, until, cadre)));
        }
        scope.spawn(|| add(&writers, undoes(folder, until)));
        for _ in 0..2 {
            scope.spawn(|| add(&readers, reads(folder, until)));
        }
    });
    let (writers, readers) = (*writers.lock().expect("nobody failed"), *readers.lock().expect("nobody failed"));
    eprintln!("writers: {writers:?}; readers: {readers:?}");
    assert_eq!(logged() - before, i64::try_from(writers.done).expect("few"), "the log accounts for every change");
    assert!(writers.done > 10 && readers.done > 10, "{writers:?} {readers:?}");
    assert_eq!(readers.refused, 0, "whoever reads waits");
    content(&folder.join("phancong.db"));
    sure(folder, &["doctor"]);
}

/// Two programs that both find no database: one makes it, and what it said is there; the other makes nothing and takes
/// nothing away.
#[test]
fn of_two_first_runs_at_once_one_makes_the_database() {
    let lists = Path::new(trust::ROOT).join("data/chau-thanh");
    let lists = lists.to_str().expect("a path");
    let init = ["init", "--policy", "three-tier"];
    let build = ["build", lists, "--month", "2022-05", "--no-xlsx", "--only", "gaps", "-o", "out"];
    for (args, times) in [(&init[..], rounds(60, 1_000)), (&build[..], rounds(12, 200))] {
        for time in 0..times {
            let folder = tempfile::tempdir().expect("a folder");
            let started = |wait: u64| {
                std::thread::sleep(Duration::from_micros(wait));
                phancong(folder.path()).args(args).output().expect("it runs")
            };
            let ended = std::thread::scope(|scope| {
                let runs = [0, time as u64 * 6_000 / times as u64].map(|wait| scope.spawn(move || started(wait)));
                runs.map(|run| run.join().expect("it ends"))
            });
            let done = ended.iter().filter(|ended| code(ended) <= 1).count();
            let told: Vec<String> = ended.iter().map(said).collect();
            // A build that begins once the other one is done has a database to bring up to its lists.
            assert!(done == 1 || done == 2 && args[0] == "build", "{args:?}: {told:?}");
            let log = sure(folder.path(), &["log", "--format", "csv"]);
            assert_eq!(log.lines().count(), if args[0] == "build" { 2 } else { 1 }, "{told:?}: {log}");
            let names =
                std::fs::read_dir(folder.path()).expect("a folder").map(|file| file.expect("a file").file_name());
            let left: Vec<_> = names.filter(|name| name.to_string_lossy().contains(".tmp")).collect();
            assert!(left.is_empty(), "{left:?}");
        }
    }
}
