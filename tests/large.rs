//! What is too large for the usual way. A database that is too large to be looked through whenever it is opened: looked through
//! before it is written to, as the last change left it, whatever is written first. Lists that are read several at once: taken,
//! or refused, as if they were read one after the other.

mod trust;

use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

use rusqlite::Connection;
use trust::{code, run, said, sure};

/// A folder with a database of more than two megabytes.
fn large() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut units =
        "code,name,level,parent_code,note\nT,Tỉnh Lớn,province,,\nH,Huyện Lớn,district,T,\nX,Xã Lớn,commune,H,\n"
            .to_owned();
    for at in 0..9_000 {
        writeln!(units, "X.{at},Ấp {at},hamlet,X,{}", "ghi chú dài ".repeat(15)).expect("text");
    }
    std::fs::write(folder.path().join("units.csv"), units).expect("written");
    sure(folder.path(), &["init"]);
    sure(folder.path(), &["import", "units.csv", "--as-of", "2022-05-31"]);
    let size = std::fs::metadata(folder.path().join("phancong.db")).expect("there").len();
    assert!(size > 2 << 20, "{size}");
    folder
}

/// Everything that writes, the policy first where it does.
fn writes(folder: &Path) -> Vec<(&'static str, std::process::Output)> {
    let cadres = "Mã,Tên gọi,level,home_unit_code\nC1,Lê An,hamlet,X.1\n";
    std::fs::write(folder.join("cadres.csv"), cadres).expect("written");
    let table = "old_code,new_code,new_name,level,parent_code\nX.1,X.9001,Ấp Mới,hamlet,X\nX.2,X.9001,Ấp Mới,hamlet,X\n\
        X,X,Xã Lớn,commune,T\nH,,,,\n";
    std::fs::write(folder.join("reform.csv"), table).expect("written");
    let import = ["import", "cadres.csv", "--kind", "cadres", "--map", "Mã=code", "--map", "Tên gọi=full_name"];
    vec![
        ("a list with headings to be remembered", run(folder, &import)),
        ("a hand", run(folder, &["--yes", "cadre", "status", "C1", "leave", "--from", "2022-06-01"])),
        ("an undo", run(folder, &["--yes", "undo"])),
        ("a closing", run(folder, &["--yes", "close", "2022-05"])),
        (
            "a reform",
            run(
                folder,
                &["--yes", "reform", "reform.csv", "--on", "2025-07-01", "--decision", "1", "--policy", "two-tier"],
            ),
        ),
    ]
}

#[test]
fn whatever_is_written_first_a_sound_database_takes_it() {
    let folder = large();
    for (what, output) in writes(folder.path()) {
        assert!(!said(&output).contains("not as phancong left it"), "{what}: {}", said(&output));
        assert!(code(&output) <= 1, "{what}: {}", said(&output));
    }
    sure(folder.path(), &["doctor"]);
}

#[test]
fn one_that_another_hand_changed_takes_nothing() {
    let folder = large();
    let path = folder.path().join("phancong.db");
    Connection::open(&path)
        .and_then(|other| other.execute("UPDATE unit SET note = 'x' WHERE code = 'X.7'", ()))
        .expect("done");
    let bytes = std::fs::read(&path).expect("bytes");
    for (what, output) in writes(folder.path()).into_iter().filter(|(what, _)| *what != "a hand") {
        assert_eq!(code(&output), 4, "{what}: {}", said(&output));
        assert!(said(&output).contains("not as phancong left it"), "{what}: {}", said(&output));
    }
    assert!(std::fs::read(&path).expect("bytes") == bytes);
}

