//! A csv that is written piece by piece, to a file or to the screen, and takes no more room than its largest piece.

use anyhow::Result;

use super::args::Output;
use super::desk::{Desk, Label, shown};
use super::draft::Draft;
use super::files;
use crate::say;

/// A csv on its way.
pub struct Stream<'s> {
    desk: &'s Desk,
    output: &'s Output,
    draft: Option<Draft>,
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
        Ok(Stream { desk, output, draft, is_begun: false })
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
            None => self.desk.print(bytes),
        }
    }

    /// Gives a file its name.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn close(self) -> Result<()> {
        if let (Some(draft), Some(path)) = (self.draft, self.output.file()) {
            draft.keep()?;
            self.desk.note(Label::Note, &say!(self.desk.words, "written", path = shown(path)));
        }
        Ok(())
    }
}
