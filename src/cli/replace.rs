//! `replace`: what one cadre holds, or some of it, to another, in one step.

use anyhow::Result;
use clap::Args as Group;

use super::amending::{Hand, Task, make};
use super::desk::Desk;
use super::exit::Exit;
use super::values::civil_day;
use super::{find, office};
use crate::amend::Wanted;
use crate::amend::replace::replace;
use crate::model::day::Day;
use crate::model::snapshot::Snapshot;

#[derive(Debug, Group)]
pub struct Replace {
    #[arg(value_name = "OLD")]
    pub old: String,
    #[arg(value_name = "NEW")]
    pub new: String,
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    #[arg(long, value_name = "DUTY")]
    pub duty: Option<String>,
    #[arg(long, value_name = "DAY", value_parser = civil_day)]
    pub on: Day,
    #[command(flatten)]
    pub hand: Hand,
}

/// Runs it.
pub fn run(desk: &mut Desk, args: &Replace) -> Result<Exit> {
    let (store, book) = office::open(desk)?;
    let cadres = [find::cadre(&book, &args.old)?, find::cadre(&book, &args.new)?];
    let wanted = Wanted {
        unit: args.unit.as_deref().map(|typed| find::unit(&Snapshot::new(&book, args.on), typed)).transpose()?,
        duty: args.duty.as_deref().map(|typed| find::duty(&book.policy, typed)).transpose()?,
    };
    let grounds = args.hand.grounds();
    let about = cadres.map(|id| book.cadre(id).code.to_string()).join(" → ");
    let amend = |book| Ok(replace(book, cadres, &wanted, args.on, &grounds));
    let task = Task { command: "replace", about, day: args.on, is_rehearsal: args.hand.dry_run, amend: &amend };
    make(desk, store, &book, &task)
}