/// Two lists of units and one of cadres, of more than four megabytes together; `households` stands in the first, `parent`
/// in the second, `home` in the third.
fn write_lists(folder: &Path, households: &str, parent: &str, home: &str) {
    let note = "ghi chú dài ".repeat(30);
    let mut first = format!(
        "code,name,level,parent_code,households,note\nT,Tỉnh Lớn,province,,,\nH,Huyện Lớn,district,T,,\nX,Xã Lớn,commune,H,,\n\
        X.0,Ấp 0,hamlet,X,{households},\n"
    );
    let mut second = format!("code,name,level,parent_code,note\nX.5000,Ấp 5000,hamlet,{parent},\n");
    for at in 1..5_000 {
        writeln!(first, "X.{at},Ấp {at},hamlet,X,7,{note}").expect("text");
        writeln!(second, "X.{0},Ấp {0},hamlet,X,{note}", at + 5_000).expect("text");
    }
    let cadres = format!(
        "code,full_name,level,home_unit_code\nC1,Lê An,hamlet,X.1\nC2,Lê Bình,hamlet,{home}\nC3,Lê Cúc,hamlet,X.9999\n"
    );
    assert!(first.len() + second.len() > 4 << 20);
    for (name, text) in [("units-a.csv", first), ("units-b.csv", second), ("cadres.csv", cadres)] {
        std::fs::write(folder.join(name), text).expect("written");
    }
}

#[test]
fn lists_that_are_read_at_once_are_refused_with_every_fault_in_the_order_of_the_files() {
    let folder = tempfile::tempdir().expect("a folder");
    sure(folder.path(), &["init"]);
    write_lists(folder.path(), "nhiều", "Y", "X.77777");
    let import = ["import", "cadres.csv", "units-a.csv", "units-b.csv", "--as-of", "2022-05-31"];
    let refused = run(folder.path(), &import);
    let told = said(&refused);
    assert_eq!(code(&refused), 3, "{told}");
    let places = ["cadres.csv, row 3", "units-a.csv, row 5", "units-b.csv, row 2"];
    let found: Vec<Option<usize>> = places.iter().map(|place| told.find(place)).collect();
    assert!(found.iter().all(Option::is_some) && found.is_sorted(), "{found:?} {told}");
    write_lists(folder.path(), "12", "X", "X.5000");
    assert_eq!(code(&run(folder.path(), &import)), 0);
    let other = tempfile::tempdir().expect("a folder");
    sure(other.path(), &["init"]);
    write_lists(other.path(), "12", "X", "X.5000");
    for list in ["units-a.csv", "units-b.csv", "cadres.csv"] {
        sure(other.path(), &["import", list, "--as-of", "2022-05-31"]);
    }
    for list in ["units", "cadres"] {
        let [one, two] = [&folder, &other].map(|folder| run(folder.path(), &["export", list]).stdout);
        assert!(one.len() > 100 && one == two, "{list}");
    }
}

/// Lists of everything, of more than four megabytes.
#[derive(Clone, Copy)]
struct Office {
    /// The number of the first unit and the first cadre.
    first: usize,
    note: &'static str,
    /// Further lines by their lists, or another heading for the codes of cadres.
    more: &'static [(&'static str, &'static str)],
}

const SOUND: Office = Office { first: 0, note: "ghi chú dài ", more: &[] };

impl Office {
    fn write(self, folder: &Path) {
        let note = self.note.repeat(20);
        let mut units = "\u{FEFF}code,name,level,parent_code,note\nX,Xã Lớn,commune,H,\nT,Tỉnh Lớn,province,,\n\
            H,Huyện Lớn,district,T,\n"
            .to_owned();
        let mut cadres = "code,full_name,level,home_unit_code,note\n".to_owned();
        let mut assignments = "cadre_code,unit_code,duty,from,to,full_name,replaces\n".to_owned();
        let last = self.first + 8_999;
        for at in self.first..=last {
            writeln!(units, "X.{at},\"Ấp\u{20}{}\",hamlet,X,\"{note}\"", at % last).expect("text");
            writeln!(cadres, "C{at},Lê  Văn {at},commune,X.{},{note}", last - at + self.first).expect("text");
            writeln!(assignments, "C{at},X.{at},district-hamlet,2020-01-01,2021-12-31,Lê Văn {at},").expect("text");
            writeln!(assignments, "C{at},X.{at},district-hamlet,2022-01-01,,Lê Văn {at},").expect("text");
        }
        let mut vacancies = "unit_code,duty,since,reason\nX.700,district-hamlet,2022-05-05,chờ\n".to_owned();
        assert!(units.len() > 2 << 20 && cadres.len() > 2 << 20);
        for (list, line) in self.more {
            match *list {
                "heading" => {
                    assignments = assignments.replacen("cadre_code", line, 1);
                    continue;
                }
                "units" => &mut units,
                "cadres" => &mut cadres,
                "assignments" => &mut assignments,
                _ => &mut vacancies,
            }
            .push_str(line);
        }
        std::fs::create_dir_all(folder).expect("a folder");
        for (name, text) in [("a", assignments), ("c", cadres), ("u", units), ("v", vacancies)] {
            std::fs::write(folder.join(name).with_extension("csv"), text).expect("written");
        }
    }

