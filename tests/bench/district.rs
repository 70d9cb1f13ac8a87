//! How long the sample district takes: step by step in process, as whole commands, and beside a peer in the same run.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use divan::{Bencher, black_box_drop};
use phancong::check;
use phancong::merge::{How, Merged, Mode, merge};
use phancong::model::book::Book;
use phancong::model::day::Month;
use phancong::model::finding::has_error;
use phancong::model::list::Kind;
use phancong::model::policy::{Policy, Profile};
use phancong::model::rows::Lists;
use phancong::model::seats::Seats;
use phancong::model::snapshot::Snapshot;
use phancong::read::lists::Reading;
use phancong::read::policy::policy;
use phancong::read::source::File;
use phancong::read::wishes::Wishes;
use phancong::render::{Format, Look, render};
use phancong::report::documents::Documents;
use phancong::report::paper::Paper;
use phancong::text::catalogue::Catalogue;
use phancong::text::order::Order;
use tempfile::TempDir;

const MONTH: &str = "2022-06";
const GOALS: &str = "Goals: `check` within 20 ms and `build --no-xlsx` within 150 ms, as whole processes.";

/// A program with nothing but arguments, to start up beside.
#[derive(clap::Parser)]
#[command(version)]
struct Empty {
    #[arg(long)]
    db: Option<PathBuf>,
}

/// Makes this program that one.
const EMPTY: &str = "--as-an-empty-program";

fn main() {
    if std::env::args().nth(1).as_deref() == Some(EMPTY) {
        let words = std::env::args().take(1).chain(std::env::args().skip(2));
        drop(<Empty as clap::Parser>::try_parse_from(words).map_err(|told| told.print()));
        return;
    }
    println!("{GOALS}");
    match (*PEER_GAPS, gaps()) {
        (None, _) => println!("No peer: sqlite3 is not on PATH."),
        (Some(theirs), ours) => println!("The peer is sqlite3: it finds {theirs} gaps, phancong {ours}."),
    }
    divan::main();
}

/// The sample district, read once.
struct District {
    files: Vec<File>,
    month: Month,
    book: Book,
}

static DISTRICT: LazyLock<District> = LazyLock::new(|| {
    let month = Month::parse(MONTH).expect("a month");
    let policy = sample_policy();
    let lists = Kind::ALL.map(|kind| sample().join(kind.name()).with_extension("csv"));
    let lists = lists.iter().filter(|path| path.is_file());
    let files: Vec<File> = lists.map(|path| File::read(path).expect("readable")).collect();
    let reading = read(&files, &policy, month);
    let Merged { book, findings, .. } = merged(reading.lists, &policy, month);
    assert!(!has_error(&reading.findings) && !has_error(&findings), "the sample district is sound");
    District { files, month, book }
});

/// The gaps that the peer finds, where there is a peer.
static PEER_GAPS: LazyLock<Option<usize>> = LazyLock::new(|| {
    let found = peer().ok()?;
    assert!(found.status.success(), "{}", String::from_utf8_lossy(&found.stderr));
    Some(found.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count())
});

mod steps {
    use super::*;

    #[divan::bench]
    fn read_lists(bencher: Bencher) {
        let district = &*DISTRICT;
        bencher.bench(|| read(&district.files, &district.book.policy, district.month));
    }

    #[divan::bench]
    fn merge_into_an_empty_book(bencher: Bencher) {
        let district = &*DISTRICT;
        let reading = read(&district.files, &district.book.policy, district.month);
        bencher
            .with_inputs(|| reading.lists.clone())
            .bench_values(|lists| merged(lists, &district.book.policy, district.month));
    }

    #[divan::bench]
    fn check_the_book(bencher: Bencher) {
        let district = &*DISTRICT;
        bencher.bench(|| {
            let snapshot = Snapshot::new(&district.book, district.month.last());
            check::run(&snapshot, &Seats::of(&snapshot), |_| true)
        });
    }

    #[divan::bench]
    fn tables_of_all_documents(bencher: Bencher) {
        with_documents(|documents, paper| {
            let all = documents.all();
            bencher.bench(|| all.iter().for_each(|document| black_box_drop(documents.table(document.what, paper))));
        });
    }

    #[divan::bench]
    fn csv_of_all_documents(bencher: Bencher) {
        with_documents(|documents, paper| {
            let tables: Vec<_> = documents.all().iter().map(|document| documents.table(document.what, paper)).collect();
            let look = Look::default();
            bencher.bench(|| tables.iter().for_each(|table| black_box_drop(render(table, Format::Csv, &look))));
        });
    }
}

#[divan::bench_group(sample_count = 50)]
mod processes {
    use super::*;

