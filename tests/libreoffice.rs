//! The way through LibreOffice: each list is exported, opened and saved by the real program, and imported again.
//! Nothing was touched, so nothing may change. Documents for Word are opened by it as well.

mod office;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use office::{DAY, Office, screen};

const LISTS: [&str; 6] = ["units", "cadres", "assignments", "vacancies", "seats", "decisions"];

/// A way through LibreOffice: what is exported, with which options, and what it is saved as.
struct Way {
    from: &'static str,
    options: &'static [&'static str],
    /// How the file is opened, where LibreOffice would ask.
    opened: &'static [&'static str],
    /// What it is saved as: its ending, and the filter with its options.
    to: [&'static str; 2],
}

/// UTF-8, commas, the first sheet, each cell as it is shown.
const CSV: [&str; 2] = ["csv", "csv:Text - txt - csv (StarCalc):44,34,76,1"];
/// The same, numbers and days as the language of the program writes them.
const BARE: [&str; 2] = ["csv", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false"];
/// Semicolons, double quotes, UTF-8, from the first row, columns of any kind.
const SEMICOLONS: &[&str] = &["--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1066,false,false"];

const WAYS: &[Way] = &[
    Way { from: "csv", options: &["--excel"], opened: SEMICOLONS, to: CSV },
    Way { from: "xlsx", options: &[], opened: &[], to: CSV },
    Way { from: "xlsx", options: &[], opened: &[], to: BARE },
    Way { from: "xlsx", options: &[], opened: &[], to: ["xlsx", "xlsx:Calc MS Excel 2007 XML"] },
    Way { from: "xlsx", options: &[], opened: &[], to: ["ods", "ods:calc8"] },
    Way { from: "xlsx", options: &[], opened: &[], to: ["xls", "xls:MS Excel 97"] },
];

/// An office with a vacancy, a seat rule and a decision besides what the gallery's has.
fn office() -> Office {
    let office = Office::new();
    let more = office.path("more");
    fs::create_dir(&more).expect("a folder");
    let units = String::from_utf8(office.lists()[0].clone()).expect("text");
    let code_of = |level: &str| {
        let unit = units.lines().find(|line| line.split(',').nth(2) == Some(level)).expect("a unit");
        unit.split(',').next().expect("a code").to_owned()
    };
    let (commune, hamlet) = (code_of("commune"), code_of("hamlet"));
    let vacancies =
        format!("unit_code,duty,since,until,reason\n{hamlet},district-hamlet,2022-05-01,,\"chờ, bổ sung\"\n");
    fs::write(more.join("vacancies.csv"), vacancies).expect("a list");
    let seats = format!("unit_code,duty,min,max\n{commune},district-commune,0,2\n");
    fs::write(more.join("seats.csv"), seats).expect("a list");
    let decisions = "number,day,issuer,effective,replaces\n30-QĐ/HU,2021-09-01,Huyện ủy,2021-09-06,12-1; 3/2022\n";
    fs::write(more.join("decisions.csv"), decisions).expect("a list");
    let cadres =
        "code,full_name,level,home_unit_code,phone,note\n00123,Nguyễn Văn Ổn,commune,COMMUNE,0100123456,3/2022\n";
    fs::write(more.join("cadres.csv"), cadres.replace("COMMUNE", &commune)).expect("a list");
    office.succeed(&["import", "more", "--as-of", DAY]);
    office
}

/// Opens a file with LibreOffice and saves it in another folder; gives the new file.
fn saved(office: &Office, way: &Way, file: &Path) -> PathBuf {
    let folder = office.path("saved");
    let [ending, filter] = way.to;
    let profile = format!("-env:UserInstallation=file://{}", office.path("profile").display());
    let mut command = Command::new("soffice");
    command.args([&profile, "--headless", "--norestore"]).args(way.opened);
    command.args(["--convert-to", filter, "--outdir"]).arg(&folder).arg(file).current_dir(office.path("."));
    let output = command.output().expect("LibreOffice runs");
    let saved = folder.join(file.file_name().expect("a name")).with_extension(ending);
    assert!(saved.is_file(), "LibreOffice made no {}: {}", saved.display(), screen(&output));
    saved
}

/// Exports a list, has LibreOffice save it, and gives the new file.
fn on_its_way(office: &Office, way: &Way, list: &str) -> PathBuf {
    let file = office.path(&format!("{list}.{}", way.from));
    let path = file.to_str().expect("a path");
    office.succeed(&[&["export", list, "--format", way.from, "--as-of", DAY, "-o", path], way.options].concat());
    saved(office, way, &file)
}

/// Imports a file that must be sound; gives the numbers of rows, and of those added, changed and ended.
fn import(office: &Office, file: &Path) -> [i64; 4] {
    let path = file.to_str().expect("a path");
    let output = office.succeed(&["import", path, "--as-of", DAY, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("json");
    ["rows", "added", "changed", "ended"].map(|count| json["kinds"][0][count].as_i64().expect("a count"))
}

/// The ways that are on, where LibreOffice is there.
fn ways() -> impl Iterator<Item = &'static Way> {
    let has_libreoffice = Command::new("soffice").arg("--version").output().is_ok_and(|told| told.status.success());
    if !has_libreoffice {
        let _ = writeln!(std::io::stderr(), "SKIPPED: LibreOffice (soffice) is not installed");
    }
    WAYS.iter().filter(move |_| has_libreoffice)
}

#[test]
fn nothing_changes_on_the_way_through_libreoffice() {
    let mut office = None;
    for way in ways() {
        let office = office.get_or_insert_with(self::office);
        let before = office.lists();
        for list in LISTS {
            let [rows, edits @ ..] = import(office, &on_its_way(office, way, list));
            assert!(rows > 0 && edits == [0; 3], "{} {:?} to {}: {list}: {edits:?}", way.from, way.options, way.to[0]);
        }
        assert_eq!(office.lists(), before);
    }
}

#[test]
fn the_stamp_is_still_there_and_keeps_what_somebody_else_changed_meanwhile() {
    let mut office = None;
    for way in ways().filter(|way| way.to[0] != "csv") {
        let office = office.get_or_insert_with(self::office);
        let old = on_its_way(office, way, "cadres");
        let meanwhile =
            format!("code,full_name,level,home_unit_code,note\nCB01,Lê Thị Lụa,province,90,{}\n", way.to[0]);
        fs::write(office.path("meanwhile.csv"), meanwhile).expect("a list");
        assert_eq!(import(office, &office.path("meanwhile.csv")), [1, 0, 1, 0]);
        let [rows, edits @ ..] = import(office, &old);
        assert!(rows > 1 && edits == [0; 3], "{}: {edits:?}", way.to[0]);
    }
}

/// The calculating part of LibreOffice opens no documents; the writing part is a package of its own.
#[test]
fn a_document_for_word_is_opened_whole() {
    let has_writer = Command::new("lowriter").arg("--version").output().is_ok_and(|told| told.status.success());
    if !has_writer {
        let _ = writeln!(std::io::stderr(), "SKIPPED: LibreOffice Writer (lowriter) is not installed");
        return;
    }
    let office = office();
    let file = office.path("roster.docx");
    office.succeed(&["export", "roster", "--as-of", DAY, "-o", file.to_str().expect("a path")]);
    let way = Way { from: "docx", options: &[], opened: &[], to: ["txt", "txt:Text (encoded):UTF8"] };
    let text = fs::read_to_string(saved(&office, &way, &file)).expect("text");
    let table = office.succeed(&["export", "roster", "--as-of", DAY, "--format", "csv"]);
    let rows = String::from_utf8(table.stdout).expect("text");
    let names: Vec<&str> = rows.lines().skip(1).filter_map(|row| row.split(',').nth(1)).collect();
    assert!(!names.is_empty() && text.contains("DANH SÁCH PHÂN CÔNG PHỤ TRÁCH ĐỊA BÀN"), "{text}");
    let lacking: Vec<&&str> = names.iter().filter(|name| !text.contains(**name)).collect();
    assert!(lacking.is_empty(), "{lacking:?} in {text}");
}
