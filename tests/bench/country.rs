//! How long a country takes, or a part of it, as whole commands, beside peers in the same run.
//!
//! `PHANCONG_COMMUNES` says how many communes; the country has 10,600, and a tenth of them is the default.

use std::cell::Cell;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use tempfile::TempDir;
use wait4::Wait4;

#[path = "country/mod.rs"]
mod country;
#[path = "../flows/mod.rs"]
mod flows;
#[path = "peers/mod.rs"]
mod peers;
#[path = "../policies/mod.rs"]
mod policies;

use country::{COMMUNES, Country, DAY, bare, library};
use flows::{dice, dimacs, offices};

/// Teams and cadres of a commune of the country.
const TEAMS: usize = 123;
const CADRES: usize = 80;

/// How often each command runs; medians are shown.
const RUNS: usize = 3;

/// Says that this program is to run a command, and tell what it took.
const TAKES: &str = "PHANCONG_TAKES";

/// Says that this program is to do the least that the job takes.
const BARE: &str = "--bare";

fn main() {
    if std::env::var_os(TAKES).is_some() {
        return take();
    }
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [BARE, lists, out] = words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        return bare::run(lists.as_ref(), out.as_ref());
    }
    if words.iter().any(|word| word == "--test" || word == "--list") {
        return;
    }
    let communes = std::env::var("PHANCONG_COMMUNES").map_or(COMMUNES / 10, |told| told.parse().expect("a number"));
    let folder = TempDir::new().expect("a folder");
    let mut lists = country::country(communes);
    lists.write(&folder.path().join("lists"));
    lists.mix();
    lists.write(&folder.path().join("mixed"));
    println!("{communes} communes, {} rows, {:.1} MB of csv", lists.rows, size(&lists));
    lists.forget();
    println!("{:44} {:>9} {:>9} {:>9}", "", "wall ms", "CPU ms", "peak MiB");
    let bench = Bench { folder, lists, communes };
    bench.pipeline();
    bench.again();
    bench.proposal();
    bench.rosters();
}

fn size(lists: &Country) -> f64 {
    (lists.units.len() + lists.cadres.len() + lists.assignments.len()) as f64 / 1e6
}

/// What one command took.
#[derive(Clone, Copy, Debug)]
struct Took {
    wall: f64,
    cpu: f64,
    peak: f64,
}

impl Took {
    fn and(self, other: Took) -> Took {
        Took { wall: self.wall + other.wall, cpu: self.cpu + other.cpu, peak: self.peak.max(other.peak) }
    }
}

struct Bench {
    folder: TempDir,
    lists: Country,
    communes: usize,
}

impl Bench {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn phancong(&self, args: &[&str]) -> Took {
        let mut command = Command::new(env!("CARGO_BIN_EXE_phancong"));
        run(command.args(["--quiet"]).args(args).current_dir(self.folder.path()))
    }

    /// First import, check, gaps and load as csv; beside `sqlite3`.
    fn pipeline(&self) {
        let first = || self.first("lists");
        let list =
            |what: &'static str| move || self.phancong(&["export", what, "--as-of", DAY, "-o", &format!("{what}.csv")]);
        let check = || self.phancong(&["check", "--as-of", DAY, "--format", "csv", "-o", "findings.csv"]);
        let parts = [
            shown("first import", first),
            shown("check", check),
            shown("gaps as csv", list("gaps")),
            shown("load as csv", list("load")),
        ];
        let gaps = std::fs::read_to_string(self.path("gaps.csv")).expect("gaps").lines().count() - 1;
        assert_eq!(gaps, self.lists.gaps, "every gap, and no other");
        let all = parts.into_iter().reduce(Took::and).expect("parts");
        print("all of these", all);
        let whole = shown("the same in one: build --only gaps,load", || {
            let _ = std::fs::remove_file(self.path("build.db"));
            let told = ["--db", "build.db", "build", "lists", "--month", "2025-06", "--no-xlsx", "--only", "gaps,load"];
            self.phancong(&[&told[..], &["-o", "built"]].concat())
        });
        for list in ["gaps.csv", "load.csv"] {
            let [one, other] = [list.to_owned(), format!("built/{list}")].map(|name| std::fs::read(self.path(&name)));
            assert!(one.expect("a list") == other.expect("a list"), "{list}: the same to the byte");
        }
        self.beside(all, whole, parts[1]);
    }

    /// The peers, and what ours takes of the CPU time of each: one command after the other, in one, and of its check.
    fn beside(&self, all: Took, whole: Took, check: Took) {
        let bare = self.bare();
        let share = |what: &str, theirs: Took| {
            print(what, theirs);
            let [all, whole, check, bare] = [all, whole, check, bare].map(|took| took.cpu / theirs.cpu);
            println!("  of its CPU time: {all:.3}; in one command {whole:.3}; check alone {check:.3}; bare {bare:.3}");
        };
        share("a bare program: lists in, gaps and load out", bare);
        let lists = ["country.sql"];
        let checks = ["country.sql", "checks.sql"];
        for (what, scripts) in [("lists in, gaps and load out", &lists[..]), ("the same, and checks", &checks)] {
            let Some(theirs) = self.sqlite3(scripts) else { return println!("No peer: sqlite3 is not here.") };
            share(&format!("sqlite3: {what}"), theirs);
        }
        self.findings();
        match self.duckdb() {
            Some(theirs) => share("DuckDB: lists in, gaps and load out", theirs),
            None => println!("No peer: Python does not know DuckDB."),
        }
    }

