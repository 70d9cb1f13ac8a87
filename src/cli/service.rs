//! `list service`: who really served in a unit, or where a cadre really served.

use anyhow::Result;
use clap::Args as Group;

use super::args::{List, Listed};
use super::desk::{Desk, today};
use super::stop::Stop;
use super::stretch::Stretch;
use super::{find, office};
use crate::model::book::Book;
use crate::model::id::UnitId;
use crate::model::policy::Profile;
use crate::model::snapshot::Snapshot;
use crate::report::service::{Asked, service};
use crate::report::table::Table;

/// Columns that a screen has no room for: codes beside names, and where people work.
pub const NOT_ON_SCREEN: &[&str] = &["duty", "position", "organization"];

/// Whose service, on which days.
#[derive(Clone, Debug, Group)]
pub struct Served {
    #[arg(long, value_name = "CADRE")]
    pub cadre: Option<String>,
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    #[command(flatten)]
    pub stretch: Stretch,
}

/// Refuses what means nothing for the list that is asked for.
///
/// # Errors
/// [`Stop::NoUseHere`], or [`Stop::NobodyNamed`].
pub fn refuse_filters(args: &List) -> Result<()> {
    let own = &args.served;
    let for_others = [("--under", args.under.is_some()), ("--level", args.level.is_some())];
    let for_service = [
        ("--cadre", own.cadre.is_some()),
        ("--unit", own.unit.is_some()),
        ("--from", own.stretch.from.is_some()),
        ("--to", own.stretch.to.is_some()),
    ];
    let refused: &[_] = if args.what == Listed::Service { &for_others } else { &for_service };
    match refused.iter().find(|(_, is_given)| *is_given) {
        Some((option, _)) => Err(Stop::NoUseHere(option).into()),
        None if args.what == Listed::Service && own.cadre.is_none() && own.unit.is_none() => {
            Err(Stop::NobodyNamed.into())
        }
        None => Ok(()),
    }
}

/// The list as it was asked for.
///
/// # Errors
/// When a name on the command line means nothing or several things, or the days are the wrong way round.
pub fn table(desk: &Desk, book: &Book, args: &List) -> Result<Table> {
    let own = &args.served;
    let mut asked = Asked { stretch: own.stretch.days(args.when)?, ..Asked::default() };
    let snapshot = Snapshot::new(book, asked.stretch.to.or(asked.stretch.from).unwrap_or_else(today));
    asked.cadre = own.cadre.as_deref().map(|typed| find::cadre(book, typed)).transpose()?;
    asked.unit = own.unit.as_deref().map(|typed| unit(&snapshot, &asked, typed)).transpose()?;
    asked.duty = args.duty.as_deref().map(|typed| find::duty(&book.policy, typed)).transpose()?;
    let paper = office::screen_paper(desk, &book.policy, Some(Profile::Full));
    Ok(service(&snapshot, &paper, &asked))
}

/// The unit that is meant on the last of the days, else the one that was meant on the first.
fn unit(snapshot: &Snapshot, asked: &Asked, typed: &str) -> Result<UnitId> {
    find::unit(snapshot, typed).or_else(|err| {
        let Some(first) = asked.stretch.from.filter(|first| *first != snapshot.day) else { return Err(err) };
        find::unit(&Snapshot::new(snapshot.book, first), typed).map_err(|_| err)
    })
}
