//! `man`: the manual page, all commands on one page, in roff.

use anyhow::Result;
use clap_mangen::Man;

use super::desk::Desk;
use super::exit::Exit;
use super::usage::command;

/// Runs it.
pub fn run(desk: &mut Desk) -> Result<Exit> {
    let command = command(&desk.words);
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    for sub in command.get_subcommands() {
        let sub = sub.clone();
        let man = Man::new(sub.clone());
        let heading = format!(".SH \"PHANCONG {}\"\n", sub.get_name().to_uppercase());
        page.extend_from_slice(heading.as_bytes());
        man.render_description_section(&mut page)?;
        man.render_synopsis_section(&mut page)?;
        man.render_options_section(&mut page)?;
    }
    desk.print(&page)?;
    Ok(Exit::Clean)
}
