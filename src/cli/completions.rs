//! `completions`: a script that makes a shell complete commands and options.

use anyhow::Result;

use super::args::Completions;
use super::desk::Desk;
use super::exit::Exit;
use super::usage::command;

/// Runs it.
pub fn run(desk: &mut Desk, args: &Completions) -> Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(&desk.words), "phancong", &mut script);
    desk.print(&script)?;
    Ok(Exit::Clean)
}
