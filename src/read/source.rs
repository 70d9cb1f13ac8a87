//! A file as it lies on disk: its bytes, its name, its fingerprint.

use std::fs::File as OnDisk;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// The largest file that is read.
pub const MOST_BYTES: u64 = 256 << 20;

/// A file that was read whole.
#[derive(Clone, Debug)]
pub struct File {
    /// Where it was.
    pub path: PathBuf,
    /// Its name without the folder.
    pub name: Arc<str>,
    /// Its content; empty when it is larger than [`MOST_BYTES`].
    pub bytes: Vec<u8>,
    /// Its size in bytes.
    pub size: u64,
}

impl File {
    /// Reads a file. A file larger than [`MOST_BYTES`] comes back without content, to be reported.
    ///
    /// # Errors
    /// When the file cannot be opened or read.
    pub fn read(path: &Path) -> Result<Self> {
        let shown = || path.display().to_string();
        let mut file = OnDisk::open(path).with_context(shown)?;
        let size = file.metadata().with_context(shown)?.len();
        let mut bytes = Vec::new();
        if size <= MOST_BYTES {
            bytes.reserve_exact(usize::try_from(size).unwrap_or(0));
            file.by_ref().take(MOST_BYTES).read_to_end(&mut bytes).with_context(shown)?;
        }
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        Ok(File { path: path.to_owned(), name: Arc::from(name.as_ref()), bytes, size })
    }

    /// Its SHA-256, in hexadecimal.
    pub fn fingerprint(&self) -> String {
        Sha256::digest(&self.bytes).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
