//! `template`: an empty list with its header, to be filled in.

use anyhow::Result;

use super::args::Template;
use super::desk::Desk;
use super::exit::Exit;
use crate::model::policy::{Policy, Profile};
use crate::render::Look;
use crate::report::lists::template;
use crate::report::paper::Paper;

/// Runs it.
pub fn run(desk: &mut Desk, args: &Template) -> Result<Exit> {
    let paper = Paper { words: &desk.words, order: &desk.order, profile: Profile::Full };
    let table = template(&Policy::default(), &paper, args.kind);
    desk.deliver(&table, &args.output, &Look { excel: args.excel, ..desk.look(&args.output) })?;
    Ok(Exit::Clean)
}
