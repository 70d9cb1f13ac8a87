//! The packet of a month: whose pages there are and what they tell, briefings to the byte, what is wrong told in words,
//! and nothing written then.

mod trust;

use std::collections::BTreeSet;
use std::path::Path;

use trust::{code, office, run, said, sure};

const PHONE: &str = "0913131313";

/// An office whose hamlet has a cell secretary, a deputy and somebody retired, and a meeting that is fixed.
fn told() -> tempfile::TempDir {
    let folder = office();
    let cadres = format!(
        "code,full_name,position,organization,level,home_unit_code,phone,status,status_from\n\
         P1,Lê Thị Sen,Chuyên viên,Huyện ủy,district,901,0900000001,active,\n\
         P2,Trần Văn Bí,bí thư  CHI BỘ ấp kiêm Trưởng ấp,Chi bộ ấp,hamlet,90102.09,{PHONE},active,\n\
         P3,Trần Văn Phó,Phó Bí thư Chi bộ,Chi bộ ấp,hamlet,90102.09,0900000003,active,\n\
         P4,Trần Văn Hưu,Bí thư Chi bộ,Chi bộ ấp,hamlet,90102.09,0900000004,retired,2022-01-01\n\
         P5,Lý Thị Xã,\"Huyện ủy viên, Bí thư Đảng uỷ xã\",Đảng ủy xã,commune,90102,0900000005,active,\n\
         P6,Lý Thị Huyện,Bí thư Chi bộ cơ quan,Huyện ủy,district,901,0900000006,active,\n\
         P7,Đã Nghỉ,Chuyên viên,Huyện ủy,district,901,,retired,2022-08-15\n\
         P8,Hết Hạn,Chuyên viên,Huyện ủy,district,901,,active,\n"
    );
    let held = "cadre_code,unit_code,duty,from,to,decision_no\n\
                P1,90102.09,district-hamlet,2022-08-01,,77-QĐ/HU\n\
                P7,90102.09,district-hamlet,2022-08-01,,77-QĐ/HU\n\
                P8,90102.09,district-hamlet,2022-08-01,2022-08-30,77-QĐ/HU\n";
    let meetings = "unit_code,meeting,rule,hour,place\n90102.09,Sinh hoạt chi bộ ấp,12,19:30,Nhà văn hóa\n";
    for (file, text) in [("cadres.csv", cadres.as_str()), ("assignments.csv", held), ("meetings.csv", meetings)] {
        std::fs::write(folder.path().join(file), text).expect("written");
        sure(folder.path(), &["import", file, "--as-of", "2022-08-31"]);
    }
    std::fs::create_dir(folder.path().join("lists")).expect("a folder");
    for file in ["cadres.csv", "assignments.csv", "meetings.csv"] {
        std::fs::rename(folder.path().join(file), folder.path().join("lists").join(file)).expect("moved");
    }
    folder
}

fn packet(folder: &Path, more: &[&str]) -> std::process::Output {
    run(folder, &[&["export", "packet", "--month", "2022-08"], more].concat())
}

fn text(folder: &Path, file: &str) -> String {
    std::fs::read_to_string(folder.join(file)).unwrap_or_else(|err| panic!("{file}: {err}"))
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

/// The text between a heading and the next one.
fn section<'p>(page: &'p str, heading: &str) -> &'p str {
    let after = page.split_once(heading).unwrap_or_else(|| panic!("{heading} in {page}")).1;
    after.split("<h2").next().expect("a beginning")
}

const PAGE: &str = "out/packet-p1-le-thi-sen.html";

