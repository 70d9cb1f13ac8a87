//! Databases with flipped bits, cut short or overwritten: refused, or read as they were; never read as something else.

mod trust;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use trust::{code, office, phancong, rounds, run, said};

/// Damages bytes by a number: one to eight bits flipped, a stretch overwritten, or the end cut off.
fn damage(bytes: &mut Vec<u8>, number: u64) {
    let mut state = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).expect("small")
    };
    let length = bytes.len();
    match number % 10 {
        0 => bytes.truncate(random(length)),
        1 => {
            let at = random(length);
            let end = (at + 1 + random(512)).min(length);
            bytes[at..end].fill(0);
        }
        _ => {
            for _ in 0..=random(8) {
                bytes[random(length)] ^= 1 << random(8);
            }
        }
    }
}

#[derive(Default)]
struct Count {
    refused: AtomicUsize,
    right: AtomicUsize,
    mended: AtomicUsize,
    saved: AtomicUsize,
}

#[test]
fn a_damaged_database_is_refused_or_read_as_it_was() {
    let folder = office();
    let sound = std::fs::read(folder.path().join("phancong.db")).expect("bytes");
    let reading = ["check", "--month", "2022-06", "--format", "csv"];
    let read = |folder: &Path| {
        let output = phancong(folder).args(reading).output().expect("it runs");
        if code(&output) > 1 {
            return (output, Default::default());
        }
        let list = |what| run(folder, &["export", what, "--format", "csv"]).stdout;
        (output, [list("units"), list("cadres"), list("assignments"), run(folder, &["log"]).stdout])
    };
    let (output, expected) = read(folder.path());
    assert!(code(&output) <= 1, "{}", said(&output));
    let (count, total) = (Count::default(), rounds(60, 10_000));
    let next = AtomicUsize::new(0);
    let work = || {
        let own = tempfile::tempdir().expect("a folder");
        let path = own.path().join("phancong.db");
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= total {
                return;
            }
            let mut bytes = sound.clone();
            damage(&mut bytes, number as u64);
            let _ = std::fs::remove_file(own.path().join("phancong.db-journal"));
            std::fs::write(&path, &bytes).expect("damaged");
            one(own.path(), &bytes, number, &count, || read(own.path()), &expected);
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(work);
        work();
    });
    let [refused, right, mended, saved] =
        [&count.refused, &count.right, &count.mended, &count.saved].map(|count| count.load(Ordering::Relaxed));
    eprintln!(
        "{total} damaged databases: {refused} refused, {right} read as they were; doctor could mend {mended} and save something of {saved}"
    );
    assert!(refused > total / 10 && right > total / 10);
}

fn one<const N: usize>(
    folder: &Path,
    bytes: &[u8],
    number: usize,
    count: &Count,
    read: impl Fn() -> (std::process::Output, [Vec<u8>; N]),
    expected: &[Vec<u8>; N],
) {
    let (output, got) = read();
    match code(&output) {
        0 | 1 => {
            assert!(got == *expected, "damage {number} is read as something else");
            count.right.fetch_add(1, Ordering::Relaxed);
        }
        4 => {
            assert!(said(&output).contains("ERROR"), "damage {number}: {}", said(&output));
            count.refused.fetch_add(1, Ordering::Relaxed);
            let path = folder.join("phancong.db");
            let is_same = std::fs::read(&path).expect("bytes") == bytes;
            assert!(is_same, "damage {number}: what is refused is left as it is");
            assert_plain(&said(&output), number);
            doctored(folder, bytes, number, count);
        }
        other => panic!("damage {number} ends with {other}: {}", said(&output)),
    }
}

/// What `doctor` makes of it: whatever it cannot mend is left as it is, and what it mended is read; what can be read is saved.
fn doctored(folder: &Path, bytes: &[u8], number: usize, count: &Count) {
    let (path, kept) = (folder.join("phancong.db"), folder.join("phancong.db.before-doctor"));
    let saved = run(folder, &["doctor", "--salvage", "saved.db"]);
    assert!(matches!(code(&saved), 0 | 1 | 4), "damage {number}: {}", said(&saved));
    assert_plain(&said(&saved), number);
    if code(&saved) != 4 {
        let read = run(folder, &["--db", "saved.db", "list", "units"]);
        // A letter of the policy may be what is damaged: then that is told, with its line.
        let is_of_policy = |said: &str| said.contains("policy, row") || said.contains("the policy lacks codes");
        let is_told = code(&read) == 3 && is_of_policy(&said(&read));
        assert!(code(&read) == 0 || is_told, "damage {number}, what is saved is read: {}", said(&read));
        count.saved.fetch_add(1, Ordering::Relaxed);
    }
    assert!(std::fs::read(&path).expect("bytes") == bytes, "damage {number}: saving changes nothing");
    let mended = run(folder, &["--yes", "doctor", "--mend"]);
    match code(&mended) {
        0 => {
            assert!(kept.exists(), "damage {number}: what was is kept");
            let read = run(folder, &["list", "units"]);
            assert_eq!(code(&read), 0, "damage {number}, what is mended is read: {}", said(&read));
            count.mended.fetch_add(1, Ordering::Relaxed);
        }
        1 | 4 => assert!(kept.exists() || std::fs::read(&path).expect("bytes") == bytes, "damage {number}"),
        other => panic!("damage {number}: mending ends with {other}: {}", said(&mended)),
    }
    for file in [kept, folder.join("saved.db"), folder.join("phancong.db.before-doctor-2")] {
        let _ = std::fs::remove_file(file);
    }
}

/// No word of the engine where a user reads.
fn assert_plain(said: &str, number: usize) {
    let raw = ["SQLITE", "Error code", "disk image", "os error", "invalid utf-8", "no such table", "Invalid column"];
    assert!(!raw.iter().any(|word| said.contains(word)), "damage {number}: {said}");
}
