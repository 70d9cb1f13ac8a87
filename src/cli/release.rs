//! `release`: a cadre from one unit, or from all.

use anyhow::Result;
use clap::Args as Group;

use super::amending::{Hand, Task, make};
use super::desk::Desk;
use super::exit::Exit;
use super::values::civil_day;
use super::{find, office};
use crate::amend::Wanted;
use crate::amend::release::release;
use crate::model::day::Day;
use crate::model::snapshot::Snapshot;

#[derive(Debug, Group)]
pub struct Release {
    #[arg(value_name = "CADRE")]
    pub cadre: String,
    #[arg(value_name = "UNIT")]
    pub unit: Option<String>,
    #[arg(long, value_name = "DUTY")]
    pub duty: Option<String>,
    #[arg(long, value_name = "DAY", value_parser = civil_day)]
    pub on: Day,
    #[command(flatten)]
    pub hand: Hand,
}

/// Runs it.
pub fn run(desk: &mut Desk, args: &Release) -> Result<Exit> {
    let (store, book) = office::open(desk)?;
    let cadre = find::cadre(&book, &args.cadre)?;
    let wanted = Wanted {
        unit: args.unit.as_deref().map(|typed| find::unit(&Snapshot::new(&book, args.on), typed)).transpose()?,
        duty: args.duty.as_deref().map(|typed| find::duty(&book.policy, typed)).transpose()?,
    };
    let grounds = args.hand.grounds();
    let about = book.cadre(cadre).code.to_string();
    let amend = |book| Ok(release(book, cadre, &wanted, args.on, &grounds));
    let task = Task { command: "release", about, day: args.on, is_rehearsal: args.hand.dry_run, amend: &amend };
    make(desk, store, &book, &task)
}
