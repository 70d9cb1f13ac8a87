//! `cadre status`: what a cadre is from a day on, and which seats that leaves empty.

use anyhow::Result;
use clap::{Args as Group, ValueEnum};

use super::amending::{Hand, Task, make};
use super::desk::Desk;
use super::exit::Exit;
use super::values::{civil_day, status};
use super::{find, office};
use crate::amend::status::turn;
use crate::model::cadre::Status;
use crate::model::day::Day;

#[derive(Debug, Group)]
pub struct Cadre {
    #[arg(value_name = "DEED")]
    pub deed: Deed,
    #[arg(value_name = "CADRE")]
    pub cadre: String,
    #[arg(value_name = "STATUS", value_parser = status)]
    pub status: Status,
    #[arg(long, value_name = "DAY", value_parser = civil_day)]
    pub from: Day,
    #[command(flatten)]
    pub hand: Hand,
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Deed {
    Status,
}

/// Runs it.
pub fn run(desk: &mut Desk, args: &Cadre) -> Result<Exit> {
    let Deed::Status = args.deed;
    let (store, book) = office::open(desk)?;
    let cadre = find::cadre(&book, &args.cadre)?;
    let reason = args.hand.note(book.policy.lang);
    let about = format!("{} → {}", book.cadre(cadre).code, args.status.code());
    let amend = |book| Ok(turn(book, cadre, args.status, args.from, &reason));
    let task = Task { command: "cadre", about, day: args.from, is_rehearsal: args.hand.dry_run, amend: &amend };
    make(desk, store, &book, &task)
}
