//! Nothing about persons leaves but where it is asked for: files for the user alone, no phone or year of birth in documents that
//! are for others, none in messages, and copies with nobody in them.

mod trust;

use std::io::Read;
use std::path::{Path, PathBuf};

use trust::{code, office, run, said, sure};

const PHONE: &str = "0913131313";
const YEAR: &str = "1913";
const NOTE: &str = "GHI-CHU-RIENG";
const NAME: &str = "Trịnh Thị Độc Nhất";
const POST: &str = "Chánh Văn phòng Độc Nhất";
const CODE: &str = "RIENG-7";
const PERSONAL: [&str; 6] = [PHONE, YEAR, NOTE, NAME, POST, CODE];
const FORMATS: [&str; 6] = ["csv", "xlsx", "html", "md", "json", "docx"];

/// An office in which somebody holds a hamlet whose phone, year of birth and note are told from everything else.
fn told() -> tempfile::TempDir {
    let folder = office();
    let cadres = format!(
        "code,full_name,birth_year,position,organization,level,home_unit_code,phone,note\n\
         {CODE},{NAME},{YEAR},{POST},Huyện ủy,district,901,{PHONE},{NOTE}\n"
    );
    let held = format!("cadre_code,unit_code,duty,from,note\n{CODE},90102.09,district-hamlet,2022-08-01,{NOTE}\n");
    std::fs::write(folder.path().join("cadres.csv"), cadres).expect("written");
    std::fs::write(folder.path().join("assignments.csv"), held).expect("written");
    sure(folder.path(), &["import", "cadres.csv", "assignments.csv", "--as-of", "2022-08-31"]);
    folder
}

/// The files of a folder and of those below, with what is in them; zipped files by their parts.
fn everything(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder).expect("a folder") {
        let path = file.expect("a file").path();
        if path.is_dir() {
            found.extend(everything(&path));
            continue;
        }
        let bytes = std::fs::read(&path).expect("bytes");
        let Ok(mut zip) = zip::ZipArchive::new(std::io::Cursor::new(&bytes)) else {
            found.push((path, bytes));
            continue;
        };
        for part in 0..zip.len() {
            let mut part = zip.by_index(part).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("bytes");
            found.push((path.join(part.name().expect("a name").as_ref()), bytes));
        }
    }
    found
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn documents_show_what_their_profile_shows_and_nothing_else() {
    let folder = told();
    let folder = folder.path();
    for profile in ["public", "internal", "full"] {
        let out = format!("out-{profile}");
        for format in FORMATS {
            let out = format!("{out}/{format}");
            sure(
                folder,
                &["export", "all", "--month", "2022-08", "--format", format, "--profile", profile, "-o", &out],
            );
            for what in ["roster", "load", "cadres", "assignments", "changes", "units"] {
                let file = format!("{out}/one-{what}.{format}");
                sure(folder, &["export", what, "--month", "2022-08", "--profile", profile, "-o", &file]);
            }
        }
        let packet = format!("{out}/packet");
        sure(folder, &["export", "packet", "--month", "2022-08", "--profile", profile, "-o", &packet]);
        let files = everything(&folder.join(&out));
        let shown = |text: &str| files.iter().filter(|(_, bytes)| holds(bytes, text)).count();
        let told = |text: &str| {
            format!(
                "{profile}: {text} in {:?}",
                files.iter().find(|(_, bytes)| holds(bytes, text)).map(|(path, _)| path)
            )
        };
        assert!(files.len() > 50 && shown(NAME) > 5, "{profile}");
        for personal in [PHONE, YEAR] {
            assert_eq!(shown(personal) > 0, profile == "full", "{}", told(personal));
        }
        assert_eq!(shown(NOTE) > 0, profile != "public", "{}", told(NOTE));
    }
}

#[test]
fn messages_quote_the_cell_at_fault_and_no_other() {
    let folder = told();
    let folder = folder.path();
    let list = format!(
        "code,full_name,birth_year,position,organization,level,home_unit_code,phone\n\
         A1,Lê Văn Lỗi,{YEAR},{POST},Huyện ủy,xóm,901,{PHONE}\nA2,Lê Văn Sai,{YEAR},{POST},Huyện ủy,district,777,{PHONE}\n"
    );
    std::fs::write(folder.join("cadres.csv"), list).expect("written");
    for format in ["table", "csv", "json"] {
        let refused = run(folder, &["import", "cadres.csv", "--as-of", "2022-08-31", "--format", format]);
        assert_eq!(code(&refused), 3, "{}", said(&refused));
        let shown = said(&refused) + &String::from_utf8_lossy(&refused.stdout);
        assert!(shown.contains("xóm") && shown.contains("777"), "{shown}");
        assert!(!shown.contains(PHONE) && !shown.contains(YEAR) && !shown.contains(POST), "{shown}");
    }
    for args in [&["check", "--month", "2022-08"][..], &["log"], &["list", "gaps"], &["show", "90102.09"]] {
        let output = run(folder, args);
        let shown = said(&output) + &String::from_utf8_lossy(&output.stdout);
        assert!(!shown.contains(PHONE) && !shown.contains(YEAR), "{args:?}: {shown}");
    }
}

