//! What meetings and the grass roots told, from the sheet that a clerk fills in to the documents that quote it.

mod trust;

use std::path::Path;

use trust::{code, office, run, said, sure};

/// Fills in a sheet: each line that has a mark gets what is put there.
fn filled(sheet: &str, put: &[(&str, &str)]) -> String {
    let line = |line: &str| match put.iter().find(|(mark, _)| line.contains(mark)) {
        Some((_, told)) => {
            let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            cells[6] = (*told).to_owned();
            cells.join(",")
        }
        None => line.to_owned(),
    };
    sheet.lines().map(line).collect::<Vec<_>>().join("\n") + "\n"
}

fn sheet(folder: &Path) -> String {
    sure(folder, &["export", "attendance", "--month", "2022-05", "--format", "csv"])
}

fn taken(folder: &Path, name: &str, text: &str) -> (i32, String) {
    std::fs::write(folder.join(name), text).expect("written");
    let output = run(folder, &["import", name, "--as-of", "2022-05-31"]);
    (code(&output), said(&output))
}

#[test]
fn a_sheet_is_filled_in_bit_by_bit_and_keeps_what_is_told() {
    let folder = office();
    let folder = folder.path();
    let empty = sheet(folder);
    assert!(empty.contains("CB01") && empty.contains("CB03") && empty.contains("CB04"), "{empty}");
    let (ended, told) = taken(folder, "attendance.csv", &empty);
    assert_eq!(ended, 0, "{told}");
    assert!(told.contains("Nothing new"), "{told}");
    let (ended, told) = taken(folder, "attendance.csv", &filled(&empty, &[("CB01", "x"), ("CB04", "KP")]));
    assert_eq!(ended, 0, "{told}");
    let now = sheet(folder);
    assert!(now.contains(",có mặt,") && now.contains(",vắng không phép,"), "{now}");
    assert_eq!(now.lines().count(), empty.lines().count(), "each meeting and person once");
    // A row that was filled in meanwhile is not emptied by a sheet of before.
    let (ended, told) = taken(folder, "attendance.csv", &filled(&empty, &[("CB03", "P")]));
    assert_eq!(ended, 0, "{told}");
    let now = sheet(folder);
    assert!([",có mặt,", ",vắng không phép,", ",vắng có phép,"].iter().all(|presence| now.contains(presence)), "{now}");
    sure(folder, &["--yes", "undo"]);
    assert!(!sheet(folder).contains(",vắng có phép,"));
}

#[test]
fn a_sheet_as_a_workbook_comes_back_untouched_and_knows_what_was_told_meanwhile() {
    let folder = office();
    let folder = folder.path();
    let (ended, told) = taken(folder, "attendance.csv", &filled(&sheet(folder), &[("CB01", "x")]));
    assert_eq!(ended, 0, "{told}");
    sure(folder, &["export", "attendance", "--month", "2022-05", "-o", "sheet.xlsx"]);
    let untouched = run(folder, &["import", "sheet.xlsx", "--as-of", "2022-05-31"]);
    assert_eq!(code(&untouched), 0, "{}", said(&untouched));
    assert!(said(&untouched).contains("Nothing new"), "{}", said(&untouched));
    // The sheet says nothing of CB03; what somebody else told since stays.
    let (ended, told) = taken(folder, "other.csv", &filled(&sheet(folder), &[("CB03", "x")]));
    assert_eq!(ended, 0, "{told}");
    let late = run(folder, &["import", "sheet.xlsx", "--as-of", "2022-05-31"]);
    assert_eq!(code(&late), 0, "{}", said(&late));
    assert_eq!(sheet(folder).matches(",có mặt,").count(), 2);
}

const FEEDBACK: &str = "unit_code,day,raised_by,matter,sent_to,due,answered,answer
90101.01,2022-04-11,Ông Tư,Đường ấp hư,UBND xã Tân Lúa,2022-05-01,,
90101.01,2022-05-12,Chi bộ ấp,Cống nghẹt,,,2022-05-20,Đã khơi
90102,2022-04-12,Đảng ủy xã,Thiếu kinh phí,Huyện ủy,,2022-05-02,Đã cấp
";

