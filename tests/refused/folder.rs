//! A folder copied for one run, and what stands in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

pub const DB: &str = "phancong.db";

/// The files of a folder, with those in folders inside it; the database and its journal apart.
pub type Stand = BTreeMap<String, Vec<u8>>;

/// A copy of a folder, gone when it is dropped.
pub fn copy(origin: &Path) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    lay_out(origin, folder.path());
    folder
}

fn lay_out(origin: &Path, folder: &Path) {
    for entry in fs::read_dir(origin).expect("a folder").map(|entry| entry.expect("an entry")) {
        let (from, to) = (entry.path(), folder.join(entry.file_name()));
        if from.is_dir() {
            fs::create_dir(&to).expect("a folder");
            lay_out(&from, &to);
        } else {
            fs::copy(&from, &to).expect("a copy");
        }
    }
}

pub fn stand(folder: &Path) -> Stand {
    let mut stand = Stand::new();
    add(folder, "", &mut stand);
    stand
}

fn add(folder: &Path, above: &str, stand: &mut Stand) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
        let name = format!("{above}{}", entry.file_name().to_str().expect("UTF-8"));
        if entry.path().is_dir() {
            add(&entry.path(), &format!("{name}/"), stand);
        } else if name != DB && name != format!("{DB}-journal") {
            stand.insert(name, fs::read(entry.path()).expect("readable"));
        }
    }
}