    /// As many findings as `sqlite3` has.
    fn findings(&self) {
        for check in ["cadre-idle", "unit-name-repeated", "cadre-probably-twice"] {
            let count = |file: &str| {
                let found = std::fs::read_to_string(self.path(file)).expect("findings");
                found.lines().filter(|line| line.split(',').any(|cell| cell == check)).count()
            };
            println!("  {check}: {} found, by sqlite3 {}", count("findings.csv"), count("peer-findings.csv"));
        }
    }

    /// A new database with the lists of a folder.
    fn first(&self, lists: &str) -> Took {
        let _ = std::fs::remove_file(self.path("phancong.db"));
        let made = self.phancong(&["init", "--policy", "lists/policy.toml"]);
        made.and(self.phancong(&["import", lists, "--as-of", DAY]))
    }

    fn sqlite3(&self, scripts: &[&str]) -> Option<Took> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench");
        Command::new("sqlite3").arg("--version").stdout(Stdio::null()).status().ok()?;
        let text = |script: &&str| std::fs::read_to_string(folder.join(script)).expect("a script");
        std::fs::write(self.path("peer.sql"), scripts.iter().map(text).collect::<String>()).expect("a script");
        let once = || {
            let _ = std::fs::remove_file(self.path("peer.db"));
            let mut command = Command::new("sqlite3");
            run(command.args(["-bail", "../peer.db", ".read ../peer.sql"]).current_dir(self.path("lists")))
        };
        Some(median(once))
    }

    fn duckdb(&self) -> Option<Took> {
        let words = peers::duckdb()?;
        Some(self.peer(&words[0], &words[1..], "duck"))
    }

    /// The least that the job takes, done by this program itself.
    fn bare(&self) -> Took {
        self.peer(&std::env::current_exe().expect("this program"), &[BARE.into()], "bare")
    }

    /// A peer that is told the folder of the lists, and one where its gaps are to lie.
    fn peer(&self, program: &Path, words: &[PathBuf], out: &str) -> Took {
        let once = || {
            let _ = std::fs::remove_dir_all(self.path(out));
            std::fs::create_dir(self.path(out)).expect("a folder");
            let mut command = Command::new(program);
            run(command.args(words).args(["lists", out]).current_dir(self.folder.path()))
        };
        let took = median(once);
        let gaps = std::fs::read_to_string(self.path(out).join("gaps.csv")).expect("gaps").lines().count() - 1;
        assert_eq!(gaps, self.lists.gaps, "the same gaps");
        took
    }

    /// What there is already: imported again, one commune looked at.
    fn again(&self) {
        let mixed = shown("first import of lists in no order", || self.first("mixed"));
        let sorted = shown("first import once more", || self.first("lists"));
        println!("  lists in no order take {:.2} times the CPU time", mixed.cpu / sorted.cpu);
        shown("import again, nothing new", || self.phancong(&["import", "lists", "--as-of", DAY]));
        let households = Cell::new(1_000);
        shown("import 1,000 rows that have changed", || {
            households.set(households.get() + 1);
            self.write_few(households.get());
            self.phancong(&["import", "few.csv", "--as-of", DAY])
        });
        shown("check of one commune", || {
            self.phancong(&["check", "--as-of", DAY, "--under", "10.1.02", "--format", "csv", "-o", "findings.csv"])
        });
    }

    /// The roster of every commune, beside the workbook library alone; then every document there is.
    fn rosters(&self) {
        // A folder is never used again: a file system takes its time where many files were deleted a moment ago.
        let (made, alone) = (Cell::new(0), Cell::new(0));
        let folder = |count: &Cell<usize>, name: &str| {
            count.set(count.get() + 1);
            format!("{name}{}", count.get())
        };
        shown("every document there is", || {
            self.phancong(&["export", "all", "--as-of", DAY, "-o", &folder(&made, "all")])
        });
        if self.communes < COMMUNES / 2 {
            // A sheet has no room for the units of the country.
            shown("all units as a workbook", || self.phancong(&["export", "units", "-o", "units.xlsx"]));
        }
        let export = |format: &'static str| {
            let rosters = ["export", "roster", "--by", "commune", "--as-of", DAY, "--format", format, "-o"];
            self.phancong(&[&rosters[..], &[&folder(&made, "rosters")]].concat())
        };
        shown("every commune's roster as csv", || export("csv"));
        let ours = shown("every commune's roster as xlsx", || export("xlsx"));
        let books = library::cells(&self.path(&format!("rosters{}", made.get())));
        let alone = |threads: usize, level: Option<u8>| {
            let once = || library::seconds(&books, &self.path(&folder(&alone, "alone")), threads, level);
            peers::median((0..RUNS).map(|_| once()).collect())
        };
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        for (pressed, level) in [("as hard as it does", None), ("as hard as Excel does", Some(3))] {
            let (one, all) = (alone(1, level), alone(threads, level));
            println!(
                "the library alone, same cells, pressed {pressed}: {:.0} ms on one core, {:.0} on {threads}; ours takes {:.2} of its CPU time, {:.2} of its time",
                one * 1e3,
                all * 1e3,
                ours.cpu / one,
                ours.wall / all
            );
        }
    }

    /// A list of the first thousand units below communes, with a number of households.
    fn write_few(&self, households: u32) {
        let units = std::fs::read_to_string(self.path("lists/units.csv")).expect("a list");
        let mut few = "code,name,level,parent_code,households\n".to_owned();
        let below = units.lines().filter(|line| line.contains(",hamlet,") || line.contains(",team,"));
        for line in below.take(1_000) {
            let kept = line.rsplit_once(',').map_or(line, |(kept, _)| kept);
            writeln!(few, "{kept},{households}").expect("to memory");
        }
        std::fs::write(self.path("few.csv"), few).expect("a list");
    }

    /// Everything proposed from nothing, beside LEMON's solving alone of as many communes.
    fn proposal(&self) {
        self.phancong(&["--db", "empty.db", "init", "--policy", "lists/policy.toml"]);
        for list in ["units", "cadres"] {
            self.phancong(&["--db", "empty.db", "import", &format!("lists/{list}.csv"), "--as-of", DAY]);
        }
        let ours = shown("propose every team from nothing", || {
            self.phancong(&["--db", "empty.db", "propose", "--duty", "team", "--as-of", DAY, "-o", "proposal.csv"])
        });
        let Some(words) = peers::lemon(&self.folder) else { return println!("No peer: LEMON is not here.") };
        let mut text = String::new();
        for seed in 0..self.communes as u64 {
            let seats = offices::commune(seed, TEAMS, CADRES);
            text.write_str(&dimacs::written(&seats.network())).expect("to memory");
        }
        std::fs::write(self.path("instance.min"), &text).expect("a file");
        drop(text);
        let (times, _) = peers::solve(&words, &self.path("instance.min"), RUNS);
        let theirs = peers::median(times);
        println!(
            "LEMON, solving alone as many communes: {:.0} ms; ours is {:.2} of it",
            theirs * 1e3,
            ours.wall / theirs
        );
    }
}

