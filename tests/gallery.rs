//! The gallery of import faults: one folder per finding in `tests/gallery`, with the files as a clerk has them and
//! what the screen then shows in both languages. `SNAPSHOTS=overwrite cargo test --test gallery` writes it anew.

mod compound;
mod made;
mod office;
mod parcel;
mod together;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use office::{FILES, Office, gallery, screen};
use snapbox::data::DataFormat;
use snapbox::{Data, assert_data_eq};

/// The sound lists that stand in the database before each case.
const BASE: &str = "base";
/// Many faults at once, over three files.
const TOGETHER: &str = "together";

/// A folder of the gallery: `ID`, or `ID.what` for a second look at the same finding.
struct Case {
    name: String,
    folder: PathBuf,
}

impl Case {
    fn named(name: &str) -> Self {
        Case { name: name.to_owned(), folder: gallery().join(name) }
    }

    fn all() -> Vec<Self> {
        let mut cases: Vec<Case> = fs::read_dir(gallery())
            .expect("the gallery")
            .map(|entry| Case::named(&entry.expect("a folder").file_name().to_string_lossy()))
            .filter(|case| case.folder.is_dir() && ![BASE, TOGETHER].contains(&&*case.name))
            .collect();
        cases.sort_by(|one, other| one.name.cmp(&other.name));
        cases
    }

    /// The finding it shows.
    fn id(&self) -> &str {
        self.name.split('.').next().unwrap_or(&self.name)
    }

    /// Whether its file is a workbook that the office exported, and a clerk changed.
    fn is_workbook(&self) -> bool {
        made::CASES.contains(&self.id())
    }

    fn args(&self) -> Vec<String> {
        let args = fs::read_to_string(self.folder.join("args.txt")).unwrap_or_default();
        args.split_whitespace().map(str::to_owned).collect()
    }
}

/// Files that are too large to be kept, or belong to one database, are made here.
fn make(case: &Case, office: &Office) {
    let lists = office.path(FILES);
    match &*case.name {
        id if case.is_workbook() => made::workbook(id, office),
        _ if made::sheets::CASES.contains(&case.id()) => made::sheets::workbook(case.id(), &lists),
        "file-too-large" => make_large(&lists.join("units.csv")),
        "line-endless" => fs::write(lists.join("units.csv"), "x".repeat(5 << 20)).expect("an endless line"),
        "findings-left-out" => make_many(&lists.join("units.csv")),
        _ => {}
    }
}

/// One byte more than is read, none of it on disk.
fn make_large(path: &Path) {
    File::create(path).and_then(|file| file.set_len((256 << 20) + 1)).expect("a sparse file");
}

/// 100,020 units without a name.
fn make_many(path: &Path) {
    let mut text = String::from("code,name,level,parent_code\n");
    for number in 0..100_020 {
        text.push_str(&format!("U{number},,hamlet,90101\n"));
    }
    fs::write(path, text).expect("a long list");
}

/// What the screen shows of a case in one language, the exit code first.
fn shown(case: &Case, lang: &str) -> (i32, String) {
    let office = Office::new();
    office.lay_out(&case.folder);
    make(case, &office);
    let before = office.database();
    let lists = if case.is_workbook() { &office.lists() } else { Office::lists_before() };
    let output = office.import(lang, &case.args());
    let code = output.status.code().expect("an exit code");
    if code == 3 {
        assert!(&office.lists() == lists, "{}: a refused import changed a list", case.name);
        assert!(office.database() == before, "{}: a refused import changed the database", case.name);
    }
    (code, screen(&output))
}

fn look_at(case: &Case) {
    let ((code, vi), (same_code, en)) = (shown(case, "vi"), shown(case, "en"));
    assert_eq!(code, same_code, "{}: the languages end alike", case.name);
    if case.name != TOGETHER {
        let id = case.id();
        assert!(vi.contains(&format!(" {id} · ")) && en.contains(&format!(" {id} · ")), "{id} is not reported:\n{en}");
        let is_error = en.contains(&format!("ERROR {id} · "));
        assert_eq!(code, if is_error { 3 } else { 0 }, "{}: the exit code goes by the severity", case.name);
    }
    let expected = Data::read_from(&case.folder.join("expected.txt"), Some(DataFormat::Text)).raw();
    assert_data_eq!(format!("exit code {code}\n{vi}---\n{en}"), expected);
}

/// The mended files are taken in, and the finding is gone.
fn look_at_mended(case: &Case) {
    let office = Office::new();
    office.lay_out(&case.folder.join("mended"));
    let output = office.import("en", &case.args());
    assert_eq!(output.status.code(), Some(0), "{}, mended: {}", case.name, screen(&output));
    assert!(!screen(&output).contains(&format!(" {} · ", case.id())), "{}: {}", case.name, screen(&output));
}

/// Looks at all cases, and fails with the names of those that are not as they should be.
fn look_at_all(cases: &[Case], look: fn(&Case)) {
    let is_wrong = |case: &&Case| catch_unwind(AssertUnwindSafe(|| look(case))).is_err();
    let wrong: Vec<&str> = cases.iter().filter(is_wrong).map(|case| &*case.name).collect();
    assert!(wrong.is_empty(), "see above: {}", wrong.join(", "));
}

#[test]
fn every_fault_is_told_as_the_gallery_shows() {
    look_at_all(&Case::all(), look_at);
}

#[test]
fn mended_files_are_taken_in() {
    let mut cases = Case::all();
    cases.push(Case::named(TOGETHER));
    cases.retain(|case| case.folder.join("mended").is_dir());
    assert!(cases.len() >= 12, "only {} cases have mended files", cases.len());
    look_at_all(&cases, look_at_mended);
}

#[test]
fn the_gallery_has_every_finding_of_an_import_and_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text/words/en");
    let read = |name| fs::read_to_string(folder.join(name)).expect("the wording");
    let words = ["import.ftl", "workbook.ftl"].map(read).concat();
    let is_id = |id: &&str| id.starts_with(|first: char| first.is_ascii_lowercase());
    let ids: BTreeSet<&str> = words.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id).collect();
    let ids: BTreeSet<&str> = ids.into_iter().filter(is_id).collect();
    let cases = Case::all();
    let shown: BTreeSet<&str> = cases.iter().map(Case::id).collect();
    let missing: Vec<String> = ids.difference(&shown).map(|id| format!("make tests/gallery/{id}/")).collect();
    let unknown: Vec<String> = shown.difference(&ids).map(|id| format!("no finding is called {id}")).collect();
    assert!(missing.is_empty() && unknown.is_empty(), "{}", [missing, unknown].concat().join("\n"));
    let alone = cases.iter().filter(|case| case.name != case.id() && !gallery().join(case.id()).is_dir());
    assert_eq!(alone.map(|case| &*case.name).collect::<Vec<_>>(), [""; 0], "a second look needs a first");
}
