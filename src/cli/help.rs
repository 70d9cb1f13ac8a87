//! `help`: what the program or one command does.

use anyhow::Result;

use super::args::Help;
use super::desk::Desk;
use super::exit::Exit;
use super::find;
use super::usage::command;
use crate::text::nearest::nearest;

/// Runs it.
pub fn run(desk: &mut Desk, args: &Help) -> Result<Exit> {
    let mut whole = command(&desk.words);
    let text = match &args.command {
        None => whole.render_help(),
        Some(name) => {
            let near = nearest(name, whole.get_subcommands().map(clap::Command::get_name)).map(str::to_owned);
            match whole.find_subcommand_mut(name) {
                Some(sub) => sub.render_help(),
                None => return Err(find::unknown("command", name, near, Vec::new())),
            }
        }
    };
    desk.print(text.to_string().as_bytes())?;
    Ok(Exit::Clean)
}
