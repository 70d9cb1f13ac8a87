//! The program is killed at any moment of what it does: afterwards the database is as before or as after.

mod trust;

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use trust::{ROOT, code, content, office, phancong, rounds, run, said, sure};

/// Something to be done with a database, and killed meanwhile.
struct Deed {
    name: &'static str,
    folder: tempfile::TempDir,
    args: Vec<String>,
}

impl Deed {
    fn new(name: &'static str, folder: tempfile::TempDir, args: &[&str]) -> Self {
        Deed { name, folder, args: args.iter().map(|arg| (*arg).to_owned()).collect() }
    }

    fn db(&self) -> PathBuf {
        self.folder.path().join("phancong.db")
    }

    fn args(&self) -> Vec<&str> {
        self.args.iter().map(String::as_str).collect()
    }
}

fn sample() -> String {
    Path::new(ROOT).join("data/chau-thanh").to_str().expect("a path").to_owned()
}

/// A folder with a database of the sample district, after these commands.
fn district(before: &[&[&str]]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let policy = format!("{}/policy.toml", sample());
    sure(folder.path(), &["init", "--policy", &policy]);
    for args in before {
        sure(folder.path(), args);
    }
    folder
}

fn deeds() -> Vec<Deed> {
    let lists = sample();
    let import = ["import", &lists, "--as-of", "2022-05-31"];
    let merged = "old_code,new_code,new_name,new_level,new_parent_code\n\
        28855.01,28855.91,Ấp Hợp Nhất,hamlet,28855\n28855.02,28855.91,Ấp Hợp Nhất,hamlet,28855\n";
    let reform = district(&[&import]);
    std::fs::write(reform.path().join("merged.csv"), merged).expect("written");
    let old = office();
    let script = std::fs::read_to_string(Path::new(ROOT).join("tests/schemas/2.sql")).expect("a script");
    std::fs::remove_file(old.path().join("phancong.db")).expect("removed");
    let made = rusqlite::Connection::open(old.path().join("phancong.db")).expect("a file");
    made.execute_batch(&script).expect("a database");
    vec![
        Deed::new("import", district(&[]), &import),
        Deed::new(
            "first build",
            tempfile::tempdir().expect("a folder"),
            &["build", &lists, "--month", "2022-05", "--no-xlsx", "--only", "gaps", "-o", "out"],
        ),
        Deed::new("undo", district(&[&import]), &["--yes", "undo"]),
        Deed::new(
            "reform",
            reform,
            &["--yes", "reform", "merged.csv", "--on", "2022-07-01", "--decision", "9-NQ/HĐND"],
        ),
        Deed::new("propose", district(&[&import]), &["--yes", "propose", "--as-of", "2022-06-30", "--apply"]),
        Deed::new("close", district(&[&import]), &["--yes", "close", "2022-05"]),
        Deed::new("upgrade", old, &["log"]),
    ]
}

/// How often it was as before and as after, and how often the journal of a change cut short was left.
#[derive(Default)]
struct Count {
    before: usize,
    after: usize,
    in_the_act: usize,
}

/// Does it once to the end, then kills it so often, at moments spread over the time that it takes.
fn killed(deed: &Deed, times: usize) -> Count {
    let (db, args) = (deed.db(), deed.args());
    let bytes = std::fs::read(&db).ok();
    let held = || db.exists().then(|| content(&db));
    let before = held();
    let began = Instant::now();
    let done = run(deed.folder.path(), &args);
    let takes = began.elapsed();
    assert!(code(&done) <= 1, "{}: {}", deed.name, said(&done));
    let after = held();
    assert!(before != after, "{}", deed.name);
    let mut count = Count::default();
    for time in 0..times {
        restore(deed, bytes.as_deref());
        let mut running = phancong(deed.folder.path());
        let running = running.args(&args).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut running = running.expect("started");
        // Twice as close together in the second half, where it is saved.
        let share = (time as f64 + 0.5) / times as f64;
        std::thread::sleep(Duration::from_secs_f64(takes.as_secs_f64() * 1.1 * share.sqrt()));
        running.kill().expect("killed");
        running.wait().expect("ended");
        let journal = std::fs::metadata(journal(&db)).map(|found| found.len()).unwrap_or_default();
        count.in_the_act += usize::from(journal > 0);
        if deed.name != "upgrade" {
            // The program itself plays the journal back.
            let is_read = run(deed.folder.path(), &["log"]);
            let expected = if db.exists() { 0 } else { 4 };
            assert_eq!(code(&is_read), expected, "{}, killed after {share}: {}", deed.name, said(&is_read));
        }
        let now = held();
        match (now == before, now == after) {
            (true, _) => count.before += 1,
            (_, true) => count.after += 1,
            _ => panic!("{} killed after {share} of it leaves something else", deed.name),
        }
    }
    count
}

