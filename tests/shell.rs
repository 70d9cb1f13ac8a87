//! The program among others: pipes that close, disks that are full, shells that complete, the manual page.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const COMMANDS: [&str; 13] = [
    "build",
    "init",
    "inspect",
    "import",
    "check",
    "show",
    "list",
    "export",
    "backup",
    "template",
    "completions",
    "man",
    "help",
];

fn phancong(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_phancong"));
    command.current_dir(folder).env("PHANCONG_LANG", "en").env_remove("PHANCONG_DB");
    command
}

/// A folder with a database of the sample district.
fn office() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let lists = Path::new(ROOT).join("data/chau-thanh");
    let mut build = phancong(folder.path());
    build.arg("build").arg(lists).args(["--month", "2022-05", "--out", "rosters", "--no-xlsx"]);
    assert_eq!(code(&build.output().expect("run")), 0);
    folder
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn a_pipe_that_closes_early_is_no_error() {
    let folder = office();
    let mut list = phancong(folder.path());
    let mut running =
        list.args(["list", "units"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("started");
    let mut out = running.stdout.take().expect("piped");
    let mut first = [0; 16];
    out.read_exact(&mut first).expect("the header");
    drop(out);
    let output = running.wait_with_output().expect("ended");
    assert_eq!((code(&output), text(&output.stderr)), (0, String::new()));
}

#[test]
fn a_closed_pipe_does_not_turn_an_outcome_into_success() {
    let folder = office();
    std::fs::write(folder.path().join("units.csv"), "code,name,level,parent_code\n1,,hamlet,28855\n").expect("written");
    let outcomes: [(&[&str], i32); 3] = [
        (&["check", "--month", "2022-06"], 1),
        (&["check", "--month", "2022-06", "--format", "table"], 1),
        (&["import", "units.csv", "--format", "json"], 3),
    ];
    for (args, expected) in outcomes {
        let mut command = phancong(folder.path());
        let mut running = command.args(args).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("started");
        drop(running.stdout.take());
        assert_eq!(running.wait().expect("ended").code(), Some(expected), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_in_words() {
    let folder = office();
    let full = std::fs::File::options().write(true).open("/dev/full").expect("a full disk");
    let output = phancong(folder.path()).args(["list", "units"]).stdout(full).output().expect("run");
    assert_eq!(code(&output), 4);
    assert!(text(&output.stderr).contains("standard output: the disk is full"), "{}", text(&output.stderr));
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_saved_before_a_failure_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let full = std::fs::File::options().write(true).open("/dev/full").expect("a full disk");
    let mut build = phancong(folder.path());
    build.arg("build").arg(Path::new(ROOT).join("tests/stories/offices/church"));
    let output = build.args(["--month", "2026-03", "--out", "out"]).stdout(full).output().expect("run");
    assert_eq!(code(&output), 4);
    assert!(text(&output.stderr).contains("the lists are saved in phancong.db"), "{}", text(&output.stderr));
}

#[test]
fn results_go_to_stdout_and_everything_else_to_stderr() {
    let folder = office();
    let output =
        phancong(folder.path()).args(["check", "--month", "2022-06", "--format", "json"]).output().expect("run");
    assert_eq!(code(&output), 1);
    let verdict: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON and nothing else");
    assert_eq!(verdict["as_of"], "2022-06-30");
    assert_eq!(verdict["duties"][4]["gaps"], 9);
    assert!(verdict["findings"].as_array().is_some_and(|findings| findings.len() >= 13));
}

#[test]
fn the_findings_of_a_check_are_its_result() {
    let folder = office();
    let check = ["check", "--month", "2022-06", "--format", "table"];
    let output = phancong(folder.path()).args(check).output().expect("run");
    assert!(text(&output.stdout).contains("seat-empty") && !text(&output.stderr).contains("seat-empty"));
    let output = phancong(folder.path()).args(check).args(["-o", "found.txt"]).output().expect("run");
    assert_eq!((code(&output), output.stdout.len()), (1, 0));
    let found = std::fs::read_to_string(folder.path().join("found.txt")).expect("written");
    assert!(found.contains("ERROR seat-empty · Seat empty (13)") && !found.contains(" more of this kind"), "{found}");
    assert_eq!(
        code(&phancong(folder.path()).args(["check", "--month", "2022-06", "-o", "x.html"]).output().expect("run")),
        1
    );
    assert!(std::fs::read_to_string(folder.path().join("x.html")).expect("written").contains("<title>FINDINGS"));
}

#[test]
fn no_colour_and_no_progress_where_there_is_no_terminal() {
    let folder = office();
    let output =
        phancong(folder.path()).args(["check", "--month", "2022-06", "--format", "table"]).output().expect("run");
    assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b));
    let always = ["--color", "always", "check", "--month", "2022-06", "--format", "table"];
    let output = phancong(folder.path()).args(always).output().expect("run");
    assert!(output.stdout.contains(&0x1b));
    let output = phancong(folder.path()).args(["--color", "always", "show", "nobody"]).output().expect("run");
    assert!(output.stderr.contains(&0x1b));
}

#[test]
fn a_text_file_is_never_coloured() {
    let folder = office();
    let args = ["--color", "always", "check", "--month", "2022-06", "-o", "found.txt"];
    assert_eq!(code(&phancong(folder.path()).args(args).output().expect("run")), 1);
    assert!(!std::fs::read(folder.path().join("found.txt")).expect("written").contains(&0x1b));
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_written_into_and_stays_a_device() {
    let folder = office();
    let output = phancong(folder.path()).args(["export", "vacancies", "-o", "/dev/stdout"]).output().expect("run");
    assert!(text(&output.stdout).starts_with("unit_code,duty"));
    let output = phancong(folder.path()).args(["export", "vacancies", "-o", "/dev/full"]).output().expect("run");
    assert_eq!(code(&output), 4);
}

#[test]
fn a_variable_set_to_nothing_names_no_database() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(code(&phancong(folder.path()).env("PHANCONG_DB", "").arg("init").output().expect("run")), 0);
    assert!(folder.path().join("phancong.db").is_file());
}

#[test]
fn five_shells_complete_every_command() {
    let folder = tempfile::tempdir().expect("a folder");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = phancong(folder.path()).args(["completions", shell]).output().expect("run");
        let script = text(&output.stdout);
        for command in COMMANDS {
            assert!(script.contains(command), "{shell}: {command}");
        }
        assert_eq!(code(&output), 0);
    }
}

#[test]
fn the_manual_page_has_every_command() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = phancong(folder.path()).arg("man").output().expect("run");
    let page = text(&output.stdout);
    for command in COMMANDS {
        assert!(page.contains(&format!("PHANCONG {}", command.to_uppercase())), "{command}");
    }
}

#[cfg(unix)]
#[test]
fn the_database_and_documents_are_for_the_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = office();
    let mode = |file: &str| std::fs::metadata(folder.path().join(file)).expect("there").permissions().mode() & 0o777;
    for (file, right) in [("phancong.db", 0o600), ("rosters/index.html", 0o600), ("rosters", 0o700)] {
        assert_eq!(mode(file), right, "{file}");
    }
    let gaps = folder.path().join("rosters/gaps.csv");
    std::fs::set_permissions(&gaps, std::fs::Permissions::from_mode(0o644)).expect("opened to others");
    let again = ["export", "all", "--month", "2022-05", "-o", "rosters"];
    assert_eq!(code(&phancong(folder.path()).args(again).output().expect("run")), 0);
    assert_eq!(mode("rosters/gaps.csv"), 0o600);
}

