//! `assign`: one cadre to one unit, from a day on.

use anyhow::Result;
use clap::Args as Group;

use super::amending::{Hand, Task, make};
use super::desk::Desk;
use super::exit::Exit;
use super::values::civil_day;
use super::{find, office};
use crate::amend::assign::assign;
use crate::model::assignment::Assignment;
use crate::model::day::{Day, Period};
use crate::model::snapshot::Snapshot;

#[derive(Debug, Group)]
pub struct Assign {
    #[arg(value_name = "CADRE")]
    pub cadre: String,
    #[arg(value_name = "UNIT")]
    pub unit: String,
    #[arg(long, value_name = "DUTY")]
    pub duty: String,
    #[arg(long, value_name = "DAY", value_parser = civil_day)]
    pub from: Day,
    #[arg(long, value_name = "DAY", value_parser = civil_day)]
    pub to: Option<Day>,
    #[command(flatten)]
    pub hand: Hand,
}

/// Runs it.
pub fn run(desk: &mut Desk, args: &Assign) -> Result<Exit> {
    let (store, book) = office::open(desk)?;
    let snapshot = Snapshot::new(&book, args.from);
    let wish = Assignment {
        row: 0,
        cadre: find::cadre(&book, &args.cadre)?,
        unit: find::unit(&snapshot, &args.unit)?,
        duty: find::duty(&book.policy, &args.duty)?,
        period: Period { from: Some(args.from), to: args.to },
        decision_no: args.hand.decision.as_str().into(),
        note: args.hand.reason.as_str().into(),
    };
    let about = format!("{} → {}", book.cadre(wish.cadre).code, book.unit(wish.unit).code);
    let amend = |book| Ok(assign(book, &wish));
    let task = Task { command: "assign", about, day: args.from, is_rehearsal: args.hand.dry_run, amend: &amend };
    make(desk, store, &book, &task)
}