#[test]
fn what_is_open_goes_with_whoever_covers_the_place_and_who_raised_it_is_shown_in_full_only() {
    let folder = office();
    let folder = folder.path();
    let (ended, told) = taken(folder, "feedback.csv", FEEDBACK);
    assert_eq!(ended, 0, "{told}");
    // May is closed, and was before anything was raised.
    let packet = ["export", "packet", "--month", "2022-06", "-o", "packet"];
    sure(folder, &packet);
    let page = |code: &str| {
        let pages = std::fs::read_dir(folder.join("packet")).expect("pages").filter_map(Result::ok);
        let own = pages.map(|entry| entry.path()).find(|path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("packet-{code}-")))
        });
        std::fs::read_to_string(own.expect("a page")).expect("a page")
    };
    for covering in ["cb01", "cb03", "cb04", "cb02"] {
        assert!(page(covering).contains("Đường ấp hư"), "{covering}");
    }
    assert!(!page("cb05").contains("Đường ấp hư"), "who covers teams only");
    let page_of_hamlet = page("cb04");
    assert!(!page_of_hamlet.contains("Cống nghẹt") && !page_of_hamlet.contains("Ông Tư"), "answered, or a name");
    sure(folder, &[&packet[..], &["--profile", "full"]].concat());
    assert!(page("cb04").contains("Ông Tư"));
    for what in [&["export", "digest"][..], &["list", "feedback"]] {
        let digest = sure(folder, &[what, &["--month", "2022-05", "--format", "csv"]].concat());
        assert!(digest.contains("Đường ấp hư"), "{digest}");
    }
    let digest = ["export", "digest", "--month", "2022-05", "--format", "md"];
    assert!(!sure(folder, &digest).contains("Ông Tư"));
    assert!(sure(folder, &[&digest[..], &["--profile", "full"]].concat()).contains("Ông Tư"));
}

#[test]
fn the_packet_of_a_closed_month_has_what_was_open_then_though_all_of_it_is_taken_back() {
    let folder = office();
    let folder = folder.path();
    assert_eq!(taken(folder, "feedback.csv", FEEDBACK).0, 0);
    let changes: serde_json::Value = serde_json::from_str(&sure(folder, &["log", "--format", "json"])).expect("JSON");
    let number = changes["rows"].as_array().expect("rows").iter().filter_map(|row| row["change"].as_i64()).max();
    sure(folder, &["--yes", "close", "2022-06"]);
    sure(folder, &["--yes", "undo", &number.expect("a change").to_string()]);
    assert!(!sure(folder, &["list", "feedback", "--month", "2022-06", "--format", "csv"]).contains("Đường ấp hư"));
    sure(folder, &["export", "packet", "--month", "2022-06", "-o", "packet"]);
    let pages = std::fs::read_dir(folder.join("packet")).expect("pages").filter_map(Result::ok);
    let mut pages = pages.filter(|page| page.path().extension().is_some_and(|ending| ending == "html"));
    let told = |page: std::fs::DirEntry| std::fs::read_to_string(page.path()).expect("a page").contains("Đường ấp hư");
    assert!(pages.any(told));
}

