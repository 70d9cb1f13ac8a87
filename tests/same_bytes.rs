//! The same month gives the same documents, to the byte: made twice, on another day, in another folder, under another language of
//! the terminal, time zone, user and rights of new files.

mod trust;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use trust::{ROOT, code, rounds, said};

const FORMATS: [&str; 6] = ["csv", "xlsx", "docx", "html", "md", "json"];

/// Where and when a month is made.
struct Office {
    lang: &'static str,
    zone: &'static str,
    /// What stands before the program's name on the command line.
    before: Vec<&'static str>,
}

/// The documents of May and June, of every format, under their names.
fn made(office: &Office) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::Builder::new().prefix(office.lang).tempdir().expect("a folder");
    let lists = Path::new(ROOT).join("data/chau-thanh");
    let run = |args: &[&str]| {
        let mut line = office.before.clone();
        line.push(env!("CARGO_BIN_EXE_phancong"));
        let mut command = Command::new(line[0]);
        command.args(&line[1..]).args(args).current_dir(folder.path());
        command
            .env("PHANCONG_LANG", office.lang)
            .env("TZ", office.zone)
            .env("LANG", office.lang)
            .env_remove("PHANCONG_DB");
        command.env("USER", office.lang).env("COLUMNS", if office.lang == "vi" { "60" } else { "200" });
        let output = command.output().expect("it runs");
        assert!(code(&output) <= 1, "{args:?}: {}", said(&output));
    };
    run(&["build", lists.to_str().expect("a path"), "--month", "2022-05", "--out", "may"]);
    run(&["--yes", "close", "2022-05"]);
    for format in &FORMATS[..rounds(3, FORMATS.len())] {
        run(&["export", "all", "--month", "2022-06", "--format", format, "-o", &format!("june-{format}")]);
        // A workbook of a list is stamped with its database, to be read back into it: it is no document of a month.
        let lists = ["calendar", "decisions", "units", "cadres", "assignments"];
        for what in lists.iter().filter(|what| *format != "xlsx" || **what == "calendar") {
            run(&[
                "export",
                what,
                "--month",
                "2022-06",
                "--format",
                format,
                "-o",
                &format!("june-{format}/{what}.{format}"),
            ]);
        }
    }
    run(&["export", "changes", "--from", "2022-06-01", "--to", "2022-06-30", "-o", "june-docx/decision.docx"]);
    run(&["export", "packet", "--month", "2022-06", "--under", "28855", "--profile", "full", "-o", "packet"]);
    let mut files = BTreeMap::new();
    for out in std::fs::read_dir(folder.path())
        .expect("a folder")
        .map(|out| out.expect("a file").path())
        .filter(|out| out.is_dir())
    {
        for file in std::fs::read_dir(&out).expect("a folder") {
            let path = file.expect("a file").path();
            let name = path.strip_prefix(folder.path()).expect("below").to_string_lossy().into_owned();
            files.insert(name, std::fs::read(&path).expect("bytes"));
        }
    }
    files
}

fn assert_same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>, how: &str) {
    assert!(one.keys().eq(other.keys()), "{how}");
    let different: Vec<&String> = one.keys().filter(|name| one[*name] != other[*name]).collect();
    assert!(one.len() > 100 && different.is_empty(), "{how}: {different:?}");
}

#[test]
fn the_documents_of_a_month_are_the_same_bytes_wherever_and_whenever_they_are_made() {
    let here = made(&Office { lang: "vi", zone: "Asia/Ho_Chi_Minh", before: vec![] });
    let there = made(&Office { lang: "en", zone: "America/Anchorage", before: vec![] });
    assert_same(&here, &there, "another folder, language and time zone");
    if Command::new("faketime").args(["2027-02-28 23:59:58", "true"]).status().is_ok_and(|status| status.success()) {
        let later = made(&Office { lang: "vi", zone: "UTC", before: vec!["faketime", "2027-02-28 23:59:58"] });
        assert_same(&here, &later, "another day");
    } else {
        eprintln!("skipped: faketime is not installed: the same documents on another day");
    }
    eprintln!("{} documents, the same bytes", here.len());
}