#[test]
fn a_page_tells_where_when_and_whom_to_call() {
    let folder = told();
    let folder = folder.path();
    let output = packet(folder, &["--profile", "full", "-o", "out"]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(!said(&output).contains("--profile full"), "{}", said(&output));
    let page = text(folder, PAGE);
    let places = section(&page, "I. Địa bàn phụ trách");
    assert!(places.contains("01/08/2022") && places.contains("77-QĐ/HU"), "{places}");
    let meetings = section(&page, "II. ");
    for told in ["12/08/2022", "Thứ Sáu", "19:30", "Nhà văn hóa"] {
        assert!(meetings.contains(told), "{told}: {meetings}");
    }
    assert!(!meetings.contains(">x</td>"), "{meetings}");
    let contacts = section(&page, "III. ");
    for told in ["Trần Văn Bí", PHONE, "Lý Thị Xã", "0900000005"] {
        assert!(contacts.contains(told), "{told}: {contacts}");
    }
    for other in ["Trần Văn Phó", "Trần Văn Hưu", "Lý Thị Huyện", "Lê Thị Sen"] {
        assert!(!contacts.contains(other), "{other}: {contacts}");
    }
    // Nothing is loaded from anywhere.
    assert!(!page.contains("http") && !page.contains("src=") && page.contains("@page"), "{page}");
}

#[test]
fn those_who_hold_nothing_on_the_last_day_get_no_page_and_a_part_has_its_own() {
    let folder = told();
    let folder = folder.path();
    sure(folder, &["export", "packet", "--month", "2022-08", "-o", "out"]);
    let all = names(&folder.join("out"));
    assert!(!all.iter().any(|name| name.contains("p7") || name.contains("p8")), "{all:?}");
    assert!(all.contains("index.html") && all.contains("acknowledgements.xlsx") && all.len() > 4, "{all:?}");
    let index = text(folder, "out/index.html");
    for page in all.iter().filter(|name| name.starts_with("packet-")) {
        assert!(index.contains(&format!("href=\"{page}\"")), "{page}");
    }
    sure(folder, &["export", "packet", "--month", "2022-08", "--under", "90102.09", "--format", "csv", "-o", "part"]);
    let part = names(&folder.join("part"));
    let right = ["acknowledgements.csv", "index.html", "packet-p1-le-thi-sen.html"].map(str::to_owned);
    assert_eq!(part, BTreeSet::from(right));
    let list = text(folder, "part/acknowledgements.csv");
    assert!(list.contains("stt,full_name,position,organization,area,received,receipt,remarks"), "{list}");
    assert_eq!(list.lines().count(), 2, "{list}");
}

#[test]
fn what_is_proposed_is_as_the_calendar_has_it() {
    let folder = told();
    let folder = folder.path();
    sure(folder, &["export", "packet", "--month", "2022-08", "-o", "out"]);
    let plan: serde_json::Value =
        serde_json::from_str(&sure(folder, &["calendar", "plan", "--month", "2022-08", "--format", "json"]))
            .expect("JSON");
    let pages: Vec<String> =
        names(&folder.join("out")).into_iter().filter(|name| name.starts_with("packet-")).collect();
    let mut compared = 0;
    for row in plan["rows"].as_array().expect("rows") {
        let day: jiff::civil::Date = row["day"].as_str().expect("a day").parse().expect("a day");
        let (day, hour) = (day.strftime("%d/%m/%Y").to_string(), row["hour"].as_str().expect("an hour"));
        for who in row["attending"].as_str().unwrap_or_default().split("; ").filter(|who| !who.is_empty()) {
            let (_, cadre) = who.trim_end_matches(')').rsplit_once('(').expect("a code");
            let begins = format!("packet-{}-", cadre.to_lowercase());
            let page = pages.iter().find(|name| name.starts_with(&begins)).expect("a page");
            let page = text(&folder.join("out"), page);
            let meetings = section(&page, "II. ");
            let line = meetings.split("<tr").find(|line| line.contains(&day) && line.contains(hour));
            let line = line.unwrap_or_else(|| panic!("{who}, {day} {hour}: {meetings}"));
            assert_eq!(line.contains(">x</td>"), row["proposed"] == "x", "{line}");
            compared += 1;
        }
    }
    assert!(compared > 2, "{plan}");
}

#[test]
fn briefings_go_along_to_the_byte_and_everything_is_the_same_again() {
    let folder = told();
    let folder = folder.path();
    let bytes: Vec<u8> = (0..=255u8).cycle().take(3_000_000).collect();
    std::fs::write(folder.join("Tài liệu tháng 8 <b>.docx"), &bytes).expect("written");
    std::fs::write(folder.join("tai-lieu-thang-8-b.docx"), b"other").expect("written");
    let args = ["--briefing", "Tài liệu tháng 8 <b>.docx", "tai-lieu-thang-8-b.docx", "-o", "out"];
    assert_eq!(code(&packet(folder, &args)), 0);
    let copied = |name: &str| std::fs::read(folder.join("out/briefing").join(name)).expect("copied");
    assert_eq!(copied("tai-lieu-thang-8-b.docx"), bytes);
    assert_eq!(copied("tai-lieu-thang-8-b-2.docx"), b"other");
    for page in [PAGE, "out/index.html"] {
        let page = text(folder, page);
        assert!(page.contains("href=\"briefing/tai-lieu-thang-8-b.docx\">Tài liệu tháng 8 &lt;b&gt;.docx<"), "{page}");
        assert!(page.contains("href=\"briefing/tai-lieu-thang-8-b-2.docx\""), "{page}");
    }
    let again = [&args[..4], &["again"]].concat();
    assert_eq!(code(&packet(folder, &again)), 0);
    for name in names(&folder.join("out")).iter().filter(|name| *name != "briefing") {
        let [one, other] = ["out", "again"].map(|out| std::fs::read(folder.join(out).join(name)).expect("bytes"));
        assert!(one == other, "{name}");
    }
    // Out of its own folder a briefing goes along as it is.
    assert_eq!(code(&packet(folder, &["--briefing", "out/briefing/tai-lieu-thang-8-b.docx", "-o", "out"])), 0);
    assert_eq!(copied("tai-lieu-thang-8-b.docx"), bytes);
}

#[test]
fn what_cannot_be_is_told_and_nothing_is_written() {
    let folder = told();
    let folder = folder.path();
    std::fs::create_dir_all(folder.join("a/b")).expect("folders");
    for file in ["a/Bản tin.pdf", "a/b/bản tin.PDF"] {
        std::fs::write(folder.join(file), b"x").expect("written");
    }
    let cases: [(&[&str], i32, &str); 9] = [
        (&["--briefing", "missing.pdf", "-o", "out"], 4, "missing.pdf"),
        (&["--briefing", "a", "-o", "out"], 4, "a is a folder"),
        (&["--briefing", "a/Bản tin.pdf", "a/b/bản tin.PDF", "-o", "out"], 2, "a/b/bản tin.PDF"),
        (&["--briefing", "phancong.db", "-o", "out"], 2, "phancong.db"),
        (&["--briefing", "a/Bản tin.pdf"], 2, "--out DIR"),
        (&["--under", "nowhere", "-o", "out"], 2, "nowhere"),
        (&["--by", "commune", "-o", "out"], 2, "--by"),
        (&["-o", "lists"], 2, "lists"),
        (&["-o", "phancong.db"], 4, "phancong.db"),
    ];
    for (args, exit, told) in cases {
        let output = packet(folder, args);
        assert_eq!(code(&output), exit, "{args:?}: {}", said(&output));
        assert!(said(&output).contains(told), "{args:?}: {}", said(&output));
        assert!(!folder.join("out").exists(), "{args:?}");
    }
    let output = run(folder, &["export", "packet", "-o", "out"]);
    assert!(code(&output) == 2 && said(&output).contains("--month"), "{}", said(&output));
    let output = run(folder, &["export", "load", "--briefing", "a/Bản tin.pdf"]);
    assert!(code(&output) == 2 && said(&output).contains("--briefing"), "{}", said(&output));
}

#[test]
fn an_output_that_cannot_be_replaced_is_named_and_the_others_are_written() {
    let folder = told();
    let folder = folder.path();
    std::fs::create_dir_all(folder.join(PAGE)).expect("a folder in its place");
    std::fs::write(folder.join("tin.pdf"), b"new").expect("written");
    std::fs::create_dir_all(folder.join("out/briefing/tin.pdf")).expect("a folder in its place");
    let output = packet(folder, &["--briefing", "tin.pdf", "-o", "out"]);
    assert_eq!(code(&output), 4, "{}", said(&output));
    for told in ["packet-p1-le-thi-sen.html", "tin.pdf", "2 files could not be written"] {
        assert!(said(&output).contains(told), "{told}: {}", said(&output));
    }
    assert!(text(folder, "out/index.html").contains("Lê Thị Sen"));
    assert!(!names(&folder.join("out")).iter().any(|name| name.contains(".tmp")));
}

#[test]
fn phones_are_shown_in_full_alone_and_that_is_told() {
    let folder = told();
    let folder = folder.path();
    for profile in ["public", "internal"] {
        let output = packet(folder, &["--profile", profile, "-o", profile]);
        assert!(said(&output).contains("--profile full"), "{}", said(&output));
        for name in names(&folder.join(profile)) {
            let bytes = std::fs::read(folder.join(profile).join(&name)).expect("bytes");
            assert!(!String::from_utf8_lossy(&bytes).contains("09131"), "{profile}/{name}");
        }
    }
    let page = text(folder, "internal/packet-p1-le-thi-sen.html");
    assert!(page.contains("Trần Văn Bí") && !page.contains("Điện thoại"), "{page}");
}

#[test]
fn a_policy_names_the_titles_of_those_to_call() {
    let folder = told();
    let folder = folder.path();
    let policy = sure(folder, &["export", "policy"]);
    let first = policy.lines().count() + 1;
    let named = format!("{policy}[packet]\ncontacts = [\"Phó Bí thư Chi bộ\"]\n");
    std::fs::write(folder.join("named.toml"), named).expect("written");
    std::fs::write(folder.join("faulty.toml"), format!("{policy}[packet]\ncontacts = [\"\"]\n")).expect("written");
    let output = run(folder, &["--db", "x.db", "init", "--policy", "faulty.toml"]);
    assert_eq!(code(&output), 3, "{}", said(&output));
    assert!(said(&output).contains(&format!("row {}", first + 1)), "{}", said(&output));
    sure(folder, &["--db", "x.db", "init", "--policy", "named.toml"]);
    for list in ["units", "cadres", "assignments"] {
        sure(folder, &["export", list, "-o", &format!("lists/{list}.csv")]);
    }
    sure(folder, &["--db", "x.db", "import", "lists", "--as-of", "2022-08-31"]);
    sure(folder, &["--db", "x.db", "export", "packet", "--month", "2022-08", "-o", "out"]);
    let page = text(folder, PAGE);
    let contacts = section(&page, "III. ");
    assert!(contacts.contains("Trần Văn Phó") && !contacts.contains("Trần Văn Bí"), "{contacts}");
}