/// Runs something several times, shows and gives the medians.
fn shown(name: &str, once: impl Fn() -> Took) -> Took {
    let took = median(once);
    print(name, took);
    took
}

fn median(once: impl Fn() -> Took) -> Took {
    let all: Vec<Took> = (0..RUNS).map(|_| once()).collect();
    let of = |part: fn(&Took) -> f64| peers::median(all.iter().map(part).collect());
    Took { wall: of(|took| took.wall), cpu: of(|took| took.cpu), peak: of(|took| took.peak) }
}

fn print(name: &str, Took { wall, cpu, peak }: Took) {
    println!("{name:44} {:9.0} {:9.0} {:9.0}", wall * 1e3, cpu * 1e3, peak);
}

/// Runs a command to its end; findings are no failure. A small process does it: the peak of one begins with what the
/// process took that split it off.
fn run(command: &mut Command) -> Took {
    let mut taking = Command::new(std::env::current_exe().expect("this program"));
    taking.env(TAKES, "1").arg(command.get_program()).args(command.get_args());
    command.get_current_dir().map(|folder| taking.current_dir(folder));
    let output = taking.stderr(Stdio::inherit()).output().expect("this program starts");
    let told = String::from_utf8(output.stdout).expect("numbers");
    let numbers: Vec<f64> = told.split_whitespace().map(|number| number.parse().expect("a number")).collect();
    let [wall, cpu, peak] = numbers[..] else { panic!("{command:?}: {told}") };
    Took { wall, cpu, peak }
}

/// Runs the command that the words of this one are, and tells its seconds, those of its CPU time, and its peak in MiB.
fn take() {
    let mut words = std::env::args_os().skip(1);
    let mut command = Command::new(words.next().expect("a program"));
    let begun = Instant::now();
    let quiet = command.args(words).env_remove(TAKES).stdout(Stdio::null()).stderr(Stdio::null());
    let ended = quiet.spawn().expect("the program starts").wait4().expect("the program ends");
    assert!(matches!(ended.status.code(), Some(0 | 1)), "{command:?}");
    let cpu = (ended.rusage.utime + ended.rusage.stime).as_secs_f64();
    println!("{} {cpu} {}", begun.elapsed().as_secs_f64(), ended.rusage.maxrss as f64 / f64::from(1 << 20));
}
