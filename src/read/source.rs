//! A file as it lies on disk: its bytes, its name, its fingerprint.

use std::fs::File as OnDisk;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use memchr::memchr_iter;
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
        Ok(File { path: path.to_owned(), name: name_of(path), bytes, size })
    }

    /// Reads the beginning of a file, as far as the last line that is whole in it.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn beginning(path: &Path) -> Result<Self> {
        const ENOUGH: u64 = 64 << 10;
        let shown = || path.display().to_string();
        let file = OnDisk::open(path).with_context(shown)?;
        let size = file.metadata().with_context(shown)?.len();
        let mut bytes = Vec::new();
        file.take(ENOUGH).read_to_end(&mut bytes).with_context(shown)?;
        if size > ENOUGH {
            bytes.truncate(bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1));
        }
        Ok(File { path: path.to_owned(), name: name_of(path), bytes, size })
    }

    /// About how many rows there are, by what was read of it.
    pub fn rows(&self) -> u64 {
        let lines = memchr_iter(b'\n', &self.bytes).count() as u64;
        lines.saturating_mul(self.size) / (self.bytes.len() as u64).max(1)
    }

    /// Its SHA-256, in hexadecimal.
    pub fn fingerprint(&self) -> String {
        hexadecimal(&Sha256::digest(&self.bytes))
    }
}

/// The name of a file without its folder.
fn name_of(path: &Path) -> Arc<str> {
    Arc::from(path.file_name().unwrap_or(path.as_os_str()).to_string_lossy())
}

/// Bytes in hexadecimal.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
