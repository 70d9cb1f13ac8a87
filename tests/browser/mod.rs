//! Chromium without a window, as far as it is installed.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const LONGEST: Duration = Duration::from_secs(180);

/// What a browser made of a page.
pub struct Shown {
    /// The page after its scripts have run.
    pub dom: String,
    /// What it wrote into the console.
    pub console: Vec<String>,
}

/// Opens a page in a window of a width; nothing where Chromium is not installed, which is said.
pub fn open(page: &Path, width: u32) -> Option<Shown> {
    if Command::new("chromium").arg("--version").output().is_err() {
        eprintln!("skipped: chromium is not installed: the page in a browser");
        return None;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = Command::new("chromium");
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]);
    command.args(["--disable-background-networking", "--disable-component-update", "--disable-sync"]);
    command.args(["--enable-logging=stderr", "--v=0", "--virtual-time-budget=60000", "--dump-dom"]);
    command.arg(format!("--user-data-dir={}", folder.path().join("profile").display()));
    command.arg(format!("--window-size={width},1200"));
    command.arg(format!("file://{}", page.display()));
    let [out, err] = ["out", "err"].map(|name| folder.path().join(name));
    let file = |path: &Path| Stdio::from(std::fs::File::create(path).expect("a file"));
    let mut child = command.stdout(file(&out)).stderr(file(&err)).spawn().expect("it starts");
    let begun = Instant::now();
    while child.try_wait().expect("a child").is_none() {
        if begun.elapsed() > LONGEST {
            child.kill().expect("it ends");
            panic!("Chromium did not end: {}", read(&err));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let console = read(&err).lines().filter(|line| line.contains("CONSOLE")).map(str::to_owned).collect();
    Some(Shown { dom: read(&out), console })
}

fn read(path: &Path) -> String {
    let mut bytes = Vec::new();
    std::fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)).expect("bytes");
    String::from_utf8_lossy(&bytes).into_owned()
}
