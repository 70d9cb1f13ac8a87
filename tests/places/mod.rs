//! Places that refuse: a small disk that fills, a folder and a file without permission.

use std::fs::{self, File, Permissions};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::office::Office;

pub const PHANCONG: &str = env!("CARGO_BIN_EXE_phancong");
/// Who is nobody on most systems.
const NOBODY: u32 = 65534;

pub fn run(command: &mut Command, folder: &Path) -> Output {
    command.current_dir(folder).env_remove("PHANCONG_DB").output().expect("phancong runs")
}

/// A disk of its own in memory, gone when it is dropped.
pub struct Disk(TempDir);

impl Disk {
    /// `None`, and why, where nothing can be mounted.
    pub fn mounted() -> Option<Disk> {
        let folder = tempfile::tempdir().expect("a folder");
        let mount = ["-t", "tmpfs", "-o", "size=8m", "phancong"];
        let mounted = Command::new("mount").args(mount).arg(folder.path()).output();
        if mounted.is_ok_and(|mounted| mounted.status.success()) {
            return Some(Disk(folder));
        }
        eprintln!("skipped: no disk can be mounted here");
        None
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    fn ballast(&self) -> PathBuf {
        self.path().join("ballast")
    }

    /// Fills it but for so many bytes.
    pub fn fill_but(&self, left: u64) {
        let mut ballast = File::create(self.ballast()).expect("a file");
        while ballast.write_all(&[1; 4096]).is_ok() {}
        let size = ballast.metadata().expect("a size").len();
        ballast.set_len(size - left).expect("shorter");
    }

    pub fn make_room(&self) {
        fs::remove_file(self.ballast()).expect("removed");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.path()).output();
    }
}

/// One who owns an office's folder, but to whom the system gives no more than files allow.
pub struct Clerk<'o> {
    office: &'o Office,
    is_root: bool,
}

impl<'o> Clerk<'o> {
    /// `None`, and why, where the tests run as root and cannot be anybody else.
    pub fn of(office: &'o Office) -> Option<Self> {
        let id = Command::new("id").arg("-u").output().expect("a number");
        let clerk = Clerk { office, is_root: id.stdout.trim_ascii() == b"0" };
        let starts = || clerk.command().arg("--version").output().is_ok_and(|tried| tried.status.success());
        if clerk.is_root && !starts() {
            eprintln!("skipped: the program cannot be run as anybody but root");
            return None;
        }
        if clerk.is_root {
            for path in [office.path(""), office.path("phancong.db")] {
                chown(path, Some(NOBODY), Some(NOBODY)).expect("given away");
            }
        }
        Some(clerk)
    }

    fn command(&self) -> Command {
        if !self.is_root {
            return Command::new(PHANCONG);
        }
        let mut command = Command::new("setpriv");
        let nobody = [format!("--reuid={NOBODY}"), format!("--regid={NOBODY}"), "--clear-groups".to_owned()];
        command.args(nobody).arg(PHANCONG);
        command
    }

    pub fn run(&self, args: &[&str]) -> Output {
        run(self.command().args(["--lang", "en"]).args(args), &self.office.path(""))
    }

    /// Sets what the owner may do with the folder, and with the database in it.
    pub fn let_be(&self, folder: u32, database: u32) {
        for (name, mode) in [("phancong.db", database), ("", folder)] {
            fs::set_permissions(self.office.path(name), Permissions::from_mode(mode)).expect("permissions");
        }
    }
}

impl Drop for Clerk<'_> {
    fn drop(&mut self) {
        let _ = fs::set_permissions(self.office.path(""), Permissions::from_mode(0o700));
    }
}
