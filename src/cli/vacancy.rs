//! `vacancy`: declares, extends or closes a gap that is known and accepted.

use anyhow::Result;
use clap::{Args as Group, ValueEnum};

use super::amending::{Hand, Task, make};
use super::desk::Desk;
use super::exit::Exit;
use super::stop::Stop;
use super::values::civil_day;
use super::{find, office};
use crate::amend::vacancy::{close, declare, extend};
use crate::model::day::{Day, Period};
use crate::model::snapshot::Snapshot;

#[derive(Debug, Group)]
pub struct Vacancy {
    #[arg(value_name = "DEED")]
    pub deed: Deed,
    #[arg(value_name = "UNIT")]
    pub unit: String,
    #[arg(long, value_name = "DUTY")]
    pub duty: String,
    #[arg(long, value_name = "DAY", value_parser = civil_day)]
    pub since: Option<Day>,
    #[arg(long, value_name = "DAY", value_parser = civil_day)]
    pub until: Option<Day>,
    #[arg(long, value_name = "DAY", value_parser = civil_day)]
    pub on: Option<Day>,
    #[command(flatten)]
    pub hand: Hand,
}

/// What is done to a vacancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Deed {
    Declare,
    Extend,
    Close,
}

/// Runs it.
pub fn run(desk: &mut Desk, args: &Vacancy) -> Result<Exit> {
    let day = day_of(args)?;
    let (store, book) = office::open(desk)?;
    let unit = find::unit(&Snapshot::new(&book, day), &args.unit)?;
    let seat = (unit, find::duty(&book.policy, &args.duty)?);
    let reason = || args.hand.note(book.policy.lang);
    let amend = |to| {
        Ok(match args.deed {
            Deed::Declare => declare(to, seat, Period { from: Some(day), to: args.until }, reason()),
            Deed::Extend => extend(to, seat, day, reason()),
            Deed::Close => close(to, seat, day),
        })
    };
    let about = format!("{}, {}", book.unit(unit).code, book.policy.duty(seat.1).code);
    let task = Task { command: "vacancy", about, day, is_rehearsal: args.hand.dry_run, amend: &amend };
    make(desk, store, &book, &task)
}

/// The day that the deed is about: the first of a vacancy, its new last, or the first without it.
fn day_of(args: &Vacancy) -> Result<Day> {
    let (day, option, others) = match args.deed {
        Deed::Declare => (args.since, "--since", [("--on", args.on.is_some())].to_vec()),
        Deed::Extend => {
            (args.until, "--until", [("--on", args.on.is_some()), ("--since", args.since.is_some())].to_vec())
        }
        Deed::Close => {
            (args.on, "--on", [("--since", args.since.is_some()), ("--until", args.until.is_some())].to_vec())
        }
    };
    if let Some((option, _)) = others.into_iter().find(|(_, is_given)| *is_given) {
        return Err(Stop::NoUseHere(option).into());
    }
    day.ok_or_else(|| Stop::Needs(option).into())
}
