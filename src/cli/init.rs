//! `init`: a new, empty database under a policy.

use anyhow::Result;

use super::args::Init;
use super::desk::{Desk, Label, shown};
use super::exit::Exit;
use super::files;
use super::office::{parse_policy, policy_text};
use crate::say;
use crate::store::Store;

/// Runs it.
pub fn run(desk: &mut Desk, args: &Init) -> Result<Exit> {
    let policy = parse_policy(&policy_text(&args.policy)?, &args.policy)?;
    files::probe(&desk.db)?;
    Store::create(&desk.db, &policy, |_| Ok(()))?;
    let (levels, duties) = (policy.levels.len(), policy.duties.len());
    let line =
        say!(desk.words, "init-done", path = shown(&desk.db), name = policy.name, levels = levels, duties = duties);
    desk.note(Label::Note, &line);
    Ok(Exit::Clean)
}
