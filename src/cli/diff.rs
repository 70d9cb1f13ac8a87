//! `diff`: what is different between two days, whatever happened in between.

use anyhow::Result;
use clap::Args as Group;

use super::args::Output;
use super::desk::{Desk, Label};
use super::exit::Exit;
use super::stretch::forward;
use super::values::civil_day;
use super::{find, office};
use crate::model::day::{Day, Period};
use crate::model::policy::Profile;
use crate::model::snapshot::Snapshot;
use crate::render::Format;
use crate::report::states::{States, states};
use crate::text::clean::clean;

/// Columns that a reader has no use for: codes beside names.
const FOR_MACHINES: &[&str] = &["duty", "before_codes", "after_codes"];

#[derive(Debug, Group)]
pub struct Diff {
    #[arg(long, value_name = "DAY", value_parser = civil_day)]
    pub from: Day,
    #[arg(long, value_name = "DAY", value_parser = civil_day)]
    pub to: Day,
    #[arg(long, value_name = "UNIT")]
    pub under: Option<String>,
    #[arg(long, value_name = "DUTY")]
    pub duty: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

/// Runs it.
pub fn run(desk: &mut Desk, args: &Diff) -> Result<Exit> {
    forward(Period { from: Some(args.from), to: Some(args.to) })?;
    let format = desk.format(&args.output)?;
    let (_, book) = office::open(desk)?;
    let [before, after] = [args.from, args.to].map(|day| Snapshot::new(&book, day));
    // A unit may be there on one of the days only.
    let unit = |typed: &str| find::unit(&after, typed).or_else(|err| find::unit(&before, typed).map_err(|_| err));
    let top = args.under.as_deref().map(unit).transpose()?;
    let duty = args.duty.as_deref().map(|typed| find::duty(&book.policy, typed)).transpose()?;
    let is_for_people = !matches!(format, Format::Csv | Format::Json);
    let paper = office::screen_paper(desk, &book.policy, Some(Profile::Full));
    let mut table = states(&States { before: &before, after: &after, top, duty, is_for_people }, &paper);
    if is_for_people {
        table.leave_out(FOR_MACHINES);
    }
    if format == Format::Table && args.output.file().is_none() {
        table.heading.subtitle.iter().for_each(|line| desk.note(Label::Note, &clean(line)));
    }
    desk.deliver(&table, &args.output, &desk.look(&args.output))?;
    Ok(Exit::Clean)
}
