//! A file on its way: written piece by piece beside its target, and under its name only when it is whole.

use std::fs::File;
use std::io::{BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::{Builder, NamedTempFile};

use super::stop::Stop;
use crate::store::place::{folder_of, make_private, patiently, sync_folder};

/// A file that is being written. What is not kept is gone.
pub struct Draft {
    target: PathBuf,
    pen: Pen,
    /// Bytes that were written since the disk was last waited for.
    unsynced: usize,
}

/// So many bytes are written before the disk is waited for, so that there is little to wait for at the end.
const SYNCED: usize = 32 << 20;

enum Pen {
    /// Beside the target.
    Beside(Box<BufWriter<NamedTempFile>>),
    /// Into a device or pipe, for as long as somebody reads.
    Into(Option<File>),
}

impl Draft {
    /// Begins to write. A link is followed, a device or pipe written into.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub fn new(path: &Path) -> Result<Self> {
        let target = target_of(path);
        let shown = || path.display().to_string();
        let pen = if is_device(&target) {
            Pen::Into(Some(std::fs::OpenOptions::new().write(true).open(&target).with_context(shown)?))
        } else {
            let folder = folder_of(&target);
            std::fs::metadata(folder).with_context(|| folder.display().to_string())?;
            refuse_read_only(&target)?;
            let temporary = Builder::new().prefix(".phancong-").suffix(".tmp").tempfile_in(folder);
            Pen::Beside(Box::new(BufWriter::new(temporary.with_context(shown)?)))
        };
        Ok(Draft { target, pen, unsynced: 0 })
    }

    /// Writes what comes next. Whoever closes a pipe early has read enough.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.unsynced += bytes.len();
        let written = match &mut self.pen {
            Pen::Beside(file) => file.write_all(bytes).and_then(|()| {
                if self.unsynced > SYNCED {
                    self.unsynced = 0;
                    file.get_ref().as_file().sync_data()?;
                }
                Ok(())
            }),
            Pen::Into(device) => match device.as_mut().map(|device| device.write_all(bytes)) {
                Some(Err(err)) if err.kind() == ErrorKind::BrokenPipe => {
                    *device = None;
                    Ok(())
                }
                written => written.unwrap_or(Ok(())),
            },
        };
        written.with_context(|| self.target.display().to_string())
    }

    /// Gives the file its name, in one step; the user alone can read it. A file that holds these very bytes already is
    /// left as it is.
    ///
    /// # Errors
    /// When it cannot be written; then what stood there still stands, and nothing else is left behind.
    pub fn keep(self) -> Result<()> {
        let Draft { target, pen, .. } = self;
        let shown = || target.display().to_string();
        let Pen::Beside(file) = pen else { return Ok(()) };
        let temporary = file.into_inner().map_err(std::io::IntoInnerError::into_error).with_context(shown)?;
        if is_same(temporary.path(), &target) {
            return make_private(&target).with_context(shown);
        }
        put(temporary, &target).with_context(shown)
    }
}

/// The file that a link leads to, whether it is there or not; any other path is its own target.
pub fn target_of(path: &Path) -> PathBuf {
    let linked = || Some(folder_of(path).join(std::fs::read_link(path).ok()?));
    if !path.is_symlink() {
        return path.to_owned();
    }
    path.canonicalize().ok().or_else(linked).unwrap_or_else(|| path.to_owned())
}

/// Whether something stands there that is no file to be replaced.
pub fn is_device(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir())
}

/// Refuses a file that somebody set to be read only: it is not to be replaced, though its folder would allow it.
///
/// # Errors
/// [`Stop::TargetReadOnly`].
pub fn refuse_read_only(target: &Path) -> Result<()> {
    let is_read_only = std::fs::metadata(target).is_ok_and(|found| found.is_file() && found.permissions().readonly());
    if is_read_only { Err(Stop::TargetReadOnly(target.to_owned()).into()) } else { Ok(()) }
}

/// Puts a file that was written beside its target in the target's place, for good.
///
/// # Errors
/// When the target cannot be replaced; then what was written is gone.
fn put(temporary: NamedTempFile, path: &Path) -> std::io::Result<()> {
    temporary.as_file().sync_all()?;
    patiently(temporary, |temporary| temporary.persist(path))?;
    sync_folder(folder_of(path));
    Ok(())
}

/// Whether two files hold the same bytes.
fn is_same(one: &Path, other: &Path) -> bool {
    const PIECE: usize = 64 << 10;
    let size = |path: &Path| std::fs::metadata(path).map(|found| found.len()).ok();
    if size(one).is_none() || size(one) != size(other) {
        return false;
    }
    let compare = || -> std::io::Result<bool> {
        let (mut one, mut other) = (File::open(one)?, File::open(other)?);
        let mut pieces = [vec![0; PIECE], vec![0; PIECE]];
        loop {
            let read = one.read(&mut pieces[0])?;
            other.read_exact(&mut pieces[1][..read])?;
            if read == 0 || pieces[0][..read] != pieces[1][..read] {
                return Ok(read == 0);
            }
        }
    };
    compare().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_has_its_name_only_when_it_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("proposal.csv");
        let names = || std::fs::read_dir(folder.path()).expect("readable").count();
        let mut draft = Draft::new(&target).expect("a draft");
        draft.write(b"half").expect("written");
        drop(draft);
        assert_eq!(names(), 0);
        for text in [&b"one"[..], b"two", b"two", b"longer"] {
            let mut draft = Draft::new(&target).expect("a draft");
            text.chunks(2).for_each(|piece| draft.write(piece).expect("written"));
            draft.keep().expect("kept");
            assert_eq!((std::fs::read(&target).expect("readable"), names()), (text.to_vec(), 1));
        }
    }

    #[test]
    fn files_are_the_same_to_the_last_byte_or_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
        let long = vec![7; 200_000];
        let mut changed = long.clone();
        changed[199_999] = 8;
        for (written, right) in [(&long, true), (&changed, false), (&long[1..].to_vec(), false), (&Vec::new(), false)] {
            std::fs::write(&one, &long).expect("written");
            std::fs::write(&other, written).expect("written");
            assert_eq!(is_same(&one, &other), right);
        }
        assert!(!is_same(&one, &folder.path().join("missing")));
    }
}
