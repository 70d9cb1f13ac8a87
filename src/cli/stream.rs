//! A csv that is written piece by piece, and takes no more room than its largest piece. A file is written as the pieces come;
//! what goes to the screen is kept beside until it is closed, so that whoever reads it slowly keeps nobody waiting.

use std::io::{Read, Seek, Write};

use anyhow::Result;
use tempfile::SpooledTempFile;

use super::args::Output;
use super::desk::{Desk, Label, shown};
use super::draft::Draft;
use super::files;
use crate::say;

/// So many bytes are kept in memory, and more in a file without a name.
const MOST_IN_MEMORY: usize = 8 << 20;
const PIECE: usize = 256 << 10;

/// A csv on its way.
pub struct Stream<'s> {
    desk: &'s Desk,
    output: &'s Output,
    draft: Option<Draft>,
    kept: SpooledTempFile,
    is_begun: bool,
}

impl<'s> Stream<'s> {
    /// Begins where the output is to go.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub fn new(desk: &'s Desk, output: &'s Output) -> Result<Self> {
        output.file().map(|path| files::refuse(path, [desk.db.as_path()])).transpose()?;
        let draft = output.file().map(Draft::new).transpose()?;
        Ok(Stream { desk, output, draft, kept: SpooledTempFile::new(MOST_IN_MEMORY), is_begun: false })
    }

    /// Writes the next piece: what stands before all rows, which is written once, and its rows.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn add(&mut self, (head, rows): &(Vec<u8>, Vec<u8>)) -> Result<()> {
        if !std::mem::replace(&mut self.is_begun, true) {
            self.write(head)?;
        }
        self.write(rows)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<()> {
        match &mut self.draft {
            Some(draft) => draft.write(bytes),
            None => Ok(self.kept.write_all(bytes)?),
        }
    }

    /// Gives a file its name; shows what goes to the screen.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn close(mut self) -> Result<()> {
        if let (Some(draft), Some(path)) = (self.draft, self.output.file()) {
            draft.keep()?;
            self.desk.note(Label::Note, &say!(self.desk.words, "written", path = shown(path)));
            return Ok(());
        }
        self.kept.rewind()?;
        let mut piece = vec![0; PIECE];
        loop {
            let read = self.kept.read(&mut piece)?;
            if read == 0 {
                return Ok(());
            }
            self.desk.print(&piece[..read])?;
        }
    }
}
