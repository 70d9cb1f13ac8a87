//! The power is cut at any moment: the database is as it was before a change or after it, and after it once the program
//! has said so; a document is the old one or the new one, whole.
#![cfg(target_os = "linux")]

mod content;
#[path = "flows/dice.rs"]
mod dice;
mod disks;
mod growing;
mod office;
mod strace;

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Output;

use content::content;
use dice::Dice;
use disks::disk::{Disk, Fate, disk};
use disks::film::{Event, Film};
use growing::{IMPORT, office};
use office::{Office, screen};
use phancong::model::policy::Policy;
use phancong::store::Store;

const DB: &str = "phancong.db";
/// Disks that are tried of each command, at least where there are as many: when all is asked for, and else.
const MANY: usize = 2000;
const FEW: usize = 220;

/// A command that was run, and what stood in its folder before and after.
struct Run {
    film: Film,
    /// The event by which the user had been told that it is done.
    told: usize,
    before: Option<String>,
    after: String,
    documents: Disk,
}

/// How often a disk held what was there before, and what was there after.
#[derive(Default)]
struct Tally {
    tried: usize,
    before: usize,
    after: usize,
}

#[test]
fn an_import_cut_short_by_the_power_is_there_whole_or_not_at_all() {
    let tally = cut("import", &office(), &IMPORT);
    assert!(tally.is_none_or(|tally| tally.before > 0 && tally.after > 0), "cuts fall before and after the commit");
}

#[test]
fn an_undo_cut_short_by_the_power_is_there_whole_or_not_at_all() {
    let office = office();
    office.succeed(&IMPORT);
    let tally = cut("undo", &office, &["undo", "--yes"]);
    assert!(tally.is_none_or(|tally| tally.before > 0 && tally.after > 0), "cuts fall before and after the commit");
}

#[test]
fn a_database_that_the_power_cut_off_while_it_was_made_can_be_made_again() {
    cut("init", &Office::empty(), &["init", "--policy", "three-tier"]);
}

#[test]
fn a_document_is_the_old_one_or_the_new_one_after_a_power_cut() {
    let office = office();
    office.succeed(&IMPORT);
    fs::write(office.path("units.csv"), "old\n".repeat(500)).expect("an old list");
    cut("export", &office, &["export", "units", "-o", "units.csv"]);
}

#[test]
fn a_backup_is_whole_or_not_there_after_a_power_cut() {
    cut("backup", &office(), &["backup", "copy.db"]);
}

#[test]
fn what_was_not_synced_may_be_lost_and_what_was_synced_may_not() {
    let mut film = Film { names: [("a".to_owned(), 0)].into(), contents: vec![b"old".to_vec()], events: Vec::new() };
    let write = |text: &str| Event::Write { file: 0, at: 0, bytes: text.repeat(400).into_bytes() };
    film.events = vec![write("new"), Event::Sync { file: 0 }, write("two"), Event::Unlink { name: "a".to_owned() }];
    let of = |cut: usize, fate: &mut Fate| disk(&film, cut, fate).remove("a");
    let text = |text: &str| Some(text.as_bytes().to_vec());
    assert_eq!(of(1, &mut Fate::Lost), text("old"));
    assert_eq!(of(2, &mut Fate::Lost), text(&"new".repeat(400)));
    assert_eq!(of(3, &mut Fate::There), text(&"two".repeat(400)));
    assert_eq!((of(4, &mut Fate::Lost), of(4, &mut Fate::There)), (text(&"new".repeat(400)), None));
    let mut dice = Dice(1);
    let seen: BTreeSet<_> = (0..400).map(|_| of(3, &mut Fate::Any(&mut dice))).collect();
    assert_eq!(seen.len(), 8, "each of three sectors is old or new");
}

/// Runs a command once and tries the disks that a power cut at any moment of it may leave.
fn cut(test: &str, office: &Office, args: &[&str]) -> Option<Tally> {
    if !strace::is_there(test) {
        return None;
    }
    let folder = office.path("").canonicalize().expect("a folder");
    let run = run(&folder, args);
    let tally = try_all(test, &run);
    eprintln!("{test}: {} disks, {} as before, {} as after", tally.tried, tally.before, tally.after);
    Some(tally)
}