#[test]
fn a_review_quotes_meetings_and_feedback_where_there_are_any() {
    let folder = office();
    let folder = folder.path();
    let review = ["export", "review", "--from", "2022-01-01", "--to", "2022-12-31", "--format", "csv"];
    let of = |section: &str| -> Vec<String> {
        let lines = sure(folder, &review);
        lines.lines().filter(|line| line.starts_with(&format!("{section},"))).map(str::to_owned).collect()
    };
    assert!(of("attendance").is_empty() && of("feedback").is_empty() && !of("ends").is_empty());
    assert_eq!(taken(folder, "feedback.csv", FEEDBACK).0, 0);
    assert_eq!(taken(folder, "attendance.csv", &filled(&sheet(folder), &[("CB01", "x"), ("CB03", "P")])).0, 0);
    let value = |section: &str, month: &str, figure: &str| -> u64 {
        let own = of(section);
        let line =
            own.iter().find(|line| line.contains(&format!(",{month}-01,")) && line.contains(&format!(",{figure},")));
        line.and_then(|line| line.rsplit(',').next()).and_then(|cell| cell.parse().ok()).expect("a figure")
    };
    assert_eq!(value("attendance", "2022-05", "times_due"), 2);
    assert_eq!(value("attendance", "2022-05", "times_present"), 1);
    assert_eq!(value("attendance", "2022-06", "times_due"), 0);
    let feedback = |month| {
        ["feedback_raised", "feedback_answered", "feedback_open", "feedback_late"]
            .map(|figure| value("feedback", month, figure))
    };
    assert_eq!(feedback("2022-04"), [2, 0, 2, 0]);
    assert_eq!(feedback("2022-05"), [1, 2, 1, 1]);
}

#[test]
fn what_was_told_once_comes_back_though_the_meeting_and_the_assignment_are_gone() {
    let folder = office();
    let folder = folder.path();
    std::fs::write(folder.join("meetings.csv"), "unit_code,meeting,rule\n90101,Giao ban,20\n").expect("written");
    sure(folder, &["import", "meetings.csv", "--as-of", "2022-05-31"]);
    let list = "unit_code,meeting,day,cadre_code,presence\n90101,Giao ban,2022-05-20,CB01,x\n";
    assert_eq!(taken(folder, "attendance.csv", list).0, 0);
    let told = sure(folder, &["export", "attendance", "--format", "csv"]);
    std::fs::write(folder.join("meetings.csv"), "unit_code,meeting,rule\n90102,Giao ban,20\n").expect("written");
    sure(folder, &["import", "meetings.csv", "--as-of", "2022-05-31", "--mode", "sync", "--max-end", "100"]);
    sure(folder, &["--yes", "release", "CB01", "90101", "--on", "2022-05-10"]);
    let (ended, again) = taken(folder, "attendance.csv", &told);
    assert_eq!(ended, 0, "{again}");
    // Somebody else was not there, nor is there another day of that meeting.
    let (ended, said) =
        taken(folder, "other.csv", "unit_code,meeting,day,cadre_code,presence\n90101,Giao ban,2022-05-27,CB01,x\n");
    assert_eq!(ended, 3, "{said}");
    assert!(said.contains("attendance-not-assigned"), "{said}");
}

/// Takes a list of attendance in, which must be sound.
fn told(folder: &Path, rows: &str) {
    let text =
        format!("unit_code,meeting,day,cadre_code,presence,reason,households_invited,households_present\n{rows}");
    let (ended, said) = taken(folder, "attendance.csv", &text);
    assert_eq!(ended, 0, "{said}");
}