/// A creation that was killed while it wrote leaves its pages and the journal that takes them back.
#[test]
fn what_a_creation_cut_short_has_written_stands_in_no_ones_way() {
    let cut_short = |folder: &Path| {
        let making = folder.join("making.db");
        let connection = rusqlite::Connection::open(&making).expect("a connection");
        let begun = "PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 1; BEGIN IMMEDIATE;
            CREATE TABLE policy (toml TEXT); CREATE TABLE filler (text TEXT);
            WITH RECURSIVE n (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < 500)
            INSERT INTO filler SELECT hex(randomblob(500)) FROM n;";
        connection.execute_batch(begun).expect("pages written, nothing committed");
        for ending in ["", "-journal"] {
            let copied =
                std::fs::copy(folder.join(format!("making.db{ending}")), folder.join(format!("phancong.db{ending}")));
            assert!(copied.expect("copied") > 0, "{ending}");
        }
    };
    let lists = format!("{}/data/chau-thanh", env!("CARGO_MANIFEST_DIR"));
    let build = ["build", &lists, "--month", "2022-05", "--no-xlsx", "-o", "out"];
    for (args, code) in [(&["init"][..], 0), (&build, 0), (&["check"], 4), (&["doctor"], 4)] {
        let folder = tempfile::tempdir().expect("a folder");
        cut_short(folder.path());
        let output = phancong(folder.path()).args(args).output().expect("run");
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {told}");
        assert!(code == 0 || told.contains("phancong init"), "{args:?}: {told}");
    }
}