    #[divan::bench]
    fn version() {
        run(phancong(Path::new("none.db")).arg("--version"));
    }

    /// Goal: `version` takes at most twice as long.
    #[divan::bench]
    fn version_of_an_empty_program() {
        run(Command::new(std::env::current_exe().expect("this program")).args([EMPTY, "--db", "none.db", "--version"]));
    }

    #[divan::bench]
    fn build_a_new_database(bencher: Bencher) {
        bencher.with_inputs(folder).bench_refs(|folder| build(folder));
    }

    #[divan::bench]
    fn build_again(bencher: Bencher) {
        let folder = built();
        bencher.bench(|| build(&folder));
    }

    #[divan::bench]
    fn check_a_database(bencher: Bencher) {
        let folder = built();
        bencher.bench(|| run(phancong(&database(&folder)).args(["check", "--month", MONTH, "--format", "csv"])));
    }

    /// Goal: a district with nobody assigned is filled whole within 100 ms, a commune of it within 15 ms.
    #[divan::bench(args = [None, Some("28855")])]
    fn propose_from_nothing(bencher: Bencher, under: Option<&str>) {
        let folder = unassigned();
        let proposed = || {
            let mut command = phancong(&database(&folder));
            command.args(["propose", "--month", MONTH, "--format", "csv"]);
            if let Some(under) = under {
                command.args(["--under", under]);
            }
            run(&mut command)
        };
        bencher.bench(proposed);
    }

    #[divan::bench(ignore = PEER_GAPS.is_none())]
    fn sqlite3_imports_and_lists_gaps() {
        peer().expect("it ran before");
    }
}

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/chau-thanh")
}

/// The district's own policy, or the one that ships for its time.
fn sample_policy() -> Policy {
    let paths = ["policy.toml", "../policies/three-tier.toml"].map(|name| sample().join(name));
    let text = paths.iter().find_map(|path| std::fs::read_to_string(path).ok()).expect("a policy");
    policy(&text, "policy.toml").expect("a sound policy")
}

fn read(files: &[File], policy: &Policy, month: Month) -> Reading {
    let mut reading = Reading::new(policy, month.last(), Wishes::default());
    files.iter().for_each(|file| reading.file(file));
    reading
}

fn merged(lists: Lists, policy: &Policy, month: Month) -> Merged {
    let how = How { mode: Mode::Upsert, day: month.last(), today: month.last(), max_end: 10 };
    merge(Book::new(policy.clone()), lists, &how)
}

fn with_documents(then: impl FnOnce(&Documents, &Paper)) {
    let District { month, book, .. } = &*DISTRICT;
    let snapshot = Snapshot::new(book, month.last());
    let (words, order) = (Catalogue::new(book.policy.lang), Order::new());
    let paper = Paper { words: &words, order: &order, profile: Profile::Full };
    then(&Documents::new(&snapshot, Some(*month), book.policy.roster_level(), None), &paper);
}

/// The seats that phancong finds empty.
fn gaps() -> usize {
    let snapshot = Snapshot::new(&DISTRICT.book, DISTRICT.month.last());
    Seats::of(&snapshot).amiss.iter().filter(|found| found.gap() > 0).count()
}

fn folder() -> TempDir {
    TempDir::new().expect("a folder for what is built")
}

/// A folder with a database and documents in it.
fn built() -> TempDir {
    let folder = folder();
    build(&folder);
    folder
}

/// A folder with a database of units and cadres, and nobody assigned.
fn unassigned() -> TempDir {
    let folder = folder();
    let db = database(&folder);
    run(phancong(&db).args(["--quiet", "init", "--policy"]).arg(sample().join("policy.toml")));
    let lists = ["units.csv", "cadres.csv"].map(|list| sample().join(list));
    run(phancong(&db).args(["--quiet", "import", "--as-of", "2022-05-31"]).args(lists));
    folder
}

fn build(folder: &TempDir) {
    let mut command = phancong(&database(folder));
    command.arg("build").arg(sample()).args(["--month", MONTH, "--no-xlsx", "--out"]).arg(folder.path().join("out"));
    run(&mut command);
}

fn database(folder: &TempDir) -> PathBuf {
    folder.path().join("phancong.db")
}

fn phancong(db: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_phancong"));
    command.arg("--db").arg(db);
    command
}

/// Runs a command to its end; findings are no failure.
fn run(command: &mut Command) {
    let output = command.output().expect("the program starts");
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&output.stderr));
}

fn peer() -> std::io::Result<Output> {
    let script = std::fs::File::open(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/gaps.sql"))?;
    let at = env!("CARGO_MANIFEST_DIR");
    Command::new("sqlite3").args(["-bail", ":memory:"]).current_dir(at).stdin(script).stdout(Stdio::piped()).output()
}
