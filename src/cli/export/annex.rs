//! `export annex`: the assignments that cite a decision, as its annex.

use anyhow::Result;

use crate::cli::args::{Export, Exported};
use crate::cli::desk::Desk;
use crate::cli::stop::Stop;
use crate::model::assignment::Assignment;
use crate::model::decision::{Decision, cited};
use crate::model::id::{AssignmentId, UnitId};
use crate::model::lang::Words;
use crate::model::snapshot::Snapshot;
use crate::report::annex::{Annexed, annex};
use crate::report::decisions::{Cited, citations};
use crate::report::paper::Paper;
use crate::report::table::Table;
use crate::say;
use crate::text::fold::key;
use crate::text::nearest::{nearest, several};

/// The most numbers that are offered in place of one that nobody cites.
const MOST_OFFERED: usize = 6;
/// By so many letters they may differ from what was typed.
const MOST_SLIPS: usize = 2;

/// Refuses a decision with anything but what is about one, and asks for it there.
///
/// # Errors
/// [`Stop::NoUseHere`], [`Stop::Needs`].
pub fn refuse_decision(args: &Export) -> Result<()> {
    let is_wanted = matches!(args.what, Exported::Annex | Exported::Decision);
    match (&args.decision, &args.number) {
        (Some(_), _) if !is_wanted => Err(Stop::NoUseHere("--decision").into()),
        (_, Some(_)) if !is_wanted => Err(Stop::NoUseHere("NUMBER").into()),
        (None, None) if is_wanted => Err(Stop::Needs("--decision NUMBER").into()),
        _ => Ok(()),
    }
}

/// A decision with the assignments that cite it.
pub struct Cites<'b> {
    /// Its number, as the list of decisions has it, else as it is cited.
    pub number: &'b str,
    /// What the list of decisions says of it, where it is there.
    pub decision: Option<&'b Decision>,
    /// All assignments that cite it or, as of a day, those in force.
    pub assignments: Vec<AssignmentId>,
}

/// The annex of a decision.
///
/// # Errors
/// As [`cites`].
pub fn table(desk: &Desk, args: &Export, snapshot: &Snapshot, paper: &Paper, top: Option<UnitId>) -> Result<Table> {
    let Cites { number, decision, assignments } = cites(desk, args, snapshot, top)?;
    Ok(annex(snapshot, paper, &Annexed { number, decision, top }, &assignments))
}

/// The decision that is meant and what cites it.
///
/// # Errors
/// [`Stop::Unknown`] when no assignment cites the decision.
pub fn cites<'b>(desk: &Desk, args: &Export, snapshot: &Snapshot<'b>, top: Option<UnitId>) -> Result<Cites<'b>> {
    let book = snapshot.book;
    let typed = args.decision.as_deref().or(args.number.as_deref()).unwrap_or_default();
    let wanted = key(typed);
    let Some(number) = citations(snapshot, |_| true).get(&wanted).map(|cited| cited.number) else {
        return Err(unknown(desk, snapshot, typed));
    };
    let is_dated = args.when.as_of.is_some() || args.when.month.is_some();
    let is_meant = |assignment: &Assignment| {
        cited(&assignment.decision_no).any(|number| key(number) == wanted)
            && (!is_dated || assignment.period.contains(snapshot.day))
            && snapshot.is_in(assignment.unit, top)
    };
    let assignments = book.assignments.iter().enumerate().filter(|(_, assignment)| is_meant(assignment));
    let assignments: Vec<AssignmentId> = assignments.map(|(at, _)| AssignmentId::at(at)).collect();
    let decision = book.decisions.iter().find(|decision| key(&decision.number) == wanted);
    let number = decision.map_or(number, |decision| &decision.number);
    Ok(Cites { number, decision, assignments })
}

/// The failure of a number that nobody cites, with the nearest that are.
fn unknown(desk: &Desk, snapshot: &Snapshot, typed: &str) -> anyhow::Error {
    let numbers = citations(snapshot, |_| true);
    let mut known: Vec<&Cited> = numbers.values().collect();
    known.sort_by(|one, other| desk.order.compare(one.number, other.number));
    let mut near = several(typed, known.iter().map(|cited| cited.number), MOST_SLIPS);
    near.truncate(MOST_OFFERED);
    let count = |number: &str| known.iter().find(|cited| cited.number == number).map_or(0, |cited| cited.all);
    let described = |number: &str| {
        let said = say!(desk.words, "cited-by", count = count(number));
        (number.to_owned(), Words { vi: said.clone(), en: said })
    };
    let nearest = nearest(typed, near.iter().copied()).map(str::to_owned);
    let valid = if nearest.is_some() { Vec::new() } else { near.into_iter().map(described).collect() };
    crate::cli::find::unknown("decision", typed, nearest, valid)
}
