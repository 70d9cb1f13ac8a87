//! Many faults at once, over three files: one run reports them all, and the rows given back lead to sound lists.

use std::fs;

use crate::office::{DAY, FILES, Office, gallery, screen};
use crate::{Case, TOGETHER, look_at};

#[test]
fn one_run_reports_all_faults_of_all_files_with_their_places() {
    let case = Case::named(TOGETHER);
    look_at(&case);
    let office = Office::new();
    office.lay_out(&case.folder);
    let output = office.import("en", &["--format".to_owned(), "json".to_owned()]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("json");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
    let place = |finding: &serde_json::Value| {
        let at = finding["row"].as_u64().unwrap_or_default();
        format!("{} {at} {}: {}", text(&finding["file"]), text(&finding["column"]), text(&finding["check"]))
    };
    let mut places: Vec<String> = told["findings"].as_array().expect("findings").iter().map(place).collect();
    places.sort();
    assert_eq!(places, PLACES);
    assert_eq!(told["saved"], false);
}

/// File, row and column of every fault in `together`. Rows are those that Excel shows.
const PLACES: [&str; 21] = [
    "assignments.csv 10 duty: duty-unknown",
    "assignments.csv 12 full_name: context-contradicts",
    "assignments.csv 14 -: row-too-long",
    "assignments.csv 2 from: date-unreadable",
    "assignments.csv 3 from: date-impossible",
    "assignments.csv 6 from: date-swapped",
    "assignments.csv 7 from: date-short-year",
    "assignments.csv 8 to: period-reversed",
    "assignments.csv 9 cadre_code: cadre-unknown",
    "cadres.csv 2 Họ và tên: cell-with-line-break",
    "cadres.csv 3 Năm sinh: birth-year-impossible",
    "cadres.csv 4 Họ và tên: text-not-utf8",
    "cadres.csv 5 Họ và tên: cell-empty",
    "cadres.csv 6 Mã đơn vị: unit-unknown",
    "cadres.csv 7 Tình trạng: status-unknown",
    "cadres.csv 8 -: row-too-short",
    "units.csv 3 level: level-unknown",
    "units.csv 5 households: number-unreadable",
    "units.csv 6 parent_code: parent-unknown",
    "units.csv 7 code: key-repeated",
    "units.csv 8 parent_code: level-out-of-order",
];

/// What the clerk types over the marked cells of `together`, file by file.
const MENDED: [(&str, &[(&str, &str)]); 3] = [
    (
        "units",
        &[
            ("comune", "commune"),
            ("khoảng 700", "700"),
            ("hamlet,Xã Tân Lúa", "hamlet,90101"),
            ("90103,Xã Gò Mía Tây", "90106,Xã Gò Mía Tây"),
            ("province,90,", "province,,"),
        ],
    ),
    (
        "cadres",
        &[
            (",88,", ",1988,"),
            ("L\u{FFFD} Th\u{FFFD}\u{FFFD} Cam", "Lý Thị Cam"),
            ("CB10,,", "CB10,Bùi Văn Mít,"),
            ("X-99", "90101"),
            ("bận việc", "leave"),
            ("Mai Thị Lê,commune,90102,active,,", "Mai Thị Lê,,commune,90102,active,"),
        ],
    ),
    (
        "assignments",
        &[
            ("13/2022", "13/06/2022"),
            ("31/04/2022", "30/04/2022"),
            ("12/31/2021", "31/12/2021"),
            ("01/06/22,", "01/06/2022,"),
            ("01/06/2022,31/05/2022", "01/06/2022,30/06/2022"),
            ("CB2,", "CB02,"),
            ("comune", "commune"),
            ("Bười", "Bưởi"),
            ("33-QĐ/TU, ngày 01/07/2022", "\"33-QĐ/TU, ngày 01/07/2022\","),
        ],
    ),
];

#[test]
fn rows_given_back_are_mended_and_imported_in_place_of_the_old_files() {
    let case = Case::named(TOGETHER);
    let office = Office::new();
    office.lay_out(&case.folder);
    let errors = ["--errors".to_owned(), "back.csv".to_owned()];
    assert_eq!(office.import("vi", &errors).status.code(), Some(3));
    fs::remove_dir_all(office.path(FILES)).expect("the old files go");
    fs::create_dir(office.path(FILES)).expect("a folder for the new");
    for (list, cells) in MENDED {
        let given_back = fs::read_to_string(office.path(&format!("back-{list}.csv"))).expect("rows given back");
        assert!(given_back.contains("import_status,import_message"), "{given_back}");
        let mended = cells.iter().fold(given_back, |text, (wrong, right)| {
            assert!(text.contains(wrong), "{wrong} is not in\n{text}");
            text.replace(wrong, right)
        });
        fs::write(office.path(FILES).join(format!("back-{list}.csv")), mended).expect("the mended rows");
    }
    let output = office.import("en", &[]);
    assert_eq!(output.status.code(), Some(0), "{}", screen(&output));
    assert!(!screen(&output).contains("column-unknown"), "{}", screen(&output));
    let same = Office::new();
    same.lay_out(&case.folder.join("mended"));
    assert_eq!(same.import("en", &[]).status.code(), Some(0));
    assert!(office.lists() == same.lists(), "the rows given back, mended, are the lists, mended");
}

#[test]
fn rows_given_back_and_not_mended_are_refused_again() {
    for name in ["row-too-long", "row-too-short", "text-not-utf8", "text-with-nul", "cell-too-long"] {
        let office = Office::new();
        office.lay_out(&gallery().join(name));
        assert_eq!(office.import("vi", &["--errors".to_owned(), "back.csv".to_owned()]).status.code(), Some(3));
        let output = office.run(&["import", "back.csv", "--as-of", DAY]);
        assert_eq!(output.status.code(), Some(3), "{name}: {}", screen(&output));
    }
}

#[test]
fn a_list_whose_header_is_at_fault_is_not_given_back_as_sound() {
    let office = Office::new();
    office.lay_out(&gallery().join("column-missing"));
    office.import("vi", &["--errors".to_owned(), "back.csv".to_owned()]);
    assert!(!office.path("back.csv").exists());
}