/// What a name means is remembered in the policy.
fn remember(folder: &Path) {
    let policy = sure(folder, &["export", "policy"]);
    let named = format!("{policy}\n[names]\n\"{NAME}\" = \"{CODE}\"\n");
    rusqlite::Connection::open(folder.join("phancong.db"))
        .and_then(|open| open.execute("UPDATE policy SET toml = ?1", [named]))
        .expect("done");
    sure(folder, &["--yes", "doctor", "--mend"]);
    std::fs::remove_file(folder.join("phancong.db.before-doctor")).expect("removed");
}

#[test]
fn what_is_anonymised_holds_nobody_and_is_checked_as_before() {
    let folder = told();
    let folder = folder.path();
    remember(folder);
    let output = run(folder, &["export", "database", "--anonymise", "-o", "send.db"]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    for format in FORMATS {
        let out = format!("send/{format}");
        sure(
            folder,
            &[
                "export",
                "all",
                "--month",
                "2022-08",
                "--format",
                format,
                "--profile",
                "full",
                "--anonymise",
                "-o",
                &out,
            ],
        );
    }
    for list in ["cadres", "assignments", "units", "vacancies", "seats", "decisions"] {
        sure(folder, &["export", list, "--anonymise", "-o", &format!("send/{list}.csv")]);
    }
    let mut files = everything(&folder.join("send"));
    files.push(("send.db".into(), std::fs::read(folder.join("send.db")).expect("bytes")));
    let user = String::from_utf8(
        std::fs::read(folder.join("phancong.db")).expect("bytes").iter().map(|byte| byte & 0x7F).collect(),
    )
    .expect("ASCII");
    assert!(user.contains(CODE), "the original has it");
    for (path, bytes) in &files {
        for personal in PERSONAL.iter().chain(&["Lê Thị Lụa", "CB01\""]) {
            assert!(!holds(bytes, personal), "{}: {personal}", path.display());
        }
    }
    let open = rusqlite::Connection::open(folder.join("send.db")).expect("a database");
    let who: String = open.query_row("SELECT user || machine FROM change", (), |row| row.get(0)).expect("a change");
    assert_eq!(who, "");
    let counted = |db: &str| {
        let shown = run(folder, &["--db", db, "check", "--month", "2022-08", "--format", "json"]);
        let verdict: serde_json::Value = serde_json::from_slice(&shown.stdout).expect("JSON");
        (verdict["counts"].clone(), verdict["duties"].clone())
    };
    assert_eq!(counted("send.db"), counted("phancong.db"));
    let taken = run(folder, &["export", "database", "-o", "send.db"]);
    assert_eq!(code(&taken), 4, "{}", said(&taken));
    assert_eq!(code(&run(folder, &["export", "policy", "--anonymise"])), 2);
    for useless in [&["--profile", "public"][..], &["--under", "901"], &["--format", "csv"], &["--month", "2022-08"]] {
        let refused = run(folder, &[&["export", "database", "-o", "part.db"], useless].concat());
        assert!(code(&refused) == 2 && !folder.join("part.db").exists(), "{useless:?}: {}", said(&refused));
    }
}

#[cfg(unix)]
#[test]
fn every_file_is_for_the_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = told();
    let folder = folder.path();
    std::fs::write(folder.join("faulty.csv"), "code,full_name,level,home_unit_code\nA1,Lê Lỗi,xóm,901\n")
        .expect("written");
    sure(folder, &["export", "all", "--month", "2022-08", "-o", "made"]);
    sure(folder, &["export", "cadres", "-o", "made/cadres.csv"]);
    sure(folder, &["backup", "made/copy.db"]);
    sure(folder, &["doctor", "--salvage", "made/saved.db"]);
    sure(folder, &["export", "database", "-o", "made/all.db"]);
    let refused = run(folder, &["import", "faulty.csv", "--kind", "cadres", "--errors", "made/faults.xlsx"]);
    assert_eq!(code(&refused), 3, "{}", said(&refused));
    rusqlite::Connection::open(folder.join("phancong.db"))
        .and_then(|other| other.execute("DROP VIEW units", ()))
        .expect("done");
    sure(folder, &["--yes", "doctor", "--mend"]);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder.join("made")).expect("a folder").map(|file| file.expect("a file").path()).collect();
    assert!(files.len() > 10);
    files.extend(["phancong.db", "phancong.db.before-doctor"].map(|name| folder.join(name)));
    for file in files {
        let mode = std::fs::metadata(&file).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode, if file.is_dir() { 0o700 } else { 0o600 }, "{}", file.display());
    }
}