fn run(folder: &Path, args: &[&str]) -> Run {
    let db = folder.join(DB);
    let before = db.exists().then(|| content(&db));
    let (film, output): (Film, Output) = Film::of(folder, args);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", screen(&output));
    let documents = disk(&film, film.events.len(), &mut Fate::There);
    for (name, bytes) in &documents {
        assert!(fs::read(folder.join(name)).expect("there") == *bytes, "{name}: what was taken down is not all");
    }
    let told = film.events.iter().rposition(|event| matches!(event, Event::Said)).expect("the user is told");
    Run { told, before, after: content(&db), documents, film }
}

fn try_all(test: &str, run: &Run) -> Tally {
    let memory = PathBuf::from("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    let folder = folder.expect("a folder");
    let (end, wanted) = (run.film.events.len(), if strace::is_long() { MANY } else { FEW });
    let (mut dice, mut seen, mut tally) = (Dice(2026), BTreeSet::new(), Tally::default());
    let mut attempt = |cut: usize, fate: &mut Fate| {
        let disk = disk(&run.film, cut, fate);
        if seen.insert((hash(&disk), cut > run.told)) {
            let place = format!("{test}, cut after {cut} of {end} events");
            judge(run, folder.path(), &disk, cut > run.told, &place, &mut tally);
        }
        seen.len()
    };
    for cut in (0..=end).filter(|cut| wanted == MANY || is_at_a_sync(run, *cut)) {
        attempt(cut, &mut Fate::Lost);
        attempt(cut, &mut Fate::There);
        attempt(cut, &mut Fate::Any(&mut dice));
    }
    // Where a command does little, there are not as many.
    for _ in 0..wanted * 20 {
        let cut = dice.below(end + 1);
        if attempt(cut, &mut Fate::Any(&mut dice)) >= wanted {
            break;
        }
    }
    tally
}

/// Whether what is next or last is what makes something last, or changes a name.
fn is_at_a_sync(run: &Run, cut: usize) -> bool {
    let near = &run.film.events[cut.saturating_sub(1)..(cut + 1).min(run.film.events.len())];
    !near.iter().all(|event| matches!(event, Event::Write { .. } | Event::Said))
}

fn hash(disk: &Disk) -> u64 {
    let mut hasher = DefaultHasher::new();
    disk.hash(&mut hasher);
    hasher.finish()
}

/// Lays a disk out, opens the database as the next run does, and holds what is there against before and after.
fn judge(run: &Run, folder: &Path, disk: &Disk, is_told: bool, place: &str, tally: &mut Tally) {
    for entry in fs::read_dir(folder).expect("a folder") {
        fs::remove_file(entry.expect("an entry").path()).expect("removed");
    }
    for (name, bytes) in disk {
        fs::write(folder.join(name), bytes).expect("written");
    }
    tally.tried += 1;
    let documents = run.documents.keys().filter(|name| !name.starts_with(DB) && !name.starts_with(".phancong-"));
    for name in documents {
        let before = run.film.names.get(name).map(|file| &run.film.contents[*file]);
        let (found, after) = (disk.get(name), run.documents.get(name));
        assert!(found == after || found == before && !is_told, "{place}: {name} is neither old nor new");
    }
    let db = folder.join(DB);
    let opened = Store::open(&db).map(drop);
    let Some(before) = &run.before else {
        if opened.is_err() {
            assert!(!is_told, "{place}: {opened:?}");
            Store::create(&db, &Policy::default(), |_| Ok(())).unwrap_or_else(|err| panic!("{place}: {err:#}"));
            tally.before += 1;
        } else {
            assert!(content(&db) == run.after, "{place}: neither made nor not made");
            tally.after += 1;
        }
        return;
    };
    opened.unwrap_or_else(|err| panic!("{place}: {err:#}"));
    let found = content(&db);
    assert!(found == *before || found == run.after, "{place}: neither as before nor as after\n{found}");
    assert!(found == run.after || !is_told, "{place}: the user was told, but it is gone");
    *(if found == run.after { &mut tally.after } else { &mut tally.before }) += 1;
}