/// The cells of the line of a report that has a mark, by their columns.
fn line(report: &str, mark: &str) -> std::collections::HashMap<String, String> {
    let mut reader = csv::Reader::from_reader(report.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let rows = reader.records().map(|row| row.expect("a row"));
    let row = rows.into_iter().find(|row| row.iter().any(|cell| cell == mark)).expect("a line");
    header.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect()
}

#[test]
fn a_reform_does_not_part_what_belongs_together() {
    let folder = office();
    let folder = folder.path();
    told(folder, "90101,Họp đảng ủy xã,2022-05-08,CB03,KP,,,\n");
    assert_eq!(taken(folder, "feedback.csv", FEEDBACK).0, 0);
    let reform = "old_code,old_name,whole,new_code,new_name\n90101,Xã Tân Lúa,full,90103,Xã Lúa Dừa\n";
    std::fs::write(folder.join("reform.csv"), reform).expect("written");
    sure(folder, &["--yes", "reform", "reform.csv", "--on", "2022-06-01", "--decision", "9/NQ"]);
    std::fs::write(
        folder.join("june.csv"),
        "unit_code,meeting,day,cadre_code,presence\n90103,Họp đảng ủy xã,2022-06-08,CB03,P\n",
    )
    .expect("written");
    sure(folder, &["import", "june.csv", "--kind", "attendance", "--as-of", "2022-06-30"]);
    let found = line(&sure(folder, &["export", "absences", "--month", "2022-06", "--format", "csv"]), "CB03");
    assert_eq!([&found["months_running"], &found["missed"], &found["since"]], ["2", "2", "2022-05-08"]);
    let rates = ["export", "turnout", "--from", "2022-05-01", "--to", "2022-06-30", "--format", "csv"];
    assert_eq!(line(&sure(folder, &[&rates[..], &["--under", "90103"]].concat()), "90103")["times_due"], "2");
    assert_eq!(line(&sure(folder, &[&rates[..], &["--by", "duty"]].concat()), "district-commune")["times_due"], "2");
    let open = sure(folder, &["list", "feedback", "--as-of", "2022-06-30", "--under", "90103", "--format", "csv"]);
    assert!(open.contains("Đường ấp hư"), "{open}");
    sure(folder, &["export", "digest", "--month", "2022-06", "--by", "commune", "--format", "md", "-o", "digests"]);
    let digests = std::fs::read_dir(folder.join("digests")).expect("digests").filter_map(Result::ok);
    let texts: Vec<String> = digests.map(|entry| std::fs::read_to_string(entry.path()).expect("a digest")).collect();
    assert!(texts.len() == 1 && texts[0].contains("Đường ấp hư"), "{texts:?}");
    let listed = sure(folder, &["list", "attendance", "--month", "2022-05", "--format", "csv"]);
    assert!(listed.contains("CB03"), "{listed}");
}

#[test]
fn the_sheet_has_whoever_held_it_on_the_day_of_the_meeting() {
    let folder = office();
    let folder = folder.path();
    std::fs::write(folder.join("meetings.csv"), "unit_code,meeting,rule\n90101.01,Sinh hoạt chi bộ ấp,12\n")
        .expect("written");
    sure(folder, &["import", "meetings.csv", "--as-of", "2022-06-30"]);
    sure(folder, &["--yes", "replace", "CB04", "CB03", "--on", "2022-06-20", "--duty", "district-hamlet"]);
    let sheet = |month: &str| {
        sure(folder, &["export", "attendance", "--month", month, "--under", "90101.01", "--format", "csv"])
    };
    let (june, july) = (sheet("2022-06"), sheet("2022-07"));
    assert!(june.contains("2022-06-12,CB04") && !june.contains("CB03"), "{june}");
    assert!(july.contains("2022-07-12,CB03") && !july.contains("CB04"), "{july}");
}

#[test]
fn a_meeting_without_a_name_is_the_only_one_and_households_stand_once() {
    let folder = office();
    let folder = folder.path();
    told(folder, "90101.01.01,Họp tổ,2022-05-20,,,,24,20\n90101.01.01,Họp tổ,2022-05-20,CB05,,,24,20\n");
    let rate = line(&sure(folder, &["export", "turnout", "--month", "2022-05", "--format", "csv"]), "90101");
    assert_eq!([&rate["households_invited"], &rate["households_present"]], ["24", "20"]);
    std::fs::write(folder.join("meetings.csv"), "unit_code,meeting,rule\n90102.01.01,Họp tổ,20\n90101,Giao ban,20\n")
        .expect("written");
    sure(folder, &["import", "meetings.csv", "--as-of", "2022-05-31"]);
    told(folder, "90102.01.01,,2022-05-20,CB06,x,,,\n");
    let list = sure(folder, &["export", "attendance", "--format", "csv"]);
    assert!(list.contains("90102.01.01,Họp tổ,2022-05-20,CB06"), "{list}");
    let (ended, said) =
        taken(folder, "none.csv", "unit_code,meeting,day,cadre_code,presence\n90101,,2022-05-20,CB03,x\n");
    assert!(ended == 3 && said.contains("cell-empty"), "of two meetings none is meant: {said}");
}

#[test]
fn a_meeting_put_off_and_held_later_was_held() {
    let folder = office();
    let folder = folder.path();
    let rows = "90101.01,,2022-05-11,,không họp,Mưa,,\n90101.01,,2022-05-14,CB04,x,,,\n90102.01,,2022-05-11,,không họp,Mưa,,\n";
    told(folder, rows);
    let report =
        |args: &[&str]| sure(folder, &[&["export", "turnout", "--month", "2022-05", "--format", "csv"], args].concat());
    let all = line(&report(&[]), "Cộng");
    assert_eq!([&all["meetings_held"], &all["meetings_not_held"]], ["1", "1"]);
    let duty = line(&report(&["--by", "duty"]), "district-hamlet");
    assert_eq!([&duty["meetings_held"], &duty["meetings_not_held"]], ["1", "1"]);
    let unheld = sure(folder, &["export", "unheld", "--month", "2022-05", "--format", "csv"]);
    assert!(unheld.contains("90102.01,") && !unheld.contains("90101.01,"), "{unheld}");
}

#[test]
fn reasons_are_personal_and_an_answer_is_shown_once_it_was_given() {
    let folder = office();
    let folder = folder.path();
    told(folder, "90101,Họp đảng ủy xã,2022-05-08,CB03,P,Ốm,,\n");
    for what in ["absences", "attendance"] {
        let of =
            |profile| sure(folder, &["export", what, "--month", "2022-05", "--format", "csv", "--profile", profile]);
        assert!(of("internal").contains("Ốm") && !of("public").contains("Ốm"), "{what}");
    }
    assert_eq!(taken(folder, "feedback.csv", FEEDBACK).0, 0);
    let digest = |month| sure(folder, &["export", "digest", "--month", month, "--format", "csv"]);
    assert!(digest("2022-04").contains("Thiếu kinh phí") && !digest("2022-04").contains("Đã cấp"));
    assert!(digest("2022-05").contains("Đã cấp"));
}

#[test]
fn who_came_and_not_held_do_not_go_together_whichever_was_told_first() {
    let folder = office();
    let folder = folder.path();
    told(
        folder,
        "90101.01,,2022-05-11,CB04,x,,,\n90101,Họp đảng ủy xã,2022-05-08,CB01,x,,,\n90101,Họp đảng ủy xã,2022-05-08,CB03,x,,,\n",
    );
    let not_held = "unit_code,meeting,day,presence\n90101,Họp đảng ủy xã,2022-05-08,not-held\n";
    let (ended, said) = taken(folder, "none.csv", not_held);
    assert_eq!((ended, said.matches("is not held by this row").count()), (3, 1), "{said}");
    told(folder, "90102,Họp đảng ủy xã,2022-05-08,,not-held,Mưa,,\n");
    let came = "unit_code,meeting,day,households_invited,households_present,presence\n90102,Họp đảng ủy xã,2022-05-08,,,held\n";
    assert_eq!(taken(folder, "came.csv", came).0, 0, "what was written by mistake can be corrected");
}

#[test]
fn what_is_raised_above_a_level_is_told_to_be_in_none_of_its_digests() {
    let folder = office();
    let folder = folder.path();
    let rows = format!("{FEEDBACK}901,2022-05-03,Huyện ủy,Thiếu cán bộ,,,,\n");
    assert_eq!(taken(folder, "feedback.csv", &rows).0, 0);
    let digests = |more: &[&str]| {
        said(&run(folder, &[&["export", "digest", "--month", "2022-05", "--by", "commune", "-o", "d"], more].concat()))
    };
    assert!(digests(&[]).contains("One matter was raised above this level"), "{}", digests(&[]));
    assert!(!digests(&["--under", "90101"]).contains("above this level"));
}