    /// Takes the lists in as told; gives what is said of it, and what is there then.
    fn import(self, folder: &Path, more: &[&str]) -> (i32, String, Vec<u8>, [Vec<u8>; 4]) {
        self.write(&folder.join("lists"));
        let import = [&["import", "lists", "--as-of", "2022-05-31", "--format", "json"], more].concat();
        let output = run(folder, &import);
        let lists = ["units", "cadres", "assignments", "vacancies"];
        let lists = lists.map(|list| run(folder, &["export", list]).stdout);
        (code(&output), said(&output), output.stdout, lists)
    }
}

/// What tells the program that lists are to be read whole: it does not take their encoding for proved.
const WHOLE: [&str; 2] = ["--encoding", "utf-8"];

/// Lists that come in pieces are taken, or refused, as those are that are read whole.
#[test]
fn long_lists_are_taken_piece_by_piece_as_if_they_were_read_whole() {
    let replaced = Office { more: &[("assignments", "C1,X.2,district-hamlet,2022-05-01,,Lê Văn 1,C2\n")], ..SOUND };
    let merging = Office {
        more: &[
            ("units", "X.5,Ấp 5,hamlet,X,\nY.1,Ấp Lạ,hamlet,Y,\nZ,Tổ,team,X,\n"),
            ("cadres", "C5,Lê Văn 5,commune,X.5,\nD1,Lê Lạ,commune,Y.7,\n"),
            ("assignments", "C5,X.5,district-hamlet,2022-01-01,,,\nD1,X.6,district-hamlet,2022-01-01,,,\n"),
            ("assignments", "D2,Y.6,district-hamlet,2022-01-01,,,\nC7,X,district-hamlet,2022-01-01,,,\n"),
            ("assignments", "C8,X.8,district-hamlet,2019-01-01,,Lê Văn 9,\n"),
            ("vacancies", "Y.9,district-hamlet,2022-05-05,chờ\n"),
        ],
        ..SOUND
    };
    let reading =
        Office { more: &[("cadres", "D1,Lê\u{FFFD},commune,X.5,\n"), ("units", "Y.1,Ấp 1,làng,X,\n")], ..SOUND };
    let names = Office { more: &[("heading", "khác")], ..SOUND };
    for (office, right) in [(replaced, 0), (merging, 3), (reading, 3), (names, 0)] {
        let told = [&[][..], &WHOLE].map(|more| {
            let folder = tempfile::tempdir().expect("a folder");
            sure(folder.path(), &["init"]);
            office.import(folder.path(), more)
        });
        assert!(told[0].0 == right && told[0] == told[1], "{}\n{}", told[0].1, told[1].1);
    }
}

/// Whether rows of a list stand in the order of the units that one of their columns names.
fn go_from_place_to_place(units: &str, list: &str, column: &str) -> bool {
    let column = list.lines().next().and_then(|heading| heading.split(',').position(|name| name == column));
    let column = column.expect("a column");
    let places: HashMap<&str, usize> =
        units.lines().filter_map(|row| row.split(',').next()).enumerate().map(|(at, code)| (code, at)).collect();
    list.lines().skip(1).map(|row| places[row.split(',').nth(column).expect("a cell")]).is_sorted()
}

