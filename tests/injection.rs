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

/// An office with one more commune, hamlet and cadre of each name; nothing where they are refused, which must be told.
fn named(names: &[&str]) -> Option<tempfile::TempDir> {
    let folder = office();
    let (mut units, mut cadres) = (String::new(), String::new());
    let mut held = "cadre_code,unit_code,duty,from,decision_no\n".to_owned();
    for (at, name) in (100..).zip(names) {
        let name = quoted(name);
        units += &format!("95{at},{name},commune,901,{name}\n95{at}.01,{name},hamlet,95{at},{name}\n");
        cadres += &format!("ZZ{at},{name},{name},{name},district,901,{name}\n");
        held += &format!("ZZ{at},95{at}.01,district-hamlet,2022-08-01,9-QĐ/HU\n");
    }
    let units = format!("code,name,level,parent_code,note\n{units}");
    let cadres = format!("code,full_name,position,organization,level,home_unit_code,note\n{cadres}");
    for (file, text) in [("units.csv", units), ("cadres.csv", cadres), ("assignments.csv", held)] {
        std::fs::write(folder.path().join(file), text).expect("written");
    }
    let output = run(folder.path(), &["import", "units.csv", "cadres.csv", "assignments.csv", "--as-of", "2022-08-31"]);
    assert_quiet(&output.stdout);
    assert_quiet(&output.stderr);
    match code(&output) {
        0 => Some(folder),
        3 => {
            assert!(said(&output).contains("units.csv") && said(&output).contains("→"), "{names:?}: {}", said(&output));
            None
        }
        other => panic!("{names:?} end with {other}: {}", said(&output)),
    }
}

/// No control character but the end of a line, and no mark that turns the direction of text.
fn assert_quiet(bytes: &[u8]) {
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let is_loud = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{2028}' | '\u{2029}')
    };
    let loud: Vec<char> = text.chars().filter(|c| is_loud(*c)).collect();
    assert!(loud.is_empty(), "printed with {loud:?}: {text}");
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

fn assert_neutral(folder: &Path) {
    sure(folder, &["export", "all", "--month", "2022-08", "-o", "out"]);
    for file in ["load.docx", "load.html", "load.md", "load.json", "changes.docx", "changes.md"] {
        let what = file.split('.').next().expect("a name");
        sure(folder, &["export", what, "--month", "2022-08", "--profile", "full", "-o", &format!("out/one-{file}")]);
    }
    sure(folder, &["export", "decision", "9-QĐ/HU", "--profile", "full", "-o", "out/decision.docx"]);
    sure(folder, &["export", "packet", "--month", "2022-08", "--profile", "full", "-o", "out"]);
    for file in std::fs::read_dir(folder.join("out")).expect("a folder") {
        assert_neutral_file(&file.expect("a file").path());
    }
    // Nothing went outside, and every name is one that any system takes.
    let names: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    let known = ["assignments.csv", "cadres.csv", "out", "phancong.db", "phancong.db-journal", "units.csv"];
    assert!(names.iter().all(|name| known.contains(&name.as_str())), "{names:?}");
}

