//! Text that would run or mislead somewhere: as a formula, in a terminal, as the name of a file, in a page. It is neutral in every
//! format, and comes back as the very same text.

mod trust;

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

use trust::{code, office, phancong, run, said, sure};

/// Names of units and cadres. What no office means to write is refused in words; the others are kept to the letter.
const HOSTILE: [&str; 30] = [
    "=1+1",
    "=HYPERLINK(\"http://x.example\",\"bấm\")",
    "=cmd|' /C calc'!A0",
    "+84912345678 gọi",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "'=1+1",
    "''=1+1",
    "=\"0012\"",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "&lt;b&gt; &amp;",
    "[bấm](javascript:alert(1))",
    "| a | b |",
    "*đậm* _nghiêng_ `mã`",
    "../../../tmp/ra-ngoai",
    "..\\..\\ra-ngoai",
    "CON",
    "nul.txt",
    "COM1",
    "tên có dấu chấm cuối...",
    "a:b:c",
    "http://x.example/a?b=c",
    "{{7*7}} ${7*7} %s%n",
    "{ MERGEFIELD x } _x000D_ \u{FEFF}",
    "'; DROP TABLE unit; --",
];

/// Names with marks that no name has: told or taken out, never printed as they are.
const MARKED: [&str; 9] = [
    "\u{1B}[31mđỏ\u{1B}[0m",
    "\u{1B}]0;tiêu đề\u{7}",
    "\u{9B}31m",
    "Lê\u{202E}nA",
    "Lê\u{2066}An\u{2069}",
    "Lê\u{0}An",
    "Lê\u{8}\u{8}An",
    "Lê\u{200F}An",
    "Lê\u{2028}An",
];

/// What a list means by a name: marks that keep a spreadsheet from running or changing it are taken off, and what is empty
/// around it.
fn kept_as(name: &str) -> &str {
    match name.trim() {
        "'=1+1" => "=1+1",
        "''=1+1" => "'=1+1",
        "=\"0012\"" => "0012",
        "{ MERGEFIELD x } _x000D_ \u{FEFF}" => "{ MERGEFIELD x } _x000D_",
        other => other,
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// An office with one more commune, hamlet and cadre of that name; nothing where it is refused, which must be told.
fn named(name: &str) -> Option<tempfile::TempDir> {
    let folder = office();
    let units = format!(
        "code,name,level,parent_code,note\n90777,{0},commune,901,{0}\n90777.01,{0},hamlet,90777,{0}\n",
        quoted(name)
    );
    let cadres = format!(
        "code,full_name,position,organization,level,home_unit_code,note\nZZ1,{0},{0},{0},district,901,{0}\n",
        quoted(name)
    );
    let held = "cadre_code,unit_code,duty,from\nZZ1,90777.01,district-hamlet,2022-08-01\n";
    for (file, text) in [("units.csv", units.as_str()), ("cadres.csv", &cadres), ("assignments.csv", held)] {
        std::fs::write(folder.path().join(file), text).expect("written");
    }
    let output = run(folder.path(), &["import", "units.csv", "cadres.csv", "assignments.csv", "--as-of", "2022-08-31"]);
    assert_quiet(&output.stdout, name);
    assert_quiet(&output.stderr, name);
    match code(&output) {
        0 => Some(folder),
        3 => {
            assert!(said(&output).contains("units.csv") && said(&output).contains("→"), "{name:?}: {}", said(&output));
            None
        }
        other => panic!("{name:?} ends with {other}: {}", said(&output)),
    }
}

/// No control character but the end of a line, and no mark that turns the direction of text.
fn assert_quiet(bytes: &[u8], name: &str) {
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let is_loud = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{2028}' | '\u{2029}')
    };
    let loud: Vec<char> = text.chars().filter(|c| is_loud(*c)).collect();
    assert!(loud.is_empty(), "{name:?} is printed with {loud:?}");
}

/// What stands inside a zipped document, all parts together.
fn inside(path: &Path) -> String {
    let file = std::fs::File::open(path).expect("a file");
    let mut zip = zip::ZipArchive::new(file).expect("a zip");
    let mut all = String::new();
    for part in 0..zip.len() {
        let mut bytes = Vec::new();
        zip.by_index(part).expect("a part").read_to_end(&mut bytes).expect("bytes");
        all.push_str(&String::from_utf8_lossy(&bytes));
    }
    all
}

fn assert_neutral(folder: &Path, name: &str) {
    sure(folder, &["export", "all", "--month", "2022-08", "-o", "out"]);
    for file in ["load.docx", "load.html", "load.md", "load.json", "changes.docx", "changes.md"] {
        let what = file.split('.').next().expect("a name");
        sure(folder, &["export", what, "--month", "2022-08", "--profile", "full", "-o", &format!("out/one-{file}")]);
    }
    for file in std::fs::read_dir(folder.join("out")).expect("a folder") {
        assert_neutral_file(&file.expect("a file").path(), name);
    }
    // Nothing went outside, and every name is one that any system takes.
    let names: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    let known = ["assignments.csv", "cadres.csv", "out", "phancong.db", "phancong.db-journal", "units.csv"];
    assert!(names.iter().all(|name| known.contains(&name.as_str())), "{name:?} {names:?}");
}

fn assert_neutral_file(path: &Path, name: &str) {
    let file = path.file_name().expect("a name").to_string_lossy().into_owned();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
    assert!(file.len() < 120 && file.chars().all(is_plain) && !file.contains(".."), "{name:?} {file}");
    match path.extension().and_then(std::ffi::OsStr::to_str).expect("an ending") {
        "xlsx" => {
            let inside = inside(path);
            assert!(
                !inside.contains("<f>") && !inside.contains("<hyperlink") && !inside.contains("External"),
                "{name:?} {file}"
            );
        }
        "docx" => {
            let inside = inside(path);
            // The number of the page is a field, and the only one.
            let fields =
                inside.split("<w:instrText").skip(1).filter_map(|rest| rest.split_once('>')?.1.split_once('<'));
            assert!(
                fields.into_iter().all(|(field, _)| matches!(field.trim(), "PAGE" | "NUMPAGES")),
                "{name:?} {file}"
            );
            assert!(
                !inside.contains("w:MERGEFIELD") && !inside.contains("w:hyperlink") && !inside.contains("External"),
                "{name:?} {file}"
            );
        }
        "csv" => {
            let bytes = std::fs::read(path).expect("bytes");
            let mut reading = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&bytes[..]);
            for cell in
                reading.records().flat_map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>())
            {
                let is_number =
                    cell.trim_start_matches(['+', '-']).chars().all(|c| c.is_ascii_digit() || " .,%–".contains(c));
                assert!(
                    is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']),
                    "{name:?} {file}: {cell:?}"
                );
            }
        }
        "html" => {
            let page = std::fs::read_to_string(path).expect("text");
            for bad in ["<script>alert", "<img src=x", "onmouseover=\"alert", "href=\"javascript:", "<b>&"] {
                assert!(!page.contains(bad), "{name:?} {file}: {bad}");
            }
        }
        "md" => {
            let text = std::fs::read_to_string(path).expect("text");
            let is_marked = |bad: &str| text.match_indices(bad).any(|(at, _)| !text[..at].ends_with('\\'));
            assert!(!["](javascript:", "<script>", "<img"].into_iter().any(is_marked), "{name:?} {file}");
        }
        _ => {
            assert!(serde_json::from_slice::<serde_json::Value>(&std::fs::read(path).expect("bytes")).is_ok(), "{file}")
        }
    }
}