#[test]
fn the_empty_file_of_a_creation_cut_short_stands_in_no_ones_way() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("phancong.db"), "").expect("an empty file");
    let output = phancong(folder.path()).arg("check").output().expect("phancong runs");
    assert!(code(&output) > 1, "{}", text(&output.stderr));
    let output = phancong(folder.path()).args(["init", "--policy", "three-tier"]).output().expect("phancong runs");
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    let again = phancong(folder.path()).args(["init", "--policy", "three-tier"]).output().expect("phancong runs");
    assert!(code(&again) > 1, "a database is never overwritten");
}

#[cfg(unix)]
#[test]
fn a_document_never_goes_over_an_input() {
    let folder = tempfile::tempdir().expect("a folder");
    let lists = folder.path().join("lists");
    std::fs::create_dir_all(folder.path().join("out")).expect("a folder");
    std::fs::create_dir(&lists).expect("a folder");
    for file in ["units.csv", "cadres.csv", "assignments.csv", "policy.toml"] {
        std::fs::copy(Path::new(ROOT).join("tests/stories/offices/church").join(file), lists.join(file))
            .expect("a copy");
    }
    std::os::unix::fs::symlink(lists.join("cadres.csv"), folder.path().join("out/load.csv")).expect("a link");
    let before = std::fs::read(lists.join("cadres.csv")).expect("there");
    let build = ["build", "lists", "--month", "2026-03", "--out", "out", "--no-xlsx"];
    let output = phancong(folder.path()).args(build).output().expect("run");
    assert_eq!((code(&output), std::fs::read(lists.join("cadres.csv")).expect("there")), (4, before));
    let said = text(&output.stderr);
    assert!(said.contains("not writing to out/load.csv") && said.contains("1 file could not be written"), "{said}");
    assert!(folder.path().join("out/summary.csv").is_file(), "the others are written");
}

#[test]
fn workbooks_are_for_people_to_read_and_sign() {
    use calamine::{DataType, Reader, Xlsx, open_workbook};
    let folder = office();
    let args = ["export", "all", "--month", "2022-06", "-o", "signed"];
    assert_eq!(code(&phancong(folder.path()).args(args).output().expect("run")), 0);
    let texts = |name: &str| {
        let mut book: Xlsx<_> = open_workbook(folder.path().join("signed").join(name)).expect("a workbook");
        let sheet = book.worksheet_range_at(0).expect("a sheet").expect("readable");
        sheet.cells().filter_map(|(.., cell)| cell.get_string().map(str::to_owned)).collect::<Vec<_>>()
    };
    let gaps = texts("gaps.xlsx");
    for line in ["ĐẢNG CỘNG SẢN VIỆT NAM", "*", "Nhiệm vụ"] {
        assert!(gaps.iter().any(|text| text == line), "{line}");
    }
    assert!(gaps.iter().any(|text| text.ends_with("TRƯỞNG BAN")) && !gaps.iter().any(|text| text == "Mã nhiệm vụ"));
    assert!(texts("roster-district.xlsx").iter().any(|text| text == "Huyện Châu Thành, Tỉnh Bến Tre"));
    let coverage = texts("coverage.xlsx");
    for line in ["ĐỘ PHỦ THEO NGÀY", "09/06–30/06", "Nguyễn Văn Thuận (CB0035)"] {
        assert!(coverage.iter().any(|text| text == line), "{line}");
    }
    let page = std::fs::read_to_string(folder.path().join("signed/index.html")).expect("a page");
    for part in ["coverage.xlsx", "So với tháng trước", "1.091 → 1.084 (-7)", "0 → 9 (+9)", "09/06–30/06"] {
        assert!(page.contains(part), "{part}");
    }
}