fn assert_neutral_file(path: &Path) {
    let file = path.file_name().expect("a name").to_string_lossy().into_owned();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
    assert!(file.len() < 120 && file.chars().all(is_plain) && !file.contains(".."), "{file}");
    match path.extension().and_then(std::ffi::OsStr::to_str).expect("an ending") {
        "xlsx" => {
            let inside = inside(path);
            assert!(
                !inside.contains("<f>") && !inside.contains("<hyperlink") && !inside.contains("External"),
                "{file}"
            );
        }
        "docx" => {
            let inside = inside(path);
            // The number of the page is a field, and the only one.
            let fields =
                inside.split("<w:instrText").skip(1).filter_map(|rest| rest.split_once('>')?.1.split_once('<'));
            assert!(fields.into_iter().all(|(field, _)| matches!(field.trim(), "PAGE" | "NUMPAGES")), "{file}");
            assert!(
                !inside.contains("w:MERGEFIELD") && !inside.contains("w:hyperlink") && !inside.contains("External"),
                "{file}"
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
                    "{file}: {cell:?}"
                );
            }
        }
        "html" => {
            let page = std::fs::read_to_string(path).expect("text");
            for bad in ["<script>alert", "<img src=x", "onmouseover=\"alert", "href=\"javascript:", "<b>&"] {
                assert!(!page.contains(bad), "{file}: {bad}");
            }
        }
        "md" => {
            let text = std::fs::read_to_string(path).expect("text");
            let is_marked = |bad: &str| text.match_indices(bad).any(|(at, _)| !text[..at].ends_with('\\'));
            assert!(!["](javascript:", "<script>", "<img"].into_iter().any(is_marked), "{file}");
        }
        _ => {
            assert!(serde_json::from_slice::<serde_json::Value>(&std::fs::read(path).expect("bytes")).is_ok(), "{file}")
        }
    }
}

/// What the lists tell as tables on a terminal.
fn assert_quiet_on_screen(folder: &Path) {
    let shown = [
        "show 95100",
        "show ZZ100",
        "list cadres",
        "list units",
        "list assignments",
        "check --month 2022-08",
        "log 11",
        "status --month 2022-08",
    ];
    for line in shown {
        let output = phancong(folder).args(line.split(' ')).args(["--format", "table"]).output().expect("it runs");
        assert!(code(&output) <= 1, "{line}: {}", said(&output));
        assert_quiet(&output.stdout);
        assert_quiet(&output.stderr);
    }
}

/// The names of units and cadres as a database holds them, in the order of the lists.
fn stored(db: &Path) -> Vec<String> {
    let open = rusqlite::Connection::open(db).expect("a database");
    let query = "SELECT name FROM (SELECT id, name FROM unit WHERE code LIKE '951__%' AND note <> '' ORDER BY id)
        UNION ALL SELECT full_name FROM (SELECT * FROM cadre WHERE code LIKE 'ZZ%' ORDER BY id)
        UNION ALL SELECT position || organization || note FROM (SELECT * FROM cadre WHERE code LIKE 'ZZ%' ORDER BY id)";
    let mut asking = open.prepare(query).expect("a question");
    asking.query_map((), |row| row.get(0)).expect("rows").map(|text| text.expect("text")).collect()
}

#[test]
fn hostile_names_are_neutral_everywhere_and_come_back_to_the_letter() {
    let folder = named(&HOSTILE).expect("all are taken in");
    let folder = folder.path();
    assert_neutral(folder);
    assert_quiet_on_screen(folder);
    for list in ["units", "cadres", "assignments"] {
        for format in ["csv", "xlsx"] {
            sure(folder, &["export", list, "-o", &format!("out/{list}.{format}")]);
        }
    }
    let before = stored(&folder.join("phancong.db"));
    let units = HOSTILE.iter().flat_map(|name| [kept_as(name), kept_as(name)]);
    let expected: Vec<&str> = units.chain(HOSTILE.iter().map(|name| kept_as(name))).collect();
    assert_eq!(before[..expected.len()], expected);
    // Out and in again, another database holds the very same text.
    sure(folder, &["export", "policy", "-o", "out/policy.toml"]);
    for format in ["csv", "xlsx"] {
        let db = format!("again-{format}.db");
        sure(folder, &["--db", &db, "init", "--policy", "out/policy.toml"]);
        let files = ["units", "cadres", "assignments"].map(|list| format!("out/{list}.{format}"));
        sure(folder, &["--db", &db, "import", &files[0], &files[1], &files[2], "--as-of", "2022-08-31"]);
        assert_eq!(stored(&folder.join(&db)), before, "by {format}");
    }
}

#[test]
fn marks_that_no_name_has_never_reach_the_terminal() {
    for name in MARKED {
        if let Some(folder) = named(&[name]) {
            assert_quiet_on_screen(folder.path());
        }
    }
}