#[test]
fn hostile_names_are_neutral_everywhere_and_come_back_to_the_letter() {
    let mut kept = 0;
    for name in HOSTILE {
        let Some(folder) = named(name) else { continue };
        let folder = folder.path();
        assert_neutral(folder, name);
        for args in
            [&["show", "90777"][..], &["list", "cadres"], &["check", "--month", "2022-08"], &["log"], &["show", "ZZ1"]]
        {
            let mut command = phancong(folder);
            let output = command.args(args).args(["--format", "table"]).output().expect("it runs");
            assert_quiet(&output.stdout, name);
            assert_quiet(&output.stderr, name);
        }
        // Out and in again, another database holds the very same text.
        for list in ["units", "cadres", "assignments"] {
            for format in ["csv", "xlsx"] {
                sure(folder, &["export", list, "-o", &format!("out/{list}.{format}")]);
            }
        }
        let stored = |db: &str| -> Vec<String> {
            let open = rusqlite::Connection::open(folder.join(db)).expect("a database");
            let mut asking = open.prepare("SELECT name FROM unit WHERE code LIKE '90777%' UNION ALL SELECT full_name || position || note FROM cadre WHERE code = 'ZZ1'").expect("a question");
            asking.query_map((), |row| row.get(0)).expect("rows").map(|text| text.expect("text")).collect()
        };
        let before = stored("phancong.db");
        assert!(before.len() == 3 && before[0] == kept_as(name), "{name:?} is kept as {:?}", before[0]);
        sure(folder, &["export", "policy", "-o", "out/policy.toml"]);
        for format in ["csv", "xlsx"] {
            let db = format!("again-{format}.db");
            sure(folder, &["--db", &db, "init", "--policy", "out/policy.toml"]);
            let files = ["units", "cadres", "assignments"].map(|list| format!("out/{list}.{format}"));
            sure(folder, &["--db", &db, "import", &files[0], &files[1], &files[2], "--as-of", "2022-08-31"]);
            assert_eq!(stored(&db), before, "{name:?} by {format}");
        }
        kept += 1;
    }
    eprintln!("{kept} of {} hostile names kept to the letter, the others refused in words", HOSTILE.len());
    assert!(kept >= 20);
}

#[test]
fn marks_that_no_name_has_never_reach_the_terminal() {
    let mut kept = 0;
    for name in MARKED {
        let Some(folder) = named(name) else { continue };
        kept += 1;
        for args in [&["show", "90777"][..], &["list", "cadres"], &["check", "--month", "2022-08"], &["log", "11"]] {
            let output = phancong(folder.path()).args(args).args(["--format", "table"]).output().expect("it runs");
            assert_quiet(&output.stdout, name);
            assert_quiet(&output.stderr, name);
        }
    }
    eprintln!("{kept} of {} marked names taken in, the others refused in words", MARKED.len());
}
