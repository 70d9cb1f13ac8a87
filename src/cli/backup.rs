//! `backup`: a sound copy of the database, also while others write.

use anyhow::Result;

use super::args::Backup;
use super::desk::{Desk, Label, shown};
use super::exit::Exit;
use super::files;
use super::office;
use crate::say;

/// Runs it.
pub fn run(desk: &mut Desk, args: &Backup) -> Result<Exit> {
    files::refuse(&args.file, [desk.db.as_path()])?;
    files::probe(&args.file)?;
    office::store(desk)?.backup(&args.file)?;
    desk.note(Label::Note, &say!(desk.words, "backup-done", path = shown(&args.file)));
    Ok(Exit::Clean)
}
