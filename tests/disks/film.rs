//! A run taken down write by write: what it did to each file of its folder, in order.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::strace::{self, Call};

/// The calls that are taken down; those that this test could not replay are here so that it sees them.
const CALLS: &str = "trace=openat,write,writev,pwrite64,pwritev,fsync,fdatasync,sync_file_range,ftruncate,truncate,\
                     fallocate,copy_file_range,sendfile,rename,renameat,renameat2,link,linkat,symlink,unlink,unlinkat,\
                     mkdir,mkdirat,close,lseek,dup,dup2,dup3";

/// A file: it keeps its number whatever it is called.
pub type File = usize;
/// Names in the folder and the files that bear them.
pub type Names = BTreeMap<String, File>;

/// What a run does to the disk.
#[derive(Debug)]
pub enum Event {
    Write {
        file: File,
        at: usize,
        bytes: Vec<u8>,
    },
    Resize {
        file: File,
        size: usize,
    },
    /// What was written to the file is on disk.
    Sync {
        file: File,
    },
    Create {
        name: String,
        file: File,
    },
    Rename {
        from: String,
        to: String,
    },
    Unlink {
        name: String,
    },
    /// Names are on disk.
    SyncFolder,
    /// The user was told something.
    Said,
}

/// A folder as it was, and all that a run did to it.
#[derive(Default)]
pub struct Film {
    pub names: Names,
    pub contents: Vec<Vec<u8>>,
    pub events: Vec<Event>,
}

/// What a number of an open file stands for.
enum Open {
    File { file: File, at: usize },
    Folder,
}

impl Film {
    /// Runs a command in a folder and takes down what it does. What is replayed must be what stands there afterwards.
    pub fn of(folder: &Path, args: &[&str]) -> (Film, Output) {
        let mut film = Film::default();
        for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
            if entry.path().is_file() {
                film.add(name_of(&entry.path()), fs::read(entry.path()).expect("readable"));
            }
        }
        let (output, calls) = strace::run(folder, &["-e", CALLS], args);
        let mut names = film.names.clone();
        let mut open = BTreeMap::new();
        for call in calls.iter().filter(|call| !call.has_failed()) {
            film.take_down(folder, call, &mut names, &mut open);
        }
        (film, output)
    }

    fn add(&mut self, name: String, content: Vec<u8>) -> File {
        self.contents.push(content);
        self.names.insert(name, self.contents.len() - 1);
        self.contents.len() - 1
    }

    fn take_down(&mut self, folder: &Path, call: &Call, names: &mut Names, open: &mut BTreeMap<u64, Open>) {
        let number = call.number(0).unwrap_or(u64::MAX);
        if call.name == "openat" {
            let (Some(path), Some(number)) = (call.opened(), call.result()) else { return };
            open.remove(&number);
            self.open(folder, call, &path, number, names, open);
            return;
        }
        if let "rename" | "renameat" | "renameat2" | "unlink" | "unlinkat" = call.name.as_str() {
            self.name(folder, call, names);
            return;
        }
        if call.name == "write" && matches!(number, 1 | 2) {
            self.events.push(Event::Said);
        }
        let Some(opened) = open.get_mut(&number) else {
            let is_file = |path: &PathBuf| path.parent() == Some(folder) && !path.is_dir();
            assert!(
                !call.paths(folder).iter().any(is_file),
                "a call that is not understood: {} {:.80}",
                call.name,
                call.told
            );
            return;
        };
        let event = match (call.name.as_str(), opened) {
            ("close", _) => {
                open.remove(&number);
                return;
            }
            ("fsync" | "fdatasync", Open::Folder) => Event::SyncFolder,
            ("fsync" | "fdatasync", Open::File { file, .. }) => Event::Sync { file: *file },
            ("lseek", Open::File { at, .. }) => {
                *at = call.result().expect("a place") as usize;
                return;
            }
            ("write", Open::File { file, at }) => {
                let (bytes, from) = (written(call), *at);
                *at += bytes.len();
                Event::Write { file: *file, at: from, bytes }
            }
            ("pwrite64", Open::File { file, .. }) => {
                let at = call.told.rsplit(", ").next().and_then(|at| at.parse().ok()).expect("a place");
                Event::Write { file: *file, at, bytes: written(call) }
            }
            ("ftruncate", Open::File { file, .. }) => {
                Event::Resize { file: *file, size: call.number(1).expect("a size") as usize }
            }
            _ => panic!("a call that is not understood: {} {:.80}", call.name, call.told),
        };
        self.events.push(event);
    }

    fn open(
        &mut self,
        folder: &Path,
        call: &Call,
        path: &Path,
        number: u64,
        names: &mut Names,
        open: &mut BTreeMap<u64, Open>,
    ) {
        if path == folder {
            open.insert(number, Open::Folder);
        }
        if path.parent() != Some(folder) || path.is_dir() {
            let is_written = call.told.contains("O_RDWR") || call.told.contains("O_WRONLY");
            assert!(!path.starts_with(folder) || !is_written, "{} is written to", path.display());
            return;
        }
        assert!(!call.told.contains("O_APPEND"), "{} is appended to", path.display());
        let name = name_of(path);
        let file = names.get(&name).copied().unwrap_or_else(|| {
            self.contents.push(Vec::new());
            let file = self.contents.len() - 1;
            self.events.push(Event::Create { name: name.clone(), file });
            names.insert(name, file);
            file
        });
        if call.told.contains("O_TRUNC") {
            self.events.push(Event::Resize { file, size: 0 });
        }
        open.insert(number, Open::File { file, at: 0 });
    }

    fn name(&mut self, folder: &Path, call: &Call, names: &mut Names) {
        let paths: Vec<PathBuf> = call.paths(folder).into_iter().filter(|path| path.starts_with(folder)).collect();
        let event = match &paths[..] {
            [] => return,
            [path] => Event::Unlink { name: name_of(path) },
            [from, to] => Event::Rename { from: name_of(from), to: name_of(to) },
            _ => panic!("a call that is not understood: {} {:.80}", call.name, call.told),
        };
        event.apply(names);
        self.events.push(event);
    }
}

impl Event {
    /// Changes names as the event does; gives whether it does.
    pub fn apply(&self, names: &mut Names) -> bool {
        match self {
            Event::Create { name, file } => drop(names.insert(name.clone(), *file)),
            Event::Unlink { name } => drop(names.remove(name)),
            Event::Rename { from, to } => {
                let file = names.remove(from).expect("what is renamed is there");
                names.insert(to.clone(), file);
            }
            _ => return false,
        }
        true
    }
}

/// The bytes that a call wrote, which may be fewer than it was given.
fn written(call: &Call) -> Vec<u8> {
    let mut bytes = call.texts().swap_remove(0);
    bytes.truncate(call.result().expect("a number of bytes") as usize);
    bytes
}

fn name_of(path: &Path) -> String {
    path.file_name().expect("a name").to_str().expect("UTF-8").to_owned()
}