/// A first load of lists whose lines stand in no order keeps every row, and puts them in an order.
#[test]
fn long_lists_in_no_order_are_kept_in_one() {
    let taken = |is_shuffled: bool, more: &[&str]| {
        let folder = tempfile::tempdir().expect("a folder");
        sure(folder.path(), &["init"]);
        SOUND.write(folder.path());
        for list in ["a.csv", "c.csv", "u.csv"] {
            let path = folder.path().join(list);
            let text = std::fs::read_to_string(&path).expect("text");
            let (heading, rows) = text.split_once('\n').expect("a heading");
            let mut rows: Vec<String> = rows.lines().map(str::to_owned).collect();
            if list == "u.csv" {
                let commune = |at: usize| format!(",X{},", at / 100);
                rows.iter_mut().enumerate().for_each(|(at, row)| *row = row.replace(",X,", &commune(at)));
                rows.extend((0..91).map(|at| format!("X{at},Xã {at},commune,H,")));
            }
            if is_shuffled {
                rows = (0..rows.len()).map(|at| rows[at * 4_999 % rows.len()].clone()).collect();
            }
            std::fs::write(path, format!("{heading}\n{}\n", rows.join("\n"))).expect("written");
        }
        let import = ["import", "a.csv", "c.csv", "u.csv", "v.csv", "--as-of", "2022-05-31"];
        sure(folder.path(), &[&import[..], more].concat());
        sure(folder.path(), &["doctor"]);
        let lists = ["units", "cadres", "assignments", "vacancies"];
        let lists = lists.map(|list| run(folder.path(), &["export", list]).stdout);
        lists.map(|list| String::from_utf8(list).expect("text"))
    };
    let (sound, shuffled) = (taken(false, &[]), taken(true, &[]));
    let rows = |list: &String| {
        let mut rows: Vec<String> = list.lines().map(str::to_owned).collect();
        rows.sort();
        rows
    };
    assert!(sound.each_ref().map(rows) == shuffled.each_ref().map(rows));
    assert_eq!(sound.each_ref().map(|list| list.lines().count()), [9_095, 9_001, 18_001, 2]);
    let [units, cadres, assignments, _] = &shuffled;
    assert!(units.lines().skip(1).map(|row| row.split(',').next()).is_sorted(), "{}", &units[..500]);
    assert!(go_from_place_to_place(units, cadres, "home_unit_code"));
    assert!(go_from_place_to_place(units, assignments, "unit_code"));
    assert!(shuffled == taken(true, &WHOLE));
}

/// So are lists over what is there: rows that change, are new, or are no longer named.
#[test]
fn long_lists_are_laid_over_what_is_there_as_if_they_were_read_whole() {
    let before = tempfile::tempdir().expect("a folder");
    sure(before.path(), &["init"]);
    assert_eq!(SOUND.import(before.path(), &[]).0, 0);
    let next = Office {
        first: 500,
        note: "ghi chú mới ",
        more: &[("assignments", "C1,X.600,district-hamlet,2022-05-01,,Lê Văn 1,C600\n")],
    };
    let sync = &["--mode", "sync", "--max-end", "100"][..];
    for (mode, right) in [(&[][..], 0), (&["--mode", "add"], 3), (sync, 0), (&["--mode", "sync", "--max-end", "1"], 3)]
    {
        let told = [&[][..], &WHOLE].map(|more| {
            let folder = tempfile::tempdir().expect("a folder");
            std::fs::copy(before.path().join("phancong.db"), folder.path().join("phancong.db")).expect("a copy");
            next.import(folder.path(), &[mode, more].concat())
        });
        assert!(told[0].0 == right && told[0] == told[1], "{mode:?} {}\n{}", told[0].1, told[1].1);
    }
}

/// A pipe cannot be read twice.
#[cfg(unix)]
#[test]
fn a_pipe_beside_long_lists_is_read_once() {
    let folder = tempfile::tempdir().expect("a folder");
    sure(folder.path(), &["init"]);
    SOUND.write(&folder.path().join("lists"));
    let words = format!(
        "cat lists/v.csv | '{}' import lists/u.csv lists/c.csv /dev/stdin --as-of 2022-05-31",
        env!("CARGO_BIN_EXE_phancong")
    );
    let shell = std::process::Command::new("sh").args(["-c", &words]).current_dir(folder.path()).output().expect("sh");
    assert_eq!(code(&shell), 0, "{}", said(&shell));
    let vacancies = run(folder.path(), &["export", "vacancies", "--format", "csv"]).stdout;
    assert_eq!(vacancies.iter().filter(|byte| **byte == b'\n').count(), 2, "a header and a row");
}
