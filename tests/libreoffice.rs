//! The way through LibreOffice: each list is exported, opened and saved by the real program, and imported again.
//! Nothing was touched, so nothing may change.

mod office;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use office::{DAY, Office, READS_WORKBOOKS, screen};

const LISTS: [&str; 5] = ["units", "cadres", "assignments", "vacancies", "seats"];

/// A way through LibreOffice: what is exported, with which options, and what it is saved as.
struct Way {
    from: &'static str,
    options: &'static [&'static str],
    /// How the file is opened, where LibreOffice would ask.
    opened: &'static [&'static str],
    /// What it is saved as: its ending, and the filter with its options.
    to: [&'static str; 2],
    is_on: bool,
}

/// UTF-8, commas, the first sheet, each cell as it is shown.
const CSV: [&str; 2] = ["csv", "csv:Text - txt - csv (StarCalc):44,34,76,1"];
/// The same, numbers and days as the language of the program writes them.
const BARE: [&str; 2] = ["csv", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false"];
/// Semicolons, double quotes, UTF-8, from the first row, columns of any kind.
const SEMICOLONS: &[&str] = &["--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1066,false,false"];

const WAYS: &[Way] = &[
    Way { from: "csv", options: &["--excel"], opened: SEMICOLONS, to: CSV, is_on: true },
    Way { from: "xlsx", options: &[], opened: &[], to: CSV, is_on: true },
    Way { from: "xlsx", options: &[], opened: &[], to: BARE, is_on: true },
    Way {
        from: "xlsx",
        options: &[],
        opened: &[],
        to: ["xlsx", "xlsx:Calc MS Excel 2007 XML"],
        is_on: READS_WORKBOOKS,
    },
    Way { from: "xlsx", options: &[], opened: &[], to: ["ods", "ods:calc8"], is_on: READS_WORKBOOKS },
    Way { from: "xlsx", options: &[], opened: &[], to: ["xls", "xls:MS Excel 97"], is_on: READS_WORKBOOKS },
];

/// An office with a vacancy and a seat rule besides what the gallery's has.
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
    let cadres =
        "code,full_name,level,home_unit_code,phone,note\n00123,Nguyễn Văn Ổn,commune,COMMUNE,0100123456,3/2022\n";
    fs::write(more.join("cadres.csv"), cadres.replace("COMMUNE", &commune)).expect("a list");
    office.succeed(&["import", "more", "--as-of", DAY]);
    office
}

fn has_libreoffice() -> bool {
    Command::new("soffice").arg("--version").output().is_ok_and(|output| output.status.success())
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

#[test]
fn nothing_changes_on_the_way_through_libreoffice() {
    if !has_libreoffice() {
        println!("SKIPPED: LibreOffice (soffice) is not installed");
        return;
    }
    let office = office();
    let before = office.lists();
    for way in WAYS {
        let name = format!("{} {:?} -> {}", way.from, way.options, way.to[0]);
        if !way.is_on {
            println!("SKIPPED: {name}: workbooks are not read yet");
            continue;
        }
        for list in LISTS {
            let file = office.path(&format!("{list}.{}", way.from));
            let mut args = vec!["export", list, "--format", way.from, "--as-of", DAY, "-o"];
            args.push(file.to_str().expect("a path"));
            args.extend(way.options);
            office.succeed(&args);
            let saved = saved(&office, way, &file);
            let output =
                office.succeed(&["import", saved.to_str().expect("a path"), "--as-of", DAY, "--format", "json"]);
            let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("json");
            let counts = ["added", "changed", "ended"].map(|count| json["kinds"][0][count].as_i64());
            assert_eq!(counts, [Some(0); 3], "{name}: {list}: {json}");
            assert!(json["kinds"][0]["rows"].as_i64() > Some(0), "{name}: {list}: {json}");
        }
    }
    assert_eq!(office.lists(), before);
}