fn journal(db: &Path) -> PathBuf {
    let mut journal = db.as_os_str().to_owned();
    journal.push("-journal");
    journal.into()
}

/// The database as it was, if there was one, and nothing beside it.
fn restore(deed: &Deed, bytes: Option<&[u8]>) {
    for file in std::fs::read_dir(deed.folder.path()).expect("a folder") {
        let path = file.expect("a file").path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().contains("phancong")) {
            std::fs::remove_file(path).expect("removed");
        }
    }
    if let Some(bytes) = bytes {
        std::fs::write(deed.db(), bytes).expect("restored");
    }
}

#[test]
fn whenever_it_is_killed_the_database_is_as_before_or_as_after() {
    let deeds = deeds();
    let times = rounds(48, 1_020) / deeds.len();
    let mut all = Count::default();
    for deed in &deeds {
        let Count { before, after, in_the_act } = killed(deed, times);
        all.before += before;
        all.after += after;
        all.in_the_act += in_the_act;
        eprintln!("{}: killed {times} times: {before} as before, {after} as after, {in_the_act} in the act", deed.name);
    }
    // The moments were spread well: some came before it was saved, some after, some in between.
    assert!(all.before > 0 && all.after > 0 && all.in_the_act > 0);
}

/// A shutdown asks as Ctrl-C does: the run ends by itself, and leaves nothing half done beside the database.
#[cfg(unix)]
#[test]
fn whoever_asks_it_to_end_leaves_nothing_beside_the_database() {
    let deeds = deeds();
    let deed = deeds.iter().find(|deed| deed.name == "first build").expect("a first build");
    let began = Instant::now();
    assert!(code(&run(deed.folder.path(), &deed.args())) <= 1);
    let takes = began.elapsed();
    let (mut heard, mut unheard) = ([0, 0], 0);
    for (time, signal) in (0..rounds(8, 80)).flat_map(|time| ["INT", "TERM"].map(|signal| (time, signal))) {
        restore(deed, None);
        let mut running = phancong(deed.folder.path());
        let running = running.args(deed.args()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut running = running.expect("started");
        std::thread::sleep(takes.mul_f64(0.2 + 0.8 * time as f64 / rounds(8, 80) as f64));
        let asked =
            std::process::Command::new("kill").args([&format!("-{signal}"), &running.id().to_string()]).status();
        asked.expect("asked");
        let ended = running.wait().expect("ended");
        heard[usize::from(signal == "TERM")] += usize::from(ended.code() == Some(130));
        // It does not listen yet, or where whoever started this ignores one of the signals.
        if ended.code().is_none() {
            unheard += 1;
            continue;
        }
        assert!(matches!(ended.code(), Some(0 | 1 | 130)), "{signal}: {ended}");
        let names =
            std::fs::read_dir(deed.folder.path()).expect("a folder").map(|file| file.expect("a file").file_name());
        let left: Vec<_> = names.filter(|name| name.to_string_lossy().starts_with(".phancong-")).collect();
        assert!(left.is_empty(), "{signal}: {left:?}");
    }
    assert!(unheard > 0 || heard.iter().all(|heard| *heard > 0), "{heard:?}");
}
