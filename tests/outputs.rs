//! Outputs whose place is taken: each is named, the others are written, the old ones stay.

mod trust;

use std::path::Path;

use trust::{code, office, run, said, sure};

const GAPS: [&str; 6] = ["export", "all", "--month", "2022-06", "-o", "out"];

fn names(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn what_cannot_be_replaced_is_named_and_the_others_are_written() {
    let folder = office();
    let (folder, out) = (folder.path(), folder.path().join("out"));
    sure(folder, &GAPS);
    let expected = names(&out);
    for name in &expected {
        std::fs::write(out.join(name), "old").expect("written");
    }
    // A folder in its place, and one that is read only.
    std::fs::remove_file(out.join("gaps.xlsx")).expect("removed");
    std::fs::create_dir(out.join("gaps.xlsx")).expect("a folder");
    let kept = out.join("load.csv");
    let mut rights = std::fs::metadata(&kept).expect("there").permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&kept, rights).expect("set");
    let output = run(folder, &GAPS);
    let said = said(&output);
    assert_eq!(code(&output), 4, "{said}");
    for words in
        ["gaps.xlsx is a folder, not a file", "load.csv is set to be read only", "2 files could not be written"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_eq!(names(&out), expected);
    for name in expected.iter().filter(|name| *name != "gaps.xlsx") {
        let is_old = std::fs::read(out.join(name)).expect("bytes") == b"old";
        assert_eq!(is_old, name == "load.csv", "{name}");
    }
    // Made right, a second run completes the set.
    std::fs::remove_dir(out.join("gaps.xlsx")).expect("removed");
    #[expect(clippy::permissions_set_readonly_false, reason = "the file is removed with its folder")]
    {
        let mut rights = std::fs::metadata(&kept).expect("there").permissions();
        rights.set_readonly(false);
        std::fs::set_permissions(&kept, rights).expect("set");
    }
    sure(folder, &GAPS);
    assert!(expected.iter().all(|name| std::fs::read(out.join(name)).expect("bytes") != b"old"));
}

#[test]
fn a_single_output_that_is_read_only_stays() {
    let folder = office();
    let path = folder.path().join("units.csv");
    std::fs::write(&path, "old").expect("written");
    let mut rights = std::fs::metadata(&path).expect("there").permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights).expect("set");
    for args in [
        &["export", "units", "-o", "units.csv"][..],
        &["check", "-o", "units.csv"],
        &["list", "gaps", "-o", "units.csv"],
    ] {
        let output = run(folder.path(), args);
        assert_eq!(code(&output), 4, "{args:?}: {}", said(&output));
        assert!(said(&output).contains("read only") && said(&output).contains("Hint:"), "{}", said(&output));
    }
    assert_eq!(std::fs::read(&path).expect("bytes"), b"old");
}
